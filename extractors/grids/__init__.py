"""The tables of one page."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence

from extractors.geometry import Box, Page, Table, Word, holds, union
from extractors.grids.cells import fill
from extractors.grids.ends import walls_at_ends
from extractors.grids.frames import without_frame
from extractors.grids.gutters import page_columns
from extractors.grids.heads import with_parted_head, with_shaded_head, with_walls_begun
from extractors.grids.lattice import Grid, find_grids
from extractors.grids.leaders import drawn_by_text, is_leader, without_drawn_leaders
from extractors.grids.lines import SPACE, baselines, usual_space
from extractors.grids.open_columns import hides_columns, with_open_rows, with_parted_names
from extractors.grids.open_rows import with_text_rows
from extractors.grids.regions import Region, find_regions
from extractors.grids.stream import read_region
from extractors.grids.strokes import Stroke, merged, with_shading
from extractors.grids.tall_cells import with_split_labels, without_blank_ends
from extractors.grids.upended import laid_level

DEEPEST = 2
"""Names of columns take so many ruled rows at most where no rules part the rows below them."""


def find_tables(page: Page, space: float = SPACE) -> list[Table]:
    """The tables of a page, from the top; `space` is the blank between words where the page shows too few."""
    page = without_drawn_leaders(page)
    words, text_rules = drawn_by_text(page.words)
    level, upright = merged([*page.rules, *text_rules])
    upright = sorted([*upright, *walls_at_ends(level, upright, words)])
    space = usual_space(baselines(words), space)
    tables, open_frames = _walled_tables(page, words, find_grids(level, upright, words), upright, space)
    level, upright = with_shading(level, upright, page.fills)
    free = laid_level(_outside(words, tables))
    for band in _between_headings(free, tables):
        for column, rules in page_columns(band, level):
            for region in find_regions(column, rules, space):
                tables += read_region(region, page, rules, upright, space)
    for frame in open_frames:
        held = tuple(word for word in _outside(free, tables) if holds(frame, word.box))
        if len(held) * 2 > sum(holds(frame, word.box) for word in free):
            tables += read_region(Region(held, frame), page, level, upright, space)
    tables = [table for table in tables if not is_contents(table, page.words)]
    return sorted(tables, key=lambda table: _box(table)[1::-1])


def _between_headings(words: Sequence[Word], tables: Sequence[Table]) -> list[list[Word]]:
    """The words between walled headings: what stands over one and what stands under it is no one region."""
    cuts = sorted(sum(_box(table)[1::2]) / 2 for table in tables if _is_heading(table))
    bands: list[list[Word]] = [[] for _ in range(len(cuts) + 1)]
    for word in words:
        bands[bisect(cuts, (word.top + word.bottom) / 2)].append(word)
    return [band for band in bands if band]


def _is_heading(table: Table) -> bool:
    """Whether a table is a row or two of nothing but names."""
    texts = [cell.text for cell in table.cells if cell.lines]
    named = len(texts) >= table.width > 2 and not any(letter.isdigit() for text in texts for letter in text)
    return named and max(cell.row for cell in table.cells) < DEEPEST


def _walled_tables(
    page: Page, words: Sequence[Word], grids: Sequence[Grid], upright: Sequence[Stroke], space: float
) -> tuple[list[Table], list[Box]]:
    """The tables that walls enclose, and the frames whose walls leave out columns."""
    tables: list[Table] = []
    open_frames: list[Box] = []
    for drawn in grids:
        grid = without_frame(with_open_rows(drawn, words, space), words)
        grid = with_parted_head(with_shaded_head(grid, page.fills), page.fills, words)
        grid = with_walls_begun(grid, upright, words)
        grid = without_blank_ends(grid, words)
        if hides_columns(grid, words, space):
            open_frames.append(grid.box)
            continue
        table = fill(
            with_parted_names(with_split_labels(with_text_rows(grid, words), words), words, space), page, words
        )
        if is_table(table) or _begins_page(table, words):
            tables.append(table)
    return tables, open_frames


def _begins_page(table: Table, words: Sequence[Word]) -> bool:
    """Whether two columns stand at the head of a page, the first blank: they may be the rest of a row."""
    blank = [cell.lines for cell in table.cells if cell.col == 0] == [()]
    return table.width == 2 and blank and not any(word.bottom < _box(table)[1] for word in words)


def is_contents(table: Table, words: Sequence[Word]) -> bool:
    """Whether a table is a table of contents: titles, dot leaders, and page numbers that never fall."""
    rows = table.rows()
    numbers = [row[-1] for row in rows if row[-1]]
    if table.width != 2 or len(numbers) < 4 or not all(number.isdigit() for number in numbers):
        return False
    box = _box(table)
    leaders = sum(is_leader(word.text) and holds(box, word.box) for word in words)
    return leaders * 2 > len(rows) and [*map(int, numbers)] == sorted(map(int, numbers))


def is_table(table: Table) -> bool:
    """Whether there are two columns and two cells with text, or three columns: else it is a frame or a bar.

    A page may begin with the rest of a row that has text in one cell only.
    """
    texts = sum(bool(cell.lines) for cell in table.cells)
    return texts > 0 and (table.width > 2 or (table.width > 1 and texts > 1))


def _box(table: Table) -> Box:
    return union(cell.box for cell in table.cells)


def _outside(words: Sequence[Word], tables: Sequence[Table]) -> list[Word]:
    """The words that no table holds."""
    boxes = [_box(table) for table in tables]
    return [word for word in words if not any(holds(box, word.box) for box in boxes)]
