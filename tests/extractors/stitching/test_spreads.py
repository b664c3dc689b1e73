"""Tables that a printed workbook cuts into pages side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.geometry import Page, Table
from extractors.grids import find_tables
from extractors.stitching.spreads import tables_by_page
from extractors.stitching.stitch import stitch
from tests.support.drawing import grid_rules, page_of, put

HEIGHTS = [100, 120, 150, 170, 215, 240]
LEFT, RIGHT, THIRD = [50, 80, 200, 400], [50, 300], [50, 140, 220]


def sheet(number: int, xs: Sequence[float], rows: Sequence[Sequence[str]], title: str = "", down: float = 0) -> Page:
    """A page with one ruled table, and a title above it."""
    ys = [y + down for y in HEIGHTS[: len(rows) + 1]]
    words = put(title, xs[0] + 30, 90) if title else []
    for y, row in zip(ys, rows, strict=False):
        for x, text in zip(xs, row, strict=False):
            words += put(text, x + 4, y + 12)
    return page_of(words, grid_rules(xs, ys), number=number)


def left(number: int, first: int = 1, count: int = 4, heading: bool = True) -> Page:
    rows = [[f"{n}.", f"{n} April 2024", "Instagram"] for n in range(first, first + count)]
    return sheet(number, LEFT, [["No", "Tanggal", "Media"], *rows] if heading else rows)


def right(number: int, first: int = 1, count: int = 4, heading: bool = True, down: float = 0) -> Page:
    rows = [[f"Jadwal tahapan {n}"] for n in range(first, first + count)]
    return sheet(number, RIGHT, [["Informasi"], *rows] if heading else rows, down=down)


def read(*pages: Page) -> list[Table]:
    return stitch(tables_by_page(pages, find_tables))


def test_the_right_half_on_the_next_page_stands_beside_its_left_one() -> None:
    (whole,) = read(left(1), right(2))
    assert whole.rows()[0] == ["No", "Tanggal", "Media", "Informasi"]
    assert whole.rows()[3] == ["3.", "3 April 2024", "Instagram", "Jadwal tahapan 3"]


def test_each_cell_has_its_place_on_its_own_page() -> None:
    (whole,) = read(left(1), right(2))
    cell = next(cell for cell in whole.cells if cell.text == "Jadwal tahapan 2")
    assert cell.page == 2 and [round(x) for x in cell.box] == [50, 150, 300, 170]
    assert {cell.page for cell in whole.cells if cell.col < 3} == {1} and whole.pages == (1, 2)


def test_all_left_halves_may_come_before_all_right_ones() -> None:
    (whole,) = read(
        left(1), left(2, first=5, heading=False, count=3), right(3), right(4, first=5, heading=False, count=3)
    )
    assert [row[3] for row in whole.rows()[1:]] == [f"Jadwal tahapan {n}" for n in range(1, 8)]


def test_the_last_right_halves_may_be_empty_and_not_printed() -> None:
    lefts = [left(1), left(2, first=5, heading=False), left(3, first=9, heading=False, count=3)]
    whole, rest = read(*lefts, right(4), right(5, first=5, heading=False))
    assert [row[3] for row in whole.rows()[1:]] == [f"Jadwal tahapan {n}" for n in range(1, 9)]
    assert rest.width == 3 and rest.pages == (3,)


def test_a_table_may_be_three_pages_wide() -> None:
    third = sheet(3, THIRD, [["FB", "X"], *([str(n), str(n * n)] for n in (5, 9, 2, 4))])
    (whole,) = read(left(1), right(2), third)
    assert whole.rows()[1] == ["1.", "1 April 2024", "Instagram", "Jadwal tahapan 1", "5", "25"]
    assert {cell.page for cell in whole.cells if cell.col > 3} == {3}


def test_a_title_cut_in_two_stands_over_both_halves() -> None:
    ours = sheet(
        1, LEFT, [["No", "Tanggal", "Media"], *([f"{n}.", "2 Mei 2024", "IG"] for n in (1, 2, 3))], "Informasi"
    )
    theirs = sheet(2, RIGHT, [["Topik"], *([f"Kirab {n}"] for n in (1, 2, 3))], "Bulan Mei")
    assert read(ours, theirs)[0].width == 4


def test_rows_at_other_heights_are_no_right_half() -> None:
    assert read(left(1), right(2, down=8))[0].width == 3


def test_a_table_that_goes_on_or_counts_its_own_rows_is_no_right_half() -> None:
    assert [table.width for table in read(left(1), left(2, first=5, heading=False, count=4))] == [3]
    other = sheet(2, [50, 90, 300], [["No", "Kegiatan"], *([f"{n}.", "Rapat"] for n in (1, 2, 3, 4))])
    assert [table.width for table in read(left(1), other)] == [3, 2]


def test_a_text_of_its_own_over_the_table_makes_it_no_right_half() -> None:
    theirs = sheet(2, RIGHT, [["Informasi"], *([f"Kirab {n}"] for n in (1, 2, 3, 4))], "Lampiran")
    assert read(left(1), theirs)[0].width == 3


def test_what_stands_below_a_right_half_stays_on_its_page() -> None:
    theirs = right(2)
    below = replace(theirs, words=(*theirs.words, *put("Evaluasi", 54, 260)))
    assert read(left(1), below)[0].width == 4


def test_a_name_that_the_cut_runs_through_stands_once() -> None:
    """It is written on both pages, of which each shows its part."""
    ours = [["No", "Konten", "IG"], *([f"{n}.", f"Meme {n}", "4"] for n in (1, 2, 3))]
    theirs = [[""], *(["7"] for _ in (1, 2, 3))]
    one, other = sheet(1, LEFT, ours), sheet(2, RIGHT, theirs)
    one = replace(one, words=(*one.words, *put("Facebook", 396, 112)))
    other = replace(other, words=(*other.words, *put("Facebook", 46, 112)))
    (whole,) = read(one, other)
    assert whole.rows()[0][2:] == ["IG", "Facebook"]


def test_another_table_below_a_right_half_is_none_and_stays_on_its_page() -> None:
    theirs, ys = right(2), [300, 320, 340]
    words = [w for y in ys[:-1] for x in (50, 200) for w in put(f"Rekap {y}", x + 4, y + 12)]
    below = replace(theirs, words=(*theirs.words, *words), rules=(*theirs.rules, *grid_rules([50, 200, 300], ys)))
    assert [(table.width, table.pages) for table in read(left(1), below)] == [(4, (1, 2)), (2, (2,))]
