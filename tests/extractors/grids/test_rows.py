"""Lines grouped into rows: numbers, titles, totals, wrapped labels."""

from __future__ import annotations

from extractors.geometry import Word
from extractors.grids.keyed_rows import is_keyed
from extractors.grids.lines import segment, text_line
from extractors.grids.row import Row
from extractors.grids.rows import group_rows
from extractors.grids.values import is_value
from tests.support.drawing import level, one_table, page_of, put, put_right, upright, width_of


def test_small_type_at_the_top_of_a_numbered_row_is_of_that_row() -> None:
    words: list[Word] = []
    for n in range(4):
        top = 114 + 30 * n
        words += [*put(f"{n + 1}.", 53, top), *put("Jadwal", 100, top), *put("tahapan", 100, top + 12)]
        words += put(f"kpu.go.id/{n + 1}", 300, top - 4.5, size=5)
    rules = [level(100, 50, 400), level(230, 50, 400), *(upright(x, 100, 230) for x in (50, 95, 290, 400))]
    table = one_table(page_of(words, rules))
    assert [row[2] for row in table.rows()] == [f"kpu.go.id/{n}" for n in range(1, 5)]


def test_rows_under_one_day_are_told_by_the_blanks_between_rows() -> None:
    told = [("1 Mei 2024", "Tahapan", "IG"), ("", "", "FB"), ("", "Jadwal", "X"), ("", "", "Web")]
    told += [(f"{n} Mei 2024", "Kirab", "IG") for n in (2, 3, 4)]
    words, base = [], 114.0
    for day, text, media in told:
        base += 18 if text else 12
        words += [w for x, part in ((53, day), (120, text), (300, media)) for w in put(part, x, base)]
    rules = [level(y, 50, 400) for y in (122, base + 8)]
    table = one_table(page_of(words, [*rules, *(upright(x, 122, base + 8) for x in (50, 115, 290, 400))]))
    assert [row[1:] for row in table.rows()[:3]] == [["Tahapan", "IG FB"], ["Jadwal", "X Web"], ["Kirab", "IG"]]


def test_a_bold_title_between_the_rules_of_a_row_is_no_line_of_its_label() -> None:
    def row(base: float, *texts: str, bold: bool = False) -> Row:
        parts = {at: segment(put(text, (60, 200)[at], base, bold=bold)) for at, text in enumerate(texts)}
        return Row(text_line([word for part in parts.values() for word in part.words], 10), parts)

    rows = [row(100, "Video", "15 postingan"), row(120, "Twitter", bold=True), row(134, "Foto", "55 postingan")]
    assert group_rows(rows, [106, 140], 100, dense=True) == [[0], [1], [2]]
    assert group_rows([rows[0], row(120, "Foto"), row(134, "Berita", "55")], [106, 140], 100, dense=True) == [
        [0],
        [1, 2],
    ]


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


def test_what_counts_as_a_value() -> None:
    for text in ("12", "1.234,5", "(1.1–1.2)", "—", "n/a", "Rp 5.000", "24%", "*3,337", "12 (2)", "$9,600"):
        assert is_value(text), text
    for text in ("di", "by the", "Sambas", "Rapat 12 orang", "Total 5"):
        assert not is_value(text), text


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


def test_numbered_rows_may_have_titles_between_them() -> None:
    def row(*texts: str) -> Row:
        places = {col: put(text, 60 + 60 * col, 100) for col, text in enumerate(texts) if text}
        line = text_line([word for words in places.values() for word in words], 1.1)
        return Row(line, {col: segment(words) for col, words in places.items()})

    rows = [row("Bulan Mei"), row("1.", "Berita", "7"), row("2.", "Repost", "8"), row("3.", "Video", "9")]
    assert is_keyed(rows) and not is_keyed([*rows, row("Landak", "Berita", "7")])


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


def test_a_row_of_totals_is_no_rest_of_the_numbered_row_above() -> None:
    words = [*put("No", 60, 100), *put("Konten", 90, 100), *put("IG", 200, 100), *put("FB", 260, 100)]
    for n in (1, 2):
        row = ((60, f"{n}."), (90, "Berita"), (200, "7 post"), (260, "8 post"))
        words += [w for x, text in row for w in put(text, x, 100 + 14 * n)]
    words += [*put("JUMLAH", 90, 142), *put("14", 200, 142), *put("16", 260, 142)]
    assert one_table(page_of(words)).rows()[3] == ["", "JUMLAH", "14", "16"]


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


