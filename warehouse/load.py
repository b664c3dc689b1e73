"""Load: one document's facts into the warehouse, in one transaction; the ledger of what is done.

Loading the same bytes again changes nothing. A reading by another version of the extractor replaces the document's
facts, unless an approval pins the version: then the new reading is kept beside and waits.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import duckdb

from extractors.document import Document
from warehouse.approvals_state import approval_in_force
from warehouse.records import FACTS
from warehouse.records.ledger import DOCUMENTS
from warehouse.revisions import settle
from warehouse.rows import Classifier, Row, fact_rows
from warehouse.schema import arrow_table

_UNPAIRED = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the intake knows of a file. The last three say what the file name hints at, if anything."""

    document_id: str
    filename: str
    received_at: datetime
    archive_path: str
    extractor_version: str
    satker_code: str | None = None
    year: int | None = None
    quarter: int | None = None


@dataclass(frozen=True, slots=True)
class LoadResult:
    """The document's standing after loading, or "unchanged". `facts` counts rows, recap cells and activities."""

    status: str
    revision: int | None
    facts: int
    previous_facts: int | None = None
    """The same count of the revision before, where there is one."""


def load_document(
    con: duckdb.DuckDBPyConnection,
    document: Mapping[str, Any],
    receipt: Receipt,
    classifier: Classifier | None = None,
) -> LoadResult:
    """Load an accepted report; raises KeyError, ValueError or pyarrow errors when it is not section 3's JSON."""
    document = _printable(document)
    parsed = Document.from_json(document)
    if parsed.source.sha256 != receipt.document_id:
        raise ValueError(f"{receipt.filename}: the document is of {parsed.source.sha256}, not {receipt.document_id}")
    known = _entry(con, receipt.document_id)
    if known and known["status"] != "refused" and known["extractor_version"] == receipt.extractor_version:
        return LoadResult("unchanged", known["revision"], known["facts"])
    with transaction(con):
        keep_extraction(con, document, receipt.document_id, receipt.extractor_version)
        if known and _pinned(con, receipt.document_id, known):
            return LoadResult("pending", known["revision"], known["facts"])
        _enter(con, _accepted(parsed, receipt, known), known)
        put_facts(con, parsed, receipt.document_id, classifier, replace=known is not None)
        return _settled(con, parsed, known)


def load_refusal(con: duckdb.DuckDBPyConnection, refusal: Mapping[str, Any], receipt: Receipt) -> LoadResult:
    """Enter a refused file in the ledger; one that was accepted before stays accepted."""
    refusal = _printable(refusal)
    known = _entry(con, receipt.document_id)
    if known and (known["status"] != "refused" or known["extractor_version"] == receipt.extractor_version):
        return LoadResult("unchanged", known["revision"], known["facts"])
    row = _receipt_row(receipt, known) | {
        "satker_code": receipt.satker_code,
        "year": receipt.year,
        "quarter": receipt.quarter,
        "status": "refused",
        "reason": refusal["refused"]["reason"],
        "message": refusal["refused"]["message"],
        "pages": refusal["source"]["pages"],
        "text_layer": refusal["source"]["text_layer"],
        "facts": 0,
    }
    with transaction(con):
        _enter(con, row, known)
    return LoadResult("refused", None, 0)


def known(con: duckdb.DuckDBPyConnection, sha256: str) -> bool:
    """Whether a file of this content was dealt with, accepted or refused."""
    return _entry(con, sha256) is not None


