"""Headings of parts: no table of a page runs over one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median_low

from extractors.geometry import Page, Table
from extractors.grids import find_tables
from extractors.grids.lines import baselines, usual_space
from extractors.grids.values import has_digit
from extractors.structure.flow import Line, lines_of
from extractors.structure.outline import read_marker, strip_marker
from extractors.structure.section import LEFT_OUT, SECTORS, SURE
from extractors.structure.setting import LARGER, WIDE_BLANK
from extractors.vocabulary import Match, Vocabulary

MARGIN = 40.0
"""How far right of the left margin, in points, a heading may begin."""
COLUMN_BLANK = 6.0
"""Points of blank that part the headings of two columns."""
INTO_NAMES = 4.0
"""Points by which a heading may reach into the line of names below it."""
NEXT_LINE = 1.5
"""The next line begins less than so many type sizes below."""
MOST = 12
"""No more lines than so many are level with one."""
FIGURES = 3
"""So many figures side by side are a row's, above which no heading row has begun."""


def tables_between_headings(page: Page, vocabulary: Vocabulary) -> list[Table]:
    """The tables of a page; no line that is the heading of a part of the report stands in one."""
    cuts = _cuts(page, vocabulary)
    if not cuts:
        return find_tables(page)
    edges = sorted([0.0, *cuts, page.height])
    space = usual_space(baselines(page.words))
    return [table for top, bottom in pairwise(edges) for table in find_tables(page.band(top, bottom), space)]


def _cuts(page: Page, vocabulary: Vocabulary) -> list[float]:
    """The heights right above and below the headings of a page: a bar behind one is no rule of the table below."""
    lines = lines_of(page.words, page.number)
    side = min((line.x0 for line in lines), default=0.0) + MARGIN
    placed = [(line, line.top, line.size) for line in lines]
    usual = median_low([size for line, _, size in placed for _ in line.words] or [0.0])
    found = []
    for index, (line, _, size) in enumerate(placed, 1):
        below = _heading_below(placed[index : index + MOST])
        shown = line.bold or size > LARGER * usual
        heading = _at_the_side(line, side) and _is_heading(line, shown, below, vocabulary)
        if (heading or _is_title(line, below, vocabulary)) and not _in_grid(line, page):
            found += [line.top - 1, line.bottom]
    return found


def _heading_below(placed: Sequence[tuple[Line, float, float]]) -> list[Line]:
    """The first of some lines (with top and size) and those right below it: several may stand beside a longer name."""
    first = placed[0][1] if placed else 0.0
    return [line for line, top, size in placed if top - first < NEXT_LINE * size]


def _is_title(line: Line, below: Sequence[Line], vocabulary: Vocabulary) -> bool:
    """Whether a line names a part of the report right over the names of columns: in whatever type, it is no cell."""
    if not below or len(line.segments(COLUMN_BLANK)) > 1 or not _names_columns(below, vocabulary):
        return False
    match = vocabulary.section(strip_marker(line.text))
    return match is not None and match.score >= SURE and match.code not in LEFT_OUT | SECTORS


def _is_heading(line: Line, shown: bool, below: Sequence[Line], vocabulary: Vocabulary) -> bool:
    """Whether a line, set in bold or larger type where it is `shown`, is a heading for sure.

    'A. Pemerintah' may be a row of a table that goes on below it; it parts tables only over a heading row. So does
    any title of one piece that is shown or has a number.
    """
    marker = read_marker(line.text)
    if len(line.words) > 12 or not (shown or marker) or len(_pieces(line)) > 1:
        return False
    match = vocabulary.section(strip_marker(line.text))
    if match is None and line.bold and read_marker(line.text) and len(line.segments(COLUMN_BLANK)) == 1:
        match = _sure(vocabulary.section_by_words(strip_marker(line.text)))
    named = bool(below and line.bottom < below[0].top + INTO_NAMES and _names_columns(below, vocabulary))
    marked = shown or (marker is not None and marker.style != "bullet")
    titled = named and marked and len(line.words) > 1 and len(line.segments(COLUMN_BLANK)) == 1
    if match is None or match.score < SURE or match.code in LEFT_OUT:
        return titled
    return match.code not in SECTORS or named


def _in_grid(line: Line, page: Page) -> bool:
    """Whether a line stands between upright rules that go on above and below it, in one piece or in several.

    A bar beside a heading is not much higher than that.
    """
    reach: dict[int, tuple[float, float]] = {}
    for rule in page.rules:
        if not rule.horizontal and rule.top < line.bottom + 1 and rule.bottom > line.top - 1:
            top, bottom = reach.get(round(rule.x0), (rule.top, rule.bottom))
            reach[round(rule.x0)] = (min(top, rule.top), max(bottom, rule.bottom))
    beyond = [min(line.top - top, bottom - line.bottom) for top, bottom in reach.values()]
    return sum(more > 1 for more in beyond) > 1 or any(more > line.size for more in beyond)


def _pieces(line: Line) -> list[Line]:
    """The parts into which wide blanks cut a line, but for the number before a heading."""
    first, *others = line.segments(WIDE_BLANK)
    return others if others and len(first.words) == 1 and read_marker(line.text) else [first, *others]


def _sure(match: Match | None) -> Match | None:
    """A match by words of a line whose number and type show that it is a heading."""
    return replace(match, score=SURE) if match else None


def _at_the_side(line: Line, side: float) -> bool:
    """Whether a line has a number or begins left of `side`, near the margin: a heading, not a word in some column."""
    return line.x0 <= side or read_marker(line.text) is not None


def _names_columns(lines: Sequence[Line], vocabulary: Vocabulary) -> bool:
    """Whether lines are the heading row of a table; '32 postingan' is a figure with its unit, no name.

    Nor is the unit alone where it stands below its figure.
    """
    first, *others = ([part.text for part in line.segments(COLUMN_BLANK)] for line in lines)
    if sum(map(has_digit, first)) >= FIGURES:
        return False
    parts = [*first, *(name for names in others for name in names)]
    return sum(bool(vocabulary.header(name)) for name in parts if not name[:1].isdigit()) >= 2
