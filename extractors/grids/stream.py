"""A table out of a region's printed lines: columns by alignment, a heading, rows."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.geometry import Box, Page, Table, Word
from extractors.grids.cells import without_blanks, without_specks
from extractors.grids.centred import above_first_number
from extractors.grids.columns import find_separators
from extractors.grids.dated import before_first_day
from extractors.grids.drafts import cells_of
from extractors.grids.ends import walls_at_partial_rules
from extractors.grids.headlines import heading_lines, title_lines
from extractors.grids.layout import Layout
from extractors.grids.lines import TextLine, baselines, text_line, usual_space
from extractors.grids.names import MARGIN
from extractors.grids.parting import parted, without_caption, without_notes
from extractors.grids.regions import Region, region_of
from extractors.grids.strips import COLUMN_GAP
from extractors.grids.strokes import Stroke, edges_of
from extractors.grids.walls import walls_after_numbers, walls_in, walls_of_heading, with_walls

PADDING = 15.0
"""The rule under a row is nearer below its texts than so many points."""


def read_region(
    region: Region, page: Page, level: Sequence[Stroke], upright: Sequence[Stroke], space: float
) -> list[Table]:
    """The tables in a region: one, or several that stand close with the same heading; none without columns."""
    printed_lines = baselines(region.words)
    space = usual_space(printed_lines, space)
    walls = walls_in(region.box, upright)
    lines = [text_line(line, max(COLUMN_GAP, 1.5 * space), walls, listed=True) for line in printed_lines]
    full = full_rules(level, region.box)
    parts = parted(without_notes(without_caption(lines), full), full)
    tables = (_read(part, page, level, upright, space) for part in parts)
    return [table for table in tables if table is not None and table.width > 1 and table.height > 1]


def read_in_columns(
    words: Sequence[Word], page: Page, separators: Sequence[tuple[float, float]], walls: Sequence[float] = ()
) -> Table | None:
    """The table that words make in columns that are known from elsewhere; no text goes over `walls`."""
    printed_lines = baselines(words)
    level, upright = edges_of(page)
    space = usual_space(printed_lines)
    lines = [text_line(line, max(COLUMN_GAP, 1.5 * space), listed=True) for line in printed_lines]
    return _read(lines, page, level, upright, space, separators, walls)


def read_between(words: Sequence[Word], page: Page, edges: Sequence[float]) -> Table | None:
    """The table that words make in the columns between known `edges`, over which no text goes."""
    inner = edges[1:-1]
    return read_in_columns(words, page, [(x - 0.5, x + 0.5) for x in inner], inner)


def _read(
    lines: list[TextLine],
    page: Page,
    level: Sequence[Stroke],
    upright: Sequence[Stroke],
    space: float,
    known: Sequence[tuple[float, float]] = (),
    between: Sequence[float] = (),
) -> Table | None:
    """The table that these lines make; None where they have no columns in common."""
    if len(lines) < 2:
        return None
    region = region_of(lines)
    left, top, right, bottom = region.box
    full = full_rules(level, region.box)
    rules = [s for s in level if top - 4 <= s.at <= max(bottom + 4, *full, 0) and s.start < right and s.end > left]
    if title := title_lines(lines, full):
        return _read(lines[title:], page, level, upright, space, known, between)
    count = before_first_day(lines, above_first_number(lines, heading_lines(lines, full)))
    walls = [*walls_in(region.box, upright), *walls_at_partial_rules(rules, full, lines)]
    heading, body = lines[:count], lines[count:]
    numbers = walls_after_numbers(heading, body)
    boxes = [*walls_of_heading(upright, heading, lines), *between, *numbers]
    separators = known or with_walls(find_separators(body, heading, space, numbers), [*walls, *boxes])
    if not separators:
        return None
    layout = Layout(separators, lines, count, left, right, space, boxes)
    if not (known or full or walls or boxes or layout.is_convincing()):
        return None
    drafts, depth, tops = layout.drafts(rules, full)
    cells = cells_of(drafts, layout.edges, [*tops, bottom], page.number)
    table = Table(cells, "stream", (page.number,), depth)
    if known:
        return table  # a known column may be blank
    return without_blanks(without_specks(table) if page.source == "ocr" else table)


def full_rules(level: Sequence[Stroke], box: Box) -> list[float]:
    """Heights of the rules that run over a region's whole width; one like the others may close the last row."""
    left, top, right, bottom = box
    wide = [s for s in level if s.start < left + MARGIN and s.end > right - MARGIN]
    found = [s for s in wide if top - 4 <= s.at <= bottom + 4]
    closing = [s for s in wide if bottom + 4 < s.at < bottom + PADDING and any(map(s.is_like, found))]
    return [s.at for s in (*found, *closing[:1])]
