"""Texts that begin to the right of all others of their column: their first words may stand in the column before.

Only tables without walls are read so; in others the walls tell what belongs to a cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from statistics import median

from extractors.geometry import Page, Table, filled
from extractors.meaning.columns import Columns

LATE = "teks baris ini mulai lebih ke kanan daripada teks lain di kolomnya; awalnya mungkin terbaca di kolom sebelahnya"
"""Why a row is doubted one of whose texts begins late."""
SAME_EDGE = 2.0
"""Texts that begin within so many points of one another begin at one place."""
FAR = 8.0
"""A text that begins so many points farther right begins late."""
MOST = 0.6
"""Part of a column's texts that begin at one place, where it is set left."""
FEWEST = 5
"""So many texts tell how a column is set."""


def late_rows(table: Table, columns: Columns, pages: Mapping[int, Page]) -> Iterator[tuple[int, str]]:
    """The rows of a table without walls where a text begins late in a column that is set left."""
    if table.method != "stream":
        return
    aside = {columns.col("number"), columns.col("date")}
    cells = [c for c in table.cells if c.row >= columns.first_row and c.col not in aside and c.colspan == 1]
    starts: dict[int, dict[int, float]] = {}
    for number in sorted({cell.page for cell in cells} & pages.keys()):
        for cell, words in filled(cells, pages[number]):
            if words:
                starts.setdefault(cell.col, {})[cell.row] = min(word.x0 for word in words)
    for found in starts.values():
        usual = median(found.values())
        alike = sum(abs(x0 - usual) <= SAME_EDGE for x0 in found.values())
        if alike >= max(FEWEST, MOST * len(found)):
            yield from ((row, LATE) for row, x0 in found.items() if x0 - usual > FAR)
