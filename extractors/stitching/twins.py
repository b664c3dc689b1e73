"""Tables under the same names at the same places, as one a month: they have the columns that one of them shows best.

A short one may hold too few lines to tell where one column ends and the next begins.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractors.geometry import Page, Table, holds
from extractors.stitching.underfull import is_named, read_again

Heading = tuple[tuple[str, int], ...]
"""The words of a heading, each with its place in points."""


def with_columns_of_twins(tables: Sequence[Table], pages: Sequence[Page]) -> list[Table]:
    """The tables of a report, those without walls in the columns of the twin that shows them best."""
    by_number = {page.number: page for page in pages}
    headings = [_heading(table, by_number) for table in tables]
    best: dict[Heading, Table] = {}
    for heading, table in sorted(zip(headings, tables, strict=True), key=lambda pair: _shown_by(pair[1])):
        best[heading] = table
    return [
        _as_twin(t, by_number, best[heading]) if heading else t for heading, t in zip(headings, tables, strict=True)
    ]


def _shown_by(table: Table) -> tuple[int, int]:
    """How well a table shows the columns: in how many of them, where each has a name, and by how many rows."""
    return (table.width if is_named(table) else 0), table.height


def _as_twin(table: Table, pages: Mapping[int, Page], twin: Table) -> Table:
    """A table of one page in the columns of the twin that shows them best, where it is another."""
    other = twin is not table and len(table.pages) == 1
    return (read_again(table, pages[table.pages[0]], twin) if other else None) or table


def _heading(table: Table, pages: Mapping[int, Page]) -> Heading:
    """The heading of a table that no walls enclose; () for others."""
    if table.method != "stream" or not table.header_rows:
        return ()
    boxes = [cell.box for cell in table.cells if cell.row < table.header_rows]
    words = pages[table.pages[0]].words
    return tuple((word.text, round(word.x0)) for word in words if any(holds(box, word.box) for box in boxes))
