"""Strokes in colour among black ones: the frame of a stamp, which is no rule of the table below it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from extractors.scans.ink import print_limit
from extractors.scans.render import Image, PixelBox
from extractors.scans.runs import Run
from extractors.scans.strokes import Strokes

DARK = 0.5
"""Share of a stroke's length that is left without colours, at least, of a black one."""
REACH = 1.0
"""Points beside its middle within which a stroke's ink lies."""
MOST = 0.5
"""Share of all strokes' length: where more is coloured, the rules are."""


def without_coloured(strokes: Strokes, bare: Image, level: float, scale: float) -> tuple[Strokes, list[PixelBox]]:
    """The strokes that are left on the page without colours (`bare`, print has `level`), and the box of the others.

    All are kept where most are coloured: a table may be.
    """
    dark = np.asarray(bare <= print_limit(level), dtype=np.bool_)
    across = [run for run in strokes.across if _is_left(run, dark, scale)]
    down = [run for run in strokes.down if _is_left(run, np.ascontiguousarray(dark.T), scale)]
    level_ones = [run for run in strokes.across if run not in across]
    upright = [run for run in strokes.down if run not in down]
    gone, whole = _length([*level_ones, *upright]), _length([*strokes.across, *strokes.down])
    if not gone or gone > MOST * whole:
        return strokes, []
    ends = [(x, y) for run in level_ones for x, y in ((run.x0, run.y0), (run.x1, run.y1))]
    ends += [(x, y) for run in upright for y, x in ((run.x0, run.y0), (run.x1, run.y1))]
    (left, top), (right, bottom) = np.min(ends, axis=0).tolist(), np.max(ends, axis=0).tolist()
    frame = (round(left), round(top), round(right), round(bottom))
    return replace(strokes, across=tuple(across), down=tuple(down)), [frame]


def _is_left(run: Run, dark: np.typing.NDArray[np.bool_], scale: float) -> bool:
    """Whether most of a run, along the rows of `dark`, is dark."""
    reach = max(1, round(REACH * scale))
    xs = np.arange(round(run.x0), max(round(run.x1), round(run.x0) + 1)).clip(0, dark.shape[1] - 1)
    ys = np.interp(xs, (run.x0, max(run.x1, run.x0 + 1)), (run.y0, run.y1)).round().astype(int)
    near = [dark[(ys + shift).clip(0, dark.shape[0] - 1), xs] for shift in range(-reach, reach + 1)]
    return float(np.any(near, axis=0).mean()) >= DARK


def _length(runs: Iterable[Run]) -> float:
    return sum(run.length for run in runs)
