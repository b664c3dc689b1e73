"""Columns out of alignment, and the names and blanks that make none."""

from __future__ import annotations

from extractors.geometry import Word
from extractors.grids.columns import find_separators
from extractors.grids.cutter import _flush_starts
from extractors.grids.lines import text_line
from extractors.grids.strips import tight_strips
from tests.support.drawing import level, one_table, page_of, put, put_right

NARROW = 6.8
"""Type size of a table that a browser made as narrow as its words."""


def narrow(base: float, *placed: tuple[str, float, float], bold: bool = False) -> list[Word]:
    """A line of words (text, from, to) in a narrow table."""
    return [Word(t, a, base - 0.78 * NARROW, b, base + 0.22 * NARROW, NARROW, bold) for t, a, b in placed]


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


def test_a_centred_name_makes_no_last_column_beside_its_values() -> None:
    words = [w for x, t in ((60, "No"), (100, "Uraian"), (400, "Kanal")) for w in put(t, x, 100, bold=True)]
    words += [w for x, t in ((60, "1."), (100, "Kirab Pemilu"), (330, "Radio")) for w in put(t, x, 116)]
    words += [*put("serentak", 100, 128), *put("Baliho", 330, 128)]
    assert one_table(page_of(words)).rows()[0] == ["No", "Uraian", "Kanal"]


def test_names_that_stand_apart_over_a_column_head_blank_ones() -> None:
    heads = ["Uraian", "IG", "FB", "YT", "X", "RRI", "TV", "Radio", "Baliho"]
    words = [w for n, name in enumerate(heads) for w in put(name, 60 + 50 * n, 100, bold=True)]
    for n in range(1, 13):
        marks = [w for i in range(1, 7) for w in put("v", 62 + 50 * i, 100 + 16 * n)]
        words += [*put("Kirab", 60, 100 + 16 * n), *marks, *(put("v", 420, 100 + 16 * n) if n == 4 else [])]
    rows = one_table(page_of(words)).rows()
    assert (rows[0], rows[4][-2:]) == (heads, ["v", ""])


def test_the_label_of_a_sum_under_a_centred_name_makes_no_column() -> None:
    words = [w for x, name in ((60, "No"), (220, "Konten"), (340, "Mei"), (420, "Juni")) for w in put(name, x, 100)]
    for n in range(3):
        words += [
            w for x, t in ((62, f"{n + 1}"), (90, "Berita"), (345, "7"), (425, "8")) for w in put(t, x, 116 + 16 * n)
        ]
    words += [w for x, t in ((200, "Jumlah"), (345, "21"), (425, "24")) for w in put(t, x, 164)]
    rules = [level(y, 55, 460) for y in (88, 104, 120, 136, 152, 168)]
    assert one_table(page_of(words, rules)).rows()[1] == ["1", "Berita", "7", "8"]


def test_a_justified_day_is_one_column_though_the_first_line_of_its_name_stands_over_half_of_it() -> None:
    names = ((100, 60, "No"), (100, 113, "Waktu"), (112, 95, "Penyebaran"), (100, 200, "Kegiatan"))
    words = [w for base, x, name in names for w in put(name, x, base, bold=True)]
    for n, month in enumerate(("Oktober", "Agustus", "Januari"), 1):
        base = 100 + 32 * n
        words += [
            *put(f"{n}", 62, base),
            *put(f"1{n}", 90, base),
            *put_right(month, 150, base),
            *put("2023", 90, base + 12),
        ]
        words += [*put("Sosialisasi pemilih", 200, base), *put("pemula", 200, base + 12)]
    rules = [level(y, 55, 300) for y in (88, 118, 150, 182, 214)]
    assert one_table(page_of(words, rules)).rows()[1:] == [
        [f"{n}", f"1{n} {month} 2023", "Sosialisasi pemilih pemula"]
        for n, month in enumerate(("Oktober", "Agustus", "Januari"), 1)
    ]


