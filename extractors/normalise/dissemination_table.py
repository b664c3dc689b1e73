"""Rows of 'Data Informasi Kepemiluan yang disebarluaskan', out of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from types import MappingProxyType

from extractors.geometry import Cell
from extractors.meaning.columns import STRAY, TOTAL_ROW, Columns, header_roles, months_over, strays
from extractors.meaning.grid import Grid, is_and_so_on, is_column_numbers, is_row_number, place_of
from extractors.meaning.nameless import lost_rows
from extractors.normalise.dissemination_items import DATE_REST, Publication, dates_in_cell, items_of_row
from extractors.normalise.dissemination_spread import OPEN, put_right
from extractors.normalise.fields import EXAMPLE
from extractors.structure.outline import read_marker
from extractors.values.channels import read_channels
from extractors.values.dates import read_date, tells_day, tells_more
from extractors.values.lone_days import with_month
from extractors.vocabulary import Vocabulary

YEAR = re.compile(r"\b20\d{2}\b")
REST = "baris berikutnya tanpa nomor dan tanggal dibaca sebagai lanjutan baris ini"
"""Why a row is doubted that ends in what might be a row of its own."""
MIXED = "kolom yang ditandai memuat lebih dari satu kanal; tandanya mungkin hanya milik salah satunya"
"""Why a row is doubted with a mark in a column under the names of several channels."""
NAMELESS = "baris ini ditandai di kolom yang judulnya tidak terbaca; kanalnya kurang"
"""Why a row is doubted with a mark in a column under no name."""
TWO_MARKS = "ada dua tanda dalam satu sel tabel ini: dua kolom kanal mungkin terbaca sebagai satu"
"""Why every row of a table is doubted that has two marks in one place."""
CENTRED = "baris tabel ini tidak bergaris dan nomornya di tengah baris; teksnya mungkin tercampur dengan baris lain"
"""Why every row of a table is doubted in which text begins above the first row's number."""
FUSED = "sel nomor atau tanggal di sini memuat isi beberapa baris; garis antara barisnya mungkin tidak terbaca"
"""Why rows are doubted whose common cell holds several numbers or dates."""
_NUMBERS = re.compile(r"\d{1,3}\W*( \d{1,3}\W*)+")
NO_DATE = "tabel ini tanpa kolom tanggal; tanggal baris ini tidak terbaca"
"""Why every row of a table is doubted in which neither a column nor a title tells the date."""
NO_MEDIA = "tabel ini tanpa kolom media; media penyebaran baris ini tidak terbaca"
"""Why every row of a table is doubted in which no column tells the media."""


@dataclass(frozen=True, slots=True)
class Title:
    """What the lines over a table tell of its rows: the month of days printed alone, the media; and the nearest."""

    month: str = ""
    media: str = ""
    line: str = ""


UNTITLED = Title()


def rows_of_table(
    grid: Grid,
    columns: Columns,
    vocabulary: Vocabulary,
    year: int | None,
    suspect: Mapping[int, str] = MappingProxyType({}),
    title: Title = UNTITLED,
) -> list[Publication]:
    """The rows of a dissemination table in printed order; headings, banners, totals and examples are no rows.

    A day in the `title` right over a table without a column of dates is that of its rows.
    """
    parts: list[Publication] = []
    keyed = _is_keyed(grid, columns)
    media = "" if "media" in columns.roles or columns.ticks else title.media
    unnamed = _why_unnamed(grid, columns, media)
    months = months_over(grid, columns.first_row, title.month)
    unclear = {
        col: MIXED if name else NAMELESS for col, name in columns.ticks if len(read_channels(name, vocabulary)[0]) != 1
    }
    lost_text = lost_rows(grid, columns)
    above = False
    day = titled = _day_of_title(title.line, grid, year) if "date" not in columns.roles else None
    lead: list[Publication] = []
    for row in range(columns.first_row, grid.height):
        if not is_row_number(grid.text(row, columns.roles.get("number", 0))):
            columns = columns.under(header_roles(grid, row, vocabulary))
        if "date" not in columns.roles and (told := _day_over_rows(grid, row, year)):
            day = told
            continue
        if not _is_data(grid, row, columns, vocabulary):
            continue
        if not parts and keyed and _is_loose(grid, row, columns) and not _is_ruled_rest(grid, row):
            above = True  # the first line of a text that is taller than the number set in its middle
            continue
        if parts and (joined := _continuation(grid, row, columns, parts[-1], keyed, year)):
            parts[-1] = replace(joined, doubt=joined.doubt or suspect.get(row))
        else:
            found = list(_parts(grid, row, columns, year, months[row], day))
            ticked = (why for col, why in unclear.items() if _is_ticked(grid, row, col))
            lost = unnamed or (STRAY if strays(grid, columns, row) else None) or next(ticked, None)
            lost = lost or suspect.get(row) or (STRAY if row in lost_text else None)
            found = [replace(part, media_text=part.media_text or media) for part in found]
            found = [replace(part, doubt=part.doubt or lost or _undated(part, columns)) for part in found]
            if titled and not parts and "number" in columns.roles and not found[0].number:
                lead += found  # no row before it can end below the title: it is over its number
            else:
                parts += [*_with_lead(lead, found[0]), *found[1:]]
                above |= bool(lead) and row + 1 < grid.height
                lead = []
    if above:
        parts = [replace(part, doubt=part.doubt or CENTRED) for part in parts]
    return put_right([*lead, *parts], grid, columns, year)


