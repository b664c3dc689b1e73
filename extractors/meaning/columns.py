"""What a table is about and what its columns mean, by its headings and, where they are lost, by its contents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import takewhile

from extractors.geometry import Cell, Table
from extractors.meaning.counting import is_recap
from extractors.meaning.grid import Grid, is_column_numbers
from extractors.meaning.roles import ASIDE, as_below, header_of, header_roles, kind_of
from extractors.meaning.roles_told import (
    tells_media,
    with_date,
    with_end,
    with_further_media,
    with_media,
    with_text,
    with_various,
)
from extractors.values.channels import read_channels
from extractors.values.dates import read_date, tells_day
from extractors.values.lone_days import month_told, with_month
from extractors.values.row_numbers import is_row_number
from extractors.vocabulary import Vocabulary

MARK = 3
"""A tick is at most this many characters: 'v', 'x', '√', 'ya'."""
NO = frozenset({"tidak", "tdk", "tdk.", "no", "belum"})
"""What stands where a tick would where none is."""
HEADER_DEPTH = 6
"""Headings stand in the first rows, at most this many."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The meaning of a table: its kind, the role of each known column and its first row of data.

    `kind` is "dissemination", "activities" or "recap".
    """

    kind: str
    roles: Mapping[str, int]
    first_row: int
    ticks: tuple[tuple[int, str], ...] = ()
    """Columns headed by a channel whose cells hold no text but marks, with their headings ('' where it is lost)."""
    inferred: bool = False
    """Whether the contents alone tell the meaning, not the names of columns."""
    beside: int = 0
    """How many further columns the heading of the media is over: 'Media' over 'Media Sosial' and 'Lainnya'."""

    def col(self, role: str) -> int | None:
        """The column of `role`, or None."""
        return self.roles.get(role)

    def under(self, heading: Mapping[str, int]) -> Columns:
        """The columns as a further `heading` names them: a table that hangs on this one may be divided otherwise."""
        return replace(self, roles=heading) if self.roles.keys() <= heading.keys() else self

    def doubt_of(self, cells: Iterable[Cell]) -> str | None:
        """The first doubt in the cells of a row, of those that go into its fact."""
        aside = {self.roles[role] for role in ASIDE & self.roles.keys()}
        return next((cell.doubt for cell in cells if cell.doubt and cell.col not in aside), None)


def read_columns(table: Table, vocabulary: Vocabulary) -> Columns | None:
    """What `table` is, or None where it is no table of a report."""
    grid = Grid(table)
    named = _named_columns(grid, vocabulary)
    of_items = named and {"date", "information", "media"} <= named.roles.keys()
    if not of_items and is_recap(grid, vocabulary) and not (named and _is_dated(grid, named)):
        return Columns("recap", {}, 0)
    return named


def _named_columns(grid: Grid, vocabulary: Vocabulary) -> Columns | None:
    """What a table is by the names of its columns, or None where they name no table of rows."""
    for row in range(min(grid.height, HEADER_DEPTH)):
        roles = with_date(grid, row, header_roles(grid, row, vocabulary))
        kind = kind_of(roles)
        if kind and (first := _skip_headers(grid, row + 1, vocabulary)) and _has_rows(grid, first, roles):
            roles = with_various(grid, row, first, as_below(grid, range(row + 1, first), roles, vocabulary), vocabulary)
            if kind == "dissemination":
                roles = with_media(grid, first, roles, vocabulary)
            over = grid.at(row, roles["media"]) if "media" in roles else None
            grouped = "media" not in roles or (over is not None and over.colspan > 1)
            ticks = tick_columns(grid, first, vocabulary) if grouped else ()
            if ticks:
                roles = with_further_media(grid, first, roles, ticks, vocabulary)
            roles = with_end(grid, first, with_text(grid, first, kind, roles))
            if kind == "activities" and "activity" not in roles:
                continue
            beside = _beside(grid, range(row + 1, first), over, roles, vocabulary)
            return Columns(kind, roles, first, ticks, beside=beside)
    return None


def _beside(grid: Grid, rows: range, over: Cell | None, roles: Mapping[str, int], vocabulary: Vocabulary) -> int:
    """How many columns right of that of the media tell media too: those under its heading, or 'Media Lain' beside it.

    One with a name of its own in further `rows` of the heading ends them: 'Tautan'.
    """
    if "media" not in roles:
        return 0

    def is_aside(col: int) -> bool:
        heads = (header_of(cell.text, vocabulary) for row in rows if (cell := grid.at(row, col)) and cell != over)
        return any(head and head.code in ASIDE for head in heads)

    last = over.col + over.colspan if over else 0
    free = (
        not is_aside(col)
        and (col < last or (col not in roles.values() and tells_media(grid, rows.stop, col, vocabulary)))
        for col in range(roles["media"] + 1, grid.width)
    )
    return sum(takewhile(bool, free))


def _is_dated(grid: Grid, columns: Columns) -> bool:
    """Whether most rows have a date of their own: items or meetings, though their texts name what a recap counts."""
    col = columns.col("date")
    if col is None:
        return False
    months = months_over(grid, columns.first_row)
    cells = ((row, grid.at(row, col)) for row in range(columns.first_row, grid.height))
    texts = [with_month(cell.text, months[row]) for row, cell in cells if cell and cell.row == row]
    days = sum(map(tells_day, texts))
    return days >= 2 and days * 2 > len(texts)


def months_over(grid: Grid, first: int, month: str = "") -> dict[int, str]:
    """For each row from the `first` the month that stands beside it or over it; `month` before any does."""
    found: dict[int, str] = {}
    for row in range(first, grid.height):
        month = next(filter(None, (month_told(cell.text) for cell in grid.row(row))), month)
        found[row] = month
    return found


def tick_columns(grid: Grid, first: int, vocabulary: Vocabulary) -> tuple[tuple[int, str], ...]:
    """The columns of marks under the names of channels, at least two of them, and those under no name."""
    found: list[tuple[int, str]] = []
    names = [row for row in range(first) if not is_column_numbers(grid, row)]
    for col in range(grid.width):
        heads = [cell for row in names if (cell := grid.at(row, col)) and cell.text]
        again = {cell.text for cell in heads}  # a heading that comes again on a further page
        cells = [cell for row in range(first, grid.height) if (cell := grid.at(row, col)) and cell.colspan == 1]
        marks = [cell.text for cell in cells if cell.text not in again and cell.text.casefold() not in NO]
        if any(len(mark) > MARK for mark in marks):
            continue
        whole = " ".join(cell.text for cell in heads)
        name = next((text for text in (*(c.text for c in heads[-1:]), whole) if read_channels(text, vocabulary)[0]), "")
        named = {channel for mark in marks if len(mark) > 1 for channel in read_channels(mark, vocabulary)[0]}
        if named - set(read_channels(name, vocabulary)[0]):
            continue  # names of other channels, under 'Lainnya'
        unknown = not heads or heads[-1].colspan > 1 or not vocabulary.header(whole)
        if name or (unknown and any(mark.isalpha() for mark in marks)):
            found.append((col, name))
    return tuple(found) if sum(bool(name) for _, name in found) >= 2 else ()


def _has_rows(grid: Grid, first: int, roles: Mapping[str, int]) -> bool:
    """Whether something that can be a row stands under the heading: prose in columns has neither dates nor numbers."""
    cells = [
        (grid.text(row, roles[role]), role)
        for row in range(first, grid.height)
        for role in ("date", "date_venue", "number")
        if role in roles
    ]
    return len(roles) >= 4 or any(
        is_row_number(text) if role == "number" else bool(read_date(text)) for text, role in cells if text
    )


def _skip_headers(grid: Grid, row: int, vocabulary: Vocabulary) -> int:
    """The first row at or after `row` that is no further line of the heading."""
    while row < grid.height and (
        is_column_numbers(grid, row)
        or len(header_roles(grid, row, vocabulary)) >= 2
        or all(cell.row < row for cell in grid.row(row))
    ):
        row += 1
    return row
