"""Runs of rows: which lines belong to a table, and where another begins."""

from __future__ import annotations

import pytest

from extractors.geometry import Word
from extractors.grids import find_tables
from extractors.grids.ladders import find_ladders
from extractors.grids.lines import text_line
from extractors.grids.strokes import Stroke
from tests.support.drawing import level, one_table, page_of, put, width_of


def test_the_rest_of_a_cell_below_numbers_that_run_into_their_text_stays_in_its_row() -> None:
    words, base = [], 100.0
    for n in (8, *range(10, 20)):
        words += [*put(f"{n}.", 60 if n < 10 else 62, base), *put("Jadwal dan titik", 86, base)]
        words += [*put("Radio", 260, base), *put("Mei 2024", 380, base)]
        for line in ("peraga kampanye", "pada kecamatan"):
            base += 12
            words += put(line, 86, base)
        base += 17
    assert len(one_table(page_of(words)).rows()) == 11


def test_a_cell_of_many_lines_ends_no_table() -> None:
    words, base = [], 100.0
    for n in range(1, 7):
        words += [*put(f"{n}.", 60, base), *put(f"{n} Mei 2024", 90, base), *put("v", 320, base), *put("v", 400, base)]
        for _ in range(12 if n == 3 else 2):
            words += put("Keputusan KPU", 180, base)
            base += 12
        base += 6
    assert len(one_table(page_of(words)).rows()) == 6


def test_a_row_whose_justified_text_fills_its_column_ends_no_table() -> None:
    words = [w for x, text in ((60, "Waktu"), (130, "Informasi"), (330, "Media")) for w in put(text, x, 100)]
    for n in range(1, 7):
        words += [*put(f"{n} Mei 2024", 60, 100 + 18 * n), *put("Jadwal", 130, 100 + 18 * n)]
        words += put("Radio", 330, 100 + 18 * n)
    for x, text in zip((130, 179, 228, 277), ("informas", "tahapan,", "pemilih,", "Tempunak,"), strict=True):
        words += put(text, x, 228)
    words += [*put("21 s.d 24 Juni", 60, 228), *put("Radio dan surat kabar daerah", 330, 228)]
    assert one_table(page_of(words)).rows()[-1][2] == "Radio dan surat kabar daerah"


def test_the_last_line_of_a_centred_text_stays_in_the_last_row() -> None:
    words = []
    for n, text in enumerate(("Jadwal tahapan", "Cek data pemilih", "Larangan politik uang")):
        top = 100 + 20 * n
        words += [*put(f"{n + 1}.", 60, top), *put(text, 200 - width_of(text) / 2, top), *put("Radio", 330, top)]
    words += put("dalam Pemilu", 200 - width_of("dalam Pemilu") / 2, 151)
    assert one_table(page_of(words)).rows()[-1][1] == "Larangan politik uang dalam Pemilu"


def test_a_numbered_list_is_no_table() -> None:
    words = []
    for n in range(1, 8):
        words += [
            *put(f"{n}.", 60, 100 + 14 * n),
            *put("Undang-Undang Nomor 7 Tahun 2017 tentang Pemilu", 90, 100 + 14 * n),
        ]
    assert find_tables(page_of(words)) == []


def test_a_title_that_begins_where_a_column_does_is_no_rest_of_a_row() -> None:
    words = put("Rekapitulasi Media Sosial Triwulan II Tahun 2025", 100, 98, bold=True)
    for n, row in enumerate(
        [("No", "Konten", "FB", "X"), *((f"{n}.", "Foto Berita", "43", "43") for n in (1, 2, 3, 4))]
    ):
        words += [w for x, text in zip((60, 100, 200, 300), row, strict=True) for w in put(text, x, 106 + 14 * n)]
    rules = [level(y, 55, 380) for y in (103, 118, 176)]
    assert one_table(page_of(words, rules)).rows()[0] == ["No", "Konten", "FB", "X"]


def test_lines_of_two_columns_that_stand_close_stay_in_their_table() -> None:
    words = [w for x, text in ((60, "No"), (105, "Tanggal"), (185, "Isi"), (320, "Media")) for w in put(text, x, 100)]
    for n, top in enumerate(range(120, 360, 60), 1):
        words += [*put(f"{n}.", 60, top), *put("Rabu, 8", 123, top), *put("Simulasi", 181, top), *put("RRI", 320, top)]
        words += [*put("Oktober 2023", 113, top + 12), *put("pemungutan suara", 181, top + 12)]
        if n > 2:
            words += [
                *put("tautan", 420, top + 24),
                *put("Oktober 2023", 113, top + 36),
                *put("di Sambas", 181, top + 36),
            ]
    assert len(one_table(page_of(words)).rows()) == 5
    assert one_table(page_of(words)).rows()[4][1].endswith("Oktober 2023")


