"""Tables by alignment alone: where a heading ends, where it comes again, what is no heading."""

from __future__ import annotations

from extractors.geometry import Fill, Word
from extractors.grids import find_tables
from extractors.grids.lines import baselines, text_line
from extractors.grids.parting import parted
from tests.support.drawing import flat, level, one_table, page_of, put, put_right, stream_rows, width_of


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


def test_aligned_columns_are_a_table() -> None:
    table = one_table(page_of(stream_rows()))
    assert table.method == "stream"
    assert table.header_rows == 1
    assert table.rows()[0] == ["Wilayah", "2022", "2023"]
    assert table.rows()[3] == ["Kubu Raya", "2485", "17,5"]


def test_two_tables_with_the_same_heading_are_parted() -> None:
    words = stream_rows()
    lower = [Word(w.text, w.x0, w.top + 90, w.x1, w.bottom + 90, w.size, w.bold) for w in words]
    between = put("Non Pemerintah", 60, 180)
    tables = find_tables(page_of([*words, *between, *lower]))
    assert [len(table.rows()) for table in tables] == [6, 6]


def test_a_caption_is_no_row_of_the_table() -> None:
    caption = [*put("Tabel 2.", 60, 86), *put("Jumlah menurut wilayah", 120, 86)]
    assert one_table(page_of([*caption, *stream_rows()])).rows()[0][0] == "Wilayah"


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


def test_a_second_table_may_have_other_names_in_its_last_columns() -> None:
    words = []
    for top, last in ((100, ("Realisasi", "Persen")), (190, ("Jumlah", "Capaian"))):
        for base, row in enumerate((("No", "Konten", "Target", *last), *([("1", "Berita", "40", "38", "95")] * 3))):
            places = zip((60, 100, 200, 280, 360), row, strict=True)
            words += [w for x, text in places for w in put(text, x, top + 15 * base, bold=not base)]
    words += put("FACEBOOK", 60, 172, bold=True)
    assert [table.rows()[0][3] for table in find_tables(page_of(words))] == ["Realisasi", "Jumlah"]


def test_a_second_table_may_have_another_first_name() -> None:
    words, rules = [], []
    for top, first in ((100, "Jenis Konten"), (190, "Bulan")):
        for at, row in enumerate(((first, "IG", "FB", "X"), ("Foto", "4", "3", "2"), ("Video", "8", "7", "6"))):
            places = zip((60, 200, 280, 360), row, strict=True)
            words += [w for x, text in places for w in put(text, x, top + 15 * at, bold=not at)]
            rules.append(level(top + 15 * at + 5, 55, 380))
    words += put("Total per Bulan", 60, 172, bold=True)
    assert [table.rows()[0][0] for table in find_tables(page_of(words, rules))] == ["Jenis Konten", "Bulan"]


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


def test_a_name_of_two_lines_heads_one_column_beside_names_of_one_line() -> None:
    words = [*put("Tempat", 260, 94), *put("Kegiatan", 255, 106), *put("Unsur", 160, 100), *put("Mitra", 370, 100)]
    words += put("No", 60, 100)
    for n in range(4):
        row = ((60, f"{n}."), (150, "Pemerintah"), (250, "Aula Kantor"), (360, "Bawaslu"))
        words += [w for x, text in row for w in put(text, x, 124 + 16 * n)]
    assert one_table(page_of(words)).rows()[0] == ["No", "Unsur", "Tempat Kegiatan", "Mitra"]


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


def test_the_second_line_of_a_name_beside_names_of_one_line_is_no_row() -> None:
    words = [*put("No", 62, 94), *put("Tanggal", 110, 100), *put("Informasi", 220, 100), *put("Urut", 60, 106)]
    for n in (1, 2, 3):
        row = ((64, f"{n}"), (100, f"{n} Mei 2025"), (200, "Kirab Pemilu"))
        words += [w for x, text in row for w in put(text, x, 124 + 16 * n)]
    assert one_table(page_of(words)).rows()[0] == ["No Urut", "Tanggal", "Informasi"]