def test_a_wrapped_label_left_of_the_end_of_a_title_stays_in_its_numbered_row() -> None:
    words = [*put("No", 60, 100), *put("Konten", 90, 100), *put("IG", 220, 100), *put("FB", 280, 100)]
    for n in (1, 2, 3, 4):
        base = 100 + 28 * n + 20 * (n > 2)
        row = ((62, f"{n}"), (90, "Hari Besar"), (220, "7"), (280, "8"))
        words += [w for x, t in row for w in put(t, x, base)] + put("dan Keagamaan", 90, base + 12)
    words += put("Oktober", 60, 188)
    rows = one_table(page_of(words)).rows()
    assert [row[1] for row in rows if row[0].isdigit()] == ["Hari Besar dan Keagamaan"] * 4


def test_codes_in_the_first_column_begin_rows_where_no_rules_part_them() -> None:
    words: list[Word] = [*put("Kode", 53, 96), *put("Desa", 160, 96), *put("Keterangan", 260, 96)]
    base = 114.0
    for n in range(1, 6):
        words += [*put(f"33.07.01.200{n}", 53, base), *put("Karanganyar", 160, base)]
        if n % 2:
            words += [*put("Perbaikan nama sesuai surat", 260, base), *put("gubernur tanggal 13 Juni", 260, base + 9)]
        base += 15
    rules = [level(y, 50, 420) for y in (84, 100, 190)] + [upright(x, 84, 190) for x in (50, 150, 250, 420)]
    rows = one_table(page_of(words, rules)).rows()
    assert [row[0] for row in rows] == ["Kode", *(f"33.07.01.200{n}" for n in range(1, 6))]


def test_a_label_that_reads_on_in_the_next_line_is_one_however_close_the_rows_stand() -> None:
    labels = ["Pertanian", "Industri pengolahan logam dan", "barang dari logam", "Makanan", "termasuk:", "Minuman"]
    labels += ["Tekstil", "Kayu", "Kertas"]
    words: list[Word] = []
    for n, label in enumerate(labels):
        words += put(label, 60, 100 + 12 * n)
        if n not in (2, 4):
            words += [*put_right(f"{n * 137 + 11}", 260, 100 + 12 * n), *put_right(f"{n * 91 + 23}", 330, 100 + 12 * n)]
    rows = one_table(page_of(words, [level(88, 60, 330), level(202, 60, 330)])).rows()
    assert [row[0] for row in rows][:5] == [
        "Pertanian", "Industri pengolahan logam dan barang dari logam", "Makanan", "termasuk:", "Minuman",
    ]  # fmt: skip


def test_items_with_a_price_each_are_rows_under_the_number_of_their_kind() -> None:
    words: list[Word] = [*put("No", 53, 96), *put("Uraian", 100, 96), *put("Tarif", 300, 96)]
    base = 114.0
    for n, kind in enumerate(("Kendaraan bermotor", "Kendaraan lain"), 1):
        words += [*put(f"{n}.", 53, base), *put(kind, 100, base)]
        for letter in "abc":
            base += 14
            words += [*put(f"{letter}. Sepeda", 100, base), *put_right(f"{n}.500", 390, base)]
        base += 14
    rules = [level(y, 50, 400) for y in (84, 100, 230)] + [upright(x, 84, 230) for x in (50, 95, 290, 400)]
    rows = one_table(page_of(words, rules)).rows()
    assert [row[0] for row in rows] == ["No", "1.", "", "", "", "2.", "", "", ""]


def test_texts_set_in_the_middle_of_rows_with_codes_stay_in_their_row() -> None:
    words: list[Word] = [*put("Kode", 53, 96), *put("Desa", 160, 96), *put("Keterangan", 260, 96)]
    base = 120.0
    for n in range(1, 6):
        words += [*put(f"33.07.01.200{n}", 53, base), *put("Karanganyar", 160, base)]
        words += [*put("Perbaikan nama sesuai", 260, base - 5), *put("surat gubernur", 260, base + 5)]
        base += 22
    rules = [level(y, 50, 420) for y in (84, 100, 224)] + [upright(x, 84, 224) for x in (50, 150, 250, 420)]
    rows = one_table(page_of(words, rules)).rows()
    assert [row[2] for row in rows] == ["Keterangan", *["Perbaikan nama sesuai surat gubernur"] * 5]


