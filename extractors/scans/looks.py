"""A second look at lines that were read badly: through stamps, stains and faint print."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from extractors.scans.reader import Line, read_lines
from extractors.scans.render import WHITE, Image

UNSURE = 0.9
"""A line with a letter less probable than this is looked at again."""
BETTER = 0.03
"""How much surer another reading must be to replace the first."""
GREY_INK = 0.35
"""From print (0) to paper (1): what is paler than this is not print but stamp, pencil or stain."""


def look_again(lines: Sequence[Line], views: Sequence[Image]) -> list[Line]:
    """`lines`, the unsure ones replaced by what another view of the page shows better."""
    unsure = [place for place, line in enumerate(lines) if line.weakest < UNSURE]
    best = list(lines)
    for view in views:
        for place, line in zip(unsure, read_lines(view, [lines[place].strip for place in unsure]), strict=True):
            if line.glyphs and line.confidence > best[place].confidence + BETTER:
                best[place] = line
    return best


def only_print(image: Image, level: float) -> Image:
    """`image` with everything paler than its print (grey value `level`) turned to paper."""
    limit = level + GREY_INK * (WHITE - level)
    stretched = (image.astype(np.float32) - level) * (WHITE - level) / max(limit - level, 1.0) + level
    return np.asarray(np.clip(stretched, 0, WHITE), dtype=np.uint8)
