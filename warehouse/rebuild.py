"""Rebuild: the whole warehouse again from the originals, corrections and approvals alone, and what that changed.

The ledger of the old warehouse (or, when that is lost, of the published snapshot) says what was received when; the
reading itself is the caller's. The new file takes the old one's place only when it is complete; the old one stays
beside it as a backup.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb

from warehouse import durable
from warehouse.connection import open_warehouse
from warehouse.diff import Change, compare
from warehouse.errors import DamagedError, WarehouseError
from warehouse.load import Receipt, extraction, keep_extraction, load_document, load_refusal, transaction
from warehouse.records.ledger import APPROVALS, CORRECTIONS
from warehouse.rows import Classifier
from warehouse.schema import Table, quoted
from warehouse.snapshot import open_current

Extract = Callable[[Receipt], Mapping[str, Any]]
"""Reads one original again: section 3's JSON, of a document or of a refusal."""

_RECEIPT = "document_id, filename, received_at, archive_path, satker_code, year, quarter, status"


@dataclass(frozen=True, slots=True)
class Reread:
    """A document whose reading came out differently."""

    receipt: Receipt
    before: str
    after: str
    """Standing before and after: "diterima" or the reason of the refusal."""
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What a rebuild did."""

    documents: int
    changed: tuple[Reread, ...]
    backup: Path | None
    pinned: tuple[Receipt, ...] = field(default=())
    """Approved documents that the new version reads differently; the approved reading was kept."""


def rebuild(
    warehouse: Path,
    extract: Extract,
    *,
    extractor_version: str,
    also: Sequence[Receipt] = (),
    classifier: Classifier | None = None,
    now: datetime | None = None,
) -> Rebuilt:
    """Make `warehouse` again; `also` are originals of the archive that no ledger knows."""
    fresh = warehouse.with_name(f"{warehouse.stem}.rebuild.duckdb")
    for leftover in (fresh, fresh.with_name(fresh.name + ".wal")):
        leftover.unlink(missing_ok=True)
    with open_warehouse(fresh) as con, _old_ledger(con, warehouse) as old:
        _copy_decisions(con, old)
        receipts = _receipts(con, old, extractor_version)
        known = {receipt.document_id for receipt in receipts}
        receipts += [receipt for receipt in also if receipt.document_id not in known]
        rereads, pinned = [], []
        for receipt in sorted(receipts, key=lambda one: (one.received_at, one.document_id)):
            reread = _again(con, old, receipt, extract(receipt), classifier)
            if reread and reread.after == "disetujui":
                pinned.append(receipt)
            if reread:
                rereads.append(reread)
    backup = _take_place(fresh, warehouse, now or datetime.now(UTC))
    return Rebuilt(len(receipts), tuple(rereads), backup, tuple(pinned))


@contextmanager
def _old_ledger(con: duckdb.DuckDBPyConnection, warehouse: Path) -> Iterator[str | None]:
    """The schema to read the old ledger from: the old warehouse, else the snapshot; None when there is neither."""
    if _readable(warehouse):
        con.execute(f"ATTACH {quoted(str(warehouse))} AS old (READ_ONLY)")
        yield "old.ledger"
    else:
        path = _snapshot_path(warehouse.parent)
        if path is None:
            yield None
            return
        con.execute(f"ATTACH {quoted(str(path))} AS old (READ_ONLY)")
        yield "old.main"
    con.execute("DETACH old")


def _readable(warehouse: Path) -> bool:
    """Whether there is an old warehouse to read from, migrated if it was older; a damaged one counts as lost."""
    if not warehouse.exists():
        return False
    try:
        with open_warehouse(warehouse):
            return True
    except DamagedError:
        return False


def _snapshot_path(data_dir: Path) -> Path | None:
    """The file of the current snapshot, if one can be opened."""
    try:
        with open_current(data_dir) as con:
            row = con.execute("SELECT path FROM duckdb_databases() WHERE NOT internal").fetchone()
    except WarehouseError:
        return None
    return Path(row[0]) if row else None


def _copy_decisions(con: duckdb.DuckDBPyConnection, old: str | None) -> None:
    """Take over what people decided."""
    if old is None:
        return
    with transaction(con):
        for table in (CORRECTIONS, APPROVALS):
            con.execute(f"INSERT INTO ledger.{table.name} BY NAME SELECT {_columns(con, old, table)}")
        if old == "old.main":
            _undo_entries(con)


def _columns(con: duckdb.DuckDBPyConnection, old: str, table: Table) -> str:
    """The columns that the old table has, and where from."""
    cursor = con.execute(f"SELECT * FROM {old}.{table.name} LIMIT 0")
    there = {column[0] for column in cursor.description or ()}
    return ", ".join(c.name for c in table.columns if c.name in there) + f" FROM {old}.{table.name}"


def _undo_entries(con: duckdb.DuckDBPyConnection) -> None:
    """The snapshot tells of an undone correction in its own row: make the entry again, after the others."""
    con.execute(
        "INSERT INTO ledger.corrections BY NAME SELECT (SELECT max(correction_id) FROM old.main.corrections) "
        "+ row_number() OVER (ORDER BY undone_at, correction_id) AS correction_id, correction_id AS undoes, "
        "satker_code, year, quarter, table_name, row_key, field, undo_reason AS reason, undone_by AS corrected_by, "
        "undone_at AS corrected_at FROM old.main.corrections WHERE undone_at IS NOT NULL"
    )


def _receipts(con: duckdb.DuckDBPyConnection, old: str | None, extractor_version: str) -> list[Receipt]:
    """What was received; what a refused file's name hinted at is kept, a report says itself whose it is."""
    if old is None:
        return []
    receipts = []
    for row in con.execute(f"SELECT {_RECEIPT} FROM {old}.documents").fetchall():
        hint = row[4:7] if row[7] == "refused" else (None, None, None)
        receipts.append(Receipt(row[0], row[1], row[2], row[3], extractor_version, *hint))
    return receipts


