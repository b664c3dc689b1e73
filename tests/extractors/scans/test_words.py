"""From letters with places to words on the page, and what is doubted of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from extractors.geometry import Page, Rule, Word
from extractors.scans import cache
from extractors.scans.bold import bold_lines, steady
from extractors.scans.doubts import with_doubts
from extractors.scans.item_marks import with_marks_mended
from extractors.scans.reader import Glyph, Line
from extractors.scans.render import Raster
from extractors.scans.second import Answer
from extractors.scans.strips import Strip, strip_around
from extractors.scans.words import words_of
from extractors.vocabulary.common_words import is_known

HEIGHT = 30
"""Pixels of the test lines; letters are 14 wide."""


def line(pieces: list[tuple[str, int]], confidence: float = 1.0) -> tuple[Line, np.ndarray]:
    """A line whose letters stand at the given pixels, and its ink."""
    ink = np.zeros((HEIGHT, 600), np.uint8)
    glyphs = []
    for text, x in pieces:
        if text != " ":
            ink[6:22, x : x + 12] = 255
        glyphs.append(Glyph(text, (x + 6) / HEIGHT, confidence))
    return Line(Strip(0, 0, 600, HEIGHT), tuple(glyphs)), ink


def spell(text: str, start: int = 10, step: int = 14) -> list[tuple[str, int]]:
    return [(letter, start + step * place) for place, letter in enumerate(text)]


def read(pieces: list[tuple[str, int]]) -> list[Word]:
    return words_of(*line(pieces), scale=1.0, usual=23)


def test_words_part_at_spaces_and_have_the_place_of_their_ink() -> None:
    words = read(spell("Foto Berita"))
    assert [word.text for word in words] == ["Foto", "Berita"]
    assert (words[0].x0, words[0].x1) == (10, 64)
    assert words[1].x0 == 80
    assert words[0].size == pytest.approx(23, abs=1)


def test_ink_of_the_next_column_is_no_part_of_a_word() -> None:
    one, ink = line(spell("2024"))
    ink[6:22, 120] = 255
    assert [word.x1 for word in words_of(one, ink, scale=1.0, usual=23)] == [64]
    ink[6:22, 80:84] = 255  # nearer, but behind a blank that no word has within
    assert [word.x1 for word in words_of(one, ink, scale=1.0, usual=23)] == [64]


@pytest.mark.parametrize(("step", "sure"), [(14, 1.0), (10, 0.6)])
def test_a_roman_numeral_is_sure_where_its_strokes_stand_apart(step: int, sure: float) -> None:
    one, ink = line(spell("Il", step=step), confidence=0.6)
    (word,) = words_of(one, ink, scale=1.0, usual=23)
    assert (word.text, word.confidence) == ("II", sure)


def test_a_space_that_was_not_read_is_seen_in_the_picture() -> None:
    words = read(spell("KPU") + spell("Kabupaten", start=64))
    assert [word.text for word in words] == ["KPU", "Kabupaten"]


@pytest.mark.parametrize(("place", "texts"), [(60, ["Media:"]), (110, ["Media", ":"])])
def test_a_colon_far_from_its_word_stands_alone(place: int, texts: list[str]) -> None:
    assert [word.text for word in read([*spell("Media", step=10), (":", place)])] == texts


def test_a_thin_letter_is_no_word_though_its_place_is_told_badly() -> None:
    beginning, end = [("j", 10), *spell("adwal", start=32)], [*spell("Jul"), ("i", 62)]
    assert [word.text for word in read([*beginning, (" ", 102), *[(t, x + 105) for t, x in end]])] == ["jadwal", "Juli"]


def test_a_tick_is_parted_from_the_sign_before_it() -> None:
    assert [word.text for word in read([*spell("X)"), ("√", 38)])] == ["X)", "√"]
    assert [word.text for word in read([*spell("I"), ("√", 24)])] == ["I√"]


def test_digits_may_stand_apart() -> None:
    assert [word.text for word in read([("1", 10), ("1", 28)])] == ["11"]


def test_dirt_before_a_word_and_alone_is_dropped() -> None:
    assert [word.text for word in read(spell(".Instagram"))] == ["Instagram"]
    assert read([(".", 10)]) == []
    assert [word.text for word in read(spell("12·Maret"))] == ["12", "Maret"]


def test_a_lone_dash_is_named_by_its_length() -> None:
    (dash,) = words_of(*line([("–", 10)]), scale=1.0, usual=40)
    assert dash.text == "-"


def test_a_dash_stands_where_its_ink_does() -> None:
    one, ink = line([("-", 10)])
    ink[:] = 0
    ink[20:22, 10:18] = 255
    high = words_of(one, ink, scale=1.0, usual=20)[0].bottom
    ink[:] = np.roll(ink, -10, axis=0)
    assert words_of(one, ink, scale=1.0, usual=20)[0].bottom == high - 10


def test_a_slanted_line_keeps_its_slope() -> None:
    corners = np.array([(0, 100), (400, 120), (400, 150), (0, 130)], dtype=np.float64)
    strip = strip_around(corners, (1000, 1000))
    assert strip.slope == pytest.approx(0.05)
    assert (strip.top, strip.bottom) == pytest.approx((100, 130), abs=1)
    assert strip.part(200, 400).top == pytest.approx(110, abs=1)


def word(text: str, confidence: float = 1.0, x: float = 0, y: float = 0) -> Word:
    return Word(text, x, y, x + 20, y + 10, confidence=confidence)


@pytest.mark.parametrize(
    ("text", "confidence", "doubted"),
    [
        ("98", 0.999, False),
        ("98", 0.95, True),
        ("Kecamatan", 0.6, False),
        ("Handayani,", 0.9, True),
        ("Handayani,", 0.97, False),
        ("-", 0.7, False),
        ("×", 0.7, False),
        ("i", 0.99, True),
        ("15.", 0.992, False),
        ("r5.", 0.992, True),
    ],
)
def test_doubt_follows_confidence(text: str, confidence: float, doubted: bool) -> None:
    (judged,) = with_doubts([word(text, confidence)], {})
    assert bool(judged.doubt) == doubted


def test_readers_that_disagree_raise_a_doubt_that_names_both() -> None:
    (judged,) = with_doubts([word("98")], {0: Answer("86", 0.9)})
    assert judged.doubt is not None and "98" in judged.doubt and "86" in judged.doubt


@pytest.mark.parametrize("answer", [Answer("", 0.9), Answer("98.", 0.9), Answer("86", 0.3)])
def test_a_second_reader_without_an_opinion_is_not_heard(answer: Answer) -> None:
    (judged,) = with_doubts([word("98")], {0: answer})
    assert judged.doubt is None


@pytest.mark.parametrize(
    ("answer", "doubted"), [(Answer("2025", 0.9), False), (Answer("2025", 0.3), True), (Answer("", 0.9), True)]
)
def test_a_number_that_both_readers_read_alike_needs_less_sureness(answer: Answer, doubted: bool) -> None:
    (judged,) = with_doubts([word("2025,", 0.94)], {0: answer})
    assert (judged.doubt is not None) is doubted


def test_letters_of_a_reference_that_the_second_reader_takes_for_digits_are_no_other_digits() -> None:
    for text, second, doubted in (
        ("HM.02-SD/VI", "02-50/11", False),
        ("HM.02-SD/VI", "03-50/11", True),
        ("12x", "122", True),
    ):
        (judged,) = with_doubts([word(text)], {0: Answer(second, 0.9)})
        assert (judged.doubt is not None) is doubted


def test_numbers_in_sequence_confirm_each_other() -> None:
    column = [word("20.", y=0), word("21.", 0.9, y=20), word("22.", y=40), word("24.", 0.9, y=60), word("98", 0.9, 90)]
    doubts = [judged.doubt is not None for judged in with_doubts(column, {})]
    assert doubts == [False, False, False, True, True]


@pytest.mark.parametrize(("texts", "doubted"), [(("25.", "26.", "27."), False), (("25.", "26.", "28."), True)])
def test_the_first_number_of_a_page_is_confirmed_by_the_two_below_it(texts: tuple[str, ...], doubted: bool) -> None:
    column = [word(text, y=20 * place) for place, text in enumerate(texts)]
    judged = with_doubts(column, {0: Answer("29", 0.9)})
    assert (judged[0].doubt is not None) is doubted


def test_dirt_on_a_list_number_gives_way_to_its_neighbours_mark() -> None:
    column = [word("2.", y=0), word("3:", 0.9, y=20), word("4.", y=40), word("9:", y=60), word("12:", x=200, y=20)]
    assert [mended.text for mended in with_marks_mended(column)] == ["2.", "3.", "4.", "9:", "12:"]


@pytest.mark.parametrize(
    ("seen", "meant"),
    [(["a.", "b.", "C.", "d."], "a. b. c. d."), (["A.", "B.", "c."], "A. B. C."), (["b.", "C.", "D."], "b. C. D.")],
)
def test_letters_of_items_have_the_case_of_their_neighbours(seen: list[str], meant: str) -> None:
    read = with_marks_mended([word(text, y=20 * row) for row, text in enumerate(seen)])
    assert " ".join(one.text for one in read) == meant


def test_repeated_wording_needs_less_sureness() -> None:
    words = [word("X)", 0.99, y=0), word("X)", 0.99, y=20), word("X)", 0.85, y=40), word("XI)", 0.85, y=60)]
    assert [judged.doubt is not None for judged in with_doubts(words, {})] == [False, False, False, True]


def test_a_phrase_that_is_read_surely_elsewhere_is_not_doubted() -> None:
    """Words 20 wide: 'Meta FB' twice, once unsure, a lone 'Meta', and figures, which no wording makes sure."""
    pairs = [(("Meta", 1.0), ("FB", 1.0)), (("Meta", 0.1), ("FB", 1.0)), (("Meta", 0.1), ("YT", 1.0))]
    figures = [(("Pilkada", 1.0), ("98", 1.0)), (("Pilkada", 1.0), ("98", 0.9))]
    words = [
        replace(word(*one, x=25 * n, y=20 * y), size=10)
        for y, pair in enumerate([*pairs, *figures])
        for n, one in enumerate(pair)
    ]
    doubts = [judged.doubt is not None for judged in with_doubts(words, {})]
    assert doubts == [False] * 4 + [True] + [False] * 4 + [True]


def test_common_words_are_known_with_endings_and_punctuation() -> None:
    assert is_known("Kegiatan,") and is_known("instansinya") and is_known("se-Kabupaten") is False
    assert not is_known("Kegialan") and not is_known("12")


def test_bold_is_thicker_than_usual() -> None:
    assert bold_lines([0.13, 0.13, 0.17, 0.13, 0.14, 0.12, 0.13], [9] * 7) == [False, False, True] + [False] * 4
    assert bold_lines([0.17, 0.17], [30, 30]) == [True, True]
    assert bold_lines([], []) == []


def test_sizes_that_differ_by_a_pixel_are_one_size() -> None:
    assert steady([27, 29, 30, 29, 40]) == [29, 29, 29, 29, 40]


PAGE = Page(
    3,
    500,
    700,
    words=(replace(word("98", 0.9), doubt="ragu"),),
    rules=(Rule(0, 1, 100, 1),),
    images=((0, 0, 10, 10),),
    source="ocr",
    matrix=(1, 0, 0, 1, 2, 3),
    perspective=(0.001, 0),
)


def test_the_cache_gives_back_what_it_was_given(tmp_path: Path) -> None:
    cache.store(tmp_path / "baru", "kunci", PAGE)
    assert cache.load(tmp_path / "baru", "kunci") == PAGE
    assert [path.name for path in (tmp_path / "baru").iterdir()] == ["kunci.json"]


@pytest.mark.parametrize("content", ["", "{", "[]", '{"number": 1}'])
def test_a_damaged_cache_file_is_as_none(tmp_path: Path, content: str) -> None:
    (tmp_path / "kunci.json").write_text(content, "utf-8")
    assert cache.load(tmp_path, "kunci") is None
    assert cache.load(tmp_path, "lain") is None


def test_another_picture_scale_or_version_has_another_key() -> None:
    blank = np.full((20, 30), 255, np.uint8)
    dotted = blank.copy()
    dotted[3, 4] = 0
    rasters = [Raster(blank, 2.0), Raster(dotted, 2.0), Raster(blank, 3.0)]
    assert len({cache.content_key(raster, version) for raster in rasters for version in ("1", "2")}) == 6


def test_perspective_leads_back_to_the_photograph() -> None:
    assert PAGE.original_box((0, 0, 100, 100)) == pytest.approx((2, 3, 102, 103), abs=11)
    assert PAGE.original_box((100, 0, 100, 0))[0] == pytest.approx((100 + 2) / 1.1)


@pytest.mark.parametrize(("text", "size"), [("98", 12), ("V", 12), ("KPU", 23)])
def test_a_lone_figure_or_letter_is_not_larger_than_the_others(text: str, size: int) -> None:
    (word,) = words_of(*line(spell(text)), scale=1.0, usual=12)
    assert word.size == pytest.approx(size, abs=1)


@pytest.mark.parametrize(("seen", "text"), [("IIl", "III"), ("lV", "IV"), ("dll", "dll"), ("Il", "II")])
def test_roman_numerals_have_capital_strokes(seen: str, text: str) -> None:
    assert [word.text for word in read(spell(seen))] == [text]


def test_a_stamp_over_a_text_does_not_make_it_larger() -> None:
    one, ink = line(spell("RRI Pontianak", step=11))
    plain = words_of(one, ink, scale=1.0, usual=23)
    stamped, tall = (
        Line(Strip(0, 0, 600, 90), tuple(replace(g, place=g.place / 3) for g in one.glyphs)),
        np.zeros((90, 600), np.uint8),
    )
    tall[30:60] = ink
    tall[0:90, 60:63] = 255
    words = words_of(stamped, tall, scale=1.0, usual=23)
    assert [word.text for word in words] == ["RRI", "Pontianak"]
    assert all(word.size == 23 and word.bottom - 30 == pytest.approx(plain[0].bottom, abs=2) for word in words)
