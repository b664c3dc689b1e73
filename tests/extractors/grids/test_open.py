"""What drawn lines leave undecided: rows without rules, columns without walls, titles within a frame."""

from __future__ import annotations

from dataclasses import replace

from extractors.geometry import Word
from tests.support.drawing import ROWS, XS, flat, level, one_table, page_of, put, put_right, ruled_table, upright


def test_a_title_and_a_source_inside_the_frame_are_no_rows() -> None:
    xs, ys = [50, 200, 350], [100, 115, 130, 145, 160, 190]
    rules = [*(level(y, 50, 350) for y in ys), upright(50, 100, 190), upright(350, 100, 190), upright(200, 115, 160)]
    words = [
        *put("Tabel 3 Rekap", 60, 111), *put("Kanal", 53, 126), *put("Jumlah", 203, 126),
        *put("Web", 53, 141), *put("5", 203, 141), *put("Radio", 53, 156), *put("2", 203, 156),
        *put("Sumber: data satker", 53, 172),
    ]  # fmt: skip
    assert len(xs) == 3
    assert one_table(page_of(words, rules)).rows() == [["Kanal", "Jumlah"], ["Web", "5"], ["Radio", "2"]]


def test_column_rules_without_row_rules_give_a_row_for_each_number() -> None:
    xs, end = [50, 80, 300, 400], 190
    rules = [level(100, 50, 400), level(115, 50, 400), level(end, 50, 400), *(upright(x, 100, end) for x in xs)]
    words = [
        *put("No", 53, 111), *put("Uraian", 83, 111), *put("Jumlah", 303, 111),
        *put("1", 53, 127), *put("Rapat koordinasi dengan", 83, 127), *put("3", 303, 127),
        *put("pemangku kepentingan", 83, 139),
        *put("2", 53, 151), *put("Sosialisasi", 83, 151), *put("12", 303, 151),
        *put("3", 53, 163), *put("Siaran pers", 83, 163), *put("7", 303, 163),
    ]  # fmt: skip
    rows = one_table(page_of(words, rules)).rows()
    assert rows[1] == ["1", "Rapat koordinasi dengan pemangku kepentingan", "3"]
    assert [row[0] for row in rows] == ["No", "1", "2", "3"]


def test_a_label_that_is_ruled_off_over_the_last_rows_leaves_them_rows() -> None:
    words = [w for x, name in ((53, "No"), (83, "Konten"), (183, "IG"), (243, "FB")) for w in put(name, x, 112)]
    for n, (number, name) in enumerate((("5", "Foto"), ("", ""), ("6", "Reels"), ("", ""), ("", ""))):
        cells = ((53, number), (83, name), (183, "7"), (243, "8"))
        words += [w for x, text in cells if text for w in put(text, x, 130 + 14 * n)]
    rules = [level(100, 50, 300), level(117, 50, 300), level(162, 50, 180), level(192, 180, 300)]
    rules += [upright(x, 100, 162) for x in (50, 80)] + [upright(x, 100, 192) for x in (180, 240, 300)]
    rows = one_table(page_of(words, rules)).rows()
    assert rows[1:] == [
        ["5", "Foto", "7", "8"],
        ["", "", "7", "8"],
        ["6", "Reels", "7", "8"],
        *[["", "", "7", "8"]] * 2,
    ]


def test_the_rest_of_a_row_over_one_whose_cells_stand_about_its_number_is_a_row_of_its_own() -> None:
    xs = (53, 83, 183)
    words = [
        w for x, name in zip(xs, ("No", "Tanggal", "Informasi"), strict=True) for w in put(name, x, 112, bold=True)
    ]
    told = [
        (130, ("", "Mei 2025", "nomor 543 tentang tata cara")),
        (142, ("", "", "pemungutan suara")),
        (160, ("", "", "Pelantikan panitia")),
        (166, ("5", "29 Mei 2025", "")),
        (172, ("", "", "pemilihan kecamatan")),
        (192, ("JUNI", "", "")),
    ]
    for n in range(6, 9):
        base = 194 + 30 * (n - 5)
        told += [
            (base - 6, ("", "", "Rapat pleno")),
            (base, (f"{n}", f"{n} Juni 2025", "")),
            (base + 6, ("", "", "terbuka")),
        ]
    words += [w for base, row in told for x, text in zip(xs, row, strict=True) if text for w in put(text, x, base)]
    rules = [level(y, 50, 400) for y in (100, 117, 181, 197, 310)]
    rules += [upright(x, top, end) for x in (80, 180) for top, end in ((100, 181), (197, 310))]
    rules += [upright(x, 100, 310) for x in (50, 400)]
    rows = one_table(page_of(words, rules)).rows()
    assert rows[1:3] == [
        ["", "Mei 2025", "nomor 543 tentang tata cara pemungutan suara"],
        ["5", "29 Mei 2025", "Pelantikan panitia pemilihan kecamatan"],
    ]


