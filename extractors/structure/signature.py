"""Where a report is signed: place and date, and a signer's role or number close below."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.structure.flow import Item, Line, only_lines
from extractors.values.dates import read_date
from extractors.values.numbers import find_nip

COLUMN_GAP = 40.0
"""Points of blank that part two signatures side by side."""
_NIP = re.compile(r"\bN\s*[I1l]\s*P\b", re.IGNORECASE)
_YEAR = re.compile(r"20\d\d")
_SIGNER = re.compile(
    r"^\W*((plt|plh|a\.?n)\.?\s+)?(ketua|sekretaris|kepala|kasub\w*|koordinator|pelaksana|divisi|mengetahui)\b", re.I
)


def has_nip(line: Line) -> bool:
    """Whether a line tells a civil servant's number: by its name or, where a stamp lies over that, by its digits."""
    return bool(_NIP.search(line.text)) or find_nip(line.text) is not None


def heads_signature(day: Line, ahead: Sequence[Item]) -> bool:
    """Whether a line is a place and date over a signer's role right below, or over a NIP before another date.

    A narrow block breaks the year off.
    """
    lines = list(only_lines(ahead))
    if lines and _YEAR.fullmatch(lines[0].text):
        day = Line((*day.words, *lines.pop(0).words), day.page)
    if not _is_place_and_date(day):
        return False
    below = day
    for line in lines:
        if _is_place_and_date(line):
            return False
        if has_nip(line):
            return True
        near = line.page == day.page and line.top - below.bottom < 2 * line.size
        if below is day and near and len(line.text.split()) <= 8 and _SIGNER.search(line.text):
            return True
        below = line
    return False


def _is_place_and_date(line: Line) -> bool:
    """Whether some part of the line is 'Sanggau, 2 Juli 2024': a place, a comma and a date, nothing else."""
    for part in line.segments(COLUMN_GAP):
        town, comma, rest = part.text.rpartition(",")
        if comma and town and len(town.split()) <= 4 and len(rest.split()) <= 5:
            reading = read_date(rest.strip())
            if reading and reading.start and not reading.weekdays and town.replace(" ", "").replace(".", "").isalpha():
                return True
    return False
