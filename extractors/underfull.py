"""The first rows of a table at the foot of a page, read again in the columns that its rest on the next page shows.

Where they are blank in some column, nothing but the heading tells that column from the one beside it.
"""

from __future__ import annotations

from itertools import pairwise

from extractors.flow import table_regions
from extractors.geometry import Page, Table
from extractors.grids.stream import read_in_columns
from extractors.pairs import Tables
from extractors.stitch import column_edges, is_first, is_open

FEW = 10
"""A table of more rows shows its columns itself."""


def with_columns_of_rest(pages: Tables) -> Tables:
    """The tables by page, the last of a page with the columns of its rest where those are more."""
    read = [(page, list(tables)) for page, tables in pages]
    for (before, uppers), (page, tables) in pairwise(read):
        if not uppers or not tables or tables[0].header_rows or tables[0].width <= uppers[-1].width:
            continue
        if is_open(before, uppers[-1], page) and is_first(page, tables[0]):
            uppers[-1] = _read_again(uppers[-1], before, tables[0]) or uppers[-1]
    return read


def _read_again(table: Table, page: Page, rest: Table) -> Table | None:
    """`table` in the columns of `rest`; None where its heading does not name each of them."""
    edges = column_edges(rest)
    if table.method != "stream" or table.height > FEW or edges is None:
        return None
    x0, top, x1, bottom = table_regions(table)[page.number]
    words = [w for w in page.words if top <= (w.top + w.bottom) / 2 <= bottom and x0 <= (w.x0 + w.x1) / 2 <= x1]
    whole = read_in_columns(words, page, [(x - 0.5, x + 0.5) for x in edges[1:-1]])
    if whole is None or whole.width != rest.width:
        return None
    named = {
        col
        for cell in whole.cells
        if cell.row < whole.header_rows and cell.lines
        for col in range(cell.col, cell.col + cell.colspan)
    }
    return whole if len(named) == whole.width else None
