"""From which tables and lists of a report its rows and activities come: those that count, in document order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain, pairwise
from typing import TypeVar

from extractors.geometry import Table, box_on
from extractors.identify import Period, period_of
from extractors.meaning.field_labels import is_form
from extractors.normalise import activities as act
from extractors.normalise import dissemination_items as items
from extractors.normalise import sectors
from extractors.normalise.activity_rows import Entry, RowReader
from extractors.normalise.dissemination_list import rows_of_form, rows_of_lines
from extractors.normalise.dissemination_table import Title, joined_rests, rows_of_table
from extractors.normalise.sector_cells import Told, outside, told_in_cells
from extractors.normalise.under_days import stand_beside_days
from extractors.normalise.unread import LIST_ROWS, holds, is_wide, stands_in_columns
from extractors.parts import Parts, ReportTable
from extractors.structure.outline import strip_marker
from extractors.structure.section import MEETINGS, Head, Section
from extractors.values.channels import read_channels
from extractors.values.lone_days import month_told
from extractors.vocabulary import Vocabulary

NOT_A_LIST = "baris ini berasal dari tabel yang kolomnya tidak dikenali; isinya mungkin tercampur"
"""Why a row is doubted that was read as a list although it stands in columns."""
MISSED = "nomor daftar kegiatan ini tidak mulai dari 1 atau mundur; sebagian butirnya mungkin tidak terbaca"
"""Why the items of a list are doubted whose numbers show that some are missing."""
ELSEWHERE = "kolom tempat tampak tercetak terpisah dari tabelnya; tempat kegiatan ini mungkin tidak terbaca"
"""Why meetings of tables without venues are doubted, where the name of such a column stands alone in the report."""
OTHER_TITLE = "judul di atas kegiatan ini tidak dikenali; sektornya tidak pasti, atau bukan kegiatan dengan stakeholder"
"""Why meetings are doubted under a title of nobody knows what, after those of a sector."""
OTHER_QUARTER = 0.7
"""A table with this share of its dates in another quarter is left over from that quarter's report."""
SHORT_TITLE = 8
"""Words of a table's title that names a month or media."""
NAME_WORDS = 5
"""The name of a column has so many words at most."""
_WEEK = re.compile(r"(?:minggu|pekan)\s+(?:ke\s*-?\s*)?(?:[ivx]+|\d|pertama|\w+dua|\w+tiga|\w+empat|\w+lima)", re.I)
Group = tuple[str, list[items.Publication]]
"""The name of a table or list ("tabel informasi bulan Mei") and its rows."""


def dissemination_groups(parts: Parts, vocabulary: Vocabulary, year: int | None) -> list[Group]:
    """The rows of every dissemination table and list, in document order."""
    tables = parts.of_kind("dissemination")
    read = [
        rows_of_table(part.grid, part.columns, vocabulary, year, part.suspect, _title(part, vocabulary))
        for part in tables
    ]
    groups = [(_table_name(part, vocabulary), rows) for part, rows in zip(tables, joined_rests(read), strict=True)]
    for section in parts.coded("dissemination"):
        rows = rows_of_form(section.lines, vocabulary, year)
        if not rows:
            rows = rows_of_lines(section.lines, vocabulary, year)
            if _stands_in_columns(section, parts, vocabulary) and not stand_beside_days(
                section.lines, vocabulary, year
            ):
                rows = [replace(row, doubt=row.doubt or NOT_A_LIST) for row in rows]
        if section.tables:
            # A day alone is the title of a table, and so is a week with its days.
            rows = [row for row in rows if row.information and not _WEEK.fullmatch(row.information)]
        # Beside a table, a sentence or two with a date are remarks; a list is what counts from one to many.
        if rows and (not section.tables or len(rows) >= LIST_ROWS):
            groups.append(("daftar informasi", rows))
    filled = [group for group in groups if group[1]]
    return sorted(filled, key=lambda group: (group[1][0].page, group[1][0].bbox[1]))


def _stands_in_columns(section: Section, parts: Parts, vocabulary: Vocabulary) -> bool:
    """Whether lines of a section are those of a table that nobody knew, and of no form."""
    tables = (table for table in parts.dissolved if is_wide(table) and holds(section, table))
    return any(not is_form(table, vocabulary) for table in tables)


