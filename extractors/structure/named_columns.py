"""Parts of the narrative in columns under their names: 'Tantangan' beside 'Tindak Lanjut', read one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.geometry import Cell, Table, Word, holds
from extractors.structure.flow import Item, Line, lines_of, only_lines, table_regions
from extractors.structure.outline import read_marker, strip_marker
from extractors.structure.section import NARRATIVE, SECTORS, SURE, Head
from extractors.structure.sections import CLOSING
from extractors.structure.setting import WIDE_BLANK
from extractors.vocabulary import Vocabulary

NEAR = 2.0
"""Lines of a text stand nearer than so many type sizes."""
APART = 8.0
"""Points of blank between columns."""

Row = dict[int, Cell]
"""The cells of a row by column."""
Group = tuple[dict[int, str], list[Row]]
"""The parts that a row names by column, and the rows from that one on."""


def columns_first(flow: Sequence[Item], tables: Iterable[Table], vocabulary: Vocabulary) -> list[Item]:
    """The flow, where parts of the narrative are named side by side, in a ruled row or a line, column after column."""
    items = list(flow)
    for table in (table for table in tables if table.method == "lattice"):
        groups, regions = _groups(table, vocabulary), table_regions(table)
        inside = [
            at
            for at, item in enumerate(items)
            if groups and isinstance(item, Line) and item.page in regions and holds(regions[item.page], item.box)
        ]
        if inside:
            words = [(line.page, word) for line in only_lines(items[at] for at in inside) for word in line.words]
            told = [line for group in groups for line in _in_columns(group, words)]
            rest = [item for at, item in enumerate(items) if at not in {*inside}]
            items = [*rest[: inside[0]], *told, *rest[inside[0] :]]
    return list(_without_rules(items, vocabulary))


def _without_rules(items: Sequence[Item], vocabulary: Vocabulary) -> Iterator[Item]:
    """The items, the lines below each that names parts side by side one column after the other."""
    at = 0
    while at < len(items):
        titles = _titles(items[at], vocabulary)
        below = list(_below(items[at + 1 :], titles, vocabulary)) if titles else []
        if not below:
            yield items[at]
        for column, title in enumerate(titles if below else ()):
            yield title
            words = (word for line in below for word in line.words)
            yield from lines_of((word for word in words if _column(word, titles) == column), title.page)
        at += 1 + len(below)


def _below(items: Sequence[Item], titles: Sequence[Head], vocabulary: Vocabulary) -> Iterator[Line]:
    """The lines in the columns of the titles with which some items begin."""
    end = titles[0].bottom
    for item in items:
        if not (isinstance(item, Line) and _is_below(item, titles, vocabulary) and item.top - end < NEAR * item.size):
            break
        yield item
        end = max(end, item.bottom)


def _titles(item: Item, vocabulary: Vocabulary) -> list[Head]:
    """The names of parts of the narrative that a line is, side by side; none for other items."""
    parts = item.segments(WIDE_BLANK) if isinstance(item, Line) and not isinstance(item, Head) else []
    if len(parts) < 2:
        return []
    matches = [vocabulary.section(strip_marker(part.text)) for part in parts]
    heads = [Head(p.words, p.page, m.code) for p, m in zip(parts, matches, strict=True) if m and m.score >= SURE]
    whole = len(heads) == len(parts) == len({head.code for head in heads})
    return heads if whole and {head.code for head in heads} <= NARRATIVE else []


def _column(word: Word, titles: Sequence[Head]) -> int:
    """Below which of the titles a word stands."""
    return sum(word.x0 >= title.x0 - APART for title in titles[1:])


def _is_below(line: Line, titles: Sequence[Head], vocabulary: Vocabulary) -> bool:
    """Whether a line stands in the columns of the titles, and is no title itself, nor closes the report."""
    match = vocabulary.section(strip_marker(line.text))
    if line.page != titles[0].page or _titles(line, vocabulary) or CLOSING.match(line.text):
        return False
    near = (a for a, b in pairwise(line.words) if b.x0 - a.x1 < APART and _column(a, titles) != _column(b, titles))
    across = (w for w in line.words if any(w.x0 < title.x0 - APART < w.x1 for title in titles[1:]))
    return not (match and match.score >= SURE and match.code not in SECTORS) and not any(near) and not any(across)


def _groups(table: Table, vocabulary: Vocabulary) -> list[Group]:
    """The rows of a table below each that names parts; none where the first does not."""
    rows: list[Row] = [{} for _ in range(table.height)]
    for cell in table.cells:
        rows[cell.row][cell.col] = cell
    found: list[Group] = []
    for row in rows:
        if named := _named(row, vocabulary):
            found.append((named, [row]))
        elif found:
            found[-1][1].append(row)
        else:
            return []
    return found


def _named(row: Row, vocabulary: Vocabulary) -> dict[int, str]:
    """The parts of the narrative that the cells of a row name, each but that over the numbers; none unless several."""
    heads = {col: vocabulary.header(cell.text) for col, cell in row.items() if cell.text}
    names = [col for col, head in heads.items() if head is None or head.code != "number"]
    matches = {col: vocabulary.section(strip_marker(row[col].text)) for col in names}
    codes = {col: match.code for col, match in matches.items() if match and match.score >= SURE}
    parts = len(codes) == len(names) == len({*codes.values()}) > 1
    return codes if parts and {*codes.values()} <= NARRATIVE else {}


def _in_columns(group: Group, words: Sequence[tuple[int, Word]]) -> Iterator[Line]:
    """The lines of each named column under its head; several rows of what is to follow are the items of a list."""
    named, (heads, *rows) = group
    for col, code in named.items():
        for head in _lines(heads[col], words):
            yield Head(head.words, head.page, code)
        cells = [_lines(row[col], words) for row in rows if col in row]
        for number, lines in enumerate(filter(None, cells), 1):
            yield from _counted(lines, number) if len(cells) > 1 and code == "follow_up" else lines


def _lines(cell: Cell, words: Sequence[tuple[int, Word]]) -> list[Line]:
    """The lines of a cell."""
    places = ((at, [word for page, word in words if page == at and holds(box, word.box)]) for at, box in cell.places)
    return [line for page, held in places for line in lines_of(held, page)]


def _counted(lines: Sequence[Line], number: int) -> list[Line]:
    """The lines of an item, its number before the first of them."""
    first, *others = lines
    if read_marker(first.text):
        return [*lines]
    count = replace(first.words[0], text=f"{number}.", x1=first.words[0].x0)
    return [Line((count, *first.words), first.page), *others]
