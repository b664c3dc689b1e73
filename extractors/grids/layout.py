"""The lines of a region put into columns, rows and a heading."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from extractors.geometry import Word
from extractors.grids.cutter import Cutter
from extractors.grids.dense import is_dense
from extractors.grids.drafts import Draft
from extractors.grids.heading import Name
from extractors.grids.keyed_rows import is_keyed
from extractors.grids.lines import Segment, TextLine
from extractors.grids.names import Names
from extractors.grids.numbered import is_numbered_row
from extractors.grids.row import Row
from extractors.grids.rows import group_rows
from extractors.grids.spans import spans_of, texts_of
from extractors.grids.strokes import NEAR, Stroke
from extractors.grids.values import has_digit, is_counted


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
        self.cutter = Cutter(separators, (left, right), space, walls, lines[count:])
        self.edges = self.cutter.edges
        self.heading = lines[:count]
        self.body = [Row(line, self.cutter.parts_by_column(line)) for line in lines[count:]]
        self.extents = [self._extent(col) for col in range(len(self.edges) - 1)]

    def drafts(self, rules: Sequence[Stroke], full: Sequence[float]) -> tuple[list[Draft], int, list[float]]:
        """The cells, the number of heading rows, and the top of each row."""
        names = Names(self.cutter, self.extents, rules).over_columns(self.heading)
        depth = max((name.level + 1 for name in names), default=0)
        drafts = [self._name_draft(name, names, depth) for name in names]
        tops = [min((n.top for n in names if n.level == level), default=0.0) for level in range(depth)]
        start = self.body[0].line.base if self.body else 0.0
        floors = [y for y in full if y > start]
        partial = self._partial([r for r in rules if r.at > start], floors)
        if partial and is_dense(self.body, sorted([*floors, *partial])):
            body, body_tops = self._merged_rows(depth, floors, partial)
            return [*drafts, *body], depth, [*tops, *body_tops]
        dense, width = is_dense(self.body, floors), self.edges[1] - self.edges[0]
        groups = group_rows(self.body, floors, width, dense, headed=bool(self.heading))
        for number, group in enumerate(groups, depth):
            tops.append(min(self.body[i].line.top for i in group))
            drafts += self._row_drafts(number, [self.body[i] for i in group])
        return drafts, depth, tops

    def _partial(self, rules: Sequence[Stroke], floors: Sequence[float]) -> dict[float, set[int]]:
        """Rules under some of the columns only, with those columns: the other columns' cells go on below them."""
        found: dict[float, set[int]] = {}
        for rule in rules:
            if any(abs(rule.at - y) < NEAR for y in floors) or any(_leads(rule, row.line) for row in self.body):
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
        cuts = [y for y in sorted([*floors, *partial]) if y < self.body[-1].line.base]
        bands: list[list[Row]] = [[] for _ in range(len(cuts) + 1)]
        for row in self.body:
            bands[bisect_right(cuts, row.line.base)].append(row)
        drafts = []
        for col in range(len(self.edges) - 1):
            begin = 0
            for band in range(1, len(bands) + 1):
                if band == len(bands) or cuts[band - 1] not in partial or col in partial[cuts[band - 1]]:
                    cut = set().union(*(partial[y] for y in cuts[begin : band - 1]))
                    drafts += _merged_cells(bands[begin:band], col, first + begin, cut)
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
                values = sum(map(is_counted, (p.text for p in parts))) / len(parts)
                shares.append(max(values, *map(_share_at_one_place, places)))
        needed = 0.6 if parted > 2 else 0.9
        return bool(shares) and sum(shares) > needed * len(shares)

    def _extent(self, col: int) -> tuple[float, float]:
        """From where to where the body's parts of a column reach."""
        parts = [row.parts[col] for row in self.body if col in row.parts and len(row.parts) > 1]
        if not parts:
            return (self.edges[col], self.edges[col + 1])
        return (min(p.x0 for p in parts), max(p.x1 for p in parts))

    def _name_draft(self, name: Name, names: Sequence[Name], depth: int) -> Draft:
        """A name as a cell that reaches down to the next name below it."""
        below = [n.level for n in names if n.level > name.level and n.first <= name.last and name.first <= n.last]
        end = min(below, default=depth)
        return Draft(name.level, name.first, tuple(name.words), end - name.level, name.last - name.first + 1)

    def _row_drafts(self, number: int, rows: Sequence[Row]) -> list[Draft]:
        """The cells of one row; a line of one part that is centred covers the columns of values, or all."""
        words: dict[int, list[Word]] = {}
        for row in rows:
            for col, part in row.parts.items():
                words.setdefault(col, []).extend(part.words)
        if len(words) == 1 and len(rows) == 1:
            (col, held), last = next(iter(words.items())), len(self.edges) - 2
            first = self._centred_from(rows[0].parts[col])
            if col and last > 1 and first is not None and not self._is_set_as_others(rows[0].parts[col], col):
                return [Draft(number, first, tuple(held), 1, last + 1 - first)]
        return [Draft(number, col, tuple(held)) for col, held in sorted(words.items())]

    def _centred_from(self, part: Segment) -> int | None:
        """The first of the columns up to the last that a part is centred over: the labels' or the values'."""
        last = len(self.extents) - 1
        offs = [abs(part.middle - (self.extents[col][0] + self.extents[last][1]) / 2) for col in (0, min(1, last))]
        return offs.index(min(offs)) if min(offs) < 2 * part.size else None

    def _is_set_as_others(self, part: Segment, col: int) -> bool:
        """Whether a part begins, or has its middle, where most others of its column do, no figures: the rest of a row.

        A title may be set in the middle too, but in bold.
        """
        others = [row.parts[col] for row in self.body if col in row.parts and len(row.parts) > 1]
        level = sum(_is_set_alike(part, other) and not has_digit(other.text) for other in others)
        return level * 2 > max(len(others), 1)


def _leads(rule: Stroke, line: TextLine) -> bool:
    """Whether a rule on the level of a line's letters leads from one of its texts to the next, as dots do."""
    texts = pairwise(line.segments)
    return line.top < rule.at <= line.base and any(a.x1 - 1 < rule.start and rule.end < b.x0 + 1 for a, b in texts)


def _is_set_alike(part: Segment, other: Segment) -> bool:
    """Whether two parts begin at one place, or of one weight have their middles there."""
    centred = part.bold == other.bold and abs(other.middle - part.middle) < 1.0
    return centred or abs(other.x0 - part.x0) < 2.0


def _merged_cells(bands: Sequence[Sequence[Row]], col: int, first: int, cut: set[int]) -> list[Draft]:
    """The cell of a column that goes down over bands, from the row `first`, or several where its texts tell that.

    `cut` are the columns that have cells of their own in these bands.
    """
    texts = texts_of([row for band in bands for row in band], col)
    bases = [[row.line.base for row in band if cut.intersection(row.parts)] for band in bands]
    spans = None
    if len(texts) > 1 and all(bases):
        spans = spans_of(texts, [(held[0], held[-1]) for held in bases])
    if spans is None:
        return [Draft(first, col, tuple(word for text in texts for word in text.words), len(bands))]
    return [
        Draft(first + start, col, tuple(text.words), last - start + 1)
        for text, (start, last) in zip(texts, spans, strict=True)
    ]


def _share_at_one_place(places: Sequence[float]) -> float:
    """The largest part of some places that lie within two points."""
    ordered = sorted(places)
    return max(bisect_right(ordered, place + 2.0) - i for i, place in enumerate(ordered)) / len(ordered)
