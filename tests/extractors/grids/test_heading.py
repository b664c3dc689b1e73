"""Names over columns and over groups of columns."""

from __future__ import annotations

from dataclasses import replace

from extractors.geometry import Word
from tests.support.drawing import level, one_table, page_of, put, put_right, width_of


def test_a_name_of_two_lines_beside_one_of_one_line_is_one_name() -> None:
    words = [
        *put("Informasi", 60, 106), *put("Media yang", 208, 100), *put("Digunakan", 210, 112), *put("Ket.", 305, 106)
    ]  # fmt: skip
    for n in range(5):
        base = 130 + 14 * n
        words += [*put(f"Jadwal kampanye {n}", 60, base), *put("Radio", 190, base), *put("Ok", 300, base)]
    table = one_table(page_of(words, [level(90, 60, 330), level(118, 60, 330), level(200, 60, 330)]))
    assert table.rows()[0] == ["Informasi", "Media yang Digunakan", "Ket."]


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


def test_a_name_of_three_lines_is_no_group_over_the_names_beside_it() -> None:
    words = [*put("Promote", 250, 88), *put("Live", 258, 100), *put("Streaming", 246, 112)]
    words += [*put("Akun", 60, 100), *put("Video", 176, 100), *put("Re-post", 330, 100)]
    for n in range(4):
        row = ((60, "Instagram"), (182, "142"), (260, "199"), (340, "444"))
        words += [w for x, text in row for w in put(text, x, 130 + 16 * n)]
    rules = [level(y, 55, 380) for y in (78, 118, 186)]
    assert one_table(page_of(words, rules)).rows()[0] == ["Akun", "Video", "Promote Live Streaming", "Re-post"]


def test_a_name_beside_groups_of_columns_covers_none_of_theirs() -> None:
    xs = [320 + 40 * n for n in range(8)]
    words = [*put("Juli", 374, 97), *put("Agustus", 521, 97), *put("No.", 96, 105), *put("Konten", 194, 105)]
    words += [w for x, name in zip(xs, ("I", "II", "III", "IV") * 2, strict=True) for w in put(name, x, 113)]
    for n, label in enumerate(("Ucapan Selamat", "Promote Live IG/Streaming", "Infografik", "Repost")):
        words += [*put(str(n), 102, 130 + 17 * n), *put(label, 129, 130 + 17 * n)]
        words += [w for x in xs for w in put("1", x, 130 + 17 * n)]
    names = {c.text: (c.col, c.colspan) for c in one_table(page_of(words)).cells if c.row == 0}
    assert names == {"No.": (0, 1), "Konten": (1, 1), "Juli": (2, 4), "Agustus": (6, 4)}


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


def test_names_of_several_lines_on_the_lowest_of_which_each_column_is_named_stay_their_columns_own() -> None:
    words = [*put("Link", 195, 78), *put("Desain", 150, 90), *put("Berita", 195, 90)]
    words += [w for x, name in ((60, "Akun"), (150, "Grafis"), (195, "Web")) for w in put(name, x, 102)]
    for n, name in enumerate(("Instagram", "Facebook", "Youtube")):
        words += [*put(name, 60, 124 + 16 * n), *put_right("62", 180, 124 + 16 * n)]
        words += put_right("107", 250, 124 + 16 * n)
    assert one_table(page_of(words)).rows()[0] == ["Akun", "Desain Grafis", "Link Berita Web"]


def test_a_blank_column_amid_a_wide_blank_is_told_by_its_name() -> None:
    names = ((60, "No"), (100, "Informasi"), (290, "Threads"), (350, "Tiktok"), (410, "Radio"))
    words = [w for x, name in names for w in put(name, x, 102)] + put("Media Sosial", 302, 88)
    for n in range(1, 5):
        words += [*put(f"{n}", 60, 102 + 16 * n), *put("Sosialisasi pemilih pemula desa", 100, 102 + 16 * n)]
        words += put("v", 362 if n % 2 else 420, 102 + 16 * n)
    table = one_table(page_of(words, [level(y, 55, 460) for y in (76, 106, 122, 138, 154, 172)]))
    social = next(cell for cell in table.cells if cell.text == "Media Sosial")
    assert table.rows()[1] == ["", "", "Threads", "Tiktok", ""] and (social.col, social.colspan) == (2, 2)
    assert table.rows()[2] == ["1", "Sosialisasi pemilih pemula desa", "", "v", ""]


