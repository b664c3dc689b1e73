"""Strips of a table that are blank on many lines, one over another: where columns may part."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate, pairwise, zip_longest

from extractors.grids.lines import SPACE, TextLine
from extractors.grids.neighbours import are_thousands, is_bullet_of

COLUMN_GAP = 0.7
"""Blank of this many type sizes may part two columns."""
CROSSED = 0.18
"""A separator may be crossed by this part of the lines that it parts."""
SLIVER = 2
"""No letter is so narrow that a column of fewer points could hold it."""
ALIGNED = 1.2
"""Words that start within so many points start at one place."""
LEAST = 0.6
"""Texts that fill their column all but touch those of the next one, by so many points at least."""
ALIGNED_LINES = 5
"""So many lines must agree on a place before a narrow blank is a separator."""
WIDER = 1.5
"""A blank that parts columns is so many times as wide as one between words, where it is unlike those beside it."""
SAME = 0.5
"""Blanks of one text differ by less than so many points."""

Strip = tuple[float, float]
"""From where to where columns are blank between them."""


def blank_strips(weighted: Sequence[tuple[TextLine, float]]) -> list[Strip]:
    """Where enough lines, each with its weight, are blank between two parts and hardly one has ink."""
    left = int(min(line.x0 for line, _ in weighted))
    width = int(max(line.x1 for line, _ in weighted)) - left + 2
    gaps, ink = [0.0] * width, [0.0] * width
    for line, weight in weighted:
        for part in line.segments:
            _add(ink, part.x0 - left, part.x1 - left, weight)
        end = line.segments[0].x1
        for part in line.segments[1:]:
            _add(gaps, end - left, part.x0 - left, weight)
            end = max(end, part.x1)
    return _strips(gaps, ink, _needed([weight for _, weight in weighted]), left)


def _needed(weights: list[float]) -> float:
    """How much weight a separator must have: two rows, or a twelfth of them all."""
    heaviest = sorted(weights, reverse=True)
    return max(sum(heaviest[:2]) * 0.3, sum(weights) / 12)


def _add(bins: list[float], start: float, end: float, weight: float) -> None:
    for i in range(max(0, round(start)), min(len(bins), round(end))):
        bins[i] += weight


def _strips(gaps: list[float], ink: list[float], needed: float, left: int) -> list[Strip]:
    """Stretches of points at which lines are blank between two parts, and (almost) none has ink."""
    strips: list[Strip] = []
    start = None
    for i in range(len(gaps) + 1):
        blank = i < len(gaps) and gaps[i] >= needed and ink[i] <= CROSSED * gaps[i]
        if blank and start is None:
            start = i
        elif not blank and start is not None:
            if strips and left + start - strips[-1][1] < SLIVER:
                strips[-1] = (strips[-1][0], left + i)
            elif i - start >= 2:
                strips.append((left + start, left + i))
            start = None
    return strips


def tight_strips(body: Sequence[TextLine], strips: Sequence[Strip], narrowest: float) -> list[Strip]:
    """Narrow separators before words that start at one place in most lines, where no line has ink across it."""
    rows = [line for line in body if len(line.segments) > 1 or len(line.words) > 3]
    starts = sorted(
        (word.x0, number)
        for number, line in enumerate(rows)
        for before, word in pairwise(line.words)
        if not are_thousands(before, word) and not is_bullet_of(before, word)
    )
    lines = [_Inked(line) for line in rows]
    found: list[Strip] = []
    first, seen = 0, -1.0
    for last in range(len(starts)):
        while starts[last][0] - starts[first][0] > ALIGNED:
            first += 1
        x = starts[first][0]
        if x == seen or len({number for _, number in starts[first : last + 1]}) < ALIGNED_LINES:
            continue
        seen = x
        strip, usual = _blank_before(lines, x)
        size = rows[0].size
        wide = strip is not None and (
            strip[1] - strip[0] > narrowest * size
            or (strip[1] - strip[0] > LEAST and usual > COLUMN_GAP * size)
            or (strip[1] - strip[0] > WIDER * SPACE * size and _is_odd_blank(lines, x))
        )
        if strip and wide and not any(a < strip[1] + 1 and strip[0] - 1 < b for a, b in [*strips, *found]):
            found.append(strip)
    return found


def before_starts(strips: Sequence[Strip], body: Sequence[TextLine]) -> list[Strip]:
    """The strips, moved behind words that a justified text has pushed to its end, close to where the next begins.

    Nearly all lines of that next column begin at one place, those with such a word too: 'Instansi Non|1. Rapat ...'.
    """
    return [_before_start(strip, after, body) for strip, after in zip_longest(strips, strips[1:])]


def _before_start(strip: Strip, after: Strip | None, body: Sequence[TextLine]) -> Strip:
    held = [[w for w in line.words if w.x0 > strip[1] - 1 and (after is None or w.x1 < after[1])] for line in body]
    pushed, starts = [], []
    for line, words in zip(body, held, strict=True):
        if words:
            starts.append(words[0].x0)
            if len(words) > 1 and line.x0 < strip[0]:
                pushed.append((words[0], words[1].x0))
    x = max(starts, key=lambda start: sum(abs(other - start) < ALIGNED for other in starts), default=0.0)
    begun = sum(abs(start - x) < ALIGNED for start in starts)
    out = [(word, then) for word, then in pushed if word.x0 < x - ALIGNED]
    if begun < max(ALIGNED_LINES, 0.8 * len(starts)) or begun + len(out) < len(starts) or not out:
        return strip
    if all(w.text.isalpha() and w.x1 < x - LEAST and abs(then - x) < ALIGNED for w, then in out):
        return max(word.x1 for word, _ in out), x
    return strip


class _Inked:
    """Where a line's words start, and how far ink reaches up to each of them."""

    def __init__(self, line: TextLine) -> None:
        self.x0, self.x1 = line.x0, line.x1
        self.starts = [word.x0 for word in line.words]
        self.ends = [word.x1 for word in line.words]
        self.reach = list(accumulate((word.x1 for word in line.words), max))

    def begins(self, at: int, x: float) -> bool:
        """Whether its word `at` is one that begins at a place."""
        return at < len(self.starts) and self.starts[at] - x <= ALIGNED


