"""Warehouses for the tests: real reports as section 3's JSON, the province's satker, a data folder."""

from __future__ import annotations

import copy
import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb

from tests.support.paths import DATA
from warehouse.connection import open_warehouse
from warehouse.load import LoadResult, Receipt, load_document, load_refusal
from warehouse.publish import Snapshot, publish
from warehouse.rollup import roll_up
from warehouse.settings import WarehouseSettings

FOLDER = DATA / "warehouse"
START = datetime(2024, 7, 5, 3, 0, tzinfo=UTC)
MEMPAWAH, SANGGAU_1, SANGGAU, BENGKAYANG = (
    "6102_mempawah_2024_tw2",
    "6103_sanggau_2024_tw1",
    "6103_sanggau_2024_tw2",
    "6107_bengkayang_2024_tw2",
)
_AREAS = (
    "6101 Kabupaten Sambas,6102 Kabupaten Mempawah,6103 Kabupaten Sanggau,6104 Kabupaten Ketapang,"
    "6105 Kabupaten Sintang,6106 Kabupaten Kapuas Hulu,6107 Kabupaten Bengkayang,6108 Kabupaten Landak,"
    "6109 Kabupaten Sekadau,6110 Kabupaten Melawi,6111 Kabupaten Kayong Utara,6112 Kabupaten Kubu Raya,"
    "6171 Kota Pontianak,6172 Kota Singkawang"
)


@dataclass(frozen=True)
class Office:
    code: str
    name: str
    short: str
    kind: str


def _office(line: str) -> Office:
    code, kind, short = line.split(" ", 2)
    return Office(code, f"KPU {kind} {short}", short, kind.lower())


SATKERS = [_office(line) for line in _AREAS.split(",")]
SETTINGS = WarehouseSettings(SATKERS)


class Words:
    """A classifier by one word, so that tests don't depend on the vocabulary."""

    def theme(self, text: str) -> str:
        return "ucapan" if "selamat" in text.lower() else "lainnya"

    def activity_kind(self, text: str) -> str:
        return "rapat" if "rapat" in text.lower() else "lainnya"


def document(name: str) -> dict[str, Any]:
    made: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return made


def changed(made: Mapping[str, Any], filename: str, **report: Any) -> dict[str, Any]:
    """A copy under another file name and content hash, its head changed."""
    other = copy.deepcopy(dict(made))
    other["source"] |= {"filename": filename, "sha256": hashlib.sha256(filename.encode()).hexdigest()}
    other["report"] |= report
    return other


def shifted(made: Mapping[str, Any], quarters: int) -> dict[str, Any]:
    """The same report for another quarter."""
    period = made["report"]["year"] * 4 + made["report"]["quarter"] - 1 + quarters
    return changed(made, f"{made['report']['satker_code']}_{period}.pdf", year=period // 4, quarter=period % 4 + 1)


def receipt(made: Mapping[str, Any], hours: float = 0, version: str = "1") -> Receipt:
    source = made["source"]
    path = f"archive/{source['sha256']}.pdf"
    return Receipt(source["sha256"], source["filename"], START + timedelta(hours=hours), path, version)


def load(con: duckdb.DuckDBPyConnection, made: Mapping[str, Any], hours: float = 0, version: str = "1") -> LoadResult:
    return load_document(con, made, receipt(made, hours, version), Words())


def refuse(
    con: duckdb.DuckDBPyConnection, filename: str, reason: str = "damaged", satker: str | None = None, hours: float = 0
) -> LoadResult:
    source = {"filename": filename, "sha256": hashlib.sha256(filename.encode()).hexdigest(), "pages": 0}
    refusal = {
        "schema_version": 1,
        "source": source | {"text_layer": "digital"},
        "refused": {"reason": reason, "message": "Berkas rusak."},
    }
    hinted = replace(receipt(refusal, hours), satker_code=satker, year=2024, quarter=2) if satker else receipt(refusal)
    return load_refusal(con, refusal, hinted)


@contextmanager
def warehouse(data: Path, *names: str) -> Iterator[duckdb.DuckDBPyConnection]:
    """The data folder's warehouse with the named reports loaded."""
    with open_warehouse(data / "warehouse.duckdb") as con:
        for hours, name in enumerate(names):
            load(con, document(name), hours)
        yield con


def refresh(con: duckdb.DuckDBPyConnection, data: Path, settings: WarehouseSettings = SETTINGS) -> Snapshot:
    """Roll up and publish."""
    roll_up(con, settings)
    return publish(con, data / "published")


def ask(con: duckdb.DuckDBPyConnection, sql: str, *parameters: Any) -> list[tuple[Any, ...]]:
    return con.execute(sql, list(parameters)).fetchall()


def one(con: duckdb.DuckDBPyConnection, sql: str, *parameters: Any) -> Any:
    """The single value of a query."""
    ((value,),) = ask(con, sql, *parameters)
    return value
