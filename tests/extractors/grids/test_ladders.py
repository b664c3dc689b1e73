"""Ladders of rules, also of shorter ones beside merged cells and cut by a page break."""

from __future__ import annotations

from extractors.geometry import Fill, Word
from extractors.grids import find_tables
from tests.support.drawing import level, one_table, page_of, put, put_right, width_of


def test_short_rules_beside_merged_cells_belong_to_the_table_of_the_long_ones() -> None:
    """A page that begins and ends within merged cells: only two rules run over the whole width."""
    rules = [level(y, 50, 290) for y in (100, 120, 160, 200)] + [level(140, 50, 500), level(220, 50, 500)]
    rules += [level(180, 50, 90), level(180, 190, 290)]
    words = [*put("Instagram", 300, 154)]
    for n in range(6):
        words += [*put(f"{n + 3}.", 53, 114 + 20 * n), *put(f"Tahap {n}", 200, 114 + 20 * n)]
        words += put(f"{n + 3} Mei 2024", 100, 114 + 20 * n) if n != 4 else []
    table = one_table(page_of(words, rules))
    media = [(c.row, c.rowspan) for c in table.cells if c.col == 3]
    assert table.height == 6 and media == [(0, 2), (2, 4)]


def test_the_last_line_of_a_cut_row_may_run_over_two_columns_that_stand_close() -> None:
    words = [w for x, text in ((60, "No"), (90, "Isi"), (232, "Media"), (330, "Hari")) for w in put(text, x, 100)]
    for n, top in ((1, 118), (2, 136), (3, 154)):
        row = ((60, f"{n}."), (90, "Pengumuman Daftar Calon"), (232, "Medsos KPU"), (330, "8 Mei"))
        words += [w for x, text in row for w in put(text, x, top)]
    words += [*put("Tetap anggota DPRD Kabupaten", 90, 166), *put("(X)", 232, 166)]
    rules = [level(y, 55, 380) for y in (88, 106, 124, 142)]
    assert one_table(page_of(words, rules)).rows()[3][2] == "Medsos KPU (X)"


def test_a_band_of_many_lines_is_a_row_where_its_number_counts_on() -> None:
    words = [w for x, text in ((60, "No"), (90, "Informasi"), (300, "Media")) for w in put(text, x, 100)]
    rules, top = [level(88, 55, 380), level(106, 55, 380)], 106.0
    for n, count in ((12, 4), (13, 4), (14, 10), (15, 3)):
        for line in range(count):
            words += put("kantor pemilihan umum yang" if line else "Layanan informasi di", 90, top + 12 + 12 * line)
        words += put(f"{n}", 60, top + 6 + 6 * count)
        media = (12, 24) if n < 14 else (6 * count - 6, 6 * count + 6, 6 * count + 18)
        words += [w for down in media for w in put("Siaran RRI", 300, top + down)]
        top += 12 * count + 6
        rules.append(level(top, 55, 380))
    assert [row[0] for row in one_table(page_of(words, rules)).rows()] == ["No", "12", "13", "14", "15"]


def test_the_rest_of_a_cut_row_between_a_heading_and_a_row_stays_in_the_table() -> None:
    words = [w for x, text in ((60, "No"), (90, "Informasi"), (300, "Media")) for w in put(text, x, 100)]
    words += [w for x, text in ((60, "(1)"), (90, "(2)"), (300, "(3)")) for w in put(text, x, 118)]
    words += [*put("pemilihan Bupati serta", 90, 133), *put("tata cara penyerahannya", 90, 145)]
    for n, top in ((15, 163), (16, 181), (17, 199)):
        words += [*put(f"{n}", 60, top), *put("Debat publik", 90, top), *put("Medsos KPU", 300, top)]
    rules = [level(y, 55, 380) for y in (90, 105, 121, 150, 168, 186, 204)]
    rows = one_table(page_of(words, rules)).rows()
    assert rows[2:4] == [
        ["", "pemilihan Bupati serta tata cara penyerahannya", ""],
        ["15", "Debat publik", "Medsos KPU"],
    ]


