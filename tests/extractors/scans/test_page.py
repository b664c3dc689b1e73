"""Pages that are pictures, read whole."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from extractors.geometry import Page, Word
from extractors.scans import read_scanned_page, reader
from tests.support.scanned import EDGES, HEIGHT, ROWS, WIDTH, picture, printed, scanned, spoiled


@pytest.fixture(scope="module")
def print_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return printed(tmp_path_factory.mktemp("cetak") / "cetak.pdf")


def texts(page: Page) -> list[str]:
    return [word.text for word in page.words]


def word(page: Page, text: str) -> Word:
    return next(word for word in page.words if word.text == text)


def check_table(page: Page) -> None:
    found = texts(page)
    for text in " ".join(" ".join(row) for row in ROWS).split():
        assert text in found, text
    assert len([rule for rule in page.rules if rule.horizontal]) == len(ROWS) + 1
    assert len([rule for rule in page.rules if not rule.horizontal]) == len(EDGES)
    assert page.source == "ocr"


def test_a_crooked_noisy_scan_reads_like_its_print(print_out: Path, tmp_path: Path) -> None:
    path = scanned(tmp_path / "pindai.pdf", [spoiled(picture(print_out), 1.6)])
    page = read_scanned_page(path, 1)
    check_table(page)
    assert [w.text for w in page.words if w.doubt] == []
    assert word(page, "Rekapitulasi").bold and not word(page, "Selamat").bold
    assert word(page, "Selamat").size == pytest.approx(11, abs=1.2)
    assert all(0 <= w.confidence <= 1 for w in page.words if w.confidence is not None)


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_lying_and_upside_down_pages_are_turned(print_out: Path, tmp_path: Path, turns: int) -> None:
    grey = np.ascontiguousarray(np.rot90(spoiled(picture(print_out), 0.7), turns))
    page = read_scanned_page(scanned(tmp_path / "rebah.pdf", [grey]), 1)
    check_table(page)
    box = page.original_box(word(page, "115").box)
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    upright = {1: (WIDTH - y, x), 2: (WIDTH - x, HEIGHT - y), 3: (y, HEIGHT - x)}[turns]
    assert upright == pytest.approx((248, 70 + 3 * 22 + 11), abs=6)


def test_more_threads_change_no_bit_of_a_reading(
    print_out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = scanned(tmp_path / "pindai.pdf", [spoiled(picture(print_out), 1.1)])
    readings = []
    for count in (1, 2):
        monkeypatch.setattr(reader, "allowed", lambda count=count: count)
        readings.append(repr(read_scanned_page(path, 1)))
    assert readings[0] == readings[1]


def test_kept_readings_are_used_again(print_out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = scanned(tmp_path / "pindai.pdf", [spoiled(picture(print_out), 0.3)] * 2)
    first = read_scanned_page(path, 1, cache_dir=tmp_path / "kept")
    monkeypatch.setattr("extractors.scans.page.read_raster", None)
    again = read_scanned_page(path, 2, cache_dir=tmp_path / "kept")
    assert again.words == first.words and again.rules == first.rules and again.matrix == first.matrix
    assert again.number == 2
