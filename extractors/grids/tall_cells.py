"""Cells over several ruled rows that are drawn taller or shorter than they are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import pairwise

from extractors.geometry import Word
from extractors.grids.cells import words_by_span
from extractors.grids.lattice import Grid, Span
from extractors.grids.lines import base_of, baselines, text_line, would_fit
from extractors.grids.values import is_value

FEWEST = 3
"""So many figures below one another, each beside a row of its own, are no text of one cell."""
LEVEL = 1.5
"""Texts of one row have their baselines within so many points."""


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
    return grid._replace(ys=[grid.ys[row] for row in kept], spans=spans)


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
    return grid._replace(spans=spans)


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
