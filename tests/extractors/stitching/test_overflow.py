"""What a page begins with that is the rest of the table before: told by the places of that table's columns."""

from dataclasses import replace

from extractors.geometry import Fill, Page, Word
from extractors.grids import find_tables
from extractors.grids.lines import baselines
from extractors.grids.stream import read_in_columns
from extractors.stitching.overflow import _columns, _put_over, with_overflow
from extractors.stitching.stitch import stitch
from extractors.stitching.underfull import with_columns_of_rest
from tests.support.drawing import level, page_of, put, put_right
from tests.support.making import table

COLUMNS = (60, 90, 180, 400)
ROWS = [
    ("1.", "2 Mei 2025", "Tahapan dan jadwal", "RRI"),
    ("2.", "3 Mei 2025", "Hari jadi kabupaten", "Instagram"),
    ("3.", "4 Mei 2025", "Standar pelayanan dan", "WA Grup,"),
]


def printed(*rows: tuple[str, ...], base: float = 100) -> list[Word]:
    return [
        word
        for number, row in enumerate(rows)
        for x, text in zip(COLUMNS, row, strict=True)
        if text
        for word in put(text, x, base + 16 * number)
    ]


def first_page() -> Page:
    heading = [
        w for x, text in zip(COLUMNS, ("No", "Tanggal", "Informasi", "Media"), strict=True) for w in put(text, x, 84)
    ]
    return page_of([*heading, *printed(*ROWS)])


def rows(*words: Word, rules: bool = False) -> list[list[str]]:
    second = page_of(words, [level(72, 55, 500)] if rules else (), number=2)
    pages = [first_page(), second]
    whole, *_ = stitch(with_overflow([(page, find_tables(page)) for page in pages]))
    return whole.rows()[1:]


def test_the_rest_of_a_row_alone_on_a_page_is_joined() -> None:
    found = rows(*printed(("", "", "maklumat pelayanan", "Radio"), base=60))
    assert found[2:] == [["3.", "4 Mei 2025", "Standar pelayanan dan maklumat pelayanan", "WA Grup, Radio"]]


def test_a_last_row_alone_on_a_page_is_a_row() -> None:
    found = rows(
        *printed(("4.", "5 Mei 2025", "Kirab", "RRI"), base=60), *put("C. Evaluasi pelaksanaan", 60, 100, bold=True)
    )
    assert found[3:] == [["4.", "5 Mei 2025", "Kirab", "RRI"]]


def test_totals_below_a_last_row_alone_on_a_page_are_a_row_of_their_own() -> None:
    numbers = [(f"{n}.", name, "71", "64") for n, name in enumerate(("TikTok", "Twitter", "Facebook"), 1)]
    upper = page_of(printed(("No", "Akun", "Foto", "Video"), *numbers))
    lower = page_of(printed(("4.", "YouTube", "11", "16"), ("", "Jumlah", "224", "208"), base=60), number=2)
    (table,) = find_tables(upper)
    columns = _columns(table, upper)
    assert columns
    assert columns.table(columns.rest(baselines(lower.words)), lower, "stream").rows() == [
        ["4.", "YouTube", "11", "16"],
        ["", "Jumlah", "224", "208"],
    ]


def test_a_last_row_may_reach_farther_than_the_rows_before() -> None:
    last = ("4.", "5 Mei 2025", "Hari jadi kabupaten", "Media Online, Surat Kabar")
    assert rows(*printed(last, base=60))[3:] == [[*last]]


def test_the_rest_of_a_row_over_a_table_of_too_few_columns_is_read_with_it() -> None:
    below = (("", "", "maklumat", ""), ("4.", "5 Mei 2025", "Kirab", ""), ("5.", "6 Mei 2025", "Pawai", ""))
    found = rows(*printed(*below, base=60))
    assert [row[0] for row in found] == ["1.", "2.", "3.", "4.", "5."]
    assert found[2][2] == "Standar pelayanan dan maklumat"


