"""A table by row and column, and where its rows stand on the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from extractors.geometry import Box, Cell, Table, box_on
from extractors.values.dates import tells_day
from extractors.values.row_numbers import are_column_numbers, is_row_number

TITLE_WORDS = 6
"""The title of a group of rows has so many words at most."""

_AND_SO_ON = re.compile(r"\W*(dst|dan seterusnya|seterusnya)?\W*", re.IGNORECASE)
_TITLE_NUMBER = re.compile(r"\W?(\d{1,2}|[IVX]{1,5}|[A-Za-z])\W{0,2}")


class Grid:
    """A table by row and column, where a merged cell stands at each place it covers."""

    def __init__(self, table: Table) -> None:
        """Indexes the cells of `table`."""
        self.table = table
        self.height, self.width = table.height, table.width
        self._cells: dict[tuple[int, int], Cell] = {}
        for cell in table.cells:
            for row in range(cell.row, cell.row + cell.rowspan):
                for col in range(cell.col, cell.col + cell.colspan):
                    self._cells.setdefault((row, col), cell)

    def at(self, row: int, col: int | None) -> Cell | None:
        """The cell that covers this place; None also where the table lacks the column."""
        return None if col is None else self._cells.get((row, col))

    def text(self, row: int, col: int | None) -> str:
        """The text of the cell that covers this place, '' where there is none."""
        cell = self.at(row, col)
        return cell.text if cell else ""

    def row(self, row: int) -> list[Cell]:
        """The distinct cells of a row from left to right."""
        cells = (self.at(row, col) for col in range(self.width))
        return list({id(cell): cell for cell in cells if cell}.values())

    def own(self, row: int) -> list[Cell]:
        """The cells with text that begin in a row, without the number of a title of rows ('I', 'Pemerintah').

        A title is merged over all columns right of its number, has few words and, unlike an item, tells no day.
        """
        found = [cell for cell in self.row(row) if cell.row == row and cell.text]
        last = found[-1:]
        if len(found) != 2 or not _TITLE_NUMBER.fullmatch(found[0].text):
            return found
        titled = found[1].colspan > 1 and found[1].col == found[0].col + found[0].colspan
        whole = titled and found[1].col + found[1].colspan == self.width
        short = len(found[1].text.split()) <= TITLE_WORDS and not tells_day(found[1].text)
        return last if whole and short else found

    def rows(self) -> Iterator[int]:
        """The row numbers."""
        return iter(range(self.height))


def place_of(cells: Sequence[Cell], main: Cell | None) -> tuple[int, Box]:
    """Page and rectangle of a row whose cells are `cells`.

    A row cut by a page break is shown on the page that holds the larger part of its `main` cell, if it is of them.
    """
    main = main if main in cells else None
    if main and main.line_counts:
        pages = [number for number, _ in main.places]
        page = max(zip(main.line_counts, pages, strict=True), key=lambda part: part[0])[1]
    else:
        page = main.page if main else min(cell.page for cell in cells)
    return page, box_on(cells, page)


def is_column_numbers(grid: Grid, row: int) -> bool:
    """Whether the row is the drawn row of column numbers."""
    return are_column_numbers([cell.text for cell in grid.row(row) if cell.text])


def is_and_so_on(texts: Iterable[str]) -> bool:
    """Whether a row says 'dst' and nothing else beside its number: the end of a list, no item of it."""
    told = [text for text in texts if text and not is_row_number(text)]
    return any(text[-1:].isalpha() or "." in text for text in told) and all(_AND_SO_ON.fullmatch(t) for t in told)
