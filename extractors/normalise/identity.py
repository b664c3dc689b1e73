"""Whose report it is and for which quarter: what cover, prose, signature, headings and rows say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from extractors.identify import Period, decide_period, decide_satker, mentions
from extractors.normalise.head import Cover, Signature, read_cover, read_signature
from extractors.parts import Parts
from extractors.reading import PeriodMention, SatkerMention
from extractors.structure.section import LEFT_OUT
from extractors.values.dates import find_periods
from extractors.vocabulary import Vocabulary

_NAMED_IN = ("purpose", "scope", "background", "conclusion", "suggestion", "evaluation", "legal_basis")


@dataclass(frozen=True, slots=True)
class Identity:
    """Whose report for which quarter, as far as known, with the evidence."""

    satker_code: str | None
    period: Period | None
    satkers: tuple[SatkerMention, ...]
    periods: tuple[PeriodMention, ...]
    cover: Cover | None
    signature: Signature


def identify(parts: Parts, dates: Sequence[date | None], filename: str, vocabulary: Vocabulary) -> Identity:
    """Satker and quarter by all that speaks for them; `dates` are those of the report's rows."""
    cover = next((found for section in parts.sections[:2] if (found := read_cover(section))), None)
    signature = read_signature(next(iter(parts.coded("signature")), None))
    satkers = tuple(_satker_mentions(parts, cover, signature, filename, vocabulary))
    periods = tuple(_period_mentions(parts, cover))
    code = decide_satker(satkers)
    return Identity(code, decide_period(dates, periods, signature.date), satkers, periods, cover, signature)


def _satker_mentions(
    parts: Parts, cover: Cover | None, signature: Signature, filename: str, vocabulary: Vocabulary
) -> list[SatkerMention]:
    """Offices named on the cover, in the prose, in the signature block and by the file's name."""
    found: list[SatkerMention] = []
    if cover:
        text = " ".join(line.text for line in cover.lines)
        found += mentions("cover", text, cover.page, vocabulary)
    for section in parts.sections:
        if section.code in LEFT_OUT or section.code == "front":
            continue
        where = "signature" if section.code == "signature" else section.code if section.code in _NAMED_IN else "body"
        text = " ".join([section.heading, *(line.text for line in section.lines)])
        found += mentions(where, text, section.page, vocabulary)
    if signature.place and (satker := vocabulary.satker_by_name(signature.place)):
        found.append(SatkerMention("signature", satker.code, signature.place, signature.page))
    return found + mentions("filename", filename.replace("_", " ").replace("-", " "), None, vocabulary, bare=True)


def _period_mentions(parts: Parts, cover: Cover | None) -> list[PeriodMention]:
    """Periods named by the cover's title, under the scope and in headings and captions."""
    found = find_periods(cover.title, where="cover", page=cover.page) if cover else []
    for section in parts.sections:
        if section.code in LEFT_OUT or section.code in {"front", "signature"}:
            continue
        if section.code == "scope":
            text = " ".join(line.text for line in section.lines)
            found += find_periods(text, where="scope", page=section.page)
        found += find_periods(section.heading, where="heading", page=section.page)
    for part in parts.tables:
        if part.section.code not in LEFT_OUT:
            page = part.table.pages[0]
            found += [m for text in part.caption for m in find_periods(text, where="heading", page=page)]
    return found
