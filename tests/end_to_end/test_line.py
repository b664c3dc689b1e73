"""`rekap run` and `rekap demo`: what they print and how they end."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from flows.cli import cli
from flows.cli.line import SAMPLE
from flows.errors import RekapError
from flows.line import one_pass
from flows.line.outcome import FileLine, PassResult, Progress
from flows.settings import Settings

LINES = (
    FileLine("a\x1b[2J.pdf", "loaded", "KPU Kabupaten Sanggau, triwulan 2 tahun 2024: 9 temuan"),
    FileLine("b.pdf", "refused", "berkas terkunci kata sandi", reason="encrypted"),
)


def invoke(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments)


@pytest.fixture
def passes(monkeypatch: pytest.MonkeyPatch) -> list[Settings]:
    """A pass that tells of two files; the settings it was run with."""
    ran: list[Settings] = []

    def run_pass(settings: Settings, *, progress: Progress) -> PassResult:
        ran.append(settings)
        for done, line in enumerate((None, *LINES)):
            progress(done, len(LINES), line)
        return PassResult(LINES, "rekap-20240702T000000Z-0123abcd.duckdb")

    monkeypatch.setattr(one_pass, "run_pass", run_pass)
    return ran


def test_run_prints_one_line_a_file_and_a_summary(tmp_path: Path, passes: list[Settings]) -> None:
    result = invoke("run", "--data", str(tmp_path))
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "a\ufffd[2J.pdf: diterima - KPU Kabupaten Sanggau, triwulan 2 tahun 2024: 9 temuan",
        "b.pdf: ditolak - berkas terkunci kata sandi",
        "Selesai: 1 diterima, 1 ditolak. Snapshot: rekap-20240702T000000Z-0123abcd.duckdb",
    ]
    assert passes[0].data == tmp_path


def test_a_failed_pass_ends_with_1(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def run_pass(settings: Settings, *, progress: Progress) -> PassResult:
        raise RekapError("Ruang disk penuh.")

    monkeypatch.setattr(one_pass, "run_pass", run_pass)
    result = invoke("run", "--data", str(tmp_path))
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", "rekap: Ruang disk penuh.\n")


def test_demo_keeps_out_of_a_data_folder_with_other_reports(tmp_path: Path, passes: list[Settings]) -> None:
    (tmp_path / "archive" / "ab").mkdir(parents=True)
    (tmp_path / "archive" / "ab" / "ab12.pdf").write_bytes(b"%PDF-1.4 laporan lain")
    result = invoke("demo", "--data", str(tmp_path))
    assert result.exit_code == 1
    assert "sudah berisi laporan" in result.stderr
    assert not (tmp_path / "intake" / SAMPLE).exists()
    assert not passes