def test_a_line_as_wide_as_the_table_whose_widest_blank_is_between_columns_is_a_row() -> None:
    words = [*put("No", 60, 100), *put("Isi Informasi", 150, 100), *put("Kanal", 335, 100)]
    for n, top in ((1, 120), (2, 156), (3, 192)):
        words += [
            *put(f"{n}.", 60, top),
            *put("Tips mengenali hoaks cek sumber", 80, top),
            *put("Medsos KPU", 335, top),
        ]
        words += put("a. tanggal 26 Agustus 2023 cek fakta cek tanggal saja", 80, top + 12)
        words += [*put("(Instagram KPU", 335, top + 12), *put("hoaks", 80, top + 24), *put("Page)", 335, top + 24)]
    assert len(one_table(page_of(words)).rows()) == 4


def test_a_numbered_row_whose_columns_nearly_touch_ends_no_table() -> None:
    words: list[Word] = []
    for n in range(1, 7):
        date, text = (
            ("21 November 2025", "Pengumuman hasil survei kepuasan para") if n == 4 else ("1 Mei 2025", "Kirab")
        )
        row = ((60, f"{n}."), (90, date), (174, text), (360, "Telegram, Grup"))
        words += [w for x, part in row for w in put(part, x, 100 + 16 * n)]
    assert [row[0] for row in one_table(page_of(words)).rows()] == [f"{n}." for n in range(1, 7)]


def test_rows_set_far_apart_are_one_table_where_their_texts_are_centred_alike() -> None:
    words: list[Word] = []
    for n in (8, 9, 10, 11):
        date = f"{n} April 2025"
        words += [
            *put(f"{n}", 60, 50 * n),
            *put(date, 140 - 2.5 * len(date), 50 * n),
            *put("Larangan politik uang", 200, 50 * n),
        ]
    assert len(one_table(page_of(words)).rows()) == 4


def test_a_numbered_row_with_nothing_but_its_text_between_merged_cells_ends_no_table() -> None:
    """Its date and its media are those of the rows around it; the rules between run under the other columns."""
    words = [w for x, t in ((60, "No"), (90, "Tanggal"), (190, "Uraian"), (400, "Media")) for w in put(t, x, 100)]
    words += [*put("2 Mei 2025", 90, 157), *put("Radio dan", 400, 152), *put("Baliho", 400, 164)]
    rules = [level(90, 55, 500), level(105, 55, 500)]
    for n in range(1, 7):
        words += [*put(f"{n}.", 60, 97 + 20 * n), *put("Kirab Pemilu", 190, 97 + 20 * n)]
        rules += [level(105 + 20 * n, 55, 85), level(105 + 20 * n, 185, 385)]
    (table,) = find_tables(page_of(words, [*rules[:-2], level(225, 55, 500)]))
    assert [row[0] for row in table.rows()] == ["No", "1.", "2.", "3.", "4.", "5.", "6."]


def titled(base: float, title: str, *names: str) -> list[Word]:
    """A bold title over the bold names of columns, and two numbered rows."""
    words = put(title, 60, base, bold=True)
    words += [w for n, name in enumerate(names) for w in put(name, 60 + 60 * n, base + 14, bold=True)]
    for row in (1, 2):
        texts = (f"{row}.", "Kirab", *("7" for _ in names[2:]))
        words += [w for n, text in enumerate(texts) for w in put(text, 60 + 60 * n, base + 14 + 14 * row)]
    return words


def test_a_bold_title_over_bold_names_begins_another_table_with_other_columns() -> None:
    words = [*titled(60, "A. Informasi", "No", "Isi", "Media"), *titled(130, "B. Rekap", "No", "Isi", "IG", "FB")]
    assert [table.width for table in find_tables(page_of(words))] == [3, 4]


def test_a_month_over_numbered_rows_goes_on_with_the_table_below_its_heading() -> None:
    names = ((60, "No"), (100, "Konten"), (200, "IG"), (300, "FB"))
    words = [w for x, name in names for w in put(name, x, 100, bold=True)]
    words += [w for x, text in ((62, "1"), (110, "2"), (203, "3"), (303, "4")) for w in put(text, x, 116)]
    for month in (0, 1):
        words += put(f"Bulan {month + 4}", 60, 132 + 48 * month, bold=True)
        for n in (1, 2):
            row = ((60, f"{n}."), (100, "Berita"), (200, "7 post"), (300, "8 post"))
            words += [w for x, text in row for w in put(text, x, 132 + 48 * month + 16 * n)]
    rules = [level(y, 55, 360) for y in (88, 104, 120)]
    assert one_table(page_of(words, rules)).height == 8


