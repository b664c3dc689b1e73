"""Tables over page breaks made one: repeated headings dropped, rows cut in two joined, merged cells carried on.

A table goes on when nothing stands between its end and the next page's first table, and that one has its
columns or repeats its heading. A row that the break cut in two is told by its key cells (the number, or whatever
every row has): a row that lacks them is the rest of the row before; a new row is never glued to an old one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.geometry import Box, Page, Table, Word, box_on, size_of
from extractors.grids.cells import without_blanks
from extractors.grids.lines import baselines
from extractors.grids.numbered import is_next_number
from extractors.grids.stream import read_between
from extractors.stitching.columns import aligned, column_edges, words_of
from extractors.stitching.lone_row import with_lone_row
from extractors.stitching.numbered_on import numbered_on
from extractors.stitching.rows import appended
from extractors.stitching.ruled_rows import with_whole_first_row
from extractors.stitching.torn_heading import with_rest_of_heading
from extractors.values.row_numbers import are_column_numbers

SAME_LINE = 3.0
MANY = 3
"""One name of more than so many may be cut short where they stand again."""
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
                if table.width == whole[-1].width and _repeated_heading(whole[-1], table) == table.header_rows:
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
    if right < x0 or x1 < left or _have_other_titles(upper, table):
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


_MORE = re.compile(r"\(?(lanjutan|sambungan|continued|cont\.|forts\.|suite)\)?|[\W_]+", re.IGNORECASE)


def _without_more(title: str) -> str:
    """A title without 'lanjutan' and the like, and without signs."""
    return _MORE.sub("", title).casefold()


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
    return 0 < table.header_rows == table.height - are_column_numbers(_texts(table, table.height - 1))


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
    return tuple(_without_more(" ".join(word.text for word in line)) for line in lines)


def _joined(upper: Table, lower: Table, must_repeat: bool) -> Table | None:
    """`lower` put under `upper` where it is its continuation; None where it is another table.

    Where a title stands above `lower` again, its heading must be repeated too.
    """
    if _holds_names(upper) and (whole := with_rest_of_heading(upper, lower)):
        return whole
    lower = _with_rest_below_heading(upper, lower)
    again = _rows_again(upper, lower)
    repeated, header = again or _names_again(upper, lower), max(upper.header_rows, again)
    if must_repeat and not repeated:
        return None
    upper, body = _with_heading_again(upper, lower, repeated), _without_rows(lower, repeated)
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


def _texts(table: Table, row: int) -> list[str]:
    """The folded texts of the cells that begin in a row."""
    cells = sorted((c for c in table.cells if c.row == row), key=lambda c: c.col)
    return [re.sub(r"\s+", "", cell.text).casefold() for cell in cells]


def _repeated_heading(upper: Table, lower: Table) -> int:
    """How many first rows of `lower` are the heading of `upper` once more."""
    return _rows_again(upper, lower) or _names_again(upper, lower)


def _rows_again(upper: Table, lower: Table) -> int:
    """How many first rows of `lower` are the first rows of `upper` once more."""
    count = 0
    limit = min(upper.height - 1, lower.height, 6)
    while count < limit and any(_texts(lower, count)) and _are_again(_texts(upper, count), _texts(lower, count)):
        count += 1
    if count and any(cell.row < count < cell.row + cell.rowspan for cell in lower.cells):
        count = 0
    return count


def _are_again(names: Sequence[str], again: Sequence[str]) -> bool:
    """Whether names are the same once more, one of many perhaps cut short by a cell that is too low for it."""
    if len(names) != len(again):
        return False
    other = [(name, cut) for name, cut in zip(names, again, strict=True) if name != cut]
    return not other or (
        len(names) > MANY and len(other) == 1 and bool(other[0][1]) and other[0][0].startswith(other[0][1])
    )


def _names_again(upper: Table, lower: Table) -> int:
    """How many rows the heading of `lower` has where its words are those of `upper`, though they lie otherwise.

    Which columns a name covers is told by what stands below it, and that may be more on one page than on the other.
    The same names right over each column are enough: names of groups above them may be found on one page only.
    """
    words, names = heading_words(lower), _last_names(lower)
    alike = heading_words(upper) == words or (len(names) == lower.width and _last_names(upper) == names)
    return lower.header_rows if upper.width == lower.width and len(words) > 2 and alike else 0


def _have_other_titles(upper: Table, lower: Table) -> bool:
    """Whether the same names stand in each table under, or behind, another title: that of a platform or a month."""
    titles = [
        cell.text for table in (upper, lower) for cell in table.cells if not cell.row and cell.colspan == table.width
    ]
    under = _texts(upper, 1)
    if len({*titles}) == len(titles) == 2 and any(under) and under == _texts(lower, 1):
        return True
    names, again = _texts(upper, 0), _texts(lower, 0)
    named = len(names) > 2 and names[1:] == again[1:] and all(names) and not any(map(str.isdigit, "".join(names)))
    return named and bool(again[0]) and not _without_more(names[0]).startswith(_without_more(again[0]))


def _last_names(table: Table) -> dict[int, str]:
    """The lowest name over each column that has one to itself; none where the title of rows stands below them."""
    heading = sorted((c for c in table.cells if c.row < table.header_rows and c.lines), key=lambda cell: cell.row)
    low = any(cell.colspan > 1 and cell.row + cell.rowspan == table.header_rows for cell in heading)
    return {} if low else {cell.col: cell.text for cell in heading if cell.colspan == 1}


def heading_words(table: Table) -> list[str]:
    """The words of a table's heading, sorted."""
    return sorted(word for cell in table.cells if cell.row < table.header_rows for word in cell.text.split())


def _with_rest_below_heading(upper: Table, lower: Table) -> Table:
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


def _with_heading_again(upper: Table, lower: Table, count: int) -> Table:
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


def _without_rows(table: Table, count: int) -> Table:
    """The table without its first rows."""
    cells = (replace(cell, row=cell.row - count) for cell in table.cells if cell.row >= count)
    return replace(table, cells=tuple(cells), header_rows=0)
