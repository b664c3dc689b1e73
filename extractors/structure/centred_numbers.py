"""Numbers in the middle beside texts of several lines: lists set as a table without rules, their cells centred."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.geometry import Page, Word
from extractors.structure.flow import Line, lines_of
from extractors.values.row_numbers import row_number

CLOSE = 1.5
"""Lines of one text follow one another within so many type sizes."""
EVEN = 1.1
"""Steps that differ by no more than this are those of one text."""
LEVEL = 1.5
"""A number stands in the middle of its text, and texts begin at one place, within so many points."""

FEWEST = 3
"""So many numbers beside the middle of three lines or more are centred, though none stands alone."""

Counted = tuple[Word, Line, list[Line]]
"""A number, the line in which it stands, and those of its text."""


def with_numbers_raised(page: Page) -> Page:
    """The page, such numbers with a point and level with the first line of their text, as those of other lists."""
    lines = lines_of(page.words, page.number)
    raised: dict[int, Word] = {}
    for run in _runs(lines):
        if _are_centred(run):
            for number, _, (first, *_) in run:
                text = number.text.rstrip(".)") + "."
                raised[id(number)] = replace(number, text=text, top=first.top, bottom=first.bottom)
    return replace(page, words=tuple(raised.get(id(word), word) for word in page.words)) if raised else page


def _are_centred(run: Sequence[Counted]) -> bool:
    """Whether a number stands alone amid a text, or some amid three lines: those of close lists share their lines."""
    texts = ({id(line) for line in text} for _, _, text in run)
    apart = all(above.isdisjoint(below) for above, below in pairwise(texts))
    alone = any(len(line.words) == 1 for _, line, _ in run)
    return apart and (alone or sum(len(text) > 2 for _, _, text in run) >= FEWEST)


def _runs(lines: Sequence[Line]) -> list[list[Counted]]:
    """Numbers below one another that count on, each in the middle beside its text, where days may begin."""
    runs: list[list[Counted]] = []
    for at, line in enumerate(lines):
        number = line.words[0]
        if row_number(number.text) is None or not (text := _text_beside(lines, at)):
            continue
        run = next((run for run in reversed(runs) if _goes_on(run[-1][0], number)), None)
        if run is None:
            runs.append(run := [])
        run.append((number, line, text))
    return runs


def _goes_on(last: Word, number: Word) -> bool:
    """Whether a number is the next below another one."""
    return (row_number(last.text) or 0) + 1 == row_number(number.text) and abs(_middle(last) - _middle(number)) < LEVEL


def _text_beside(lines: Sequence[Line], at: int) -> list[Line]:
    """The lines of the text beside the number at a line's beginning; none where it does not stand in their middle."""
    number, *rest = lines[at].words
    own = [Line(tuple(rest), lines[at].page)] if rest else []
    first = own[0] if own else lines[at]  # the number may be set larger
    above, below = (_next_to([first, *others], number.x1) for others in (lines[:at][::-1], lines[at + 1 :]))
    text = [*reversed(above), *own, *below]
    even = bool(text) and all(abs(line.x0 - text[0].x0) < LEVEL for line in text)
    centre = (text[0].top + text[-1].bottom) / 2 if text else 0.0
    return text if even and abs(centre - (number.top + number.bottom) / 2) < LEVEL else []


def _next_to(lines: Sequence[Line], left: float) -> list[Line]:
    """The lines close to the first one and to one another that begin right of the numbers.

    Nothing parts lines that are set about as far apart as those before them.
    """
    found: list[Line] = []
    step = 0.0
    for line in lines[1:]:
        last = found[-1] if found else lines[0]
        apart = abs(line.top - last.top)
        if apart > max(CLOSE * max(line.size, last.size), EVEN * step) or line.x0 <= left:
            break
        found.append(line)
        step = apart
    return found


def _middle(word: Word) -> float:
    return (word.x0 + word.x1) / 2
