"""Headers and footers that are read differently from page to page."""

from dataclasses import replace

import pytest

from extractors.geometry import Fill
from extractors.pages.furniture import strip_furniture
from tests.support.drawing import level, page_of, put, upright

WORDS = ["", "Pendahuluan", "Rekapitulasi", "Evaluasi"]


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


def test_a_box_at_the_head_of_each_page_is_no_row_of_the_table_below_it() -> None:
    box = [*(level(y, 50, 400) for y in (40, 60)), *(upright(x, 40, 60) for x in (50, 200, 400))]
    table = [*(level(y, 50, 400) for y in (62, 80)), *(upright(x, 62, 80) for x in (50, 300, 400))]
    head = [*put("KPU", 60, 54), *put("Laporan Bakohumas", 210, 54)]
    pages = [page_of([*head, *put(WORDS[n], 60, 74)], [*box, *(table if n == 3 else [])], number=n) for n in (1, 2, 3)]
    found = strip_furniture(pages)
    assert [[word.text for word in page.words] for page in found] == [[word] for word in WORDS[1:]]
    assert [len(page.rules) for page in found] == [0, 0, len(table)]
    below = [*table, *(replace(rule, top=rule.top - 2) for rule in table if not rule.horizontal)]
    joined = [page_of([*head, *put(WORDS[n], 60, 74)], [*box, *below], number=n) for n in (1, 2, 3)]
    assert [len(page.words) for page in strip_furniture(joined)] == [4] * 3


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


def test_a_footer_of_all_pages_behind_the_cover_is_one() -> None:
    footer = "Bakohumas KPU Kab. Kubu Raya TW IV 2023"
    assert left("Sungai Raya", footer, footer) == ["isi Sungai Raya", "isi", "isi"]
    assert left(footer, "Sungai Raya", footer) == [f"isi {footer}", "isi Sungai Raya", f"isi {footer}"]
