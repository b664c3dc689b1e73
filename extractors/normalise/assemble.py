"""Normalise: the parts of a report as one reading, facts and evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from extractors.document import Activity, Dissemination, Document, ReportHead, SocialMedia, Source
from extractors.geometry import Box, Page
from extractors.identify import Period, period_of
from extractors.normalise import activities as act
from extractors.normalise import dissemination as dis
from extractors.normalise import dissemination_items as items
from extractors.normalise import sectors
from extractors.normalise.activity_rows import Entry, RowReader
from extractors.normalise.dissemination_list import items_of, rows_of_form, rows_of_list
from extractors.normalise.dissemination_table import rows_of_table
from extractors.normalise.identity import Identity
from extractors.normalise.prose import list_texts, narrative, photos, statements
from extractors.normalise.recap import Recap, read_recap
from extractors.normalise.recap_doubts import with_blanks_doubted, with_strangers_doubted
from extractors.normalise.recap_list import cells_of_lines
from extractors.normalise.unread import LIST_ROWS, holds, is_wide, unread
from extractors.parts import Part, Parts
from extractors.reading import Evidence, Numbering, Reading
from extractors.structure.sections import Section
from extractors.values.dates import find_periods
from extractors.vocabulary import Vocabulary

NOT_A_LIST = "baris ini berasal dari tabel yang kolomnya tidak dikenali; isinya mungkin tercampur"
"""Why a row is doubted that was read as a list although it stands in columns."""
OTHER_QUARTER = 0.7
"""A table with this share of its dates in another quarter is left over from that quarter's report."""
TITLE_WORDS = 5
"""Words that make a heading's cell a title."""


def row_dates(parts: Parts, vocabulary: Vocabulary) -> list[date]:
    """The first day of every dissemination row and activity."""
    rows = [row for _, part in _dissemination_parts(parts, vocabulary, None) for row in part]
    events = [event for _, group in _events(parts, vocabulary, None) for event in group]
    found = [row.date for row in rows] + [event.date for event in events]
    return [reading.start for reading in found if reading and reading.start]


def read(parts: Parts, identity: Identity, source: Source, vocabulary: Vocabulary) -> Reading:
    """The facts and evidence of a report whose satker and quarter are known."""
    period, code = identity.period, identity.satker_code
    assert period is not None and code is not None
    groups = _of_quarter(_dissemination_parts(parts, vocabulary, period.year), period)
    rows, unknown = dis.dissemination([row for _, group in groups for row in group], vocabulary)
    event_groups = _events(parts, vocabulary, period.year)
    events = [event for _, group in event_groups for event in group]
    recaps = _recaps(parts, period, vocabulary)
    by_code: dict[str, list[Section]] = {}
    for section in parts.sections:
        by_code.setdefault(section.code, []).append(section)
    document = Document(
        source=source,
        report=_head(identity, period, code, vocabulary),
        dissemination=rows,
        social_media=tuple(cell for recap in recaps for cell in recap.cells) or _told(parts, vocabulary),
        activities=act.activities(events),
        photos=photos(by_code.get("photos", []), parts.pages),
        statements=statements(
            parts.coded("evaluation", "challenges", "conclusion", "recap", "implementation", "dissemination", "other")
        ),
        legal_basis=list_texts(by_code.get("legal_basis", [])),
        narrative=narrative(by_code),
    )
    evidence = Evidence(
        sections=frozenset(_present(document)),
        periods=identity.periods,
        satkers=identity.satkers,
        dates=tuple(
            [d for place, group in groups for d in dis.written_dates(group, place)] + act.written_dates(events)
        ),
        numberings=tuple(_numberings([*groups, *event_groups])),
        totals=tuple(total for recap in recaps for total in recap.totals),
        unknown_labels=(*unknown, *(label for recap in recaps for label in recap.unknown)),
        unread=tuple(unread(parts)),
    )
    return Reading(_in_place(document, parts.pages), evidence)


def _head(identity: Identity, period: Period, code: str, vocabulary: Vocabulary) -> ReportHead:
    """The report's head out of cover and signature."""
    signature = identity.signature
    return ReportHead(
        satker_code=code,
        satker_name=vocabulary.all_satkers[code].name,
        year=period.year,
        quarter=period.quarter,
        title=identity.cover.title if identity.cover else None,
        report_place=signature.place,
        report_date=signature.date,
        signatory_name=signature.name,
        signatory_role=signature.role,
        signatory_nip=signature.nip,
    )


