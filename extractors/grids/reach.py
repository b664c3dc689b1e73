"""The columns that a name in a heading stands over: by the rule below it, or those that it is in the middle of."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from extractors.grids.lines import Segment
from extractors.grids.strokes import Stroke

TIGHT = 1.35
"""Lines of one name follow one another within this many type sizes."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a heading line with the columns it stands over."""

    segment: Segment
    first: int
    last: int
    line: int


def over_all(
    part: Piece, parts: Sequence[Piece], extents: Sequence[tuple[float, float]], rules: Sequence[Stroke]
) -> tuple[int, int] | None:
    """All columns, where a part of the first line stands alone in it, amid the table, over a rule of its width."""
    left, right = extents[0][0], extents[-1][1]
    under = _rule_below(part, parts, rules)
    alone = all(p is part or p.line > part.line for p in parts)
    amid = abs(part.segment.middle - (left + right) / 2) < part.segment.size
    if under is None or not alone or not amid or under.start > left + 1 or under.end < right - 1:
        return None
    return 0, len(extents) - 1


def reach(
    part: Piece,
    parts: Sequence[Piece],
    extents: Sequence[tuple[float, float]],
    rules: Sequence[Stroke],
    low: int,
    high: int,
) -> tuple[int, int]:
    """The columns that a part names: those over the rule below it, or those that it is centred over."""
    under = _rule_below(part, parts, rules)
    if under is not None:
        covered = [
            i for i, (a, b) in enumerate(extents) if min(b, under.end) - max(a, under.start) > 0.5 * max(b - a, 1)
        ]
        whole = len(covered) == len(extents)
        covered = [i for i in covered if low <= i <= high]
        if len(covered) > 1 and not whole and covered[0] <= part.last and part.first <= covered[-1]:
            beside = [p for p in parts if p is not part and p.line == part.line]
            if not any(under.start < p.segment.middle < under.end for p in beside):
                return covered[0], covered[-1]
            low, high = max(low, covered[0]), min(high, covered[-1])
    return _centred(part, parts, extents, low, high)


def _rule_below(part: Piece, parts: Sequence[Piece], rules: Sequence[Stroke]) -> Stroke | None:
    """The first rule under a part, where no other part of the heading comes before it."""
    segment = part.segment
    candidates = [
        r for r in rules if r.at > segment.bottom - 0.4 * segment.size and r.start < segment.x1 and r.end > segment.x0
    ]
    rule = min(candidates, key=lambda r: r.at, default=None)
    if rule is None:
        return None
    between = [
        p
        for p in parts
        if p.line > part.line
        and p.segment.middle > rule.start
        and p.segment.middle < rule.end
        and p.segment.bottom - 0.4 * p.segment.size < rule.at
    ]
    same = all(p.segment.x0 < segment.x1 and p.segment.x1 > segment.x0 for p in between)
    return rule if same else None


def _centred(
    part: Piece, parts: Sequence[Piece], extents: Sequence[tuple[float, float]], lowest: int, highest: int
) -> tuple[int, int]:
    """The columns around a part, free in its line and named below, whose middle is nearest to the part's."""
    beside = [p for p in parts if p is not part and _is_beside(p, part)]
    below = {c for p in parts if p.line > part.line and p not in beside for c in range(p.first, p.last + 1)}
    own = (part.first, part.last)
    alone = part.first == part.last and _is_aligned(part, extents[part.first])
    if not below or part.first == 0 or (alone and not _heads_another(part, parts)):
        return own
    taken = {c for p in beside for c in range(p.first, p.last + 1)}
    named = {p.first: p.segment for p in parts if p.line > part.line and p not in beside and p.first == p.last}
    offs = {
        (first, last): min(
            abs(part.segment.middle - (left + right) / 2) for left, right in _ends(first, last, extents, named)
        )
        for first, last in _stretches_around(part, below - taken, max(1, lowest), highest)
    }
    own_off = offs.pop(own)
    if alone:
        offs = {wide: off for wide, off in offs.items() if _are_abreast(part, parts, *wide)}
    nearest = min(offs.values(), default=math.inf)
    if nearest < min(own_off + (part.segment.size if alone else 1), 1.5 * part.segment.size) or nearest < own_off - 1:
        return max((wide for wide, off in offs.items() if off < nearest + 1), key=lambda wide: wide[1] - wide[0])
    return own


def _ends(
    first: int, last: int, extents: Sequence[tuple[float, float]], named: Mapping[int, Segment]
) -> list[tuple[float, float]]:
    """From where to where columns reach: their values, and their own names where those are wider apart."""
    ends = [(extents[first][0], extents[last][1])]
    if first < last and first in named and last in named:
        ends.append((named[first].x0, named[last].x1))
    return ends


def _stretches_around(part: Piece, free: Collection[int], lowest: int, highest: int) -> Iterator[tuple[int, int]]:
    """First and last column of each stretch of free columns around a part."""
    low, high = part.first, part.last
    while low - 1 >= lowest and low - 1 in free:
        low -= 1
    while high + 1 <= highest and high + 1 in free:
        high += 1
    return product(range(low, part.first + 1), range(part.last, high + 1))


def _is_beside(other: Piece, part: Piece) -> bool:
    """Whether a part stands level with another, or half a line off as names of one and of two lines do."""
    return abs(other.segment.bottom - part.segment.bottom) < 0.8 * part.segment.size


def _are_abreast(part: Piece, parts: Sequence[Piece], first: int, last: int) -> bool:
    """Whether the next names below a part stand in one line over these columns, and farther off than its own rest."""
    below = [p for p in parts if p.line > part.line and p.first <= last and first <= p.last]
    heads = [min((p for p in below if p.first <= c <= p.last), key=lambda p: p.line) for c in range(first, last + 1)]
    apart = min(head.segment.top for head in heads) - part.segment.top > TIGHT * part.segment.size
    return apart and len({head.line for head in heads}) == 1


def _is_aligned(part: Piece, extent: tuple[float, float]) -> bool:
    """Whether a part has the left end, the middle or the right end of a column's values."""
    x0, x1 = part.segment.x0, part.segment.x1
    offs = (x0 - extent[0], x1 - extent[1], (x0 + x1 - extent[0] - extent[1]) / 2)
    return min(map(abs, offs)) < 0.6 * part.segment.size


def _heads_another(part: Piece, parts: Sequence[Piece]) -> bool:
    """Whether what stands below a part begins a name of its own: a capital or a figure, not the rest of a phrase."""
    under = [p for p in parts if p.line > part.line and p.first <= part.first <= p.last]
    nearest = min(under, key=lambda p: p.line, default=None)
    return nearest is not None and (nearest.segment.text[0].isupper() or nearest.segment.text[0].isdigit())
