"""Rows of 'Data Informasi Kepemiluan yang disebarluaskan', out of a table, and their typed records."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.document import Dissemination
from extractors.geometry import Cell
from extractors.normalise.columns import FRAYED, TOTAL_ROW, Columns
from extractors.normalise.dissemination_items import Part, items_of_row
from extractors.normalise.grid import Grid, is_column_numbers, is_row_number, place_of
from extractors.reading import DateReading, UnknownLabel, WrittenDate
from extractors.structure.outline import read_marker
from extractors.values.channels import read_channels
from extractors.values.dates import read_date
from extractors.vocabulary import Vocabulary, months

DATE_REST = re.compile(r"(?:[A-Za-z]{3,9}\s+)?20\d{2}")
YEAR = re.compile(r"\b20\d{2}\b")
EXAMPLE = re.compile(r"^\W*(contoh|misal(nya)?|diisi|isi(lah)?\s+dengan|catatan pengisian|petunjuk)\b", re.IGNORECASE)
REST = "baris berikutnya tanpa nomor dan tanggal dibaca sebagai lanjutan baris ini"
"""Why a row is doubted that ends in what might be a row of its own."""
MIXED = "kolom yang ditandai memuat lebih dari satu kanal; tandanya mungkin hanya milik salah satunya"
"""Why a row is doubted with a mark in a column under the names of several channels."""
NAMELESS = "baris ini ditandai di kolom yang judulnya tidak terbaca; kanalnya kurang"
"""Why a row is doubted with a mark in a column under no name."""
SAME = "tanggal baris ini kosong pada tabel tanpa garis; dibaca sama dengan baris di atasnya"
"""Why a row is doubted whose date, and media where they are blank too, are those of the row above."""
CENTRED = "baris tabel ini tidak bergaris dan nomornya di tengah baris; teksnya mungkin tercampur dengan baris lain"
"""Why every row of a table is doubted in which text begins above the first row's number."""
CUT_MERGED = "sel yang digabung atas beberapa baris terpotong pergantian halaman; dibaca sama dengan baris di atasnya"
"""Why the first row of a page is doubted whose merged cell begins on the page before."""
CUT_TWO = "sel media yang digabung atas beberapa baris mungkin terpotong pergantian halaman; medianya mungkin kurang"
"""Why rows are doubted whose merged list of media ends with a page, where the next page begins with another one."""
_LIST_SIGN = re.compile(r"(?:^|(?<=\s))[-–•*]\s")
CUT_SHORT = "teks baris ini tampak terpotong"
"""Why a row is doubted whose text ends where no text ends."""
_OPEN_END = re.compile(
    r"\b(di|ke|dari|dan|untuk|pada|oleh|dengan|yang|atau|serta|dalam|tentang)$|[,/&]$", re.IGNORECASE
)
NO_MEDIA = "tabel ini tanpa kolom media; media penyebaran baris ini tidak terbaca"
"""Why every row of a table is doubted in which no column tells the media."""
BANNER = "judul bulan di bawah baris ini sempat terbaca sebagai bagiannya"
"""Why a row is doubted that had the next month's title as its last words."""
_MONTH_BANNER = re.compile(r"\s+(?:BULAN\s+|Bulan\s+)?(?P<month>[A-Z][A-Za-z]{2,8})(?:\s+20\d{2})?$")


def rows_of_table(
    table_grid: Grid,
    columns: Columns,
    vocabulary: Vocabulary,
    year: int | None,
    frayed: frozenset[int] = frozenset(),
) -> list[Part]:
    """The rows of a dissemination table in printed order; headings, banners, totals and examples are no rows."""
    parts: list[Part] = []
    keyed = _is_keyed(table_grid, columns)
    unnamed = None if "media" in columns.roles or columns.ticks else NO_MEDIA
    unclear = {
        col: MIXED if name else NAMELESS for col, name in columns.ticks if len(read_channels(name, vocabulary)[0]) != 1
    }
    above = False
    for row in range(columns.first_row, table_grid.height):
        if not _is_data(table_grid, row, columns, vocabulary):
            continue
        if not parts and keyed and _is_loose(table_grid, row, columns):
            above = True  # the first line of a text that is taller than the number set in its middle
            continue
        if parts and (joined := _continuation(table_grid, row, columns, parts[-1], keyed, year)):
            parts[-1] = joined
        else:
            found = _parts(table_grid, row, columns, year)
            lost = unnamed or next((why for col, why in unclear.items() if _is_ticked(table_grid, row, col)), None)
            parts += [replace(part, doubt=part.doubt or lost or (FRAYED if row in frayed else None)) for part in found]
    if above:
        parts = [replace(part, doubt=part.doubt or CENTRED) for part in parts]
    parts = _with_whole_dates(parts, year)
    if table_grid.table.method == "stream":
        return _filled_down(_without_banners(parts))
    return _over_pages(parts, table_grid, columns)


