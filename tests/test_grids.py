"""Tables of one page: rules, partial rules, shading, alignment alone; and what is no table."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from extractors.geometry import Fill, Page, Rule, Table, Word
from extractors.grids import find_tables
from extractors.grids.lines import baselines, segment, text_line, usual_space
from extractors.grids.row import Row
from extractors.grids.rows import is_keyed, is_value
from tests.drawing import grid_rules, level, page_of, put, put_right, ruled_table, upright

XS = [50, 80, 180, 350, 540]
ROWS = [
    ["No", "Tanggal", "Informasi", "Media"],
    ["1.", "2 April\n2024", "Tahapan dan Jadwal\nPilkada 2024", "WA Grup\nBakohumas"],
    ["2.", "3 April\n2024", "Hari jadi Kota", "RRI"],
]


def one_table(page: Page) -> Table:
    (table,) = find_tables(page)
    return table


def flat(rows: list[list[str]]) -> list[list[str]]:
    return [[" ".join(text.split()) for text in row] for row in rows]


# Lines all around ------------------------------------------------------------------------------------


def test_a_full_grid_gives_its_cells_with_their_lines() -> None:
    words, rules, _ = ruled_table(ROWS, XS)
    table = one_table(page_of(words, rules))
    assert table.method == "lattice"
    assert table.rows() == flat(ROWS)
    cell = next(c for c in table.cells if c.row == 1 and c.col == 2)
    assert cell.lines == ("Tahapan dan Jadwal", "Pilkada 2024")
    assert cell.box[0] == 180
    assert cell.box[2] == 350


def test_strokes_drawn_in_pieces_or_twice_are_one_line() -> None:
    words, rules, _ = ruled_table(ROWS, XS)
    pieces = []
    for rule in rules:
        if rule.horizontal:
            middle = (rule.x0 + rule.x1) / 2
            pieces += [
                Rule(rule.x0, rule.top, middle, rule.bottom),
                Rule(middle, rule.top + 2, rule.x1, rule.bottom + 2),
            ]
            pieces.append(Rule(rule.x0, rule.top + 2, middle + 20, rule.bottom + 2))
        else:
            pieces += [rule, Rule(rule.x0 + 2, rule.top, rule.x1 + 2, rule.bottom)]
    assert one_table(page_of(words, pieces)).rows() == flat(ROWS)


def test_missing_side_borders_drop_no_column() -> None:
    words, rules, _ = ruled_table(ROWS, XS)
    inner = [r for r in rules if r.horizontal or not (r.x0 < 51 or r.x1 > 539)]
    assert one_table(page_of(words, inner)).rows() == flat(ROWS)


def test_a_table_left_open_by_the_page_break_keeps_its_last_row() -> None:
    words, rules, end = ruled_table(ROWS, XS)
    opened = [r for r in rules if not (r.horizontal and abs(r.top - end) < 1)]
    assert one_table(page_of(words, opened)).rows() == flat(ROWS)


def test_cells_merged_over_rows_and_columns() -> None:
    xs, ys = [50, 100, 250, 320, 390], [100, 115, 130, 145, 160]
    rules = [
        *(level(y, 50, 390) for y in (100, 130, 145, 160)),
        level(115, 250, 390),  # below "Jumlah" only
        *(upright(x, 100, 160) for x in (50, 100, 250, 390)),
        upright(320, 115, 160),
    ]
    words = [
        *put("No", 53, 111), *put("Jenis", 103, 111), *put("Jumlah", 290, 111),
        *put("IG", 253, 126), *put("FB", 323, 126),
        *put("1", 53, 141), *put("Berita", 103, 141), *put("98", 253, 141), *put("97", 323, 141),
        *put("2", 53, 156), *put("Video", 103, 156), *put("5", 253, 156), *put("-", 323, 156),
    ]  # fmt: skip
    table = one_table(page_of(words, rules))
    spans = {c.text: (c.row, c.col, c.rowspan, c.colspan) for c in table.cells if c.lines}
    assert (len(xs), len(ys)) == (5, 5)
    assert spans["No"] == (0, 0, 2, 1)
    assert spans["Jumlah"] == (0, 2, 1, 2)
    assert spans["FB"] == (1, 3, 1, 1)
    assert table.rows()[2] == ["1", "Berita", "98", "97"]


def test_words_that_read_up_the_page_are_read_in_their_order() -> None:
    words, rules, _ = ruled_table([["No", "Jenis", "", ""], ["1", "Berita", "98", "7"]], XS)
    upward = [
        Word("Akun", 365, 108, 373, 116, 8, upright=False, angle=90),
        Word("Resmi", 365, 101, 373, 106, 8, upright=False, angle=90),
    ]
    assert one_table(page_of([*words, *upward], rules)).rows()[0][3] == "Akun Resmi"


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


def test_a_page_frame_and_a_footer_bar_are_no_tables() -> None:
    words = [word for n in range(20) for word in put("baris laporan yang panjang sekali", 60, 100 + 14 * n)]
    frame = grid_rules([40, 555], [60, 780])
    bar = grid_rules([40, 500, 555], [800, 815])
    assert find_tables(page_of([*words, *put("12", 520, 811)], [*frame, *bar])) == []


# Rules that leave rows or columns open ---------------------------------------------------------------


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


def test_a_merged_row_breaks_no_table_without_sides() -> None:
    """The title of a group of rows interrupts all column rules at once; no rule stands at the table's sides."""
    rules = [level(y, 50, 500) for y in (100, 120, 140, 160, 180, 200)]
    rules += [upright(x, top, end) for x in (90, 250, 400) for top, end in ((100, 120), (140, 160), (180, 200))]
    words = [w for x, name in ((60, "No"), (100, "Konten"), (260, "IG"), (410, "FB")) for w in put(name, x, 114)]
    for n, y in enumerate((134, 174)):
        words += put(f"Minggu {'I' * (n + 1)}", 60, y)
        words += [w for x, t in ((60, "1."), (100, "Video"), (260, "4"), (410, "5")) for w in put(t, x, y + 20)]
    assert one_table(page_of(words, rules)).rows()[1:] == [
        ["Minggu I", "", "", ""],
        ["1.", "Video", "4", "5"],
        ["Minggu II", "", "", ""],
        ["1.", "Video", "4", "5"],
    ]


def test_tables_without_sides_below_one_another_stay_apart() -> None:
    rules = [level(y, 50, 500) for y in (100, 120, 140, 170, 190, 210)]
    rules += [upright(x, 100, 140) for x in (90, 250, 400)] + [upright(x, 170, 210) for x in (90, 300)]
    words = [w for x in (60, 100, 260, 410) for y in (114, 134) for w in put("12", x, y)]
    words += [w for x in (60, 100, 310) for y in (184, 204) for w in put("12", x, y)]
    assert len(find_tables(page_of([*words, *put("Rekap", 60, 160)], rules))) == 2


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


