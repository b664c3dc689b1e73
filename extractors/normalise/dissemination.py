"""Rows of 'Data Informasi Kepemiluan yang disebarluaskan', out of a table or a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.channels import read_channels
from extractors.dates import find_dates, read_date
from extractors.document import Dissemination
from extractors.flow import Line
from extractors.geometry import Box, Cell
from extractors.normalise.columns import Columns, Grid, header_roles, is_column_numbers, is_row_number, place_of
from extractors.outline import read_marker
from extractors.paragraphs import Paragraph, list_items, paragraphs
from extractors.reading import DateReading, UnknownLabel, WrittenDate
from extractors.vocabulary import Vocabulary

_TOTAL = re.compile(r"^(jumlah|total)\b", re.IGNORECASE)
_EXAMPLE = re.compile(r"^\W*(contoh|misal(nya)?|diisi|isi(lah)?\s+dengan|catatan pengisian|petunjuk)\b", re.IGNORECASE)
_MEDIA_LEAD = re.compile(
    r"[\s,;.(]*\b(?:(?:yang\s+)?di(?:sebar(?:luas)?kan|publikasikan|unggah|umumkan|bagikan|siarkan|sampaikan|posting|tayangkan)\s+)?"
    r"(?:melalui|lewat|via|media(?:\s+penyebaran)?\s*:|kanal\s*:|sarana\s*:|pada\s+media|di\s+media)\s*",
    re.IGNORECASE,
)
_INFORMATION_LEAD = re.compile(
    r"^(?:kpu\s+.{0,40}?)?(?:telah\s+)?(?:(?:di|me(?:ny|m|ng)?)(?:sebar(?:luas)?|ebar(?:luas)?|publikasi|unggah|bagi|sampai|umum|posting)\w*\s+)?"
    r"(?:informasi|materi|konten|publikasi|unggahan|berita)\s+(?:tentang|mengenai|terkait|perihal|berupa|dengan\s+judul)\s*:?\s+",
    re.IGNORECASE,
)
_DATE_LEAD = re.compile(r"^\s*(?:pada\s+)?(?:hari\s+)?(?:tanggal\s+)?$", re.IGNORECASE)
_EDGE = " \t-–—:;,.|/"


@dataclass(frozen=True, slots=True)
class Part:
    """One row before it is numbered through: texts, date and place."""

    number: str | None
    date_text: str
    date: DateReading | None
    date_cell: tuple[int, Box] | None
    information: str
    media_text: str
    page: int
    bbox: Box
    doubt: str | None = None


FRAYED = "teks di dekat baris ini tidak masuk ke tabel; isi baris mungkin tidak lengkap"
"""Why a row is doubted beside which text stands that went into no cell."""


def rows_of_table(
    table_grid: Grid,
    columns: Columns,
    vocabulary: Vocabulary,
    year: int | None,
    frayed: frozenset[int] = frozenset(),
) -> list[Part]:
    """The rows of a dissemination table in printed order; headings, banners, totals and examples are no rows."""
    parts: list[Part] = []
    for row in range(columns.first_row, table_grid.height):
        if not _is_data(table_grid, row, columns, vocabulary):
            continue
        if parts and (joined := _continuation(table_grid, row, columns, parts[-1])):
            parts[-1] = joined
        else:
            found = _parts(table_grid, row, columns, year)
            parts += [replace(part, doubt=part.doubt or FRAYED) if row in frayed else part for part in found]
    return parts


def _is_data(grid: Grid, row: int, columns: Columns, vocabulary: Vocabulary) -> bool:
    """Whether the row holds an item."""
    own = [cell for cell in grid.row(row) if cell.row == row and cell.text]
    if not own or is_column_numbers(grid, row):
        return False
    if any(_EXAMPLE.match(cell.text) for cell in own) or _TOTAL.match(own[0].text):
        return False
    if len(own) == 1 and (own[0].colspan > 1 or grid.width == 1 or _is_banner(own[0].text, vocabulary)):
        return own[0].col == columns.col("information") and own[0].colspan == 1
    roles = header_roles(grid, row, vocabulary)
    return len(roles) < 2 or sum(columns.roles.get(role) == col for role, col in roles.items()) < 2


def _is_banner(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a lone text is a month or quarter heading inside the table."""
    words = re.findall(r"[A-Za-z]+", text)
    named = [word for word in words if vocabulary.month(word) or word.casefold() in {"bulan", "minggu", "triwulan"}]
    return len(words) <= 6 and bool(named) and read_marker(text) is None


