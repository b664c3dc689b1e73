"""What a page begins with that is the rest of the table with which the page before ended, and no table by itself.

The rest of a row, or the last row alone, tells no columns, though the heading stands over it once more. The table
before does, and only what stands at the places of its columns is taken.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf

from extractors.geometry import Cell, Page, Table, Word, filled
from extractors.grids.centred import centred_groups
from extractors.grids.drafts import Draft, cells_of
from extractors.grids.layout import Layout
from extractors.grids.lines import TextLine, baselines, segment, text_line, usual_space
from extractors.grids.row import Row as LineRow
from extractors.grids.stream import full_rules
from extractors.grids.strokes import edges_of
from extractors.grids.values import first_unstacked
from extractors.stitching.columns import aligned, column_edges
from extractors.stitching.rows import appended
from extractors.stitching.spreads import Tables
from extractors.stitching.stitch import is_open
from extractors.structure.flow import table_regions
from extractors.values.row_numbers import row_number

SAME_PLACE = 2.5
"""Texts of a column begin, end or are centred within this many points of one another."""
USUAL = 0.6
"""A place is that of a column where this part of its texts stand there."""
SPACE = 0.4
"""Words of two columns have more blank between them than this many type sizes."""
ABOVE = 2.5
"""A text that begins so many points over its row's number stands about it."""
APART = 4.0
"""Lines farther apart than this many type sizes are not of one table."""
DEEPEST = 3
"""Names of columns have so many lines at most."""

Row = dict[int, list[Word]]
"""The words of a line or row by column."""


def with_overflow(pages: Tables) -> Tables:
    """The tables by page, with what stands over the first table of a page and is the rest of the one before it."""
    read = [(page, sorted(tables, key=lambda table: table_regions(table)[page.number][1])) for page, tables in pages]
    for (before, uppers), (page, tables) in pairwise(read):
        if uppers and is_open(before, uppers[-1], page):
            _take_in(uppers[-1], before, page, tables)
    return read


def _take_in(upper: Table, before: Page, page: Page, tables: list[Table]) -> None:
    """Puts the rest of `upper` on `page` before the tables of that page, in the place of one that is a part of it."""
    columns = _columns(upper, before)
    if columns is None:
        return
    printed = baselines(page.words)
    head = columns.heading(printed)
    lines = columns.rest(printed[len(head) :])
    if not lines:
        return
    end = max(line.bottom for line in lines) + 4
    regions = [table_regions(table)[page.number] for table in tables]
    if head:
        if all(top >= end for _, top, _, _ in regions):
            tables.insert(0, columns.table(lines, page, upper.method, head))
        return
    inner = [t for t, box in zip(tables, regions, strict=True) if t.width <= upper.width and box[3] <= end]
    if inner and inner[0] is tables[0]:
        if regions[0][1] <= lines[0].top + 1 and tables[0].width == upper.width:
            return  # the finder has seen it all
        tables[:] = [table for table in tables if table not in inner]
    elif tables:
        lines = [line for line in lines if line.bottom <= regions[0][1] + 1]
    if lines:
        _put_over(columns.table(lines, page, upper.method), page, tables, columns.hanging)