def _over_pages(parts: Sequence[Part], grid: Grid, columns: Columns) -> list[Part]:
    """The rows, where a cell merged over rows was cut by a page break: its text stands on the first page only."""
    merged = {cell.col for cell in grid.table.cells if cell.rowspan > 1 and cell.row >= columns.first_row}
    found: list[Part] = []
    for part in parts:
        above = found[-1] if found else None
        if above and part.page != above.page and part.number:
            if columns.col("media") in merged and not part.media_text and above.media_text:
                part = replace(part, media_text=above.media_text, doubt=part.doubt or CUT_MERGED)
            if columns.col("date") in merged and not part.date_text and above.date_text:
                part = replace(part, date_text=above.date_text, date=above.date, doubt=part.doubt or CUT_MERGED)
        found.append(part)
    return _with_cut_doubted(found, grid, columns.col("media"))


def _is_lone_item(text: str) -> bool:
    """Whether a text is a list of one item."""
    return len(_LIST_SIGN.findall(text)) == 1 and bool(_LIST_SIGN.match(text))


def _with_cut_doubted(parts: Sequence[Part], grid: Grid, col: int | None) -> list[Part]:
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


def _without_banners(parts: Sequence[Part]) -> list[Part]:
    """The rows of a table without rules, where the title of the next row's month may hang on the row above it."""
    found = list(parts)
    for index, (part, below) in enumerate(pairwise(parts)):
        banner = _MONTH_BANNER.search(part.information)
        month = months().find(banner["month"]) if banner else None
        start, own = below.date and below.date.start, part.date and part.date.start
        if banner and month and start and own and start.month == int(month.code) != own.month:
            found[index] = replace(part, information=part.information[: banner.start()], doubt=part.doubt or BANNER)
    return found


def _with_whole_dates(parts: Sequence[Part], year: int | None) -> list[Part]:
    """The rows, where a date merged over two of them is cut by a page break: 'Senin, 21' and 'Oktober 2024'."""
    whole = list(parts)
    for index, (above, below) in enumerate(pairwise(parts)):
        text = f"{above.date_text} {below.date_text}"
        if above.page == below.page or not DATE_REST.fullmatch(below.date_text) or _is_date(above):
            continue
        if (reading := read_date(text, year=year)) and reading.start:
            for at in (index, index + 1):
                whole[at] = replace(parts[at], date_text=text, date=reading, date_cell=above.date_cell)
    return whole


def _is_date(part: Part) -> bool:
    """Whether a row's date is whole."""
    return bool(part.date and part.date.start)


def _filled_down(parts: Sequence[Part]) -> list[Part]:
    """The rows of a table without rules, where a cell merged over rows looks blank in all but the first of them."""
    filled: list[Part] = []
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
        filled.append(part)
    return filled


def _is_data(grid: Grid, row: int, columns: Columns, vocabulary: Vocabulary) -> bool:
    """Whether the row holds an item."""
    own = [cell for cell in grid.row(row) if cell.row == row and cell.text]
    if not own or is_column_numbers(grid, row):
        return False
    if any(EXAMPLE.match(cell.text) for cell in own) or TOTAL_ROW.match(own[0].text):
        return False
    if len(own) == 1 and (own[0].colspan > 1 or grid.width == 1 or _is_banner(own[0].text, vocabulary)):
        return own[0].col == columns.col("information") and own[0].colspan == 1
    named = {role: vocabulary.header(grid.text(row, col)) for role, col in columns.roles.items()}
    return sum(match is not None and match.code == role for role, match in named.items()) < 2