def test_a_bold_name_of_two_lines_begins_beside_a_name_that_does_not_look_bold() -> None:
    words = [*put("#", 62, 100), *put("Informasi", 220, 100, bold=True), *put("Media", 320, 100, bold=True)]
    words += [*put("Tanggal", 110, 95, bold=True), *put("Publikasi", 105, 106, bold=True)]
    for n in (1, 2, 3):
        row = ((62, f"{n}."), (100, f"{n} Mei 2025"), (200, "Kirab Pemilu"), (320, "Radio"))
        words += [w for x, text in row for w in put(text, x, 108 + 16 * n)]
    assert one_table(page_of(words)).rows()[0] == ["#", "Tanggal Publikasi", "Informasi", "Media"]


def test_a_title_between_two_rules_over_the_names_is_part_of_the_heading() -> None:
    words = [*put("REKAPITULASI MEDIA SOSIAL", 150, 100), *put("No", 60, 116), *put("Konten", 100, 116)]
    words += [*put("IG", 250, 116), *put("FB", 320, 116)]
    for n in (1, 2, 3):
        words += [*put(f"{n}.", 60, 116 + 16 * n), *put("Berita", 100, 116 + 16 * n), *put("7", 252, 116 + 16 * n)]
        words += put("8", 322, 116 + 16 * n)
    rules = [level(y, 55, 340) for y in (88, 104, 120, 170)]
    assert [row[0] for row in one_table(page_of(words, rules)).rows()][-3:] == ["1.", "2.", "3."]


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


def test_the_bullets_of_a_list_in_a_cell_are_no_column() -> None:
    words = [*put("Tanggal", 50, 100), *put("Informasi", 140, 100), *put("Media", 360, 100)]
    for row in range(6):
        base = 120 + 28 * row
        words += [*put(f"{row + 2} April 2024", 50, base), *put("Tahapan dan Jadwal", 140, base)]
        for step, name in enumerate(("Laman", "Radio")):
            words += [*put("•", 360, base + 12 * step), *put(name, 371, base + 12 * step)]
    assert one_table(page_of(words)).rows()[1] == ["2 April 2024", "Tahapan dan Jadwal", "• Laman • Radio"]


def test_a_first_row_that_ends_in_a_figure_as_the_rows_below_it_is_no_heading() -> None:
    words = [*put("Agustus", 50, 100), *put("Facebook", 140, 100)]
    for row, label in enumerate(("Foto", "Video", "Repost", "Story")):
        words += [*put(label, 260, 100 + 16 * row), *put_right(str(120 + row), 420, 100 + 16 * row)]
    table = one_table(page_of(words))
    assert (table.header_rows, table.rows()[0]) == (0, ["Agustus", "Facebook", "Foto", "120"])


def test_shading_that_begins_below_the_first_row_does_not_end_the_heading() -> None:
    words = [w for x, name in ((60, "#"), (90, "Waktu"), (200, "Judul")) for w in put(name, x, 100)]
    for n in range(1, 6):
        row = ((60, f"{n}."), (90, f"{n} Mei 2025"), (200, "Kirab"))
        words += [w for x, text in row for w in put(text, x, 100 + 14 * n)]
    fills = [Fill((55, top, 300, top + 14), 0.9) for top in (118, 146)]
    table = one_table(page_of(words, fills=fills))
    assert table.header_rows == 1 and table.height == 6


def test_the_border_of_a_card_below_its_rows_does_not_end_a_heading() -> None:
    words = [*put("Laman", 60, 100, bold=True), *put("Threads", 60, 160, bold=True)]
    for n, top in enumerate((112, 124, 136, 172, 184, 196)):
        words += [*put(("Berita", "Video", "Kuis")[n % 3], 60, top), *put_right("35", 240, top)]
    table = one_table(page_of(words, [level(y, 55, 245) for y in (86, 142, 148, 202)]))
    assert table.rows()[1:3] == [["Berita", "35"], ["Video", "35"]]


