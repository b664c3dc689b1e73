"""The pages of a file as they can be trusted."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.pages.reader import read_pages
from tests.support.scanned import ROWS, picture, printed, scanned, spoiled


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    return scanned(tmp_path / "pindai.pdf", [spoiled(picture(printed(tmp_path / "cetak.pdf")), 1.0)])


def test_digital_pages_stay_digital(tmp_path: Path) -> None:
    (page,) = read_pages(printed(tmp_path / "cetak.pdf"))
    assert page.source == "digital" and page.notes == ()


def test_scanned_pages_are_read(pdf: Path, tmp_path: Path) -> None:
    (page,) = read_pages(pdf, cache_dir=tmp_path / "kept")
    assert page.source == "ocr"
    assert {text for row in ROWS for text in " ".join(row).split()} <= {word.text for word in page.words}


def test_without_ocr_the_page_says_what_is_missing(pdf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractors.scans.available", lambda: False)
    (page,) = read_pages(pdf)
    assert page.words == () and page.source == "digital"
    assert "Halaman 1 belum dapat dibaca" in page.notes[0]
