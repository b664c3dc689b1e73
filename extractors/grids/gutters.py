"""Pages set in columns: the blank strip between two columns of prose parts what stands in them, tables too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby, pairwise
from statistics import median, quantiles

from extractors.geometry import Word, size_of
from extractors.grids.kinds import CAPTION
from extractors.grids.lines import base_of, baselines
from extractors.grids.strokes import Stroke

OFF_MIDDLE = 0.06
"""A gutter stands no farther from the middle of the page than this part of the width of its text."""
NARROWEST = 0.7
"""It is wider than so many type sizes."""
FEWEST = 16
"""So many lines of prose make columns of a page, a quarter of them in each."""
RUN = 3
"""So many full lines below one another are prose."""
FULL = 0.75
"""A line of prose fills this part of its column."""
HOLE = 2.5
"""Words of one line stand nearer than so many type sizes."""
STEP = 1.2
"""Paragraphs, or the rows of a table, stand so many times as far apart as their lines."""
LEVEL = 0.6
"""Where this part of the paragraphs begins level with those beside them, they are the cells of rows."""
ROWS = 4
"""So many rows make a table: lines with words on both sides of the gutter, or paragraphs side by side."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A printed line cut at the gutter; `clear` says that no word runs over it."""

    sides: tuple[list[Word], list[Word]]
    base: float
    clear: bool


_Group = tuple[bool, list[Word]]
"""Whether it is what stands on one side of the gutter, and its words."""


def page_columns(
    words: Sequence[Word], level: Sequence[Stroke], fewest: int = FEWEST
) -> list[tuple[list[Word], list[Stroke]]]:
    """The words of a page, or part of one, in groups: what stands over, under and on the sides of a gutter.

    With each go the rules of the tables in it: none in a column runs over the gutter. `fewest` lines make columns;
    where those are few, a single row over both sides is none of a table.
    """
    printed = baselines(words)
    found = _gutter(printed, fewest) if len(printed) * 2 >= fewest else None
    if found is None:
        return [(list(words), list(level))]
    left, gutter, right = found
    across = [s for s in level if s.start < gutter - NARROWEST and s.end > gutter + NARROWEST]
    inside = [s for s in level if s not in across]
    groups: list[_Group] = []
    for line_key, part in groupby(map(partial(_cut, gutter), printed), partial(_stretch, across)):
        lines = list(part)
        prose = [_prose(lines, 0, gutter - left), _prose(lines, 1, right - gutter)]
        is_open = line_key[0] and _are_columns(lines, prose, fewest)
        groups += _parted(lines, prose[0] | prose[1], fewest < FEWEST) if is_open else [(False, _words(lines))]
    return [(words_, inside if of_column else list(level)) for of_column, words_ in _joined(groups)]


