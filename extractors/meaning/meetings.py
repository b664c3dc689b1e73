"""What makes a table one of meetings, by its columns and contents where its headings leave that open.

'Uraian' heads published items in one report and meetings in another: who took part, where it was and the sector
tell meetings; a channel tells published items. A column of places is the venue whatever its heading.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from extractors.geometry import Table
from extractors.meaning.columns import Columns
from extractors.meaning.grid import Grid, is_column_numbers
from extractors.meaning.venues import venue_word
from extractors.values.channels import read_channels
from extractors.values.classify import OTHER, activity_kind
from extractors.values.dates import tells_day
from extractors.values.row_numbers import is_row_number
from extractors.vocabulary import Vocabulary

MEETING_ROLES = frozenset({"venue", "participants", "sector", "date_venue"})
"""Columns that a table of published items has not."""
MOST = 0.6
"""A column is of a kind when this share of its filled cells is."""
SECTOR_CELL = re.compile(r"^(unsur |instansi |lembaga |sektor )?(non[\s-]*)?pemerintah(an)?$", re.IGNORECASE)


def settled(columns: Columns, table: Table, vocabulary: Vocabulary) -> Columns:
    """`columns` with its kind and the columns that no heading tells settled by the contents."""
    rows = _Contents(Grid(table), columns.first_row, vocabulary)
    if is_open(columns) and rows.tell_meetings(columns.roles):
        columns = as_meetings(columns)
    return replace(columns, roles=rows.completed(columns.roles)) if columns.kind == "activities" else columns


def is_open(columns: Columns) -> bool:
    """Whether the headings leave open if a table lists published items or meetings: dates and texts, no channels."""
    return columns.kind == "dissemination" and "media" not in columns.roles and not columns.ticks


def as_meetings(columns: Columns) -> Columns:
    """`columns` as those of a table of meetings; what seemed to be media are places."""
    names = {"information": "activity", "media": "venue"}
    roles = {names.get(role, role): col for role, col in columns.roles.items()}
    return replace(columns, kind="activities", roles=roles)


def infer_meetings(table: Table, vocabulary: Vocabulary) -> Columns | None:
    """The columns of a table of meetings whose heading says nothing: dates, places and what was done."""
    grid = Grid(table)
    dated = [row for row in grid.rows() if any(_is_day(grid.text(row, col)) for col in range(grid.width))]
    if len(dated) < 2 or len(dated) * 2 < grid.height or grid.width < 3:
        return None
    rows = _Contents(grid, dated[0], vocabulary)
    date, venue = rows.column(_is_day, {}), rows.column(_is_place, {})
    if date is None or venue is None or date == venue:
        return None
    roles = {"date": date, "venue": venue}
    activity = rows.column(lambda text: activity_kind(text) != OTHER, roles)
    if activity is None or rows.column(rows.names_channel, {}) is not None:
        return None
    roles["activity"] = activity
    if (number := rows.column(is_row_number, roles)) is not None:
        roles["number"] = number
    return Columns("activities", rows.completed(roles), _first_row(grid, dated[0], roles))


def _first_row(grid: Grid, dated: int, roles: Mapping[str, int]) -> int:
    """The first row that is no heading: rows above the first date without date and number belong to the page before."""
    keys = [roles[role] for role in ("date", "number") if role in roles]
    return next((row + 1 for row in range(dated - 1, -1, -1) if any(grid.text(row, col) for col in keys)), 0)


class _Contents:
    """The texts below the heading of a table."""

    def __init__(self, grid: Grid, first_row: int, vocabulary: Vocabulary) -> None:
        self.grid, self.vocabulary = grid, vocabulary
        self.rows = [row for row in range(first_row, grid.height) if not is_column_numbers(grid, row)]

    def tell_meetings(self, roles: Mapping[str, int]) -> bool:
        """Whether who took part or where it was is told, and no column names channels."""
        told = bool(MEETING_ROLES & set(roles)) or self.column(_is_place, roles) is not None
        return told and self.column(self.names_channel, {}) is None

    def names_channel(self, text: str) -> bool:
        """Whether a text names a channel of publication."""
        return bool(read_channels(text, self.vocabulary)[0])

    def column(self, is_kind: Callable[[str], bool], taken: Mapping[str, int]) -> int | None:
        """The column outside `taken` most of whose cells are of a kind; None where there is none."""
        shares = [(self._share(col, is_kind), -col) for col in range(self.grid.width) if col not in taken.values()]
        best = max(shares, default=(0.0, 0))
        return -best[1] if best[0] >= MOST else None

    def _share(self, col: int, is_kind: Callable[[str], bool]) -> float:
        """The share of a column's own filled cells that is of a kind."""
        cells = [self.grid.at(row, col) for row in self.rows]
        texts = [c.text for c in cells if c and c.col == col and c.colspan == 1 and c.text.strip(" -–.")]
        return sum(map(is_kind, texts)) / len(texts) if texts else 0.0

    def completed(self, roles: Mapping[str, int]) -> dict[str, int]:
        """`roles` with the columns of sectors and of places, which contents tell better than a heading."""
        found = dict(roles)
        sector = self.column(lambda text: bool(SECTOR_CELL.match(text)), {})
        if sector is not None:
            found = {role: col for role, col in found.items() if col != sector} | {"sector": sector}
        if "venue" not in found and (venue := self.column(_is_place, found)) is not None:
            found["venue"] = venue
        return found


def _is_place(text: str) -> bool:
    """Whether a text begins as the name of a venue does."""
    return bool(venue_word().match(text))


def _is_day(text: str) -> bool:
    """Whether a text is a date and little else."""
    return 0 < len(text.split()) <= 8 and tells_day(text)
