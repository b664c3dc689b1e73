"""The tables of one page."""

from __future__ import annotations

from extractors.geometry import Page, Table
from extractors.grids.cells import fill
from extractors.grids.lattice import find_grids
from extractors.grids.strokes import merged


def find_tables(page: Page) -> list[Table]:
    """The tables of a page, from the top."""
    level, upright = merged(page.rules)
    return [
        table
        for grid in find_grids(level, upright, page.words)
        if (table := fill(grid, page)).width > 1 and len([cell for cell in table.cells if cell.lines]) > 1
    ]
