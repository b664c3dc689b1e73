"""The words of cells: printed lines, what a wall broke or a rule tears, headings in bold."""

from __future__ import annotations

from extractors.geometry import Word, joined
from extractors.grids.cells import CUT
from extractors.grids.text import printed
from tests.support.drawing import ROWS, XS, grid_rules, one_table, page_of, put, ruled_table


def test_words_that_read_up_the_page_are_read_in_their_order() -> None:
    words, rules, _ = ruled_table([["No", "Jenis", "", ""], ["1", "Berita", "98", "7"]], XS)
    upward = [
        Word("Akun", 365, 108, 373, 116, 8, upright=False, angle=90),
        Word("Resmi", 365, 101, 373, 106, 8, upright=False, angle=90),
    ]
    assert one_table(page_of([*words, *upward], rules)).rows()[0][3] == "Akun Resmi"


def test_a_number_that_a_narrow_column_breaks_makes_no_rows() -> None:
    rows = [["No", "Konten", "IG"], ["9", "Siaran Pers", "3"], ["1\n0", "Promote Link\nBerita", "2"]]
    rows += [["1\n1", "Video", "5"], ["1\n2", "Repost", "7"]]
    words, rules, _ = ruled_table(rows, [50, 62, 200, 300])
    assert [row[:2] for row in one_table(page_of(words, rules)).rows()[1:]] == [
        ["9", "Siaran Pers"],
        ["10", "Promote Link Berita"],
        ["11", "Video"],
        ["12", "Repost"],
    ]


def test_bold_names_over_plain_rows_are_known_as_heading() -> None:
    words, rules, _ = ruled_table(ROWS, XS)
    heading = [Word(w.text, *w.box, w.size, bold=w.bottom < 115) for w in words]
    assert one_table(page_of(heading, rules)).header_rows == 1
    assert one_table(page_of(words, rules)).header_rows == 0


def test_a_word_that_a_narrow_cell_broke_is_put_together() -> None:
    rows = [["No", "Kegiatan", "Tempat"], ["1", "Penandatangana\nn Nota", "Aula"], ["2", "Rapat\nkerja", "Aula"]]
    words, rules, _ = ruled_table(rows, [50, 80, 156, 300])
    assert [row[1] for row in one_table(page_of(words, rules)).rows()][1:] == ["Penandatanganan Nota", "Rapat kerja"]


def test_texts_through_which_a_rule_runs_are_doubted_on_both_sides_of_it() -> None:
    words, rules, _ = ruled_table([["No", "Media"], ["1", "Radio"], ["2", "Baliho"], ["3", "Laman"]], [50, 90, 200])
    torn = one_table(page_of([*words, *put("Telegram", 93, 138)], rules))
    assert {cell.text for cell in torn.cells if cell.doubt} == {"Radio", "Telegram Baliho"}


def test_turned_names_through_which_a_wall_runs_are_doubted_on_both_sides_of_it() -> None:
    words, rules, _ = ruled_table([["No", "", "", "Jumlah"], ["1", "5", "6", "11"]], [50, 90, 120, 150, 200])
    turned = [Word(text, x, 101, x + 10, 114, 10, upright=False, angle=90) for text, x in (("Foto", 94), ("Web", 116))]
    torn = one_table(page_of([*words, *turned], rules))
    assert {cell.text for cell in torn.cells if cell.doubt} == {"Foto", "Web"}


def test_the_number_of_a_decree_that_a_narrow_cell_breaks_is_put_together() -> None:
    words = [*put("Pengumuman nomor", 54, 112), *put("348/PP.04/6109/2", 54, 124), *put("024 tentang hasil", 54, 136)]
    width = 54 + 16 * 5 + 6
    page = page_of([*words, *put("RRI", width + 8, 112)], grid_rules([50, width, width + 60], [100, 145, 165]))
    assert one_table(page).rows()[0][0] == "Pengumuman nomor 348/PP.04/6109/2024 tentang hasil"


