"""Who has reported and who has not, out of the published snapshot; lateness of the missing as of today."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb

from warehouse.snapshot import open_current


@dataclass(frozen=True, slots=True)
class Status:
    """One quarter's completeness. Times are UTC; `rows` are those of `coverage`, one a satker."""

    year: int | None
    quarter: int | None
    snapshot: str
    published_at: datetime
    rows: Sequence[Mapping[str, Any]] = field(default_factory=list)
    summary: Mapping[str, Any] | None = None
    """The quarter's row of `coverage_summary`."""
    refused: Sequence[Mapping[str, Any]] = field(default_factory=list)
    """Every refused file: filename, reason, message, received_at."""


def status(data_dir: Path, year: int | None = None, quarter: int | None = None, *, today: date | None = None) -> Status:
    """The completeness of a quarter (default: the newest with a report); raises WarehouseError without a snapshot.

    A missing satker's `days_late` counts from its due date to `today`; it is 0 before that.
    """
    with open_current(data_dir) as con:
        name, published_at = _one(con, "SELECT name, published_at FROM snapshot", [])
        if year is None or quarter is None:
            year, quarter = _newest(con, year, quarter)
        period = [year, quarter]
        rows = _dicts(con, "SELECT * FROM coverage WHERE year = ? AND quarter = ? ORDER BY satker_code", period)
        summary = _dicts(con, "SELECT * FROM coverage_summary WHERE year = ? AND quarter = ?", period)
        refused = _dicts(
            con,
            "SELECT filename, reason, message, received_at, document_id FROM documents WHERE status = 'refused' "
            "ORDER BY received_at, filename",
            [],
        )
    day = today or date.today()
    late = [
        row if row["days_late"] is not None else row | {"days_late": max(0, (day - row["due_date"]).days)}
        for row in rows
    ]
    return Status(year, quarter, name, published_at, late, summary[0] if summary else None, refused)


def _newest(con: duckdb.DuckDBPyConnection, year: int | None, quarter: int | None) -> tuple[int | None, int | None]:
    """The newest quarter of `coverage` within what is asked for."""
    row = con.execute(
        "SELECT year, quarter FROM coverage WHERE year = coalesce(?, year) AND quarter = coalesce(?, quarter) "
        "ORDER BY year DESC, quarter DESC LIMIT 1",
        [year, quarter],
    ).fetchone()
    return (row[0], row[1]) if row else (year, quarter)


def _one(con: duckdb.DuckDBPyConnection, sql: str, parameters: list[Any]) -> tuple[Any, ...]:
    row = con.execute(sql, parameters).fetchone()
    if row is None:
        raise LookupError(sql)
    return tuple(row)


def _dicts(con: duckdb.DuckDBPyConnection, sql: str, parameters: list[Any]) -> list[dict[str, Any]]:
    cursor = con.execute(sql, parameters)
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
