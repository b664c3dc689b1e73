"""Rows without rules whose cells are set in the middle or at the foot of their row, as their number or day is.

A number then stands amid or below the lines of its row, and lines above it are no rest of the row before. Which lines
go with which number is told by three questions: under what cut of the lines does each cell stand best about its row's
number, under which are the lines of a cell nearer to one another than those of two cells, and which tears no sentence?
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from statistics import median

from extractors.grids.lines import TextLine, reads_on
from extractors.grids.numbered import are_level, count_on, row_number
from extractors.grids.row import Row
from extractors.grids.values import first_unstacked

LOOSE = 0.45
"""A line without a number that is a row by itself, a title or a total, costs so many type sizes."""
LONGEST = 24
"""A row has at most so many lines."""
SURE = 0.4
"""A cell that stands off its number by less than so many type sizes stands where it should."""
BETTER = 0.5
"""The cells must stand off by less than this part of what they do where rows begin with their numbers."""
TORN = 1.4
"""Lines of one cell stand no farther apart than so many usual steps."""
NEARER = 1.05
"""The lines of two cells stand so many times as far apart as those of one."""
MANY = 2
"""So many rows with lines over their number are no rest of a row that a page break cut."""
HALF_STEP = 0.7
"""Lines that stand nearer than so many type sizes are of cells beside one another."""
CLEAR = 1.2
"""Rows stand clearly apart where the blank between them makes a step so many times as wide as that of lines."""
FEWEST = 3
"""So many steps of a kind are no accident."""
SEVERED = 0.5
"""A sentence whose further line falls to another row costs so many type sizes."""
_YEAR = re.compile(r"(?:19|20)\d\d\b")
"""What begins so behind a word is the rest of a date."""
HANGING, MIDDLE, STANDING = 0.0, 0.5, 1.0
"""Where a cell's lines stand to the number: below it, about it, above it."""

Groups = list[list[int]]


@dataclass(frozen=True, slots=True)
class _Body:
    """Lines of rows with keys, the lines of each key (a number, a day), and where the cells stand to it."""

    rows: Sequence[Row]
    keys: Sequence[tuple[int, ...]]
    place: float
    step: float
    """The distance of two lines of one cell."""
    rests: Mapping[int, Sequence[int]]
    """Lines that read as the rest of another by their words, with the lines that they go on with."""

    def cost(self, first: int, end: int) -> float:
        """By how many type sizes the cells of the lines from `first` to `end` stand off their number; inf for no row.

        Without number they may be one line of its own. The first and the last row may be cut by a page break.
        """
        held = [key for key in self.keys if key[-1] >= first and key[0] < end]
        cut = first == 0 or end == len(self.rows)
        inside = sum(index >= first and index < end for key in held for index in key)
        titled = sum(0 in row.parts for row in self.rows[first:end]) > inside
        if len(held) > 1 or (held and (titled or inside < len(held[0]))) or (not held and end - first > 1 and not cut):
            return inf
        off = sum(self.off(first, end, held[0])) + LOOSE * self._is_mixed(first, end) if held else LOOSE
        severed = sum(above < first for index in range(first, end) for above in self.rests.get(index, ()))
        return (min(off, 2 * LOOSE) if cut else off) + SEVERED * severed

    def _is_mixed(self, first: int, end: int) -> bool:
        """Whether the first line is one text in bold over plain text: a title rather than its first line."""
        ((col, part), *others) = self.rows[first].parts.items()
        below = [row.parts[col].bold for row in self.rows[first + 1 : end] if col in row.parts]
        return part.bold and not others and bool(below) and not any(below)

    def off(self, first: int, end: int, key: tuple[int, ...]) -> list[float]:
        """By how many type sizes each cell of a row stands off its number."""
        line, last = self.rows[key[0]].line, self.rows[key[-1]].line
        base = line.base + self.place * (last.base - line.base)
        bases: dict[int, list[float]] = {}
        for row in self.rows[first:end]:
            for col in row.parts:
                if col:
                    bases.setdefault(col, []).append(row.line.base)
        off = [abs(b[0] + self.place * (b[-1] - b[0]) - base) / line.size for b in bases.values()]
        return off + [self._torn(b) / line.size for b in bases.values()]

    def _torn(self, bases: Sequence[float]) -> float:
        """By how much the lines of a cell stand farther apart than those of others."""
        return sum(max(0.0, below - above - TORN * self.step) for above, below in pairwise(bases))


