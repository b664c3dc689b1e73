"""Tables over page breaks made one: repeated headings dropped, rows cut in two joined, merged cells carried on.

A table goes on when nothing stands between its end and the next page's first table, and that one has its
columns or repeats its heading. A row that the break cut in two is told by its key cells (the number, or whatever
every row has): a row that lacks them is the rest of the row before; a new row is never glued to an old one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extractors.geometry import Box, Cell, Page, Table, Word, union
from extractors.grids.cells import without_blanks
from extractors.grids.lines import baselines, size_of
from extractors.stitching.numbered_on import numbered_on

ALIGNED = 8.0
"""Column edges on two pages that are nearer than this many points are the same edge."""
SAME_LINE = 3.0


def stitch(pages: Sequence[tuple[Page, Sequence[Table]]]) -> list[Table]:
    """The tables of consecutive pages in reading order, each whole."""
    whole: list[Table] = []
    titles: tuple[str, ...] = ()
    last_page: Page | None = None
    for page, tables in pages:
        heading: Table | None = None
        for position, table in enumerate(sorted(tables, key=lambda t: _box(t, page.number)[1::-1])):
            above = _titles(page, table)
            open_table = whole[-1] if whole and position == 0 else None
            joined = None
            if heading is not None and _is_right_below(page, heading, table):
                joined = _joined(whole[-1], replace(table, header_rows=0), must_repeat=False)
            elif open_table is not None and last_page is not None and is_open(last_page, open_table, page):
                first = not _words_above(page, table)
                again = any(above) and titles[: len(above)] == above
                if first:
                    table = numbered_on(open_table, column_edges(open_table), table, page)
                if first or again:
                    joined = _joined(open_table, table, must_repeat=not first)
            added = joined is None or joined.height > whole[-1].height
            heading = table if not added or (joined is None and _is_heading(table)) else None
            if joined is None:
                whole.append(table)
                titles = above
            else:
                whole[-1] = joined
        last_page = page
    return [
        replace(without_blanks(table), pages=_pages(table))
        for table in whole
        if sum(bool(cell.lines) for cell in table.cells) > 1
    ]


def _pages(table: Table) -> tuple[int, ...]:
    """All pages on which a table has cells, also those of right halves that came after all left ones."""
    pages = {number for cell in table.cells for number in (cell.page, *(number for number, _ in cell.continued))}
    return tuple(sorted(pages.union(table.pages)))


_MORE = re.compile(r"\(?(lanjutan|sambungan|continued|cont\.|forts\.|suite)\)?|[\W_]+", re.IGNORECASE)


def _without_more(title: str) -> str:
    """A title without 'lanjutan' and the like, and without signs."""
    return _MORE.sub("", title).casefold()


def _box(table: Table, page: int) -> Box:
    """The rectangle of the part of a table that is on `page`."""
    boxes = [cell.box for cell in table.cells if cell.page == page]
    boxes += [box for cell in table.cells for number, box in cell.continued if number == page]
    return union(boxes)


def is_open(last_page: Page, upper: Table, page: Page) -> bool:
    """Whether `upper` ends on the page before, with nothing below it."""
    if upper.pages[-1] != last_page.number or page.number != last_page.number + 1:
        return False
    end = _box(upper, last_page.number)
    return not any(word.bottom > end[3] + SAME_LINE and word.top > end[3] - SAME_LINE for word in last_page.words)


def _is_heading(table: Table) -> bool:
    """Whether a table is nothing but a heading and the row of its columns' numbers."""
    numbers = [re.sub(r"\W", "", text) for text in _texts(table, table.height - 1)]
    counted = numbers == [str(number) for number in range(1, table.width + 1)]
    return 0 < table.header_rows == table.height - counted


def _is_right_below(page: Page, heading: Table, table: Table) -> bool:
    """Whether nothing stands between a heading that was found as a table by itself and the table below it."""
    end, start = _box(heading, page.number)[3], _box(table, page.number)[1]
    return not any(end < (word.top + word.bottom) / 2 < start for word in page.words)


def is_first(page: Page, table: Table) -> bool:
    """Whether nothing stands above a table on its page."""
    return not _words_above(page, table)


def _words_above(page: Page, table: Table) -> list[Word]:
    """What stands above a table on its page."""
    top = _box(table, page.number)[1]
    return [word for word in page.words if word.top < top - SAME_LINE and word.bottom < top + SAME_LINE]


def _titles(page: Page, table: Table) -> tuple[str, ...]:
    """The line right above a table and the one close above that, without 'lanjutan' and the like."""
    lines = baselines(_words_above(page, table))[:-3:-1]
    if len(lines) == 2 and min(w.top for w in lines[0]) - max(w.bottom for w in lines[1]) > size_of(lines[0][0]):
        del lines[1]
    return tuple(_without_more(" ".join(word.text for word in line)) for line in lines)


