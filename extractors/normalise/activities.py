"""Meetings and events with stakeholders: out of numbered lists or free paragraphs, numbered through by sector."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.document import Activity
from extractors.geometry import Box, union
from extractors.meaning.venues import HOST, VENUE, venue_word, words_of
from extractors.normalise.fields import EXAMPLE, Record, records_of
from extractors.normalise.sectors import GOVERNMENT, NAMES, sector_of
from extractors.normalise.under_days import records_under_days
from extractors.normalise.under_titles import lists_under_titles
from extractors.reading import DateReading, WrittenDate
from extractors.structure.flow import Line
from extractors.structure.paragraphs import Paragraph, list_items, paragraphs
from extractors.values.dates import find_dates, read_date
from extractors.vocabulary import Vocabulary

BLANK_VENUE = re.compile(r"^[-–—\s.]*$|^nihil$", re.IGNORECASE)
"""What stands where no place is named."""
SEVERAL = "paragraf ini menyebut beberapa tanggal; mungkin beberapa kegiatan terbaca sebagai satu"
"""Why an activity is doubted that may be several."""
UNKNOWN_PLACE = "tempat setelah kata 'di' tidak dikenali; tempat kegiatan ini mungkin tidak terbaca"
"""Why an activity without venue is doubted in whose sentence a name stands behind 'di' right before the date."""
MANY_DAYS = 3
"""So many dates or ranges are told of one event rarely."""
_BEGINS_ANEW = re.compile(r"[.;]\s+pada\s+(?:hari\s+|tanggal\s+)[^.;]{0,40}$", re.IGNORECASE)
_FIELD = re.compile(r"\b(tanggal|hari/tanggal|waktu|tempat|lokasi)\s*:", re.IGNORECASE)
_NEXT_SENTENCE = re.compile(r"[a-z)]\.\s+[A-Z]")
# A venue follows one of these; the longer and more certain ones are looked for first.
_VENUE_LEADS = (
    r"bertempat\s+di(?:\s*:)?",
    r"(?:(?:ber)?lokasi\s+di|lokasi\s*:)",
    r"tempat(?:nya)?\s*(?:di|:)",
    rf"di(?:laksanakan|adakan|gelar|selenggarakan)\s+(?:di|pada)(?=\s+{words_of(VENUE, HOST)})",
)
_HELD_BY = re.compile(
    rf"\bdi(?:laksanakan|adakan|gelar|selenggarakan)\s+oleh\s+(?P<venue>{words_of(VENUE)}.+)",
    re.IGNORECASE | re.DOTALL,
)
"""'dilaksanakan oleh Hotel Harvey': a venue where no other is named, for an office may hold a meeting elsewhere."""
_SHORTENED = "".join(
    rf"(?<!\b{word})" for word in ("Jl", "Jln", "Jend", "Gg", "No", "Lt", "Kab", "Kec", "Kel", "Dr", "H")
)
"""A full stop behind one of these ends no venue: 'Jl. Merdeka No. 17'."""
_VENUE_END = re.compile(
    rf"\s*(?:[:;]\s|\s[-–—|]\s|{_SHORTENED}\.\s|[.;]$|,?\s+\b(?:pada\s+(?:hari|tanggal)|hari\s+\w+,|tanggal\s+\d|dengan\s+(?:mengundang|dihadiri|peserta|melibatkan|tema|agenda)|yang\s+(?:di|ber|meng)\w+|"
    r"(?:(?:telah|sudah)\s+)?di(?:laksanakan|adakan|gelar|selenggarakan)\b|"
    r"(?:serta|dan)\s+(?:dihadiri|diikuti|mengundang)|dihadiri|diikuti|mengundang|dalam\s+rangka|(?-i:guna)|untuk|mulai\s+(?:tanggal|pukul|jam)|pukul|jam\s+\d|sebagai|terkait|bersama)\b.*|,\s+(?:KPU|dengan|yang|dalam|guna|untuk|dihadiri|diikuti|pada)\b.*)",
    re.IGNORECASE | re.DOTALL,
)
_AFTER_DATE = re.compile(
    r"^[\s,)]*(?:(?:pukul|jam)\s+[\d.:]+(?:\s*(?:s\.?d\.?|s/d|-|–)\s*(?:[\d.:]+|selesai))?\s*(?:wib)?[\s,]*)?di\s+(?!mana\b|antara)(?P<venue>.+)",
    re.IGNORECASE | re.DOTALL,
)
_BESIDE_DATE = re.compile(
    rf"^[\s,;)]*[-–—|/]?\s*(?P<venue>{words_of(VENUE, HOST)}(?:[^()]|\([^()]*\))*)", re.IGNORECASE | re.DOTALL
)
"""A place right behind a date: '3 Juni 2024 – Aula KPU', '(3 Juni 2024, Aula KPU)'."""
_LAST_BESIDE = re.compile(r"^\s*,\s*(?P<venue>[A-Z][^(),]{2,60})\)\W*$")
_DATE_LEAD = re.compile(r"[\s,(]*(?:pada\s+)?(?:hari\s*)?(?:tanggal\s*)?$", re.IGNORECASE)
_BEFORE_DATE = re.compile(r"\bdi\s+(?P<venue>[^.;]{3,80}?)[\s,(]*$", re.IGNORECASE)
_PLACE = r"[A-Za-z\d'’.&-]+"
_ADDRESS = r",(?=\s+(?:jl|jln|jalan|gg|lantai|lt|kec|kecamatan|kel|kelurahan|desa)\b)"
_LAST_DI = re.compile(
    rf"\bdi\s+(?P<venue>{_PLACE}(?:(?:{_ADDRESS})?\s+{_PLACE}){{0,11}})\s*$",
    re.IGNORECASE,
)
_PARTED = re.compile(r"\s[-–—|@]\s")
_COMMAS = re.compile(r",\s+|\s[-–—|@]\s")
"""What parts a place from what else is told: 'Rapat bersama Polres, Aula KPU, 3 Juni 2024'."""
_LAST_BRACKET = re.compile(r"\((?P<venue>[^()]{3,80})\)\W*$")
_CLOCK = re.compile(
    r"\b(?:pukul|jam)\s+[\d.:]+(?:\s*(?:s\.?\s?d\.?|s/d|-|–)\s*(?:[\d.:]+|selesai))?\s*(?:wib)?", re.IGNORECASE
)
_PLACE_LEAD = re.compile(r"^(?:(?:ber)?tempat|lokasi)?\s*(?:di\b)?\s*:?\s*", re.IGNORECASE)
_WITH_WHOM = re.compile(r"\b(kepada|dengan|bersama|oleh|yang|untuk|dan)\b", re.IGNORECASE)


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
        items = [p for p in paragraphs(lines) if find_dates(p.text, year=year)]
    return [
        event_of_prose(item, sector, year)
        for item in items
        if len(item.text.split()) >= 4 and not EXAMPLE.match(item.text)
    ]


def _with_venue_told(event: Event) -> Event:
    """An event under its day, with the place that its text tells where none stands beside the day."""
    return event if event.venue else replace(event, venue=find_venue(event.text, ()))


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
    text = item.text
    readings = find_dates(text, year=year)
    date = _joined(readings, text)
    venue = find_venue(text, readings)
    unsure = SEVERAL if _tells_several(text, readings) else None
    return Event(
        sector=sector,
        number=item.marker.printed if item.marker and item.marker.style != "bullet" else None,
        text=text,
        date_text=date.text if date else None,
        date=date,
        date_place=(item.page, item.box),
        venue=venue,
        page=item.page,
        bbox=item.box,
        doubt=item.doubt or unsure or (UNKNOWN_PLACE if not venue and _names_place(text, readings) else None),
    )


def _names_place(text: str, readings: Sequence[DateReading]) -> bool:
    """Whether a name in capitals stands behind 'di' right before the first date, or behind it in its bracket.

    It may be a place that nobody knows.
    """
    if any(_LAST_BESIDE.match(text[reading.span[1] :]) for reading in readings):
        return True
    before = _BEFORE_DATE.search(_DATE_LEAD.sub("", text[: readings[0].span[0]])) if readings else None
    place = before["venue"].split(" di ")[-1] if before else ""
    return place[:1].isupper() and not _WITH_WHOM.search(place)


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
        rest = text[reading.span[1] :]
        if after := _AFTER_DATE.match(rest) or _BESIDE_DATE.match(rest):
            return _trim(after["venue"], readings, text)
    if held := _HELD_BY.search(text):
        return _trim(held["venue"], readings, text)
    before = _BEFORE_DATE.search(_without_date_lead(text[: readings[0].span[0]])) if readings else None
    if before and venue_word().search(before["venue"]) and not _WITH_WHOM.search(before["venue"]):
        return _trim(before["venue"].split(" di ")[-1], readings, text)
    if (bracket := _LAST_BRACKET.search(text)) and venue_word().match(bracket["venue"]):
        return bracket["venue"]
    parts = [
        _PARTED.split(text)[-1],
        *(_COMMAS.split(text[: readings[0].span[0]].rstrip(" ,(|@-–—"))[-1:] if readings else ()),
    ]
    if part := next(filter(venue_word().match, parts), None):
        return _trim(part, readings, text)
    if last := _LAST_DI.search(text):
        venue = re.split(r"\bdi\s+", last["venue"])[-1]
        return _trim(venue, readings, text) if venue_word().match(venue) else None
    return None


def date_and_venue(text: str, year: int | None) -> tuple[str, str]:
    """The date and the place that stand in one cell: 'Senin, 2 April 2024 / Aula KPU', in either order."""
    reading = _joined(find_dates(text, year=year), text)
    if reading is None:
        return "", text
    before, after = text[: reading.span[0]], text[reading.span[1] :]
    rest = _CLOCK.sub(" ", f"{_without_date_lead(before)} {after}")
    return reading.text, _PLACE_LEAD.sub("", rest.strip(" ,;:/()-–")).strip(" ,;:/()-–")


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
        sector = NAMES[event.sector or GOVERNMENT]
        number = event.number or f"ke-{counts[event.sector]}"
        place = f"kegiatan {sector} nomor {number}"
        seen.setdefault((event.date_place, event.date_text), WrittenDate(reading, place, event.page, event.bbox))
    return list(seen.values())
