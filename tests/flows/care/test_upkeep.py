"""Doctor, backup and restore on a small data folder that was loaded without Prefect."""

from __future__ import annotations

import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from flows.care.backup import back_up, restore
from flows.care.doctor import Diagnosis, examine
from flows.errors import RekapError
from flows.intake import inbox
from flows.line import steps
from flows.line.ledger import WarehouseLedger
from flows.line.outcome import FileLine
from flows.locks import hold, writer_lock_file
from flows.settings import Settings
from tests.support import readers
from warehouse.content import content_hash
from warehouse.records.marts import MARTS


class _NoGuard:
    """The steps read in this process."""


def take_in(settings: Settings, *orders: str) -> list[FileLine]:
    """Load each order as a file and publish, as a pass does."""
    settings.intake.mkdir(parents=True, exist_ok=True)
    lines = []
    with WarehouseLedger(settings) as ledger:
        bench = steps.Bench(settings, _NoGuard(), ledger)  # type: ignore[arg-type]
        for order in orders:
            (settings.intake / f"{order}.pdf").write_text(f"%PDF {order} %%EOF", encoding="utf-8")
            (file,), _ = inbox.scan(settings.intake)
            archived = steps.receive(file, settings)
            outcome = readers.report(archived.path, filename=file.name, settings=None)
            lines.append(steps.finish(file, archived, outcome.to_json(), bench))
        ledger.roll_up()
        ledger.publish()
    return lines


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("prepared") / "data"
    take_in(Settings(data=data), "REPORT 6101 2024 2 10", "REPORT 6102 2024 2 20", "REFUSE")
    return data


@pytest.fixture
def settings(prepared: Path, tmp_path: Path) -> Settings:
    return Settings(data=shutil.copytree(prepared, tmp_path / "data"))


def published(settings: Settings) -> str:
    with duckdb.connect(str(settings.published / "rekap.duckdb"), read_only=True) as con:
        return content_hash(con, "main", MARTS)


def wrong(settings: Settings, mend: bool = False) -> dict[str, Diagnosis]:
    return {one.check: one for one in examine(settings, mend=mend) if one.level != "baik"}


def an_original(settings: Settings) -> Path:
    return sorted(settings.archive.glob("??/*.pdf"))[0]


def test_steps_leave_lines_and_nothing_in_intake(settings: Settings) -> None:
    lines = take_in(settings, "REPORT 6101 2024 2 10", "REPORT 6101 2024 2 11", "RAISELESS")
    assert [line.outcome for line in lines] == ["duplicate", "loaded", "loaded"]
    assert "revisi ke-2" in lines[1].message
    assert (lines[1].findings, lines[1].doubts) == (1, 1)
    assert not list(settings.intake.iterdir())


def test_sound_folder_has_nothing_wrong(settings: Settings) -> None:
    found = examine(settings)
    assert {one.check for one in found} == {"versi", "folder data", "arsip", "gudang data", "snapshot"}
    assert not [one for one in found if one.level == "kesalahan"]
    assert "3 berkas asli utuh." in [one.message for one in found]


def test_changed_original_is_found(settings: Settings) -> None:
    an_original(settings).chmod(0o644)
    an_original(settings).write_bytes(b"lain")
    assert wrong(settings)["arsip"].level == "kesalahan"


def test_lost_original_is_found(settings: Settings) -> None:
    an_original(settings).unlink()
    assert "tidak ada di arsip" in wrong(settings)["gudang data"].message


def test_original_that_was_never_loaded_is_brought_back(settings: Settings) -> None:
    stranger = settings.archive / "ab" / f"{'ab' * 32}.pdf"
    stranger.parent.mkdir(exist_ok=True)
    stranger.write_bytes(b"%PDF")
    assert not wrong(settings)["gudang data"].mended
    assert wrong(settings, mend=True)["gudang data"].mended
    assert [path.name for path in settings.intake.iterdir()] == [stranger.name]


def test_leftovers_are_cleared_away(settings: Settings) -> None:
    half = settings.archive / "baru" / "x.tmp"
    half.parent.mkdir(exist_ok=True)
    half.touch()
    assert wrong(settings)["sisa"].level == "peringatan"
    assert half.exists()
    assert wrong(settings, mend=True)["sisa"].mended
    assert "sisa" not in wrong(settings)


def test_lost_snapshot_is_published_again(settings: Settings) -> None:
    before = published(settings)
    for path in settings.published.glob("*.duckdb"):
        path.unlink()
    assert wrong(settings, mend=True)["snapshot"].mended
    assert "snapshot" not in wrong(settings)
    assert published(settings) == before


def test_damaged_warehouse_is_said_plainly(settings: Settings) -> None:
    settings.warehouse.write_bytes(b"bukan DuckDB" * 1000)
    assert "rekap rebuild" in wrong(settings)["gudang data"].message


def test_running_pass_is_left_alone(settings: Settings) -> None:
    with hold(writer_lock_file(settings.data), "rekap run"):
        assert "rekap run" in wrong(settings)["gudang data"].message


def test_damaged_history_of_prefect_is_found(settings: Settings) -> None:
    settings.prefect_home.mkdir()
    (settings.prefect_home / "prefect.db").write_bytes(b"bukan SQLite" * 1000)
    assert "hapus berkas itu" in wrong(settings)["riwayat"].message


@pytest.mark.parametrize("with_archive", [False, True])
def test_backup_comes_back_elsewhere(settings: Settings, tmp_path: Path, with_archive: bool) -> None:
    (settings.data / "rekap.toml").write_text("province = '61'\n", encoding="utf-8")
    made = back_up(settings, tmp_path / "out" / "cadangan.zip", with_archive=with_archive)
    assert made.originals == 3
    assert made.path.stat().st_mode & 0o077 == 0
    other = replace(settings, data=tmp_path / "lain")
    back = restore(other, made.path)
    assert len(back.missing) == (0 if with_archive else 3)
    assert published(other) == published(settings)
    assert (other.data / "rekap.toml").exists()
    if with_archive:
        assert not [one for one in examine(other) if one.level == "kesalahan"]
        assert take_in(other, "REPORT 6101 2024 2 10")[0].outcome == "duplicate"


def test_restore_replaces_only_when_told(settings: Settings, tmp_path: Path) -> None:
    made = back_up(settings, tmp_path / "cadangan.zip")
    before = published(settings)
    take_in(settings, "REPORT 6103 2024 2 30")
    with pytest.raises(RekapError, match="sudah ada"):
        restore(settings, made.path)
    restore(settings, made.path, replace=True)
    assert published(settings) == before
    assert len(list(settings.data.glob("warehouse.duckdb.sebelum-*"))) == 1


def test_what_is_no_backup_is_refused(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(b"bukan zip")
    with pytest.raises(RekapError, match="bukan cadangan rekap"):
        restore(replace(settings, data=tmp_path / "lain"), tmp_path / "x.zip")


def test_changed_backup_is_refused(settings: Settings, tmp_path: Path) -> None:
    made = back_up(settings, tmp_path / "a.zip")
    with zipfile.ZipFile(made.path) as old, zipfile.ZipFile(tmp_path / "b.zip", "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name) + (b"x" if name == "warehouse.duckdb" else b""))
    other = replace(settings, data=tmp_path / "lain")
    with pytest.raises(RekapError, match="Cadangan rusak"):
        restore(other, tmp_path / "b.zip")
    assert not other.warehouse.exists()