def test_a_wrapped_cell_is_not_cut_into_rows() -> None:
    """Dates and numbers in the second line of a cell do not make a row: it has no number of its own."""
    rows = [*ROWS, ["3.", "Kamis, 4\nApril 2024", "Rapat pleno\ntingkat 2", "RRI\n98 FM"]]
    words, rules, _ = ruled_table(rows, XS)
    assert one_table(page_of(words, rules)).rows() == flat(rows)


def test_labels_beside_ruled_rows_are_cut_along_them() -> None:
    xs, ys = [50, 150, 220, 290], [100 + 14 * n for n in range(6)]
    rules = [*(level(y, 150, 290) for y in ys), level(100, 50, 290), level(170, 50, 290)]
    rules += [upright(x, 100, 170) for x in xs]
    words = []
    for n, label in enumerate(("Gaji", "Tunjangan", "Jasa", "Perjalanan", "Jumlah")):
        words += [*put(label, 53, 111 + 14 * n), *put(str(100 + n), 153, 111 + 14 * n), *put(str(n), 223, 111 + 14 * n)]
    rows = one_table(page_of(words, rules)).rows()
    assert rows == [
        [label, str(100 + n), str(n)] for n, label in enumerate(("Gaji", "Tunjangan", "Jasa", "Perjalanan", "Jumlah"))
    ]


def test_columns_between_two_walls_are_found_by_alignment() -> None:
    rules = [
        level(100, 50, 500),
        level(116, 50, 500),
        level(220, 50, 500),
        *(upright(x, 100, 220) for x in (50, 275, 500)),
    ]
    words = [
        *put("Umur", 53, 111),
        *put_right("Jumlah", 270, 111),
        *put("Umur", 280, 111),
        *put_right("Jumlah", 495, 111),
    ]
    for n in range(7):
        base = 128 + 13 * n
        words += [*put(f"{n} tahun", 53, base), *put_right(f"{n + 3}.201", 270, base)]
        words += [*put(f"{n + 7} tahun", 280, base), *put_right(f"{n + 5}.117", 495, base)]
    rows = one_table(page_of(words, rules)).rows()
    assert rows[0] == ["Umur", "Jumlah", "Umur", "Jumlah"]
    assert rows[3] == ["2 tahun", "5.201", "9 tahun", "7.117"]


def test_justified_texts_between_walls_hide_no_columns() -> None:
    """Narrow cells spread their words, with equal blanks in each line."""
    rows = [["No", "Tempat"]] + [[f"{n}.", ""] for n in range(1, 5)]
    words, rules, _ = ruled_table([[no, f"{text}\n" if text else "\n"] for no, text in rows], [50, 90, 200])
    for n in range(4):
        top = 110 + 29 * (n + 1)
        upper = (("Aula", 93), ("Kantor", 128), ("KPU", 173))
        words += [w for text, x in upper for w in put(text, x, top)] + put("Sanggau", 93, top + 12)[: n % 2]
    assert one_table(page_of(words, rules)).width == 2


