"""Extract: the pages of a report taken apart into sections, with the tables that belong to a report marked.

A table that the columns' headings do not mark as one of a report's (a frame around prose, a grid of photos, a
signature block) is dissolved: its words are lines again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extractors.flow import Item, Line, build_flow
from extractors.furniture import strip_furniture
from extractors.geometry import Page, Table
from extractors.grids import find_tables
from extractors.normalise.columns import Columns, Grid, infer_columns, read_columns
from extractors.sections import Section, split_sections
from extractors.stitch import stitch
from extractors.vocabulary import Vocabulary

LEFT_OUT = frozenset({"appendix", "toc", "instruction", "letter"})
"""Sections whose tables and lists do not count."""
CAPTION_LINES = 4


@dataclass(frozen=True, slots=True)
class Part:
    """A table of the report in its place: what it is, in which section, under which lines."""

    table: Table
    columns: Columns
    section: Section
    caption: tuple[str, ...]

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
    dissolved: tuple[Table, ...] = field(default=())

    def coded(self, *codes: str) -> list[Section]:
        """The sections of these codes, in document order."""
        return [section for section in self.sections if section.code in codes]

    def of_kind(self, kind: str) -> list[Part]:
        """The tables of a kind that count."""
        return [part for part in self.tables if part.columns.kind == kind and part.section.code not in LEFT_OUT]


def take_apart(pages: Sequence[Page], vocabulary: Vocabulary) -> Parts:
    """Sections and tables of the pages."""
    bare = strip_furniture(pages)
    tables = stitch([(page, find_tables(page)) for page in bare])
    columns: dict[int, Columns] = {}
    kept: list[Table] = []
    for table in tables:
        if found := _columns(table, kept[-1] if kept else None, columns, vocabulary):
            columns[id(table)] = found
            kept.append(table)
    flow = build_flow(bare, kept)
    sections = tuple(split_sections(flow, vocabulary))
    parts = tuple(_placed(sections, columns))
    dissolved = tuple(table for table in tables if id(table) not in columns)
    return Parts(tuple(bare), sections, parts, dissolved)


def _columns(table: Table, before: Table | None, columns: dict[int, Columns], vocabulary: Vocabulary) -> Columns | None:
    """What `table` is: by its headings, as the headless rest of the table before, or by its contents."""
    if found := read_columns(table, vocabulary):
        return found
    if before is not None and _goes_on(table, before):
        last = columns[id(before)]
        if last.kind != "recap":
            return Columns(last.kind, last.roles, 0)
    return infer_columns(table, vocabulary)


def _goes_on(table: Table, before: Table) -> bool:
    """Whether `table` has the columns of `before` and begins on the page where that one ends, or on the next."""
    near = 0 <= table.pages[0] - before.pages[-1] <= 1
    return near and table.width == before.width and table.width >= 3


def _placed(sections: Sequence[Section], columns: dict[int, Columns]) -> Iterator[Part]:
    """Each table of the sections with its caption."""
    for section in sections:
        for index, item in enumerate(section.items):
            if isinstance(item, Table):
                yield Part(item, columns[id(item)], section, tuple(_caption(section.items[:index])))


def _caption(before: Sequence[Item]) -> list[str]:
    """The last lines before a table, up to another table."""
    lines: list[str] = []
    for item in reversed(before):
        if not isinstance(item, Line) or len(lines) == CAPTION_LINES:
            break
        lines.insert(0, item.text)
    return lines
