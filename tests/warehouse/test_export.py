"""Exports: the same numbers as the snapshot, whole, and nothing in a report becomes a formula anywhere."""

from __future__ import annotations

import csv
import hashlib
import json
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from tests.support.warehouses import MEMPAWAH, SANGGAU, SANGGAU_1, document, load, refresh, shifted, warehouse
from warehouse.errors import WarehouseError
from warehouse.excel.book import LONGEST, Grid
from warehouse.excel.workbook import pivot
from warehouse.export import export_quarter
from warehouse.records import PUBLISHED
from warehouse.spreadsheets import cell, guarded

HOSTILE = (
    '=HYPERLINK("http://contoh.id","klik")', "+62 812", "-", "@SUM(A1)", "\t=1+1", "=cmd|' /C calc'!A0",
    "http://contoh.id/x", "\x00\x01\x1b[31m", "0123", "<b>&amp;</b>", "\uff1d1+1",
)  # fmt: skip


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("data")
    hostile = document(SANGGAU)
    for row, text in zip(hostile["dissemination"], HOSTILE, strict=False):
        row["information"] = text
    hostile["activities"][0]["text"] = "sangat panjang " * 4000
    with warehouse(data, SANGGAU_1, MEMPAWAH) as con:
        load(con, hostile, 5)
        refresh(con, data)
    export_quarter(data, 2024, 2, data / "keluar")
    return data / "keluar"


def rows_of(sheet: Any) -> list[dict[str, Any]]:
    lines = list(sheet.iter_rows(values_only=True))
    return [dict(zip(lines[0], line, strict=True)) for line in lines[1:]]


def test_the_manifest_tells_what_was_written(exported: Path) -> None:
    manifest = json.loads((exported / "manifest.json").read_text(encoding="utf-8"))
    assert (manifest["year"], manifest["quarter"]) == (2024, 2)
    assert manifest["as_of"].endswith("Z") and manifest["snapshot"].startswith("rekap-")
    files = {file["path"]: file for file in manifest["files"]}
    on_disk = {path.relative_to(exported).as_posix() for path in exported.rglob("*") if path.is_file()}
    assert on_disk == {*files, "manifest.json"}
    for path, file in files.items():
        content = (exported / path).read_bytes()
        assert (file["sha256"], file["bytes"]) == (hashlib.sha256(content).hexdigest(), len(content))
    assert files["csv/dissemination.csv"]["rows"] == files["parquet/dissemination.parquet"]["rows"] == 49 + 51
    assert files["rekap_2024_tw2.xlsx"]["rows"] is None


def test_the_workbook_holds_the_totals_of_the_snapshot(exported: Path) -> None:
    book = load_workbook(exported / "rekap_2024_tw2.xlsx", data_only=True)
    assert book.sheetnames == [
        "Ringkasan", "Per Satker", "Per Platform", "Diseminasi", "Kegiatan", "Temuan", "Kelengkapan", "Data",
        "Kamus Data",
    ]  # fmt: skip
    offices = rows_of(book["Per Satker"])
    by_name = {row["Satker"]: row for row in offices}
    assert by_name["Kab. Sanggau"]["Unggahan"] == 1122 and by_name["Kab. Sanggau"]["Informasi"] == 49
    assert by_name["Kab. Sambas"]["Status"] == "belum ada" and by_name["Kab. Sambas"]["Unggahan"] is None
    assert offices[-1]["Kode"] == "Jumlah" and offices[-1]["Unggahan"] == 1122 + 1075
    platforms = rows_of(book["Per Platform"])
    assert platforms[1]["Satker"] == "Kab. Sanggau" and platforms[1]["tiktok"] == 286
    assert platforms[2]["Jumlah"] == 1122 + 1075
    data = rows_of(book["Data"])
    assert sum(row["Nilai"] or 0 for row in data if row["Tabel"] == "social_media") == 1122 + 1075
    assert all(row["Halaman"] and row["Dokumen (sha256)"] and row["Berkas"] for row in data)
    assert len(rows_of(book["Kelengkapan"])) == 14
    assert len(rows_of(book["Kamus Data"])) == sum(len(table.columns) for table in PUBLISHED)
    summary = [cell.value for row in book["Ringkasan"].iter_rows() for cell in row if cell.value is not None]
    assert "2 dari 14 satker melapor (14,3%), 2 tepat waktu" in " ".join(map(str, summary))
    assert 2197 in summary


def test_the_workbook_is_fit_to_hand_on(exported: Path) -> None:
    book = load_workbook(exported / "rekap_2024_tw2.xlsx")
    for name in book.sheetnames[1:]:
        sheet = book[name]
        assert sheet.freeze_panes == "A2" and sheet.print_title_rows == "$1:$1", name
        assert sheet.tables and sheet.page_setup.fitToHeight == 0, name
        assert "rekap-" in sheet.oddFooter.left.text
    with zipfile.ZipFile(exported / "rekap_2024_tw2.xlsx") as parts:
        assert len([name for name in parts.namelist() if name.startswith("xl/charts/")]) == 4


