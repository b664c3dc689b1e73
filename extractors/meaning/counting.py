"""Whether a table counts posts, by what the names and figures in its cells are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from extractors.meaning.grid import Grid, is_column_numbers
from extractors.meaning.recap_labels import WEEK
from extractors.values.dates import tells_day
from extractors.values.numbers import read_count
from extractors.vocabulary import Vocabulary

FEWEST = 3
"""Fewer figures are no recap, and no row of numbers."""


def is_recap(grid: Grid, vocabulary: Vocabulary) -> bool:
    """Whether the table counts posts: content types against platforms or figures of one, or times against either.

    What a table of months (or weeks) and platforms counts, its title tells, or on which platform one of content types.
    """
    platforms, times, contents, digits = Counter[str](), Counter[int | str](), 0, False
    counts: dict[int, list[str]] = defaultdict(list)
    for row in grid.rows():
        for cell in grid.row(row):
            if cell.row != row or not cell.text:
                continue
            if len(cell.text.split()) <= 5 and (match := vocabulary.platform(cell.text)):
                platforms[match.code] += 1
            elif (match := vocabulary.content_type(cell.text)) and match.score >= 85:
                contents += 1
            elif time := vocabulary.month(cell.text) or (WEEK.search(cell.text) and cell.text.casefold()):
                times[time] += 1
            elif cell.col and read_count(cell.text).exact and not is_column_numbers(grid, row):
                counts[cell.col].append(cell.text.strip("."))
                digits |= any(letter.isdigit() for letter in cell.text)
    figures = sum(len(texts) for texts in counts.values() if not _count_on(texts))
    if figures < FEWEST or (not digits and _tells_days(grid)):
        return False
    by_time = len(times) >= 2 and (len(platforms) >= 2 or contents >= 2)
    by_time = by_time or (len(times) >= FEWEST and contents >= 1)  # on a platform with posts of one type
    crossed = (len(platforms) >= 2 and contents >= 1) or (contents >= 2 and len(platforms) >= 1)
    return by_time or crossed or contents >= min(4, max(grid.height, FEWEST))


def _count_on(texts: Sequence[str]) -> bool:
    """Whether the figures of a column are the numbers of rows: each one more than the one before."""
    values = [int(text) for text in texts if text.isdecimal()]
    return len(values) == len(texts) > FEWEST and all(b == a + 1 for a, b in pairwise(values))


def _tells_days(grid: Grid) -> bool:
    """Whether a cell tells a day: dashes beside dated items are remarks, and no counts."""
    return any(tells_day(cell.text) for cell in grid.table.cells if cell.text)
