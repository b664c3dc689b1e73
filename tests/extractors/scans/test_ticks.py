"""Columns of ticks on scanned pages."""

from extractors.geometry import Rule, Word
from extractors.scans.ticks import with_ticks, without_pen


def mark(text: str, x: float, y: float) -> Word:
    return Word(text, x, y, x + 6, y + 11, size=11, doubt="ragu")


def test_marks_in_a_column_of_ticks_are_ticks_whatever_letter_they_are_read_as() -> None:
    column = [mark(text, 300, 20 * place) for place, text in enumerate(("V", "√", "1", "v"))]
    elsewhere = [mark("1", 400, 20), mark("V", 200, 0), mark("V", 300, 100), mark("Kelas", 308, 100)]
    found = with_ticks([*column, *elsewhere])
    assert [(word.text, word.doubt) for word in found[:4]] == [("V", None)] * 4
    assert found[4:] == elsewhere


def test_a_column_of_ones_is_none_of_ticks() -> None:
    column = [mark(text, 300, 20 * place) for place, text in enumerate(("1", "1", "1", "V"))]
    assert with_ticks(column) == column


def test_a_tick_at_the_end_of_a_text_or_behind_its_bullet_is_of_a_pen() -> None:
    figure, tick = mark("33", 300, 0), mark("√", 312, 0)
    bullet, before, day = mark("•", 80, 40), mark("√", 90, 40), mark("22", 100, 40)
    leading, item = mark("√", 80, 80), mark("Rapat", 90, 80)
    words = [figure, tick, bullet, before, day, leading, item]
    assert without_pen(words, ()) == [figure, bullet, day, leading, item]
    assert tick in without_pen(words, [Rule(309, -20, 309, 20)])