def test_the_label_of_a_sum_amid_a_blank_makes_no_column_where_no_heading_stands() -> None:
    words = []
    for n, name in enumerate(("Meme", "Kuis", "Video", "Berita"), 2):
        words += [w for x, t in ((62, f"{n}"), (90, name), (345, "7")) for w in put(t, x, 100 + 16 * n)]
    words += [*put("Total", 200, 196), *put_right("28", 355, 196)]
    assert one_table(page_of(words)).rows()[-1] == ["", "Total", "28"]


def test_justified_texts_without_walls_make_no_column_of_their_own() -> None:
    words = [w for x, name in ((60, "No"), (90, "Kegiatan"), (250, "Tempat")) for w in put(name, x, 100, bold=True)]
    for n in range(4):
        base = 120 + 26 * n
        spread = ((250, "Ruang"), (290, "Rapat"), (330, "Wali"))
        words += [*put(f"{n + 1}.", 60, base), *put("Audiensi", 90, base), *put("Kota", 250, base + 12)]
        words += [w for x, text in spread for w in put(text, x, base)]
    assert one_table(page_of(words)).rows()[1] == ["1.", "Audiensi", "Ruang Rapat Wali Kota"]


def test_justified_texts_make_no_column_of_their_own_where_no_name_stands_over_them() -> None:
    words = []
    for n in range(4):
        base = 120 + 26 * n
        words += [*put(f"{n + 1}.", 60, base), *put(f"{n + 1} Mei 2025", 90, base), *put("Audiensi", 180, base)]
        words += [w for x, text in ((300, "Medsos"), (360, "(IG,FB"), (420, "serta")) for w in put(text, x, base)]
        words += put("Facebook)", 300, base + 12)
    assert one_table(page_of(words)).rows()[0] == ["1.", "1 Mei 2025", "Audiensi", "Medsos (IG,FB serta Facebook)"]


def test_a_word_pushed_to_the_end_of_its_column_stays_there_where_the_next_one_begins_at_one_place() -> None:
    words = []
    for top, parts in ((100, ((60, "Instansi"),)), (202, ((60, "Instansi"), (114, "Non")))):
        words += [w for x, text in parts for w in put(text, x, top)]
        words += put("Pemerintah", 60, top + 12)
        for n in range(8):
            words += put("bersama mitra kerja di aula" if n % 2 else "KPU melaksanakan rapat kerja", 134, top + 12 * n)
    rules = [level(y, 55, 400) for y in (88, 190, 292)]
    table = one_table(page_of(words, rules))
    assert table.rows()[1][0].startswith("Instansi Non")


def test_figures_at_equal_distances_under_a_name_are_columns_and_numerals_above_them_headings() -> None:
    xs = [200 + 40 * n for n in range(4)]
    plain = [*put("No", 60, 100, bold=True), *put("Konten", 90, 100, bold=True), *put("Januari", 245, 94, bold=True)]
    for n in range(4):
        base = 126 + 16 * n
        plain += [*put(f"{n + 1}", 60, base), *put("Foto Berita", 90, base)]
        plain += [w for x in xs for w in put(str(n), x, base)]
    weeks = [w for x, text in zip(xs, ("I", "II", "III", "IV"), strict=True) for w in put(text, x, 108)]
    for words in (plain, [*plain, *weeks]):
        assert one_table(page_of(words)).rows()[-1] == ["4", "Foto Berita", "3", "3", "3", "3"]
    assert one_table(page_of([*plain, *weeks])).header_rows > 1


def test_a_centred_name_over_figures_at_their_right_end_makes_no_column_though_a_long_figure_reaches_under_it() -> None:
    """Where row rules only are drawn, the sum below reaches out of the short figures' column."""
    words = [
        w for x, t in ((60, "No"), (90, "Konten"), (250, "Laman"), (330, "TikTok")) for w in put(t, x, 100, bold=True)
    ]
    for n, name in enumerate(("Story", "Siaran", "Berita", "Meme", "Video"), 1):
        words += [*put(f"{n}", 62, 100 + 16 * n), *put(name, 90, 100 + 16 * n)]
        words += [*put_right("39", 292, 100 + 16 * n), *put_right("45", 372, 100 + 16 * n)]
    words += [*put("Total", 90, 196), *put_right("1163", 292, 196), *put_right("1192", 372, 196)]
    table = one_table(page_of(words, [level(y, 55, 376) for y in range(88, 217, 16)]))
    assert table.rows()[0] == ["No", "Konten", "Laman", "TikTok"]


