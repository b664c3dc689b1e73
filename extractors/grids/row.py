"""One line of a table's body: its parts by column."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from extractors.grids.lines import Segment, TextLine


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the body: its parts by column."""

    line: TextLine
    parts: Mapping[int, Segment]
