"""The heading of a table whose finder left it above the table: words over the columns become its first rows."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from extractors.geometry import Box, Cell, Page, Table, union
from extractors.meaning.columns import HEADER_DEPTH
from extractors.meaning.recap_labels import WEEK
from extractors.structure.flow import Line, lines_of, table_regions
from extractors.structure.outline import read_marker
from extractors.structure.section import SURE
from extractors.values.row_numbers import are_column_numbers
from extractors.vocabulary import Vocabulary

REACH = 70.0
"""How far above a table, in points, its heading may begin."""
ASIDE = 8.0
"""Points by which a name may stand out over the sides of a table."""
MAX_LINES = 5
GAP = 4.0
"""Points of blank between the headings of two columns, in type too small for that to be a space between words."""
WIDE = 0.5
"""The same in type sizes."""

FLUSH = 1.5
"""A title begins where the name below it does, within so many points."""

Span = tuple[float, float]


def with_known_headings(table: Table, page: Page, vocabulary: Vocabulary) -> Table:
    """`table` with the lines right above it that name columns, platforms, months or weeks as its first rows."""
    known: list[Line] = []
    edge = table_regions(table)[page.number][1]
    for line in reversed(lines_above(table, page)):
        if edge - line.bottom > line.size or not (_names_columns(line, vocabulary) or _counts_columns(line)):
            break
        known.insert(0, line)
        edge = line.top
    return with_heading(table, known) if any(not _counts_columns(line) for line in known) else table


def with_names_at_foot(table: Table, pages: Mapping[int, Page], vocabulary: Vocabulary) -> Table:
    """`table`, which begins a page, with the last line of the page before as its first row where that names columns."""
    number = table.pages[0]
    before = pages.get(number - 1)
    top = table_regions(table)[number][1]
    last = lines_of((word for word in before.words if word.upright), number)[-1:] if before else []
    begins = not any(word.bottom < top + 2 for word in pages[number].words)
    if not (last and begins and _names_columns(last[0], vocabulary)) or len(_parts(last[0])) != table.width:
        return table
    whole = with_heading(table, last)
    return replace(whole, cells=tuple(replace(c, page=number - 1) if c.row == 0 else c for c in whole.cells))


def _parts(line: Line) -> list[Line]:
    """The names in a line."""
    return line.segments(max(GAP, WIDE * line.size))


_NUMBERED = re.compile(r"(?P<name>.*[^\d\s(].*?)\s*\(?(?P<number>\d{1,2})\)?")
_NUMBERED_UPRIGHT = re.compile(r"\(?(?P<number>\d{1,2})\)?\s+(?P<name>\D+)")
"""The same where the name reads up the page: level words come first in a cell."""
_TITLE = re.compile(r"(bulan|minggu|pekan)(\s+\S+){1,4}", re.IGNORECASE)
"""The title of a group of rows."""


def without_column_numbers(table: Table) -> Table:
    """`table` without the numbers of its columns where they stand in the headings' own cells: 'No 1', 'Tanggal 2'.

    The headings may be of two rows: what counts is the row of cells that stand right above the figures.
    """
    for row in range(min(table.height, HEADER_DEPTH)):
        cells = sorted((c for c in table.cells if c.row <= row < c.row + c.rowspan), key=lambda cell: cell.col)
        matches = [_NUMBERED.fullmatch(c.text) or _NUMBERED_UPRIGHT.fullmatch(c.text) for c in cells]
        numbers = [int(match["number"]) for match in matches if match]
        if len(cells) >= 3 and numbers == list(range(1, len(cells) + 1)):
            names = {id(cell): match["name"] for cell, match in zip(cells, matches, strict=True) if match}
            bare = (replace(c, lines=(names[id(c)],)) if id(c) in names else c for c in table.cells)
            return replace(table, cells=tuple(bare))
    return table


def with_whole_titles(table: Table) -> Table:
    """`table` with the titles of groups of rows whole that the columns cut: 'Bulan' and 'Juli' alone in a row."""
    cells = list(table.cells)
    for row in range(1, table.height):
        held = sorted((c for c in cells if c.row == row and c.lines), key=lambda cell: cell.col)
        beside = len(held) == 2 and held[0].col + held[0].colspan == held[1].col and held[1].text[:1].isalpha()
        if beside and all(c.rowspan == 1 for c in held) and _TITLE.fullmatch(" ".join(c.text for c in held)):
            box, text = union(cell.box for cell in held), (" ".join(cell.text for cell in held),)
            whole = replace(held[0], col=0, colspan=table.width, lines=text, box=box)
            cells = [*(cell for cell in cells if cell.row != row), whole]
    return replace(table, cells=tuple(cells))


def _names_columns(line: Line, vocabulary: Vocabulary) -> bool:
    """Whether a line is part of a heading: several names of columns, or one that can be nothing else.

    A number before it, or the very words of a part's heading, make a single name that heading.
    """
    parts = [part.text for part in _parts(line)]
    heads = [text for text in parts if vocabulary.header(text)]
    known = [t for t in parts if vocabulary.platform(t) or vocabulary.month(t) or t in heads or WEEK.search(t)]
    part = vocabulary.section(line.text) if len(parts) == 1 and len(line.words) > 1 else None
    alone = len(heads) == 1 and not read_marker(line.text) and (part is None or part.score < SURE)
    return len(known) * 2 > len(parts) and (len(parts) >= 2 or alone)


def _counts_columns(line: Line) -> bool:
    """Whether a line is the row of column numbers below a heading."""
    return are_column_numbers([word.text for word in line.words])


def with_heading(table: Table, lines: Sequence[Line]) -> Table:
    """`table` with `lines`, one or more from above it on one page, as its first rows."""
    spans = _column_spans(table, lines[0].page)
    rows = [_cells(line, spans, row, below) for row, (line, below) in enumerate(zip_longest(lines, lines[1:]))]
    shifted = [replace(cell, row=cell.row + len(lines)) for cell in table.cells]
    return replace(table, cells=(*(cell for row in rows for cell in row), *shifted), header_rows=len(lines))


def lines_above(table: Table, page: Page) -> list[Line]:
    """The lines close above a table and over its width, the lowest last; what stands beside it is another table's."""
    region = table_regions(table)[page.number]
    above = [w for w in page.words if w.upright and region[1] - REACH <= w.top and w.bottom <= region[1] + 2]
    above = [word for word in above if word.x0 < region[2] + ASIDE and word.x1 > region[0] - ASIDE]
    return [line for line in lines_of(above, page.number) if _over(line, region)][-MAX_LINES:]


