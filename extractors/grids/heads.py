"""Headings that no rule parts: dark boxes without borders, on a ruled table or in its first row, and walls' tops."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from extractors.geometry import Box, Fill, Word
from extractors.grids.lattice import TOUCH, Grid, Span
from extractors.grids.strokes import Stroke

NEAR = 2.0
"""Boxes that are stacked leave no more points between them."""
COVER = 0.9
"""The lowest boxes cover this part of the table's width."""


def with_shaded_head(grid: Grid, fills: Sequence[Fill]) -> Grid:
    """The grid with the shaded boxes that stand on it as its first rows."""
    boxes = _stacked([fill.box for fill in fills if _fits(grid, fill.box)], grid)
    width = grid.xs[-1] - grid.xs[0]
    lowest = [box for box in boxes if abs(box[3] - grid.ys[0]) < NEAR + TOUCH / 2]
    if sum(box[2] - box[0] for box in lowest) < COVER * width:
        return grid
    tops = _levels([box[1] for box in boxes])
    spans = []
    for x0, top, x1, bottom in boxes:
        row, end = _index(tops, top), _index([*tops, grid.ys[0]], bottom)
        col, last = _index(grid.xs, x0), _index(grid.xs, x1)
        spans.append(Span(row, col, max(1, end - row), last - col))
    shifted = [span._replace(row=span.row + len(tops)) for span in grid.spans]
    return grid._replace(ys=[*tops, *grid.ys], spans=[*sorted(spans), *shifted], open_top=False)


def with_parted_head(grid: Grid, fills: Sequence[Fill], words: Sequence[Word]) -> Grid:
    """The grid with a row cut where the shading ends that covers its upper part: no rule parts the heading."""
    left, right, top = grid.xs[0], grid.xs[-1], grid.ys[0]
    inside = [fill for fill in fills if left - TOUCH < fill.box[0] and fill.box[2] < right + TOUCH]
    boxes = _hanging(inside, top)
    cut = max((box[3] for box in boxes), default=top)
    band = bisect_right(grid.ys, cut) - 1
    near = min(abs(cut - y) for y in grid.ys) < TOUCH
    if near or band == len(grid.ys) - 1 or _covered(boxes, cut) < COVER * (right - left):
        return grid
    held = [(word.top + word.bottom) / 2 for word in words if left < word.x0 and word.x1 < right]
    if not (any(grid.ys[band] < y < cut for y in held) and any(cut < y < grid.ys[band + 1] for y in held)):
        return grid
    spans = [part for span in grid.spans for part in _cut_under(span, band)]
    return grid._replace(ys=[*grid.ys[: band + 1], cut, *grid.ys[band + 1 :]], spans=spans, open_top=False)


def with_walls_begun(grid: Grid, upright: Sequence[Stroke], words: Sequence[Word]) -> Grid:
    """The grid with its first row cut where walls begin in it: names of groups stand over those of their columns."""
    top, foot = grid.ys[:2]
    inside = [wall for wall in upright if grid.xs[0] + TOUCH < wall.at < grid.xs[-1] - TOUCH]
    begun = [wall.start for wall in inside if top + TOUCH < wall.start < foot - TOUCH < wall.end]
    if len(begun) < 2 or max(begun) - min(begun) > NEAR or any(s.row == 0 and s.rowspan > 1 for s in grid.spans):
        return grid
    cut = min(begun)
    held = [(word.top + word.bottom) / 2 for word in words if grid.xs[0] < word.x0 and word.x1 < grid.xs[-1]]
    if not (any(top < y < cut for y in held) and any(cut < y < foot for y in held)):
        return grid
    cells = [
        Span(row, first, 1, last - first)
        for row, (y0, y1) in enumerate(((top, cut), (cut, foot)))
        for first, last in pairwise(_walls(grid.xs, inside, y0, y1))
    ]
    below = [span._replace(row=span.row + 1) for span in grid.spans if span.row > 0]
    return grid._replace(ys=[top, cut, *grid.ys[1:]], spans=[*cells, *below])


def _walls(xs: Sequence[float], upright: Sequence[Stroke], top: float, foot: float) -> list[int]:
    """The columns that begin with a wall between two heights, and the end of the last."""
    inner = (
        col
        for col in range(1, len(xs) - 1)
        if any(
            abs(wall.at - xs[col]) < TOUCH and wall.start < top + TOUCH and wall.end > foot - TOUCH for wall in upright
        )
    )
    return [0, *inner, len(xs) - 1]


def _hanging(fills: Sequence[Fill], top: float) -> list[Box]:
    """The boxes of one shade that hang from a height, or from one another, each place once."""
    shades = {fill.shade for fill in fills if abs(fill.box[1] - top) < TOUCH}
    found: list[Box] = []
    for box in sorted({fill.box for fill in fills if {fill.shade} == shades}, key=lambda box: box[1]):
        if abs(box[1] - top) < TOUCH or any(_is_under(box, upper) for upper in found):
            found.append(box)
    return found


def _is_under(box: Box, upper: Box) -> bool:
    return abs(box[1] - upper[3]) < NEAR and box[0] < upper[2] and upper[0] < box[2]


def _covered(boxes: Sequence[Box], foot: float) -> float:
    """How much of the width the boxes cover that end at a height."""
    return sum(box[2] - box[0] for box in boxes if abs(box[3] - foot) < NEAR)


def _cut_under(span: Span, band: int) -> list[Span]:
    """A cell, cut where a band of its grid is cut in two, or one row lower where it stands below."""
    end = span.row + span.rowspan
    if span.row > band:
        return [span._replace(row=span.row + 1)]
    if end <= band:
        return [span]
    return [span._replace(rowspan=band + 1 - span.row), span._replace(row=band + 1, rowspan=end - band)]


def _fits(grid: Grid, box: Box) -> bool:
    """Whether a box above the grid begins and ends at walls of its columns."""
    sides = all(min(abs(x - wall) for wall in grid.xs) < TOUCH for x in (box[0], box[2]))
    return sides and box[3] < grid.ys[0] + TOUCH and _index(grid.xs, box[0]) < _index(grid.xs, box[2])


def _stacked(boxes: Sequence[Box], grid: Grid) -> list[Box]:
    """The boxes that stand on the grid or on one another, each place once."""
    found: list[Box] = []
    for box in sorted(set(boxes), key=lambda box: -box[3]):
        on_grid = abs(box[3] - grid.ys[0]) < TOUCH
        on_box = any(abs(box[3] - low[1]) < NEAR and box[0] < low[2] and low[0] < box[2] for low in found)
        covered = any(box[0] < low[2] - NEAR and low[0] + NEAR < box[2] and low[1] < box[3] - NEAR for low in found)
        if (on_grid or on_box) and not covered:
            found.append(box)
    return found


def _levels(places: Sequence[float]) -> list[float]:
    """The different heights among some places, from the top."""
    levels: list[float] = []
    for place in sorted(places):
        if not levels or place - levels[-1] > NEAR:
            levels.append(place)
    return levels


def _index(places: Sequence[float], at: float) -> int:
    """Which of some places is nearest."""
    return min(range(len(places)), key=lambda i: abs(places[i] - at))
