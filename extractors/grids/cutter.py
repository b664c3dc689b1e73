"""Lines cut into the parts that stand in the columns of a table."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from math import inf

from extractors.geometry import Word, size_of
from extractors.grids.lines import Segment, TextLine, segment
from extractors.grids.strips import COLUMN_GAP
from extractors.grids.values import is_value

FLUSH = 0.6
"""Texts that begin within so many points are set flush."""


class Cutter:
    """The columns between separators; `space` is the usual blank between words, `walls` part any two."""

    def __init__(
        self,
        separators: Sequence[tuple[float, float]],
        sides: tuple[float, float],
        space: float,
        walls: Sequence[float],
        body: Sequence[TextLine],
    ) -> None:
        """Between the two sides of a table, whose rows are the lines of its `body`."""
        self.separators, self.space, self.walls = separators, space, walls
        self.edges = [sides[0] - 1, *((a + b) / 2 for a, b in separators), sides[1] + 1]
        self.flush = _flush_starts(body, separators)

    def column(self, x: float) -> int:
        """The column in which a place lies."""
        return min(max(bisect_right(self.edges, x) - 1, 0), len(self.edges) - 2)

    def split(self, line: TextLine) -> list[Segment]:
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

    def parts_by_column(self, line: TextLine) -> dict[int, Segment]:
        """The line's parts by the column in which most of each lies; two in one column are one."""
        found: dict[int, list[Word]] = {}
        for part in self.split(line):
            found.setdefault(self.best_column(part), []).extend(part.words)
        return {col: segment(words) for col, words in found.items()}

    def best_column(self, part: Segment) -> int:
        """The column that holds most of a part."""
        first, last = self.column(part.x0), self.column(part.x1)
        return max(range(first, last + 1), key=lambda c: self._shared(part, c))

    def _shared(self, part: Segment, col: int) -> float:
        return min(part.x1, self.edges[col + 1]) - max(part.x0, self.edges[col])


def _flush_starts(body: Sequence[TextLine], separators: Sequence[tuple[float, float]]) -> list[float]:
    """Where the texts of columns begin, in which most begin at one place: a longer text before it may touch them.

    Of each line only the first word of a column counts: a justified text has wide blanks in it.
    """
    lines = [line.words for line in body if len(line.segments) > 1]
    found = []
    for (_, start), (end, _) in pairwise([*separators, (inf, inf)]):
        firsts = [next((word.x0 for word in words if word.x0 > start - 2), inf) for words in lines]
        places = sorted(x for x in firsts if x < end)
        middle = places[len(places) // 2] if places else inf
        if sum(abs(x - middle) < FLUSH for x in places) >= max(4, 0.8 * len(places)):
            found.append(middle)
    return found