def test_zebra_shading_and_row_rules_without_column_rules() -> None:
    words = [*put("No", 60, 95), *put("Tanggal", 100, 95), *put("Informasi", 200, 95), *put("Kanal", 400, 95)]
    rules, fills = [], [Fill((55, 84, 520, 100), 0.2)]
    y = 100.0
    for n in range(1, 7):
        words += [
            *put(str(n), 60, y + 12),
            *put(f"0{n}/04/2024", 100, y + 12),
            *put("Tahapan pencalonan dan", 200, y + 12),
        ]
        words += [
            *put("jadwal pemilihan serentak", 200, y + 24),
            *put("Website KPU", 400, y + 12),
            *put("Instagram", 400, y + 24),
        ]
        if n % 2 == 0:
            fills.append(Fill((55, y, 520, y + 30), 0.93))
        y += 30
        rules.append(level(y, 55, 520))
    rows = one_table(page_of(words, rules, fills)).rows()
    assert len(rows) == 7
    assert rows[4] == ["4", "04/04/2024", "Tahapan pencalonan dan jadwal pemilihan serentak", "Website KPU Instagram"]


# No rules at all -------------------------------------------------------------------------------------


def stream_rows(bold: bool = True) -> list[Word]:
    words = [
        *put("Wilayah", 60, 100, bold=bold),
        *put_right("2022", 260, 100, bold=bold),
        *put_right("2023", 330, 100, bold=bold),
    ]
    for n, label in enumerate(("Sambas", "Sanggau", "Kubu Raya", "Kota Pontianak", "Landak")):
        base = 114 + 12 * n
        words += [
            *put(label, 60, base),
            *put_right(f"{n * 1234 + 17}", 260, base),
            *put_right(f"{n * 7 + 3},5", 330, base),
        ]
    return words


def test_aligned_columns_are_a_table() -> None:
    table = one_table(page_of(stream_rows()))
    assert table.method == "stream"
    assert table.header_rows == 1
    assert table.rows()[0] == ["Wilayah", "2022", "2023"]
    assert table.rows()[3] == ["Kubu Raya", "2485", "17,5"]


def test_prose_around_a_table_is_left_out() -> None:
    before = [
        w
        for n in range(4)
        for w in put("kalimat yang mengisi seluruh lebar halaman dan terus berlanjut lagi", 60, 40 + 12 * n)
    ]
    after = [
        w
        for n in range(4)
        for w in put("kalimat lain yang mengisi lebar halaman sampai tepi sebelah kanan", 60, 220 + 12 * n)
    ]
    table = one_table(page_of([*before, *stream_rows(), *after]))
    assert len(table.rows()) == 6


def test_two_columns_of_prose_are_no_table() -> None:
    words = []
    for n in range(30):
        words += put("kata kata yang mengisi kolom kiri ini", 50, 100 + 12 * n)
        words += put("dan teks pada kolom kanan halaman itu", 310, 100 + 12 * n)
    assert find_tables(page_of(words)) == []


def test_texts_of_many_lines_in_rows_are_no_prose() -> None:
    text = ["Keputusan KPU", *["tentang syarat dukungan dan persebarannya"] * 7]
    words, base = [], 100.0
    for n in range(1, 9):
        words += [*put(f"{n}.", 60, base), *put(f"{n} April 2024", 90, base), *put("Radio", 420, base)]
        for line in text if n == 5 else ["Daftar pemilih tetap dan tambahan"]:
            words += put(line, 180, base)
            base += 12
        base += 5
    rows = one_table(page_of(words)).rows()
    assert len(rows) == 8 and rows[4][2] == " ".join(text)


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


def test_small_type_at_the_top_of_a_numbered_row_is_of_that_row() -> None:
    words: list[Word] = []
    for n in range(4):
        top = 114 + 30 * n
        words += [*put(f"{n + 1}.", 53, top), *put("Jadwal", 100, top), *put("tahapan", 100, top + 12)]
        words += put(f"kpu.go.id/{n + 1}", 300, top - 4.5, size=5)
    rules = [level(100, 50, 400), level(230, 50, 400), *(upright(x, 100, 230) for x in (50, 95, 290, 400))]
    table = one_table(page_of(words, rules))
    assert [row[2] for row in table.rows()] == [f"kpu.go.id/{n}" for n in range(1, 5)]


def test_a_cell_of_many_lines_ends_no_table() -> None:
    words, base = [], 100.0
    for n in range(1, 7):
        words += [*put(f"{n}.", 60, base), *put(f"{n} Mei 2024", 90, base), *put("v", 320, base), *put("v", 400, base)]
        for _ in range(12 if n == 3 else 2):
            words += put("Keputusan KPU", 180, base)
            base += 12
        base += 6
    assert len(one_table(page_of(words)).rows()) == 6


def test_numbered_rows_of_many_lines_are_a_table() -> None:
    words, base = [], 100.0
    for n in range(1, 5):
        words += [*put(f"{n}.", 60, base), *put("Radio dan Televisi", 320, base)]
        for part in range(7):
            words += put(f"a. Jadwal tahapan {n}{part}", 90, base)
            base += 12
        base += 6
    assert len(one_table(page_of(words)).rows()) == 4


def test_a_name_of_two_lines_beside_one_of_one_line_is_one_name() -> None:
    words = [
        *put("Informasi", 60, 106), *put("Media yang", 208, 100), *put("Digunakan", 210, 112), *put("Ket.", 305, 106)
    ]  # fmt: skip
    for n in range(5):
        base = 130 + 14 * n
        words += [*put(f"Jadwal kampanye {n}", 60, base), *put("Radio", 190, base), *put("Ok", 300, base)]
    table = one_table(page_of(words, [level(90, 60, 330), level(118, 60, 330), level(200, 60, 330)]))
    assert table.rows()[0] == ["Informasi", "Media yang Digunakan", "Ket."]


def test_a_numbered_list_is_no_table() -> None:
    words = []
    for n in range(1, 8):
        words += [
            *put(f"{n}.", 60, 100 + 14 * n),
            *put("Undang-Undang Nomor 7 Tahun 2017 tentang Pemilu", 90, 100 + 14 * n),
        ]
    assert find_tables(page_of(words)) == []


def test_names_over_groups_of_columns_span_them() -> None:
    rules = [level(90, 60, 420), level(103, 180, 300), level(103, 320, 420), level(118, 60, 420), level(170, 60, 420)]
    words = [
        *put("Tahun", 60, 114), *put("Negeri", 225, 100), *put("Swasta", 355, 100),
        *put_right("Putra", 230, 114), *put_right("Putri", 300, 114),
        *put_right("Putra", 365, 114), *put_right("Putri", 420, 114),
    ]  # fmt: skip
    for n in range(4):
        base = 130 + 12 * n
        words += put(str(2019 + n), 60, base)
        for x, value in ((230, "1.234"), (300, "2.345"), (365, "3.456"), (420, "4.567")):
            words += put_right(value, x, base)
    table = one_table(page_of(words, rules))
    spans = {c.text: (c.row, c.col, c.rowspan, c.colspan) for c in table.cells if c.row < 2}
    assert spans["Tahun"] == (0, 0, 2, 1)
    assert spans["Negeri"] == (0, 1, 1, 2)
    assert spans["Swasta"] == (0, 3, 1, 2)
    assert table.header_rows == 2
    assert table.rows()[2] == ["2019", "1.234", "2.345", "3.456", "4.567"]


