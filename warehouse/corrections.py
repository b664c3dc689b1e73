"""Corrections: what an analyst says a report's field should be. Kept as data, only added to; undoing adds too."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb

from warehouse.apply import ANCHORS, CORRECTABLE, as_text
from warehouse.approvals_state import approval_in_force
from warehouse.errors import WarehouseError
from warehouse.load import transaction
from warehouse.records.ledger import CORRECTIONS
from warehouse.schema import Column, Table
from warehouse.values import canonical

CSV_FIELDS = ("satker", "year", "quarter", "table", "row", "field", "value", "reason", "by")
"""Headings of a CSV of corrections; `by` may be left out where the caller says who."""


@dataclass(frozen=True, slots=True)
class Request:
    """A correction to be recorded. `row` is the row's `row_key` (on table `findings` its `finding_id`)."""

    satker_code: str
    year: int
    quarter: int
    table: str
    row: str
    field: str
    value: str | None
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class Recorded:
    """A recorded correction; `waiting` when the quarter is approved and the correction waits for a new approval."""

    correction_id: int
    request: Request
    old_value: str | None
    new_value: str | None
    waiting: bool


def record(con: duckdb.DuckDBPyConnection, request: Request, *, now: datetime | None = None) -> Recorded:
    """Check and record one correction; raises WarehouseError when field, row or value don't fit."""
    with transaction(con):
        return _record(con, request, now or datetime.now(UTC))


def import_csv(
    con: duckdb.DuckDBPyConnection, path: Path, *, by: str = "", now: datetime | None = None
) -> list[Recorded]:
    """Record every line of a CSV file (`,` or `;`), or none: all mistakes are told at once with their line numbers."""
    recorded, mistakes = [], []
    with transaction(con):
        for line, row in _csv_rows(path):
            try:
                recorded.append(_record(con, _request(row, by), now or datetime.now(UTC)))
            except WarehouseError as error:
                mistakes.append(f"baris {line}: {error}")
        if mistakes:
            raise WarehouseError(f"{path.name} tidak dicatat. " + " | ".join(mistakes))
    return recorded


def undo(
    con: duckdb.DuckDBPyConnection, correction_id: int, *, reason: str, by: str, now: datetime | None = None
) -> None:
    """Take a correction back, as one more entry; raises WarehouseError when there is none or it is undone already."""
    _require(reason, by)
    with transaction(con):
        row = con.execute(
            "SELECT satker_code, year, quarter, table_name, row_key, field FROM ledger.corrections "
            "WHERE correction_id = ? AND undoes IS NULL",
            [correction_id],
        ).fetchone()
        if row is None:
            raise WarehouseError(f"Koreksi nomor {correction_id} tidak ada.")
        if con.execute("SELECT 1 FROM ledger.corrections WHERE undoes = ?", [correction_id]).fetchone():
            raise WarehouseError(f"Koreksi nomor {correction_id} sudah dibatalkan.")
        names = ("satker_code", "year", "quarter", "table_name", "row_key", "field")
        _append(con, dict(zip(names, row, strict=True)) | {"undoes": correction_id}, reason, by, now)


def list_corrections(
    con: duckdb.DuckDBPyConnection,
    satker_code: str | None = None,
    year: int | None = None,
    quarter: int | None = None,
) -> list[dict[str, Any]]:
    """The corrections in the order they were recorded. `status` is that of the last roll-up, None when newer."""
    cursor = con.execute(
        "SELECT c.* EXCLUDE (undoes), "
        "u.corrected_by AS undone_by, u.corrected_at AS undone_at, u.reason AS undo_reason, "
        f"{_published_status(con)} AS status FROM ledger.corrections c "
        "LEFT JOIN ledger.corrections u ON u.undoes = c.correction_id WHERE c.undoes IS NULL "
        "AND c.satker_code = coalesce(?, c.satker_code) AND c.year = coalesce(?, c.year) "
        "AND c.quarter = coalesce(?, c.quarter) ORDER BY c.correction_id",
        [satker_code, year, quarter],
    )
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _record(con: duckdb.DuckDBPyConnection, request: Request, now: datetime) -> Recorded:
    _require(request.reason, request.by)
    table, column = _target(request)
    old, row_text = _reported(con, request, table, column)
    new = canonical(column, request.value, _vocabulary_codes(column))
    if new == old:
        raise WarehouseError(f"Nilai {column.name} pada baris {request.row} memang sudah {new or '(kosong)'!r}.")
    values = {
        "satker_code": request.satker_code,
        "year": request.year,
        "quarter": request.quarter,
        "table_name": table.name,
        "row_key": request.row,
        "field": column.name,
        "old_value": old,
        "new_value": new,
        "row_text": row_text,
    }
    correction_id = _append(con, values, request.reason, request.by, now)
    locked = approval_in_force(con, request.satker_code, request.year, request.quarter) is not None
    return Recorded(correction_id, request, old, new, locked and table.name != "findings")


def _target(request: Request) -> tuple[Table, Column]:
    """The table and column that the request names."""
    table = CORRECTABLE.get(request.table)
    if table is None:
        raise WarehouseError(
            f"Tabel {request.table!r} tidak dapat dikoreksi. Pilihan: {', '.join(sorted(CORRECTABLE))}."
        )
    fields = {column.name: column for column in table.correctable}
    if request.field not in fields:
        raise WarehouseError(
            f"Kolom {request.field!r} pada tabel {table.name} tidak dapat dikoreksi. Pilihan: {', '.join(fields)}."
        )
    return table, fields[request.field]


