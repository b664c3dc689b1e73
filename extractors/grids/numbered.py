"""Lines that bear the numbers of a table's rows: what stands beside them is a table, however its texts look."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.grids.lines import Segment, TextLine
from extractors.values import row_numbers

SHORT = 4
"""A date, a mark or a name has fewer words than a line of prose."""
SAME_PLACE = 2.5
"""Texts of a column begin or are centred within so many points."""
NUMBER_HEADING = re.compile(r"(no|nr|nomor|num|#|№)\.?(\s*urut)?", re.IGNORECASE)
"""The name of the column that holds the numbers of rows."""


def row_number(line: TextLine) -> int | None:
    """The number with which a line begins, if it does."""
    return row_numbers.row_number(line.segments[0].text)


def is_numbered(line: TextLine) -> bool:
    """Whether a line has a number before two parts or more: a row, not an item of a list."""
    return len(line.segments) > 2 and row_number(line) is not None


def is_next_number(before: str, text: str) -> bool:
    """Whether digits make the number that follows another."""
    return text.isdecimal() and before.isdecimal() and int(text) == int(before) + 1


def is_numbered_row(heading: Sequence[TextLine], first: TextLine) -> bool:
    """Whether a numbered row stands under a name for numbers, with a part for each name: a table, though cut off."""
    named = [line for line in heading if NUMBER_HEADING.fullmatch(line.segments[0].text)]
    return row_number(first) is not None and any(len(line.segments) == len(first.segments) > 2 for line in named)


def numbered_lines(lines: Sequence[TextLine]) -> list[TextLine]:
    """Lines with numbers that count on, each before two parts or more, one of which is short and in a column.

    An item of a list has but its number and a text, or a column of prose beside it. So has the row after others whose
    further texts stand higher and lower.
    """
    keyed = [line for line in lines if is_numbered(line)]
    counted = [pair for pair in pairwise(keyed) if count_on(*pair) and _share_short(*pair)]
    found = {id(line): line for pair in counted for line in pair}
    for above, below in pairwise([line for line in lines if id(line) in found or row_number(line) is not None]):
        if id(above) in found and len(below.segments) > 1 and count_on(above, below) and _share_short(above, below):
            found[id(below)] = below
    return list(found.values())


def count_on(above: TextLine, below: TextLine) -> bool:
    """Whether two lines bear numbers of rows, one below the other, that follow one another."""
    upper, lower = row_number(above), row_number(below)
    ends = abs(above.segments[0].x1 - below.segments[0].x1) < SAME_PLACE
    return upper is not None and lower == upper + 1 and (ends or are_level(above.segments[0], below.segments[0]))


def counts_on(rows: Sequence[TextLine], line: TextLine) -> bool:
    """Whether a line has the number after the last one of some rows: its columns may stand too close to be parted."""
    return any(count_on(row, line) for row in [row for row in rows if row_number(row) is not None][-1:])


def _share_short(above: TextLine, below: TextLine) -> bool:
    """Whether two lines have a short part at one place, or the same text, their numbers apart."""
    return any(
        (part.text == other.text or (_is_short(part) and _is_short(other))) and are_level(part, other)
        for part in above.segments[1:]
        for other in below.segments[1:]
    )


def _is_short(part: Segment) -> bool:
    return len(part.words) < SHORT


def are_level(part: Segment, other: Segment) -> bool:
    """Whether two parts begin, or are centred, at one place from left to right."""
    return abs(part.x0 - other.x0) < SAME_PLACE or abs(part.middle - other.middle) < SAME_PLACE
