"""Rows put right by those around them: cells merged over rows, page breaks through them, a month's title on a row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.meaning.columns import Columns
from extractors.meaning.grid import Grid
from extractors.normalise.dissemination_items import DATE_REST, Publication
from extractors.normalise.torn import TORN, Beginning, torn_rows
from extractors.values.dates import read_date
from extractors.vocabulary import months

SAME = "tanggal baris ini kosong pada tabel tanpa garis; dibaca sama dengan baris di atasnya"
"""Why a row is doubted whose date, and media where they are blank too, are those of the row above."""
SAME_DAY = "tanggal baris ini kosong; dibaca sama dengan baris di atasnya"
"""Why the one row without a day is doubted in a ruled table."""
BLANK = "tanggal atau media baris ini kosong pada tabel tanpa garis; mungkin selnya digabung dengan baris lain"
"""Why a row is doubted that looks blank where no rules tell which rows a cell is merged over."""
CUT_MERGED = "sel yang digabung atas beberapa baris terpotong pergantian halaman; dibaca sama dengan baris di atasnya"
"""Why the first row of a page is doubted whose merged cell begins on the page before."""
CUT_TWO = "sel media yang digabung atas beberapa baris mungkin terpotong pergantian halaman; medianya mungkin kurang"
"""Why rows are doubted whose merged list of media ends with a page, where the next page begins with another one."""
UNPARTED = "baris tabel ini tidak dipisah garis maupun nomor; teksnya mungkin tercampur dengan baris lain"
"""Why every row of a table is doubted that nothing parts, where some are not whole."""
OPEN = "garis antara informasi dan media atau tanggal baris ini tidak ada; sebagian selnya tidak terbaca"
"""Why a row is doubted whose information stands in one cell with its media or date."""
_YEAR = re.compile(r"\b20\d\d\b")
_LIST_SIGN = re.compile(r"(?:^|(?<=\s))[-–•*]\s")
BANNER = "judul bulan di bawah baris ini sempat terbaca sebagai bagiannya"
"""Why a row is doubted that had the next month's title as its last words."""
_MONTH_BANNER = re.compile(r"\s+(?:BULAN\s+|Bulan\s+)?(?P<month>[A-Z][A-Za-z]{2,8})(?:\s+20\d{2})?$")


def put_right(parts: Sequence[Publication], grid: Grid, columns: Columns, year: int | None) -> list[Publication]:
    """The rows of a table, each with what is its own."""
    parts = _with_torn_doubted(_with_whole_dates(parts, year), ruled=grid.table.method != "stream")
    if grid.table.method == "stream":
        return _filled_down(_without_banners(_unsure(parts, columns)))
    return _with_days_above(_over_pages(parts, grid, columns), numbered=columns.col("number") is not None)


def _with_days_above(parts: Sequence[Publication], numbered: bool) -> list[Publication]:
    """The rows, where a blank says that the day is that of the row above: all else is told, and days never go back.

    Such rows are doubted where no numbers tell them from one another.
    """
    days = [part.date.start for part in parts if part.date and part.date.start]
    blank = [part for part in parts if not part.date_text]
    told = all((part.number or not numbered) and part.information and part.media_text for part in parts)
    if not (blank and told and len(days) + len(blank) == len(parts) and parts[0].date_text and days == sorted(days)):
        return list(parts)
    filled: list[Publication] = []
    for part in parts:
        if not part.date_text:
            above, doubt = filled[-1], part.doubt or (None if numbered and len(blank) > 1 else SAME_DAY)
            part = replace(part, date_text=above.date_text, date=above.date, date_cell=above.date_cell, doubt=doubt)
        filled.append(part)
    return filled


def _unsure(parts: Sequence[Publication], columns: Columns) -> list[Publication]:
    """The rows, all doubted where neither rules nor numbers part them and some have no date or no information."""
    whole = columns.col("number") is not None or all(part.date_text and part.information for part in parts)
    return list(parts) if whole else [replace(part, doubt=part.doubt or UNPARTED) for part in parts]


