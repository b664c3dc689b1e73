"""Lists whose numbers have no sign: '1 Undang-Undang ...', '2 Peraturan ...', as a sheet prints them in cells apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from extractors.geometry import Page, Word
from extractors.structure.flow import Line, lines_of
from extractors.values.dates import date_end

LEVEL = 2.0
"""Numbers end, and texts begin, at one place within so many points."""
FEWEST = 2
"""So many numbers from one on make a list."""
SKIPPED = 2
"""From one number to the next but one."""


def with_signs(pages: Sequence[Page]) -> list[Page]:
    """The pages with '1' as '1.' where such numbers count lines from one on; a text goes on below where it begins."""
    lines = chain.from_iterable(lines_of(page.words, page.number) for page in pages)
    counted = {id(line.words[0]) for run in _runs(lines) if len(run) >= FEWEST for line in run}
    if not counted:
        return [*pages]
    return [replace(page, words=tuple(_signed(word, counted) for word in page.words)) for page in pages]


def _signed(word: Word, counted: set[int]) -> Word:
    return replace(word, text=f"{word.text}.") if id(word) in counted and word.text.isdigit() else word


def _runs(lines: Iterator[Line]) -> Iterator[list[Line]]:
    """Lines that begin with numbers counting from one on, up to a line that is no rest of the last one's text.

    Behind several a number may be skipped.
    """
    run: list[Line] = []
    for line in lines:
        if not line.words[0].upright:
            continue
        step = _number(line) - (_number(run[-1]) if run else 0)
        counts_on = step == 1 or (step == SKIPPED and len(run) >= FEWEST)
        if counts_on and (not run or _is_set_as(run[-1], line)) and not date_end(line.text):
            run.append(line)
        elif run and not line.x0 > run[-1].words[1].x0 - LEVEL:
            yield run
            run = [line] if _number(line) == 1 and not date_end(line.text) else []
    yield run


def _number(line: Line) -> int:
    """The number before the text with which a line begins, bare or not, of a day maybe; 0 for other lines."""
    first, *rest = line.words
    number = first.text.removesuffix(".")
    return int(number) if number.isdecimal() and len(number) < 3 and rest and rest[0].text[:1].isalpha() else 0


def _is_set_as(above: Line, line: Line) -> bool:
    """Whether the numbers of two lines, and their texts, stand at one place."""
    ends = [one.words[0].x1 for one in (above, line) if one.words[0].text.isdigit()]
    numbers = abs(above.x0 - line.x0) < LEVEL or (len(ends) == 2 and abs(ends[0] - ends[1]) < LEVEL)
    return numbers and abs(above.words[1].x0 - line.words[1].x0) < LEVEL