def _why_unnamed(grid: Grid, columns: Columns, media: str) -> str | None:
    """Why all rows of a table are doubted: it names no media, its title none either, or a tick's cell holds several."""
    if not ("media" in columns.roles or columns.ticks or media):
        return NO_MEDIA
    marks = ((grid.text(r, col), name) for r in range(columns.first_row, grid.height) for col, name in columns.ticks)
    return TWO_MARKS if any(len(text.split()) > 1 and text != name for text, name in marks) else None


def joined_rests(groups: Sequence[list[Publication]]) -> list[list[Publication]]:
    """The rows of each table; what one begins with that has neither number nor date is the rest of the row before."""
    found: list[list[Publication]] = []
    for rows in groups:
        rest = list(takewhile(lambda row: not (row.number or row.date_text), rows))
        last = found[-1][-1] if found and found[-1] else None
        if rest and last and last.number and len(rest) < len(rows) and rest[0].page - last.page <= 1:
            information = " ".join([last.information, *(row.information for row in rest)])
            media = " ".join(filter(None, [last.media_text, *(row.media_text for row in rest)]))
            found[-1][-1] = replace(last, information=information, media_text=media, doubt=last.doubt or REST)
            rows = rows[len(rest) :]
        found.append(list(rows))
    return found


def _day_over_rows(grid: Grid, row: int, year: int | None) -> Cell | None:
    """The lone text of a row that is a day: the date of the rows below it, where no column tells their dates."""
    own = grid.own(row)
    reading = read_date(own[0].text, year=year) if len(own) == 1 else None
    return own[0] if reading and reading.start else None


def _day_of_title(title: str, grid: Grid, year: int | None) -> Cell | None:
    """The day that a table's title is, as a cell over its first one."""
    reading = read_date(title, year=year)
    if reading is None or reading.start is None or tells_more(title):
        return None
    first = grid.table.cells[0]
    return replace(first, lines=(title,), box=(*first.box[:3], first.box[1]))


def _with_lead(lead: Sequence[Publication], first: Publication) -> Iterator[Publication]:
    """A table's first numbered row with the lines that stand over its number."""
    if not first.number:
        yield from lead
        lead = ()
    information = " ".join(filter(None, (part.information for part in (*lead, first))))
    media = " ".join(filter(None, (part.media_text for part in (*lead, first))))
    doubt = next(filter(None, (part.doubt for part in (first, *lead))), None)
    yield replace(first, information=information, media_text=media, doubt=doubt)


def _undated(part: Publication, columns: Columns) -> str | None:
    """Why a row is doubted that has no date, in a table without a column of dates."""
    return None if part.date_text or "date" in columns.roles else NO_DATE


def _is_data(grid: Grid, row: int, columns: Columns, vocabulary: Vocabulary) -> bool:
    """Whether the row holds an item."""
    own = grid.own(row)
    if not own or is_column_numbers(grid, row):
        return False
    if any(EXAMPLE.match(cell.text) for cell in own) or TOTAL_ROW.match(own[0].text):
        return False
    if is_and_so_on(cell.text for cell in own):
        return False
    if len(own) == 1 and (own[0].colspan > 1 or grid.width == 1 or _is_banner(own[0].text, vocabulary)):
        return own[0].col == columns.col("information") and own[0].colspan == 1
    keys = {columns.col("number"), columns.col("date")}
    dated = tells_day(_text(grid, row, columns.col("date")))
    if len(own) == 2 and {cell.col for cell in own} == keys and not dated:
        # a month over the edge of two columns, or behind its own number
        return not _is_banner(" ".join(cell.text for cell in own if not is_row_number(cell.text)), vocabulary)
    if dated:
        return True  # 'Media Sosial' and 'Terlaksana' are names of columns, or nearly, and no heading beside a day
    named = {role: vocabulary.header(grid.text(row, col)) for role, col in columns.roles.items()}
    return sum(match is not None and match.code == role for role, match in named.items()) < 2


def _is_loose(grid: Grid, row: int, columns: Columns) -> bool:
    """Whether a row has text, but neither number nor date, in a table without rules between its rows."""
    cells = [cell for cell in grid.row(row) if cell.text]
    keys = [columns.col("number"), columns.col("date")]
    return len(cells) < len(columns.roles) and all(not _text(grid, row, col) for col in keys)


def _is_ruled_rest(grid: Grid, row: int) -> bool:
    """Whether a row without its number is the first of a ruled table without heading: the rest of a row before it."""
    return row == 0 and grid.table.method == "lattice"