def test_texts_in_the_middle_of_their_rows_have_their_column_though_they_stand_on_lines_of_their_own() -> None:
    words = [w for x, t in ((60, "No"), (110, "Tanggal"), (280, "Kegiatan"), (430, "Tempat")) for w in put(t, x, 100)]
    for n in range(1, 5):
        base = 110 + 30 * n
        words += [
            *put("Rapat koordinasi tahapan bersama Polres dan", 190, base - 6),
            *put("Kodim serta Dinas", 190, base + 6),
        ]
        words += [*put(f"{n}", 62, base), *put(f"{n} Mei 2024", 85, base), *put("Hotel", 415, base)]
    table = one_table(page_of(words, [level(y, 55, 500) for y in (88, 106, *range(154, 275, 30))]))
    assert table.rows()[1] == [
        "1",
        "1 Mei 2024",
        "Rapat koordinasi tahapan bersama Polres dan Kodim serta Dinas",
        "Hotel",
    ]


def test_numbers_right_before_texts_are_a_column_where_it_has_a_name() -> None:
    words = [w for x, t in ((62, "No."), (120, "Platform"), (260, "Jumlah")) for w in put(t, x, 100, bold=True)]
    for n, name in enumerate(("FB", "IG", "TikTok", "Website"), 1):
        words += [*put_right(f"{n}", 80, 100 + 18 * n), *put(name, 83, 100 + 18 * n), *put("17", 270, 100 + 18 * n)]
    assert one_table(page_of(words)).rows()[1] == ["1", "FB", "17"]


def test_texts_that_all_but_touch_the_next_column_are_parted_where_that_begins_at_one_place() -> None:
    days = ("Senin, 5 Mei", "Rabu, 2 Mei", "Jumat, 3 Mei", "Rabu, 9 Mei", *("Sabtu, 10 Mei 2024",) * 3)
    words = [w for x, t in ((60, "No"), (100, "Tanggal"), (200, "Kegiatan"), (380, "Tempat")) for w in put(t, x, 100)]
    for n, day in enumerate(days, 1):
        words += [*put(f"{n}.", 60, 100 + 18 * n), *put(day, 85, 100 + 18 * n)]
        words += [*put("Rapat koordinasi", 169.8, 100 + 18 * n), *put("Hotel Narita", 380, 100 + 18 * n)]
    table = one_table(page_of(words, [level(y, 55, 450) for y in (88, *range(106, 234, 18))]))
    assert [row[1:3] for row in table.rows()[1:]] == [[day, "Rapat koordinasi"] for day in days]


def test_a_place_that_is_known_to_part_columns_makes_none_where_a_blank_parts_them() -> None:
    rows = [text_line([*put(f"{n}", 60, 100 + 18 * n), *put("Video", 80, 100 + 18 * n)], 0.7) for n in range(1, 5)]
    assert find_separators(rows, [], 0.28, [72.0]) == find_separators(rows, [], 0.28)


def spaced(base: float, x: float, *texts: str, gap: float) -> list[Word]:
    """A justified line: words with a wide blank between them."""
    words: list[Word] = []
    for text in texts:
        words += put(text, words[-1].x1 + gap if words else x, base)
    return words


