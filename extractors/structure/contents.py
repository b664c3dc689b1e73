"""The report's text put right by what it says: the form's instructions left out, sections that mislead joined.

A point of the evaluation may bear the name of a part ('Koordinasi dengan Stakeholder'): it holds prose only, and the
story goes on after it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.structure.flow import Item, Line
from extractors.structure.outline import read_marker
from extractors.structure.section import NARRATIVE, SECTORS, Section
from extractors.values.dates import find_dates

FACTS = SECTORS | {"implementation", "coordination", "dissemination", "recap", "photos"}
"""Parts that hold facts or pictures."""
STORY = NARRATIVE | {"closing_parts", "signature"}
"""Parts that come after the evaluation."""
FEW = 2
"""Points in prose that make no list yet."""
MOST_LINES = 8
"""Instructions in brackets are at most this long."""
_INSTRUCTION = re.compile(r"^\W*[(\[]\s*(petunjuk|contoh|diisi|isi|isilah|catatan\s+pengisian)\b", re.IGNORECASE)


def without_instructions(flow: Sequence[Item]) -> list[Item]:
    """The flow without the form's own words, '(Petunjuk: uraikan ...)', from the bracket to the one that closes it."""
    kept: list[Item] = []
    left_out = 0
    for index, item in enumerate(flow):
        if isinstance(item, Line) and _INSTRUCTION.match(item.text):
            left_out = _closes(flow[index : index + MOST_LINES])
        if left_out:
            left_out -= 1
        else:
            kept.append(item)
    return kept


def _closes(items: Sequence[Item]) -> int:
    """How many lines from the first on a bracket takes up; 0 where nothing closes it."""
    depth = 0
    for count, item in enumerate(items, 1):
        if not isinstance(item, Line):
            return 0
        depth += sum((char in "([") - (char in ")]") for char in item.text)
        if depth <= 0:
            return count
    return 0


def put_right(sections: Sequence[Section]) -> list[Section]:
    """The sections in the same order, those without facts inside the story joined to the part before them."""
    found: list[Section] = []
    for index, section in enumerate(sections):
        if found and found[-1].code == "evaluation" and _is_point(section, sections[index + 1 :]):
            found[-1] = replace(found[-1], items=(*found[-1].items, *section.head, *section.items))
        else:
            found.append(section)
    return found


def _is_point(section: Section, after: Sequence[Section]) -> bool:
    """Whether a section named as a part of facts is a point of the story: so is each up to the story's next part."""
    for other in (section, *after):
        if other.code in STORY:
            return other is not section
        if other.code not in FACTS or _holds_facts(other):
            return False
    return False


def _holds_facts(section: Section) -> bool:
    """Whether a section has a table, a list or a date."""
    lines = section.lines
    listed = sum(read_marker(line.text) is not None for line in lines)
    return bool(section.tables) or listed > FEW or any(find_dates(line.text) for line in lines)
