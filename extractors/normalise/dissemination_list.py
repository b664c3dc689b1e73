"""Rows of 'Data Informasi Kepemiluan yang disebarluaskan' told in a list, a sentence each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extractors.normalise.dissemination_items import DATE_LEAD, EDGE, Publication, dates_of_item
from extractors.normalise.fields import EXAMPLE, Record, records_of
from extractors.normalise.media_told import PUBLISHED, Cut, bare, cut_media, cuts_of
from extractors.normalise.told_alike import OTHERWISE, Told, are_alike, told_alike
from extractors.normalise.under_days import records_under_days
from extractors.normalise.under_titles import lists_under_titles
from extractors.structure.flow import Line
from extractors.structure.paragraphs import DASHES, Paragraph, list_items, paragraphs
from extractors.values.channels import channel_runs, read_channels
from extractors.values.dates import read_date
from extractors.vocabulary import Vocabulary
from extractors.vocabulary.matching import fold

_YEAR = re.compile(r"\b20\d\d\b")
NO_MEDIA_NAMED = "media penyebaran tidak disebut terpisah di daftar ini; mungkin tercampur dengan informasinya"
"""Why every row of a list is doubted in which few rows tell their media."""

SAME_WORDS = "kebanyakan butir diawali atau diakhiri kata yang sama; mungkin kata itu bukan bagian informasinya"
"""Why rows of a list are doubted whose informations begin, or end, with the same words as most others."""
MOST = 0.6
"""So many of the items have one sign before their day."""
FORM_WORDS = 2
FEWEST_ALIKE = 4
MANY_DATES = 3
"""A sentence tells the date of its item, and perhaps from when to when; more dates are those of other items."""
WHICH_DATE = "butir ini memuat lebih dari satu tanggal; tidak pasti yang mana tanggal penyebarannya"
"""Why an item is doubted none of whose dates is told to be that of publication."""
SEVERAL_ITEMS = "butir ini memuat banyak tanggal; mungkin beberapa butir terbaca sebagai satu"


def items_of(lines: Sequence[Line]) -> list[Paragraph]:
    """The items of a list, or the paragraphs where nothing is numbered or bulleted."""
    return list_items(lines) or paragraphs(lines)


def rows_of_lines(lines: Sequence[Line], vocabulary: Vocabulary, year: int | None) -> list[Publication]:
    """Rows out of a list, also of one whose items stand under their days or under titles."""
    records = records_under_days(lines, vocabulary, year)
    if not records and (titled := lists_under_titles(lines, year)):
        return _unsure([part for title, held in titled for part in _parts_under(title, held, vocabulary, year)])
    if not records:
        return rows_of_list(items_of(lines), vocabulary, year)
    parts = [_part_of_record(record, year) for record in records if record.text("activity")]
    if any(part.media_text for part in parts):
        return parts
    texts = [part.information for part in parts]
    cuts = cuts_of(texts, vocabulary)
    rows = [_with_media_cut(part, vocabulary, cuts) for part in parts]
    return _unsure(_as_alike(rows, told_alike(texts, [(0, 0)] * len(texts), vocabulary), vocabulary))


def rows_of_list(items: Sequence[Paragraph], vocabulary: Vocabulary, year: int | None) -> list[Publication]:
    """Rows out of numbered or bulleted items: 'date, information, through which media' in one paragraph."""
    return _unsure(_parts_of_list(items, vocabulary, year))


def _parts_of_list(items: Sequence[Paragraph], vocabulary: Vocabulary, year: int | None) -> list[Publication]:
    """The rows that items tell."""
    cuts = cuts_of([item.text for item in items], vocabulary)
    told = [(item, part) for item in items if (part := _prose_part(item, vocabulary, year, cuts))]
    begins = _begins_behind_sign(told)
    told = [
        (item, _prose_part(item, vocabulary, year, cuts, begins.get(n, 0)) or part)
        for n, (item, part) in enumerate(told)
    ]
    parts = [(item.text, part) for item, part in told]
    days = [part.date.span for _, part in parts if part.date]
    return _as_alike([part for _, part in parts], told_alike([text for text, _ in parts], days, vocabulary), vocabulary)


def _begins_behind_sign(told: Sequence[tuple[Paragraph, Publication]]) -> dict[int, int]:
    """Where the days begin behind the dash that stands before most others: 'Dapil 3 – 4 April 2024' is one day."""
    spans = [part.date.span if part.date else (0, 0) for _, part in told]
    signs = [item.text[: span[0]].rstrip()[-1:] for (item, _), span in zip(told, spans, strict=True)]
    usual = next((sign for sign, count in Counter(signs).most_common(1) if count >= MOST * len(told)), "")
    found: dict[int, int] = {}
    for n, ((item, _), (start, end)) in enumerate(zip(told, spans, strict=True)):
        at = item.text.find(f" {usual} ", start, end) if usual in DASHES and signs[n] != usual else -1
        if at >= 0:
            found[n] = at + len(usual) + 2
    return found


def _as_alike(rows: Sequence[Publication], told: Sequence[Told | None], vocabulary: Vocabulary) -> list[Publication]:
    """The rows as the form of their list tells them; where they have none, those doubted that it tells otherwise."""
    alike = are_alike(told)
    return [_settled(row, one, alike, vocabulary) for row, one in zip(rows, told, strict=True)]


def _settled(row: Publication, told: Told | None, alike: bool, vocabulary: Vocabulary) -> Publication:
    """The row as it was cut, or as the form tells it where the items of its list are made alike."""
    if told and _tells_more(row, told, vocabulary):
        return row
    return as_told(row, told) if alike else _checked(row, told, vocabulary)


def _tells_more(row: Publication, told: Told, vocabulary: Vocabulary) -> bool:
    """Whether a row ends its information earlier than the form does, before media that are all known."""
    within = told.media in row.media_text and fold(told.information).startswith(fold(row.information))
    more = len(row.media_text) > len(told.media) or len(row.information) < len(told.information)
    return within and more and not read_channels(row.media_text, vocabulary)[1]


def as_told(row: Publication, told: Told | None) -> Publication:
    """The row as the form of its list tells it; doubted where it is made otherwise, unless both ways agree."""
    if told is None:
        return replace(row, doubt=row.doubt or OTHERWISE)
    doubt = row.doubt or (None if told.found and _agree(row, told) else told.doubt)
    return replace(row, information=bare(told.information), media_text=told.media, doubt=doubt)


def _checked(row: Publication, told: Told | None, vocabulary: Vocabulary) -> Publication:
    """The row, doubted where another way to read it gives another text; a title may tell its media."""
    known = not row.media_text or not read_channels(row.media_text, vocabulary)[1]
    if told is None and known and not channel_runs(row.information, vocabulary):
        return row
    sure = told is not None and told.usual and not told.doubt and _agree(row, told)
    return row if sure else replace(row, doubt=row.doubt or OTHERWISE)


def _agree(row: Publication, told: Told) -> bool:
    """Whether two ways to read an item give the same information."""
    return fold(bare(told.information)) == fold(row.information)


def _parts_under(title: str, lines: Sequence[Line], vocabulary: Vocabulary, year: int | None) -> list[Publication]:
    """The rows of the list under a title; media that the title is are theirs where they tell none."""
    known, unknown = read_channels(title, vocabulary)
    media = title if known and not unknown and "other" not in known else ""
    parts = _parts_of_list(items_of(lines), vocabulary, year)
    return [replace(part, media_text=part.media_text or media) for part in parts]


def _unsure(parts: Sequence[Publication]) -> list[Publication]:
    """The rows of a list, all doubted where few tell their media, and those that begin or end as most others do."""
    if sum(bool(part.media_text) for part in parts) * 2 <= len(parts):
        return [
            replace(part, doubt=part.doubt if part.doubt not in (None, OTHERWISE) else NO_MEDIA_NAMED) for part in parts
        ]
    words = [part.information.casefold().split() for part in parts]
    ends = [(tuple(told[:FORM_WORDS]), tuple(told[-FORM_WORDS:])) for told in words]
    alike = [_usual([end[side] for end in ends], parts) for side in (0, 1)]
    same = [first in alike[0] or last in alike[1] for first, last in ends]
    return [
        replace(part, doubt=part.doubt or (SAME_WORDS if one else None)) for part, one in zip(parts, same, strict=True)
    ]


def _usual(ends: Sequence[tuple[str, ...]], parts: Sequence[Publication]) -> set[tuple[str, ...]]:
    """The words with which more than half of the informations begin, or end, those of one form."""
    told = Counter(end for end, _ in {(end, part.information) for end, part in zip(ends, parts, strict=True)})
    return {end for end, count in told.items() if count >= max(FEWEST_ALIKE, told.total() // 2 + 1)}


def rows_of_form(lines: Sequence[Line], vocabulary: Vocabulary, year: int | None) -> list[Publication]:
    """Rows out of a form that has a line for each of an item's fields."""
    records = records_of(lines, vocabulary, frozenset({"date"}))
    told = [record for record in records if record.text("information", "activity", "media", "platform")]
    return [_part_of_record(record, year) for record in told] if _tell_information(told) else []


