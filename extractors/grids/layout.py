"""The lines of a region put into columns, rows and a heading."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from extractors.geometry import Word
from extractors.grids.columns import COLUMN_GAP
from extractors.grids.dense import is_dense
from extractors.grids.heading import Name, Part, names_of
from extractors.grids.lines import Segment, TextLine, segment, size_of
from extractors.grids.numbered import is_numbered_row
from extractors.grids.row import Row
from extractors.grids.rows import group_rows, has_digit, is_keyed, is_value
from extractors.grids.strokes import NEAR, Stroke

MARGIN = 12.0
"""A rule that leaves out no more than this many points at either side parts rows of the whole table."""


FLUSH = 0.6
"""Texts that begin within so many points are set flush."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A cell in the making: its words and its place, rows counted from the top."""

    row: int
    col: int
    words: tuple[Word, ...]
    rowspan: int = 1
    colspan: int = 1


class Layout:
    """The lines of a region put into columns."""

    def __init__(
        self,
        separators: Sequence[tuple[float, float]],
        lines: Sequence[TextLine],
        count: int,
        left: float,
        right: float,
        space: float,
        walls: Sequence[float] = (),
    ) -> None:
        """For `lines`, the first `count` of which are the heading; `space` is the usual blank between words."""
        self.space = space
        self.walls = walls
        self.separators = separators
        self.edges = [left - 1, *((a + b) / 2 for a, b in separators), right + 1]
        self.flush = _flush_starts(lines[count:], separators)
        self.heading = lines[:count]
        self.body = [Row(line, self._parts_by_column(line)) for line in lines[count:]]
        self.extents = [self._extent(col) for col in range(len(self.edges) - 1)]

    def drafts(self, rules: Sequence[Stroke], full: Sequence[float]) -> tuple[list[Draft], int, list[float]]:
        """The cells, the number of heading rows, and the top of each row."""
        names = self._names(rules)
        depth = max((name.level + 1 for name in names), default=0)
        drafts = [self._name_draft(name, names, depth) for name in names]
        tops = [min((n.top for n in names if n.level == level), default=0.0) for level in range(depth)]
        start = self.body[0].line.base if self.body else 0.0
        floors = [y for y in full if y > start]
        partial = self._partial([r for r in rules if r.at > start], floors)
        if partial and is_dense(self.body, sorted([*floors, *partial])):
            body, body_tops = self._merged_rows(depth, floors, partial)
            return [*drafts, *body], depth, [*tops, *body_tops]
        groups = group_rows(self.body, floors, self.edges[1] - self.edges[0], is_dense(self.body, floors))
        for number, group in enumerate(groups, depth):
            tops.append(min(self.body[i].line.top for i in group))
            drafts += self._row_drafts(number, [self.body[i] for i in group])
        return drafts, depth, tops

    def _partial(self, rules: Sequence[Stroke], floors: Sequence[float]) -> dict[float, set[int]]:
        """Rules under some of the columns only, with those columns: the other columns' cells go on below them."""
        found: dict[float, set[int]] = {}
        for rule in rules:
            if any(abs(rule.at - y) < NEAR for y in floors):
                continue
            columns = {
                col
                for col, (a, b) in enumerate(pairwise(self.edges))
                if min(b, rule.end) - max(a, rule.start) > 0.6 * (b - a)
            }
            if columns:
                at = next((y for y in found if abs(y - rule.at) < NEAR), rule.at)
                found.setdefault(at, set()).update(columns)
        return found

    def _merged_rows(
        self, first: int, floors: Sequence[float], partial: dict[float, set[int]]
    ) -> tuple[list[Draft], list[float]]:
        """Rows parted by rules, some of which run under a part of the columns: the others are merged cells."""
        cuts = sorted([*floors, *partial])
        bands: list[dict[int, list[Word]]] = [{} for _ in range(len(cuts) + 1)]
        for row in self.body:
            for col, part in row.parts.items():
                bands[bisect_right(cuts, row.line.base)].setdefault(col, []).extend(part.words)
        drafts = []
        for col in range(len(self.edges) - 1):
            begin = 0
            for band in range(1, len(bands) + 1):
                if band == len(bands) or cuts[band - 1] not in partial or col in partial[cuts[band - 1]]:
                    words = [word for held in bands[begin:band] for word in held.get(col, ())]
                    drafts.append(Draft(first + begin, col, tuple(words), band - begin))
                    begin = band
        tops = [self.body[0].line.top if self.body else 0.0, *cuts]
        return drafts, tops

    def is_convincing(self) -> bool:
        """Whether columns hold values, or texts that begin, end or are centred at one place: loose prose does not."""
        if self.body and is_numbered_row(self.heading, self.body[0].line):
            return True
        parted = sum(len(row.parts) > 1 for row in self.body)
        numbered = is_keyed(self.body) and sum(len(row.parts) > 2 for row in self.body) > 2
        if parted < 2 or (parted * 4 < len(self.body) and not numbered):
            return False
        shares = []
        for col in range(1, len(self.edges) - 1):
            parts = [row.parts[col] for row in self.body if col in row.parts and len(row.parts) > 1]
            if len(parts) > 1:
                places = [[p.x0 for p in parts], [p.middle for p in parts]]
                if col < len(self.edges) - 2:  # the last column of justified prose ends at one place too
                    places.append([p.x1 for p in parts])
                values = sum(has_digit(p.text) for p in parts) / len(parts)
                shares.append(max(values, *map(_share_at_one_place, places)))
        needed = 0.6 if parted > 2 else 0.9
        return bool(shares) and sum(shares) > needed * len(shares)

    def column(self, x: float) -> int:
        """The column in which a place lies."""
        return min(max(bisect_right(self.edges, x) - 1, 0), len(self.edges) - 2)

    def _extent(self, col: int) -> tuple[float, float]:
        """From where to where the body's parts of a column reach."""
        parts = [row.parts[col] for row in self.body if col in row.parts and len(row.parts) > 1]
        if not parts:
            return (self.edges[col], self.edges[col + 1])
        return (min(p.x0 for p in parts), max(p.x1 for p in parts))

    def _split(self, line: TextLine) -> list[Segment]:
        """The line's parts, cut where a separator lies in a gap that is no mere space between words."""
        words = line.words
        parts = [[words[0]]]
        for before, word in pairwise(words):
            if self._parted(before, word):
                parts.append([word])
            else:
                parts[-1].append(word)
        return [segment(part) for part in parts]

    def _parted(self, before: Word, word: Word) -> bool:
        gap = word.x0 - before.x1
        size = max(size_of(before), size_of(word))
        if any(before.x1 - 1 < wall < word.x0 + 1 for wall in self.walls):
            return True
        if any(abs(word.x0 - x) < FLUSH and before.x0 < x - size and gap > FLUSH for x in self.flush):
            return True
        if gap > max(COLUMN_GAP, 1.5 * self.space) * size:
            crossed = any(min(word.x0, b) - max(before.x1, a) > min(2.0, 0.5 * (b - a)) for a, b in self.separators)
            return crossed or gap > max(2, 4 * self.space) * size
        if is_value(before.text) and is_value(word.text):
            one, other = (before.x0 + before.x1) / 2, (word.x0 + word.x1) / 2
            return any(one < (a + b) / 2 < other for a, b in self.separators)
        return gap > max(0.45, 1.3 * self.space) * size and any(
            before.x1 - 1 <= (a + b) / 2 <= word.x0 + 1 for a, b in self.separators
        )

    def _parts_by_column(self, line: TextLine) -> dict[int, Segment]:
        """The line's parts by the column in which most of each lies; two in one column are one."""
        found: dict[int, list[Word]] = {}
        for part in self._split(line):
            found.setdefault(self._best_column(part), []).extend(part.words)
        return {col: segment(words) for col, words in found.items()}

    def _best_column(self, part: Segment) -> int:
        """The column that holds most of a part."""
        first, last = self.column(part.x0), self.column(part.x1)
        return max(range(first, last + 1), key=lambda c: self._shared(part, c))

    def _shared(self, part: Segment, col: int) -> float:
        return min(part.x1, self.edges[col + 1]) - max(part.x0, self.edges[col])

    def _names(self, rules: Sequence[Stroke]) -> list[Name]:
        """The heading's names with the columns that they cover; as many in one line as there are columns name each."""
        parts = []
        single = self._split(self.heading[0]) if len(self.heading) == 1 else []
        if len(single) == len(self.extents):
            return names_of([Part(part, col, col, 0) for col, part in enumerate(single)], self.extents, rules)
        for number, line in enumerate(self.heading):
            for whole in self._split(line):
                for part in self._names_apart(whole, rules):
                    first, last = self._columns_under(part)
                    parts.append(Part(part, first, last, number))
        return names_of(parts, self.extents, rules)

    def _names_apart(self, part: Segment, rules: Sequence[Stroke]) -> list[Segment]:
        """Names that stand close, each over its own column, parted; a name over a rule of its own stays whole."""
        underlined = any(
            part.bottom - 0.4 * part.size < r.at < part.bottom + part.size
            and r.start < part.x0 + 2
            and r.end > part.x1 - 2
            for r in rules
            if r.start > self.edges[1] - MARGIN or r.end < self.edges[-1] - MARGIN
        )
        if len(part.words) == 1 or underlined:
            return [part]
        parts = [[part.words[0]]]
        for before, word in pairwise(part.words):
            if self._stand_apart(before, word):
                parts.append([word])
            else:
                parts[-1].append(word)
        pieces = [segment(words) for words in parts]
        return pieces if all(self._sits_well(piece) for piece in pieces) else [part]

    def _stand_apart(self, before: Word, word: Word) -> bool:
        """Whether two words are over different columns with more than a space between them."""
        size = max(size_of(before), size_of(word))
        one, other = (before.x0 + before.x1) / 2, (word.x0 + word.x1) / 2
        return word.x0 - before.x1 > 1.1 * self.space * size and self.column(one) != self.column(other)

    def _sits_well(self, piece: Segment) -> bool:
        """Whether a piece of a heading is in the middle of one column, or has an end where its values have."""
        col = self.column(piece.middle)
        x0, x1 = self.extents[col]
        offs = (piece.x0 - x0, piece.x1 - x1, piece.middle - (x0 + x1) / 2)
        return min(map(abs, offs)) < piece.size

    def _columns_under(self, part: Segment) -> tuple[int, int]:
        """The columns over which a heading's part stands."""
        covered = [
            col
            for col, (a, b) in enumerate(self.extents)
            if min(part.x1, b) - max(part.x0, a) > 0.5 * min(part.x1 - part.x0, max(b - a, 1))
        ]
        if not covered:
            best = self._best_column(part)
            return best, best
        return covered[0], covered[-1]

    def _name_draft(self, name: Name, names: Sequence[Name], depth: int) -> Draft:
        """A name as a cell that reaches down to the next name below it."""
        below = [n.level for n in names if n.level > name.level and n.first <= name.last and name.first <= n.last]
        end = min(below, default=depth)
        return Draft(name.level, name.first, tuple(name.words), end - name.level, name.last - name.first + 1)

    def _row_drafts(self, number: int, rows: Sequence[Row]) -> list[Draft]:
        """The cells of one row; a line of one part that is centred over the values covers their columns."""
        words: dict[int, list[Word]] = {}
        for row in rows:
            for col, part in row.parts.items():
                words.setdefault(col, []).extend(part.words)
        if len(words) == 1 and len(rows) == 1:
            (col, held), last = next(iter(words.items())), len(self.edges) - 2
            part = rows[0].parts[col]
            middle = (self.extents[min(1, last)][0] + self.extents[last][1]) / 2
            centred = abs(part.middle - middle) < 2 * part.size and not self._begins_as_others(part, col)
            if col and last > 1 and centred:
                return [Draft(number, 1, tuple(held), 1, last)]
        return [Draft(number, col, tuple(held)) for col, held in sorted(words.items())]

    def _begins_as_others(self, part: Segment, col: int) -> bool:
        """Whether a part begins where most other parts of its column do: the rest of a row, no title."""
        others = [row.parts[col].x0 for row in self.body if col in row.parts and len(row.parts) > 1]
        return sum(abs(x0 - part.x0) < 2.0 for x0 in others) * 2 > max(len(others), 1)


def _flush_starts(body: Sequence[TextLine], separators: Sequence[tuple[float, float]]) -> list[float]:
    """Where the texts of columns begin, in which most begin at one place: a longer text before it may touch them."""
    parts = [part for line in body if len(line.segments) > 1 for part in line.segments[1:]]
    found = []
    for (_, start), (end, _) in pairwise([*separators, (inf, inf)]):
        places = sorted(part.x0 for part in parts if start - 2 < part.x0 < end)
        middle = places[len(places) // 2] if places else inf
        if sum(abs(x - middle) < FLUSH for x in places) >= max(4, 0.8 * len(places)):
            found.append(middle)
    return found


def _share_at_one_place(places: Sequence[float]) -> float:
    """The largest part of some places that lie within two points."""
    ordered = sorted(places)
    return max(bisect_right(ordered, place + 2.0) - i for i, place in enumerate(ordered)) / len(ordered)
