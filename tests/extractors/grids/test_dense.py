"""Rules that part rows, rules that only frame them, and tall cells that are no prose."""

from __future__ import annotations

from extractors.geometry import Word
from extractors.grids import find_tables
from extractors.grids.kinds import are_names_of
from extractors.grids.lines import text_line
from extractors.grids.numbered import numbered_lines
from tests.support.drawing import level, page_of, put


def placed(base: float, *texts: tuple[float, str]) -> list[Word]:
    return [word for x, text in texts for word in put(text, x, base)]


def test_figures_between_two_rules_are_rows_though_the_table_is_short() -> None:
    words = placed(100, (60, "Instagram"), (160, "Facebook")) + placed(116, (75, "5"), (175, "6"))
    for n in range(6):
        words += placed(132 + 14 * n, (75, "97"), (175, "98"))
    rules = [level(y, 55, 260) for y in (88, 104, 120, 208)]
    (table,) = find_tables(page_of(words, rules))
    assert table.height == 8


def test_rows_that_count_on_between_two_rules_are_rows() -> None:
    words = placed(100, (60, "No"), (100, "Konten"), (220, "IG")) + placed(116, (62, "1"), (110, "2"), (222, "3"))
    for n in range(1, 6):
        words += placed(118 + 14 * n, (60, f"{n}."), (100, "Berita"), (220, "7"))
    rules = [level(y, 55, 260) for y in (88, 104, 120, 194)]
    (table,) = find_tables(page_of(words, rules))
    assert table.height == 7


def test_a_number_alone_between_two_rules_does_not_take_in_the_figures_below_its_row() -> None:
    words = placed(100, (60, "No"), (100, "Konten"), (220, "IG"), (260, "FB"))
    words += placed(118, (60, "9."), (100, "Berita"), (220, "7"), (260, "8"))
    words += placed(136, (100, "Total"), (220, "27"), (260, "28"))
    (table,) = find_tables(page_of(words, [level(y, 55, 280) for y in (88, 104, 142)]))
    assert table.height == 3


def test_the_lines_of_a_tall_cell_below_a_short_first_one_are_no_prose() -> None:
    names = ((60, "No"), (90, "Tanggal"), (180, "Materi"), (380, "Media"))
    words = [word for x, name in names for word in put(name, x, 100, bold=True)]
    base = 116.0
    for n in range(1, 7):
        words += placed(base, (60, f"{n}."), (90, f"{n} Juli 2025"), (180, "Pengumuman penggantian"), (380, "RRI"))
        for line in (
            "antarwaktu anggota DPRD dari Partai",
            "Peserta Pemilu yang berdasarkan Surat",
            "Ketua DPRD Kabupaten Sekadau Nomor",
        ):
            base += 11
            words += placed(base, (180, line))
        words += placed(base + 11, (180, f"70{n}/DPRD/2025"))
        base += 26
    (table,) = find_tables(page_of(words))
    assert [len(row[2].split()) for row in table.rows()[1:]] == [18] * 6


def test_numbered_rows_that_share_a_text_of_several_words_are_rows() -> None:
    rows = [
        placed(100 + 40 * n, (60, f"{n}."), (90, f"Jawaban ke-{n} atas hoaks"), (380, "TVRI Kalbar; RRI Pontianak"))
        for n in (1, 2)
    ]
    assert len(numbered_lines([text_line(row, 1.1) for row in rows])) == 2


def test_a_rule_like_the_others_far_below_a_row_closes_it() -> None:
    words = placed(100, (60, "8"), (100, "Kirab"), (220, "Alun-alun"))
    words += placed(133, (100, "Pelatihan"), (220, "Gedung")) + placed(145, (100, "cek fakta"), (220, "Serbaguna"))
    words += placed(139, (60, "9"), (300, "76 orang"))
    (table,) = find_tables(page_of(words, [level(y, 55, 360) for y in (86, 115, 160)]))
    assert table.rows()[1] == ["9", "Pelatihan cek fakta", "Gedung Serbaguna", "76 orang"]