def _blank_before(lines: Sequence[_Inked], x: float) -> tuple[Strip | None, float]:
    """The blank before a place at which most lines that reach over it begin a word; None where some are inked.

    With it how wide the blank of half of these words is. A line that is blank as far as the shortest of these words
    reaches may have a blank cell there.
    """
    ends: list[float] = []
    begun: list[float] = []
    reached = 0
    widths = [line.ends[at] - x for line in lines for at in [bisect_left(line.starts, x - 0.01)] if line.begins(at, x)]
    shortest = min(widths, default=0.0)
    for line in lines:
        if line.x0 >= x - ALIGNED or line.x1 <= x + ALIGNED:
            continue
        before = bisect_left(line.starts, x - 0.01)
        ends.append(line.reach[before - 1])
        begun += ends[-1:] if line.begins(before, x) else []
        reached += before < len(line.starts) and (line.begins(before, x) or line.starts[before] < x + shortest)
    blank = sorted(end for end in ends if end < x)
    if not blank or len(begun) < 0.7 * reached or len(blank) < 0.95 * len(ends):
        return None, 0.0
    return (blank[-1], x), x - sorted(begun)[len(begun) // 2]


def _is_odd_blank(lines: Sequence[_Inked], x: float) -> bool:
    """Whether the blank before a place is unlike those beside it in its line, as within a text it is not."""
    told = odd = 0
    for line in lines:
        at = bisect_left(line.starts, x - 0.01)
        if not 0 < at < len(line.starts) or line.starts[at] - x > ALIGNED:
            continue
        blanks = [line.starts[i] - line.ends[i - 1] for i in (at - 1, at, at + 1) if 0 < i < len(line.starts)]
        own = line.starts[at] - line.ends[at - 1]
        told += len(blanks) > 1
        odd += len(blanks) > 1 and sum(abs(blank - own) < SAME for blank in blanks) == 1
    return odd >= ALIGNED_LINES and odd >= 0.7 * told
