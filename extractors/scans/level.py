"""The projection that makes a page's lines level and upright: what skew is left, and the keystone of photographs."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from extractors.scans.runs import Run

Matrix = npt.NDArray[np.float64]
Floats = npt.NDArray[np.float64]

ENOUGH = 0.15
"""Share of a page side that lines must span together before they are believed."""

FEW = 3
"""Fewer lines than this do not tell a direction."""
CLOSE = 0.002
"""Half page sides: lines that the fit leaves further askew than this (the median) are no lines of one page."""


def levelling(across: Sequence[Run], down: Sequence[Run], width: int, height: int) -> Matrix:
    """The matrix in pixels under which `across` runs are level and `down` runs (x and y swapped) upright.

    In coordinates from -1 to 1 it is x' = (x + a y) / w, y' = (y + b x) / w with w = 1 + g x + h y; level runs tell b
    and g, upright ones a and h. Without upright runs it only turns the page; without any it does nothing.
    """
    half = max(width, height) / 2
    inner = np.array([[1 / half, 0, -width / 2 / half], [0, 1 / half, -height / 2 / half], [0, 0, 1]])
    level = _ends(across, inner, swapped=False)
    upright = _ends(down, inner, swapped=True)
    parameters = _fit(level, upright, width / half, height / half)
    if parameters.any() and float(np.median(np.abs(_misfit(parameters, level, upright)))) > CLOSE:
        return np.eye(3)
    return np.asarray(np.linalg.inv(inner) @ _projection(parameters) @ inner, dtype=np.float64)


def _ends(runs: Sequence[Run], inner: Matrix, *, swapped: bool) -> Floats:
    """Rows of (x0, y0, x1, y1) in inner coordinates."""
    ends = np.array([(run.x0, run.y0, run.x1, run.y1) for run in runs], dtype=np.float64).reshape(-1, 4)
    if swapped:
        ends = ends[:, [1, 0, 3, 2]]
    scale, shift = inner[0, 0], inner[:2, 2]
    return np.asarray(ends * scale + np.tile(shift, 2), dtype=np.float64)


def _fit(level: Floats, upright: Floats, width: float, height: float) -> Floats:
    """Parameters (a, b, g, h) by Gauss-Newton with outliers weighed down."""
    free = _free(level, upright, width, height)
    parameters = np.zeros(4)
    if not free.any():
        return parameters
    for _ in range(6):
        here = _misfit(parameters, level, upright)
        slopes = np.stack([_misfit(parameters + step, level, upright) - here for step in free * 1e-5], axis=1) / 1e-5
        spread = 1.5 * float(np.median(np.abs(here))) + 1e-4
        weights = 1 / (1 + (here / spread) ** 2)
        change, *_ = np.linalg.lstsq(slopes * weights[:, None], -here * weights, rcond=None)
        parameters = parameters + change @ free
    return parameters


def _free(level: Floats, upright: Floats, width: float, height: float) -> Floats:
    """Directions in (a, b, g, h) that the runs can tell, one a row."""
    turn, fan = np.array([-1.0, 1, 0, 0]), np.eye(4)
    across = len(level) >= FEW and float((level[:, 2] - level[:, 0]).sum()) > ENOUGH * width
    down = len(upright) >= FEW and float((upright[:, 3] - upright[:, 1]).sum()) > ENOUGH * height
    spread_across = across and _spread(level[:, [1, 3]].mean(axis=1)) > 0.3
    spread_down = down and _spread(upright[:, [0, 2]].mean(axis=1)) > 0.3
    rows = []
    if across and down:
        rows += [fan[0], fan[1]]
    elif across or down:
        rows.append(turn)
    if spread_across:
        rows.append(fan[2])
    if spread_down:
        rows.append(fan[3])
    return np.array(rows).reshape(-1, 4)


def _spread(places: Floats) -> float:
    return float(places.max() - places.min()) if places.size > 2 else 0.0


def _misfit(parameters: Floats, level: Floats, upright: Floats) -> Floats:
    """How far the ends of each run are from being on one row or column."""
    a, b, g, h = parameters

    def projected(x: Floats, y: Floats) -> tuple[Floats, Floats]:
        w = 1 + g * x + h * y
        return (x + a * y) / w, (y + b * x) / w

    rows = projected(level[:, 2], level[:, 3])[1] - projected(level[:, 0], level[:, 1])[1]
    columns = projected(upright[:, 2], upright[:, 3])[0] - projected(upright[:, 0], upright[:, 1])[0]
    return np.concatenate([rows, columns])


def _projection(parameters: Floats) -> Matrix:
    a, b, g, h = parameters
    return np.array([[1, a, 0], [b, 1, 0], [g, h, 1]])
