"""Runs: consecutive lines that wide gaps cut into parts, as rows are, with the few lines between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extractors.grids.kinds import (
    APART,
    CAPTION,
    FRAMED_STEP,
    are_names_of,
    fills_columns,
    full_rows,
    is_across,
    is_like,
    is_parted,
    is_rest,
    is_row,
    key_line,
    stands_in_columns,
)
from extractors.grids.lines import TextLine
from extractors.grids.numbered import NUMBER_HEADING, count_on, counts_on, is_numbered, row_number
from extractors.grids.strokes import Stroke
from extractors.grids.values import has_digit, is_value

TIGHT = 0.3
"""Lines of one label are nearer than so many type sizes."""
STEP = 2.6
"""Lines farther apart than this many type sizes belong to different tables."""
LONGEST_CELL = 16
"""So many lines that begin where a column does may be one cell; of others half as many may wait for a row."""
MANY = 3
"""So many figures and more in a row tell columns."""
SINGLES = 2
"""So many lines of one part may stand between the rows (sub-headings, wrapped labels)."""


def find_runs(lines: Sequence[TextLine], level: Sequence[Stroke]) -> list[list[TextLine]]:
    """Consecutive rows, with the few lines of one part between them."""
    finder = _Finder(level)
    for index, line in enumerate(lines):
        finder.take(line, lines[index + 1 : index + 1 + LONGEST_CELL])
    finder._end()
    runs = finder.runs
    return [run for run in runs if len(run) - sum(len(line.segments) == 1 for line in run) >= 2]


@dataclass(slots=True)
class _Finder:
    """Takes lines in their order: those of the run so far, and those of one part that wait for a row below them."""

    level: Sequence[Stroke]
    runs: list[list[TextLine]] = field(default_factory=list)
    run: list[TextLine] = field(default_factory=list)
    waiting: list[TextLine] = field(default_factory=list)
    numbered: bool = False
    """Whether a heading of the run names a column of numbers."""

    def take(self, line: TextLine, following: Sequence[TextLine]) -> None:
        """The next line of the page, with those that follow it."""
        last = self.waiting[-1] if self.waiting else self.run[-1] if self.run else None
        if last is not None and not _near(last, line, following, self.run, self.level):
            self._end()
        if CAPTION.match(line.segments[0].text) and len(line.segments) <= 2:
            self._end()
        elif self._is_row(line):
            if self.waiting and _is_another(self.run, self.waiting, line):
                self._end()
            self.numbered = (bool(self.run) and self.numbered) or bool(NUMBER_HEADING.fullmatch(line.segments[0].text))
            self.run += [*self.waiting, line]
            self.waiting = []
        elif self.run:
            self.waiting.append(line)
            if _is_over(self.run, self.waiting, following):
                self._end()

    def _is_row(self, line: TextLine) -> bool:
        """Whether a line is a row of the run, or the first of one; of two parts, where the run is numbered."""
        if is_row(line) or fills_columns(line, self.run[-8:]):
            return True
        return bool(self.run) and len(line.segments) == 2 and (self.numbered or counts_on(self.run, line))

    def _end(self) -> None:
        """The run ends; what waits belongs to none, but for the rest of its last label."""
        for line in self.waiting:
            if not _is_label_rest(self.run, line):
                break
            self.run.append(line)
        self.runs.append(self.run)
        self.run, self.waiting = [], []


def _is_label_rest(run: Sequence[TextLine], line: TextLine) -> bool:
    """Whether a line stands as close below the labels of a run as others in it do, which are wrapped."""

    def hangs(above: TextLine, below: TextLine) -> bool:
        flush = len(below.segments) == 1 and abs(below.x0 - run[-1].x0) < 2
        return flush and below.top - above.bottom < TIGHT * below.size

    row = next((row for row in reversed(run) if len(row.segments) > 1), None)
    wrapped = any(hangs(a, b) for a, b in pairwise(run)) and hangs(run[-1], line)
    return wrapped and row is not None and line.x1 < row.segments[1].x0


def _is_another(run: Sequence[TextLine], waiting: Sequence[TextLine], line: TextLine) -> bool:
    """Whether a row after a title begins another table: under names in bold, or in other columns.

    Such a title is set apart from the line above and stands at the left edge.
    """
    if are_names_of(run, line):
        return False
    left = min(row.x0 for row in run)
    titles = [
        title
        for above, title in pairwise([run[-1], *waiting])
        if title.top - above.bottom > APART * title.size and title.x0 <= left + 0.5 * title.size
    ]
    if not titles:
        return False
    most = max(len(row.segments) for row in run)
    named = _is_headed(run, [*waiting[waiting.index(titles[0]) :], line])
    return named or is_across(full_rows(run)[-6:], line) or len(line.segments) >= most + 2


def _is_headed(run: Sequence[TextLine], lines: Sequence[TextLine]) -> bool:
    """Whether a title and the lines below it, of names and not of values, are bold and the last rows are not."""
    named = all(line.bold and not any(has_digit(part.text) for part in line.segments) for line in lines)
    return named and not all(row.bold for row in run[-2:])


def _is_over(run: Sequence[TextLine], waiting: Sequence[TextLine], following: Sequence[TextLine]) -> bool:
    """Whether the lines of one part after a run are too many, or one is a sentence over the whole width.

    Lines that begin where a column of the rows around them does, or several lines of the run do, are wrapped cells.
    """
    if _is_wide(waiting[-1], run) and not _names_columns(waiting[-1], following):
        return True
    if _is_amid_rows(run, waiting, following):
        return False
    stub = stub_end(run)
    around = [*run[-8:], *following[:8]]
    odd = [line for line in waiting if not (_is_in_column(line, around) or _is_lone_as_others(line, run[-8:], stub))]
    return sum(line.x0 > stub for line in odd) + len(odd) // 2 > SINGLES or len(waiting) > LONGEST_CELL // (
        2 if odd else 1
    )


def _names_columns(line: TextLine, following: Sequence[TextLine]) -> bool:
    """Whether each figure of a row right below a line stands under a word of its own: names that all but touch."""
    row = next((row for row in following[:SINGLES] if len(row.segments) > MANY), None)
    figures = row.segments[1:] if row else []
    over = [[at for at, word in enumerate(line.words) if word.x0 < part.middle < word.x1] for part in figures]
    return bool(over) and all(is_value(part.text) for part in figures) and len({*map(tuple, over), ()}) > len(over)


def stub_end(run: Sequence[TextLine]) -> float:
    """Where the first column's texts end."""
    return min(row.segments[0].x1 for row in run if len(row.segments) > 1)


