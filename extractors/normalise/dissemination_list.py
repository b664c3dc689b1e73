"""Rows of 'Data Informasi Kepemiluan yang disebarluaskan' told in a list, a sentence each."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import zip_longest

from extractors.normalise.dissemination_items import DATE_LEAD, EDGE, Part
from extractors.normalise.fields import EXAMPLE, records_of
from extractors.normalise.under_days import records_under_days
from extractors.reading import DateReading
from extractors.structure.flow import Line
from extractors.structure.outline import read_marker
from extractors.structure.paragraphs import Paragraph, list_items, paragraphs
from extractors.values.channels import read_channels
from extractors.values.dates import find_dates, read_date, tells_more
from extractors.vocabulary import Vocabulary

_MEDIA_LEAD = re.compile(
    r"[\s,;.(]*\b(?:(?:yang\s+)?di(?:sebar(?:luas)?kan|publikasikan|unggah|umumkan|bagikan|siarkan|sampaikan|posting|tayangkan)\s+)?"
    r"(?:melalui|lewat|via|media(?:\s+penyebaran)?\s*:|kanal\s*:|sarana\s*:|pada\s+media|di\s+media)\s*",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"\bdi(?:sebar(?:luas)?kan|publikasikan|unggah|umumkan|bagikan|siarkan|sampaikan|posting|tayangkan)\s+"
    r"(?:pada\s+)?(?:hari\s+)?(?:tanggal\s*)?$",
    re.IGNORECASE,
)
"""What tells that the date behind it is that of publication."""
_INFORMATION_LEAD = re.compile(
    r"^(?:kpu\s+.{0,40}?)?(?:(?:telah|sudah)\s+)?"
    r"(?:(?P<told>(?:di\w{4,}|me(?:ny|m|ng)?(?:ebar|publikasi|unggah|bagi|ampai|umum|posting)\w*)\s+))?"
    r"(?:informasi|materi|konten|publikasi|unggahan|berita)\s+"
    r"(?(told)(?:(?:tentang|mengenai|terkait|perihal|berupa|dengan\s+judul)\s*:?\s+)?"
    r"|(?:tentang|mengenai|terkait|perihal|berupa|dengan\s+judul)\s*:?\s+)",
    re.IGNORECASE,
)
"""'Telah disampaikan informasi ...': where no verb stands before it, 'informasi' leads in only with 'tentang'."""

NO_MEDIA_NAMED = "media penyebaran tidak disebut terpisah di daftar ini; mungkin tercampur dengan informasinya"
"""Why every row of a list is doubted in which few rows tell their media."""

SAME_WORDS = "setiap butir diawali atau diakhiri kata yang sama; mungkin kata itu bukan bagian informasinya"
"""Why every row of a list is doubted whose informations all begin, or all end, with the same words."""
FEWEST_DAYS = 2
FORM_WORDS = 2
FEWEST_ALIKE = 4
QUOTES = tuple('“”"')
MANY_DATES = 3
"""A sentence tells the date of its item, and perhaps from when to when; more dates are those of other items."""
WHICH_DATE = "butir ini memuat lebih dari satu tanggal; tidak pasti yang mana tanggal penyebarannya"
"""Why an item is doubted none of whose dates is told to be that of publication."""
SEVERAL_ITEMS = "butir ini memuat banyak tanggal; mungkin beberapa butir terbaca sebagai satu"

Cut = Callable[[str, Vocabulary], tuple[str, str] | None]


def items_of(lines: Sequence[Line]) -> list[Paragraph]:
    """The items of a list, or the paragraphs where nothing is numbered or bulleted."""
    return list_items(lines) or paragraphs(lines)


def rows_of_lines(lines: Sequence[Line], vocabulary: Vocabulary, year: int | None) -> list[Part]:
    """Rows out of a list, also of one whose items are of the day that stands alone on a line over them."""
    days = _by_day(lines, year)
    if len(days) < FEWEST_DAYS:
        return rows_of_list(items_of(lines), vocabulary, year)
    return _rows([(item, day) for day, held in days for item in list_items(held)], vocabulary, year)


def rows_of_list(items: Sequence[Paragraph], vocabulary: Vocabulary, year: int | None) -> list[Part]:
    """Rows out of numbered or bulleted items: 'date, information, through which media' in one paragraph."""
    return _rows([(item, None) for item in items], vocabulary, year)


def _rows(
    listed: Sequence[tuple[Paragraph, DateReading | None]], vocabulary: Vocabulary, year: int | None
) -> list[Part]:
    """The rows that items tell, each with the day over it where there is one."""
    cuts = _cuts([item for item, _ in listed], vocabulary)
    parts = [part for item, day in listed if (part := _prose_part(item, vocabulary, year, cuts, day))]
    named = sum(bool(part.media_text) for part in parts) * 2 > len(parts)
    doubt = NO_MEDIA_NAMED if not named else SAME_WORDS if _all_alike(parts) else None
    return [replace(part, doubt=part.doubt or doubt) for part in parts]


def _by_day(lines: Sequence[Line], year: int | None) -> list[tuple[DateReading, list[Line]]]:
    """The lines under each day that stands alone on a line right over a list."""
    groups: list[tuple[DateReading, list[Line]]] = []
    for line, below in zip_longest(lines, lines[1:]):
        over = below is not None and bool(read_marker(below.text)) and not read_marker(line.text)
        day = read_date(line.text, year=year) if over else None
        if day and day.start and not tells_more(line.text):
            groups.append((day, []))
        elif groups:
            groups[-1][1].append(line)
    return groups


def _all_alike(parts: Sequence[Part]) -> bool:
    """Whether all informations begin, or all end, with the same words: those of the form that tells them."""
    words = [part.information.casefold().split() for part in parts]
    ends = ({tuple(told[:FORM_WORDS]) for told in words}, {tuple(told[-FORM_WORDS:]) for told in words})
    return len({part.information for part in parts}) >= FEWEST_ALIKE and min(map(len, ends)) == 1


def rows_of_form(lines: Sequence[Line], vocabulary: Vocabulary, year: int | None) -> list[Part]:
    """Rows out of a form that has a line for each of an item's fields, or of items that stand under their days."""
    records = records_under_days(lines, vocabulary, year) or records_of(lines, vocabulary, frozenset({"date"}))
    return [
        Part(
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
        for record in records
        if record.text("information", "activity")
    ]


def _cuts(items: Sequence[Paragraph], vocabulary: Vocabulary) -> Sequence[Cut]:
    """The ways in which media are told, the surest first: where most items end in a bracket of media, all do.

    Then 'layanan melalui PPID (Website, IG)' is about the service.
    """
    ways = (_after_dash, _after_lead, _in_bracket)
    used = [next((way for way in ways if way(item.text.rstrip(" .;"), vocabulary)), None) for item in items]
    return (_in_bracket, *ways) if used.count(_in_bracket) * 2 > len(used) else ways


def _prose_part(
    item: Paragraph, vocabulary: Vocabulary, year: int | None, cuts: Sequence[Cut], day: DateReading | None
) -> Part | None:
    """The row that one item tells, of the `day` over it; None where no date is told."""
    text = item.text
    readings = [replace(day, span=(0, 0))] if day else find_dates(text, year=year)
    if not readings or EXAMPLE.match(text):
        return None
    leads = [text[: r.span[0]] for r in readings]
    led = [r for r, lead in zip(readings, leads, strict=True) if DATE_LEAD.match(lead.strip(EDGE + "("))]
    published = [r for r, lead in zip(readings, leads, strict=True) if _PUBLISHED.search(lead)]
    reading = (led or published or readings)[0]
    rest, media = _cut_media(text[: reading.span[0]], text[reading.span[1] :], vocabulary, cuts)
    rest = _unquoted(_INFORMATION_LEAD.sub("", rest).strip(EDGE))
    number = item.marker.printed if item.marker and item.marker.style != "bullet" else None
    doubt = item.doubt or (SEVERAL_ITEMS if len(readings) > MANY_DATES else None)
    if not (led or published) and len({r.start for r in readings}) > 1:
        doubt = doubt or WHICH_DATE
    return Part(number, reading.text, reading, (item.page, item.box), rest, media, item.page, item.box, doubt)


def _unquoted(text: str) -> str:
    """A text without the quotation marks around all of it; a mark at one end belongs to a name in it."""
    inner = text[1:-1]
    around = text[:1] in QUOTES and text[-1:] in QUOTES and not any(mark in inner for mark in QUOTES)
    return inner.strip(EDGE) if around else text


def _cut_media(before: str, after: str, vocabulary: Vocabulary, cuts: Sequence[Cut]) -> tuple[str, str]:
    """Information and media out of the text around a date."""
    after = after.rstrip(" .;")
    before = re.sub(r"\b(?:pada\s+)?(?:hari\s+)?(?:tanggal\s*)?$", "", before.strip(EDGE + "("), flags=re.IGNORECASE)
    text = f"{before.strip(EDGE)} {after.lstrip(EDGE + ')')}".strip(EDGE)
    for cut in cuts:
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
    return text[: text.rindex(parts[-1])].strip(EDGE), tail


def _after_lead(text: str, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """'information melalui media': the last such word that names media outside a closing bracket."""
    bracket = _closing_bracket(text) or len(text)
    leads = [lead for lead in _MEDIA_LEAD.finditer(text) if lead.start() < bracket]
    named = [lead for lead in leads if read_channels(text[lead.end() : bracket], vocabulary)[0]]
    if not named and (bracket < len(text) or not leads):
        return None
    lead = (named or leads)[-1]
    return text[: lead.start()].strip(EDGE), text[lead.end() :].strip(" .;")


def _in_bracket(text: str, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """'information (media)'."""
    bracket = _closing_bracket(text)
    return (text[:bracket].strip(EDGE), text[bracket + 1 : -1].strip(" .;")) if bracket else None


def _closing_bracket(text: str) -> int:
    """Where the bracket begins with which `text` ends; 0 where it ends with none."""
    depth = 0
    for index in range(len(text) - 1, -1, -1):
        depth += (text[index] == ")") - (text[index] == "(")
        if depth == 0:
            return index if text[index] == "(" else 0
    return 0
