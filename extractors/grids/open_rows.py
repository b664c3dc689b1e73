"""Rows that drawn lines leave undecided: several in one band, labels beside ruled ones.

Column rules without row rules make a page one row; its lines say which rows it holds.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import pairwise

from extractors.geometry import Word
from extractors.grids.cells import words_by_span
from extractors.grids.centred import centred_groups
from extractors.grids.lattice import Grid, Span
from extractors.grids.lines import base_of, baselines, segment, text_line, would_fit
from extractors.grids.numbered import is_next_number
from extractors.grids.row import Row
from extractors.grids.rows import are_many, group_rows
from extractors.grids.strips import COLUMN_GAP
from extractors.grids.values import is_value

WHOLE_LINE = 0.9
"""Lines nearer than this many type sizes are those of a text and of another set in the middle beside it."""
FEWEST = 3
"""So many figures below one another, each beside a row of its own, are no text of one cell."""
LEVEL = 1.5
"""Texts of one row have their baselines within so many points."""


def with_text_rows(grid: Grid, words: Sequence[Word]) -> Grid:
    """The grid with its bands cut into the rows that their lines make."""
    parted: dict[int, tuple[list[Row], list[list[int]]]] = {}
    held = words_by_span(grid, words)
    rests: list[int] = []
    top: list[Row] = []
    last: list[str] = []
    for band in range(len(grid.ys) - 1):
        spans = [span for span in held if span.row == band and span.rowspan == 1]
        before, last = last, _number_in(spans, held)
        is_broken = len(last) > 1 and is_next_number("".join(before), "".join(last))
        if len(spans) > 1 and not is_broken:
            rows = _rows(spans, held)
            # Where rules part the rows, a number at the foot of its row has the row's first lines above it.
            below_heading = band == 1 and len(grid.ys) == 3 and _is_heading(held, 0)
            if len(rows) > 1 and are_many(
                rows, widths := {s.col: grid.xs[s.col + s.colspan] - grid.xs[s.col] for s in spans}
            ):
                parted[band] = rows, group_rows(rows, [], widths.get(0, 0.0), headed=band > 0)
            elif ((band == 0 and grid.open_top) or below_heading) and (first := _first_whole(rows)):
                parted[band] = rows, [list(range(first)), list(range(first, len(rows)))]
                rests.append(band)
            elif band == 1 and _is_heading(held, 0):
                top = rows
    for band in rests:
        if _stand_at_foot([parted[other] for other in parted if other not in rests]):
            del parted[band]
    if parted and (groups := _with_rest(top)):
        parted[1] = top, groups
    cuts = {band: _row_tops(rows, groups) for band, (rows, groups) in parted.items() if len(groups) > 1}
    return _cut(grid, cuts) if cuts else grid


def without_blank_ends(grid: Grid, words: Sequence[Word]) -> Grid:
    """The grid without edges below which only blank cells begin, beside cells that go on over them.

    A word processor draws a merged cell to the end of its first row only where a page break is in its table.
    """
    held = words_by_span(grid, words)
    begun = {span.row for span in grid.spans if span in held}
    crossed = {row for span in grid.spans if span in held for row in range(span.row + 1, span.row + span.rowspan)}
    spare = [row for row in range(1, len(grid.ys) - 1) if row not in begun and row in crossed]
    if not spare:
        return grid
    kept = [row for row in range(len(grid.ys)) if row not in spare]
    spans = []
    for span in grid.spans:
        end = bisect_left(kept, span.row + span.rowspan)
        if span.row not in spare:
            spans.append(span._replace(row=kept.index(span.row), rowspan=end - kept.index(span.row)))
    return Grid(grid.xs, [grid.ys[row] for row in kept], spans, grid.open_top)


def _stand_at_foot(parted: Sequence[tuple[list[Row], list[list[int]]]]) -> bool:
    """Whether rows of several lines have their numbers on the last one: then so has the row at the top of a page."""
    ends = {"first": 0, "last": 0}
    for rows, groups in parted:
        for group in groups:
            keys = [i for i in group if 0 in rows[i].parts and is_value(rows[i].parts[0].text)]
            if len(group) > 1 and len(keys) == 1:
                ends["first"] += keys[0] == group[0]
                ends["last"] += keys[0] == group[-1]
    return ends["last"] > 1 and not ends["first"]


def _number_in(spans: Sequence[Span], held: dict[Span, list[Word]]) -> list[str]:
    """What stands in a band's first column, without the signs of numbers."""
    return [re.sub(r"\W", "", word.text) for span in spans if span.col == 0 for word in held[span]]


def _is_heading(held: dict[Span, list[Word]], band: int) -> bool:
    """Whether a band holds names in bold only, as the heading that a page repeats over the rest of a row."""
    words = [word for span, inside in held.items() if span.row == band for word in inside]
    return len(words) > 1 and all(word.bold for word in words)


def _row_tops(rows: Sequence[Row], groups: Sequence[Sequence[int]]) -> list[float]:
    """Where rows of one band part."""
    tops = []
    for above, below in pairwise(groups):
        upper = max(rows[i].line.bottom for i in above)
        lower = min(rows[i].line.top for i in below)
        tops.append((upper + lower) / 2)
    return tops


