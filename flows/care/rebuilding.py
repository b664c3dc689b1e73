"""Rebuild: every original of the archive read again in parallel, the warehouse made anew from it and published."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from extractors.line import VERSION
from flows.line.ledger import warehouse_settings
from flows.locks import hold, writer_lock_file
from flows.reading.batch import read_patiently
from flows.reading.guard import Guard, Job
from flows.reading.options import READER, extract_settings
from flows.settings import Settings
from warehouse.connection import open_warehouse
from warehouse.errors import WarehouseError
from warehouse.load import Receipt
from warehouse.publish import Snapshot, publish
from warehouse.rebuild import Rebuilt, rebuild
from warehouse.rollup import roll_up
from warehouse.snapshot import open_current


def rebuild_all(settings: Settings, progress: Callable[[int, int], None]) -> tuple[Rebuilt, Snapshot]:
    """Make the warehouse again from archive, corrections and approvals and publish it: what changed, what stands."""
    originals = list(_originals(settings))
    with (
        hold(writer_lock_file(settings.data), "rekap rebuild"),
        tempfile.TemporaryDirectory(prefix="rekap-") as folder,
        Guard(
            READER, extract_settings(settings), settings.limits, settings.processes, Path(folder) / "reader.log"
        ) as guard,
    ):
        done = 0

        def job(document_id: str, filename: str, archive_path: str) -> Job:
            return Job(document_id, settings.data / archive_path, filename, Path(folder) / f"{document_id}.json")

        def extract(receipt: Receipt) -> dict[str, Any]:
            nonlocal done
            path = read_patiently(guard, job(receipt.document_id, receipt.filename, receipt.archive_path))
            content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
            path.unlink()
            progress(done := done + 1, len(originals))
            return content

        for known in _published(settings):
            guard.start(job(*known))
        result = rebuild(settings.warehouse, extract, extractor_version=VERSION, also=originals)
        with open_warehouse(settings.warehouse) as con:
            roll_up(con, warehouse_settings(settings))
            return result, publish(con, settings.published)


def _originals(settings: Settings) -> Iterator[Receipt]:
    """Every original of the archive; of those that no ledger knows, the file is all that is known."""
    for path in sorted(settings.archive.glob("??/*.pdf")):
        received = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        yield Receipt(path.stem, path.name, received, path.relative_to(settings.data).as_posix(), VERSION)


def _published(settings: Settings) -> list[tuple[str, str, str]]:
    """Documents by id, name and place, as the snapshot knows them: these can be read ahead."""
    try:
        with open_current(settings.data) as con:
            rows = con.execute("SELECT document_id, filename, archive_path FROM documents").fetchall()
    except WarehouseError:
        return []
    return [(row[0], row[1], row[2]) for row in rows]
