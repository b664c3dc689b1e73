"""Rows that take up several ruled lines of cells, as the names over them do: an information over its day and media."""

from __future__ import annotations

from dataclasses import replace

from extractors.geometry import Cell, Table

LINES = (2, 3)
"""A row is printed in so many lines of cells."""
FEWEST = 4
"""So many rows, that of the names among them, are printed alike by no accident."""

Place = tuple[int, int, int, int]
"""Where a cell stands in the lines of its row: line, column, and how many of each it takes up."""


def unfolded(table: Table) -> Table:
    """The table with each row in one line, a column for each place in it; other tables as they are."""
    for count in LINES:
        if places := _places(table, count):
            cells = tuple(_in_one_line(cell, count, places) for cell in table.cells)
            return replace(table, cells=cells, header_rows=table.header_rows // count)
    return table


def _places(table: Table, count: int) -> list[Place]:
    """The places of cells in each `count` lines, in reading order; none unless all rows have the same, names first.

    Lines that are all cut alike are rows of their own.
    """
    if table.method == "stream" or table.height % count or table.height < FEWEST * count:
        return []
    rows: dict[int, set[Place]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row // count, set()).add(_place(cell, count))
    lines = [{(col, span) for line, col, _, span in rows[0] if line == at} for at in range(count)]
    alike = all(places == rows[0] for places in rows.values()) and any(line != lines[0] for line in lines[1:])
    inside = all(line + height <= count for line, _, height, _ in rows[0])
    named = all(cell.lines for cell in table.cells if cell.row < count)
    return sorted(rows[0]) if alike and inside and named else []


def _place(cell: Cell, count: int) -> Place:
    return cell.row % count, cell.col, cell.rowspan, cell.colspan


def _in_one_line(cell: Cell, count: int, places: list[Place]) -> Cell:
    """The cell in the one line of its row."""
    return replace(cell, row=cell.row // count, col=places.index(_place(cell, count)), rowspan=1, colspan=1)