def _put_over(rest: Table, page: Page, tables: list[Table], hanging: bool) -> None:
    """Puts `rest` before the tables of a page, as one with the first where that one is right below it and goes on.

    Where the texts of a row begin level with its number (`hanging`), what stands above a number is no part of its row.
    """
    end = table_regions(rest)[page.number][3]
    below = tables[0] if tables and not tables[0].header_rows else None
    start = table_regions(below)[page.number][1] if below else 0.0
    between = any(end < (word.top + word.bottom) / 2 < start for word in page.words)
    whole = aligned(rest, below) if below and not between else None
    if whole:
        tables[0] = appended(rest, whole, cut=False if hanging else None)
    else:
        tables.insert(0, rest)


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns of a table: their edges, where their texts stand, and the last row's number where rows have one."""

    edges: Sequence[float]
    places: Sequence[Sequence[tuple[int, float]]]
    """For each column (0, left end), (1, middle) and (2, right end), those that its texts share."""
    numbered: bool
    number: int | None
    hanging: bool
    """Whether the texts of a row begin level with its number, not above it."""
    walled: bool
    names: Sequence[str] = ()
    """The name of each column, where they are of one row."""

    @property
    def reach(self) -> Sequence[float]:
        """The edges of the columns for words: where no wall stands, the last one reaches as far as its words do."""
        return self.edges if self.walled else [*self.edges[:-1], inf]

    def rest(self, printed: Iterable[list[Word]]) -> list[TextLine]:
        """The first lines below the heading of a page, as far as they stand in these columns."""
        lines: list[TextLine] = []
        number = self.number
        for words in printed:
            line = text_line(words, 1.0)
            row = self.row(line)
            apart = lines and line.base - lines[-1].base > APART * line.size
            if row is None or apart or not self._is_of_table(row, number):
                break
            number = _value(row) if _value(row) is not None else number
            lines.append(line)
        return lines

    def heading(self, printed: Sequence[list[Word]]) -> list[TextLine]:
        """The first printed lines of a page if they are the names of these columns, each in its own; else none."""
        lines = [text_line(words, 1.0) for words in printed[:DEEPEST]] if self.names else []
        for count in range(1, len(lines) + 1):
            names = self._by_column(lines[:count])
            if [_text(names[col]) if col in names else "" for col in range(len(self.names))] == [*self.names]:
                return list(lines[:count])
        return []

    def _by_column(self, lines: Sequence[TextLine]) -> Row:
        """The words of lines by the column in which their middle stands."""
        found: Row = {}
        for word in (word for line in lines for word in line.words):
            col = bisect_right(self.reach, (word.x0 + word.x1) / 2) - 1
            found.setdefault(max(col, 0), []).append(word)
        return found

    def row(self, line: TextLine) -> Row | None:
        """The words of a line by column; None where they do not stand at the columns' places."""
        row: Row = {}
        for word in line.words:
            middle = (word.x0 + word.x1) / 2
            col = next((col for col, (x0, x1) in enumerate(pairwise(self.reach)) if x0 <= middle < x1), None)
            if col is None or (row and col < max(row)):
                return None
            row.setdefault(col, []).append(word)
        counted = self.numbered and _value(row) is not None  # figures set right all but touch the text beside them
        parts = [words for col, words in row.items() if col or not counted]
        near = any(b[0].x0 - a[-1].x1 < SPACE * line.size for a, b in pairwise(parts))
        return row if not near and all(self._is_placed(col, words) for col, words in row.items()) else None

    def _is_placed(self, col: int, words: Sequence[Word]) -> bool:
        """Whether words stand where a column's texts do."""
        return any(abs(_ends(words)[at] - x) <= SAME_PLACE for at, x in self.places[col])

    def _is_of_table(self, row: Row, number: int | None) -> bool:
        """Whether a line can be one of the table's: it has the next number, or is no title, nor an item of a list."""
        value = _value(row)
        if self.numbered and value is not None and number is not None and value == number + 1:
            return len(row) > 1
        if 0 in row:
            return len(row) > 2 and (value is not None or not self.numbered)
        figures = sum(any(char.isdigit() for word in words for char in word.text) for words in row.values())
        bold = all(word.bold for words in row.values() for word in words)
        return figures > 1 or not bold

    def table(self, lines: Sequence[TextLine], page: Page, method: str, head: Sequence[TextLine] = ()) -> Table:
        """The table that lines of a page make in these columns, under the lines of its heading."""
        level, _ = edges_of(page)
        edges = self.edges if self.walled else [*self.edges[:-1], max(self.edges[-1], *(line.x1 for line in lines))]
        left, right = edges[0], edges[-1]
        top, bottom = lines[0].top, max(line.bottom for line in lines)
        rules = [
            rule
            for rule in level
            if lines[0].base < rule.at < lines[-1].base and rule.start < right and rule.end > left
        ]
        full = full_rules(rules, (left, top, right, bottom))
        if self.numbered and len(full) == len(rules):
            drafts, tops = self._drafts(self._groups(lines, full), lines)
        else:
            separators = [(x - 0.5, x + 0.5) for x in edges[1:-1]]
            layout = Layout(separators, lines, 0, left + 1, right - 1, usual_space(line.words for line in lines))
            drafts, _, tops = layout.drafts(rules, full)
        if head:
            names = [Draft(0, col, tuple(words)) for col, words in self._by_column(head).items()]
            drafts, tops = [*names, *(replace(draft, row=draft.row + 1) for draft in drafts)], [head[0].top, *tops]
        return Table(cells_of(drafts, edges, [*tops, bottom], page.number), method, (page.number,), int(bool(head)))

    def _groups(self, lines: Sequence[TextLine], floors: Sequence[float]) -> list[list[int]]:
        """The rows of numbered lines: a line without a number belongs to the row above, if no rule is between them.

        Nor does it if both have figures in the same columns. Where texts are set about their number it may belong to
        the row below it.
        """
        keys = [index for index, line in enumerate(lines) if 0 in (self.row(line) or {})]
        bands = [bisect_right(floors, line.base) for line in lines]
        if floors and len({bands[key] for key in keys}) == len(keys):  # a number may stand amid its row
            return [[i for i, band in enumerate(bands) if band == held] for held in sorted(set(bands))]
        rows = [LineRow(line, {col: segment(words) for col, words in (self.row(line) or {}).items()}) for line in lines]
        groups: list[list[int]] = []
        for index, start in enumerate(first_unstacked(rows)):
            ruled = groups and any(lines[index - 1].base < y < lines[index].base for y in floors)
            if groups and not ruled and index not in keys and start <= groups[-1][0]:
                groups[-1].append(index)
            else:
                groups.append([index])
        if self.hanging or floors:
            return groups
        return centred_groups(rows, [(key,) for key in keys], groups, least=1) or groups

    def _drafts(self, groups: Sequence[Sequence[int]], lines: Sequence[TextLine]) -> tuple[list[Draft], list[float]]:
        """The cells of rows of these lines, and the top of each row."""
        drafts: list[Draft] = []
        for number, group in enumerate(groups):
            held: Row = {}
            for index in group:
                for col, words in (self.row(lines[index]) or {}).items():
                    held.setdefault(col, []).extend(words)
            drafts += [Draft(number, col, tuple(words)) for col, words in held.items()]
        return drafts, [lines[group[0]].top for group in groups]


