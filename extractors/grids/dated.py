"""Rows without numbers whose first column holds days: each day, of one line or of several, is the key of its row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.grids.centred import before_key
from extractors.grids.lines import TextLine
from extractors.values.dates import tells_day, tells_more
from extractors.values.datewords import tokenize

FEWEST = 3
"""So many days under one another are the keys of rows."""
MOST = 0.8
"""The part of the first column's lines that must belong to days."""
LONGEST = 5
"""A day is written on so many lines at most."""
_BEGINS = frozenset("WDF")
"""The kinds of words with which a day begins: a weekday, a number, a date in figures."""
_MORE = re.compile(r"(?:[-–/,(]|\b(?:s\.?\s?d\.?|s/d|sampai|dengan|dan))$", re.IGNORECASE)
"""A day that ends so goes on."""
_REST = re.compile(r"[-–)/]|\d{4}\b|(?:s\.?\s?d\b|s/d|sampai|dengan|dan)\b|[a-z]{3,}\.?\s*\d{4}\b", re.IGNORECASE)
"""What begins so is no day of its own."""


def dated_blocks(texts: Sequence[str], least: int = FEWEST) -> list[tuple[int, ...]]:
    """The lines of each day, where the texts of the first column's lines ('' for none) are days; else nothing."""
    keyed = [index for index, text in enumerate(texts) if text]
    if len(keyed) < least or not any(letter.isdigit() for text in texts for letter in text):
        return []
    blocks: list[tuple[int, ...]] = []
    place = 0
    while place < len(keyed):
        length = _length([texts[index] for index in keyed[place : place + LONGEST]])
        if length:
            blocks.append(tuple(keyed[place : place + length]))
        place += length or 1
    return blocks if len(blocks) >= least and sum(map(len, blocks)) >= MOST * len(keyed) else []


def before_first_day(lines: Sequence[TextLine], count: int) -> int:
    """The number of heading lines, less those from the first day on and those that stand about it as others below.

    The first `count` lines are taken for the heading so far.
    """
    firsts = _firsts(lines)
    for begin in range(count + 1):
        blocks = dated_blocks(firsts[begin:])
        if blocks and blocks[0] == (0,):
            return before_key(lines, begin, begin, begin + blocks[1][0])
        if blocks and blocks[0][0] == 0:
            return begin
    return count


def completes_day(rows: Sequence[TextLine], line: TextLine) -> bool:
    """Whether a line is the rest of the day with which the last of some rows begins."""
    blocks = dated_blocks(_firsts([*rows, line]))
    return bool(blocks) and len(blocks[-1]) > 1 and blocks[-1][-1] == len(rows)


def completes_text_of_day(above: str, below: str) -> bool:
    """Whether a text is nothing but the rest of the day above it: '15 Oktober' and '2024', '19' and 'November 2024'."""
    alone = tells_day(below) or tells_more(below) or any(token.kind == "W" for token in tokenize(below))
    return not alone and above[-1:].isalnum() and not above.endswith(below) and tells_day(f"{above} {below}")


def _firsts(lines: Sequence[TextLine]) -> list[str]:
    """The text of each line in the first column, '' where it has none there."""
    second = min((line.segments[1].x0 for line in lines if len(line.segments) > 1), default=0.0)
    return [line.segments[0].text if line.x0 < second else "" for line in lines]


def _length(texts: Sequence[str]) -> int:
    """How many of the texts one below the other make the day with which they begin; 0 where they begin with none."""
    if not any(token.kind in _BEGINS for token in tokenize(texts[0])):
        return 0  # 'Tanggal' is the name of the column
    for count in range(1, len(texts) + 1):
        day = " ".join(texts[:count])
        if tells_day(day) and not _MORE.search(day):
            rest = texts[count : count + 1]
            return count + any(_REST.match(text) and tells_day(f"{day} {text}") for text in rest)
    return 0
