"""Approvals: what a person has reviewed stays as it was, until that person says otherwise. Every step is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import duckdb

from extractors.document import Document
from warehouse.approvals_state import Approval, approval_in_force, excuse_in_force, quarter_closed
from warehouse.errors import WarehouseError
from warehouse.load import extraction, put_facts, transaction
from warehouse.records.ledger import APPROVALS
from warehouse.revisions import settle
from warehouse.rows import Classifier
from warehouse.settings import Satker


@dataclass(frozen=True, slots=True)
class Period:
    """A satker's quarter."""

    satker_code: str
    year: int
    quarter: int

    def __str__(self) -> str:
        """As a message names it."""
        return f"satker {self.satker_code} triwulan {self.quarter} tahun {self.year}"


def approve(
    con: duckdb.DuckDBPyConnection,
    period: Period,
    *,
    by: str,
    reason: str = "",
    revision: int | None = None,
    now: datetime | None = None,
    classifier: Classifier | None = None,
) -> Approval:
    """Lock the satker's quarter at `revision` (default: the newest) with the newest reading and today's corrections."""
    _named(by)
    with transaction(con):
        _open(con, period.year, period.quarter)
        document_id, number = _document(con, period, revision)
        version = _use_newest_reading(con, document_id, classifier)
        pinned = _standing_corrections(con, period)
        values = {"document_id": document_id, "revision": number, "extractor_version": version, "corrections": pinned}
        _append(con, "approve", period, by, reason, now, values)
        settle(con, period.satker_code, period.year, period.quarter)
        approval = approval_in_force(con, period.satker_code, period.year, period.quarter)
    if approval is None:
        raise RuntimeError("an approval that was just entered is not in force")
    return approval


def unlock(
    con: duckdb.DuckDBPyConnection,
    period: Period,
    *,
    by: str,
    reason: str,
    now: datetime | None = None,
    classifier: Classifier | None = None,
) -> None:
    """Take the approval back, with a reason: newest revision, newest reading and all corrections count again."""
    _named(by, reason)
    with transaction(con):
        _open(con, period.year, period.quarter)
        approval = approval_in_force(con, period.satker_code, period.year, period.quarter)
        if approval is None:
            raise WarehouseError(f"Laporan {period} belum disetujui, jadi tidak ada yang dibatalkan.")
        _append(con, "unlock", period, by, reason, now, {})
        _use_newest_reading(con, approval.document_id, classifier)
        settle(con, period.satker_code, period.year, period.quarter)


def excuse(
    con: duckdb.DuckDBPyConnection, period: Period, *, by: str, reason: str, now: datetime | None = None
) -> None:
    """Free a satker that has not reported from reporting for the quarter, with a reason."""
    _named(by, reason)
    with transaction(con):
        _open(con, period.year, period.quarter)
        if _documents(con, period):
            raise WarehouseError(f"Laporan {period} sudah diterima; setujui laporan itu.")
        if excuse_in_force(con, period.satker_code, period.year, period.quarter) is not None:
            raise WarehouseError(f"Laporan {period} sudah dikecualikan.")
        _append(con, "excuse", period, by, reason, now, {})


def unexcuse(
    con: duckdb.DuckDBPyConnection, period: Period, *, by: str, reason: str, now: datetime | None = None
) -> None:
    """Take an excuse back."""
    _named(by, reason)
    with transaction(con):
        _open(con, period.year, period.quarter)
        if excuse_in_force(con, period.satker_code, period.year, period.quarter) is None:
            raise WarehouseError(f"Laporan {period} tidak dikecualikan.")
        _append(con, "unexcuse", period, by, reason, now, {})


def close_quarter(
    con: duckdb.DuckDBPyConnection,
    year: int,
    quarter: int,
    satkers: Sequence[Satker],
    *,
    by: str,
    reason: str = "",
    now: datetime | None = None,
) -> None:
    """Close the quarter for the province; raises WarehouseError that names who is neither approved nor excused."""
    _named(by)
    with transaction(con):
        _open(con, year, quarter)
        lacking = [satker.short for satker in satkers if not _done(con, Period(satker.code, year, quarter))]
        if lacking:
            raise WarehouseError(
                f"Triwulan {quarter} tahun {year} belum dapat ditutup: {', '.join(lacking)} belum disetujui "
                "atau dikecualikan."
            )
        _append(con, "close", Period("", year, quarter), by, reason, now, {})


def reopen_quarter(
    con: duckdb.DuckDBPyConnection, year: int, quarter: int, *, by: str, reason: str, now: datetime | None = None
) -> None:
    """Open a closed quarter again, with a reason."""
    _named(by, reason)
    with transaction(con):
        if not quarter_closed(con, year, quarter):
            raise WarehouseError(f"Triwulan {quarter} tahun {year} tidak sedang ditutup.")
        _append(con, "reopen", Period("", year, quarter), by, reason, now, {})
        codes = con.execute(
            "SELECT DISTINCT satker_code FROM ledger.documents WHERE year = ? AND quarter = ? AND status <> 'refused'",
            [year, quarter],
        ).fetchall()
        for (code,) in codes:
            settle(con, code, year, quarter)


