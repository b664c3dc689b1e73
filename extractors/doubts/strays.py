"""Words that stand in one column and belong to the one beside it, told by where the same words stand in other rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from extractors.geometry import Cell, Table
from extractors.meaning.columns import Columns

STRAY = "kata '{}' pada baris ini biasanya berdiri di kolom sebelahnya; mungkin salah kolom"
"""Why a row is doubted one of whose words stands in the neighbouring column in other rows."""
OFTEN = 3
"""A word that stands in a column in so many other rows is at home there."""
LETTERS = 4
"""Shorter words ('dan', 'di') are at home anywhere."""
_EDGE = re.compile(r"^\W+|\W+$")


def stray_rows(table: Table, columns: Columns) -> Iterator[tuple[int, str]]:
    """The rows of a table where a word at the edge of a column is at home in the neighbouring one alone.

    Dates and media have words of their own; names of places and offices stand in all other columns alike. A text
    that stands beside another row too lacks no word.
    """
    telling = {columns.col("date"), columns.col("media")}
    cells = {(c.row, c.col): c for c in table.cells if c.row >= columns.first_row and c.colspan == 1 and c.lines}
    homes = _homes(cells.values())
    texts = Counter((cell.col, cell.text) for cell in cells.values())
    for (row, col), cell in cells.items():
        for beside, words in ((col + 1, _ends(cell.lines)), (col - 1, _starts(cell.lines))):
            other = cells.get((row, beside))
            if other is None or not telling & {col, beside} or texts[beside, other.text] > 1:
                continue
            word = next(
                (w for w in words if len(w) >= LETTERS and homes[beside, w] >= OFTEN and homes[col, w] <= 1), None
            )
            if word:
                yield row, STRAY.format(word)


def _homes(cells: Iterable[Cell]) -> Counter[tuple[int, str]]:
    """In how many rows each word stands in each column."""
    return Counter((cell.col, word) for cell in cells for word in {_bare(word) for word in cell.text.split()} - {""})


def _bare(word: str) -> str:
    return _EDGE.sub("", word).casefold()


def _ends(lines: Sequence[str]) -> list[str]:
    """The last words of lines, where others stand before them."""
    return [_bare(line.split()[-1]) for line in lines if len(line.split()) > 1]


def _starts(lines: Sequence[str]) -> list[str]:
    """The first word of a text: further lines may begin with any."""
    return [_bare(lines[0].split()[0])] if lines[0].strip() else []
