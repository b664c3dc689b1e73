"""Wide tables that a printed workbook cuts into two pages, laid side by side again before they are read.

Left and right half have the rules between their rows at the same heights, other columns, and the row numbers on the
left. The right half follows its left one at once, or all left halves come first and all right ones after them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise
from typing import NamedTuple

from extractors.geometry import Box, Cell, Fill, Page, Rule, Table, Word, holds
from extractors.grids.lattice import Grid, find_grids
from extractors.grids.lines import baselines
from extractors.grids.strokes import merged

MAX_RUN = 12
"""A table of more left pages than this is not looked for."""
MIN_ROWS = 3
SAME_HEIGHT = 3.0
"""Rules and lines of the two halves that are nearer than so many points are level."""
SHIFTED = 15.0
"""Two sheets do not lie in a scanner at the same height to the point."""
LEVEL = 0.8
"""Part of the rules of each half that are level with one of the other."""
SAME_COLUMN = 2.0
"""Columns that begin within this many points of those of the other page are its columns."""

Tables = list[tuple[Page, list[Table]]]
Finder = Callable[[Page], list[Table]]


class Half(NamedTuple):
    """A right half: where it lies on its page, and where the part to its left ends, level with it."""

    page: int
    """The place of its page in the document."""
    box: Box
    left: Box

    @property
    def shift(self) -> tuple[float, float]:
        """How far it moves to begin where the part to its left ends."""
        return self.left[2] - self.box[0], self.left[1] - self.box[1]

    @property
    def whole(self) -> Box:
        """The part to its left together with it."""
        return (*self.left[:2], self.left[2] + self.box[2] - self.box[0], self.left[3])

    def back(self, box: Box) -> Box:
        """A place of the half laid beside the left part as a place on its own page."""
        return _moved(box, -self.shift[0], -self.shift[1])


Spreads = dict[int, list[Half]]
"""For each page with left halves, by its place in the document: the right ones, from left to right."""


def tables_by_page(pages: Sequence[Page], find: Finder) -> Tables:
    """The tables that `find` finds on each page, right halves with their left ones, each cell on its own page."""
    spreads = find_spreads(pages)
    taken: dict[int, list[Box]] = {}
    for half in chain.from_iterable(spreads.values()):
        taken.setdefault(half.page, []).append(half.box)
    found: Tables = []
    for index, page in enumerate(pages):
        if halves := spreads.get(index):
            tables = find(side_by_side(page, pages, halves))
            found.append((page, [put_back(table, pages, halves) for table in tables]))
        else:
            found.append((page, find(_without(page, taken[index]) if index in taken else page)))
    return found


def find_spreads(pages: Sequence[Page]) -> Spreads:
    """Where the right halves of the pages' tables are."""
    grids = [_grids(page) for page in pages]
    spreads: Spreads = {}
    index = 0
    while index < len(pages):
        run = next(_runs(pages, grids, index), {})
        spreads |= run
        index = max((half.page for half in chain.from_iterable(run.values())), default=index) + 1
    return spreads


def _runs(pages: Sequence[Page], grids: Sequence[Sequence[Grid]], start: int) -> Iterator[Spreads]:
    """The left pages that may begin at `start`, each with its right halves.

    A workbook prints no empty pages: the last of several right ones may be missing.
    """
    for count in range(1, min(MAX_RUN, len(pages) - start - 1) + 1):
        found: Spreads = {}
        right = start + count
        while right < len(pages):
            halves = [_halves(pages, grids, left, right + left - start, found) for left in range(start, start + count)]
            filled = next((k for k, half in enumerate(halves) if not half), count)
            if filled < min(count, 2):
                break
            for left, half in zip(range(start, start + filled), halves, strict=False):
                found.setdefault(left, []).extend(half)
            right += count
            if filled < count:
                break
        if found:
            yield found


