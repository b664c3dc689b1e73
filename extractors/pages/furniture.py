"""Running headers, footers, page numbers and watermarks taken off the pages.

Furniture is what stands at the same place on most pages, digits apart, outside everything else: it is
looked for from the paper's edge inwards, and ends where the body begins. A table's repeated heading belongs to
its table, not to the furniture: it is shaded, ruled, or stands as near to the next row as rows stand to one another.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from extractors.geometry import Box, Page, Rule, Word, union
from extractors.grids.lines import baselines
from extractors.pages.frames import without_frames

MARGIN = 0.16
"""Header and footer stand in this part of the page's height."""
PLACE = 5.0
"""How many points furniture may move from page to page."""
INTERLACED = 0.3
"""Lines that share this part of their height stand side by side, in columns."""
LARGE = 1.8
"""A watermark's letters are this many times as large as the page's."""
SEVERAL, LONG = 4, 5
"""Words of a line, and letters of a word for each that may be misread, that tell it is the same line still."""

MONTH = 9
"""The name of a month has no more letters."""
INITIALS, DOUBTED_INITIALS = 2, 4
"""Letters that a reader sees in signed initials at most, and where it is not sure of them."""
FEWEST = 3
"""Fewer pages than this do not show that a number counts them."""

_ROMAN = re.compile(r"^[\W_]*[ivxlc]{1,7}[\W_]*$")
_SCANNER = re.compile(r"(dipindai dengan|scanned (with|by)|dibuat dengan) ?camscanner|^camscanner$", re.IGNORECASE)


class _Line(NamedTuple):
    """One printed line near the edge: its words, its text with digits masked, its distance from that edge."""

    words: list[Word]
    key: str
    distance: float
    box: Box


def strip_furniture(pages: Sequence[Page]) -> list[Page]:
    """The pages without what repeats at their edges, without watermarks and frames."""
    pages = without_frames(pages)
    marks = _watermarks(pages)
    edges = [(_edge_lines(page, top=True), _edge_lines(page, top=False)) for page in pages]
    numbers = [page.number for page in pages]
    tops, bottoms = _repeated([e[0] for e in edges], numbers), _repeated([e[1] for e in edges], numbers)
    for index in _heads_again(pages, [e[0] for e in edges]):
        tops[index][0] = _Again.WORDS
    stripped = []
    for page, (top, bottom), repeated_top, repeated_bottom in zip(pages, edges, tops, bottoms, strict=True):
        header = _furniture(page, top, repeated_top, is_top=True)
        footer = _furniture(page, bottom, repeated_bottom, is_top=False)
        drop = {id(word) for line in [*header, *footer] for word in line.words} | marks
        drop |= {id(word) for lines in (top, bottom) for word in _initials(page, lines)}
        drop |= {id(word) for line in [*top, *bottom] if _SCANNER.search(_text(line.words)) for word in line.words}
        words = tuple(word for word in page.words if id(word) not in drop)
        stripped.append(replace(page, words=words, rules=_rules_of_body(page, header, footer)))
    return stripped


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def _edge_lines(page: Page, top: bool) -> list[_Line]:
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
        lines.append(_Line(words, _masked(_text(words)), distance, box))
    return lines if top else lines[::-1]


def _masked(text: str) -> str:
    """The text with numbers masked and case folded, so that page numbers look alike."""
    folded = re.sub(r"\s+", "", text).casefold()
    return "#" if _ROMAN.match(folded) else re.sub(r"\d+", "#", folded)


class _Again(Enum):
    """How surely a line is the same on the other pages: not, by its words, also by a number that counts the pages."""

    NO, WORDS, NUMBER = range(3)


def _initials(page: Page, lines: Sequence[_Line]) -> list[Word]:
    """The outermost lone word of a scan that is short, or doubted, and stands apart: initials signed at the foot."""
    if page.source != "ocr" or not lines or len(lines[0].words) != 1:
        return []
    (word,) = lines[0].words
    if len(word.text) > (DOUBTED_INITIALS if word.doubt else INITIALS) or any(map(str.isdigit, word.text)):
        return []
    reach = word.bottom - word.top
    near = (w for w in page.words if w is not word and w.bottom > word.top - reach and w.top < word.bottom + reach)
    return [] if any(near) else [word]


