"""Cells with ink that was not read as words."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import pytest

from extractors.scans.company import real_dashes
from extractors.scans.missed import is_dash
from extractors.scans.reader import Glyph, Line
from extractors.scans.runs import Run
from extractors.scans.strips import Strip
from extractors.scans.strokes import Strokes
from extractors.scans.unread import MARK, resolved, unread_cells

SCALE, PRINT = 2.0, 40.0


def table() -> Strokes:
    mask = np.zeros((120, 400), np.uint8)
    across, down = tuple(Run(0, y, 400, y) for y in (10, 50, 90)), tuple(Run(0, x, 100, x) for x in (5, 200, 395))
    return Strokes(across, down, mask, mask, mask)


def inked(shade: int) -> np.ndarray[tuple[int, int], np.dtype[np.uint8]]:
    """A page with a word in the first cell and a stroke of ink in the cell below."""
    page = np.full((120, 400), 250, np.uint8)
    page[20:36, 30:90] = 40
    page[68:72, 90:100] = shade
    return page


@pytest.mark.parametrize(("shade", "marked"), [(40, True), (200, False), (250, False)])
def test_a_cell_with_dark_ink_that_was_not_read_is_marked(shade: int, marked: bool) -> None:
    page = inked(shade)
    ink = np.asarray((page < 245) * 255, dtype=np.uint8)
    word = Line(Strip(26, 16, 94, 40), (Glyph("a", 0.5, 0.99),))
    found = unread_cells(page, ink, [word], table(), (), SCALE)
    assert [(line.text, line.strip.box[1] > 50) for line in found] == ([(MARK, True)] if marked else [])


def test_the_space_over_a_table_is_no_cell_though_upright_rules_stick_into_it() -> None:
    page = np.full((120, 400), 250, np.uint8)
    page[44:48, 90:100] = 40
    ink = np.asarray((page < 245) * 255, dtype=np.uint8)
    over = replace(table(), down=tuple(Run(43, x, 100, x) for x in (5, 200, 395)))
    assert unread_cells(page, ink, [], over, (), SCALE) == []


def test_a_mark_gives_way_to_the_dash_or_the_blank_that_another_view_shows() -> None:
    mark = Line(Strip(9, 54, 196, 86), (Glyph(MARK, 0.5, 0.0),))
    stained = inked(250)
    cv2.circle(stained, (100, 70), 12, (170,), 2)
    found = [resolved([mark], view, PRINT, SCALE)[0].text for view in (inked(40), stained, inked(250))]
    assert found == ["-", "", ""]


def test_specks_side_by_side_are_no_dash() -> None:
    ink = np.zeros((40, 60), np.uint8)
    ink[10:12, 20:32] = 255
    assert is_dash(ink, (20, 10, 32, 12), SCALE)
    ink[:, 22:30] = 0
    assert not is_dash(ink, (20, 10, 32, 12), SCALE)


def test_a_dash_in_its_row_of_a_tall_cell_is_real_where_others_stand_on_its_height() -> None:
    tall = replace(table(), across=tuple(Run(0, y, 400, y) for y in (0, 110)))
    dash = Strip(90, 66, 104, 74)
    above = Line(Strip(20, 20, 90, 40), (Glyph("7", 0.5, 0.99),))
    beside = [Line(Strip(x, 60, x + 20, 80), (Glyph("7", 0.5, 0.99),)) for x in (220, 300)]
    assert real_dashes([dash], [above, *beside], tall) == [dash]
    assert real_dashes([dash], [above, beside[0]], tall) == []
