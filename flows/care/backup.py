"""Backup and restore of everything that cannot be made again, in one ZIP file, also while the service runs.

The warehouse (with corrections and approvals), the settings, and a manifest of the archive. The originals themselves
never change: any copying program keeps a second archive/ up to date, and the manifest says whether it is complete.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

import duckdb

from extractors.document import sha256_of
from flows.errors import RekapError
from flows.intake.inbox import archive_path
from flows.line.ledger import warehouse_settings
from flows.locks import hold, writer_lock_file
from flows.settings import FILE_NAME, Settings
from warehouse.connection import open_warehouse
from warehouse.publish import publish
from warehouse.rollup import roll_up

WAIT_SECONDS = 3600.0
"""How long a backup waits for a pass to end."""

MANIFEST, WAREHOUSE = "manifest.json", "warehouse.duckdb"
DECISIONS = ("corrections", "approvals")
"""Tables of the ledger that also go into the backup as CSV, to be read without this program."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup: where it is, when it was made, how many originals its manifest names, which of them are not here."""

    path: Path
    made_at: datetime
    originals: int
    missing: tuple[str, ...] = ()


def back_up(settings: Settings, out: Path, *, with_archive: bool = False) -> Backup:
    """Write the backup `out`, whole or not at all; `with_archive` puts the originals in too."""
    if not settings.warehouse.exists():
        raise RekapError(f"Belum ada gudang data di {settings.data}; tidak ada yang perlu dicadangkan.")
    now = datetime.now(UTC)
    out.parent.mkdir(parents=True, exist_ok=True)
    draft = out.with_name(f"{out.name}.tmp")
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=".rekap-") as folder:
        files = _copy_warehouse(settings, Path(folder))
        archived = {path.stem: path for path in sorted(settings.archive.glob("??/*.pdf"))}
        manifest = {
            "made_at": now.isoformat(timespec="seconds"),
            "files": {path.name: sha256_of(path) for path in files},
            "archive": {sha256: path.stat().st_size for sha256, path in archived.items()},
        }
        descriptor = os.open(draft, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as stream, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr(MANIFEST, json.dumps(manifest, indent=1))
            for path in files:
                package.write(path, path.name)
            for sha256, path in archived.items() if with_archive else ():
                package.write(path, f"archive/{sha256[:2]}/{path.name}", zipfile.ZIP_STORED)
    draft.replace(out)
    return Backup(out, now, len(archived))


def restore(settings: Settings, package_path: Path, *, replace: bool = False) -> Backup:
    """Put a backup's warehouse and settings into the data folder and publish it.

    A warehouse that is there stays, renamed, and only gives way with `replace`. Originals that the archive lacks are
    taken from the backup if it holds them; the others are named in the result.
    """
    if settings.warehouse.exists() and not replace:
        raise RekapError(f"{settings.warehouse} sudah ada. Pakai folder data lain, atau --replace.")
    settings.data.mkdir(parents=True, exist_ok=True)
    with (
        hold(writer_lock_file(settings.data), "rekap restore"),
        _opened(package_path) as package,
        tempfile.TemporaryDirectory(dir=settings.data, prefix=".rekap-") as folder,
    ):
        manifest = json.loads(package.read(MANIFEST))
        _take_out(package, manifest["files"], Path(folder))
        missing = [sha256 for sha256 in manifest["archive"] if not _have_original(settings, package, sha256)]
        _take_place(settings, Path(folder))
        with open_warehouse(settings.warehouse) as con:
            roll_up(con, warehouse_settings(settings))
            publish(con, settings.published)
    made_at = datetime.fromisoformat(manifest["made_at"])
    return Backup(package_path, made_at, len(manifest["archive"]), tuple(missing))


def _copy_warehouse(settings: Settings, folder: Path) -> list[Path]:
    """A still copy of what is written to, taken while nobody writes."""
    with hold(writer_lock_file(settings.data), "rekap backup", WAIT_SECONDS):
        with open_warehouse(settings.warehouse) as con:
            con.execute("CHECKPOINT")
            tables = [_export(con, table, folder) for table in DECISIONS]
        copy = folder / WAREHOUSE
        shutil.copyfile(settings.warehouse, copy)
    toml = settings.data / FILE_NAME
    if toml.exists():
        shutil.copyfile(toml, folder / FILE_NAME)
        tables.append(folder / FILE_NAME)
    return [copy, *tables]


def _export(con: duckdb.DuckDBPyConnection, table: str, folder: Path) -> Path:
    """A table of the ledger as CSV."""
    path = folder / f"{table}.csv"
    con.sql(f"FROM ledger.{table} ORDER BY ALL").write_csv(str(path))
    return path


def _opened(path: Path) -> zipfile.ZipFile:
    """The backup, if it is one."""
    try:
        package = zipfile.ZipFile(path)
        package.getinfo(MANIFEST)
    except (zipfile.BadZipFile, KeyError) as error:
        raise RekapError(f"{path} bukan cadangan rekap, atau rusak.") from error
    return package


def _take_out(package: zipfile.ZipFile, files: dict[str, str], folder: Path) -> None:
    """Unpack the files that the manifest names, and see that they are whole."""
    for name, sha256 in files.items():
        if name not in {WAREHOUSE, FILE_NAME, *(f"{table}.csv" for table in DECISIONS)}:
            raise RekapError(f"Cadangan berisi berkas yang tidak dikenal: {PurePosixPath(name).name}.")
        target = folder / name
        with package.open(name) as source, target.open("wb") as copy:
            shutil.copyfileobj(source, copy)
        if sha256_of(target) != sha256:
            raise RekapError(f"Cadangan rusak: {name} tidak sesuai dengan daftarnya.")


def _have_original(settings: Settings, package: zipfile.ZipFile, sha256: str) -> bool:
    """Whether the original is in the archive now, if need be out of the backup."""
    target = archive_path(settings.archive, sha256)
    name = f"archive/{sha256[:2]}/{sha256}.pdf"
    if target.exists():
        return True
    if len(sha256) != 64 or not sha256.isalnum() or name not in package.namelist():
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_suffix(".tmp")
    with package.open(name) as source, draft.open("wb") as copy:
        shutil.copyfileobj(source, copy)
    if sha256_of(draft) != sha256:
        draft.unlink()
        return False
    draft.replace(target)
    return True


def _take_place(settings: Settings, folder: Path) -> None:
    """Put warehouse and settings in their places; what stood there stays under another name, its journal too."""
    moment = f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}"
    for name in (WAREHOUSE, FILE_NAME):
        if not (folder / name).exists():
            continue
        for old in (settings.data / f"{name}.wal", settings.data / name):
            if old.exists():
                old.replace(old.with_name(f"{old.name}.sebelum-{moment}"))
        (folder / name).replace(settings.data / name)