def test_the_centred_rest_of_a_cut_row_stays_in_the_table_whole() -> None:
    words = [w for x, text in ((60, "No"), (90, "Informasi"), (300, "Media")) for w in put(text, x, 100)]
    placed = [("Partai Politik, Medsos KPU", 118), ("Laman, X)", 130)]
    for n, (text, top) in enumerate((("Televisi, RRI", 148), ("Baliho", 166), ("WA Grup Bakohumas", 184)), 11):
        words += [*put(f"{n}", 60, top), *put("Debat publik", 90, top)]
        placed.append((text, top))
    words += [w for text, top in placed for w in put(text, 320 - width_of(text) / 2, top)]
    rules = [level(y, 55, 400) for y in (90, 105, 135, 153, 171, 189)]
    assert one_table(page_of(words, rules)).rows()[1] == ["", "", "Partai Politik, Medsos KPU Laman, X)"]


def test_a_wrapped_label_at_the_foot_of_a_page_does_not_end_the_table() -> None:
    words = [w for x, text in ((60, "Jenis"), (200, "IG"), (260, "FB"), (320, "X")) for w in put(text, x, 100)]
    for name, top in (("Video", 118), ("Poster", 136), ("Hari Besar", 154), ("Rilis Pers", 184)):
        words += [*put(name, 60, top), *(w for x in (200, 260, 320) for w in put("7", x, top))]
    words += put("Nasional", 60, 166)
    rules = [level(y, 55, 380) for y in (88, 106, 124)]
    assert one_table(page_of(words, rules)).rows()[-1] == ["Rilis Pers", "7", "7", "7"]


def test_rules_that_stop_at_a_merged_cell_part_rows_of_one_table() -> None:
    words = [w for x, text in ((60, "No"), (90, "Isi"), (300, "Media")) for w in put(text, x, 100)]
    rules = [level(y, 55, 420) for y in (88, 106, 124)]
    for n in range(1, 8):
        words += [*put(f"{n}.", 60, 102 + 18 * n), *put("Kirab", 90, 102 + 18 * n)]
        rules += [level(106 + 18 * n, 55, 280)] if n > 1 else []
    words += [
        *put("RRI", 300, 120),
        *put("WAG Parpol,", 300, 138),
        *put("Medsos KPU", 300, 148),
        *put("(FB)", 300, 158),
    ]
    table = one_table(page_of(words, rules))
    assert len(table.rows()) == 8 and table.width == 3


def test_the_names_over_the_first_rule_stand_as_far_off_as_the_rows_do_of_theirs() -> None:
    words = [w for x, text in ((60, "Jenis"), (200, "IG"), (260, "FB"), (320, "X")) for w in put(text, x, 100)]
    for n, name in enumerate(("Video", "Poster", "Kuis")):
        words += [*put(name, 60, 133 + 33 * n), *(w for x in (200, 260, 320) for w in put("7", x, 133 + 33 * n))]
    table = one_table(page_of(words, [level(y, 55, 380) for y in (114, 147, 180, 213)]))
    assert table.rows()[0] == ["Jenis", "IG", "FB", "X"]


def test_the_second_line_of_one_name_over_the_first_rule_belongs_to_the_names() -> None:
    names = ((60, "Akun"), (160, "Foto"), (220, "Promote"), (300, "Kuis"))
    words = [w for x, text in names for w in put(text, x, 100, bold=True)] + put("Siaran", 222, 110, bold=True)
    for n, name in enumerate(("IG", "FB", "X")):
        words += [*put(name, 60, 128 + 18 * n), *(w for x in (166, 230, 306) for w in put("75", x, 128 + 18 * n))]
    table = one_table(page_of(words, [level(y, 55, 380) for y in (117, 135, 153, 171)]))
    assert table.rows()[0] == ["Akun", "Foto", "Promote Siaran", "Kuis"]


def test_a_last_row_whose_cells_stand_at_its_foot_is_below_the_last_shade() -> None:
    words: list[Word] = []
    for n in range(1, 5):
        base = 100 + 40 * n
        words += [*put(f"{n}.", 60, base), *put(f"{n} Mei 2024", 90, base), *put("tahapan pemilihan", 190, base)]
        words += [*put("Sosialisasi kepada", 190, base - 12), *put("Aula KPU", 400, base)]
    shades = [Fill((55, 65 + 40 * n, 480, 105 + 40 * n), 0.9) for n in (1, 3)]
    assert one_table(page_of(words, fills=shades)).rows()[-1] == [
        "4.",
        "4 Mei 2024",
        "Sosialisasi kepada tahapan pemilihan",
        "Aula KPU",
    ]