def _table_name(part: ReportTable, vocabulary: Vocabulary) -> str:
    """'tabel informasi', with the month that the caption names."""
    for text in reversed(part.caption):
        months = [word for word in text.split() if vocabulary.month(word.strip(".,:;"))]
        if len(months) == 1:
            return f"tabel informasi bulan {months[0].strip('.,:;').capitalize()}"
    return "tabel informasi"


def _title(part: ReportTable, vocabulary: Vocabulary) -> Title:
    """What the nearest lines above a table that name a month, or nothing but media, tell of its rows."""
    lines = [text for text in reversed((part.section.heading, *part.caption)) if len(text.split()) <= SHORT_TITLE]
    channels = ((strip_marker(text), *read_channels(text, vocabulary)) for text in lines)
    return Title(
        month=next(filter(None, (month_told(strip_marker(text), alone=False) for text in lines)), ""),
        media=next((text for text, known, unknown in channels if known and not unknown and "other" not in known), ""),
        line=part.caption[-1] if part.caption else "",
    )


Row = TypeVar("Row", items.Publication, act.Event)


def of_quarter(groups: Sequence[tuple[str, list[Row]]], period: Period, least: int = 2) -> list[tuple[str, list[Row]]]:
    """The groups without tables of at least so many days that are left over from another quarter."""
    kept = [
        group
        for group in groups
        if not _left_over([row.date.start for row in group[1] if row.date and row.date.start], period, least)
    ]
    return kept if any(rows for _, rows in kept) else list(groups)


def _left_over(days: Sequence[date], period: Period, least: int = 2) -> bool:
    """Whether most days of a table are those of one other quarter; a day or two may have lost their year."""
    (usual, count), *_ = Counter(map(period_of, days)).most_common(1) or [(period, 0)]
    return len(days) >= least and usual != period and count >= OTHER_QUARTER * len(days)


EventGroup = tuple[str, list[act.Event]]
"""The name of a table or list of activities and its events."""


def event_groups(parts: Parts, vocabulary: Vocabulary, year: int | None) -> list[EventGroup]:
    """The activities of each table and list, in document order."""
    tables = parts.of_kind("activities")
    groups = _events_of_tables(tables, vocabulary, year)
    if not any("venue" in part.columns.roles for part in tables) and _has_lone_venues(parts, vocabulary):
        groups = [(place, (name, _doubted(events, ELSEWHERE))) for place, (name, events) in groups]
    held = {id(part.section) for part in tables}
    told = [
        section for section in parts.coded("coordination", "government", "non_government") if id(section) not in held
    ]
    parts = _without_split(parts, told)
    by_sector = _by_sector(told, parts)
    read = [table for table, _ in by_sector]
    for table, cells in by_sector:
        top = box_on(table.cells, table.pages[0])[1]  # the lists stand side by side, or one is below the other
        for sector in dict.fromkeys(sector for sector, _ in cells):
            own = (act.events_of_lines(lines, sector, year, vocabulary) for name, lines in cells if name == sector)
            groups.append(((table.pages[0], top), _named_group([*chain.from_iterable(own)], sector)[1]))
    last: list[int] = []
    for section in told:
        found = _told_in(section, read, parts, vocabulary, year)
        found = _doubted(found, MISSED) if _misses(found, last) else found
        last = _numbers(found)[-1:] or last
        groups.append(_named_group(found, sectors.OF_SECTION.get(section.code)))
    for section in _under_other_titles(parts):
        dated = [event for event in act.events_of_lines(section.lines, None, year, vocabulary) if event.date]
        groups += [_named_group(_doubted(dated, OTHER_TITLE), None)] if len(dated) > 1 else []
    return [group for place, group in sorted(groups, key=lambda item: item[0]) if group[1]]


def _under_other_titles(parts: Parts) -> Iterator[Section]:
    """The parts under titles that nobody knows, right after one that tells meetings."""
    told = False
    for section in parts.sections:
        if section.code == "other" and told:
            yield section
        told = section.code in MEETINGS or (told and section.code == "other")


