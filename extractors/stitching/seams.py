"""Two pages side by side: where they meet, whether their rows stand level, and in which columns they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.geometry import Box, Cell, Page, Table, holds, union
from extractors.stitching.columns import renumbered
from extractors.structure.flow import table_regions

SAME_HEIGHT = 4.0
"""Rows of the two halves that begin within this many points of one another are one row."""
BLANK = 12.0
"""Points of blank that part the two halves of a table without rules."""
MOST = 0.9
"""Rows whose texts stand level in both halves, of all that have text in both."""
PLACES = (0.0, 0.5, 1.0)
"""Cells may begin, be in the middle or end level with those beside them."""
UNSURE = "baris ini terbagi atas dua halaman; isi halaman kanannya mungkin milik baris lain"

OTHER_ROW = "baris ini terbaca lain bila halaman kirinya dibaca sendiri; isinya mungkin tercampur dengan baris lain"

Seam = tuple[float, float]
"""Where the right page is laid beside the left one, and where on the right page that is."""


def seam_of(left: Table, page: Page, right: Page) -> Seam | None:
    """Where a left half ends and its right one begins: rules or most shades do so, or words with a blank between.

    The text of a cell that the cut runs through is there on both pages, and may reach beyond what is seen of it.
    """
    _, top, _, bottom = table_regions(left)[left.pages[0]]
    ours, theirs = page.band(top, bottom), right.band(top, bottom)
    if ours.rules and theirs.rules:
        return max(rule.x1 for rule in ours.rules), min(rule.x0 for rule in theirs.rules)
    if ours.fills and theirs.fills:
        return max(fill.box[2] for fill in ours.fills), min(fill.box[0] for fill in theirs.fills)
    if ours.words and theirs.words:
        return max(word.x1 for word in ours.words) + BLANK, min(word.x0 for word in theirs.words)
    return None


def is_on(table: Table, right: Page) -> bool:
    """Whether a table has text on its own page and on the one at its right."""
    numbers = {cell.page for cell in table.cells if cell.text}
    return right.number in numbers and len(numbers) > 1


def in_columns_of(whole: Table, rest: Table) -> Table:
    """`rest` with its columns numbered as those of `whole` in which they stand, where each stands in one of its own."""
    theirs, ours = _places_of_columns(whole), _places_of_columns(rest)
    edges = [
        next((c for c, (b, x0, x1) in theirs.items() if a == b and x0 <= (y0 + y1) / 2 < x1), -1)
        for a, y0, y1 in ours.values()
    ]
    if edges != sorted({0, *edges}) or len(ours) < rest.width:
        return rest
    return renumbered(rest, [*edges, whole.width])


def _places_of_columns(table: Table) -> dict[int, tuple[bool, float, float]]:
    """For each column whether it is on the right page, and from where to where it reaches there."""
    found: dict[int, list[Box]] = {}
    for cell in table.cells:
        if cell.colspan == 1:
            found.setdefault(cell.col, []).append(cell.box)
    first = table.pages[0]
    right = {cell.col for cell in table.cells if cell.page != first}
    return {col: (col in right, union(found[col])[0], union(found[col])[2]) for col in sorted(found)}


def with_doubts(table: Table, left: Page, right: Page) -> Table | None:
    """The table, the right part of a row that is not level with its left one as others are doubted; None for many."""
    offs = {row: _offs(table, row, left, right) for row in range(table.header_rows, table.height)}
    both = {row for row, found in offs.items() if found}
    level = max(({row for row in both if offs[row][at] <= SAME_HEIGHT} for at in range(len(PLACES))), key=len)
    if len(level) < MOST * len(both):
        return None
    cells = (
        _doubted(cell, UNSURE) if cell.page == right.number and cell.row in both - level else cell
        for cell in table.cells
    )
    return replace(table, cells=tuple(cells))


def with_rows_doubted(table: Table, halves: Sequence[Table], left: Page) -> Table:
    """The table, rows doubted whose texts on the left page are no row of its tables when they are read alone.

    What stands beside them then tells other rows, as where a stamp lies over it.
    """
    if not any(left.number in half.pages for half in halves):
        return table
    alone = {text for half in halves for text in _row_texts(half, left).values()}
    other = {row for row, text in _row_texts(table, left).items() if text not in alone}
    cells = (_doubted(cell, OTHER_ROW) if cell.row in other else cell for cell in table.cells)
    return replace(table, cells=tuple(cells)) if other else table


def _doubted(cell: Cell, why: str) -> Cell:
    """The cell with one more doubt."""
    return replace(cell, doubt="; ".join(filter(None, (cell.doubt, why))))


def _row_texts(table: Table, page: Page) -> dict[int, str]:
    """What each row has on a page below the heading, without blanks."""
    found: dict[int, str] = {}
    for cell in sorted(table.cells, key=lambda cell: cell.col):
        if cell.page == page.number and cell.row >= table.header_rows and cell.lines:
            found[cell.row] = found.get(cell.row, "") + "".join(cell.text.split())
    return found


def _offs(table: Table, row: int, left: Page, right: Page) -> list[float]:
    """How far the two parts of a row are from being level at their upper ends, their middles and their lower ends."""
    cells = [cell for cell in table.cells if cell.row == row and cell.text]
    parts = []
    for page in (left, right):
        boxes = [cell.box for cell in cells if cell.page == page.number]
        parts.append([word.box for word in page.words if any(holds(box, word.box) for box in boxes)])
    if not all(parts):
        return []
    (_, top, _, bottom), (_, upper, _, lower) = map(union, parts)
    return [abs(top + at * (bottom - top) - upper - at * (lower - upper)) for at in PLACES]