def test_the_names_over_a_first_row_that_is_not_shaded_stand_as_far_off_as_rows_do() -> None:
    words = [w for x, text in ((90, "Jenis"), (200, "IG"), (260, "FB")) for w in put(text, x, 94)]
    words += [*put("No", 60, 99), *put("Konten", 90, 105), *put("Resmi", 200, 105), *put("Kantor", 260, 105)]
    for n, name in enumerate(("Video", "Poster", "Kuis", "Rilis"), 1):
        words += [*put(f"{n}.", 60, 106 + 24 * n), *put(name, 90, 106 + 24 * n)]
        words += [w for x in (200, 260) for w in put("7", x, 106 + 24 * n)]
    fills = [Fill((55, top, 380, top + 24), 0.93) for top in (138, 186)]
    table = one_table(page_of(words, fills=fills))
    assert table.rows()[0] == ["No", "Jenis Konten", "IG Resmi", "FB Kantor"] and table.height == 5


def test_a_row_whose_columns_all_but_touch_is_one_between_its_rules_by_its_number() -> None:
    words = [w for x, text in ((60, "No"), (80, "Hari"), (170, "Kegiatan")) for w in put(text, x, 100)]
    for n, day in enumerate(
        ("Kamis, 11 Mei 2025", "Senin, 22 Mei 2025", "Rabu, 3 Mei", "Ahad, 4 Mei", "Rabu, 5 Mei"), 1
    ):
        base = 106 + 26 * n
        words += [*put(f"{n}.", 66, base), *put(day, 80, base), *put("Tempat Aula", 170, base)]
        words += put("Rapat kerja", 170, base - 11)
    table = one_table(page_of(words, [level(y, 55, 300) for y in (88, 110, 136, 162, 188, 214, 240)]))
    assert [row[0] for row in table.rows()][1:] == ["1.", "2.", "3.", "4.", "5."]


def test_prose_that_runs_out_over_the_rules_parts_two_tables() -> None:
    words, rules = [], []
    for top, end in ((100.0, 300.0), (210.0, 340.0)):
        for n, label in enumerate(("Sambas", "Landak", "Sintang", "Melawi")):
            words += [*put(label, 60, top + 12 + 14 * n), *put(f"{n * 31 + 12}", 250, top + 12 + 14 * n)]
            words += put(f"{n * 7 + 5}", 310, top + 12 + 14 * n) if end > 300 else []
        rules += [level(top + 15 + 14 * n, 55, end) for n in range(4)]
    for n in range(2):
        words += put("kalimat yang mengisi seluruh lebar halaman dan terus berlanjut sampai ke tepi", 60, 175 + 12 * n)
    tables = find_tables(page_of(words, rules))
    assert [table.width for table in tables] == [2, 3]


def test_a_row_with_the_next_number_below_the_last_rule_is_one_though_its_columns_all_but_touch() -> None:
    words = [w for x, text in ((60, "No"), (80, "Hari"), (170, "Kegiatan")) for w in put(text, x, 100)]
    for n, day in enumerate(("a. 1 Mei", "a. 2 Mei", "a. 3 Mei", "a. 4 Mei sampai 9 Mei"), 1):
        words += [*put(f"{n}.", 57, 90 + 36 * n), *put(day, 80, 90 + 36 * n), *put("a. Tempat Aula", 183, 90 + 36 * n)]
        words += [*put("b. 5 Mei", 80, 102 + 36 * n), *put("b. Rapat", 183, 102 + 36 * n)]
    table = one_table(page_of(words, [level(y, 55, 300) for y in (88, 110, 146, 182, 218)]))
    assert [row[0] for row in table.rows()][1:] == ["1.", "2.", "3.", "4."]