def test_a_wrapped_label_is_one_row_and_a_group_heading_is_its_own() -> None:
    words = [*put("Uraian", 60, 100), *put_right("Nilai", 260, 100), *put_right("Persen", 330, 100)]
    lines = [
        ("Menurut wilayah", ""),
        ("Kabupaten dan kota di", "12"),
        ("bagian utara", ""),
        ("Kota", "40"),
        ("Desa", "17"),
    ]
    base = 114
    for label, value in lines:
        words += put(label, 60, base)
        if value:
            words += [*put_right(value, 260, base), *put_right(value + ",5", 330, base)]
        base += 12
    rows = one_table(page_of(words)).rows()
    assert [row[0] for row in rows] == [
        "Uraian",
        "Menurut wilayah",
        "Kabupaten dan kota di bagian utara",
        "Kota",
        "Desa",
    ]


def test_two_tables_with_the_same_heading_are_parted() -> None:
    words = stream_rows()
    lower = [Word(w.text, w.x0, w.top + 90, w.x1, w.bottom + 90, w.size, w.bold) for w in words]
    between = put("Non Pemerintah", 60, 180)
    tables = find_tables(page_of([*words, *between, *lower]))
    assert [len(table.rows()) for table in tables] == [6, 6]


def test_a_caption_is_no_row_of_the_table() -> None:
    caption = [*put("Tabel 2.", 60, 86), *put("Jumlah menurut wilayah", 120, 86)]
    assert one_table(page_of([*caption, *stream_rows()])).rows()[0][0] == "Wilayah"


def test_dashes_that_draw_a_rule_and_dot_leaders_are_no_text() -> None:
    words = [*stream_rows(), Word("-" * 60, 60, 101, 330, 106, 10), Word("." * 12, 115, 106, 175, 116, 10)]
    rows = one_table(page_of(words)).rows()
    assert rows[0] == ["Wilayah", "2022", "2023"]
    assert rows[1][0] == "Sambas"


def test_what_counts_as_a_value() -> None:
    for text in ("12", "1.234,5", "(1.1–1.2)", "—", "n/a", "Rp 5.000", "24%", "*3,337", "12 (2)", "$9,600"):
        assert is_value(text), text
    for text in ("di", "by the", "Sambas", "Rapat 12 orang", "Total 5"):
        assert not is_value(text), text


def test_a_page_of_thousands_of_strokes_is_left_alone() -> None:
    drawing = [level(100 + n * 0.2, 50 + n % 7, 300) for n in range(3000)]
    drawing += [upright(50 + n * 0.2, 100, 700) for n in range(2500)]
    assert isinstance(find_tables(page_of(stream_rows(), drawing)), list)


def test_a_table_of_contents_is_no_table() -> None:
    words = []
    for n, page in enumerate((1, 1, 3, 4, 7)):
        base = 100 + 14 * n
        words += [*put(f"Bagian laporan {n}", 60, base), Word("." * 40, 180, base - 8, 460, base + 2, 10)]
        words += put_right(str(page), 500, base)
    assert find_tables(page_of(words)) == []


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


def test_column_rules_alone_are_a_table_and_its_first_line_may_end_a_row() -> None:
    rules = [upright(x, 60, 140) for x in (50, 90, 300, 450)]
    words = [
        *put("lembaga survei", 93, 71),
        *put("5.", 53, 88), *put("Distribusi logistik", 93, 88), *put("RRI", 303, 88),
        *put("6.", 53, 105), *put("Pengumuman daftar calon", 93, 105), *put("Website", 303, 105),
        *put("tetap anggota", 93, 117),
    ]  # fmt: skip
    assert one_table(page_of(words, rules)).rows() == [
        ["", "lembaga survei", ""],
        ["5.", "Distribusi logistik", "RRI"],
        ["6.", "Pengumuman daftar calon tetap anggota", "Website"],
    ]


def test_row_rules_under_some_columns_make_merged_cells() -> None:
    rules = [level(85, 50, 500), level(100, 50, 500), level(160, 50, 500)]
    rules += [level(120, 50, 290), level(140, 50, 290)]
    words = [*put("No", 53, 96), *put("Informasi", 100, 96), *put("Media", 300, 96), *put("RRI Sintang", 300, 134)]
    for n in range(3):
        words += [*put(f"{n + 1}", 53, 114 + 20 * n), *put(f"Sosialisasi tahap {n}", 100, 114 + 20 * n)]
    table = one_table(page_of(words, rules))
    media = next(c for c in table.cells if c.text == "RRI Sintang")
    assert (media.row, media.rowspan, media.col) == (1, 3, 2)
    assert [row[1] for row in table.rows()] == ["Informasi", *(f"Sosialisasi tahap {n}" for n in range(3))]


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


def test_bold_names_over_plain_rows_are_known_as_heading() -> None:
    words, rules, _ = ruled_table(ROWS, XS)
    heading = [Word(w.text, *w.box, w.size, bold=w.bottom < 115) for w in words]
    assert one_table(page_of(heading, rules)).header_rows == 1
    assert one_table(page_of(words, rules)).header_rows == 0


def prose(x: float, top: float, count: int) -> list[Word]:
    """Lines of a narrow column."""
    text = "kata kata yang mengisi kolom sempit"
    return [word for n in range(count) for word in put(text, x, top + 12 * n)]


def test_a_table_beside_a_column_of_short_paragraphs_stands_alone() -> None:
    beside = [w for n in range(6) for w in prose(380, 63 + 44 * n, 3)]
    assert one_table(page_of([*stream_rows(), *beside])).rows()[1] == ["Sambas", "17", "3,5"]


def test_a_table_between_paragraphs_of_one_column_is_not_taken_for_prose() -> None:
    around = [*prose(60, 20, 5), *prose(60, 220, 5), *prose(60, 290, 5)]
    assert len(one_table(page_of([*around, *stream_rows()])).rows()) == 6


def test_a_repeated_row_of_figures_parts_no_table() -> None:
    lines = (
        ("Jumlah", "5", "8"),
        ("Berita", "1", "2"),
        ("Repost", "2", "1"),
        ("Jumlah", "3", "3"),
        ("Berita", "1", "2"),
    )
    words = [
        w
        for n, row in enumerate(lines)
        for x, t in zip((60, 260, 330), row, strict=True)
        for w in put(t, x, 100 + 16 * n)
    ]
    rules = [level(88 + 16 * n, 55, 400) for n in range(len(lines) + 1)]
    assert one_table(page_of(words, rules)).rows() == [list(row) for row in lines]


def test_names_set_small_to_fit_their_columns_stand_in_their_line() -> None:
    small = [*put("Facebook", 252, 99.5, size=7.6), *put("Instagram", 298, 99.5, size=7.6)]
    words = [*put("Konten", 60, 100), *put("Web", 160, 100), *put("X", 215, 100), *put("Berita", 60, 116)]
    assert [len(line) for line in baselines([*words, *small])] == [5, 1]


def test_names_that_read_up_the_page_head_columns_without_walls() -> None:
    words = [*put("Akun", 60, 66), *put("Media", 60, 78)]
    for x, (first, second) in zip(
        (150, 190, 230), (("Foto", "Berita"), ("KPU", "Flash"), ("Hari", "Besar")), strict=True
    ):
        words.append(Word(first, x, 90, x + 10, 110, 10, upright=False, angle=90))
        words.append(Word(second, x, 60, x + 10, 87, 10, upright=False, angle=90))
    for n, name in enumerate(("Instagram", "Facebook", "TikTok")):
        words += [
            w
            for x, text in zip((60, 152, 192, 232), (name, "7", "8", "-"), strict=True)
            for w in put(text, x, 126 + 16 * n)
        ]
    rules = [level(y, 55, 260) for y in (56, 114, 130, 146, 162)]
    table = one_table(page_of(words, rules))
    assert table.rows()[0] == ["Akun Media", "Foto Berita", "KPU Flash", "Hari Besar"]