def test_lines_with_figures_in_the_same_columns_are_rows_however_few() -> None:
    words = placed(100, (60, "Konten"), (160, "IG"), (220, "FB"))
    for n, name in enumerate(("Berita", "Video", "Poster", "Kuis")):
        words += placed(118 + 14 * n, (60, name), (160, "5"), (220, "6"))
    words += placed(180, (60, "Jumlah"), (160, "20"), (220, "24"))
    (table,) = find_tables(page_of(words, [level(y, 55, 260) for y in (88, 105, 167, 185)]))
    assert table.height == 6


def test_a_line_between_a_rule_and_a_number_is_of_the_row_of_that_number() -> None:
    words = placed(100, (190, "Sosialisasi bersama")) + placed(
        112, (60, "8."), (90, "16 Juni"), (190, "camat"), (400, "Aula")
    )
    words += placed(140, (190, "Audiensi tentang")) + placed(
        152, (60, "9."), (90, "19 Juni"), (190, "hibah"), (400, "-")
    )
    (table,) = find_tables(page_of(words, [level(y, 55, 440) for y in (88, 120)]))
    assert [row[2] for row in table.rows()] == ["Sosialisasi bersama camat", "Audiensi tentang hibah"]


def test_a_label_of_two_lines_heads_the_longer_text_beside_it_between_rules() -> None:
    words = placed(100, (60, "Sektor"), (160, "Kegiatan"))
    base = 116.0
    rules = [level(y, 55, 420) for y in (88, 104)]
    for labels in (("Pemerintah",), ("Non", "Pemerintah")):
        for n in range(8):
            words += [
                *placed(base, (160, f"{n // 2 + 1}. Rapat koordinasi bersama" if n % 2 == 0 else "camat di aula"))
            ]
            words += placed(base, (60, labels[n])) if n < len(labels) else []
            base += 12
        rules.append(level(base - 8, 55, 420))
        base += 4
    (table,) = find_tables(page_of(words, rules))
    assert [row[0] for row in table.rows()] == ["Sektor", "Pemerintah", "Non Pemerintah"]


def test_a_numbered_row_whose_further_texts_stand_higher_and_lower_is_one() -> None:
    rows = [
        placed(100, (60, "1."), (90, "2 Mei"), (380, "RRI")),
        placed(120, (60, "2."), (90, "3 Mei"), (380, "RRI")),
        placed(140, (60, "3."), (90, "4 Mei")),
        placed(160, (60, "5."), (90, "4 Mei")),
    ]
    assert len(numbered_lines([text_line(row, 1.1) for row in rows])) == 3


def test_a_sum_and_what_follows_under_figures_with_their_unit_are_rows() -> None:
    words = placed(100, (60, "No"), (100, "Konten"), (220, "Jumlah"))
    for n, figure in ((1, "8"), (2, "9 x"), (3, "7 post")):
        words += placed(100 + 14 * n, (60, f"{n}"), (100, "Berita"), (220, figure))
    for n, (name, figure) in enumerate((("Jumlah", "24"), ("Followers", "2.970"), ("Jangkauan", "9.758"))):
        words += placed(156 + 14 * n, (100, name), (220, figure))
    (table,) = find_tables(page_of(words))
    assert table.rows()[4:] == [["", "Jumlah", "24"], ["", "Followers", "2.970"], ["", "Jangkauan", "9.758"]]


def test_few_figures_may_stand_under_two_names_that_stand_close() -> None:
    close = [*put("Laman KPU", 280, 100, bold=True), *put("Instagram", 330, 100, bold=True)]
    names = [w for x, t in ((90, "Konten"), (200, "X"), (240, "Web")) for w in put(t, x, 100, bold=True)]
    row = text_line(placed(120, (62, "1"), (90, "Berita"), (200, "5"), (240, "6"), (300, "7")), 0.7)
    heading = text_line([*names, *close], 1.1)
    assert len(heading.segments) == 4 and are_names_of([heading], row)
    assert not are_names_of([text_line(close, 1.1)], row)
