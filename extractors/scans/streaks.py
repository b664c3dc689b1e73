"""The streaks that dust on a scanner's glass draws from edge to edge of a picture: no rules, though as thin."""

from __future__ import annotations

from itertools import groupby

import cv2
import numpy as np

from extractors.scans.render import Image

ALONG = 12.0
"""Points along which a streak is averaged."""
ASIDE = 2.0
"""Points from a streak to what is beside it."""
PALEST = 4
"""Grey values by which a streak is darker than what is beside it."""
WHOLE = 0.85
"""Share of the places without writing beside them, and of those near the upper and lower edge, where it is seen."""
NEAR, FREE = 0.03, 0.3
"""Share of the height that lies near an edge, where rules and frames do not reach, and that has no writing at least."""
AROUND, GREYER = 20.0, 12
"""Points around a place whose brightest is its paper, and grey values by which one without writing is darker."""
THICKEST, EDGE = 2.5, 6.0
"""Points: the width of a streak, and how far it is from the sides: nearer are those of the sheet."""


def without_streaks(grey: Image, scale: float) -> Image:
    """`grey` with what would be there without its upright and its level streaks."""
    upright = _mended(grey, scale)
    return np.ascontiguousarray(_mended(np.ascontiguousarray(upright.T), scale).T)


def _mended(grey: Image, scale: float) -> Image:
    """The picture without its upright streaks."""
    reach, edge = max(2, round(ASIDE * scale)), round(EDGE * scale)
    smooth = cv2.blur(grey, (1, round(ALONG * scale) | 1))
    beside = np.minimum(np.roll(smooth, reach, axis=1), np.roll(smooth, -reach, axis=1)).astype(np.int16)
    paper = cv2.dilate(smooth, np.ones((1, round(AROUND * scale)), np.uint8))
    depth, free = beside - smooth, beside >= paper.astype(np.int16) - GREYER
    seen, near = depth > PALEST, max(1, round(NEAR * len(grey)))
    share = (seen & free).sum(axis=0) / np.maximum(free.sum(axis=0), FREE * len(grey))
    least = np.minimum.reduce([share, seen[:near].mean(axis=0), seen[-near:].mean(axis=0)])
    mended = grey
    for is_streak, group in groupby(range(edge, grey.shape[1] - edge), key=lambda x: bool(least[x] >= WHOLE)):
        columns = list(group)
        if is_streak and len(columns) <= THICKEST * scale:
            mended = mended.copy() if mended is grey else mended
            _mend(mended, columns[0] - 1, columns[-1] + 1, np.median(depth[:, columns], axis=0).max())
    return mended


def _mend(picture: Image, first: int, last: int, depth: float) -> None:
    """Fill in the columns of a streak: as bright as beside it, but no brighter than it can have darkened them."""
    left, right = picture[:, first - 1].astype(np.float32), picture[:, last + 1].astype(np.float32)
    share = np.linspace(0, 1, last - first + 3, dtype=np.float32)[1:-1]
    beside = left[:, None] * (1 - share) + right[:, None] * share
    streak = picture[:, first : last + 1].astype(np.float32)
    picture[:, first : last + 1] = np.maximum(streak, np.minimum(beside, streak + 2 * depth)).astype(np.uint8)
