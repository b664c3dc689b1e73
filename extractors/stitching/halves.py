"""Right halves of wide tables whose own page shows no table: their texts by the heights of the left half's rows.

A printed workbook without rules may put number, date and information on one page and the media on the next, or all
left halves first and all right halves after them. A right half of one column looks like a list: laid beside the left
page, it is read with the rows to which it belongs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import zip_longest

from extractors.geometry import Page, Table, Word
from extractors.grids.lines import baselines
from extractors.grids.numbered import NUMBER_HEADING
from extractors.meaning.columns import read_columns, tick_columns
from extractors.meaning.counting import is_recap
from extractors.meaning.grid import Grid, is_column_numbers
from extractors.meaning.roles import header_roles
from extractors.stitching.seams import SAME_HEIGHT, Seam, in_columns_of, is_on, seam_of, with_doubts, with_rows_doubted
from extractors.stitching.spreads import Half, Tables, put_back, side_by_side
from extractors.structure.flow import table_regions
from extractors.values.numbers import read_count
from extractors.vocabulary import Vocabulary

MAX_RUN = 5
"""A table of more left pages than this is not looked for."""
MAX_WIDE = 3
"""A table goes on over so many pages to the right."""

ITEMS, MEETINGS = frozenset({"date", "information", "media"}), frozenset({"date", "activity", "venue"})
WHOLE = (ITEMS, MEETINGS, frozenset({"activity", "date_venue"}), frozenset({"information", "date_media"}))
"""What the columns of a whole table are; one may tell two things."""

Finder = Callable[[Page], list[Table]]


def join_halves(pages: Tables, find: Finder, vocabulary: Vocabulary) -> Tables:
    """The tables by page, each left half with the right half that stands as mere text on a later page.

    `find` finds the tables of a page, and of two pages side by side.
    """
    joiner = _Joiner(pages, find, vocabulary)
    index = 0
    while index < len(pages):
        index += joiner.join(index) or 1
    return joiner.pages


class _Joiner:
    """Joins halves on pages in their order."""

    def __init__(self, pages: Tables, find: Finder, vocabulary: Vocabulary) -> None:
        self.pages = [(page, list(tables)) for page, tables in pages]
        self.find, self.vocabulary = find, vocabulary

    def join(self, start: int) -> int:
        """Joins the halves that begin on the page at `start`; how many pages they take up, 0 where there are none."""
        page, tables = self.pages[start]
        whole: set[int] = set()  # what a table's columns are is looked for last, and once
        for run in range(1, min(MAX_RUN, (len(self.pages) - start) // 2) + 1):
            right = self.pages[start + run][0]
            beside = [table for table in tables if id(table) not in whole and _is_beside(table, page, right)]
            cut = [table for table in beside if _is_cut(table, self.vocabulary)]
            whole |= {id(table) for table in beside} - {id(table) for table in cut}
            seams, found = self._widest(start, run, cut)
            if seams:
                self._put(start, run, len(seams), found)
                last = next(table for table in reversed(found) if len({cell.page for cell in table.cells}) > 1)
                return run * (1 + len(seams)) + self._join_rest(start, run, seams, last)
        return 0

    def _widest(self, start: int, run: int, cut: Sequence[Table]) -> tuple[list[Seam], list[Table]]:
        """The tables of the page at `start` with as many pages at its right, `run` apart, as complete its cut ones."""
        seams: list[Seam] = []
        best: tuple[list[Seam], list[Table]] = ([], [])
        for at in range(start + run, min(len(self.pages), start + MAX_WIDE * run + 1) if cut else 0, run):
            right = self.pages[at][0]
            seam = seam_of(cut[0], self.pages[at - run][0], right)
            if seam is None or not _is_beside(cut[0], self.pages[start][0], right):
                break
            seams = [*seams, seam]
            found = self._laid_beside(start, run, seams)
            whole = sum(_goes_with(cut[0], table, right, self.vocabulary) for table in found) >= len(cut)
            if whole:
                best = seams, found
            if not found or whole != is_recap(Grid(cut[0]), self.vocabulary):  # a recap may go on as long as it can
                break
        return best

    def _join_rest(self, start: int, run: int, seams: Sequence[Seam], whole: Table) -> int:
        """Joins the further left halves of a `whole` table, as wide as the first; how many more pages that takes up.

        They have its columns, even where one of them is blank.
        """
        wide, done = 1 + len(seams), 0
        last = len(self.pages) - run * (wide - 1)
        for index in range(start + 1, start + run) if run > 1 else range(start + wide, last, wide):
            found = self._laid_beside(index, run, seams)
            if not found or not is_on(found[0], self.pages[index + run][0]) or found[0].width > whole.width:
                break
            if found[0].width < whole.width:
                found[0] = in_columns_of(whole, found[0])
            self._put(index, run, len(seams), found)
            done += wide * (run == 1)
        return done

    def _laid_beside(self, index: int, run: int, seams: Sequence[Seam]) -> list[Table]:
        """The tables of the page at `index` with pages `run` apart at its right, each cell on its own page.

        None where their rows do not stand level.
        """
        pages = [page for page, _ in self.pages]
        halves: list[Half] = []
        end = seams[0][0]
        for at, (seam, after) in enumerate(zip_longest(seams, seams[1:]), 1):
            right = pages[index + at * run]
            stop = after[0] if after else right.width
            foot = self._foot(index, index + at * run)
            halves.append(Half(index + at * run, (seam[1], 0.0, stop, foot), (0.0, 0.0, end, right.height)))
            end += stop - seam[1]
        found = self.find(side_by_side(pages[index], pages, halves))
        checked: list[Table | None] = [put_back(table, pages, halves) for table in found]
        for half in halves:
            checked = [table and with_doubts(table, pages[index], pages[half.page]) for table in checked]
        alone = self.pages[index][1]
        return [with_rows_doubted(table, alone, pages[index]) for table in checked if table] if all(checked) else []

    def _foot(self, index: int, at: int) -> float:
        """Down to where the page `at` may belong to the tables of the one at `index`: not what stands apart below."""
        (page, tables), right = self.pages[index], self.pages[at][0]
        foot = max((table_regions(t)[page.number][3] for t in tables if page.number in t.pages), default=right.height)
        for line in baselines(right.words):
            if line[0].top > foot + line[0].size:
                return foot
            foot = max(foot, line[0].bottom)
        return right.height

    def _put(self, index: int, run: int, count: int, whole: Sequence[Table]) -> None:
        """Puts tables over several pages, or over the left one, in the place of the left page's, others on theirs."""
        numbers = {self.pages[at][0].number: at for at in range(index, index + run * count + 1, run)}
        feet = {at: self._foot(index, at) for at in numbers.values() if at != index}
        self.pages[index] = (self.pages[index][0], [])
        for at, foot in feet.items():
            page, tables = self.pages[at]
            self.pages[at] = (page, [table for table in tables if table_regions(table)[page.number][1] > foot])
        for table in whole:
            first = min((cell.page for cell in table.cells), key=lambda number: numbers[number])
            own = table if numbers[first] == index else replace(table, pages=(first,))
            self.pages[numbers[first]][1].append(own)


