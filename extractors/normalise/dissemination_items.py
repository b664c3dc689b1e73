"""The items of a row of a dissemination table: a row's cells may hold several, each with its date."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.geometry import Box, Cell, box_on
from extractors.reading import DateReading
from extractors.structure.outline import read_marker
from extractors.values.dates import find_dates, read_date
from extractors.values.datewords import tokenize

DATE_LEAD = re.compile(r"^\s*(?:pada\s+)?(?:hari\s+)?(?:tanggal\s+)?$", re.IGNORECASE)
_DASH = re.compile(r"\s[-–—]\s+")
_DAY_LEAD = re.compile(r"\d{1,2}(?:\s+[^\W\d_]+|/\d{1,2}(?=\W))")
DATE_REST = re.compile(r"(?:[A-Za-z]{3,9}\s+)?20\d{2}")
"""The end of a date that a line or page break cut: '2024', 'Oktober 2024'."""
SEVERAL_DATES = "sel tanggal baris ini memuat beberapa tanggal; mungkin beberapa baris terbaca sebagai satu"
ONE_DATE = "sel ini berupa daftar beberapa butir dengan satu tanggal; dibaca sebagai satu baris"
"""Why a row is doubted whose text is a list, under a date for all of it."""
FEW_WORDS = 3
"""An item's text has so many words; the last line of one may have fewer."""
ONE_ITEM = "sel ini dibaca sebagai beberapa butir, satu tiap baris teks; mungkin satu butir dengan rentang tanggal"
"""Why items are doubted that are lines beside as many dates where a line looks like the rest of the one before."""
EDGE = " \t-–—:;,.|/·•"


@dataclass(frozen=True, slots=True)
class Publication:
    """What a row or item says was published, before it is numbered through: texts, date and place."""

    number: str | None
    date_text: str
    date: DateReading | None
    date_cell: tuple[int, Box] | None
    information: str
    media_text: str
    page: int
    bbox: Box
    doubt: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list in a cell: its text without the marker, and which of the cell's lines it takes up."""

    text: str
    lines: range


def items_of_row(
    whole: Publication,
    date: Cell | None,
    info: Cell | None,
    media: Cell | None,
    cells: Sequence[Cell],
    year: int | None,
) -> Iterator[Publication]:
    """`whole`, or one publication for each dated item where the `cells` of its row hold several."""
    items = list_in_cell(info.lines) if info else []
    dates = dates_in_cell(date, year) if date else []
    dated = _dated(items, dates, _listed_dates(date, year) if date else [], whole, info, year)
    if not dated:
        yield _as_one(whole, items, dates, date, info)
        return
    if not items and any(_may_be_rest(item.text) for _, item in dated[1:]):
        whole = replace(whole, doubt=whole.doubt or ONE_ITEM)
    ways = list_in_cell(media.lines) if media and not _is_bulleted(media.lines) else []
    for index, (reading, item) in enumerate(dated):
        page, box = _place(item, info, cells) or (whole.page, whole.bbox)
        yield replace(
            whole,
            number=whole.number if index == 0 else None,
            date_text=reading.text,
            date=reading,
            date_cell=(page, box),
            information=item.text,
            media_text=ways[index].text if len(ways) == len(dated) else whole.media_text,
            page=page,
            bbox=box,
        )


def _as_one(
    whole: Publication, items: Sequence[Item], dates: Sequence[DateReading], date: Cell | None, info: Cell | None
) -> Publication:
    """A row that is one item, without the bullet before it; doubted where its cells look like those of several."""
    close = date is not None and follow_closely(dates, "\n".join(date.lines))
    doubt = SEVERAL_DATES if close else ONE_DATE if len(items) >= 2 else None
    lone = len(items) == 1 and info is not None and _is_bulleted(info.lines)
    return replace(whole, doubt=whole.doubt or doubt, information=items[0].text if lone else whole.information)


def dates_of_item(text: str, year: int | None) -> list[DateReading]:
    """The dates in an item of a list, or the day it begins with: its month misprinted or a number."""
    lead = _DAY_LEAD.match(text)
    found = read_date(lead.group(), year=year) if lead else None
    begun = [replace(found, span=lead.span())] if lead and found and found.start else []
    return [_behind_number(reading, text, year) for reading in find_dates(text, year=year)] or begun


def _behind_number(reading: DateReading, text: str, year: int | None) -> DateReading:
    """A date, without a number before its dash that begins no range with it: 'episode 27 – 14 Oktober'."""
    dash = _DASH.search(text, *reading.span)
    if reading.start or not dash:
        return reading
    later = next(iter(find_dates(text[dash.end() :], year=year)), None)
    if later is None or later.span[0] > 0 or not later.start:
        return reading
    return replace(later, span=(dash.end(), dash.end() + later.span[1]))


