"""Dates that contradict their weekday, the report's quarter or the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from extractors.checks.phrases import WEEKDAYS, in_quarter, period_name
from extractors.checks.registry import Remark, rule
from extractors.reading import DateReading, Reading


@rule("weekday_mismatch", "warning")
def weekday_mismatch(reading: Reading) -> Iterator[Remark]:
    """The weekday written is not the weekday of the date written."""
    for written in reading.evidence.dates:
        wrong = list(_wrong_weekdays(written.reading))
        if wrong:
            day, said = wrong[0]
            yield Remark(
                f"{_capital(written.place)}: tertulis '{written.reading.text}', padahal {day:%d-%m-%Y} "
                f"adalah hari {WEEKDAYS[day.weekday()]}, bukan {WEEKDAYS[said]}.",
                written.page,
                written.bbox,
            )


def _wrong_weekdays(reading: DateReading) -> Iterator[tuple[date, int]]:
    """Dates with the wrong weekday written for them."""
    pairs = [(reading.start, reading.weekdays[:1])]
    if len(reading.weekdays) > 1:
        pairs.append((reading.end, reading.weekdays[-1:]))
    for day, said in pairs:
        if day and said and day.weekday() != said[0]:
            yield day, said[0]


@rule("date_outside_quarter", "warning")
def date_outside_quarter(reading: Reading) -> Iterator[Remark]:
    """A date of a row or activity lies outside the report's quarter."""
    report = reading.document.report
    for written in reading.evidence.dates:
        ends = [day for day in (written.reading.start, written.reading.end) if day]
        if any(not in_quarter(day, report) for day in ends):
            yield Remark(
                f"{_capital(written.place)} bertanggal '{written.reading.text}', di luar {period_name(report)}.",
                written.page,
                written.bbox,
            )


@rule("date_unparsed", "warning")
def date_unparsed(reading: Reading) -> Iterator[Remark]:
    """A date is there but cannot be read."""
    for written in reading.evidence.dates:
        if not written.reading.readable:
            yield Remark(
                f"{_capital(written.place)}: tanggal '{written.reading.text}' tidak dapat dibaca "
                "atau tidak ada dalam kalender.",
                written.page,
                written.bbox,
            )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
