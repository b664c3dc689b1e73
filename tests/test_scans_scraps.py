"""What is left of upright rules on scanned pages."""

import pytest

from extractors.geometry import Rule, Word
from extractors.scans.scraps import without_scraps


@pytest.mark.parametrize(("left", "width", "kept"), [(489.6, 1.1, False), (489.6, 4.0, True), (493.0, 1.1, True)])
def test_a_thin_stroke_right_beside_a_rule_is_a_scrap_of_it(left: float, width: float, kept: bool) -> None:
    words = [Word("1", left, 630, left + width, 640, size=10), Word("132", 512, 630, 524, 640, size=10)]
    found = without_scraps(words, [Rule(488.6, 567, 488.6, 721), Rule(60, 640, 547, 640)])
    assert found == (words if kept else words[1:])
