"""Tables over page breaks made one: repeated headings dropped, rows cut in two joined, merged cells carried on.

A table goes on when nothing stands between its end and the next page's first table, and that one has its
columns or repeats its heading. A row that the break cut in two is told by its key cells (the number, or whatever
every row has): a row that lacks them is the rest of the row before; a new row is never glued to an old one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.geometry import Box, Page, Table, Word, box_on, size_of
from extractors.grids.cells import without_blanks
from extractors.grids.lines import baselines
from extractors.grids.numbered import is_next_number
from extractors.grids.stream import read_between
from extractors.stitching.columns import aligned, column_edges, words_of
from extractors.stitching.headings_again import (
    have_other_titles,
    names_again,
    repeated_heading,
    rows_again,
    texts_of_row,
    with_heading_again,
    with_rest_below_heading,
    without_more,
)
from extractors.stitching.lone_row import with_lone_row
from extractors.stitching.numbered_on import numbered_on
from extractors.stitching.rows import appended
from extractors.stitching.ruled_rows import with_whole_first_row
from extractors.stitching.torn_heading import with_rest_of_heading
from extractors.values.row_numbers import are_column_numbers

SAME_LINE = 3.0
HEADING = 3
"""A heading has no more rows than these."""


def stitch(pages: Sequence[tuple[Page, Sequence[Table]]]) -> list[Table]:
    """The tables of consecutive pages in reading order, each whole."""
    whole: list[Table] = []
    titles: tuple[str, ...] = ()
    last_page: Page | None = None
    for page, tables in pages:
        heading: Table | None = None
        goes_on = bool(whole) and last_page is not None and is_open(last_page, whole[-1], page)
        if goes_on and not any(is_first(page, table) for table in tables):
            whole[-1] = with_lone_row(whole[-1], page) or whole[-1]
        for position, table in enumerate(sorted(tables, key=lambda t: _box(t, page.number)[1::-1])):
            joined = None
            if heading is not None and _is_right_below(page, heading, table):
                joined = _under_heading(whole[-1], table, page)
            elif whole and position == 0 and last_page is not None and is_open(last_page, whole[-1], page):
                if table.width == whole[-1].width and repeated_heading(whole[-1], table) == table.header_rows:
                    table = with_whole_first_row(table, page, whole[-1], last_page)
                table, joined = _gone_on(whole[-1], table, page, titles)
            added = joined is None or joined.height > whole[-1].height
            heading = table if not added or (joined is None and (_is_heading(table) or _holds_names(table))) else None
            if joined is None:
                whole.append(table)
                titles = _titles(page, table)
            else:
                whole[-1] = joined
        last_page = page
    return [
        replace(without_blanks(table), pages=_pages(table))
        for table in whole
        if sum(bool(cell.lines) for cell in table.cells) > 1
    ]


def _gone_on(upper: Table, table: Table, page: Page, titles: tuple[str, ...]) -> tuple[Table, Table | None]:
    """The first table of a page, its column of numbers back, and it joined to the open table before where it goes on.

    Above it stands nothing, or one of the `titles` of the open table once more.
    """
    (left, _, right, _), (x0, _, x1, _) = _box(upper, upper.pages[-1]), _box(table, page.number)
    if right < x0 or x1 < left or have_other_titles(upper, table):
        return table, None  # of two tables side by side the other one may go on here
    above, first = _titles(page, table), is_first(page, table)
    again = any(above) and titles[: len(above)] == above
    if first:
        table = numbered_on(upper, column_edges(upper), table, page)
    repeat = not first or (upper.method == "stream" and _holds_names(table))
    joined = _joined(upper, table, must_repeat=repeat) if first or again else None
    if joined is None and first and _counts_on(upper, table):
        rest = in_columns(table, column_edges(upper), page)
        joined = _joined(upper, rest, must_repeat=False) if rest else None
    return table, joined


def _counts_on(upper: Table, lower: Table) -> bool:
    """Whether a table without rules and heading begins with the number after that with which another one ends."""
    if lower.header_rows or "lattice" in (upper.method, lower.method):
        return False
    last, first = (
        next((cell.text for cell in table.cells if cell.row == row and cell.col == 0), "").strip(" .)")
        for table, row in ((upper, upper.height - 1), (lower, 0))
    )
    return is_next_number(last, first)


def _pages(table: Table) -> tuple[int, ...]:
    """All pages on which a table has cells, also those of right halves that came after all left ones."""
    pages = {number for cell in table.cells for number, _ in cell.places}
    return tuple(sorted(pages.union(table.pages)))


def _box(table: Table, page: int) -> Box:
    """The rectangle of the part of a table that is on `page`."""
    return box_on(table.cells, page)


def is_open(last_page: Page, upper: Table, page: Page) -> bool:
    """Whether `upper` ends on the page before, with nothing below it."""
    if upper.pages[-1] != last_page.number or page.number != last_page.number + 1:
        return False
    end = _box(upper, last_page.number)
    return not any(word.bottom > end[3] + SAME_LINE and word.top > end[3] - SAME_LINE for word in last_page.words)


def _is_heading(table: Table) -> bool:
    """Whether a table is nothing but a heading and the row of its columns' numbers."""
    return 0 < table.header_rows == table.height - are_column_numbers(texts_of_row(table, table.height - 1))