def _halves(
    pages: Sequence[Page], grids: Sequence[Sequence[Grid]], left: int, right: int, before: Spreads
) -> list[Half]:
    """The halves on a page; none where something on it is no right half, save below them: what comes after."""
    if right >= len(pages):
        return []
    found = [(ours, theirs) for theirs in grids[right] if (ours := _left_of(theirs, grids[left], pages[right]))]
    end = max((theirs.ys[-1] for _, theirs in found), default=0.0)
    above = sum(theirs.ys[0] < end for theirs in grids[right])
    if len(found) < above or max((len(theirs.ys) for _, theirs in found), default=0) <= MIN_ROWS:
        return []
    ends = {half.left[1]: half.whole for half in before.get(left, [])}
    halves = [Half(right, theirs.box, ends.get(ours.box[1], ours.box)) for ours, theirs in found]
    return halves if _is_level(pages[left], pages[right], halves) else []


def _grids(page: Page) -> list[Grid]:
    """What the page's rules enclose, in two rows at least: a frame is no table."""
    level, upright = merged(page.rules)
    return [grid for grid in find_grids(level, upright, page.words) if len(grid.ys) > 2]


def _left_of(theirs: Grid, grids: Sequence[Grid], page: Page) -> Grid | None:
    """The left half of a grid: one with the same rows and other columns; None where it counts its own rows."""
    if _is_numbered(theirs, page.words):
        return None
    allowed = SHIFTED if page.source == "ocr" else SAME_HEIGHT
    for ours in grids:
        offset = theirs.ys[0] - ours.ys[0]
        if abs(offset) <= allowed and _same_rows(ours.ys, [y - offset for y in theirs.ys]):
            return None if _same_columns(ours.xs, theirs.xs) else ours
    return None


def _same_rows(ours: Sequence[float], theirs: Sequence[float]) -> bool:
    """Whether the rules between rows are level, the last one too."""

    def level(some: Sequence[float], others: Sequence[float]) -> bool:
        near = sum(any(abs(y - other) <= SAME_HEIGHT for other in others) for y in some)
        return near >= LEVEL * len(some)

    return abs(ours[-1] - theirs[-1]) <= SAME_HEIGHT and level(ours, theirs) and level(theirs, ours)


def _same_columns(ours: Sequence[float], theirs: Sequence[float]) -> bool:
    """Whether the columns are the same: the table goes on below, not beside."""
    return len(ours) == len(theirs) and all(abs(a - b) <= SAME_COLUMN for a, b in zip(ours, theirs, strict=True))


def _is_numbered(grid: Grid, words: Sequence[Word]) -> bool:
    """Whether the first column counts the rows: then the page has a table of its own."""
    inside = [w for w in words if grid.xs[0] <= (w.x0 + w.x1) / 2 < grid.xs[1] and holds(grid.box, w.box, SAME_COLUMN)]
    texts = [word.text.strip(" .)") for word in sorted(inside, key=lambda word: word.top)]
    values = [int(text) for text in texts if text.isdecimal() and len(text) <= 3]
    return len(values) > 1 and len(values) * 2 > len(texts) and all(b - a == 1 for a, b in pairwise(values))


def _is_level(left: Page, right: Page, halves: Sequence[Half]) -> bool:
    """Whether what stands over or beside the right halves goes on a line of the left page: a title cut in two."""
    dy = halves[0].shift[1]
    tops = [word.top for word in left.words]
    end = max(half.box[3] for half in halves)
    outside = [word for word in _without(right, [half.box for half in halves]).words if word.top < end]
    return all(any(abs(line[0].top + dy - top) <= SAME_HEIGHT for top in tops) for line in baselines(outside))


# Pages laid side by side ----------------------------------------------------------------------------------