def _without_split(parts: Parts, sections: Sequence[Section]) -> Parts:
    """The parts without the tables whose lists were parted from the names beside them: they tell nothing more."""
    named = [section for section in sections if any(isinstance(line, Head) for line in section.head)]
    kept = (table for table in parts.dissolved if not any(holds(section, table) for section in named))
    return replace(parts, dissolved=tuple(kept))


def _by_sector(sections: Sequence[Section], parts: Parts) -> list[tuple[Table, list[Told]]]:
    """The tables in some sections where all activities of a sector stand in one cell, with those cells."""
    pages = {page.number: page for page in parts.pages}
    tables = (table for table in parts.dissolved if any(holds(section, table) for section in sections))
    return [(table, cells) for table in tables if (cells := told_in_cells(table, pages))]


def _told_in(
    section: Section, read: Sequence[Table], parts: Parts, vocabulary: Vocabulary, year: int | None
) -> list[act.Event]:
    """The activities that the lines of a section tell outside tables that are `read`."""
    found = act.events_of_lines(outside(section.lines, read), sectors.OF_SECTION.get(section.code), year, vocabulary)
    if section.code == "coordination" and parts.coded("government", "non_government"):
        found = [event for event in found if event.date]
    tables = [table for table in parts.dissolved if stands_in_columns(table) and holds(section, table)]
    mixed = any(not is_form(table, vocabulary) for table in tables)
    mixed = mixed or _stands_in_columns(section, parts, vocabulary)
    known = not mixed or stand_beside_days(section.lines, vocabulary, year)
    return found if known else _doubted(found, NOT_A_LIST)


def _misses(events: Sequence[act.Event], last: Sequence[int]) -> bool:
    """Whether the numbers of a list begin amid a count that no list before ended with, or go back to amid one."""
    numbers = _numbers(events)
    late = numbers[0] > 1 and numbers[0] - 1 not in last if numbers else False
    return late or any(1 < below < above for above, below in pairwise(numbers))


def _numbers(events: Sequence[act.Event]) -> list[int]:
    """The printed numbers of events."""
    return [int(event.number) for event in events if event.number and event.number.isdecimal()]


def _doubted(events: Sequence[act.Event], why: str) -> list[act.Event]:
    """The events, each doubted."""
    return [replace(event, doubt=event.doubt or why) for event in events]


def _has_lone_venues(parts: Parts, vocabulary: Vocabulary) -> bool:
    """Whether a line of the report is nothing but the name of a column of venues."""
    lines = (line.text for section in parts.sections for line in section.lines if len(line.words) <= NAME_WORDS)
    return any((match := vocabulary.header(text)) is not None and match.code == "venue" for text in lines)


def _events_of_tables(
    tables: Sequence[ReportTable], vocabulary: Vocabulary, year: int | None
) -> list[tuple[tuple[int, float], EventGroup]]:
    """The activities of each table; one that names no sector goes on with the sector of the one before it."""
    read: list[tuple[str | None, RowReader, list[Entry]]] = []
    reader = RowReader(vocabulary, year)
    for index, part in enumerate(tables):
        told = sectors.OF_SECTION.get(part.section.code) or _sector_above(part)
        new = index == 0 or part.section is not tables[index - 1].section
        if new or (told and told != reader.sector):
            reader = RowReader(vocabulary, year, told)
        sector = reader.sector
        titled = bool(part.caption) and part.columns.first_row > 0 and "number" in part.columns.roles
        read.append((sector, reader, reader.entries(part.grid, part.columns, part.suspect, titled)))
    return [_named_group([reader.event(entry) for entry in entries], sector) for sector, reader, entries in read]


def _named_group(events: list[act.Event], sector: str | None) -> tuple[tuple[int, float], EventGroup]:
    """A group under its name, with the place where it begins."""
    kept = [event for event in events if event.text]
    start = (kept[0].page, kept[0].bbox[1]) if kept else (0, 0.0)
    return start, ("kegiatan" + (f" {sectors.NAMES[sector]}" if sector else ""), kept)


def _sector_above(part: ReportTable) -> str | None:
    """The sector that the nearest line above a table names."""
    return next((found for text in reversed(part.caption) if (found := sectors.sector_of(text))), None)
