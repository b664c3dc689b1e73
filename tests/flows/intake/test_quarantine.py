"""Quarantine: the letter beside a refused file, and how it goes again."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path, PurePosixPath
from zoneinfo import ZoneInfo

import pytest

from flows.intake import quarantine
from flows.intake.quarantine import Refused, put, release

NOW = datetime(2024, 7, 2, 9, 30, tzinfo=ZoneInfo("Asia/Pontianak"))


def refused(origin: str, sha256: str = "a" * 64) -> Refused:
    return Refused(PurePosixPath(origin), "not_a_report", "tidak ditemukan laporan Bakohumas", sha256, NOW)


@pytest.fixture
def original(tmp_path: Path) -> Path:
    path = tmp_path / "original"
    path.write_bytes(b"bytes")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "quarantine"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_letter_says_why_and_what_to_do(folder: Path, original: Path) -> None:
    letter = put(folder, refused("surat.pdf"), original).read_text(encoding="utf-8")
    assert names(folder) == ["surat.alasan.txt", "surat.pdf"]
    assert (folder / "surat.pdf").read_bytes() == b"bytes"
    assert "Alasan   : tidak ditemukan laporan Bakohumas" in letter
    assert "2024-07-02 09:30 WIB" in letter
    assert quarantine.ADVICE["not_a_report"] in letter


def test_twice_changes_nothing(folder: Path, original: Path) -> None:
    put(folder, refused("surat.pdf"), original)
    put(folder, refused("surat.pdf", "b" * 64), original)
    assert names(folder) == ["surat.alasan.txt", "surat.pdf"]


def test_same_name_from_two_folders_are_two_files(folder: Path, original: Path) -> None:
    put(folder, refused("6101/laporan.pdf"), original)
    put(folder, refused("6102/laporan.pdf", "b" * 64), original)
    assert len(names(folder)) == 4
    release(folder, PurePosixPath("6102/laporan.pdf"))
    assert names(folder) == ["laporan.alasan.txt", "laporan.pdf"]
    release(folder, PurePosixPath("laporan.pdf"))
    assert names(folder) == []


@pytest.mark.parametrize("name", ["foto.jpg", "tanpa suffix", "BESAR.PDF", "a[1].pdf", "x.pdf.pdf"])
def test_any_suffix_has_its_letter_and_goes_with_it(folder: Path, original: Path, name: str) -> None:
    put(folder, refused(name), original)
    assert len(names(folder)) == 2
    release(folder, PurePosixPath("lain.pdf"))
    assert len(names(folder)) == 2
    release(folder, PurePosixPath(name))
    assert names(folder) == []


def test_release_without_quarantine(folder: Path) -> None:
    release(folder, PurePosixPath("a.pdf"))


def test_letter_that_someone_edited_is_no_error(folder: Path, original: Path) -> None:
    put(folder, refused("a.pdf"), original).write_text("catatan saya\n", encoding="utf-8")
    release(folder, PurePosixPath("a.pdf"))
    assert quarantine.field_of(folder / "a.alasan.txt", "Kode") == ""