def test_prose_headings_and_lists_are_no_rest() -> None:
    for line in (
        put("Informasi telah menjangkau masyarakat di seluruh kecamatan secara luas", 60, 60),
        put("Evaluasi", 60, 60, bold=True),
        [*put("1.", 60, 60), *put("Kurangnya tenaga kehumasan", 78, 60)],
        put("Rekapitulasi Media", 180, 60, bold=True),
    ):
        assert len(rows(*line)) == 3


def test_rows_that_the_finder_has_right_below_the_rest_go_on_with_it() -> None:
    below = [("4.", f"{n} Mei 2025", "Kirab", "RRI") for n in (5, 6)]
    found = rows(*printed(("", "", "maklumat", ""), *below, base=60))
    assert [row[2] for row in found][2:] == ["Standar pelayanan dan maklumat", "Kirab", "Kirab"]


def test_few_rows_at_the_foot_of_a_page_are_read_in_the_columns_of_their_rest() -> None:
    def placed(texts: tuple[str, ...], base: float, xs: tuple[float, ...]) -> list[Word]:
        return [word for x, text in zip(xs, texts, strict=True) for word in put(text, x, base)]

    foot = placed(("No", "Konten", "Reach", "Followers"), 84, (60, 90, 200, 232))
    foot += [word for n in (1, 2) for word in placed((f"{n}.", "Berita", "700"), 84 + 16 * n, (60, 90, 205))]
    rest = [word for n in (3, 4, 5) for word in placed((f"{n}.", "Video", "80", "9000"), 16 * n, (60, 90, 208, 240))]
    pages = [(page, find_tables(page)) for page in (page_of(foot), page_of(rest, number=2))]
    assert pages[0][1][0].width == 3
    whole, *_ = stitch(with_columns_of_rest(pages))
    assert whole.rows()[0] == ["No", "Konten", "Reach", "Followers"] and len(whole.rows()) == 6


def test_a_heading_and_one_row_at_the_foot_of_a_page_are_the_beginning_of_the_table_on_the_next() -> None:
    def placed(texts: tuple[str, ...], base: float, xs: tuple[float, ...]) -> list[Word]:
        return [word for x, text in zip(xs, texts, strict=True) if text for word in put(text, x, base)]

    xs = (60, 100, 200, 320, 430)
    foot = placed(("Kode", "Tanggal", "Kegiatan", "Tempat", "Peserta"), 700, (60, 110, 220, 330, 432))
    foot += placed(("K4", "2 Mei 2025", "Rapat kerja", "Aula kantor", "Badan"), 716, xs)
    rest = placed(("", "", "", "camat", "Kesatuan"), 60, xs)
    for n in (2, 3, 4):
        rest += placed((f"K{n + 3}", f"{n} Mei 2025", "Rapat kerja", "Hotel", "Polres"), 46 + 15 * n, xs)
    pages = [(page, find_tables(page)) for page in (page_of(foot), page_of(rest, number=2))]
    assert not pages[0][1]
    whole, *_ = stitch(with_columns_of_rest(pages))
    assert whole.rows()[1] == ["K4", "2 Mei 2025", "Rapat kerja", "Aula kantor camat", "Badan Kesatuan"]


def test_one_justified_row_at_the_foot_of_a_page_is_read_in_the_columns_of_its_rest() -> None:
    def placed(texts: tuple[str, ...], base: float, xs: tuple[float, ...]) -> list[Word]:
        return [word for x, text in zip(xs, texts, strict=True) if text for word in put(text, x, base)]

    texts = ("1.", "2 Mei 2025", "Diskusi", "Terpumpun", "Partisipasi", "Balai", "Desa", "di")
    foot = placed(("No", "Tanggal", "Kegiatan", "Tempat"), 700, (60, 100, 262, 400))
    foot += placed(texts, 716, (60, 90, 200, 246, 300, 375, 415, 455))
    rest = placed(("bersama Dinas Pendidikan Kabupaten", "Kecamatan Tebas"), 60, (200, 375))
    for n in (2, 3, 4):
        rest += placed(
            (f"{n}.", f"{n} Mei 2025", "Rapat kerja pengelolaan informasi", "Hotel"), 46 + 15 * n, (60, 90, 200, 375)
        )
    foot_page = page_of(foot, [level(y, 55, 480) for y in (690, 705, 721)])
    pages = [(page, find_tables(page)) for page in (foot_page, page_of(rest, number=2))]
    assert pages[0][1][0].width > 4
    whole, *_ = stitch(with_columns_of_rest(pages))
    assert whole.rows()[:2] == [
        ["No", "Tanggal", "Kegiatan", "Tempat"],
        [
            "1.",
            "2 Mei 2025",
            "Diskusi Terpumpun Partisipasi bersama Dinas Pendidikan Kabupaten",
            "Balai Desa di Kecamatan Tebas",
        ],
    ]


