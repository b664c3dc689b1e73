"""Paragraphs told by distances and by where lines end."""

from __future__ import annotations

from extractors.structure.flow import Line
from extractors.structure.paragraphs import list_items, paragraphs
from tests.support.making import line

FULL = "Rapat koordinasi bersama seluruh pemangku kepentingan dilaksanakan"


def texts(lines: list[Line]) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(lines)]


def test_a_sentence_that_ends_before_a_wider_step_ends_its_paragraph() -> None:
    """Neither indents nor short last lines show it, and less than a line is blank between them."""
    told = [(0, FULL), (14, f"{FULL[:-1]}."), (34, FULL), (48, FULL), (62, f"{FULL[:-1]}."), (82, FULL)]
    found = texts([line(text, top=100 + step) for step, text in told])
    assert [text.count("Rapat") for text in found] == [2, 3, 1]


def test_a_sentence_that_ends_short_of_the_margin_of_justified_lines_ends_its_paragraph() -> None:
    told = (FULL, FULL, f"{FULL[:-3]}.", FULL, FULL, f"{FULL[:-1]}.")
    found = texts([line(text, top=100 + 14 * n) for n, text in enumerate(told)])
    assert [text.count("Rapat") for text in found] == [3, 3]


def test_the_last_line_of_an_item_is_its_own_though_it_looks_bold() -> None:
    told = [(60, f"1. {FULL[:-3]}"), (80, FULL[:-3]), (80, "Desember 2023."), (60, f"2. {FULL[:-3]}")]
    found = list_items([line(text, top=100 + 13 * n, x0=x, bold=n == 2) for n, (x, text) in enumerate(told)])
    assert [item.text.split()[-1] for item in found] == ["2023.", FULL[:-3].split()[-1]]


def test_the_head_of_a_later_page_is_no_part_of_an_item_that_has_ended() -> None:
    told = [line("1. Undang-Undang Nomor 7 Tahun 2017;", x0=60), line("2. Keputusan KPU Nomor 12.", x0=60, top=120)]
    found = list_items([*told, line("Informasi", x0=280, top=40, page=2)])
    assert [item.text for item in found] == ["Undang-Undang Nomor 7 Tahun 2017;", "Keputusan KPU Nomor 12."]


def test_what_a_colon_announces_on_the_next_page_is_part_of_its_item() -> None:
    told = [line("1. Kirab Pemilu. Media:", x0=60), line("Laman KPU.", x0=80, top=40, page=2)]
    assert [item.text for item in list_items(told)] == ["Kirab Pemilu. Media: Laman KPU."]


def test_short_paragraphs_are_justified_where_all_lines_amid_a_sentence_end_at_one_place() -> None:
    told = (FULL, "pada hari Senin.", FULL, f"{FULL[:-3]}.", FULL, "di Aula KPU.")
    found = texts([line(text, top=100 + 14 * n) for n, text in enumerate(told)])
    assert [text.count("Rapat") for text in found] == [1, 2, 1]


def test_lines_that_all_end_a_sentence_are_a_paragraph_each() -> None:
    found = texts([line(f"{FULL[:-n]}.", top=100 + 14 * n) for n in (1, 2, 3)])
    assert [text.count("Rapat") for text in found] == [1, 1, 1]


def test_items_of_a_list_set_in_the_middle_begin_anywhere() -> None:
    texts = [f"1. {FULL} di Aula.", f"2. {FULL}.", f"3. {FULL} di Balai."]
    told = [line(text, top=100 + 14 * n) for n, text in enumerate(texts)]
    centred = [line(text, top=one.top, x0=300 - (one.x1 - one.x0) / 2) for text, one in zip(texts, told, strict=True)]
    assert [item.text for item in list_items(centred)] == [text[3:] for text in texts]


def test_lines_over_a_blank_line_are_apart_though_none_ends_a_sentence() -> None:
    told = [(0, FULL), (13, "di Aula"), (37, FULL), (61, FULL), (74, "di Ruang")]
    found = texts([line(text, top=100 + step) for step, text in told])
    assert [text.count("Rapat") for text in found] == [1, 1, 1]


def test_a_dash_that_a_break_put_first_begins_no_item() -> None:
    found = texts([line(FULL, top=100), line("– Instagram, Facebook", top=114), line("– Radio", top=128)])
    assert found == [f"{FULL} – Instagram, Facebook", "Radio"]
    found = texts([line(f"{FULL} 23", top=100, x0=100), line("- 24 Maret 2023 di Aula", top=114)])
    assert found == [f"{FULL} 23 - 24 Maret 2023 di Aula"]


def test_a_month_between_items_is_a_title_and_behind_a_day_the_rest_of_its_date() -> None:
    told = ("• Rapat koordinasi", "Bulan Mei", "• Rapat pada tanggal 12", "Mei 2024 di Aula", "• Rapat")
    found = list_items([line(text, top=100 + 14 * n) for n, text in enumerate(told)])
    assert [item.text for item in found] == ["Rapat koordinasi", "Rapat pada tanggal 12 Mei 2024 di Aula", "Rapat"]


def test_a_paragraph_that_begins_left_of_a_list_stands_below_it() -> None:
    items = [line(f"{n}. Undang-Undang Nomor {n};", top=100.0 + 14 * n, x0=100.0) for n in (1, 2, 3)]
    after = line("Penyebarluasan informasi berjalan baik.", top=180.0, x0=72.0)
    assert [item.text for item in list_items([*items, after])][-1] == "Undang-Undang Nomor 3;"