def test_the_workbooks_only_formulas_are_its_own_sums(exported: Path) -> None:
    book = load_workbook(exported / "rekap_2024_tw2.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    formulas = {cell.value for cell in cells if cell.data_type == "f"}
    assert formulas and all(str(formula).startswith("=SUBTOTAL(109,") for formula in formulas)
    assert not [cell for cell in cells if cell.hyperlink]
    texts = {row["Informasi"] for row in rows_of(book["Diseminasi"])}
    assert {HOSTILE[0], HOSTILE[3], HOSTILE[5], "0123"} <= texts
    risky = [cell for cell in book["Diseminasi"]["E"] if str(cell.value).startswith(("=", "@"))]
    assert risky and all(cell.quotePrefix for cell in risky)
    with zipfile.ZipFile(exported / "rekap_2024_tw2.xlsx") as parts:
        names = parts.namelist()
        assert not [name for name in names if "vba" in name.lower() or "externalLink" in name]
        assert b"http://contoh.id" not in b"".join(parts.read(name) for name in names if name.endswith(".rels"))


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_it_and_comes_to_the_same_sums(exported: Path, tmp_path: Path) -> None:
    source = exported / "rekap_2024_tw2.xlsx"
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir"]
    subprocess.run([*command, str(tmp_path), str(source)], check=True, capture_output=True, timeout=180)
    book = load_workbook(tmp_path / source.name, data_only=True)
    ours = load_workbook(source, data_only=True)
    for name in ours.sheetnames:
        theirs = {c.coordinate: c.value for row in book[name].iter_rows() for c in row}
        for row in ours[name].iter_rows():
            for c in row:
                if isinstance(c.value, int | float):
                    assert theirs[c.coordinate] == pytest.approx(c.value), (name, c.coordinate)
    values = [str(c.value) for sheet in book for row in sheet.iter_rows() for c in row]
    assert not [value for value in values if value.startswith(("#", "Err:"))]
    with zipfile.ZipFile(tmp_path / source.name) as parts:
        assert len([name for name in parts.namelist() if name.startswith("xl/charts/chart")]) == 4


def test_a_text_that_is_too_long_is_cut_and_says_so(exported: Path) -> None:
    book = load_workbook(exported / "rekap_2024_tw2.xlsx")
    longest = max((str(row["Kegiatan"]) for row in rows_of(book["Kegiatan"])), key=len)
    assert longest.endswith("(dipotong)") and len(longest) < LONGEST + 20


def test_csv_is_for_excel_and_runs_nothing(exported: Path) -> None:
    raw = (exported / "csv" / "dissemination.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf") and b"\r\n" in raw
    rows = list(csv.DictReader(raw.decode("utf-8-sig").splitlines()))
    ours = [row["information"] for row in rows if row["satker_code"] == "6103"]
    assert ours[0] == "'" + HOSTILE[0]
    for row in rows:
        for value in row.values():
            assert not value.startswith(("=", "+", "-", "@", "\t"))
    total = list(csv.DictReader((exported / "csv" / "social_media.csv").open(encoding="utf-8-sig")))
    assert sum(int(row["posts"] or 0) for row in total) == 1122 + 1075


def test_parquet_keeps_types_and_meanings(exported: Path) -> None:
    table = pq.read_table(exported / "parquet" / "social_media.parquet")
    assert sum(value or 0 for value in table.column("posts").to_pylist()) == 1122 + 1075
    assert table.schema.field("posts").metadata[b"arti"].startswith(b"Banyak unggahan")
    assert len(table.column("bbox")[0].as_py()) == 4


def test_a_semicolon_brings_a_decimal_comma(tmp_path: Path) -> None:
    with warehouse(tmp_path, SANGGAU) as con:
        refresh(con, tmp_path)
    export_quarter(tmp_path, 2024, 2, tmp_path / "x", ["csv"], ";")
    (line,) = list(
        csv.DictReader((tmp_path / "x" / "csv" / "coverage_summary.csv").open(encoding="utf-8-sig"), delimiter=";")
    )
    assert line["reporting_rate"] == "7,14"
    assert not (tmp_path / "x" / "parquet").exists()


def test_a_quarter_without_reports_is_exported_as_what_it_is(tmp_path: Path) -> None:
    with warehouse(tmp_path, SANGGAU) as con:
        load(con, shifted(document(SANGGAU), 2), 5)
        refresh(con, tmp_path)
    export_quarter(tmp_path, 2024, 3, tmp_path / "x", ["xlsx"])
    book = load_workbook(tmp_path / "x" / "rekap_2024_tw3.xlsx", data_only=True)
    assert str(book["Ringkasan"]["A2"].value).startswith("0 dari 14 satker melapor")
    assert {row["Status"] for row in rows_of(book["Kelengkapan"])} == {"belum ada"}


def test_what_cannot_be_exported(tmp_path: Path) -> None:
    with pytest.raises(WarehouseError, match="Belum ada data terbit"):
        export_quarter(tmp_path, 2024, 2, tmp_path / "x")
    with warehouse(tmp_path, SANGGAU) as con:
        refresh(con, tmp_path)
    with pytest.raises(WarehouseError, match="Tidak ada data untuk triwulan 1 tahun 2019"):
        export_quarter(tmp_path, 2019, 1, tmp_path / "x")
    with pytest.raises(WarehouseError, match="Format tidak dikenal: pdf"):
        export_quarter(tmp_path, 2024, 2, tmp_path / "x", ["pdf"])
    with pytest.raises(WarehouseError, match="Pemisah"):
        export_quarter(tmp_path, 2024, 2, tmp_path / "x", ["csv"], "|")
    assert not (tmp_path / "x").exists()


@given(st.text())
def test_guarded_text_never_starts_a_formula(text: str) -> None:
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert guarded(text) in (text, f"'{text}")


@given(st.one_of(st.integers(), st.floats(allow_nan=False, allow_infinity=False)))
def test_numbers_stay_numbers(number: float) -> None:
    assert type(number)(cell(number, ",").replace(",", ".")) == number


def test_a_matrix_leaves_empty_what_is_not_there() -> None:
    long = Grid(("Satker", "Platform", "Unggahan"), [("A", "x", 1), ("B", "y", 0), ("B", "x", None)])
    assert pivot(long, "Jumlah") == Grid(("Satker", "x", "y", "Jumlah"), [("A", 1, None, 1), ("B", None, 0, 0)])
