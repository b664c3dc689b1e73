"""Names of fields at the beginning of lines: 'Tanggal : 1 April 2024', or 'Tanggal' and its value in a column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from extractors.geometry import Cell, Table
from extractors.structure.flow import Line
from extractors.structure.outline import read_marker, strip_marker
from extractors.values.dates import tells_day
from extractors.vocabulary import Vocabulary

MOST_LABEL_WORDS = 5
"""What stands before a colon is the name of a field when it is this short."""
APART = 0.45
"""A blank of so many type sizes parts a name without a colon from its value."""
WIDER = 1.2
"""That blank is so many times as wide as those between the words of the value."""
ALIGNED = 2.0
"""Points by which names or values of one form begin at the same place."""
HALF_STEP = 1.0
"""A name in the middle of two lines stands less than so many type sizes below the first."""
FIELDS = frozenset({"number", "date", "information", "activity", "media", "venue", "participants"})
"""What the fields of an item tell."""
NUMBER = 4
"""The number of an item, with its signs, has at most so many letters: '(12)'."""
FEWEST = 3
"""So many names without a colon, and their values, begin at the same places in a form."""


@dataclass(frozen=True, slots=True)
class Label:
    """The field that a line begins: its role, the number before its name, and the rest of the line."""

    role: str
    number: str | None
    value: Line


def labels_of(lines: Sequence[Line], vocabulary: Vocabulary) -> list[Label | None]:
    """The field that each of the lines begins, None for lines that begin none."""
    beside = [_beside(line, vocabulary) for line in lines]
    places = [(line.x0, label.value.x0) for line, label in zip(lines, beside, strict=True) if label]
    found: list[Label | None] = []
    for line, label in zip(lines, beside, strict=True):
        if label and sum(_at(place, (line.x0, label.value.x0)) for place in places) < FEWEST:
            label = None
        found.append(_with_colon(line, vocabulary) or label)
    return found


def with_names_level(lines: Sequence[Line], vocabulary: Vocabulary) -> list[Line]:
    """The lines, names that stand in the middle of values of two lines put before the first of these: ': Tahapan'."""
    found: list[Line] = []
    for line in lines:
        above = found[-1] if found else None
        level = above is not None and line.page == above.page and line.top - above.top < HALF_STEP * line.size
        if above and level and above.words[0].text[:1] == ":" and vocabulary.header(strip_marker(line.text)):
            found[-1] = Line((*line.words, *above.words), line.page)
        else:
            found.append(line)
    return found


def is_form(table: Table, vocabulary: Vocabulary) -> bool:
    """Whether the first column, that of numbers aside, names fields one below another: items of a form, no rows.

    Names with colons tell it, or names that come again and again beside one column of values, or with rules nothing
    but names there; names with colons in the texts beside days do too.
    """
    if table.width == 2 and (_stands_beside_days(table, vocabulary) or _mixes_fields(table, vocabulary)):
        return True
    first = int(table.width > 2 and all(len(cell.text) <= NUMBER for cell in table.cells if cell.col == 0))
    after = {cell.row for cell in table.cells if cell.col == first + 1 and cell.text.startswith(":")}
    cells = [cell for cell in table.cells if cell.col == first and (cell.row or cell.colspan == 1)]  # a card's title
    lines = [(f"{line}:" if cell.row in after else line).partition(":") for cell in cells for line in cell.lines]
    named = [(match.code, colon) for name, colon, _ in lines if _is_short(name) and (match := vocabulary.header(name))]
    roles = Counter(role for role, _ in named if role in FIELDS)
    again = sum(count > 1 for count in roles.values())
    card = table.method == "lattice" and len(roles) >= FEWEST and len(named) == len(lines)
    colons = len({role for role, colon in named if colon and role in FIELDS}) > 1
    return colons or (table.width - first == 2 and (again > 1 or card))


def _mixes_fields(table: Table, vocabulary: Vocabulary) -> bool:
    """Whether fields stand below the texts of a list without rules, and of its first item by themselves.

    They stand in the column of numbers then, or first in that of the texts.
    """

    def roles(cell: Cell) -> set[str]:
        names = (name for name, colon, _ in (line.partition(":") for line in cell.lines) if colon or cell.col == 0)
        matches = (vocabulary.header(name) for name in names if _is_short(name))
        return {match.code for match in matches if match} & FIELDS

    fields = [(cell, roles(cell)) for cell in table.cells]
    below = sum(len(held) > 1 for cell, held in fields if cell.col == 1)
    alone = any(held for cell, held in fields if (cell.row, cell.col) == (0, 1) and len(cell.lines) == 1)
    return table.method == "stream" and below > 1 and (alone or any(held for cell, held in fields if cell.col == 0))


def _stands_beside_days(table: Table, vocabulary: Vocabulary) -> bool:
    """Whether each row of a table without a heading is a day and a text with a field below it."""
    days = [cell for cell in table.cells if cell.col == 0 and cell.lines]
    told = (line.partition(":") for cell in table.cells if cell.col == 1 for line in cell.lines[1:])
    named = [name for name, colon, _ in told if colon and _is_short(name) and vocabulary.header(name)]
    return len(named) >= len(days) >= FEWEST and all(tells_day(cell.text) for cell in days)


def _at(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether two names and their values begin at the same places."""
    return all(abs(a - b) < ALIGNED for a, b in zip(one, other, strict=True))


def _is_short(name: str) -> bool:
    """Whether a text is short enough for the name of a field; 'Tanggal 3 April 2025: ...' tells the day itself."""
    return 0 < len(name.split()) <= MOST_LABEL_WORDS and not any(map(str.isdigit, name))


def _beside(line: Line, vocabulary: Vocabulary) -> Label | None:
    """The field whose name a wide blank parts from its value."""
    blanks = [word.x0 - before.x1 for before, word in pairwise(line.words)]
    for end, blank in enumerate(blanks[:MOST_LABEL_WORDS], 1):
        inner = blanks[end:] or [0.0]  # of the value: where all are as wide, the line is justified
        if blank > max(APART * line.size, WIDER * median(inner)):
            match = vocabulary.header(" ".join(word.text for word in line.words[:end]))
            return Label(match.code, None, Line(line.words[end:], line.page)) if match else None
    return None


def _with_colon(line: Line, vocabulary: Vocabulary) -> Label | None:
    """The field whose name a colon ends."""
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
    match = vocabulary.header(bare) if _is_short(bare) else None
    return Label(match.code, number, _value(line, end)) if match else None


def _value(line: Line, end: int) -> Line:
    """What stands behind the colon, the colon apart."""
    colon = line.words[end]
    rest = line.words[end + 1 :]
    if colon.text[:1] == ":" and len(colon.text) > 1:
        rest = (replace(colon, text=colon.text[1:]), *rest)
    return Line(tuple(rest), line.page)
