"""Cells that hold values: numbers, marks and short codes, which never go on in the next line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from extractors.grids.row import Row
from extractors.values.numbers import units

_VALUE = re.compile(
    r"[\W_]*[a-z]{0,3}[\W_]*\d[\d.,:/\s%()±+–—-]*([a-z]{0,2}[\W_]*)(\(\W*\w{1,6}\W*\))?"
    r"|[\W_]+|\W*(n\.?/?a\.?|nd|nil|nihil|ref\.?|x)\W*",
    re.IGNORECASE,
)


NIL = "nihil"
"""What stands for nought."""


def is_value(text: str) -> bool:
    """Whether a text is a number, a mark or a short code, which never goes on in the next line."""
    return bool(_VALUE.fullmatch(text.strip()))


def has_digit(text: str) -> bool:
    """Whether a text is a number, not a mere mark."""
    return is_value(text) and any(char.isdigit() for char in text)


def is_amount(text: str) -> bool:
    """Whether a text is a value, alone or before its unit: '7', '7 post'."""
    figure, _, unit = text.partition(" ")
    return is_value(text) or (is_value(figure) and unit.casefold() in units())


def is_counted(text: str) -> bool:
    """Whether a text is a figure, alone or before its unit, or says that there is none."""
    return is_amount(text) and (any(map(str.isdigit, text)) or text.casefold() == NIL)


def first_unstacked(rows: Sequence[Row]) -> Iterator[int]:
    """For each line the first one, from there to it, that can be of one row with it.

    Two columns or more that hold several numbers one below the other are of several rows.
    """
    numbers = [[col for col, part in row.parts.items() if col and has_digit(part.text)] for row in rows]
    counts: Counter[int] = Counter()
    start = 0
    for columns in numbers:
        counts.update(columns)
        while sum(count > 1 for count in counts.values()) > 1:
            counts.subtract(numbers[start])
            start += 1
        yield start
