"""What is left of upright rules on scanned pages."""

from dataclasses import replace

import pytest

from extractors.geometry import Rule, Word
from extractors.scans.scraps import without_scraps


@pytest.mark.parametrize(
    ("left", "top", "width", "kept"),
    [(489.6, 630, 1.1, False), (489.6, 630, 4.0, True), (493.0, 630, 1.1, True), (489.6, 545, 1.1, False)],
)
def test_a_thin_stroke_right_beside_a_rule_is_a_scrap_of_it(left: float, top: float, width: float, kept: bool) -> None:
    words = [Word("1", left, top, left + width, top + 10, size=10), Word("132", 512, 630, 524, 640, size=10)]
    found = without_scraps(words, [Rule(488.6, 567, 488.6, 721), Rule(60, 640, 547, 640)])
    assert found == (words if kept else words[1:])


def test_a_word_read_twice_at_one_place_is_one() -> None:
    dash = Word("-", 200, 100, 204, 110, size=10, confidence=0.99)
    assert without_scraps([dash, replace(dash, confidence=0.8)], []) == [replace(dash, confidence=0.8)]
