"""Intake: what may be dropped, when it is whole, and what stands in the archive afterwards."""

from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.errors import RekapError
from flows.intake import inbox
from flows.intake.inbox import Changed, Dropped, Settling
from flows.intake.names import LONGEST, safe_name, shown_name

PDF = b"%PDF-1.4 isi %%EOF"


def drop(folder: Path, name: str, content: bytes = PDF, age: float = 100) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    os.utime(path, (time.time() - age,) * 2)
    return path


def only(folder: Path) -> Dropped:
    (file,), _ = inbox.scan(folder)
    return file


def test_scan_takes_files_oldest_first_at_any_depth(tmp_path: Path) -> None:
    drop(tmp_path, "b.pdf", age=50)
    drop(tmp_path, "6101/laporan tua.pdf", age=90)
    drop(tmp_path, "a.pdf", age=50)
    drop(tmp_path, "folder.pdf/di dalam.pdf", age=10)
    os.utime(tmp_path / "a.pdf", ns=(1, (tmp_path / "b.pdf").stat().st_mtime_ns))
    dropped, skipped = inbox.scan(tmp_path)
    assert [file.name for file in dropped] == ["laporan tua.pdf", "a.pdf", "b.pdf", "di dalam.pdf"]
    assert not skipped


@pytest.mark.parametrize(
    "name", ["Thumbs.db", "desktop.ini", ".DS_Store", "~$laporan.docx", "x.pdf.part", "x.crdownload"]
)
def test_scan_ignores_what_no_one_dropped(tmp_path: Path, name: str) -> None:
    drop(tmp_path, name)
    assert inbox.scan(tmp_path) == ([], [])


def test_links_are_never_followed(tmp_path: Path) -> None:
    outside = drop(tmp_path, "luar/rahasia.pdf")
    (tmp_path / "intake").mkdir()
    (tmp_path / "intake" / "x.pdf").symlink_to(outside)
    (tmp_path / "intake" / "folder").symlink_to(outside.parent, target_is_directory=True)
    dropped, skipped = inbox.scan(tmp_path / "intake")
    assert not dropped
    assert {other.name for other in skipped} == {"x.pdf", "folder"}
    assert "tautan" in skipped[0].message


def test_file_without_permission_is_skipped_with_a_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drop(tmp_path, "a.pdf")

    def refuse(path: Path, size: int) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(inbox, "_is_truncated", refuse)
    dropped, (skipped,) = inbox.scan(tmp_path)
    assert not dropped
    assert "tidak dapat dibaca" in skipped.message


def test_archive_keeps_the_bytes_under_their_hash(tmp_path: Path) -> None:
    drop(tmp_path / "intake", "a.pdf")
    file = only(tmp_path / "intake")
    archived = inbox.archive_file(file, tmp_path / "archive")
    assert archived.sha256 == hashlib.sha256(PDF).hexdigest()
    assert archived.path == tmp_path / "archive" / archived.sha256[:2] / f"{archived.sha256}.pdf"
    assert archived.path.read_bytes() == PDF
    assert file.path.exists()
    assert not list((tmp_path / "archive").rglob("*.tmp"))


def test_archive_twice_leaves_the_first(tmp_path: Path) -> None:
    drop(tmp_path / "intake", "a.pdf")
    first = inbox.archive_file(only(tmp_path / "intake"), tmp_path / "archive")
    inode = first.path.stat().st_ino
    assert inbox.archive_file(only(tmp_path / "intake"), tmp_path / "archive") == first
    assert first.path.stat().st_ino == inode


def test_file_that_grows_while_it_is_read_is_left(tmp_path: Path) -> None:
    path = drop(tmp_path / "intake", "a.pdf")
    file = only(tmp_path / "intake")
    with path.open("ab") as more:
        more.write(b"more")
    with pytest.raises(Changed):
        inbox.archive_file(file, tmp_path / "archive")
    assert not inbox.remove(file)
    assert path.exists()
    assert not [found for found in (tmp_path / "archive").rglob("*") if found.is_file()]


