"""Wide tables that a printed workbook splits over page pairs, put together again.

The right half stands on the next page, its rows at the same heights as their left halves.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.geometry import Page, Table
from extractors.stitching.stitch import SAME_LINE

SAME_HEIGHT = 4.0
"""Rows of the two halves that begin within this many points of one another are one row."""
MIN_ROWS = 3

Tables = list[tuple[Page, list[Table]]]


def join_pairs(pages: Tables, *, untitled: bool = False) -> Tables:
    """The tables by page, with the right half of each pair moved to its left half.

    `untitled` asks that nothing stands above the right half, where no section tells whose table it is.
    """
    joined = [(page, list(tables)) for page, tables in pages]
    for (_, left), (page, right) in pairwise(joined):
        if not left or not right or (untitled and not _is_first(right[0], page)):
            continue
        if whole := side_by_side(left[-1], right[0]):
            left[-1] = whole
            del right[0]
    return joined


def _is_first(table: Table, page: Page) -> bool:
    """Whether nothing stands above a table on its page."""
    top = min(cell.box[1] for cell in table.cells)
    return not any(word.bottom < top + SAME_LINE for word in page.words)


def side_by_side(left: Table, right: Table) -> Table | None:
    """One table of both halves where their rows stand at the same heights; None where they do not."""
    if min(left.height, right.height) < MIN_ROWS or _overlapping_pages(left, right):
        return None
    rows = _matching_rows(left, right)
    if rows is None or _numbered(right) or _same_heading(left, right) or _same_names(left, right):
        return None
    cells = [replace(cell, row=rows[cell.row], col=cell.col + left.width) for cell in right.cells]
    return replace(
        left,
        cells=(*left.cells, *cells),
        pages=tuple(dict.fromkeys((*left.pages, *right.pages))),
        header_rows=max(left.header_rows, right.header_rows),
    )


def _matching_rows(left: Table, right: Table) -> dict[int, int] | None:
    """The left row for each right row, by height; None where one has none. A row may be blank in one half.

    The rows of the headings go together by their order: names that read upwards begin at heights of their own.
    """
    ours, theirs = row_tops(left), row_tops(right)
    heading = left.header_rows if left.header_rows == right.header_rows else 0
    found = {row: row for row in range(heading)}
    for row, top in theirs.items():
        if row < heading:
            continue
        nearest = min(ours, key=lambda other: abs(ours[other] - top))
        if abs(ours[nearest] - top) > SAME_HEIGHT or nearest in found.values():
            return None
        found[row] = nearest
    return found if len(found) * 2 > len(ours) else None


def _overlapping_pages(left: Table, right: Table) -> bool:
    """Whether the halves are not on two pages, one each."""
    return len(left.pages) != 1 or len(right.pages) != 1 or right.pages[0] != left.pages[0] + 1


def row_tops(table: Table) -> dict[int, float]:
    """The upper edge of each row that has a cell of its own."""
    tops: dict[int, float] = {}
    for cell in table.cells:
        tops[cell.row] = min(cell.box[1], tops.get(cell.row, cell.box[1]))
    return tops


def _numbered(table: Table) -> bool:
    """Whether the rows have numbers of their own: then it is another table, not a right half."""
    first = [cell.text.strip(" .)") for cell in table.cells if cell.col == 0 and cell.row > 0]
    values = [int(text) for text in first if text.isdigit() and len(text) <= 3]
    return len(values) * 2 > len(first) and values == sorted(values) and len(set(values)) > len(values) // 2


def _same_heading(left: Table, right: Table) -> bool:
    """Whether both begin with the same heading: a table and its continuation."""

    def heading(table: Table) -> Sequence[str]:
        return [cell.text for cell in sorted(table.cells, key=lambda c: c.col) if cell.row == 0]

    return heading(left) == heading(right)


def _same_names(left: Table, right: Table) -> bool:
    """Whether some column names the same things in both: a table and its continuation, not one row's two halves."""

    def names(table: Table, col: int) -> list[str]:
        texts = (cell.text for cell in table.cells if cell.col == col and cell.colspan == 1)
        return [text.casefold() for text in texts if text and not any(char.isdigit() for char in text)]

    for col in range(min(left.width, right.width)):
        ours, theirs = set(names(left, col)), names(right, col)
        again = [name for name in theirs if name in ours]
        if len(set(again)) >= 2 and len(again) * 2 > len(theirs):
            return True
    return False
