"""Right halves of wide tables whose own page shows no table: their texts by the heights of the left half's rows.

A printed workbook without rules may put number, date and information on one page and the media on the next, or all
left halves first and all right halves after them. A right half of one column looks like a list; only the left half's
rows tell what belongs together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.geometry import Cell, Page, Table, Word, union
from extractors.grids.text import doubt_of, printed
from extractors.normalise.columns import header_roles, is_recap, read_columns, tick_columns
from extractors.normalise.grid import Grid
from extractors.stitching.spreads import MIN_ROWS, Tables
from extractors.structure.flow import lines_of, table_regions
from extractors.values.numbers import read_count
from extractors.vocabulary import Vocabulary

SAME_HEIGHT = 4.0
"""Rows of the two halves that begin within this many points of one another are one row."""
MAX_RUN = 5
"""A table of more left pages than this is not looked for."""
BLANK = 6.0
"""Points of blank that part two columns."""
LINE_GAP = 0.8
"""A line nearer below another than this part of its height goes on in the same cell."""
MOST = 0.9
"""Rows whose text begins at the same height in both halves, of all that have text in both."""
UNSURE = "baris ini terbagi atas dua halaman; isi halaman kanannya mungkin milik baris lain"

WHOLE = (frozenset({"date", "information", "media"}), frozenset({"date", "activity", "venue"}))
"""What the columns of a whole table are."""

Finder = Callable[[Page], list[Table]]


Edges = tuple[float, ...]
"""Where the right half's columns begin, and where the last one ends."""


def join_halves(pages: Tables, find: Finder, vocabulary: Vocabulary) -> Tables:
    """The tables by page, each left half with the right half that stands as mere text on a later page.

    `find` finds the tables of a page; what is left of a right half's page is looked through again.
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
        tables = self.pages[start][1]
        if not tables:
            return 0
        left = tables[-1]
        for run in range(1, min(MAX_RUN, (len(self.pages) - start) // 2) + 1):
            right = self.pages[start + run][0]
            edges = _columns_by_heading(left, right)
            whole = _with_right(left, right, edges) if edges else None
            if edges and whole and _is_cut(left, self.vocabulary) and _goes_with(left, whole, self.vocabulary):
                lefts = range(start + 1, start + run) if run > 1 else range(start + 2, len(self.pages) - 1, 2)
                self._put(start, -1, run, whole)
                return 2 * run + self._join_rest(lefts, run, edges, left.width)
        return 0

    def _join_rest(self, lefts: range, run: int, edges: Edges, width: int) -> int:
        """Joins the further left halves, each with the page `run` later; how many more pages that takes up."""
        done = 0
        for index in lefts:
            tables, (right, _) = self.pages[index][1], self.pages[index + run]
            whole = _with_right(tables[0], right, edges) if tables and tables[0].width == width else None
            if whole is None:
                break
            self._put(index, 0, run, whole)
            done += 2 * (run == 1)
        return done

    def _put(self, index: int, position: int, run: int, whole: Table) -> None:
        """Puts `whole` in the place of its left half and looks through the rest of the right half's page again."""
        self.pages[index][1][position] = whole
        right = self.pages[index + run][0]
        end = table_regions(whole)[right.number][3]
        self.pages[index + run] = (right, self.find(right.band(end + 1, right.height)))


def _is_cut(table: Table, vocabulary: Vocabulary) -> bool:
    """Whether a table counts posts, or its headings name some of what items or activities have, but not all."""
    if len(table.pages) != 1:
        return False
    grid = Grid(table)
    if is_recap(grid, vocabulary):
        return True
    roles = header_roles(grid, 0, vocabulary)
    ticked = bool(tick_columns(grid, max(table.header_rows, 1), vocabulary))
    return len(roles) >= 2 and not ("platform" in roles or ticked or any(whole <= set(roles) for whole in WHOLE))


def _goes_with(left: Table, whole: Table, vocabulary: Vocabulary) -> bool:
    """Whether the right columns complete a table of items or activities, or are more counts of posts."""
    if not is_recap(Grid(left), vocabulary):
        columns = read_columns(whole, vocabulary)
        return columns is not None and any(wanted <= set(columns.roles) for wanted in WHOLE)
    right = [cell for cell in whole.cells if cell.col >= left.width and cell.text]
    return all(
        vocabulary.platform(cell.text) or vocabulary.content_type(cell.text) or vocabulary.month(cell.text)
        if cell.row == 0
        else read_count(cell.text).exact
        for cell in right
    )


# The right half's page ---------------------------------------------------------------------------------


