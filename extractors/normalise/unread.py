"""What was not understood: rows beside a table, tables of figures that nobody knew, items of lists on scanned pages.

An item of a list is no fact that could be doubted by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from extractors.geometry import Table, union
from extractors.normalise.prose import items_of_list
from extractors.parts import Parts
from extractors.reading import Unread
from extractors.structure.flow import Line, table_regions
from extractors.structure.outline import read_marker
from extractors.structure.paragraphs import Paragraph
from extractors.structure.section import SECTORS, Section
from extractors.values.dates import date_end, find_dates
from extractors.values.numbers import read_count

FACTS = SECTORS | {"coordination", "dissemination", "recap"}
"""Parts whose rows are facts."""
LIST_ROWS = 5
"""So many rows beside a table are a list, which is read as one."""
FIGURES = 0.4
"""A table of figures has numbers in this part of its filled cells."""
LISTS = ("legal_basis", "follow_up")
"""Parts whose items are told as they stand."""
SKIPPED = "tidak diikuti butir nomor {}; pada hasil pindai butir itu mungkin tidak terbaca"
CUT_SHORT = "berakhir tanpa tanda baca seperti butir lain; pada hasil pindai akhirnya mungkin tidak terbaca"
UNSURE = "perlu diperiksa: {}"
_WORD = re.compile(r"[^\W\d_]{3,}")
_NUMBER = re.compile(r"^\W*\d{1,3}[.)]?\s+")


def unread(parts: Parts) -> Iterator[Unread]:
    """Each place in the parts of facts that was not understood."""
    with_tables = {id(part.section) for part in parts.tables}
    for section in parts.coded(*FACTS):
        rows = [line for line in section.lines if is_row(line.text)]
        if id(section) in with_tables and len(rows) < LIST_ROWS:
            yield from (Unread(line.text, line.page, line.box) for line in rows)
    for table in parts.dissolved:
        if is_figures(table) and any(holds(section, table) for section in parts.coded(*FACTS)):
            first = table.cells[0]
            text = " ".join(cell.text for cell in table.cells if cell.text)
            yield Unread(text, first.page, union(cell.box for cell in table.cells if cell.page == first.page))
    for part in parts.tables:
        for cell in (cell for cell in part.table.cells if cell.row < part.columns.first_row):
            if part.columns.kind != "recap" and len(find_dates(cell.text)) > 1:  # rows that were taken for the heading
                yield Unread(cell.text, cell.page, cell.box)
    scanned = {page.number for page in parts.pages if page.source == "ocr"}
    for section in parts.coded(*LISTS):
        for item, why in unsure_items([item for item in items_of_list(section) if item.page in scanned]):
            yield Unread(item.text, item.page, item.box, why)


def unsure_items(items: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, str]]:
    """The items of a list that may be misread, each with why, and those after which one may be lost."""
    ended = [item.text.endswith((".", ";")) for item in items]
    for item, is_ended, after in zip_longest(items, ended, items[1:]):
        here, there = item.marker, after and after.marker
        if here and there and here.style == there.style and there.value > here.value + 1:
            yield item, SKIPPED.format(here.value + 1)
        elif not is_ended and sum(ended) * 2 > len(items):
            yield item, CUT_SHORT
        elif doubt := _doubt(item):
            yield item, UNSURE.format(doubt)


def _doubt(item: Paragraph) -> str | None:
    """The first doubt about a word of an item, but for the long numbers of letters: '542/HM.03.5-Kpt/06/VIII/2021'."""
    words = (word for line in item.lines for word in line.words)
    return next((word.doubt for word in words if word.doubt and "/" not in word.text), None)


def is_row(text: str) -> bool:
    """Whether a line is as the row of a table: a number, and a date behind it or at the end, or a date and what was."""
    number = _NUMBER.match(text)
    if number:
        rest = text[number.end() :]
        ends = any(reading.start and reading.span[1] == len(rest) for reading in find_dates(rest)[-1:])
        if ends or date_end(rest):
            return True
    end = date_end(text)
    return end > 0 and len(_WORD.findall(text[end:])) > 1


def is_figures(table: Table) -> bool:
    """Whether a table of three or more rows and columns holds figures."""
    texts = [cell.text for cell in table.cells if cell.text]
    figures = sum(read_count(text).exact for text in texts)
    return table.height >= 3 and table.width >= 3 and figures >= FIGURES * len(texts)


def is_wide(table: Table) -> bool:
    """Whether a table has several columns beside the numbers of its rows: a numbered list looks like one column."""
    beside = [sum(bool(cell) and not _is_mark(cell) for cell in row) for row in table.rows()]
    several = sum(count > 1 for count in beside)
    return table.height >= 3 and several >= 3 and several * 2 >= table.height


def _is_mark(text: str) -> bool:
    """Whether a text is nothing but the number or sign of an item."""
    marker = read_marker(f"{text} ")
    return text.isdigit() or (marker is not None and marker.length >= len(text))


def stands_in_columns(table: Table) -> bool:
    """Whether words stand beside the table's texts, not only the numbers of a list: read as lines, they get mixed."""
    first = [cell.text for cell in table.cells if cell.col == 0 and cell.colspan < table.width]
    return table.width > 1 and sum(len(_WORD.findall(text)) > 0 for text in first) > 1


def holds(section: Section, table: Table) -> bool:
    """Whether the table's words are lines of the section."""
    boxes = table_regions(table)
    return any(_inside(line, boxes[line.page]) for line in section.lines if line.page in boxes)


def _inside(line: Line, box: tuple[float, float, float, float]) -> bool:
    return box[1] <= (line.top + line.bottom) / 2 <= box[3] and line.x0 < box[2] and line.x1 > box[0]
