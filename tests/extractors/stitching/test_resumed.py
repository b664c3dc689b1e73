"""Recaps over page breaks where a group's title stands between the pages' tables."""

from extractors.geometry import Page
from extractors.stitching.headless import with_known_headings, with_whole_titles, without_column_numbers
from extractors.stitching.resumed import resumed
from extractors.vocabulary import load
from tests.support.drawing import page_of, put
from tests.support.making import table

VOCABULARY = load()
HEAD = [["No", "Jenis Konten", "IG", "FB"], ["Bulan Mei", None, None, None]]
ROWS: list[list[str | None]] = [["1.", "Berita", "7", "8"], ["2.", "Repost", "1", "-"]]


def pages(below: str = "", above: str = "") -> dict[int, Page]:
    first = put(below, 60, 700) if below else []
    second = put(above, 60, -5) if above else []
    return {1: page_of(first, number=1), 2: page_of(second, number=2)}


def test_a_title_above_or_below_the_break_heads_the_rows_after_it() -> None:
    before, after = table([*HEAD, *ROWS]), table(ROWS, page=2)
    for pair in (pages(below="Bulan Juni"), pages(above="Bulan Juni")):
        whole = resumed(before, after, pair, VOCABULARY)
        assert whole is not None and [row[0] for row in whole.rows()][2:] == ["1.", "2.", "Bulan Juni", "1.", "2."]
    assert resumed(before, after, pages(), VOCABULARY) is not None


def test_prose_or_a_heading_between_parts_two_recaps() -> None:
    before, after = table([*HEAD, *ROWS]), table(ROWS, page=2)
    assert resumed(before, after, pages(above="Rekapitulasi kegiatan lain"), VOCABULARY) is None
    assert resumed(before, table([*HEAD, *ROWS], page=2), pages(), VOCABULARY) is None


def test_column_numbers_in_the_headings_are_taken_off_but_no_weeks() -> None:
    numbered = without_column_numbers(table([["Konten 1", "X (2)", "IG\n3"], ["Berita", "7", "8"]]))
    assert numbered.rows()[0] == ["Konten", "X", "IG"]
    grouped = table([["No (1)", "Konten (2)", "Mei", None], ["^", "^", "IG (3)", "FB (4)"], ["1", "Berita", "7", "8"]])
    assert without_column_numbers(grouped).rows()[:2] == [["No", "Konten", "Mei", ""], ["", "", "IG", "FB"]]
    weeks = table([["Konten", "Minggu 1", "Minggu 2", "Minggu 3"], ["Berita", "7", "8", "9"]])
    assert without_column_numbers(weeks) == weeks
    upright = without_column_numbers(table([["Konten 1", "2 YT", "3 Tik\nTok"], ["Berita", "7", "8"]]))
    assert upright.rows()[0] == ["Konten", "YT", "Tik Tok"]


def test_a_caption_with_wide_spaces_is_no_heading() -> None:
    recap = table([["Konten", "IG", "FB"], *(row[1:] for row in ROWS)], method="stream")
    words = put("Bulan Oktober 2023", 60, -5, space=0.45)
    assert with_known_headings(recap, page_of(words), VOCABULARY) == recap


def test_column_numbers_between_a_heading_and_its_rows_do_not_part_them() -> None:
    body = table([["1.", "Foto Berita", "7", "8"], ["2.", "Repost", "1", "2"]], method="stream")
    words = [
        *put("No", 5, -22),
        *put("Jenis Konten", 105, -22),
        *put("Instagram", 205, -22),
        *put("Facebook", 305, -22),
    ]
    words += [word for n in range(4) for word in put(f"({n + 1})", 10 + 100 * n, -8)]
    headed = with_known_headings(body, page_of(words), VOCABULARY)
    assert headed.rows()[0] == ["No", "Jenis Konten", "Instagram", "Facebook"]
    bare = page_of(words[-4:])
    assert with_known_headings(body, bare, VOCABULARY) == body


def test_a_title_of_rows_that_the_columns_cut_is_whole() -> None:
    cut = table([["No", "Konten", "IG"], ["Bulan", "Juli", ""], ["1", "Foto Berita", "5"], ["2", "Bulan", "Juli"]])
    assert with_whole_titles(cut).rows() == [
        ["No", "Konten", "IG"],
        ["Bulan Juli", "", ""],
        ["1", "Foto Berita", "5"],
        ["2", "Bulan", "Juli"],
    ]


def test_a_title_of_a_week_and_a_month_is_whole_wherever_the_columns_cut_it() -> None:
    cut = table([["No", "Konten", "IG"], ["Minggu II Bulan", "April", ""], ["1", "Foto Berita", "5"]])
    assert with_whole_titles(cut).rows()[1] == ["Minggu II Bulan April", "", ""]
    figures = table([["Minggu", "IG", "FB"], ["Minggu II", "7", ""]])
    assert with_whole_titles(figures) == figures


def test_a_sign_for_number_has_its_column_number_beside_it() -> None:
    numbered = without_column_numbers(table([["# 1", "Konten 2", "IG 3"], ["1", "Berita", "7"]]))
    assert numbered.rows()[0] == ["#", "Konten", "IG"]
