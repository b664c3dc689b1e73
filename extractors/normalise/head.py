"""Cover and signature block: title, place, date, and who signed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from extractors.structure.flow import Line
from extractors.structure.section import Section
from extractors.structure.signature import COLUMN_GAP, has_nip
from extractors.values.dates import find_dates
from extractors.values.lone_days import month_told
from extractors.values.numbers import find_nip

_TITLE = re.compile(r"^LAPORAN\b", re.IGNORECASE)
_NOT_TITLE = re.compile(
    r"^(KOMISI PEMILIHAN UMUM|SEKRETARIAT|\d{4}$|JL\b|JALAN\b|DISUSUN|OLEH\b|DAFTAR ISI|KATA PENGANTAR"
    r"|[\w/]+(\s\w+){0,2}\s:\s)",
    re.IGNORECASE,
)
_LETTER = re.compile(r"^((nomor|no|sifat|lampiran|perihal|hal)\b\s*\.?\s*:|yth\b|kepada\b)", re.IGNORECASE)
LETTER_LINES = 2
"""Lines like 'Nomor: ...', 'Perihal: ...', 'Yth. ...' that make a page a letter."""
_ROLE = re.compile(
    r"\b(ketua|sekretaris|kepala|kasub\w*|pelaksana|plt|plh|koordinator|penanggung|anggota|divisi|komisioner|pejabat|ppid|subbag\w*|bagian|a\.?n\.?)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"20\d{2}")
_OF_YEAR = re.compile(r"\b(?:tahun|triwulan\s+(?:[ivx]+|\d))$", re.IGNORECASE)
_DAY = re.compile(r",\s*\d{1,2}$")
"""How a line ends whose date goes on below it: 'Sukadana, 11' over 'Oktober 2023'."""
_STAMP = re.compile(
    r"^(ttd\.?|\(?\s*tanda tangan\s*\)?|cap|materai|meterai|ditandatangani.*|mengetahui\b.*|menyetujui\b.*|dto\.?)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Cover:
    """The cover's title and the page it stands on."""

    title: str
    page: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """The signature block; each field is None where it is not there."""

    place: str | None = None
    date: date | None = None
    name: str | None = None
    role: str | None = None
    nip: str | None = None
    page: int | None = None
    doubt: str | None = None


def read_cover(front: Section) -> Cover | None:
    """The title from its first line ('LAPORAN ...') to its last, from the page of the front matter that is a cover."""
    lines = front.lines
    for index, line in enumerate(lines):
        if not _TITLE.match(line.text) or not _is_cover_page(line, lines):
            continue
        title = [line]
        for other in lines[index + 1 :]:
            if other.page != line.page or not _goes_on(title[-1], other):
                break
            title.append(other)
        whole = tuple(item for item in lines if item.page == line.page)
        return Cover(" ".join(" ".join(part.text for part in title).split()), line.page, whole)
    return None


def _is_cover_page(line: Line, lines: Sequence[Line]) -> bool:
    """Whether the page of `line` has few lines and is no letter: a cover; in a letter a title is set in capitals."""
    page = [other for other in lines if other.page == line.page]
    in_letter = sum(bool(_LETTER.match(other.text)) for other in page) >= LETTER_LINES
    return len(page) <= 25 and len(line.text.split()) <= 14 and (not in_letter or line.text.isupper())


def _goes_on(before: Line, line: Line) -> bool:
    """Whether `line` is a further line of the title; a year is one behind what it is the year of."""
    if _YEAR.fullmatch(line.text) and _OF_YEAR.search(before.text):
        return abs(line.size - before.size) < 1 and line.top - before.bottom < before.size
    if _NOT_TITLE.match(line.text.strip()):
        return False
    return line.top - before.bottom <= 5.0 * max(before.size, line.size) and line.size >= 0.55 * before.size


def read_signature(section: Section | None) -> Signature:
    """Place, date, role, name and NIP out of the lines of the signature block; the side that bears the date counts."""
    lines = section.lines if section else []
    for index, line in enumerate(lines):
        for part in line.segments(COLUMN_GAP):
            place, comma, rest = part.text.rpartition(",")
            below = lines[index + 1].text.strip() if index + 1 < len(lines) else ""
            year = f" {below}" if _YEAR.fullmatch(below) or (_DAY.search(part.text) and month_told(below)) else ""
            readings = find_dates((rest or part.text) + year)
            if not readings or readings[0].start is None or len(part.text.split()) > 7:
                continue
            column = _column(lines[index + bool(year) :], part)
            signed = place.strip() if comma else part.text[: readings[0].span[0]].strip(" ,")
            return _signed(column, signed or None, readings[0].start, part)
    return _signed(lines, None, None, None)


def _column(lines: Sequence[Line], head: Line) -> list[Line]:
    """The parts of `lines` below the date that stand on its side of the page."""
    found: list[Line] = []
    for line in lines:
        parts = line.segments(COLUMN_GAP)
        if len(parts) == 1:
            found += parts
        else:
            centre = (head.x0 + head.x1) / 2
            found.append(min(parts, key=lambda part: abs((part.x0 + part.x1) / 2 - centre)))
    return found


def _signed(lines: Sequence[Line], place: str | None, day: date | None, head: Line | None) -> Signature:
    """The signature whose lines follow the date line."""
    body = [
        line for line in lines if line is not head and (head is None or line.top > head.top or line.page > head.page)
    ]
    at = next((i for i, line in enumerate(body) if has_nip(line)), None)
    nip_line = body[at] if at is not None else None
    below = body[at + 1 : at + 2] if at is not None else []
    nip = find_nip(" ".join(line.text for line in (nip_line, *below))) if nip_line else None
    upper = [line for line in (body[:at] if at is not None else body) if not _STAMP.match(line.text.strip(" ,"))]
    name = upper[-1].text.strip(" ()") if len(upper) >= 2 or (upper and not _ROLE.search(upper[-1].text)) else None
    role_lines = upper[:-1] if name else upper
    role = (
        " ".join(" ".join(line.text for line in role_lines if line.page == role_lines[0].page).split()).strip(" ,")
        if role_lines
        else None
    )
    return Signature(
        place=place,
        date=day,
        name=name,
        role=role or None,
        nip=nip,
        page=head.page if head else (nip_line.page if nip_line else None),
        doubt=next((line.doubt for line in (head, nip_line) if line and line.doubt), None),
    )
