"""The heading of a table without cell walls: columns' names in several lines, with names over groups of columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from extractors.geometry import Word
from extractors.grids.lines import Segment, segment
from extractors.grids.reach import TIGHT, Piece, over_all, reach
from extractors.grids.strokes import Stroke

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


def names_of(parts: Sequence[Piece], extents: Sequence[tuple[float, float]], rules: Sequence[Stroke]) -> list[Name]:
    """The names of a heading, each with its level (0 is the top row)."""
    parts = _as_broad_as_widest(parts, rules)
    names: list[Name] = []
    ends: dict[int, int] = {}
    shared = _repeated_groups(parts)
    spans: list[tuple[Piece, tuple[int, int]]] = []
    for part in sorted(parts, key=lambda p: (p.line, p.first)):
        over = [n for n in names if n.first <= part.first and part.last <= n.last and n.first < n.last]
        group = max(over, key=lambda n: n.level, default=None)
        low, high = (group.first, group.last) if group else (0, len(extents) - 1)
        low = max(low, min(ends.get(part.line, -1) + 1, part.first))  # a name beside it has the columns before
        if id(part) not in shared:
            beside = [shared[id(other)] for other in parts if id(other) in shared and other.line <= part.line]
            low, high = _beside_groups(part, beside, low, high)
        first, last = (
            shared.get(id(part))
            or _rest_of(part, spans, parts, rules)
            or over_all(part, parts, extents, rules)
            or reach(part, parts, extents, rules, low, high)
        )
        ends[part.line] = last
        spans.append((part, (first, last)))
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


def _rest_of(
    part: Piece, spans: Sequence[tuple[Piece, tuple[int, int]]], parts: Sequence[Piece], rules: Sequence[Stroke]
) -> tuple[int, int] | None:
    """The columns of the name that a part goes on with, alone in its line there; None where it begins one."""
    for above, (first, last) in spans:
        beside = any(p.line == part.line and p is not part and p.first <= last and first <= p.last for p in parts)
        if _is_continued(above, part, rules) and not beside:
            return first, last
    return None


def _as_broad_as_widest(parts: Sequence[Piece], rules: Sequence[Stroke]) -> list[Piece]:
    """The parts, those of one name set in the middle of each other over the columns of its widest line."""
    found: list[Piece] = []
    for part in sorted(parts, key=lambda p: p.line):
        above = [i for i, other in enumerate(found) if _is_continued(other, part, rules)]
        first = min([part.first, *(found[i].first for i in above)])
        last = max([part.last, *(found[i].last for i in above)])
        beside = (p for p in parts if p is not part and p.line == part.line)
        if above and not any(p.first <= last and first <= p.last for p in beside):
            for i in above:
                found[i] = replace(found[i], first=first, last=last)
            part = replace(part, first=first, last=last)
        found.append(part)
    return found


def _is_continued(above: Piece, part: Piece, rules: Sequence[Stroke]) -> bool:
    """Whether a part goes on with another: it stands close under it, in its middle, and no rule parts them."""
    over, under = above.segment, part.segment
    near = 0 < under.bottom - over.bottom < TIGHT * under.size and abs(over.middle - under.middle) < 1.0
    return near and not any(
        over.bottom - 3 < r.at < under.top + 3 and r.start < under.x1 and r.end > under.x0 for r in rules
    )


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
