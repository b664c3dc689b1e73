"""Meetings and events with stakeholders: out of tables, numbered lists or free paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.dates import find_dates, read_date
from extractors.document import Activity
from extractors.flow import Line
from extractors.geometry import Box, Cell
from extractors.normalise.columns import (
    FRAYED,
    TOTAL_ROW,
    Columns,
    Grid,
    header_roles,
    is_column_numbers,
    is_row_number,
    place_of,
)
from extractors.normalise.meetings import PLACE_WORD
from extractors.paragraphs import Paragraph, list_items, paragraphs
from extractors.reading import DateReading, WrittenDate
from extractors.vocabulary import Vocabulary

GOVERNMENT, NON_GOVERNMENT = "pemerintah", "non_pemerintah"
SECTOR_NAMES = {GOVERNMENT: "pemerintah", NON_GOVERNMENT: "non pemerintah"}
SECTOR_OF_SECTION = {"government": GOVERNMENT, "non_government": NON_GOVERNMENT}

# A venue follows one of these; the longer and more certain ones are looked for first.
_VENUE_LEADS = (
    r"bertempat\s+di(?:\s*:)?",
    r"(?:ber)?lokasi\s+di",
    r"tempat(?:nya)?\s*(?:di|:)",
    r"di(?:laksanakan|adakan|gelar|selenggarakan)\s+(?:di|oleh|pada)(?=\s+(?:hotel|aula|gedung|kantor|taman|pendopo|ruang|balai|cafe|kafe|rumah|wisma|lapangan|sekretariat)\b)",
)
_VENUE_END = re.compile(
    r"\s*(?:[.;]\s|[.;]$|,?\s+\b(?:pada\s+(?:hari|tanggal)|hari\s+\w+,|tanggal\s+\d|dengan\s+(?:mengundang|dihadiri|peserta|melibatkan|tema|agenda)|yang\s+(?:di|ber|meng)\w+|"
    r"(?:serta|dan)\s+(?:dihadiri|diikuti|mengundang)|dihadiri|diikuti|mengundang|dalam\s+rangka|guna|untuk|mulai\s+(?:tanggal|pukul|jam)|pukul|jam\s+\d|sebagai|terkait|bersama)\b.*|,\s+(?:KPU|dengan|yang|dalam|guna|untuk|dihadiri|diikuti|pada)\b.*)",
    re.IGNORECASE | re.DOTALL,
)
_AFTER_DATE = re.compile(
    r"^[\s,)]*(?:(?:pukul|jam)\s+[\d.:]+(?:\s*(?:s\.?d\.?|s/d|-|–)\s*(?:[\d.:]+|selesai))?\s*(?:wib)?[\s,]*)?di\s+(?!mana\b|antara)(?P<venue>.+)",
    re.IGNORECASE | re.DOTALL,
)
_BEFORE_DATE = re.compile(r"\bdi\s+(?P<venue>[^.;]{3,80}?)[\s,(]*$", re.IGNORECASE)
_LAST_DI = re.compile(r"\bdi\s+(?P<venue>(?:[A-Za-z\d'’.&-]+\s*){1,9})[.\s]*$", re.IGNORECASE)
_WITH_WHOM = re.compile(r"\b(kepada|dengan|bersama|oleh|yang|untuk|dan)\b", re.IGNORECASE)
_BLANK_VENUE = re.compile(r"^[-–—\s.]*$|^nihil$", re.IGNORECASE)
_EXAMPLE = re.compile(r"^\W*(contoh|diisi|isi(lah)?\s+dengan|petunjuk|catatan pengisian)\b", re.IGNORECASE)
_NON_GOVERNMENT_WORDS = re.compile(
    r"\bnon[\s-]*pemerintah|\bswasta\b|\bmasyarakat\b|\bormas\b|\bpartai\b|\bmedia\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Event:
    """One activity before it is numbered through within its sector."""

    sector: str | None
    number: str | None
    text: str
    date_text: str | None
    date: DateReading | None
    date_place: tuple[int, Box] | None
    venue: str | None
    page: int
    bbox: Box
    doubt: str | None = None


def sector_of(text: str) -> str | None:
    """The sector that a heading, banner or sector cell names, or None."""
    if re.search(r"\bnon[\s-]*pemerintah", text, re.IGNORECASE):
        return NON_GOVERNMENT
    if re.search(r"\bpemerintah\w*|\binstansi\b", text, re.IGNORECASE):
        return GOVERNMENT
    return NON_GOVERNMENT if _NON_GOVERNMENT_WORDS.search(text) else None


def events_of_table(
    grid: Grid,
    columns: Columns,
    sector: str | None,
    vocabulary: Vocabulary,
    year: int | None,
    frayed: frozenset[int] = frozenset(),
) -> list[Event]:
    """The events of an activities table; banner rows ('A. Pemerintah') set the sector of the rows below them."""
    events: list[Event] = []
    for row in range(columns.first_row, grid.height):
        own = [cell for cell in grid.row(row) if cell.row == row and cell.text]
        if not own or is_column_numbers(grid, row) or len(header_roles(grid, row, vocabulary)) >= 2:
            continue
        if len(own) == 1 and (own[0].colspan > 1 or own[0].col != columns.col("activity")):
            sector = sector_of(own[0].text) or sector
            continue
        if TOTAL_ROW.match(own[0].text) or any(_EXAMPLE.match(cell.text) for cell in own):
            continue
        event = _event_of_row(grid, row, columns, sector, year)
        events.append(replace(event, doubt=event.doubt or FRAYED) if row in frayed else event)
    return events


def _event_of_row(grid: Grid, row: int, columns: Columns, sector: str | None, year: int | None) -> Event:
    """The event of one table row."""

    def cell(role: str) -> Cell | None:
        col = columns.col(role)
        return grid.at(row, col) if col is not None else None

    own = [c for c in grid.row(row) if c.row == row and c.text]
    number, date, activity, venue, named = (cell(r) for r in ("number", "date", "activity", "venue", "sector"))
    page, box = place_of(own, activity if activity in own else None)
    place = venue.text if venue and not _BLANK_VENUE.match(venue.text) else None
    reading = read_date(date.text, year=year) if date and date.text else None
    return Event(
        sector=(sector_of(named.text) if named else None) or sector,
        number=re.sub(r"\D", "", number.text) if number and is_row_number(number.text) else None,
        text=activity.text if activity else "",
        date_text=date.text if date else None,
        date=reading,
        date_place=(date.page, date.box) if date else None,
        venue=place,
        page=page,
        bbox=box,
        doubt=next((c.doubt for c in own if c.doubt), None),
    )


def events_of_lines(lines: Sequence[Line], sector: str | None, year: int | None) -> list[Event]:
    """The events of a numbered or bulleted list; where there is no list, of the paragraphs that name a date."""
    items = list_items(lines)
    if not items:
        items = [p for p in paragraphs(lines) if find_dates(p.text, year=year)]
    return [
        event_of_prose(item, sector, year)
        for item in items
        if len(item.text.split()) >= 4 and not _EXAMPLE.match(item.text)
    ]


def event_of_prose(item: Paragraph, sector: str | None, year: int | None) -> Event:
    """The event that one paragraph tells, with its date or range and its venue."""
    text = item.text
    readings = find_dates(text, year=year)
    date = _joined(readings, text)
    return Event(
        sector=sector,
        number=item.marker.printed if item.marker and item.marker.style != "bullet" else None,
        text=text,
        date_text=date.text if date else None,
        date=date,
        date_place=(item.page, item.box),
        venue=find_venue(text, readings),
        page=item.page,
        bbox=item.box,
        doubt=item.doubt,
    )


def _joined(readings: Sequence[DateReading], text: str) -> DateReading | None:
    """The date of a paragraph: the first, lasting until the last of several."""
    readable = [r for r in readings if r.start]
    if not readable:
        return readings[0] if readings else None
    first, last = readable[0], readable[-1]
    if len(readable) == 1 or first.open_end:
        return first
    starts = [r.start for r in readable if r.start]
    ends = [r.end or r.start for r in readable if r.start]
    return DateReading(
        text=" ".join(text[first.span[0] : last.span[1]].split()),
        start=min(starts),
        end=max(end for end in ends if end),
        weekdays=first.weekdays,
        span=(first.span[0], last.span[1]),
    )


def find_venue(text: str, readings: Sequence[DateReading]) -> str | None:
    """The place named in an activity's prose, as printed, or None."""
    for lead in _VENUE_LEADS:
        if match := re.search(rf"\b{lead}\s+(?P<venue>.+)", text, re.IGNORECASE | re.DOTALL):
            return _trim(match["venue"], readings, text)
    for reading in readings:
        after = _AFTER_DATE.match(text[reading.span[1] :])
        if after:
            return _trim(after["venue"], readings, text)
    before = _BEFORE_DATE.search(_without_date_lead(text[: readings[0].span[0]])) if readings else None
    if before and PLACE_WORD.search(before["venue"]) and not _WITH_WHOM.search(before["venue"]):
        return _trim(before["venue"].split(" di ")[-1], readings, text)
    if last := _LAST_DI.search(text):
        venue = re.split(r"\bdi\s+", last["venue"])[-1]
        return _trim(venue, readings, text) if PLACE_WORD.match(venue) else None
    return None