def test_many_lines_between_rules_are_a_row_where_one_has_the_next_number() -> None:
    """Its cells are set in the middle: its number stands between two lines."""
    words = [w for x, text in ((60, "No"), (100, "Isi"), (300, "Media")) for w in put(text, x, 100)]
    rules, base = [level(y, 55, 400) for y in (88, 104)], 116.0
    for n, count in enumerate((3, 3, 11, 3), 1):
        words += [w for k in range(count) for w in put("a. Pengumuman daftar", 100, base + 12 * k)]
        middle = base + 6 * (count - 2)
        words += [*put(f"{n}", 64, middle), *put("Siaran RRI", 300, middle + 6)]
        base += 12 * count
        rules.append(level(base - 8, 55, 400))
        base += 4
    assert [row[0] for row in one_table(page_of(words, rules)).rows()] == ["No", "1", "2", "3", "4"]


def test_the_last_row_under_the_last_rule_may_begin_with_a_line_of_a_cell_set_in_its_middle() -> None:
    words = [w for x, text in ((60, "Informasi"), (250, "Tanggal"), (330, "Media")) for w in put(text, x, 100)]
    for n in range(4):
        base = 130 + 31 * n
        words += [*put("Tahapan pemilihan", 60, base), *put("Laman", 330, base)]
        words += [*put(f"{n + 3} Mei", 250, base - 6), *put("2024", 250, base + 6)]
    rules = [level(y, 55, 380) for y in (88, 106, 145, 176, 207)]
    assert one_table(page_of(words, rules)).rows()[-1] == ["Tahapan pemilihan", "6 Mei 2024", "Laman"]


def test_a_name_of_two_lines_amid_level_names_heads_the_table_under_its_rule() -> None:
    words = [*put("Informasi", 60, 100), *put("No", 330, 100), *put("Tanggal", 250, 94), *put("Unggah", 252, 106)]
    for n in range(4):
        words += [*put("Tahapan pemilihan", 60, 126 + 18 * n), *put(f"{n + 1}", 330, 126 + 18 * n)]
        words += put(f"{n + 3} Mei 2024", 240, 126 + 18 * n)
    rules = [level(y, 55, 380) for y in (113, 131, 149, 167, 185)]
    assert one_table(page_of(words, rules)).rows()[0] == ["Informasi", "Tanggal Unggah", "No"]


def test_prose_under_an_unshaded_last_row_parts_two_tables_of_one_width() -> None:
    words, fills = [], []
    for top in (100, 240):
        words += [*put("Negara", 60, top), *put_right("2009", 300, top), *put_right("2010", 390, top)]
        for n in (1, 2, 3):
            words += put(f"Wilayah {n}", 60, top + 14 * n)
            words += [*put_right("14,4", 300, top + 14 * n), *put_right("7,1", 390, top + 14 * n)]
        for y, shade in ((top - 10, 0.2), (top + 18, 0.9)):
            fills += [Fill((x0, y, x1, y + 14), shade) for x0, x1 in ((57, 188), (188, 310), (310, 393))]
    for n in range(3):
        words += [*put_right("Kemajuan menuju sasaran utama tetap tidak merata", 309, 166 + 12 * n)]
        words += put("di wilayah itu", 311, 166 + 12 * n)
    tables = find_tables(page_of(words, fills=fills))
    assert [table.rows()[-1] for table in tables] == [["Wilayah 3", "14,4", "7,1"]] * 2


def test_the_last_label_goes_on_in_a_line_below_it_as_others_do() -> None:
    names = ["Foto\nBerita", "Ucapan\nSelamat", "Infografik", "Siaran\nPers"]
    words = [w for x, text in ((60, "Konten"), (130, "IG"), (170, "FB")) for w in put(text, x, 100, bold=True)]
    rules, base = [level(y, 55, 200) for y in (88, 106)], 118
    for n, name in enumerate(names):
        for part in name.split("\n"):
            words += put(part, 60, base)
            base += 12
        top = base - 12 * (name.count("\n") + 1)
        words += [w for x in (130, 170) for w in put(f"{n + 3}", x, top)]
        base += 6
        rules += [level(base - 14, 55, 200)] if n < 3 else []
    rows = one_table(page_of([*words, *put("BAB V", 60, base + 20, size=14)], rules)).rows()
    assert [row[0] for row in rows[1:]] == ["Foto Berita", "Ucapan Selamat", "Infografik", "Siaran Pers"]
