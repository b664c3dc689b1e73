"""Sheets on desks, pages without writing, rules that letters seem to lengthen, and the share of the cores."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from extractors.geometry import Rule
from extractors.scans import read_scanned_page
from extractors.scans.holes import without_holes
from extractors.scans.overhang import without_overhangs
from extractors.scans.paper import find_sheet
from extractors.scans.streaks import without_streaks
from tests.support.scanned import scanned

CORNERS = np.array([[40, 30], [560, 50], [580, 760], [30, 780]])


def desk(shadow: float) -> np.ndarray[tuple[int, int], np.dtype[np.uint8]]:
    """A sheet on a desk, its light falling off by `shadow` towards one corner."""
    picture = np.full((800, 610), 45, np.uint8)
    cv2.fillConvexPoly(picture, CORNERS, (240,))
    x, y = np.meshgrid(np.linspace(0, 1, 610), np.linspace(0, 1, 800))
    return np.asarray(picture * (1 - shadow * (x * y) ** 3), dtype=np.uint8)


@pytest.mark.parametrize("shadow", [0.0, 0.55])
def test_a_sheet_is_found_along_its_sides_also_where_a_corner_lies_in_shadow(shadow: float) -> None:
    found = find_sheet(desk(shadow))
    assert found is not None
    assert np.abs(found - CORNERS).max() < 12


def test_a_sheet_whose_far_side_is_darker_than_the_desk_in_the_light_is_found_whole() -> None:
    picture = np.full((800, 610), 130, np.uint8)
    cv2.fillConvexPoly(picture, CORNERS, (240,))
    light = np.linspace(1, 0.5, 610)
    found = find_sheet(np.asarray(picture * light, dtype=np.uint8))
    assert found is not None
    assert np.abs(found - CORNERS).max() < 20


def test_a_shadow_across_a_sheet_cuts_off_none_of_it() -> None:
    x, y = np.meshgrid(np.linspace(0, 1, 610), np.linspace(0, 1, 800))
    light = 1 - 0.5 / (1 + np.exp((1.1 - x - 0.6 * y) * 18))
    found = find_sheet(
        np.asarray(cv2.fillConvexPoly(np.full((800, 610), 70, np.uint8), CORNERS, (220,)) * light, np.uint8)
    )
    assert found is not None
    assert np.abs(found - CORNERS).max() < 20


@pytest.mark.parametrize("shade", [0, 255])
def test_a_page_of_one_shade_has_no_words_and_a_dark_one_says_so(tmp_path: Path, shade: int) -> None:
    page = read_scanned_page(scanned(tmp_path / "polos.pdf", [np.full((1000, 760), shade, np.uint8)]), 1)
    assert page.words == () and page.rules == ()
    assert len(page.notes) == (shade == 0)


def test_a_letter_above_a_table_does_not_lengthen_its_rule() -> None:
    level = [Rule(0, 100, 90, 100), Rule(0, 200, 90, 200)]
    upright = [Rule(x, 100, x, 200) for x in (0, 60, 90)]
    cut = without_overhangs([*level, *upright, Rule(30, 86, 30, 200)])
    assert cut[-1] == Rule(30, 100, 30, 200)


def test_rules_that_end_at_an_upper_deck_or_go_on_over_the_page_stay() -> None:
    level = [Rule(0, 80, 90, 80), Rule(30, 100, 90, 100), Rule(0, 200, 90, 200)]
    upright = [Rule(0, 80, 0, 215), Rule(30, 80, 30, 215), Rule(50, 100, 50, 215), Rule(70, 100, 70, 215)]
    assert without_overhangs([*level, *upright]) == [*level, *upright]


def test_the_holes_of_a_binder_go_and_print_stays() -> None:
    page = np.full((400, 600), 245, np.uint8)
    cv2.circle(page, (40, 200), 16, (20,), -1)
    cv2.circle(page, (300, 200), 16, (20,), -1)
    page[100:120, 40:44] = 20
    clean = without_holes(page, 2.0)
    assert clean[200, 40] > 200 and clean[200, 300] == 20 and clean[110, 42] == 20


@pytest.mark.parametrize("shade", [60, 215])
def test_a_streak_from_edge_to_edge_is_gone_what_it_crosses_and_rules_stay(shade: int) -> None:
    page = np.asarray(np.clip(np.random.default_rng(3).normal(240, 4, (1000, 700)), 0, 255), dtype=np.uint8)
    page[200:800, 500:502] = 60
    for y in range(100, 900, 30):
        page[y : y + 12, 80:320:8] = 40
        page[y + 5 : y + 7, 80:320] = 40
    marked = page.copy()
    marked[:, 300:302] = np.minimum(marked[:, 300:302], shade)
    for clean in (without_streaks(marked, 2.0), without_streaks(np.ascontiguousarray(marked.T), 2.0).T):
        assert float(clean[20:90, 300:302].mean()) > 225
        assert (clean[105:107, 298:304] < 90).all()
        assert (clean[:, 500:502] == page[:, 500:502]).all()