def test_lines_with_equal_blanks_are_text_however_wide_and_hide_no_column_that_few_rows_show() -> None:
    said = ["10.", "Dialog", "bersama", "camat", "di", "aula", "kantor", "bupati", "landak"]
    lines = [text_line(spaced(100 + 12 * n, 160, *said[n:], gap=9), 0.7) for n in range(3)]
    rows = [text_line([*put(label, 60, 140), *put("1. Rapat kerja", 160, 140)], 0.7) for label in ("Dinas", "Swasta")]
    assert find_separators([*rows, *lines], [], 0.28) == [(90, 160)]


def test_a_blank_unlike_those_beside_it_parts_columns_of_justified_text() -> None:
    """Blanks within a text are alike in its line, those before a column are as wide as its borders ask."""
    heads = ((60, "No"), (98, "Tanggal"), (150, "Isi"), (300, "Media"))
    words = [w for x, name in heads for w in put(name, x, 100, bold=True)]
    for n in range(1, 9):
        base = 90 + 28 * n
        words += [*put(f"{n}.", 60, base), *put(f"{n}", 90, base), *put("Mei", 128, base), *put("2025", 90, base + 12)]
        said = ("Standar", "layanan", "dan", "maklumat")[: 3 + n % 2]
        size = sum(5.0 * len(word) for word in said)
        words += spaced(base, 150, *said, gap=(143.2 - size) / (len(said) - 1))
        words += [*put("kpu", 150, base + 12), *put("Radio, RRI", 300, base)]
    rows = one_table(page_of(words, [level(y, 55, 420) for y in (88, 104, 334)])).rows()
    assert rows[2] == ["2.", "2 Mei 2025", "Standar layanan dan kpu", "Radio, RRI"]


def test_the_first_words_of_a_column_are_flush_though_justified_texts_have_wide_blanks() -> None:
    lines = []
    for n in range(5):
        words = [*put("Rapat kerja", 90, 100), *put("Kanal", 287, 100), *put("Telegram,", 330 + 7 * n, 100)]
        lines.append(text_line([*words, *put("Grup", 420 + 5 * n, 100)], 1))
    assert _flush_starts(lines, [(200.0, 287.0)]) == [287]


def test_the_number_of_a_column_beside_its_values_makes_no_column() -> None:
    words = [w for x, text in ((60, "No"), (100, "Media"), (227, "Ket."), (290, "Hari")) for w in put(text, x, 100)]
    words += [w for x, text in ((60, "(1)"), (105, "(2)"), (229, "(3)"), (290, "(4)")) for w in put(text, x, 116)]
    for n in range(1, 7):
        row = ((60, f"{n}"), (90, "Medsos KPU"), (210, "Ok"), (280, f"{n} Mei"))
        words += [w for x, text in row for w in put(text, x, 116 + 16 * n)]
    assert one_table(page_of(words)).rows()[2] == ["1", "Medsos KPU", "Ok", "1 Mei"]


def test_a_name_of_two_lines_over_a_blank_column_is_one_of_as_many_names_as_there_are_columns() -> None:
    words = [*put("WA", 260, 94, bold=True), *put("Media", 400, 94, bold=True), *put("Grup", 255, 106, bold=True)]
    words += [w for x, name in ((60, "No"), (110, "Informasi"), (330, "IG")) for w in put(name, x, 100, bold=True)]
    words += put("KPU", 405, 106, bold=True)
    for n in range(1, 5):
        row = ((62, f"{n}."), (90, "Kirab pemilu dan pesta"), (333, "v"), (408, "v"))
        words += [w for x, text in row for w in put(text, x, 110 + 14 * n)]
    rows = one_table(page_of(words)).rows()
    assert rows[0] == ["No", "Informasi", "WA Grup", "IG", "Media KPU"]
    assert rows[1] == ["1.", "Kirab pemilu dan pesta", "", "v", "v"]


