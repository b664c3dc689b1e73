"""The rest of a numbered table without rules, on a page where one of its columns is blank and so cannot be seen."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from extractors.geometry import Cell, Page, Table, holds, union
from extractors.grids.text import doubt_of, printed
from extractors.values.row_numbers import row_number

FEWEST = 3
"""Columns that the rest has at least."""


def numbered_on(upper: Table, edges: Sequence[float] | None, lower: Table, page: Page) -> Table:
    """`lower` with the columns of `upper` (between `edges`) where it numbers that table's rows on in fewer columns."""
    if edges is None or {upper.method, lower.method} != {"stream"} or not FEWEST <= lower.width < upper.width:
        return lower
    above, below = _numbers(upper), _numbers(lower)
    if not above or not below or below[0] != above[-1] + 1 or abs(_left(lower) - edges[0]) > edges[1] - edges[0]:
        return lower
    return _refilled(lower, edges, page)


def _numbers(table: Table) -> list[int]:
    """The rows' numbers in the first column."""
    first = sorted((cell for cell in table.cells if cell.col == 0), key=lambda cell: cell.row)
    return [number for cell in first if (number := row_number(cell.text)) is not None]


def _left(table: Table) -> float:
    return min(cell.box[0] for cell in table.cells)


def _refilled(table: Table, edges: Sequence[float], page: Page) -> Table:
    """The words of `table` in its rows and in the columns between `edges`; the last one reaches as far as its words."""
    rows = [next(cell.box for cell in table.cells if cell.row == row) for row in range(table.height)]
    left, _, right, end = union(cell.box for cell in table.cells)
    edges = [min(left, edges[0]), *edges[1:-1], max(right, edges[-1])]
    tops = [box[1] for box in rows]
    cells = []
    for row, (top, bottom) in enumerate(zip(tops, [*tops[1:], end], strict=True)):
        inside = [word for word in page.words if word.upright and holds((left, top, right, bottom), word.box)]
        for col, (x0, x1) in enumerate(pairwise(edges)):
            words = [word for word in inside if bisect_right(edges, (word.x0 + word.x1) / 2) - 1 == col]
            cells.append(Cell(row, col, printed(words), page.number, (x0, top, x1, bottom), doubt=doubt_of(words)))
    return Table(tuple(cells), table.method, table.pages, table.header_rows)
