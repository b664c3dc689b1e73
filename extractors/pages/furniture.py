"""Running headers, footers, page numbers and watermarks taken off the pages.

Furniture is what stands at the same place on most pages, digits apart, outside everything else: it is
looked for from the paper's edge inwards, and ends where the body begins. A table's repeated heading belongs to
its table, not to the furniture: it is shaded, ruled, or stands as near to the next row as rows stand to one another.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.geometry import Fill, Page, Rule, Word, holds, size_of
from extractors.grids.lines import baselines
from extractors.pages.edge_lines import (
    FEWEST,
    MARGIN,
    PLACE,
    Again,
    EdgeLine,
    edge_lines,
    heads_again,
    repeated,
)
from extractors.pages.frames import without_frames
from extractors.pages.watermarks import watermarks

CLOSE = 0.3
"""The two lines of a name stand nearer than this part of their height."""
NEARER = 0.8
"""Lines whose lower edges are less than so many type sizes apart stand side by side: below one another is farther."""

SLACK = 3.0
"""Points by which rules that meet may miss one another."""
INITIALS, DOUBTED_INITIALS = 2, 4
"""Letters that a reader sees in signed initials at most, and where it is not sure of them."""

_SCANNER = re.compile(r"(dipindai dengan|scanned (with|by)|dibuat dengan) ?camscanner|^camscanner$", re.IGNORECASE)


def strip_furniture(pages: Sequence[Page]) -> list[Page]:
    """The pages without what repeats at their edges, without watermarks and frames."""
    pages = without_frames(pages)
    marks = watermarks(pages)
    edges = [(edge_lines(page, top=True), edge_lines(page, top=False)) for page in pages]
    numbers = [page.number for page in pages]
    tops, bottoms = repeated([e[0] for e in edges], numbers), repeated([e[1] for e in edges], numbers)
    for index in heads_again(pages, [e[0] for e in edges]):
        tops[index][0] = Again.WORDS
    stripped = []
    boxes = _boxed(pages, [e[0] for e in edges])
    for page, (top, bottom), repeated_top, repeated_bottom in zip(pages, edges, tops, bottoms, strict=True):
        header = _furniture(page, top, repeated_top, is_top=True)
        footer = _furniture(page, bottom, repeated_bottom, is_top=False)
        if end := boxes.get(page.number, 0.0):
            header = [line for line in top if line.box[3] <= end + SLACK or line in header]
            page = replace(page, rules=tuple(rule for rule in page.rules if rule.bottom > end + 1))
        drop = {id(word) for line in [*header, *footer] for word in line.words} | marks
        drop |= {id(word) for lines in (top, bottom) for word in _initials(page, lines)}
        drop |= {id(word) for line in [*top, *bottom] if _SCANNER.search(line.text) for word in line.words}
        words = tuple(word for word in page.words if id(word) not in drop)
        gone = [word for line in [*header, *footer] for word in line.words]
        fills = tuple(fill for fill in page.fills if not _is_behind(fill, gone, words))
        stripped.append(replace(page, words=words, rules=_rules_of_body(page, header, footer), fills=fills))
    return stripped


def _boxed(pages: Sequence[Page], tops: Sequence[Sequence[EdgeLine]]) -> dict[int, float]:
    """Where a ruled box ends that stands at the head of most pages around the same words, by itself on half of them.

    The heading of a table has rows below it on each page.
    """
    heads = [(page, lines[0]) for page, lines in zip(pages, tops, strict=True) if lines]
    usual = Counter(line.key for _, line in heads).most_common(1)
    alike = [(page, line) for page, line in heads if usual and line.key == usual[0][0]]
    ends = {page.number: _box_end(page, line) for page, line in alike}
    alone = sum(_is_alone(page, ends[page.number]) for page, _ in alike)
    several = len(alike) >= FEWEST and len(alike) * 2 > len(pages) and alone * 2 >= len(alike)
    level = several and min(ends.values()) > 0 and max(ends.values()) - min(ends.values()) < PLACE
    return ends if level and max(ends.values()) < MARGIN * min(page.height for page in pages) else {}


def _box_end(page: Page, line: EdgeLine) -> float:
    """Where the upright rules beside a line end; 0 where it stands in no box."""
    middle = (line.box[1] + line.box[3]) / 2
    ends = [rule.bottom for rule in page.rules if not rule.horizontal and rule.top < middle < rule.bottom]
    return max(ends) if len(ends) > 1 else 0.0


def _is_alone(page: Page, end: float) -> bool:
    """Whether no upright rule goes on where a box ends."""
    return not any(not rule.horizontal and rule.top < end + SLACK < rule.bottom for rule in page.rules)


def _is_behind(fill: Fill, gone: Sequence[Word], words: Sequence[Word]) -> bool:
    """Whether a fill is the bar behind words that are taken off, and behind no others: it is no row of a table."""
    return any(holds(fill.box, word.box) for word in gone) and not any(holds(fill.box, word.box) for word in words)


def _initials(page: Page, lines: Sequence[EdgeLine]) -> list[Word]:
    """The outermost lone word of a scan that is short, or doubted, and stands apart: initials signed at the foot."""
    if page.source != "ocr" or not lines or len(lines[0].words) != 1:
        return []
    (word,) = lines[0].words
    if len(word.text) > (DOUBTED_INITIALS if word.doubt else INITIALS) or any(map(str.isdigit, word.text)):
        return []
    reach = word.bottom - word.top
    near = (w for w in page.words if w is not word and w.bottom > word.top - reach and w.top < word.bottom + reach)
    return [] if any(near) else [word]


def _furniture(page: Page, lines: list[EdgeLine], again: list[Again], is_top: bool) -> list[EdgeLine]:
    """The repeated lines before the first that is not, less those that belong to a table.

    A line that numbers the pages is part of no table, though it stands in a bar.
    """
    outer = list(lines[: next((n for n, how in enumerate(again) if how is Again.NO), len(lines))])
    while outer and again[len(outer) - 1] is Again.WORDS:
        if not _in_table(page, outer[-1], is_top) and not _is_interlaced(page, outer):
            break
        outer.pop()
    return outer


def _is_interlaced(page: Page, outer: Sequence[EdgeLine]) -> bool:
    """Whether the innermost line stands beside what is no furniture: names of a table's columns.

    So does a name's first line right over its second, where that is none.
    """
    x0, top, x1, bottom = outer[-1].box
    taken = {id(word) for line in outer for word in line.words}
    body = [word for word in page.words if id(word) not in taken]
    under = (word for word in body if word.x0 < x1 and word.x1 > x0 and word.bottom > bottom)
    held = min((word.top for word in under), default=page.height) - bottom < CLOSE * (bottom - top)
    beside = any(abs(word.bottom - bottom) < NEARER * size_of(word) for word in body)
    return beside or (held and len(outer[-1].words) == 1)


def _in_table(page: Page, line: EdgeLine, is_top: bool) -> bool:
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


def _is_row(page: Page, line: EdgeLine, is_top: bool) -> bool:
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


def _rules_of_body(page: Page, header: list[EdgeLine], footer: list[EdgeLine]) -> tuple[Rule, ...]:
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
    within = level.x0 - SLACK <= upright.x0 <= level.x1 + SLACK
    return within and upright.top - SLACK <= level.top <= upright.bottom + SLACK
