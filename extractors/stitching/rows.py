"""Rows over a page break: the one that it cut in two, and merged cells that go on over it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from extractors.geometry import Cell, Table
from extractors.grids.broken import is_cut_date
from extractors.grids.dated import completes_text_of_day


def appended(upper: Table, lower: Table, cut: bool | None = None) -> Table:
    """`lower` under `upper`, with the row that the break cut and the merged cells that go on over it joined.

    `cut` says whether the break cut a row, where that is known.
    """
    cut = _is_cut(upper, lower) if cut is None else cut
    height = upper.height
    shift = height - 1 if cut else height
    last = {cell.col: cell for cell in upper.cells if cell.row + cell.rowspan == height}
    cells = list(upper.cells)
    for cell in lower.cells:
        above = last.get(cell.col) if cell.row == 0 else None
        if above is not None and above.colspan == cell.colspan and (cut or _carried_on(above, cell, upper, lower)):
            cells[cells.index(above)] = _continued(above, cell, above.rowspan + cell.rowspan - cut)
        else:
            cells.append(replace(cell, row=cell.row + shift))
    return replace(upper, cells=tuple(cells), pages=(*upper.pages, *lower.pages))


def _continued(above: Cell, below: Cell, rowspan: int) -> Cell:
    """One cell of the two parts that a page break made."""
    doubts = dict.fromkeys(doubt for doubt in (above.doubt, below.doubt) if doubt)
    if is_cut_date(above.text, below.text):
        above, below = replace(above, lines=(above.text + below.text,)), replace(below, lines=())
    return replace(
        above,
        lines=above.lines + below.lines,
        rowspan=rowspan,
        doubt="; ".join(doubts) or None,
        continued=(*above.continued, (below.page, below.box), *below.continued),
        line_counts=(*(above.line_counts or (len(above.lines),)), *(below.line_counts or (len(below.lines),))),
    )


def _is_cut(upper: Table, lower: Table) -> bool:
    """Whether the first row of `lower` is the rest of the last row of `upper`."""
    pairs = _cells_at_break(upper, lower)
    if not pairs or _hold_own_figures(pairs.values()) or _is_banner(upper, lower):
        return False
    if 0 in pairs and _is_numbered(upper, lower):
        number, text = (cell.text if any(map(str.isalnum, cell.text)) else "" for cell in pairs[0])
        if number or text:
            return not (number and text) and (not text or _is_number(text))
        return _sentence_goes_on(pairs.values())
    lead = next((pairs[col] for col in _key_columns(upper, lower) if col in pairs), None)
    new = sum(bool(above.lines) and below.text[:1].isupper() for above, below in pairs.values())
    if lead is not None and bool(lead[0].lines) != bool(lead[1].lines) and new * 2 < len(pairs):
        return True
    return _sentence_goes_on(pairs.values())


def _cells_at_break(upper: Table, lower: Table) -> dict[int, tuple[Cell, Cell]]:
    """The cells right above and below the break by column; none where they are not the same columns."""
    height = upper.height
    last = {cell.col: cell for cell in upper.cells if cell.row + cell.rowspan == height}
    first = {cell.col: cell for cell in lower.cells if cell.row == 0}
    if {(col, cell.colspan) for col, cell in last.items()} != {(col, cell.colspan) for col, cell in first.items()}:
        return {}
    return {col: (last[col], first[col]) for col in sorted(last)}


def _hold_own_figures(pairs: Collection[tuple[Cell, Cell]]) -> bool:
    """Whether figures stand below figures: no number is ever broken over two pages.

    '4 postingan' is none either, but one '2 April' may go on with '2024'.
    """
    figures = any(_is_figure(above.text) and _is_figure(below.text) for above, below in pairs)
    return figures or sum(_is_amount(above.text) and _is_amount(below.text) for above, below in pairs) > 1


def _is_banner(upper: Table, lower: Table) -> bool:
    """Whether a row at the break is a title of rows: its only text begins as that of another row with but one."""
    above = [_lone_text(upper, row) for row in range(upper.header_rows, upper.height)]
    below = [_lone_text(lower, row) for row in range(lower.height)]
    begins = [text.split()[0] for text in (*above, *below) if text]
    return any(text and begins.count(text.split()[0]) > 1 for text in (above[-1:] + below[:1]))


def _lone_text(table: Table, row: int) -> str:
    """The only text of a row, where that is of several words (a scan may part them in two cells); '' for other rows."""
    cells = sorted((cell for cell in table.cells if cell.row == row and cell.lines), key=lambda cell: cell.col)
    apart = len(cells) > 2 or (len(cells) == 2 and cells[1].col > 1) or any(_is_number(cell.text) for cell in cells)
    text = "" if apart else " ".join(cell.text for cell in cells)
    return text if len(text.split()) > 1 else ""


def _is_numbered(upper: Table, lower: Table) -> bool:
    """Whether the first column holds the rows' numbers."""
    texts = [c.text for c in (*upper.cells, *lower.cells) if c.col == 0 and c.lines and c.row >= upper.header_rows]
    return sum(map(_is_number, texts)) * 2 > len(texts)