def test_several_names_in_one_merged_cell_stand_over_their_own_columns() -> None:
    ys = [100, 115, 130, 145]
    rules = [*(level(y, 50, 450) for y in ys), *(upright(x, 100, 145) for x in (50, 150, 450))]
    rules += [upright(x, 115, 145) for x in (225, 300, 375)]
    words = [
        *put("Konten", 53, 111), *put("April", 213, 111), *put("Mei", 365, 111),
        *put("IG", 160, 126), *put("FB", 235, 126), *put("IG", 310, 126), *put("FB", 385, 126),
        *put("Berita", 53, 141), *put("1", 160, 141), *put("2", 235, 141), *put("3", 310, 141), *put("4", 385, 141),
    ]  # fmt: skip
    names = {c.text: (c.col, c.colspan) for c in one_table(page_of(words, rules)).cells if c.row == 0}
    assert names == {"Konten": (0, 1), "April": (1, 2), "Mei": (3, 2)}


def test_the_rest_of_a_row_below_a_heading_between_column_rules_is_a_row() -> None:
    rules = [upright(x, 85, 170) for x in (50, 90, 300, 450)] + [level(y, 50, 450) for y in (85, 104)]
    words = [*put("No", 53, 98, bold=True), *put("Informasi", 93, 98, bold=True), *put("Media", 303, 98, bold=True)]
    words += [*put("lembaga survei", 93, 115), *put("5.", 53, 132), *put("Distribusi logistik ke", 93, 132)]
    words += [*put("RRI", 303, 132), *put("Landak", 93, 144)]
    assert one_table(page_of(words, rules)).rows()[1:] == [
        ["", "lembaga survei", ""],
        ["5.", "Distribusi logistik ke Landak", "RRI"],
    ]


def test_every_other_row_of_a_banded_table_has_no_walls() -> None:
    rows = [*ROWS, ["3.", "4 April 2024", "Cek data pemilih", "IG"]]
    words, _, end = ruled_table(rows, XS)
    ys = [100, 117, 146, 175, end]
    walls = [upright(x, ys[n], ys[n + 1]) for n in (0, 1, 3) for x in XS] + [
        upright(x, ys[2], ys[3]) for x in (50, 540)
    ]
    page = page_of(words, [*(level(y, 50, 540) for y in ys), *walls])
    assert one_table(page).rows() == flat(rows)


def test_the_first_rows_of_a_banded_table_are_no_titles_though_they_have_no_walls() -> None:
    rows = [["No", "Konten", "IG", "FB"], *([f"{n}", "Berita", "7", "8"] for n in (1, 2, 3))]
    words, _, end = ruled_table(rows, XS)
    ys = [100, 117, 134, 151, end]
    walls = [upright(x, ys[2], ys[3]) for x in XS] + [upright(x, 100, end) for x in (50, 540)]
    assert one_table(page_of(words, [*(level(y, 50, 540) for y in ys), *walls])).rows() == rows


def test_a_number_at_the_foot_of_its_ruled_row_leaves_the_row_whole() -> None:
    words, rules, _ = ruled_table(
        [["No", "Informasi"], ["\n1", "Launching maskot\ndan jingle"], ["2", "Jadwal"]], [50, 80, 300]
    )
    bold = [replace(word, bold=word.top < 117) for word in words]
    assert one_table(page_of(bold, rules)).rows()[1] == ["1", "Launching maskot dan jingle"]


def test_figures_in_a_tall_cell_are_those_of_the_rows_beside_it() -> None:
    words: list[Word] = [*put("Uraian", 53, 96), *put("Jumlah", 300, 96)]
    rules = [level(84, 50, 400), level(100, 50, 400), level(200, 50, 400)]
    rules += [upright(x, 84, 200) for x in (50, 290, 400)]
    for n, label in enumerate(("Persiapan", "Pondasi", "Dinding", "Atap", "Jumlah seluruhnya")):
        words += put(label, 53, 112 + 20 * n)
        rules += [level(120 + 20 * n, 50, 290)] if n < 4 else []
        words += put_right(f"{n + 1}.250.000", 395, 112 + 20 * n) if n != 1 else []
    rows = one_table(page_of(words, rules)).rows()
    assert [row[1] for row in rows] == ["Jumlah", "1.250.000", "", "3.250.000", "4.250.000", "5.250.000"]


