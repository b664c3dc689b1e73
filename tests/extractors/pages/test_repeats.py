"""Texts that a reader takes for repeats of the same text a line above."""

from __future__ import annotations

from extractors.pages.glyphs import Glyph
from extractors.pages.repeats import with_repeats

TEXT = [Glyph(letter, 50 + 5 * n, 100, 55 + 5 * n, 108, 8, False, 0, 7) for n, letter in enumerate("DinasKominfoKota")]
BOX = (50.0, 101.0, 130.0, 107.0)


def test_a_wide_text_left_out_close_below_itself_stands_there_again_and_again() -> None:
    lower = [(50.0, 101.0 + dy, 130.0, 107.0 + dy) for dy in (8.0, 16.0)]
    glyphs, over = with_repeats(TEXT, lower, [(BOX, 7)])
    assert over == []
    assert "".join(g.text for g in glyphs if g.top > 100) == 2 * "DinasKominfoKota"
    assert {g.top for g in glyphs if g.text != " "} == {100, 108, 116}


def test_a_text_printed_over_itself_is_no_other() -> None:
    over = [(50.3, 101.2, 130.3, 107.2)]
    assert with_repeats(TEXT, over, [(BOX, 7)]) == (TEXT, over)
