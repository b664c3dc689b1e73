"""Which rows of a dissemination table are items: headings, banners, totals and examples are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.geometry import Cell
from extractors.meaning.columns import Columns
from extractors.meaning.grid import Grid, is_and_so_on, is_column_numbers
from extractors.meaning.roles import header_roles
from extractors.normalise.fields import EXAMPLE
from extractors.structure.outline import read_marker
from extractors.values.dates import read_date, tells_day
from extractors.values.row_numbers import is_row_number
from extractors.values.totals import is_total
from extractors.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class ItemRow:
    """A row that holds an item, with the columns and the day over it; a column of dates leaves it none."""

    row: int
    columns: Columns
    day: Cell | None


def item_rows(
    grid: Grid, columns: Columns, vocabulary: Vocabulary, year: int | None, day: Cell | None
) -> Iterator[ItemRow]:
    """The rows that hold items; `day` is that of the first of them, where no column tells the dates."""
    for row in range(columns.first_row, grid.height):
        if not is_row_number(grid.text(row, columns.roles.get("number", 0))):
            columns = columns.under(header_roles(grid, row, vocabulary))
        if "date" not in columns.roles and (told := _day_over_rows(grid, row, year)):
            day = told
        elif _is_item(grid, row, columns, vocabulary):
            yield ItemRow(row, columns, day)


def is_keyed(grid: Grid, columns: Columns) -> bool:
    """Whether nearly all rows have a number and a date: one that has neither is no row of its own."""
    roles = [columns.col("number"), columns.col("date")]
    rows = range(columns.first_row, grid.height)
    both = sum(all(grid.text(row, col) for col in roles) for row in rows)
    return None not in roles and both * 2 > len(rows)


def begins_above(grid: Grid, item: ItemRow) -> bool:
    """Whether a row has text, but neither number nor date, and is not the rest of a row before a ruled table."""
    cells = [cell for cell in grid.row(item.row) if cell.text]
    keys = [item.columns.col("number"), item.columns.col("date")]
    loose = len(cells) < len(item.columns.roles) and all(not grid.text(item.row, col) for col in keys)
    return loose and not (item.row == 0 and grid.table.method == "lattice")


def _day_over_rows(grid: Grid, row: int, year: int | None) -> Cell | None:
    """The lone text of a row that is a day: the date of the rows below it, where no column tells their dates."""
    own = grid.own(row)
    reading = read_date(own[0].text, year=year) if len(own) == 1 else None
    return own[0] if reading and reading.start else None


def _is_item(grid: Grid, row: int, columns: Columns, vocabulary: Vocabulary) -> bool:
    """Whether the row holds an item."""
    own = grid.own(row)
    if not own or is_column_numbers(grid, row):
        return False
    if any(EXAMPLE.match(cell.text) for cell in own) or is_total(own[0].text):
        return False
    if is_and_so_on(cell.text for cell in own):
        return False
    if len(own) == 1 and _is_title(grid, own[0], columns):
        return False
    if len(own) == 1 and (own[0].colspan > 1 or grid.width == 1 or _is_banner(own[0].text, vocabulary)):
        return own[0].col == columns.col("information") and own[0].colspan == 1
    keys = {columns.col("number"), columns.col("date")}
    dated = tells_day(grid.text(row, columns.col("date")))
    if len(own) == 2 and {cell.col for cell in own} == keys and not dated:
        # a month over the edge of two columns, or behind its own number
        return not _is_banner(" ".join(cell.text for cell in own if not is_row_number(cell.text)), vocabulary)
    if dated:
        return True  # 'Media Sosial' and 'Terlaksana' are names of columns, or nearly, and no heading beside a day
    named = {role: vocabulary.header(grid.text(row, col)) for role, col in columns.roles.items()}
    return sum(match is not None and match.code == role for role, match in named.items()) < 2


def _is_title(grid: Grid, cell: Cell, columns: Columns) -> bool:
    """Whether a lone text is set bold over plain ones: the title of the rows below it, no rest of the row above."""
    others = [c for c in grid.table.cells if c.col == cell.col and c.row >= columns.first_row and c.lines]
    return cell.bold and sum(other.bold for other in others) * 2 < len(others)


def _is_banner(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a lone text is a month or quarter heading inside the table."""
    words = re.findall(r"[A-Za-z]+", text)
    named = [word for word in words if vocabulary.month(word) or word.casefold() in {"bulan", "minggu", "triwulan"}]
    return len(words) <= 6 and bool(named) and read_marker(text) is None
