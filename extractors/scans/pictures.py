"""Photographs, emblems and codes on a page: dense dark areas, which hold no text of the report."""

from __future__ import annotations

from collections.abc import Iterable

import cv2
import numpy as np
import numpy.typing as npt

from extractors.scans.render import Image, PixelBox

COARSE = 3.0
"""Points a pixel of the map on which areas are judged."""
DENSE = 0.30
"""Mean darkness above which an area is no writing: text covers an eighth of its lines, bold capitals a quarter."""
SOLID = 0.6
"""Share of its box that a picture fills; a frame (the desk around a sheet) does not."""
SURROUNDINGS = 200.0
"""Points: larger dark areas are shadow."""
SMALLEST = 36.0
"""Points: a narrower dense area is a heading's bar or large type."""


def find_pictures(grey: Image, scale: float) -> list[PixelBox]:
    """Boxes of the pictures on a page (before its light is evened, which bleaches pictures too)."""
    factor = 1 / (COARSE * scale)
    small = cv2.resize(grey, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    paper = cv2.morphologyEx(small, cv2.MORPH_CLOSE, _square(SURROUNDINGS))
    darkness = 1 - small.astype(np.float32) / np.maximum(paper, 1)
    reach = _odd(12)
    found = (cv2.blur(darkness, (reach, reach)) > DENSE).astype(np.uint8)
    dense = cv2.morphologyEx(found, cv2.MORPH_OPEN, _square(SMALLEST))
    dense = cv2.morphologyEx(dense, cv2.MORPH_CLOSE, _square(SMALLEST / 2))
    _, _, stats, _ = cv2.connectedComponentsWithStats(dense)
    return [
        _scaled([x, y, w, h], factor, grey.shape) for x, y, w, h, area in stats[1:].tolist() if area > SOLID * w * h
    ]


def _odd(points: float) -> int:
    """The next odd number of pixels of the map, so that filters do not shift it."""
    return round(points / COARSE) | 1


def _square(points: float) -> npt.NDArray[np.uint8]:
    return np.ones((_odd(points), _odd(points)), np.uint8)


def inside(box: PixelBox, pictures: Iterable[PixelBox], margin: float) -> bool:
    """Whether the middle of `box` lies in a picture, at least `margin` pixels from its edge (captions stand close)."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return any(x0 + margin < x < x1 - margin and top + margin < y < bottom - margin for x0, top, x1, bottom in pictures)


def _scaled(box: list[int], factor: float, shape: tuple[int, ...]) -> PixelBox:
    x, y, width, height = (round(value / factor) for value in box)
    return (x, y, min(x + width, shape[1]), min(y + height, shape[0]))
