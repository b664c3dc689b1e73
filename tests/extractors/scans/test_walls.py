"""Columns of tables without upright rules."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from extractors.geometry import Fill, Rule, Word
from extractors.scans.bars import find_bars, inverted
from extractors.scans.shades import find_shades, flattened
from extractors.scans.walls import walls

BAR = Fill((60, 100, 520, 118), 0.2)
LINES = [Rule(58, y, 523, y) for y in (140, 170, 200)]


def row(top: float, *cells: tuple[float, str]) -> list[Word]:
    """Words of 5 points a letter, from the left edge of each cell."""
    words = []
    for left, text in cells:
        x = left
        for part in text.split():
            words.append(Word(part, x, top, x + 5 * len(part), top + 10))
            x += 5 * len(part) + 3
    return words


WORDS = [
    *row(104, (64, "No"), (90, "Tanggal"), (150, "Jenis Informasi"), (400, "Media")),
    *row(125, (64, "1"), (90, "2 Apr 2024"), (150, "Selamat Hari Raya Idul Fitri tahun ini"), (400, "Instagram")),
    *row(155, (64, "12"), (90, "15 Apr"), (150, "Pelantikan PPS"), (400, "WA Grup Bakohumas")),
    *row(185, (64, "13"), (90, "16 Apr"), (150, "Kenali petugas"), (400, "Facebook")),
]


def split(rules: list[Rule]) -> tuple[list[Rule], list[Rule]]:
    return [r for r in rules if r.horizontal], [r for r in rules if not r.horizontal]


def test_walls_stand_in_the_blank_between_headings() -> None:
    level, found = split(walls([BAR], LINES, WORDS))
    assert [rule.top for rule in level] == [100, 118]
    assert [(rule.top, rule.bottom) for rule in found] == [(100, 200)] * 5
    places = [rule.x0 for rule in found]
    assert places[0] == 60 and places[-1] == 520
    assert 74 < places[1] < 90 and 133 < places[2] < 150 and 331 < places[3] < 400


def test_no_wall_runs_through_words() -> None:
    wide = [*WORDS, *row(185, (90, "Setiap bulan selama triwulan"))]
    assert len(split(walls([BAR], LINES, wide))[1]) == 4


def test_drawn_columns_and_bars_without_rows_need_no_walls() -> None:
    assert walls([BAR], [*LINES, Rule(140, 100, 140, 200)], WORDS) == []
    assert walls([BAR], [Rule(58, 140, 300, 140)], WORDS) == []


@pytest.mark.parametrize(
    ("start", "texts", "whole"),
    [(76.0, [], True), (83.0, [], False), (76.0, row(165, (64, "1")), False), (300.0, [], False)],
)
def test_a_rule_that_fades_within_a_column_goes_on_to_the_edge(start: float, texts: list[Word], whole: bool) -> None:
    """Not one that ends where a column does or passes a text, nor a short stroke; a wall stands at 82."""
    faded = [LINES[0], Rule(start, 170, 523, 170), LINES[2]]
    level, _ = split(walls([BAR], faded, [word for word in WORDS if word.top != 155] + texts))
    assert (Rule(60, 170, 520, 170) in level) == whole


def test_a_stamp_over_the_end_of_a_bar_makes_it_no_longer_than_its_rows() -> None:
    longer = Fill((60, 100, 545, 118), 0.2)
    rules = [Rule(58, y, 519, y) for y in (140, 170, 200)]
    assert walls([longer], rules, WORDS) == walls([Fill((60, 100, 519, 118), 0.2)], rules, WORDS) != []


def test_stripes_as_wide_as_the_bar_are_rows_though_a_stamp_parts_them() -> None:
    stripes = [Fill((61, 140, 519, 170), 0.94), Fill((60, 200, 250, 229), 0.94), Fill((260, 201, 520, 230), 0.94)]
    level, found = split(walls([BAR], [], [*WORDS, *row(205, (64, "14"), (90, "17 Apr"))], stripes))
    assert [rule.top for rule in level] == [100, 118, 140, 170, 200, 229]
    assert len(found) == 5 and all(rule.bottom == 229 for rule in found)
    assert not walls([BAR], [], WORDS, [Fill((60, 140, 250, 170), 0.94)])


@pytest.mark.parametrize(
    ("below", "end"),
    [
        ([*row(206, (64, "14"), (90, "17 Apr"), (150, "Selamat")), *row(218, (150, "tahun"))], 229),
        (row(206, (64, "14"), (90, "17 Apr")), 200),
        (row(206, (64, "C."), (90, "Aktivitas"), (150, "Bakohumas")), 200),
        (row(226, (64, "14"), (90, "17 Apr"), (150, "Selamat")), 200),
    ],
)
def test_a_row_right_below_the_last_rule_whose_own_is_too_pale_is_of_the_table(below: list[Word], end: float) -> None:
    _, found = split(walls([BAR], LINES, [*WORDS, *below]))
    assert {rule.bottom for rule in found} == {end}


def test_a_page_without_bars_has_no_walls() -> None:
    assert walls([], LINES, WORDS) == []


def test_each_bar_has_its_own_columns() -> None:
    other = Fill((60, 260, 520, 278), 0.2)
    _, found = split(
        walls(
            [BAR, other],
            [*LINES, Rule(58, 259, 523, 259), Rule(58, 300, 523, 300)],
            [*WORDS, *row(264, (64, "No"), (300, "Kanal"))],
        )
    )
    assert [(rule.top, rule.bottom) for rule in found] == [(100, 200)] * 5 + [(260, 300)] * 3


def test_pale_letters_on_a_dark_bar_become_dark_letters_on_white() -> None:
    page = np.full((600, 800), 245, np.uint8)
    page[100:140, 80:720] = 60
    page[112:128, 100:110] = 240
    (bar,) = find_bars(page, [], 2.0)
    assert bar.box == pytest.approx((40, 50, 360, 70), abs=1.5)
    plain = inverted(page, [bar], 2.0)
    assert plain[120, 105] < 60 and plain[120, 400] > 230


def test_the_grain_of_a_bar_is_no_writing() -> None:
    grain = np.random.default_rng(1).normal(110, 25, (40, 640))
    page = np.full((600, 800), 245, np.uint8)
    page[100:140, 80:720] = np.clip(grain, 0, 255).astype(np.uint8)
    page[112:128, 100:110] = 240
    plain = inverted(page, [Fill((40, 50, 360, 70), 0.4)], 2.0)
    assert (plain[104:136, 120:700] < 200).mean() < 0.03 and plain[112:128, 100:110].max() < 60


def test_a_line_of_text_right_below_a_bar_is_none_of_it() -> None:
    page = np.full((600, 800), 245, np.uint8)
    page[100:136, 80:720] = 60
    page[142:156, 100:400] = 90
    (bar,) = find_bars(page, [], 2.0)
    assert bar.box == pytest.approx((40, 50, 360, 68), abs=1.5)


def test_a_bar_that_is_paler_in_parts_is_one() -> None:
    page = np.full((600, 800), 245, np.uint8)
    page[100:136, 80:720] = 120
    page[100:136, 300:400] = 165
    page[110:126, 120:130] = 240
    (bar,) = find_bars(page, [], 2.0)
    assert bar.box == pytest.approx((40, 50, 360, 68), abs=1.5)


def test_a_bar_in_uneven_light_is_one() -> None:
    page = np.full((600, 800), 245, np.uint8)
    page[100:136, 80:720] = 165
    page[100:136, 80:200] = 130
    page[110:126, 110:120] = page[110:126, 130:140] = page[110:126, 150:160] = 240
    (bar,) = find_bars(page, [], 2.0)
    assert bar.box == pytest.approx((40, 50, 360, 68), abs=1.5)


def test_bold_text_is_no_bar() -> None:
    page = np.full((600, 800), 245, np.uint8)
    cv2.putText(page, "LAPORAN TRIWULAN", (60, 200), cv2.FONT_HERSHEY_TRIPLEX, 1.4, (30,), 5, cv2.LINE_AA)
    assert find_bars(page, [], 2.0) == []


def test_two_lines_of_dense_type_are_no_bar() -> None:
    page = np.full((600, 800), 200, np.uint8)
    page[200:222, 300:380] = page[228:250, 300:380] = 40
    assert find_bars(page, [], 2.0) == []


def test_dark_letters_on_grey_are_no_bar() -> None:
    page = np.full((600, 800), 245, np.uint8)
    page[100:140, 80:720] = 178
    page[112:128, 100:200] = 30
    assert find_bars(page, [], 2.0) == []


def test_shades_behind_writing_are_found_and_made_as_bright_as_paper() -> None:
    page = np.full((600, 800), 245, np.uint8)
    page[100:140, 80:400], page[100:140, 404:720], page[140:180, 80:720] = 184, 184, 215
    page[112:128, 100:106] = page[150:166, 300:306] = 30
    shades = find_shades(page, [], 2.0)
    assert [fill.shade for fill in shades] == pytest.approx([0.75, 0.75, 0.88], abs=0.02)
    assert shades[2].box == pytest.approx((40, 70, 360, 90), abs=2.5)
    plain = flattened(page, shades, 2.0)
    assert plain[120, 200] > 240 and plain[160, 200] > 240 and plain[120, 103] < 60
    assert find_shades(np.full((600, 800), 245, np.uint8), [], 2.0) == []
