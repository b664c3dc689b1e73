"""Read the published snapshot: what every reader but the writer goes by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from warehouse.errors import WarehouseError
from warehouse.publish import current_name

_LOCKED: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": False,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "lock_configuration": True,
}
"""SQL reads the snapshot and nothing else: no file, no network, no extension."""

_DESCRIBE = re.compile(r"\s*(?:describe|desc)\s+(?:main\.)?\"?(\w+)\"?\s*;?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Result:
    """A query's answer."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]


@contextmanager
def open_current(data_dir: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The newest snapshot, read-only and locked in; raises WarehouseError when nothing is published yet."""
    published = data_dir / "published"
    name = current_name(published)
    if name is None:
        raise WarehouseError(f"Belum ada data terbit di {published}. Jalankan `rekap run` dulu.")
    try:
        con = duckdb.connect(str(published / name), read_only=True, config=_LOCKED)
    except duckdb.Error as error:
        message = str(error).splitlines()[0]
        raise WarehouseError(f"Potret data {name} tidak dapat dibuka: {message}. Jalankan `rekap run` lagi.") from error
    try:
        yield con
    finally:
        con.close()


def query(con: duckdb.DuckDBPyConnection, sql: str) -> Result:
    """Run one query; `describe <table>` also tells what the columns mean. Raises WarehouseError in Indonesian."""
    described = _DESCRIBE.fullmatch(sql)
    try:
        if described:
            return _describe(con, described[1])
        cursor = con.execute(sql)
        return Result(tuple(column[0] for column in cursor.description or ()), cursor.fetchall())
    except (duckdb.PermissionException, duckdb.InvalidInputException) as error:
        raise WarehouseError(f"Tidak diizinkan: data terbit hanya untuk dibaca ({_brief(error)})") from error
    except duckdb.Error as error:
        raise WarehouseError(f"Kueri tidak dapat dijalankan: {_brief(error)}") from error


def _describe(con: duckdb.DuckDBPyConnection, table: str) -> Result:
    """Columns, types and meanings of a table."""
    rows = con.execute(
        "SELECT column_name, data_type, comment FROM duckdb_columns() WHERE lower(table_name) = lower(?) "
        "AND schema_name = 'main' ORDER BY column_index",
        [table],
    ).fetchall()
    if not rows:
        raise WarehouseError(f'Tabel {table} tidak ada. Daftar tabel: `rekap sql "show tables"`.')
    return Result(("kolom", "tipe", "arti"), rows)


def _brief(error: duckdb.Error) -> str:
    return " ".join(str(error).split("\n\nLINE")[0].split())
