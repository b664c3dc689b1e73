"""Tables without row rules whose cells stand about their row's number, as word processors centre them."""

from __future__ import annotations

from extractors.geometry import Rule, Word
from extractors.grids import find_tables
from extractors.grids.lines import baselines, text_line
from extractors.grids.prose import find_prose
from extractors.pages.furniture import strip_furniture
from extractors.stitching.overflow import with_overflow
from extractors.stitching.stitch import stitch
from extractors.structure.headings import tables_between_headings
from extractors.vocabulary import load
from tests.support.drawing import level, one_table, page_of, put, upright

XS = (60, 90, 190, 380)
LEADING = 11.0
ITEMS = [
    ("1.", "2 Mei\n2025", "Tahapan dan jadwal\npemilihan serentak", "Laman KPU\nInstagram\nTelegram\nRadio"),
    ("2.", "3 Mei 2025", "Kirab", "Radio"),
    ("3.", "5 Mei 2025", "Pengumuman hasil\nseleksi anggota\nPPK", "Baliho\nRadio"),
    ("4.", "6 Mei\n2025", "Apel pagi", "Instagram\nTelegram"),
    ("5.", "9 Mei 2025", "Pelantikan PPS di\nsemua kecamatan", "Surat Kabar"),
]
HEADING = ("No", "Tanggal", "Materi", "Media")


def printed(items: list[tuple[str, ...]], base: float, place: float, xs: tuple[int, ...] = XS) -> list[Word]:
    """Rows one below another, each cell's lines in the middle of its row (`place` 0.5) or at its top (0)."""
    words: list[Word] = []
    for item in items:
        height = max(text.count("\n") for text in item)
        for x, text in zip(xs, item, strict=True):
            start = base + place * LEADING * (height - text.count("\n"))
            for number, line in enumerate(text.split("\n")):
                words += put(line, x, start + LEADING * number)
        base += LEADING * (height + 1) + 1
    return words


def names(base: float, bold: bool = True) -> list[Word]:
    return [word for x, text in zip(XS, HEADING, strict=True) for word in put(text, x, base, bold=bold)]


def flat(items: list[tuple[str, ...]]) -> list[list[str]]:
    return [[" ".join(text.split()) for text in item] for item in items]


def test_cells_about_their_number_are_of_its_row() -> None:
    (table,) = find_tables(page_of([*names(100), *printed(ITEMS, 116, 0.5)]))
    assert table.rows() == [list(HEADING), *flat(ITEMS)]


def test_titles_in_bold_over_rows_are_no_lines_of_theirs() -> None:
    words = names(100)
    for week in range(3):
        base = 120 + 60 * week
        words += put(f"Minggu {'I' * (week + 1)} Bulan Mei", 64, base, bold=True)
        for row in range(3):
            texts = (f"{row + 1}.", "Meme", "8", "9")
            words += [w for x, text in zip(XS, texts, strict=True) for w in put(text, x, base + 15 * (row + 1))]
    (table,) = find_tables(page_of(words))
    assert [row[0] for row in table.rows()].count("1.") == 3 and table.height == 13


def test_lines_over_the_first_number_are_no_heading() -> None:
    (table,) = find_tables(page_of(printed(ITEMS, 116, 0.5)))
    assert (table.header_rows, table.rows()) == (0, flat(ITEMS))


def test_the_rest_of_a_row_over_rows_that_begin_with_their_numbers_stays_above_them() -> None:
    words = [*put("Twitter", 380, 100), *printed([ITEMS[2], ("4.", "6 Mei 2025", "Apel", "Radio")], 116, 0.0)]
    (table,) = find_tables(page_of(words))
    assert table.rows() == [["", "", "", "Twitter"], *flat([ITEMS[2]]), ["4.", "6 Mei 2025", "Apel", "Radio"]]


def test_wordy_cells_beside_numbers_of_rows_are_no_prose() -> None:
    text = "Pengumuman penyerahan dokumen syarat\ndukungan perseorangan bagi semua calon"
    items = [(f"{n}.", f"{n} Mei 2025", text, "v") for n in range(1, 9)]
    lines = [text_line(line, 1.1) for line in baselines(printed(items, 100, 0.5))]
    assert not find_prose(lines)


def test_a_name_of_many_lines_and_texts_over_the_first_number_part_no_table() -> None:
    heading = [
        *names(130),
        *(
            w
            for n, part in enumerate(("Grup", "WA", "Bako", "huma", "s"))
            for w in put(part, 480, 106 + 12 * n, bold=True)
        ),
    ]
    rows = printed(ITEMS, 170, 0.5) + [w for n in range(2) for w in put("v", 484, 187 + 30 * n)]
    (table,) = find_tables(page_of([*heading, *rows]))
    assert table.rows()[0][4] == "Grup WA Bako huma s"