def test_a_title_over_groups_whose_names_come_again_is_over_all_of_them() -> None:
    xs = [200 + 40 * n for n in range(6)]
    words = [*put("Jumlah Postingan Triwulan", 244, 100), *put("No", 60, 114), *put("Konten", 90, 114)]
    words += [
        w for x, name in zip((212, 290, 372), ("Juli", "Agustus", "September"), strict=True) for w in put(name, x, 114)
    ]
    words += [w for n, x in enumerate(xs) for w in put(("IG", "FB")[n % 2], x, 128)]
    for n, name in enumerate(("Story", "Video", "Repost"), 1):
        words += [*put(f"{n}.", 60, 130 + 16 * n), *put(name, 90, 130 + 16 * n)]
        words += [w for x in xs for w in put("17", x, 130 + 16 * n)]
    rows = one_table(page_of(words, [level(y, 55, 440) for y in (88, 134, 184)])).rows()
    assert [text for text in rows[1] if text] == ["Juli", "Agustus", "September"]


def test_names_that_come_again_stand_under_groups_though_figures_are_set_at_the_right() -> None:
    words = [*put("Negara", 60, 116), *put("Ekspor", 235, 100), *put("Impor", 400, 100)]
    ends = (250, 332, 414, 496)
    words += [w for n, end in enumerate(ends) for w in put_right(("2003", "2004")[n % 2], end, 116)]
    for row in range(5):
        words += [
            *put("Malta", 60, 132 + 14 * row),
            *(w for end in ends for w in put_right(f"{row}45,5", end, 132 + 14 * row)),
        ]
    rows = one_table(page_of(words, [level(106, 60, 500), level(120, 60, 500)])).rows()
    assert rows[:2] == [["", "Ekspor", "", "Impor", ""], ["Negara", "2003", "2004", "2003", "2004"]]


def test_a_bold_month_right_below_a_bold_heading_is_the_title_of_the_first_rows() -> None:
    words = [w for x, name in ((50, "No"), (90, "Tanggal"), (220, "Informasi")) for w in put(name, x, 88, bold=True)]
    words += put("APRIL", 235, 104, bold=True)
    for n in range(1, 5):
        cells = ((50, f"{n}."), (90, f"{n} April 2024"), (220, "Tahapan pemilu"))
        words += [w for x, text in cells for w in put(text, x, 104 + 16 * n)]
    assert one_table(page_of(words)).rows()[:2] == [["No", "Tanggal", "Informasi"], ["", "", "APRIL"]]


def test_a_name_of_several_centred_lines_is_over_the_columns_of_its_widest_line() -> None:
    rules = [level(88, 60, 400), level(132, 160, 400), level(148, 60, 400), level(230, 60, 400)]
    words = [*put("Kecamatan", 60, 118)]
    for x, name in ((180, "2010"), (230, "2018"), (300, "2010–2018"), (360, "2017–2018")):
        words += put(name, x - 10, 144)
    for n, line in enumerate(("Laju", "Pertumbuhan per Tahun", "Rate (%)")):
        words += put(line, 330 - width_of(line) / 2, 102 + 13 * n)
    words += put("Penduduk (ribu)", 205 - width_of("Penduduk (ribu)") / 2, 115)
    for n in range(4):
        words += [*put(f"{n + 1}. Sukadana", 60, 164 + 15 * n)]
        words += [w for x in (200, 250, 330, 390) for w in put_right("1,97", x, 164 + 15 * n)]
    rows = one_table(page_of(words, rules)).rows()
    assert rows[0] == ["Kecamatan", "Penduduk (ribu)", "", "Laju Pertumbuhan per Tahun Rate (%)", ""]


