"""Meetings out of tables: rows under sector banners, rows that were cut in two, tables that go on.

A banner that the finder put into a cell of the row above it is taken out again. A row without a number that
completes the date or the texts of the one before is the rest of that row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extractors.geometry import Cell
from extractors.meaning.columns import Columns, months_over
from extractors.meaning.grid import Grid, is_and_so_on, is_column_numbers, place_of
from extractors.meaning.roles import header_roles
from extractors.normalise.activities import BLANK_VENUE, Event, told_by
from extractors.normalise.dissemination_items import SEVERAL_DATES, follow_closely
from extractors.normalise.fields import EXAMPLE
from extractors.normalise.sectors import is_banner, is_marked, is_title, sector_of
from extractors.normalise.torn import TORN, Beginning, torn_rows, with_whole_sectors
from extractors.normalise.venue_told import date_and_venue
from extractors.values.dates import find_dates, lasting, read_date
from extractors.values.lone_days import with_month
from extractors.values.row_numbers import is_row_number
from extractors.values.totals import is_total
from extractors.vocabulary import Vocabulary

RESTART = "nomor mulai lagi dari 1 tanpa nama sektor; sektor (pemerintah/non pemerintah) tidak pasti"
"""Why a row is doubted whose number begins a new count under no banner."""
LATE = "nama sektor tidak tertulis di baris pertamanya; batas antara kedua sektor tidak pasti"
"""Why a row is doubted beside which no sector stands, where the first one stands in the middle of its rows."""
UNKNOWN = "isi kolom sektor baris ini tidak dikenali; sektor (pemerintah/non pemerintah) tidak pasti"
"""Why a row is doubted whose column of sectors names none."""
BY_PARTNER = "sektor (pemerintah/non pemerintah) tidak tertulis; disimpulkan dari pihak yang terlibat"
UNDATED = "tanggal kegiatan tidak ditemukan di barisnya"
_YEAR = re.compile(r"\b20\d\d\b")


@dataclass(slots=True)
class Entry:
    """One row, with what was cut off from it: its own cells, and its cells by role."""

    own: list[Cell]
    roles: dict[str, list[Cell]]
    sector: str | None = None
    doubt: str | None = None
    month: str = ""
    """The month over or beside the row, for days printed alone."""
    ticked: str | None = None
    """The sector in whose column the row has its mark."""

    def text(self, role: str) -> str:
        """The text of its cells of a role."""
        return " ".join(cell.text for cell in self.roles.get(role, ()) if cell.text)

    @property
    def number(self) -> str | None:
        """The printed number, or None."""
        text = self.text("number")
        return re.sub(r"\D", "", text) if is_row_number(text) else None

    def wants_date(self, entry: Entry) -> bool:
        """Whether its date is not whole, and a further entry has more of it."""
        return bool(self.text("date") and entry.text("date")) and not _is_whole(self.text("date"))

    def take(self, rest: Entry) -> None:
        """Adds the cells of its further part."""
        self.own += rest.own
        for role, cells in rest.roles.items():
            self.roles.setdefault(role, []).extend(cell for cell in cells if cell in rest.own)
        self.doubt = self.doubt or rest.doubt


@dataclass(slots=True)
class RowReader:
    """Reads the activities tables of a section one after another: the sector stays until a banner names another."""

    vocabulary: Vocabulary
    year: int | None
    sector: str | None = None
    last: Entry | None = None
    unsure: bool = False
    late: bool = False

    def entries(self, grid: Grid, columns: Columns, suspect: Mapping[int, str], titled: bool = False) -> list[Entry]:
        """The rows of a table; the rest of the last row of the table before joins that row, unless a title parts them.

        What stands over the first number of a `titled` table is of its row, and rows below may be set so too.
        """
        self.last = None if titled else self.last
        grid = with_whole_sectors(grid, columns.col("sector"), columns.first_row)
        found: list[Entry] = []
        over: Entry | None = None
        for entry in self._items(grid, columns, suspect):
            if titled and not (found or over) and not entry.number and not entry.text("date"):
                over = entry
                continue
            if over and not found:
                over.take(entry)
                entry = over
            if self.last and is_rest(self.last, entry, grid.table.method):
                self.last.take(entry)
                self.last.doubt = self.last.doubt or (TORN if over else None)
            else:
                found.append(self._placed(entry))
        if over and not found:
            found.append(self._placed(over))
        begun = [Beginning(entry.text("activity"), entry.text("date"), entry.own[0].page) for entry in found]
        for index in torn_rows(begun, ruled=grid.table.method != "stream"):
            found[index].doubt = found[index].doubt or TORN
        return found

    def _items(self, grid: Grid, columns: Columns, suspect: Mapping[int, str]) -> Iterator[Entry]:
        """The rows that tell an activity; what comes of one is done before the banners below it are read."""
        self._turn(_banner_in_heading(grid, columns))
        texts = (cell for cell in grid.table.cells if cell.col == columns.col("activity"))
        width = max((len(line) for cell in texts for line in cell.lines), default=0)
        for row, month in months_over(grid, columns.first_row).items():
            own = grid.own(row)
            text = " ".join(cell.text for cell in own)
            if is_marked(text) or (len(own) == 2 and is_banner(text)):
                self._turn(text)  # its words may stand over the blanks between columns
            elif not own or is_column_numbers(grid, row):
                continue
            elif len(heading := header_roles(grid, row, self.vocabulary)) >= 2:
                columns = columns.under(heading)
            elif not _is_aside(own):
                entry = _entry(grid, row, columns, suspect.get(row))
                first, last = (grid.text(at, columns.col("number")).strip(" .)(") == "1" for at in (row, row + 1))
                entry, above, below = _without_banners(entry, first, last, width)
                entry.month, entry.ticked = month, _ticked(grid, row, columns)
                if _is_banner_row(own, columns) and not (self.last and self.last.wants_date(entry)):
                    self._turn(own[0].text)
                    continue
                self._turn(above)
                yield entry
                self._turn(below)

    def _turn(self, banner: str) -> None:
        """Goes on under a banner, if there is one."""
        if banner:
            self.sector, self.last, self.unsure = sector_of(banner) or self.sector, None, False

    def _placed(self, entry: Entry) -> Entry:
        """The entry under the sector it stands in; doubted where a new count begins under no banner."""
        self.unsure |= entry.number == "1" and self.last is not None and self.last.number not in (None, "1")
        named = sector_of(entry.text("sector")) or entry.ticked
        entry.sector = named or (self.last.sector if self.last and "sector" in entry.roles else self.sector)
        self.late |= self.last is None and "sector" in entry.roles and not named
        if self.late and not named:
            entry.doubt = entry.doubt or LATE
        if entry.text("sector").strip(" -–") and not named:
            entry.doubt = entry.doubt or UNKNOWN
        if self.unsure and not entry.text("sector"):
            entry.doubt = entry.doubt or RESTART
        self.last = entry
        return entry

    def event(self, entry: Entry) -> Event:
        """The event that a row tells."""
        first = {role: cells[0] for role, cells in entry.roles.items() if cells}
        activity, date = first.get("activity"), first.get("date")
        page, box = place_of(entry.own, activity if activity in entry.own else None)
        venue, date_text = entry.text("venue"), entry.text("date")
        if "date_venue" in entry.roles and not (date_text and venue):  # fields of their own in it tell more
            date, (date_text, venue) = first.get("date_venue"), date_and_venue(entry.text("date_venue"), self.year)
        sector = sector_of(entry.text("sector")) or entry.sector
        partner = None if sector else sector_of(entry.text("participants"))
        reading = read_date(with_month(date_text, entry.month), year=self.year) if date_text else None
        reading = lasting(reading, read_date(entry.text("date_end"), year=self.year))
        doubt = SEVERAL_DATES if follow_closely(find_dates(date_text, year=self.year), date_text) else None
        when, where, why = told_by(entry.text("activity"), self.year)
        if date is None:  # no column of dates: its sentence may tell when
            date, date_text = activity if when else None, when.text if when else ""
            reading, doubt = when, why
        if not {"venue", "date_venue"} & entry.roles.keys():  # nor one of places: where
            venue = where or ""
        return Event(
            sector=sector or partner,
            number=entry.number if any(cell in entry.own for cell in entry.roles.get("number", ())) else None,
            text=entry.text("activity"),
            date_text=date_text if date else None,
            date=reading,
            date_place=(date.page, date.box) if date else None,
            venue=None if BLANK_VENUE.match(venue) else venue,
            page=page,
            bbox=box,
            doubt=entry.doubt or (BY_PARTNER if partner else None) or (doubt if reading else UNDATED),
        )


def is_rest(before: Entry, entry: Entry, method: str) -> bool:
    """Whether an entry is the further part of the one before: it has no number and no date, or the date's end.

    Where rows have no numbers that end is a year, or a month, which the date before lacks.
    """
    date = " ".join(cell.text for cell in entry.roles.get("date", ()) if cell in entry.own)
    if before.number is None and "number" not in before.roles:
        begun = before.text("date")
        whole = bool(date) and not _is_whole(begun) and not _is_whole(date) and _is_whole(f"{begun} {date}")
        return whole or (bool(_YEAR.fullmatch(date)) and not _YEAR.search(begun))
    if before.number is None or entry.text("number"):
        return False
    if not date:
        return method == "stream"
    if _is_whole(date) or _is_whole(before.text("date")):
        return False
    return method == "stream" or _is_whole(f"{before.text('date')} {date}")


def _is_whole(date: str) -> bool:
    """Whether a text is a date by itself."""
    reading = read_date(date)
    return bool(reading and reading.start)


def _entry(grid: Grid, row: int, columns: Columns, doubt: str | None) -> Entry:
    """The row as printed."""
    own = [cell for cell in grid.row(row) if cell.row == row and cell.text]
    roles = {role: [cell] for role, col in columns.roles.items() if (cell := grid.at(row, col))}
    return Entry(own, roles, doubt=columns.doubt_of(own) or doubt)


def _ticked(grid: Grid, row: int, columns: Columns) -> str | None:
    """The sector under whose name the one mark of a row stands, where columns have the names of both."""
    heads = (cell for head in range(columns.first_row) for cell in grid.row(head) if is_banner(cell.text))
    named = {cell.col: sector_of(cell.text) for cell in heads}
    marked = [sector for col, sector in named.items() if grid.text(row, col).strip(" -–")]
    return marked[0] if len(set(named.values())) > 1 and len(marked) == 1 else None


def _is_aside(own: Sequence[Cell]) -> bool:
    """Whether a row is a total, an example of the form's, or says 'dst'."""
    told = is_total(own[0].text) or any(EXAMPLE.match(cell.text) for cell in own)
    return bool(told) or is_and_so_on(cell.text for cell in own)


