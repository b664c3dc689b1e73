"""Printed lines: small type, blanks between words, rules and leaders made of letters."""

from __future__ import annotations

import pytest

from extractors.geometry import Word
from extractors.grids.leaders import without_drawn_leaders
from extractors.grids.lines import baselines, is_spread, text_line, usual_space
from tests.support.drawing import level, one_table, page_of, put, put_right, stream_rows, width_of


def test_dashes_that_draw_a_rule_and_dot_leaders_are_no_text() -> None:
    words = [*stream_rows(), Word("-" * 60, 60, 101, 330, 106, 10), Word("." * 12, 115, 106, 175, 116, 10)]
    rows = one_table(page_of(words)).rows()
    assert rows[0] == ["Wilayah", "2022", "2023"]
    assert rows[1][0] == "Sambas"


def test_a_stroke_that_leads_to_a_number_parts_no_rows() -> None:
    texts = (("Foto Berita", "12"), ("Video", "7"), ("Repost", "9"))
    words = [
        w
        for n, (name, count) in enumerate(texts)
        for w in (*put(name, 60, 100 + 14 * n), *put(count, 300, 100 + 14 * n))
    ]
    leaders = [level(101 + 14 * n, 63 + width_of(name), 297) for n, (name, _) in enumerate(texts)]
    under = level(103, 60, 320)
    assert without_drawn_leaders(page_of(words, [*leaders, under])).rules == (under,)


def test_names_set_small_to_fit_their_columns_stand_in_their_line() -> None:
    small = [*put("Facebook", 252, 99.5, size=7.6), *put("Instagram", 298, 99.5, size=7.6)]
    words = [*put("Konten", 60, 100), *put("Web", 160, 100), *put("X", 215, 100), *put("Berita", 60, 116)]
    assert [len(line) for line in baselines([*words, *small])] == [5, 1]


def test_blanks_between_single_words_are_no_spaces() -> None:
    def lines(blank: float) -> list[list[Word]]:
        return [put("Foto Info Meme Kuis Repost Video Ucapan Grafis Flash Live", 60, 100, space=blank)]

    assert usual_space(lines(0.6)) == pytest.approx(0.6)
    assert usual_space(lines(1.0)) == 0.28


def test_four_dots_are_a_mark_in_their_column() -> None:
    words = [w for w in stream_rows() if w.text != "3,5"]
    rows = one_table(page_of([*words, *put_right("....", 330, 114)])).rows()
    assert rows[1][2] == "...."


def test_figures_as_far_apart_as_each_other_are_no_justified_text() -> None:
    figures = [w for n in range(4) for w in put("54,8", 60 + 60 * n, 100)]
    assert not is_spread(figures)
    assert is_spread(put("kata kata yang rata", 60, 100, space=2.0))


def test_thousands_in_brackets_are_one_number() -> None:
    line = text_line(put("dasar: semua (26 618)", 60, 100), 1.1)
    assert len(line.segments) == 1


def test_a_line_of_nothing_but_words_that_reach_down_stands_on_its_baseline() -> None:
    plain, low = Word("Bata", 10, 100, 40, 108, 12), Word("kepada", 50, 100, 90, 110.4, 12)
    assert text_line([low], 0.7).base == pytest.approx(text_line([plain, low], 0.7).base)
    assert text_line([Word("kepada", 50, 98, 90, 110, 12)], 0.7).base == pytest.approx(110 - 0.22 * 12)


def test_a_figure_in_brackets_goes_with_the_one_before_it() -> None:
    assert len(text_line(put("76 (17,7)", 60, 100), 1.1).segments) == 1
    assert len(text_line(put("76 (17,7)", 60, 100, space=0.6), 1.1).segments) == 2


def test_a_month_makes_a_text_of_the_numbers_beside_it() -> None:
    assert is_spread(put("14 Juni 2019 08.00 - 13.00", 60, 100, space=0.6))


def test_the_code_of_a_currency_far_before_an_amount_is_a_unit_and_its_sign_is_none() -> None:
    for sign, parts in (("EUR", 2), ("Rp", 1)):
        line = [*put(sign, 60, 100), *put("47.987", 160, 100)]
        assert len(text_line(line, 1.1).segments) == parts
