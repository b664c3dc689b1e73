"""What cells tell beside their text made a column of its own: fields under their names, numbers, media after a date.

Web pages and agendas have 'Media: Instagram' under the information, or '1. Rapat koordinasi' beside a day; others have
a column 'Tanggal dan Media'.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.geometry import Cell, Table
from extractors.meaning.field_labels import MOST_LABEL_WORDS
from extractors.meaning.grid import Grid
from extractors.meaning.roles import header_roles
from extractors.values.dates import find_dates
from extractors.vocabulary import Vocabulary

FIELDS = frozenset({"media", "venue", "date", "participants"})
"""What cells tell under another text."""
TEXTS = frozenset({"activity", "information"})
"""What that text may be called before it: 'Kegiatan: Rapat koordinasi'."""
FEWEST = 2
USUAL = 0.6
"""A field is one of a column where at least so many cells, and this part of those with several lines, name it."""
NUMBER = "No"
DATE, MEDIA = "Tanggal", "Media"
"""Names of the columns into which 'Tanggal dan Media' is parted."""
_NUMBERED = re.compile(r"(\d{1,3})[.)]?\s+(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class _Part:
    """What goes into the new column out of one cell, and what stays; `count` lines stay whole above it."""

    name: str
    own: tuple[str, ...]
    told: tuple[str, ...]
    count: int
    role: str = "number"


def with_fields_apart(table: Table, vocabulary: Vocabulary) -> Table:
    """The table, each field that cells of a column name under their text, and their numbers, columns of their own."""
    known = set(header_roles(Grid(table), 0, vocabulary))
    for col in range(table.width):
        cells = [cell for cell in table.cells if cell.col == col and cell.colspan == 1 and cell.lines]
        roles = FIELDS - known if TEXTS & known else TEXTS
        if bare := _without_name(cells, vocabulary, roles):
            named = replace(table, cells=tuple(bare.get(id(cell), cell) for cell in table.cells))
            return with_fields_apart(named, vocabulary)
        parts = _media(cells, vocabulary) or _fields(cells, vocabulary, known)
        parts = parts or ({} if "number" in known else _numbers(cells))
        if parts:
            return with_fields_apart(_parted(table, parts), vocabulary)
    return table


def _without_name(cells: Sequence[Cell], vocabulary: Vocabulary, roles: Set[str]) -> dict[int, Cell]:
    """The cells of a column whose texts are led by what they are, under that name; by identity of those as printed."""
    led = [(cell, *cell.lines[0].partition(":")) for cell in cells]
    named = [(cell, name, text) for cell, name, colon, text in led if colon and _names(name, roles, vocabulary)]
    heads = [cell for cell in cells if cell.row == 0 and all(cell is not told for told, _, _ in named)]
    if not heads or len(named) < max(FEWEST, USUAL * (len(cells) - 1)):
        return {}
    bare = {id(cell): replace(cell, lines=(text.strip(), *cell.lines[1:])) for cell, _, text in named}
    return {**bare, id(heads[0]): replace(heads[0], lines=(named[0][1].strip(),))}


def _names(name: str, roles: Set[str], vocabulary: Vocabulary) -> bool:
    """Whether a name before a colon is that of a field of some roles."""
    match = vocabulary.header(name) if len(name.split()) <= MOST_LABEL_WORDS else None
    return match is not None and match.code in roles


def _media(cells: Sequence[Cell], vocabulary: Vocabulary) -> dict[int, _Part]:
    """What stands beside the dates of a column named 'Tanggal dan Media'; by identity of the cell."""
    named = [cell for cell in cells if (match := vocabulary.header(cell.text)) and match.code == "date_media"]
    if not named:
        return {}
    found = {id(cell): part for cell in cells if cell not in named and (part := _after_date(cell))}
    return {**found, **{id(cell): _Part(MEDIA, (DATE,), (MEDIA,), 0, "media") for cell in named}}


def _after_date(cell: Cell) -> _Part | None:
    """The media in a cell that begins with a date: what the date leaves, whole lines where it ends with one."""
    dates = find_dates(cell.text)[:1]
    if not dates or dates[0].span[0] > 0:
        return None
    rest = cell.text[dates[0].span[1] :].strip(" ,;:/()|-–")
    count = next((n for n in range(1, len(cell.lines)) if " ".join(cell.lines[:n]) == dates[0].text), 0)
    return _Part(MEDIA, (dates[0].text,), cell.lines[count:] if count else (rest,), count, "media")


def _fields(cells: Sequence[Cell], vocabulary: Vocabulary, known: set[str]) -> dict[int, _Part]:
    """The field with which most cells of several lines end; by identity of the cell."""
    long = [cell for cell in cells if len(cell.lines) > 1]
    found = {id(cell): part for cell in long if (part := _last_field(cell, vocabulary))}
    role, count = next(iter(Counter(part.role for part in found.values()).most_common(1)), ("", 0))
    if role in known or count < max(FEWEST, USUAL * len(long)):
        return {}
    return {key: part for key, part in found.items() if part.role == role}


def _last_field(cell: Cell, vocabulary: Vocabulary) -> _Part | None:
    """The last field that a cell names under its first line."""
    for index in range(len(cell.lines) - 1, 0, -1):
        name, colon, text = cell.lines[index].partition(":")
        match = vocabulary.header(name) if colon and len(name.split()) <= MOST_LABEL_WORDS else None
        above = (line.partition(":") for line in cell.lines[:index])
        aside = match and match.code == "remarks" and any(c and _names(n, FIELDS, vocabulary) for n, c, _ in above)
        if match and (match.code in FIELDS or aside):
            told = (text.strip(), *cell.lines[index + 1 :])
            return _Part(name.strip(), cell.lines[:index], told, index, match.code)
    return None


def _numbers(cells: Sequence[Cell]) -> dict[int, _Part]:
    """The numbers before the texts of all cells of a column below its name, which count on or begin anew."""
    led = [(cell, match) for cell in cells if (match := _NUMBERED.match(cell.lines[0])) and not _is_day(cell.text)]
    values = [int(match[1]) for _, match in sorted(led, key=lambda item: item[0].row)]
    named = [cell for cell in cells if cell.row == 0 and not _NUMBERED.match(cell.lines[0])]
    if len(led) <= FEWEST or len(led) + len(named) < len(cells):
        return {}
    if not all(b in (a + 1, 1) for a, b in pairwise(values)):
        return {}
    return {id(c): _Part(NUMBER, (c.lines[0][m.end() :], *c.lines[1:]), (m[0].strip(),), 0) for c, m in led}


def _is_day(text: str) -> bool:
    """Whether a text begins with a date, whose day is no number of a row."""
    return any(reading.span[0] == 0 for reading in find_dates(text)[:1])


def _parted(table: Table, parts: Mapping[int, _Part]) -> Table:
    """The table with a last column of the parts of cells, under their name where the first row holds names."""
    cells: list[Cell] = []
    for cell in table.cells:
        part = parts.get(id(cell))
        if part is None:
            cells.append(cell)
            continue
        counts = _clipped(cell, part.count or len(cell.lines))
        told = tuple(whole - own for whole, own in zip(cell.line_counts, counts, strict=True))
        cells.append(replace(cell, lines=part.own, line_counts=counts))
        cells.append(replace(cell, col=table.width, lines=part.told, line_counts=told if part.count else ()))
    head = next((cell for cell in table.cells if cell.row == 0 and id(cell) not in parts), None)
    if head and not any(cell.row == 0 and id(cell) in parts for cell in table.cells):
        name = next(iter(parts.values())).name
        cells.append(replace(head, col=table.width, colspan=1, lines=(name,), line_counts=()))
    return replace(table, cells=tuple(cells))


def _clipped(cell: Cell, count: int) -> tuple[int, ...]:
    """How many of the first `count` lines of a cell stand on each of its pages."""
    clipped = []
    for held in cell.line_counts:
        clipped.append(min(held, count))
        count -= clipped[-1]
    return tuple(clipped)
