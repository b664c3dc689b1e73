"""Columns without a name of their own: media set side by side are one column, other text there is not read.

A web page shows the media of a row as labels ('badges') or as columns of a list; the blanks between them look like
columns, but no name stands over these.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.geometry import Cell, Table, union
from extractors.meaning.columns import MARK, Columns
from extractors.meaning.grid import Grid
from extractors.values.channels import read_channels
from extractors.values.row_numbers import is_row_number
from extractors.vocabulary import Vocabulary

LOST = "di baris ini ada teks di kolom tanpa judul; isi baris mungkin tidak lengkap"
"""Why a row is doubted with text in a column that no heading names."""
_WORD = re.compile(r"\w")
_ADDRESS = re.compile(r"://|www\.|\w\.\w+/", re.IGNORECASE)


def with_whole_media(table: Table, vocabulary: Vocabulary) -> Table:
    """The table, neighbouring columns of nothing but channels made one where at most one of them has a name."""
    col = table.width if _has_ticks(table) else 0
    while col + 1 < table.width:
        if _are_one(table, col, vocabulary):
            table = _with_merged(table, col)
        else:
            col += 1
    return table


def lost_rows(table: Table, columns: Columns) -> frozenset[int]:
    """The rows that have text in a column without role and name."""
    grid = Grid(table)
    cols = {col for col in range(grid.width) if not _is_named(grid, columns, col)}
    return frozenset(
        cell.row
        for cell in table.cells
        if cell.row >= columns.first_row and cell.col in cols and cell.colspan == 1 and _tells(cell.text)
    )


def _tells(text: str) -> bool:
    """Whether a text is more than a mark or the number of a row."""
    return bool(_WORD.search(text)) and not is_row_number(text)


def _is_named(grid: Grid, columns: Columns, col: int) -> bool:
    """Whether a column has a role, is one of marks, or has a name in the heading that is not over others too."""
    if col in columns.roles.values() or any(col == tick for tick, _ in columns.ticks):
        return True
    heads = (grid.at(row, col) for row in range(columns.first_row))
    return any(cell is not None and cell.colspan == 1 and bool(cell.text) for cell in heads)


def _are_one(table: Table, col: int, vocabulary: Vocabulary) -> bool:
    """Whether two neighbouring columns hold channels only, side by side, and no more than one name."""
    left, right = (_own(table, at) for at in (col, col + 1))
    if any(cell.rowspan > 1 for cell in (*left, *right)):
        return False
    bodies = [[cell for cell in cells if not vocabulary.header(cell.text)] for cells in (left, right)]
    named = sum(len(body) < len(cells) for body, cells in zip(bodies, (left, right), strict=True))
    if named > 1 or (not named and table.method == "lattice"):
        return False  # where a page goes on without a heading, only blanks between texts can be no columns
    beside = {cell.row for cell in bodies[0]} & {cell.row for cell in bodies[1]}
    return bool(beside) and all(map(bool, bodies)) and all(_are_channels(body, vocabulary) for body in bodies)


def _own(table: Table, col: int) -> list[Cell]:
    """The cells with text of one column alone."""
    return [cell for cell in table.cells if cell.col == col and cell.colspan == 1 and cell.text]


def _are_channels(cells: Sequence[Cell], vocabulary: Vocabulary) -> bool:
    """Whether texts are names of channels; an address on one is a link."""
    if any(_ADDRESS.search(cell.text) for cell in cells):
        return False
    read = [read_channels(cell.text, vocabulary) for cell in cells]
    return all(channels and not unknown for channels, unknown in read)


def _has_ticks(table: Table) -> bool:
    """Whether a column holds but one mark again and again under its name: 'x' is a tick, though also a channel."""
    columns = (_own(table, col) for col in range(table.width))
    headed = (cells for cells in columns if cells and cells[0].row < max(1, table.header_rows))
    below = ([cell.text for cell in cells[1:]] for cells in headed)
    return any(len(set(marks)) == 1 and len(marks[0]) <= MARK and not is_row_number(marks[0]) for marks in below)


def _with_merged(table: Table, col: int) -> Table:
    """The table with the column `col` and the one right of it made one."""
    right = {cell.row: cell for cell in table.cells if cell.col == col + 1}
    cells: list[Cell] = []
    for cell in table.cells:
        if cell.col > col + 1:
            cells.append(replace(cell, col=cell.col - 1))
        elif cell.col <= col < cell.col + cell.colspan - 1:
            cells.append(replace(cell, colspan=cell.colspan - 1))
        elif cell.col == col and cell.row in right:
            cells.append(_joined(cell, right.pop(cell.row)))
        elif cell.col != col + 1:
            cells.append(cell)
    return replace(table, cells=(*cells, *(replace(cell, col=col) for cell in right.values())))


def _joined(left: Cell, right: Cell) -> Cell:
    """Two cells side by side as one."""
    doubt = left.doubt or right.doubt
    box = union((left.box, right.box))
    return replace(left, lines=(*left.lines, *right.lines), box=box, doubt=doubt, colspan=right.colspan)
