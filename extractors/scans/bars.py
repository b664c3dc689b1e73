"""Dark bars with pale letters: the heading rows of tables printed from web pages."""

from __future__ import annotations

import cv2
import numpy as np

from extractors.geometry import Fill
from extractors.scans.render import Image, PixelBox

DARK = 0.75
"""Brightness, of the paper's, below which a bar is dark."""
SURROUNDINGS = 150.0
"""Points within which some paper shows."""
LEAST_WIDTH, LEAST_HEIGHT, MOST_HEIGHT = 24, 9, 70
"""Points."""
SOLID = 0.62
"""Share of a bar that is dark; of a line of bold letters half is."""
EDGE = 0.9
"""Share of a bar's upper and lower edge that is dark: no letters reach them."""


def find_bars(grey: Image, pictures: list[PixelBox], scale: float) -> list[Fill]:
    """The dark bars of a page (before its light is evened), in points."""
    size = (round(grey.shape[1] / scale), round(grey.shape[0] / scale))
    small = np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    paper = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((int(SURROUNDINGS),) * 2, np.uint8))
    dark = (small < DARK * paper).astype(np.uint8)
    for x0, top, x1, bottom in pictures:
        dark[int(top / scale) : int(bottom / scale) + 1, int(x0 / scale) : int(x1 / scale) + 1] = 0
    whole = cv2.morphologyEx(dark, cv2.MORPH_CLOSE, np.ones((5, 9), np.uint8))
    whole = cv2.morphologyEx(whole, cv2.MORPH_OPEN, np.ones((LEAST_HEIGHT, LEAST_WIDTH), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(whole)
    boxes = [(x, y, x + width, y + height) for x, y, width, height, _ in stats[1:].tolist() if height <= MOST_HEIGHT]
    return [_fill(small, box) for box in boxes if _is_bar(dark, box)]


def _is_bar(dark: Image, box: PixelBox) -> bool:
    x0, top, x1, bottom = box
    inside = dark[top:bottom, x0:x1]
    edges = (inside[1].mean(), inside[-2].mean())
    return bool(inside.mean() >= SOLID and min(edges) >= EDGE)


def _fill(small: Image, box: PixelBox) -> Fill:
    x0, top, x1, bottom = box
    shade = float(np.median(small[top:bottom, x0:x1])) / 255
    return Fill((float(x0), float(top), float(x1), float(bottom)), round(shade, 2))
