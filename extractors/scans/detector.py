"""Where the lines of writing are: RapidOCR's detector, run over a page window by window.

The detector's memory grows with the picture: a whole page takes 680 MB, a window 200 MB, for little more work. Each
window says how likely every pixel is writing; their middles make the page's map, in which the lines are found at once.
"""

from __future__ import annotations

import math
from copy import copy
from itertools import pairwise
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from extractors.scans.reader import engine, honest
from extractors.scans.render import Image

Corners = npt.NDArray[np.float64]
"""Shape (n, 4, 2): x and y of each line's corners from the top left clockwise."""
Chances = npt.NDArray[np.float32]
"""Shape (height, width): how likely each pixel is writing, 0 to 1."""

LONGEST_SIDE = 1984
"""Pixels: larger pages are looked at smaller."""
STRIDE = 32
"""Pixels: the detector takes sides that are multiples of this."""
WINDOW = 860_000
"""Pixels looked at together at the most: a quarter of a page, with what stands around it."""
LIKELY = 0.25
"""How likely the pixels around what was left out are writing, at least: a pen's stroke encloses much that is none."""
LONG, THIN = 2, 0.6
"""Of what was left out, lines are so many times longer than thick, and no thinner than this share of the others."""
MARGIN = 64
"""Rows at a window's edge, at the least, that a neighbour knows better."""


def find_lines(image: Image, walls: Image | None = None) -> Corners:
    """Corners of the text lines in `image`, from top to bottom; `walls` is the ink of its upright rules.

    What hangs together with a stroke of a pen is like no line to the detector, and all of it goes, over several cells:
    what lies between walls is looked for once more by itself.
    """
    factor = min(1.0, LONGEST_SIDE / max(image.shape))
    height, width = (max(STRIDE, round(side * factor / STRIDE) * STRIDE) for side in image.shape)
    small = np.asarray(cv2.resize(image, (width, height), interpolation=cv2.INTER_AREA), dtype=np.uint8)
    chances = _chances(small)
    finder = engine()._load_det_model().postprocess_op
    corners = _boxes(finder, chances, image.shape)
    if walls is not None and len(corners):
        finder = copy(finder)
        finder.box_thresh = LIKELY
        more = _boxes(finder, _left_out(chances, corners, walls), image.shape)
        usual = float(np.median(np.ptp(corners[:, :, 1], axis=1)))
        corners = np.array([*corners, *(quad for quad in more if _is_line(quad, usual))])
    return np.asarray(engine()._load_det_model().sorted_boxes(corners), dtype=np.float64)


def _boxes(finder: Any, chances: Chances, shape: tuple[int, ...]) -> Corners:
    """The lines on a map, for a picture of `shape`."""
    boxes, _ = finder(chances[None, None], shape)
    return np.asarray(boxes, dtype=np.float64).reshape(-1, 4, 2)


def _is_line(quad: Corners, usual: float) -> bool:
    """Whether what was left out is longer than thick, as no stamp is, and no thinner than lines of `usual` height."""
    width, height = np.ptp(quad, axis=0).tolist()
    return bool(width > LONG * height and height > THIN * usual)


def _left_out(chances: Chances, corners: Corners, walls: Image) -> Chances:
    """The map without the lines that were found, and cut at walls."""
    known = (cv2.dilate(walls, np.ones((1, 3), np.uint8)) > 0).astype(np.uint8)
    for quad in np.rint(corners).astype(np.int32):
        cv2.fillConvexPoly(known, quad, (1,))
    small = cv2.resize(known, chances.shape[::-1], interpolation=cv2.INTER_NEAREST)
    small = cv2.dilate(small, np.ones((3, 3), np.uint8))
    return np.where(small > 0, np.float32(0), chances)


def windows(height: int, width: int) -> list[tuple[int, int, int, int]]:
    """The windows of a page: first row, row after the last, and the same of the rows that count."""
    rows = max(WINDOW // width // STRIDE, 4 * MARGIN // STRIDE) * STRIDE
    if rows >= height:
        return [(0, height, 0, height)]
    count = math.ceil((height - 2 * MARGIN) / (rows - 2 * MARGIN))
    rows = math.ceil(((height - 2 * MARGIN) / count + 2 * MARGIN) / STRIDE) * STRIDE
    tops = [round(place / STRIDE) * STRIDE for place in np.linspace(0, height - rows, count).tolist()]
    cuts = [0, *((upper + rows + lower) // 2 for upper, lower in pairwise(tops)), height]
    return [(top, top + rows, start, end) for top, (start, end) in zip(tops, pairwise(cuts), strict=True)]


def _chances(image: Image) -> Chances:
    """The map of a page whose sides are multiples of the stride."""
    detector = engine()._load_det_model()
    prepare = detector.get_preprocess()
    chances = np.zeros(image.shape, dtype=np.float32)
    for top, bottom, start, end in windows(*image.shape):
        window = prepare.normalize(cv2.cvtColor(image[top:bottom], cv2.COLOR_GRAY2BGR)).astype(np.float32)
        with honest():
            found = detector.session(prepare.permute(window)[None])
        chances[start:end] = found[0, 0, start - top : end - top]
    return chances