def _over(line: Line, region: Box) -> bool:
    """Whether a line stands over the table's width."""
    return line.x0 < region[2] and line.x1 > region[0]


def _column_spans(table: Table, page: int) -> list[Span]:
    """From where to where each column takes in words: half the blank to its neighbours."""
    inner: list[Span | None] = []
    for col in range(table.width):
        boxes = [c.box for c in table.cells if c.col == col and c.colspan == 1 and c.page == page]
        inner.append((union(boxes)[0], union(boxes)[2]) if boxes else None)
    known = [span for span in inner if span]
    edges = [-1e6, *((a[1] + b[0]) / 2 for a, b in pairwise(known)), 1e6]
    bounds = iter(pairwise(edges))
    return [next(bounds) if span else (0.0, 0.0) for span in inner]


def _cells(line: Line, spans: Sequence[Span], row: int, below: Line | None) -> list[Cell]:
    """The heading cells of one line: a word belongs to the column under its middle, a wide title to all it spans."""
    parts = _parts(line)
    by_col = _by_column(parts, spans)
    cols = sorted(by_col)
    if len(cols) * 2 > len(spans):
        ends = [col + 1 for col in cols]
    elif below and _are_flush(parts, below):
        # Each title begins where the first name of its group does: it reaches to the next one.
        by_col = _by_column(parts, spans, start=True)
        cols = sorted(by_col)
        ends = [*cols[1:], len(spans)]
    else:
        # Few titles over many columns: each reaches half-way to the next.
        cols, ends = _spread(cols, len(spans))
        by_col = dict(zip(cols, (by_col[col] for col in sorted(by_col)), strict=True))
    return [
        Cell(
            row,
            col,
            (" ".join(part.text for part in by_col[col]),),
            line.page,
            union(part.box for part in by_col[col]),
            colspan=end - col,
        )
        for col, end in zip(cols, ends, strict=True)
    ]


def _by_column(parts: Sequence[Line], spans: Sequence[Span], *, start: bool = False) -> dict[int, list[Line]]:
    """Titles by the column under their middles, or under their `start`."""
    by_col: dict[int, list[Line]] = {}
    for part in parts:
        x = part.x0 + 1 if start else (part.x0 + part.x1) / 2
        col = next((i for i, (left, right) in enumerate(spans) if left <= x < right), 0)
        by_col.setdefault(col, []).append(part)
    return by_col


def _are_flush(titles: Sequence[Line], below: Line) -> bool:
    """Whether each title that has names below it begins right over one of them."""
    starts = [part.x0 for part in below.segments(max(GAP, WIDE * below.size))]
    over = [title for title in titles if title.x1 > starts[0]]
    return len(over) > 1 and all(min(abs(title.x0 - x) for x in starts) < FLUSH for title in over)


def _spread(cols: Sequence[int], width: int) -> tuple[list[int], list[int]]:
    """First and end columns of titles that stand over the columns `cols`: from half-way to half-way."""
    cuts = [(a + b + 1) // 2 for a, b in pairwise(cols)]
    reach = cols[0] - (cuts[0] - cols[0] - 1) if cuts else 0
    return [max(reach, 0), *cuts], [*cuts, width]
