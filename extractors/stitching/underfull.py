"""The first rows of a table at the foot of a page, read in the columns that its rest on the next page shows.

Where they are blank in some column, nothing but the heading tells that column from the one beside it; a single
justified row shows columns that no name stands over; and a heading with one row below it may be anything.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.geometry import Cell, Page, Table, Word
from extractors.grids.kinds import APART, FRAMED_STEP
from extractors.grids.lines import TextLine, baselines, text_line
from extractors.grids.stream import read_between, read_in_columns
from extractors.stitching.columns import ALIGNED, aligned, column_edges, words_of
from extractors.stitching.headings_again import heading_words
from extractors.stitching.rows import appended
from extractors.stitching.spreads import Tables
from extractors.stitching.stitch import in_columns, is_first, is_open
from extractors.structure.flow import table_regions
from extractors.values.dates import tells_day
from extractors.values.row_numbers import row_number

LEAST = 4
"""Names in so many columns are no prose."""
MOST_NAMES = 3
"""Names of columns take so many lines at most, those of one line in the middle of the others."""
GAP = 0.7
"""A blank of so many type sizes parts two names."""
DAY_LINES = 4
"""A narrow column breaks a day, or from when to when, into so many lines at most."""
FEW = 10
"""A table of more rows shows its columns itself."""


def with_columns_of_rest(pages: Tables) -> Tables:
    """The tables by page, the last of a page with the columns of its rest where those are more or its own nameless."""
    read = [(page, _with_rows_below(page, tables)) for page, tables in pages]
    for (before, uppers), (page, tables) in pairwise(read):
        if uppers and is_open(before, uppers[-1], page) and not (tables and is_first(page, tables[0])):
            rest, others = _with_rest(page, 0.0, uppers[-1], tables)
            tables[:] = [*rest, *others]
        if not tables or not is_first(page, tables[0]):
            continue
        if not _is_headless(tables[0]):
            if uppers and is_open(before, uppers[-1], page) and _is_other_under_same_names(uppers[-1], tables[0]):
                uppers[-1] = read_again(uppers[-1], before, tables[0]) or uppers[-1]
            continue
        if not uppers or not is_open(before, uppers[-1], page):
            unseen, others = _once(_unseen(before, tables[0]), before, uppers)
            uppers[:] = [*others, *unseen]
            tables[0] = replace(tables[0], header_rows=0) if unseen else tables[0]
        elif _shows_less(tables[0], uppers[-1]):
            tables[0] = in_columns(tables[0], column_edges(uppers[-1]), page) or tables[0]
        elif tables[0].width > uppers[-1].width or _shows_more(tables[0], uppers[-1]) or not is_named(uppers[-1]):
            uppers[-1] = read_again(uppers[-1], before, tables[0]) or uppers[-1]
    return read


def _is_headless(table: Table) -> bool:
    """Whether the first row is no heading: those name every column."""
    blank = any(cell.row == 0 and not cell.lines for cell in table.cells)
    return table.header_rows == 0 or (table.header_rows == 1 and blank)


def _shows_more(rest: Table, upper: Table) -> bool:
    """Whether a table has as many columns as the one before it, but elsewhere, and more rows that tell where."""
    return rest.width == upper.width and rest.height > upper.height and aligned(upper, rest) is None


def _shows_less(table: Table, other: Table) -> bool:
    """Whether a table without walls has as many columns as another part of it, but elsewhere, and few rows to tell."""
    if table.width != other.width or table.height > min(FEW, other.height) or "lattice" in (table.method, other.method):
        return False
    ours, theirs = column_edges(table), column_edges(other)
    return bool(ours and theirs) and any(abs(a - b) > ALIGNED for a, b in zip(ours or (), theirs or (), strict=True))


def _is_other_under_same_names(upper: Table, rest: Table) -> bool:
    """Whether a table has the heading of the next page's, but other columns."""
    return heading_words(upper) == heading_words(rest) and (upper.width != rest.width or _shows_less(upper, rest))


def _unseen(page: Page, rest: Table) -> list[Table]:
    """The table at the foot of a page that no finder saw: names in each column of `rest` and what stands below them."""
    edges = column_edges(rest)
    if edges is None or rest.width < LEAST:
        return []
    lines = [text_line(words, GAP) for words in baselines(page.words)][-FEW:]
    heads = ((at, count) for count in range(1, MOST_NAMES + 1) for at in range(len(lines) - count + 1))
    first, count = next((head for head in heads if _name_each(lines[head[0] : sum(head)], edges)), (0, 0))
    if not count:
        return []
    texts = [[part.text for part in line.segments] for line in lines]
    names = texts[first : first + count]  # that of another table may stand above, under the same names
    first = max(at for at in range(len(lines)) if texts[at : at + count] == names)
    if first + count == len(lines):
        return [_names_alone(lines[first:], edges, page)]
    words = [word for line in lines[first:] for word in line.words]
    table = read_in_columns(words, page, [_blank(x, lines[first:]) for x in edges[1:-1]])
    return [table] if table and table.width == rest.width else []


