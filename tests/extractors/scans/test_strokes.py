"""Rules found by morphology in drawn pictures."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt
import pytest

from extractors.scans.pictures import find_pictures
from extractors.scans.strokes import Run, erase, find_strokes, join

SCALE = 2.5
Picture = npt.NDArray[np.uint8]


@pytest.fixture
def paper() -> Picture:
    noise = np.random.default_rng(5).normal(250, 3, (700, 900))
    return np.asarray(np.clip(noise, 0, 255), dtype=np.uint8)


def table(picture: Picture, shade: int = 60, thick: int = 2) -> Picture:
    for y in (100, 180, 260, 340):
        picture[y : y + thick, 100:800] = shade
    for x in (100, 300, 798):
        picture[100:342, x : x + thick] = shade
    return picture


def rules(picture: Picture) -> tuple[list[tuple[int, int, int]], list[tuple[int, int, int]]]:
    """(place, start, end) in pixels of the level and of the upright rules."""
    found = find_strokes(picture, (), SCALE).rules(SCALE)
    level = sorted((round(r.top * SCALE), round(r.x0 * SCALE), round(r.x1 * SCALE)) for r in found if r.horizontal)
    upright = sorted(
        (round(r.x0 * SCALE), round(r.top * SCALE), round(r.bottom * SCALE)) for r in found if not r.horizontal
    )
    return level, upright


@pytest.mark.parametrize(("shade", "thick"), [(60, 1), (60, 2), (120, 6), (215, 2)])
def test_dark_thick_and_pale_rules_are_found(paper: Picture, shade: int, thick: int) -> None:
    level, upright = rules(table(paper, shade, thick))
    assert [place for place, _, _ in level] == pytest.approx([100, 180, 260, 340], abs=thick)
    assert [place for place, _, _ in upright] == pytest.approx([100, 300, 798], abs=thick)
    for _, start, end in level:
        assert (start, end) == pytest.approx((100, 800), abs=6)


def test_a_broken_rule_is_whole(paper: Picture) -> None:
    drawn = table(paper)
    for x in (200, 350, 500, 640):
        drawn[98:104, x : x + 12] = 250
    level, _ = rules(drawn)
    assert level[0] == (pytest.approx(100, abs=2), pytest.approx(100, abs=3), pytest.approx(800, abs=3))


def test_black_and_white_rules_cast_no_ghosts() -> None:
    level, upright = rules(table(np.full((700, 900), 250, np.uint8), 0, 3))
    assert (len(level), len(upright)) == (4, 3)


def test_the_edge_of_a_shade_is_a_rule(paper: Picture) -> None:
    paper[200:260, 100:800] -= 14
    level, _ = rules(paper)
    assert [place for place, _, _ in level] == pytest.approx([200, 260], abs=3)


def test_a_double_stroke_is_one_rule(paper: Picture) -> None:
    paper[200:202, 100:800] = 50
    paper[204:206, 100:800] = 50
    level, _ = rules(paper)
    assert len(level) == 1


def test_letters_are_no_rules(paper: Picture) -> None:
    for line, text in enumerate(("Hotel Illini, Mimika TATA HIL", "rrnnmm illustrasi llil", "19811102 EFEF 11:11")):
        cv2.putText(paper, text, (60, 150 + 60 * line), cv2.FONT_HERSHEY_TRIPLEX, 1.1, 40, 2, cv2.LINE_AA)
    assert rules(paper) == ([], [])


def test_an_underline_is_erased_but_no_rule(paper: Picture) -> None:
    cv2.putText(paper, "Handayani", (100, 200), cv2.FONT_HERSHEY_TRIPLEX, 0.8, 40, 1, cv2.LINE_AA)
    paper[203:205, 100:235] = 40
    strokes = find_strokes(paper, (), SCALE)
    assert strokes.rules(SCALE) == ()
    clean = erase(paper, strokes, SCALE)
    assert (clean[204, 100:235] < 150).mean() < 0.2


def test_pictures_hold_no_rules_and_are_told_from_text(paper: Picture) -> None:
    paper[300:600, 200:600] = 110
    paper[400:402, 250:550] = 10
    cv2.putText(paper, "Foto kegiatan sosialisasi", (200, 200), cv2.FONT_HERSHEY_TRIPLEX, 1, 40, 2, cv2.LINE_AA)
    pictures = find_pictures(paper, SCALE)
    assert len(pictures) == 1
    assert pictures[0] == pytest.approx((200, 300, 600, 600), abs=20)
    assert find_strokes(paper, pictures, SCALE).rules(SCALE) == ()


def test_pieces_join_only_along_one_line() -> None:
    runs = (Run(0, 100, 200, 100), Run(210, 101, 400, 101), Run(405, 140, 600, 140), Run(900, 100, 990, 100))
    assert [(round(run.x0), round(run.x1)) for run in join(runs, SCALE)] == [(0, 400), (405, 600), (900, 990)]


def test_the_stems_of_figures_below_each_other_are_no_rule(paper: Picture) -> None:
    for y in range(100, 480, 35):
        paper[y : y + 2, 100:800] = 60
    for x in (100, 300, 798):
        paper[100:452, x : x + 2] = 60
    for y in range(108, 440, 35):
        paper[y : y + 20, 200:203] = 60
    _, upright = rules(paper)
    assert [place for place, _, _ in upright] == pytest.approx([100, 300, 798], abs=2)


def test_the_upright_rules_of_a_low_row_are_found_where_a_band_parts_it_from_the_others(paper: Picture) -> None:
    for y in (100, 130, 180, 260):
        paper[y : y + 2, 100:800] = 60
    for x in (100, 798):
        paper[100:262, x : x + 2] = 60
    paper[100:132, 300:302] = paper[180:262, 300:302] = 60
    paper[106:126, 500:503] = 60
    _, upright = rules(paper)
    assert [place for place, _, _ in upright] == pytest.approx([100, 301, 301, 798], abs=2)


def test_the_upright_rules_of_a_low_row_that_the_edge_of_the_page_cuts_stand_on_its_only_level_rule(
    paper: Picture,
) -> None:
    paper[130:132, 100:800] = 60
    for x in (100, 300, 798):
        paper[102:130, x : x + 2] = 60
    paper[108:130, 500:503] = 60
    _, upright = rules(paper)
    assert [place for place, _, _ in upright] == pytest.approx([100, 301, 798], abs=2)


def test_a_double_rule_is_erased_whole_and_what_crosses_it_stays(paper: Picture) -> None:
    paper[200:206, 100:800] = 120  # two faint strokes whose gap has filled up
    paper[199, 100:800] = paper[206, 100:800] = 190
    paper[180:230, 400:404] = 40
    clean = erase(paper, find_strokes(paper, (), SCALE), SCALE)
    assert (clean[197:209, 110:390] > 200).all()
    assert (clean[197:209, 401] < 100).all()
