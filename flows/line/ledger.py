"""The warehouse as a pass sees it: what is done already, what came in, what is published."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from typing import Any

from extractors.document import Document, Refusal
from extractors.line import VERSION
from extractors.vocabulary import load as load_vocabulary
from flows.intake.hints import hint_of
from flows.intake.inbox import Archived
from flows.settings import Settings
from warehouse.connection import open_warehouse
from warehouse.load import Receipt, load_document, load_refusal
from warehouse.publish import publish
from warehouse.rollup import roll_up
from warehouse.settings import DueException, WarehouseSettings

STANDINGS = {"current": "", "pending": "menunggu persetujuan", "superseded": "bukan kiriman terbaru"}
"""What to say of a document that has been loaded."""


class WarehouseLedger:
    """The open warehouse of a data folder."""

    def __init__(self, settings: Settings) -> None:
        """Nothing is opened yet."""
        self._settings, self._stack = settings, ExitStack()
        self._satkers = load_vocabulary(settings.province).satkers

    def __enter__(self) -> WarehouseLedger:
        """Open it; raises WarehouseError when it cannot be had."""
        self._con = self._stack.enter_context(open_warehouse(self._settings.warehouse))
        return self

    def __exit__(self, *error: object) -> None:
        """Close it, and let go of it: DuckDB complains at exit about connections that threads still know."""
        self._stack.close()
        del self._con

    def accepted(self, sha256: str) -> bool:
        """Whether a document of these bytes has been taken in, by this version of the extractor or another."""
        query = "SELECT count(*) FROM ledger.documents WHERE document_id = ? AND status <> 'refused'"
        row = self._con.execute(query, [sha256]).fetchone()
        return row is not None and row[0] > 0

    def accept(self, document: Document, archived: Archived) -> str:
        """Load a report in one transaction; a remark in Indonesian ('' when there is nothing to say)."""
        receipt = self._receipt(document.source.filename, archived)
        result = load_document(self._con, document.to_json(), receipt)
        revised = f"revisi ke-{result.revision}" if (result.revision or 1) > 1 else ""
        return ", ".join(filter(None, (revised, STANDINGS.get(result.status, result.status))))

    def refuse(self, refusal: Refusal, archived: Archived) -> None:
        """Record a refused file in one transaction."""
        load_refusal(self._con, refusal.to_json(), self._receipt(refusal.source.filename, archived))

    def roll_up(self) -> None:
        """Make the marts."""
        roll_up(self._con, warehouse_settings(self._settings))

    def publish(self) -> str:
        """Publish what has changed; the name of the snapshot that stands now."""
        return publish(self._con, self._settings.published).name

    def findings(self, documents: Sequence[str]) -> list[dict[str, Any]]:
        """The findings of these documents as published; not more than a page shows."""
        return self._rows(
            "SELECT satker_name, year, quarter, severity, message, page, document_id FROM marts.findings "
            "WHERE document_id IN (SELECT unnest(?::VARCHAR[])) ORDER BY ALL LIMIT 1000",
            [list(documents)],
        )

    def coverage(self) -> list[dict[str, Any]]:
        """Every satker's standing in the two newest quarters."""
        return self._rows(
            "SELECT * FROM marts.coverage QUALIFY dense_rank() OVER (ORDER BY year DESC, quarter DESC) <= 2 "
            "ORDER BY year, quarter, satker_code",
            [],
        )

    def _rows(self, sql: str, parameters: list[Any]) -> list[dict[str, Any]]:
        """A query's rows by column name."""
        cursor = self._con.execute(sql, parameters)
        names = [column[0] for column in cursor.description or ()]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def _receipt(self, filename: str, archived: Archived) -> Receipt:
        """What the intake knows of the file. It came in when its original came into the archive: that stays so when a
        pass is killed and repeated, so the order of revisions does too."""
        hint = hint_of(filename, self._satkers)
        return Receipt(
            document_id=archived.sha256,
            filename=filename,
            received_at=datetime.fromtimestamp(archived.path.stat().st_mtime, UTC),
            archive_path=archived.path.relative_to(self._settings.data).as_posix(),
            extractor_version=VERSION,
            satker_code=hint.satker_code,
            year=hint.year,
            quarter=hint.quarter,
        )


def warehouse_settings(settings: Settings) -> WarehouseSettings:
    """What the published numbers depend on, out of all settings."""
    exceptions = [
        DueException(satker_code=other.satker, year=other.year, quarter=other.quarter, due_date=other.date)
        for other in settings.due.exceptions
    ]
    satkers = load_vocabulary(settings.province).satkers
    return WarehouseSettings(list(satkers.values()), settings.due.days, exceptions)
