"""Which lines are set bold: their strokes are thick for their size, beside the other lines of the page."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from extractors.scans.render import WHITE, Image
from extractors.scans.strips import Strip, crop

THICKER, SHORT, THICKER_SHORT = 1.12, 6, 1.18
"""How much thicker than the page's usual strokes bold ones are; in words of few letters that is measured less well."""
THICK = 0.152
"""Stroke in font sizes that is bold where a page has too few lines to compare."""
FEW = 6
LIKE = 0.12
"""Share by which the measured sizes of lines set alike differ: whole pixels, tails that are there or not."""


def steady(sizes: Sequence[float]) -> list[float]:
    """The sizes of a page's lines, each as the middle of those that may be the same."""
    known = np.array(sizes)
    return [float(np.median(known[np.abs(known / size - 1) < LIKE])) for size in sizes]


def thickness(image: Image, strip: Strip, size: float) -> float:
    """Mean stroke of a line in font sizes: its ink divided by its edges."""
    grey = crop(image, strip).astype(np.float32)
    if not grey.size:
        return 0.0
    paper = WHITE - 15
    dark = np.clip((paper - grey) / (paper - np.percentile(grey, 3) + 1), 0, 1)
    edges = float(np.abs(np.diff(dark, axis=1)).sum())
    return 2 * float(dark.sum()) / max(edges, 1.0) / size


def bold_lines(strokes: Sequence[float], letters: Sequence[int]) -> list[bool]:
    """For each line's stroke (and number of letters) whether it is bold."""
    if not strokes:
        return []
    usual = float(np.median(np.repeat(strokes, np.maximum(letters, 1))))
    if len(strokes) < FEW:
        return [stroke > THICK for stroke in strokes]
    limits = [usual * (THICKER_SHORT if count < SHORT else THICKER) for count in letters]
    return [stroke > limit for stroke, limit in zip(strokes, limits, strict=True)]