def list_approvals(con: duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    """Every step in the order in which it was taken."""
    names = [column.name for column in APPROVALS.columns]
    rows = con.execute(f"SELECT {', '.join(names)} FROM ledger.approvals ORDER BY approval_id").fetchall()
    return [dict(zip(names, row, strict=True)) for row in rows]


def _document(con: duckdb.DuckDBPyConnection, period: Period, revision: int | None) -> tuple[str, int]:
    """The document to approve."""
    documents = _documents(con, period)
    if not documents:
        raise WarehouseError(f"Belum ada laporan {period}.")
    wanted = max(documents) if revision is None else revision
    if wanted not in documents:
        raise WarehouseError(f"Kiriman ke-{wanted} untuk {period} tidak ada; yang ada: 1 sampai {max(documents)}.")
    return documents[wanted], wanted


def _documents(con: duckdb.DuckDBPyConnection, period: Period) -> dict[int, str]:
    """The accepted documents of the period by revision."""
    rows = con.execute(
        "SELECT revision, document_id FROM ledger.documents WHERE satker_code = ? AND year = ? AND quarter = ? "
        "AND status <> 'refused'",
        [period.satker_code, period.year, period.quarter],
    ).fetchall()
    return {int(revision): str(document_id) for revision, document_id in rows}


def _use_newest_reading(con: duckdb.DuckDBPyConnection, document_id: str, classifier: Classifier | None) -> str:
    """Let the document's facts be those of its newest reading; returns that reading's version."""
    row = con.execute(
        "SELECT e.extractor_version, d.extractor_version FROM ledger.extractions e "
        "JOIN ledger.documents d USING (document_id) WHERE document_id = ? ORDER BY e.read_at DESC LIMIT 1",
        [document_id],
    ).fetchone()
    if row is None:
        raise RuntimeError(f"document {document_id} has no reading")
    newest, used = row
    if newest != used:
        document = Document.from_json(extraction(con, document_id, newest))
        put_facts(con, document, document_id, classifier, replace=True)
        con.execute("UPDATE ledger.documents SET extractor_version = ? WHERE document_id = ?", [newest, document_id])
    return str(newest)


def _standing_corrections(con: duckdb.DuckDBPyConnection, period: Period) -> list[int]:
    """The corrections of the period that are not undone."""
    rows = con.execute(
        "SELECT correction_id FROM ledger.corrections c WHERE undoes IS NULL AND table_name <> 'findings' "
        "AND satker_code = ? AND year = ? AND quarter = ? "
        "AND NOT EXISTS (FROM ledger.corrections u WHERE u.undoes = c.correction_id) ORDER BY correction_id",
        [period.satker_code, period.year, period.quarter],
    ).fetchall()
    return [int(number) for (number,) in rows]


def _done(con: duckdb.DuckDBPyConnection, period: Period) -> bool:
    """Whether the satker is through with the quarter."""
    key = (period.satker_code, period.year, period.quarter)
    if approval_in_force(con, *key) is not None:
        return True
    return excuse_in_force(con, *key) is not None and not _documents(con, period)


def _append(
    con: duckdb.DuckDBPyConnection,
    action: str,
    period: Period,
    by: str,
    reason: str,
    now: datetime | None,
    values: dict[str, Any],
) -> None:
    """Add a step with the next number."""
    last = con.execute("SELECT coalesce(max(approval_id), 0) FROM ledger.approvals").fetchone()
    row = {
        "approval_id": (last[0] if last else 0) + 1,
        "action": action,
        "satker_code": period.satker_code or None,
        "year": period.year,
        "quarter": period.quarter,
        "reason": reason.strip() or None,
        "approved_by": by.strip(),
        "approved_at": (now or datetime.now(UTC)).astimezone(UTC).replace(tzinfo=None),
        **values,
    }
    marks = ", ".join("?" for _ in row)
    con.execute(f"INSERT INTO ledger.approvals ({', '.join(row)}) VALUES ({marks})", list(row.values()))


def _open(con: duckdb.DuckDBPyConnection, year: int, quarter: int) -> None:
    """Refuse to change a closed quarter."""
    if quarter_closed(con, year, quarter):
        raise WarehouseError(f"Triwulan {quarter} tahun {year} sudah ditutup; buka kembali dulu.")


def _named(by: str, reason: str | None = None) -> None:
    if not by.strip():
        raise WarehouseError("Nama yang bertindak wajib diisi.")
    if reason is not None and not reason.strip():
        raise WarehouseError("Alasan wajib diisi.")
