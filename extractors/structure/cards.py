"""Cards: boxes side by side, each of which holds lines of its own. A reader ends one before beginning the next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from extractors.geometry import Box, Page, Rule, Word, holds

SAME = 2.0
"""Points by which the ends of strokes at one corner differ."""
WIDEST = 0.7
"""A card takes up no more of the page's width than this."""


def cards_of(page: Page, taken: Sequence[Box]) -> list[Box]:
    """The cards of a page from the top, those of one row from the left; `taken` are the rectangles of tables."""
    drawn = [box for box in _boxes(page) if not any(holds(table, box) for table in taken)]
    found = [box for box in drawn if any(_beside(box, other) for other in drawn) and _holds_lines(box, page.words)]
    outer = {box for box in found if not any(other != box and _inside(box, other) for other in found)}
    rows: list[list[Box]] = []
    for box in sorted(outer, key=lambda box: box[1]):
        if rows and any(_beside(box, other) for other in rows[-1]):
            rows[-1].append(box)
        else:
            rows.append([box])
    return [box for row in rows if len(row) > 1 for box in sorted(row)]


def _boxes(page: Page) -> Iterator[Box]:
    """The shaded rectangles of a page, and those that four strokes bound."""
    yield from (fill.box for fill in page.fills if fill.box[2] - fill.box[0] < WIDEST * page.width)
    level: dict[tuple[int, int], list[Rule]] = defaultdict(list)
    for rule in page.rules:
        if rule.horizontal and rule.x1 - rule.x0 < WIDEST * page.width:
            level[round(rule.x0 / SAME), round(rule.x1 / SAME)].append(rule)
    sides = [rule for rule in page.rules if not rule.horizontal]
    for group in level.values():
        for above, below in pairwise(sorted(group, key=lambda rule: rule.top)):
            box = (above.x0, above.top, above.x1, below.bottom)
            if all(any(_bounds(side, x, box) for side in sides) for x in box[::2]):
                yield box


def _bounds(side: Rule, x: float, box: Box) -> bool:
    """Whether an upright stroke at `x` bounds a box from its top to its foot, and no farther."""
    ends = abs(side.top - box[1]) + abs(side.bottom - box[3])
    return abs((side.x0 + side.x1) / 2 - x) < SAME and ends < 2 * SAME


def _beside(one: Box, other: Box) -> bool:
    """Whether two boxes stand side by side."""
    apart = one[2] < other[0] or other[2] < one[0]
    return apart and min(one[3], other[3]) - max(one[1], other[1]) > min(one[3] - one[1], other[3] - other[1]) / 2


def _inside(one: Box, other: Box) -> bool:
    """Whether a box lies within another."""
    return other[0] - SAME < one[0] and one[2] < other[2] + SAME and holds(other, one)


def _holds_lines(box: Box, words: Iterable[Word]) -> bool:
    """Whether lines of text stand in a box one below another."""
    tops = sorted((word.top, word.bottom) for word in words if holds(box, word.box))
    return any(below[0] > tops[0][1] for below in tops)