def test_names_over_equal_groups_of_columns_share_them_without_rules() -> None:
    xs = [200 + 28 * n for n in range(12)]
    words = [w for text, x in (("Januari", 226), ("Februari", 336), ("Maret", 453)) for w in put(text, x, 100)]
    words += [
        *put("Konten", 60, 106),
        *(w for x, week in zip(xs, ("I", "II", "III", "IV") * 3, strict=True) for w in put(week, x, 113)),
    ]
    for n in range(4):
        words += [*put("Berita", 60, 130 + 16 * n), *(w for x in xs for w in put("7", x, 130 + 16 * n))]
    table = one_table(page_of(words))
    assert [(c.text, c.col, c.colspan) for c in table.cells if c.row == 0 and c.text != "Konten"] == [
        ("Januari", 1, 4),
        ("Februari", 5, 4),
        ("Maret", 9, 4),
    ]


def test_names_set_flush_with_the_first_of_their_columns_share_them() -> None:
    words = [w for x, name in ((60, "Konten"), (200, "April"), (320, "Mei")) for w in put(name, x, 100, bold=True)]
    words += [w for n in range(6) for w in put(("I", "II", "III")[n % 3], 200 + 40 * n, 112, bold=True)]
    for row in range(4):
        words += put("Foto Berita", 60, 130 + 14 * row)
        words += [w for n in range(6) for w in put(f"{n + row}", 200 + 40 * n, 130 + 14 * row)]
    heading = one_table(page_of(words)).rows()[:2]
    assert heading == [["Konten", "April", "", "", "Mei", "", ""], ["", "I", "II", "III", "I", "II", "III"]]


def test_names_that_narrow_columns_break_share_groups_of_columns() -> None:
    xs = [200 + 34 * n for n in range(6)]
    words = [*put("Januari", 222, 88, bold=True), *put("Februari", 322, 88, bold=True)]
    for x, lines in zip(xs, (("TWIT", "TER/", "X"), ("Face", "book"), ("IG",)) * 2, strict=True):
        start = 112 - 6 * len(lines)
        words += [w for n, line in enumerate(lines) for w in put(line, x, start + 12 * n, bold=True)]
    for n in range(4):
        words += [*put("Berita", 60, 140 + 16 * n), *(w for x in xs for w in put("17", x + 3, 140 + 16 * n))]
    table = one_table(page_of(words))
    groups = {c.text: (c.col, c.colspan) for c in table.cells if c.row == 0}
    assert (groups["Januari"], groups["Februari"]) == ((1, 3), (4, 3))


def test_a_second_table_may_have_other_names_in_its_last_columns() -> None:
    words = []
    for top, last in ((100, ("Realisasi", "Persen")), (190, ("Jumlah", "Capaian"))):
        for base, row in enumerate((("No", "Konten", "Target", *last), *([("1", "Berita", "40", "38", "95")] * 3))):
            places = zip((60, 100, 200, 280, 360), row, strict=True)
            words += [w for x, text in places for w in put(text, x, top + 15 * base, bold=not base)]
    words += put("FACEBOOK", 60, 172, bold=True)
    assert [table.rows()[0][3] for table in find_tables(page_of(words))] == ["Realisasi", "Jumlah"]


def test_rules_under_some_columns_show_where_the_others_end() -> None:
    words, base = put("Platform", 60, 100) + put("Konten", 150, 100) + put("April", 300, 100), 100.0
    rules = [level(90, 55, 360), level(105, 55, 360)]
    for name in ("Instagram", "Facebook"):
        words += put(name, 62, base + 40)
        for n in range(4):
            base += 16
            words += [*put("Berita Kegiatan", 118, base), *put_right("17", 330, base)]
            rules.append(level(base + 5, 55 if n == 3 else 115, 360))
    rows = one_table(page_of(words, rules)).rows()
    assert [row[0] for row in rows] == ["Platform", "Instagram", "", "", "", "Facebook", "", "", ""]


def test_a_heading_of_two_lines_that_comes_again_is_kept_whole() -> None:
    """The second line stands over both tables; a name may stand right over the middle one of its three columns."""
    words, ys = [], []
    for top in (100, 220):
        words += [*put("Minggu I", 195, top), *put("Minggu II", 283, top), *put("Konten", 60, top + 8)]
        words += [
            w
            for x, name in zip(range(180, 360, 30), ("IG", "FB", "TW") * 2, strict=True)
            for w in put(name, x, top + 16)
        ]
        for n in range(4):
            words += [
                *put("Berita", 60, top + 33 + 16 * n),
                *(w for x in range(182, 362, 30) for w in put("7", x, top + 33 + 16 * n)),
            ]
        ys += [top - 12, *(top + 21 + 16 * n for n in range(5))]
    words += put("Bulan Mei", 60, 205)
    rules = [*(level(y, 55, 380) for y in ys), *(level(top + 5, 170, 380) for top in (100, 220))]
    tables = find_tables(page_of(words, rules))
    assert [table.rows()[0] for table in tables] == [["Konten", "Minggu I", "", "", "Minggu II", "", ""]] * 2


def test_the_rest_of_a_row_at_the_top_is_no_heading_that_comes_again() -> None:
    words = [*put("pada PON", 190, 100), *put("Instagram", 390, 100)]
    for n, top in ((6, 114), (7, 142), (8, 170)):
        row = ((60, f"{n}."), (90, f"{n} Mei 2025"), (190, "Selamat kepada atlet"), (390, "Facebook,"))
        words += [w for x, text in row for w in put(text, x, top)]
        words += [*put("pada PON", 190, top + 12), *put("Instagram", 390, top + 12)]
    assert len(one_table(page_of(words)).rows()) == 4


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


def test_the_last_line_of_a_cut_row_may_run_over_two_columns_that_stand_close() -> None:
    words = [w for x, text in ((60, "No"), (90, "Isi"), (232, "Media"), (330, "Hari")) for w in put(text, x, 100)]
    for n, top in ((1, 118), (2, 136), (3, 154)):
        row = ((60, f"{n}."), (90, "Pengumuman Daftar Calon"), (232, "Medsos KPU"), (330, "8 Mei"))
        words += [w for x, text in row for w in put(text, x, top)]
    words += [*put("Tetap anggota DPRD Kabupaten", 90, 166), *put("(X)", 232, 166)]
    rules = [level(y, 55, 380) for y in (88, 106, 124, 142)]
    assert one_table(page_of(words, rules)).rows()[3][2] == "Medsos KPU (X)"


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


def test_a_tall_cell_between_short_ones_is_no_prose() -> None:
    words = [w for x, text in ((60, "No"), (90, "Tanggal"), (200, "Isi"), (420, "Kanal")) for w in put(text, x, 100)]
    words += [*put("1.", 60, 120), *put("2 Mei 2025", 90, 120), *put("RRI", 420, 120), *prose(180, 120, 8)]
    rules = [level(y, 55, 500) for y in (88, 104)]
    assert len(one_table(page_of(words, rules)).rows()[1][2]) > 200


