"""Meetings and events with stakeholders: out of numbered lists or free paragraphs, numbered through by sector."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.document import Activity
from extractors.geometry import Box, union
from extractors.meaning.field_labels import labels_of
from extractors.normalise.fields import EXAMPLE, Record, records_of
from extractors.normalise.sectors import GOVERNMENT, NAMES, sector_of
from extractors.normalise.under_days import MOST_WORDS, records_under_days
from extractors.normalise.under_titles import lists_under_titles
from extractors.normalise.venue_maybe import place_maybe
from extractors.normalise.venue_told import find_venue, joined_date
from extractors.reading import DateReading, WrittenDate
from extractors.structure.flow import Line
from extractors.structure.outline import read_marker
from extractors.structure.paragraphs import FLUSH, INDENT, Paragraph, list_items, paragraphs
from extractors.values.classify import OTHER, activity_kind
from extractors.values.dates import PARTLY, find_dates, is_partly_read, read_date, tells_more
from extractors.vocabulary import Vocabulary

BLANK_VENUE = re.compile(r"^[-–—\s.]*$|^nihil$", re.IGNORECASE)
"""What stands where no place is named."""
SEVERAL = "paragraf ini menyebut beberapa tanggal; mungkin beberapa kegiatan terbaca sebagai satu"
"""Why an activity is doubted that may be several."""
UNKNOWN_PLACE = "tempat kegiatan ini tidak dikenali; mungkin bukan itu tempatnya, atau tempatnya tidak terbaca"
"""Why an activity is doubted in whose sentence a name that nobody knows stands where a place does."""
MANY_DAYS = 3
"""So many dates or ranges are told of one event rarely."""
_BEGINS_ANEW = re.compile(r"[.;]\s+pada\s+(?:hari\s+|tanggal\s+)[^.;]{0,40}$", re.IGNORECASE)
_LEADS_DAY = re.compile(r"pada\s+(?:hari\s+|tanggal\s+)?(?:[a-z']+,\s+)?\d", re.IGNORECASE)
_FIELD = re.compile(r"\b(tanggal|hari/tanggal|waktu|tempat|lokasi)\s*:", re.IGNORECASE)
_NEXT_SENTENCE = re.compile(r"[a-z)]\.\s+[A-Z]")


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


def events_of_lines(lines: Sequence[Line], sector: str | None, year: int | None, vocabulary: Vocabulary) -> list[Event]:
    """The events of a form or of a numbered or bulleted list; where there is no list, of paragraphs with a date."""
    if records := records_under_days(lines, vocabulary, year):
        return [_with_venue_told(_event_of_record(record, sector, year)) for record in records]
    if records := records_of(lines, vocabulary, frozenset({"activity", "date"})):
        return [_event_of_record(record, sector, year) for record in records]
    titled = lists_under_titles(lines, year)
    items = [item for _, held in titled for item in list_items(held)] or list_items(lines)
    if not items:
        parted = [part for one in paragraphs(lines) for part in _parted(one, min(line.x0 for line in lines), year)]
        items = [p for p in _whole(parted, year) if find_dates(p.text, year=year)]
    return [
        replace(event_of_prose(item, sector, year), text=_own_text(item, year, vocabulary))
        for item in items
        if len(item.text.split()) >= 4 and not EXAMPLE.match(item.text)
    ]


def _own_text(item: Paragraph, year: int | None, vocabulary: Vocabulary) -> str:
    """The text of an item that tells its day, without fields below it but its place: 'Peserta: Polres'."""
    labels = list(zip(item.lines, labels_of(item.lines, vocabulary), strict=True))
    fields = (
        n for n, (line, told) in enumerate(labels) if n and told and (told.role != "venue" or read_marker(line.text))
    )
    own = replace(item, lines=item.lines[: next(fields, len(item.lines))]).text
    return own if _tells_day(own, year) else item.text


def _parted(paragraph: Paragraph, left: float, year: int | None) -> list[Paragraph]:
    """A paragraph, or several that no blank parts: each begins with a capital as far in as the first.

    All lines tell a day; or the one before does, and other lines begin at the `left` edge, or it ends in a full stop
    and the next begins as the first does: 'Pada 3 Mei'.
    """
    first, *others = paragraph.lines
    dated = [_tells_day(line.text, year) for line in paragraph.lines]
    capital = [line.text[:1].isupper() and abs(line.x0 - first.x0) < FLUSH for line in paragraph.lines]
    if paragraph.marker or not others:
        return [paragraph]
    if all(dated) and all(capital):
        return [Paragraph((line,)) for line in paragraph.lines]
    groups = [[first]]
    for line, begins in zip(others, capital[1:], strict=True):
        told = _tells_day(" ".join(part.text for part in groups[-1]), year)
        anew = groups[-1][-1].text.endswith(".") and all(_LEADS_DAY.match(one.text) for one in (first, line))
        if begins and told and (anew or first.x0 - left > INDENT):
            groups.append([line])
        else:
            groups[-1].append(line)
    return [Paragraph(tuple(group)) for group in groups]


def _tells_day(text: str, year: int | None) -> bool:
    """Whether a text holds a whole date."""
    return any(reading.start for reading in find_dates(text, year=year))


def _whole(found: Sequence[Paragraph], year: int | None) -> list[Paragraph]:
    """Paragraphs, each with the fields under it ('Tempat: Aula'), and a day and place alone with the title over it."""
    whole: list[Paragraph] = []
    for paragraph in found:
        over = whole[-1] if whole and not paragraph.marker else None
        field = over and _FIELD.match(paragraph.text)
        if over and (field or (_tells_only_when(paragraph, year) and not find_dates(over.text, year=year))):
            whole[-1] = replace(over, lines=(*over.lines, *paragraph.lines))
        else:
            whole.append(paragraph)
    return whole


def _tells_only_when(paragraph: Paragraph, year: int | None) -> bool:
    """Whether a paragraph begins with a day, and tells no meeting beside it."""
    reading = next(iter(find_dates(paragraph.text, year=year)), None)
    if reading is None or tells_more(paragraph.text[: reading.span[0]]):
        return False
    rest = paragraph.text[reading.span[1] :]
    return len(rest.split()) <= MOST_WORDS and activity_kind(rest) == OTHER


def _with_venue_told(event: Event) -> Event:
    """An event under its day, with the place that its text tells where none stands beside the day."""
    if event.venue:
        return event
    venue, doubt = _venue_of(event.text, ())
    return replace(event, venue=venue, doubt=event.doubt or doubt)


def _venue_of(text: str, readings: Sequence[DateReading]) -> tuple[str | None, str | None]:
    """The place that a text tells, and why it is doubted."""
    if venue := find_venue(text, readings):
        return venue, None
    maybe = place_maybe(text, readings)
    town = maybe is not None and " " not in maybe  # as well that of a partner: 'bersama kampus di Putussibau'
    return None if town else maybe, UNKNOWN_PLACE if maybe else None


def _event_of_record(record: Record, sector: str | None, year: int | None) -> Event:
    """The event that the fields of a form tell."""
    date = record.text("date")
    venue = record.text("venue")
    return Event(
        sector=sector_of(record.text("sector")) or sector,
        number=record.number,
        text=record.text("activity"),
        date_text=date,
        date=read_date(date, year=year),
        date_place=(record.page, union(line.box for line in record.fields["date"])),
        venue=None if BLANK_VENUE.match(venue) else venue,
        page=record.page,
        bbox=record.box,
        doubt=next((line.doubt for line in record.lines if line.doubt), None),
    )


def event_of_prose(item: Paragraph, sector: str | None, year: int | None) -> Event:
    """The event that one paragraph tells, with its date or range and its venue."""
    date, venue, unsure = told_by(item.text, year)
    return Event(
        sector=sector,
        number=item.marker.printed if item.marker and item.marker.style != "bullet" else None,
        text=item.text,
        date_text=date.text if date else None,
        date=date,
        date_place=(item.page, item.box),
        venue=venue,
        page=item.page,
        bbox=item.box,
        doubt=item.doubt or unsure,
    )


def told_by(text: str, year: int | None) -> tuple[DateReading | None, str | None, str | None]:
    """The date or range that a text tells of its event, the place, and why they are doubted."""
    readings = find_dates(text, year=year)
    venue, unknown = _venue_of(text, readings)
    return joined_date(readings, text), venue, SEVERAL if _tells_several(text, readings) else unknown


def _tells_several(text: str, readings: Sequence[DateReading]) -> bool:
    """Whether a paragraph seems to tell more than one event: many days, or a later sentence that begins with its own.

    An end of paragraph that was not seen (a line that looks like a list item: 'B.' of 'Kuala Mandor B.') would let the
    events behind it vanish in silence.
    """
    days = [reading for reading in readings if reading.start]
    again = any(_BEGINS_ANEW.search(text[: reading.span[0]]) for reading in days[1:])
    apart = any(_NEXT_SENTENCE.search(text[a.span[1] : b.span[0]]) for a, b in pairwise(days))
    fields = [name.casefold() for name in _FIELD.findall(text)]  # 'Tanggal: 2 Mei Tanggal: 6 Mei': cards side by side
    return len(days) >= MANY_DAYS or again or apart or len(set(fields)) < len(fields)


def activities(events: Sequence[Event]) -> tuple[Activity, ...]:
    """The typed activities, numbered through within each sector, the government's first as printed."""
    counts: dict[str, int] = {}
    rows: list[Activity] = []
    for event in events:
        sector = event.sector or GOVERNMENT
        counts[sector] = counts.get(sector, 0) + 1
        doubt = event.doubt or (PARTLY if is_partly_read(event.date) else None)
        doubt = doubt or (None if event.sector else "sektor (pemerintah/non pemerintah) tidak tertulis")
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
        sector = NAMES[event.sector or GOVERNMENT]
        number = event.number or f"ke-{counts[event.sector]}"
        place = f"kegiatan {sector} nomor {number}"
        seen.setdefault((event.date_place, event.date_text), WrittenDate(reading, place, event.page, event.bbox))
    return list(seen.values())
