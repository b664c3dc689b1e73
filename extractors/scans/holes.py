"""What is no writing at the edges of a picture: the holes of a binder."""

from __future__ import annotations

from typing import cast

import cv2
import numpy as np

from extractors.scans.render import Image

BLACK = 110
"""Grey value below which holes and edges are."""
LEAST, MOST = 8.0, 30.0
"""Points: the width of a hole; letters near the edge are smaller."""
ROUND = 0.7
"""Share of its box that a hole fills, and the least of its sides as a share of the other."""
MARGIN = 50.0
"""Points from the edge of the picture within which such things are."""


def without_holes(grey: Image, scale: float) -> Image:
    """`grey` with paper in place of the holes near its edges."""
    dark = cv2.morphologyEx((grey < BLACK).astype(np.uint8), cv2.MORPH_OPEN, np.ones((round(3 * scale),) * 2, np.uint8))
    _, labels, stats, _ = cv2.connectedComponentsWithStats(dark)
    gone = np.zeros(len(stats), np.uint8)
    for label, (x, y, width, height, area) in enumerate(stats[1:].tolist(), 1):
        middle = (x + width / 2, y + height / 2)
        border = min(*middle, grey.shape[1] - middle[0], grey.shape[0] - middle[1])
        solid = area >= ROUND * width * height and min(width, height) >= ROUND * max(width, height)
        gone[label] = solid and border <= MARGIN * scale and LEAST * scale <= width <= MOST * scale
    if not gone.any():
        return grey
    wide = cv2.dilate(gone[labels], np.ones((2 * round(scale) + 1,) * 2, np.uint8))
    return cast(Image, np.where(wide > 0, np.uint8(np.median(grey[::8, ::8])), grey))
