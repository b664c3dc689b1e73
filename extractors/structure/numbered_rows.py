"""Lists that are set as a table of numbers and texts: their rows read as the items of any other list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from extractors.geometry import Box, Cell, Page, Table, holds
from extractors.structure.bare_numbers import with_signs
from extractors.structure.centred_numbers import with_numbers_raised

Places = dict[tuple[int, Box], Box]
"""Where a number stands (page, cell), and the cell of the text that it counts."""


def with_markers(pages: Sequence[Page], tables: Iterable[Table]) -> list[Page]:
    """The pages with '1' as '1.' where it counts the rows of such a table, level with the first line of its text."""
    places = {place: text for table in tables for place, text in _places(table).items()}
    by_page = {page.number: {box: text for (at, box), text in places.items() if at == page.number} for page in pages}
    return with_signs([with_numbers_raised(_marked(page, by_page[page.number])) for page in pages])


def _places(table: Table) -> Places:
    """The numbers of a table that has nothing but numbers, one to many, and texts; none of other tables.

    In a ruled one such rows may stand beside the name of a part.
    """
    rows = [[cell for cell in table.cells if cell.row == row] for row in range(table.height)]
    rows = [sorted(row, key=lambda cell: cell.col) for row in rows]
    if beside := table.method == "lattice" and table.width > 2:
        rows = [row[-2:] for row in rows if len(row) > 1 and row[-2].col == table.width - 2]
    counted = rows[1:] if rows and not _counts(rows[0], 1) else rows
    if not (beside or table.width == 2) or len(counted) < 2:
        return {}
    whole = all(_counts(row, n) for n, row in enumerate(counted, 1))
    return {(number.page, number.box): text.box for number, text in counted} if whole else {}


def _counts(row: Sequence[Cell], number: int) -> bool:
    """Whether a row is a number and a text."""
    return len(row) == 2 and row[0].text.rstrip(".)") == str(number) and bool(row[1].lines)


def _marked(page: Page, places: dict[Box, Box]) -> Page:
    words = list(page.words)
    for number, text in places.items():
        told = [word for word in words if holds(text, word.box)]
        for index, word in enumerate(words):
            if told and holds(number, word.box):
                first = min(told, key=lambda other: other.top)
                marker = word.text.rstrip(".)") + "."
                words[index] = replace(word, text=marker, top=first.top, bottom=first.bottom)
    return replace(page, words=tuple(words)) if places else page
