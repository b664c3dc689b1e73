"""Lines through which a row rule runs: a row that is too low for its text lets it run into the next one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractors.geometry import Word, size_of
from extractors.grids.lattice import Grid, Span
from extractors.grids.lines import base_of, baselines

CUT = 0.2
"""A rule tears a line when so many type sizes of its letters stand on either side."""
LEADING = (0.9, 1.45)
"""Lines of one text are no nearer and no farther than so many type sizes."""


def with_whole_texts(grid: Grid, held: Mapping[Span, Sequence[Word]]) -> dict[Span, list[Word]]:
    """The words of each cell, a line that a rule tears with those of its text on the other side of that rule.

    Where the rule tears most cells' lines it is drawn too low or too high, and they are its row's.
    """
    lines = {span: baselines(words) for span, words in held.items()}
    found = {span: list(words) for span, words in held.items()}
    for down in (False, True):
        torn = [s for s, own in lines.items() if own and _is_torn(own[-down], grid.ys[s.row + s.rowspan * down])]
        for span in torn:
            other = _beyond(span, lines, down)
            beside = sum(s.row <= span.row < s.row + s.rowspan for s in lines)
            if other is None or sum(s.row <= span.row < s.row + s.rowspan for s in torn) * 2 >= beside:
                continue
            line, own = lines[span][-down], lines[span][-2:-1] if down else lines[span][1:2]
            if _is_next(line, [lines[other][0 if down else -1]]) and not _is_next(line, own):
                found[span] = [word for word in found[span] if not any(word is moved for moved in line)]
                found[other] += line
    return {span: words for span, words in found.items() if words}


def _beyond(span: Span, lines: Mapping[Span, Sequence[Sequence[Word]]], down: bool) -> Span | None:
    """The cell with text right over or under another, as wide as that."""
    edge = span.row + span.rowspan if down else span.row
    columns = (span.col, span.colspan)
    alike = (s for s, own in lines.items() if own and (s.col, s.colspan) == columns)
    return next((s for s in alike if (s.row if down else s.row + s.rowspan) == edge), None)


def _is_torn(line: Sequence[Word], edge: float) -> bool:
    """Whether an edge runs through the letters of a line, clear of their tops and of the baseline."""
    clear = CUT * size_of(line[0])
    return min(word.top for word in line) + clear < edge < base_of(line[0]) - clear


def _is_next(line: Sequence[Word], others: Sequence[Sequence[Word]]) -> bool:
    """Whether a line follows the one in `others`, or comes before it, as lines of one text do."""
    return any(
        LEADING[0] < abs(base_of(line[0]) - base_of(other[0])) / size_of(line[0]) < LEADING[1] for other in others
    )
