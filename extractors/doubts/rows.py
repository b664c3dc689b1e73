"""Rows of a table that may be two, or parts of one: told by what stands in their cells, whatever drew the table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractors.doubts.strays import stray_rows
from extractors.geometry import Table
from extractors.meaning.columns import Columns
from extractors.structure.outline import read_marker
from extractors.values.dates import find_dates

TWO_NUMBERS = "sel nomor memuat beberapa nomor; mungkin beberapa baris terbaca sebagai satu"
"""Why a row is doubted in whose first cell stand the numbers of several rows."""
EARLY_BREAK = "teks baris ini berganti baris sebelum waktunya; mungkin tercampur dengan baris lain"
"""Why a row is doubted in whose text a line ends although the next word had room on it."""
WITH_HEADING = "sel baris ini terbaca sebagai satu dengan judul kolomnya; isinya mungkin tercampur dengan judul itu"
"""Why the first rows are doubted where a cell is one with the name of its column: the rule between was not seen."""
ROOM = 0.8
"""A line is left early when it, a blank and the next word take less than this part of the column's longest lines."""
FORCED = 0.7
"""Share of a table's rows: where more have such lines, its writers ended lines by hand."""
FEW = 10
"""One in so many rows may have a longer line: of narrow letters, or of a broken word put together."""
WIDE = 20
"""Letters of a column's longest line: in a narrower one a long word may leave much of a line blank."""
_NUMBERS = re.compile(r"^\W*\d{1,3}\W*(?:\s+\W*\d{1,3}\W*)+$")


def suspect_rows(table: Table, columns: Columns) -> dict[int, str]:
    """The rows of a table of items that may be misread, each with why."""
    found: dict[int, str] = {}
    every = (*_crowded(table, columns), *_broken(table, columns), *stray_rows(table, columns), *_headed(table, columns))
    for row, why in every:
        found.setdefault(row, why)
    return found


def _crowded(table: Table, columns: Columns) -> Iterator[tuple[int, str]]:
    """The rows with several numbers."""
    for cell in table.cells:
        if cell.row < columns.first_row or not cell.text:
            continue
        if cell.col == columns.col("number") and _NUMBERS.match(cell.text):
            yield cell.row, TWO_NUMBERS


def _headed(table: Table, columns: Columns) -> Iterator[tuple[int, str]]:
    """The rows with a cell that begins in the heading, and tells more than a name."""
    for cell in table.cells:
        below = range(columns.first_row, cell.row + cell.rowspan)
        if cell.row < columns.first_row and cell.col in columns.roles.values() and below:
            yield from ((row, WITH_HEADING) for row in below)


def _broken(table: Table, columns: Columns) -> Iterator[tuple[int, str]]:
    """The rows whose text has a line that ends early, where this is not how the table is written."""
    col = columns.col("information")
    col = columns.col("activity") if col is None else col
    cells = [cell for cell in table.cells if cell.col == col and cell.row >= columns.first_row and cell.lines]
    widths = sorted(max(map(len, cell.lines[:-1])) for cell in cells if len(cell.lines) > 1)
    width = widths[-1 - len(widths) // FEW] if widths else 0
    early = [cell for cell in cells if _ends_early(cell.lines, width)] if width >= WIDE else []
    if len(early) <= max(FORCED * len(cells), 1):
        yield from ((cell.row, EARLY_BREAK) for cell in early)


def _ends_early(lines: Sequence[str], width: int) -> bool:
    """Whether the next word had room on one of these lines."""
    return any(
        len(line) + 1 + len(after.split()[0]) < ROOM * width
        for line, after in pairwise(lines)
        if after.strip() and not read_marker(after) and not _begins_with_day(after)
    )


def _begins_with_day(line: str) -> bool:
    """Whether a line is an item of its own by the day before it."""
    first = next(iter(find_dates(line)), None)
    return first is not None and not line[: first.span[0]].strip()
