"""Titles in one line over tables that stand side by side: each is read before its own table."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from extractors.geometry import Box, Table
from extractors.structure.flow import Item, Line, only_tables, place, table_regions
from extractors.structure.setting import WIDE_BLANK

LEVEL = 6.0
"""Tables side by side begin within so many points."""
BESIDE = 3.0
"""A title begins no more than so many points left of its table."""


def titles_first(flow: Sequence[Item]) -> list[Item]:
    """The flow with such a line cut into its titles, one before each table."""
    found: list[Item] = []
    at = 0
    while at < len(flow):
        line, tables = flow[at], _beside(flow[at + 1 :])
        titles = line.segments(WIDE_BLANK) if isinstance(line, Line) and len(tables) > 1 else []
        if titles and all(map(_is_over, titles, tables)) and len(titles) == len(tables):
            found += [item for pair in zip(titles, tables, strict=True) for item in pair]
            at += len(tables)
        else:
            found.append(line)
        at += 1
    return found


def _beside(items: Sequence[Item]) -> list[Table]:
    """The tables, from left to right, with which some items begin, where they stand side by side."""
    tables = list(only_tables(takewhile(lambda item: isinstance(item, Table), items)))
    tops = [place(table) for table in tables]
    level = [t for t, (page, top) in zip(tables, tops, strict=True) if page == tops[0][0] and top - tops[0][1] < LEVEL]
    level.sort(key=lambda table: _box(table)[0])
    return level if all(_box(one)[2] <= _box(other)[0] + 1 for one, other in pairwise(level)) else []


def _is_over(title: Line, table: Table) -> bool:
    """Whether a title stands over a table."""
    x0, top, x1, _ = _box(table)
    return title.page == table.pages[0] and x0 - BESIDE < title.x0 and title.x1 < x1 + BESIDE and title.top < top


def _box(table: Table) -> Box:
    """The rectangle of a table on its first page."""
    return table_regions(table)[table.pages[0]]
