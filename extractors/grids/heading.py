"""The heading of a table without cell walls: columns' names in several lines, with names over groups of columns."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product

from extractors.geometry import Word
from extractors.grids.lines import Segment, segment
from extractors.grids.strokes import Stroke

TIGHT = 1.35
"""Lines of one name follow one another within this many type sizes."""

FLUSH = 1.5
"""A name begins where the first of its columns' names does, within so many points."""


@dataclass(slots=True)
class Name:
    """A heading that covers the columns from `first` to `last`; `words` may come from several lines."""

    first: int
    last: int
    words: list[Word] = field(default_factory=list)
    top: float = 0.0
    bottom: float = 0.0
    level: int = 0

    def add(self, part: Segment) -> None:
        """Take in a part of a line."""
        if not self.words:
            self.top = part.top
        self.words += part.words
        self.bottom = part.bottom


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a heading line with the columns it stands over."""

    segment: Segment
    first: int
    last: int
    line: int


def names_of(parts: Sequence[Piece], extents: Sequence[tuple[float, float]], rules: Sequence[Stroke]) -> list[Name]:
    """The names of a heading, each with its level (0 is the top row)."""
    names: list[Name] = []
    ends: dict[int, int] = {}
    shared = _repeated_groups(parts)
    for part in sorted(parts, key=lambda p: (p.line, p.first)):
        over = [n for n in names if n.first <= part.first and part.last <= n.last and n.first < n.last]
        group = max(over, key=lambda n: n.level, default=None)
        low, high = (group.first, group.last) if group else (0, len(extents) - 1)
        low = max(low, min(ends.get(part.line, -1) + 1, part.first))  # a name beside it has the columns before
        if id(part) not in shared:
            beside = [shared[id(other)] for other in parts if id(other) in shared and other.line <= part.line]
            low, high = _beside_groups(part, beside, low, high)
        first, last = shared.get(id(part)) or _reach(part, parts, extents, rules, low, high)
        ends[part.line] = last
        above = [n for n in names if n.first <= last and first <= n.last]
        nearest = max(above, key=lambda n: n.bottom, default=None)
        if nearest and (nearest.first, nearest.last) == (first, last) and not _ruled(nearest, part.segment, rules):
            nearest.add(part.segment)
            continue
        name = Name(first, last)
        name.add(part.segment)
        name.level = max((n.level + 1 for n in above), default=0)
        names.append(name)
    return names


def _beside_groups(part: Piece, groups: Iterable[tuple[int, int]], low: int, high: int) -> tuple[int, int]:
    """From `low` to `high` what a name beside groups of columns may cover: a column of a group has its own names."""
    for first, last in groups:
        if part.last < first:
            high = min(high, first - 1)
        elif part.first > last:
            low = max(low, last + 1)
    return low, high


def _repeated_groups(parts: Sequence[Piece]) -> dict[int, tuple[int, int]]:
    """The columns of each name over a group whose own names come again under the next: I II III IV, I II III IV."""
    found: dict[int, tuple[int, int]] = {}
    lines = sorted({part.line for part in parts})
    pairs = [(upper, [p for p in parts if p.line == lower]) for upper, lower in combinations(lines, 2)]
    pairs += [(upper, _whole_names([p for p in parts if p.line > upper])) for upper in lines]
    for upper, names in pairs:
        texts = Counter(name.segment.text for name in names)
        under = sorted((name for name in names if texts[name.segment.text] > 1), key=lambda name: name.first)
        spans = _spans_over([p for p in parts if p.line == upper and id(p) not in found], under)
        if not set(spans.values()) & set(found.values()):  # below the group's name stand names of columns
            found |= spans
    return found


def _spans_over(over: Sequence[Piece], under: Sequence[Piece]) -> dict[int, tuple[int, int]]:
    """The columns of each name of a line, where the names under it come again under each of them."""
    over = sorted(over, key=lambda p: p.segment.middle)
    over = [p for p in over if under and under[0].segment.x0 < p.segment.middle < under[-1].segment.x1]
    size = len(under) // len(over) if over else 0
    if size < 2 or len(over) < 2 or not _is_periodic(under, size) or len(under) != size * len(over):
        return {}
    groups = [(under[i * size], under[(i + 1) * size - 1]) for i in range(len(over))]
    pairs = list(zip(over, groups, strict=True))
    amid = all(_is_amid(p, a, b, size) for p, (a, b) in pairs)
    flush = all(abs(p.segment.x0 - a.segment.x0) < FLUSH for p, (a, _) in pairs)
    return {id(p): (a.first, b.last) for p, (a, b) in pairs} if amid or flush else {}


def _whole_names(parts: Sequence[Piece]) -> list[Piece]:
    """The names of single columns, put together where narrow columns break them: 'INST' over 'AGRAM'."""
    columns: dict[int, list[Piece]] = {}
    for part in parts:
        if part.first == part.last:
            columns.setdefault(part.first, []).append(part)
    return [
        Piece(segment([word for part in held for word in part.segment.words]), col, col, held[0].line)
        for col, held in columns.items()
    ]


def _is_amid(part: Piece, first: Piece, last: Piece, size: int) -> bool:
    """Whether a name stands in the middle of a group of `size` columns, by less than four tenths of a column."""
    left, right = first.segment.middle, last.segment.middle
    return abs(part.segment.middle - (left + right) / 2) < 0.4 * (right - left) / (size - 1)


def _is_periodic(under: Sequence[Piece], size: int) -> bool:
    """Whether names stand over one column each, side by side, and come again after `size` of them."""
    columns = [part.first for part in under]
    single = all(part.first == part.last for part in under) and columns == list(range(columns[0], columns[-1] + 1))
    return single and all(part.segment.text == under[i % size].segment.text for i, part in enumerate(under))


def _ruled(name: Name, part: Segment, rules: Sequence[Stroke]) -> bool:
    """Whether a rule parts a name from what stands below it."""
    return any(
        name.bottom - 0.35 * part.size <= rule.at <= part.top + 0.45 * part.size
        and rule.start < part.x1
        and rule.end > part.x0
        for rule in rules
    )


def _reach(
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
    offs = {
        (first, last): abs(part.segment.middle - (extents[first][0] + extents[last][1]) / 2)
        for first, last in _stretches_around(part, below - taken, max(1, lowest), highest)
    }
    own_off = offs.pop(own)
    if alone:
        offs = {wide: off for wide, off in offs.items() if _are_abreast(part, parts, *wide)}
    nearest = min(offs.values(), default=math.inf)
    if nearest < min(own_off + (part.segment.size if alone else 1), 1.5 * part.segment.size) or nearest < own_off - 1:
        return max((wide for wide, off in offs.items() if off < nearest + 1), key=lambda wide: wide[1] - wide[0])
    return own


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
