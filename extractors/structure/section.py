"""A part of a report: its code, its heading and what stands below it."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.geometry import Table
from extractors.structure.flow import Item, Line, only_lines, only_tables

NARRATIVE = frozenset({"evaluation", "challenges", "follow_up", "conclusion", "suggestion", "closing"})
"""Parts made of prose: a point inside them opens no part of facts."""
CORE = frozenset({"legal_basis", "scope", "coordination", "government", "non_government", "dissemination", "recap"})
"""Parts whose headings show that the report has begun."""
FACTS = frozenset({"coordination", "dissemination", "recap"})
"""The parts that every report has."""
SECTORS = frozenset({"government", "non_government"})
"""The two halves of the part about coordination."""
MEETINGS = SECTORS | {"coordination"}
"""The parts that tell meetings."""
LEFT_OUT = frozenset({"appendix", "toc", "instruction", "letter"})
"""Parts whose tables and lists do not count."""
SURE = 95.0
"""A heading that matches the vocabulary this well needs no other sign."""


@dataclass(frozen=True, slots=True)
class Head(Line):
    """A heading for sure, with the code of the part that it opens."""

    code: str


@dataclass(frozen=True, slots=True)
class Section:
    """A part: its code ("front" before the first heading), the lines of its heading and what stands below it."""

    code: str
    head: tuple[Line, ...]
    page: int
    items: tuple[Item, ...]

    @property
    def heading(self) -> str:
        """The text of its heading."""
        return " ".join(line.text for line in self.head)

    @property
    def lines(self) -> list[Line]:
        """The lines below the heading."""
        return list(only_lines(self.items))

    @property
    def tables(self) -> list[Table]:
        """The tables below the heading."""
        return list(only_tables(self.items))
