"""The words of the trade as data: offices, months, platforms, kinds of posts, column heads, section headings.

Every CSV file beside this module is (code, spelling): a new spelling is one line. `load` reads them once.
"""

from __future__ import annotations

from functools import lru_cache

from extractors.vocabulary.labels import ContentTypes, Headings, find_header, find_platform
from extractors.vocabulary.matching import Lexicon, Match
from extractors.vocabulary.satker import Satker, SatkerHit, SatkerList
from extractors.vocabulary.section_words import SectionWords

__all__ = ["EXACT", "Lexicon", "Match", "Satker", "SatkerHit", "Vocabulary", "headers", "load", "months", "weekdays"]


EXACT = 100.0
"""The score of a spelling as the vocabulary has it."""
_LONGEST = 200
"""Longer texts are no labels: not looked up and not remembered."""


class Vocabulary:
    """All vocabulary files, seen from one province."""

    def __init__(self, province: str) -> None:
        """Read the files; `province` is the two-digit code whose offices are ours."""
        self.province = province
        self._satkers = SatkerList.from_file(province)
        self._platforms = Lexicon.from_file("platforms.csv")
        self._headers = headers()
        self._headings = Headings(Lexicon.from_file("sections.csv"))
        self._content_types = ContentTypes(
            Lexicon.from_file("content_types.csv"), Lexicon.from_file("content_keywords.csv")
        )
        self.channels = Lexicon.from_file("platforms.csv", "channels.csv")
        cached = lru_cache(maxsize=8192)
        self._platform = cached(lambda label: find_platform(self._platforms, label))
        self._content_type = cached(self._content_types.find)
        self._header = cached(lambda label: find_header(self._headers, label))
        self._section = cached(self._headings.find)
        self._section_by_words = cached(SectionWords.from_file().find)

    @property
    def satkers(self) -> dict[str, Satker]:
        """The province's offices by code."""
        return dict(self._satkers.ours)

    @property
    def all_satkers(self) -> dict[str, Satker]:
        """The country's offices by code."""
        return dict(self._satkers.every)

    def is_ours(self, code: str | None) -> bool:
        """Whether `code` is an office of the province."""
        return code in self._satkers.ours

    def find_satkers(self, text: str, *, bare: bool = False) -> list[SatkerHit]:
        """The offices named in `text` ("KPU Kabupaten X", "KPU X"); with `bare` also "Kabupaten X" alone."""
        return self._satkers.find(text, bare=bare)

    def satker_by_name(self, name: str) -> Satker | None:
        """The office of the area called `name`, or that sits in the town `name`; slips forgiven."""
        return self._satkers.by_name(name)

    def platform(self, label: str) -> Match | None:
        """The platform a column or row label names; None where it is none the vocabulary knows."""
        return self._platform(label) if len(label) <= _LONGEST else None

    def platform_name(self, code: str) -> str:
        """How an analyst writes a platform: "TikTok" for `tiktok`."""
        return self._platforms.names.get(code, code)

    def content_type(self, label: str) -> Match | None:
        """The kind of post a label names; code "other" is a known kind without a code of its own."""
        return self._content_type(label) if len(label) <= _LONGEST else None

    def header(self, label: str) -> Match | None:
        """The role of a table column by its head."""
        return self._header(label) if len(label) <= _LONGEST else None

    def section(self, heading: str) -> Match | None:
        """The part of the report that a heading opens, numbering and office names ignored."""
        return self._section(heading) if len(heading) <= _LONGEST else None

    def section_by_words(self, heading: str) -> Match | None:
        """The part that the stems in a heading tell, where `section` knows no such phrase."""
        return self._section_by_words(heading)

    def month(self, word: str) -> int | None:
        """The month a word names (1..12), slips forgiven."""
        match = months().find(word) if len(word) <= _LONGEST else None
        return int(match.code) if match else None


@lru_cache(maxsize=1)
def headers() -> Lexicon:
    """The heads of columns; codes are their roles."""
    return Lexicon.from_file("headers.csv")


@lru_cache(maxsize=1)
def months() -> Lexicon:
    """The names of the months; codes are "1" to "12"."""
    return Lexicon.from_file("months.csv")


@lru_cache(maxsize=1)
def weekdays() -> Lexicon:
    """The names of the weekdays; codes are "0" (Monday) to "6"."""
    return Lexicon.from_file("weekdays.csv")


@lru_cache(maxsize=8)
def load(province: str = "61") -> Vocabulary:
    """The vocabulary of a province (two-digit code); raises ValueError where no office is known there."""
    vocabulary = Vocabulary(province)
    if not vocabulary.satkers:
        raise ValueError(f"satker.csv has no office of province {province!r}")
    return vocabulary