def test_units_wrapped_under_the_figures_of_several_rows_are_no_heading() -> None:
    names = (("No", 60), ("Kanal", 90), ("Foto", 180), ("Press", 240), ("Video", 300))
    words = [w for text, x in names for w in put(text, x, 100)]
    for n, name in enumerate(("Facebook", "X", "YouTube"), 1):
        top = 94 + 28 * n
        words += [*put(f"{n}", 60, top), *put(name, 90, top)]
        for x in (180, 240, 300):
            words += [*put("83", x, top), *put("postingan", x, top + 12)]
    rules = [level(y, 55, 380) for y in (88, 106, 138, 166, 194)]
    assert [row[1] for row in one_table(page_of(words, rules)).rows()] == ["Kanal", "Facebook", "X", "YouTube"]


def test_a_title_under_a_row_of_sums_is_a_row_of_its_own() -> None:
    words, base = [], 100
    for title in ("Bulan Mei 2024", "Bulan Juni 2024"):
        words += put(title, 60, base, bold=True)
        for n in (1, 2):
            words += [
                w for x, t in ((60, f"{n}."), (90, "Berita"), (200, "7"), (260, "8")) for w in put(t, x, base + 17 * n)
            ]
        words += [w for x, t in ((100, "Jumlah"), (200, "14"), (260, "16")) for w in put(t, x, base + 51)]
        base += 68
    rows = one_table(page_of([*put("Konten", 90, 83), *put("IG", 200, 83), *put("FB", 260, 83), *words])).rows()
    assert [" ".join(filter(None, row)) for row in rows][4:6] == ["Jumlah 14 16", "Bulan Juni 2024"]


def test_a_name_of_two_lines_heads_one_column_beside_names_of_one_line() -> None:
    words = [*put("Tempat", 260, 94), *put("Kegiatan", 255, 106), *put("Unsur", 160, 100), *put("Mitra", 370, 100)]
    words += put("No", 60, 100)
    for n in range(4):
        row = ((60, f"{n}."), (150, "Pemerintah"), (250, "Aula Kantor"), (360, "Bawaslu"))
        words += [w for x, text in row for w in put(text, x, 124 + 16 * n)]
    assert one_table(page_of(words)).rows()[0] == ["No", "Unsur", "Tempat Kegiatan", "Mitra"]


def test_names_that_come_again_tell_how_wide_their_groups_are() -> None:
    xs = [200 + 34 * n for n in range(8)]
    words = [*put("Januari", 236, 100), *put("Februari", 371, 100), *put("Konten", 60, 106)]
    words += [w for x, name in zip(xs, ("YT", "FB", "IG", "TW") * 2, strict=True) for w in put(name, x, 113)]
    for n in range(4):
        words += put("Berita", 60, 130 + 16 * n)
        words += [
            w for i, x in enumerate(xs) for w in put("-" if i % 4 == 0 else "1.234", x - 8 * (i % 4 > 0), 130 + 16 * n)
        ]
    table = one_table(page_of(words))
    groups = {c.text: (c.col, c.colspan) for c in table.cells if c.row == 0}
    assert (groups["Januari"], groups["Februari"]) == ((1, 4), (5, 4))


def test_numbered_rows_may_have_titles_between_them() -> None:
    def row(*texts: str) -> Row:
        places = {col: put(text, 60 + 60 * col, 100) for col, text in enumerate(texts) if text}
        line = text_line([word for words in places.values() for word in words], 1.1)
        return Row(line, {col: segment(words) for col, words in places.items()})

    rows = [row("Bulan Mei"), row("1.", "Berita", "7"), row("2.", "Repost", "8"), row("3.", "Video", "9")]
    assert is_keyed(rows) and not is_keyed([*rows, row("Landak", "Berita", "7")])


def test_a_name_of_three_lines_is_no_group_over_the_names_beside_it() -> None:
    words = [*put("Promote", 250, 88), *put("Live", 258, 100), *put("Streaming", 246, 112)]
    words += [*put("Akun", 60, 100), *put("Video", 176, 100), *put("Re-post", 330, 100)]
    for n in range(4):
        row = ((60, "Instagram"), (182, "142"), (260, "199"), (340, "444"))
        words += [w for x, text in row for w in put(text, x, 130 + 16 * n)]
    rules = [level(y, 55, 380) for y in (78, 118, 186)]
    assert one_table(page_of(words, rules)).rows()[0] == ["Akun", "Video", "Promote Live Streaming", "Re-post"]


def test_a_line_of_column_numbers_belongs_to_the_heading() -> None:
    lines = [("No", "Konten", "IG"), ("(1)", "(2)", "(3)"), *((f"{n}.", "Berita", f"{n}7") for n in (1, 2, 3))]
    words = [
        w
        for n, row in enumerate(lines)
        for x, t in zip((60, 100, 260), row, strict=True)
        for w in put(t, x, 100 + 14 * n)
    ]
    table = one_table(page_of(words, [level(y, 55, 300) for y in (86, 118, 162)]))
    assert [row[1] for row in table.rows()][-3:] == ["Berita"] * 3


NARROW = 6.8
"""Type size of a table that a browser made as narrow as its words."""


def narrow(base: float, *placed: tuple[str, float, float], bold: bool = False) -> list[Word]:
    """A line of words (text, from, to) in a narrow table."""
    return [Word(t, a, base - 0.78 * NARROW, b, base + 0.22 * NARROW, NARROW, bold) for t, a, b in placed]


def test_blanks_between_single_words_are_no_spaces() -> None:
    def lines(blank: float) -> list[list[Word]]:
        return [put("Foto Info Meme Kuis Repost Video Ucapan Grafis Flash Live", 60, 100, space=blank)]

    assert usual_space(lines(0.6)) == pytest.approx(0.6)
    assert usual_space(lines(1.0)) == 0.28


def test_a_centred_name_makes_no_column_beside_its_values() -> None:
    first = [("No", 65, 75), ("Media", 92, 115), ("Foto", 130, 148), ("Infografik", 318, 355), ("Peringatan", 365, 404)]
    first += [("Promote", 420, 452), ("Promote", 468, 500), ("Repost", 509, 535)]
    second = [("Sosial", 92, 114), ("Berita", 127, 151), ("Hari", 366, 380), ("Besar", 383, 403), ("Live", 429, 445)]
    third = [("IG/Steaming", 413, 459), ("Berita", 473, 496)]
    words = narrow(190, *first, bold=True) + narrow(199, *second, ("Link", 476, 492), bold=True)
    words += narrow(208, *third, bold=True)
    figures = (127.4, 317.9, 363.2, 413.3, 468.1, 508.8)
    for n, (account, end) in enumerate((("Instagram", 118.5), ("Facebook", 116.0), ("YouTube", 112), ("TikTok", 105))):
        row = [(f"{n + 1}", 65.8, 70.1), (account, 84.8, end), *(("3", x, x + 4.3) for x in figures)]
        words += narrow(225 + 12 * n, *row)
    table = one_table(page_of(words, [level(y, 61, 540) for y in (182, 214, 268)]))
    assert table.width == 8
    assert [c.text for c in table.cells if c.row == 0][5:] == [
        "Promote Live IG/Steaming",
        "Promote Link Berita",
        "Repost",
    ]


