"""What people should be told, in Indonesian: after a pass, around a due date, and when a quarter may be closed.

Pure functions of what is known; `flows.notify.deliver` sends.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from flows.line.outcome import FileLine, PassResult
from flows.settings import Due

ROMAN = ("", "I", "II", "III", "IV")
MONTHS = (
    "",
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)


@dataclass(frozen=True, slots=True)
class Notice:
    """One message. `key` is the same for the same occasion, so that nobody is told twice."""

    key: str
    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class Quarter:
    """What is known of a quarter: when each satker's report is due, who has none, and how far the province is."""

    year: int
    number: int
    due: Mapping[str, date]
    """Due date by the name of each satker that has not reported."""
    approved: int = 0
    received: int = 0
    closed: bool = False

    @property
    def name(self) -> str:
        """As people write it: triwulan II tahun 2024."""
        return f"triwulan {ROMAN[self.number]} tahun {self.year}"


def ended_quarter(day: date) -> tuple[int, int]:
    """Year and number of the last quarter that is over on `day`."""
    number = (day.month - 1) // 3
    return (day.year, number) if number else (day.year - 1, 4)


def due_date(due: Due, satker: str, year: int, quarter: int) -> date:
    """When a satker's report for a quarter is due."""
    for other in due.exceptions:
        if (other.satker, other.year, other.quarter) == (satker, year, quarter):
            return other.date
    first_after = date(year + quarter // 4, quarter % 4 * 3 + 1, 1)
    return first_after - timedelta(days=1) + timedelta(days=due.days)


def after_pass(result: PassResult, quarter: Quarter, today: date) -> Notice | None:
    """What a pass leaves for people to do; None when it leaves nothing."""
    parts = [
        _list("Ditolak (berkas dan penjelasannya ada di folder quarantine)", _with_message(result, "refused")),
        _list("Gagal diolah", _with_message(result, "failed")),
        _list("Ada fakta yang meragukan", _counted(result, "doubts")),
        _list("Ada temuan", _counted(result, "findings")),
    ]
    if not any(parts):
        return None
    counts = result.counts
    subject = f"Rekap Bakohumas: {counts['loaded']} laporan diterima, {counts['refused']} ditolak"
    body = "\n\n".join(part for part in (*parts, late(quarter, today), f"Snapshot: {result.snapshot}") if part)
    return Notice(f"pass-{result.snapshot.removesuffix('.duckdb')}", subject, body)


def around_due(quarter: Quarter, due: Due, today: date) -> Iterator[Notice]:
    """The reminder of today: before the due date whom it still concerns, after it who is late."""
    for day in sorted(set(quarter.due.values())):
        names = [name for name, other in quarter.due.items() if other == day]
        left = (day - today).days
        if left >= 0 and (before := [days for days in due.remind_before if left <= days]):
            when = f"{left} hari lagi" if left else "hari ini"
            subject = f"Pengingat: laporan Bakohumas {quarter.name} jatuh tempo {when}"
            yield Notice(
                f"due-{quarter.year}-{quarter.number}-{day}-b{min(before)}", subject, _waiting(quarter, day, names)
            )
        if left < 0 and (after := [days for days in due.remind_after if -left >= days]):
            subject = f"Terlambat: {len(names)} satker belum mengirim laporan Bakohumas {quarter.name}"
            yield Notice(f"due-{quarter.year}-{quarter.number}-{day}-a{max(after)}", subject, late(quarter, today))


def to_close(quarter: Quarter, today: date) -> Notice | None:
    """The reminder that a quarter whose due date is past is still open."""
    if quarter.closed or not quarter.received or any(day >= today for day in quarter.due.values()):
        return None
    body = (
        f"{quarter.received} laporan {quarter.name} sudah diterima, {quarter.approved} di antaranya disetujui; "
        f"{len(quarter.due)} satker belum melapor.\n"
        "Setujui laporan yang sudah diperiksa (rekap approve), kecualikan satker yang tidak melapor dengan alasan, "
        "lalu tutup triwulan ini."
    )
    return Notice(f"close-{quarter.year}-{quarter.number}", f"Pengingat: {quarter.name} belum ditutup", body)


def late(quarter: Quarter, today: date) -> str:
    """Who is late for a quarter; '' when nobody is."""
    names = [
        f"{name}: jatuh tempo {written(day)}, lewat {(today - day).days} hari"
        for name, day in sorted(quarter.due.items(), key=lambda item: (item[1], item[0]))
        if day < today
    ]
    return _list(f"Belum melapor untuk {quarter.name}", names)


def written(day: date) -> str:
    """A date as Indonesian writes it: 10 Juli 2024."""
    return f"{day.day} {MONTHS[day.month]} {day.year}"


def _waiting(quarter: Quarter, day: date, names: Sequence[str]) -> str:
    """Whose report is still to come."""
    return _list(f"Laporan {quarter.name} jatuh tempo {written(day)}. Belum diterima dari", sorted(names))


def _with_message(result: PassResult, outcome: str) -> list[str]:
    """File and message of each line with that outcome."""
    return [f"{line.filename}: {line.message}" for line in result.lines if line.outcome == outcome]


def _counted(result: PassResult, what: str) -> list[str]:
    """File and number of each line that has some."""
    counts: list[tuple[FileLine, int]] = [(line, getattr(line, what)) for line in result.lines]
    return [f"{line.filename}: {count}" for line, count in counts if count]


def _list(title: str, items: Sequence[str]) -> str:
    """A titled list; '' when it is empty."""
    return "\n".join([f"{title}:", *(f"- {item}" for item in items)]) if items else ""
