"""White rules between shaded cells on scanned pages."""

import numpy as np

from extractors.geometry import Rule
from extractors.scans.white_rules import white_rules, without_their_edges


def bands(rule: int) -> np.ndarray:
    """A page at 2 pixels a point with a table of shaded rows, white rules of `rule` pixels, and lines of writing."""
    page = np.full((1000, 1200), 243, np.uint8)
    page[200:800, 200:1000] = 228
    for top in range(200, 800, 120):
        page[top : top + 60, 200:1000] = 214
    for y in range(200, 801, 60):
        page[y : y + rule, 200:1000] = 243
        page[y + 12 : y + 24, 240:380:6] = 90
        page[y + 34 : y + 46, 240:380:6] = 90
    for x in (200, 400, 700, 1000):
        page[200:800, x : x + rule] = 243
    return np.clip(page + np.random.default_rng(1).normal(0, 4, page.shape), 0, 255).astype(np.uint8)


def test_white_rules_between_shaded_cells_are_rules() -> None:
    found = white_rules(bands(3), [], 2.0)
    assert {round(rule.x0 / 10) for rule in found if not rule.horizontal} == {10, 20, 35, 50}
    assert {round(rule.top / 10) for rule in found if rule.horizontal} == set(range(10, 41, 3))


def test_what_is_bright_between_words_of_a_row_or_two_is_none() -> None:
    page = bands(3)
    page[620:680, 540:544] = 243
    page[380:440, 540:544] = 243  # and of another with the same words
    assert 27 not in {round(rule.x0 / 10) for rule in white_rules(page, [], 2.0) if not rule.horizontal}


def test_shades_without_white_rules_and_pictures_have_none() -> None:
    page = np.full((1000, 1200), 243, np.uint8)
    page[200:800, 200:1000] = 214
    assert white_rules(page, [], 2.0) == []
    assert white_rules(bands(3), [(180, 180, 1020, 820)], 2.0) == []


def test_dense_writing_is_no_shade() -> None:
    page = np.full((1000, 1200), 243, np.uint8)
    for y in range(200, 800, 12):
        page[y : y + 8, 200:1000] = 120
    for x in range(200, 1000, 12):
        page[200:800, x : x + 3] = 243
    for x in (400, 700):
        page[200:800, x : x + 8] = 243
    page[496:502, 200:1000] = 243
    assert white_rules(page, [], 2.0) == []


def test_an_edge_of_a_shade_along_a_white_rule_is_none() -> None:
    white, edge, far = Rule(60, 116, 540, 116), Rule(390, 118, 545, 118), Rule(60, 140, 540, 140)
    assert without_their_edges([edge, far], [white]) == [far]
