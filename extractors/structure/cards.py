"""Cards: boxes side by side, each of which holds lines of its own. A reader ends one before beginning the next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from extractors.geometry import Box, Page, Rule, Word, holds, size_of
from extractors.grids.gutters import page_columns

SAME = 2.0
"""Points by which the ends of strokes at one corner differ."""
WIDEST = 0.7
"""A card takes up no more of the page's width than this."""
SMALLEST = 40.0
"""It is so many points wide, and half as high, at least."""
FIRST = 30
"""So many strokes at one place are looked at."""
MOST = 100
"""More boxes on a page are no cards."""
CLOSE = 1.2
"""Lines of a text in columns stand nearer than so many type sizes, those of both columns seen together."""
FEWEST = 6
"""So many full lines make a text in columns."""


def cards_of(page: Page, taken: Sequence[Box]) -> list[Box]:
    """The cards of a page from the top, those of one row from the left; `taken` are the rectangles of tables."""
    drawn = [box for box in _boxes(page, taken) if _is_card(box, page)]
    if not 1 < len(drawn) <= MOST:
        return []
    found = [box for box in drawn if any(_beside(box, other) for other in drawn) and _holds_lines(box, page.words)]
    outer = {box for box in found if not any(other != box and _inside(box, other) for other in found)}
    rows: list[list[Box]] = []
    for box in sorted(outer, key=lambda box: box[1]):
        if rows and any(_beside(box, other) for other in rows[-1]):
            rows[-1].append(box)
        else:
            rows.append([box])
    return [box for row in rows if len(row) > 1 for box in sorted(row)]


def columns_of(words: Iterable[Word]) -> Iterator[list[list[Word]]]:
    """The words of each text that is set in columns, those of one column after those of another."""
    band: list[Word] = []
    end = 0.0
    for word in (*sorted(words, key=lambda word: word.top), None):
        if word is None or (band and word.top - end > CLOSE * min(size_of(word), size_of(band[-1]))):
            columns = [held for held, _ in page_columns(band, (), FEWEST)]
            if len(columns) > 1:
                yield columns
            band = []
        if word:
            band.append(word)
            end = max(end, word.bottom)


def _boxes(page: Page, taken: Sequence[Box]) -> Iterator[Box]:
    """The shaded rectangles of a page outside tables, and those that four strokes bound."""
    yield from (fill.box for fill in page.fills if not any(holds(table, fill.box) for table in taken))
    level: dict[tuple[int, int], list[Rule]] = defaultdict(list)
    sides: dict[int, list[Rule]] = defaultdict(list)
    for rule in page.rules:
        if any(holds(table, (rule.x0, rule.top, rule.x1, rule.bottom), SAME) for table in taken):
            continue
        if rule.horizontal:
            level[round(rule.x0 / SAME), round(rule.x1 / SAME)].append(rule)
        else:
            sides[round((rule.x0 + rule.x1) / 2 / SAME)].append(rule)
    for group in level.values():
        for above, below in pairwise(sorted(group, key=lambda rule: rule.top)):
            box = (above.x0, above.top, above.x1, below.bottom)
            if all(any(_bounds(side, box) for side in _near(sides, x)) for x in box[::2]):
                yield box


def _near(sides: Mapping[int, Sequence[Rule]], x: float) -> list[Rule]:
    """The first upright strokes at a place."""
    at = round(x / SAME)
    return [side for key in (at - 1, at, at + 1) for side in sides.get(key, ())[:FIRST]]


def _bounds(side: Rule, box: Box) -> bool:
    """Whether an upright stroke bounds a box from its top to its foot, and no farther."""
    return abs(side.top - box[1]) + abs(side.bottom - box[3]) < 2 * SAME


def _is_card(box: Box, page: Page) -> bool:
    """Whether a box is of a size that lines of text fit in, and others beside it."""
    return SMALLEST < box[2] - box[0] < WIDEST * page.width and box[3] - box[1] > SMALLEST / 2


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
