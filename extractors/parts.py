"""Extract: the pages of a report taken apart into sections, with the tables that belong to a report marked.

A table that the columns' headings do not mark as one of a report's (a frame around prose, a grid of photos, a
signature block) is dissolved: its words are lines again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise

from extractors.geometry import Box, Page, Table, union
from extractors.grids import find_tables
from extractors.grids.lines import baselines, usual_space
from extractors.normalise.columns import Columns, header_roles, infer_columns, read_columns
from extractors.normalise.grid import Grid
from extractors.normalise.meetings import as_meetings, infer_meetings, is_open, settled
from extractors.pages.furniture import strip_furniture
from extractors.stitching.halves import join_halves
from extractors.stitching.headless import (
    lines_above,
    with_heading,
    with_known_headings,
    with_whole_titles,
    without_column_numbers,
)
from extractors.stitching.overflow import with_overflow
from extractors.stitching.pairs import join_pairs
from extractors.stitching.resumed import resumed
from extractors.stitching.stitch import stitch
from extractors.stitching.underfull import with_columns_of_rest
from extractors.structure.contents import put_right, without_instructions
from extractors.structure.flow import Item, Line, build_flow, lines_of, table_regions
from extractors.structure.glued import part_glued
from extractors.structure.outline import read_marker, strip_marker
from extractors.structure.sections import SECTORS, SURE, Section, split_sections
from extractors.vocabulary import Match, Vocabulary

LEFT_OUT = frozenset({"appendix", "toc", "instruction", "letter"})
"""Sections whose tables and lists do not count."""
MEETINGS = SECTORS | {"coordination"}
CAPTION_LINES = 4
CLOSE, INTO = 0.8, 0.6
"""A line nearer to a table than this part of its height, or reaching into it by that, may belong to its outer row."""
_REMARK = re.compile(r"^\W*(sumber|keterangan|ket|catatan|bulan|triwulan|tabel|data)\b", re.IGNORECASE)
MARGIN = 40.0
"""How far right of the left margin, in points, a heading may begin."""
OVER = 4.0
"""Points by which a text may stand out of its column."""
COLUMN_BLANK = 6.0
"""Points of blank that part the headings of two columns."""
NEXT_LINE = 1.5
"""The next line begins less than so many type sizes below."""
WIDE_BLANK = 30.0
"""Points of blank that stand in no heading, except behind its number."""


@dataclass(frozen=True, slots=True)
class Part:
    """A table of the report in its place: what it is, in which section, under which lines."""

    table: Table
    columns: Columns
    section: Section
    caption: tuple[str, ...]
    frayed: frozenset[int] = frozenset()
    """Rows right beside which stands text that went into no cell: they may be incomplete."""

    @property
    def grid(self) -> Grid:
        """The table by row and column."""
        return Grid(self.table)


@dataclass(frozen=True, slots=True)
class Parts:
    """A report taken apart."""

    pages: tuple[Page, ...]
    sections: tuple[Section, ...]
    tables: tuple[Part, ...]
    dissolved: tuple[Table, ...] = ()

    def coded(self, *codes: str) -> list[Section]:
        """The sections of these codes, in document order."""
        return [section for section in self.sections if section.code in codes]

    def of_kind(self, kind: str) -> list[Part]:
        """The tables of a kind that count."""
        return [part for part in self.tables if part.columns.kind == kind and part.section.code not in LEFT_OUT]


def take_apart(pages: Sequence[Page], vocabulary: Vocabulary) -> Parts:
    """Sections and tables of the pages."""
    bare = part_glued(strip_furniture(pages))
    find = partial(tables_between_headings, vocabulary=vocabulary)
    by_page = join_halves(join_pairs([(page, find(page)) for page in bare]), find, vocabulary)
    stitched = stitch(with_overflow(with_columns_of_rest(by_page)))
    tables = [with_whole_titles(without_column_numbers(table)) for table in stitched]
    columns: dict[int, Columns] = {}
    kept: list[Table] = []
    by_number = {page.number: page for page in bare}
    joined: list[Table] = []
    for table in tables:
        last = kept[-1] if kept else None
        if last and columns[id(last)].kind == "recap" and (longer := resumed(last, table, by_number, vocabulary)):
            columns[id(longer)], kept[-1] = columns[id(last)], longer
            joined += [last, table]
            continue
        whole, found = _columns(table, last, columns, by_number, vocabulary)
        if found:
            columns[id(whole)] = settled(found, whole, vocabulary)
            kept.append(whole)
    flow = without_instructions(build_flow(bare, kept))
    sections = tuple(put_right(split_sections(flow, vocabulary)))
    parts = tuple(_placed(sections, columns))
    taken = {cell for table in kept for cell in table.cells}
    used = {id(table) for table in joined} | set(columns)
    dissolved = tuple(table for table in tables if not taken.intersection(table.cells) and id(table) not in used)
    return Parts(tuple(bare), sections, parts, dissolved)


def tables_between_headings(page: Page, vocabulary: Vocabulary) -> list[Table]:
    """The tables of a page; no table runs over a line that is the heading of a part of the report."""
    lines = lines_of(page.words, page.number)
    cuts = [
        line.top - 1
        for index, line in enumerate(lines)
        if (
            _is_title(line, (below := _heading_below(lines[index + 1 :])), vocabulary)
            or (_at_the_side(line, lines) and _is_heading(line, below, vocabulary))
        )
        and not _in_grid(line, page)
    ]
    if not cuts:
        return find_tables(page)
    edges = [0.0, *cuts, page.height]
    space = usual_space(baselines(page.words))
    return [table for top, bottom in pairwise(edges) for table in find_tables(page.band(top, bottom), space)]


def _heading_below(lines: Sequence[Line]) -> list[Line]:
    """The first of some lines and those right below it: beside a name of several lines others stand level with one."""
    return [line for line in lines if line.top - lines[0].top < NEXT_LINE * line.size]


def _is_title(line: Line, below: Sequence[Line], vocabulary: Vocabulary) -> bool:
    """Whether a line names a part of the report right over the names of columns: in whatever type, it is no cell."""
    if not below or len(line.segments(COLUMN_BLANK)) > 1 or not _names_columns(below, vocabulary):
        return False
    match = vocabulary.section(strip_marker(line.text))
    return match is not None and match.score >= SURE and match.code not in LEFT_OUT | SECTORS


def _is_heading(line: Line, below: Sequence[Line], vocabulary: Vocabulary) -> bool:
    """Whether a line is a heading for sure.

    'A. Pemerintah' may be a row of a table that goes on below it; it parts tables only over a heading row. So does
    any title of one piece in bold or with a number.
    """
    marker = read_marker(line.text)
    if len(line.words) > 12 or not (line.bold or marker) or len(_pieces(line)) > 1:
        return False
    match = vocabulary.section(strip_marker(line.text))
    if match is None and line.bold and read_marker(line.text) and len(line.segments(COLUMN_BLANK)) == 1:
        match = _sure(vocabulary.section_by_words(strip_marker(line.text)))
    named = bool(below and line.bottom < below[0].top + OVER and _names_columns(below, vocabulary))
    marked = line.bold or (marker is not None and marker.style != "bullet")
    titled = named and marked and len(line.words) > 1 and len(line.segments(COLUMN_BLANK)) == 1
    if match is None or match.score < SURE or match.code in LEFT_OUT:
        return titled
    return match.code not in SECTORS or named


def _in_grid(line: Line, page: Page) -> bool:
    """Whether a line stands between upright rules that go on above and below it."""
    return any(not rule.horizontal and rule.top < line.top - 1 and rule.bottom > line.bottom + 1 for rule in page.rules)


def _pieces(line: Line) -> list[Line]:
    """The parts into which wide blanks cut a line, but for the number before a heading."""
    first, *others = line.segments(WIDE_BLANK)
    return others if others and len(first.words) == 1 and read_marker(line.text) else [first, *others]


def _sure(match: Match | None) -> Match | None:
    """A match by words of a line whose number and type show that it is a heading."""
    return replace(match, score=SURE) if match else None


def _at_the_side(line: Line, lines: Sequence[Line]) -> bool:
    """Whether a line has a number or begins near the left margin: a heading, not a word in some column."""
    return read_marker(line.text) is not None or line.x0 <= min(other.x0 for other in lines) + MARGIN


def _names_columns(lines: Sequence[Line], vocabulary: Vocabulary) -> bool:
    """Whether lines are the heading row of a table; '32 postingan' is a figure with its unit, no name."""
    parts = [part.text for line in lines for part in line.segments(COLUMN_BLANK)]
    return sum(bool(vocabulary.header(name)) for name in parts if not name[:1].isdigit()) >= 2


def _columns(
    table: Table, before: Table | None, columns: dict[int, Columns], pages: dict[int, Page], vocabulary: Vocabulary
) -> tuple[Table, Columns | None]:
    """What `table` is: by its headings, by those the finder left above it, as the rest of the table before it,
    or by its contents; with the table itself, headings put back."""
    if table.method == "stream":
        table = with_known_headings(table, pages[table.pages[0]], vocabulary)
    if found := read_columns(table, vocabulary):
        return table, found
    if before is not None and _goes_on(table, before, vocabulary):
        last = columns[id(before)]
        if last.kind != "recap":
            return table, Columns(last.kind, last.roles, 0, last.ticks)
    if table.method == "stream":
        above = lines_above(table, pages[table.pages[0]])
        for count in range(1, len(above) + 1):
            whole = with_heading(table, above[-count:])
            if found := read_columns(whole, vocabulary):
                return whole, found
    return table, infer_columns(table, vocabulary) or infer_meetings(table, vocabulary)


def _goes_on(table: Table, before: Table, vocabulary: Vocabulary) -> bool:
    """Whether `table` has the columns of `before` and begins on the page where that one ends, or on the next."""
    if len(header_roles(Grid(table), 0, vocabulary)) >= 2:
        return False  # it has a heading of its own
    near = 0 <= table.pages[0] - before.pages[-1] <= 1
    return near and table.width == before.width and table.width >= 3


def _placed(sections: Sequence[Section], columns: dict[int, Columns]) -> Iterator[Part]:
    """Each table of the sections with its caption."""
    for section in sections:
        for index, item in enumerate(section.items):
            if isinstance(item, Table):
                frayed = frozenset(_frayed_rows(item, section.lines))
                if _runs_on(item, section.items[index + 1 : index + 2]):
                    frayed |= {item.height - 1}
                found = columns[id(item)]
                if section.code in MEETINGS and is_open(found):
                    found = as_meetings(found)
                yield Part(item, found, section, tuple(_caption(section.items[:index])), frayed)


def _frayed_rows(table: Table, lines: Sequence[Line]) -> Iterator[int]:
    """The last row on a page with a line close below it, and the first on a further page with one close above.

    Only in a table without rules: where rules part the rows, what stands outside them is no part of one.
    """
    if table.method != "stream":
        return
    for page, box in table_regions(table).items():
        near = [line for line in lines if line.page == page and not _REMARK.match(line.text)]
        below = any(-INTO * line.size <= line.top - box[3] < CLOSE * line.size for line in near)
        above = page != table.pages[0] and any(
            -INTO * line.size <= box[1] - line.bottom < CLOSE * line.size for line in near
        )
        rows = sorted(
            {
                cell.row
                for cell in table.cells
                for number, _ in ((cell.page, cell.box), *cell.continued)
                if number == page
            }
        )
        if below:
            yield rows[-1]
        if above:
            yield rows[0]


def _runs_on(table: Table, after: Sequence[Item]) -> bool:
    """Whether the line after a table without rules is at the top of the next page, set in several of its columns."""
    if table.method != "stream" or not after or not isinstance(after[0], Line):
        return False
    line = after[0]
    if line.page != table.pages[-1] + 1 or read_marker(line.text):
        return False
    spans: dict[int, Box] = {}
    for cell in table.cells:
        if cell.colspan == 1:
            spans[cell.col] = union([cell.box, spans.get(cell.col, cell.box)])
    parts = line.segments(COLUMN_BLANK)
    cols = {next((col for col, span in spans.items() if _within(part, span)), None) for part in parts}
    return None not in cols and 1 < len(parts) == len(cols)


def _within(part: Line, span: Box) -> bool:
    """Whether a text stands in a column."""
    return span[0] - OVER <= part.x0 and part.x1 <= span[2] + OVER


def _caption(before: Sequence[Item]) -> list[str]:
    """The last lines before a table, up to another table, whose last row may be the caption swallowed."""
    lines: list[str] = []
    for item in reversed(before):
        if isinstance(item, Table):
            last = [cell.text for cell in item.cells if cell.row == item.height - 1 and cell.text]
            return last + lines if len(last) == 1 else lines
        if len(lines) == CAPTION_LINES:
            break
        lines.insert(0, item.text)
    return lines