def test_a_line_that_is_blank_as_far_as_a_word_reaches_hides_no_column_of_days_close_to_justified_texts() -> None:
    heads = ((60, "No"), (120, "Isi"), (250, "Hari"), (320, "Media"))
    words = [w for x, name in heads for w in put(name, x, 100, bold=True)]
    for n in range(1, 8):
        base = 90 + 28 * n
        words += [*put(f"{n}.", 60, base), *put(f"0{n}/04/2024", 241, base), *put("Instagram,", 320, base)]
        words += [*spaced(base, 90, "Standar", "layanan", "dan", gap=29.5), *put("Facebook", 320, base + 12)]
        words += spaced(base + 12, 90, "serta", "maklumat", "kpu", gap=32)
    rows = one_table(page_of(words, [level(y, 55, 420) for y in (88, *range(106, 310, 28))])).rows()
    assert rows[2] == ["2.", "Standar layanan dan serta maklumat kpu", "02/04/2024", "Instagram, Facebook"]


def test_names_broken_into_letters_by_narrow_columns_are_whole() -> None:
    broken = ((100, 60, "N"), (112, 60, "o."), (124, 60, "Ur"), (136, 60, "ut"))
    names = [*broken, (112, 300, "Juml"), (124, 300, "ah"), (136, 300, "Total"), (136, 90, "Akun")]
    words = [
        w for base, x, text in [*names, (136, 200, "Video"), (136, 250, "Meme")] for w in put(text, x, base, bold=True)
    ]
    for n, account in enumerate(("Facebook", "Instagram", "TikTok", "YouTube"), 1):
        row = ((60, f"{n}"), (90, account), (200, "4"), (250, "5"), (305, "9"))
        words += [w for x, text in row for w in put(text, x, 140 + 16 * n)]
    assert one_table(page_of(words)).rows()[0] == ["N o. Ur ut", "Akun", "Video", "Meme", "Juml ah Total"]


def test_a_usual_blank_in_texts_of_one_column_is_no_strip_though_others_are_short() -> None:
    body = []
    for n in range(14):
        media = "WA Grup Bakohumas" if n < 6 else "Radio"
        held = ((50, f"{n + 1}"), (90, "Tahapan"), (300, media), (420, "Subbag"))
        body.append(text_line([word for x, text in held for word in put(text, x, 70)], 0.7))
    assert tight_strips(body, [(60, 90), (130, 300), (390, 420)], 0.4) == []


def test_labels_between_the_lines_of_their_values_have_a_column_of_their_own() -> None:
    xs = (200, 260, 320, 380)
    words = put("Jawaban", 60, 100, bold=True)
    words += [
        w
        for x, name in zip(xs, ("Petani", "Usaha", "Toko", "Semua"), strict=True)
        for w in put(name, x, 100, bold=True)
    ]
    labels = ["Sangat setuju", "Setuju", "Tidak setuju atau menolak", "Tidak tahu"]
    for n, label in enumerate(labels):
        base = 120 + 30 * n
        words += put(label, 60, base + 6)
        words += [w for x in xs for w in (*put("54", x + 12, base), *put("(23,5%)", x, base + 12))]
    rules = [level(90, 60, 420)] + [level(106 + 30 * n, 60, 420) for n in range(5)]
    rows = one_table(page_of(words, rules)).rows()
    assert rows[1:] == [[label, *["54 (23,5%)"] * 4] for label in labels]


def test_names_apart_over_a_sparse_column_part_it_though_the_label_of_a_sum_reaches_over() -> None:
    told = [("", "Minggu I"), ("Juli", "Minggu II"), ("", "Jumlah Juli"), ("", "Minggu I"), ("September", "Minggu II")]
    words = [
        w
        for x, name in ((75, "Bulan"), (145, "Minggu"), (268, "IG"), (337, "FB"))
        for w in put(name, x, 100, bold=True)
    ]
    for n, (month, week) in enumerate([*told, ("Jumlah Triwulan Ketiga", "")]):
        base = 118 + 18 * n
        words += [*put(month, 75, base), *put(week, 145, base), *put(f"{n}1", 268, base), *put(f"{n}2", 337, base)]
    table = one_table(page_of(words))
    assert table.rows()[0] == ["Bulan", "Minggu", "IG", "FB"] and table.rows()[5][:2] == ["September", "Minggu II"]
