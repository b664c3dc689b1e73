"""Whether rules part the rows of a table, or only its heading and its foot from them."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise

from extractors.grids.keyed_rows import is_keyed
from extractors.grids.numbered import row_number
from extractors.grids.row import Row
from extractors.grids.values import has_digit

MOST_LINES = 4
"""Lines of a row, on the average."""


def is_dense(rows: Sequence[Row], floors: Sequence[float]) -> bool:
    """Whether rules at the heights `floors` part most rows: then the lines between two of them are one row."""
    few = len(floors) >= 2 and len(rows) <= MOST_LINES * (len(floors) + 1)
    hold = _hold_rows(rows, floors)
    if (few or _part_labels(rows, floors)) and not hold:
        return True
    return bool(floors) and _part_numbers(rows, floors, 1 + hold)


def _hold_rows(rows: Sequence[Row], floors: Sequence[float]) -> bool:
    """Whether rows stand between the same rules for sure: their numbers count on, or two lines hold figures alike."""

    def together(a: Row, b: Row) -> bool:
        return bisect_right(floors, a.line.base) == bisect_right(floors, b.line.base)

    numbered = [row for row in rows if row_number(row.line) is not None]
    pairs = [(a, b) for a, b in pairwise(rows) if together(a, b)]
    return (
        any(together(a, b) and _count_on(a, b) for a, b in pairwise(numbered))
        or any(len(_stacked(a, b)) > 1 for a, b in pairs)
        or any(a[1] is b[0] and _stacked(*a) & _stacked(*b) for a, b in pairwise(pairs))
    )


def _count_on(above: Row, below: Row) -> bool:
    upper, lower = row_number(above.line), row_number(below.line)
    return upper is not None and lower == upper + 1 and min(len(above.parts), len(below.parts)) > 2


def _stacked(above: Row, below: Row) -> set[int]:
    """The columns in which two lines have figures: no cell's text goes on so in two columns, or for three lines."""
    both = above.parts.keys() & below.parts.keys()
    return {col for col in both if has_digit(above.parts[col].text) and has_digit(below.parts[col].text)}


def _part_labels(rows: Sequence[Row], floors: Sequence[float]) -> bool:
    """Whether a label stands at the head of each band between two rules, beside more lines than it has itself."""
    bands = [list(band) for _, band in groupby(rows, key=lambda row: bisect_right(floors, row.line.base))]
    labels = [[0 in row.parts for row in band] for band in bands]
    return len(bands) > 1 and all(
        found[0] and found == sorted(found, reverse=True) and not all(found) for found in labels
    )


def _part_numbers(rows: Sequence[Row], floors: Sequence[float], least: int) -> bool:
    """Whether there is a number between any two rules, save for a title or the rest of a row, and never two.

    There are `least` numbers: one alone parts nothing where lines hold figures alike.
    """
    if not is_keyed(rows):
        return False
    keyed = [(bisect_right(floors, row.line.base), row.parts[0].text) for row in rows if 0 in row.parts]
    numbers = Counter(band for band, text in keyed if any(char.isdigit() for char in text))
    titles = {band for band, text in keyed if not any(char.isdigit() for char in text)}
    held = {bisect_right(floors, row.line.base) for row in rows}
    single = max(numbers.values()) == 1 and not titles.intersection(numbers)
    return single and len(numbers) >= least and len(numbers) * 4 >= len(held) * 3