def _joined(upper: Table, lower: Table, must_repeat: bool) -> Table | None:
    """`lower` put under `upper` where it is its continuation; None where it is another table.

    Where a title stands above `lower` again, its heading must be repeated too.
    """
    repeated = _repeated_heading(upper, lower)
    if must_repeat and not repeated:
        return None
    upper, body = _with_heading_again(upper, lower, repeated), _without_rows(lower, repeated)
    if not body.cells:
        return replace(upper, pages=(*upper.pages, *lower.pages), header_rows=max(upper.header_rows, repeated))
    fitted = aligned(upper, body)
    if fitted is None and repeated and upper.width == body.width:
        fitted = body
    if fitted is None or (not repeated and _has_own_heading(upper, body)):
        return None
    header = max(upper.header_rows, repeated) if repeated else upper.header_rows
    return appended(replace(upper, header_rows=header), fitted)


def _texts(table: Table, row: int) -> list[str]:
    """The folded texts of the cells that begin in a row."""
    cells = sorted((c for c in table.cells if c.row == row), key=lambda c: c.col)
    return [re.sub(r"\s+", "", cell.text).casefold() for cell in cells]


def _repeated_heading(upper: Table, lower: Table) -> int:
    """How many first rows of `lower` are the first rows of `upper` once more."""
    count = 0
    limit = min(upper.height - 1, lower.height, 6)
    while count < limit and any(_texts(lower, count)) and _texts(upper, count) == _texts(lower, count):
        count += 1
    if count and any(cell.row < count < cell.row + cell.rowspan for cell in lower.cells):
        count = 0
    return count or (lower.header_rows if _same_words(upper, lower) else 0)


def _same_words(upper: Table, lower: Table) -> bool:
    """Whether the headings of two tables of as many columns have the same words, though they lie otherwise.

    Which columns a name covers is told by what stands below it, and that may be more on one page than on the other.
    """

    def words(table: Table) -> list[str]:
        return sorted(word for cell in table.cells if cell.row < table.header_rows for word in cell.text.split())

    return upper.width == lower.width and len(words(lower)) > 2 and words(upper) == words(lower)


def _has_own_heading(upper: Table, lower: Table) -> bool:
    """Whether `lower` begins with a heading of its own: then it is a new table, not the rest of `upper`."""
    return lower.header_rows > 0 and upper.header_rows > 0


def _with_heading_again(upper: Table, lower: Table, count: int) -> Table:
    """`upper`, whose heading goes on where `lower` repeats it in its first rows: these are no text between tables."""
    again = {(cell.row, cell.col): (cell.page, cell.box) for cell in lower.cells if cell.row < count}
    cells = (
        replace(
            cell,
            continued=(*cell.continued, again[cell.row, cell.col]),
            line_counts=(*(cell.line_counts or (len(cell.lines),)), 0),
        )
        if (cell.row, cell.col) in again
        else cell
        for cell in upper.cells
    )
    return replace(upper, cells=tuple(cells))


def _without_rows(table: Table, count: int) -> Table:
    """The table without its first rows."""
    cells = (replace(cell, row=cell.row - count) for cell in table.cells if cell.row >= count)
    return replace(table, cells=tuple(cells), header_rows=0)


# Columns ---------------------------------------------------------------------------------------------


