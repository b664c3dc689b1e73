"""Rows that begin amid a sentence or a date: the rest of the row above, where nothing drawn parts the two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.geometry import Cell
from extractors.meaning.grid import Grid
from extractors.normalise.sectors import sector_of

TORN = "teks baris ini dan baris di sebelahnya tampak terbagi di tengah kalimat; batas kedua baris tidak pasti"
"""Why two rows are doubted where the lower one begins amid a sentence or a date."""
MOST = 0.8
"""Texts begin with small letters by chance where more than the rest do."""
_YEAR_FIRST = re.compile(r"\W*20\d\d\b\W+\S*[a-z]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Beginning:
    """How a row begins: its text and date, the page it is on, and whether it has a number."""

    text: str
    date: str
    page: int
    numbered: bool = True


def torn_rows(rows: Sequence[Beginning], ruled: bool) -> set[int]:
    """The rows that begin amid a sentence or a date, and those before them; of ruled ones those over pages only.

    So may do the first row of a page that has neither number nor day.
    """
    small = [row.text[:1].islower() for row in rows]
    usual = sum(small) > (1 - MOST) * len(rows)
    found: set[int] = set()
    for index, (above, row) in enumerate(pairwise(rows)):
        amid = (small[index + 1] and not usual) or bool(_YEAR_FIRST.match(row.date))
        keyless = row.page != above.page and not (row.numbered or row.date)
        if keyless or (amid and (not ruled or row.page != above.page)):
            found |= {index, index + 1}
    return found


def with_whole_sectors(grid: Grid, col: int | None, first: int) -> Grid:
    """The grid with the names in its column of sectors whole that a page break cut: 'NON' and 'PEMERINTAH'."""
    named = sorted((c for c in grid.table.cells if c.col == col and c.row >= first and c.text), key=lambda c: c.row)
    whole: dict[Cell, Cell] = {}
    for above, below in pairwise(named):
        lines = (*above.lines, *below.lines)
        cut = below.page > above.page and sector_of(above.text) is None
        if cut and sector_of(" ".join(lines)) not in (None, sector_of(below.text)):
            whole |= {cell: replace(cell, lines=lines) for cell in (above, below)}
    cells = tuple(whole.get(cell, cell) for cell in grid.table.cells)
    return Grid(replace(grid.table, cells=cells)) if whole else grid
