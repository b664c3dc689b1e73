"""Rows of 'Data Informasi Kepemiluan yang disebarluaskan', out of a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from types import MappingProxyType

from extractors.geometry import Cell
from extractors.meaning.columns import Columns, months_over
from extractors.meaning.grid import Grid
from extractors.normalise.dissemination_cells import REST, continued, is_ticked, publications_of
from extractors.normalise.dissemination_items import Publication
from extractors.normalise.dissemination_list import as_told
from extractors.normalise.dissemination_rows import begins_above, is_keyed, item_rows
from extractors.normalise.dissemination_spread import put_right
from extractors.normalise.told_alike import are_alike, told_alike
from extractors.values.channels import read_channels
from extractors.values.dates import read_date, tells_more
from extractors.vocabulary import Vocabulary

MIXED = "kolom yang ditandai memuat lebih dari satu kanal; tandanya mungkin hanya milik salah satunya"
"""Why a row is doubted with a mark in a column under the names of several channels."""
NAMELESS = "baris ini ditandai di kolom yang judulnya tidak terbaca; kanalnya kurang"
"""Why a row is doubted with a mark in a column under no name."""
TWO_MARKS = "ada dua tanda dalam satu sel tabel ini: dua kolom kanal mungkin terbaca sebagai satu"
"""Why every row of a table is doubted that has two marks in one place."""
CENTRED = "baris tabel ini tidak bergaris dan nomornya di tengah baris; teksnya mungkin tercampur dengan baris lain"
"""Why every row of a table is doubted in which text begins above the first row's number."""
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
    day = None if "date" in columns.roles else _day_of_title(title.line, grid, year)
    media, unknown = _media_of_titles(grid, columns, vocabulary, title)
    doubts = {**suspect, **unknown}
    keyed = is_keyed(grid, columns)
    found_rows = item_rows(grid, columns, vocabulary, year, day)
    listed = [item for item in found_rows if media.get(item.row) not in {cell.text for cell in grid.own(item.row)}]
    above = [*takewhile(lambda item: keyed and begins_above(grid, item), listed)]
    months = months_over(grid, columns.first_row, title.month)
    found: list[Publication] = []
    for item in listed[len(above) :]:
        if found and (joined := continued(grid, item, found[-1], year, keyed=keyed)):
            found[-1] = _doubted(joined, doubts.get(item.row))
            continue
        undated = None if "date" in item.columns.roles else NO_DATE
        for part in publications_of(grid, item, year, months[item.row]):
            part = replace(part, media_text=part.media_text or media.get(item.row, ""))
            found.append(_doubted(part, doubts.get(item.row) or (None if part.date_text else undated)))
    whole = _with_lead_joined(found) if day and "number" in columns.roles else found
    rows = put_right([_doubted(part, CENTRED) for part in whole] if above else whole, grid, columns, year)
    told = "media" in columns.roles or columns.ticks or any(media.values())
    return rows if told else _with_media_told(rows, vocabulary)


def _media_of_titles(
    grid: Grid, columns: Columns, vocabulary: Vocabulary, title: Title
) -> tuple[dict[int, str], dict[int, str]]:
    """The media that titles tell of each row of a table without a column of them, and why rows are doubted for them."""
    if "media" in columns.roles or columns.ticks:
        return {}, _doubts_of_marks(grid, columns, vocabulary)
    media = {row: over or title.media for row, over in _media_over(grid, columns.first_row, vocabulary).items()}
    return media, {row: NO_MEDIA for row, told in media.items() if not told}


def _media_over(grid: Grid, first: int, vocabulary: Vocabulary) -> dict[int, str]:
    """For each row the lone text over it that is nothing but media: the title of a group of rows."""
    found: dict[int, str] = {}
    media = ""
    for row in range(first, grid.height):
        own = grid.own(row)
        known, unknown = read_channels(own[0].text, vocabulary) if len(own) == 1 else ((), ())
        media = own[0].text if known and not unknown and "other" not in known else media
        found[row] = media
    return found


def _with_media_told(rows: list[Publication], vocabulary: Vocabulary) -> list[Publication]:
    """The rows of a table without media, which their texts may all tell in one way: 'Tahapan (Instagram)'."""
    told = told_alike([row.information for row in rows], [(0, 0)] * len(rows), vocabulary)
    if not are_alike(told):
        return rows
    known = [replace(row, doubt=None if row.doubt == NO_MEDIA else row.doubt) for row in rows]
    return [as_told(row, one) for row, one in zip(known, told, strict=True)]


def _doubted(row: Publication, why: str | None) -> Publication:
    """The row, doubted also for this where for nothing else."""
    return replace(row, doubt=row.doubt or why)


def _with_lead_joined(rows: Sequence[Publication]) -> list[Publication]:
    """The rows of a table under its day; what stands over the first number, where no row ends, is of its row."""
    lead = [*takewhile(lambda row: not row.number, rows)]
    if not lead or len(lead) == len(rows):
        return list(rows)
    whole = [_joined(rows[len(lead)], rows[: len(lead) + 1]), *rows[len(lead) + 1 :]]
    return [_doubted(row, CENTRED) for row in whole] if len(whole) > 1 else whole


def joined_rests(groups: Sequence[list[Publication]]) -> list[list[Publication]]:
    """The rows of each table; what one begins with that has neither number nor date is the rest of the row before."""
    found: list[list[Publication]] = []
    for rows in groups:
        rest = list(takewhile(lambda row: not (row.number or row.date_text), rows))
        last = found[-1][-1] if found and found[-1] else None
        if rest and last and last.number and len(rest) < len(rows) and rest[0].page - last.page <= 1:
            found[-1][-1] = _doubted(_joined(last, [last, *rest]), REST)
            rows = rows[len(rest) :]
        found.append(list(rows))
    return found


def _joined(row: Publication, parts: Sequence[Publication]) -> Publication:
    """The row with the texts of all its parts."""
    information = " ".join(filter(None, (part.information for part in parts)))
    media = " ".join(filter(None, (part.media_text for part in parts)))
    doubt = row.doubt or next(filter(None, (part.doubt for part in parts)), None)
    return replace(row, information=information, media_text=media, doubt=doubt)


def _doubts_of_marks(grid: Grid, columns: Columns, vocabulary: Vocabulary) -> dict[int, str]:
    """Why rows are doubted for their marks, which may be of another channel than it seems."""
    rows = range(columns.first_row, grid.height)
    marks = ((cell, name) for row in rows for col, name in columns.ticks if (cell := grid.at(row, col)))
    if any(len(cell.text.split()) > 1 and cell.text != name for cell, name in marks if cell.colspan == 1):
        return dict.fromkeys(rows, TWO_MARKS)
    unclear = [(col, name) for col, name in columns.ticks if len(read_channels(name, vocabulary)[0]) != 1]
    return {row: MIXED if name else NAMELESS for row in rows for col, name in unclear if is_ticked(grid, row, col)}


def _day_of_title(title: str, grid: Grid, year: int | None) -> Cell | None:
    """The day that a table's title is, as a cell over its first one."""
    reading = read_date(title, year=year)
    if reading is None or reading.start is None or tells_more(title):
        return None
    first = grid.table.cells[0]
    return replace(first, lines=(title,), box=(*first.box[:3], first.box[1]))
