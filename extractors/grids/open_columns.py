"""Columns that drawn lines leave undecided: several between two walls, names in one cell, rows without walls."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from extractors.geometry import Word, size_of
from extractors.grids.cells import words_by_span
from extractors.grids.columns import find_separators
from extractors.grids.kinds import ENUMERATOR
from extractors.grids.lattice import Grid, Span
from extractors.grids.lines import ALIKE, TextLine, baselines, is_pushed_apart, is_spread, text_line
from extractors.grids.strips import COLUMN_GAP
from extractors.grids.values import is_value

MOST_OPEN = 3
"""Fewer columns than these are never told by their words alone."""
WIDE_SPACE = 1.5
"""The blank over a missing wall is so many times as wide as one between words."""


def hides_columns(grid: Grid, words: Sequence[Word], space: float) -> bool:
    """Whether between two walls there stand several columns side by side; `space` is the usual blank."""
    return any(_has_columns(grid, words, col, space) for col in range(len(grid.xs) - 1))


def _has_columns(grid: Grid, words: Sequence[Word], col: int, space: float) -> bool:
    left, right = grid.xs[col], grid.xs[col + 1]
    inside = [
        w for w in words if left <= w.x0 and w.x1 <= right and grid.ys[0] <= w.top and w.bottom <= grid.ys[-1] + 4
    ]
    lines = [text_line(line, max(COLUMN_GAP, 1.5 * space)) for line in baselines(inside)]
    spread = _are_spread(lines)
    parted = [line for line in lines if len(line.segments) > 1 and not _is_item(line) and id(line) not in spread]
    if len(parted) < 3 or len(parted) * 2 < len(lines):
        return False
    return bool(find_separators(parted, [], space))


def _are_spread(lines: Sequence[TextLine]) -> set[int]:
    """The lines of justified text: their blanks are alike, and where one line shows it, others reach both its ends.

    Two words have but one blank: most such lines have one at each side.
    """
    sides = (min((line.x0 for line in lines), default=0.0), max((line.x1 for line in lines), default=0.0))
    parted = [line for line in lines if len(line.segments) > 1]
    apart = [line for line in parted if is_pushed_apart(line.words, sides)]
    sure = [line for line in parted if is_spread(line.words) or (line in apart and len(apart) * 2 > len(parted))]
    ends = [(line.x0, line.x1) for line in sure]
    return {
        id(line)
        for line in lines
        if line in sure or any(abs(line.x0 - x0) < ALIKE and abs(line.x1 - x1) < ALIKE for x0, x1 in ends)
    }


def _is_item(line: TextLine) -> bool:
    """Whether a line is a sign or number and a text: an item of a list, no two columns."""
    first, second = line.segments[0].text, line.segments[1].text
    return bool(ENUMERATOR.fullmatch(first)) or (first.isdigit() and not is_value(second))


def with_parted_names(grid: Grid, words: Sequence[Word], space: float) -> Grid:
    """The grid with merged cells cut where wide gaps part several names, each over its own columns."""
    held = words_by_span(grid, words)
    spans: list[Span] = []
    for span in grid.spans:
        cuts = _name_cuts(grid, span, held.get(span, []), space) if span.colspan > 1 else []
        edges = [span.col, *cuts, span.col + span.colspan]
        spans += [span._replace(col=a, colspan=b - a) for a, b in pairwise(edges)]
    return grid._replace(spans=spans)


def _name_cuts(grid: Grid, span: Span, words: Sequence[Word], space: float) -> list[int]:
    """The columns before which a merged cell of one line is cut: the edge nearest to the middle of each wide gap."""
    lines = [text_line(line, max(2.0, 4 * space)) for line in baselines(words)]
    if len(lines) != 1 or len(lines[0].segments) < 2:
        return []
    inner = range(span.col + 1, span.col + span.colspan)
    cuts = []
    for before, after in pairwise(lines[0].segments):
        within = [col for col in inner if before.x1 - 1 <= grid.xs[col] <= after.x0 + 1]
        if within:
            middle = (before.middle + after.middle) / 2
            cuts.append(min(within, key=lambda col: abs(grid.xs[col] - middle)))
    return sorted(set(cuts))


def with_open_rows(grid: Grid, words: Sequence[Word], space: float) -> Grid:
    """The grid with the columns of rows that lack walls: every other row of a banded table is drawn so."""
    width = len(grid.xs) - 1
    open_spans = [span for span in grid.spans if span.colspan >= MOST_OPEN and span.rowspan == 1]
    walled = Counter(
        row for span in grid.spans if span.colspan == 1 for row in range(span.row, span.row + span.rowspan)
    )
    if not open_spans or max(walled.values(), default=0) < width:
        return grid
    held = words_by_span(grid, words)
    parted = {span for span in open_spans if _keeps_columns(grid, span, held.get(span, []), space)}
    spans: list[Span] = []
    for span in grid.spans:
        cols = range(span.col, span.col + span.colspan)
        spans += [Span(span.row, col, 1, 1) for col in cols] if span in parted else [span]
    return grid._replace(spans=spans)


def _keeps_columns(grid: Grid, span: Span, words: Sequence[Word], space: float) -> bool:
    """Whether words stand in most columns of a cell and none where a wall would be."""
    walls = grid.xs[span.col + 1 : span.col + span.colspan]
    filled = {bisect_right(walls, (word.x0 + word.x1) / 2) for word in words}
    if len(filled) < MOST_OPEN or len(filled) * 2 <= span.colspan:
        return False
    if any(word.x0 + 1 < wall < word.x1 - 1 for word in words for wall in walls):
        return False
    return all(
        after.x0 - before.x1 > WIDE_SPACE * space * size_of(after)
        for line in baselines(words)
        for before, after in pairwise(line)
        if any(before.x1 - 1 < wall < after.x0 + 1 for wall in walls)
    )
