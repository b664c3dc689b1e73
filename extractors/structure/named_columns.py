"""Parts of the narrative in columns under their names: 'Tantangan' beside 'Tindak Lanjut', read one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extractors.geometry import Cell, Table, Word, holds
from extractors.structure.flow import Item, Line, lines_of, only_lines, table_regions
from extractors.structure.outline import read_marker, strip_marker
from extractors.structure.section import NARRATIVE, SURE, Head
from extractors.vocabulary import Vocabulary

LINE = 10.0
"""Points within which the middle of the next line stands."""

Row = dict[int, Cell]
"""The cells of a row by column."""
Group = tuple[dict[int, str], list[Row]]
"""The parts that a row names by column, and the rows from that one on."""


def columns_first(flow: Sequence[Item], tables: Iterable[Table], vocabulary: Vocabulary) -> list[Item]:
    """The flow, where rows of a table name parts of the narrative side by side one column after the other."""
    items = list(flow)
    for table in map(_with_last_line, tables):
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
    return items


def _with_last_line(table: Table) -> Table:
    """A table without rules, its last row as deep as the line right below it, which may be the last of some text."""
    last = {c: (*c.box[:3], c.box[3] + LINE) for c in table.cells if c.row + c.rowspan == table.height}
    if table.method != "stream":
        return table
    return replace(
        table, cells=tuple(replace(c, box=last[c]) if c in last and not c.continued else c for c in table.cells)
    )


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
