"""The drawn rules of a straight picture of a page, by morphology: long thin runs of ink."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

import cv2
import numpy as np

from extractors.geometry import Rule
from extractors.scans.render import Image

SHORTEST = 16.0
"""Points: shorter runs are strokes of letters."""
THICKEST = 4.0
"""Points: thicker runs are bars, pictures or shades."""
CERTAIN = 60.0
"""Points: longer runs cannot be letters."""
GAP = 9.0
"""Points: broken strokes of one line are joined over this much."""


@dataclass(frozen=True, slots=True)
class Strokes:
    """Rules in points, and the pixels they cover."""

    rules: tuple[Rule, ...]
    mask: Image


def find_strokes(image: Image, scale: float) -> Strokes:
    """The horizontal and vertical rules of `image` (at `scale` pixels a point)."""
    ink = binarise(image, scale)
    across, across_mask = _runs(ink, scale)
    down, down_mask = _runs(np.ascontiguousarray(ink.T), scale)
    horizontals = [Rule(x0 / scale, y0 / scale, x1 / scale, y1 / scale) for x0, y0, x1, y1 in across]
    verticals = [Rule(y0 / scale, x0 / scale, y1 / scale, x1 / scale) for x0, y0, x1, y1 in down]
    verticals = [rule for rule in verticals if _is_rule(rule, horizontals)]
    return Strokes((*horizontals, *verticals), cast(Image, np.maximum(across_mask, down_mask.T)))


def binarise(image: Image, scale: float) -> Image:
    """255 where there is ink, against the brightness of the surroundings."""
    block = int(12 * scale) | 1
    return cast(
        Image,
        cv2.adaptiveThreshold(image, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, block, 28),
    )


def erase(image: Image, mask: Image) -> Image:
    """`image` with the pixels of `mask` (and their blurred edges) as white paper."""
    wide = cv2.dilate(mask, np.ones((3, 3), np.uint8))
    return cast(Image, np.where(wide > 0, np.uint8(250), image))


def _runs(ink: Image, scale: float) -> tuple[list[tuple[float, float, float, float]], Image]:
    """Horizontal lines as (x0, y0, x1, y1) of their middle, and the ink they cover."""
    closed = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((1, max(3, int(1.5 * scale))), np.uint8))
    long = cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones((1, int(SHORTEST * scale)), np.uint8))
    grown = cv2.dilate(long, np.ones((3, 3), np.uint8))
    count, labels, stats, centres = cv2.connectedComponentsWithStats(grown, connectivity=8)
    pieces = []
    mask = np.zeros(count, np.uint8)
    for label in range(1, count):
        x, y, width, height, area = (int(value) for value in stats[label])
        if area / width - 2 > THICKEST * scale or height > 0.06 * width + THICKEST * scale:
            continue
        if width < CERTAIN * scale and _is_letters(ink, x, y, width, height, scale):
            continue
        mask[label] = 255
        pieces.append((float(x + 1), float(centres[label][1]), float(x + width - 1)))
    covered = cv2.bitwise_and(cast(Image, mask[labels]), closed)
    return _joined(pieces, scale), cast(Image, covered)


def _is_letters(ink: Image, x: int, y: int, width: int, height: int, scale: float) -> bool:
    """Whether a short run is a row of serifs or crossbars: much ink right above or below it, or gaps in it."""
    reach = max(2, round(1.2 * scale))
    beside = [ink[max(y - reach, 0) : y, x : x + width], ink[y + height : y + height + reach, x : x + width]]
    if any(side.size and (side > 0).any(axis=0).mean() > 0.35 for side in beside):
        return True
    return bool((ink[y : y + height, x + 1 : x + width - 1] > 0).any(axis=0).mean() < 0.97)


def _joined(pieces: list[tuple[float, float, float]], scale: float) -> list[tuple[float, float, float, float]]:
    """Pieces of one line joined over small gaps; a double stroke becomes one line."""
    lines: list[list[tuple[float, float, float]]] = []
    for piece in sorted(pieces):
        for line in lines:
            last = max(line, key=lambda part: part[2])
            if abs(last[1] - piece[1]) <= 1.2 * scale and piece[0] - last[2] <= GAP * scale:
                line.append(piece)
                break
        else:
            lines.append([piece])
    return [_line(line) for line in lines]


def _line(pieces: list[tuple[float, float, float]]) -> tuple[float, float, float, float]:
    weights = [x1 - x0 for x0, _, x1 in pieces]
    middle = float(np.average([y for _, y, _ in pieces], weights=weights))
    return (min(p[0] for p in pieces), middle, max(p[2] for p in pieces), middle)


def _is_rule(rule: Rule, horizontals: list[Rule]) -> bool:
    """Whether a vertical run is a rule: long, or standing on a horizontal one (a letter does not)."""
    if rule.bottom - rule.top >= 3 * SHORTEST:
        return True
    return any(
        other.x0 - 3 <= rule.x0 <= other.x1 + 3 and min(abs(other.top - rule.top), abs(other.top - rule.bottom)) < 3
        for other in horizontals
    )
