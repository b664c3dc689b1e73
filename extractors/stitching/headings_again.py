"""Headings that stand once more on a later page of a table, whole or cut short, and rests of rows below them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.geometry import Table

MANY = 3
"""One name of more than so many may be cut short where they stand again."""
_MORE = re.compile(r"\(?(lanjutan|sambungan|continued|cont\.|forts\.|suite)\)?|[\W_]+", re.IGNORECASE)


def repeated_heading(upper: Table, lower: Table) -> int:
    """How many first rows of `lower` are the heading of `upper` once more."""
    return rows_again(upper, lower) or names_again(upper, lower)


def rows_again(upper: Table, lower: Table) -> int:
    """How many first rows of `lower` are the first rows of `upper` once more."""
    count = 0
    limit = min(upper.height - 1, lower.height, 6)
    while (
        count < limit
        and any(texts_of_row(lower, count))
        and _are_again(texts_of_row(upper, count), texts_of_row(lower, count))
    ):
        count += 1
    if count and any(cell.row < count < cell.row + cell.rowspan for cell in lower.cells):
        count = 0
    return count


def names_again(upper: Table, lower: Table) -> int:
    """How many rows the heading of `lower` has where its words are those of `upper`, though they lie otherwise.

    Which columns a name covers is told by what stands below it, and that may be more on one page than on the other.
    The same names right over each column are enough: names of groups above them may be found on one page only.
    """
    words, names = heading_words(lower), _last_names(lower)
    alike = heading_words(upper) == words or (len(names) == lower.width and _last_names(upper) == names)
    return lower.header_rows if upper.width == lower.width and len(words) > 2 and alike else 0


def heading_words(table: Table) -> list[str]:
    """The words of a table's heading, sorted."""
    return sorted(word for cell in table.cells if cell.row < table.header_rows for word in cell.text.split())


def have_other_titles(upper: Table, lower: Table) -> bool:
    """Whether the same names stand in each table under, or behind, another title: that of a platform or a month."""
    titles = [
        cell.text for table in (upper, lower) for cell in table.cells if not cell.row and cell.colspan == table.width
    ]
    under = texts_of_row(upper, 1)
    if len({*titles}) == len(titles) == 2 and any(under) and under == texts_of_row(lower, 1):
        return True
    names, again = texts_of_row(upper, 0), texts_of_row(lower, 0)
    named = len(names) > 2 and names[1:] == again[1:] and all(names) and not any(map(str.isdigit, "".join(names)))
    return named and bool(again[0]) and not without_more(names[0]).startswith(without_more(again[0]))


def with_rest_below_heading(upper: Table, lower: Table) -> Table:
    """`lower`, the rest of a cut row taken out of the names of its columns: the same names, and more below some."""
    names = {(c.row, c.col): c for c in upper.cells if c.row + c.rowspan == upper.header_rows and c.lines}
    row = upper.header_rows
    again = {(c.row, c.col): c for c in lower.cells if c.row + c.rowspan == row and c.lines}
    if not names or lower.header_rows not in (0, row) or names.keys() != again.keys():
        return lower
    rests = {place: cell.lines[len(names[place].lines) :] for place, cell in again.items()}
    if not any(rests.values()) or any(c.lines[: len(names[at].lines)] != names[at].lines for at, c in again.items()):
        return lower
    bare = [replace(c, lines=names[c.row, c.col].lines) if (c.row, c.col) in again else c for c in lower.cells]
    return replace(
        lower,
        header_rows=row,
        cells=(
            *(replace(cell, row=cell.row + (cell.row >= row)) for cell in bare),
            *(replace(c, row=row, rowspan=1, lines=rests[at], line_counts=()) for at, c in again.items()),
        ),
    )


def with_heading_again(upper: Table, lower: Table, count: int) -> Table:
    """`upper`, whose heading goes on where `lower` repeats it in its first rows: these are no text between tables."""
    again = {(cell.row, cell.col): (cell.page, cell.box) for cell in lower.cells if cell.row < count}
    cells = (
        replace(
            cell,
            continued=(*cell.continued, again[cell.row, cell.col]),
            line_counts=(*(cell.line_counts or (len(cell.lines),)), 0),
        )
        if (cell.row, cell.col) in again
        else cell
        for cell in upper.cells
    )
    return replace(upper, cells=tuple(cells))


def _are_again(names: Sequence[str], again: Sequence[str]) -> bool:
    """Whether names are the same once more, one of many perhaps cut short by a cell that is too low for it."""
    if len(names) != len(again):
        return False
    other = [(name, cut) for name, cut in zip(names, again, strict=True) if name != cut]
    return not other or (
        len(names) > MANY and len(other) == 1 and bool(other[0][1]) and other[0][0].startswith(other[0][1])
    )


def _last_names(table: Table) -> dict[int, str]:
    """The lowest name over each column that has one to itself; none where the title of rows stands below them."""
    heading = sorted((c for c in table.cells if c.row < table.header_rows and c.lines), key=lambda cell: cell.row)
    low = any(cell.colspan > 1 and cell.row + cell.rowspan == table.header_rows for cell in heading)
    return {} if low else {cell.col: cell.text for cell in heading if cell.colspan == 1}


def texts_of_row(table: Table, row: int) -> list[str]:
    """The folded texts of the cells that begin in a row."""
    cells = sorted((c for c in table.cells if c.row == row), key=lambda c: c.col)
    return [re.sub(r"\s+", "", cell.text).casefold() for cell in cells]


def without_more(title: str) -> str:
    """A title without 'lanjutan' and the like, and without signs."""
    return _MORE.sub("", title).casefold()
