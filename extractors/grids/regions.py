"""Where tables may be that no lines enclose: ladders of rules, and runs of lines that wide gaps cut into parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.geometry import Box, Word, union
from extractors.grids.around import with_heading
from extractors.grids.ladders import find_ladders
from extractors.grids.lines import TextLine, baselines, text_line
from extractors.grids.prose import find_prose
from extractors.grids.runs import find_runs
from extractors.grids.strokes import Stroke

RUN_GAP = 1.1
"""A blank wider than this many type sizes parts two columns."""
MOST_WORDS = 10_000
"""A page with more words than this is no page of print."""


@dataclass(frozen=True, slots=True)
class Region:
    """Part of a page that may hold a table: its words and its rectangle."""

    words: tuple[Word, ...]
    box: Box


def find_regions(words: Sequence[Word], level: Sequence[Stroke], space: float) -> list[Region]:
    """The regions of a page from the top, given the words that no other table holds and its usual blank."""
    if len(words) > MOST_WORDS:
        return []
    gap = max(RUN_GAP, 2 * space)
    lines = [text_line(line, gap) for line in baselines(words)]
    ladders = find_ladders(lines, level, gap)
    taken = {id(word) for ladder in ladders for line in ladder for word in line.words}
    lines = [text_line(line, gap) for line in baselines(word for word in words if id(word) not in taken)]
    prose = find_prose(lines)
    if prose:
        rest = [s for line in lines for s in line.segments if id(s) not in prose]
        lines = [text_line(line, gap) for line in baselines(w for s in rest for w in s.words)]
    found = [*ladders, *_apart([with_heading(run, lines, level) for run in find_runs(lines, level)])]
    return sorted((region_of(run) for run in found), key=lambda region: region.box[1])


def _apart(runs: Sequence[Sequence[TextLine]]) -> list[list[TextLine]]:
    """The runs from the top, each line in the first one that claims it."""
    taken: set[int] = set()
    apart = []
    for run in runs:
        apart.append([line for line in run if id(line) not in taken])
        taken.update(map(id, run))
    return apart


def region_of(lines: Sequence[TextLine]) -> Region:
    """The region that these lines take up."""
    held = tuple(word for line in lines for word in line.words)
    return Region(held, union(word.box for word in held))