def test_disk_without_room_ends_the_pass_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop(tmp_path / "intake", "a.pdf")
    monkeypatch.setattr(inbox.shutil, "disk_usage", lambda folder: SimpleNamespace(free=0))
    with pytest.raises(RekapError, match="Ruang disk tinggal 0 MB"):
        inbox.archive_file(only(tmp_path / "intake"), tmp_path / "archive")


def test_sweep_takes_half_copies_only(tmp_path: Path) -> None:
    drop(tmp_path, "baru/x.tmp")
    kept = drop(tmp_path, "ab/abc.pdf")
    inbox.sweep(tmp_path)
    assert [found for found in tmp_path.rglob("*") if found.is_file()] == [kept]


def test_old_file_is_whole_at_once_and_a_fresh_one_after_a_while(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = [1000.0]
    monkeypatch.setattr(inbox.time, "monotonic", lambda: clock[0])
    monkeypatch.setattr(inbox.time, "time", lambda: clock[0])
    settling = Settling(2)
    assert settling.remaining(_dropped(changed=900)) == 0
    assert settling.remaining(_dropped(changed=1000)) == 2
    clock[0] += 1
    assert settling.remaining(_dropped(changed=1000)) == 1
    assert settling.remaining(_dropped(changed=1001)) == 2
    assert settling.remaining(_dropped(changed=900, truncated=True)) == 0
    assert settling.remaining(_dropped(changed=1001, truncated=True)) == 10


def test_file_from_the_future_is_watched(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [1000.0]
    monkeypatch.setattr(inbox.time, "monotonic", lambda: clock[0])
    monkeypatch.setattr(inbox.time, "time", lambda: clock[0])
    settling = Settling(2)
    assert settling.remaining(_dropped(changed=9000)) == 2
    clock[0] += 2
    assert settling.remaining(_dropped(changed=9000)) == 0


def _dropped(changed: float, truncated: bool = False) -> Dropped:
    return Dropped(Path("a.pdf"), "a.pdf", 1, int(changed * 1e9), int(changed * 1e9), 1, truncated)


def test_batches_give_each_file_once_and_end(tmp_path: Path) -> None:
    drop(tmp_path, "a.pdf")
    drop(tmp_path, "potong.pdf", b"%PDF-1.4 tanpa akhir")
    given_files = [file.name for batch in inbox.batches(tmp_path, 0.02) for file in batch]
    assert sorted(given_files) == ["a.pdf", "potong.pdf"]
    assert list(inbox.batches(tmp_path / "a.pdf" / "none", 0.02)) == []


def test_batches_leave_a_file_that_keeps_growing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = drop(tmp_path, "a.pdf")
    sleeps: list[float] = []

    def grow(seconds: float) -> None:
        sleeps.append(seconds)
        with path.open("ab") as more:
            more.write(b"x")

    monkeypatch.setattr(inbox.time, "sleep", grow)
    assert list(inbox.batches(tmp_path, 5)) == []
    assert sum(sleeps) <= 5 * inbox.TRUNCATED_PATIENCE + 1


@given(st.text(min_size=1))
def test_any_name_becomes_one_harmless_name(name: str) -> None:
    safe = safe_name(name)
    assert safe not in ("", ".", "..")
    assert Path(safe).name == safe
    assert len(safe.encode()) <= LONGEST
    assert not set(safe) & set('<>:"/\\|?*\n\r\t\0')
    assert safe_name(safe) == safe


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("laporan sanggau.pdf", "laporan sanggau.pdf"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("baris\nbaru.pdf", "baris_baru.pdf"),
        ("CON.pdf", "_CON.pdf"),
        ("\u202efdp.exe", "_fdp.exe"),
        ("...", "tanpa-nama"),
        ("\udcff.pdf", "\ufffd.pdf"),
    ],
)
def test_names(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_long_names_stay_distinct() -> None:
    one, two = safe_name("x" * 300 + "1.pdf"), safe_name("x" * 300 + "2.pdf")
    assert one != two
    assert one.endswith(".pdf")


def test_shown_name_keeps_what_can_be_read() -> None:
    assert shown_name("Laporan “Ñ” 'a'.pdf") == "Laporan “Ñ” 'a'.pdf"
    assert shown_name("a\x1b[31m\u202eb") == "a_[31m_b"
