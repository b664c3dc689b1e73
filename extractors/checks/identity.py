"""Whose report it is and for when: cover, scope and body against each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import OSA

from extractors.checks.phrases import period_name, quarter_months, short
from extractors.checks.registry import Remark, rule
from extractors.document import ReportHead
from extractors.reading import PeriodMention, Reading, SatkerMention
from extractors.vocabulary import load
from extractors.vocabulary.matching import words

_TOPICS = ["bakohumas", "kehumasan"]
_TOPIC = re.compile(r"\b(?:bakohumas|kehumasan|humas|hupmas|hubungan\s+masyarakat)\b", re.IGNORECASE)
_PLACES = {
    "cover": "sampul",
    "purpose": "maksud dan tujuan",
    "background": "gambaran umum",
    "scope": "ruang lingkup",
    "body": "isi laporan",
    "signature": "bagian tanda tangan",
    "place": "tempat penandatanganan",
    "filename": "nama berkas",
    "closing": "penutup",
    "conclusion": "kesimpulan",
    "heading": "judul bagian",
    "header": "kepala halaman",
}


@rule("scope_period_mismatch", "warning")
def scope_period_mismatch(reading: Reading) -> Iterator[Remark]:
    """The months named under 'Ruang Lingkup' are not the report's quarter."""
    report = reading.document.report
    mentions = [mention for mention in reading.evidence.periods if mention.where == "scope"]
    wrong = next((mention for mention in mentions if _conflicts(mention, report)), None)
    if wrong:
        yield Remark(f"Ruang lingkup menyebut '{wrong.text}', laporan adalah {period_name(report)}.", wrong.page)


def _conflicts(mention: PeriodMention, report: ReportHead) -> bool:
    """Whether a named period is another one than the report's."""
    if mention.year not in (None, report.year) or mention.quarter not in (None, report.quarter):
        return True
    first, last = quarter_months(report.quarter)
    if mention.first_month is None or mention.last_month is None:
        return False
    if mention.first_month == mention.last_month:
        return not first <= mention.first_month <= last
    return (mention.first_month, mention.last_month) != (first, last)


@rule("cover_title_mismatch", "warning")
def cover_title_mismatch(reading: Reading) -> Iterator[Remark]:
    """The cover's title is not about Bakohumas or kehumasan, or names another quarter or year."""
    report = reading.document.report
    reasons = []
    if report.title and not _about_public_relations(report.title):
        reasons.append(f"judul sampul '{short(report.title, 120)}' bukan tentang Bakohumas atau kehumasan")
    covers = [mention for mention in reading.evidence.periods if mention.where == "cover"]
    wrong = next((mention for mention in covers if _conflicts(mention, report)), None)
    if wrong:
        reasons.append(f"sampul menyebut '{wrong.text}', isi laporan {period_name(report)}")
    if reasons:
        text = "; ".join(reasons)
        yield Remark(f"{text[0].upper()}{text[1:]}.", wrong.page if wrong else None)


def _about_public_relations(title: str) -> bool:
    """Whether a title is about Bakohumas or kehumasan, two misread letters forgiven."""
    near = (OSA.distance(word, topic, score_cutoff=2) <= 2 for word in words(title) for topic in _TOPICS)
    return bool(_TOPIC.search(title)) or any(near)


@rule("satker_mismatch", "error")
def satker_mismatch(reading: Reading) -> Iterator[Remark]:
    """A part of the report, or its file name, speaks of another satker; one finding a place and satker."""
    report = reading.document.report
    seen: set[tuple[str, str]] = set()
    for mention in reading.evidence.satkers:
        code = mention.code
        if code is None or code == report.satker_code or (mention.where, code) in seen:
            continue
        seen.add((mention.where, code))
        if not _in_passing(mention, reading.evidence.satkers, report.satker_code):
            place = _PLACES.get(mention.where, mention.where)
            said = _name(code) or mention.text
            yield Remark(f"{place.capitalize()} menyebut {said}, laporan ini milik {report.satker_name}.", mention.page)


def _in_passing(mention: SatkerMention, mentions: tuple[SatkerMention, ...], own: str) -> bool:
    """Whether the body names a neighbour beside its own office: then it only tells of it."""
    return mention.where == "body" and any(other.where == "body" and other.code == own for other in mentions)


def _name(code: str) -> str | None:
    satker = load().all_satkers.get(code)
    return satker.name if satker else None
