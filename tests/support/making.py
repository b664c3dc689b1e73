"""Tables and lines for the tests of the normalisers, without a PDF."""

from __future__ import annotations

from extractors.geometry import Cell, Table, Word
from extractors.structure.flow import Line


def table(rows: list[list[str | None]], page: int = 1, method: str = "lattice") -> Table:
    """A table of `rows`; None is covered by the cell left of it, '^' by the one above."""
    cells: list[Cell] = []
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text is None or text == "^":
                continue
            colspan = next((k - c for k in range(c + 1, len(row)) if row[k] is not None), len(row) - c)
            rowspan = 1
            while r + rowspan < len(rows) and rows[r + rowspan][c] == "^":
                rowspan += 1
            box = (100.0 * c, 20.0 * r, 100.0 * (c + colspan), 20.0 * (r + rowspan))
            lines = tuple(text.split("\n")) if text else ()
            cells.append(Cell(r, c, lines, page, box, rowspan, colspan))
    return Table(tuple(cells), method, (page,))


def line(
    text: str, top: float = 100.0, x0: float = 72.0, page: int = 1, bold: bool = False, size: float = 11.0
) -> Line:
    """A line of `text` whose letters are half as wide as high."""
    words: list[Word] = []
    for word in text.split():
        width = len(word) * size / 2
        words.append(Word(word, x0, top, x0 + width, top + size, size=size, bold=bold))
        x0 += width + size / 3
    return Line(tuple(words), page)


def lines(*texts: str, page: int = 1, step: float = 14.0) -> list[Line]:
    """Lines one under another; a text in asterisks is bold."""
    return [
        line(text.strip("*"), top=80 + step * index, page=page, bold=text.startswith("*"))
        for index, text in enumerate(texts)
    ]
