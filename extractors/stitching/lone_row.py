"""The last row of a table of figures without rules that a page break leaves alone: no finder sees a table in it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from itertools import pairwise

from extractors.geometry import Cell, Page, Table, Word, union
from extractors.grids.lines import baselines
from extractors.grids.text import doubt_of, printed
from extractors.grids.values import is_amount
from extractors.stitching.columns import column_edges
from extractors.stitching.rows import appended

FEWEST = 3
"""So many rows show what the columns hold."""


def with_lone_row(upper: Table, page: Page) -> Table | None:
    """`upper` with the first line of the next page as its last row, where that has its figures; None where not."""
    edges = column_edges(upper)
    line = next(iter(baselines(word for word in page.words if word.upright)), [])
    if upper.method != "stream" or edges is None or upper.height - upper.header_rows < FEWEST or not line:
        return None
    parts = [_inside(line, edges, col) for col in range(upper.width)]
    figures = _figures(upper)
    if not (figures and all(parts) and all(is_amount(" ".join(w.text for w in parts[col])) for col in figures)):
        return None
    _, top, _, bottom = union(word.box for word in line)
    cells = (
        Cell(0, col, printed(words), page.number, (x0, top, x1, bottom), doubt=doubt_of(words))
        for col, (words, (x0, x1)) in enumerate(zip(parts, pairwise(edges), strict=True))
    )
    return appended(upper, replace(upper, cells=tuple(cells), pages=(page.number,), header_rows=0), cut=False)


def _inside(line: list[Word], edges: list[float], col: int) -> list[Word]:
    """The words of a line in a column; the outer columns reach as far as their words."""
    places = (bisect_right(edges[1:-1], (word.x0 + word.x1) / 2) for word in line)
    return [word for word, place in zip(line, places, strict=True) if place == col]


def _figures(table: Table) -> set[int]:
    """The columns of nothing but figures below the heading; none where the first one has any."""
    texts: dict[int, list[str]] = {}
    for cell in table.cells:
        if cell.row >= table.header_rows and cell.text:
            texts.setdefault(cell.col, []).append(cell.text)
    found = {col for col, held in texts.items() if len(held) >= FEWEST and all(map(is_amount, held))}
    return found if found == set(range(1, table.width)) else set()