def _with_torn_doubted(parts: Sequence[Publication], ruled: bool) -> list[Publication]:
    """The rows, those doubted that begin amid a sentence or a date, and those before them."""
    torn = torn_rows(
        [Beginning(part.information, part.date_text, part.page, bool(part.number)) for part in parts], ruled
    )
    return [replace(part, doubt=part.doubt or TORN) if index in torn else part for index, part in enumerate(parts)]


def _over_pages(parts: Sequence[Publication], grid: Grid, columns: Columns) -> list[Publication]:
    """The rows, where a cell merged over rows was cut by a page break: its text stands on the first page only."""
    merged = {cell.col for cell in grid.table.cells if cell.rowspan > 1 and cell.row >= columns.first_row}
    found: list[Publication] = []
    for part in parts:
        above = found[-1] if found else None
        if above and (part.page != above.page or part.doubt == OPEN) and part.number:
            if columns.col("media") in merged and not part.media_text and above.media_text:
                part = replace(part, media_text=above.media_text, doubt=part.doubt or CUT_MERGED)
            if columns.col("date") in merged and not part.date_text and above.date_text:
                part = replace(part, date_text=above.date_text, date=above.date, doubt=part.doubt or CUT_MERGED)
        found.append(part)
    return _with_cut_doubted(found, grid, columns.col("media"))


def _is_lone_item(text: str) -> bool:
    """Whether a text is a list of one item."""
    return len(_LIST_SIGN.findall(text)) == 1 and bool(_LIST_SIGN.match(text))


def _with_cut_doubted(parts: Sequence[Publication], grid: Grid, col: int | None) -> list[Publication]:
    """The rows, those doubted that two merged lists of media hold, which may be the halves of one cut by the page."""
    cells = sorted((c for c in grid.table.cells if c.col == col and c.rowspan > 1), key=lambda cell: cell.row)
    halves = {
        (cell.page, cell.text)
        for a, b in pairwise(cells)
        if a.page != b.page and a.row + a.rowspan == b.row and _is_lone_item(a.text) and _is_lone_item(b.text)
        for cell in (a, b)
    }
    return [
        replace(part, doubt=part.doubt or CUT_TWO) if (part.page, part.media_text) in halves else part for part in parts
    ]


def _without_banners(parts: Sequence[Publication]) -> list[Publication]:
    """The rows of a table without rules, where the title of the next row's month may hang on the row above it."""
    found = list(parts)
    for index, (part, below) in enumerate(pairwise(parts)):
        banner = _MONTH_BANNER.search(part.information)
        month = months().find(banner["month"]) if banner else None
        start, own = below.date and below.date.start, part.date and part.date.start
        if banner and month and start and own and start.month == int(month.code) != own.month:
            bare = part.information[: banner.start()]
            whole = bare[-1:].isdigit()  # most likely a day before its month
            found[index] = replace(part, information=part.information if whole else bare, doubt=part.doubt or BANNER)
    return found


def _with_whole_dates(parts: Sequence[Publication], year: int | None) -> list[Publication]:
    """The rows, where a date merged over two of them is cut by a page break: 'Senin, 21' and 'Oktober 2024'.

    On one page, where nothing parts the rows, the second line of such a date may stand beside the second row.
    """
    whole = list(parts)
    for index, (above, below) in enumerate(pairwise(parts)):
        text = f"{above.date_text} {below.date_text}"
        if not DATE_REST.fullmatch(below.date_text) or _YEAR.search(above.date_text) or not above.date_text:
            continue
        if (reading := read_date(text, year=year)) and reading.start:
            for at in (index, index + 1):
                whole[at] = replace(parts[at], date_text=text, date=reading, date_cell=above.date_cell)
    return whole


def _filled_down(parts: Sequence[Publication]) -> list[Publication]:
    """The rows of a table without rules, where a cell merged over rows looks blank in all but the first of them."""
    filled: list[Publication] = []
    for part in parts:
        above = filled[-1] if filled else None
        if above and not part.date_text and above.date_text:
            part = replace(
                part,
                date_text=above.date_text,
                date=above.date,
                date_cell=above.date_cell,
                media_text=part.media_text or above.media_text,
                doubt=part.doubt or SAME,
            )
        if not (part.media_text and part.date_text):
            part = replace(part, doubt=part.doubt or BLANK)
        filled.append(part)
    return filled