def _gutter(printed: Sequence[Sequence[Word]], fewest: int) -> tuple[float, float, float] | None:
    """Where most lines begin, where near the middle most of them have a wide blank, and where they end."""
    left = quantiles((line[0].x0 for line in printed), n=10)[0]
    right = quantiles((max(word.x1 for word in line) for line in printed), n=10)[-1]
    middle, reach = (left + right) / 2, OFF_MIDDLE * (right - left)
    blanks = [gap for line in printed for gap in _wide_blanks(line)]
    counts = {x: sum(a < x < b for a, b in blanks) for x in range(round(middle - reach), round(middle + reach) + 1)}
    most = max(counts.values(), default=0)
    best = [x for x, count in counts.items() if count == most]
    return (left, float(best[len(best) // 2]), right) if most * 4 >= fewest else None


def _wide_blanks(line: Sequence[Word]) -> list[tuple[float, float]]:
    """The blanks between a line's words that are wide enough for a gutter; none behind a bullet."""
    pairs = [(a, b) for a, b in pairwise(line) if any(map(str.isalnum, a.text))]
    return [(a.x1, b.x0) for a, b in pairs if b.x0 - a.x1 > NARROWEST * max(size_of(a), size_of(b))]


def _stretch(across: Sequence[Stroke], line: _Line) -> tuple[bool, int]:
    """What lines of one stretch have in common: they leave the gutter blank, and no rule `across` it parts them."""
    return line.clear, sum(s.at < line.base for s in across)


def _cut(gutter: float, line: Sequence[Word]) -> _Line:
    """A line cut at the gutter."""
    left = [word for word in line if word.x0 + word.x1 < 2 * gutter]
    right = [word for word in line if word.x0 + word.x1 >= 2 * gutter]
    main = max(line, key=size_of)
    end, start = max((w.x1 for w in left), default=-gutter), min((w.x0 for w in right), default=2 * gutter)
    clear = end <= gutter <= start and start - end > NARROWEST * size_of(main)
    return _Line((left, right), base_of(main), clear)


def _prose(lines: Sequence[_Line], side: int, width: float) -> set[int]:
    """Identities of the lines that are prose on one side of the gutter: full ones, several below one another."""
    own = [line for line in lines if line.sides[side]]
    runs = [list(run) for full, run in groupby(own, lambda line: _is_full(line.sides[side], width)) if full]
    return {id(line) for run in runs if len(run) >= RUN for line in run}


def _is_full(words: Sequence[Word], width: float) -> bool:
    """Whether words are a line of prose in a column so wide."""
    text = "".join(word.text for word in words)
    wordy = len(words) > 3 and sum(map(str.isalpha, text)) > 0.6 * len(text) and not words[-1].text[-1:].isdigit()
    full = words[-1].x1 - words[0].x0 > FULL * (width - size_of(words[0]))
    return wordy and full and all(b.x0 - a.x1 < HOLE * size_of(b) for a, b in pairwise(words))


def _are_columns(lines: Sequence[_Line], prose: Sequence[set[int]], fewest: int) -> bool:
    """Whether prose stands on both sides of the gutter, few of its paragraphs level with those beside them."""
    if min(map(len, prose)) * 4 < fewest or sum(map(len, prose)) < fewest:
        return False
    fewer, more = sorted((_starts(lines, side, prose[side]) for side in (0, 1)), key=len)
    return len(fewer) < ROWS or len(fewer & more) < LEVEL * len(fewer)


def _starts(lines: Sequence[_Line], side: int, prose: set[int]) -> set[float]:
    """The baselines of lines of prose that stand farther below the line above than most do."""
    own = [line for line in lines if line.sides[side]]
    steps = [below.base - above.base for above, below in pairwise(own)]
    usual = median(steps) if steps else 0.0
    pairs = zip(steps, own[1:], strict=True)
    return {line.base for step, line in pairs if step > STEP * usual and id(line) in prose}


def _parted(lines: Sequence[_Line], prose: set[int], small: bool) -> Iterator[_Group]:
    """The words of lines on each side of the gutter; rows of one table amid them may run over both sides."""
    bands = [(beside, list(part)) for beside, part in groupby(lines, lambda line: id(line) in prose)]
    columns: list[_Line] = []
    for number, (beside, held) in enumerate(bands):
        at_edge = (number == 0 and not small, number == len(bands) - 1 and not small)
        rows = range(0) if beside else _rows(held, at_edge)
        columns += held[: rows.start]
        if rows:
            yield from _sides(columns)
            yield False, _words(held[rows.start : rows.stop])
            columns = []
        columns += held[rows.stop :]
    yield from _sides(columns)


def _rows(lines: Sequence[_Line], at_edge: tuple[bool, bool]) -> range:
    """Where rows of a table over both sides stand amid some lines: most have words on both, the first and last do.

    Where a caption stands on the right side, there is a table on each. A single row is enough `at_edge`, the first or
    the last of all: the others stand beyond it.
    """
    both = [number for number, line in enumerate(lines) if all(line.sides)]
    if any(CAPTION.match(" ".join(word.text for word in line.sides[1])) for line in lines):
        return range(0)
    found = [
        range(start, end + 1)
        for first, start in enumerate(both)
        for last, end in enumerate(both[first:], 1)
        if last * 3 >= (end + 1 - start) * 2
        and (last >= ROWS or (at_edge[0] and not start) or (at_edge[1] and end == len(lines) - 1))
    ]
    longest = max(found, key=len, default=range(0))
    return _with_lines_around(lines, longest) if found else longest


def _with_lines_around(lines: Sequence[_Line], rows: range) -> range:
    """The rows with what stands at the left over and under them, and at the right as near as rows are."""
    steps = [lines[number].base - lines[number - 1].base for number in rows[1:]]
    near = STEP * median(steps) if steps else 0.0

    def goes_with(line: _Line, other: _Line) -> bool:
        return not line.sides[1] or abs(line.base - other.base) < near

    start, stop = rows.start, rows.stop
    while start > 0 and goes_with(lines[start - 1], lines[start]):
        start -= 1
    while stop < len(lines) and goes_with(lines[stop], lines[stop - 1]):
        stop += 1
    return range(start, stop)


def _sides(lines: Sequence[_Line]) -> Iterator[_Group]:
    """The words of lines on each side of the gutter."""
    for side in (0, 1):
        yield True, [word for line in lines for word in line.sides[side]]


def _joined(groups: Iterable[_Group]) -> Iterator[_Group]:
    """The groups, what runs over both columns as one where nothing stands between."""
    for of_column, part in groupby((group for group in groups if group[1]), lambda group: group[0]):
        if of_column:
            yield from part
        else:
            yield False, [word for _, words in part for word in words]


def _words(lines: Iterable[_Line]) -> list[Word]:
    """All words of some lines."""
    return [word for line in lines for side in line.sides for word in side]