def _holds_names(table: Table) -> bool:
    """Whether a table is a few ruled rows of nothing but names: rows without rules may stand below them."""
    texts = [cell.text for cell in table.cells if cell.lines]
    named = table.width > 2 and table.height <= HEADING and len(texts) >= table.width
    return named and table.method == "lattice" and not any(letter.isdigit() for text in texts for letter in text)


def _is_right_below(page: Page, heading: Table, table: Table) -> bool:
    """Whether nothing stands between a heading that was found as a table by itself and the table below it."""
    end, start = _box(heading, page.number)[3], _box(table, page.number)[1]
    return not any(end < (word.top + word.bottom) / 2 < start for word in page.words)


def is_first(page: Page, table: Table) -> bool:
    """Whether nothing stands above a table on its page."""
    return not _words_above(page, table)


def _words_above(page: Page, table: Table) -> list[Word]:
    """What stands above a table on its page."""
    top = _box(table, page.number)[1]
    return [word for word in page.words if word.top < top - SAME_LINE and word.bottom < top + SAME_LINE]


def _titles(page: Page, table: Table) -> tuple[str, ...]:
    """The line right above a table and the one close above that, without 'lanjutan' and the like."""
    lines = baselines(_words_above(page, table))[:-3:-1]
    if len(lines) == 2 and min(w.top for w in lines[0]) - max(w.bottom for w in lines[1]) > size_of(lines[0][0]):
        del lines[1]
    return tuple(without_more(" ".join(word.text for word in line)) for line in lines)


def _joined(upper: Table, lower: Table, must_repeat: bool) -> Table | None:
    """`lower` put under `upper` where it is its continuation; None where it is another table.

    Where a title stands above `lower` again, its heading must be repeated too.
    """
    if _holds_names(upper) and (whole := with_rest_of_heading(upper, lower)):
        return whole
    lower = with_rest_below_heading(upper, lower)
    again = rows_again(upper, lower)
    repeated, header = again or names_again(upper, lower), max(upper.header_rows, again)
    if must_repeat and not repeated:
        return None
    upper, body = with_heading_again(upper, lower, repeated), _without_rows(lower, repeated)
    if not body.cells:
        return replace(upper, pages=(*upper.pages, *lower.pages), header_rows=header)
    fitted = aligned(upper, body)
    if fitted is None and repeated and upper.width == body.width:
        fitted = body
    if fitted is None:
        return None
    return appended(replace(upper, header_rows=header), fitted)


def _under_heading(upper: Table, lower: Table, page: Page) -> Table | None:
    """`lower` under the heading that stands right above it; None where it is another table.

    The walls of a ruled heading tell the columns of what stands below it without rules.
    """
    if not upper.header_rows:
        if lower.method != "stream" or lower.header_rows:
            return None
        upper = replace(upper, header_rows=upper.height)
    walled = lower.method == "stream" and upper.method == "lattice"
    inside = in_columns(lower, column_edges(upper), page) if walled else None
    if inside:
        return appended(upper, inside)
    return _joined(upper, replace(lower, header_rows=0), must_repeat=False)


def in_columns(table: Table, edges: Sequence[float] | None, page: Page) -> Table | None:
    """The words of `table` in the columns between `edges`; None where one runs over an edge."""
    if edges is None:
        return None
    words = words_of(table, page)
    if any(word.x0 + 1 < edge < word.x1 - 1 for word in words for edge in edges):
        return None
    found = read_between(words, page, edges)
    return found if found and not found.header_rows and found.width == len(edges) - 1 else None


def _without_rows(table: Table, count: int) -> Table:
    """The table without its first rows."""
    cells = (replace(cell, row=cell.row - count) for cell in table.cells if cell.row >= count)
    return replace(table, cells=tuple(cells), header_rows=0)
