from dataclasses import replace
from itertools import pairwise

import pytest

from extractors.doubts.frayed import beside_lines, runs_on
from extractors.geometry import Fill, Page, Rule
from extractors.meaning.columns import Columns
from extractors.normalise.unread import unread
from extractors.parts import Parts, ReportTable, _below, _below_titles, take_apart
from extractors.structure.captions import _caption
from extractors.structure.flow import Line
from extractors.structure.headings import tables_between_headings
from extractors.structure.section import Section
from extractors.vocabulary import load
from tests.support.drawing import level, page_of, put, upright
from tests.support.making import line, table

WHERE = (0.0, 0.0, 0.0, 0.0)


def test_a_line_in_columns_on_the_next_page_shows_that_the_last_row_runs_on() -> None:
    whole = table([["No", "Kegiatan", "Mitra"], ["1", "Rapat", "Karang"]], method="stream")
    first, second = line("Boyan", x0=110, page=2, size=8), line("Tanjung", x0=210, page=2, size=8)
    cut = Line((*first.words, *second.words), 2)
    page = Page(1, 595, 842)
    assert runs_on(whole, cut, page)
    assert not runs_on(whole, line("Boyan Tanjung adalah nama", x0=72, page=2), page)
    ruled, closed = table([["1", "Rapat", "Karang"]]), replace(page, rules=(Rule(0, 20, 300, 20),))
    assert runs_on(ruled, cut, page)
    assert not runs_on(ruled, cut, closed)


def test_the_only_text_in_a_tables_last_row_is_the_caption_of_the_next() -> None:
    before = table([["No", "Konten", "IG"], ["1", "Berita", "7"], ["", "b. FACEBOOK", None]])
    assert _caption([before], WHERE, []) == ["b. FACEBOOK"]
    assert _caption([table([["No", "Konten", "IG"], ["1", "Berita", "7"]])], WHERE, []) == []


def test_of_a_line_over_two_tables_each_has_what_stands_over_it() -> None:
    left, right = table([["Konten", "Posting"]]), table([["Video", "7"]])
    over = Line((*line("Instagram", x0=10).words, *line("TikTok", x0=260).words), 1)
    assert _caption([over, left], (250, 120, 450, 140), [left]) == ["TikTok"]
    assert _caption([over], (0, 120, 200, 140), [right]) == ["Instagram"]


@pytest.mark.parametrize(
    ("title", "bold", "size"),
    [
        ("Kemitraan Antarlembaga", True, 10),
        ("4) Kemitraan Antarlembaga", False, 10),
        ("Rekapitulasi: Konten per Minggu", False, 11),
    ],
)
def test_a_title_over_names_of_columns_parts_two_tables(title: str, bold: bool, size: float) -> None:
    words = [
        w
        for n in range(4)
        for w in (*put("Berita", 60, 60 + 16 * n), *put("7", 200, 60 + 16 * n), *put("8", 260, 60 + 16 * n))
    ]
    words += put(title, 60, 140, size, bold)
    words += [
        w
        for x, name in ((60, "No"), (100, "Tanggal"), (200, "Uraian"), (400, "Peserta"))
        for w in put(name, x, 158, bold=True)
    ]
    for n in (1, 2, 3):
        row = ((60, f"{n}."), (100, f"{n} Mei 2025"), (200, "Rapat"), (400, "Camat"))
        words += [w for x, text in row for w in put(text, x, 158 + 16 * n)]
    assert [found.width for found in tables_between_headings(page_of(words), load())] == [3, 4]


def test_a_bold_name_between_uprights_drawn_row_by_row_parts_no_table() -> None:
    edges, ys = (50, 150, 250, 350), (50, 66, 82, 98, 114)
    heads = [
        ("Instagram", 200, 62),
        ("Facebook", 300, 62),
        ("Jenis Konten", 60, 70),
        ("Jumlah", 200, 78),
        ("Total", 300, 78),
    ]
    words = [w for text, x, top in heads for w in put(text, x, top, bold=True)]
    words += [w for top in (94, 110) for text, x in (("Berita", 60), ("7", 200), ("8", 300)) for w in put(text, x, top)]
    rules = [*(level(y, 150 if y == 66 else 50, 350) for y in ys)]
    rules += [upright(x, a, b) for x in edges for a, b in pairwise(ys)]
    (found,) = tables_between_headings(page_of(words, rules), load())
    assert "Instagram" in str(found.rows())


