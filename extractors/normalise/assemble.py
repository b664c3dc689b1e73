"""Normalise: the parts of a report as one reading, facts and evidence."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace
from datetime import date

from extractors.document import Activity, Dissemination, Document, ReportHead, SocialMedia, Source
from extractors.doubts import kinds
from extractors.doubts.texts import with_broken_texts
from extractors.geometry import Box, Page
from extractors.identify import Period
from extractors.normalise import activities as act
from extractors.normalise import dissemination as dis
from extractors.normalise.gaps import with_gaps_doubted
from extractors.normalise.gather import EventGroup, Group, dissemination_groups, event_groups, of_quarter
from extractors.normalise.identity import Identity
from extractors.normalise.prose import list_texts, narrative, photos, statements
from extractors.normalise.recap_tables import recaps_of, with_told
from extractors.normalise.unread import unread
from extractors.parts import Parts
from extractors.reading import Evidence, Numbering, Reading
from extractors.vocabulary import Vocabulary

UNREAD_DATE = "tanggal pada hasil pindai ini tidak dapat dibaca; mungkin salah terbaca"


def row_dates(parts: Parts, vocabulary: Vocabulary) -> list[date | None]:
    """The first day of every dissemination row and activity; None where it is not whole, without its year."""
    rows = [row for _, part in dissemination_groups(parts, vocabulary, None) for row in part]
    events = [event for _, group in event_groups(parts, vocabulary, None) for event in group]
    found = [row.date for row in rows] + [event.date for event in events]
    return [reading.start if reading else None for reading in found]


def read(parts: Parts, identity: Identity, source: Source, vocabulary: Vocabulary) -> Reading:
    """The facts and evidence of a report whose satker and quarter are known."""
    period, code = identity.period, identity.satker_code
    assert period is not None and code is not None
    groups = of_quarter(dissemination_groups(parts, vocabulary, period.year), period)
    scanned = {page.number for page in parts.pages if page.source == "ocr"}
    listed = with_gaps_doubted([row for _, group in groups for row in group], scanned)
    rows, unknown = dis.dissemination(listed, vocabulary)
    events_by_group = of_quarter(event_groups(parts, vocabulary, period.year), period, least=3)
    events = with_gaps_doubted([event for _, group in events_by_group for event in group], scanned)
    recaps = recaps_of(parts, period, vocabulary)
    cells = with_told(recaps, parts, vocabulary)
    document = Document(
        source=source,
        report=_head(identity, period, code, vocabulary),
        dissemination=kinds.of_rows(with_broken_texts(rows), vocabulary),
        social_media=cells,
        activities=kinds.of_activities(with_broken_texts(act.activities(events))),
        photos=photos(parts.coded("photos"), parts.pages),
        statements=statements(
            parts.coded("evaluation", "challenges", "conclusion", "recap", "implementation", "dissemination", "other"),
            vocabulary,
            counted=sum(cell.posts or 0 for cell in cells),
        ),
        legal_basis=list_texts(parts.coded("legal_basis")),
        narrative=narrative(parts.sections),
    )
    evidence = Evidence(
        sections=frozenset(_present(document, {section.code for section in parts.sections})),
        periods=identity.periods,
        satkers=identity.satkers,
        dates=tuple(
            [d for place, group in groups for d in dis.written_dates(group, place)] + act.written_dates(events)
        ),
        numberings=tuple(_numberings([*groups, *events_by_group])),
        totals=tuple(total for recap in recaps for total in recap.totals),
        unknown_labels=(*unknown, *(label for recap in recaps for label in recap.unknown)),
        unread=tuple(unread(parts)),
    )
    return Reading(_in_place(_with_unread_dates_doubted(document, parts.pages), parts.pages), evidence)


def _with_unread_dates_doubted(document: Document, pages: Sequence[Page]) -> Document:
    """The document with doubts on the rows of scanned pages in whose dates no day can be told: they may be misread."""
    scanned = {page.number for page in pages if page.source == "ocr"}

    def doubt(fact: Dissemination | Activity) -> str | None:
        lost = fact.date_start is None and fact.page in scanned and bool((fact.date_text or "").strip(" -–"))
        return fact.doubt or (UNREAD_DATE if lost else None)

    return replace(
        document,
        dissemination=tuple(replace(row, doubt=doubt(row)) for row in document.dissemination),
        activities=tuple(replace(event, doubt=doubt(event)) for event in document.activities),
    )


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


def _present(document: Document, headed: Set[str]) -> list[str]:
    """The parts that the report has; the text under a heading for both is conclusion and suggestion."""
    story = document.narrative
    both = "closing_parts" in headed and not {"conclusion", "suggestion"} & headed
    found = {
        "dissemination": document.dissemination,
        "recap": document.social_media,
        "activities": document.activities,
        "legal_basis": document.legal_basis,
        "evaluation": story.evaluation,
        "challenges": story.challenges,
        "follow_up": story.follow_up,
        "conclusion": story.conclusion,
        "suggestion": story.conclusion if both else story.suggestion,
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
