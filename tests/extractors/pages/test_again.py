"""Lines that stand on several pages alike."""

from __future__ import annotations

from dataclasses import replace

from extractors.geometry import Page
from extractors.pages.again import with_lines_again
from tests.support.drawing import page_of, put


def scanned(number: int, text: str, doubted: str = "") -> Page:
    """A scanned page of one line, one of its words doubted."""
    words = [replace(word, doubt="?" if word.text == doubted else None) for word in put(text, 60, 100)]
    return replace(page_of(words, number=number), source="ocr")


def read(*pages: Page) -> list[str]:
    """What stands on the pages in the end."""
    return [" ".join(word.text for word in page.words) for page in with_lines_again(pages)]


def test_a_misread_name_of_a_column_is_the_one_of_the_next_page() -> None:
    sure = "No Uraian Kegiatan Stakeholder"
    poor = scanned(2, "No Uraian Kegiatan Stakeholdt1", "Stakeholdt1")
    assert read(poor, scanned(3, sure)) == [sure, sure]
    assert with_lines_again([poor, scanned(3, sure)])[0].words[-1].doubt
    foot = "Subbagian Hupmnas | Halaman 2 dari 5", "Subbagian Hupmas Halaman 3 dari 5"
    assert read(scanned(2, foot[0], "Hupmnas"), scanned(3, foot[1]))[0] == foot[0].replace("mn", "m")


def test_what_is_sure_or_another_word_or_a_figure_stays() -> None:
    names = ("Kanal Minggu Il", "Kanal Konten Minggu III"), ("Jumlah konten tahun 2O24", "Jumlah konten tahun 2025")
    for one, other in names:
        assert read(scanned(2, one, one.split()[-1]), scanned(3, other)) == [one, other]
    assert read(scanned(2, "Kegiatan di Melawai"), scanned(3, "Kegiatan di Melawi"))[0] == "Kegiatan di Melawai"