@contextmanager
def transaction(con: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """All of the block or nothing of it."""
    con.begin()
    try:
        yield
    except BaseException:
        con.rollback()
        raise
    con.commit()


def keep_extraction(
    con: duckdb.DuckDBPyConnection, document: Mapping[str, Any], document_id: str, extractor_version: str
) -> None:
    """Keep a reading whole, one for each version of the extractor."""
    text = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    con.execute(
        "INSERT OR REPLACE INTO ledger.extractions VALUES (?, ?, ?, ?)",
        [document_id, extractor_version, zlib.compress(text.encode()), datetime.now(UTC).replace(tzinfo=None)],
    )


def extraction(
    con: duckdb.DuckDBPyConnection, document_id: str, extractor_version: str, schema: str = "ledger"
) -> dict[str, Any]:
    """A kept reading; raises KeyError when there is none."""
    row = con.execute(
        f"SELECT content FROM {schema}.extractions WHERE document_id = ? AND extractor_version = ?",
        [document_id, extractor_version],
    ).fetchone()
    if row is None:
        raise KeyError(f"{document_id} {extractor_version}")
    document: dict[str, Any] = json.loads(zlib.decompress(row[0]))
    return document


def put_facts(
    con: duckdb.DuckDBPyConnection,
    document: Document,
    document_id: str,
    classifier: Classifier | None,
    *,
    replace: bool,
) -> None:
    """Write the document's rows, themes by the vocabulary if not told otherwise; `replace` takes out the old ones."""
    rows = fact_rows(document, classifier or _vocabulary())
    for table in FACTS:
        if replace:
            con.execute(f"DELETE FROM facts.{table.name} WHERE document_id = ?", [document_id])
        if rows[table.name]:
            _insert(con, f"facts.{table.name}", table, [{"document_id": document_id} | r for r in rows[table.name]])


def _insert(con: duckdb.DuckDBPyConnection, target: str, table: Any, rows: list[Row]) -> None:
    con.register("incoming_rows", arrow_table(table, rows))
    con.execute(f"INSERT INTO {target} BY NAME SELECT * FROM incoming_rows")
    con.unregister("incoming_rows")


def _entry(con: duckdb.DuckDBPyConnection, document_id: str) -> Row | None:
    """The document's row of the ledger."""
    names = [column.name for column in DOCUMENTS.columns]
    row = con.execute(
        f"SELECT {', '.join(names)} FROM ledger.documents WHERE document_id = ?", [document_id]
    ).fetchone()
    return dict(zip(names, row, strict=True)) if row else None


def _enter(con: duckdb.DuckDBPyConnection, row: Row, known: Row | None) -> None:
    """Write the document's row of the ledger, new or in place."""
    if known is None:
        _insert(con, "ledger.documents", DOCUMENTS, [row])
        return
    changed = {name: value for name, value in row.items() if name != "document_id"}
    assignments = ", ".join(f"{name} = ?" for name in changed)
    con.execute(
        f"UPDATE ledger.documents SET {assignments} WHERE document_id = ?", [*changed.values(), row["document_id"]]
    )


def _receipt_row(receipt: Receipt, known: Row | None) -> Row:
    """What the ledger keeps of a receipt; the first receipt's name and time stay."""
    first = known or {
        "filename": _UNPAIRED.sub("\ufffd", receipt.filename),
        "received_at": _utc(receipt.received_at),
        "archive_path": receipt.archive_path,
    }
    return {
        "document_id": receipt.document_id,
        "filename": first["filename"],
        "received_at": first["received_at"],
        "archive_path": first["archive_path"],
        "extractor_version": receipt.extractor_version,
        "revision": None,
        "reason": None,
        "message": None,
    }


def _accepted(document: Document, receipt: Receipt, known: Row | None) -> Row:
    return _receipt_row(receipt, known) | {
        "satker_code": document.report.satker_code,
        "year": document.report.year,
        "quarter": document.report.quarter,
        "status": "pending",
        "pages": document.source.pages,
        "text_layer": document.source.text_layer,
        "facts": _count(document),
    }


def _settled(con: duckdb.DuckDBPyConnection, document: Document, known: Row | None) -> LoadResult:
    """Settle the document's quarter, and the one that an earlier reading put it in."""
    head = document.report
    if known and known["status"] != "refused":
        settle(con, known["satker_code"], known["year"], known["quarter"])
    standings = settle(con, head.satker_code, head.year, head.quarter)
    standing = standings[document.source.sha256]
    before = [one for one, other in standings.items() if other.revision == standing.revision - 1]
    previous = _entry(con, before[0]) if before else None
    return LoadResult(standing.status, standing.revision, _count(document), previous["facts"] if previous else None)


def _pinned(con: duckdb.DuckDBPyConnection, document_id: str, known: Row) -> bool:
    """Whether an approval holds the document at the version that was approved."""
    if known["status"] == "refused":
        return False
    approval = approval_in_force(con, known["satker_code"], known["year"], known["quarter"])
    return approval is not None and approval.document_id == document_id


def _count(document: Document) -> int:
    """Rows, recap cells and activities of a document."""
    return len(document.dissemination) + len(document.social_media) + len(document.activities)


def _printable(document: Mapping[str, Any]) -> Mapping[str, Any]:
    """The document with unpaired surrogates, which no file or database takes, as U+FFFD."""
    text = json.dumps(document, ensure_ascii=False)
    if not _UNPAIRED.search(text):
        return document
    cleaned: Mapping[str, Any] = json.loads(_UNPAIRED.sub("\ufffd", text))
    return cleaned


def _utc(moment: datetime) -> datetime:
    """UTC without a zone, as the warehouse keeps times; a time without a zone is taken for UTC."""
    return moment if moment.tzinfo is None else moment.astimezone(UTC).replace(tzinfo=None)


def _vocabulary() -> Classifier:
    """The vocabulary's own classifier."""
    from extractors.values import classify

    return classify