def test_two_words_at_both_sides_of_justified_lines_hide_no_columns() -> None:
    words, base = [], 112.0
    for sector in ("Instansi", "Unsur"):
        for left, right in (("Kegiatan", "bersama"), (sector, "Non")):
            words += [*put(left, 54, base), *put_right(right, 146, base)]
            base += 12
        words += put("Pemerintah", 54, base)
        base += 12
    words += [w for n in range(8) for w in put(f"{n % 4 + 1}. Rapat kerja bersama camat", 154, 112 + 12 * n)]
    rules = [level(100, 50, 400), level(210, 50, 400), *(upright(x, 100, 210) for x in (50, 150, 400))]
    assert one_table(page_of(words, rules)).method == "lattice"


def test_lists_beside_one_another_in_a_frame_are_one_row() -> None:
    rules = [*(level(y, 50, 400) for y in (100, 115, 190)), *(upright(x, 100, 190) for x in (50, 225, 400))]
    told = ("1. Rapat data pemilih di", "Aula KPU, 2 Mei 2024", "2. Audiensi di Kantor", "Bupati, 4 Mei 2024")
    beside = ("1. Dialog di RRI, 3 Mei", "2. Diskusi bersama PWI", "di Aula KPU, 5 Mei 2024", "3. Temu media di kafe")
    words = [*put("Pemerintah", 53, 111), *put("Non Pemerintah", 228, 111)]
    for n, (left, right) in enumerate(zip(told, beside, strict=True)):
        words += [*put(left, 53, 127 + 12 * n), *put(right, 228, 127 + 12 * n)]
    assert one_table(page_of(words, rules)).height == 2


def test_names_in_bold_over_a_first_row_that_only_shading_parts_from_the_next_head_it() -> None:
    rules = [level(y, 50, 540) for y in (100, 131, 142, 153, 164)]
    words = [
        w for x, name in ((53, "Media"), (150, "Tanggal"), (300, "Informasi")) for w in put(name, x, 111, bold=True)
    ]
    rows = (("Instagram", "1 Mei 2024", "Tahapan"), ("Radio", "2 Mei 2024", "Jadwal"), ("Koran", "3 Mei 2024", "DPS"))
    for n, row in enumerate((*rows, ("Laman", "4 Mei 2024", "DPT"))):
        words += [w for x, text in zip((53, 150, 300), row, strict=True) for w in put(text, x, 126 + 13 * n)]
    assert one_table(page_of(words, rules)).rows()[:2] == [["Media", "Tanggal", "Informasi"], list(rows[0])]


def test_few_days_below_names_in_bold_begin_rows_though_no_rule_parts_them() -> None:
    rules = [level(100, 50, 400), level(150, 50, 400), *(upright(x, 100, 150) for x in (50, 150, 400))]
    words = [*put("Tanggal", 53, 111, bold=True), *put("Informasi", 153, 111, bold=True)]
    words += [*put("3/10/2024", 53, 123), *put("Simulasi pemungutan", 153, 123), *put("suara", 153, 135)]
    words += [*put("4/10/2024", 53, 147), *put("Kelas pemilih", 153, 147)]
    assert one_table(page_of(words, rules)).rows() == [
        ["Tanggal", "Informasi"],
        ["3/10/2024", "Simulasi pemungutan suara"],
        ["4/10/2024", "Kelas pemilih"],
    ]


def test_lines_with_figures_in_the_same_columns_are_rows_beside_the_name_of_their_group() -> None:
    xs = (50, 110, 190, 240, 290)
    words = [w for x, name in zip(xs, ("Bulan", "Kanal", "Video", "Foto"), strict=False) for w in put(name, x + 3, 111)]
    words += put("Januari", 53, 127)
    for n, name in enumerate(("Laman", "Instagram", "Facebook")):
        words += [*put(name, 113, 127 + 12 * n), *put("5", 193, 127 + 12 * n), *put("0", 243, 127 + 12 * n)]
    rules = [*(level(y, 50, 290) for y in (100, 115, 156)), *(upright(x, 100, 156) for x in xs)]
    rows = one_table(page_of(words, rules)).rows()
    assert [row[1] for row in rows] == ["Kanal", "Laman", "Instagram", "Facebook"]