def _reported(
    con: duckdb.DuckDBPyConnection, request: Request, table: Table, column: Column
) -> tuple[str | None, str | None]:
    """What the field of the current report says, and what its row is about."""
    period = [request.satker_code, request.year, request.quarter]
    if table.name == "findings":
        return _finding(con, request, period), None
    document = con.execute(
        "SELECT document_id FROM ledger.documents WHERE satker_code = ? AND year = ? AND quarter = ? "
        "AND status = 'current'",
        period,
    ).fetchone()
    if document is None:
        raise WarehouseError(
            f"Belum ada laporan yang berlaku dari satker {request.satker_code} untuk triwulan {request.quarter} "
            f"tahun {request.year}."
        )
    anchor = ANCHORS.get(table.name)
    row = con.execute(
        f"SELECT {as_text(column, column.name)}, {anchor or 'NULL'} FROM facts.{table.name} "
        "WHERE document_id = ? AND row_key = ?",
        [document[0], request.row],
    ).fetchone()
    if row is None:
        raise WarehouseError(
            f"Baris {request.row!r} tidak ada pada tabel {table.name} laporan itu; lihat kolom row_key dengan "
            f"`rekap sql \"from {table.name} where satker_code = '{request.satker_code}'\"`."
        )
    return row[0], None if anchor == column.name else row[1]


def _finding(con: duckdb.DuckDBPyConnection, request: Request, period: Sequence[Any]) -> str:
    """A finding's status before it was judged; the finding must have been published."""
    there = con.execute(
        "SELECT 1 FROM duckdb_tables() WHERE schema_name = 'marts' AND table_name = 'findings'"
    ).fetchone()
    row = (
        there
        and con.execute(
            "SELECT 1 FROM marts.findings WHERE satker_code = ? AND year = ? AND quarter = ? AND finding_id = ?",
            [*period, request.row],
        ).fetchone()
    )
    if not row:
        raise WarehouseError(
            f"Temuan {request.row!r} tidak ada pada laporan itu; lihat kolom finding_id tabel findings."
        )
    return "open"


def _append(
    con: duckdb.DuckDBPyConnection, values: Mapping[str, Any], reason: str, by: str, now: datetime | None
) -> int:
    """Add an entry with the next number."""
    last = con.execute("SELECT coalesce(max(correction_id), 0) FROM ledger.corrections").fetchone()
    number = (last[0] if last else 0) + 1
    moment = (now or datetime.now(UTC)).astimezone(UTC).replace(tzinfo=None)
    row = {
        "correction_id": number,
        **values,
        "reason": reason.strip(),
        "corrected_by": by.strip(),
        "corrected_at": moment,
    }
    names = [column.name for column in CORRECTIONS.columns if column.name in row]
    marks = ", ".join("?" for _ in names)
    con.execute(f"INSERT INTO ledger.corrections ({', '.join(names)}) VALUES ({marks})", [row[name] for name in names])
    return number


def _require(reason: str, by: str) -> None:
    if not reason.strip():
        raise WarehouseError("Alasan wajib diisi.")
    if not by.strip():
        raise WarehouseError("Nama yang bertindak wajib diisi.")


def _vocabulary_codes(column: Column) -> tuple[str, ...]:
    """The codes of fields that the vocabulary fills."""
    if column.name not in ("theme", "kind"):
        return ()
    from extractors.values import classify

    return classify.theme_codes() if column.name == "theme" else classify.activity_kind_codes()


def _csv_rows(path: Path) -> list[tuple[int, dict[str, str]]]:
    """The file's lines by heading, with their numbers."""
    text = path.read_text(encoding="utf-8-sig")
    delimiter = ";" if text.split("\n", 1)[0].count(";") > text.split("\n", 1)[0].count(",") else ","
    reader = csv.DictReader(text.splitlines(), delimiter=delimiter)
    missing = [name for name in CSV_FIELDS[:-1] if name not in (reader.fieldnames or ())]
    if missing:
        raise WarehouseError(
            f"{path.name}: kolom {', '.join(missing)} tidak ada. Judul kolom: {', '.join(CSV_FIELDS)}."
        )
    return [(reader.line_num, row) for row in reader]


def _request(row: Mapping[str, str | None], by: str) -> Request:
    """A line of the CSV as a request."""
    cell = {name: (row.get(name) or "").strip() for name in CSV_FIELDS}
    if not (cell["year"].isdigit() and cell["quarter"].isdigit()):
        raise WarehouseError("tahun dan triwulan harus angka.")
    return Request(
        cell["satker"], int(cell["year"]), int(cell["quarter"]), cell["table"], cell["row"], cell["field"],
        cell["value"], cell["reason"], cell["by"] or by,
    )  # fmt: skip


def _published_status(con: duckdb.DuckDBPyConnection) -> str:
    """SQL for the status at the last roll-up."""
    there = con.execute(
        "SELECT 1 FROM duckdb_tables() WHERE schema_name = 'marts' AND table_name = 'corrections'"
    ).fetchone()
    return "(SELECT m.status FROM marts.corrections m WHERE m.correction_id = c.correction_id)" if there else "NULL"