def test_a_title_amid_the_first_ruled_row_is_over_all_columns() -> None:
    rules = [level(y, 60, 400) for y in (90, 104, 120, 180)]
    title = "Realisasi per triwulan"
    words = [*put(title, 230 - width_of(title) / 2, 100, bold=True), *put("Bagian", 60, 116, bold=True)]
    words += [w for x, name in ((220, "TW I"), (300, "TW II"), (370, "TW III")) for w in put(name, x, 116, bold=True)]
    for n in range(4):
        words += put("Belanja operasional", 60, 132 + 14 * n)
        words += [w for x in (240, 320, 400) for w in put_right("771.149", x, 132 + 14 * n)]
    assert one_table(page_of(words, rules)).rows()[:2] == [[title, "", "", ""], ["Bagian", "TW I", "TW II", "TW III"]]


def test_a_name_amid_the_names_of_its_columns_is_over_them_though_their_values_are_set_right() -> None:
    rules = [level(88, 60, 470), level(104, 150, 470), level(120, 60, 470), level(180, 60, 470)]
    words = [*put("Negara", 60, 108), *put("Siswa", 205, 100), *put("Staf", 390, 100)]
    for x, name in ((152, "2008/2009"), (238, "2009/2010"), (346, "2008/2009"), (410, "2009/2011")):
        words += put(name, x, 116)
    for n in range(4):
        words += put("Austria", 60, 134 + 14 * n)
        words += [w for x in (197, 283, 391, 455) for w in put_right("8", x, 134 + 14 * n)]
    rows = one_table(page_of(words, rules)).rows()
    assert rows[:2] == [["Negara", "Siswa", "", "Staf", ""], ["", "2008/2009", "2009/2010", "2008/2009", "2009/2011"]]


def test_names_that_touch_each_stand_over_their_own_column() -> None:
    names = put("InstagramFacebook", 160, 100, bold=True)
    (word,) = names
    cut = word.x0 + (word.x1 - word.x0) * 9 / 17
    words = [*put("Konten", 60, 100, bold=True), *put("Jumlah", 300, 100, bold=True)]
    words += [replace(word, text="Instagram", x1=cut), replace(word, text="Facebook", x0=cut)]
    for n, label in enumerate(("Berita", "Video", "Repost", "Flyer")):
        cells = ((cut - 1, "7"), (word.x1 - 1, "12"), (330, "19"))
        words += [*put(label, 60, 116 + 14 * n)]
        words += [w for x, text in cells for w in put_right(text, x, 116 + 14 * n)]
    assert one_table(page_of(words)).rows()[0] == ["Konten", "Instagram", "Facebook", "Jumlah"]


def test_the_second_line_of_a_centred_name_is_its_rest_also_where_the_rule_below_spares_blank_margins() -> None:
    words = [*put("No", 60, 107, bold=True), *put("Media", 330, 107, bold=True)]
    words += [*put("Informasi yang", 161, 100, bold=True), *put("Disebarluaskan", 160, 113, bold=True)]
    for n in range(1, 13):
        words += [*put(f"{n}", 60, 118 + 14 * n), *put(f"Jadwal coklit {n}", 160, 118 + 14 * n)]
        words += put("Radio", 330, 118 + 14 * n)
    words += [*put("•", 30, 132), *put("•", 30, 174), *put("•", 390, 160)]
    rules = [level(120, 55, 370)]
    digital = page_of(words, rules)
    names = ["No", "Informasi yang Disebarluaskan", "Media"]
    assert [text for text in one_table(digital).rows()[0] if text] == names
    assert one_table(replace(digital, source="ocr")).rows()[0] == names  # specks of dirt make no columns of a scan
