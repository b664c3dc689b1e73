"""Activities all told in one cell, as a list or paragraphs, beside the name of their sector."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from extractors.geometry import Cell, Page, Table, holds
from extractors.meaning.grid import Grid
from extractors.normalise.sectors import ends_in_name, is_banner, sector_of, sectors_in
from extractors.structure.flow import Line, lines_of, table_regions
from extractors.structure.outline import read_marker
from extractors.values.dates import find_dates
from extractors.values.lone_days import month_told
from extractors.values.row_numbers import is_row_number

NAME_WORDS = 7
"""The name of a sector has so many words at most, what is told of an activity more."""

Told = tuple[str, list[Line]]
"""A sector and the lines of the cell beside its name."""


def told_in_cells(table: Table, pages: Mapping[int, Page]) -> list[Told]:
    """The cells beside the names of sectors; none where a row below the first such name is another, or in a form."""
    if any(cell.text.startswith(":") for cell in table.cells):
        return []  # values of fields
    told: list[Told] = []
    grid = Grid(table)
    if beneath := _beneath_names(grid, pages):
        return beneath
    for row in grid.rows():
        cells = [cell for cell in grid.row(row) if cell.text]
        names = [cell for cell in cells if _is_name(cell.text)]
        lines = _told_in_row(cells, names, told, pages)
        if lines and (names or told):
            rest = _rest(told[-1][1], lines, named=bool(names)) if told else 0
            told[-1:] = [(sector, [*above, *lines[:rest]]) for sector, above in told[-1:]]
            sectors = sectors_in(names[0].text) if names else [told[-1][0]]
            lists = _lists(lines[rest:]) if len(sectors) > 1 else [lines[rest:]]
            if len(lists) != len(sectors):
                return []
            told += [(sector, lines) for sector, lines in zip(sectors, lists, strict=True) if lines]
        elif told:
            return []
    return told


def _told_in_row(
    cells: Sequence[Cell], names: Sequence[Cell], told: Sequence[Told], pages: Mapping[int, Page]
) -> list[Line]:
    """The lines of the one cell of a row that tells activities: one of more words than a name, or the rest of one."""
    torn = bool(told) and not names and len(cells) == 1 and cells[0].page != told[-1][1][-1].page
    texts = cells if torn else [c for c in cells if len(c.text.split()) > NAME_WORDS and c not in names]
    return list(_lines(texts[0], pages)) if len(texts) == 1 else []


def _begins(lines: Sequence[Line]) -> bool:
    """Whether some lines begin a list that counts from 1."""
    marker = read_marker(lines[0].text)
    return marker is not None and marker.value == 1


def _lists(lines: Sequence[Line]) -> list[list[Line]]:
    """The lists in a cell, each counting from 1: where no rule parts them, several sectors' stand in one."""
    found: list[list[Line]] = [[]]
    for line in lines:
        if _begins([line]) and found[-1]:
            found.append([])
        found[-1].append(line)
    return found


def _is_name(text: str) -> bool:
    """Whether a text is the names of sectors, with no day of an activity."""
    return len(text.split()) <= NAME_WORDS * len(sectors_in(text)) and not find_dates(text)


def _beneath_names(grid: Grid, pages: Mapping[int, Page]) -> list[Told]:
    """The cells of a table whose columns are the sectors: what is told of each stands beneath its name."""
    heads = [cell for cell in grid.row(0) if len(cell.text.split()) <= NAME_WORDS]
    names = {cell.col: sector_of(cell.text) for cell in heads if is_banner(cell.text) or ends_in_name(cell.text)}
    numbers = {cell.col for cell in grid.row(0) if cell.text and cell.col not in names}
    beside = [cell.text for cell in grid.table.cells if cell.row > 0 and cell.col in numbers]
    counted = all(is_row_number(text) or month_told(text) for text in beside)
    if len(set(names.values())) < 2 or not counted:
        return []
    cells = [cell for cell in grid.table.cells if cell.row > 0 and cell.text and cell.col in names]
    by_sector = sorted(cells, key=lambda cell: (cell.col, cell.row))
    told: list[Told] = []
    for cell in by_sector:
        sector, lines = names[cell.col] or "", list(_lines(cell, pages))
        above = told[-1][1] if told and told[-1][0] == sector else []
        if above and lines and read_marker(above[0].text) and not _begins(lines):
            above += lines  # the rest of a list that a page break cut
        else:
            told.append((sector, lines))
    return told


def _rest(above: Sequence[Line], lines: Sequence[Line], named: bool) -> int:
    """How many first lines of a cell are the rest of the list above it, which a page break cut: all before a new 1.

    `named` says that the name of a sector stands beside them.
    """
    if not above or not lines or lines[0].page == above[-1].page or not read_marker(above[0].text):
        return 0
    markers = (read_marker(line.text) for line in lines)
    begins = next((number for number, marker in enumerate(markers) if marker and marker.value == 1), None)
    return begins if begins is not None else 0 if named else len(lines)


def _lines(cell: Cell, pages: Mapping[int, Page]) -> Iterator[Line]:
    """The printed lines of a cell, also of its rest on the next page."""
    for number, box in cell.places:
        yield from lines_of([word for word in pages[number].words if holds(box, word.box)], number)


def outside(lines: Sequence[Line], tables: Sequence[Table]) -> list[Line]:
    """The lines that stand in none of some tables."""
    regions = [table_regions(table) for table in tables]
    return [
        line for line in lines if not any(line.page in boxes and holds(boxes[line.page], line.box) for boxes in regions)
    ]