# Headings and rows that a page break or narrow columns make hard to tell -----------------------------


def test_the_second_line_of_a_name_beside_names_of_one_line_is_no_row() -> None:
    words = [*put("No", 62, 94), *put("Tanggal", 110, 100), *put("Informasi", 220, 100), *put("Urut", 60, 106)]
    for n in (1, 2, 3):
        row = ((64, f"{n}"), (100, f"{n} Mei 2025"), (200, "Kirab Pemilu"))
        words += [w for x, text in row for w in put(text, x, 124 + 16 * n)]
    assert one_table(page_of(words)).rows()[0] == ["No Urut", "Tanggal", "Informasi"]


def test_a_name_beside_groups_of_columns_covers_none_of_theirs() -> None:
    xs = [320 + 40 * n for n in range(8)]
    words = [*put("Juli", 374, 97), *put("Agustus", 521, 97), *put("No.", 96, 105), *put("Konten", 194, 105)]
    words += [w for x, name in zip(xs, ("I", "II", "III", "IV") * 2, strict=True) for w in put(name, x, 113)]
    for n, label in enumerate(("Ucapan Selamat", "Promote Live IG/Streaming", "Infografik", "Repost")):
        words += [*put(str(n), 102, 130 + 17 * n), *put(label, 129, 130 + 17 * n)]
        words += [w for x in xs for w in put("1", x, 130 + 17 * n)]
    names = {c.text: (c.col, c.colspan) for c in one_table(page_of(words)).cells if c.row == 0}
    assert names == {"No.": (0, 1), "Konten": (1, 1), "Juli": (2, 4), "Agustus": (6, 4)}


def test_the_rest_of_a_row_below_a_heading_stays_in_its_column() -> None:
    words = [
        w
        for x, name in ((60, "No"), (100, "Tanggal"), (200, "Informasi"), (400, "Media"))
        for w in put(name, x, 100, bold=True)
    ]
    words += put("maklumat pelayanan publik", 190, 114)
    for n in (4, 5, 6):
        row = ((60, f"{n}."), (90, f"{n} Mei 2025"), (190, "Kirab Pemilu"), (390, "Instagram"))
        words += [w for x, text in row for w in put(text, x, 74 + 14 * n)]
    assert one_table(page_of(words)).rows()[1] == ["", "", "maklumat pelayanan publik", ""]


def test_the_rest_of_a_row_below_a_heading_between_column_rules_is_a_row() -> None:
    rules = [upright(x, 85, 170) for x in (50, 90, 300, 450)] + [level(y, 50, 450) for y in (85, 104)]
    words = [*put("No", 53, 98, bold=True), *put("Informasi", 93, 98, bold=True), *put("Media", 303, 98, bold=True)]
    words += [*put("lembaga survei", 93, 115), *put("5.", 53, 132), *put("Distribusi logistik ke", 93, 132)]
    words += [*put("RRI", 303, 132), *put("Landak", 93, 144)]
    assert one_table(page_of(words, rules)).rows()[1:] == [
        ["", "lembaga survei", ""],
        ["5.", "Distribusi logistik ke Landak", "RRI"],
    ]


def test_a_row_of_totals_is_no_rest_of_the_numbered_row_above() -> None:
    words = [*put("No", 60, 100), *put("Konten", 90, 100), *put("IG", 200, 100), *put("FB", 260, 100)]
    for n in (1, 2):
        row = ((60, f"{n}."), (90, "Berita"), (200, "7 post"), (260, "8 post"))
        words += [w for x, text in row for w in put(text, x, 100 + 14 * n)]
    words += [*put("JUMLAH", 90, 142), *put("14", 200, 142), *put("16", 260, 142)]
    assert one_table(page_of(words)).rows()[3] == ["", "JUMLAH", "14", "16"]


def test_a_numbered_row_whose_columns_nearly_touch_ends_no_table() -> None:
    words: list[Word] = []
    for n in range(1, 7):
        date, text = (
            ("21 November 2025", "Pengumuman hasil survei kepuasan para") if n == 4 else ("1 Mei 2025", "Kirab")
        )
        row = ((60, f"{n}."), (90, date), (174, text), (360, "Telegram, Grup"))
        words += [w for x, part in row for w in put(part, x, 100 + 16 * n)]
    assert [row[0] for row in one_table(page_of(words)).rows()] == [f"{n}." for n in range(1, 7)]


def test_one_number_before_the_first_line_keeps_the_lines_of_its_row_together() -> None:
    words = [*put("No", 60, 100), *put("Tanggal", 100, 100), *put("Informasi", 200, 100), *put("Media", 400, 100)]
    words += [
        *put("1", 62, 116),
        *put("1 Oktober", 100, 116),
        *put("Jingle Pilkada: Masa", 190, 116),
        *put("IG,", 390, 116),
    ]
    words += [*put("2024", 100, 128), *put("Depan Sambas", 190, 128), *put("Facebook", 390, 128)]
    assert one_table(page_of(words)).rows()[1:] == [
        ["1", "1 Oktober 2024", "Jingle Pilkada: Masa Depan Sambas", "IG, Facebook"]
    ]


def test_shaded_boxes_on_top_of_a_ruled_table_are_its_heading() -> None:
    words, rules, _ = ruled_table(ROWS[1:], XS)
    for x, name in zip(XS, ROWS[0], strict=False):
        words += put(name, x + 3, 95)
    fills = [Fill((x0, 85.0, x1, 100.0), 0.2) for x0, x1 in pairwise(XS)]
    assert one_table(page_of(words, rules, fills)).rows() == flat(ROWS)


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


def test_a_word_that_a_narrow_cell_broke_is_put_together() -> None:
    rows = [["No", "Kegiatan", "Tempat"], ["1", "Penandatangana\nn Nota", "Aula"], ["2", "Rapat\nkerja", "Aula"]]
    words, rules, _ = ruled_table(rows, [50, 80, 156, 300])
    assert [row[1] for row in one_table(page_of(words, rules)).rows()][1:] == ["Penandatanganan Nota", "Rapat kerja"]


def test_a_number_at_the_foot_of_its_ruled_row_leaves_the_row_whole() -> None:
    words, rules, _ = ruled_table(
        [["No", "Informasi"], ["\n1", "Launching maskot\ndan jingle"], ["2", "Jadwal"]], [50, 80, 300]
    )
    bold = [replace(word, bold=word.top < 117) for word in words]
    assert one_table(page_of(bold, rules)).rows()[1] == ["1", "Launching maskot dan jingle"]


def test_a_bold_title_in_the_middle_is_no_line_of_the_row_above() -> None:
    words = [
        *put("No", 60, 100, bold=True),
        *put("Tanggal", 90, 100, bold=True),
        *put("Informasi", 200, 100, bold=True),
    ]
    for n in (1, 2, 3, 4):
        base = 100 + 14 * n + 14 * (n > 2)
        words += [*put(f"{n}.", 60, base), *put(f"{n} Mei 2025", 90, base), *put("Kirab Pemilu", 180, base)]
    words += put("NOVEMBER", 215, 142, bold=True)
    assert [row[0] for row in one_table(page_of(words)).rows()] == ["No", "1.", "2.", "", "3.", "4."]