def _is_banner(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a lone text is a month or quarter heading inside the table."""
    words = re.findall(r"[A-Za-z]+", text)
    named = [word for word in words if vocabulary.month(word) or word.casefold() in {"bulan", "minggu", "triwulan"}]
    return len(words) <= 6 and bool(named) and read_marker(text) is None


def _continuation(
    grid: Grid, row: int, columns: Columns, before: Publication, keyed: bool, year: int | None
) -> Publication | None:
    """The part before with this row's text added, where the row is the rest of the one before.

    A row without number and date is one below a page break, and anywhere where all others have both (`keyed`); one
    with the rest of a date ('2024' after '14 November') always is.
    """
    dated = _text(grid, row, columns.col("date"))
    rest_of_date = bool(DATE_REST.fullmatch(dated)) and not YEAR.search(before.date_text)
    if _text(grid, row, columns.col("number")) or columns.col("number") is None or (dated and not rest_of_date):
        return None
    keyed = keyed or rest_of_date
    information = _text(grid, row, columns.col("information"), own=True)
    media = _text(grid, row, columns.col("media"), own=True)
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


def _is_keyed(grid: Grid, columns: Columns) -> bool:
    """Whether nearly all rows have a number and a date: one that has neither is no row of its own."""
    roles = [columns.col("number"), columns.col("date")]
    rows = range(columns.first_row, grid.height)
    both = sum(all(_text(grid, row, col) for col in roles) for row in rows)
    return None not in roles and both * 2 > len(rows)


def _text(grid: Grid, row: int, col: int | None, *, own: bool = False) -> str:
    """The text at a place; with `own` only where the cell begins in this row."""
    if col is None or (cell := grid.at(row, col)) is None or (own and cell.row != row):
        return ""
    return cell.text


def _parts(
    grid: Grid, row: int, columns: Columns, year: int | None, month: str = "", day: Cell | None = None
) -> Iterator[Publication]:
    """The item or items of one row.

    `month` is that of days printed alone; `day` is the date over the row, in a table without a column of dates.
    """
    cells = [cell for cell in grid.row(row) if cell.text]
    number = _number(_text(grid, row, columns.col("number"), own=True))
    info_col = columns.col("information") if columns.col("information") is not None else columns.col("activity")
    date_cell = grid.at(row, columns.roles["date"]) if "date" in columns.roles else day
    info_cell = grid.at(row, info_col) if info_col is not None else None
    media_cell = grid.at(row, columns.roles["media"]) if "media" in columns.roles else None
    is_open = info_cell is not None and info_cell in (media_cell, date_cell)
    media_cell = None if is_open else media_cell
    own = _own(cells, row)
    page, box = place_of(own, info_cell if info_cell and info_cell.row == row else None)
    whole = Publication(
        number=number,
        date_text=date_cell.text if date_cell else "",
        date=read_date(with_month(date_cell.text, month), year=year) if date_cell and date_cell.text else None,
        date_cell=(date_cell.page, date_cell.box) if date_cell else None,
        information=info_cell.text if info_cell else "",
        media_text=_media(grid, row, columns) if media_cell else _ticked(grid, row, columns),
        page=page,
        bbox=box,
        doubt=columns.doubt_of(cells) or (OPEN if is_open else FUSED if _is_fused(grid, row, columns, year) else None),
    )
    yield from items_of_row(whole, date_cell, info_cell, media_cell, own, year)


def _is_fused(grid: Grid, row: int, columns: Columns, year: int | None) -> bool:
    """Whether a row holds the numbers, or a cell over several rows the dates, of several: a rule was not seen."""
    number, date = (grid.at(row, columns.roles[role]) if role in columns.roles else None for role in ("number", "date"))
    numbers = number is not None and number.rowspan == 1 and bool(_NUMBERS.fullmatch(number.text))
    return numbers or (date is not None and date.rowspan > 1 and len(dates_in_cell(date, year)) > 1)


def _media(grid: Grid, row: int, columns: Columns) -> str:
    """The media of a row, told in one column or in several under one name."""
    cols = range(columns.roles["media"], columns.roles["media"] + columns.beside + 1)
    cells = dict.fromkeys(cell for col in cols if (cell := grid.at(row, col)))
    texts = [cell.text for cell in cells]
    return ", ".join(text for text in texts if text.strip(" -–")) or texts[0]


def _ticked(grid: Grid, row: int, columns: Columns) -> str:
    """The names of the channels that are ticked in a row."""
    return ", ".join(name for col, name in columns.ticks if name and _is_ticked(grid, row, col))


def _is_ticked(grid: Grid, row: int, col: int) -> bool:
    """Whether a mark stands at a place."""
    return bool(grid.text(row, col).strip(" -–0"))


def _number(text: str) -> str | None:
    """The printed row number without its '.' or ')'."""
    return re.sub(r"\D", "", text) if is_row_number(text) else text.strip(" .)(:") or None if len(text) <= 4 else None


def _own(cells: Sequence[Cell], row: int) -> Sequence[Cell]:
    """The cells that are a row's own, cells merged over rows aside."""
    own = [cell for cell in cells if cell.row == row] or list(cells)
    return [cell for cell in own if cell.rowspan == 1] or own
