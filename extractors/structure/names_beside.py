"""Names of sectors in the margin of their lists, where no rule parts the two: each name becomes a head of its list.

    Unsur           1. Rapat koordinasi ...
    Pemerintah      2. Audiensi ...
    Non Pemerintah  1. Kirab pemilu ...

A name may stand at the top or in the middle of its list, and the list may go on over a page. So the blank strip
between the two tells what is name and what is list, and a list begins where the count begins anew.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from extractors.geometry import Table, Word, holds, size_of
from extractors.structure.flow import Item, Line, only_lines, table_regions
from extractors.structure.outline import read_marker, strip_marker
from extractors.structure.section import SECTORS, Head
from extractors.vocabulary import Vocabulary

NAME_WORDS = 7
"""The name of a sector has so many words at most."""
STRIP = 2.0
"""The blank between names and lists is so many points wide at least."""
NEAR = 3.0
"""The lines of a list stand less than so many type sizes apart."""


@dataclass(frozen=True, slots=True)
class _Blank:
    """A strip without a word, from `x0` to `x1`."""

    x0: float
    x1: float

    def without(self, word: Word) -> Iterator[_Blank]:
        """What a word leaves blank of the strip."""
        if word.x1 <= self.x0 or word.x0 >= self.x1:
            yield self
            return
        rests = (_Blank(self.x0, word.x0), _Blank(word.x1, self.x1))
        yield from (rest for rest in rests if rest.x1 - rest.x0 >= STRIP)


@dataclass(slots=True)
class _List:
    """A list with the words beside it."""

    name: list[Word] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    height: int = 0
    """How many printed lines it takes up."""
    page: int = 0
    """The page on which the last word of its name stands."""

    def takes(self, name: Sequence[Word], page: int) -> bool:
        """Whether words go on with the name: its lines stand right below one another."""
        if not name or not self.name or page != self.page:
            return True
        return name[0].top - self.name[-1].bottom < size_of(name[0])

    def add(self, name: Sequence[Word], rest: Line) -> None:
        """One more line: what stands beside the list, and what of the list."""
        self.name += name
        self.page = rest.page if name else self.page
        self.lines += [rest] if rest.words else []
        self.height += 1


def names_first(flow: Sequence[Item], ruled: Sequence[Table], vocabulary: Vocabulary) -> list[Item]:
    """The flow with the names beside lists put before them as heads; not those that stand in `ruled` tables."""
    boxes = [(page, box) for table in ruled for page, box in table_regions(table).items()]

    def is_free(item: Item) -> bool:
        return isinstance(item, Line) and not any(item.page == page and holds(box, item.box) for page, box in boxes)

    found: list[Item] = []
    for free, items in groupby(flow, is_free):
        stretch = list(items)
        found += _of_lines(list(only_lines(stretch)), vocabulary) if free else stretch
    return found


def _of_lines(lines: Sequence[Line], vocabulary: Vocabulary) -> list[Line]:
    """Some lines, names first."""
    found: list[Line] = []
    at = 0
    while at < len(lines):
        edge = _first_of_list(lines[at])
        lists = list(_lists(lines, at, edge)) if edge is not None else []
        heads = [_head(one, vocabulary) for one in lists]
        whole = bool(heads) and all(heads)
        found += [line for head, one in zip(heads, lists, strict=True) for line in (head, *one.lines) if line and whole]
        found += [] if whole else [lines[at]]
        at += sum(one.height for one in lists) if whole else 1
    return found


def _first_of_list(line: Line) -> float | None:
    """Where the 1 stands that begins a list, alone or behind a name."""
    for index, word in enumerate(line.words[: NAME_WORDS + 1]):
        if word.text[:1] in "(1" and _is_first(Line(line.words[index:], line.page)):
            return word.x0
    return None


def _is_first(line: Line) -> bool:
    """Whether a line begins with the number 1."""
    marker = read_marker(line.text)
    return marker is not None and marker.value == 1 and marker.printed == "1"


def _reach(lines: Sequence[Line], first: int, edge: float) -> tuple[int, _Blank | None]:
    """Behind which line a list ends that begins at `edge`, and the blank between it and the names beside it."""
    blanks = [_Blank(-math.inf, edge)]
    last: Line | None = None
    for index in range(first, len(lines)):
        line = lines[index]
        left = [blank for old in blanks for blank in _without(old, line.words)]
        apart = last is not None and last.page == line.page and line.top - last.bottom > NEAR * line.size
        if apart or (len(blanks) > 1 and len(left) < 2):
            return index, _rightmost(blanks)
        blanks, last = left, line
    return len(lines), _rightmost(blanks)


def _without(blank: _Blank, words: Sequence[Word]) -> list[_Blank]:
    """What the words of a line leave blank of a strip."""
    rests = [blank]
    for word in words:
        rests = [part for rest in rests for part in rest.without(word)]
    return rests


def _rightmost(blanks: Sequence[_Blank]) -> _Blank | None:
    """The strip nearest to the list with words left of it."""
    return max((blank for blank in blanks if blank.x0 > -math.inf), key=lambda blank: blank.x0, default=None)


def _lists(lines: Sequence[Line], first: int, edge: float) -> Iterator[_List]:
    """The lists that begin at a line, each with the words beside it."""
    end, split = _reach(lines, first, edge)
    found = _List()
    for line in lines[first:end] if split else ():
        name = [word for word in line.words if split and word.x1 <= split.x0]
        rest = line.words[len(name) :]
        if rest and _is_first(Line(rest, line.page)) and found.lines:
            yield found
            found = _List()
        if not found.takes(name, line.page):
            break
        found.add(name, Line(rest, line.page))
    if found.lines:
        yield found


def _head(found: _List, vocabulary: Vocabulary) -> Head | None:
    """The head that the name of a list makes, or None where none names a sector beside it, or it does not begin."""
    line = Line(tuple(found.name), found.lines[0].page)
    match = vocabulary.section_by_words(strip_marker(line.text)) if 0 < len(line.words) <= NAME_WORDS else None
    named = match is not None and match.code in SECTORS and _is_first(found.lines[0])
    return Head(line.words, line.page, match.code) if match and named else None
