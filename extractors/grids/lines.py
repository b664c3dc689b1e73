"""Printed lines on one baseline, cut into segments by wide gaps: what tables without rules are found by."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from operator import attrgetter, itemgetter
from statistics import median, median_high

from extractors.geometry import Box, Word, size_of, union
from extractors.grids.neighbours import are_two_numbers, is_bullet_of, leads

DESCENT = 0.22
"""The part of the type size that lies below the baseline."""
DROP = 0.2
"""The part of the type size by which 'g' or 'p' reach below the baseline."""
TIGHT = 0.95
"""A box lower than this part of the type size is drawn tightly around its letters."""
_DOWN = frozenset("gjpqy")
_OPEN_END = re.compile(
    r"([-–/,&(]|\b(and|or|of|the|in|to|for|by|with|from|per|dan|atau|yang|di|ke|dari|untuk|pada|oleh|dengan))$"
)
ALIKE = 1.0
"""Blanks or ends of justified lines differ by less than so many points."""

NAME = 3
"""A word of so many letters is no mark of a figure: a month makes a text of the numbers beside it."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Words of one line that stand together."""

    words: tuple[Word, ...]
    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def box(self) -> Box:
        """The rectangle around the words."""
        return (self.x0, self.top, self.x1, self.bottom)

    @property
    def middle(self) -> float:
        """The middle from left to right."""
        return (self.x0 + self.x1) / 2

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(word.text for word in self.words)

    @property
    def size(self) -> float:
        """The type size."""
        return max(word.size or word.bottom - word.top for word in self.words)

    @property
    def bold(self) -> bool:
        """Whether every word is bold."""
        return all(word.bold for word in self.words)


def segment(words: Sequence[Word]) -> Segment:
    """The segment of these words, which stand in order."""
    return Segment(tuple(words), *union(word.box for word in words))


@dataclass(frozen=True, slots=True)
class TextLine:
    """The segments of one baseline, from the left; `x1` is their right end."""

    segments: tuple[Segment, ...]
    words: tuple[Word, ...]
    base: float
    size: float
    x0: float
    x1: float

    @property
    def top(self) -> float:
        """The upper edge of the letters."""
        return self.base - (1 - DESCENT) * self.size

    @property
    def bottom(self) -> float:
        """The lower edge of the letters."""
        return self.base + DESCENT * self.size

    @property
    def bold(self) -> bool:
        """Whether every word is bold."""
        return all(part.bold for part in self.segments)


def base_of(word: Word) -> float:
    """The height of the word's baseline."""
    return word.bottom - DESCENT * size_of(word)


def baselines(words: Iterable[Word]) -> list[list[Word]]:
    """Level words by baseline; raised and lowered small marks go with the line that they touch."""
    level = sorted(((base_of(word), size_of(word), word) for word in words if word.upright), key=itemgetter(0))
    if not level:
        return []
    least = 0.82 * median_high(size for _, size, _ in level)
    lines: list[list[Word]] = []
    first, small = -inf, []
    for base, size, word in level:
        if size < least:
            small.append(word)
        elif base - first < 0.36 * size:
            lines[-1].append(word)
        else:
            lines.append([word])
            first = base
    if small:
        _attach(lines, small)
        lines.sort(key=lambda line: base_of(line[0]))
    return [sorted(line, key=attrgetter("x0")) for line in lines]


def _attach(lines: list[list[Word]], small: list[Word]) -> None:
    """Small words into the lines that they touch or are level with; those that stand alone make lines of their own."""
    bases = [base_of(line[0]) for line in lines]
    own: list[list[Word]] = []
    for word in small:
        at = bisect_left(bases, word.top)
        around = lines[max(0, at - 1) : at + 3]
        near = [line for line in around if _beside(word, line)] or [line for line in around if _level(word, line)]
        if near:
            min(near, key=lambda line: abs(base_of(line[0]) - base_of(word))).append(word)
        elif own and base_of(word) - base_of(own[-1][0]) < 0.3 * size_of(word):
            own[-1].append(word)
        else:
            own.append([word])
    lines.extend(own)


def _beside(word: Word, line: list[Word]) -> bool:
    """Whether a small word touches a word of `line` as a footnote mark does."""
    reach = 0.6 * size_of(word)
    for other in line:
        overlap = min(word.bottom, other.bottom) - max(word.top, other.top)
        if overlap > 0.5 * (word.bottom - word.top) and other.x0 - reach < word.x1 and word.x0 < other.x1 + reach:
            return True
    return False


