"""Meetings in one column for each sector: 'Tanggal', 'Pemerintah', 'Non Pemerintah', each row in one of the two."""

from __future__ import annotations

from dataclasses import replace

from extractors.geometry import Cell, Table
from extractors.meaning.meetings import SECTOR_CELL

ACTIVITY, SECTOR = "Kegiatan", "Unsur"
"""Names of the columns that the two become."""
FEWEST_WORDS = 3
"""A mark or a count in the column of a sector is no meeting."""
FEWEST = 2


def with_sectors_beside(table: Table) -> Table:
    """The table, its two columns of meetings one, and the names over them the sectors of its rows."""
    heads = {cell.col: cell for cell in table.cells if cell.row == 0 and SECTOR_CELL.match(cell.text)}
    below = [cell for cell in table.cells if cell.col in heads and cell.row > 0 and cell.lines]
    whole = all(cell.rowspan == cell.colspan == 1 and len(cell.text.split()) >= FEWEST_WORDS for cell in below)
    alone = len({cell.row for cell in below}) == len(below) >= FEWEST
    if len(heads) != 2 or table.width < 3 or not (whole and alone):
        return table
    first, last = sorted(heads)
    told: list[Cell] = []
    for cell in below:
        sector = replace(cell, col=last, lines=heads[cell.col].lines, line_counts=())
        told += [replace(cell, col=first), sector]
    names = [replace(heads[first], lines=(ACTIVITY,)), replace(heads[last], lines=(SECTOR,))]
    return replace(table, cells=(*(cell for cell in table.cells if cell.col not in heads), *names, *told))