def test_what_stands_over_the_title_of_a_part_is_no_heading_of_the_table_below_it() -> None:
    over = [line("Instagram dan Website"), line("III. Rekapitulasi Media Sosial"), line("Konten IG FB")]
    assert _below_titles(over, load()) == over[2:]


def test_the_rows_of_the_table_before_are_no_headings_of_the_next() -> None:
    row, name = line("Jumlah 45 24", top=25), line("IG FB", top=50)
    assert _below(table([["Jenis", "IG"], ["Jumlah", "45"]]), [row, name]) == [name]
    assert _below(None, [row, name]) == [row, name]


def test_a_table_without_headings_is_about_what_its_part_is() -> None:
    rows = [("1.", "4 April 2024", "Audiensi anggaran", "Radio Volare"), ("2.", "5 April 2024", "Rapat kerja", "TVRI")]
    edges, ys = (50, 80, 180, 350, 500), (80, 100, 120)
    words = put("A. Pemerintah", 50, 60, bold=True)
    for n, row in enumerate(rows):
        words += [w for x, text in zip(edges, row, strict=False) for w in put(text, x + 4, 94 + 20 * n)]
    rules = [*(level(y, 50, 500) for y in ys), *(upright(x, 80, 120) for x in edges)]
    (part,) = take_apart([page_of(words, rules)], load()).tables
    assert (part.columns.kind, part.columns.col("venue")) == ("activities", 3)


def test_a_numbered_bold_heading_in_other_words_parts_a_table_from_what_follows() -> None:
    words = [
        w
        for n in range(4)
        for w in (*put("Berita", 60, 60 + 16 * n), *put("7", 200, 60 + 16 * n), *put("8", 260, 60 + 16 * n))
    ]
    heading = put("C. Pelaksanaan Koordinasi dan Kerja Sama dengan Stakeholder", 60, 124, bold=True)
    (found,) = tables_between_headings(page_of([*words, *heading, *put("isi", 60, 140)]), load())
    assert found.height == 4


def test_a_centred_plain_title_of_a_part_over_names_of_columns_parts_two_tables() -> None:
    rows = [((60, f"{n}."), (100, "Kelas demokrasi"), (300, "Radio")) for n in range(1, 5)]
    words = [w for n, row in enumerate(rows) for x, text in row for w in put(text, x, 60 + 16 * n)]
    words += put("Data Informasi Kepemiluan yang disebarluaskan", 140, 136)
    names = ((60, "No"), (100, "Tanggal"), (200, "Informasi"), (400, "Media"))
    words += [w for x, name in names for w in put(name, x, 152)]
    for n in (1, 2, 3):
        row = ((60, f"{n}."), (100, f"{n} Mei 2025"), (200, "Rapat"), (400, "Radio"))
        words += [w for x, text in row for w in put(text, x, 152 + 16 * n)]
    assert [found.width for found in tables_between_headings(page_of(words), load())] == [3, 4]


def test_a_line_that_reaches_into_a_table_without_rules_leaves_its_last_row_frayed() -> None:
    whole = table([["No", "Kegiatan", "Tempat"], ["1", "Rapat", "Balai Desa di"]], method="stream")
    assert list(beside_lines(whole, [line("Tempunak", top=34, x0=220, size=11)])) == [1]
    assert list(beside_lines(whole, [line("Tempunak", top=80, x0=220, size=11)])) == []


def test_a_month_in_bold_over_figures_with_their_unit_parts_no_table() -> None:
    names = ((60, "No"), (100, "Konten"), (200, "IG"), (300, "FB"))
    words = [w for x, name in names for w in put(name, x, 60, bold=True)]
    for month in (0, 1):
        words += put(f"Bulan {('Mei', 'Juni')[month]}", 60, 76 + 48 * month, bold=True)
        for n in (1, 2):
            row = ((60, f"{n}."), (100, "Berita"), (200, "7 postingan"), (300, "8 postingan"))
            words += [w for x, text in row for w in put(text, x, 76 + 48 * month + 16 * n)]
    assert [found.height for found in tables_between_headings(page_of(words), load())] == [7]


