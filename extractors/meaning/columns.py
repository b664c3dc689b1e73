"""What a table is about and what its columns mean, by its headings and, where they are lost, by its contents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import takewhile

from extractors.geometry import Cell, Table
from extractors.meaning.counting import is_recap
from extractors.meaning.grid import Grid, is_column_numbers
from extractors.values.channels import read_channels
from extractors.values.dates import find_dates, read_date, tells_day, tells_more
from extractors.values.lone_days import month_told, with_month
from extractors.values.row_numbers import is_row_number
from extractors.vocabulary import Match, Vocabulary

MARK = 3
"""A tick is at most this many characters: 'v', 'x', '√', 'ya'."""
NO = frozenset({"tidak", "tdk", "tdk.", "no", "belum"})
"""What stands where a tick would where none is."""
SURELY = 0.8
"""A column of which this part is channels tells the media."""
REPEATED = 0.5
"""A column of kinds has no more different texts than this part of its rows."""
WORDY = 8
"""What is disseminated is told in so many letters a row at least."""
HEADER_DEPTH = 6
"""Headings stand in the first rows, at most this many."""
ASIDE = frozenset({"remarks", "documentation", "link", "participants"})
"""Roles of columns that go into no fact: what is doubted there makes none doubtful."""
_LAST_DAY = re.compile(r"\b(selesai|akhir|berakhir|sampai|hingga|s\.?\s?d\b)", re.IGNORECASE)
"""What the column of last days is called."""
_NUMBER_AT_END = re.compile(r"\s*\(?\d{1,2}\)?$")


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
        roles = _with_date(grid, row, header_roles(grid, row, vocabulary))
        kind = _kind(roles)
        if kind and (first := _skip_headers(grid, row + 1, vocabulary)) and _has_rows(grid, first, roles):
            roles = _with_various(
                grid, row, first, _as_below(grid, range(row + 1, first), roles, vocabulary), vocabulary
            )
            if kind == "dissemination":
                roles = _with_media(grid, first, roles, vocabulary)
            over = grid.at(row, roles["media"]) if "media" in roles else None
            grouped = "media" not in roles or (over is not None and over.colspan > 1)
            ticks = tick_columns(grid, first, vocabulary) if grouped else ()
            if ticks:
                roles = _with_further_media(grid, first, roles, ticks, vocabulary)
            roles = _with_end(grid, first, _with_text(grid, first, kind, roles))
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
        heads = (_header(cell.text, vocabulary) for row in rows if (cell := grid.at(row, col)) and cell != over)
        return any(head and head.code in ASIDE for head in heads)

    last = over.col + over.colspan if over else 0
    free = (
        not is_aside(col)
        and (col < last or (col not in roles.values() and _tells_media(grid, rows.stop, col, vocabulary)))
        for col in range(roles["media"] + 1, grid.width)
    )
    return sum(takewhile(bool, free))


def _as_below(grid: Grid, rows: range, roles: dict[str, int], vocabulary: Vocabulary) -> dict[str, int]:
    """The roles as further rows of the heading name them, if all again: 'Hari' and 'Tanggal' under 'Waktu'."""
    for row in rows:
        below = header_roles(grid, row, vocabulary)
        if roles.keys() <= below.keys():
            roles = below
    return roles


def _with_various(
    grid: Grid, heading: int, first: int, roles: dict[str, int], vocabulary: Vocabulary
) -> dict[str, int]:
    """The roles, where two columns are called what is told: a kind that few words tell again and again is not it.

    So 'Tema' may stand beside 'Uraian Informasi'; without a column of dates, the one that tells days is it.
    """
    role = next((role for role in ("information", "activity") if role in roles), "")
    named = [c.col for c in grid.row(heading) if (match := _header(c.text, vocabulary)) and match.code == role]
    texts = {col: [text for row in range(first, grid.height) if (text := grid.text(row, col))] for col in named}
    various = [col for col, held in texts.items() if len(set(held)) > REPEATED * len(held)]
    if not {"date", "date_venue", "date_media"} & roles.keys():
        various = [col for col in named if 2 * sum(map(_begins_with_day, texts[col])) > len(texts[col])] or various
    return {**roles, role: various[0]} if various and roles[role] in named else roles


def _with_date(grid: Grid, heading: int, roles: dict[str, int]) -> dict[str, int]:
    """The roles of items or meetings with that of the date, where its name is not known: a column of days alone.

    'Periode' may head months or weeks. Of meetings, days and what stands behind them may be told as remarks.
    """
    if not {"information", "activity"} & roles.keys() or {"date", "date_venue", "date_media"} & roles.keys():
        return roles
    taken = {col for role, col in roles.items() if role != "month" and role not in ASIDE}
    named = {cell.col for cell in grid.row(heading) if cell.text} - taken
    own = [cell for cell in grid.table.cells if cell.row > heading and cell.text and cell.col in named]
    told = Counter(cell.col for cell in own)
    days = Counter(cell.col for cell in own if tells_day(cell.text) and not tells_more(cell.text))
    role = "date"
    if not days and "activity" in roles and "venue" not in roles:
        role, days = "date_venue", Counter(cell.col for cell in own if _begins_with_day(cell.text))
    col = next((col for col, count in days.most_common(1) if count >= 2 and count >= SURELY * told[col]), None)
    rest = {role: at for role, at in roles.items() if at != col}
    return roles if col is None else {**rest, role: col}


def _begins_with_day(text: str) -> bool:
    """Whether a text begins with a whole date."""
    return any(reading.start and reading.span[0] == 0 for reading in find_dates(text)[:1])


def _with_media(grid: Grid, first: int, roles: dict[str, int], vocabulary: Vocabulary) -> dict[str, int]:
    """The roles with that of the media, where their heading names platforms or is not known."""
    if "media" in roles:
        return roles
    col = roles.get("platform")
    if col is None:
        col = _media_column(grid, first, roles, vocabulary)
    rest = {role: at for role, at in roles.items() if role != "platform"}
    return roles if col is None else {**rest, "media": col}


def _with_further_media(
    grid: Grid, first: int, roles: dict[str, int], ticks: Iterable[tuple[int, str]], vocabulary: Vocabulary
) -> dict[str, int]:
    """The roles beside columns of marks, where a column of names may tell further media: 'Lainnya'."""
    rest = {role: at for role, at in roles.items() if role != "media"}
    taken = {*rest.values(), *(col for col, _ in ticks)}
    for col in (col for col in range(grid.width) if col not in taken):
        cells = [cell for row in range(first, grid.height) if (cell := grid.at(row, col)) and cell.colspan == 1]
        texts = [cell.text for cell in cells if len(cell.text) > 1]
        if texts and all(read_channels(text, vocabulary)[0] for text in texts):
            return {**rest, "media": col}
    return rest


def _media_column(grid: Grid, first: int, roles: Mapping[str, int], vocabulary: Vocabulary) -> int | None:
    """The column without a known name that holds nothing but channels."""
    free = (col for col in range(grid.width) if col not in roles.values())
    return next((col for col in free if _tells_media(grid, first, col, vocabulary)), None)


def _tells_media(grid: Grid, first: int, col: int, vocabulary: Vocabulary) -> bool:
    """Whether a column holds nothing but channels."""
    texts = [text for row in range(first, grid.height) if (text := grid.text(row, col)) and len(text) > 1]
    read = [read_channels(text, vocabulary) for text in texts]
    return len(texts) >= 2 and sum(bool(known) and not unknown for known, unknown in read) >= SURELY * len(texts)


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


def header_roles(grid: Grid, row: int, vocabulary: Vocabulary) -> dict[str, int]:
    """The roles that the headings of `row` (with those of merged cells over it) name, by column."""
    roles: dict[str, int] = {}
    for cell in grid.row(row):
        match = _header(cell.text, vocabulary) if cell.text and len(cell.text.split()) <= 8 else None
        if match and match.code not in roles:
            roles[match.code] = cell.col
    if roles and any(_is_date(cell.text) for cell in grid.row(row) if len(cell.text.split()) <= 8):
        return {}  # a row of data whose texts happen to be names of columns
    return roles


def _is_date(text: str) -> bool:
    """Whether a text is a date, no name with a column's number or the title of rows: 'Tanggal (2)', 'Media MEI'."""
    reading = read_date(text)
    return bool(reading and (reading.start or not (tells_more(text) or _NUMBER_AT_END.search(text))))


