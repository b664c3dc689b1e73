"""Columns out of alignment: where gaps between the parts of many lines stand one over another."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.grids.lines import Segment, TextLine

COLUMN_GAP = 0.7
"""Blank of this many type sizes may part two columns."""
CROSSED = 0.18
"""A separator may be crossed by this part of the lines that it parts."""


def find_separators(body: Sequence[TextLine], heading: Sequence[TextLine]) -> list[tuple[float, float]]:
    """The blank strips between columns, from the left; a heading counts half and makes no column of its own."""
    weighted = [(line, float(len(line.segments) - 1)) for line in body] + [
        (line, (len(line.segments) - 1) / 2) for line in heading
    ]
    weighted = [(line, weight) for line, weight in weighted if weight > 0]
    if not weighted:
        return []
    left = int(min(line.x0 for line, _ in weighted))
    width = int(max(line.x1 for line, _ in weighted)) - left + 2
    gaps, ink = [0.0] * width, [0.0] * width
    for line, weight in weighted:
        for part in line.segments:
            _add(ink, part.x0 - left, part.x1 - left, weight)
        end = line.segments[0].x1
        for part in line.segments[1:]:
            _add(gaps, end - left, part.x0 - left, weight)
            end = max(end, part.x1)
    needed = _needed([weight for _, weight in weighted])
    strips = _strips(gaps, ink, needed, left)
    return _with_sparse_columns(strips, body)


def _needed(weights: list[float]) -> float:
    """How much weight a separator must have: two rows, or a twelfth of them all."""
    heaviest = sorted(weights, reverse=True)
    return max(sum(heaviest[:2]) * 0.3, sum(weights) / 12)


def _add(bins: list[float], start: float, end: float, weight: float) -> None:
    for i in range(max(0, round(start)), min(len(bins), round(end))):
        bins[i] += weight


def _strips(gaps: list[float], ink: list[float], needed: float, left: int) -> list[tuple[float, float]]:
    """Stretches of points at which lines are blank between two parts, and (almost) none has ink."""
    strips: list[tuple[float, float]] = []
    start = None
    for i in range(len(gaps) + 1):
        blank = i < len(gaps) and gaps[i] >= needed and ink[i] <= CROSSED * gaps[i]
        if blank and start is None:
            start = i
        elif not blank and start is not None:
            if i - start >= 2:
                strips.append((left + start, left + i))
            start = None
    return strips


def _with_sparse_columns(strips: list[tuple[float, float]], body: Sequence[TextLine]) -> list[tuple[float, float]]:
    """The strips, cut where parts of lines stand inside one: a column that few rows fill."""
    cut: list[tuple[float, float]] = []
    parts = [part for line in body if len(line.segments) > 1 for part in line.segments]
    for start, end in strips:
        inside = sorted((p for p in parts if p.x0 > start - 1 and p.x1 < end + 1), key=lambda p: p.x0)
        for left, right in _clusters(inside):
            if left - start >= 2 and end - right >= 2:
                cut.append((start, left))
                start = right
        cut.append((start, end))
    return cut


def _clusters(parts: Sequence[Segment]) -> list[tuple[float, float]]:
    """Extents of parts that overlap from left to right."""
    clusters: list[tuple[float, float]] = []
    for part in parts:
        if clusters and part.x0 <= clusters[-1][1]:
            clusters[-1] = (clusters[-1][0], max(clusters[-1][1], part.x1))
        else:
            clusters.append((part.x0, part.x1))
    return clusters
