"""Publish: the marts as a snapshot under a new name, and by that as `current`, `rekap.duckdb` and Parquet.

Each step looks at what is there and does what is missing, and what others read is only ever renamed into place. So a
pass that was killed anywhere leaves a complete snapshot behind, and the next one finishes the work.
"""

from __future__ import annotations

import filecmp
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from warehouse import durable
from warehouse.content import content_hash
from warehouse.queries import sql
from warehouse.records.marts import MARTS, PUBLISHED, SNAPSHOT
from warehouse.schema import Table, comments, create, portable, quoted

STORAGE_VERSION = "v1.5.0"
"""The oldest DuckDB whose clients can open a snapshot."""

STABLE = "rekap.duckdb"
CURRENT = "current"
PARQUET = "parquet"
MARK = "_snapshot"
"""Names, inside `parquet/`, the snapshot that the files are of."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A published snapshot. `stable` is False when another program held `rekap.duckdb` or `parquet/` open."""

    name: str
    path: Path
    content_hash: str
    unchanged: bool
    stable: bool = True


def publish(
    con: duckdb.DuckDBPyConnection, published_dir: Path, *, now: datetime | None = None, keep: int = 5
) -> Snapshot:
    """Publish the marts; when their content is what is published already, only what is missing is made good."""
    published_dir.mkdir(parents=True, exist_ok=True)
    _sweep(published_dir)
    digest = content_hash(con, "marts", MARTS)
    name = _current(con, published_dir, digest)
    unchanged = name is not None
    if name is None:
        name = _write_snapshot(con, published_dir, digest, now or datetime.now(UTC))
        durable.write_text(published_dir / CURRENT, name + "\n")
    stable = _name_stable(published_dir, name)
    stable = _write_parquet(con, published_dir, name) and stable
    prune(published_dir, keep)
    return Snapshot(name, published_dir / name, digest, unchanged, stable)


def prune(published_dir: Path, keep: int) -> list[str]:
    """Delete all but the newest `keep` snapshots, never the current one nor one held open; returns their names."""
    current = current_name(published_dir)
    names = sorted(path.name for path in published_dir.glob("rekap-*.duckdb"))
    deleted = []
    for name in names[: max(0, len(names) - keep)]:
        if name == current:
            continue
        try:
            (published_dir / name).unlink(missing_ok=True)
        except PermissionError:
            continue
        deleted.append(name)
    return deleted


def current_name(published_dir: Path) -> str | None:
    """The newest snapshot's name, when it and its file are there."""
    try:
        name = (published_dir / CURRENT).read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return None
    return name if name and Path(name).name == name and (published_dir / name).is_file() else None


@contextmanager
def _attached(con: duckdb.DuckDBPyConnection, path: Path, options: str) -> Iterator[None]:
    con.execute(f"ATTACH {quoted(str(path))} AS snap ({options})")
    try:
        yield
    finally:
        con.execute("DETACH snap")


@contextmanager
def _using_snapshot(con: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Let bare table names mean the snapshot's."""
    row = con.execute("SELECT current_database()").fetchone()
    con.execute("USE snap.main")
    try:
        yield
    finally:
        con.execute(f'USE "{row[0] if row else "memory"}".marts')


def _current(con: duckdb.DuckDBPyConnection, published_dir: Path, digest: str) -> str | None:
    """The current snapshot's name, if its content is the same."""
    name = current_name(published_dir)
    if name is None:
        return None
    with _attached(con, published_dir / name, "READ_ONLY"):
        row = con.execute("SELECT content_hash FROM snap.main.snapshot").fetchone()
    return name if row == (digest,) else None


def _write_snapshot(con: duckdb.DuckDBPyConnection, published_dir: Path, digest: str, now: datetime) -> str:
    """Write the snapshot as a draft, make it durable, give it its name."""
    moment = now.astimezone(UTC) if now.tzinfo else now.replace(tzinfo=UTC)
    name = f"rekap-{moment:%Y%m%dT%H%M%SZ}-{digest[:8]}.duckdb"
    draft = published_dir / f".{name}.tmp"
    with _attached(con, draft, f"STORAGE_VERSION '{STORAGE_VERSION}'"):
        for table in MARTS:
            _copy(con, table)
        con.execute(create(SNAPSHOT, "snap.main"))
        con.execute(
            "INSERT INTO snap.main.snapshot VALUES (?, ?, ?)", [Path(name).stem, moment.replace(tzinfo=None), digest]
        )
        for table in PUBLISHED:
            for statement in comments(table, "snap.main"):
                con.execute(statement)
    durable.sync_file(draft)
    draft.replace(published_dir / name)
    durable.sync_folder(published_dir)
    return name


def _copy(con: duckdb.DuckDBPyConnection, table: Table) -> None:
    """One mart into the snapshot, in the order of its key; a view over the snapshot's own tables."""
    if table.view:
        with _using_snapshot(con):
            con.execute(f"CREATE VIEW {table.name} AS {sql(f'marts/{table.name}')}")
        return
    con.execute(create(table, "snap.main"))
    con.execute(f"INSERT INTO snap.main.{table.name} FROM marts.{table.name} ORDER BY {', '.join(table.key)}")


def _name_stable(published_dir: Path, name: str) -> bool:
    """Let `rekap.duckdb` be the snapshot."""
    stable, source = published_dir / STABLE, published_dir / name
    if stable.exists() and filecmp.cmp(stable, source):
        return True
    draft = published_dir / f".{STABLE}.tmp"
    durable.copy(source, draft)
    return durable.replace(draft, stable)


def _write_parquet(con: duckdb.DuckDBPyConnection, published_dir: Path, name: str) -> bool:
    """Write the tables as Parquet into a new folder and put it in the place of the old one."""
    folder, draft, old = published_dir / PARQUET, published_dir / ".parquet.tmp", published_dir / ".parquet.old"
    mark = folder / MARK
    if mark.is_file() and mark.read_text(encoding="utf-8") == name:
        return True
    draft.mkdir()
    for table in MARTS:
        target = draft / f"{table.name}.parquet"
        con.execute(f"COPY ({_for_parquet(table)}) TO {quoted(str(target))} (FORMAT parquet, COMPRESSION zstd)")
        durable.sync_file(target)
    durable.write_text(draft / MARK, name)
    try:
        if folder.exists():
            folder.rename(old)
        draft.rename(folder)
    except PermissionError:
        return False
    durable.sync_folder(published_dir)
    shutil.rmtree(old, ignore_errors=True)
    return True


def _for_parquet(table: Table) -> str:
    order = "" if table.view else f" ORDER BY {', '.join(table.key)}"
    return f"SELECT {portable(table)} FROM marts.{table.name}{order}"


def _sweep(published_dir: Path) -> None:
    """Remove what a killed pass left half done."""
    old, folder = published_dir / ".parquet.old", published_dir / PARQUET
    if old.is_dir() and not folder.exists():
        old.rename(folder)
    for leftover in [*published_dir.glob(".*.tmp"), *published_dir.glob(".*.tmp.wal"), old]:
        if leftover.is_dir():
            shutil.rmtree(leftover, ignore_errors=True)
        else:
            leftover.unlink(missing_ok=True)