def _header(text: str, vocabulary: Vocabulary) -> Match | None:
    """What a heading names, also where the number of its column stands in the same cell: 'Tanggal (2)'."""
    return vocabulary.header(text) or vocabulary.header(_NUMBER_AT_END.sub("", text))


def _kind(roles: Mapping[str, int]) -> str | None:
    """The kind of table that has columns of these roles."""
    named = set(roles)
    if "information" in named and named & {"media", "date", "month"}:
        return "dissemination"
    if "activity" in named and "media" in named and "venue" not in named:
        return "dissemination"
    if "activity" in named and named & {"date", "venue", "participants", "date_venue"}:
        return "activities"
    if "media" in named and "date" in named:
        return "dissemination"
    return "activities" if {"date", "venue"} <= named else None


def _with_text(grid: Grid, first: int, kind: str, roles: dict[str, int]) -> dict[str, int]:
    """The roles with that of what is told, where its heading is not known: the most text under no known one.

    Beside a meeting's partners and results only the one column of words is surely it.
    """
    if "information" in roles or "activity" in roles:
        return roles
    words = Counter[int]()
    for cell in grid.table.cells:
        if cell.row >= first and cell.colspan == 1 and cell.col not in roles.values():
            words[cell.col] += sum(char.isalpha() for char in cell.text)
    wordy = [col for col, count in words.most_common() if count >= WORDY * (grid.height - first)]
    if not wordy or (kind == "activities" and len(wordy) > 1):
        return roles
    return {**roles, "information" if kind == "dissemination" else "activity": wordy[0]}


def _with_end(grid: Grid, first: int, roles: dict[str, int]) -> dict[str, int]:
    """The roles with that of the last day, where it has a column of its own right of the first: 'Mulai', 'Selesai'."""
    col = roles.get("date", grid.width) + 1
    if col >= grid.width or col in roles.values():
        return roles
    heads = [cell for row in range(first) if (cell := grid.at(row, col)) and cell.text]
    named = heads and (_LAST_DAY.search(heads[-1].text) or heads[-1] == grid.at(heads[-1].row, col - 1))
    texts = [text for row in range(first, grid.height) if (text := grid.text(row, col).strip(" -–"))]
    return {**roles, "date_end": col} if named and sum(map(tells_day, texts)) > SURELY * len(texts) else roles


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
