"""Titles of the report's parts inside tables: a sheet printed with its gridlines makes one grid of all it holds."""

from __future__ import annotations

from dataclasses import replace

from extractors.geometry import Table
from extractors.meaning.grid import Grid
from extractors.meaning.roles import header_roles
from extractors.structure.section import LEFT_OUT, NARRATIVE, SECTORS, SURE
from extractors.vocabulary import Vocabulary

PROSE = NARRATIVE | {"legal_basis"}
"""Parts that hold no table."""


def parted_at_titles(table: Table, vocabulary: Vocabulary) -> list[Table]:
    """The table, cut where a row is the title of a part of the report, over names of columns or prose.

    Titles are no rows, but of parts of prose: these are no tables.
    """
    grid = Grid(table)
    titles = [row for row in range(grid.height - 1) if _title_of(grid, row, vocabulary)]
    if not titles:
        return [table]
    starts = [row + (_title_of(grid, row, vocabulary) not in PROSE) for row in titles]
    parts = [_rows(table, start, end) for start, end in zip([0, *starts], [*titles, grid.height], strict=True)]
    return [part for part in parts if part.height > 1]


def is_prose(table: Table, vocabulary: Vocabulary) -> bool:
    """Whether the first row of a table is the title of a part of prose."""
    return _title_of(Grid(table), 0, vocabulary) in PROSE


def _title_of(grid: Grid, row: int, vocabulary: Vocabulary) -> str | None:
    """The part of the report that a row's lone text names for sure, over names of columns or prose; else None."""
    texts = [cell for cell in grid.row(row) if cell.text]
    if len(texts) != 1:
        return None
    match = vocabulary.section(texts[0].text)
    if match is None or match.score < SURE or match.code in LEFT_OUT | SECTORS:
        return None
    named = len(header_roles(grid, row + 1, vocabulary)) >= 2
    prose = match.code in PROSE and texts[0].colspan == grid.width
    return match.code if named or prose else None


def _rows(table: Table, start: int, end: int) -> Table:
    """The rows of a table from `start` up to `end`."""
    cells = (replace(cell, row=cell.row - start) for cell in table.cells if start <= cell.row < end)
    return replace(table, cells=tuple(cells), header_rows=max(0, min(table.header_rows, end) - start))