def _columns_by_heading(left: Table, page: Page) -> Edges | None:
    """The right half's columns by the words at the height of the left half's heading; None where others are above."""
    tops = sorted(row_tops(left).values())
    if len(tops) < MIN_ROWS:
        return None
    start, end, last = tops[0] - SAME_HEIGHT, tops[1] - SAME_HEIGHT, tops[-1] + SAME_HEIGHT
    heads = [word for word in page.words if start <= word.top < end]
    if not heads or any(word.top < start for word in page.words):
        return None
    body = _spans(word for word in page.words if end <= word.top < last)
    edges = [_edge(a, b, body) for a, b in pairwise(_spans(heads))]
    found = [edge for edge in edges if edge is not None]
    return (0.0, *found, page.width) if len(found) == len(edges) else None


def row_tops(table: Table) -> dict[int, float]:
    """The upper edge of each row that has a cell of its own."""
    tops: dict[int, float] = {}
    for cell in table.cells:
        tops[cell.row] = min(cell.box[1], tops.get(cell.row, cell.box[1]))
    return tops


def _spans(words: Iterable[Word]) -> list[tuple[float, float]]:
    """The stretches of a page's width that words take up, from left to right."""
    spans: list[tuple[float, float]] = []
    for x0, x1 in sorted((word.x0, word.x1) for word in words):
        if spans and x0 - spans[-1][1] <= BLANK:
            spans[-1] = (spans[-1][0], max(x1, spans[-1][1]))
        else:
            spans.append((x0, x1))
    return spans


def _edge(left: tuple[float, float], right: tuple[float, float], body: Sequence[tuple[float, float]]) -> float | None:
    """Where the columns of two headings part: in the widest blank of the rows between the headings' middles."""
    low, high = sum(left) / 2, sum(right) / 2
    ends = [low, *(x for span in body for x in span if low < x < high), high]
    blanks = [(b - a, (a + b) / 2) for a, b in pairwise(ends)]
    free = [(width, x) for width, x in blanks if width >= BLANK and not any(x0 < x < x1 for x0, x1 in body)]
    return max(free)[1] if free else None


def _with_right(left: Table, page: Page, edges: Edges) -> Table | None:
    """`left` with the texts of `page` at the heights of its rows; None where they do not fit."""
    tops = row_tops(left)
    rows = _by_row(page, tops, _end(left, page))
    level = [row for row, words in rows.items() if abs(min(w.top for w in words) - tops[row]) <= SAME_HEIGHT]
    if len(rows) * 2 <= len(tops) or (left.method == "stream" and len(level) < MOST * len(rows)):
        return None
    unsure = () if left.method != "stream" else set(rows) - set(level)
    cells = [
        cell
        for row, top in tops.items()
        for cell in _cells(
            rows.get(row, []), (row, left.width), top, edges, page.number, UNSURE if row in unsure else None
        )
    ]
    # Where further left halves come before this right half, its page is not where the table goes on.
    pages = (*left.pages, page.number) if page.number == left.pages[-1] + 1 else left.pages
    return replace(left, cells=(*left.cells, *cells), pages=pages)


def _end(left: Table, page: Page) -> float:
    """Where the last row ends on the right half's page: its lines go on below one another, or rules end it."""
    region = table_regions(left)[left.pages[0]]
    if left.method != "stream":
        return region[3]
    end = max(row_tops(left).values()) + SAME_HEIGHT
    for line in lines_of([word for word in page.words if word.upright], page.number):
        if line.bottom > end and (line.top < end or line.top - end < LINE_GAP * line.size):
            end = line.bottom
        elif line.top >= end:
            break
    return end


def _by_row(page: Page, tops: Mapping[int, float], end: float) -> dict[int, list[Word]]:
    """The words of the right half's page by the left half's rows."""
    rows: dict[int, list[Word]] = {}
    for word in page.words:
        if word.top < end:
            above = [row for row, top in tops.items() if top - SAME_HEIGHT <= word.top] or [min(tops)]
            rows.setdefault(max(above), []).append(word)
    return rows


def _cells(
    words: Sequence[Word], at: tuple[int, int], top: float, edges: Edges, page: int, doubt: str | None
) -> Iterator[Cell]:
    """The cells of one row of the right half, of which `at` is the first one's row and column."""
    for col, (x0, x1) in enumerate(pairwise(edges), at[1]):
        inside = [word for word in words if x0 <= (word.x0 + word.x1) / 2 < x1]
        box = union(word.box for word in inside) if inside else (x0, top, x1, top + 1)
        doubts = dict.fromkeys(filter(None, (doubt, doubt_of(inside))))
        yield Cell(at[0], col, printed(inside), page, box, doubt="; ".join(doubts) or None)
