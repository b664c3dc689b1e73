"""Which pages must be read as pictures."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.geometry import Box, Page, Word
from extractors.scans.triage import cover, needs_ocr, scrambled, unreadable

INDONESIAN = (
    "Kegiatan koordinasi dilaksanakan baik secara langsung maupun melalui media komunikasi dan seluruh "
    "informasi tahapan pemilihan disampaikan kepada masyarakat melalui media sosial serta grup percakapan"
)
ENGLISH = (
    "The report shows that the number of students enrolled in higher education has grown steadily during the "
    "last decade although funding for research decreased slightly according to national statistics"
)


def page(text: str, *images: Box) -> Page:
    words = tuple(
        Word(part, 10 + 40 * (i % 10), 20 * (i // 10), 40 + 40 * (i % 10), 12) for i, part in enumerate(text.split())
    )
    return Page(1, 500, 700, words=words, images=images)


def caesar(text: str, shift: int) -> str:
    return "".join(chr((ord(c) - 97 + shift) % 26 + 97) if c.islower() else c for c in text.lower())


def test_an_empty_page_is_not_scanned() -> None:
    assert needs_ocr(page("")) is None


def test_a_page_of_pictures_without_words_is() -> None:
    assert needs_ocr(page("", (0, 0, 500, 350), (0, 350, 500, 700)))


def test_a_small_emblem_is_no_scan() -> None:
    assert needs_ocr(page("KPU", (200, 50, 300, 150))) is None


def test_the_scanners_own_line_does_not_make_a_page_digital() -> None:
    assert needs_ocr(page("Dipindai dengan CamScanner halaman 1 dari 9", (0, 0, 500, 690)))


@pytest.mark.parametrize("text", [INDONESIAN, ENGLISH, INDONESIAN.upper()])
def test_language_is_trusted(text: str) -> None:
    assert needs_ocr(page(text)) is None


@given(st.integers(1, 25))
def test_shifted_letters_are_seen(shift: int) -> None:
    assert scrambled(page(caesar(INDONESIAN, shift)).words)


def test_scrambled_text_among_good_text_is_seen() -> None:
    assert scrambled(page(f"{INDONESIAN} {INDONESIAN} {caesar(INDONESIAN, 7)} {caesar(INDONESIAN, 7)}").words)


def test_a_few_scrambled_rows_on_a_page_of_good_text_are_seen() -> None:
    rows = caesar("Polling dan Kuis Promote Live Ucapan Selamat Hari Besar Nasional Duka Cita", 7)
    assert " ".join(word.text for word in scrambled(page(f"{INDONESIAN} {rows} {INDONESIAN}").words)).count(rows) == 1


def test_the_few_words_of_a_page_with_nothing_but_the_signature_are_judged_too() -> None:
    words = "Mempawah, April Sekretaris, Petrus Anggraini, S.Sos."
    assert scrambled(page(caesar(words, 7)).words)
    assert not scrambled(page(words).words)


def test_scrambled_text_needs_ocr_when_nothing_can_be_compared() -> None:
    assert needs_ocr(page(caesar(INDONESIAN, 3)))


def test_glyph_numbers_are_unreadable_but_bullets_are_not() -> None:
    assert unreadable(page("(cid:12)(cid:9) " * 8).words)
    assert not unreadable(page(f"\uf0b7 {INDONESIAN} " * 8).words)


def test_two_words_of_glyph_numbers_at_the_end_of_a_table_make_a_page_unreadable() -> None:
    good = f"{INDONESIAN} " * 8
    assert unreadable(page(f"{good} /- 3\x18\x18\x13 4 4 4- \x08\x10\x15 / /").words)
    assert not unreadable(page(f"{good} \uf0b7 peratur\x02n satu").words)


def test_numbers_alone_are_trusted() -> None:
    assert needs_ocr(page(" ".join(str(n) for n in range(200)))) is None


def test_overlapping_pictures_count_once() -> None:
    assert cover(page("", (0, 0, 250, 700), (0, 0, 250, 700))) == pytest.approx(0.5)


def test_importing_loads_no_reader() -> None:
    heavy = ("cv2", "rapidocr", "onnxruntime", "numpy")
    code = f"import sys, extractors.pages.reader; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