def test_lines_of_labels_and_marks_are_rows_where_no_rules_part_them() -> None:
    words: list[Word] = [*put("Negara", 53, 96), *put("Pasal 1", 160, 96), *put("Pasal 2", 260, 96)]
    for n, label in enumerate(("Polandia", "Hungaria", "Denmark", "Spanyol")):
        words += [*put(label, 53, 112 + 12 * n), *put("X", 160 if n % 2 else 260, 112 + 12 * n)]
    rules = [level(y, 50, 340) for y in (84, 100, 156)] + [upright(x, 84, 156) for x in (50, 150, 250, 340)]
    rows = one_table(page_of(words, rules)).rows()
    assert [row[0] for row in rows] == ["Negara", "Polandia", "Hungaria", "Denmark", "Spanyol"]


def test_titles_with_a_numeral_of_their_own_leave_rows_numbered() -> None:
    words: list[Word] = [*put("No", 53, 96), *put("Jenis", 100, 96), *put("Tarif", 300, 96)]
    base = 116.0
    for title in ("I", "II"):
        words += [*put(title, 53, base, bold=True), *put("PELAYANAN", 100, base, bold=True)]
        for n in (1, 2, 3):
            base += 24
            words += [*put(f"{n}", 53, base), *put_right(f"{n}.500", 390, base)]
            words += [*put("Sewa aula untuk", 100, base - 5), *put("kegiatan sosial", 100, base + 5)]
        base += 24
    rules = [level(y, 50, 400) for y in (84, 100, 304)] + [upright(x, 84, 304) for x in (50, 95, 290, 400)]
    rows = one_table(page_of(words, rules)).rows()
    assert [row[0] for row in rows] == ["No", "I", "1", "2", "3", "II", "1", "2", "3"]
    assert rows[2][1] == "Sewa aula untuk kegiatan sosial"


def test_codes_that_look_like_days_begin_rows_whose_texts_go_on_in_several_columns() -> None:
    words: list[Word] = [*put("Kode", 53, 96), *put("Kegiatan", 110, 96), *put("Tolok ukur", 240, 96)]
    words += [w for n, x in enumerate((60, 160, 290, 390), 1) for w in put(f"({n})", x, 110)]
    codes = ["1.02.01", "1.02.01.01", "1.02.01.02", "1.02.01.03", "1.02.02", "1.02.02.04", "1.02.02.05", "1.02.03"]
    for n, code in enumerate(codes):
        base = 122 + 20.5 * n
        words += [*put(code, 53, base), *put("Sarana dan", 110, base), *put("Persentase", 240, base)]
        words += [*put("prasarana", 110, base + 9), *put("belanja barang", 240, base + 9)]
        words += put_right(f"{n + 1}.500", 420, base)
    rules = [level(y, 50, 425) for y in (84, 100, 290)] + [upright(x, 84, 290) for x in (50, 105, 235, 360, 425)]
    rows = one_table(page_of(words, rules)).rows()
    assert [row[:2] for row in rows[2:]] == [[code, "Sarana dan prasarana"] for code in codes]


def test_a_year_in_which_a_text_ends_is_of_that_text() -> None:
    words: list[Word] = [*put("Wilayah", 60, 100), *put("Tindakan", 150, 100), *put("Keadaan", 330, 100)]
    for n, label in enumerate(("Kota", "Desa", "Pesisir")):
        base = 120.0 + 40 * n
        words += [
            *put(label, 60, base),
            *put("Penetapan standar dan", 150, base),
            *put("Selesai pada bulan", 330, base),
        ]
        words += [*put("dukungan bagi daerah", 150, base + 11), *put("2008" if n == 1 else "Mei", 330, base + 11)]
    rows = one_table(page_of(words, [level(88, 60, 460), level(106, 60, 460)])).rows()
    assert [row[0] for row in rows] == ["Wilayah", "Kota", "Desa", "Pesisir"]


