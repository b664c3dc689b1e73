"""Export one quarter of the published snapshot: a workbook, CSV and Parquet, with a manifest of what was written."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import duckdb

from warehouse import durable
from warehouse.errors import WarehouseError
from warehouse.records import PUBLISHED
from warehouse.schema import Table, portable
from warehouse.snapshot import open_current
from warehouse.spreadsheets import write_csv

FORMATS = ("xlsx", "csv", "parquet")
DELIMITERS = (",", ";")
MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A written file; `path` is relative to the manifest, `rows` is None for a workbook."""

    path: str
    format: str
    rows: int | None
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What was exported, from which snapshot, as of when (UTC)."""

    year: int
    quarter: int
    snapshot: str
    content_hash: str
    as_of: str
    delimiter: str
    files: tuple[ExportedFile, ...]


def export_quarter(
    data_dir: Path,
    year: int,
    quarter: int,
    out_dir: Path,
    formats: Sequence[str] = FORMATS,
    delimiter: str = ",",
) -> Manifest:
    """Write the quarter into `out_dir`; raises WarehouseError when there is nothing to write or a file is held open."""
    _check(formats, delimiter)
    with open_current(data_dir) as con:
        name, published_at, digest = _snapshot(con)
        if not _there(con, year, quarter):
            raise WarehouseError(f"Tidak ada data untuk triwulan {quarter} tahun {year} pada potret {name}.")
        draft = out_dir / ".ekspor.tmp"
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(parents=True)
        rows = dict(_write(con, draft, year, quarter, formats, delimiter))
    files = tuple(_described(draft, path, count) for path, count in rows.items())
    manifest = Manifest(year, quarter, name, digest, f"{published_at.isoformat(timespec='seconds')}Z", delimiter, files)
    (draft / MANIFEST).write_text(json.dumps(asdict(manifest), indent=2) + "\n", encoding="utf-8")
    _put(draft, out_dir, [*(file.path for file in files), MANIFEST])
    return manifest


def quarter_select(table: Table, year: int, quarter: int) -> tuple[str, dict[str, int]]:
    """The SELECT of a table's rows of one quarter, with its parameters; the whole table where it knows no year."""
    wanted = {"year": year, "quarter": quarter}
    parameters = {column.name: wanted[column.name] for column in table.columns if column.name in wanted}
    where = " AND ".join(["true", *(f"{name} = ${name}" for name in parameters)])
    return f"SELECT {portable(table)} FROM {table.name} WHERE {where} ORDER BY {', '.join(table.key)}", parameters


def _write(
    con: duckdb.DuckDBPyConnection, folder: Path, year: int, quarter: int, formats: Sequence[str], delimiter: str
) -> Iterator[tuple[str, int | None]]:
    """Write every file; its path and number of rows."""
    if "xlsx" in formats:
        from warehouse.excel import write_workbook

        path = f"rekap_{year}_tw{quarter}.xlsx"
        write_workbook(con, folder / path, year, quarter)
        yield path, None
    for kind in ("csv", "parquet"):
        if kind not in formats:
            continue
        (folder / kind).mkdir()
        for table in PUBLISHED:
            path = f"{kind}/{table.name}.{kind}"
            select, parameters = quarter_select(table, year, quarter)
            if kind == "csv":
                cursor = con.execute(select, parameters)
                rows = write_csv(folder / path, [c.name for c in table.columns], _rows(cursor), delimiter)
            else:
                rows = _write_parquet(con.sql(select, params=parameters), table, folder / path)
            yield path, rows


def _write_parquet(relation: duckdb.DuckDBPyRelation, table: Table, path: Path) -> int:
    """The rows with the meaning of each column in the file itself."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    content: pa.Table = relation.to_arrow_table()
    described = content.schema.with_metadata({"tabel": table.meaning})
    for place, column in enumerate(table.columns):
        described = described.set(place, described.field(place).with_metadata({"arti": column.comment}))
    pq.write_table(content.cast(described), path, compression="zstd")
    return int(content.num_rows)


def _rows(cursor: duckdb.DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    while chunk := cursor.fetchmany(5000):
        yield from chunk


def _check(formats: Sequence[str], delimiter: str) -> None:
    unknown = [name for name in formats if name not in FORMATS]
    if unknown or not formats:
        raise WarehouseError(
            f"Format tidak dikenal: {', '.join(unknown) or '(kosong)'}. Pilihan: {', '.join(FORMATS)}."
        )
    if delimiter not in DELIMITERS:
        raise WarehouseError("Pemisah kolom CSV hanya ',' atau ';'.")


def _snapshot(con: duckdb.DuckDBPyConnection) -> tuple[Any, ...]:
    row = con.execute("SELECT name, published_at, content_hash FROM snapshot").fetchone()
    if row is None:
        raise LookupError("the snapshot has no name")
    return tuple(row)


def _there(con: duckdb.DuckDBPyConnection, year: int, quarter: int) -> bool:
    row = con.execute("SELECT count(*) FROM coverage WHERE year = ? AND quarter = ?", [year, quarter]).fetchone()
    return bool(row and row[0])


def _described(folder: Path, path: str, rows: int | None) -> ExportedFile:
    content = (folder / path).read_bytes()
    return ExportedFile(path, path.rsplit(".", 1)[1], rows, len(content), hashlib.sha256(content).hexdigest())


def _put(draft: Path, out_dir: Path, paths: Sequence[str]) -> None:
    """Put the complete files in the places of older ones, the manifest last."""
    for path in paths:
        target = out_dir / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if not durable.replace(draft / path, target):
            raise WarehouseError(f"{target.name} sedang dibuka program lain; tutup lalu ulangi.")
    shutil.rmtree(draft)