def column_edges(table: Table) -> list[float] | None:
    """The places of the column edges on the table's last page; None where one is nowhere to be seen."""
    page = table.pages[-1]
    places: list[list[float]] = [[] for _ in range(table.width + 1)]
    for cell in table.cells:
        boxes = [box for number, box in ((cell.page, cell.box), *cell.continued) if number == page]
        for box in boxes:
            places[cell.col].append(box[0])
            places[cell.col + cell.colspan].append(box[2])
    if not all(places):
        return None
    return [sorted(place)[len(place) // 2] for place in places]


def aligned(upper: Table, lower: Table) -> Table | None:
    """`lower` with its columns numbered as those of `upper`; None where their edges do not fit."""
    theirs, ours = column_edges(upper), column_edges(lower)
    if theirs is None or ours is None:
        return lower if upper.width == lower.width else None
    if len(theirs) == len(ours) and all(abs(a - b) <= ALIGNED for a, b in zip(theirs, ours, strict=True)):
        return lower
    if upper.width == lower.width and "stream" in (upper.method, lower.method) and _overlap(upper, lower):
        return lower
    nearest = [min(range(len(theirs)), key=lambda i, x=x: abs(theirs[i] - x)) for x in ours]  # type: ignore[misc]
    fits = all(abs(theirs[i] - x) <= ALIGNED for i, x in zip(nearest, ours, strict=True))
    if not fits or len(set(nearest)) < len(nearest) or upper.width < 2:
        return None
    if nearest[0] != 0 or nearest[-1] != len(theirs) - 1 or lower.width < 2:
        return None
    cells = (replace(c, col=nearest[c.col], colspan=nearest[c.col + c.colspan] - nearest[c.col]) for c in lower.cells)
    return replace(lower, cells=tuple(cells))


def _overlap(upper: Table, lower: Table) -> bool:
    """Whether each column of `lower` stands under its own column of `upper`: edges by text alone shift a little."""

    def spans(table: Table, page: int) -> dict[int, tuple[float, float]]:
        boxes: dict[int, list[Box]] = {}
        for cell in table.cells:
            if cell.colspan == 1 and cell.page == page:
                boxes.setdefault(cell.col, []).append(cell.box)
        return {col: (union(found)[0], union(found)[2]) for col, found in boxes.items()}

    ours, theirs = spans(lower, lower.pages[0]), spans(upper, upper.pages[-1])
    if len(ours) < lower.width or set(ours) - set(theirs):
        return False
    return all(theirs[col][0] - ALIGNED <= (x0 + x1) / 2 <= theirs[col][1] + ALIGNED for col, (x0, x1) in ours.items())


# Rows ------------------------------------------------------------------------------------------------


def appended(upper: Table, lower: Table) -> Table:
    """`lower` under `upper`, with the row that the break cut and the merged cells that go on over it joined."""
    cut = _is_cut(upper, lower)
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
    last = {cell.col: cell for cell in upper.cells if cell.row + cell.rowspan == upper.height}
    first = {cell.col: cell for cell in lower.cells if cell.row == 0}
    both = sorted(set(last) & set(first))
    if any(last[col].colspan != first[col].colspan for col in both) or set(last) != set(first):
        return False
    if any(_is_figure(last[col].text) and _is_figure(first[col].text) for col in both):
        return False  # no number is ever broken over two pages
    if _is_banner(upper, lower):
        return False
    if 0 in both and _is_numbered(upper, lower):
        number, text = last[0].text, first[0].text
        if number or text:
            return not (number and text) and (not text or _is_number(text))
        return _sentence_goes_on([(last[col], first[col]) for col in both])
    lead = next((col for col in _key_columns(upper, lower) if col in both), None)
    new = sum(bool(last[col].lines) and first[col].text[:1].isupper() for col in both)
    if lead is not None and bool(last[lead].lines) != bool(first[lead].lines) and new * 2 < len(both):
        return True
    return _sentence_goes_on([(last[col], first[col]) for col in both])


def _is_banner(upper: Table, lower: Table) -> bool:
    """Whether the first row of `lower` is a title of rows: its only text begins as that of another row with but one."""
    first = _lone_text(lower, 0)
    others = [_lone_text(lower, row) for row in range(1, lower.height)]
    others += [_lone_text(upper, row) for row in range(upper.header_rows, upper.height)]
    return bool(first) and any(text.split()[0] == first.split()[0] for text in others if text)


def _lone_text(table: Table, row: int) -> str:
    """The only text of a row, where that is of several words; '' for other rows."""
    texts = [cell.text for cell in table.cells if cell.row == row and cell.lines]
    return texts[0] if len(texts) == 1 and len(texts[0].split()) > 1 else ""


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
    if not keys and _is_number(_at(upper, upper.height - 1, 0)) != _is_number(_at(lower, 0, 0)):
        keys.append(0)
    return keys


def _at(table: Table, row: int, col: int) -> str:
    """The text of the cell that covers a place."""
    return next(
        (c.text for c in table.cells if c.row <= row < c.row + c.rowspan and c.col <= col < c.col + c.colspan),
        "",
    )


def _is_number(text: str) -> bool:
    """Whether a text is a row's number: '12', '12.', '(3)', 'iv.', 'b)'."""
    return bool(re.fullmatch(r"\W{0,2}(\d{1,4}|[ivx]{1,5}|[a-z])\W{0,2}", text.strip().casefold()))


def _is_figure(text: str) -> bool:
    """Whether a text is a figure, or the sign of none; '02.04.2024' is a date."""
    return bool(re.fullmatch(r"\d+|\d{1,3}(\.\d{3})+|[-–—]", text))


def _sentence_goes_on(pairs: Iterable[tuple[Cell, Cell]]) -> bool:
    """Whether most lower cells read as the rest of the upper ones: a small letter after no full stop."""
    votes = [_goes_on(a.text, b.text) for a, b in pairs if a.lines and b.lines]
    gone = [bool(a.lines) and not b.lines for a, b in pairs]
    return (bool(votes) and sum(votes) * 2 > len(votes)) or (not votes and any(gone) and not all(gone))


def _goes_on(upper: str, lower: str) -> bool:
    return lower[:1].islower() and not upper.endswith((".", ";", ":"))


def _carried_on(above: Cell, below: Cell, upper: Table, lower: Table) -> bool:
    """Whether a merged cell goes on over the break: one part has the text, and its column has merged cells."""
    if above.lines and below.lines:
        return False
    if above.rowspan > 1 or below.rowspan > 1:
        return bool(above.lines) != bool(below.lines) or not (above.lines or below.lines)
    column = [c for c in (*upper.cells, *lower.cells) if c.col == above.col and c.colspan == above.colspan]
    inner = [c for c in column if c not in (above, below) and c.row >= upper.header_rows]
    merged = sum(c.rowspan > 1 for c in inner)
    blank = sum(not c.lines for c in inner)
    return bool(above.lines) and merged > 0 and blank == 0
