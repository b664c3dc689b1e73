"""From drawn paths to the rules and shaded rectangles of a page.

A table's lines come as strokes, as thin filled rectangles, as the edges of stroked rectangles or as curves
that happen to be straight; whatever they are, they become `Rule`s. Slanted strokes are no part of a table.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from extractors.geometry import Box, Fill, Rule, union
from extractors.pages.bullets import is_spot

THIN = 3.2
"""A filled rectangle not thicker than this many points is a line."""
SLANT = 0.8
"""How many points a stroke may stray sideways and still be straight."""
SHORTEST = 2.0
"""Shorter strokes are dots and dashes of drawings."""
ROUNDING = 6.5
"""The corners of a rectangle are rounded by no more than so many points."""
MOST_BLANK = 3.0
"""The dots of a rule leave at most so many points between them."""
DARK = 0.6
"""A spot of a lighter grey is no bullet."""
FEWEST_DOTS = 5
"""Fewer dots are no rule."""

Point = tuple[float, float]


class Contour(NamedTuple):
    """One sub-path; of a curve only the control points are kept."""

    points: Sequence[Point]
    closed: bool
    curved: bool = False


class Canvas:
    """Collects the rules and fills of a page."""

    def __init__(self) -> None:
        """An empty page."""
        self.rules: list[Rule] = []
        self.fills: list[Fill] = []
        self.dots: list[Box] = []
        self.spots: list[Box] = []

    def all_rules(self) -> list[Rule]:
        """The rules, those among them that are drawn dot by dot."""
        return [*self.rules, *dotted_rules(self.dots)]

    def stroke(self, contours: Iterable[Contour], width: float) -> None:
        """The straight upright and level parts of a stroked path."""
        for points, closed, curved in contours:
            if curved and not _is_straight(points):
                if not _is_rounded(points):
                    continue
                points = _corners(union((x, y, x, y) for x, y in points))
            pairs = list(pairwise(points))
            if closed and len(points) > 2 and points[0] != points[-1]:
                pairs.append((points[-1], points[0]))
            for (ax, ay), (bx, by) in pairs:
                self._segment((min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)), min(width, THIN))

    def fill(self, contours: Iterable[Contour], shade: float) -> None:
        """Each filled rectangle: a rule where it is thin, else a fill."""
        for points, _closed, curved in contours:
            if curved and not _is_straight(points):
                around = union((x, y, x, y) for x, y in points)
                self.spots += [around] if shade < DARK and is_spot(around) else []
                continue
            box = _rectangle(points)
            if box is None:
                continue
            w, h = box[2] - box[0], box[3] - box[1]
            if min(w, h) > THIN:
                self.fills.append(Fill(box, shade))
            elif max(w, h) >= SHORTEST and max(w, h) > 1.5 * min(w, h):
                self.rules.append(Rule(*box))
            elif max(w, h) < SHORTEST:
                self.dots.append(box)

    def _segment(self, box: Box, width: float) -> None:
        x0, top, x1, bottom = box
        if bottom - top <= SLANT and x1 - x0 >= SHORTEST:
            middle = (top + bottom) / 2
            self.rules.append(Rule(x0, middle - width / 2, x1, middle + width / 2))
        elif x1 - x0 <= SLANT and bottom - top >= SHORTEST:
            middle = (x0 + x1) / 2
            self.rules.append(Rule(middle - width / 2, top, middle + width / 2, bottom))


def dotted_rules(dots: Iterable[Box]) -> list[Rule]:
    """The rules that small squares make which follow one another closely on one line."""
    rules: list[Rule] = []
    for side in (0, 1):  # the dots of a level rule share their top, those of an upright one their left side
        lines: dict[int, set[Box]] = {}
        for dot in dots:
            lines.setdefault(round(dot[1 - side] * 4), set()).add(dot)
        for line in lines.values():
            chain: list[Box] = []
            for dot in sorted(line, key=lambda box: box[side]):
                if chain and dot[side] - chain[-1][side + 2] > MOST_BLANK:
                    rules += _chained(chain)
                    chain = []
                chain.append(dot)
            rules += _chained(chain)
    return rules


def _chained(dots: Sequence[Box]) -> list[Rule]:
    """The rule that enough dots make."""
    if len(dots) < FEWEST_DOTS:
        return []
    return [Rule(*union(dots))]


def _is_straight(points: Sequence[Point]) -> bool:
    """Whether all points lie on one upright or level line."""
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return min(max(xs) - min(xs), max(ys) - min(ys)) <= SLANT


def _is_rounded(points: Sequence[Point]) -> bool:
    """Whether a curved path is a rectangle but for its rounded corners: a cell of a web page."""
    box = union((x, y, x, y) for x, y in points)
    for axis in (0, 1):
        length = box[axis + 2] - box[axis]
        for edge in (box[1 - axis], box[3 - axis]):
            along = [point[axis] for point in points if abs(point[1 - axis] - edge) <= SLANT / 2]
            if length <= 2 * ROUNDING or not along or max(along) - min(along) < length - 2 * ROUNDING:
                return False
    off = ([min(abs(point[axis] - box[axis]), abs(point[axis] - box[axis + 2])) for axis in (0, 1)] for point in points)
    return all(min(away) <= SLANT / 2 or max(away) <= ROUNDING for away in off)


def _corners(box: Box) -> list[Point]:
    """The corners of a rectangle, the first one once more."""
    x0, top, x1, bottom = box
    return [(x0, top), (x1, top), (x1, bottom), (x0, bottom), (x0, top)]


def _rectangle(points: Sequence[Point]) -> Box | None:
    """The rectangle with these corners, if they are one."""
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    box = (min(xs), min(ys), max(xs), max(ys))
    near = SLANT / 2
    on_edge = all(
        min(abs(x - box[0]), abs(x - box[2])) <= near and min(abs(y - box[1]), abs(y - box[3])) <= near
        for x, y in points
    )
    corners = {(abs(x - box[0]) <= near, abs(y - box[1]) <= near) for x, y in points}
    thin = min(box[2] - box[0], box[3] - box[1]) <= THIN
    return box if on_edge and (len(corners) == 4 or (thin and len(points) >= 3)) else None