def centred_groups(
    rows: Sequence[Row], keys: Sequence[tuple[int, ...]], usual: Groups, least: int = MANY, whole: bool = False
) -> Groups | None:
    """Indices of lines, one list a row, where cells stand about their row's number; None where they begin with it.

    `keys` are the lines of each number or day, `usual` the groups in which each of them begins its row. At least so
    many rows must have lines over their number, or the first one where it is `whole`: no page break cut it; or one that
    is not the first, where blanks part the rows so and not otherwise.
    """
    step, rests = _step(rows), _rests(rows)
    hanging = _Body(rows, keys, HANGING, step, rests)
    held = {index for key in keys for index in key}
    keyed = [held.intersection(group) for group in usual]
    costs = [hanging.cost(g[0], g[-1] + 1) if key else LOOSE for g, key in zip(usual, keyed, strict=True)]
    limit = BETTER * sum(min(cost, LONGEST) for cost in costs)
    cost, groups = min(_best(_Body(rows, keys, place, step, rests)) for place in (MIDDLE, STANDING))
    tall = [group for group in groups if group[0] not in held and held.intersection(group)]
    parted = _is_parted(rows, groups) and not _is_parted(rows, usual)
    inside = parted and tall != [] and tall[0] != groups[0]  # no page break cut it
    enough = len(tall) >= least or inside or (whole and tall[:1] == groups[:1])
    return groups if (cost < limit or parted) and enough else None


def _is_parted(rows: Sequence[Row], groups: Groups) -> bool:
    """Whether lines of one cell are always nearer to one another than the last of a cell and the first of the next."""
    row_of = {index: number for number, group in enumerate(groups) for index in group}
    last: dict[int, int] = {}
    steps: dict[bool, list[float]] = {True: [], False: []}
    for index, row in enumerate(rows):
        for col in row.parts:
            if col in last:
                steps[row_of[index] == row_of[last[col]]].append(row.line.base - rows[last[col]].line.base)
            last[col] = index
    within, between = steps[True], steps[False]
    return bool(within and between) and NEARER * max(within) < min(between)


def is_one_row(rows: Sequence[Row]) -> bool:
    """Whether lines with one number among them stand about it: texts over and under it have no line level with it.

    The rest of a row before it would stand over a line of its own row.
    """
    keys = [index for index, row in enumerate(rows) if 0 in row.parts]
    if len(keys) != 1 or row_number(rows[keys[0]].line) is None:
        return False
    (key,) = keys
    over, under = ({col for row in some for col in row.parts} for some in (rows[:key], rows[key + 1 :]))
    offs = _Body(rows, [(key,)], MIDDLE, _step(rows), {}).off(0, len(rows), (key,))
    return bool((over & under) - set(rows[key].parts)) and max(offs) < SURE


def set_apart(rows: Sequence[Row]) -> Groups | None:
    """Indices of lines, one list a row, where rows without numbers stand clearly farther apart than their lines.

    Only where cells are set in the middle of their rows: then some lines stand half a step from the next, or the
    values stand beside a label's further line.
    """
    steps = [(below.line.base - above.line.base) / below.line.size for above, below in pairwise(rows)]
    wide = sorted([*(step for step in steps if step > HALF_STEP), *_whole_steps(rows, steps)])
    limit = next(((a + b) / 2 for a, b in pairwise(wide) if b > CLEAR * a), inf)
    if sum(step > limit for step in wide) < FEWEST:
        return None
    groups: Groups = [[0]]
    for index, step in enumerate(steps, 1):
        if step > limit:
            groups.append([])
        groups[-1].append(index)
    halves = sum(step < HALF_STEP for step in steps)
    return groups if halves >= FEWEST or _are_valued_once(rows, groups) else None


