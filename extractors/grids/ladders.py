"""Ladders: rules of one width that stand over one another, with rows between them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from extractors.grids.kinds import is_rest, is_row
from extractors.grids.lines import TextLine, text_line
from extractors.grids.strokes import Stroke


def find_ladders(lines: Sequence[TextLine], level: Sequence[Stroke], gap: float) -> list[list[TextLine]]:
    """Lines between rules of one width that stand over one another, where most of them are rows."""
    ladders: list[list[TextLine]] = []
    taken: set[int] = set()
    for rungs in sorted(_rungs(level), key=lambda group: -group[0].length):
        inside = _between(lines, rungs, gap, taken)
        bands = [[line for line in inside if top < line.base < bottom] for top, bottom in pairwise(s.at for s in rungs)]
        for first, last in _stretches(bands):
            end = _lowest(level, rungs, rungs[last], inside) if last == len(rungs) - 1 else rungs[last]
            held = [line for line in inside if rungs[first].at < line.base < end.at]
            ladders.append(_extended(held, inside, rungs[first], end))
            taken |= {id(word) for line in ladders[-1] for word in line.words}
    return ladders


def _rungs(level: Sequence[Stroke]) -> list[list[Stroke]]:
    """Rules that start and end at the same places, from the top."""
    groups: list[list[Stroke]] = []
    for stroke in level:
        group = next((g for g in groups if abs(g[0].start - stroke.start) < 4 and abs(g[0].end - stroke.end) < 4), None)
        if group is None:
            groups.append([stroke])
        else:
            group.append(stroke)
    found = [group for group in groups if len(group) > 2 and group[0].length > 100]
    return [_with_wider(group, level) for group in found]


def _with_wider(group: list[Stroke], level: Sequence[Stroke]) -> list[Stroke]:
    """Rules with the wider ones among them that share an end, and the one under them.

    Where cells are merged over rows at the side of a table, only the rules between such cells run over its whole width.
    """
    first, last = group[0], group[-1]
    step = max(below.at - above.at for above, below in pairwise(group))
    wider = [
        stroke
        for stroke in level
        if stroke.length > first.length + 8
        and (abs(stroke.start - first.start) < 4 or abs(stroke.end - first.end) < 4)
        and first.at < stroke.at < last.at + step
    ]
    among = any(stroke.at < last.at for stroke in wider)
    return sorted([*group, *wider]) if among else group


def _between(lines: Sequence[TextLine], rungs: Sequence[Stroke], gap: float, taken: set[int]) -> list[TextLine]:
    """The lines, cut down to what stands between the ends of the rules and is not taken."""
    left, right = min(s.start for s in rungs) - 3, max(s.end for s in rungs) + 3
    cut = ([w for w in line.words if left <= (w.x0 + w.x1) / 2 <= right and id(w) not in taken] for line in lines)
    return [text_line(words, gap) for words in cut if words]


def _stretches(bands: Sequence[Sequence[TextLine]]) -> list[tuple[int, int]]:
    """Ranges of bands in which rows stand: at least two with rows, none of prose, empty ones only inside."""
    found: list[tuple[int, int]] = []
    start = None
    for index in range(len(bands) + 1):
        good = index < len(bands) and _is_band(bands[index])
        if good and start is None:
            start = index
        elif not good and start is not None:
            with_rows = [i for i in range(start, index) if any(len(line.segments) > 1 for line in bands[i])]
            filled = [i for i in range(start, index) if bands[i]]
            if len(with_rows) > 1:
                found.append((filled[0], filled[-1] + 1))
            start = None
    return found


def _is_band(lines: Sequence[TextLine]) -> bool:
    """Whether the lines between two rules can be rows of a table, or one row, or one line over all columns."""
    if len(lines) < 2:
        return True
    rows = [line for line in lines if is_row(line)]
    if len(lines) <= 8:
        return bool(rows) or len(lines[0].segments) > 1
    return (len(rows) + sum(is_rest(line, rows[:8]) for line in lines)) * 2 >= len(lines)


def _lowest(level: Sequence[Stroke], rungs: Sequence[Stroke], last: Stroke, lines: Sequence[TextLine]) -> Stroke:
    """The lowest of the rules below the last one that run along a side of the table, with rows between them.

    They are shorter where cells are merged over the rows that they part.
    """
    left, right = min(s.start for s in rungs), max(s.end for s in rungs)
    for stroke in level:
        inside = left - 4 < stroke.start and stroke.end < right + 4
        at_side = abs(stroke.start - left) < 4 or abs(stroke.end - right) < 4
        if stroke.at > last.at and inside and at_side:
            band = [line for line in lines if last.at < line.base < stroke.at]
            if not band or not _is_band(band) or len(band[0].segments) < 2:
                break
            last = stroke
    return last


def _extended(held: list[TextLine], lines: Sequence[TextLine], first: Stroke, last: Stroke) -> list[TextLine]:
    """The lines of a ladder with rows over its first rule and under its last, where a page break cut it open."""
    above = [line for line in lines if line.base < first.at]
    below = [line for line in lines if line.base > last.at]
    size = median(line.size for line in held)
    edge = first.at
    for line in reversed(above):
        if edge - line.bottom > size or not (is_row(line) or is_rest(line, held[:8])):
            break
        held = [line, *held]
        edge = line.top
    edge = last.at
    for line in below:
        if line.top - edge > size or not (is_row(line) or is_rest(line, held[-8:])):
            break
        held = [*held, line]
        edge = line.bottom
    return held