def _is_in_column(line: TextLine, rows: Sequence[TextLine]) -> bool:
    """Whether a line begins where a column of these rows does, the first column apart, or is centred as its texts are.

    Titles are centred too, but bold.
    """
    parts = [part for row in rows for part in row.segments[1:]]
    texts = [part for part in parts if not (part.bold or line.segments[0].bold or is_value(part.text))]
    centred = any(abs(line.segments[0].middle - part.middle) < 1 for part in texts)
    return centred or is_rest(line, rows) or any(abs(line.x0 - part.x0) < 3 for part in parts)


def _is_lone_as_others(line: TextLine, rows: Sequence[TextLine], stub: float) -> bool:
    """Whether a line begins right of the labels where several lines of one part do: a cell set half a line off."""
    alike = [row for row in rows if len(row.segments) == 1 and abs(row.x0 - line.x0) < 1]
    return line.x0 > stub and len(alike) > SINGLES


def _is_amid_rows(run: Sequence[TextLine], waiting: Sequence[TextLine], following: Sequence[TextLine]) -> bool:
    """Whether lines of one part are texts set about the number of a row near below, not prose after the run.

    That row bears the next number, or the first after a heading in bold, and the lines begin right of the numbers.
    """
    above, below = ([row for row in rows if is_numbered(row)] for rows in (run, following))
    named = all(row.bold for row in run)
    nearest = below if named else [row for row in below if above and count_on(above[-1], row)]
    keys = max((row.segments[0].x1 for row in (*above, *below)), default=0.0)
    return bool(nearest) and all(line.x0 > keys or row_number(line) is not None for line in waiting)


def _near(
    above: TextLine, below: TextLine, following: Sequence[TextLine], run: Sequence[TextLine], level: Sequence[Stroke]
) -> bool:
    """Whether two lines are near enough for one table.

    Where cells are set at the foot of their row, a text alone may begin a row whose other parts stand below it.
    """
    size = max(above.size, below.size)
    blank = below.top - above.bottom
    if blank <= STEP * size:
        return True
    if blank > FRAMED_STEP * size:
        return False
    if are_names_of(run, below):
        return True
    key = key_line([below, *following]) if stands_in_columns(below, run[-4:]) else below
    return _is_framed(run, below, level) or is_like(run[-4:], key)


def _is_framed(run: Sequence[TextLine], below: TextLine, level: Sequence[Stroke]) -> bool:
    """Whether rules of one width stand over the run and under the line below it."""
    if not run:
        return False
    over = [s for s in level if s.at < run[0].base and s.at > run[0].top - 3 * run[0].size]
    under = [s for s in level if s.at > below.base - below.size]
    return any(abs(a.start - b.start) < 6 and abs(a.end - b.end) < 6 for a in over for b in under)


def _is_wide(line: TextLine, run: Sequence[TextLine]) -> bool:
    """Whether a line of one part is a sentence over the whole width: no row, and the end of the table."""
    left, right = min(r.x0 for r in run), max(r.x1 for r in run)
    return (
        min(line.x1, right) - max(line.x0, left) > 0.85 * (right - left)
        and len(line.words) >= 8
        and not is_parted(line, run[-8:])
    )