def _is_cut(table: Table, vocabulary: Vocabulary) -> bool:
    """Whether a table counts posts, or its columns tell some of what items or activities have, but not all."""
    if len(table.pages) != 1:
        return False
    grid = Grid(table)
    known = read_columns(table, vocabulary)  # media are known by their names too, under whatever heading
    if known and known.kind == "recap":  # items may be counted beside their media
        return True
    roles = known.roles if known else header_roles(grid, 0, vocabulary)
    ticked = bool(tick_columns(grid, max(table.header_rows, 1), vocabulary))
    return len(roles) >= 2 and not ("platform" in roles or ticked or any(whole <= set(roles) for whole in WHOLE))


def _is_beside(left: Table, page: Page, right: Page) -> bool:
    """Whether words of `right` are level with a left half's heading, and with lines of its page above that.

    No column there counts rows of its own.
    """
    if len(left.pages) != 1:
        return False
    tops = [*sorted(row_tops(left).values()), table_regions(left)[left.pages[0]][3]]
    start, end = tops[0] - SAME_HEIGHT, tops[1] - SAME_HEIGHT
    above = [word for word in right.words if word.top < start and word.upright]  # names turned upright begin higher
    heads = [word for word in right.words if word.top < end and (word.top >= start or not word.upright)]
    if not heads or _counts_rows(heads):
        return False
    return all(any(abs(line[0].top - word.top) <= SAME_HEIGHT for word in page.words) for line in baselines(above))


def _counts_rows(heads: Sequence[Word]) -> bool:
    """Whether the first of some names, 'No' or 'No' over 'Urut', is that of a column of row numbers."""
    first = min(heads, key=lambda word: word.x0)
    return any(NUMBER_HEADING.fullmatch(word.text) for word in heads if word.x0 < first.x1)


def row_tops(table: Table) -> dict[int, float]:
    """The upper edge of each row that has a cell of its own."""
    tops: dict[int, float] = {}
    for cell in table.cells:
        tops[cell.row] = min(cell.box[1], tops.get(cell.row, cell.box[1]))
    return tops


def _goes_with(left: Table, whole: Table, page: Page, vocabulary: Vocabulary) -> bool:
    """Whether the columns on the right page complete a table of items or activities, or are more counts of posts."""
    grid = Grid(whole)
    numbers = {row for row in grid.rows() if is_column_numbers(grid, row)}
    right = [cell for cell in whole.cells if cell.page == page.number and cell.text and cell.row not in numbers]
    if whole.width <= left.width or not right or not is_on(whole, page) or not _begins_with(whole, left):
        return False
    if not is_recap(Grid(left), vocabulary):
        columns = read_columns(whole, vocabulary)
        return columns is not None and any(wanted <= set(columns.roles) for wanted in WHOLE)
    names = [cell for cell in right if cell.row < max(whole.header_rows, 1)]
    known = [
        c.text
        for c in names
        if any(f(c.text) for f in (vocabulary.platform, vocabulary.content_type, vocabulary.month))
    ]
    counts = [cell.text for cell in right if cell not in names]
    return len(known) * 2 > len(names) and all(read_count(t).exact or any(map(str.isdigit, t)) for t in counts)


def _begins_with(whole: Table, left: Table) -> bool:
    """Whether most of what stands in the first row of a left half stands in that of a table: it is no other one."""
    ours = {cell.text for cell in left.cells if cell.row == 0 and cell.text}
    return len(ours & {cell.text for cell in whole.cells if cell.row == 0}) * 2 > len(ours)
