"""Bullets that the detector of lines leaves out."""

from __future__ import annotations

import cv2
import numpy as np

from extractors.scans.bullets import find_bullets
from extractors.scans.reader import Glyph, Line
from extractors.scans.strips import Strip
from extractors.scans.strokes import Strokes


def test_dots_below_each_other_before_lines_are_bullets_and_a_lone_one_is_dirt() -> None:
    ink = np.zeros((400, 600), np.uint8)
    for x, y in ((60, 105), (61, 205), (300, 305), (60, 355)):
        cv2.circle(ink, (x, y), 4, (255,), -1)
    lines = [Line(Strip(100, y, 500, y + 24), (Glyph("K", 0.5, 1.0),)) for y in (92, 142, 192, 292)]
    nothing = np.zeros_like(ink)
    found = find_bullets(ink, lines, Strokes((), (), nothing, nothing, nothing), (), 2.5)
    assert [(line.text, line.strip.middle) for line in found] == [("•", 105.5), ("•", 205.5)]
