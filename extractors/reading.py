"""A reading: the facts of one report together with the evidence that the checks need.

`Document` holds what a careful person would write down; `Evidence` holds what that person saw on the
way (printed totals, months named under the scope, who is named where), so that each check is a pure
function of a `Reading`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from extractors.document import Document
from extractors.geometry import Box


@dataclass(frozen=True, slots=True)
class DateReading:
    """A date or range as written. Weekdays count from Monday = 0; `span` is its place in the searched text.

    `readable` is False where a date is there but cannot be (32/05/2024); then both ends are None.
    `open_end` marks 'mulai tanggal ...': `end` is None.
    `doubt` says in Indonesian what had to be assumed to read it (a letter for a digit, a year cut short).
    """

    text: str
    start: date | None
    end: date | None
    weekdays: tuple[int, ...] = ()
    readable: bool = True
    open_end: bool = False
    span: tuple[int, int] = (0, 0)
    doubt: str | None = None


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date of a row or activity where it is printed, once also when merged over rows.

    `place` names it for an analyst: "baris nomor 18 tabel informasi".
    """

    reading: DateReading
    place: str
    page: int
    bbox: Box


@dataclass(frozen=True, slots=True)
class Numbering:
    """The printed numbers of one table or list in order; `place` as "tabel informasi bulan Mei"."""

    place: str
    numbers: tuple[str | None, ...]
    pages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PrintedTotal:
    """A printed total of the recap beside the sum of the cells it totals; None where a cell is not exact.

    `place` as "jumlah kolom Instagram", "jumlah baris Foto Berita bulan Mei" or "jumlah seluruhnya".
    """

    place: str
    printed: int
    text: str
    summed: int | None
    page: int
    bbox: Box


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """A period named somewhere: months (1..12, inclusive), quarter or year, each None where not named."""

    where: str
    text: str
    first_month: int | None = None
    last_month: int | None = None
    quarter: int | None = None
    year: int | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class SatkerMention:
    """A satker named somewhere: `where` is "cover", "purpose", "body", "signature", "filename" ..."""

    where: str
    code: str | None
    text: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class UnknownLabel:
    """A word the vocabulary lacks; `kind` is "content_type", "platform" or "channel"."""

    kind: str
    text: str
    page: int
    bbox: Box | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """Text that was not understood, or not as a whole; `why` goes on from it in Indonesian."""

    text: str
    page: int
    bbox: Box
    why: str = "tampak seperti data, tetapi tidak terbaca"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was seen besides the facts."""

    sections: frozenset[str] = frozenset()
    """Names of the parts found: legal_basis, activities, dissemination, recap, evaluation, follow_up ..."""
    periods: tuple[PeriodMention, ...] = ()
    satkers: tuple[SatkerMention, ...] = ()
    dates: tuple[WrittenDate, ...] = ()
    numberings: tuple[Numbering, ...] = ()
    totals: tuple[PrintedTotal, ...] = ()
    unknown_labels: tuple[UnknownLabel, ...] = ()
    unread: tuple[Unread, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """The facts (without findings) and the evidence of one report: what the checks judge."""

    document: Document
    evidence: Evidence = field(default_factory=Evidence)