def test_an_address_or_number_that_a_narrow_cell_broke_is_put_together_but_no_two_dates() -> None:
    rows = [
        ["No", "Kegiatan", "Tempat"],
        ["1", "Cek\ncekdptonline.k\npu.go.id", "Aula"],
        ["2", "01/04/2024-15\n02/04/2024", "Aula"],
        ["3", "01/04/2024\n02/04/2024", "Aula"],
    ]
    words, rules, _ = ruled_table(rows, [50, 80, 156, 300])
    assert [row[1] for row in one_table(page_of(words, rules)).rows()][1:] == [
        "Cek cekdptonline.kpu.go.id",
        "01/04/2024-15 02/04/2024",
        "01/04/2024 02/04/2024",
    ]


def test_a_known_word_in_capitals_that_a_narrow_cell_breaks_is_put_together() -> None:
    words = [*put("PODCA", 54, 112), *put("ST", 54, 124), *put("IG", 94, 112), *put("5", 54, 150), *put("6", 94, 150)]
    page = page_of(words, grid_rules([50, 82, 120], [100, 132, 160]))
    assert one_table(page).rows()[0] == ["PODCAST", "IG"]


def test_a_word_alone_in_the_middle_of_its_cell_fills_nothing_that_goes_on_below() -> None:
    words = [*put("di Kecamatan", 170, 112), *put("Kendawangan", 172.5, 124), *put("b. Sayembara", 167, 136)]
    assert printed(words, (100, 300)) == ("di Kecamatan", "Kendawangan", "b. Sayembara")


def test_a_word_that_a_line_break_parts_at_its_hyphen_stays_one() -> None:
    assert (
        joined(("Kades se-", "Kabupaten  Sanggau -", "Sekadau, 3-", "4 Mei"))
        == "Kades se-Kabupaten Sanggau - Sekadau, 3- 4 Mei"
    )


def test_a_word_parted_by_a_hyphen_is_whole_but_words_said_twice_keep_theirs() -> None:
    rows = [["No", "Tahun Penga-\ndaan", "Ket"], ["1", "masing-\nmasing", "baik"], ["2", "ber-\nKTP", "baik"]]
    words, rules, _ = ruled_table(rows, [50, 80, 180, 260])
    assert [row[1] for row in one_table(page_of(words, rules)).rows()] == [
        "Tahun Pengadaan",
        "masing-masing",
        "ber-KTP",
    ]


def test_a_line_that_runs_over_the_floor_of_a_low_row_is_of_that_row() -> None:
    words, rules, _ = ruled_table([["No", "Desa", "Ket"], ["1", "Sutera", ""], ["2", "Melano", ""]], [50, 80, 160, 300])
    rows = one_table(page_of([*words, *put("Perda nomor 4", 163, 127), *put("tahun 2010", 163, 137)], rules)).rows()
    assert [row[2] for row in rows] == ["Ket", "Perda nomor 4 tahun 2010", ""]


def test_lines_that_every_rule_tears_are_of_the_rows_that_hold_their_middle() -> None:
    words, rules, _ = ruled_table([["No", "Desa"], ["1", "Sutera"], ["2", "Melano"]], [50, 80, 160], leading=6)
    lowered = [Word(w.text, w.x0, w.top - 4, w.x1, w.bottom - 4, w.size) for w in words]
    assert one_table(page_of(lowered, rules)).rows()[1:] == [["1", "Sutera"], ["2", "Melano"]]


def test_a_last_column_that_no_rule_closes_may_be_cut_off() -> None:
    words, rules, _ = ruled_table([["Konten", "IG", "FB"], ["Foto Berita", "4", "1"], ["Video", "5", "2"]], XS[:4])
    right = max(rule.x1 for rule in rules)
    sideless = [rule for rule in rules if rule.horizontal or rule.x1 < right - 1]
    assert {cell.doubt for cell in one_table(page_of(words, rules)).cells} == {None}
    cells = one_table(page_of(words, sideless)).cells
    assert {cell.doubt for cell in cells if cell.col == 2} == {CUT} and {c.doubt for c in cells if c.col < 2} == {None}
    left = min(rule.x0 for rule in rules)
    assert {c.doubt for c in one_table(page_of(words, [r for r in sideless if r.x1 > left + 1])).cells} == {None}
