"""The first rows of a table at the foot of a page, read in the columns that its rest on the next page shows.

Where they are blank in some column, nothing but the heading tells that column from the one beside it; a single
justified row shows columns that no name stands over; and a heading with one row below it may be anything.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.geometry import Page, Table, Word, holds
from extractors.grids.kinds import APART
from extractors.grids.lines import TextLine, baselines, text_line
from extractors.grids.stream import read_in_columns
from extractors.stitching.columns import ALIGNED, aligned, column_edges
from extractors.stitching.rows import appended
from extractors.stitching.spreads import Tables
from extractors.stitching.stitch import heading_words, in_columns, is_first, is_open
from extractors.structure.flow import table_regions
from extractors.values.row_numbers import row_number

LEAST = 4
"""Names in so many columns are no prose."""
MOST_NAMES = 3
"""Names of columns take so many lines at most, those of one line in the middle of the others."""
GAP = 0.7
"""A blank of so many type sizes parts two names."""
FEW = 10
"""A table of more rows shows its columns itself."""


def with_columns_of_rest(pages: Tables) -> Tables:
    """The tables by page, the last of a page with the columns of its rest where those are more or its own nameless."""
    read = [(page, _with_rows_below(page, tables)) for page, tables in pages]
    for (before, uppers), (page, tables) in pairwise(read):
        if uppers and is_open(before, uppers[-1], page) and not (tables and is_first(page, tables[0])):
            rest = _unseen_rest(page, 0.0, uppers[-1])
            tables[:] = [*rest, *_outside(rest, tables, page)]
        if not tables or not is_first(page, tables[0]):
            continue
        if not _is_headless(tables[0]):
            if uppers and is_open(before, uppers[-1], page) and _is_other_under_same_names(uppers[-1], tables[0]):
                uppers[-1] = read_again(uppers[-1], before, tables[0]) or uppers[-1]
            continue
        if not uppers or not is_open(before, uppers[-1], page):
            unseen = _unseen(before, tables[0])
            uppers += unseen
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
    heads = ((at, count) for count in range(1, MOST_NAMES + 1) for at in range(len(lines) - count))
    first = next((at for at, count in heads if _name_each(lines[at : at + count], edges)), None)
    if first is None:
        return []
    words = [word for line in lines[first:] for word in line.words]
    table = read_in_columns(words, page, [_blank(x, lines[first:]) for x in edges[1:-1]])
    return [table] if table and table.width == rest.width else []


def _with_rows_below(page: Page, tables: Sequence[Table]) -> list[Table]:
    """The tables of a page, each with the rows right below it that a finder took for others, or saw not at all."""
    found: list[Table] = []
    for table in tables:
        if _outside(found[-1:], [table], page):
            rest = _unseen_rest(page, table_regions(table)[page.number][3], table) if len(table.pages) == 1 else []
            found.append(replace(appended(table, rest[0]), pages=table.pages) if rest else table)
    return found


def _outside(whole: Sequence[Table], tables: Sequence[Table], page: Page) -> list[Table]:
    """Those of a page's tables that lie in none of some others."""
    boxes = [table_regions(table)[page.number] for table in whole]
    return [t for t in tables if not any(holds(box, table_regions(t)[page.number]) for box in boxes)]


def _unseen_rest(page: Page, top: float, upper: Table) -> list[Table]:
    """The rows below a height that no finder saw as those of a table: their numbers count on, in its columns."""
    edges = column_edges(upper)
    last = max((row_number(cell.text) or 0 for cell in upper.cells if cell.col == 0), default=0)
    if edges is None or not last or upper.method != "stream" or upper.width < LEAST:
        return []
    inner, number, bottom = edges[1:-1], last, top or page.height
    words: list[Word] = []
    for line in baselines(word for word in page.words if word.top + word.bottom > 2 * top):
        counts_on = line[0].x1 < edges[1] and row_number(line[0].text) == number + 1
        across = any(w.x0 + 1 < x < w.x1 - 1 for w in line for x in inner)
        if across or not (counts_on or line[0].top - bottom < APART * line[0].size):
            break
        words, bottom, number = [*words, *line], line[0].bottom, number + counts_on
    rest = read_in_columns(words, page, [(x - 0.5, x + 0.5) for x in inner], inner) if number > last else None
    return [rest] if rest and rest.width == upper.width and not rest.header_rows else []


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
    x0, top, x1, bottom = table_regions(table)[page.number]
    words = [w for w in page.words if top <= (w.top + w.bottom) / 2 <= bottom and x0 <= (w.x0 + w.x1) / 2 <= x1]
    whole = read_in_columns(words, page, [(x - 0.5, x + 0.5) for x in edges[1:-1]], edges[1:-1])
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
