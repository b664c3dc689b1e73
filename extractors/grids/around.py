"""Lines of one part around a run that are its own: headings over its rows, the rest of rows that page breaks cut."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from extractors.grids.dated import completes_day
from extractors.grids.kinds import APART, CAPTION, full_rows, is_across, is_centred_rest, is_cut_off, is_rest
from extractors.grids.lines import TextLine
from extractors.grids.runs import stub_end
from extractors.grids.strokes import Stroke

MOST_ABOVE, MOST_BELOW = 4, 8
"""So many lines over and under a run may be its own."""
CLOSE = 0.35
"""Lines of one cell have less blank between them than so many type sizes."""
AROUND = 16
"""So many lines before one tell where columns begin."""


def with_heading(run: list[TextLine], lines: Sequence[TextLine], level: Sequence[Stroke]) -> list[TextLine]:
    """The run with the lines of one part that are its own: headings under the top rule, the last over the bottom.

    The rest of a row that a page break cut, above the first row or below the last, stands in one of its columns.
    """
    first, last = lines.index(run[0]), lines.index(run[-1])
    above, below = lines[max(0, first - MOST_ABOVE) : first], lines[last + 1 : last + 1 + MOST_BELOW]
    return [*_own_above(above, run, level), *run, *_own_below(below, run, level)]


def _own_above(lines: Sequence[TextLine], run: Sequence[TextLine], level: Sequence[Stroke]) -> list[TextLine]:
    """The last of the lines over a run that are its own."""
    left, right = _sides(run)
    size = median(row.size for row in run)
    rule = _full_rule(level, left, right, run[0].top - 4.5 * size, run[0].base - 0.5 * size)
    own: list[TextLine] = []
    for line in reversed(lines):
        below = own[0] if own else run[0]
        if below.top - line.bottom > 1.2 * size or line.x1 < left or line.x0 > right:
            break
        beside = below.base - line.base < 0.8 * size
        named = beside or is_cut_off(line, run[:8]) or _is_broken_name(line, below, run)
        titled = (rule is None or line.base < rule) and not named
        if CAPTION.match(line.segments[0].text) or (titled and not _is_underlined(level, line, below, right - left)):
            break
        own.insert(0, line)
    return own


def _is_broken_name(line: TextLine, below: TextLine, run: Sequence[TextLine]) -> bool:
    """Whether a line in bold stands as close over names in bold as the lines of one cell, over one column each."""
    close = below.top - line.bottom < CLOSE * line.size
    return close and line.bold and below.bold and not is_across(full_rows(run[:8]), line)


def _own_below(lines: Sequence[TextLine], run: Sequence[TextLine], level: Sequence[Stroke]) -> list[TextLine]:
    """The first of the lines under a run that are its own."""
    left, right = _sides(run)
    size = median(row.size for row in run)
    rule = _full_rule(level, left, right, run[-1].base, run[-1].base + 3.5 * size)
    own: list[TextLine] = []
    for line in lines:
        above = own[-1] if own else run[-1]
        framed = rule is not None and line.base < rule and len(own) < 2
        alike = is_rest(line, run[-8:]) or is_centred_rest(line, run[-8:]) or _is_set_alike(line, run)
        rest = line.top - above.bottom < APART * size and (alike or completes_day([*run, *own], line))
        if not (framed or rest) or line.x0 > right or line.x1 < left:
            break
        own.append(line)
    return own


def _sides(run: Sequence[TextLine]) -> tuple[float, float]:
    """From where to where a run's lines reach."""
    return min(row.x0 for row in run), max(row.x1 for row in run)


def _is_set_alike(line: TextLine, run: Sequence[TextLine]) -> bool:
    """Whether a line begins where others of the run do: two columns may stand too close to be told apart."""
    return line.x0 > stub_end(run) and sum(abs(line.x0 - row.x0) < 1 for row in run[-AROUND:]) > 1


def _full_rule(level: Sequence[Stroke], left: float, right: float, top: float, bottom: float) -> float | None:
    """The lowest rule between two heights that runs over most of the width."""
    found = [s.at for s in level if top <= s.at <= bottom and _share(s, left, right) > 0.8]
    return max(found, default=None)


def _share(stroke: Stroke, left: float, right: float) -> float:
    """The part of the way from left to right that a stroke covers."""
    return (min(stroke.end, right) - max(stroke.start, left)) / max(right - left, 1.0)


def _is_underlined(level: Sequence[Stroke], line: TextLine, below: TextLine, width: float) -> bool:
    """Whether a rule over part of the width parts a line from the next one: then it names some of the columns."""
    return any(
        line.base - 1 <= s.at <= below.base and s.start < line.x1 and s.end > line.x0 and s.length < 0.85 * width
        for s in level
    )
