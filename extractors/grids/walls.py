"""Walls between columns: upright strokes, and the edges of the shaded boxes of a heading."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from extractors.geometry import Box
from extractors.grids.lines import TextLine
from extractors.grids.numbered import NUMBER_HEADING
from extractors.grids.strips import COLUMN_GAP
from extractors.grids.strokes import NEAR, Stroke, clustered
from extractors.values.row_numbers import is_row_number

FEWEST = 2
"""So many rows tell where numbers end."""


def walls_in(box: Box, upright: Sequence[Stroke]) -> list[float]:
    """Places of upright strokes that stand over a good part of a region's height."""
    left, top, right, bottom = box
    inside = [s for s in upright if left + 4 < s.at < right - 4 and s.end > top and s.start < bottom]
    walls = []
    for group in clustered(inside, NEAR):
        covered = sum(min(s.end, bottom) - max(s.start, top) for s in group)
        if covered > 0.25 * (bottom - top):
            walls.append(sum(s.at for s in group) / len(group))
    return walls


def walls_of_heading(upright: Sequence[Stroke], heading: Sequence[TextLine], lines: Sequence[TextLine]) -> list[float]:
    """Places of upright strokes beside the names of a heading, as the edges of shaded boxes; no word crosses them."""
    if not heading:
        return []
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    last = heading[-1]
    beside = [s for s in upright if s.start < last.top + NEAR and s.end > last.base - NEAR]
    places = [median(s.at for s in group) for group in clustered(beside, NEAR)]
    words = [word for line in lines for word in line.words]
    inner = [x for x in places if left + 4 < x < right - 4]
    return [x for x in inner if not any(word.x0 + 1 < x < word.x1 - 1 for word in words)]


def walls_after_numbers(heading: Sequence[TextLine], body: Sequence[TextLine]) -> list[float]:
    """The place between rows' numbers, whose column has a name, and texts that begin at one place close behind them."""
    pairs = [line.words[:2] for line in body if len(line.words) > 1 and is_row_number(line.words[0].text)]
    close = [(number, after) for number, after in pairs if after.x0 - number.x1 < COLUMN_GAP * number.size]
    if len(close) < FEWEST or len(close) * 2 < len(pairs):
        return []
    start, end = median(after.x0 for _, after in close), max(number.x1 for number, _ in pairs)
    flush = all(abs(after.x0 - start) < NEAR for _, after in close)
    over = [line.words[0].text for line in heading if line.words[0].x0 < end]
    named = any(map(NUMBER_HEADING.fullmatch, (*over, "".join(over))))  # 'Nomo' and 'r'
    return [(start + end) / 2] if named and flush and end < start else []


def with_walls(separators: Sequence[tuple[float, float]], walls: Sequence[float]) -> list[tuple[float, float]]:
    """The separators, with one for each wall that has none."""
    missing = [(x - 0.5, x + 0.5) for x in walls if not any(a - 2 <= x <= b + 2 for a, b in separators)]
    return sorted([*separators, *missing])