def _tell_information(records: Sequence[Record]) -> bool:
    """Whether some of the items tell what they are about: one that does not may have lost it."""
    return any(record.text("information", "activity") for record in records)


def _part_of_record(record: Record, year: int | None) -> Publication:
    """The row that the fields of an item tell."""
    return Publication(
        number=record.number,
        date_text=record.text("date"),
        date=read_date(record.text("date"), year=year),
        date_cell=(record.page, record.box),
        information=record.text("information", "activity"),
        media_text=record.text("media", "platform"),
        page=record.page,
        bbox=record.box,
        doubt=next((line.doubt for line in record.lines if line.doubt), None),
    )


def _prose_part(
    item: Paragraph, vocabulary: Vocabulary, year: int | None, cuts: Sequence[Cut], begin: int = 0
) -> Publication | None:
    """The row that one item tells, no day before `begin`; None where no date is told."""
    text = item.text
    readings = [replace(r, span=(r.span[0] + begin, r.span[1] + begin)) for r in dates_of_item(text[begin:], year)]
    if not readings or EXAMPLE.match(text):
        return None
    leads = [text[: r.span[0]] for r in readings]
    led = [r for r, lead in zip(readings, leads, strict=True) if DATE_LEAD.match(lead.strip(EDGE + "("))]
    published = [r for r, lead in zip(readings, leads, strict=True) if PUBLISHED.search(lead)]
    whole = [r for r in readings if _YEAR.search(r.text)]  # before '1 Juni' in a name
    reading = (led or published or whole or readings)[0]
    rest, media = cut_media(text[: reading.span[0]], text[reading.span[1] :], vocabulary, cuts)
    number = item.marker.printed if item.marker and item.marker.style != "bullet" else None
    doubt = item.doubt or (SEVERAL_ITEMS if len(readings) > MANY_DATES else None)
    if reading.start is None or (not (led or published) and len({r.start for r in readings}) > 1):
        doubt = doubt or WHICH_DATE
    return Publication(number, reading.text, reading, (item.page, item.box), rest, media, item.page, item.box, doubt)


def _with_media_cut(part: Publication, vocabulary: Vocabulary, cuts: Sequence[Cut]) -> Publication:
    """A row under a day, whose text tells the media too."""
    information, media = cut_media("", part.information, vocabulary, cuts)
    return replace(part, information=information, media_text=media)