def _key_columns(upper: Table, lower: Table) -> list[int]:
    """Columns in which every row within the pages has text of its own: a number, a name."""
    keys = []
    inner = [
        *(c for c in upper.cells if upper.header_rows <= c.row and c.row + c.rowspan < upper.height),
        *(c for c in lower.cells if c.row > 0),
    ]
    for col in range(max(upper.width, lower.width)):
        cells = [cell for cell in inner if cell.col == col and cell.colspan == 1]
        if cells and all(cell.lines and cell.rowspan == 1 for cell in cells):
            keys.append(col)
    if not keys and _is_number(_first_text(upper, upper.height - 1)) != _is_number(_first_text(lower, 0)):
        keys.append(0)
    return keys


def _first_text(table: Table, row: int) -> str:
    """The text of the cell at the left edge of a row."""
    return next((c.text for c in table.cells if c.row <= row < c.row + c.rowspan and c.col == 0), "")


def _is_number(text: str) -> bool:
    """Whether a text is a row's number: '12', '12.', '(3)', 'iv.', 'b)'."""
    return bool(re.fullmatch(r"\W{0,2}(\d{1,4}|[ivx]{1,5}|[a-z])\W{0,2}", text.strip().casefold()))


def _is_figure(text: str) -> bool:
    """Whether a text is a figure, or the sign of none; '02.04.2024' is a date."""
    return bool(re.fullmatch(r"\d+|\d{1,3}(\.\d{3})+|[-–—]", text))


def _is_amount(text: str) -> bool:
    """Whether a text is a figure, alone or with its unit."""
    figure, _, unit = text.partition(" ")
    return _is_figure(figure) and (not unit or unit.isalpha())


def _sentence_goes_on(pairs: Iterable[tuple[Cell, Cell]]) -> bool:
    """Whether a day goes on, or most lower cells go on with the upper ones: small letters after no full stop."""
    pairs = list(pairs)
    both = [(a.text, b.text) for a, b in pairs if a.lines and b.lines]
    if any(completes_text_of_day(upper, lower) for upper, lower in both):
        return True
    votes = [lower[:1].islower() and not upper.endswith((".", ";", ":")) for upper, lower in both]
    gone = [bool(a.lines) and not b.lines for a, b in pairs]
    return (bool(votes) and sum(votes) * 2 > len(votes)) or (not votes and any(gone) and not all(gone))


def _carried_on(above: Cell, below: Cell, upper: Table, lower: Table) -> bool:
    """Whether a merged cell goes on over the break: one part has the text, and its column has merged cells.

    Both parts may have text where the number of the same rows stands in its upper part alone.
    """
    if above.lines and below.lines:
        return max(above.rowspan, below.rowspan) > 1 and _is_of_one_number(above, below, upper, lower)
    if above.rowspan > 1 or below.rowspan > 1:
        return bool(above.lines) != bool(below.lines) or not (above.lines or below.lines)
    column = [c for c in (*upper.cells, *lower.cells) if c.col == above.col and c.colspan == above.colspan]
    inner = [c for c in column if c not in (above, below) and c.row >= upper.header_rows]
    merged = sum(c.rowspan > 1 for c in inner)
    blank = sum(not c.lines for c in inner)
    return bool(above.lines) and merged > 0 and blank == 0


def _is_of_one_number(above: Cell, below: Cell, upper: Table, lower: Table) -> bool:
    """Whether two cells at the break take up the rows of a merged number, of which the lower part is blank."""
    numbers = [c for c in upper.cells if (c.col, c.row, c.rowspan) == (0, above.row, above.rowspan)]
    blanks = [c for c in lower.cells if (c.col, c.row, c.rowspan) == (0, 0, below.rowspan) and not c.lines]
    return above.col > 0 and bool(blanks) and any(_is_number(cell.text) for cell in numbers)