def test_a_month_in_bold_over_figures_above_their_units_parts_no_table() -> None:
    columns = ((60, "No"), (100, "Konten"), (240, "IG"), (300, "FB"), (360, "Web"))
    words = [w for x, name in columns for w in put(name, x, 60, bold=True)]
    for month in (0, 1):
        words += put(f"Bulan {('Mei', 'Juni')[month]}", 60, 76 + 128 * month, bold=True)
        for n, name in enumerate(("Berita Foto", "Reels", "Podcast", "Kuis"), 1):
            base = 64 + 128 * month + 28 * n
            words += [*put(f"{n}.", 60, base), *put(name, 100, base)]
            words += [w for x, _ in columns[2:] for w in (*put("7", x, base), *put("postingan", x - 10, base + 11))]
    (found,) = tables_between_headings(page_of(words), load())
    assert [row[-1] for row in found.rows() if row[-1]] == ["Web", *["7 postingan"] * 8]


def test_a_sector_over_names_of_one_and_of_three_lines_parts_two_tables() -> None:
    """A narrow column breaks 'Nomor'; the other names stand level with its second line."""
    words = [*put("B.", 78, 180, bold=True), *put("Stakeholder Non Pemerintah", 100, 180, bold=True)]
    for top in (100, 200):
        words += [w for n, part in enumerate(("No", "mo", "r")) for w in put(part, 62, top + 12 * n, bold=True)]
        names = ((100, "Hari/Tanggal"), (200, "Uraian"), (300, "Lokasi Kegiatan"))
        words += [w for x, name in names for w in put(name, x, top + 12, bold=True)]
        for n in (1, 2):
            row = ((62, f"{n}."), (100, f"{n} Mei 2025"), (200, "Rapat"), (300, "Aula"))
            words += [w for x, text in row for w in put(text, x, top + 28 + 14 * n)]
    texts = [cell.text for found in tables_between_headings(page_of(words), load()) for cell in found.cells]
    assert texts.count("Lokasi Kegiatan") == 2 and not any("Stakeholder" in text for text in texts)


def test_the_bar_behind_a_heading_is_no_rule_of_the_table_below_it() -> None:
    words = put("4. Rekapitulasi Media Sosial", 60, 100, bold=True)
    words += [
        w
        for x, name in ((60, "Nomor"), (100, "Jenis"), (220, "Instagram"), (300, "Twitter"))
        for w in put(name, x, 126)
    ]
    for n in range(1, 5):
        row = ((64, f"{n}."), (100, "Reels"), (240, "107"), (310, "66"))
        words += [w for x, text in row for w in put(text, x, 126 + 16 * n)]
    fills = [Fill((55, top, 360, top + height), 0.2) for top, height in ((86, 22), (114, 16), (146, 16), (178, 16))]
    (found,) = tables_between_headings(page_of(words, fills=fills), load())
    assert found.rows()[0] == ["Nomor", "Jenis", "Instagram", "Twitter"]


def test_a_bar_beside_a_heading_is_no_grid() -> None:
    words = [*put("Beranda", 50, 40), *put("Laporan", 120, 40), *put("Unduhan", 200, 40)]
    words += [*put("Dasar Hukum", 60, 64, bold=True), *put("1. UU 7", 120, 78), *put("Informasi", 60, 96, bold=True)]
    words += [w for x, name in ((50, "No"), (120, "Tanggal"), (200, "Informasi")) for w in put(name, x, 114, bold=True)]
    for n in (1, 2, 3):
        words += [w for x, t in ((50, f"{n}"), (120, f"{n} Mei 2025"), (200, "Rapat")) for w in put(t, x, 114 + 16 * n)]
    bars = [upright(54, 55, 68), upright(54, 87, 100)]
    (found,) = tables_between_headings(page_of(words, bars), load())
    assert found.rows()[0] == ["No", "Tanggal", "Informasi"]


def test_rows_that_were_taken_for_the_heading_are_told() -> None:
    days = table([["Tanggal 2 April 2024 3 April 2024", "Kegiatan Rapat Audiensi"], ["4 April 2024", "Coklit"]])
    part = ReportTable(
        days, Columns("activities", {"date": 0, "activity": 1}, 1), Section("coordination", (), 1, ()), ()
    )
    assert [text.text for text in unread(Parts((), (), (part,)))] == ["Tanggal 2 April 2024 3 April 2024"]