def side_by_side(left: Page, pages: Sequence[Page], halves: Sequence[Half]) -> Page:
    """The left page with the right halves beside their left ones.

    A text that the cut runs through is there on both pages: laid side by side, one stands upon the other.
    """
    words, rules, fills = list(left.words), list(left.rules), list(left.fills)
    for half in halves:
        right, (dx, dy) = pages[half.page], half.shift
        cut = [word for word in words if word.x1 > half.left[2]]
        moved = [_word(w, dx, dy) for w in right.words if holds(half.box, w.box, SAME_COLUMN)]
        words += [word for word in moved if not any(_covers(word, other) for other in cut)]
        rules += [Rule(*_moved(_box(r), dx, dy)) for r in right.rules if holds(half.box, _box(r), SAME_COLUMN)]
        fills += [Fill(_moved(f.box, dx, dy), f.shade) for f in right.fills if holds(half.box, f.box, SAME_COLUMN)]
    width = max(left.width, *(half.whole[2] + left.width - half.left[2] for half in halves))
    return replace(left, words=tuple(words), rules=tuple(rules), fills=tuple(fills), width=width)


def put_back(table: Table, pages: Sequence[Page], halves: Sequence[Half]) -> Table:
    """A table over several pages with each cell on its own; one that a cut parts goes on on the next."""
    cells = table.cells
    numbers = list(table.pages)
    for half in halves:
        number = pages[half.page].number
        put = tuple(_on_its_page(cell, half, number, table.pages[0]) for cell in cells)
        # Where further left halves come before this right half, its page is not where the table goes on.
        if put != cells and number == numbers[-1] + 1:
            numbers.append(number)
        cells = put
    return replace(table, cells=cells, pages=tuple(numbers))


def _on_its_page(cell: Cell, half: Half, number: int, left: int) -> Cell:
    """A cell with its place on the half's page, of that `number`, where it stands in the half."""
    x0, top, x1, bottom = cell.box
    start, end = half.left[2], half.whole[2]
    if cell.page != left or not half.left[1] <= (top + bottom) / 2 <= half.left[3]:
        return cell
    # Without walls a column reaches half-way to its neighbour.
    torn = cell.colspan == 1 and x0 < start < x1
    if start - SAME_COLUMN <= x0 < end - SAME_COLUMN or (torn and (x0 + x1) / 2 > start):
        return replace(cell, page=number, box=half.back((max(x0, start), top, min(x1, end), bottom)))
    if torn:
        return replace(cell, box=(x0, top, start, bottom))
    if x0 < start < x1 - SAME_COLUMN:
        rest = half.back((start, top, min(x1, end), bottom))
        first = cell.box if cell.continued else (x0, top, start, bottom)
        counts = (len(cell.lines),) + (0,) * (len(cell.continued) + 1)
        return replace(cell, box=first, continued=(*cell.continued, (number, rest)), line_counts=counts)
    return cell


def _covers(word: Word, other: Word) -> bool:
    """Whether two words are one and the same, at one place."""
    near = abs(word.x0 - other.x0) < SAME_COLUMN and abs(word.top - other.top) < SAME_COLUMN
    return near and word.text == other.text


def _word(word: Word, dx: float, dy: float) -> Word:
    x0, top, x1, bottom = _moved(word.box, dx, dy)
    return replace(word, x0=x0, top=top, x1=x1, bottom=bottom)


def _moved(box: Box, dx: float, dy: float) -> Box:
    return (box[0] + dx, box[1] + dy, box[2] + dx, box[3] + dy)


def _box(rule: Rule) -> Box:
    return (rule.x0, rule.top, rule.x1, rule.bottom)


def _without(page: Page, boxes: Sequence[Box]) -> Page:
    """The page without what lies in some rectangles."""

    def outside(box: Box) -> bool:
        return not any(holds(other, box, SAME_COLUMN) for other in boxes)

    return replace(
        page,
        words=tuple(word for word in page.words if outside(word.box)),
        rules=tuple(rule for rule in page.rules if outside(_box(rule))),
        fills=tuple(fill for fill in page.fills if outside(fill.box)),
    )
