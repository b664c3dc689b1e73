"""Which lines are set bold: their strokes are thick for their size, beside the other lines of the page."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from extractors.scans.render import WHITE, Image
from extractors.scans.strips import Strip, crop

THICKER = 1.18
"""How much thicker than the page's usual strokes bold ones are."""
THICK = 0.152
"""Stroke in font sizes that is bold where a page has too few lines to compare."""
FEW = 6


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
    limit = THICK if len(strokes) < FEW else THICKER * usual
    return [stroke > limit for stroke in strokes]
