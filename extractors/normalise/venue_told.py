"""Where a meeting is told to be held: the place that prose names beside its day or behind 'bertempat di'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.meaning.venues import HOST, VENUE, venue_word, words_of
from extractors.normalise.venue_maybe import CLOCK
from extractors.reading import DateReading
from extractors.values.classify import OTHER, activity_kind
from extractors.values.dates import find_dates

# A venue follows one of these; the longer and more certain ones are looked for first.
_VENUE_LEADS = (
    r"bertempat\s+(?:di|pada)(?:\s*:)?",
    r"(?:(?:ber)?lokasi\s+di|lokasi\s*:)",
    r"tempat(?:nya)?\s*(?:di|:)",
    r"(?:(?<=[;,] )|(?<=\())tempat(?=\s+(?-i:[A-Z]))",
    rf"di(?:laksanakan|adakan|gelar|selenggarakan)\s+(?:di|pada)(?=\s+{words_of(VENUE, HOST)})",
)
_HELD_BY = re.compile(
    rf"\bdi(?:laksanakan|adakan|gelar|selenggarakan)\s+oleh\s+(?P<venue>{words_of(VENUE)}.+)",
    re.IGNORECASE | re.DOTALL,
)
"""'dilaksanakan oleh Hotel Harvey': a venue where no other is named, for an office may hold a meeting elsewhere."""
_SHORTENED = "".join(
    rf"(?<!\b{word})"
    for word in (
        "Jl",
        "Jln",
        "Jend",
        "Gg",
        "No",
        "Lt",
        "Kab",
        "Kec",
        "Kel",
        "Dr",
        "Drs",
        "Dra",
        "Ir",
        "Prof",
        "KH",
        "Hj",
        "H",
        "St",
    )
)
"""A full stop behind one of these ends no venue: 'Jl. Merdeka No. 17'."""
_VENUE_END = re.compile(
    rf"\s*(?:[:;]\s|\s[-–—|@·•]\s|{_SHORTENED}\.\s|[.;]$|,?\s+\b(?:pada\s+(?:hari|tanggal)|hari\s+\w+,|tanggal\s+\d|dengan\s+(?:mengundang|dihadiri|peserta|melibatkan|tema|agenda)|yang\s+(?:di|ber|meng)\w+|"
    r"(?:(?:telah|sudah)\s+)?di(?:laksanakan|adakan|gelar|selenggarakan)\b|"
    r"(?:serta|dan)\s+(?:dihadiri|diikuti|mengundang)|dihadiri|diikuti|mengundang|dalam\s+rangka|(?-i:guna)|untuk|selama|mulai\s+(?:tanggal|pukul|jam)|pukul|jam\s+\d|sebagai|terkait|bersama)\b.*|,\s+(?:KPU|dengan|yang|dalam|guna|untuk|dihadiri|diikuti|pada)\b.*)",
    re.IGNORECASE | re.DOTALL,
)
_AFTER_DATE = re.compile(
    rf"^[\s,)]*(?:{CLOCK}[\s,]*)?di\s+(?!mana\b|antara)(?P<venue>.+)",
    re.IGNORECASE | re.DOTALL,
)
_BESIDE_DATE = re.compile(
    rf"^[\s,;)]*(?:{CLOCK}[\s,;)]*)?[-–—|/·•]?\s*(?P<venue>{words_of(VENUE, HOST)}(?:[^()]|\([^()]*\))*)",
    re.IGNORECASE | re.DOTALL,
)
"""A place right behind a date: '3 Juni 2024 – Aula KPU', '(3 Juni 2024, Aula KPU)'."""
_ACTS = re.compile(
    rf"^[\s,;)]*{words_of(HOST)}(?:(?!,\s*KPU\b)[^.;|])*?\b(?:bersama\s+KPU|me(?:ng|ny|m|n|l)\w{{4,}})\b", re.IGNORECASE
)
"""A host behind the date that is told to do something is no place: '3 Juni 2024, Polres bersama KPU mengadakan'."""
_BEFORE_DATE = re.compile(r"\bdi\s+(?P<venue>[^.;]{3,80}?)[\s,(]*$", re.IGNORECASE)
_PLACE = r"[A-Za-z\d'’.&-]+"
_ADDRESS = r",(?=\s+(?:jl|jln|jalan|gg|lantai|lt|kec|kecamatan|kel|kelurahan|desa)\b)"
_LAST_DI = re.compile(
    rf"\bdi\s+(?P<venue>{_PLACE}(?:(?:{_ADDRESS})?\s+{_PLACE}){{0,11}})\s*$",
    re.IGNORECASE,
)
_ADDRESS_WORD = re.compile(
    r"(?:jl|jln|jalan|gg|gang|lantai|lt|kec\w*|kel|kelurahan|desa|dusun|kab\w*|kota|prov\w*|kompleks?|blok|no|nomor|rt|rw"
    r"|dan|serta|di|samping|depan|belakang|dekat)\b",
    re.IGNORECASE,
)
_PARTED = re.compile(r"\s[-–—|@·•]\s")
_COMMAS = re.compile(r",\s+|\s[-–—|@·•]\s")
"""What parts a place from what else is told: 'Rapat bersama Polres, Aula KPU, 3 Juni 2024'."""
_OWN_PLACE = re.compile(words_of(VENUE), re.IGNORECASE)
"""In a list before the date a host may be a partner: 'Rapat bersama Bawaslu, Polres, 3 Juni 2024'."""
_LAST_BRACKET = re.compile(r"\((?P<venue>[^()]{3,80})\)\W*$")
_DAY_NAME = re.compile(r"\b(?:hari(?:\s*/\s*(?:tanggal|tgl))?|tanggal|tgl|waktu)\s*:\s*", re.IGNORECASE)
"""The names of fields of the day: 'Hari : Senin Tanggal : 3 Juni 2024'."""
_CLOCK = re.compile(rf"\b{CLOCK}", re.IGNORECASE)
_PLACE_LEAD = re.compile(r"^(?:(?:ber)?tempat|lokasi)?\s*(?:di\b)?\s*:?\s*", re.IGNORECASE)
_WITH_WHOM = re.compile(r"\b(kepada|dengan|bersama|oleh|yang|untuk|bagi)\b", re.IGNORECASE)


def find_venue(text: str, readings: Sequence[DateReading]) -> str | None:
    """The place named in an activity's prose, as printed, or None."""
    for lead in _VENUE_LEADS:
        if match := re.search(rf"\b{lead}\s+(?P<venue>.+)", text, re.IGNORECASE | re.DOTALL):
            return _trim(match["venue"], readings, text)
    for reading in readings:
        rest = text[reading.span[1] :]
        if after := _AFTER_DATE.match(rest) or (None if _ACTS.match(rest) else _BESIDE_DATE.match(rest)):
            return _trim(after["venue"], readings, text)
    if held := _HELD_BY.search(text):
        return _trim(held["venue"], readings, text)
    before = _BEFORE_DATE.search(_without_date_lead(text[: readings[0].span[0]])) if readings else None
    place = before["venue"].split(" di ")[-1] if before else ""
    if venue_word().match(place) and not _WITH_WHOM.search(place):
        return _trim(place, readings, text)
    bracket = _LAST_BRACKET.search(text)
    if bracket and (found := _beside_bracket(text[: bracket.start()], bracket["venue"])):
        return _trim(found, readings, text)
    parted = _PARTED.split(text)[1:]
    listed = _COMMAS.split(text[: readings[0].span[0]].rstrip(" ,(|@-–—·•"))[1:] if readings else []
    lasts = [*filter(venue_word().match, parted[-1:]), *filter(_OWN_PLACE.match, listed[-1:])]
    if lasts:
        return _trim(lasts[0], readings, text)
    if last := _LAST_DI.search(text):
        venue = re.split(r"\bdi\s+", last["venue"])[-1]
        return _trim(venue, readings, text) if venue_word().match(venue) else None
    return None


