"""Walls where rules end: a table of level rules and cells merged over rows shows so where its columns are.

Between the rows of a merged cell nothing is drawn, so the rules beside it stop at its edges. Where all shorter rules
of a table stop at the same few places, the columns end there.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import fmean

from extractors.geometry import Word, size_of
from extractors.grids.ladders import rungs_of
from extractors.grids.lines import TextLine, baselines
from extractors.grids.strokes import NEAR, Stroke, clustered

SAME = 4.0
"""Points by which ends at one edge differ."""
FEWEST = 3
"""So many shorter rules, or ends of rules at one place, tell columns."""
BLANK, FEW = 1.2, 0.2
"""Type sizes of blank that part two columns, and the share of lines that may have such a blank within a column."""
OVER = 1.5
"""Points by which a word may stand over the edge of its column."""


def walls_at_ends(level: Sequence[Stroke], upright: Sequence[Stroke], words: Sequence[Word]) -> list[Stroke]:
    """Upright strokes for the columns of each table that is drawn by level rules of full and of shorter length."""
    walls: list[Stroke] = []
    tables = [_closed(rungs, level) for rungs in rungs_of(level, 2)]
    for rungs in tables:
        left, right = rungs[0].start, rungs[0].end
        shorter = [s for s in level if s not in rungs and _is_within(s, rungs)]
        places = _places(shorter, left, right)
        drawn = any(
            left + SAME < u.at < right - SAME and u.end > rungs[0].at and u.start < rungs[-1].at for u in upright
        )
        if drawn or not places or len(shorter) < FEWEST or any(_is_part_of(rungs, other) for other in tables):
            continue
        for top, bottom in _tables(rungs, shorter, places, words):
            inside = _between(words, top, bottom)
            if not _are_all(inside, [left, *places, right]):
                continue
            top, bottom = _opened(top, bottom, [left, *places, right], words)
            walls += [Stroke(x, top, bottom) for x in (left, *places, right)]
    return walls


def walls_at_partial_rules(rules: Sequence[Stroke], full: Sequence[float], lines: Sequence[TextLine]) -> list[float]:
    """Where rules under some columns begin or end beside a cell merged over rows, and no word stands across.

    `full` are the heights of the rules under all columns: they tell nothing.
    """
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    partial = [rule for rule in rules if not any(abs(rule.at - y) < NEAR for y in full)]
    found = [fmean(group) for group in _ends(partial, left, right) if len(group) >= FEWEST]
    return [x for x in found if not any(_crosses(word, x) for line in lines for word in line.words)]


def _are_all(words: Sequence[Word], edges: Sequence[float]) -> bool:
    """Whether these are all columns: hardly a line has a wide blank within one."""
    lines = baselines(words)
    blanks = [[(a.x1, b.x0) for a, b in pairwise(line) if b.x0 - a.x1 > BLANK * size_of(a)] for line in lines]
    odd = sum(any(not any(a < x < b for x in edges) for a, b in blank) for blank in blanks)
    return odd < FEW * len(lines)


def _opened(top: float, bottom: float, edges: Sequence[float], words: Sequence[Word]) -> tuple[float, float]:
    """The ends of a table, further out where a page break cut it: all that is left of the page is in its columns."""
    above, below = _between(words, 0.0, top), _between(words, bottom, float("inf"))
    if above and _go_on(above, edges) and top - max(w.bottom for w in above) < size_of(above[0]):
        top = min(w.top for w in above) - 1
    if below and _go_on(below, edges) and min(w.top for w in below) - bottom < size_of(below[0]):
        bottom = max(w.bottom for w in below) + 1
    return top, bottom


def _go_on(words: Sequence[Word], edges: Sequence[float]) -> bool:
    """Whether words stand in the columns, line close below line."""
    lines = baselines(words)
    apart = any(min(w.top for w in b) - max(w.bottom for w in a) > size_of(b[0]) for a, b in pairwise(lines))
    within = all(edges[0] < w.x0 and w.x1 < edges[-1] for w in words)
    return within and not apart and not any(_crosses(w, x) for w in words for x in edges)


def _between(words: Sequence[Word], top: float, bottom: float) -> list[Word]:
    return [w for w in words if top < (w.top + w.bottom) / 2 < bottom]


def _crosses(word: Word, x: float) -> bool:
    return word.x0 < x - OVER and word.x1 > x + OVER


def _is_within(stroke: Stroke, rungs: Sequence[Stroke]) -> bool:
    """Whether a rule runs between others, and not beyond their ends."""
    return _is_beside(stroke, rungs) and rungs[0].at <= stroke.at <= rungs[-1].at


def _is_beside(stroke: Stroke, rungs: Sequence[Stroke]) -> bool:
    """Whether a rule runs between the sides of others."""
    return rungs[0].start - SAME < stroke.start and stroke.end < rungs[0].end + SAME


def _closed(rungs: list[Stroke], level: Sequence[Stroke]) -> list[Stroke]:
    """The full rules of a table; where a page break cuts it within a merged cell, the outermost shorter rule as one."""
    full = [Stroke(s.at, rungs[0].start, rungs[0].end) for s in level if _is_beside(s, rungs)]
    above = [s for s in full if s.at < rungs[0].at - NEAR]
    below = [s for s in full if s.at > rungs[-1].at + NEAR]
    return [*above[:1], *rungs, *below[-1:]]


def _is_part_of(rungs: Sequence[Stroke], table: Sequence[Stroke]) -> bool:
    """Whether rules are themselves the shorter ones of a wider table."""
    longer = table[0].start < rungs[0].start - SAME or table[0].end > rungs[0].end + SAME
    among = table[0].at < rungs[-1].at and rungs[0].at < table[-1].at
    return longer and among and table[0].start < rungs[0].end and table[0].end > rungs[0].start


def _places(shorter: Sequence[Stroke], left: float, right: float) -> list[float]:
    """Where the shorter rules end between the sides of the table; none where an end stands alone."""
    groups = _ends(shorter, left, right)
    return [fmean(group) for group in groups] if all(len(group) > 1 for group in groups) else []


def _ends(rules: Sequence[Stroke], left: float, right: float) -> list[list[float]]:
    """Where rules begin or end between two sides, what is at one place together."""
    ends = sorted(x for s in rules for x in (s.start, s.end) if left + SAME < x < right - SAME)
    return [[s.at for s in group] for group in clustered([Stroke(x, 0, 0) for x in ends], SAME)]


def _tables(
    rungs: Sequence[Stroke], shorter: Sequence[Stroke], places: Sequence[float], words: Sequence[Word]
) -> list[tuple[float, float]]:
    """From where to where bands between full rules hold words in these columns, one with shorter rules among them."""
    found: list[tuple[float, float]] = []
    start, held = rungs[0].at, False
    for above, below in pairwise(rungs):
        inside = [w for w in _between(words, above.at, below.at) if above.start < w.x0 and w.x1 < above.end]
        if inside and not any(_crosses(w, x) for w in inside for x in places):
            held = held or any(above.at < s.at < below.at for s in shorter)
            continue
        if held:
            found.append((start, above.at))
        start, held = below.at, False
    return [*found, (start, rungs[-1].at)] if held else found
