"""The tables of one page."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.geometry import Box, Page, Table, Word, union
from extractors.grids.cells import fill
from extractors.grids.lattice import Grid, find_grids
from extractors.grids.lines import drawn_by_text
from extractors.grids.refine import hides_columns, with_split_labels, with_text_rows, without_frame
from extractors.grids.regions import Region, find_regions
from extractors.grids.stream import read_region
from extractors.grids.strokes import NEAR, Stroke, clustered, fill_edges, merged


def find_tables(page: Page) -> list[Table]:
    """The tables of a page, from the top."""
    words, text_rules = drawn_by_text(page.words)
    level, upright = merged([*page.rules, *text_rules])
    tables: list[Table] = []
    for grid in find_grids(level, upright, words):
        tables += _ruled_tables(grid, page, words, level, upright)
    boxes = [union(cell.box for cell in table.cells) for table in tables]
    free = [word for word in words if not any(_holds(box, word) for box in boxes)]
    fill_level, fill_upright = fill_edges(page.fills)
    level = sorted([*level, *fill_level])
    for region in find_regions(free, level):
        tables += read_region(region, page, level, walls_in(region.box, [*upright, *fill_upright]))
    return sorted(tables, key=_top)


def _ruled_tables(
    grid: Grid, page: Page, words: Sequence[Word], level: Sequence[Stroke], upright: Sequence[Stroke]
) -> list[Table]:
    """The table that a grid of rules holds, its text deciding what the rules leave open."""
    grid = without_frame(grid, words)
    if hides_columns(grid, words):
        held = tuple(word for word in words if _holds(grid.box, word))
        height = grid.ys[-1] - grid.ys[0]
        walls = [s.at for s in upright if grid.xs[0] + 4 < s.at < grid.xs[-1] - 4 and s.length > 0.6 * height]
        return read_region(Region(held, grid.box), page, level, walls)
    table = fill(with_split_labels(with_text_rows(grid, words), words), page, words)
    return [table] if table.width > 1 and sum(bool(cell.lines) for cell in table.cells) > 1 else []


def walls_in(box: Box, upright: Sequence[Stroke]) -> list[float]:
    """Places of upright strokes that stand over a good part of a region's height."""
    left, top, right, bottom = box
    inside = [s for s in upright if left + 4 < s.at < right - 4 and s.end > top and s.start < bottom]
    walls = []
    for group in clustered(inside, NEAR):
        covered = sum(min(s.end, bottom) - max(s.start, top) for s in group)
        x = sum(s.at for s in group) / len(group)
        if covered > 0.25 * (bottom - top):
            walls.append(x)
    return walls


def _top(table: Table) -> tuple[float, float]:
    return min((cell.box[1], cell.box[0]) for cell in table.cells)


def _holds(box: Box, word: Word) -> bool:
    """Whether the middle of a word lies in a rectangle."""
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]
