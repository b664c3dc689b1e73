"""What a printed line can be: a row of a table, a caption, an item of a list, the rest of a wrapped cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from math import inf

from extractors.grids.lines import Segment, TextLine
from extractors.grids.numbered import are_level, row_number
from extractors.grids.values import has_digit, is_value

ENUMERATOR = re.compile(
    r"[\W_]{1,2}|\(?(\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]{1,2}|\*+|\W*(note|source|catatan|sumber)\W*", re.IGNORECASE
)
"""The sign before an item of a list, or the word before a note."""

CAPTION = re.compile(
    r"\W*(table|tabel|tabelle|tableau|tabella|tabla|exhibit|figure|figur|abbildung|gambar|grafik|chart|box|lampiran)"
    r"\s*[\dA-Z]{1,3}\b",
    re.IGNORECASE,
)


WIDER = 1.5
"""A blank so many times as wide as the usual one of its line parts two columns."""
OFF_EDGE = 12.0
"""What begins so many points right of all rows begins in another column than the first."""
FRAMED_STEP = 6.0
"""Lines of one table that rules frame, or with the same columns, are no farther apart than so many type sizes."""
APART = 0.8
"""A blank over a line of so many type sizes parts it from the line above."""


def is_row(line: TextLine) -> bool:
    """Whether a line has parts as a row has (an item of a list has but its number and a text)."""
    if len(line.segments) == 2:
        return not ENUMERATOR.fullmatch(line.segments[0].text) and not CAPTION.match(line.segments[0].text)
    return len(line.segments) > 2


def is_rest(line: TextLine, rows: Sequence[TextLine]) -> bool:
    """Whether a line of one part begins where a column of these rows does, the first column apart."""
    if len(line.segments) > 1 or not rows:
        return False
    left = min((row.x0 for row in rows if row_number(row) is not None), default=inf)
    if any(abs(line.x0 - part.x0) < 2.5 for row in rows for part in row.segments if _is_inside(part, row, left)):
        return True
    whole = [row for row in rows if len(row.segments) > 1 and abs(line.x0 - row.x0) >= 2.0]
    agreeing = sum(any(abs(line.x0 - word.x0) < 2.0 for word in row.words[1:]) for row in whole)
    return agreeing > 1 and agreeing * 2 > len(whole)


def is_like(rows: Sequence[TextLine], line: TextLine) -> bool:
    """Whether a line has three parts or more, and begins or centres them all where one of some rows does."""
    full = [row for row in rows if len(row.segments) > 2]
    return len(line.segments) > 2 and any(_is_level(line.segments[1:], row) for row in full)


def are_names_of(heading: Sequence[TextLine], row: TextLine) -> bool:
    """Whether some lines hold but names in bold, and each figure or mark of a row stands level with one of them.

    Few may stand under two names that stand too close to be told apart.
    """
    names = [part for line in heading for part in line.segments]
    if not all(part.bold and not has_digit(part.text) for part in names):
        return False
    values = [part for part in row.segments[1:] if is_value(part.text)]
    odd = [value for value in values if not any(are_level(value, name) for name in names)]
    under = all(any(len(name.words) > 1 and name.x0 < value.middle < name.x1 for name in names) for value in odd)
    return len(values) > 1 and len(odd) * 2 < len(values) and under


def stands_in_columns(line: TextLine, rows: Sequence[TextLine]) -> bool:
    """Whether a line begins or centres its parts where one of some rows does, the first column apart."""
    return any(_is_level(line.segments, row) for row in rows)


def _is_level(parts: Sequence[Segment], row: TextLine) -> bool:
    return all(any(are_level(part, other) for other in row.segments[1:]) for part in parts)


def key_line(lines: Sequence[TextLine]) -> TextLine:
    """The first of some lines, from one on, that has three parts or more, as that of a row's number has; or that one.

    Only lines that stand close are of its row.
    """
    for before, line in pairwise([lines[0], *lines]):
        if max(line.top - before.bottom, before.top - line.bottom) > APART * line.size:
            break
        if len(line.segments) > 2:
            return line
    return lines[0]


def is_centred_rest(line: TextLine, rows: Sequence[TextLine]) -> bool:
    """Whether a line of one part is centred as several texts of a column of these rows are, none of them bold."""
    part = line.segments[0]
    texts = [other for row in rows for other in row.segments[1:] if not other.bold and len(other.text) > 1]
    return len(line.segments) == 1 and not part.bold and sum(abs(part.middle - t.middle) < 1 for t in texts) > 1


def is_cut_off(line: TextLine, rows: Sequence[TextLine]) -> bool:
    """Whether a line of one part is the rest of a row that a page break cut: a title runs over several columns."""
    across = is_across(full_rows(rows), line)
    return is_rest(line, rows) and (not across or is_parted(line, rows))


def full_rows(rows: Sequence[TextLine]) -> list[TextLine]:
    """The rows with about as many parts as the fullest ones: a single one may be fuller by a justified text."""
    most = sorted(len(row.segments) for row in rows)[-2:][0]
    return [row for row in rows if len(row.segments) * 4 >= most * 3]


def is_parted(line: TextLine, rows: Sequence[TextLine]) -> bool:
    """Whether a blank in a line of one part is wider than the others and ends where a column of several rows begins."""
    blanks = sorted((b.x0 - a.x1, b.x0) for a, b in pairwise(line.words))
    if not blanks or blanks[-1][0] < WIDER * blanks[len(blanks) // 2][0]:
        return False
    return any(abs(x - blanks[-1][1]) < 1 for x in _columns(rows))


def fills_columns(line: TextLine, rows: Sequence[TextLine]) -> bool:
    """Whether a word of a line begins at each of several columns of rows, as a row of justified texts does."""
    columns = _columns(rows)
    several = max(columns, default=0.0) - min(columns, default=0.0) > 1
    return several and all(any(abs(word.x0 - x) < 1 for word in line.words[1:]) for x in columns)


def _columns(rows: Sequence[TextLine]) -> list[float]:
    """Where the parts of several rows begin, the first of each row apart."""
    starts = [part.x0 for row in rows for part in row.segments[1:]]
    return [x for x in starts if sum(abs(x - other) < 1 for other in starts) > 1]


def is_across(rows: Sequence[TextLine], line: TextLine) -> bool:
    """Whether a part of a line runs over a blank strip that all these rows have between two columns."""
    return any(part.x0 < a and b < part.x1 for part in line.segments for a, b in _common_gaps(rows))


def _common_gaps(rows: Sequence[TextLine]) -> list[tuple[float, float]]:
    """Blank strips that all rows have between two of their parts."""
    strips: list[tuple[float, float]] | None = None
    for row in rows:
        gaps = [(a.x1, b.x0) for a, b in pairwise(row.segments)]
        if strips is None:
            strips = gaps
        else:
            strips = [(max(a, c), min(b, d)) for a, b in strips for c, d in gaps if min(b, d) - max(a, c) > 2]
    return strips or []


def _is_inside(part: Segment, row: TextLine, left: float) -> bool:
    """Whether a part stands in another column than the first: behind another, or before others right of the numbers.

    `left` is where the numbers of rows begin.
    """
    if part is not row.segments[0]:
        return True
    return len(row.segments) > 1 and part.x0 > left + OFF_EDGE and not ENUMERATOR.fullmatch(part.text)
