"""`rekap doctor`: does the data folder hold together? What is safe to mend is mended on request.

Each check is one function from a place to its diagnoses; none of them raises for what it finds.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import shutil
import sqlite3
import sys
import uuid
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import duckdb

from extractors.document import sha256_of
from flows.intake.inbox import RESERVE
from flows.line.bench import make_folders
from flows.line.ledger import warehouse_settings
from flows.locks import Locked, hold, writer_lock_file
from flows.settings import Settings
from warehouse.connection import open_warehouse
from warehouse.content import content_hash
from warehouse.errors import WarehouseError
from warehouse.publish import current_name, publish
from warehouse.records.marts import MARTS
from warehouse.rollup import roll_up

Level = Literal["baik", "peringatan", "kesalahan"]

LIBRARIES = ("rekap", "prefect", "duckdb", "pdfplumber", "pypdfium2", "pyarrow", "pandas", "rapidocr")


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What a check found; `mended` when it has been put right."""

    check: str
    level: Level
    message: str
    mended: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """A data folder under examination, with nobody else writing."""

    settings: Settings
    mend: bool


def examine(settings: Settings, *, mend: bool = False) -> list[Diagnosis]:
    """Every diagnosis of the data folder. What is written to is looked at only while no pass runs."""
    case = Case(settings, mend)
    found = [one for check in UNLOCKED for one in check(case)]
    try:
        with hold(writer_lock_file(settings.data), "rekap doctor"):
            return found + [one for check in LOCKED for one in check(case)]
    except Locked as locked:
        return [*found, Diagnosis("gudang data", "peringatan", f"Tidak diperiksa. {locked}")]
    except OSError:
        return found


def versions(case: Case) -> Iterator[Diagnosis]:
    """Which programs are at work."""
    known = [f"Python {sys.version.split()[0]}"]
    for name in LIBRARIES:
        if importlib.util.find_spec(name) or name == "rekap":
            known.append(f"{name} {importlib.metadata.version(name)}")
    yield Diagnosis("versi", "baik", ", ".join(known))
    if not importlib.util.find_spec("rapidocr"):
        yield Diagnosis("versi", "peringatan", "OCR tidak terpasang: laporan hasil pindai tidak dapat dibaca.")


def folder(case: Case) -> Iterator[Diagnosis]:
    """Whether the data folder can be written and has room."""
    data = case.settings.data
    probe = data / f".{uuid.uuid4().hex}"
    try:
        probe.touch()
        probe.unlink()
    except OSError as error:
        yield Diagnosis("folder data", "kesalahan", f"{data} tidak dapat ditulisi ({error.strerror}).")
        return
    free = shutil.disk_usage(data).free
    level: Level = "baik" if free > 10 * RESERVE else "peringatan" if free > RESERVE else "kesalahan"
    yield Diagnosis("folder data", level, f"{data} dapat ditulisi, ruang disk tersisa {free >> 20} MB.")


def originals(case: Case) -> Iterator[Diagnosis]:
    """Whether each original still is what its name says."""
    files = sorted(case.settings.archive.glob("??/*.pdf"))
    damaged = [path.name for path in files if sha256_of(path) != path.stem]
    for name in damaged:
        yield Diagnosis("arsip", "kesalahan", f"{name} rusak: isinya berubah sejak diterima. Ambil dari cadangan.")
    yield Diagnosis("arsip", "baik", f"{len(files) - len(damaged)} berkas asli utuh.")


def leftovers(case: Case) -> Iterator[Diagnosis]:
    """What a killed pass left behind; the next pass clears it away anyway."""
    settings = case.settings
    found = [*(settings.archive / "baru").glob("*.tmp"), *(settings.data / "work").glob("*")]
    if found and case.mend:
        make_folders(settings)
    if found:
        yield Diagnosis(
            "sisa", "peringatan", f"{len(found)} berkas sementara dari pass yang terhenti.", mended=case.mend
        )


def warehouse(case: Case) -> Iterator[Diagnosis]:
    """Whether the warehouse opens, and is one with archive and snapshot."""
    settings = case.settings
    if not settings.warehouse.exists():
        yield Diagnosis("gudang data", "baik", "Belum ada; dibuat pada pass pertama.")
        return
    try:
        with open_warehouse(settings.warehouse) as con:
            yield from _ledger(con, case)
            yield from _snapshot(con, case)
    except (WarehouseError, duckdb.Error) as error:
        message = f"{str(error).splitlines()[0]} Pulihkan dari cadangan, atau jalankan `rekap rebuild`."
        yield Diagnosis("gudang data", "kesalahan", message)


def _ledger(con: duckdb.DuckDBPyConnection, case: Case) -> Iterator[Diagnosis]:
    """Whether the ledger and the archive know the same documents."""
    known = {row[0]: row[1] for row in con.execute("SELECT document_id, archive_path FROM ledger.documents").fetchall()}
    lost = [path for path in known.values() if not (case.settings.data / path).exists()]
    for path in lost:
        yield Diagnosis("gudang data", "kesalahan", f"{path} tercatat tetapi tidak ada di arsip. Ambil dari cadangan.")
    strangers = [path for path in case.settings.archive.glob("??/*.pdf") if path.stem not in known]
    for path in strangers:
        if case.mend:
            shutil.copyfile(path, case.settings.intake / path.name)
        message = f"{path.name} ada di arsip tetapi belum tercatat; disalin ke intake agar diolah pada pass berikutnya."
        yield Diagnosis("gudang data", "peringatan", message, mended=case.mend)
    yield Diagnosis("gudang data", "baik", f"{len(known) - len(lost)} dokumen tercatat dan ada di arsip.")


def _snapshot(con: duckdb.DuckDBPyConnection, case: Case) -> Iterator[Diagnosis]:
    """Whether what is published is what the warehouse holds."""
    published = case.settings.published
    before = current_name(published)
    roll_up(con, warehouse_settings(case.settings))
    if before and _published_hash(published / before) == content_hash(con, "marts", MARTS):
        yield Diagnosis("snapshot", "baik", f"{before} sesuai dengan gudang data.")
        return
    if case.mend:
        publish(con, published)
    state = f"{before} tidak sesuai dengan gudang data" if before else "Belum ada snapshot"
    yield Diagnosis("snapshot", "peringatan", f"{state}; diterbitkan ulang oleh pass berikutnya.", mended=case.mend)


def server_database(case: Case) -> Iterator[Diagnosis]:
    """Whether Prefect's own database is whole. It holds no report: it may be deleted."""
    path = case.settings.prefect_home / "prefect.db"
    if not path.exists():
        return
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as con:
            answer = con.execute("PRAGMA quick_check").fetchone()[0]
    except sqlite3.Error as error:
        answer = str(error)
    if answer != "ok":
        message = f"{path} rusak ({answer}). Isinya hanya riwayat Prefect: hapus berkas itu, lalu jalankan lagi."
        yield Diagnosis("riwayat", "kesalahan", message)


UNLOCKED: tuple[Callable[[Case], Iterator[Diagnosis]], ...] = (versions, folder, originals, server_database)
LOCKED: tuple[Callable[[Case], Iterator[Diagnosis]], ...] = (leftovers, warehouse)
"""The checks in their order; the locked ones need that no pass is running."""


def _published_hash(path: Path) -> str | None:
    """The content hash of a snapshot's tables as they are; None when it cannot be read."""
    try:
        with duckdb.connect(str(path), read_only=True) as con:
            return content_hash(con, "main", MARTS)
    except duckdb.Error:
        return None