def test_lines_that_stand_off_over_a_heading_that_comes_again_are_no_part_of_it() -> None:
    words, rules = [], []
    for top in (100, 260):
        words += [*put("TikTok", 60, top - 48), *put("Pengikut per 31 Maret 2024: 911", 60, top - 24)]
        for row, texts in enumerate((("Konten", "Posting", "Suka"), ("Berita", "4", "9"), ("Video", "3", "8"))):
            words += [w for text, x in zip(texts, (60, 220, 300), strict=True) for w in put(text, x, top + 16 * row)]
            rules.append(level(top + 16 * row + 5, 58, 330))
    tables = find_tables(page_of(words, rules))
    assert [table.rows()[0] for table in tables] == [["Konten", "Posting", "Suka"]] * 2


def test_lines_that_stand_off_over_the_first_heading_are_no_part_of_it() -> None:
    lines = [text_line(words, 10) for words in baselines([*put("Pengikut: 911", 60, 70), *stream_rows()])]
    assert [part[0].segments[0].text for part in parted(lines, [])] == ["Wilayah"]
    assert [part[0].segments[0].text for part in parted(lines, [58])] == ["Pengikut: 911"]


def test_titles_over_headings_that_come_again_in_one_ladder_of_rules_are_no_names_of_columns() -> None:
    words, rules = [], []
    for top, names in ((100, "IG FB X Total"), (196, "IG FB X Total"), (292, "IG FB X")):
        words += put(f"Bulan {top} berikut ini rekapnya", 60, top - 18)
        for texts in (f"Jenis_Konten {names}", "Foto 4 9 2 15", "Video 3 8 1 12", "Total 7 17 3 27"):
            told = [text.replace("_", " ") for text in texts.split()][: len(names.split()) + 1]
            words += [w for text, x in zip(told, (60, 220, 290, 360, 430), strict=False) for w in put(text, x, top)]
            rules.append(level(top + 6, 58, 460))
            top += 18
    tables = find_tables(page_of(words, rules))
    assert [(table.height, table.rows()[0][0]) for table in tables] == [(4, "Jenis Konten")] * 3


def test_the_caption_of_a_second_table_in_the_same_stripes_is_no_name_of_its_columns() -> None:
    def rows(top: float) -> list[Word]:
        words = [w for x, name in ((60, "#"), (90, "Tanggal"), (200, "Kegiatan")) for w in put(name, x, top, bold=True)]
        for n in range(1, 5):
            row = ((60, f"{n}."), (90, f"{n} Mei 2025"), (200, "Rapat"))
            words += [w for x, text in row for w in put(text, x, top + 18 * n)]
        return words

    caption = [*put("B. Non Pemerintah", 60, 196, bold=True), *put("Tabel 4. Kegiatan", 130, 214, bold=True)]
    fills = [Fill((55, top, 300, top + 18), 0.93) for top in (124, 160, 256, 292)]
    first, second = find_tables(page_of([*rows(100), *caption, *rows(232)], fills=fills))
    assert first.height == second.height == 5 and second.rows()[0] == ["#", "Tanggal", "Kegiatan"]


def test_a_dated_row_between_rules_below_the_rest_of_a_cut_row_is_no_heading() -> None:
    words = [w for x, name in ((60, "Tanggal"), (160, "Konten"), (390, "Media")) for w in put(name, x, 100, bold=True)]
    words += put("Konstitusi", 160, 120)
    for n in (1, 2, 3):
        row = ((60, f"{n} Juli 2024"), (160, f"Sidang di Mahkamah {n}"), (390, "Website"))
        words += [w for x, text in row for w in put(text, x, 120 + 20 * n)]
    found = one_table(page_of(words, [level(86 + 20 * n, 58, 500) for n in range(6)]))
    assert [row[1] for row in found.rows()] == ["Konten", "Konstitusi", *(f"Sidang di Mahkamah {n}" for n in (1, 2, 3))]