def _names_alone(lines: Sequence[TextLine], edges: Sequence[float], page: Page) -> Table:
    """A heading at the foot of a page with no row below it, as a table."""
    parts = [part for line in lines for part in line.segments]
    top, bottom = min(part.top for part in parts), max(part.bottom for part in parts)
    cells = []
    for col, (start, end) in enumerate(pairwise(edges)):
        texts = tuple(part.text for part in parts if start <= part.middle < end)
        cells.append(Cell(0, col, texts, page.number, (start, top, end, bottom)))
    return Table(tuple(cells), "stream", (page.number,), 1)


def _with_rows_below(page: Page, tables: Sequence[Table]) -> list[Table]:
    """The tables of a page, each with the rows right below it that a finder took for others, or saw not at all."""
    found: list[Table] = []
    left = list(tables)
    while left:
        table = left.pop(0)
        if len(table.pages) == 1:
            rest, left = _with_rest(page, table_regions(table)[page.number][3], table, left)
            table = replace(appended(table, rest[0]), pages=table.pages) if rest else table
        found.append(table)
    return found


def _with_rest(page: Page, top: float, upper: Table, tables: Sequence[Table]) -> tuple[list[Table], list[Table]]:
    """The unseen rest of a table below a height, and those of the other tables that are no part of it."""
    return _once(_unseen_rest(page, top, upper), page, tables)


def _once(unseen: list[Table], page: Page, tables: Sequence[Table]) -> tuple[list[Table], list[Table]]:
    """What no finder saw, and those of a page's tables that are no part of it.

    There is none where another table reaches out of it: its rows would be read twice.
    """
    if not unseen:
        return [], list(tables)
    box = table_regions(unseen[0])[page.number]
    spans = [(table, table_regions(table)[page.number]) for table in tables]
    others = [table for table, span in spans if span[1] >= box[3] - 1 or span[3] <= box[1] + 1]
    inside = sum(span[1] >= box[1] - 1 and span[3] <= box[3] + 1 for _, span in spans)
    return (unseen, others) if inside + len(others) == len(spans) else ([], list(tables))


def _unseen_rest(page: Page, top: float, upper: Table) -> list[Table]:
    """The rows below a height that no finder saw as a table's: numbers count on, or days stand, in its columns.

    Where its heading stands there once more amid a page, another table begins.
    """
    edges = column_edges(upper)
    texts = [c.text for c in upper.cells if c.col == 0 and c.row >= upper.header_rows and c.lines]
    if edges is None or not texts or upper.method != "stream" or upper.width < LEAST - 1:
        return []
    dated, number = sum(map(tells_day, texts)) * 2 > len(texts), max(row_number(text) or 0 for text in texts)
    inner, bottom, count = edges[1:-1], top or page.height, 0
    lines = baselines(word for word in page.words if word.top + word.bottom > 2 * top)
    keys = [" ".join(word.text for word in line if word.x1 < edges[1]) for line in lines]
    words: list[Word] = []
    for at, line in enumerate(lines):
        day = " ".join(keys[at : at + DAY_LINES]) if keys[at] else ""
        begins = tells_day(day) if dated else 0 < number == (row_number(keys[at]) or 0) - count - 1
        across = any(w.x0 + 1 < x < w.x1 - 1 for w in line for x in inner)
        if across or line[0].top - bottom > (FRAMED_STEP if begins else APART) * line[0].size:
            break
        words, bottom, count = [*words, *line], line[0].bottom, count + begins
    rest = read_between(words, page, edges) if count else None
    again = rest and (not rest.header_rows or (not top and heading_words(rest) == heading_words(upper)))
    return [rest] if rest and again and rest.width == upper.width else []


def _blank(edge: float, lines: Sequence[TextLine]) -> tuple[float, float]:
    """The blank between the texts on both sides of an edge, which lies where the texts of another page left room."""
    parts = [part for line in lines for part in line.segments if len(line.segments) > 1]
    start = max((part.x1 for part in parts if part.middle < edge), default=edge)
    end = min((part.x0 for part in parts if part.middle > edge), default=edge)
    return (start, end) if start < end else (edge - 0.5, edge + 0.5)


def _name_each(lines: Sequence[TextLine], edges: Sequence[float]) -> bool:
    """Whether lines have parts without figures in each column, no two of one line in one."""
    columns = [[bisect(edges, part.middle) for part in line.segments] for line in lines]
    named = {column for found in columns for column in found}
    single = all(len(set(found)) == len(found) for found in columns)
    figures = any(char.isdigit() for line in lines for part in line.segments for char in part.text)
    return single and not figures and named == set(range(1, len(edges)))


def read_again(table: Table, page: Page, rest: Table) -> Table | None:
    """`table` in the columns of `rest`; None where its heading does not name each, or it has its texts so already."""
    edges = column_edges(rest)
    if table.method != "stream" or table.height > FEW or edges is None:
        return None
    whole = read_between(words_of(table, page), page, edges)
    if whole is None or whole.width != rest.width:
        return None
    return whole if is_named(whole) and whole.rows() != table.rows() else None


def is_named(table: Table) -> bool:
    """Whether there is a name in the heading over each column."""
    named = {
        col
        for cell in table.cells
        if cell.row < table.header_rows and cell.lines
        for col in range(cell.col, cell.col + cell.colspan)
    }
    return len(named) == table.width