def _is_banner_row(own: list[Cell], columns: Columns) -> bool:
    """Whether a row is a title over the rows below it: 'A. Pemerintah', 'Bulan April'."""
    if len(own) != 1:
        return False
    leading = [col for role in ("number", "date") if (col := columns.col(role)) is not None]
    text = own[0].text
    return own[0].colspan > 1 or is_banner(text) or is_title(text) or own[0].col in leading


def _banner_in_heading(grid: Grid, columns: Columns) -> str:
    """The banner of the first rows, where no rule parts it from the name of a column above it; '' for none."""
    heads = (cell for cell in grid.table.cells if cell.row < columns.first_row and len(cell.lines) > 1)
    told = {cell.lines[-1] for cell in heads if is_marked(cell.lines[-1]) and not is_banner(cell.text)}
    return told.pop() if len(told) == 1 else ""


def _begins_apart(lines: Sequence[str], width: int) -> bool:
    """Whether the first of the lines is a sector's name behind which the next word had room."""
    return is_banner(lines[0]) and len(lines[0]) + 1 + len(lines[1].split()[0]) <= width


def _without_banners(entry: Entry, first: bool, last: bool, width: int) -> tuple[Entry, str, str]:
    """An entry without the banners in its cells, with the one before it and the one after it; '' for none.

    The mere name of a sector is one below the `last` row of a count, and over the `first`, where there was room for
    more beside it; the longest lines have a `width` of so many letters.
    """
    long = [cell for cell in entry.own if len(cell.lines) > 1 and cell not in entry.roles.get("sector", ())]
    ends = [lines for cell in long for count in (1, 2) for lines in (cell.lines[:count], cell.lines[-count:])]
    told = [lines for lines in ends if is_marked(" ".join(lines))]  # it may be broken over two lines
    texts = [cell for cell in long if cell in entry.roles.get("activity", ())]
    told += [cell.lines[:1] for cell in texts if first and _begins_apart(cell.lines, width)]
    told += [cell.lines[-1:] for cell in texts if last and is_banner(cell.lines[-1])]
    above = next((lines for lines in told if any(cell.lines[: len(lines)] == lines for cell in long)), ())
    below = next((lines for lines in told if any(cell.lines[-len(lines) :] == lines for cell in long)), ())
    if not told:
        return entry, "", ""

    def bare(cell: Cell) -> Cell:
        start = len(above) if above and cell.lines[: len(above)] == above else 0
        end = len(cell.lines) - (len(below) if below and cell.lines[-len(below) :] == below else 0)
        return replace(cell, lines=cell.lines[start:end]) if end - start < len(cell.lines) else cell

    own = [bare(cell) for cell in entry.own]
    roles = {role: [bare(cell) for cell in cells] for role, cells in entry.roles.items()}
    return replace(entry, own=own, roles=roles), " ".join(above), " ".join(below)