def _repeated(pages: Sequence[Sequence[_Line]], numbers: Sequence[int]) -> list[list[_Again]]:
    """For each edge line, whether enough pages have the same at the same place, and page numbers count the pages."""
    known = _as_one(line for lines in pages for line in lines)
    places: dict[str, list[tuple[int, _Line]]] = defaultdict(list)
    for number, lines in zip(numbers, pages, strict=True):
        for line in lines:
            places[known[line.key]].append((number, line))
    count = len(pages)

    def enough(number: int, line: _Line) -> _Again:
        near = {n: other for n, other in places[known[line.key]] if abs(other.distance - line.distance) <= PLACE}
        same = {n: other for n, other in near.items() if _differ_little(number, line, n, other)}
        if _is_page_number(line.key):
            return _Again(any(_counts(number, line, n, other) for n, other in same.items() if n != number))
        if len(same) < max(2, min(count, 3), 0.4 * count):
            return _Again.NO
        return _Again.NUMBER if _number_pages(same) else _Again.WORDS

    return [[enough(number, line) for line in lines] for number, lines in zip(numbers, pages, strict=True)]


def _heads_again(pages: Sequence[Page], tops: Sequence[Sequence[_Line]]) -> list[int]:
    """The pages whose head is that of the page before, where every page has one: a workbook's with its sheets' names.

    They stand in the middle of the sheet, all at one height.
    """
    if len(tops) <= FEWEST or not all(tops):
        return []
    heads = [lines[0] for lines in tops]
    middles = [abs((head.box[0] + head.box[2]) - page.width) for page, head in zip(pages, heads, strict=True)]
    if max(middles) > PLACE or max(h.distance for h in heads) - min(h.distance for h in heads) > PLACE:
        return []
    return [index for index, (a, b) in enumerate(pairwise(heads), 1) if _text(a.words) == _text(b.words)]


def _as_one(lines: Iterable[_Line]) -> dict[str, str]:
    """For each key the most frequent that is the same but for misread letters, as small print has on scans."""
    counted: dict[str, list[_Line]] = defaultdict(list)
    for line in lines:
        counted[line.key].append(line)
    known: dict[str, str] = {}
    for key in sorted(counted, key=lambda key: -len(counted[key])):
        like = (o for o in known.values() if _misread(counted[key][0].words, counted[o][0].words))
        known[key] = next(like, key)
    return known