def test_a_row_that_begins_with_its_day_ends_no_ladder_though_its_columns_touch() -> None:
    def ladders(day: str) -> list[int]:
        lines, rungs = [], [Stroke(84, 50, 400)]
        for n in range(7):
            base = 95 + 28 * n
            rungs.append(Stroke(base + 17, 50, 400))
            apart = [*put(f"{n}/5/2024", 60, base), *put("Tahapan", 150, base), *put("Laman", 330, base)]
            lines.append(text_line(put(f"{day} Pengenalan maskot Laman", 60, base) if n == 3 else apart, 10))
            lines += [text_line(put("pemilihan", 60, base + 12), 10)] if n == 3 else []
        return [len(ladder) for ladder in find_ladders(lines, rungs, 10)]

    assert ladders("3/5/2024") == [8]
    assert ladders("Bulan Mei:") == [3, 3]


def test_a_long_label_left_of_all_names_is_no_sentence_that_ends_the_table() -> None:
    words = [w for n, name in enumerate(("Puas", "Cukup", "Kurang")) for w in put(name, 320 + 60 * n, 100)]
    base = 116.0
    for _ in range(3):
        words += put("Apakah anda puas dengan cara kerja kami di", 60, base)
        words += [
            *put("daerah anda?", 60, base + 12),
            *(w for n in range(3) for w in put("15%", 320 + 60 * n, base + 12)),
        ]
        base += 30
    rows = one_table(page_of(words)).rows()
    assert rows[0] == ["", "Puas", "Cukup", "Kurang"]


@pytest.mark.parametrize("title", ["Minggu I Bulan Juli", ""])
def test_names_in_lines_of_their_own_head_the_figures_that_stand_level_with_them(title: str) -> None:
    """One of several lines has few names; a title or a blank stands between them and the rows."""
    words = [w for x, name in ((60, "No"), (240, "FACEBOO"), (330, "INSTAGR")) for w in put(name, x, 100, bold=True)]
    words += [w for x, name in ((100, "Konten"), (430, "X")) for w in put(name, x, 106, bold=True)]
    words += [w for x, name in ((60, "Urut"), (255, "K"), (342, "AM")) for w in put(name, x, 112, bold=True)]
    words += put(title, 60, 131, bold=True)
    for n in range(1, 5):
        row = ((66, f"{n}"), (100, "Berita"), (255, "4"), (345, "5"), (430, "6"))
        words += [w for x, text in row for w in put(text, x, 119 + 30 * n)]
    assert one_table(page_of(words)).rows()[0] == ["No Urut", "Konten", "FACEBOO K", "INSTAGR AM", "X"]


def test_names_that_all_but_touch_over_figures_end_no_table() -> None:
    xs = (70, 108, 150, 196, 234, 276, 322, 360, 402)
    names = ("TikTok", "YouTube", "Website") * 3
    words = [
        w for x, text in ((30, "Konten"), (108, "Juli"), (234, "Agustus"), (360, "Oktober")) for w in put(text, x, 100)
    ]
    words += [w for x, name in zip(xs, names, strict=True) for w in put(name, x, 116)]
    for n, label in enumerate(("Foto", "Video", "Repost")):
        words += [*put(label, 30, 134 + 16 * n)]
        words += [w for x, name in zip(xs, names, strict=True) for w in put("7", x + 2.5 * len(name) - 2, 134 + 16 * n)]
    table = one_table(page_of(words))
    assert table.height == 5 and table.rows()[1][1:] == list(names)


def test_labels_whose_lines_stand_nearer_than_the_rows_are_wrapped_and_so_is_the_last() -> None:
    words = [*put("Konten", 60, 100, bold=True), *put("IG", 200, 100, bold=True), *put("FB", 260, 100, bold=True)]
    base = 118.0
    for label in ("Ucapan Selamat", "Ucapan Duka Cita", "Repost", "Siaran Pers"):
        first, *others = label.split()
        words += [*put(first, 60, base), *put("7", 200, base), *put("8", 260, base)]
        for text in others:
            base += 11
            words += put(text, 60, base)
        base += 16
    rows = [row[0] for row in one_table(page_of(words)).rows()]
    assert rows == ["Konten", "Ucapan Selamat", "Ucapan Duka Cita", "Repost", "Siaran Pers"]


def test_titles_of_rows_and_labels_a_little_nearer_than_rows_are_not_wrapped() -> None:
    def labels(title: str, near: float) -> list[str]:
        words = [*put("Konten", 60, 100, bold=True), *put("IG", 200, 100, bold=True), *put("FB", 260, 100, bold=True)]
        base = 118.0
        for n, label in enumerate(("Foto", "Video", title, "Repost", "Poster", title, "Siaran")):
            base += near if label == title and n else 22
            words += put(label, 60, base)
            words += [] if label == title else [*put("7", 200, base), *put("8", 260, base)]
        return [row[0] for row in one_table(page_of(words)).rows()]

    for title, near in (("b. Unggahan", 16), ("Unggahan", 18)):
        assert labels(title, near) == ["Konten", "Foto", "Video", title, "Repost", "Poster", title, "Siaran"]