def _is_loose(grid: Grid, row: int, columns: Columns) -> bool:
    """Whether a row has text, but neither number nor date, in a table without rules between its rows."""
    cells = [cell for cell in grid.row(row) if cell.text]
    keys = [columns.col("number"), columns.col("date")]
    return len(cells) < len(columns.roles) and all(not _text(grid, row, col) for col in keys)


def _is_banner(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a lone text is a month or quarter heading inside the table."""
    words = re.findall(r"[A-Za-z]+", text)
    named = [word for word in words if vocabulary.month(word) or word.casefold() in {"bulan", "minggu", "triwulan"}]
    return len(words) <= 6 and bool(named) and read_marker(text) is None


def _continuation(grid: Grid, row: int, columns: Columns, before: Part, keyed: bool, year: int | None) -> Part | None:
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


def _parts(grid: Grid, row: int, columns: Columns, year: int | None) -> Iterator[Part]:
    """The item or items of one row."""
    cells = [cell for cell in grid.row(row) if cell.text]
    number = _number(_text(grid, row, columns.col("number"), own=True))
    info_col = columns.col("information") if columns.col("information") is not None else columns.col("activity")
    date_cell = grid.at(row, columns.roles["date"]) if "date" in columns.roles else None
    info_cell = grid.at(row, info_col) if info_col is not None else None
    own = _own(cells, row)
    page, box = place_of(own, info_cell if info_cell and info_cell.row == row else None)
    whole = Part(
        number=number,
        date_text=date_cell.text if date_cell else "",
        date=read_date(date_cell.text, year=year) if date_cell and date_cell.text else None,
        date_cell=(date_cell.page, date_cell.box) if date_cell else None,
        information=info_cell.text if info_cell else "",
        media_text=_text(grid, row, columns.col("media")) or _ticked(grid, row, columns),
        page=page,
        bbox=box,
        doubt=next((cell.doubt for cell in cells if cell.doubt), None),
    )
    media_cell = grid.at(row, columns.roles["media"]) if "media" in columns.roles else None
    yield from items_of_row(whole, date_cell, info_cell, media_cell, own, year)


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


def dissemination(
    parts: Sequence[Part], vocabulary: Vocabulary
) -> tuple[tuple[Dissemination, ...], list[UnknownLabel]]:
    """The typed rows with their channels, numbered through, and the words for media that the vocabulary lacks."""
    rows: list[Dissemination] = []
    unknown: list[UnknownLabel] = []
    for seq, part in enumerate(parts, 1):
        channels, words = read_channels(part.media_text, vocabulary)
        unknown += [UnknownLabel("channel", word, part.page, part.bbox) for word in words]
        rows.append(
            Dissemination(
                seq=seq,
                number=part.number,
                date_text=part.date_text,
                date_start=part.date.start if part.date else None,
                date_end=part.date.end if part.date else None,
                information=part.information,
                media_text=part.media_text,
                channels=channels,
                page=part.page,
                bbox=part.bbox,
                doubt=part.doubt or (CUT_SHORT if _is_cut_short(part) else None),
            )
        )
    return tuple(rows), unknown


def _is_cut_short(part: Part) -> bool:
    """Whether a text of the row ends in a joining word or comma, or its media inside brackets."""
    open_end = any(_OPEN_END.search(text.strip()) for text in (part.information, part.media_text))
    return open_end or part.media_text.count("(") > part.media_text.count(")")


def written_dates(parts: Sequence[Part], place: str) -> list[WrittenDate]:
    """Each printed date once, also where its cell is merged over rows."""
    seen: dict[object, WrittenDate] = {}
    for index, part in enumerate(parts):
        if part.date_text and part.date_text.strip(" -"):
            reading = part.date or DateReading(part.date_text, None, None, readable=False)
            where = f"baris nomor {part.number}" if part.number else f"baris ke-{index + 1}"
            key = (*part.date_cell, part.date_text) if part.date_cell else (part.page, index)
            seen.setdefault(key, WrittenDate(reading, f"{where} {place}", part.page, part.bbox))
    return list(seen.values())