Group = tuple[str, list[items.Part]]
"""The name of a table or list ("tabel informasi bulan Mei") and its rows."""


def _dissemination_parts(parts: Parts, vocabulary: Vocabulary, year: int | None) -> list[Group]:
    """The rows of every dissemination table and list, in document order."""
    tables = parts.of_kind("dissemination")
    groups = [
        (_table_name(part, vocabulary), rows_of_table(part.grid, part.columns, vocabulary, year, part.frayed))
        for part in tables
    ]
    for section in parts.coded("dissemination"):
        rows = rows_of_form(section.lines, vocabulary, year)
        if not rows:
            rows = rows_of_list(items_of(section.lines), vocabulary, year)
            if any(is_wide(table) and holds(section, table) for table in parts.dissolved):
                rows = [replace(row, doubt=row.doubt or NOT_A_LIST) for row in rows]
        # Beside a table, a sentence or two with a date are remarks; a list is what counts from one to many.
        if rows and (not section.tables or len(rows) >= LIST_ROWS):
            groups.append(("daftar informasi", rows))
    filled = [group for group in groups if group[1]]
    return sorted(filled, key=lambda group: (group[1][0].page, group[1][0].bbox[1]))


def _table_name(part: Part, vocabulary: Vocabulary) -> str:
    """'tabel informasi', with the month that the caption names."""
    for text in reversed(part.caption):
        months = [word for word in text.split() if vocabulary.month(word.strip(".,:;"))]
        if len(months) == 1:
            return f"tabel informasi bulan {months[0].strip('.,:;').capitalize()}"
    return "tabel informasi"


def _of_quarter(groups: Sequence[Group], period: Period) -> list[Group]:
    """The groups without tables left over from another quarter."""
    kept = [
        group
        for group in groups
        if not _left_over([row.date.start for row in group[1] if row.date and row.date.start], period)
    ]
    return kept if any(rows for _, rows in kept) else list(groups)


def _left_over(days: Sequence[date], period: Period) -> bool:
    """Whether most days of a table are those of one other quarter; a day or two may have lost their year."""
    (usual, count), *_ = Counter(map(period_of, days)).most_common(1) or [(period, 0)]
    return len(days) >= 2 and usual != period and count >= OTHER_QUARTER * len(days)


EventGroup = tuple[str, list[act.Event]]
"""The name of a table or list of activities and its events."""


def _events(parts: Parts, vocabulary: Vocabulary, year: int | None) -> list[EventGroup]:
    """The activities of each table and list, in document order."""
    tables = parts.of_kind("activities")
    groups = _events_of_tables(tables, vocabulary, year)
    held = {id(part.section) for part in tables}
    divided = bool(parts.coded("government", "non_government"))
    for section in parts.coded("coordination", "government", "non_government"):
        if id(section) not in held:
            sector = sectors.OF_SECTION.get(section.code)
            found = act.events_of_lines(section.lines, sector, year, vocabulary)
            if section.code == "coordination" and divided:
                found = [event for event in found if event.date]
            groups.append(_named_group(found, sector))
    return [group for place, group in sorted(groups, key=lambda item: item[0]) if group[1]]


def _events_of_tables(
    tables: Sequence[Part], vocabulary: Vocabulary, year: int | None
) -> list[tuple[tuple[int, float], EventGroup]]:
    """The activities of each table; one that names no sector goes on with the sector of the one before it."""
    read: list[tuple[str | None, RowReader, list[Entry]]] = []
    reader = RowReader(vocabulary, year)
    for index, part in enumerate(tables):
        told = sectors.OF_SECTION.get(part.section.code) or _sector_above(part)
        new = index == 0 or part.section is not tables[index - 1].section
        if new or (told and told != reader.sector):
            reader = RowReader(vocabulary, year, told)
        sector = reader.sector
        read.append((sector, reader, reader.entries(part.grid, part.columns, part.frayed)))
    return [_named_group([reader.event(entry) for entry in entries], sector) for sector, reader, entries in read]


