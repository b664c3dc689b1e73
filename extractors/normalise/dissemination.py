"""Typed records of 'Data Informasi Kepemiluan yang disebarluaskan', and the dates written in its rows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.document import Dissemination
from extractors.normalise.dissemination_items import Publication
from extractors.reading import DateReading, UnknownLabel, WrittenDate
from extractors.values.channels import read_channels
from extractors.values.dates import PARTLY, find_dates, is_partly_read
from extractors.vocabulary import Vocabulary

_DITTO = re.compile(
    r"\W*(s\W?d\W?a|idem|sama(\s+(dengan\s+)?(di\s*)?atas)?)\W*|[-–\s]*[\"“”„〃]+[-–\s]*", re.IGNORECASE
)
"""How a cell says what the one above it does: 'sda' (sama dengan atas), 'idem', a ditto mark."""
SWALLOWED = "media baris ini kosong, sedangkan teksnya berakhir dengan nama kanal; mungkin itu medianya"
"""Why a row is doubted whose media may have been read as the end of its text."""
NO_INFORMATION = "isi informasi baris ini tidak terbaca"
"""Why a row is doubted that tells nothing."""
NO_CHANNEL = "media penyebaran baris ini tidak dikenali"
"""Why a row is doubted whose media are none that is known."""
DATED = "sel media baris ini memuat tanggal; mungkin tercampur dengan baris lain"
"""Why a row is doubted whose media stand together with a day."""


def dissemination(
    parts: Sequence[Publication], vocabulary: Vocabulary
) -> tuple[tuple[Dissemination, ...], list[UnknownLabel]]:
    """The typed rows with their channels, numbered through, and the words for media that the vocabulary lacks."""
    rows: list[Dissemination] = []
    unknown: list[UnknownLabel] = []
    for seq, part in enumerate(parts, 1):
        channels, words = read_channels(part.media_text, vocabulary)
        if rows and _DITTO.fullmatch(part.media_text):
            channels, words = rows[-1].channels, ()
        unknown += [UnknownLabel("channel", word, part.page, part.bbox) for word in words]
        rows.append(
            Dissemination(
                seq=seq,
                number=part.number,
                date_text=part.date_text,
                date_start=part.date.start if part.date else None,
                date_end=part.date.end if part.date else None,
                information=part.information,
                media_text=part.media_text,
                channels=channels,
                page=part.page,
                bbox=part.bbox,
                doubt=part.doubt or _why(part, channels, vocabulary),
            )
        )
    return tuple(rows), unknown


def _why(part: Publication, channels: Sequence[str], vocabulary: Vocabulary) -> str | None:
    """Why a row is doubted for what it tells."""
    if is_partly_read(part.date):
        return PARTLY
    return SWALLOWED if _holds_media(part, vocabulary) else _unread(part, channels)


def _holds_media(part: Publication, vocabulary: Vocabulary) -> bool:
    """Whether a row tells no media, but its text ends with the name of a channel."""
    last = part.information.split()[-1:]
    return not part.media_text and bool(last) and bool(read_channels(last[0], vocabulary)[0])


def _unread(part: Publication, channels: Sequence[str]) -> str | None:
    """Why a row is doubted that tells nothing, or its media with a day or in words none of which is known."""
    if not part.information:
        return NO_INFORMATION
    if re.search(r"\d", part.media_text) and find_dates(part.media_text):
        return DATED
    return NO_CHANNEL if not channels and re.search(r"\w", part.media_text) else None


def written_dates(parts: Sequence[Publication], place: str) -> list[WrittenDate]:
    """Each printed date once, also where its cell is merged over rows."""
    seen: dict[object, WrittenDate] = {}
    for index, part in enumerate(parts):
        if part.date_text and part.date_text.strip(" -"):
            reading = part.date or DateReading(part.date_text, None, None, readable=False)
            where = f"baris nomor {part.number}" if part.number else f"baris ke-{index + 1}"
            key = (*part.date_cell, part.date_text) if part.date_cell else (part.page, index)
            seen.setdefault(key, WrittenDate(reading, f"{where} {place}", part.page, part.bbox))
    return list(seen.values())
