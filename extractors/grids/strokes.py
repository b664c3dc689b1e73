"""The strokes that can bound cells: rules merged into whole lines, level and upright.

A drawn line often comes in pieces: one a cell, two side by side (double strokes), dashes. Pieces that lie
on one line and touch are one stroke.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from extractors.geometry import Fill, Page, Rule

NEAR = 3.0
"""Parallel strokes nearer than this many points are one line drawn twice."""
GAP = 3.0
"""Pieces of one line may be this far apart."""
SAME_END = 4.0
"""Points by which the ends of strokes at one place differ."""
SHORTEST = 5.0
"""A line shorter than this bounds no cell."""


class Stroke(NamedTuple):
    """A line at `at` (y of a level one, x of an upright one) that runs from `start` to `end`."""

    at: float
    start: float
    end: float

    @property
    def length(self) -> float:
        """How far the stroke runs."""
        return self.end - self.start

    def is_like(self, other: Stroke) -> bool:
        """Whether two strokes start and end at the same places."""
        return abs(self.start - other.start) < SAME_END and abs(self.end - other.end) < SAME_END


def merged(rules: Iterable[Rule]) -> tuple[list[Stroke], list[Stroke]]:
    """The level and the upright strokes of a page, each sorted by its place."""
    level: list[Stroke] = []
    upright: list[Stroke] = []
    for rule in rules:
        if rule.horizontal:
            level.append(Stroke((rule.top + rule.bottom) / 2, rule.x0, rule.x1))
        else:
            upright.append(Stroke((rule.x0 + rule.x1) / 2, rule.top, rule.bottom))
    return _merge(level), _merge(upright)


def edges_of(page: Page) -> tuple[list[Stroke], list[Stroke]]:
    """Level and upright strokes: the page's rules and the edges of its shading."""
    return with_shading(*merged(page.rules), page.fills)


def with_shading(
    level: Sequence[Stroke], upright: Sequence[Stroke], fills: Iterable[Fill]
) -> tuple[list[Stroke], list[Stroke]]:
    """The strokes with the edges of shaded rectangles: shading parts rows and columns as rules do."""
    heads: list[Stroke] = []
    sides: list[Stroke] = []
    for fill in fills:
        x0, top, x1, bottom = fill.box
        heads += [Stroke(top, x0, x1), Stroke(bottom, x0, x1)]
        sides += [Stroke(x0, top, bottom), Stroke(x1, top, bottom)]
    return sorted([*level, *_merge(heads)]), sorted([*upright, *_merge(sides)])


def _merge(pieces: list[Stroke]) -> list[Stroke]:
    """Pieces on one line joined; what stays too short is left out."""
    whole: list[Stroke] = []
    for band in clustered(sorted(pieces), NEAR):
        whole.extend(_join(sorted(band, key=lambda s: s.start)))
    return sorted(stroke for stroke in whole if stroke.length >= SHORTEST)


def clustered(pieces: list[Stroke], width: float) -> list[list[Stroke]]:
    """Sorted strokes in groups that are not wider than `width`."""
    groups: list[list[Stroke]] = []
    for piece in pieces:
        if groups and piece.at - groups[-1][0].at <= width:
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return groups


def alike(strokes: Iterable[Stroke]) -> list[list[Stroke]]:
    """Strokes in groups of those that start and end at the same places, each in the order given."""
    groups: list[list[Stroke]] = []
    for stroke in strokes:
        group = next((g for g in groups if g[0].is_like(stroke)), None)
        if group is None:
            groups.append([stroke])
        else:
            group.append(stroke)
    return groups


def _join(band: list[Stroke]) -> list[Stroke]:
    """Strokes of one line, by start, with overlapping and touching ones made one."""
    joined: list[tuple[list[Stroke], float]] = []
    for piece in band:
        if joined and piece.start - joined[-1][1] <= GAP:
            held, end = joined[-1]
            held.append(piece)
            joined[-1] = (held, max(end, piece.end))
        else:
            joined.append(([piece], piece.end))
    return [Stroke(_middle(held), held[0].start, end) for held, end in joined]


def _middle(pieces: list[Stroke]) -> float:
    """The place of a line, longer pieces counting more."""
    weight = sum(piece.length for piece in pieces) or 1.0
    return sum(piece.at * piece.length for piece in pieces) / weight if weight else pieces[0].at