def _continuation(grid: Grid, row: int, columns: Columns, before: Part) -> Part | None:
    """The part before with this row's text added, where the row is the rest of a row cut by a page break."""
    if any(_own(grid, row, columns.col(role)) for role in ("number", "date")) or columns.col("number") is None:
        return None
    information = _text(grid, row, columns.col("information"), own=True)
    media = _text(grid, row, columns.col("media"), own=True)
    cells = [cell for cell in grid.row(row) if cell.row == row]
    if not cells or cells[0].page == before.page or (information and not information[0].islower()):
        return None
    return replace(
        before,
        information=f"{before.information} {information}".strip(),
        media_text=f"{before.media_text} {media}".strip(),
    )


def _own(grid: Grid, row: int, col: int | None) -> Cell | None:
    """The cell with text that begins in this row at `col`, or covers it from above (merged)."""
    if col is None:
        return None
    cell = grid.at(row, col)
    return cell if cell and cell.text else None


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
    page, box = _place(cells, row, info_cell)
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
    yield from _split(whole, date_cell, info_cell, media_cell, year)


def _ticked(grid: Grid, row: int, columns: Columns) -> str:
    """The names of the channels that are ticked in a row."""
    return ", ".join(name for col, name in columns.ticks if grid.text(row, col).strip(" -–0"))


def _number(text: str) -> str | None:
    """The printed row number without its '.' or ')'."""
    return re.sub(r"\D", "", text) if is_row_number(text) else text.strip(" .)(:") or None if len(text) <= 4 else None


def _place(cells: Sequence[Cell], row: int, main: Cell | None) -> tuple[int, Box]:
    """Page and rectangle of a row by the cells that are its own, cells merged over rows aside."""
    own = [cell for cell in cells if cell.row == row] or list(cells)
    single = [cell for cell in own if cell.rowspan == 1]
    return place_of(single or own, main if main in own else None)


def _split(whole: Part, date: Cell | None, info: Cell | None, media: Cell | None, year: int | None) -> Iterator[Part]:
    """`whole`, or one part for each dated item where a row's cells hold several."""
    items = list_in_cell(info.lines) if info else []
    dates = dates_in_cell(date, year) if date else []
    led = [found for item in items or [whole.information] if (found := _leading_date(item, year))]
    if len(items) >= 2 and len(dates) == len(items):
        texts = items
    elif not dates and led and len(led) == max(len(items), 1):
        dates, texts = [reading for reading, _ in led], [text for _, text in led]
    elif len(dates) >= 2 and info and len(info.lines) == len(dates):
        texts = list(info.lines)
    else:
        yield whole
        return
    ways = list_in_cell(media.lines) if media else []
    for index, (reading, text) in enumerate(zip(dates, texts, strict=True)):
        yield replace(
            whole,
            number=whole.number if index == 0 else None,
            date_text=reading.text,
            date=reading,
            date_cell=(whole.page, whole.bbox),
            information=text,
            media_text=ways[index] if len(ways) == len(texts) else whole.media_text,
        )


def list_in_cell(lines: Sequence[str]) -> list[str]:
    """The items of a list inside a cell ('a. ...', '1) ...', '- ...') without markers; [] where there is none."""
    items: list[str] = []
    style = None
    for line in lines:
        marker = read_marker(line)
        if marker and (style is None or marker.style == style) and (items or marker.value <= 1):
            style = marker.style
            items.append(line[marker.length :].strip())
        elif items:
            items[-1] = f"{items[-1]} {line.strip()}"
        else:
            return []
    return items


def dates_in_cell(cell: Cell, year: int | None) -> list[DateReading]:
    """The separate dates of a date cell, in printed order; a range is one."""
    text = "\n".join(re.sub(r"^\s*[-•*]\s+|^\s*[a-z\d][.)]\s+", "", line) for line in cell.lines)
    return find_dates(text, year=year)


def _leading_date(text: str, year: int | None) -> tuple[DateReading, str] | None:
    """The date with which `text` begins or ends, and the text without it."""
    for reading in find_dates(text, year=year):
        before, after = text[: reading.span[0]], text[reading.span[1] :]
        if _DATE_LEAD.match(before):
            return reading, after.strip(_EDGE)
        if not after.strip(_EDGE + ")"):
            return reading, before.rstrip(_EDGE + "(")
    return None