def test_a_lettered_title_of_rows_in_bold_is_no_rest_of_the_heading() -> None:
    words = [
        *put("Kode", 60, 100, bold=True),
        *put("Uraian", 120, 100, bold=True),
        *put("Catatan", 300, 100, bold=True),
    ]
    base = 114.0
    for letter, title in (("A", "Pertanian dan perikanan"), ("B", "Industri pengolahan")):
        words += [*put(letter, 60, base, bold=True), *put(title, 120, base, bold=True)]
        for n in (1, 2, 3):
            base += 14
            words += [*put(f"0{n}.1", 60, base), *put("Tanaman pangan", 120, base), *put("lihat lampiran", 300, base)]
        base += 14
    rows = one_table(page_of(words)).rows()
    assert rows[:2] == [["Kode", "Uraian", "Catatan"], ["A", "Pertanian dan perikanan", ""]]


def test_a_text_that_all_but_touches_the_next_column_is_cut_where_the_texts_of_that_column_begin() -> None:
    words = [w for x, name in ((60, "No"), (90, "Kegiatan"), (287, "Tempat")) for w in put(name, x, 100, bold=True)]
    full = "Sosialisasi syarat dukungan perseorangan"
    for n, text in enumerate(("Rapat kerja", full, "Dialog interaktif", full, "Debat publik"), 1):
        words += [*put(f"{n}.", 60, 100 + 28 * n), *put("Aula KPU", 287, 100 + 28 * n), *put(text, 90, 100 + 28 * n)]
        words += put("bersama bakal calon", 90, 112 + 28 * n)
    assert [row[2] for row in one_table(page_of(words)).rows()[1:]] == ["Aula KPU"] * 5


def test_texts_with_wide_blanks_show_where_their_column_begins_too() -> None:
    words = [w for x, name in ((60, "No"), (90, "Hari"), (181, "Isi"), (330, "Media")) for w in put(name, x, 100)]
    texts = ("Sosialisasi", "Rapat", "Debat", "Pengumuman", "Kirab", "Jadwal", "Lomba", "Sayembara")
    for n, text in enumerate(texts, 1):
        row = ((60, f"{n}."), (90, f"{n} Juni 2023"), (181, text), (195 + width_of(text), "Pemilu"), (330, "Radio"))
        words += [w for x, part in row for w in put(part, x, 100 + 16 * n)]
    row = ((60, "9."), (90, "22 sampai dengan 23"), (181, "Jadwal Pemilu"), (330, "Radio"))
    words += [w for x, part in row for w in put(part, x, 244)] + put("Juni 2023", 90, 256)
    assert one_table(page_of(words)).rows()[9][:3] == ["9.", "22 sampai dengan 23 Juni 2023", "Jadwal Pemilu"]


def test_how_many_there_were_is_part_of_a_name() -> None:
    words = [*put("Hasil", 60, 111, bold=True)]
    for x, name in ((200, "Kelompok"), (300, "Kontrol")):
        words += [*put(name, x, 100, bold=True), *put("(n = 212)", x, 111, bold=True)]
    for n, label in enumerate(("Sembuh", "Dirawat", "Meninggal", "Pindah")):
        words += [
            *put(label, 60, 126 + 14 * n),
            *put(f"{n * 7 + 12}", 210, 126 + 14 * n),
            *put(f"{n}", 310, 126 + 14 * n),
        ]
    rows = one_table(page_of(words)).rows()
    assert flat(rows)[0] == ["Hasil", "Kelompok (n = 212)", "Kontrol (n = 212)"]


def test_places_in_an_order_are_names() -> None:
    words: list[Word] = []
    for n, name in enumerate(("1st", "2nd", "3rd")):
        words += [*put(name, 200 + 60 * n, 100), *put("quarter", 190 + 60 * n, 111)]
    words += put("Year", 380, 111)
    for n, label in enumerate(("Sambas", "Landak", "Sintang")):
        words += [
            *put(label, 60, 126 + 11 * n),
            *(w for k in range(4) for w in put(f"{n + k},5", 200 + 60 * k, 126 + 11 * n)),
        ]
    rows = one_table(page_of(words, [level(88, 60, 420), level(115, 60, 420), level(152, 60, 420)])).rows()
    assert flat(rows)[0] == ["", "1st quarter", "2nd quarter", "3rd quarter", "Year"]


