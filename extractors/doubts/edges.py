"""Texts that begin to the right of all others of their column: their first words may stand in the column before.

Only tables without walls are read so; in others the walls tell what belongs to a cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from statistics import median

from extractors.geometry import Page, Table, filled_on
from extractors.meaning.columns import Columns

LATE = "teks baris ini mulai lebih ke kanan daripada teks lain di kolomnya; awalnya mungkin terbaca di kolom sebelahnya"
"""Why a row is doubted one of whose texts begins late."""
CLIPPED = "teks baris ini melewati garis kolomnya; ujungnya mungkin terpotong waktu dicetak"
"""Why a row is doubted with a text that its cell is too narrow for."""
TEXTS = ("information", "activity", "media", "venue")
"""What columns of texts tell."""
OVER = 1.0
"""Points by which a word reaches over a wall that it is cut off at."""
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
    spans: dict[int, dict[int, tuple[float, float]]] = {}
    for cell, words in filled_on(cells, pages):
        if words:
            spans.setdefault(cell.col, {})[cell.row] = min(w.x0 for w in words), max(w.x1 for w in words)
    for found in spans.values():
        usual, alike = _usual([x0 for x0, _ in found.values()])
        _, centred = _usual([(x0 + x1) / 2 for x0, x1 in found.values()])
        if alike >= max(FEWEST, MOST * len(found)) and alike >= centred:
            yield from ((row, LATE) for row, (x0, _) in found.items() if x0 - usual > FAR)


def clipped_rows(table: Table, columns: Columns, pages: Mapping[int, Page]) -> Iterator[tuple[int, str]]:
    """The rows of a ruled table where the last word of a text reaches over the wall: a sheet cuts it off there."""
    if table.method != "lattice":
        return
    told = {columns.col(role) for role in TEXTS} - {None}
    cells = [cell for cell in table.cells if cell.col in told and cell.row >= columns.first_row]
    for cell, words in filled_on(cells, pages):
        if any(word.x1 > cell.box[2] + OVER for word in words):
            yield cell.row, CLIPPED


def _usual(places: Sequence[float]) -> tuple[float, int]:
    """The usual one of some places, and how many are the same."""
    usual = median(places)
    return usual, sum(abs(place - usual) <= SAME_EDGE for place in places)
