"""Opening: made when absent, migrated after a backup, refused when newer, foreign, damaged or in use."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from tests.support.paths import ROOT
from tests.support.warehouses import SANGGAU, ask, one, warehouse
from warehouse import migrate
from warehouse.connection import open_warehouse
from warehouse.errors import DamagedError, WarehouseError
from warehouse.records import FACTS, LEDGER


def test_every_table_and_column_has_a_comment(tmp_path: Path) -> None:
    with warehouse(tmp_path) as con:
        assert ask(con, "SELECT table_name FROM duckdb_tables() WHERE comment IS NULL AND schema_name <> 'meta'") == []
        assert (
            ask(con, "SELECT column_name FROM duckdb_columns() WHERE comment IS NULL AND schema_name = 'facts'") == []
        )
        names = {row[0] for row in ask(con, "SELECT table_name FROM duckdb_tables() WHERE schema_name <> 'meta'")}
        assert names == {table.name for table in (*FACTS, *LEDGER)}


def test_an_older_warehouse_is_migrated_after_a_backup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with warehouse(tmp_path, SANGGAU):
        pass
    step = ["ALTER TABLE facts.photos ADD COLUMN alt VARCHAR", "UPDATE facts.photos SET alt = caption"]
    monkeypatch.setattr(migrate, "VERSION", migrate.VERSION + 1)
    monkeypatch.setattr(migrate, "STEPS", {migrate.VERSION: step})
    with open_warehouse(tmp_path / "warehouse.duckdb") as con:
        assert one(con, "SELECT version FROM meta.version") == migrate.VERSION
        assert one(con, "SELECT count(*) FROM facts.photos WHERE alt = caption") == 2
    (backup,) = tmp_path.glob("warehouse.versi1-*.bak")
    with duckdb.connect(str(backup), read_only=True) as old:
        assert one(old, "SELECT version FROM meta.version") == migrate.VERSION - 1
        assert one(old, "SELECT count(*) FROM facts.dissemination") == 49


def test_every_version_has_its_step() -> None:
    assert sorted(migrate.STEPS) == list(range(2, migrate.VERSION + 1))


def test_a_newer_warehouse_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "warehouse.duckdb"
    with open_warehouse(path) as con:
        con.execute("UPDATE meta.version SET version = 99")
    with pytest.raises(WarehouseError, match=r"versi 99.*rekap yang lebih baru"), open_warehouse(path):
        pass


def test_a_foreign_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "warehouse.duckdb"
    with duckdb.connect(str(path)) as con:
        con.execute("CREATE TABLE lain (a INTEGER)")
    with pytest.raises(WarehouseError, match="bukan buatan rekap"), open_warehouse(path):
        pass


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "warehouse.duckdb"
    path.write_bytes(b"bukan gudang" * 1000)
    with pytest.raises(DamagedError, match="rusak"), open_warehouse(path):
        pass


def test_a_warehouse_in_use_says_so(tmp_path: Path) -> None:
    path = tmp_path / "warehouse.duckdb"
    code = "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print('siap', flush=True); sys.stdin.read()"
    command = [sys.executable, "-c", code, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True) as other:
        assert other.stdout and other.stdout.readline()
        with pytest.raises(WarehouseError, match="sedang dipakai"), open_warehouse(path):
            pass
        other.communicate("")


def test_a_full_disk_is_told_in_one_line(tmp_path: Path) -> None:
    full = 'Error: Failed to commit: Could not write file "x.wal": No space left on device\nbaris dua'
    path = tmp_path / "warehouse.duckdb"
    with (
        pytest.raises(WarehouseError, match=r"tidak dapat ditulis.*periksa ruang disk") as caught,
        open_warehouse(path),
    ):
        raise duckdb.TransactionException(full)
    assert "\n" not in str(caught.value)
    with pytest.raises(duckdb.ParserException), open_warehouse(path) as con:
        con.execute("SELEC 1")


def test_a_killed_writer_loses_only_what_was_not_committed(tmp_path: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from tests.support.warehouses import *\n"
        "with warehouse(Path(sys.argv[1]), SANGGAU) as con:\n"
        "    con.begin(); con.execute('DELETE FROM facts.dissemination'); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], cwd=ROOT, check=False)
    with warehouse(tmp_path) as con:
        assert one(con, "SELECT count(*) FROM facts.dissemination") == 49
