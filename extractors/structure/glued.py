"""List numbers glued to the date behind them ('10.19 Juli' after '9.'), parted again: only the count tells them.

Written like that a date's day looks like a second number: '10.19' reads as a chapter, '10)7' as no mark at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.geometry import Page, Word
from extractors.structure.flow import Line, lines_of
from extractors.values.dates import find_dates, tells_day

_MARK = re.compile(r"(\d{1,3})([.)])(?!\d)")
_GLUED = re.compile(r"(\d{1,3})([.)])(\d.*)")
SAME_EDGE = 8.0
"""The numbers of one list begin or end this near to one place, in points."""
ANY_YEAR = 2000


def part_glued(pages: Sequence[Page]) -> list[Page]:
    """The pages with such words cut in two, where they count on from the list's number before."""
    counted: dict[str, tuple[int, float, float]] = {}
    return [replace(page, words=tuple(_parted(page, counted))) for page in pages]


def _parted(page: Page, counted: dict[str, tuple[int, float, float]]) -> Iterator[Word]:
    """The words of a page; `counted` holds the last number with each sign, and from where to where it reaches."""
    for line in lines_of(page.words, page.number):
        first = line.words[0]
        cut = _cut(line, counted)
        mark = cut[0] if cut else first
        if found := _MARK.match(mark.text):
            counted[found[2]] = (int(found[1]), mark.x0, _edge(mark, found.end()))
        yield from (*(cut or (first,)), *line.words[1:])


def _cut(line: Line, counted: dict[str, tuple[int, float, float]]) -> tuple[Word, Word] | None:
    """A line's first word as mark and rest, where the mark goes on counting and a date begins the rest."""
    word = line.words[0]
    found = _GLUED.fullmatch(word.text)
    last = counted.get(found[2]) if found else None
    first = found is not None and found[1] == "1"
    if not found or not (first or (last and int(found[1]) == last[0] + 1)):
        return None
    length = len(found[1]) + 1
    edge = _edge(word, length)
    if last and not first and min(abs(word.x0 - last[1]), abs(edge - last[2])) > SAME_EDGE:
        return None
    text = " ".join([found[3], *(other.text for other in line.words[1:])])
    misprinted = tells_day(" ".join(text.split()[:2]))
    if not misprinted and not any(reading.span[0] == 0 for reading in find_dates(text, year=ANY_YEAR)):
        return None
    return replace(word, text=word.text[:length], x1=edge), replace(word, text=found[3], x0=edge)


def _edge(word: Word, length: int) -> float:
    """About where the first `length` signs of a word end."""
    return word.x0 + (word.x1 - word.x0) * length / len(word.text)
