"""The lines that stand over a table."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.geometry import Box, Table
from extractors.structure.flow import Item, table_regions
from extractors.structure.section import Section

CAPTION_LINES = 4


def caption_of(table: Table, section: Section) -> tuple[str, ...]:
    """The last lines of the section before the table; side by side with others, only those over this one."""
    before = section.items[: [id(item) for item in section.items].index(id(table))]
    return tuple(_caption(before, *_beside(table, section)))


def _beside(table: Table, section: Section) -> tuple[Box, list[Table]]:
    """Where a table stands, and the tables of its section that stand level with it."""
    page = table.pages[0]
    box = table_regions(table)[page]
    others = [other for other in section.tables if other is not table and page in other.pages]
    regions = [(other, table_regions(other)[page]) for other in others]
    return box, [other for other, (_, top, _, bottom) in regions if top < box[3] and bottom > box[1]]


def _caption(before: Sequence[Item], box: Box, level: Sequence[Table]) -> list[str]:
    """The last lines before a table, up to another table, whose last row may be the caption swallowed.

    Where tables stand side by side, only what stands over this one, which is in `box`.
    """
    lines: list[str] = []
    for item in reversed(before):
        if isinstance(item, Table):
            if any(item is other for other in level):
                continue
            last = [cell.text for cell in item.cells if cell.row == item.height - 1 and cell.text]
            return last + lines if len(last) == 1 else lines
        if len(lines) == CAPTION_LINES:
            break
        over = [word.text for word in item.words if not level or box[0] <= (word.x0 + word.x1) / 2 <= box[2]]
        lines[:0] = [" ".join(over)] if over else []
    return lines
