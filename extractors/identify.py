"""Whose report it is and for which quarter, each with the evidence that speaks for it.

Covers are copied from last quarter's file or from a neighbour's, and so are scopes. What a report cannot
borrow is what it is about: the dates of its rows, the office its prose names throughout, the place where
it was signed. A file name is only a hint.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from extractors.reading import PeriodMention, SatkerMention
from extractors.vocabulary import Vocabulary

BODY_WEIGHT = {"cover": 3.0, "signature": 4.0, "filename": 0.5}
"""How much one mention of an office counts by where it stands; anywhere else 1. At most `CAP` per place."""
CAP = 6.0
DATES_WEIGHT, HEADING_WEIGHT, COVER_WEIGHT, SCOPE_WEIGHT, SIGNED_WEIGHT = 6.0, 2.0, 2.0, 1.0, 1.5
"""What the rows' dates (all together), headings, cover, scope and the day of signing say of the quarter."""
MIN_MARGIN = 0.5
"""The winner must lead by this, else the period is unclear."""


@dataclass(frozen=True, slots=True)
class Period:
    """A year and a quarter (1..4)."""

    year: int
    quarter: int

    @property
    def months(self) -> tuple[int, int, int]:
        """The quarter's months."""
        first = 3 * self.quarter - 2
        return (first, first + 1, first + 2)

    @property
    def before(self) -> Period:
        """The quarter before."""
        return Period(self.year - 1, 4) if self.quarter == 1 else Period(self.year, self.quarter - 1)


def period_of(day: date) -> Period:
    """The quarter in which `day` lies."""
    return Period(day.year, (day.month - 1) // 3 + 1)


def mentions(
    where: str, text: str, page: int | None, vocabulary: Vocabulary, *, bare: bool = False
) -> list[SatkerMention]:
    """Each office that `text` names."""
    return [SatkerMention(where, hit.code, hit.name, page) for hit in vocabulary.find_satkers(text, bare=bare)]


def decide_satker(found: Iterable[SatkerMention]) -> str | None:
    """The code of the office that the mentions agree on, or None where none is named."""
    scores: dict[str, Counter[str]] = {}
    for mention in found:
        if mention.code:
            scores.setdefault(mention.where, Counter())[mention.code] += 1
    total: dict[str, float] = {}
    for where, counts in scores.items():
        for code, count in counts.items():
            total[code] = total.get(code, 0.0) + min(
                count * BODY_WEIGHT.get(where, 1.0), CAP * (2 if where == "body" else 1)
            )
    return max(total, key=lambda code: total[code]) if total else None


def decide_period(dates: Sequence[date | None], periods: Iterable[PeriodMention], signed: date | None) -> Period | None:
    """The quarter that rows, headings, cover, scope and signature agree on; None where it stays unclear.

    The dates are those of the rows, None for each that tells no year: few dates among many rows are weak evidence.
    """
    scores: dict[Period, float] = defaultdict(float)
    told = [day for day in dates if day]
    for period, count in Counter(map(period_of, told)).items():
        scores[period] += DATES_WEIGHT * count / len(dates)
    years = Counter(day.year for day in told)
    default_year = years.most_common(1)[0][0] if years else (signed.year if signed else None)
    for where, weight in {"cover": COVER_WEIGHT, "scope": SCOPE_WEIGHT, "heading": HEADING_WEIGHT}.items():
        named = [p for mention in periods if mention.where == where and (p := _named(mention, default_year))]
        for period, count in Counter(named).items():
            scores[period] += weight * count / len(named)
    if signed:
        scores[period_of(signed).before] += SIGNED_WEIGHT
        scores[period_of(signed)] += SIGNED_WEIGHT / 3
    return _clearly_first(scores)


def _clearly_first(scores: Mapping[Period, float]) -> Period | None:
    """The quarter with the highest score, where that is high enough and well above the next."""
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    if not ranked or ranked[0][1] < COVER_WEIGHT:
        return None
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < MIN_MARGIN:
        return None
    return ranked[0][0]


def _named(mention: PeriodMention, default_year: int | None) -> Period | None:
    """The one quarter that a mention names, in its own year or the report's."""
    year = mention.year or default_year
    quarter = mention.quarter
    if quarter is None and mention.first_month and mention.last_month:
        first, last = (mention.first_month - 1) // 3 + 1, (mention.last_month - 1) // 3 + 1
        quarter = first if first == last else None
    return Period(year, quarter) if year and quarter else None
