"""Which of a satker's documents for a quarter counts.

The rule: documents are revisions in the order in which they were received. Without an approval the latest counts and
the older are superseded. With one, the approved document counts and what came after it waits. In a closed quarter
nothing that is not approved counts. The rule looks at the ledger alone, never at the order of loading, so a pass that
was killed, repeated or rebuilt comes to the same result.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import duckdb

from warehouse.approvals_state import approval_in_force, quarter_closed


@dataclass(frozen=True, slots=True)
class Entry:
    """A document of one satker and quarter."""

    document_id: str
    received_at: datetime


@dataclass(frozen=True, slots=True)
class Standing:
    """A document's revision and status."""

    revision: int
    status: str


def standings(entries: Sequence[Entry], approved: str | None, closed: bool) -> dict[str, Standing]:
    """The standing of each document; `approved` is the approved document's id."""
    ordered = sorted(entries, key=lambda entry: (entry.received_at, entry.document_id))
    ids = [entry.document_id for entry in ordered]
    counts = ids.index(approved) if approved in ids else -1 if closed else len(ids) - 1
    return {
        document_id: Standing(
            index + 1, "current" if index == counts else "superseded" if index < counts else "pending"
        )
        for index, document_id in enumerate(ids)
    }


def settle(con: duckdb.DuckDBPyConnection, satker_code: str, year: int, quarter: int) -> dict[str, Standing]:
    """Give every document of the satker's quarter its revision and status; returns them."""
    period = [satker_code, year, quarter]
    found = con.execute(
        "SELECT document_id, received_at, revision, status FROM ledger.documents "
        "WHERE satker_code = ? AND year = ? AND quarter = ? AND status <> 'refused'",
        period,
    ).fetchall()
    approval = approval_in_force(con, satker_code, year, quarter)
    result = standings(
        [Entry(document_id, received_at) for document_id, received_at, _, _ in found],
        approval.document_id if approval else None,
        quarter_closed(con, year, quarter),
    )
    for document_id, _, revision, status in found:
        standing = result[document_id]
        if (revision, status) != (standing.revision, standing.status):
            con.execute(
                "UPDATE ledger.documents SET revision = ?, status = ? WHERE document_id = ?",
                [standing.revision, standing.status, document_id],
            )
    return result
