"""Where a meeting may be held though nothing says so surely: names that stand where places do, of places unknown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from extractors.reading import DateReading
from extractors.values.classify import OTHER, activity_kind

CLOCK = r"(?:pukul|jam)\s+[\d.:]+(?:\s*(?:s\.?\s?d\.?|s/d|-|–)\s*(?:[\d.:]+|selesai))?\s*(?:wib)?"
_WORD = r"[A-Z\d](?:[\w'’/&-]|\.(?=\w))*"
_NAME = rf"{_WORD}(?:\s+{_WORD}){{0,7}}+"
_OF_AREA = r"(?:Kecamatan|Kabupaten|Kota|Provinsi|Desa|Kelurahan|Lingkungan|Wilayah|Tingkat|Indonesia|TPS)\b"
_BEHIND_DI = re.compile(rf"\b[Dd]i\s+(?!{_OF_AREA})(?P<venue>{_NAME})(?!\W+[Yy]ang\b)(?=\W|$)")
_PIECE = re.compile(rf"^\s*(?P<venue>(?!KPU\b|{_OF_AREA}){_NAME})\W*$")
_PARTED = re.compile(r"\s[-–—|·•@]\s|[,;:()]\s*|(?<=[a-z]{3})\.\s+|(?<=\))\.\s+")
_IN_BRACKET = re.compile(r"\((?P<piece>[^(),;]+)[,;]\s*$")
_DAY_LEAD = re.compile(r"\s*\b(?:pada\s+)?(?:hari\s*)?(?:tanggal\s*)?$", re.IGNORECASE)


def place_maybe(text: str, readings: Sequence[DateReading]) -> str | None:
    """The name alone behind a date, behind 'di', or alone before a date or last, that may be the meeting's place."""
    di = [found["venue"] for found in _BEHIND_DI.finditer(text)][-1:]
    return next(_places(_pieces_behind(text, readings)), None) or next(
        chain(di, _places(_pieces_before(text, readings))), None
    )


def _places(pieces: Iterable[str]) -> Iterator[str]:
    """The pieces of a text that are names and name no meeting."""
    return (found["venue"] for piece in pieces if (found := _PIECE.match(piece)) and _is_place(found))


def _is_place(found: re.Match[str]) -> bool:
    """Whether a name has letters and names no meeting."""
    return any(map(str.isalpha, found["venue"])) and activity_kind(found["venue"]) == OTHER


def _pieces_behind(text: str, readings: Sequence[DateReading]) -> Iterator[str]:
    """What stands right behind each date and its hour, up to the next mark, or before it in its bracket."""
    for reading in readings:
        if bracket := _IN_BRACKET.search(text[: reading.span[0]]):
            yield bracket["piece"]
        rest = re.sub(rf"^\W*{CLOCK}", "", text[reading.span[1] :], flags=re.IGNORECASE)
        yield _PARTED.split(rest.lstrip(" ,;:()|-–—·•@."), maxsplit=1)[0]


def _pieces_before(text: str, readings: Sequence[DateReading]) -> Iterator[str]:
    """What stands right before each date, from the last mark on, and last of all."""
    for reading in readings:
        before = _DAY_LEAD.sub("", text[: reading.span[0]].rstrip(" ,;:()|-–—·•@"))
        yield from _PARTED.split(before)[-1:]
    last = max((reading.span[1] for reading in readings), default=0)
    yield from _PARTED.split(text[last:].rstrip(" .)"))[0 if last else 1 :][-1:]
