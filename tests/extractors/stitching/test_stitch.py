"""Tables over page breaks: what is joined, what is not, and what is furniture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.geometry import Box, Page, Table, Word
from extractors.grids import find_tables
from extractors.pages.furniture import strip_furniture
from extractors.stitching.stitch import stitch
from extractors.stitching.underfull import _with_rest, with_columns_of_rest
from extractors.structure.flow import table_regions
from tests.support.drawing import grid_rules, level, page_of, put, ruled_table, upright
from tests.support.making import table

XS = [50, 80, 180, 350, 540]
HEAD = ["No", "Tanggal", "Informasi", "Media"]


def page(
    rows: Sequence[Sequence[str]],
    number: int,
    top: float = 60,
    extra: Sequence[Word] = (),
    xs: Sequence[float] = XS,
) -> Page:
    words, rules, _ = ruled_table(rows, xs, top)
    return page_of([*words, *extra], rules, number=number)


def stitched(*pages: Page) -> list[Table]:
    return stitch([(p, find_tables(p)) for p in pages])


def test_a_row_that_the_page_break_cuts_is_joined() -> None:
    first = page(
        [HEAD, ["1.", "2 April 2024", "Tahapan", "RRI"], ["2.", "3 April 2024", "Keputusan KPU", "WA Grup"]], 1
    )
    second = page([["", "", "nomor 543", "Bakohumas"], ["3.", "4 April 2024", "Hari jadi", "RRI"]], 2)
    (table,) = stitched(first, second)
    assert table.pages == (1, 2)
    assert table.rows()[2] == ["2.", "3 April 2024", "Keputusan KPU nomor 543", "WA Grup Bakohumas"]
    assert table.rows()[3][0] == "3."
    cell = next(c for c in table.cells if c.text.startswith("Keputusan"))
    assert cell.lines == ("Keputusan KPU", "nomor 543")
    assert [number for number, _ in cell.continued] == [2]


def test_names_that_the_page_break_cuts_are_whole_again() -> None:
    words, rules, _ = ruled_table([["Kanal", "Ucapan", "Repost", "Jml"]], XS, 760)
    rows = [["", "Selamat", "KPU RI", ""], ["Instagram", "27", "8", "35"], ["X", "2", "3", "5"]]
    (whole,) = stitched(page_of(words, rules), page(rows, 2))
    assert whole.header_rows == 1
    assert whole.rows()[:2] == [["Kanal", "Ucapan Selamat", "Repost KPU RI", "Jml"], ["Instagram", "27", "8", "35"]]


def test_a_heading_that_the_page_break_cuts_is_one_again() -> None:
    words, rules, _ = ruled_table([["No", "Konten", "Juli", "Agustus"]], [50, 80, 180, 300, 420], 760)
    names = ["", "", "Instagram", "Facebook", "Instagram", "Facebook"]
    below = page([names, ["1", "Foto", "3", "4", "5", "6"]], 2, xs=[50, 80, 180, 240, 300, 360, 420])
    (whole,) = stitched(page_of(words, rules), below)
    assert whole.header_rows == 2
    assert whole.rows() == [
        ["No", "Konten", "Juli", "", "Agustus", ""],
        names,
        ["1", "Foto", "3", "4", "5", "6"],
    ]


def test_a_heading_that_the_page_break_cuts_through_its_names_is_one_again() -> None:
    words, rules, _ = ruled_table([["N", "Kategori", "Juli", "Agustus"]], [50, 80, 180, 300, 420], 760)
    names = ["o.", "Konten", "Instagram", "Facebook", "Instagram", "Facebook"]
    below = page([names, ["1", "Foto", "3", "4", "5", "6"]], 2, xs=[50, 80, 180, 240, 300, 360, 420])
    (whole,) = stitched(page_of(words, rules), below)
    assert whole.header_rows == 2
    assert whole.rows()[0] == ["N", "Kategori", "Juli", "", "Agustus", ""]


def test_a_number_below_the_break_belongs_to_the_row_above_it() -> None:
    """Cells set in the middle can have their number in the second part."""
    first = page([HEAD, ["1.", "2 April 2024", "Tahapan", "RRI"], ["", "", "Keputusan KPU", "WA Grup"]], 1)
    second = page([["2.", "3 April 2024", "nomor 543", "Bakohumas"], ["3.", "4 April 2024", "Hari jadi", "RRI"]], 2)
    (table,) = stitched(first, second)
    assert table.rows()[2] == ["2.", "3 April 2024", "Keputusan KPU nomor 543", "WA Grup Bakohumas"]


def test_the_title_of_rows_at_the_foot_of_a_page_is_no_half_of_the_row_below() -> None:
    head = ["No", "Konten", "Instagram", "Facebook"]
    rows = [["Bulan", "April", "", ""], ["1.", "Berita Foto", "8", "9"], ["", "Bulan Mei", "", ""]]
    (joined,) = stitched(page([head, *rows], 1), page([head, ["1.", "Berita Foto", "7", "6"]], 2))
    assert [row[1] for row in joined.rows()[-2:]] == ["Bulan Mei", "Berita Foto"]


def test_a_heading_comes_again_though_one_of_its_names_is_cut_short() -> None:
    head = ["Nomor Urut", "Konten", "Instagram", "Facebook"]
    xs = [50, 120, 260, 350, 540]
    first = page([head, ["1", "Foto", "8", "9"], ["2", "Peringatan Hari", "1", "2"]], 1, xs=xs)
    second = page([["Nomor", *head[1:]], ["", "Besar Nasional", "", ""], ["3", "Video", "4", "5"]], 2, xs=xs)
    (whole,) = stitched(first, second)
    assert whole.rows()[2:] == [["2", "Peringatan Hari Besar Nasional", "1", "2"], ["3", "Video", "4", "5"]]


def test_a_new_row_is_never_glued_on_even_where_a_cell_is_blank() -> None:
    first = page([HEAD, ["1.", "2 April 2024", "Tahapan", "RRI"], ["2.", "3 April 2024", "Pelantikan", "RRI"]], 1)
    second = page([["3.", "3 April 2024", "rapat kerja", ""], ["4.", "4 April 2024", "Hari jadi", "RRI"]], 2)
    (table,) = stitched(first, second)
    assert [row[0] for row in table.rows()] == ["No", "1.", "2.", "3.", "4."]
    assert table.rows()[3] == ["3.", "3 April 2024", "rapat kerja", ""]


def test_a_repeated_heading_stands_once_and_a_cut_row_after_it_is_joined() -> None:
    first = page([HEAD, ["1.", "2 April 2024", "Tahapan dan jadwal", "RRI"]], 1)
    second = page([HEAD, ["", "", "pemilihan", ""], ["2.", "4 April 2024", "Hari jadi", "RRI"]], 2)
    (table,) = stitched(first, second)
    assert table.header_rows == 1
    assert table.rows() == [
        HEAD,
        ["1.", "2 April 2024", "Tahapan dan jadwal pemilihan", "RRI"],
        ["2.", "4 April 2024", "Hari jadi", "RRI"],
    ]


def test_the_rest_of_a_cut_row_under_a_heading_without_a_rule_between_is_of_its_row() -> None:
    first = replace(table([HEAD, ["1.", "2 April", "Kirab", "Grup WA"]]), header_rows=1)
    second = table([[*HEAD[:3], f"{HEAD[3]}\nRadio"], ["2.", "3 April", "Debat", "X"]], page=2)
    (whole,) = stitch([(page_of([]), [first]), (page_of([], number=2), [second])])
    assert [row[3] for row in whole.rows()] == [HEAD[3], "Grup WA Radio", "X"]


def test_a_heading_comes_again_with_a_name_over_its_columns_that_the_first_page_does_not_show() -> None:
    names = ["No", "Konten", "IG", "FB"]
    first = table([names, ["1.", "Foto", "8", "9"]])
    second = table([["No", "Konten", "Jumlah", None], ["^", "^", "IG", "FB"], ["2.", "Video", "4", "5"]], page=2)
    heads = (replace(first, header_rows=1), replace(second, header_rows=2))
    (whole,) = stitch([(page_of([], number=n), [one]) for n, one in enumerate(heads, 1)])
    assert whole.header_rows == 1
    assert whole.rows() == [names, ["1.", "Foto", "8", "9"], ["2.", "Video", "4", "5"]]


def test_a_repeated_heading_is_part_of_the_table_not_a_text_before_the_next_one() -> None:
    second = page([HEAD, ["2.", "4 April 2024", "Hari jadi", "RRI"]], 2)
    (table,) = stitched(page([HEAD, ["1.", "2 April 2024", "Tahapan", "RRI"]], 1), second)
    assert table_regions(table)[2][1] == 60


def test_rows_without_numbers_are_joined_where_the_sentence_goes_on() -> None:
    head = ["Kegiatan", "Tempat", "Peserta", "Hasil"]
    xs = [50, 230, 320, 420, 540]
    rows = [head, ["Rapat", "Aula", "PPK", "Baik"], ["Sosialisasi pemilih pemula di", "Hotel", "Siswa SMA", "Semua"]]
    first = page(rows, 1, xs=xs)
    second = page([["sekolah menengah", "", "negeri", ""], ["Bimtek", "Aula", "PPS", "Baik"]], 2, xs=xs)
    (table,) = stitched(first, second)
    assert table.rows()[2] == ["Sosialisasi pemilih pemula di sekolah menengah", "Hotel", "Siswa SMA negeri", "Semua"]


def test_a_merged_cell_goes_on_over_the_break() -> None:
    def part(numbers: Sequence[str], media: str, number: int) -> Page:
        ys = [60 + 20 * n for n in range(len(numbers) + 1)]
        rules = [level(y, 50, 350) for y in ys]
        rules += [level(ys[0], 350, 540), level(ys[-1], 350, 540), *(upright(x, ys[0], ys[-1]) for x in XS)]
        words = [w for n, text in enumerate(numbers) for w in put(text, 53, ys[n] + 13)]
        words += [w for n, text in enumerate(numbers) for w in put(f"Informasi {text}", 183, ys[n] + 13)]
        words += [w for n, text in enumerate(numbers) for w in put(f"{text} Mei", 83, ys[n] + 13)]
        return page_of([*words, *put(media, 353, 73)] if media else words, rules, number=number)

    (table,) = stitched(part(["1", "2", "3"], "RRI Sintang", 1), part(["4", "5"], "", 2))
    media = next(c for c in table.cells if c.text == "RRI Sintang")
    assert (media.row, media.rowspan) == (0, 5)
    assert [number for number, _ in media.continued] == [2]


def test_rows_under_one_merged_number_stay_apart_at_the_break() -> None:
    """Neither a number merged over rows nor two figures make the first row of a page the rest of the last."""

    def part(rows: Sequence[Sequence[str]], number: str, at: int) -> Page:
        ys = [60 + 20 * n for n in range(len(rows) + 1)]
        rules = [level(y, XS[1], XS[3]) for y in ys] + [level(y, XS[0], XS[1]) for y in (ys[0], ys[-1])]
        rules += [upright(x, ys[0], ys[-1]) for x in XS[:4]]
        words = [
            w
            for y, row in zip(ys, rows, strict=False)
            for x, t in zip(XS[1:], row, strict=False)
            for w in put(t, x + 3, y + 13)
        ]
        return page_of([*words, *put(number, 53, 73)] if number else words, rules, number=at)

    (table,) = stitched(part([["Juli", "23"]], "5", 1), part([["Agustus", "16"], ["September", "31"]], "", 2))
    assert [row[1:] for row in table.rows()] == [["Juli", "23"], ["Agustus", "16"], ["September", "31"]]


def test_text_between_parts_two_tables() -> None:
    first = page([HEAD, ["1.", "2 April 2024", "Tahapan", "RRI"]], 1)
    second = page([HEAD, ["1.", "2 Mei 2024", "Pelantikan", "RRI"]], 2, top=100, extra=put("Bulan Mei", 50, 90))
    assert len(stitched(first, second)) == 2


def test_another_table_at_the_top_of_the_next_page_stays_apart() -> None:
    first = page([HEAD, ["1.", "2 April 2024", "Tahapan", "RRI"]], 1)
    words, rules, _ = ruled_table(
        [["No", "Jenis", "IG", "FB", "X"], ["1.", "Berita", "9", "8", "7"]], [50, 90, 200, 280, 330, 400], 60
    )
    assert len(stitched(first, page_of(words, rules, number=2))) == 2


def test_columns_that_the_next_page_merges_keep_their_places() -> None:
    first = page([HEAD, ["1.", "2 April 2024", "Tahapan", "RRI"]], 1)
    words, rules, _ = ruled_table([["2.", "3 April 2024", "Libur bersama"]], [50, 80, 180, 540], 60)
    words_3, rules_3, _ = ruled_table([["3.", "4 April 2024", "Hari jadi"]], [50, 80, 180, 540], 60)
    (table,) = stitched(first, page_of(words, rules, number=2), page_of(words_3, rules_3, number=3))
    assert table.rows()[2:] == [["2.", "3 April 2024", "Libur bersama", ""], ["3.", "4 April 2024", "Hari jadi", ""]]
    assert next(c for c in table.cells if c.text == "Libur bersama").colspan == 2


def test_a_title_repeated_with_the_heading_does_not_part_a_table() -> None:
    title = put("Tabel 2. Informasi kepemiluan", 50, 90)
    again = [*put("Tabel 2. Informasi kepemiluan", 50, 90), *put("(lanjutan)", 220, 90)]
    first = page([HEAD, ["1.", "2 April 2024", "Tahapan", "RRI"]], 1, top=100, extra=title)
    second = page([HEAD, ["2.", "3 April 2024", "Hari jadi", "RRI"]], 2, top=100, extra=again)
    (table,) = stitched(first, second)
    assert [row[0] for row in table.rows()] == ["No", "1.", "2."]


def test_doubts_of_both_parts_are_kept() -> None:
    first = page([HEAD, ["1.", "2 April 2024", "Tahapan", "RRI"]], 1)
    second = page([["", "", "jadwal", ""], ["2.", "3 April 2024", "Hari jadi", "RRI"]], 2)
    doubtful = [
        Word(w.text, *w.box, w.size, doubt="terbaca ganda") if w.text in ("Tahapan", "jadwal") else w
        for w in first.words
    ]
    (table,) = stitched(page_of(doubtful, first.rules), second)
    assert next(c for c in table.cells if c.text == "Tahapan jadwal").doubt == "terbaca ganda"


@settings(deadline=None)
@given(st.integers(2, 30), st.integers(1, 12), st.sets(st.integers(1, 29)))
def test_no_row_is_lost_or_glued_however_the_pages_break(count: int, per_page: int, cut: set[int]) -> None:
    """Rows split over pages at any place, some of them cut in two, come out whole and in order."""
    parts: list[list[list[str]]] = [[HEAD]]
    for n in range(1, count + 1):
        row = [f"{n}.", f"{n} Mei 2024", f"Informasi ke {n}", f"Kanal {n}"]
        if len(parts[-1]) >= per_page + 1:
            if n in cut and len(parts[-1]) > 1:
                parts[-1].append([row[0], row[1], "Informasi", "Kanal"])
                parts.append([["", "", f"ke {n}", str(n)]])
                continue
            parts.append([])
        parts[-1].append(row)
    pages = [page(rows, number) for number, rows in enumerate(parts, 1) if rows]
    rows = [row for table in stitched(*pages) for row in table.rows()]
    assert rows == [HEAD, *([f"{n}.", f"{n} Mei 2024", f"Informasi ke {n}", f"Kanal {n}"] for n in range(1, count + 1))]


# Furniture -------------------------------------------------------------------------------------------


def document(count: int, body: Sequence[Sequence[str]]) -> list[Page]:
    pages = []
    for number in range(1, count + 1):
        words, rules, _ = ruled_table(body, XS, 80)
        furniture = [
            *put("Laporan Bakohumas KPU Kabupaten Sanggau", 300, 40),
            *put(f"Halaman {number} dari {count}", 280, 815),
            *put("Dokumen ini telah ditandatangani secara elektronik", 60, 795, 8),
        ]
        pages.append(page_of([*furniture, *words], [*rules, level(46, 50, 545)], number=number))
    return pages


def test_headers_footers_and_page_numbers_are_taken_off() -> None:
    pages = document(4, [["1.", "2 April", "Tahapan", "RRI"], ["2.", "3 April", "Hari jadi", "RRI"]])
    for before, after in zip(pages, strip_furniture(pages), strict=True):
        assert {w.text for w in before.words} - {w.text for w in after.words} >= {"Laporan", "Halaman", "Dokumen"}
        assert [w.text for w in after.words if w.top < 100][:2] == ["1.", "2"]
        assert len(after.rules) == len(before.rules) - 1


def test_a_bar_that_numbers_the_pages_is_furniture_though_it_is_shaded_and_framed() -> None:
    def barred(number: int) -> Page:
        words, rules, _ = ruled_table([["LAPORAN BAKOHUMAS", str(number)]], [50, 480, 540], 790)
        return page_of([*put(f"Isi {number}", 60, 400), *words], rules, number=number)

    assert [[word.text for word in page.words] for page in strip_furniture([barred(n) for n in range(1, 5)])] == [
        ["Isi", str(n)] for n in range(1, 5)
    ]


def test_a_frame_around_most_pages_is_none_of_a_tables_sides() -> None:
    def framed(number: int) -> Page:
        words, rules, _ = ruled_table([[str(number), "Tahapan"]] * number, [50, 80, 540], 60)
        return page_of(words, [*rules, *grid_rules([42, 548], [40, 800])], number=number)

    assert [len(page.rules) for page in strip_furniture([framed(n) for n in range(1, 4)])] == [5, 6, 7]


def test_a_repeated_table_heading_is_no_furniture() -> None:
    pages = document(4, [HEAD, ["1.", "2 April", "Tahapan", "RRI"]])
    assert all({"Tanggal", "Informasi"} <= {w.text for w in p.words} for p in strip_furniture(pages))


def test_a_year_in_the_first_row_is_no_page_number() -> None:
    pages = [page_of([*put("2024", 90, 60), *put(f"isi halaman {n}", 60, 300)], number=n) for n in (1, 2, 3)]
    assert all("2024" in {w.text for w in p.words} for p in strip_furniture(pages))


def test_watermarks_are_taken_off() -> None:
    def marked(number: int) -> Page:
        aslant = Word("DRAF", 200, 300, 400, 500, 80, upright=False, angle=45)
        large = Word("SALINAN", 150, 400, 450, 460, 60)
        return page_of([aslant, large, *put("isi laporan yang biasa dan cukup panjang", 60, 300)], number=number)

    texts = {w.text for p in strip_furniture([marked(n) for n in (1, 2, 3)]) for w in p.words}
    assert texts == {"isi", "laporan", "yang", "biasa", "dan", "cukup", "panjang"}


def test_a_single_page_keeps_all_but_the_scanners_mark() -> None:
    words = [*put("Laporan Triwulan", 60, 40), *put("12", 290, 815), *put("Dipindai dengan CamScanner", 200, 830)]
    (bare,) = strip_furniture([page_of(words)])
    assert [w.text for w in bare.words] == ["Laporan", "Triwulan", "12"]


def test_a_table_goes_on_over_page_numbers() -> None:
    xs = [50, 80, 180, 350, 540]
    pages = []
    for number in (1, 2, 3):
        words = [
            *put(str(number), 53, 413),
            *put("2 April", 83, 413),
            *put(f"Informasi {number}", 183, 413),
            *put("RRI", 353, 413),
        ]
        pages.append(page_of([*words, *put(str(number), 295, 815)], grid_rules(xs, [400, 420]), number=number))
    bare = strip_furniture(pages)
    (table,) = stitch([(p, find_tables(p)) for p in bare])
    assert [row[0] for row in table.rows()] == ["1", "2", "3"]


def test_tables_of_one_heading_under_titles_that_differ_stay_two() -> None:
    body = [HEAD, ["1.", "2 April 2024", "Tahapan", "RRI"], ["2.", "3 April 2024", "Pelantikan", "RRI"]]

    def titled(month: str, number: int) -> Page:
        return page(body, number, extra=[*put(month, 60, 40), *put("REKAPITULASI", 60, 54)])

    assert len(stitched(titled("Bulan April", 1), titled("Bulan Mei", 2))) == 2
    assert len(stitched(titled("Bulan April", 1), titled("Bulan April", 2))) == 1


def test_a_column_that_is_blank_on_a_further_page_keeps_its_place_where_the_numbers_run_on() -> None:
    places = (50, 80, 180, 330, 390, 450)

    def unruled(rows: Sequence[Sequence[str]], number: int) -> Page:
        lines = [
            [w for x, text in zip(places, row, strict=True) for w in put(text, x, 60 + 24 * n)]
            for n, row in enumerate(rows)
        ]
        rules = [level(46 + 24 * n, 48, 520) for n in range(len(rows) + 1)]
        return page_of([word for line in lines for word in line], rules, number=number)

    first = unruled(
        [
            ["No", "Tanggal", "Informasi", "RRI", "IG", "Radio"],
            ["1.", "2 April 2024", "Tahapan", "V", "", "V"],
            ["2.", "3 April 2024", "Jadwal KPU", "", "V", ""],
        ],
        1,
    )
    second = unruled(
        [["3.", "4 April 2024", "Hari jadi", "V", "", "V"], ["4.", "5 April 2024", "Rapat kerja", "", "", "V"]], 2
    )
    (table,) = stitched(first, second)
    assert table.rows()[3:] == [
        ["3.", "4 April 2024", "Hari jadi", "V", "", "V"],
        ["4.", "5 April 2024", "Rapat kerja", "", "", "V"],
    ]


def test_a_line_of_an_item_at_the_foot_of_each_page_is_no_furniture() -> None:
    feet = ("2 Tanggal : 4/10/24", "11 Tanggal : 17/10/24", "20 Tanggal : 29/10/24")
    pages = [page_of([*put(f"isi {n}", 60, 300), *put(foot, 60, 800)], number=n) for n, foot in enumerate(feet, 1)]
    assert all("Tanggal" in {w.text for w in page.words} for page in strip_furniture(pages))


def test_a_repeated_heading_found_as_a_table_by_itself_does_not_part_its_rows_from_those_before() -> None:
    first = table([HEAD, ["1.", "2 April 2024", "Tahapan dan", "RRI"]], method="stream")
    heading = replace(table([HEAD], page=2, method="stream"), header_rows=1)
    below = table([["", "", "jadwal", ""], ["2.", "3 April 2024", "Kirab", "IG"]], page=2, method="stream")
    below = replace(below, cells=tuple(replace(cell, box=shifted(cell.box, 25)) for cell in below.cells))
    words = [*put("No", 5, 12), *put("jadwal", 205, 37)]
    (whole,) = stitch([(page_of([]), [replace(first, header_rows=1)]), (page_of(words, number=2), [heading, below])])
    assert [row[2] for row in whole.rows()] == ["Informasi", "Tahapan dan jadwal", "Kirab"]


def shifted(box: Box, down: float) -> Box:
    return (box[0], box[1] + down, box[2], box[3] + down)


def test_a_heading_with_the_same_words_is_the_same_though_its_names_lie_otherwise() -> None:
    first = replace(table([["No", "Konten", "IG", "FB"], ["1", "Berita", "7", "8"]]), header_rows=1)
    rest = table([["No", "Konten", None, "FB"], ["^", "", "IG", "^"], ["2", "Video", "5", "6"]], page=2)
    (whole,) = stitch([(page_of([]), [first]), (page_of([], number=2), [replace(rest, header_rows=2)])])
    assert whole.rows()[1:] == [["1", "Berita", "7", "8"], ["2", "Video", "5", "6"]]


def test_a_title_of_rows_below_the_break_is_no_rest_of_the_row_above() -> None:
    first = table([["No", "Konten", "IG"], ["", "Minggu I", ""], ["1", "Berita", "7"]])
    rest = table([["", "Minggu II", ""], ["1", "Berita", "8"]], page=2)
    (whole,) = stitch([(page_of([]), [replace(first, header_rows=1)]), (page_of([], number=2), [rest])])
    assert [row[1] for row in whole.rows()] == ["Konten", "Minggu I", "Berita", "Minggu II", "Berita"]


def test_dates_in_figures_do_not_keep_the_parts_of_a_cut_row_apart() -> None:
    first = page([HEAD, ["1.", "02.04.2024", "Tahapan", "RRI"], ["2.", "03.04.2024", "- Kirab", "IG"]], 1)
    second = page([["", "04.04.2024", "- Jadwal", ""], ["3.", "05.04.2024", "Dialog", "RRI"]], 2)
    (whole,) = stitched(first, second)
    assert whole.rows()[2] == ["2.", "03.04.2024 04.04.2024", "- Kirab - Jadwal", "IG"]


def test_a_watermark_is_known_again_on_a_page_turned_to_landscape() -> None:
    upright_page = [
        page_of([*put("isi laporan", 60, 300), Word("KPU", 100, 400, 190, 446, 46)], number=n) for n in (1, 2)
    ]
    turned = Page(3, 842, 595, (*put("isi laporan", 60, 300), Word("KPU", 223.5, 276.5, 313.5, 322.5, 46)))
    assert all({w.text for w in p.words} == {"isi", "laporan"} for p in strip_furniture([*upright_page, turned]))


def test_a_row_of_sums_on_the_next_page_is_no_rest_of_figures_with_their_unit() -> None:
    head = ["No", "Konten", "IG", "FB"]
    first = page([head, ["1.", "Berita", "7 post", "8 post"], ["2.", "Meme", "3 post", "4 post"]], 1)
    (table,) = stitched(first, page([["", "Jml", "10", "12"]], 2))
    assert table.rows()[2:] == [["2.", "Meme", "3 post", "4 post"], ["", "Jml", "10", "12"]]


def test_rows_that_count_on_have_the_columns_of_those_before_though_blanks_look_like_more() -> None:
    def unruled(first: int, texts: Sequence[str], number: int, gap: float = 2.8) -> Page:
        words: list[Word] = []
        for n, text in enumerate(texts, first):
            for x, part in ((60, f"{n}."), (100, f"{n} Mei 2025"), (420, "Radio")):
                words += put(part, x, 40 + 16 * n)
            x = 200.0
            for word in text.split():
                words += put(word, x, 40 + 16 * n)
                x = words[-1].x1 + gap
        return page_of(words, number=number)

    first = unruled(1, ["Kirab", "Tolak politik uang", "Jadwal coklit desa"], 1)
    second = unruled(4, ["Ajakan tetap lapor", "Ajakan tetap kirim", "Ajakan tetap hadir"], 2, gap=18)
    assert find_tables(second)[0].width > 4
    (whole,) = stitched(first, second)
    assert whole.rows()[3] == ["4.", "4 Mei 2025", "Ajakan tetap lapor", "Radio"]


def test_a_row_alone_on_its_page_is_whole_where_rules_part_all_rows() -> None:
    """Its number stands at its foot: what stands above it is no rest of the row before."""
    head = [word for x, name in zip(XS, HEAD, strict=False) for word in put(name, x + 4, 72, bold=True)]
    rows = [(f"{n}.", f"{n} Mei 2024", "Jadwal tahapan", "Telegram") for n in range(1, 5)]
    words = [
        w for n, row in enumerate(rows) for x, text in zip(XS, row, strict=False) for w in put(text, x + 4, 92 + 20 * n)
    ]
    first = page_of([*head, *words], grid_rules(XS, [60, *range(80, 161, 20)]))
    media = [w for n, text in enumerate(("Instagram", "Koran")) for w in put(text, 354, 92 + 12 * n)]
    last = [
        w
        for x, text in zip(XS, ("5.", "5 Mei 2024", "Jadwal tahapan", "Radio"), strict=False)
        for w in put(text, x + 4, 116)
    ]
    second = page_of([*head, *media, *last], grid_rules(XS, [60, 80, 122]), number=2)
    (whole,) = stitched(first, second)
    assert whole.rows()[4:] == [
        ["4.", "4 Mei 2024", "Jadwal tahapan", "Telegram"],
        ["5.", "5 Mei 2024", "Jadwal tahapan", "Instagram Koran Radio"],
    ]


def test_a_year_below_the_break_is_the_rest_of_the_day_above_it() -> None:
    first = page(
        [HEAD[1:], ["2 April 2024", "Tahapan", "v"], ["15 Oktober", "Pelantikan Badan Adhoc", "v"]], 1, xs=XS[1:]
    )
    second = page([["2024", "se-Kabupaten Mempawah", ""], ["16 Oktober 2024", "Hari jadi", "v"]], 2, xs=XS[1:])
    (table,) = stitched(first, second)
    assert table.rows()[2] == ["15 Oktober 2024", "Pelantikan Badan Adhoc se-Kabupaten Mempawah", "v"]


def test_a_ruled_heading_parts_the_title_over_it_from_the_rows_below_and_tells_their_columns() -> None:
    """Justified texts all but touch those of the next column."""
    title = put("Kegiatan Koordinasi dengan Stakeholder", 60, 52)
    head = [w for x, name in zip(XS, HEAD, strict=False) for w in put(name, x + 4, 72)]
    rows = []
    for n in range(1, 6):
        texts = (f"{n}", f"{n} Mei 2024", "Audiensi dengan Bupati dan jajaran", "Aula KPU")
        rows += [w for x, text in zip((54, 84, 184, 352), texts, strict=True) for w in put(text, x, 78 + 14 * n)]
    (whole,) = stitched(page_of([*title, *head, *rows], grid_rules(XS, [60, 80])))
    assert (
        whole.rows()[1] == ["1", "1 Mei 2024", "Audiensi dengan Bupati dan jajaran", "Aula KPU"] and whole.height == 6
    )


def test_rows_of_another_table_without_row_rules_stay_apart_behind_a_ruled_one() -> None:
    first = page([HEAD, *([f"{n}.", f"{n} Mei 2024", "Rapat", "Aula"] for n in range(1, 5))], 1)
    rows = [[f"{n}", f"{n} Mei 2024", "Larangan politik uang", "v", "-"] for n in range(1, 6)]
    xs = [50, 80, 180, 350, 440, 540]
    words = [w for x, name in zip(xs, ("No", "Tgl", "Uraian", "FB", "X"), strict=False) for w in put(name, x + 4, 72)]
    words += [
        w for n, row in enumerate(rows) for x, text in zip(xs, row, strict=False) for w in put(text, x + 4, 94 + 14 * n)
    ]
    second = page_of(words, grid_rules(xs, [60, 80, 160]), number=2)
    assert [len(table.rows()) for table in stitched(first, second)] == [5, 6]


def test_rows_below_a_ruled_heading_that_comes_again_are_in_its_columns_though_they_begin_right_of_its_wall() -> None:
    def sheet(number: int, first: int) -> Page:
        words = [w for x, name in zip(XS, HEAD, strict=False) for w in put(name, x + 4, 72)]
        for n in range(4):
            row = ((XS[0] + 14, f"{first + n}"), (84, "2 Mei 2024"), (184, "Rapat kerja"), (360, "Aula"))
            words += [w for x, text in row for w in put(text, x, 92 + 14 * n)]
        return page_of(words, grid_rules(XS, [60, 80]), number=number)

    (whole,) = stitched(sheet(1, 1), sheet(2, 5))
    assert [row[0] for row in whole.rows()] == ["No", *map(str, range(1, 9))]


def test_of_two_tables_side_by_side_none_goes_on_under_the_other() -> None:
    rows = [["Bulan", "IG", "FB"], ["Juli", "4", "5"], ["Agustus", "6", "7"]]
    (left, left_rules, _), (right, right_rules, _) = (
        ruled_table(rows, [x, x + 80, x + 130, x + 180], 60) for x in (50, 300)
    )
    rest = page([["Bulan", "IG", "FB"], ["Jumlah", "10", "12"]], 2, xs=[50, 130, 180, 230])
    found = stitched(page_of([*left, *right], [*left_rules, *right_rules]), rest)
    assert [table.height for table in found if table.cells[0].box[0] > 250] == [3]


def test_few_rows_on_a_page_have_the_columns_of_those_before_though_blanks_show_others() -> None:
    def unruled() -> Page:
        words: list[Word] = []
        for n in range(1, 12):
            text = "Kirab" if n % 3 else "Kirab pemilu"
            row = ((60, f"{n}."), (90, f"{n} Mei 2025"), (160, text), (224, "Grup WA"))
            words += [w for x, text in row for w in put(text, x, 40 + 16 * n)]
        return page_of(words)

    lines = ((60, "12."), (90, "12 Mei 2025"), (160, "Kirab pemilu"), (224, "Grup"), (300, "WA"))
    few = page_of([w for n in (0, 1) for x, t in lines for w in put(t, x, 40 + 16 * n)], number=2)
    pages = [unruled(), few]
    assert find_tables(few)[0].rows()[0][2:] == ["Kirab pemilu Grup", "WA"]
    found = with_columns_of_rest([(page, find_tables(page)) for page in pages])
    assert [row[2:] for row in found[1][1][0].rows()] == [["Kirab pemilu", "Grup WA"]] * 2


def test_names_at_the_foot_of_a_page_are_none_of_the_table_above_under_the_same_names() -> None:
    def ruled(texts: Sequence[Sequence[str]], number: int, *more: Word) -> Page:
        words = [
            w
            for n, row in enumerate(texts)
            for x, t in zip((60, 180, 240, 300), row, strict=True)
            if t
            for w in put(t, x, 40 + 18 * n)
        ]
        return page_of([*words, *more], (), (), number)

    names = ("Konten", "IG", "FB", "TW")
    figures = [(f"Foto {'abc'[n]}", f"{n}1", f"{n}2", f"{n}3") for n in range(3)]
    first = ruled([names, *figures, ("", "", "", ""), names], 1, *put("Triwulan lalu sebagai berikut.", 60, 112))
    pages = [first, ruled(figures, 2)]
    found = stitch(with_columns_of_rest([(page, find_tables(page)) for page in pages]))
    assert [(table.pages, table.height) for table in found] == [((1,), 4), ((1, 2), 4)]


def test_a_name_that_a_break_cuts_beside_a_merged_number_is_one() -> None:
    def recap(number: int, *groups: tuple[str, str, int]) -> Page:
        words, rules, top = [], [], 60.0
        for count, name, rows in groups:
            words += [*put(count, 55, top + 12), *put(name, 90, top + 12)]
            words += [
                w for n in range(rows) for x, t in ((190, "Mei"), (290, "7")) for w in put(t, x, top + 12 + 20 * n)
            ]
            rules += [level(top, 50, 350), *(level(top + 20 * n, 180, 350) for n in range(1, rows))]
            top += 20 * rows
        return page_of(
            words, [*rules, level(top, 50, 350), *(upright(x, 60, top) for x in (50, 80, 180, 280, 350))], (), number
        )

    (whole,) = stitched(recap(1, ("1", "X", 2), ("2", "Facebook", 1)), recap(2, ("", "Page", 2), ("3", "Website", 2)))
    assert [row[1] for row in whole.rows()] == ["X", "", "Facebook Page", "", "", "Website", ""]


def test_rows_that_no_finder_saw_as_a_tables_are_in_its_columns_where_their_numbers_count_on() -> None:
    """Those texts all but touch; the table they go on with shows where its columns are."""

    def unruled(first: int, last: int, top: float, texts: Sequence[str]) -> list[Word]:
        rows = [(n, texts[n % len(texts)]) for n in range(first, last)]
        return [
            w
            for n, text in rows
            for x, part in ((60, f"{n}."), (72, f"{n} Mei"), (140, text), (251, "Grup WA Bakohumas"))
            for w in put(part, x, top + 16 * (n - first))
        ]

    head = [w for x, name in ((60, "No"), (76, "Hari"), (140, "Isi"), (251, "Media")) for w in put(name, x, 80)]
    full = "Kirab pemilu dan pesta"
    first = page_of([*head, *unruled(1, 9, 96, ("Kirab", full))])
    last = page_of([*unruled(9, 12, 40, (full,)), *put("Demikian daftar informasi kepemiluan ini", 60, 130)], number=2)
    assert [table.width for table in find_tables(last)] != [4]
    (whole,) = stitch(with_columns_of_rest([(page, find_tables(page)) for page in (first, last)]))
    assert [row[3] for row in whole.rows()] == ["Media", *["Grup WA Bakohumas"] * 11]


def test_two_columns_at_the_head_of_a_page_are_the_rest_of_a_row_though_one_is_blank() -> None:
    first = page([["Sektor", "Kegiatan"], ["Pemerintah", "1. Rapat"]], 1, xs=[50, 150, 500])
    second = page([["", "2. Sosialisasi"]], 2, xs=[50, 150, 500])
    (whole,) = stitched(first, second)
    assert whole.rows()[1:] == [["Pemerintah", "1. Rapat 2. Sosialisasi"]]


def test_names_alone_at_the_foot_of_a_page_head_the_rows_at_the_top_of_the_next() -> None:
    xs = ((60, "No"), (110, "Konten"), (250, "IG"), (330, "Facebook"), (420, "X"))
    first = page_of([w for x, name in xs for w in put(name, x, 780, bold=True)])
    words = put("Page", 340, 60, bold=True)
    for n in range(1, 6):
        row = ((62, f"{n}"), (110, "Berita"), (252, "7"), (345, "8"), (421, "9"))
        words += [w for x, text in row for w in put(text, x, 60 + 16 * n)]
    pages = [first, page_of(words, [level(46 + 19 * (n > 0) + 16 * n, 55, 450) for n in range(6)], number=2)]
    (whole,) = stitch(with_columns_of_rest([(page, find_tables(page)) for page in pages]))
    assert whole.rows()[0] == ["No", "Konten", "IG", "Facebook", "X"]


def test_days_in_the_first_column_tell_rows_that_no_finder_saw_unless_another_table_reaches_out_of_them() -> None:
    def days(first: int, last: int, top: float) -> list[Word]:
        rows = (
            (n, x, t)
            for n in range(first, last)
            for x, t in ((60, f"Senin, {n} Mei"), (135, "Kirab pemilu dan"), (222, "Grup WA"))
        )
        words = [w for n, x, t in rows for w in put(t, x, top + 32 * (n - first))]
        return words + [
            w
            for n in range(first, last)
            for x, t in ((60, "2025"), (135, "pesta"))
            for w in put(t, x, top + 12 + 32 * (n - first))
        ]

    head = [w for x, name in ((70, "Tanggal"), (150, "Isi"), (222, "Media")) for w in put(name, x, 80, bold=True)]
    first = page_of([*head, *days(1, 9, 100)], [level(y, 55, 300) for y in (68, 86)])
    (upper,) = find_tables(first)
    last = page_of(days(9, 12, 60), number=2)
    ((rest,), others) = _with_rest(last, 0.0, upper, [])
    assert [row[0] for row in rest.rows()] == [f"Senin, {n} Mei 2025" for n in (9, 10, 11)] and not others
    other = page([["a", "b"], ["c", "d"], ["e", "f"], ["g", "h"], ["i", "j"], ["k", "l"]], 2, top=100)
    assert _with_rest(last, 0.0, upper, find_tables(other))[0] == []


def test_a_year_below_the_break_tells_that_a_row_goes_on_though_its_other_texts_begin_in_capitals() -> None:
    first = page([HEAD[1:], ["2 April 2024", "Tahapan", "RRI"], ["15 Oktober", "Pelantikan", "WA Grup"]], 1, xs=XS[1:])
    second = page([["2024", "", "PPS"], ["16 Oktober 2024", "Hari jadi", "RRI"]], 2, xs=XS[1:])
    (table,) = stitched(first, second)
    assert table.rows()[2] == ["15 Oktober 2024", "Pelantikan", "WA Grup PPS"]


def test_no_row_is_read_twice_where_the_title_of_the_next_rows_stands_below_a_table() -> None:
    def rows(base: float, count: int) -> list[Word]:
        cells = [(x, base + 16 * n, t) for n in range(count) for x, t in ((60, f"{n + 1}"), (90, "Berita"), (200, "5"))]
        return [
            w for x, y, text in [*cells, *((260.0, y, "6") for y in {y for _, y, _ in cells})] for w in put(text, x, y)
        ]

    names = ((58, "No"), (90, "Konten"), (190, "Facebook"), (255, "X"))
    head = [w for x, name in names for w in put(name, x, 700, bold=True)]
    first = page_of([*head, *rows(716, 3), *put("Minggu II", 58, 764, bold=True)])
    pages = (first, page_of(rows(40, 9), number=2))
    found = with_columns_of_rest([(page, find_tables(page)) for page in pages])
    assert [len(tables) for _, tables in found] == [1, 1]


def test_a_table_of_another_title_on_the_next_page_is_another_table() -> None:
    def recap(platform: str, number: int) -> tuple[Page, list[Table]]:
        rows = [[platform, None, None], ["No", "Konten", "Posting"], ["1", "Foto", "8"]]
        return page_of([], number=number), [replace(table(rows, page=number), header_rows=2)]

    assert [found.height for found in stitch([recap("Facebook", 1), recap("Twitter", 2)])] == [3, 3]
    assert [found.height for found in stitch([recap("Facebook", 1), recap("Facebook", 2)])] == [4]

    def monthly(month: str, number: int) -> tuple[Page, list[Table]]:
        rows: list[list[str | None]] = [[month, "Instagram", "X"], ["Foto", f"{number}", "8"], ["Total", "7", "8"]]
        return page_of([], number=number), [replace(table(rows, page=number), header_rows=1)]

    assert [found.height for found in stitch([monthly("Mei", 1), monthly("Juni", 2)])] == [3, 3]
    assert [found.height for found in stitch([monthly("Mei", 1), monthly("Mei", 2)])] == [5]


def test_the_last_row_of_figures_may_stand_alone_on_the_next_page() -> None:
    rows: list[list[str | None]] = [["Konten", "IG"], ["Foto", "7"], ["Video", "nihil"], ["Infografis", "3 postingan"]]
    upper = replace(table(rows, method="stream"), header_rows=1)
    whole = stitch([(page_of([]), [upper]), (page_of([*put("Repost", 10, 60), *put("nihil", 120, 60)], number=2), [])])
    assert [found.rows()[-1] for found in whole] == [["Repost", "nihil"]]
    prose = page_of(put("Kegiatan berjalan baik selama tiga bulan", 10, 60), number=2)
    assert [found.height for found in stitch([(page_of([]), [upper]), (prose, [])])] == [4]
