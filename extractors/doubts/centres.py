"""Texts that do not stand in the middle of their row, where others do: a line may be of the row above or below.

Only tables without walls are read so; in others the walls tell what belongs to a row.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from extractors.geometry import Page, Table, Word, filled_on
from extractors.meaning.columns import Columns

OFF_CENTRE = (
    "teks baris ini tidak berada di tengah barisnya seperti di baris lain; "
    "sebagian mungkin milik baris di atas atau di bawahnya"
)
"""Why a row is doubted one of whose texts stands higher or lower than its number."""
LEVEL = 0.35
"""Middles that differ by less than so many type sizes are level."""
FEWEST = 4
"""So many texts of several lines tell how rows are set."""
MOST = 0.7
"""Part of them that stand in the middle of their rows, where all do."""


class _Place(NamedTuple):
    """Where a text stands: its middle, its height and the size of its type."""

    middle: float
    height: float
    size: float


def off_centre_rows(table: Table, columns: Columns, pages: Mapping[int, Page]) -> Iterator[tuple[int, str]]:
    """The rows of a table without walls whose texts stand off the middle that their number tells."""
    if table.method != "stream" or "number" not in columns.roles:
        return
    cells = [cell for cell in table.cells if cell.row >= columns.first_row and cell.colspan == 1 and not cell.continued]
    keys: dict[int, _Place] = {}
    texts: list[tuple[int, _Place]] = []
    for cell, words in filled_on(cells, pages):
        if words and cell.col == columns.roles["number"]:
            keys[cell.row] = _place(words)
        elif words:
            texts.append((cell.row, _place(words)))
    offs = [(row, _off(place, keys[row])) for row, place in texts if row in keys and place.height > 1.5 * place.size]
    level = sum(off < LEVEL for _, off in offs)
    if level >= max(FEWEST, MOST * len(offs)):
        yield from ((row, OFF_CENTRE) for row, off in offs if off >= LEVEL)


def _place(words: Sequence[Word]) -> _Place:
    """Where some words stand."""
    top, bottom = min(word.top for word in words), max(word.bottom for word in words)
    return _Place((top + bottom) / 2, bottom - top, max(word.bottom - word.top for word in words))


def _off(place: _Place, key: _Place) -> float:
    """How far a text's middle is from that of its row's number, in type sizes."""
    return abs(place.middle - key.middle) / place.size
