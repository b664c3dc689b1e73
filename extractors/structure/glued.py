"""Words that are printed without the blank between them, parted again by what they are.

A list's number glued to the date behind it ('10.19 Juli' after '9.') is told by the count alone: the date's day looks
like a second number. Names of platforms over narrow columns are told by their spelling: 'InstagramFacebook'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.geometry import Page, Word, edge_in
from extractors.structure.flow import Line, lines_of
from extractors.values.dates import find_dates, tells_day
from extractors.vocabulary import EXACT, Vocabulary

_MARK = re.compile(r"(\d{1,3})([.)])(?!\d)")
_INNER_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_GLUED = re.compile(r"(\d{1,3})([.)])(\d.*)")
SAME_EDGE = 8.0
"""The numbers of one list begin or end this near to one place, in points."""
ANY_YEAR = 2000
LONGEST = 60
"""Letters of glued names at most."""


def part_glued(pages: Sequence[Page], vocabulary: Vocabulary) -> list[Page]:
    """The pages with such words parted: numbers where they count on from the list's number before, and names."""
    counted: dict[str, tuple[int, float, float]] = {}
    found = [replace(page, words=tuple(_parted(page, counted))) for page in pages]
    return [replace(page, words=tuple(part for w in page.words for part in _names(w, vocabulary))) for page in found]


def _names(word: Word, vocabulary: Vocabulary) -> list[Word]:
    """A word parted into the names of platforms that it is made of; the word itself where it is none of several."""
    names = _names_in(word.text, vocabulary) if word.upright and len(word.text) <= LONGEST else []
    ends = [edge_in(word, len("".join(names[:count]))) for count in range(len(names) + 1)]
    return [replace(word, text=name, x0=a, x1=b) for name, (a, b) in zip(names, pairwise(ends), strict=True)] or [word]


def _names_in(text: str, vocabulary: Vocabulary) -> list[str]:
    """The names of platforms that make up a text, each from a capital behind a small letter; [] where it is not so."""
    for cut in (match.start() for match in _INNER_CAPITAL.finditer(text)):
        name, rest = text[:cut], text[cut:]
        if not _is_platform(name, vocabulary):
            continue
        if others := [rest] if _is_platform(rest, vocabulary) else _names_in(rest, vocabulary):
            return [name, *others]
    return []


def _is_platform(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text is spelled as the name of a platform."""
    match = vocabulary.platform(text)
    return match is not None and match.score >= EXACT


def _parted(page: Page, counted: dict[str, tuple[int, float, float]]) -> Iterator[Word]:
    """The words of a page; `counted` holds the last number with each sign, and from where to where it reaches."""
    for line in lines_of(page.words, page.number):
        first = line.words[0]
        cut = _cut(line, counted)
        mark = cut[0] if cut else first
        if found := _MARK.match(mark.text):
            counted[found[2]] = (int(found[1]), mark.x0, edge_in(mark, found.end()))
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
    edge = edge_in(word, length)
    if last and not first and min(abs(word.x0 - last[1]), abs(edge - last[2])) > SAME_EDGE:
        return None
    text = " ".join([found[3], *(other.text for other in line.words[1:])])
    misprinted = tells_day(" ".join(text.split()[:2]))
    if not misprinted and not any(reading.span[0] == 0 for reading in find_dates(text, year=ANY_YEAR)):
        return None
    return replace(word, text=word.text[:length], x1=edge), replace(word, text=found[3], x0=edge)
