"""Grids out of drawn lines: where level and upright strokes cross, with merged cells and open edges.

A wall between two neighbouring places of the grid stands where a stroke covers most of it; places without a wall
between them are one cell. So a missing side border or an edge that a page break leaves open loses nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from extractors.geometry import Box, Word
from extractors.grids.strokes import Stroke, alike, clustered

TOUCH = 4.0
"""How many points a stroke may end short of the one it should meet."""
COVER = 0.55
"""A wall stands where strokes cover this part of it."""
LONGEST_BREAK = 60.0
"""A merged row may interrupt column rules for so many points."""
MOST_STROKES = 1500
"""A page with more lines than this is a drawing."""


class Span(NamedTuple):
    """A cell of a grid: its place and extent in rows and columns."""

    row: int
    col: int
    rowspan: int
    colspan: int


class Grid(NamedTuple):
    """Edges of columns and rows, and the cells that tile them."""

    xs: list[float]
    ys: list[float]
    spans: list[Span]
    open_top: bool = False
    """Whether no rule is drawn over the first row: a page break may have cut it."""
    cut_right: bool = False
    """Whether a rule closes the left side and none the right one: the edge of the page may have cut it."""

    @property
    def box(self) -> Box:
        """The rectangle around the grid."""
        return (self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    def box_of(self, span: Span) -> Box:
        """The rectangle of one cell."""
        return (
            self.xs[span.col],
            self.ys[span.row],
            self.xs[span.col + span.colspan],
            self.ys[span.row + span.rowspan],
        )


def find_grids(level: Sequence[Stroke], upright: Sequence[Stroke], words: Sequence[Word]) -> list[Grid]:
    """The grids of a page, from the top."""
    if len(level) + len(upright) > MOST_STROKES:
        return []
    drawn, level = level, sorted([*level, *_closings(level, upright, words)])
    grids = (_grid(rows, columns, words, drawn) for rows, columns in _components(level, upright))
    return sorted((grid for grid in grids if grid is not None), key=lambda grid: (grid.ys[0], grid.xs[0]))


def _closings(level: Sequence[Stroke], upright: Sequence[Stroke], words: Sequence[Word]) -> list[Stroke]:
    """Level strokes over and under column rules that stand alone: a page of a table without any row rule.

    Rules that both end at level ones may be those of two tables side by side.
    """
    closings: list[Stroke] = []
    for group in alike(upright):
        left, right = min(s.at for s in group), max(s.at for s in group)
        top, bottom = group[0].start, group[0].end
        inner = [
            s for s in upright if left + 10 < s.at < right - 10 and s.start > top - TOUCH and s.end < bottom + TOUCH
        ]
        beside = [w for w in words if top < (w.top + w.bottom) / 2 < bottom]
        outside = sum(not left <= (w.x0 + w.x1) / 2 <= right for w in beside)
        if sum(s.length for s in inner) > 0.5 * (bottom - top) and outside < 0.1 * len(beside):
            ends = [s for s in level for y in (top, bottom) if abs(s.at - y) < TOUCH and left - TOUCH < s.start < right]
            closings += [] if len(ends) > 2 else [Stroke(top, left, right), Stroke(bottom, left, right)]
    return closings


def _components(level: Sequence[Stroke], upright: Sequence[Stroke]) -> list[tuple[list[Stroke], list[Stroke]]]:
    """Groups of strokes that hang together by crossing or touching, each with both directions."""
    parent = list(range(len(level) + len(upright)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    loose = set(range(len(upright)))
    for i, row in enumerate(level):
        for j, column in enumerate(upright):
            if (
                row.start - TOUCH <= column.at <= row.end + TOUCH
                and column.start - TOUCH <= row.at <= column.end + TOUCH
            ):
                parent[root(i)] = root(len(level) + j)
                loose.discard(j)
    for j, k in [*_broken(upright, level), *_abreast(upright, loose)]:
        parent[root(len(level) + j)] = root(len(level) + k)
    groups: dict[int, tuple[list[Stroke], list[Stroke]]] = {}
    for i, stroke in enumerate([*level, *upright]):
        groups.setdefault(root(i), ([], []))[i >= len(level)].append(stroke)
    return [group for group in groups.values() if group[0] and group[1]]


def _broken(upright: Sequence[Stroke], level: Sequence[Stroke]) -> list[tuple[int, int]]:
    """Pairs of pieces of a column rule that a merged row interrupts: another runs on, or the table has no sides.

    A level rule reaches from the broken one to the other: the edge of a sheet runs on beside any break.
    """
    order = sorted(range(len(upright)), key=lambda i: (upright[i].at, upright[i].start))
    pairs = []
    for i, k in pairwise(order):
        above, below = upright[i], upright[k]
        if below.at - above.at < TOUCH and 0 < below.start - above.end < LONGEST_BREAK:
            met = [row for row in level if row.start - TOUCH <= above.at <= row.end + TOUCH]
            others = [s.at for s in upright if s.start < above.end and s.end > below.start]
            beside = any(row.start - TOUCH <= x <= row.end + TOUCH for x in others for row in met)
            if beside or _is_sideless(above, below, upright, level):
                pairs.append((i, k))
    return pairs


def _abreast(upright: Sequence[Stroke], loose: Iterable[int]) -> list[tuple[int, int]]:
    """Pairs of a column rule that meets no level one and of one that begins or ends with it, within the same sides.

    Merged rows above and below, a title and a total, part it from the level rules.
    """
    pairs = []
    for j in loose:
        own = upright[j]
        sides = [s.at for s in upright if s.start < own.start - TOUCH and s.end > own.end + TOUCH]
        if not any(x < own.at for x in sides) or not any(x > own.at for x in sides):
            continue
        for k, other in enumerate(upright):
            together = abs(own.start - other.start) < TOUCH or abs(own.end - other.end) < TOUCH
            if k != j and together and min(sides) < other.at < max(sides):
                pairs.append((j, k))
    return pairs


def _is_sideless(above: Stroke, below: Stroke, upright: Sequence[Stroke], level: Sequence[Stroke]) -> bool:
    """Whether two alike rules bound a break of all column rules at once, and none of these stands at their ends."""
    ends = [s.at for s in upright if abs(s.end - above.end) < TOUCH]
    starts = [s.at for s in upright if abs(s.start - below.start) < TOUCH]
    if len(ends) != len(starts) or any(abs(a - b) > TOUCH for a, b in zip(sorted(ends), sorted(starts), strict=True)):
        return False
    upper, lower = ([s for s in level if abs(s.at - y) < TOUCH] for y in (above.end, below.start))
    bounds = [one for one in upper if any(one.is_like(other) and one.at < other.at for other in lower)]
    walls = [s.at for s in upright if s.start < below.start + TOUCH and s.end > above.end - TOUCH]
    return any(all(abs(x - end) > TOUCH for x in walls for end in (one.start, one.end)) for one in bounds)


def _grid(level: list[Stroke], upright: list[Stroke], words: Sequence[Word], drawn: Sequence[Stroke]) -> Grid | None:
    """The grid of one group of strokes; None where it has no two cells."""
    xs = _edges(upright, [(s.start, s.end) for s in level], [(w.x0, w.x1) for w in _beside(words, upright)])
    ys = _edges(level, [(s.start, s.end) for s in upright], [(w.top, w.bottom) for w in _above(words, level, xs)])
    if len(xs) < 2 or len(ys) < 2:
        return None
    ys = _with_ends(ys, upright)
    side_walls = _walls(upright, xs, ys)
    floors = _walls(level, ys, xs)
    spans = _spans(len(xs) - 1, len(ys) - 1, side_walls, floors)
    open_top = not any(abs(s.at - ys[0]) < TOUCH and s.start < xs[-1] and s.end > xs[0] for s in drawn)
    cut_right = sum(side_walls[0]) * 2 > len(side_walls[0]) and not any(side_walls[-1])
    return Grid(xs, ys, spans, open_top, cut_right) if len(spans) > 1 else None


def _with_ends(ys: list[float], upright: Sequence[Stroke]) -> list[float]:
    """The row edges with the places at which several column rules end together: there a merged row begins or ends."""
    ends = sorted(y for s in upright for y in (s.start, s.end) if ys[0] + TOUCH < y < ys[-1] - TOUCH)
    sides = [min(s.at for s in upright), max(s.at for s in upright)] if upright else []
    found = list(ys)
    for y in ends:
        together = sum(abs(y - other) < 2 for other in ends)
        framed = all(any(abs(s.at - x) < TOUCH and s.start < y - 2 and s.end > y + 2 for s in upright) for x in sides)
        if together > 1 and framed and all(abs(y - other) > TOUCH for other in found):
            found.append(y)
    return sorted(found)


def _beside(words: Sequence[Word], upright: list[Stroke]) -> list[Word]:
    """Words level with a group of strokes."""
    top, bottom = min(s.start for s in upright), max(s.end for s in upright)
    return [w for w in words if top - 2 <= (w.top + w.bottom) / 2 <= bottom + 2]


def _above(words: Sequence[Word], level: list[Stroke], xs: list[float]) -> list[Word]:
    """Words between the sides of a group of strokes."""
    left, right = (xs[0], xs[-1]) if xs else (min(s.start for s in level), max(s.end for s in level))
    return [w for w in words if left - 2 <= (w.x0 + w.x1) / 2 <= right + 2]


def _edges(strokes: list[Stroke], crossing: list[tuple[float, float]], text: list[tuple[float, float]]) -> list[float]:
    """Places of the strokes, and of the ends of crossing ones where text stands between those and the strokes."""
    places = [
        sum(s.at * s.length for s in group) / sum(s.length for s in group)
        for group in clustered(sorted(strokes), TOUCH - 1)
    ]
    first, last = min(start for start, _ in crossing), max(end for _, end in crossing)
    if first < places[0] - TOUCH and any(first - 2 <= (a + b) / 2 < places[0] for a, b in text):
        places.insert(0, first)
    if last > places[-1] + TOUCH and any(places[-1] < (a + b) / 2 <= last + 2 for a, b in text):
        places.append(last)
    return places


def _walls(strokes: list[Stroke], places: list[float], across: list[float]) -> list[list[bool]]:
    """walls[i][j]: whether a stroke at places[i] covers most of the way from across[j] to across[j + 1]."""
    covered = [[0.0] * (len(across) - 1) for _ in places]
    for stroke in strokes:
        i = min(range(len(places)), key=lambda k: abs(places[k] - stroke.at))
        for j in range(max(0, bisect_right(across, stroke.start) - 1), len(across) - 1):
            if across[j] >= stroke.end:
                break
            covered[i][j] += min(stroke.end, across[j + 1]) - max(stroke.start, across[j])
    widths = [b - a for a, b in pairwise(across)]
    return [[length >= COVER * width for length, width in zip(row, widths, strict=True)] for row in covered]


def _spans(columns: int, rows: int, sides: list[list[bool]], floors: list[list[bool]]) -> list[Span]:
    """Cells: places of a row without a wall between them, then equal stretches of rows without a floor."""
    open_cells: dict[tuple[int, int], int] = {}
    spans: list[Span] = []
    for row in range(rows):
        still_open: dict[tuple[int, int], int] = {}
        for start, end in _stretches(columns, row, sides):
            index = open_cells.get((start, end))
            if row and index is not None and not any(floors[row][start:end]):
                spans[index] = spans[index]._replace(rowspan=spans[index].rowspan + 1)
            else:
                index = len(spans)
                spans.append(Span(row, start, 1, end - start))
            still_open[(start, end)] = index
        open_cells = still_open
    return spans


def _stretches(columns: int, row: int, sides: list[list[bool]]) -> list[tuple[int, int]]:
    """The columns of one row grouped where no wall parts them."""
    cuts = [0, *(i for i in range(1, columns) if sides[i][row]), columns]
    return list(pairwise(cuts))
