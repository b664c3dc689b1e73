"""Export, doctor, backup and restore on the command line."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.support.data_folders import done, make_sample, rekap

QUARTER = ("--year", "2024", "--quarter", "2")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the sample report loaded and published; not to be changed."""
    return make_sample(tmp_path_factory.mktemp("sample"))


def test_export_writes_what_was_asked_for(sample: Path, tmp_path: Path) -> None:
    told = done(sample, "export", *QUARTER, "--out", str(tmp_path), "--format", "csv", "--delimiter", ";")
    assert "berkas ditulis" in told
    assert not list(tmp_path.glob("*.xlsx"))
    heading = (tmp_path / "csv" / "social_media.csv").read_text(encoding="utf-8-sig").splitlines()[0]
    assert "satker_code;satker_name" in heading
    assert json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))["delimiter"] == ";"


def test_export_of_an_unknown_quarter_is_one_line(sample: Path, tmp_path: Path) -> None:
    result = rekap(sample, "export", "--year", "2023", "--quarter", "1", "--out", str(tmp_path))
    assert result.exit_code == 1
    assert result.stderr.startswith("rekap: Tidak ada data")


def test_doctor_finds_a_changed_original(sample: Path, tmp_path: Path) -> None:
    data = Path(shutil.copytree(sample, tmp_path / "data"))
    assert "kesalahan" not in done(data, "doctor")
    (original,) = (data / "archive").rglob("*.pdf")
    original.write_bytes(b"%PDF-1.4")
    result = rekap(data, "doctor", "--fix")
    assert result.exit_code == 1
    assert "kesalahan" in result.stdout


def test_a_backup_can_be_restored_elsewhere(sample: Path, tmp_path: Path) -> None:
    package = tmp_path / "cadangan.zip"
    assert "Cadangan ditulis" in done(sample, "backup", "--out", str(package))
    told = done(tmp_path / "baru", "restore", str(package))
    assert "1 berkas asli belum ada" in told
    assert "1 dari 14 satker melapor" in done(tmp_path / "baru", "status")
    again = rekap(tmp_path / "baru", "restore", str(package))
    assert again.exit_code == 1
    assert "sudah ada" in again.stderr