def test_a_heading_whose_names_stand_at_three_heights_is_kept_whole_in_a_second_table() -> None:
    def table(top: float) -> list[Word]:
        tall = [*put("Tempat", 470, top - 6, bold=True), *put("Acara", 470, top + 6, bold=True)]
        rows = printed(ITEMS, top + 20, 0.5)
        places = [w for n in range(3) for w in put("Aula", 470, top + 38 + 25 * n)]
        return [*names(top), *tall, *rows, *places]

    found = find_tables(page_of([*table(100), *put("Lembaga lain", 60, 285, bold=True), *table(310)]))
    assert [t.rows()[0][4] for t in found] == ["Tempat Acara", "Tempat Acara"]


def test_a_last_row_alone_on_a_page_has_the_lines_over_its_number() -> None:
    last = ("6.", "10 Mei 2025", "Sosialisasi bagi\npemilih\npemula", "RRI")
    pages = [page_of([*names(100), *printed(ITEMS, 116, 0.5)]), page_of(printed([last], 60, 0.5), number=2)]
    (whole,) = stitch(with_overflow([(page, find_tables(page)) for page in pages]))
    assert whole.rows()[-2:] == flat([ITEMS[-1], last])


def test_a_numbered_row_whose_text_names_a_part_of_the_report_parts_no_table() -> None:
    items = [*ITEMS[:3], ("4.", "6 Mei 2025", "Pelatihan\npenyebaran informasi kepemiluan\nlanjutan", "Aula"), ITEMS[4]]
    swapped = [(number, text, media, date) for number, date, text, media in items]
    (table,) = tables_between_headings(page_of(printed(swapped, 116, 0.5, (60, 90, 300, 420))), load())
    assert table.rows() == flat(swapped)


def test_names_of_columns_at_several_heights_are_no_furniture() -> None:
    pages = []
    for number in (1, 2, 3):
        narrow = [w for n, part in enumerate(("Surat", "Ka", "bar")) for w in put(part, 480, 115 + 11 * n, bold=True)]
        pages.append(page_of([*narrow, *names(131.5), *printed(ITEMS, 156, 0.5)], number=number))
    assert all({"Surat", "Ka", "Materi"} <= {w.text for w in page.words} for page in strip_furniture(pages))


def tall(count: int) -> tuple[list[Word], list[Rule]]:
    """Rows of seven lines between rules, as a link in a narrow column makes them."""
    words, rules = [], [level(90, 55, 520)]
    for n in range(1, count + 1):
        top = 100 + 80 * (n - 1)
        words += [w for i in range(7) for w in put("kab-kpu", 460, top + 11 * i)]
        words += [w for i in range(2) for w in put(("Rekapitulasi", "suara")[i], 190, top + 27.5 + 11 * i)]
        words += [w for x, t in ((60, f"{n}."), (90, "2 Mei 2025"), (380, "RRI")) for w in put(t, x, top + 33)]
        rules.append(level(top + 71, 55, 520))
    return words, rules


def test_rules_with_one_number_between_any_two_part_the_rows_however_tall_they_are() -> None:
    (table,) = find_tables(page_of(*tall(6)))
    assert [row[:4] for row in table.rows()] == [
        [f"{n}.", "2 Mei 2025", "Rekapitulasi suara", "RRI"] for n in range(1, 7)
    ]


def test_the_lines_over_the_first_number_may_come_again_without_parting_the_table() -> None:
    (table,) = find_tables(page_of(tall(6)[0]))
    assert [row[0] for row in table.rows()] == [f"{n}." for n in range(1, 7)]


def test_rows_without_numbers_that_stand_apart_are_parted_there() -> None:
    heads = ((60, "Uraian"), (200, "Media"), (300, "Tanggal"), (420, "Ket."))
    words = [w for x, name in heads for w in put(name, x, 80, bold=True)]
    for n in range(6):
        base = 100 + 27 * n
        words += [*put("Pengumuman audit", 60, base), *put("dana kampanye", 60, base + 11)]
        words += [*put(f"Senin, {n + 11}", 300, base), *put("April 2024", 300, base + 11)]
        media = ((0, "Facebook,"), (11, "Radio")) if n == 5 else ((5.5, "Radio"),)
        words += [w for shift, text in media for w in put(text, 200, base + shift)]
        words += put("-", 420, base + 5.5) if n < 5 else []
    (table,) = find_tables(page_of(words))
    assert table.rows()[-1] == ["Pengumuman audit dana kampanye", "Facebook, Radio", "Senin, 16 April 2024", ""]
    assert table.height == 7


def test_cells_that_stand_on_their_number_are_of_its_row() -> None:
    (table,) = find_tables(page_of([*names(100), *printed(ITEMS, 116, 1.0)]))
    assert table.rows() == [list(HEADING), *flat(ITEMS)]