def test_a_heading_of_several_lines_and_one_row_at_the_foot_of_a_page_are_a_beginning_too() -> None:
    xs = (60, 90, 220, 320, 400)
    names = ((60, 700, "No"), (130, 700, "Materi"), (240, 700, "Media"), (320, 700, "Keterangan"))
    foot = [w for x, y, text in (*names, (410, 694, "Tanggal"), (408, 706, "Publikasi")) for w in put(text, x, y)]
    foot += [
        w
        for x, text in zip(xs, ("1", "Debat publik", "RRI", "Ok", "2 Mei 2025"), strict=True)
        for w in put(text, x, 720)
    ]
    rest = [
        w
        for n in (2, 3, 4)
        for x, text in zip(xs, (str(n), "Hari jadi", "RRI", "Ok", f"{n} Mei 2025"), strict=True)
        for w in put(text, x, 40 + 15 * n)
    ]
    whole, *_ = stitch(
        with_columns_of_rest([(page, find_tables(page)) for page in (page_of(foot), page_of(rest, number=2))])
    )
    assert [row[0] for row in whole.rows()] == ["No", "1", "2", "3", "4"]


def test_all_tables_that_are_parts_of_the_rest_are_read_with_it() -> None:
    second = page_of(printed(*((f"{n}.", f"{n} Mei 2025", "Kirab", "RRI") for n in range(4, 8)), base=60), number=2)
    upper, lower = (find_tables(second.band(top, end)) for top, end in ((0, 85), (85, 800)))
    narrow = replace(upper[0], cells=tuple(cell for cell in upper[0].cells if cell.col < 3))
    pages = [(first_page(), find_tables(first_page())), (second, [narrow, *lower])]
    whole, *others = stitch(with_overflow(pages))
    assert [row[0] for row in whole.rows()[1:]] == [f"{n}." for n in range(1, 8)] and not others


def test_shading_parts_the_rows_of_a_rest_whose_cells_stand_about_their_numbers() -> None:
    """The first page shows no shading that counts; on the second each row is a band, its number in the middle."""
    second: list[Word] = []
    for n in range(3):
        base = 60 + 36 * n
        second += printed((f"{n + 4}.", "5 Mei 2025", "Kirab", ""), base=base)
        second += [w for k, name in enumerate(("RRI", "Radio", "Laman")) for w in put(name, 400, base + 12 * (k - 1))]
    fills = [Fill((55, 40 + 36 * n, 500, 76 + 36 * n), 0.9) for n in (0, 2)]
    pages = [first_page(), page_of(second, fills=fills, number=2)]
    columns = _columns(find_tables(pages[0])[0], pages[0])
    assert columns is not None
    rest = columns.table(columns.rest(baselines(pages[1].words)), pages[1], "stream")
    assert [row[3] for row in rest.rows()] == ["RRI Radio Laman"] * 3


def test_the_rest_of_a_row_is_no_part_of_the_next_one_where_rows_begin_with_their_number() -> None:
    rest, below = table([["", "maklumat", ""]]), table([["4.", "Kirab", "Radio"], ["5.", "Pawai", "RRI"]])
    for hanging, height in ((True, 3), (False, 2)):
        tables = [below]
        _put_over(rest, page_of([]), tables, hanging)
        assert tables[0].height == height


