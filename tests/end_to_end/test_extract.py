"""`rekap extract` and `rekap tables`: JSON out of files, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from flows.cli import cli
from tests.support.data_folders import PDF


def rekap(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


@pytest.fixture
def somewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_one_report_goes_to_standard_output_and_nothing_else_is_left(somewhere: Path) -> None:
    report = json.loads(rekap("extract", PDF).stdout)
    assert (report["schema_version"], report["report"]["satker_code"]) == (1, "6103")
    assert len(report["dissemination"]) == 49
    assert not list(somewhere.iterdir())


def test_a_refused_file_is_told_and_the_others_go_on(somewhere: Path) -> None:
    (somewhere / "kosong.pdf").write_bytes(b"")
    (somewhere / "salinan.pdf").write_bytes(PDF.read_bytes())
    result = rekap("extract", somewhere / "kosong.pdf", PDF, somewhere / "salinan.pdf", "--out", somewhere / "hasil")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0].startswith("kosong.pdf: ditolak: ")
    refused = json.loads((somewhere / "hasil" / "kosong.json").read_text(encoding="utf-8"))
    assert refused["schema_version"] == 1
    assert refused["source"]["filename"] == "kosong.pdf"
    assert refused["refused"]["reason"] == "not_pdf"
    names = sorted(path.name for path in (somewhere / "hasil").iterdir())
    assert names == ["6103_sanggau_2024_tw2.json", "kosong.json", "salinan.json"]


def test_results_never_overwrite_each_other(somewhere: Path) -> None:
    for folder in ("a", "b"):
        (somewhere / folder).mkdir()
        (somewhere / folder / "x.pdf").write_bytes(b"")
    result = rekap("extract", "a/x.pdf", "b/x.pdf", "--out", "hasil")
    assert result.exit_code == 2
    assert "saling menimpa" in result.stderr
    assert rekap("extract", "a/x.pdf", "b/x.pdf").exit_code == 2


def test_the_longest_name_still_has_its_result(somewhere: Path) -> None:
    (somewhere / f"{'n' * 251}.pdf").write_bytes(b"")
    assert rekap("extract", f"{'n' * 251}.pdf", "--out", "hasil").exit_code == 0
    (result,) = (somewhere / "hasil").iterdir()
    assert json.loads(result.read_text(encoding="utf-8"))["refused"]["reason"] == "not_pdf"


def test_tables_of_any_pdf(somewhere: Path) -> None:
    found = json.loads(rekap("tables", PDF).stdout)
    assert found["source"]["pages"] == 18
    assert any(["Tanggal" in row for row in table["rows"]] for table in found["tables"])
    assert {"row", "col", "rowspan", "colspan", "text", "page", "bbox"} == set(found["tables"][0]["cells"][0])


def test_explain_tells_what_was_recognised(somewhere: Path) -> None:
    told = rekap("extract", PDF, "--explain", "--debug-images", somewhere / "gambar").stdout
    assert "Satker: 6103" in told
    assert "tabel informasi" in told
    assert len(list((somewhere / "gambar").glob("*.png"))) == 18