def _level(word: Word, line: list[Word]) -> bool:
    """Whether a small word stands within the height of a line, where that is blank: a name made to fit its column."""
    inside = min(word.bottom, line[0].bottom) - max(word.top, line[0].top) > 0.9 * (word.bottom - word.top)
    return inside and not any(other.x0 < word.x1 and word.x0 < other.x1 for other in line)


def text_line(words: Sequence[Word], gap: float, walls: Sequence[float] = (), *, listed: bool = False) -> TextLine:
    """The line of `words`, cut where more than `gap` type sizes are blank, where a wall stands, or between numbers.

    With `listed` a bullet stays with its text: in the columns of a table it is none of its own.
    """
    sizes = [size_of(word) for word in words]
    parts = [[words[0]]]
    end = words[0].x1
    for (before, above), (word, own) in pairwise(zip(words, sizes, strict=True)):
        size = max(above, own)
        wall = any(before.x1 - 1 <= x <= word.x0 + 1 for x in walls)
        led = leads(before, word) or (listed and is_bullet_of(before, word))
        wide = word.x0 - end > gap * size and not led
        if wide or wall or are_two_numbers(before, word, size):
            parts.append([word])
        else:
            parts[-1].append(word)
        end = max(end, word.x1)
    main = max(sizes)
    segments = tuple(segment(part) for part in parts)
    return TextLine(segments, tuple(words), _base(words, sizes, main), main, words[0].x0, end)


def _base(words: Sequence[Word], sizes: Sequence[float], main: float) -> float:
    """The baseline of words of the largest type size, `main`: boxes drawn tightly reach below it where letters do."""
    large = [word for word, size in zip(words, sizes, strict=True) if size == main]
    like = [word for word in large if any(map(str.isalnum, word.text))]
    base = min(map(base_of, like), default=base_of(large[0]))
    return base - DROP * main if like and all(map(_reaches_down, like)) else base


def _reaches_down(word: Word) -> bool:
    """Whether a tightly drawn box ends below the baseline, as one of 'kepada' does."""
    return word.bottom - word.top < TIGHT * size_of(word) and not _DOWN.isdisjoint(word.text)


WIDEST_SPACE = 0.8
"""A typewriter's blank is 0.6 type sizes; wider ones part columns, the only blanks in a table of single words."""


SPACE = 0.28
"""The blank between words in most faces, in type sizes."""


def usual_space(lines: Iterable[Sequence[Word]], default: float = SPACE) -> float:
    """The blank between two words of text, in type sizes: wider in typewriter faces and loose settings."""
    gaps = [
        (word.x0 - before.x1) / size_of(word)
        for line in lines
        for before, word in pairwise(line)
        if before.text.isalpha() and word.text.isalpha()
    ]
    gaps = [gap for gap in gaps if 0.05 < gap < WIDEST_SPACE]
    return median(gaps) if len(gaps) > 7 else default


def is_spread(words: Sequence[Word]) -> bool:
    """Whether the blanks between some words, two at least, are alike: those of a justified line, however wide.

    Figures stand as far apart in the columns of a table.
    """
    letters = [sum(map(str.isalpha, word.text)) for word in words]
    numbers = sum(word.text.isdigit() for word in words)
    if numbers * 2 > len(words) or (letters.count(0) * 2 > len(words) and max(letters) < NAME):
        return False
    blanks = [b.x0 - a.x1 for a, b in pairwise(words)]
    return len(blanks) > 1 and max(blanks) - min(blanks) < ALIKE


def is_pushed_apart(words: Sequence[Word], sides: tuple[float, float]) -> bool:
    """Whether two words stand at both sides of a column, as those of a justified line do; the second is no figure."""
    flush = abs(words[0].x0 - sides[0]) < ALIKE and abs(words[-1].x1 - sides[1]) < ALIKE
    return len(words) == 2 and flush and words[1].text.isalpha()


def would_fit(above: Segment | TextLine, below: Segment | TextLine, width: float) -> bool:
    """Whether the first word of a line had room on the line above, in a column so wide: then the break was meant."""
    first = below.words[0]
    return above.x1 - above.x0 + 0.3 * above.size + first.x1 - first.x0 < width - 0.8 * above.size


def reads_on(above: str, below: str) -> bool:
    """Whether a text goes on with the one above it: that ends amid a sentence, or this begins with a small letter."""
    return below[:1].islower() or is_open(above)


def is_open(text: str) -> bool:
    """Whether a text ends amid a sentence: with a hyphen, a comma or a word that joins."""
    return bool(_OPEN_END.search(text))