def _are_valued_once(rows: Sequence[Row], groups: Groups) -> bool:
    """Whether one line of each group has all its parts, in one or another its second or a further one."""
    full = [[index for index in group if len(rows[index].parts) > 1] for group in groups]
    once = all(len(held) == 1 and 0 in rows[held[0]].parts for held in full)
    return once and any(held[0] > group[0] for held, group in zip(full, groups, strict=True))


def _whole_steps(rows: Sequence[Row], steps: Sequence[float]) -> list[float]:
    """The steps of two lines of one cell that has a line of other cells halfway between them."""
    halves = [
        (index, step + after) for index, (step, after) in enumerate(pairwise(steps)) if max(step, after) < HALF_STEP
    ]
    found = [whole for index, whole in halves if rows[index].parts.keys() & rows[index + 2].parts.keys()]
    return found if len(found) >= FEWEST else []


def _step(rows: Sequence[Row]) -> float:
    """The usual distance of two lines of one column that follow one another closely."""
    last: dict[int, float] = {}
    steps: list[float] = []
    for row in rows:
        for col in row.parts:
            if col in last:
                steps.append(row.line.base - last[col])
            last[col] = row.line.base
    return median([step for step in steps if 0.7 < step / rows[0].line.size < 1.6] or [rows[0].line.size])


def _rests(rows: Sequence[Row]) -> dict[int, list[int]]:
    """The lines whose part in a column reads as the rest of the part above it, with the lines of those parts."""
    last: dict[int, int] = {}
    found: dict[int, list[int]] = {}
    for index, row in enumerate(rows):
        for col, part in row.parts.items():
            above = rows[last[col]].parts[col].text if col and col in last else ""
            dated = above[-1:].isalpha() and _YEAR.match(part.text)
            if any(map(str.isalpha, above)) and (dated or reads_on(above, part.text)):
                found.setdefault(index, []).append(last[col])
            last[col] = index
    return found


def _best(body: _Body) -> tuple[float, Groups]:
    """The cheapest way to cut the lines into rows."""
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end, start in enumerate(first_unstacked(body.rows), 1):
        starts = range(max(start, end - LONGEST), end)
        best.append(min((best[first][0] + body.cost(first, end), first) for first in starts))
    groups: Groups = []
    end = len(body.rows)
    while end:
        first = best[end][1]
        groups.insert(0, list(range(first, end)))
        end = first
    return best[-1][0], groups


def above_first_number(lines: Sequence[TextLine], count: int) -> int:
    """The number of heading lines, less those that are the first row's: they stand above its number as others below.

    The first `count` lines are taken for the heading so far.
    """
    keys = [i for i, line in enumerate(lines) if row_number(line) is not None]
    first = next((pair for pair in pairwise(keys) if count_on(*(lines[i] for i in pair))), None)
    if first is None:
        return count
    return before_key(lines, min(count, first[0]), *first)


def before_key(lines: Sequence[TextLine], count: int, key: int, following: int) -> int:
    """The first `count` lines less those that stand about a row's key as others do between it and the next key."""
    while count and _is_mirrored(lines[count - 1], lines[key], lines[key + 1 : following]):
        count -= 1
    return count


def _is_mirrored(line: TextLine, key: TextLine, below: Sequence[TextLine]) -> bool:
    """Whether each part of a line has one as far below the number as it stands above it, set alike."""
    level = [other for other in below if abs(other.base + line.base - 2 * key.base) < SURE * key.size]
    others = [part for other in level for part in other.segments]
    return all(any(part.bold == other.bold and are_level(part, other) for other in others) for part in line.segments)