def test_a_title_that_runs_over_the_columns_is_no_rest_though_it_begins_where_one_does() -> None:
    rules = [level(y, 60, 400) for y in (81, 100, 120, 140, 160, 180)]
    words = put("Data informasi yang disebarluaskan", 110, 94, bold=True)
    words += [w for x, name in ((70, "No"), (110, "Tanggal"), (200, "Isi")) for w in put(name, x, 114, bold=True)]
    for n in range(3):
        words += [w for x, t in ((70, f"{n + 1}."), (110, "1 Mei"), (200, "Kirab")) for w in put(t, x, 134 + 20 * n)]
    assert one_table(page_of(words, rules)).rows()[0] == ["No", "Tanggal", "Isi"]


def test_a_line_in_the_middle_of_its_column_below_the_last_row_is_its_rest() -> None:
    words = [w for x, name in ((60, "No"), (140, "Tanggal"), (300, "Isi")) for w in put(name, x, 100, bold=True)]
    for n, text in enumerate(("Kirab pemilu", "Jadwal tahapan pemilihan", "Sortir surat suara dan pesta"), 1):
        words += [*put(f"{n}.", 60, 100 + 24 * n), *put(f"{n} Mei", 140, 100 + 24 * n)]
        words += put(text, 310 - width_of(text) / 2, 100 + 24 * n)
    words += put("rakyat", 310 - width_of("rakyat") / 2, 184)
    assert one_table(page_of(words)).rows()[3] == ["3.", "3 Mei", "Sortir surat suara dan pesta rakyat"]


def test_a_sentence_below_the_last_rule_is_no_row() -> None:
    words = stream_rows()
    left, foot = min(w.x0 for w in words), max(w.bottom for w in words)
    right = max(w.x1 for w in words)
    note = put("Angka 0 berarti tidak ada. Data ini milik dinas di kota dan desa itu.", left, foot + 4, size=6)
    rules = [level(foot + 2, left - 2, right + 2)]
    assert note[-1].x1 < right + 2
    whole = one_table(page_of(words, rules)).rows()
    assert one_table(page_of([*words, *note], rules)).rows() == whole


def test_a_title_with_years_over_a_heading_with_first_and_last_years_is_no_row() -> None:
    words = [*put("Penduduk, 2010, 2015, dan 2018", 60, 80), *put("Kecamatan", 60, 104)]
    words += [w for x in (250, 320, 390) for w in put_right("2010–2018", x, 104)]
    for n in range(3):
        words += [
            *put("Seponti", 60, 120 + 14 * n),
            *(w for x in (250, 320, 390) for w in put_right("1,5", x, 120 + 14 * n)),
        ]
    rules = [level(y, 60, 390) for y in (92, 108, 152)]
    assert one_table(page_of(words, rules)).rows()[0] == ["Kecamatan", "2010–2018", "2010–2018", "2010–2018"]


def test_a_row_with_nothing_or_a_unit_is_no_heading_that_comes_again() -> None:
    told = (
        ("Repost", "nihil"),
        ("Foto", "4 postingan"),
        ("Video", "12 postingan"),
        ("Repost", "nihil"),
        ("Foto", "4 postingan"),
    )
    for first in (0, 1):
        words, rules = [], [level(90, 50, 400)]
        for n, row in enumerate(told[first:]):
            words += [w for text, x in zip(row, (60, 220), strict=True) for w in put(text, x, 102 + 16 * n)]
            rules.append(level(106 + 16 * n, 50, 400))
        assert [table.height for table in find_tables(page_of(words, rules))] == [5 - first]
