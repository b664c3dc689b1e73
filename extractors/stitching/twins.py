"""Tables under the same names at the same places, as one a month: they have the columns that one of them shows best.

A short one may hold too few lines to tell where one column ends and the next begins.
"""

from __future__ import annotations

from extractors.geometry import Page, Table, holds
from extractors.stitching.spreads import Tables
from extractors.stitching.underfull import is_named, read_again

Heading = tuple[tuple[str, int], ...]
"""The words of a heading, each with its place in points."""


def with_columns_of_twins(pages: Tables) -> Tables:
    """The tables by page, those without walls in the columns of the twin that shows them best."""
    headings = [[_heading(table, page) for table in tables] for page, tables in pages]
    best: dict[Heading, Table] = {}
    for (_, tables), own in zip(pages, headings, strict=True):
        for table, heading in zip(tables, own, strict=True):
            best[heading] = max(best.get(heading, table), table, key=_shown_by)
    return [
        (page, [_as_twin(t, page, best[heading]) if heading else t for t, heading in zip(tables, own, strict=True)])
        for (page, tables), own in zip(pages, headings, strict=True)
    ]


def _shown_by(table: Table) -> tuple[int, int]:
    """How well a table shows the columns: in how many of them, where each has a name, and by how many rows."""
    return (table.width if is_named(table) else 0), table.height


def _as_twin(table: Table, page: Page, twin: Table) -> Table:
    """A table in the columns of the twin that shows them best, where its own are fewer or nameless."""
    lacks = twin.width != table.width or not is_named(table)
    return (read_again(table, page, twin) if lacks and len(table.pages) == 1 else None) or table


def _heading(table: Table, page: Page) -> Heading:
    """The heading of a table that no walls enclose; () for others."""
    if table.method != "stream" or not table.header_rows:
        return ()
    boxes = [cell.box for cell in table.cells if cell.row < table.header_rows]
    return tuple((word.text, round(word.x0)) for word in page.words if any(holds(box, word.box) for box in boxes))
