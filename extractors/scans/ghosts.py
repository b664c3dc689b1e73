"""Level runs that are no rules: those of the reverse side show through thin paper, and shades have edges."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from extractors.geometry import Box
from extractors.scans.render import Image
from extractors.scans.runs import Run

DARK, ENOUGH = 50.0, 4
"""Grey values by which a printed rule is darker than the paper at least, and how many of them tell the page's own."""
PALER = 0.3
"""Share of the usual rule's darkness below which a rule shines through."""
EVEN = 8.0
"""Grey values by which both sides of such a rule differ at most: the edge of a shade parts two brightnesses."""
NEAR = 5.0
"""Points by which the edge of a shade may miss the shade as it was found, or its neighbour in the same column."""
BESIDE = 2.0
"""Points from a rule at which the paper beside it is looked at."""


def without_ghosts(runs: Sequence[Run], image: Image, scale: float) -> list[Run]:
    """The level `runs` of `image`, without the pale ones where the page's own are dark."""
    looks = [_look(run, image, scale) for run in runs]
    dark = [depth for depth, _ in looks if depth >= DARK]
    if len(dark) < ENOUGH:
        return list(runs)
    least = PALER * float(np.median(dark))
    return [run for run, (depth, step) in zip(runs, looks, strict=True) if depth >= least or step > EVEN]


def _look(run: Run, image: Image, scale: float) -> tuple[float, float]:
    """How much darker a run is than its darker side, and how much its sides differ."""
    reach = round(BESIDE * scale)
    columns = np.arange(int(run.x0), min(int(run.x1) + 1, image.shape[1]))
    rows = np.rint(np.interp(columns, [run.x0, run.x1], [run.y0, run.y1])).astype(int)

    def at(shift: int) -> float:
        return float(np.median(image[np.clip(rows + shift, 0, image.shape[0] - 1), columns]))

    above, below = at(-reach), at(reach)
    return min(above, below) - min(at(shift) for shift in (-1, 0, 1)), abs(above - below)


def without_edges(runs: Sequence[Run], shades: Sequence[Box], image: Image, scale: float) -> list[Run]:
    """The level `runs` of `image`, without the mere edges of `shades` (points): those are known from the shades."""

    def is_edge(run: Run) -> bool:
        x0, y, x1 = run.x0 / scale, run.middle / scale, run.x1 / scale
        along = (box for box in shades if box[0] - NEAR <= x0 and x1 <= box[2] + NEAR)
        if not any(min(abs(y - box[1]), abs(y - box[3])) <= NEAR for box in along):
            return False
        depth, step = _look(run, image, scale)
        return depth < EVEN < step

    return [run for run in runs if not is_edge(run)]
