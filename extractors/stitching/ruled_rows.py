"""The first row of a page that its lines alone cut in two, though rules part the rows of its table.

A row's number may stand at its foot. On a page with no other row, what stands above it looks like the rest of a row
that a page break cut; how rows are parted on the page before tells that it is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.geometry import Cell, Page, Table, union

NEAR = 2.0
"""A rule stands within so many points of the edge that it draws."""
FEWEST = 2
"""So many rules between rows show how they are parted."""


def with_whole_first_row(table: Table, page: Page, upper: Table, before: Page) -> Table:
    """`table` with its first two rows as one where no rule parts them, as one parts each two of `upper` on its page."""
    first = table.header_rows
    if {table.method, upper.method} != {"lattice"} or table.height < first + 2 or _is_ruled(table, page, first + 1):
        return table
    body = (cell for cell in upper.cells if cell.page == before.number and cell.row >= upper.header_rows)
    rows = sorted({cell.row for cell in body})[1:]
    if len(rows) < FEWEST or not all(_is_ruled(upper, before, row) for row in rows):
        return table
    upside = {cell.col: cell for cell in table.cells if cell.row == first}
    below = {cell.col: cell for cell in table.cells if cell.row == first + 1}
    if any(upside[col].colspan != cell.colspan for col, cell in below.items() if col in upside):
        return table
    whole = [_joined([part[col] for part in (upside, below) if col in part], first) for col in {**upside, **below}]
    rest = (replace(c, row=c.row - (c.row > first)) for c in table.cells if c.row not in (first, first + 1))
    return replace(table, cells=(*rest, *whole))


def _is_ruled(table: Table, page: Page, row: int) -> bool:
    """Whether a rule is drawn over a row on a page."""
    cells = [cell for cell in table.cells if cell.row == row and cell.page == page.number]
    return any(_is_over(page, cell) for cell in cells)


def _is_over(page: Page, cell: Cell) -> bool:
    x0, top, x1, _ = cell.box
    level = (rule for rule in page.rules if rule.horizontal and rule.x0 < x1 and rule.x1 > x0)
    return any(rule.top - NEAR < top < rule.bottom + NEAR for rule in level)


def _joined(parts: Sequence[Cell], row: int) -> Cell:
    """The cells of one column as one."""
    first, last = parts[0], parts[-1]
    lines = tuple(line for part in parts for line in part.lines)
    doubts = dict.fromkeys(part.doubt for part in parts if part.doubt)
    span = last.row + last.rowspan - first.row
    box = union(part.box for part in parts)
    return replace(first, row=row, rowspan=max(span - 1, 1), lines=lines, box=box, doubt="; ".join(doubts) or None)
