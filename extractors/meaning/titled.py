"""Titles of the report's parts inside tables: a sheet printed with its gridlines makes one grid of all it holds."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from extractors.geometry import Table
from extractors.meaning.columns import header_roles
from extractors.meaning.grid import Grid
from extractors.structure.section import LEFT_OUT, SECTORS, SURE
from extractors.vocabulary import Vocabulary


def parted_at_titles(table: Table, vocabulary: Vocabulary) -> list[Table]:
    """The table, cut where a row is the title of a part of the report over the names of columns; titles are no rows."""
    grid = Grid(table)
    titles = [row for row in range(grid.height - 1) if _is_title(grid, row, vocabulary)]
    if not titles:
        return [table]
    ends = [*titles, grid.height]
    parts = [_rows(table, 0, titles[0]), *(_rows(table, start + 1, end) for start, end in pairwise(ends))]
    return [part for part in parts if part.height > 1]


def _is_title(grid: Grid, row: int, vocabulary: Vocabulary) -> bool:
    """Whether a row's lone text names a part of the report for sure, and the row below it names columns."""
    texts = [cell.text for cell in grid.row(row) if cell.text]
    if len(texts) != 1 or len(header_roles(grid, row + 1, vocabulary)) < 2:
        return False
    match = vocabulary.section(texts[0])
    return match is not None and match.score >= SURE and match.code not in LEFT_OUT | SECTORS


def _rows(table: Table, start: int, end: int) -> Table:
    """The rows of a table from `start` up to `end`."""
    cells = (replace(cell, row=cell.row - start) for cell in table.cells if start <= cell.row < end)
    return replace(table, cells=tuple(cells), header_rows=max(0, min(table.header_rows, end) - start))
