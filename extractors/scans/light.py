"""A page's brightness beside its paper's, in square points: what bars and shades are told by in uneven light."""

from __future__ import annotations

from collections.abc import Iterable

import cv2
import numpy as np
import numpy.typing as npt

from extractors.scans.render import Image, PixelBox

SURROUNDINGS = 150
"""Points within which some paper shows."""


def in_points(grey: Image, scale: float) -> Image:
    """The page with one value for each square point."""
    size = (round(grey.shape[1] / scale), round(grey.shape[0] / scale))
    return np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def beside_paper(small: Image, covered: Iterable[PixelBox], scale: float) -> npt.NDArray[np.float32]:
    """Brightness of a page in points as a share of the paper's around; 1 in what is `covered` (pixels)."""
    paper = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((SURROUNDINGS, SURROUNDINGS), np.uint8))
    bright = np.asarray(small / np.maximum(paper, 1).astype(np.float32), dtype=np.float32)
    for x0, top, x1, bottom in covered:
        bright[int(top / scale) : int(bottom / scale) + 1, int(x0 / scale) : int(x1 / scale) + 1] = 1
    return bright