def _named_group(events: list[act.Event], sector: str | None) -> tuple[tuple[int, float], EventGroup]:
    """A group under its name, with the place where it begins."""
    kept = [event for event in events if event.text]
    start = (kept[0].page, kept[0].bbox[1]) if kept else (0, 0.0)
    return start, ("kegiatan" + (f" {sectors.NAMES[sector]}" if sector else ""), kept)


def _sector_above(part: Part) -> str | None:
    """The sector that the nearest line above a table names."""
    return next((found for text in reversed(part.caption) if (found := sectors.sector_of(text))), None)


def _recaps(parts: Parts, period: Period, vocabulary: Vocabulary) -> list[Recap]:
    """Each recap table of the report's quarter; one that goes on on the next page keeps its caption."""
    tables = parts.of_kind("recap")
    own = [part for part in tables if not _names_other_quarter(part, period)] or tables
    scanned = {page.number for page in parts.pages if page.source == "ocr"}
    found: list[Recap] = []
    caption: tuple[str, ...] = ()
    for index, part in enumerate(own):
        if index == 0 or not _is_rest_of(part, own[index - 1], vocabulary):
            caption = (part.section.heading, *part.caption)
        recap = read_recap(part.grid, caption, vocabulary)
        cells = with_strangers_doubted(recap.cells, recap.unknown, scanned)
        found.append(replace(recap, cells=with_blanks_doubted(cells, scanned)))
    return found


def _told(parts: Parts, vocabulary: Vocabulary) -> tuple[SocialMedia, ...]:
    """The recap where it is no table but lines."""
    return tuple(cell for section in parts.coded("recap") for cell in cells_of_lines(section.lines, vocabulary))


def _is_rest_of(part: Part, before: Part, vocabulary: Vocabulary) -> bool:
    """Whether a recap repeats the heading of the one before and counts other content types under no new month."""
    if any(vocabulary.month(word.strip(".,:;()")) for text in part.caption for word in text.split()):
        return False
    rows, last = part.table.rows(), before.table.rows()
    if not rows or rows[0] != last[0] or part.table.pages[0] != before.table.pages[-1] + 1:
        return False
    return not {tuple(row[:2]) for row in rows[1:]} & {tuple(row[:2]) for row in last[1:]}


def _names_other_quarter(part: Part, period: Period) -> bool:
    """Whether a table's title, or the lines right above it, name another quarter or its months."""
    for text in reversed((part.section.heading, *part.caption, *_title_cells(part))):
        for mention in find_periods(text, where="heading"):
            if mention.quarter and mention.quarter != period.quarter:
                return True
            if mention.first_month and mention.first_month not in period.months:
                return True
            if mention.quarter or mention.first_month:
                return False
    return False


def _title_cells(part: Part) -> list[str]:
    """What stands in a table's first row and is too long for the name of a column: a title taken for one."""
    return [cell.text for cell in part.table.cells if cell.row == 0 and len(cell.text.split()) >= TITLE_WORDS]


def _present(document: Document) -> list[str]:
    """The parts that the report has."""
    story = document.narrative
    found = {
        "dissemination": document.dissemination,
        "recap": document.social_media,
        "activities": document.activities,
        "legal_basis": document.legal_basis,
        "evaluation": story.evaluation,
        "challenges": story.challenges,
        "follow_up": story.follow_up,
        "conclusion": story.conclusion,
        "suggestion": story.suggestion,
    }
    return [name for name, content in found.items() if content]


def _numberings(groups: Sequence[Group | EventGroup]) -> list[Numbering]:
    """The printed numbers of each table and list."""
    return [
        Numbering(place, tuple(row.number for row in rows), tuple(row.page for row in rows)) for place, rows in groups
    ]


def _in_place(document: Document, pages: Sequence[Page]) -> Document:
    """The document with its boxes in the coordinates of the original pages."""
    by_number = {page.number: page for page in pages if page.matrix is not None}
    if not by_number:
        return document

    def box(fact: Dissemination | SocialMedia | Activity) -> Box:
        page = by_number.get(fact.page)
        return page.original_box(fact.bbox) if page else fact.bbox

    return replace(
        document,
        dissemination=tuple(replace(fact, bbox=box(fact)) for fact in document.dissemination),
        social_media=tuple(replace(fact, bbox=box(fact)) for fact in document.social_media),
        activities=tuple(replace(fact, bbox=box(fact)) for fact in document.activities),
    )