def follow_closely(dates: Sequence[DateReading], text: str) -> bool:
    """Whether one date stands right behind another, or behind the month or year of one whose day is elsewhere.

    No word or sign makes them a range or a list.
    """
    before = tokenize(text[: dates[0].span[0]]) if dates else []
    rest = bool(before) and before[-1].kind in {"M", "Y"}
    return rest or any(not text[a.span[1] : b.span[0]].strip() for a, b in pairwise(dates))


def _dated(
    items: Sequence[Item],
    dates: Sequence[DateReading],
    listed: Sequence[DateReading],
    whole: Publication,
    info: Cell | None,
    year: int | None,
) -> list[tuple[DateReading, Item]]:
    """The items of a row, each with its date: of the date's cell or of its own text; [] where the row is one item."""
    if len(items) >= 2 and len(dates) == len(items):
        return list(zip(dates, items, strict=True))
    if len(items) >= 2 and len(listed) == len(items):
        return list(zip(listed, items, strict=True))
    lines = info.lines if info else ()
    texts = list(items) or _dated_lines(lines, year) or [Item(whole.information, range(len(lines)))]
    led = [(found, item.lines) for item in texts if (found := _leading_date(item.text, year))]
    if not dates and not (whole.date and whole.date.start) and len(led) == len(texts):
        return [(reading, Item(text, taken)) for (reading, text), taken in led]
    if len(dates) >= 2 and len(lines) == len(dates):
        return [(dates[n], Item(line, range(n, n + 1))) for n, line in enumerate(lines)]
    return []


def _dated_lines(lines: Sequence[str], year: int | None) -> list[Item]:
    """The items of a cell whose lines begin with a day and one sign behind it; [] where the first does not."""
    signs = [_sign_behind_day(line, year) for line in lines]
    starts = [n for n, sign in enumerate(signs) if sign and sign == signs[0]]
    return [Item(" ".join(lines[a:b]), range(a, b)) for a, b in pairwise([*starts, len(lines)])]


def _sign_behind_day(line: str, year: int | None) -> str:
    """The sign behind the day with which a line begins: ':' or '–'; '' where there is none."""
    first = next(iter(find_dates(line, year=year)), None)
    sign = line[first.span[1] :].lstrip()[:1] if first and DATE_LEAD.match(line[: first.span[0]]) else ""
    return "" if sign.isalnum() else sign


def _may_be_rest(line: str) -> bool:
    """Whether a line looks like the end of the line before it rather than an item of its own."""
    return len(line.split()) < FEW_WORDS or not line[:1].isupper()


def _place(item: Item, info: Cell | None, cells: Sequence[Cell]) -> tuple[int, Box] | None:
    """Page and rectangle of an item of a row that a page break cut; None where the row is on one page."""
    if info is None or sum(info.line_counts) != len(info.lines):
        return None
    pages = [number for number, _ in info.places]
    by_line = [page for page, count in zip(pages, info.line_counts, strict=True) for _ in range(count)]
    page = Counter(by_line[n] for n in item.lines).most_common(1)[0][0]
    return page, box_on([*cells, info], page)


def _is_bulleted(lines: Sequence[str]) -> bool:
    """Whether lines begin with mere signs: a list of media for all items of the row, not one for each."""
    marker = read_marker(lines[0]) if lines else None
    return marker is not None and marker.style == "bullet"


def list_in_cell(lines: Sequence[str]) -> list[Item]:
    """The items of a list inside a cell ('a. ...', '1) ...', '- ...'); [] where there is none."""
    items: list[Item] = []
    style = None
    for number, line in enumerate(lines):
        marker = read_marker(line)
        if marker and (style is None or marker.style == style) and (items or marker.value <= 1):
            style = marker.style
            items.append(Item(line[marker.length :].strip(), range(number, number + 1)))
        elif items:
            last = items[-1]
            items[-1] = Item(f"{last.text} {line.strip()}", range(last.lines.start, number + 1))
        else:
            return []
    return items


def dates_in_cell(cell: Cell, year: int | None) -> list[DateReading]:
    """The separate dates of a date cell, in printed order; a range is one."""
    text = "\n".join(re.sub(r"^\s*[-•*]\s+|^\s*[a-z\d][.)]\s+", "", line) for line in cell.lines)
    return find_dates(text, year=year)


def _listed_dates(cell: Cell, year: int | None) -> list[DateReading]:
    """The dates of a date cell that is a list, each an item: a misprinted month is one there."""
    found = [read_date(item.text, year=year) for item in list_in_cell(cell.lines)]
    return [reading for reading in found if reading and reading.start] if all(found) else []


def _leading_date(text: str, year: int | None) -> tuple[DateReading, str] | None:
    """The date with which `text` begins or ends, and the text without it."""
    for reading in find_dates(text, year=year):
        before, after = text[: reading.span[0]], text[reading.span[1] :]
        if DATE_LEAD.match(before):
            return reading, after.strip(EDGE)
        if not after.strip(EDGE + ")"):
            return reading, before.rstrip(EDGE + "(")
    return None