def test_a_title_between_two_rules_over_the_names_is_part_of_the_heading() -> None:
    words = [*put("REKAPITULASI MEDIA SOSIAL", 150, 100), *put("No", 60, 116), *put("Konten", 100, 116)]
    words += [*put("IG", 250, 116), *put("FB", 320, 116)]
    for n in (1, 2, 3):
        words += [*put(f"{n}.", 60, 116 + 16 * n), *put("Berita", 100, 116 + 16 * n), *put("7", 252, 116 + 16 * n)]
        words += put("8", 322, 116 + 16 * n)
    rules = [level(y, 55, 340) for y in (88, 104, 120, 170)]
    assert [row[0] for row in one_table(page_of(words, rules)).rows()][-3:] == ["1.", "2.", "3."]


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


def test_as_many_names_as_columns_name_each_in_turn() -> None:
    """Names set off to the left of their figures, as turned ones are, stand nearer to the column before."""
    words = [
        w for n, name in enumerate(("Konten", "Berita", "Video", "Meme", "Story")) for w in put(name, 60 + 70 * n, 100)
    ]
    for n in range(4):
        words += [
            *put("Instagram", 60, 116 + 16 * n),
            *(w for i in range(4) for w in put_right("17", 195 + 70 * i, 116 + 16 * n)),
        ]
    assert one_table(page_of(words)).rows()[0] == ["Konten", "Berita", "Video", "Meme", "Story"]


def test_a_centred_name_makes_no_last_column_beside_its_values() -> None:
    words = [w for x, t in ((60, "No"), (100, "Uraian"), (400, "Kanal")) for w in put(t, x, 100, bold=True)]
    words += [w for x, t in ((60, "1."), (100, "Kirab Pemilu"), (330, "Radio")) for w in put(t, x, 116)]
    words += [*put("serentak", 100, 128), *put("Baliho", 330, 128)]
    assert one_table(page_of(words)).rows()[0] == ["No", "Uraian", "Kanal"]


def test_a_wrapped_label_left_of_the_end_of_a_title_stays_in_its_numbered_row() -> None:
    words = [*put("No", 60, 100), *put("Konten", 90, 100), *put("IG", 220, 100), *put("FB", 280, 100)]
    for n in (1, 2, 3, 4):
        base = 100 + 28 * n + 20 * (n > 2)
        row = ((62, f"{n}"), (90, "Hari Besar"), (220, "7"), (280, "8"))
        words += [w for x, t in row for w in put(t, x, base)] + put("dan Keagamaan", 90, base + 12)
    words += put("Oktober", 60, 188)
    rows = one_table(page_of(words)).rows()
    assert [row[1] for row in rows if row[0].isdigit()] == ["Hari Besar dan Keagamaan"] * 4


def test_a_text_that_nearly_touches_the_next_column_stays_in_its_own() -> None:
    words: list[Word] = []
    for n in range(1, 7):
        long = "30 Agustus 2023 s.d." if n == 4 else f"{n} Agustus 2023"
        base = 100 + 16 * n
        words += [*put(f"{n}", 60, base), *put(long, 90, base), *put("Aula Kantor Bupati", 188.4, base)]
    assert one_table(page_of(words)).rows()[3] == ["4", "30 Agustus 2023 s.d.", "Aula Kantor Bupati"]


def test_names_that_stand_apart_over_a_column_head_blank_ones() -> None:
    heads = ["Uraian", "IG", "FB", "YT", "X", "RRI", "TV", "Radio", "Baliho"]
    words = [w for n, name in enumerate(heads) for w in put(name, 60 + 50 * n, 100, bold=True)]
    for n in range(1, 13):
        marks = [w for i in range(1, 7) for w in put("v", 62 + 50 * i, 100 + 16 * n)]
        words += [*put("Kirab", 60, 100 + 16 * n), *marks, *(put("v", 420, 100 + 16 * n) if n == 4 else [])]
    rows = one_table(page_of(words)).rows()
    assert (rows[0], rows[4][-2:]) == (heads, ["v", ""])


def test_shading_over_the_upper_part_of_the_first_row_is_a_heading_of_its_own() -> None:
    """No rule parts the names from the first row, as in the lists of a word processor's table styles."""
    words, rules, _ = ruled_table(ROWS, XS)
    first = sorted({rule.top for rule in rules if rule.horizontal})[1]
    kept = [rule for rule in rules if not (rule.horizontal and rule.top == first)]
    fills = [Fill((a, 100, b, first), 0.4) for a, b in pairwise(XS)]
    assert one_table(page_of(words, kept, fills)).rows() == flat(ROWS)


def test_a_title_over_the_rule_over_a_heading_is_no_name_of_a_column() -> None:
    rules = [level(y, 60, 400) for y in (100, 120, 140, 160, 180)]
    words = put("Bulan April 2025", 167, 94, bold=True)
    words += [w for x, name in ((70, "No"), (167, "Instagram"), (300, "Facebook")) for w in put(name, x, 114)]
    for n in range(3):
        words += [w for x, text in ((70, f"{n + 1}."), (180, "7"), (310, "8")) for w in put(text, x, 134 + 20 * n)]
    assert one_table(page_of(words, rules)).rows()[0] == ["No", "Instagram", "Facebook"]


def test_a_row_whose_second_line_begins_as_the_first_line_of_the_page_is_not_cut() -> None:
    """The page begins with the rest of a row, of which a word comes again in the next row."""
    rules = [level(y, 55, 500) for y in (90, 120, 150, 180)]
    words = [w for x, text in ((90, "September"), (200, "Kelembagaan"), (400, "Sekadau")) for w in put(text, x, 84)]
    for n in range(3):
        upper = ((60, f"{n + 6}"), (90, "10"), (200, "Rapat Kerja"), (400, "Dinas"))
        lower = ((90, "September"), (200, "Media Sosial"), (400, "Pendidikan"))
        words += [w for x, text in upper for w in put(text, x, 102 + 30 * n)]
        words += [w for x, text in lower for w in put(text, x, 114 + 30 * n)]
    assert one_table(page_of(words, rules)).height == 4


def test_rules_that_stop_at_merged_cells_show_the_columns() -> None:
    """Media are merged over all rows, dates over two of them twice; no upright rule is drawn."""
    rules = [level(y, 50, 500) for y in (80, 100, 220)] + [level(y, 50, 400) for y in (120, 140, 180)]
    rules += [level(y, x0, x1) for y in (160, 200) for x0, x1 in ((50, 110), (200, 400))]
    names = ((60, "No"), (120, "Tanggal"), (220, "Informasi"), (420, "Media"))
    words = [w for x, name in names for w in put(name, x, 94)]
    for n in range(6):
        words += [*put(f"{n + 1}.", 60, 114 + 20 * n), *put(f"Kelas demokrasi {n}", 220, 114 + 20 * n)]
        words += put(f"{n} April", 120, 114 + 20 * n) if n not in (3, 5) else []
    table = one_table(page_of([*words, *put("Grup WA Bakohumas", 405, 164)], rules))
    spans = {cell.text: cell.rowspan for cell in table.cells}
    assert table.method == "lattice" and table.width == 4
    assert spans["Grup WA Bakohumas"] == 6 and spans["2 April"] == 2