def items_of(lines: Sequence[Line]) -> list[Paragraph]:
    """The items of a list, or the paragraphs where nothing is numbered or bulleted."""
    return list_items(lines) or paragraphs(lines)


def rows_of_list(items: Sequence[Paragraph], vocabulary: Vocabulary, year: int | None) -> list[Part]:
    """Rows out of numbered or bulleted items: 'date, information, through which media' in one paragraph."""
    return [part for item in items if (part := _prose_part(item, vocabulary, year))]


def _prose_part(item: Paragraph, vocabulary: Vocabulary, year: int | None) -> Part | None:
    """The row that one item tells; None where it names no date."""
    text = item.text
    readings = find_dates(text, year=year)
    if not readings or _EXAMPLE.match(text):
        return None
    reading = next((r for r in readings if _DATE_LEAD.match(text[: r.span[0]].strip(_EDGE + "("))), readings[0])
    rest, media = _cut_media(text[: reading.span[0]], text[reading.span[1] :], vocabulary)
    rest = _INFORMATION_LEAD.sub("", rest).strip(_EDGE + '“”"')
    number = item.marker.printed if item.marker and item.marker.style != "bullet" else None
    return Part(number, reading.text, reading, (item.page, item.box), rest, media, item.page, item.box, item.doubt)


def _cut_media(before: str, after: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """Information and media out of the text around a date."""
    after = after.rstrip(" .;")
    before = re.sub(r"\b(?:pada\s+)?(?:hari\s+)?(?:tanggal\s*)?$", "", before.strip(_EDGE + "("), flags=re.IGNORECASE)
    text = f"{before.strip(_EDGE)} {after.lstrip(_EDGE + ')')}".strip(_EDGE)
    for cut in (_after_dash, _after_lead, _in_bracket):
        if found := cut(text, vocabulary):
            return found
    return text, ""


def _after_dash(text: str, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """'information - media', where what follows the last dash is nothing but media."""
    parts = re.split(r"\s[-–—|]\s", text)
    tail = parts[-1].strip(" .;")
    known, unknown = read_channels(tail, vocabulary)
    if len(parts) < 2 or not known or unknown:
        return None
    return text[: text.rindex(parts[-1])].strip(_EDGE), tail


def _after_lead(text: str, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """'information melalui media': the last such word that names media outside a closing bracket."""
    bracket = _closing_bracket(text) or len(text)
    leads = [lead for lead in _MEDIA_LEAD.finditer(text) if lead.start() < bracket]
    named = [lead for lead in leads if read_channels(text[lead.end() : bracket], vocabulary)[0]]
    if not named and (bracket < len(text) or not leads):
        return None
    lead = (named or leads)[-1]
    return text[: lead.start()].strip(_EDGE), text[lead.end() :].strip(" .;")


def _in_bracket(text: str, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """'information (media)'."""
    bracket = _closing_bracket(text)
    return (text[:bracket].strip(_EDGE), text[bracket + 1 : -1].strip(" .;")) if bracket else None


def _closing_bracket(text: str) -> int:
    """Where the bracket begins with which `text` ends; 0 where it ends with none."""
    depth = 0
    for index in range(len(text) - 1, -1, -1):
        depth += (text[index] == ")") - (text[index] == "(")
        if depth == 0:
            return index if text[index] == "(" else 0
    return 0


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
                doubt=part.doubt,
            )
        )
    return tuple(rows), unknown


def written_dates(parts: Sequence[Part], place: str) -> list[WrittenDate]:
    """Each printed date once, also where its cell is merged over rows."""
    seen: dict[tuple[int, Box] | tuple[int, int], WrittenDate] = {}
    for index, part in enumerate(parts):
        if part.date_text and part.date_text.strip(" -"):
            reading = part.date or DateReading(part.date_text, None, None, readable=False)
            where = f"baris nomor {part.number}" if part.number else f"baris ke-{index + 1}"
            key = (*part.date_cell, part.date_text) if part.date_cell else (part.page, index)
            seen.setdefault(key, WrittenDate(reading, f"{where} {place}", part.page, part.bbox))  # type: ignore[arg-type]
    return list(seen.values())
