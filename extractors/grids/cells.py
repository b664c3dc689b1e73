"""A grid and the words of a page made a table: each word in the cell that holds its middle."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from extractors.geometry import Box, Cell, Page, Table, Word
from extractors.grids.lattice import Grid, Span
from extractors.grids.numbered import is_next_number
from extractors.grids.overflown import with_whole_texts
from extractors.grids.text import all_bold, doubt_of, printed

CROSSED = 0.3
"""A rule tears a word when it leaves more than this part of its height on the other side."""
TORN = "teks terpotong garis sel; isi sel mungkin tidak lengkap"
"""Why cells are doubted through whose texts a rule runs."""

CUT = "tepi kanan tabel ini tidak tercetak; isi kolom terakhirnya mungkin terpotong"
"""Why the cells of a last column are doubted that no rule closes, though one closes the left side."""


def words_by_span(grid: Grid, words: Sequence[Word]) -> dict[Span, list[Word]]:
    """The words of each cell; cells without words have none."""
    place = {
        (row, col): span
        for span in grid.spans
        for row in range(span.row, span.row + span.rowspan)
        for col in range(span.col, span.col + span.colspan)
    }
    found: dict[Span, list[Word]] = {}
    for word in words:
        row = bisect_right(grid.ys, (word.top + word.bottom) / 2) - 1
        col = bisect_right(grid.xs, (word.x0 + word.x1) / 2) - 1
        span = place.get((row, col))
        if span is not None:
            found.setdefault(span, []).append(word)
    return found


def fill(grid: Grid, page: Page, words: Sequence[Word], method: str = "lattice") -> Table:
    """The table that a grid and the page's words make, without its empty rows and columns."""
    held = words_by_span(grid, words)
    if page.source == "digital":
        held = with_whole_texts(grid, held)
    torn = _torn_words(grid, held) if page.source == "digital" else []
    cells = tuple(
        Cell(
            row=span.row,
            col=span.col,
            lines=printed(held.get(span, ()), grid.box_of(span)[::2]),
            page=page.number,
            box=grid.box_of(span),
            rowspan=span.rowspan,
            colspan=span.colspan,
            doubt=doubt_of(held.get(span, ())) or (TORN if _reaches(torn, grid.box_of(span)) else _cut(grid, span)),
            bold=all_bold(held.get(span, ())),
        )
        for span in grid.spans
    )
    return without_slivers(Table(_with_whole_numbers(cells), method, (page.number,), _bold_rows(held)))


def _cut(grid: Grid, span: Span) -> str | None:
    """Why a cell of the last column may be incomplete."""
    return CUT if grid.cut_right and span.colspan == 1 and span.col == len(grid.xs) - 2 else None


def _torn_words(grid: Grid, held: dict[Span, list[Word]]) -> list[Word]:
    """The words through which a wall of their cell runs along their line: the cell is too small for its text."""
    return [word for span, words in held.items() for word in words if _is_torn(word, grid.box_of(span))]


def _is_torn(word: Word, cell: Box) -> bool:
    """Whether a good part of a word's height lies outside its cell: to the left or right of it where it is turned."""
    low, high, start, end = word.top, word.bottom, cell[1], cell[3]
    if not word.upright:
        low, high, start, end = word.x0, word.x1, cell[0], cell[2]
    return max(start - low, high - end) > CROSSED * (high - low)


def _reaches(words: Sequence[Word], box: Box) -> bool:
    """Whether one of some words stands in a rectangle, at least partly."""
    return any(
        box[0] < (word.x0 + word.x1) / 2 < box[2] and word.top < box[3] and word.bottom > box[1]
        if word.upright
        else box[1] < (word.top + word.bottom) / 2 < box[3] and word.x0 < box[2] and word.x1 > box[0]
        for word in words
    )


def _with_whole_numbers(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """The cells, a row's number that its narrow column broke over lines put together where it counts on."""
    found: list[Cell] = []
    last = ""
    for cell in cells:
        if cell.col == 0:
            text = "".join(cell.lines)
            if len(cell.lines) > 1 and is_next_number(last, text.rstrip(".)")):
                cell = replace(cell, lines=(text,))
            last = text.rstrip(".)")
        found.append(cell)
    return tuple(found)


def _bold_rows(held: dict[Span, list[Word]]) -> int:
    """How many first rows have names in bold, where what follows is not bold; 0 where nothing tells."""
    bold = {span: all(word.bold for word in words) for span, words in held.items()}
    plain = min((span.row for span, is_bold in bold.items() if not is_bold), default=0)
    names = [span for span in bold if span.row < plain]
    return max((span.row + span.rowspan for span in names), default=0) if len(names) > 1 else 0


THIN = 6.0
"""A blank column narrower than this many points is the space between two strokes of one wall."""


def without_slivers(table: Table) -> Table:
    """The table without rows in which no text begins, and without blank columns too narrow for any."""
    rows = {cell.row for cell in table.cells if cell.lines}
    cols = {cell.col for cell in table.cells if cell.lines or _is_broad(cell)}
    return _reduced(table, sorted(rows), sorted(cols))


def _is_broad(cell: Cell) -> bool:
    return cell.colspan == 1 and cell.box[2] - cell.box[0] > THIN


FEW = 0.25
"""Specks of dirt beside a table stand level with fewer than this part of its rows."""


def without_specks(table: Table) -> Table:
    """The table of a scan without the signs beside it, in a first or last column that has no name and nothing else."""
    specks: set[int] = set()
    for col in (0, table.width - 1):
        held = [cell for cell in table.cells if cell.col == col and cell.lines]
        if len(held) < FEW * table.height and not any(map(str.isalnum, "".join(cell.text for cell in held))):
            specks.add(col)
    return replace(table, cells=tuple(replace(c, lines=()) if c.col in specks else c for c in table.cells))


def without_blanks(table: Table) -> Table:
    """The table without the rows and columns in which no text begins."""
    rows = sorted({cell.row for cell in table.cells if cell.lines})
    cols = sorted({cell.col for cell in table.cells if cell.lines})
    return _reduced(table, rows, cols)


def without_row(table: Table, row: int) -> Table:
    """The table without one of its rows."""
    return _reduced(table, [other for other in range(table.height) if other != row], [*range(table.width)])


def _reduced(table: Table, rows: Sequence[int], cols: Sequence[int]) -> Table:
    """The table with these of its rows and columns only."""
    if len(rows) == table.height and len(cols) == table.width:
        return table
    cells = []
    for cell in table.cells:
        row, last_row = bisect_left(rows, cell.row), bisect_left(rows, cell.row + cell.rowspan)
        col, last_col = bisect_left(cols, cell.col), bisect_left(cols, cell.col + cell.colspan)
        if last_row > row and last_col > col:
            cells.append(replace(cell, row=row, col=col, rowspan=last_row - row, colspan=last_col - col))
    header = bisect_left(rows, table.header_rows)
    return replace(table, cells=tuple(cells), header_rows=header)
