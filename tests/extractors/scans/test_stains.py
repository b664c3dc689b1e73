"""Stamps, signatures, second looks and writing that runs upwards."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
from reportlab.pdfgen.canvas import Canvas

from extractors.geometry import Word
from extractors.scans import read_scanned_page
from extractors.scans.coloured import is_coloured, is_marked, stamp_boxes, tightened, without_stamps
from extractors.scans.coloured_rules import without_coloured
from extractors.scans.company import without_false_bullets, worth_keeping
from extractors.scans.lines import grown, outside_pictures, text_strips
from extractors.scans.looks import lone_words, only_print, with_fresh, without_marks, without_stamped
from extractors.scans.reader import Glyph, Line, read_lines
from extractors.scans.render import fade_colours, on_white, without_colours
from extractors.scans.runs import Run
from extractors.scans.stains import find_stains, overprinted
from extractors.scans.strips import Strip
from extractors.scans.strokes import Strokes
from extractors.scans.upward import is_upward, short_names
from tests.support.scanned import HEIGHT, picture, printed, scanned, spoiled

PAPER, PRINT, VIOLET, OVER = (250, 250, 250), (40, 40, 40), (170, 60, 110), (28, 10, 18)
"""Blue, green and red of paper, print, a stamp, and a stamp over print."""


def test_coloured_ink_is_faded_and_taken_away() -> None:
    page = np.full((40, 40, 3), PAPER, np.uint8)
    page[10:14], page[:, 20:24], page[10:14, 20:24] = PRINT, VIOLET, OVER
    faded, bare = fade_colours(page), without_colours(page)
    assert bare is not None
    assert faded[12, 5] == 40 and 40 < faded[30, 22] < 250
    assert bare[30, 22] > 230
    assert bare[12, 5] < 60 and bare[12, 22] < 100


def test_print_under_a_highlighter_is_no_coloured_ink() -> None:
    page = np.full((80, 80, 3), PAPER, np.uint8)
    page[20:60] = (110, 250, 250)
    page[30:34] = (70, 160, 160)
    white = on_white(page, 2.0)
    assert np.ptp(white[25, 40]) < 8 and np.ptp(white[31, 40]) < 8 and white[31, 40].max() < 170
    page[:, 38:42] = VIOLET
    assert np.ptp(on_white(page, 2.0)[70, 40]) == np.ptp(VIOLET)


def test_grey_and_barely_coloured_pages_have_no_other_view() -> None:
    assert without_colours(np.full((40, 40, 3), 200, np.uint8)) is None
    assert without_colours(np.full((40, 40), 200, np.uint8)) is None
    yellow = np.full((40, 40, 3), (180, 220, 230), np.uint8)
    assert without_colours(yellow) is None


def test_paler_ink_than_print_goes() -> None:
    shown = only_print(np.array([[60, 250, 150, 90]], np.uint8), 60)
    assert shown[0, 0] == 60 and shown[0, 1] == 250 and shown[0, 2] == 250 and 60 < shown[0, 3] < 250


def test_words_under_a_signature_are_doubted() -> None:
    ink = np.zeros((300, 600), np.uint8)
    for x in range(100, 400, 20):
        ink[100:118, x : x + 12] = 255
    wave = np.array([(x, 110 + int(40 * np.sin(x / 12))) for x in range(250, 330)], np.int32)
    cv2.polylines(ink, [wave], False, (255,), 3)
    stains = find_stains(ink, (), 2.0)
    words = [Word("Handayani", 50, 48, 110, 60, size=11), Word("Markus", 125, 48, 165, 60, size=11)]
    assert [word.doubt is not None for word in overprinted(words, stains, 2.0)] == [False, True]
    clear = Word("Markus", 300, 48, 340, 60, size=11)
    read = [
        clear,
        *(Word(text, 125, 48, 165, 60, size=11, confidence=0.97) for text in ("Markus", "rapat", "11", "Mark")),
    ]
    assert [word.doubt is not None for word in overprinted(read, stains, 2.0)] == [False, False, False, True, True]
    figure, title = Word("11", 125, 40, 165, 64, size=20), Word("LAPORAN", 125, 40, 165, 64, size=20)
    assert [word.doubt is not None for word in overprinted([figure, title], stains, 2.0)] == [True, False]
    assert not find_stains(ink, [(200, 0, 400, 300)], 2.0).any()


def line(text: str, x0: int, x1: int, sure: float = 0.99) -> Line:
    return Line(Strip(x0, 10, x1, 30), tuple(Glyph(letter, i / 2, sure) for i, letter in enumerate(text)))


@pytest.mark.parametrize(("sure", "kept"), [(0.99, ["98", "2 Maret 2024"]), (0.5, ["98", "2024"])])
def test_a_fresh_line_takes_the_place_of_its_shreds(sure: float, kept: list[str]) -> None:
    found = with_fresh([line("98", 0, 30), line("2024", 160, 200)], [line("2 Maret 2024", 100, 200, sure)])
    assert [one.text for one in found] == kept


def test_a_dot_in_a_cell_is_dirt_and_before_a_line_a_bullet() -> None:
    mask = np.zeros((200, 400), np.uint8)
    across, down = tuple(Run(0, y, 400, y) for y in (0, 60)), tuple(Run(0, x, 60, x) for x in (0, 200, 399))
    strokes = Strokes(across, down, mask, mask, mask)
    dot, bullet = line("•", 220, 226), Line(Strip(10, 100, 16, 120), (Glyph("•", 0.2, 0.9),))
    item = Line(Strip(30, 98, 200, 122), (Glyph("a", 0.2, 0.9),))
    assert without_false_bullets([dot, bullet, item], strokes) == [bullet, item]


@pytest.mark.parametrize(
    ("height", "sure", "kept"), [(20, 0.8, True), (20, 0.1, False), (6, 0.8, False), (6, 0.97, True), (60, 0.8, False)]
)
def test_a_missed_word_is_kept_unless_it_looks_like_dirt(height: int, sure: float, kept: bool) -> None:
    mask = np.zeros((200, 400), np.uint8)
    across, down = tuple(Run(0, y, 400, y) for y in (0, 60)), tuple(Run(0, x, 60, x) for x in (0, 399))
    missed = Line(Strip(250, 35, 270, 35 + height), (Glyph("X", 0.2, sure), Glyph(")", 0.6, 0.99)))
    found = worth_keeping(
        [missed], [line("Medsos KPU (IG, Facebook,", 10, 300)], Strokes(across, down, mask, mask, mask)
    )
    assert found == ([missed] if kept else [])


def test_writing_that_goes_with_the_colours_is_a_stamp() -> None:
    ink, bare = np.zeros((60, 300), np.uint8), np.full((60, 300), 250, np.uint8)
    ink[12:28, 20:60] = ink[12:28, 120:160] = 255
    bare[12:28, 120:160] = 40
    assert [is_coloured(line("KPU", x, x + 60), ink, bare, 40) for x in (10, 110)] == [True, False]


def test_writing_across_the_page_is_a_watermark() -> None:
    mask = np.zeros((400, 400), np.uint8)
    level, across = [[10, 10], [200, 14], [200, 34], [10, 30]], [[10, 300], [200, 120], [230, 150], [40, 330]]
    strips = text_strips(np.array([level, across], dtype=np.float64), Strokes((), (), mask, mask, mask), 2.0)
    assert [strip.x0 for strip in strips] == [10] and strips[0].bottom < 50


def test_letters_left_out_by_the_detector_are_taken_in_and_dirt_is_not() -> None:
    ink = np.zeros((60, 300), np.uint8)
    ink[20:40, 100:112] = ink[20:40, 115:200] = ink[20:40, 203:209] = ink[34:37, 212:215] = 255
    (strip,) = grown([Strip(114, 16, 201, 44)], ink, 2.0)
    assert (strip.x0, strip.x1) == (100, 215)
    ink[20:40, 100:112] = ink[20:40, 203:209] = 0
    assert grown([Strip(114, 16, 201, 44)], ink, 2.0) == [Strip(114, 16, 201, 44)]


@pytest.mark.parametrize(("sure", "kept"), [(0.99, 5), (0.4, 0)])
def test_lines_in_a_picture_count_only_when_many_read_well(sure: float, kept: int) -> None:
    letters = tuple(Glyph("a", 0.2, sure) for _ in range(9))
    lines = [Line(Strip(100, y, 300, y + 20), letters) for y in range(100, 200, 20)]
    assert len(outside_pictures(lines, [(0, 0, 400, 400)], 2.0)) == kept


def test_upright_headings_are_read_with_their_direction(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 11)
        canvas.drawString(20, HEIGHT - 30, "Rekapitulasi Media Sosial Triwulan II Tahun 2024")
        canvas.drawString(20, HEIGHT - 150, "Jumlah postingan menurut jenis konten dan kanal")
        for x, text in ((80, "Instagram"), (140, "Facebook"), (200, "FB")):
            canvas.saveState()
            canvas.translate(x, HEIGHT - 120)
            canvas.rotate(90)
            canvas.drawString(0, 0, text)
            canvas.restoreState()

    grey = spoiled(picture(printed(tmp_path / "cetak.pdf", draw)), 0.5)
    page = read_scanned_page(scanned(tmp_path / "pindai.pdf", [grey]), 1)
    upward = {word.text: word for word in page.words if not word.upright}
    assert set(upward) == {"Instagram", "Facebook", "FB"}
    assert all(word.angle == 90 for word in upward.values())
    assert upward["Instagram"].box == pytest.approx((72, 70, 82, 120), abs=5)


def test_the_ring_of_a_stamp_is_found_though_print_breaks_it() -> None:
    ink = np.zeros((300, 400), np.uint8)
    cv2.circle(ink, (200, 150), 60, (255,), 3)
    ink[145:155] = 0
    ink[20:32, 20:380:3] = 255
    bare = np.where(ink > 0, np.uint8(255), np.uint8(240))
    bare[:60] = 20
    ((x0, top, x1, bottom),) = stamp_boxes(ink, bare, 40, 1.0)
    assert x0 < 145 and x1 > 255 and top < 95 and bottom > 205


def test_a_stamp_is_no_part_of_the_print_under_it_and_coloured_print_stays() -> None:
    ink, bare = np.zeros((60, 300), np.uint8), np.full((60, 300), 250, np.uint8)
    ink[12:28, 20:60] = ink[12:28, 120:160] = ink[2:50, 158:164] = 255
    bare[12:28, 120:160] = 40
    left = without_stamps(ink, bare, 40, [line("BIRU", 10, 70), line("Pemilih", 110, 170)], 2.0)
    assert left[20, 40] and left[20, 130] and not left[5, 162]


def test_print_keeps_its_edges_though_they_are_coloured() -> None:
    ink, bare = np.zeros((60, 300), np.uint8), np.full((60, 300), 250, np.uint8)
    ink[12:28, 118:162], bare[14:26, 120:160] = 255, 40
    assert without_stamps(ink, bare, 40, [line("Pemilih", 110, 170)], 4.0)[12, 118]


def test_a_line_with_a_tick_is_read_without_its_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    ticked, plain = line("Bakohumas.√", 10, 120), line("Bakohumas.", 10, 120)
    monkeypatch.setattr("extractors.scans.looks.read_lines", lambda image, strips: [plain] * len(strips))
    ink, printed = np.full((60, 300), 255, np.uint8), np.full((60, 300), 255, np.uint8)
    printed[:, 100:] = 0
    assert without_marks([ticked], np.full((60, 300), 250, np.uint8), printed) == [plain]
    assert is_marked(ticked, printed, ink) and not is_marked(ticked, ink, ink)


def test_a_strip_that_a_stamp_made_large_is_that_of_the_print_in_it() -> None:
    printed = np.zeros((100, 200), np.uint8)
    printed[40:60, 20:34] = 255
    assert tightened(Strip(10, 10, 120, 90), printed) == Strip(15, 35, 41, 67)
    assert tightened(Strip(10, 34, 120, 66), printed) == Strip(10, 34, 120, 66)


def test_short_names_in_a_row_read_upwards_where_no_longer_one_stands_beside(monkeypatch: pytest.MonkeyPatch) -> None:
    names = [Line(Strip(x, 20, x + 26, 54), (Glyph("Y", 0.5, 0.4),)) for x in (100, 180, 260)]
    turned = [replace(name, glyphs=(Glyph("Y", 0.3, 0.99), Glyph("T", 0.6, 0.99))) for name in names]
    monkeypatch.setattr("extractors.scans.upward.read_lines", lambda page, strips: turned[: len(strips)])
    page, none = np.full((100, 400), 250, np.uint8), np.empty((0, 4, 2))
    assert short_names(page, names, none) == names
    assert short_names(page, names[:2], none) == []


def test_a_tick_alone_under_a_stamp_is_read_from_the_page_without_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    bare = np.full((200, 400), 250, np.uint8)
    bare[90:106, 200:212] = bare[92:108, 20:60] = 40
    monkeypatch.setattr(
        "extractors.scans.looks.read_lines", lambda image, strips: [Line(s, (Glyph("V", 0.5, 0.9),)) for s in strips]
    )
    strokes = Strokes((), (), np.zeros_like(bare), np.zeros_like(bare), np.zeros_like(bare))
    beside = [Line(Strip(16, 88, 64, 112), (Glyph("3", 0.5, 0.99),))]
    (tick,) = lone_words(bare, beside, [(150, 40, 280, 160)], strokes, 2.0)
    assert tick.strip.x0 <= 200 <= 212 <= tick.strip.x1
    assert lone_words(bare, beside, [(300, 40, 380, 160)], strokes, 2.0) == []


def test_the_end_of_a_line_is_not_read_once_more_with_the_line_beside_it() -> None:
    mask = np.zeros((100, 400), np.uint8)
    mask[:, 202:206] = 255
    quads = np.array([[[20, 20], [190, 20], [190, 44], [20, 44]], [[178, 20], [360, 20], [360, 44], [178, 44]]])
    strips = text_strips(quads.astype(np.float64), Strokes((), (), mask, mask, mask), 2.0)
    assert [(strip.x0, strip.x1) for strip in strips] == [(20, 190), (206, 360)]


def test_a_short_word_that_reads_upwards_is_known_and_a_large_letter_is_not() -> None:
    def box(width: float, height: float) -> list[list[float]]:
        return [[10, 10], [10 + width, 10], [10 + width, 10 + height], [10, 10 + height]]

    assert is_upward(np.array([box(22, 44), box(28, 40)]), 2.0).tolist() == [True, False]


def test_the_frame_of_a_stamp_in_colour_is_no_rule_unless_most_rules_are_coloured() -> None:
    bare = np.full((300, 300), 250, np.uint8)
    black = [Run(10, y, 290, y) for y in (20, 120, 220)]
    frame = [Run(100, y, 200, y) for y in (60, 180)]
    for run in black:
        bare[round(run.y0) - 1 : round(run.y0) + 2, 10:290] = 40
    blank = np.zeros_like(bare)
    kept, stamps = without_coloured(Strokes((*black, *frame), (), blank, blank, blank), bare, 40, 2.0)
    assert kept.across == tuple(black) and stamps == [(100, 60, 200, 180)]
    few = Strokes((black[0], *frame, Run(10, 250, 290, 250)), (), blank, blank, blank)
    assert without_coloured(few, bare, 40, 2.0) == (few, [])


def test_lines_in_a_stamp_that_are_gone_without_colours_are_its_own() -> None:
    bare = np.full((200, 700), 250, np.uint8)
    cv2.putText(bare, "Tahapan dan Jadwal", (60, 65), cv2.FONT_HERSHEY_SIMPLEX, 1.0, (40,), 2, cv2.LINE_AA)
    there, gone = Line(Strip(50, 30, 700, 80), ()), Line(Strip(50, 130, 400, 170), ())
    there = replace(there, glyphs=read_lines(bare, [there.strip])[0].glyphs)
    gone = replace(gone, glyphs=tuple(Glyph(letter, i, 0.99) for i, letter in enumerate("DITERIMA")))
    assert without_stamped([there, gone], bare, [(0, 0, 800, 300)]) == [there]
