"""Facts whose texts break off: they begin in the middle of a sentence, end on a joining word, tell two days at once.

What is missing at one end often stands in the fact before or after, which is doubted with it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from extractors.document import Activity, Dissemination
from extractors.values.dates import find_dates

HEADLESS = "teks baris ini mulai di tengah kalimat; awalnya mungkin terbaca di baris lain"
"""Why a fact is doubted whose text begins with a small letter or a sign, as no other's does."""
BEFORE_HEADLESS = "teks baris berikutnya mulai di tengah kalimat; akhir baris ini mungkin terbaca di sana"
"""Why the fact above one is doubted whose text begins in the middle."""
CUT_SHORT = "teks baris ini tampak terpotong"
"""Why a fact is doubted whose text ends where no text ends."""
AFTER_CUT = "teks baris sebelumnya tampak terpotong; sisanya mungkin terbaca di baris ini"
"""Why the fact below one is doubted whose text is cut short."""
TWO_DAYS = "beberapa tanggal tertulis berurutan pada baris ini; mungkin beberapa baris terbaca sebagai satu"
"""Why a fact is doubted whose date names one day right after another."""
DATE_FIRST = "teks baris ini mulai dengan sisa tanggal; kolom tanggal mungkin terpotong"
"""Why a fact is doubted whose text begins with a year, or a month and a year."""
USUAL = 0.7
"""Share of the facts: where more begin so, it is how the report is written."""
_MIDDLE = re.compile(r"[a-z]{2}|[,;.)/&]")
_DATE_REST = re.compile(r"(?:[A-Z][a-z]{2,8}\s+)?20\d\d\s+(?=[A-Z])")
_OPEN_END = re.compile(
    r"\b(di|ke|dari|(?<!; )dan|untuk|pada|oleh|dengan|yang|atau|serta|dalam|tentang)$|[,/&]$", re.IGNORECASE
)
_JOINED = re.compile(r"\w|[-–—/,&;+]")
"""What stands between the days of one item: 's.d', 'dan', a dash or comma."""

Fact = TypeVar("Fact", Dissemination, Activity)


def with_broken_texts(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts of one kind in printed order, those doubted whose texts break off, and their neighbours."""
    begins = [bool(_MIDDLE.match(_text(fact))) for fact in facts]
    begins = begins if sum(begins) <= max(USUAL * len(facts), 1) else [False] * len(facts)
    ends = [_is_cut_short(fact) for fact in facts]
    found: list[Fact] = []
    for at, fact in enumerate(facts):
        why = _why(fact, begins[at], ends[at])
        why = why or (BEFORE_HEADLESS if begins[at + 1 : at + 2] == [True] else None)
        why = why or (AFTER_CUT if at and ends[at - 1] else None)
        found.append(replace(fact, doubt=fact.doubt or why))
    return tuple(found)


def _why(fact: Dissemination | Activity, headless: bool, cut: bool) -> str | None:
    """Why a fact is doubted for its own texts."""
    if headless:
        return HEADLESS
    if cut:
        return CUT_SHORT
    if _DATE_REST.match(_text(fact)):
        return DATE_FIRST
    return TWO_DAYS if has_two_days(fact.date_text or "") else None


def _text(fact: Dissemination | Activity) -> str:
    return fact.information if isinstance(fact, Dissemination) else fact.text


def _is_cut_short(fact: Dissemination | Activity) -> bool:
    """Whether a text ends in a joining word or comma, or inside brackets."""
    other = fact.media_text if isinstance(fact, Dissemination) else fact.venue or ""
    open_end = any(_OPEN_END.search(text.strip()) for text in (_text(fact), other))
    return open_end or other.count("(") > other.count(")")


def has_two_days(text: str) -> bool:
    """Whether two whole dates follow one another with nothing between them."""
    days = [reading for reading in find_dates(text) if reading.start]
    return any(not _JOINED.search(text[a.span[1] : b.span[0]]) for a, b in pairwise(days))
