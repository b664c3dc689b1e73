"""Items that a form tells one after another: 'Hari/Tanggal : Senin, 1 April 2024', a line for each of their fields."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extractors.geometry import Box, union
from extractors.structure.flow import Line, folded
from extractors.structure.outline import read_marker
from extractors.vocabulary import Vocabulary

EXAMPLE = re.compile(r"^\W*(contoh|misal(nya)?|diisi|isi(lah)?\s+dengan|catatan pengisian|petunjuk)\b", re.IGNORECASE)
"""How a row or item of the form's own instructions begins."""
MOST_LABEL_WORDS = 5
"""What stands before a colon is the name of a field when it is this short."""
INDENT = 12.0
"""Points by which the further lines of a field's text may begin left of its first."""
LINE_GAP = 1.2
"""Lines of one text are nearer than this many type sizes."""


@dataclass(slots=True)
class Record:
    """One item: its printed number and the lines of each field by role."""

    number: str | None
    fields: dict[str, list[Line]] = field(default_factory=dict)

    def text(self, *roles: str) -> str:
        """The whole text of the first of these roles that the item has."""
        return next((folded(self.fields[role]) for role in roles if role in self.fields), "")

    @property
    def lines(self) -> list[Line]:
        """All lines of its fields."""
        return [line for lines in self.fields.values() for line in lines]

    @property
    def page(self) -> int:
        """The page on which it begins."""
        return self.lines[0].page

    @property
    def box(self) -> Box:
        """The rectangle of its texts on that page."""
        return union(line.box for line in self.lines if line.page == self.page)


def records_of(lines: Sequence[Line], vocabulary: Vocabulary, wanted: frozenset[str]) -> list[Record]:
    """The items in `lines` that have a field of each of the roles `wanted`; the first field begins an item."""
    found: list[Record] = []
    first, number, last = "", None, None
    for line in lines:
        label = _label(line, vocabulary)
        if label is None:
            if last and _goes_on(last[-1], line):
                last.append(line)
            elif (marker := read_marker(f"{line.text} ")) and marker.length >= len(line.text.strip()):
                number, last = marker.printed, None
            else:
                last = None
            continue
        role, printed, value = label
        first = first or role
        if role == first or not found:
            found.append(Record(printed or number))
            number = None
        last = found[-1].fields.setdefault(role, [])
        if value.words:
            last.append(value)
    return [record for record in found if all(record.text(role) for role in wanted)]


def _label(line: Line, vocabulary: Vocabulary) -> tuple[str, str | None, Line] | None:
    """The role of the field that a line begins, the number before its name and the rest of the line."""
    end = next((i for i, word in enumerate(line.words) if word.text[:1] == ":" or word.text[-1:] == ":"), None)
    if end is None or end > MOST_LABEL_WORDS + 1:
        return None
    glued = line.words[end].text[-1:] == ":"
    name = " ".join(word.text for word in line.words[: end + glued]).strip(" :")
    marker = read_marker(name)
    bare = name[marker.length :] if marker else name
    number = marker.printed if marker and marker.value and marker.style not in {"a.", "a)"} else None
    if not marker and (lead := name.partition(" "))[0].isdigit():
        number, bare = lead[0], lead[2]
    match = vocabulary.header(bare) if 0 < len(bare.split()) <= MOST_LABEL_WORDS else None
    return (match.code, number, _value(line, end)) if match else None


def _value(line: Line, end: int) -> Line:
    """What stands behind the colon, the colon apart."""
    colon = line.words[end]
    rest = line.words[end + 1 :]
    if colon.text[:1] == ":" and len(colon.text) > 1:
        rest = (replace(colon, text=colon.text[1:]), *rest)
    return Line(tuple(rest), line.page)


def _goes_on(before: Line, line: Line) -> bool:
    """Whether a line is a further line of a field's text."""
    if line.page != before.page:
        return line.x0 >= before.x0 - INDENT
    return line.x0 >= before.x0 - INDENT and line.top - before.bottom < LINE_GAP * before.size
