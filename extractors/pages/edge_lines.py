"""Lines at the top and bottom of pages, and which of them are the same on other pages, digits apart."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from extractors.geometry import Box, Page, Word, union
from extractors.grids.lines import baselines

MARGIN = 0.16
"""Header and footer stand in this part of the page's height."""
PLACE = 5.0
"""How many points furniture may move from page to page."""
SEVERAL, LONG = 4, 5
"""Words of a line, and letters of a word for each that may be misread, that tell it is the same line still."""
MONTH = 9
"""The name of a month has no more letters."""
FEWEST = 3
"""Fewer pages than this do not show that a number counts them."""
_ROMAN = re.compile(r"^[\W_]*[ivxlc]{1,7}[\W_]*$")


class EdgeLine(NamedTuple):
    """One printed line near the edge: its words, its text with digits masked, its distance from that edge."""

    words: list[Word]
    key: str
    distance: float
    box: Box

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(word.text for word in self.words)


class Again(Enum):
    """How surely a line is the same on the other pages: not, by its words, also by a number that counts the pages."""

    NO, WORDS, NUMBER = range(3)


def edge_lines(page: Page, top: bool) -> list[EdgeLine]:
    """The printed lines in the margin at the top or bottom, from the paper's edge inwards."""
    limit = MARGIN * page.height
    if top:
        near = [word for word in page.words if word.bottom <= limit]
    else:
        near = [word for word in page.words if word.top >= page.height - limit]
    lines = []
    for words in baselines(word for word in near if word.upright):
        box = union(word.box for word in words)
        distance = box[1] if top else page.height - box[3]
        lines.append(EdgeLine(words, _masked(" ".join(word.text for word in words)), distance, box))
    return lines if top else lines[::-1]


def _masked(text: str) -> str:
    """The text with numbers masked and case folded, so that page numbers look alike."""
    folded = re.sub(r"\s+", "", text).casefold()
    return "#" if _ROMAN.match(folded) else re.sub(r"\d+", "#", folded)


def repeated(pages: Sequence[Sequence[EdgeLine]], numbers: Sequence[int]) -> list[list[Again]]:
    """For each edge line, whether enough pages have the same at the same place, and page numbers count the pages."""
    known = _as_one(line for lines in pages for line in lines)
    places: dict[str, list[tuple[int, EdgeLine]]] = defaultdict(list)
    for number, lines in zip(numbers, pages, strict=True):
        for line in lines:
            places[known[line.key]].append((number, line))
    count = len(pages)

    def enough(number: int, line: EdgeLine) -> Again:
        near = {n: other for n, other in places[known[line.key]] if abs(other.distance - line.distance) <= PLACE}
        same = {n: other for n, other in near.items() if _differ_little(number, line, n, other)}
        if _is_page_number(line.key):
            return Again(any(_counts(number, line, n, other) for n, other in same.items() if n != number))
        behind_cover = len(same) == count - 1 > 1 and numbers[0] not in same
        if len(same) < max(2, min(count, 3), 0.4 * count) and not behind_cover:
            return Again.NO
        return Again.NUMBER if _number_pages(same) else Again.WORDS

    return [[enough(number, line) for line in lines] for number, lines in zip(numbers, pages, strict=True)]


def heads_again(pages: Sequence[Page], tops: Sequence[Sequence[EdgeLine]]) -> list[int]:
    """The pages whose head is that of the page before, where every page has one: a workbook's with its sheets' names.

    They stand in the middle of the sheet, all at one height.
    """
    if len(tops) <= FEWEST or not all(tops):
        return []
    heads = [lines[0] for lines in tops]
    middles = [abs((head.box[0] + head.box[2]) - page.width) for page, head in zip(pages, heads, strict=True)]
    if max(middles) > PLACE or max(h.distance for h in heads) - min(h.distance for h in heads) > PLACE:
        return []
    return [index for index, (a, b) in enumerate(pairwise(heads), 1) if a.text == b.text]


def _as_one(lines: Iterable[EdgeLine]) -> dict[str, str]:
    """For each key the most frequent that is the same but for misread letters, as small print has on scans."""
    counted: dict[str, list[EdgeLine]] = defaultdict(list)
    for line in lines:
        counted[line.key].append(line)
    known: dict[str, str] = {}
    for key in sorted(counted, key=lambda key: -len(counted[key])):
        like = (o for o in known.values() if _misread(counted[key][0].words, counted[o][0].words))
        known[key] = next(like, key)
    return known


def without_signs(line: Sequence[Word]) -> list[Word]:
    """The words of a line without signs, which are easily missed."""
    return [word for word in line if any(map(str.isalnum, word.text))]


def _misread(one: Sequence[Word], other: Sequence[Word]) -> bool:
    """Whether two lines have the same words, some of the long ones with a wrong letter or two, signs apart."""
    one, other = without_signs(one), without_signs(other)
    if len(one) != len(other) or len(one) < SEVERAL:
        return False
    pairs = [(_masked(a.text), _masked(b.text)) for a, b in zip(one, other, strict=True)]
    return all(a == b or (len(a) >= LONG and Levenshtein.distance(a, b) <= len(a) // LONG) for a, b in pairs)


def _differ_little(number: int, line: EdgeLine, other_number: int, other: EdgeLine) -> bool:
    """Whether no more than one number of two like lines differs, page numbers apart: what varies is no furniture.

    Nor is a date, in figures or with the name of its month, unless it is the same.
    """
    ours, theirs = (re.findall(r"\d+", one.text) for one in (line, other))
    pairs = [(int(one), int(another)) for one, another in zip(ours, theirs, strict=False)]
    if sum(map(str.isalpha, line.key)) <= MONTH and len(ours) > 1:
        return ours == theirs or _is_page_number(line.key)
    return sum(one - another not in (0, number - other_number) for one, another in pairs) <= 1


def _counts(number: int, line: EdgeLine, other_number: int, other: EdgeLine) -> bool:
    """Whether the first numbers of two lines are as far apart as their pages."""
    ours, theirs = (re.search(r"\d+", one.text) for one in (line, other))
    if ours is None or theirs is None:
        return True
    return int(ours.group()) - int(theirs.group()) == number - other_number


def _number_pages(lines: Mapping[int, EdgeLine]) -> bool:
    """Whether one of the numbers of like lines on several pages is the page's own."""
    offsets = [[int(found) - page for found in re.findall(r"\d+", line.text)] for page, line in lines.items()]
    return len(lines) >= FEWEST and any(len(set(column)) == 1 for column in zip(*offsets, strict=False))


def _is_page_number(key: str) -> bool:
    """Whether a masked line is nothing but a number: '#', '-#-', 'halaman#dari#'; three are a date."""
    return key.count("#") <= 2 and bool(
        re.fullmatch(r"\W*(halaman|hal|page|lembar)?\W*#\W*((dari|of|/)?\W*#)?\W*", key)
    )
