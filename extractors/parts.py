"""Extract: the pages of a report taken apart into sections, with the tables that belong to a report marked.

A table that the columns' headings do not mark as one of a report's (a frame around prose, a grid of photos, a
signature block) is dissolved: its words are lines again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from extractors.doubts.suspects import suspects
from extractors.geometry import Page, Table
from extractors.meaning.columns import Columns, read_columns
from extractors.meaning.field_labels import is_form
from extractors.meaning.grid import Grid
from extractors.meaning.inferred import below_names, infer_columns
from extractors.meaning.labelled import with_fields_apart
from extractors.meaning.meetings import as_meetings, infer_meetings, is_open, settled
from extractors.meaning.nameless import with_whole_media
from extractors.meaning.roles import header_roles
from extractors.meaning.sector_columns import with_sectors_beside
from extractors.meaning.titled import is_prose, parted_at_titles
from extractors.pages.furniture import strip_furniture
from extractors.stitching.folded import unfolded
from extractors.stitching.halves import join_halves
from extractors.stitching.head_edges import without_head_edges
from extractors.stitching.headless import (
    lines_above,
    with_heading,
    with_known_headings,
    with_names_at_foot,
    with_whole_titles,
    without_column_numbers,
)
from extractors.stitching.overflow import with_overflow
from extractors.stitching.resumed import resumed
from extractors.stitching.spreads import tables_by_page
from extractors.stitching.stitch import stitch
from extractors.stitching.twins import with_columns_of_twins
from extractors.stitching.underfull import with_columns_of_rest
from extractors.structure.captions import caption_of
from extractors.structure.contents import put_right, without_instructions
from extractors.structure.flow import Line, build_flow, table_regions
from extractors.structure.glued import part_glued
from extractors.structure.headings import tables_between_headings
from extractors.structure.named_columns import columns_first
from extractors.structure.names_beside import names_first
from extractors.structure.numbered_rows import with_markers
from extractors.structure.outline import strip_marker
from extractors.structure.section import LEFT_OUT, MEETINGS, SECTORS, SURE, Section
from extractors.structure.sections import split_sections
from extractors.structure.titles_beside import titles_first
from extractors.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class ReportTable:
    """A table of the report in its place: what it is, in which section, under which lines."""

    table: Table
    columns: Columns
    section: Section
    caption: tuple[str, ...]
    suspect: Mapping[int, str] = field(default_factory=dict)
    """The rows that may be misread or incomplete, each with why."""

    @property
    def grid(self) -> Grid:
        """The table by row and column."""
        return Grid(self.table)


@dataclass(frozen=True, slots=True)
class Parts:
    """A report taken apart."""

    pages: tuple[Page, ...]
    sections: tuple[Section, ...]
    tables: tuple[ReportTable, ...]
    dissolved: tuple[Table, ...] = ()

    def coded(self, *codes: str) -> list[Section]:
        """The sections of these codes, in document order."""
        return [section for section in self.sections if section.code in codes]

    def of_kind(self, kind: str) -> list[ReportTable]:
        """The tables of a kind that count."""
        return [part for part in self.tables if part.columns.kind == kind and part.section.code not in LEFT_OUT]


def take_apart(pages: Sequence[Page], vocabulary: Vocabulary) -> Parts:
    """Sections and tables of the pages."""
    bare = part_glued(strip_furniture(pages), vocabulary)
    known = _Known({page.number: page for page in bare}, vocabulary)
    dissolved = tuple(table for table in _whole_tables(bare, vocabulary) if not known.take(table))
    flow = without_instructions(build_flow(with_markers(bare, dissolved), known.tables))
    flow = columns_first(titles_first(flow), dissolved, vocabulary)
    flow = names_first(flow, [table for table in dissolved if table.method == "lattice"], vocabulary)
    sections = tuple(put_right(split_sections(flow, vocabulary)))
    return Parts(tuple(bare), sections, tuple(_placed(sections, known.columns, known.pages)), dissolved)


def _whole_tables(pages: Sequence[Page], vocabulary: Vocabulary) -> list[Table]:
    """The tables of the pages, each whole: its halves, its rest on later pages and what overflowed joined to it."""
    find = partial(_tables_of_page, vocabulary=vocabulary)
    by_page = with_columns_of_twins(join_halves(tables_by_page(pages, find), find, vocabulary))
    stitched = stitch(with_overflow(with_columns_of_rest(by_page)))
    return [unfolded(with_whole_titles(without_column_numbers(without_head_edges(table)))) for table in stitched]


def _tables_of_page(page: Page, vocabulary: Vocabulary) -> list[Table]:
    """The tables of one page without the titles over them, media that stand side by side in one column."""
    found = (without_head_edges(table) for table in tables_between_headings(page, vocabulary))
    return [with_whole_media(part, vocabulary) for table in found for part in parted_at_titles(table, vocabulary)]


class _Known:
    """The tables of a report among all that were found, in document order, with what their columns mean."""

    def __init__(self, pages: Mapping[int, Page], vocabulary: Vocabulary) -> None:
        self.pages, self.vocabulary = pages, vocabulary
        self.tables: list[Table] = []
        self.columns: dict[int, Columns] = {}
        """By identity of the table."""

    def take(self, table: Table) -> bool:
        """The next table, kept where it is one of a report, or the rest of one."""
        last = self.tables[-1] if self.tables else None
        if last and self.columns[id(last)].kind == "recap":
            longer = resumed(last, table, self.pages, self.vocabulary)
            if longer:
                self.columns[id(longer)], self.tables[-1] = self.columns[id(last)], longer
                return True
        whole, found = self._read(table, last)
        if found:
            self.columns[id(whole)] = settled(found, whole, self.vocabulary)
            self.tables.append(whole)
        return found is not None

    def _read(self, table: Table, before: Table | None) -> tuple[Table, Columns | None]:
        """What a table is, and the table itself, headings put back.

        It is told by its headings, by those the finder left above it, as the rest of the table before it, or by its
        contents. A form is none.
        """
        page, vocabulary = self.pages[table.pages[0]], self.vocabulary
        if is_form(table, vocabulary) or is_prose(table, vocabulary):
            return table, None
        printed, table = table, with_fields_apart(with_sectors_beside(table), vocabulary)
        if table.method == "stream":
            table = with_known_headings(table, page, vocabulary)
            table = with_names_at_foot(table, self.pages, vocabulary)
        if found := read_columns(table, vocabulary):
            return table, found
        if before is not None and _goes_on(printed, before, vocabulary):
            last = self.columns[id(before)]
            if last.kind != "recap":
                return table, Columns(last.kind, last.roles, below_names(Grid(table), last.roles), last.ticks, True)
        if table.method == "stream":
            above = _below_titles(_below(before, lines_above(table, page)), vocabulary)
            for count in range(1, len(above) + 1):
                whole = with_heading(table, above[-count:])
                if found := read_columns(whole, vocabulary):
                    return whole, found
        return table, infer_columns(table, vocabulary) or infer_meetings(table, vocabulary)


def _below(before: Table | None, lines: list[Line]) -> list[Line]:
    """The lines below the table before them: its rows are no headings of the next."""
    regions = table_regions(before) if before else {}
    return [line for line in lines if line.page not in regions or line.bottom > regions[line.page][3]]


def _below_titles(lines: list[Line], vocabulary: Vocabulary) -> list[Line]:
    """The lines below the last that is the title of a part: what stands over that is no heading of a table."""
    titles = [at for at, line in enumerate(lines) if _is_title(strip_marker(line.text), vocabulary)]
    return lines[titles[-1] + 1 :] if titles else lines


def _is_title(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line is the title of a part for sure; 'Pemerintah' may be the name of a column."""
    match = vocabulary.section(text)
    return match is not None and match.score >= SURE and match.code not in SECTORS


def _goes_on(table: Table, before: Table, vocabulary: Vocabulary) -> bool:
    """Whether `table` has the columns of `before` and begins on the page where that one ends, or on the next."""
    if len(header_roles(Grid(table), 0, vocabulary)) >= 2:
        return False  # it has a heading of its own
    near = 0 <= table.pages[0] - before.pages[-1] <= 1
    return near and table.width == before.width and table.width >= 3


def _placed(
    sections: Sequence[Section], columns: Mapping[int, Columns], pages: Mapping[int, Page]
) -> Iterator[ReportTable]:
    """Each table of the sections with its caption and what is suspect in it."""
    for section in sections:
        for table in section.tables:
            found = columns[id(table)]
            if section.code in MEETINGS and (is_open(found) or (found.kind == "dissemination" and found.inferred)):
                found = as_meetings(found)  # a table without headings tells what its part is about
            suspect = suspects(table, found, section, pages)
            yield ReportTable(table, found, section, caption_of(table, section), suspect)