def test_lines_of_names_are_rows_though_one_of_them_is_wrapped_beside_its_name() -> None:
    words: list[Word] = [*put("Nama", 53, 96), *put("Jabatan", 160, 96), *put("Instansi", 300, 96)]
    for n, name in enumerate(("Anna", "Jean", "Petra", "Luis", "Eva")):
        base = 120 + 12 * n
        words += [*put(name, 53, base), *put("Anggota", 160, base)]
        words += (
            put("Dinas", 300, base) if n else [*put("Bank Investasi", 300, base - 5), *put("Daerah", 300, base + 5)]
        )
    rules = [level(y, 50, 420) for y in (84, 100, 176)] + [upright(x, 84, 176) for x in (50, 150, 290, 420)]
    rows = one_table(page_of(words, rules)).rows()
    assert [row[0] for row in rows] == ["Nama", "Anna", "Jean", "Petra", "Luis", "Eva"]


def test_codes_far_apart_are_keys_though_no_line_of_the_texts_about_them_is_level() -> None:
    words: list[Word] = [*put("Pasal", 53, 96), *put("Pokok", 130, 96), *put("Usulan", 290, 96)]
    for n in range(1, 6):
        base = 94 + 24 * n
        words += put(f"Ps. {n}(2)", 53, base)
        for x, text in ((130, "Pelatihan tenaga ahli dan"), (290, "Penyusunan indikator")):
            words += [*put(text, x, base - 5), *put("pertukaran pengalaman", x, base + 5)]
    rules = [level(y, 50, 430) for y in (84, 100, 226)] + [upright(x, 84, 226) for x in (50, 125, 285, 430)]
    rows = one_table(page_of(words, rules)).rows()
    assert [row[0] for row in rows] == ["Pasal", *(f"Ps. {n}(2)" for n in range(1, 6))]


def test_a_total_under_a_figure_is_no_rest_of_the_numbered_row_above() -> None:
    words = [*put("No", 60, 100), *put("Konten", 90, 100), *put("Posting", 200, 100)]
    for n in (1, 2):
        words += [*put(f"{n}", 60, 100 + 28 * n), *put("Berita", 90, 100 + 28 * n), *put("7", 210, 100 + 28 * n)]
    words += [*put("Jumlah Total", 90, 184), *put("14", 208, 184)]
    rules = [*(level(y, 50, 300) for y in (86, 110)), *(upright(x, 86, 200) for x in (50, 80, 190, 300))]
    assert one_table(page_of(words, rules)).rows()[2:] == [["2", "Berita", "7"], ["", "Jumlah Total", "14"]]


def test_two_lines_far_apart_with_a_label_and_a_figure_each_are_two_rows() -> None:
    words = [*put("Pengikut", 60, 100), *put("2.344", 210, 100), *put("Jangkauan", 60, 128), *put("78.642", 210, 128)]
    rules = [level(140, 50, 300), *(upright(x, 86, 140) for x in (50, 190, 300))]
    assert one_table(page_of(words, rules)).rows() == [["Pengikut", "2.344"], ["Jangkauan", "78.642"]]


def test_a_name_with_its_own_figure_under_a_numbered_row_with_one_is_a_row() -> None:
    words = [*put("No", 60, 100), *put("Konten", 90, 100), *put("Posting", 250, 100)]
    for n in (1, 2, 3):
        words += [*put(f"{n}", 60, 100 + 20 * n), *put("Berita", 90, 100 + 20 * n), *put("7", 260, 100 + 20 * n)]
    words += [*put("Pengikut akun", 90, 180), *put("1.234", 255, 180)]
    assert one_table(page_of(words)).rows()[3:] == [["3", "Berita", "7"], ["", "Pengikut akun", "1.234"]]


def test_units_below_figures_are_of_their_row_also_beside_the_rest_of_its_label() -> None:
    words = [w for x, name in ((60, "Konten"), (200, "IG"), (270, "FB")) for w in put(name, x, 100, bold=True)]
    for n, label in enumerate(("Berita", "Hari Besar", "Video"), 1):
        words += [*put(label, 60, 96 + 26 * n), *put("97", 200, 96 + 26 * n), *put("9 post", 270, 96 + 26 * n)]
        words += put("postingan", 190, 107 + 26 * n)
    words += put("Nasional", 60, 159)
    assert one_table(page_of(words)).rows()[2] == ["Hari Besar Nasional", "97 postingan", "9 post"]