def _beside_bracket(before: str, held: str) -> str:
    """The place in a bracket or right before it, where one is known: 'di Aula KPU (Polres)'; '' where none is."""
    told = _LAST_DI.search(before)
    place = re.split(r"\bdi\s+", told["venue"])[-1] if told else ""
    known = [text for text in (place, held) if venue_word().match(text)]
    return next(filter(_OWN_PLACE.match, known), known[0] if known else "")


def date_and_venue(text: str, year: int | None) -> tuple[str, str]:
    """The date and the place that stand in one cell: 'Senin, 2 April 2024 / Aula KPU', in either order."""
    text = _DAY_NAME.sub("", text)
    reading = joined_date(find_dates(text, year=year), text)
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
    parts = venue.split(", ")
    end = next((n for n, part in enumerate(parts) if n and _tells_what(part)), len(parts))
    return ", ".join(parts[:end]).strip(" .,;:()") or None


def _tells_what(part: str) -> bool:
    """Whether what stands behind a comma is the name of a meeting, or other words in small letters, no address."""
    meeting = activity_kind(" ".join(part.split()[:2])) != OTHER
    return (meeting or part[:1].islower()) and not (venue_word().match(part) or _ADDRESS_WORD.match(part))


def joined_date(readings: Sequence[DateReading], text: str) -> DateReading | None:
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