def test_rules_that_stop_where_not_all_columns_end_show_none() -> None:
    rules = [level(y, 50, 500) for y in (80, 100, 220)] + [level(y, 50, 400) for y in (120, 140, 160, 180, 200)]
    words = [
        w for x, name in ((60, "No"), (120, "Konten"), (330, "Post"), (420, "Followers")) for w in put(name, x, 94)
    ]
    for n in range(6):
        words += [w for x, text in ((60, f"{n + 1}."), (120, "Berita"), (330, "7")) for w in put(text, x, 114 + 20 * n)]
    assert one_table(page_of([*words, *put("900", 420, 164)], rules)).width == 4


def test_rules_that_stop_at_merged_cells_show_no_columns_where_others_run_beyond_them() -> None:
    """A page break cuts the table: below the last rule over all columns stand the rows of one more merged cell."""
    rules = [level(y, 50, 500) for y in (80, 100, 160)] + [level(y, 50, 400) for y in (120, 180)]
    rules += [level(y, x0, x1) for y in (140, 200) for x0, x1 in ((50, 110), (200, 400))] + [level(220, 50, 400)]
    words = [w for x, name in ((60, "No"), (120, "Tanggal"), (220, "Isi"), (420, "Media")) for w in put(name, x, 94)]
    for n in range(6):
        words += [*put(f"{n + 1}.", 60, 114 + 20 * n), *put("Kelas demokrasi", 220, 114 + 20 * n)]
        words += put(f"{n} April", 120, 114 + 20 * n) if n not in (2, 5) else []
    table = one_table(page_of([*words, *put("Grup WA", 405, 114), *put("Radio", 405, 174)], rules))
    media = {cell.text: cell.rowspan for cell in table.cells if cell.col == 3}
    assert table.width == 4 and media == {"Media": 1, "Grup WA": 3, "Radio": 3}


def test_one_row_under_a_heading_that_a_page_repeats_is_a_table() -> None:
    names = ((60, "No Urut"), (140, "Jenis Unggahan"), (260, "Postingan"))
    words = [w for x, name in names for w in put(name, x, 60, bold=True)]
    words += [w for x, text in ((62, "11."), (110, "Promosi"), (270, "7")) for w in put(text, x, 76)]
    words += put("4) Twitter (@kpu)", 60, 100, bold=True)
    assert one_table(page_of(words)).rows()[1] == ["11.", "Promosi", "7"]


def test_one_row_under_its_heading_at_the_foot_of_a_page_is_a_table() -> None:
    names = ((60, "No"), (110, "Tanggal"), (200, "Uraian"), (400, "Media"))
    words = [w for x, name in names for w in put(name, x, 700, bold=True)]
    words += [
        w for x, text in ((62, "1."), (105, "1 April"), (180, "Kirab Pemilu"), (380, "RRI")) for w in put(text, x, 716)
    ]
    assert one_table(page_of([*words, *put("serentak", 180, 728)])).rows()[1] == [
        "1.",
        "1 April",
        "Kirab Pemilu serentak",
        "RRI",
    ]


def test_the_label_of_a_sum_under_a_centred_name_makes_no_column() -> None:
    words = [w for x, name in ((60, "No"), (220, "Konten"), (340, "Mei"), (420, "Juni")) for w in put(name, x, 100)]
    for n in range(3):
        words += [
            w for x, t in ((62, f"{n + 1}"), (90, "Berita"), (345, "7"), (425, "8")) for w in put(t, x, 116 + 16 * n)
        ]
    words += [w for x, t in ((200, "Jumlah"), (345, "21"), (425, "24")) for w in put(t, x, 164)]
    rules = [level(y, 55, 460) for y in (88, 104, 120, 136, 152, 168)]
    assert one_table(page_of(words, rules)).rows()[1] == ["1", "Berita", "7", "8"]


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


def test_shading_of_two_rows_of_names_over_column_rules_is_a_heading() -> None:
    """No rule parts the names from the rows; the boxes of the groups hang over those of their columns."""
    xs = [50, 80, 180, 230, 280, 330, 400]
    rules = [level(100, 50, 400), level(220, 50, 400)]
    rules += [upright(x, 100, 220) for x in (50, 80, 180, 280, 400)] + [upright(x, 114, 220) for x in (230, 330)]
    fills = [Fill((x0, 100, x1, 128), 0.8) for x0, x1 in ((50, 80), (80, 180))]
    fills += [Fill((x0, 100, x1, 114), 0.8) for x0, x1 in ((180, 280), (280, 400))]
    fills += [Fill((x0, 114, x1, 128), 0.8) for x0, x1 in pairwise(xs[2:])]
    names = ((53, 118, "No"), (83, 118, "Konten"), (183, 111, "April"), (283, 111, "Mei"))
    words = [w for x, y, text in names for w in put(text, x, y)]
    words += [w for x, text in zip(xs[2:], ("IG", "FB") * 2, strict=False) for w in put(text, x + 3, 125)]
    for n in range(4):
        row = (f"{n + 1}", "Berita", "7", "8", "9", "6")
        words += [w for x, text in zip(xs, row, strict=False) for w in put(text, x + 3, 140 + 20 * n)]
    table = one_table(page_of(words, rules, fills))
    assert table.rows()[1:3] == [["", "", "IG", "FB", "IG", "FB"], ["1", "Berita", "7", "8", "9", "6"]]
    assert table.height == 6


def test_texts_through_which_a_rule_runs_are_doubted_on_both_sides_of_it() -> None:
    words, rules, _ = ruled_table([["No", "Media"], ["1", "Radio"], ["2", "Baliho"], ["3", "Laman"]], [50, 90, 200])
    torn = one_table(page_of([*words, *put("Telegram", 93, 138)], rules))
    assert {cell.text for cell in torn.cells if cell.doubt} == {"Radio", "Telegram Baliho"}


def test_justified_texts_without_walls_make_no_column_of_their_own() -> None:
    words = [w for x, name in ((60, "No"), (90, "Kegiatan"), (250, "Tempat")) for w in put(name, x, 100, bold=True)]
    for n in range(4):
        base = 120 + 26 * n
        spread = ((250, "Ruang"), (290, "Rapat"), (330, "Wali"))
        words += [*put(f"{n + 1}.", 60, base), *put("Audiensi", 90, base), *put("Kota", 250, base + 12)]
        words += [w for x, text in spread for w in put(text, x, base)]
    assert one_table(page_of(words)).rows()[1] == ["1.", "Audiensi", "Ruang Rapat Wali Kota"]


def test_shaded_boxes_of_names_part_texts_that_all_but_touch() -> None:
    xs = [58, 90, 200, 300]
    fills = [Fill((x0, 90, x1, 104), 0.8) for x0, x1 in pairwise(xs)]
    words = [w for x, name in zip(xs, ("No", "Kegiatan", "Tempat"), strict=False) for w in put(name, x + 2, 101)]
    for n in range(4):
        base = 118 + 26 * n
        words += [*put(f"{n + 1}.", 60, base), *put_right("Rapat kerja kehumasan", 199, base)]
        words += [*put("Ruang", 202, base), *put("Rapat", 232, base), *put("bersama camat", 92, base + 12)]
    assert one_table(page_of(words, fills=fills)).rows()[1] == [
        "1.",
        "Rapat kerja kehumasan bersama camat",
        "Ruang Rapat",
    ]
