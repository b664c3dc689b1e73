"""Numbers that count: those of a table's rows, and those printed below the names of its columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

_ROW_NUMBER = re.compile(r"[^\w%+–-]{0,2}(\d{1,3})[^\w%]{0,3}")
_COLUMN_NUMBER = re.compile(r"\(?(\d{1,2})\)?\.?")


def row_number(text: str) -> int | None:
    """The number of a row: '12', '12.', '(12)', also with a speck of dirt read as a sign; None for other texts."""
    match = _ROW_NUMBER.fullmatch(text.strip())
    return int(match[1]) if match else None


def is_row_number(text: str) -> bool:
    """Whether a text is the number of a row."""
    return row_number(text) is not None


def are_column_numbers(texts: Sequence[str]) -> bool:
    """Whether texts side by side number the columns: 1 2 3 4, or (1) (2) (3) (4)."""
    numbers: list[int] = []
    for word in (word for text in texts for word in text.split()):
        match = _COLUMN_NUMBER.fullmatch(word)
        if match is None:
            return False
        numbers.append(int(match[1]))
    first = min(numbers, default=0)
    return len(numbers) > 2 and first <= 1 and numbers == [*range(first, first + len(numbers))]
