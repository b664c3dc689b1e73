"""What the cells of one row of a dissemination table tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.geometry import Cell
from extractors.meaning.columns import NO, Columns
from extractors.meaning.grid import Grid, place_of
from extractors.normalise.dissemination_items import DATE_REST, Publication, dates_in_cell, items_of_row
from extractors.normalise.dissemination_rows import ItemRow
from extractors.normalise.dissemination_spread import OPEN
from extractors.values.dates import lasting, read_date
from extractors.values.lone_days import with_month
from extractors.values.row_numbers import is_row_number

YEAR = re.compile(r"\b20\d{2}\b")
REST = "baris berikutnya tanpa nomor dan tanggal dibaca sebagai lanjutan baris ini"
"""Why a row is doubted that ends in what might be a row of its own."""
FUSED = "sel tanggal di sini memuat isi beberapa baris; garis antara barisnya mungkin tidak terbaca"
"""Why rows are doubted whose common cell holds several dates."""


def publications_of(grid: Grid, item: ItemRow, year: int | None, month: str) -> list[Publication]:
    """The item or items of one row; `month` is that of days printed alone."""
    row, columns = item.row, item.columns
    cells = [cell for cell in grid.row(row) if cell.text]
    own = _own(cells, row)
    info = grid.at(row, columns.col("information" if "information" in columns.roles else "activity"))
    date = grid.at(row, columns.col("date")) if "date" in columns.roles else item.day
    media = grid.at(row, columns.col("media"))
    is_open = info is not None and info in (media, date)
    media = None if is_open else media
    page, box = place_of(own, info if info and info.row == row else None)
    last = read_date(grid.text(row, columns.col("date_end")), year=year)
    whole = Publication(
        number=_number(_own_text(grid, row, columns.col("number"))),
        date_text=date.text if date else "",
        date=lasting(read_date(with_month(date.text, month), year=year), last) if date and date.text else None,
        date_cell=(date.page, date.box) if date else None,
        information=info.text if info else "",
        media_text=_told_media(grid, row, columns, media),
        page=page,
        bbox=box,
        doubt=columns.doubt_of(cells) or (OPEN if is_open else FUSED if _is_fused(grid, row, columns, year) else None),
    )
    return list(items_of_row(whole, date, info, media, own, year))


def continued(grid: Grid, item: ItemRow, before: Publication, year: int | None, *, keyed: bool) -> Publication | None:
    """The row before with this row's text added, where this row is the rest of it.

    A row without number and date is one below a page break, and anywhere where all others have both (`keyed`); one
    with the rest of a date ('2024' after '14 November') always is.
    """
    row, columns = item.row, item.columns
    dated = grid.text(row, columns.col("date"))
    rest_of_date = bool(DATE_REST.fullmatch(dated)) and not YEAR.search(before.date_text)
    if grid.text(row, columns.col("number")) or columns.col("number") is None or (dated and not rest_of_date):
        return None
    keyed = keyed or rest_of_date
    information, media = (_own_text(grid, row, columns.col(role)) for role in ("information", "media"))
    cells = [cell for cell in grid.row(row) if cell.row == row]
    begins = bool(information) and not information[0].islower()
    if not cells or (not keyed and (cells[0].page == before.page or begins)):
        return None
    date_text = f"{before.date_text} {dated}".strip()
    return replace(
        before,
        date_text=date_text,
        date=read_date(date_text, year=year) if dated else before.date,
        information=f"{before.information} {information}".strip(),
        media_text=f"{before.media_text} {media}".strip(),
        doubt=before.doubt or (REST if begins and media and not rest_of_date else None),
    )


def is_ticked(grid: Grid, row: int, col: int) -> bool:
    """Whether a mark stands at a place."""
    text = grid.text(row, col).strip(" -–0")
    return bool(text) and text.casefold() not in NO


def _own_text(grid: Grid, row: int, col: int | None) -> str:
    """The text at a place where the cell begins in this row, else ''."""
    cell = grid.at(row, col)
    return cell.text if cell and cell.row == row else ""


def _is_fused(grid: Grid, row: int, columns: Columns, year: int | None) -> bool:
    """Whether a cell over several rows holds the dates of several: a rule was not seen."""
    date = grid.at(row, columns.col("date"))
    return date is not None and date.rowspan > 1 and len(dates_in_cell(date, year)) > 1


def _told_media(grid: Grid, row: int, columns: Columns, media: Cell | None) -> str:
    """The media of a row, those that are ticked before those that are named."""
    ticked = _ticked(grid, row, columns)
    named = _media(grid, row, columns) if media else ""
    return ", ".join(filter(None, (ticked, named.strip(" -–")))) if ticked else named


def _media(grid: Grid, row: int, columns: Columns) -> str:
    """The media of a row, told in one column or in several under one name."""
    cols = range(columns.roles["media"], columns.roles["media"] + columns.beside + 1)
    cells = dict.fromkeys(cell for col in cols if (cell := grid.at(row, col)))
    texts = [cell.text for cell in cells]
    return ", ".join(text for text in texts if text.strip(" -–")) or texts[0]


def _ticked(grid: Grid, row: int, columns: Columns) -> str:
    """The names of the channels that are ticked in a row."""
    return ", ".join(name for col, name in columns.ticks if name and is_ticked(grid, row, col))


def _number(text: str) -> str | None:
    """The printed row number without its '.' or ')'."""
    return re.sub(r"\D", "", text) if is_row_number(text) else text.strip(" .)(:") or None if len(text) <= 4 else None


def _own(cells: Sequence[Cell], row: int) -> Sequence[Cell]:
    """The cells that are a row's own, cells merged over rows aside."""
    own = [cell for cell in cells if cell.row == row] or list(cells)
    return [cell for cell in own if cell.rowspan == 1] or own
