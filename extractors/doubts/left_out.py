"""Words level with a row, in or right beside the table, that are in none of its cells: the row is not read whole.

Columns that another page showed may end before the last word of a row does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from extractors.geometry import Box, Cell, Page, Table, Word, box_on, words_in
from extractors.meaning.columns import Columns
from extractors.vocabulary import headers

LEFT_OUT = "kata '{}' berdiri di baris ini tetapi tidak terbaca di kolom mana pun; isi baris mungkin tidak lengkap"
"""Why a row is doubted beside which a word was left out."""
BESIDE = 6.0
"""Points from the table's side within which a word begins or ends that stands beside it."""


def left_out(table: Table, columns: Columns, pages: Mapping[int, Page]) -> Iterator[tuple[int, str]]:
    """The rows of a table with a word that no cell holds."""
    for number in sorted({number for cell in table.cells for number, _ in cell.places} & pages.keys()):
        page = pages[number]
        if table.method != "stream" and page.source == "ocr":
            continue  # stamps and dirt lie over the walls of scanned tables
        places = [(cell, box) for cell in table.cells for at, box in cell.places if at == number]
        inside = zip(places, words_in([_wider(box) for _, box in places], page), strict=True)
        read = {id(word) for (cell, _), words in inside for word in words if _holds(cell, word)}
        x0, top, x1, bottom = box_on(table.cells, number)
        for word in page.words:
            beside = word.x0 < x1 + BESIDE and word.x1 > x0 - BESIDE and top < (word.top + word.bottom) / 2 < bottom
            if beside and word.upright and id(word) not in read and not _is_name(word.text):
                yield from ((row, LEFT_OUT.format(word.text)) for row in _rows_of(word, table, number, columns))


def _wider(box: Box) -> Box:
    """A cell's rectangle with what may reach out of it: the last word of its text, which its neighbour lacks."""
    return (box[0], box[1], box[2] + BESIDE, box[3])


def _is_name(text: str) -> bool:
    """Whether a word is the name of a field that was taken out of its cell, or the sign behind it: 'Media :'."""
    return not any(map(str.isalnum, text)) or headers().exact(text) is not None


def _holds(cell: Cell, word: Word) -> bool:
    """Whether a word is part of a cell's text: words that a narrow cell broke are put together there."""
    return word.text in cell.text or word.text in "".join(cell.text.split())


def _rows_of(word: Word, table: Table, number: int, columns: Columns) -> set[int]:
    """The rows of items with which a word is level."""
    y = (word.top + word.bottom) / 2

    def is_level(cell: Cell) -> bool:
        return any(page == number and box[1] <= y <= box[3] for page, box in cell.places)

    return {cell.row for cell in table.cells if cell.row >= columns.first_row and cell.rowspan == 1 and is_level(cell)}
