"""The roles of a table's columns as its headings name them, and the kind of table that has columns of these roles."""

from __future__ import annotations

import re
from collections.abc import Mapping

from extractors.meaning.grid import Grid
from extractors.values.dates import read_date, tells_more
from extractors.vocabulary import Match, Vocabulary

ASIDE = frozenset({"remarks", "documentation", "link", "participants"})
"""Roles of columns that go into no fact: what is doubted there makes none doubtful."""
_NUMBER_AT_END = re.compile(r"\s*\(?\d{1,2}\)?$")


def header_roles(grid: Grid, row: int, vocabulary: Vocabulary) -> dict[str, int]:
    """The roles that the headings of `row` (with those of merged cells over it) name, by column."""
    roles: dict[str, int] = {}
    for cell in grid.row(row):
        match = header_of(cell.text, vocabulary) if cell.text and len(cell.text.split()) <= 8 else None
        if match and match.code not in roles:
            roles[match.code] = cell.col
    if roles and any(_is_date(cell.text) for cell in grid.row(row) if len(cell.text.split()) <= 8):
        return {}  # a row of data whose texts happen to be names of columns
    return roles


def _is_date(text: str) -> bool:
    """Whether a text is a date, no name with a column's number or the title of rows: 'Tanggal (2)', 'Media MEI'."""
    reading = read_date(text)
    return bool(reading and (reading.start or not (tells_more(text) or _NUMBER_AT_END.search(text))))


def header_of(text: str, vocabulary: Vocabulary) -> Match | None:
    """What a heading names, also where the number of its column stands in the same cell: 'Tanggal (2)'."""
    return vocabulary.header(text) or vocabulary.header(_NUMBER_AT_END.sub("", text))


def as_below(grid: Grid, rows: range, roles: dict[str, int], vocabulary: Vocabulary) -> dict[str, int]:
    """The roles as further rows of the heading name them, if all again: 'Hari' and 'Tanggal' under 'Waktu'."""
    for row in rows:
        below = header_roles(grid, row, vocabulary)
        if roles.keys() <= below.keys():
            roles = below
    return roles


def kind_of(roles: Mapping[str, int]) -> str | None:
    """The kind of table that has columns of these roles."""
    named = set(roles)
    if "information" in named and named & {"media", "date", "month"}:
        return "dissemination"
    if "activity" in named and "media" in named and "venue" not in named:
        return "dissemination"
    if "activity" in named and named & {"date", "venue", "participants", "date_venue"}:
        return "activities"
    if "media" in named and "date" in named:
        return "dissemination"
    return "activities" if {"date", "venue"} <= named else None
