"""The names in the heading of a table without cell walls, each over the columns that it stands over."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractors.geometry import Word, size_of
from extractors.grids.cutter import Cutter
from extractors.grids.heading import Name, names_of
from extractors.grids.lines import Segment, TextLine, segment
from extractors.grids.reach import Piece
from extractors.grids.strokes import Stroke

TOUCH = 0.1
"""Words that stand so few points apart were one word, made of two names."""
MARGIN = 12.0
"""A rule that leaves out no more than this many points at either side parts rows of the whole table."""


class Names:
    """Reads the lines of a heading; `extents` are from where to where the columns' values reach."""

    def __init__(self, cutter: Cutter, extents: Sequence[tuple[float, float]], rules: Sequence[Stroke]) -> None:
        """For the columns of a table and the rules in and around it."""
        self.cutter, self.extents, self.rules = cutter, extents, rules

    def over_columns(self, heading: Sequence[TextLine]) -> list[Name]:
        """The heading's names with the columns that they cover; as many in one line as there are columns name each."""
        split = [self.cutter.split(line) for line in heading]
        if len(split) == 1 and len(split[0]) == len(self.extents):
            return names_of([Piece(part, col, col, 0) for col, part in enumerate(split[0])], self.extents, self.rules)
        each = next((line for line in reversed(split) if len(line) == len(self.extents)), [])
        self.extents = _widened(self.extents, each)
        parts = []
        for number, line in enumerate(split):
            for part in (part for whole in line for part in self._names_apart(whole)):
                first, last = self._columns_under(part)
                parts.append(Piece(part, first, last, number))
        return names_of(parts, self.extents, self.rules)

    def _names_apart(self, part: Segment) -> list[Segment]:
        """Names that stand close, each over its own column, parted; a name over a rule of its own stays whole."""
        underlined = any(
            part.bottom - 0.4 * part.size < r.at < part.bottom + part.size
            and r.start < part.x0 + 2
            and r.end > part.x1 - 2
            for r in self.rules
            if r.start > self.cutter.edges[1] - MARGIN or r.end < self.cutter.edges[-1] - MARGIN
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
        """Whether two words are over different columns with more than a space between them, or none at all."""
        size = max(size_of(before), size_of(word))
        one, other = (before.x0 + before.x1) / 2, (word.x0 + word.x1) / 2
        gap = word.x0 - before.x1
        return (gap > 1.1 * self.cutter.space * size or abs(gap) < TOUCH) and self.cutter.column(
            one
        ) != self.cutter.column(other)

    def _sits_well(self, piece: Segment) -> bool:
        """Whether a piece of a heading is in the middle of one column, or has an end where its values have."""
        first, last = self._columns_under(piece)
        x0, x1 = self.extents[first]
        offs = (piece.x0 - x0, piece.x1 - x1, piece.middle - (x0 + x1) / 2)
        return first == last and min(map(abs, offs)) < piece.size

    def _columns_under(self, part: Segment) -> tuple[int, int]:
        """The columns over which a heading's part stands."""
        covered = [
            col
            for col, (a, b) in enumerate(self.extents)
            if min(part.x1, b) - max(part.x0, a) > 0.5 * min(part.x1 - part.x0, max(b - a, 1))
        ]
        if not covered:
            best = self.cutter.best_column(part)
            return best, best
        return covered[0], covered[-1]


def _widened(extents: Sequence[tuple[float, float]], names: Sequence[Segment]) -> Sequence[tuple[float, float]]:
    """From where to where columns reach with the names of a line that names each of them; without, as they are."""
    if not names:
        return extents
    wide = [(min(x0, name.x0), max(x1, name.x1)) for (x0, x1), name in zip(extents, names, strict=True)]
    return wide if all(a[1] <= b[0] for a, b in pairwise(wide)) else [(name.x0, name.x1) for name in names]
