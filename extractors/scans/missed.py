"""Writing that the detector missed: lone words and dashes beside a line or in a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import cv2
import numpy as np

from extractors.scans.ink import binarise, is_faint, print_level
from extractors.scans.render import Image, PixelBox
from extractors.scans.runs import Run
from extractors.scans.strips import Strip
from extractors.scans.strokes import Strokes

LEAST, TALLEST, WIDEST = 3.5, 30.0, 120.0
"""Points: height and width of what may be a missed word."""
DRAWN = 0.45
"""Share of a dash's box that is ink."""
ALONE = 4.0
"""Points of white around a missed word or dash; scraps of pictures and stamps stand closer together."""


def missed_strips(
    image: Image, found: Sequence[Strip], strokes: Strokes, covered: Sequence[PixelBox], scale: float
) -> tuple[list[Strip], list[Strip]]:
    """Strips of ink that no line covers but a table or a line stands beside: of words, and of dashes.

    `covered` are the pictures and what else needs no search.
    """
    rest = binarise(image, scale)
    level = print_level(image, rest, found)
    for strip in found:
        x0, top, x1, bottom = strip.box
        rest[top:bottom, x0:x1] = 0
    drawn = cv2.bitwise_or(strokes.across_mask, strokes.down_mask)
    rest[cv2.dilate(drawn, np.ones((3, 3), np.uint8)) > 0] = 0
    for x0, top, x1, bottom in covered:
        rest[top:bottom, x0:x1] = 0
    words: list[Strip] = []
    dashes: list[Strip] = []
    for box in clusters(rest, scale):
        dash = is_dash(rest, box, scale)
        if (not dash and not may_be_word(box, scale)) or not _alone(box, rest, scale):
            continue
        if found and not is_faint(image, rest, box, level) and _in_line(box, found, strokes.down):
            (dashes if dash else words).append(_padded(box, image.shape))
    return words, dashes


def clusters(ink: Image, scale: float) -> list[PixelBox]:
    """Boxes around ink that stands as close together as the letters of a word."""
    near = cv2.dilate(ink, np.ones((max(1, round(scale)), max(1, round(3 * scale))), np.uint8))
    _, labels, stats, _ = cv2.connectedComponentsWithStats(near)
    boxes = []
    for label, (x, y, width, height, _) in enumerate(stats[1:].tolist(), 1):
        place = np.s_[y : y + height, x : x + width]
        rows, columns = np.nonzero((labels[place] == label) & (ink[place] > 0))
        boxes.append((x + int(columns.min()), y + int(rows.min()), x + int(columns.max()) + 1, y + int(rows.max()) + 1))
    return boxes


def is_dash(ink: Image, box: PixelBox, scale: float) -> bool:
    """Whether a box of ink has the shape of a dash; specks of dirt side by side do not fill it."""
    x0, top, x1, bottom = box
    width, height = (x1 - x0) / scale, (bottom - top) / scale
    long = 2.0 <= width <= 14 and 0.3 <= height <= 2.6 and width >= 1.3 * height
    return long and float((ink[top:bottom, x0:x1] > 0).mean()) >= DRAWN


def may_be_word(box: PixelBox, scale: float) -> bool:
    """Whether a box of ink has the size of a word."""
    width, height = (box[2] - box[0]) / scale, (box[3] - box[1]) / scale
    return LEAST <= height <= TALLEST and 0.8 <= width <= WIDEST


def _alone(box: PixelBox, rest: Image, scale: float) -> bool:
    """Whether nothing else that is unread stands close to `box`."""
    x0, top, x1, bottom = box
    reach = round(ALONE * scale)
    around = np.s_[max(0, top - reach) : bottom + reach, max(0, x0 - reach) : x1 + reach]
    return int((rest[around] > 0).sum()) <= 1.15 * int((rest[top:bottom, x0:x1] > 0).sum())


def _in_line(box: PixelBox, found: Iterable[Strip], down: Iterable[Run]) -> bool:
    """Whether a box stands in a table (upright rules left and right of it) or on the height of a line."""
    x0, top, x1, bottom = box
    middle = (top + bottom) / 2
    rules = [run.middle for run in down if run.x0 <= middle <= run.x1]
    if rules and min(rules) < x0 and x1 < max(rules):
        return True
    return any(strip.top < middle < strip.bottom for strip in found)


def _padded(box: PixelBox, shape: tuple[int, ...]) -> Strip:
    """The box with the margin that the detector gives, inside the picture."""
    x0, top, x1, bottom = box
    margin = max(2, round(0.28 * (bottom - top)))
    return Strip(max(0, x0 - margin), max(0, top - margin), min(shape[1], x1 + margin), min(shape[0], bottom + margin))