def test_rows_are_parted_where_the_lines_of_a_cell_stand_nearest() -> None:
    """Every second line may be the first row's second as well as the next row's first, but for the distances."""
    items = [
        ("1.", "2 Mei 2025", "Kirab", "Radio"),
        ("2.", "3 Mei 2025", "Apel", "Laman KPU\nInstagram"),
        ("3.", "5 Mei 2025", "Rapat", "Baliho\nTelegram"),
        ("4.", "6 Mei 2025", "Lomba", "Radio"),
    ]
    words, base = names(100), 118.0
    for item in items:
        words += printed([item], base, 1.0)
        base += LEADING * (1 + item[3].count("\n")) + 3
    (table,) = find_tables(page_of(words))
    assert table.rows() == [list(HEADING), *flat(items)]


def test_the_only_row_under_a_heading_has_the_lines_over_its_number() -> None:
    words = [*names(100), *put("Kuliah umum", 190, 120), *put("Website", 380, 120)]
    words += [*put("1", 60, 126), *put("3 Mei 2025", 90, 126), *put("kepemiluan", 190, 132), *put("KPU", 380, 132)]
    (table,) = find_tables(page_of(words, [level(y, 55, 500) for y in (88, 106, 140)]))
    assert table.rows()[1:] == [["1", "3 Mei 2025", "Kuliah umum kepemiluan", "Website KPU"]]


def test_one_row_whose_text_ends_at_its_number_is_told_by_the_blank_above_it() -> None:
    lines = [(112, "1.", "Kirab"), (152, "2.", "Temu media"), (192, "3.", "bersama PPDI"), (232, "4.", "Sosialisasi")]
    words = [*names(100), *put("Pendidikan pemilih bagi", 190, 180)]
    for base, number, text in lines:
        words += [*put(number, 60, base), *put("2 Mei 2025", 90, base), *put(text, 190, base), *put("RRI", 380, base)]
    (table,) = find_tables(page_of(words))
    assert [row[2] for row in table.rows()[1:]] == [
        "Kirab",
        "Temu media",
        "Pendidikan pemilih bagi bersama PPDI",
        "Sosialisasi",
    ]


def test_lines_with_values_of_their_own_are_rows_though_name_and_number_stand_amid_them() -> None:
    months = [("April", "16", "15"), ("Mei", "4", "4"), ("Juni", "3", "2")]
    names = ["Story", "KPU Flash", "Ucapan Selamat", "Press Release"]
    words: list[Word] = []
    for x, text in zip(XS, ("No", "Konten", "Bulan", "Facebook"), strict=True):
        words += put(text, x, 100)
    words += put("Instagram", 480, 100)
    base = 100.0
    for number, name in enumerate(names, 5):
        for month, (text, *values) in enumerate(months):
            if number > 5 or month:  # a page break cut the first one
                base += 14
                line = [(XS[2], text), (XS[3], values[0]), (480, values[1])]
                line += [(XS[0], f"{number}")] * (month == 0) + [(XS[1], name)] * (month == 1 and number > 5)
                for x, cell in line:
                    words += put(cell, x, base)
    rules = [level(88, 55, 540), level(106, 55, 540), level(base + 6, 55, 540)]
    rules += [Rule(x, 88, x, base + 6) for x in (55, 85, 185, 375, 470, 540)]
    (table,) = find_tables(page_of(words, rules))
    rows = table.rows()[1:]
    assert [row[2] for row in rows] == ["Mei", "Juni", *(["April", "Mei", "Juni"] * 3)]


def test_rows_without_numbers_of_their_own_show_no_cells_set_about_their_number() -> None:
    """Three months a platform, the name of which is set in its middle; a narrow cell breaks one of them."""
    words: list[Word] = []
    for n, name in enumerate(("Instagram", "Telegram", "Laman")):
        base = 112.0 + 62 * n
        words += [*put(f"{n + 1}", 60, base), *put(name, 90, base + 22)]
        for k, month in enumerate(("Juli", "Agustus", "Septemb")):
            words += [w for x, t in ((184, month), (260, "15"), (300, "4")) for w in put(t, x, base + 17 * k)]
        words += put("er", 184, base + 44.5)
    rules = [*(level(y, 50, 340) for y in (100, 290)), *(upright(x, 100, 290) for x in (50, 80, 180, 222, 290, 340))]
    (table,) = find_tables(page_of(words, rules))
    assert [row[2] for row in table.rows()] == ["Juli", "Agustus", "September"] * 3


def test_a_line_over_the_day_at_the_top_of_a_page_is_of_its_row_where_as_many_stand_below_the_day() -> None:
    words = []
    for n in range(4):
        base = 100 + 40 * n
        words += [*put(f"{n + 1} Mei 2025", 60, base), *put("Kirab pemilu", 160, base)]
        words += [
            w
            for i, text in enumerate(("Laman KPU,", "Medsos (IG,", "Facebook)"))
            for w in put(text, 300, base - 12 + 12 * i)
        ]
    table = one_table(page_of(words, [level(80 + 40 * n, 55, 400) for n in range(5)]))
    assert table.header_rows == 0
    assert [row[2] for row in table.rows()] == ["Laman KPU, Medsos (IG, Facebook)"] * 4
