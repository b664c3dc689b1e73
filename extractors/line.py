"""The line of one report: pages, identify, extract, normalise, check."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from extractors.checks import check
from extractors.document import Document, Refusal, Source, sha256_of
from extractors.geometry import Page
from extractors.normalise.assemble import read, row_dates
from extractors.normalise.identity import Identity, identify
from extractors.pages.errors import PdfError
from extractors.pages.file import Limits
from extractors.pages.reader import read_pages
from extractors.parts import Parts, take_apart
from extractors.vocabulary import Vocabulary, load

VERSION = "1"
"""Version of the extraction; raised when the same PDF would give other facts."""


@dataclass(frozen=True, slots=True)
class ExtractSettings:
    """What an extraction depends on besides the file: whose province, how large a file, where OCR is cached."""

    province: str = "61"
    limits: Limits = field(default_factory=Limits)
    cache_dir: Path | None = None


def extract_file(
    path: Path, *, filename: str | None = None, settings: ExtractSettings | None = None
) -> Document | Refusal:
    """The report in the PDF at `path`, or why it is not taken in; `filename` is the name it was handed in under."""
    settings = settings or ExtractSettings()
    source = Source(filename or path.name, sha256_of(path), 0)
    vocabulary = load(settings.province)
    try:
        pages = read_pages(path, settings.limits, cache_dir=settings.cache_dir)
    except PdfError as error:
        return Refusal(source, error.reason, error.message)
    source = replace(source, pages=len(pages), text_layer=text_layer(pages))
    parts = take_apart(pages, vocabulary)
    identity = identify(parts, row_dates(parts, vocabulary), source.filename, vocabulary)
    refusal = refuse(parts, identity, source, pages, vocabulary)
    if refusal:
        return refusal
    reading = read(parts, identity, source, vocabulary)
    return replace(reading.document, findings=check(reading))


def refuse(
    parts: Parts, identity: Identity, source: Source, pages: list[Page], vocabulary: Vocabulary
) -> Refusal | None:
    """Why this is no report that we take in, or None."""
    if not is_report(parts):
        notes = " ".join(note for page in pages for note in page.notes)
        return Refusal(
            source, "not_a_report", f"tidak ditemukan laporan Bakohumas di dalam berkas ini. {notes}".strip()
        )
    if not vocabulary.is_ours(identity.satker_code):
        named = next((m.text for m in identity.satkers if m.code == identity.satker_code), "tidak disebut")
        return Refusal(source, "unknown_satker", f"satker laporan ({named}) tidak ada dalam daftar provinsi ini")
    if identity.period is None:
        return Refusal(source, "period_unclear", "tahun dan triwulan laporan tidak dapat dipastikan dari isinya")
    return None


def is_report(parts: Parts) -> bool:
    """Whether at least two parts of a Bakohumas report are there, one of them a table or list of facts."""
    kinds = {part.columns.kind for part in parts.tables}
    codes = {section.code for section in parts.sections}
    facts = len(kinds & {"dissemination", "recap"}) + bool(codes & {"coordination", "government", "dissemination"})
    prose = len(
        codes & {"legal_basis", "scope", "purpose", "evaluation", "challenges", "follow_up", "conclusion", "suggestion"}
    )
    return facts >= 2 or (facts >= 1 and prose >= 2)


def text_layer(pages: list[Page]) -> str:
    """ "digital", "ocr" or "mixed": how the words of the pages were read."""
    sources = {page.source for page in pages if page.words}
    return "mixed" if len(sources) > 1 else next(iter(sources), "digital")
