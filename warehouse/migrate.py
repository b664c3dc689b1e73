"""From an older warehouse to today's, after a backup copy; a newer one is refused.

A change of a table in `records` raises VERSION and adds its step: the SQL that takes the version before to this one.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from warehouse.durable import sync_file
from warehouse.errors import WarehouseError
from warehouse.records import FACTS, LEDGER
from warehouse.schema import comments, create

VERSION = 1
"""Version of the writer's database that this program makes."""

STEPS: Mapping[int, Sequence[str]] = {}
"""Version to the statements that make it out of the version before."""


def create_all(con: duckdb.DuckDBPyConnection) -> None:
    """Make an empty warehouse of the current version in one transaction."""
    con.begin()
    for schema in ("meta", "ledger", "facts", "marts"):
        con.execute(f"CREATE SCHEMA {schema}")
    con.execute("CREATE TABLE meta.version (version INTEGER NOT NULL)")
    con.execute("INSERT INTO meta.version VALUES (?)", [VERSION])
    for schema, tables in (("ledger", LEDGER), ("facts", FACTS)):
        for table in tables:
            con.execute(create(table, schema, key=schema == "ledger"))
    con.commit()
    describe_all(con)


def describe_all(con: duckdb.DuckDBPyConnection) -> None:
    """Write the COMMENT of every table and column."""
    for schema, tables in (("ledger", LEDGER), ("facts", FACTS)):
        for table in tables:
            for statement in comments(table, schema):
                con.execute(statement)


def version_of(con: duckdb.DuckDBPyConnection) -> int | None:
    """The version of an open warehouse; None for an empty database; raises WarehouseError for a foreign one."""
    schemas = {name for (name,) in con.execute("SELECT DISTINCT schema_name FROM duckdb_tables()").fetchall()}
    if not schemas:
        return None
    if "meta" not in schemas:
        raise WarehouseError("Berkas gudang data ini bukan buatan rekap: tabel versinya tidak ada.")
    row = con.execute("SELECT max(version) FROM meta.version").fetchone()
    if row is None or row[0] is None:
        raise WarehouseError("Berkas gudang data rusak: nomor versinya hilang. Pulihkan dari cadangan.")
    return int(row[0])


def check_version(found: int) -> None:
    """Refuse a warehouse that a newer program made."""
    if found > VERSION:
        raise WarehouseError(
            f"Gudang data ini versi {found}, sedangkan program ini hanya mengenal sampai versi {VERSION}. "
            "Pasang rekap yang lebih baru, atau pulihkan cadangan yang lebih lama."
        )


def back_up(path: Path, version: int, now: datetime | None = None) -> Path:
    """Copy the closed warehouse file beside itself and make the copy durable."""
    moment = (now or datetime.now(UTC)).strftime("%Y%m%dT%H%M%SZ")
    copy = path.with_name(f"{path.stem}.versi{version}-{moment}.bak")
    shutil.copy2(path, copy)
    sync_file(copy)
    return copy


def migrate(con: duckdb.DuckDBPyConnection, found: int) -> None:
    """Take the warehouse from version `found` to today's, each step in a transaction of its own."""
    for version in range(found + 1, VERSION + 1):
        con.begin()
        for statement in STEPS[version]:
            con.execute(statement)
        con.execute("UPDATE meta.version SET version = ?", [version])
        con.commit()
    describe_all(con)