def _misread(one: Sequence[Word], other: Sequence[Word]) -> bool:
    """Whether two lines have the same words, some of the long ones with a wrong letter or two."""
    if len(one) != len(other) or len(one) < SEVERAL:
        return False
    pairs = [(_masked(a.text), _masked(b.text)) for a, b in zip(one, other, strict=True)]
    return all(a == b or (len(a) >= LONG and Levenshtein.distance(a, b) <= len(a) // LONG) for a, b in pairs)


def _differ_little(number: int, line: _Line, other_number: int, other: _Line) -> bool:
    """Whether no more than one number of two like lines differs, page numbers apart: what varies is no furniture.

    Nor is a date, in figures or with the name of its month, unless it is the same.
    """
    ours, theirs = (re.findall(r"\d+", _text(one.words)) for one in (line, other))
    pairs = [(int(one), int(another)) for one, another in zip(ours, theirs, strict=False)]
    if sum(map(str.isalpha, line.key)) <= MONTH and len(ours) > 1:
        return ours == theirs or _is_page_number(line.key)
    return sum(one - another not in (0, number - other_number) for one, another in pairs) <= 1


def _counts(number: int, line: _Line, other_number: int, other: _Line) -> bool:
    """Whether the first numbers of two lines are as far apart as their pages."""
    ours, theirs = (re.search(r"\d+", _text(one.words)) for one in (line, other))
    if ours is None or theirs is None:
        return True
    return int(ours.group()) - int(theirs.group()) == number - other_number


def _number_pages(lines: Mapping[int, _Line]) -> bool:
    """Whether one of the numbers of like lines on several pages is the page's own."""
    offsets = [[int(found) - page for found in re.findall(r"\d+", _text(line.words))] for page, line in lines.items()]
    return len(lines) >= FEWEST and any(len(set(column)) == 1 for column in zip(*offsets, strict=False))


def _is_page_number(key: str) -> bool:
    """Whether a masked line is nothing but a number: '#', '-#-', 'halaman#dari#'; three are a date."""
    return key.count("#") <= 2 and bool(
        re.fullmatch(r"\W*(halaman|hal|page|lembar)?\W*#\W*((dari|of|/)?\W*#)?\W*", key)
    )


def _furniture(page: Page, lines: list[_Line], repeated: list[_Again], is_top: bool) -> list[_Line]:
    """The repeated lines before the first that is not, less those that belong to a table.

    A line that numbers the pages is part of no table, though it stands in a bar.
    """
    outer = list(lines[: next((n for n, again in enumerate(repeated) if again is _Again.NO), len(lines))])
    while outer and repeated[len(outer) - 1] is _Again.WORDS:
        if not _in_table(page, outer[-1], is_top) and not _is_interlaced(page, outer):
            break
        outer.pop()
    return outer


def _is_interlaced(page: Page, outer: Sequence[_Line]) -> bool:
    """Whether the innermost line shares part of its height with what is no furniture: names of a table's columns.

    So does a name's first line right over its second, where that is none.
    """
    x0, top, x1, bottom = outer[-1].box
    taken = {id(word) for line in outer for word in line.words}
    body = [word for word in page.words if id(word) not in taken]
    shared = max((min(word.bottom, bottom) - max(word.top, top) for word in body), default=0.0)
    under = (word for word in body if word.x0 < x1 and word.x1 > x0 and word.bottom > bottom)
    held = min((word.top for word in under), default=page.height) - bottom < INTERLACED * (bottom - top)
    return shared > INTERLACED * (bottom - top) or (held and len(outer[-1].words) == 1)


def _in_table(page: Page, line: _Line, is_top: bool) -> bool:
    """Whether a line is shaded, stands between upright rules, or is a row among rows."""
    x0, top, x1, bottom = line.box
    middle = (top + bottom) / 2
    for fill in page.fills:
        left, upper, right, lower = fill.box
        if upper <= middle <= lower and left < x1 and right > x0 and fill.shade < 0.99 and lower - upper < 60:
            return True
    uprights = [r for r in page.rules if not r.horizontal and r.top - 1 <= middle <= r.bottom + 1]
    if len(uprights) >= 2:
        return True
    return _is_row(page, line, is_top)


def _is_row(page: Page, line: _Line, is_top: bool) -> bool:
    """Whether a line of several parts stands close to the next line of the body, which has parts too."""
    height = line.box[3] - line.box[1]
    parts = _parts(line.words)
    if parts < 3:
        return False
    if is_top:
        body = [w for w in page.words if w.top > line.box[3] - 0.3 * height]
        body = [w for w in body if w.top < line.box[3] + 1.2 * height]
    else:
        body = [w for w in page.words if w.bottom < line.box[1] + 0.3 * height]
        body = [w for w in body if w.bottom > line.box[1] - 1.2 * height]
    return any(_parts(near) >= 3 for near in baselines(body))


def _parts(words: Sequence[Word]) -> int:
    """In how many parts wide gaps cut a line."""
    gaps = (b.x0 - a.x1 > 1.2 * (a.size or a.bottom - a.top) for a, b in pairwise(words))
    return 1 + sum(gaps)


def _rules_of_body(page: Page, header: list[_Line], footer: list[_Line]) -> tuple[Rule, ...]:
    """The rules without those that underline the header or stand over the footer."""
    top = max((line.box[3] for line in header), default=-1.0)
    bottom = min((line.box[1] for line in footer), default=page.height + 1)
    body = [w for w in page.words if w.top > top - 1 and w.bottom < bottom + 1]
    first = min((w.top for w in body), default=page.height)
    last = max((w.bottom for w in body), default=0.0)
    top_end, bottom_start = min(top + 12, first), max(bottom - 12, last)

    uprights = [rule for rule in page.rules if not rule.horizontal]

    def outside(rule: Rule) -> bool:
        at_edge = (bool(header) and rule.bottom < top_end) or (bool(footer) and rule.top > bottom_start)
        return rule.horizontal and at_edge and not any(_meet(rule, upright) for upright in uprights)

    return tuple(rule for rule in page.rules if not outside(rule))


def _meet(level: Rule, upright: Rule) -> bool:
    """Whether an upright rule starts, ends or crosses at a level one: then that is part of a table."""
    slack = 3
    within = level.x0 - slack <= upright.x0 <= level.x1 + slack
    return within and upright.top - slack <= level.top <= upright.bottom + slack


def _watermarks(pages: Sequence[Page]) -> set[int]:
    """Identities of the words of watermarks: set aslant, or large and at one place on most pages."""
    marks = {id(word) for page in pages for word in page.words if word.angle % 90}
    count = max(3, 0.6 * len(pages))
    large = [(page, word) for page in pages for word in _large(page)]
    seen = Counter(_place(page, word) for page, word in large)
    marks |= {id(word) for page, word in large if seen[_place(page, word)] >= count}
    return marks


def _place(page: Page, word: Word) -> tuple[str, int, int]:
    """A word and where it stands from the middle of its page, which is the same on a page turned to landscape."""
    return (word.text, round((word.x0 - page.width / 2) / 8), round((word.top - page.height / 2) / 8))


def _large(page: Page) -> Iterator[Word]:
    """Words much larger than most of the page's."""
    sizes = sorted(word.size for word in page.words)
    if sizes:
        usual = sizes[len(sizes) // 2]
        yield from (word for word in page.words if word.size > LARGE * usual)