def _columns(table: Table, page: Page) -> _Columns | None:
    """The columns of a table by what stands in them on its last page; None where it has less than three."""
    edges = column_edges(table)
    if edges is None or len(edges) < 4:
        return None
    texts: dict[int, list[Sequence[Word]]] = {col: [] for col in range(table.width)}
    cells = list(filled((cell for cell in table.cells if cell.row >= table.header_rows), page))
    for cell, inside in cells:
        if cell.colspan == 1:
            texts[cell.col] += baselines(inside)[:1]
    numbers = [number for words in texts[0] if (number := row_number(_text(words))) is not None]
    numbered = len(numbers) * 2 > len(texts[0])
    places = [_places(found) for found in texts.values()]
    last, walled = numbers[-1] if numbered else None, table.method == "lattice"
    names = table.rows()[0] if table.header_rows == 1 else ()
    return _Columns(edges, places, numbered, last, _hangs(cells), walled, names)


def _hangs(cells: Iterable[tuple[Cell, list[Word]]]) -> bool:
    """Whether the texts of most rows begin level with the row's number, where some are of several lines."""
    firsts: dict[int, dict[int, float]] = {}
    for cell, inside in cells:
        if len(cell.lines) > (cell.col > 0):
            firsts.setdefault(cell.row, {})[cell.col] = min((word.bottom for word in inside), default=cell.box[3])
    tall = [row for row in firsts.values() if 0 in row and len(row) > 1]
    above = sum(min(row.values()) < row[0] - ABOVE for row in tall)
    return above * 2 <= len(tall)


def _places(texts: Sequence[Sequence[Word]]) -> list[tuple[int, float]]:
    """Which ends, or the middle, most of a column's texts share, and where."""
    found = []
    for at in range(3):
        values = sorted(_ends(words)[at] for words in texts)
        usual = [sum(abs(value - x) <= SAME_PLACE for value in values) for x in values]
        if usual and max(usual) >= USUAL * len(values):
            found.append((at, values[usual.index(max(usual))]))
    return found


def _ends(words: Sequence[Word]) -> tuple[float, float, float]:
    """Left end, middle and right end of words in a row."""
    x0, x1 = min(word.x0 for word in words), max(word.x1 for word in words)
    return x0, (x0 + x1) / 2, x1


def _text(words: Sequence[Word]) -> str:
    return segment(words).text


def _value(row: Row) -> int | None:
    """The number in the first column, if there is one."""
    return row_number(_text(row[0])) if 0 in row else None