def test_a_label_with_its_values_beside_its_last_line_is_one_row_where_the_break_was_not_meant() -> None:
    words = [*put("Uraian", 60, 90), *put_right("Nilai", 260, 90), *put_right("Persen", 330, 90)]
    lines = [
        ("Kota", "40"),
        ("Pelanggaran terhadap orang dan", ""),
        ("keluarga", "12"),
        ("Desa di kepulauan", "17"),
        ("Menurut asal", ""),
        ("kota", "21"),
        ("desa", "22"),
    ]
    for n, (label, value) in enumerate(lines):
        words += put(label, 60, 102 + 12 * n)
        if value:
            words += [*put_right(value, 260, 102 + 12 * n), *put_right(value + ",5", 330, 102 + 12 * n)]
    assert [row[0] for row in one_table(page_of(words)).rows()] == [
        "Uraian",
        "Kota",
        "Pelanggaran terhadap orang dan keluarga",
        "Desa di kepulauan",
        "Menurut asal",
        "kota",
        "desa",
    ]


def test_a_bold_heading_with_a_numeral_under_a_numbered_row_is_a_title_though_it_is_flush() -> None:
    words = [*put("No", 60, 100, bold=True), *put("Uraian", 90, 100, bold=True), *put("2018", 300, 100, bold=True)]
    lines = [("1", "Jumlah SD"), ("2", "Jumlah SMP"), ("", "II. KESEHATAN"), ("1", "Puskesmas"), ("2", "Dokter umum")]
    for n, (number, text) in enumerate(lines, 1):
        words += [*put(number, 60, 100 + 14 * n), *put(text, 90, 100 + 14 * n, bold=not number)]
        words += put_right("17", 320, 100 + 14 * n) if number else []
    assert [row[1] for row in one_table(page_of(words)).rows()] == ["Uraian", *(text for _, text in lines)]


def test_rows_with_a_cell_set_half_a_line_off_are_told_by_the_blanks_between_them() -> None:
    words = [*put("Judul", 60, 100, bold=True), *put("Satuan", 230, 100, bold=True)]
    words += [*put("2011", 300, 100, bold=True), *put("2012", 380, 100, bold=True)]
    labels = ["Pertumbuhan", "Daya saing dan mutu", "Kohesi", "Alam dan lahan", "Keadilan", "Jumlah"]
    for n, label in enumerate(labels):
        base = 118 + 28 * n
        words += [*put("juta", 230, base), *put("rupiah", 230, base + 11)]
        first, _, rest = label.partition(" dan ")
        words += put(f"{first} dan", 60, base) + put(rest, 60, base + 11) if rest else put(first, 60, base + 5.5)
        words += [*put_right("40,5", 320, base + 5.5), *put_right("10,8", 400, base + 5.5)]
    rules = [level(106, 60, 400), level(290, 60, 400)]
    rows = one_table(page_of(words, rules)).rows()
    assert rows[1:] == [[label, "juta rupiah", "40,5", "10,8"] for label in labels]


def test_figures_a_little_lower_than_their_label_stand_in_its_line() -> None:
    words = [*put("Wilayah", 60, 100, bold=True), *put_right("2009", 260, 100, bold=True)]
    words += put_right("2010", 330, 100, bold=True)
    for n, label in enumerate(("Sambas", "Sanggau", "Landak", "Melawi")):
        words += [*put(label, 60, 116 + 14 * n), *put_right("452,8", 260, 119.3 + 14 * n)]
        words += put_right("58,7", 330, 119.3 + 14 * n)
    words += put("(a)", 60 + width_of("Sanggau"), 126, 8)
    rows = one_table(page_of(words)).rows()
    assert rows[1] == ["Sambas", "452,8", "58,7"]
    assert rows[2] == ["Sanggau (a)", "452,8", "58,7"]


def test_rows_clearly_apart_with_values_beside_the_middle_line_of_a_label_are_told_by_their_blanks() -> None:
    words = [*put("Instrumen", 60, 100, bold=True), *put_right("Jumlah", 300, 100, bold=True)]
    words += put_right("Nilai", 380, 100, bold=True)
    labels = [
        "Pinjaman umum kepada|perantara keuangan di|daerah",
        "Pinjaman",
        "Jaminan bagi|usaha kecil yang|baru",
        "Modal",
    ]
    base = 108.0
    for label in labels:
        base += 10
        lines = label.split("|")
        values = base + 12 * (len(lines) // 2)
        words += [*put_right("48", 300, values), *put_right("2.310", 380, values)]
        for line in lines:
            words += put(line, 60, base)
            base += 12
    rows = one_table(page_of(words)).rows()
    assert rows[1:] == [[label.replace("|", " "), "48", "2.310"] for label in labels]
