"""Which approvals, excuses and closings are in force: of each kind, the last event counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import duckdb


@dataclass(frozen=True, slots=True)
class Approval:
    """An approval in force: what it pins."""

    document_id: str
    revision: int
    extractor_version: str
    corrections: tuple[int, ...]
    approved_by: str
    approved_at: datetime


def approval_in_force(con: duckdb.DuckDBPyConnection, satker_code: str, year: int, quarter: int) -> Approval | None:
    """The approval that locks the satker's quarter, if any."""
    row = con.execute(
        "SELECT action, document_id, revision, extractor_version, corrections, approved_by, approved_at "
        "FROM ledger.approvals WHERE satker_code = ? AND year = ? AND quarter = ? AND action IN ('approve', 'unlock') "
        "ORDER BY approval_id DESC LIMIT 1",
        [satker_code, year, quarter],
    ).fetchone()
    if row is None or row[0] != "approve":
        return None
    return Approval(row[1], row[2], row[3], tuple(row[4]), row[5], row[6])


def excuse_in_force(con: duckdb.DuckDBPyConnection, satker_code: str, year: int, quarter: int) -> str | None:
    """Why the satker need not report for the quarter, if it is excused."""
    row = con.execute(
        "SELECT action, reason FROM ledger.approvals WHERE satker_code = ? AND year = ? AND quarter = ? "
        "AND action IN ('excuse', 'unexcuse') ORDER BY approval_id DESC LIMIT 1",
        [satker_code, year, quarter],
    ).fetchone()
    return str(row[1]) if row and row[0] == "excuse" else None


def quarter_closed(con: duckdb.DuckDBPyConnection, year: int, quarter: int) -> bool:
    """Whether the province has closed the quarter."""
    row = con.execute(
        "SELECT action FROM ledger.approvals WHERE year = ? AND quarter = ? AND action IN ('close', 'reopen') "
        "ORDER BY approval_id DESC LIMIT 1",
        [year, quarter],
    ).fetchone()
    return row is not None and row[0] == "close"
