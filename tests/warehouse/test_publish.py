"""Publishing: a complete snapshot at any moment, a new one only for new content, and readers that can do no harm."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

from tests.support.warehouses import MEMPAWAH, SANGGAU, SETTINGS, ask, changed, document, load, one, refresh, warehouse
from warehouse import durable
from warehouse import publish as publishing
from warehouse.coverage import status
from warehouse.errors import WarehouseError
from warehouse.publish import current_name, publish
from warehouse.records import MARTS, PUBLISHED
from warehouse.rollup import roll_up
from warehouse.snapshot import open_current, query


def test_the_snapshot_of_the_sample(tmp_path: Path) -> None:
    with warehouse(tmp_path, SANGGAU) as con:
        snapshot = refresh(con, tmp_path)
    assert snapshot.path.name == current_name(tmp_path / "published")
    with duckdb.connect(str(tmp_path / "published" / "rekap.duckdb"), read_only=True) as con:
        assert one(con, "SELECT count(*) FROM dissemination") == 49
        assert ask(con, "SELECT count(*), sum(posts) FROM social_media") == [(50, 1122)]
        assert ask(con, "SELECT platform, sum(posts) FROM social_media GROUP BY 1 ORDER BY 1") == [
            ("facebook", 265), ("instagram", 265), ("tiktok", 286), ("twitter", 265), ("youtube", 41)
        ]  # fmt: skip
        assert ask(con, "SELECT sector, count(*) FROM activities GROUP BY 1 ORDER BY 1") == [
            ("non_pemerintah", 6), ("pemerintah", 15)
        ]  # fmt: skip
        assert one(con, "SELECT value FROM statements") == 836
        assert one(con, "SELECT count(*) FROM coverage WHERE status = 'missing' AND year = 2024 AND quarter = 2") == 13
        assert one(con, "SELECT sum(value) FROM rollup_cells WHERE cell = 'posts'") == 1122


def test_every_published_table_and_column_has_its_comment(tmp_path: Path) -> None:
    with warehouse(tmp_path, SANGGAU) as con:
        refresh(con, tmp_path)
    with open_current(tmp_path) as con:
        relations = ask(
            con,
            "SELECT table_name, comment FROM duckdb_tables() "
            "UNION ALL SELECT view_name, comment FROM duckdb_views() WHERE NOT internal",
        )
        assert dict(relations) == {table.name: table.meaning for table in PUBLISHED}
        columns = ask(con, "SELECT table_name, column_name, comment FROM duckdb_columns() WHERE NOT internal")
        assert {(t, c): m for t, c, m in columns} == {(t.name, c.name): c.comment for t in PUBLISHED for c in t.columns}
        described = query(con, "DESCRIBE coverage;")
        assert described.columns == ("kolom", "tipe", "arti")
        assert ("due_date", "DATE", "Batas waktu pelaporan.") in described.rows


def test_the_storage_format_is_that_of_duckdb_1_5(tmp_path: Path) -> None:
    with warehouse(tmp_path, SANGGAU) as con:
        refresh(con, tmp_path)
        con.execute(f"ATTACH '{tmp_path / 'published' / 'rekap.duckdb'}' AS rekap_check (READ_ONLY)")
        tags = one(con, "SELECT tags FROM duckdb_databases() WHERE database_name = 'rekap_check'")
    assert tags["storage_version"].startswith("v1.5")


def test_parquet_holds_the_same_tables(tmp_path: Path) -> None:
    with warehouse(tmp_path, SANGGAU) as con:
        refresh(con, tmp_path)
        for mart in MARTS:
            table = pq.read_table(tmp_path / "published" / "parquet" / f"{mart.name}.parquet")
            assert table.column_names == [column.name for column in mart.columns]
            assert table.num_rows == one(con, f"SELECT count(*) FROM {mart.name}"), mart.name


def test_unchanged_content_makes_no_new_snapshot(tmp_path: Path) -> None:
    with warehouse(tmp_path, SANGGAU) as con:
        first = refresh(con, tmp_path)
        again = refresh(con, tmp_path)
        assert again.unchanged and again.name == first.name
        load(con, document(MEMPAWAH))
        other = refresh(con, tmp_path)
        assert not other.unchanged and other.content_hash != first.content_hash
    assert len(list((tmp_path / "published").glob("rekap-*.duckdb"))) == 2


def test_a_new_wording_is_published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with warehouse(tmp_path, SANGGAU) as con:
        refresh(con, tmp_path)
        reworded = tuple(replace(t, meaning="Lain.") if t.name == "coverage" else t for t in MARTS)
        monkeypatch.setattr(publishing, "MARTS", reworded)
        assert not publish(con, tmp_path / "published").unchanged


def test_the_content_hash_ignores_times_of_running_and_order(tmp_path: Path) -> None:
    with warehouse(tmp_path / "a", SANGGAU, MEMPAWAH) as con:
        first = refresh(con, tmp_path / "a")
    with warehouse(tmp_path / "b") as con:
        load(con, document(MEMPAWAH), hours=500)
        load(con, document(SANGGAU), hours=600)
        assert refresh(con, tmp_path / "b").content_hash == first.content_hash
        con.execute("UPDATE marts.social_media SET posts = posts + 1 WHERE posts = 98")
        assert publish(con, tmp_path / "b" / "published").content_hash != first.content_hash


@pytest.mark.parametrize("moment", ["snapshot", "current", "stable", "parquet"])
def test_a_killed_publish_leaves_a_complete_snapshot_and_is_finished_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    """Each step is cut off before its effect, after the steps before it took place."""

    class Killed(BaseException):
        pass

    def killed(*args: object) -> None:
        raise Killed

    published = tmp_path / "published"
    with warehouse(tmp_path, SANGGAU) as con:
        old = refresh(con, tmp_path)
        load(con, document(MEMPAWAH), 5)
        roll_up(con, SETTINGS)
        with monkeypatch.context() as patch, pytest.raises(Killed):
            patch.setattr(*{
                "snapshot": (durable, "sync_file"),
                "current": (durable, "write_text"),
                "stable": (durable, "copy"),
                "parquet": (publishing, "_write_parquet"),
            }[moment], killed)  # fmt: skip
            publish(con, published)
        with open_current(tmp_path) as reader:
            assert one(reader, "SELECT count(*) FROM reports") == (1 if moment in ("snapshot", "current") else 2)
        with duckdb.connect(str(published / "rekap.duckdb"), read_only=True) as reader:
            assert one(reader, "SELECT count(*) FROM reports") == (2 if moment == "parquet" else 1)
        assert (published / "parquet" / "_snapshot").read_text() == old.name
        done = publish(con, published)
        assert (published / "parquet" / "_snapshot").read_text() == done.name == current_name(published)
        with duckdb.connect(str(published / "rekap.duckdb"), read_only=True) as reader:
            assert one(reader, "SELECT name || '.duckdb' FROM snapshot") == done.name
        assert not list(published.glob(".*"))


def test_parquet_survives_a_kill_between_its_two_renames(tmp_path: Path) -> None:
    with warehouse(tmp_path, SANGGAU) as con:
        snapshot = refresh(con, tmp_path)
        published = tmp_path / "published"
        (published / "parquet").rename(published / ".parquet.old")
        assert publish(con, published).unchanged
        assert (published / "parquet" / "_snapshot").read_text() == snapshot.name


def test_a_stable_copy_that_someone_changed_is_put_right(tmp_path: Path) -> None:
    with warehouse(tmp_path, SANGGAU) as con:
        refresh(con, tmp_path)
        stable = tmp_path / "published" / "rekap.duckdb"
        with duckdb.connect(str(stable)) as careless:
            careless.execute("DELETE FROM dissemination")
        with open_current(tmp_path) as reader:
            assert one(reader, "SELECT count(*) FROM dissemination") == 49
        refresh(con, tmp_path)
    with duckdb.connect(str(stable), read_only=True) as reader:
        assert one(reader, "SELECT count(*) FROM dissemination") == 49


def test_a_reader_keeps_its_snapshot_while_a_new_one_is_published(tmp_path: Path) -> None:
    code = (
        "import duckdb, sys; c = duckdb.connect(sys.argv[1], read_only=True); print('siap', flush=True); "
        "sys.stdin.readline(); print(c.execute('SELECT count(*) FROM reports').fetchone()[0])"
    )
    with warehouse(tmp_path, SANGGAU) as con:
        refresh(con, tmp_path)
        command = [sys.executable, "-c", code, str(tmp_path / "published" / "rekap.duckdb")]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True) as reader:
            assert reader.stdout and reader.stdout.readline()
            load(con, document(MEMPAWAH), 5)
            assert refresh(con, tmp_path).stable
            assert reader.communicate("\n")[0].strip() == "1"
    with duckdb.connect(str(tmp_path / "published" / "rekap.duckdb"), read_only=True) as later:
        assert one(later, "SELECT count(*) FROM reports") == 2


def test_old_snapshots_are_pruned(tmp_path: Path) -> None:
    with warehouse(tmp_path) as con:
        for number in range(4):
            load(con, changed(document(SANGGAU), f"{number}.pdf"), number)
            roll_up(con, SETTINGS)
            publish(con, tmp_path / "published", now=datetime(2024, 7, number + 1, tzinfo=UTC), keep=2)
    names = sorted(path.name for path in (tmp_path / "published").glob("rekap-*.duckdb"))
    assert [name[:14] for name in names] == ["rekap-20240703", "rekap-20240704"]


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM read_csv('/etc/passwd')",
        "COPY (SELECT 1) TO 'keluar.csv'",
        "ATTACH 'lain.duckdb'",
        "CREATE TABLE coba (a INTEGER)",
        "DELETE FROM reports",
        "SET enable_external_access = true",
        "INSTALL httpfs",
    ],
)
def test_sql_reads_the_snapshot_and_nothing_else(tmp_path: Path, sql: str) -> None:
    with warehouse(tmp_path, SANGGAU) as con:
        refresh(con, tmp_path)
    with open_current(tmp_path) as reader, pytest.raises(WarehouseError, match="Tidak diizinkan"):
        query(reader, sql)


def test_a_wrong_query_is_explained_in_one_line(tmp_path: Path) -> None:
    with warehouse(tmp_path, SANGGAU) as con:
        refresh(con, tmp_path)
    with open_current(tmp_path) as reader:
        for sql in ("SELEC 1", "SELECT tidak_ada FROM reports", "DESCRIBE tidak_ada"):
            with pytest.raises(WarehouseError) as caught:
                query(reader, sql)
            assert "\n" not in str(caught.value)
        assert query(reader, "SELECT 1 AS satu").rows == [(1,)]


def test_nothing_published_yet(tmp_path: Path) -> None:
    with pytest.raises(WarehouseError, match="Belum ada data terbit"), open_current(tmp_path):
        pass


def test_status_counts_the_missing_to_today(tmp_path: Path) -> None:
    with warehouse(tmp_path, SANGGAU) as con:
        refresh(con, tmp_path)
    found = status(tmp_path, today=datetime(2024, 7, 17, tzinfo=UTC).date())
    assert (found.year, found.quarter, len(found.rows)) == (2024, 2, 14)
    days = {row["satker_code"]: row["days_late"] for row in found.rows}
    assert days["6103"] == 0 and days["6101"] == 7
    assert found.summary and found.summary["satker_missing"] == 13
    assert status(tmp_path, 2023, 1).rows == []


def test_status_imports_no_heavy_library(tmp_path: Path) -> None:
    code = "import sys, warehouse.coverage; print([m for m in ('pandas', 'prefect', 'pdfplumber') if m in sys.modules])"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"
