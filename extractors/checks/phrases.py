"""Numbers, dates, quarters and lists in the words of a finding."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from extractors.document import ReportHead

MONTHS = [
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
]  # fmt: skip
WEEKDAYS = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]
SECTORS = {"pemerintah": "Pemerintah", "non_pemerintah": "Non Pemerintah"}
_ROMAN = ["I", "II", "III", "IV"]


def quarter_name(quarter: int) -> str:
    """ "Triwulan II"."""
    return f"Triwulan {_ROMAN[quarter - 1]}" if 1 <= quarter <= 4 else f"Triwulan {quarter}"


def period_name(report: ReportHead) -> str:
    """The report's own period: "Triwulan II 2024 (April s.d Juni)"."""
    first, last = quarter_months(report.quarter)
    return f"{quarter_name(report.quarter)} {report.year} ({MONTHS[first - 1]} s.d {MONTHS[last - 1]})"


def quarter_months(quarter: int) -> tuple[int, int]:
    """First and last month of a quarter."""
    return (3 * quarter - 2, 3 * quarter)


def in_quarter(day: date, report: ReportHead) -> bool:
    """Whether `day` lies in the report's quarter."""
    first, last = quarter_months(report.quarter)
    return day.year == report.year and first <= day.month <= last


def number(value: int) -> str:
    """A number with points between thousands."""
    return f"{value:,}".replace(",", ".")


def either(names: Sequence[str], last: str = "dan") -> str:
    """ "A, B dan C"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {last} {names[-1]}"


def short(text: str, length: int = 80) -> str:
    """`text` on one line, cut where it is long."""
    text = " ".join(text.split())
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
