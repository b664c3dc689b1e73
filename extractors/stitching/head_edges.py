"""Column edges that only the heading has: converters cut its cells in three, (blank, name, blank)."""

from __future__ import annotations

from dataclasses import replace

from extractors.geometry import Cell, Table

DEEPEST = 4
"""A heading has no more rows than this."""


def without_head_edges(table: Table) -> Table:
    """The table without edges that part nothing but a name from a blank in its heading."""
    edges = [edge for edge in range(table.width + 1) if not _is_spare(table, edge)]
    if len(edges) == table.width + 1:
        return table
    cells = [cell for cell in table.cells if cell.lines or {cell.col, cell.col + cell.colspan} <= set(edges)]
    return replace(table, cells=tuple(_fitted(cell, edges) for cell in cells))


def _is_spare(table: Table, edge: int) -> bool:
    """Whether an edge stands in the first rows only, each time beside a blank cell."""
    if edge in (0, table.width):
        return False
    left = {cell.row: cell for cell in table.cells if cell.col + cell.colspan == edge}
    right = {cell.row: cell for cell in table.cells if cell.col == edge}
    rows = [row for cell in (*left.values(), *right.values()) for row in range(cell.row, cell.row + cell.rowspan)]
    if not rows or max(rows) >= min(DEEPEST, table.height // 2) or set(left) != set(right):
        return False
    return all(not (left[row].lines and right[row].lines) for row in left)


def _fitted(cell: Cell, edges: list[int]) -> Cell:
    """`cell` between the nearest edges that are left."""
    start = max(index for index, edge in enumerate(edges) if edge <= cell.col)
    end = min(index for index, edge in enumerate(edges) if edge >= cell.col + cell.colspan)
    return replace(cell, col=start, colspan=end - start)