def _first_whole(rows: Sequence[Row]) -> int:
    """The line with the row's number, where lines before it are the rest of a row that a page break cut.

    A number set in the middle of its row has as many lines below it as above; then the distance decides.
    """
    key = next((i for i, row in enumerate(rows) if 0 in row.parts), 0)
    if not key or not is_value(rows[key].parts[0].text):
        return 0
    after = len(rows) - key - 1
    steps = [below.line.base - above.line.base for above, below in pairwise(rows)]
    if steps[key - 1] < WHOLE_LINE * rows[key].line.size:
        return 0
    return key if after != key or steps[key - 1] > 1.1 * min(steps) else 0


def _with_rest(rows: Sequence[Row]) -> list[list[int]] | None:
    """The lines between a repeated heading and the first rule below it in two rows: the rest of one that a page break
    cut, and one whose number has lines of the rest, or of both, above it. None where there is but one row.
    """
    keys = [index for index, row in enumerate(rows) if 0 in row.parts]
    if len(keys) != 1 or not keys[0] or not is_value(rows[keys[0]].parts[0].text):
        return None
    usual = [list(range(keys[0])), list(range(keys[0], len(rows)))]
    groups = centred_groups(rows, [(keys[0],)], usual, least=1) or usual
    return groups if len(groups) > 1 else None


def _rows(spans: Sequence[Span], held: dict[Span, list[Word]]) -> list[Row]:
    """The lines of a band with their parts by column."""
    column = {id(word): span.col for span in spans for word in held[span]}
    rows = []
    for line in baselines(word for span in spans for word in held[span]):
        parts: dict[int, list[Word]] = {}
        for word in line:
            parts.setdefault(column[id(word)], []).append(word)
        segments = {col: segment(part) for col, part in parts.items()}
        rows.append(Row(text_line(line, COLUMN_GAP), segments))
    return rows


def _cut(grid: Grid, cuts: dict[int, list[float]]) -> Grid:
    """The grid with more row edges: cells of a cut band are repeated, taller ones reach over the new rows."""
    ys: list[float] = []
    start: list[int] = []
    for band, y in enumerate(grid.ys):
        start.append(len(ys))
        ys += [y, *cuts.get(band, [])]
    spans = []
    for span in grid.spans:
        first, last = start[span.row], start[span.row + span.rowspan]
        if span.rowspan == 1:
            spans += [Span(row, span.col, 1, span.colspan) for row in range(first, last)]
        else:
            spans.append(Span(first, span.col, last - first, span.colspan))
    return Grid(grid.xs, ys, spans, grid.open_top)


def with_split_labels(grid: Grid, words: Sequence[Word]) -> Grid:
    """The grid with tall cells cut where each row beside them has a line of its own in them."""
    held = words_by_span(grid, words)
    bases: dict[int, list[float]] = {}
    for span in held:
        if span.rowspan == 1:
            bases.setdefault(span.row, []).extend(map(base_of, held[span]))
    spans: list[Span] = []
    for span in grid.spans:
        inside = held.get(span, []) if span.rowspan >= 3 else []
        if inside and (_labels_rows(grid, span, inside) or _has_figures_of_rows(span, inside, bases)):
            spans += [Span(row, span.col, 1, span.colspan) for row in range(span.row, span.row + span.rowspan)]
        else:
            spans.append(span)
    return Grid(grid.xs, grid.ys, spans, grid.open_top)


def _has_figures_of_rows(span: Span, words: Sequence[Word], bases: Mapping[int, Sequence[float]]) -> bool:
    """Whether a tall cell holds figures for the most part, each line level with a row of its own beside it."""
    lines = [text_line(line, 99.0) for line in baselines(words)]
    values = sum(is_value(line.segments[0].text) for line in lines)
    if len(lines) < FEWEST or values * 4 < len(lines) * 3:
        return False
    rows = range(span.row, span.row + span.rowspan)
    level = [[row for row in rows if any(abs(b - line.base) < LEVEL for b in bases.get(row, []))] for line in lines]
    return all(level) and len({row for found in level for row in found}) >= len(lines)


def _labels_rows(grid: Grid, span: Span, words: Sequence[Word]) -> bool:
    """Whether a tall cell holds one label for each row beside it, none of them a wrapped line."""
    lines = [text_line(line, 99.0) for line in baselines(words)]
    if not 0.9 * span.rowspan <= len(lines) <= 1.3 * span.rowspan:
        return False
    bands = [(grid.ys[row], grid.ys[row + 1]) for row in range(span.row, span.row + span.rowspan)]
    filled = sum(any(top <= line.base <= bottom for line in lines) for top, bottom in bands)
    width = grid.xs[span.col + span.colspan] - grid.xs[span.col]
    deliberate = sum(would_fit(above, below, width) for above, below in pairwise(lines))
    return filled >= 0.9 * span.rowspan and deliberate >= 0.6 * (len(lines) - 1)
