"""The bullets of lists, which the detector of lines leaves out: round dots one below the other, each before a line.

Without them the items of a list would run together.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2

from extractors.scans.company import cell_around
from extractors.scans.reader import Glyph, Line
from extractors.scans.render import Image, PixelBox
from extractors.scans.strips import Strip
from extractors.scans.strokes import Strokes

BULLET = "•"
SMALLEST, LARGEST = 1.6, 5.5
"""Points: height and width of a bullet."""
ROUND, FULL = 0.65, 0.6
"""Least ratio of its sides, and share of its box that is ink."""
NEAREST, FARTHEST = 2.5, 45.0
"""Points between a bullet and its line."""
SAME_COLUMN = 3.0
"""Points by which the bullets of a list may stand out of their column."""
SURE = 0.99


def find_bullets(
    ink: Image, lines: Sequence[Line], strokes: Strokes, covered: Sequence[PixelBox], scale: float
) -> list[Line]:
    """The bullets before `lines`; a lone dot is dirt."""
    rest = ink.copy()
    for x0, top, x1, bottom in [*covered, *(line.strip.box for line in lines)]:
        rest[top:bottom, x0:x1] = 0
    _, _, stats, _ = cv2.connectedComponentsWithStats(rest)
    dots = [
        (x, y, x + width, y + height)
        for x, y, width, height, area in stats[1:].tolist()
        if _is_dot(width, height, area, scale)
    ]
    leading = [dot for dot in dots if _leads(dot, [line.strip for line in lines], strokes, scale)]
    return [
        Line(Strip(*dot), (Glyph(BULLET, 0.5, SURE),))
        for dot in leading
        if any(other is not dot and abs(other[0] - dot[0]) <= SAME_COLUMN * scale for other in leading)
    ]


def _is_dot(width: int, height: int, area: int, scale: float) -> bool:
    """Whether a piece of ink is round and of the size of a bullet."""
    small, large = sorted((width, height))
    return (
        SMALLEST * scale <= small
        and large <= LARGEST * scale
        and small >= ROUND * large
        and area >= FULL * width * height
    )


def _leads(dot: PixelBox, strips: Sequence[Strip], strokes: Strokes, scale: float) -> bool:
    """Whether a dot stands outside ruled tables, before the first line on its height."""
    x, y = (dot[0] + dot[2]) / 2, (dot[1] + dot[3]) / 2
    beside = [strip for strip in strips if strip.top < y < strip.bottom]
    first = min((strip.x0 for strip in beside), default=0)
    return NEAREST * scale <= first - dot[2] <= FARTHEST * scale and cell_around((x, y), strokes) is None