def _without_date_lead(text: str) -> str:
    """`text` without the words that lead to a date: 'pada hari', 'tanggal'."""
    return re.sub(
        r"[\s,(]*(?:yang\s+dilaksanakan\s+)?(?:pada\s+)?(?:hari\s*)?(?:tanggal\s*)?$", "", text, flags=re.IGNORECASE
    )


def _trim(venue: str, readings: Sequence[DateReading], text: str) -> str | None:
    """`venue` up to the first word that no longer belongs to it."""
    start = text.rfind(venue)
    for reading in readings:
        if start >= 0 and start <= reading.span[0] < start + len(venue):
            venue = venue[: reading.span[0] - start]
            break
    venue = _VENUE_END.split(_without_date_lead(venue), maxsplit=1)[0]
    return venue.strip(" .,;:()") or None


def activities(events: Sequence[Event]) -> tuple[Activity, ...]:
    """The typed activities, numbered through within each sector, the government's first as printed."""
    counts: dict[str, int] = {}
    rows: list[Activity] = []
    for event in events:
        sector = event.sector or GOVERNMENT
        counts[sector] = counts.get(sector, 0) + 1
        doubt = event.doubt or (None if event.sector else "sektor (pemerintah/non pemerintah) tidak tertulis")
        rows.append(
            Activity(
                sector=sector,
                seq=counts[sector],
                number=event.number,
                text=event.text,
                date_text=event.date_text,
                date_start=event.date.start if event.date else None,
                date_end=event.date.end if event.date else None,
                venue=event.venue,
                page=event.page,
                bbox=event.bbox,
                doubt=doubt,
            )
        )
    return tuple(rows)


def written_dates(events: Sequence[Event]) -> list[WrittenDate]:
    """Each printed date of the activities once, also where its cell is merged over rows."""
    seen: dict[object, WrittenDate] = {}
    counts: dict[str | None, int] = {}
    for event in events:
        counts[event.sector] = counts.get(event.sector, 0) + 1
        if not event.date_text or not event.date_text.strip(" -"):
            continue
        reading = event.date or DateReading(event.date_text, None, None, readable=False)
        sector = SECTOR_NAMES[event.sector or GOVERNMENT]
        number = event.number or f"ke-{counts[event.sector]}"
        place = f"kegiatan {sector} nomor {number}"
        seen.setdefault((event.date_place, event.date_text), WrittenDate(reading, place, event.page, event.bbox))
    return list(seen.values())
