"""Headers and footers that are read differently from page to page."""

from dataclasses import replace

import pytest

from extractors.geometry import Fill
from extractors.pages.furniture import strip_furniture
from tests.drawing import page_of, put


def left(*footers: str) -> list[str]:
    """What is left of pages with these lines at their foot."""
    pages = [page_of([*put("isi", 60, 400), *put(text, 60, 800)], number=n) for n, text in enumerate(footers, 1)]
    return [" ".join(word.text for word in page.words) for page in strip_furniture(pages)]


def test_a_footer_with_misread_letters_is_one_all_the_same() -> None:
    good, poor = (
        "Dokumen ini telah ditandatangani secara elektronik",
        "Dokumen ini telah ditandatangani sccara elcktronik",
    )
    assert left(good, poor, good) == ["isi"] * 3
    foot = "Subbagian Partisipasi dan Hupmas {} Halaman 2 dari 3"
    assert left(*(foot.format(sign) for sign in ("|", "", "|"))) == ["isi"] * 3


def test_lines_that_differ_in_a_short_word_or_in_many_letters_are_none() -> None:
    lines = [f"Informasi yang disebarluaskan bulan {month}" for month in ("Juni", "Juli", "Agustus")]
    assert left(*lines) == [f"isi {line}" for line in lines]


def test_a_day_over_the_items_of_each_page_is_no_furniture() -> None:
    days = ["27-04-2024", "28-04-2024", "29-05-2024", "30-05-2024"]
    assert left(*days) == [f"isi {day}" for day in days]
    assert left("Senin, 02/07/2024", "Senin, 02/07/2024", "Senin, 02/07/2024") == ["isi"] * 3


def test_the_names_of_sheets_over_the_pages_of_a_workbook_stand_once() -> None:
    pages = [
        page_of([*put(name, 297.5 - 2.5 * len(name), 40), *put("isi", 60, 400)], number=number)
        for number, name in enumerate(("Sampul", "Rekap", "Rekap", "Koordinasi", "Informasi", "Koordinasi"), 1)
    ]
    found = [" ".join(word.text for word in page.words) for page in strip_furniture(pages)]
    assert found == ["Sampul isi", "Rekap isi", "isi", "Koordinasi isi", "Informasi isi", "Koordinasi isi"]


@pytest.mark.parametrize(
    ("text", "doubt", "kept"), [("Wkm", "ragu", False), ("Wkm", None, True), ("W", None, False), ("12", "ragu", True)]
)
def test_a_lone_short_or_doubted_word_at_the_foot_of_a_scan_is_someones_initials(
    text: str, doubt: str | None, kept: bool
) -> None:
    (mark,) = put(text, 500, 800)
    page = page_of([*put("isi", 60, 760), replace(mark, doubt=doubt)])
    (stripped,) = strip_furniture([replace(page, source="ocr")])
    assert [word.text for word in stripped.words] == (["isi", text] if kept else ["isi"])


def test_a_name_half_a_line_over_the_others_of_a_heading_is_no_header() -> None:
    pages = []
    for number, name in enumerate(("Konten", "Tanggal", "Kegiatan"), 1):
        head = [replace(word, top=word.top + 3) for word in [*put("No.", 60, 60), *put(name, 120, 66)]]
        pages.append(page_of([*head, *put("isi", 60, 400)], number=number))
    assert [page.words[0].text for page in strip_furniture(pages)] == ["No."] * 3


def test_the_bar_behind_a_page_number_goes_with_it_and_one_behind_a_heading_stays() -> None:
    bar, head = Fill((50, 790, 300, 805), 0.2), Fill((50, 390, 300, 405), 0.8)
    pages = [
        page_of([*put("isi", 60, 400), *put(f"Laporan {number}", 60, 800)], (), [bar, head], number)
        for number in (1, 2, 3)
    ]
    assert [page.fills for page in strip_furniture(pages)] == [(head,)] * 3
