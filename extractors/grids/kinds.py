"""What a printed line can be: a row of a table, a caption, an item of a list, the rest of a wrapped cell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.grids.lines import TextLine

ENUMERATOR = re.compile(
    r"[\W_]{1,2}|\(?(\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]{1,2}|\*+|\W*(note|source|catatan|sumber)\W*", re.IGNORECASE
)
"""The sign before an item of a list, or the word before a note."""

CAPTION = re.compile(
    r"\W*(table|tabel|tabelle|tableau|tabella|tabla|exhibit|figure|figur|abbildung|gambar|grafik|chart|box|lampiran)"
    r"\s*[\dA-Z]{1,3}\b",
    re.IGNORECASE,
)


def is_row(line: TextLine) -> bool:
    """Whether a line has parts as a row has (an item of a list has but its number and a text)."""
    if len(line.segments) == 2:
        return not ENUMERATOR.fullmatch(line.segments[0].text) and not CAPTION.match(line.segments[0].text)
    return len(line.segments) > 2


def is_rest(line: TextLine, rows: Sequence[TextLine]) -> bool:
    """Whether a line of one part begins where a column of these rows does, the first column apart."""
    if len(line.segments) > 1 or not rows:
        return False
    if any(abs(line.x0 - part.x0) < 2.5 for row in rows for part in row.segments[1:]):
        return True
    whole = [row for row in rows if len(row.segments) > 1 and abs(line.x0 - row.x0) >= 2.0]
    agreeing = sum(any(abs(line.x0 - word.x0) < 2.0 for word in row.words[1:]) for row in whole)
    return agreeing > 1 and agreeing * 2 > len(whole)