def _again(
    con: duckdb.DuckDBPyConnection,
    old: str | None,
    receipt: Receipt,
    document: Mapping[str, Any],
    classifier: Classifier | None,
) -> Reread | None:
    """Load one document's new reading, or its approved one; what changed against the old reading, if anything."""
    before = _old_reading(con, old, receipt.document_id)
    pinned = _pinned_version(con, receipt.document_id)
    refused = document.get("refused")
    if pinned and before and pinned != receipt.extractor_version:
        return _keep_pinned(con, receipt, document, before, pinned, classifier)
    if refused:
        load_refusal(con, document, receipt)
    else:
        load_document(con, document, receipt, classifier)
    was = _old_standing(con, old, receipt.document_id)
    stands = str(refused["reason"]) if refused else "diterima"
    changes = tuple(compare(before, document)) if before and not refused else ()
    return Reread(receipt, was, stands, changes) if changes or was not in (stands, "") else None


def _keep_pinned(
    con: duckdb.DuckDBPyConnection,
    receipt: Receipt,
    document: Mapping[str, Any],
    before: Mapping[str, Any],
    pinned: str,
    classifier: Classifier | None,
) -> Reread | None:
    """An approved document keeps the reading that was approved; the new one waits beside it."""
    held = Receipt(receipt.document_id, receipt.filename, receipt.received_at, receipt.archive_path, pinned)
    load_document(con, before, held, classifier)
    if document.get("refused"):
        return Reread(receipt, "diterima", "disetujui")
    keep_extraction(con, document, receipt.document_id, receipt.extractor_version)
    changes = tuple(compare(before, document))
    return Reread(receipt, "diterima", "disetujui", changes) if changes else None


def _old_reading(con: duckdb.DuckDBPyConnection, old: str | None, document_id: str) -> dict[str, Any] | None:
    """The reading that counted before, where it is kept (a snapshot keeps none)."""
    if old != "old.ledger":
        return None
    row = con.execute(
        f"SELECT extractor_version FROM {old}.documents WHERE document_id = ? AND status <> 'refused'", [document_id]
    ).fetchone()
    return extraction(con, document_id, row[0], old) if row else None


def _old_standing(con: duckdb.DuckDBPyConnection, old: str | None, document_id: str) -> str:
    """ "diterima", the reason of the refusal, or "" for a document that was unknown."""
    if old is None:
        return ""
    row = con.execute(f"SELECT status, reason FROM {old}.documents WHERE document_id = ?", [document_id]).fetchone()
    if row is None:
        return ""
    return str(row[1]) if row[0] == "refused" else "diterima"


def _pinned_version(con: duckdb.DuckDBPyConnection, document_id: str) -> str | None:
    """The version at which an approval in force holds the document."""
    row = con.execute(
        "SELECT extractor_version FROM (SELECT * FROM ledger.approvals WHERE action IN ('approve', 'unlock') QUALIFY "
        "row_number() OVER (PARTITION BY satker_code, year, quarter ORDER BY approval_id DESC) = 1) "
        "WHERE action = 'approve' AND document_id = ?",
        [document_id],
    ).fetchone()
    return str(row[0]) if row else None


def _take_place(fresh: Path, warehouse: Path, now: datetime) -> Path | None:
    """Put the complete new warehouse in the place of the old one, which is kept."""
    durable.sync_file(fresh)
    backup = None
    if warehouse.exists():
        backup = warehouse.with_name(f"{warehouse.stem}.sebelum-rebuild-{now:%Y%m%dT%H%M%SZ}.bak")
        durable.copy(warehouse, backup)
    if not durable.replace(fresh, warehouse):
        raise WarehouseError(f"{warehouse.name} sedang dibuka program lain; tutup program itu lalu ulangi.")
    return backup