def test_a_table_at_the_foot_of_a_page_has_the_columns_of_its_rest_under_the_same_names() -> None:
    def names(base: float) -> list[Word]:
        return [w for x, name in ((60, "No"), (100, "Jenis"), (300, "April")) for w in put(name, x, base, bold=True)]

    foot = [*names(700), *put("Twitter", 60, 714, bold=True), *put("1", 76, 728), *put("Kuis", 100, 728)]
    rest = names(60)
    for n in range(2, 7):
        rest += [*put(str(n), 76, 44 + 15 * n), *put("Video", 100, 44 + 15 * n), *put("57", 305, 44 + 15 * n)]
    first, second = page_of([*foot, *put("71", 305, 728)]), page_of(rest, number=2)
    upper = read_in_columns(first.words, first, [(71, 75), (86, 95), (240, 250)])
    assert upper is not None and upper.width == 4
    whole, *_ = stitch(with_columns_of_rest([(first, [upper]), (second, find_tables(second))]))
    assert whole.width == 3 and whole.height == 8


def test_few_rows_that_show_a_column_elsewhere_than_their_rest_are_read_in_its_columns() -> None:
    """Justified lines: the texts of the first row all but touch its venue, whose own words stand far apart."""
    xs = (60, 90, 200, 320, 420)

    def placed(texts: tuple[str, ...], base: float) -> list[Word]:
        return [word for x, text in zip(xs, texts, strict=True) if text for word in put(text, x, base)]

    foot = placed(("No", "Tanggal", "Kegiatan", "Tempat", "Peserta"), 84) + put("Grand", 372, 100)
    foot += placed(("1.", "2 Mei 2025", "Tanda tangan naskah Nota", "Hotel", "Dinas"), 100)
    foot += placed(("", "", "kesepahaman bersama ini", "Sanggau", ""), 112)
    rest = [
        placed((f"{n}.", f"{n} Mei 2025", "kesepahaman bersama ini", "Aula KPU", "Polres"), 16 * n + 28)
        for n in range(2, 8)
    ]
    pages = [page_of(foot), page_of([word for row in rest for word in row], number=2)]
    upper = read_in_columns(foot, pages[0], [(75, 80), (170, 180), (360, 370), (412, 418)])
    assert upper is not None and "Hotel" in upper.rows()[1][2]
    whole, *_ = stitch(with_columns_of_rest([(pages[0], [upper]), (pages[1], find_tables(pages[1]))]))
    assert whole.rows()[1][2:4] == ["Tanda tangan naskah Nota kesepahaman bersama ini", "Hotel Grand Sanggau"]


def test_a_last_row_alone_below_names_that_come_again_is_a_row_though_its_number_all_but_touches_its_date() -> None:
    names = printed(("No", "Tanggal", "Informasi", "Media"), base=84)
    numbered = [word for n, row in enumerate(ROWS) for word in put_right(row[0][0], 88, 100 + 16 * n)]
    upper = page_of([*names, *numbered, *printed(*(("", *row[1:]) for row in ROWS))])
    lower = page_of([*names, *put_right("4", 88, 100), *printed(("", "5 Mei 2025", "Kirab", "RRI"))], number=2)
    whole, *_ = stitch(with_overflow([(page, find_tables(page)) for page in (upper, lower)]))
    assert whole.rows()[-1] == ["4", "5 Mei 2025", "Kirab", "RRI"] and whole.height == 5


def test_names_that_stand_once_more_under_a_title_amid_a_page_begin_another_table() -> None:
    def dated(month: str, base: float) -> list[Word]:
        days = [text for n in (1, 2, 3) for text in ((f"{n} {month}", "Hari jadi", "Instagram"), ("2025", "", ""))]
        texts = [(f"{month} 2025", "", ""), ("Tanggal", "Informasi", "Media"), *days]
        rows = enumerate(texts)
        placed = ((x, text, n) for n, row in rows for x, text in zip(places, row, strict=True) if text)
        return [word for x, text, n in placed for word in put(text, x, base + 14 * n, bold=n < 2)]

    places = (60, 180, 400)
    rules = [level(y, 55, 500) for y in (74, 88, 194, 208)]
    page = page_of([*dated("Agustus", 70), *dated("September", 190)], rules)
    tables = [found for top, end in ((74, 180), (194, 310)) for found in find_tables(page.band(top, end))]
    ((_, found),) = with_columns_of_rest([(page, tables)])
    assert [table.height for table in found] == [table.height for table in tables] == [4, 4]
