"""Dark bars with pale letters: the heading rows of tables printed from web pages."""

from __future__ import annotations

from collections.abc import Iterable

import cv2
import numpy as np

from extractors.geometry import Fill
from extractors.scans.light import beside_paper, in_points
from extractors.scans.render import WHITE, Image, PixelBox

DARK = (0.6, 0.75)
"""Brightness, of the paper's, below which a bar is dark: the darkest first, then those of faint copies."""
LEAST_WIDTH, LEAST_HEIGHT, MOST_HEIGHT = 24, 9, 70
"""Points."""
SOLID = 0.62
"""Share of a bar that is dark; of a line of bold letters half is."""
EDGE = 0.9
"""Share of a bar's upper and lower edge that is dark: no letters reach them."""
INSET = 2
"""Points along the edges of a bar that show some of the paper."""
LETTERS = 1
"""Per cent of a bar that are letters, at least."""
LOWER = 0.7
"""Height of a line beside a bar, of the bar's, at most: two lines as high as each other are bold writing."""
UNEVEN = 3
"""Points by which the edges of a bar and of a piece of it may differ."""
GRAIN = 3.0
"""Mean deviations from a bar's ground within which its grain is no writing."""
THROUGH = 0.1
"""Share of each row of points that is dark: between two lines of bold letters nothing is."""


def find_bars(grey: Image, pictures: list[PixelBox], scale: float) -> list[Fill]:
    """The dark bars of a page (before its light is evened), in points."""
    small = in_points(grey, scale)
    bright = beside_paper(small, pictures, scale)
    found: list[PixelBox] = []
    for limit in DARK:
        bars = (box for box in _bars((bright < limit).astype(np.uint8)) if _holds_pale_letters(small, box))
        found = _with_wholes(found, bars)
    return [_fill(small, box) for box in found]


def inverted(image: Image, bars: Iterable[Fill], scale: float) -> Image:
    """`image` with its bars as dark letters on white, which is what readers and rules expect."""
    plain = image.copy()
    for bar in bars:
        x0, top, x1, bottom = (round(value * scale) for value in bar.box)
        piece = plain[top:bottom, x0:x1].astype(np.float32)
        if piece.size:
            ground = float(np.median(piece))
            ground += GRAIN * float(np.median(np.abs(piece - ground)))
            plain[top:bottom, x0:x1] = WHITE - np.clip((piece - ground) / max(WHITE - ground, 1), 0, 1) * (WHITE - 20)
    return plain


def _bars(dark: Image) -> list[PixelBox]:
    """Boxes of the bars in a map of dark points."""
    whole = cv2.morphologyEx(dark, cv2.MORPH_CLOSE, np.ones((5, 9), np.uint8))
    whole = cv2.morphologyEx(whole, cv2.MORPH_OPEN, np.ones((LEAST_HEIGHT, LEAST_WIDTH), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(whole)
    boxes = [(x, y, x + width, y + height) for x, y, width, height, _ in stats[1:].tolist()]
    alone = [_without_lines_beside(dark, box) for box in boxes]
    return [box for box in alone if LEAST_HEIGHT <= box[3] - box[1] <= MOST_HEIGHT and _is_bar(dark, box)]


def _without_lines_beside(dark: Image, box: PixelBox) -> PixelBox:
    """The box without a line of writing above or below a bar: it is lower, and paper shows between it and the bar."""
    x0, top, x1, bottom = box
    filled = dark[top:bottom, x0:x1].mean(axis=1) >= THROUGH
    edges = np.flatnonzero(np.diff(np.concatenate([[False], filled, [False]]).astype(np.int8))).reshape(-1, 2)
    runs = sorted(edges.tolist(), key=lambda run: run[0] - run[1])
    start, end = runs[0] if runs else (0, 0)
    if any(stop - begin > LOWER * (end - start) for begin, stop in runs[1:]):
        return x0, top, x1, top
    return x0, top + start, x1, top + end


def _with_wholes(found: list[PixelBox], paler: Iterable[PixelBox]) -> list[PixelBox]:
    """`found` with the paler bars: new ones, and those that are the wholes of what was found in pieces."""
    for box in paler:
        pieces = [one for one in found if _meet(box, one)]
        if all(_is_piece(one, box) for one in pieces):
            found = [*(one for one in found if one not in pieces), box]
    return found


def _is_piece(one: PixelBox, whole: PixelBox) -> bool:
    """Whether a bar is a part of another that is longer but hardly higher."""
    higher = abs(one[1] - whole[1]) + abs(one[3] - whole[3])
    return higher <= UNEVEN and whole[0] <= one[0] + UNEVEN and one[2] <= whole[2] + UNEVEN


def _meet(one: PixelBox, other: PixelBox) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _is_bar(dark: Image, box: PixelBox) -> bool:
    x0, top, x1, bottom = box
    inside = dark[top:bottom, x0:x1]
    edges = (inside[1].mean(), inside[-2].mean())
    return bool(inside.mean() >= SOLID and min(edges) >= EDGE)


def _holds_pale_letters(small: Image, box: PixelBox) -> bool:
    """Whether what stands on a bar is paler than it: dark letters on grey are read as they are.

    Letters differ from the bar by more than uneven light makes its parts differ.
    """
    x0, top, x1, bottom = box
    inside = small[top + INSET : bottom - INSET, x0 + INSET : x1 - INSET].astype(np.int16)
    darkest, ground, palest = np.percentile(inside, (LETTERS, 50, 100 - LETTERS))
    return bool(palest - ground >= ground - darkest)


def _fill(small: Image, box: PixelBox) -> Fill:
    x0, top, x1, bottom = box
    shade = float(np.median(small[top:bottom, x0:x1])) / 255
    return Fill((float(x0), float(top), float(x1), float(bottom)), round(shade, 2))
