"""The writer's connection to `warehouse.duckdb`: one process at a time, always of the current version."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from warehouse import migrate
from warehouse.durable import sync_file
from warehouse.errors import DamagedError, WarehouseError

MEMORY_LIMIT = "1GB"
"""DuckDB takes no more; what does not fit goes through a temporary file beside the warehouse."""


_UNWRITABLE = re.compile("no space left|not enough space|disk full|read-only file system|could not write", re.I)
"""How systems say that a disk is full or may not be written; DuckDB has no error of its own for it."""


@contextmanager
def open_warehouse(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The open warehouse, made or migrated where needed; raises WarehouseError in Indonesian when it can't be had."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        _make(path)
    con = _connect(path)
    try:
        found = migrate.version_of(con)
        if found is None:
            migrate.create_all(con)
        elif found != migrate.VERSION:
            con = _migrated(con, path, found)
        yield con
    except duckdb.Error as error:
        if not _UNWRITABLE.search(str(error)):
            raise
        message = str(error).splitlines()[0]
        raise WarehouseError(
            f"Gudang data {path.name} tidak dapat ditulis: {message}. Yang sudah tercatat tetap aman; periksa ruang "
            "disk dan izin folder, lalu ulangi."
        ) from error
    finally:
        con.close()


def _make(path: Path) -> None:
    """A new warehouse, whole or not at all: a file that was killed in its first moments is no database."""
    draft = path.with_name(f".{path.name}.new")
    for leftover in (draft, draft.with_name(f"{draft.name}.wal")):
        leftover.unlink(missing_ok=True)
    con = _connect(draft)
    migrate.create_all(con)
    con.close()
    sync_file(draft)
    draft.replace(path)


def _migrated(con: duckdb.DuckDBPyConnection, path: Path, found: int) -> duckdb.DuckDBPyConnection:
    """The same warehouse at the current version, reopened after its file was copied."""
    migrate.check_version(found)
    con.execute("CHECKPOINT")
    con.close()
    migrate.back_up(path, found)
    con = _connect(path)
    migrate.migrate(con, found)
    return con


def _connect(path: Path) -> duckdb.DuckDBPyConnection:
    """A writing connection with our limits."""
    config: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": MEMORY_LIMIT,
        "temp_directory": str(path.with_name(f".{path.stem}.tmp")),
        "preserve_insertion_order": False,
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
    }
    try:
        return duckdb.connect(str(path), config=config)
    except duckdb.Error as error:
        raise _explained(path, error) from error


def _explained(path: Path, error: duckdb.Error) -> WarehouseError:
    """The failure to open the file, in the user's words; DuckDB tells the cases apart by its message alone."""
    message = str(error).splitlines()[0]
    if "lock" in message.lower() or "being used by another process" in message:
        return WarehouseError(
            f"Gudang data {path.name} sedang dipakai proses rekap lain; coba lagi setelah proses itu selesai."
        )
    if isinstance(error, duckdb.IOException) and "not a valid DuckDB" not in message:
        return WarehouseError(f"Gudang data {path.name} tidak dapat dibuka: {message}")
    return DamagedError(
        f"Gudang data {path.name} rusak atau bukan berkas DuckDB ({message}). "
        "Pulihkan dari cadangan, atau susun ulang dengan `rekap rebuild`."
    )
