"""Pale level bands behind writing: shaded heading rows, and the rows of a banded table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import cv2
import numpy as np

from extractors.geometry import Fill
from extractors.scans.light import beside_paper, in_points
from extractors.scans.render import WHITE, Image, PixelBox

STROKE = 4.0
"""Points: strokes of letters and rules are thinner."""
LEVELS = (0.8, 0.9, 0.95)
"""Brightness, of the paper's, below which a band is shaded: the darkest first, for paler ones may touch them."""
LEAST_WIDTH, LEAST_HEIGHT, MOST_HEIGHT = 18, 9, 150
"""Points."""
ALONE = 40
"""Points: a band less wide counts only beside another."""
BESIDE = 5
"""Points between the shades of two cells side by side."""
SOLID = 0.92
"""Share of a band's box that is shaded."""
OVER = 1.5
"""Points by which a shade may reach over its box."""
MARGIN = 20
"""Points along the edges of the picture where the shadow of the sheet falls."""


def find_shades(grey: Image, covered: Iterable[PixelBox], scale: float) -> list[Fill]:
    """The shaded bands of a straight page (before its light is evened), in points, outside what is `covered`."""
    bright = beside_paper(_ground(grey, scale), covered, scale)
    bright[:MARGIN] = bright[-MARGIN:] = bright[:, :MARGIN] = bright[:, -MARGIN:] = 1
    found: list[PixelBox] = []
    shades: list[Fill] = []
    for level in LEVELS:
        shaded = (bright < level).astype(np.uint8)
        for x0, top, x1, bottom in found:
            shaded[top:bottom, x0:x1] = 0
        for box in _bands(shaded):
            found.append(box)
            x0, top, x1, bottom = box
            shade = float(np.median(bright[top:bottom, x0:x1]))
            shades.append(Fill((float(x0), float(top), float(x1), float(bottom)), round(shade, 2)))
    return [fill for fill, box in zip(shades, found, strict=True) if _counts(box, found)]


def flattened(grey: Image, shades: Iterable[Fill], scale: float) -> Image:
    """`grey` with its shades as bright as the paper around, so that their edges are no ink."""
    plain = grey.copy()
    for fill in shades:
        x0, top, x1, bottom = fill.box
        rows = slice(max(0, round((top - OVER) * scale)), round((bottom + OVER) * scale))
        columns = slice(max(0, round((x0 - OVER) * scale)), round((x1 + OVER) * scale))
        plain[rows, columns] = np.clip(plain[rows, columns] / max(fill.shade, 0.1), 0, WHITE)
    return plain


def _ground(grey: Image, scale: float) -> Image:
    """The ground behind the writing, in points."""
    kernel = np.ones((round(STROKE * scale),) * 2, np.uint8)
    closed = cv2.morphologyEx(cv2.blur(grey, (3, 3)), cv2.MORPH_CLOSE, kernel)
    return in_points(np.asarray(closed, dtype=np.uint8), scale)


def _bands(shaded: Image) -> list[PixelBox]:
    """Boxes of the level bands in a map of shaded points."""
    whole = cv2.morphologyEx(shaded, cv2.MORPH_OPEN, np.ones((LEAST_HEIGHT, LEAST_WIDTH), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(whole)
    return [
        (x, y, x + width, y + height)
        for x, y, width, height, area in stats[1:].tolist()
        if height <= MOST_HEIGHT and area >= SOLID * width * height
    ]


def _counts(box: PixelBox, others: Sequence[PixelBox]) -> bool:
    """Whether a band is wide, or has another right beside it."""
    x0, top, x1, bottom = box
    return x1 - x0 >= ALONE or any(
        other is not box and other[0] < x1 + BESIDE and x0 - BESIDE < other[2] and other[1] < bottom and top < other[3]
        for other in others
    )
