"""The tables of one page."""

from __future__ import annotations

from extractors.geometry import Page, Table, Word
from extractors.grids.cells import fill
from extractors.grids.lattice import find_grids
from extractors.grids.lines import drawn_by_text
from extractors.grids.regions import find_regions
from extractors.grids.stream import read_region
from extractors.grids.strokes import merged


def find_tables(page: Page) -> list[Table]:
    """The tables of a page, from the top."""
    words, text_rules = drawn_by_text(page.words)
    level, upright = merged([*page.rules, *text_rules])
    tables = [
        table
        for grid in find_grids(level, upright, page.words)
        if (table := fill(grid, page)).width > 1 and len([cell for cell in table.cells if cell.lines]) > 1
    ]
    free = [word for word in words if not any(_inside(word, table) for table in tables)]
    for region in find_regions(free, level):
        found = read_region(region, page, level)
        if found is not None and found.width > 1 and found.height > 1:
            tables.append(found)
    return sorted(tables, key=_top)


def _top(table: Table) -> tuple[float, float]:
    return min((cell.box[1], cell.box[0]) for cell in table.cells)


def _inside(word: Word, table: Table) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    left = min(c.box[0] for c in table.cells)
    return left <= x <= max(c.box[2] for c in table.cells) and min(c.box[1] for c in table.cells) <= y <= max(
        c.box[3] for c in table.cells
    )
