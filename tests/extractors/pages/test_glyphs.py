"""Reading pages: what both readers must see alike, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from extractors.geometry import Page
from extractors.pages.bullets import with_bullets
from extractors.pages.errors import PdfError
from extractors.pages.file import Limits, open_pdf
from extractors.pages.glyphs import SEEN, Glyph, words
from extractors.pages.ligatures import with_ligatures
from extractors.pages.pdfium_text import says_bold
from tests.support.making import line

READERS = ("pdfium", "pdfplumber")
HEIGHT = A4[1]


@pytest.fixture
def draw(tmp_path: Path) -> Callable[..., Path]:
    """A one-page PDF drawn by a function of the canvas."""

    def make(paint: Callable[[Canvas], None], name: str = "a.pdf", **options: object) -> Path:
        path = tmp_path / name
        canvas = Canvas(str(path), pagesize=A4, **options)
        paint(canvas)
        canvas.showPage()
        canvas.save()
        return path

    return make


def first_page(path: Path, reader: str = "pdfium", limits: Limits | None = None) -> Page:
    with open_pdf(path, limits, reader) as file:
        return file.page(1)


def texts(page: Page) -> list[str]:
    return [word.text for word in page.words]


@pytest.mark.parametrize("reader", READERS)
def test_words_stand_where_they_are_printed(draw: Callable[..., Path], reader: str) -> None:
    page = first_page(draw(lambda c: c.drawString(100, HEIGHT - 200, "Selamat Tahun Baru 2024")), reader)
    assert texts(page) == ["Selamat", "Tahun", "Baru", "2024"]
    assert page.words[0].x0 == pytest.approx(100, abs=0.5)
    assert page.words[0].bottom == pytest.approx(200, abs=4)
    assert page.words[0].size == pytest.approx(12)
    assert (page.width, page.height) == pytest.approx(A4, abs=0.5)


@pytest.mark.parametrize("reader", READERS)
def test_lines_thin_rectangles_and_edges_are_rules(draw: Callable[..., Path], reader: str) -> None:
    def paint(c: Canvas) -> None:
        c.line(50, 700, 300, 700)
        c.rect(50, 600, 250, 0.7, stroke=0, fill=1)
        c.rect(50, 400, 100, 100, stroke=1, fill=0)
        c.line(50, 300, 300, 350)

    rules = first_page(draw(paint), reader).rules
    level = sorted(round(r.top) for r in rules if r.horizontal)
    assert len(rules) == 6  # the slanted line is none
    assert level == pytest.approx([HEIGHT - 700, HEIGHT - 600.7, HEIGHT - 500, HEIGHT - 400], abs=1.5)


@pytest.mark.parametrize("reader", READERS)
def test_the_ground_of_a_hyphen_is_no_rule(draw: Callable[..., Path], reader: str) -> None:
    def paint(c: Canvas) -> None:
        wide = c.stringWidth("-", "Helvetica", 9)
        c.setFillGray(0.9)
        c.rect(100, 496, wide, 16, stroke=0, fill=1)
        c.rect(200, 497, 0.5, 11, stroke=0, fill=1)
        c.setFillGray(0)
        c.setFont("Helvetica", 9)
        c.drawString(100, 500, "-")

    (rule,) = first_page(draw(paint), reader).rules
    assert rule.x0 == pytest.approx(200, abs=0.5)


@pytest.mark.parametrize("reader", READERS)
def test_shading_is_a_fill_with_its_grey(draw: Callable[..., Path], reader: str) -> None:
    def paint(c: Canvas) -> None:
        c.setFillGray(0.75)
        c.rect(50, 500, 200, 40, stroke=0, fill=1)

    (fill,) = first_page(draw(paint), reader).fills
    assert fill.box == pytest.approx((50, HEIGHT - 540, 250, HEIGHT - 500), abs=0.5)
    assert fill.shade == pytest.approx(0.75, abs=0.02)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(("rotate", "place"), [(90, (150, 100)), (180, (495, 150)), (270, (445, 742))])
def test_a_turned_page_is_read_as_displayed(
    draw: Callable[..., Path], reader: str, rotate: int, place: tuple[float, float]
) -> None:
    """The words of a page that /Rotate turns are upright once more when the page's own text was set sideways."""

    def paint(c: Canvas) -> None:
        c.setPageRotation(rotate)
        c.drawString(100, 150, "Rekapitulasi Media Sosial")
        c.line(100, 140, 300, 140)

    page = first_page(draw(paint), reader)
    assert texts(page) == ["Rekapitulasi", "Media", "Sosial"]
    assert all(word.upright for word in page.words)
    assert page.matrix is not None
    assert page.rules[0].horizontal
    # on the page as displayed, the text's origin is where /Rotate puts it (reportlab swaps the paper's sides)
    x0, top, x1, bottom = page.original_box(page.words[0].box)
    corner = {90: (x0, top), 180: (x1, top), 270: (x1, bottom)}[rotate]
    assert corner == pytest.approx(place, abs=15)


@pytest.mark.parametrize("reader", READERS)
def test_landscape_text_on_a_turned_page_is_upright(draw: Callable[..., Path], reader: str) -> None:
    def paint(c: Canvas) -> None:
        c.setPageRotation(90)
        c.translate(A4[0], 0)
        c.rotate(90)
        c.drawString(60, 500, "Jenis Konten")

    page = first_page(draw(paint), reader)
    assert page.matrix is None
    assert [(w.text, w.upright) for w in page.words] == [("Jenis", True), ("Konten", True)]
    assert page.words[0].x0 == pytest.approx(60, abs=1)
    assert page.words[0].bottom == pytest.approx(A4[0] - 500, abs=4)


@pytest.mark.parametrize("reader", READERS)
def test_the_crop_box_is_the_page(draw: Callable[..., Path], reader: str) -> None:
    def paint(c: Canvas) -> None:
        c.setCropBox((50, 100, 400, 700))
        c.drawString(60, 650, "Tempat")

    page = first_page(draw(paint), reader)
    assert (page.width, page.height) == pytest.approx((350, 600))
    assert page.words[0].x0 == pytest.approx(10, abs=1)
    assert page.words[0].bottom == pytest.approx(50, abs=4)


@pytest.mark.parametrize("reader", READERS)
def test_what_is_drawn_beside_the_page_is_not_read(draw: Callable[..., Path], reader: str) -> None:
    def paint(c: Canvas) -> None:
        c.drawString(60, 650, "terlihat")
        c.drawString(A4[0] + 40, 650, "tersembunyi")
        c.drawString(60, -30, "bawah")

    assert texts(first_page(draw(paint), reader)) == ["terlihat"]


@pytest.mark.parametrize("reader", READERS)
def test_upright_heading_words_read_in_their_direction(draw: Callable[..., Path], reader: str) -> None:
    def paint(c: Canvas) -> None:
        for n in range(5):
            c.drawString(50, 700 - 20 * n, "baris isi tabel yang panjang")
        c.translate(300, 500)
        c.rotate(90)
        c.drawString(0, 0, "Facebook Resmi")

    sideways = [word for word in first_page(draw(paint), reader).words if not word.upright]
    assert {word.text for word in sideways} == {"Facebook", "Resmi"}
    assert all(word.angle == 90 for word in sideways)


@pytest.mark.parametrize("reader", READERS)
def test_fake_bold_is_read_once_and_bold(draw: Callable[..., Path], reader: str) -> None:
    def paint(c: Canvas) -> None:
        for shift in (0, 0.3, 0.6):
            c.drawString(100 + shift, 700, "Jumlah")
        c.drawString(100, 600, "biasa")
        c.setFont("Helvetica-Bold", 12)
        c.drawString(100, 500, "tebal")

    assert [(w.text, w.bold) for w in first_page(draw(paint), reader).words] == [
        ("Jumlah", True),
        ("biasa", False),
        ("tebal", True),
    ]


def glyphs(text: str, x: float = 0, width: float = 5, run: int = 0, size: float = 10) -> list[Glyph]:
    return [
        Glyph(char, x + i * width, 0, x + (i + 1) * width, size, size, False, 0, run) for i, char in enumerate(text)
    ]


def test_words_part_at_drawn_spaces_and_at_gaps() -> None:
    assert [w.text for w in words(glyphs("dua kata") + glyphs("lagi", x=44))] == ["dua", "kata", "lagi"]


def test_fragments_that_touch_are_one_word() -> None:
    later = glyphs("2.559", x=5, run=1)
    assert [w.text for w in words(later + glyphs("2", run=2))] == ["22.559"]


def test_a_narrow_drawn_space_still_parts_words() -> None:
    line = [*glyphs("standar"), Glyph(" ", 0, 0, 0, 0, 0, False, 0, -1), *glyphs("untuk", x=35.2)]
    assert [w.text for w in words(line)] == ["standar", "untuk"]


def test_ligatures_are_written_out() -> None:
    assert words(glyphs("ﬁnal"))[0].text == "final"


def refusal(path: Path, limits: Limits | None = None, reader: str = "pdfium") -> str:
    with pytest.raises(PdfError) as caught, open_pdf(path, limits, reader) as file:
        file.page(1)
    return caught.value.reason


def hello(c: Canvas) -> None:
    c.drawString(100, 700, "halo")


def test_what_is_not_a_pdf_is_refused(tmp_path: Path) -> None:
    empty, picture = tmp_path / "kosong.pdf", tmp_path / "gambar.pdf"
    empty.write_bytes(b"")
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    assert refusal(empty) == refusal(picture) == "not_pdf"


@pytest.mark.parametrize("reader", READERS)
def test_a_file_cut_off_is_damaged(draw: Callable[..., Path], tmp_path: Path, reader: str) -> None:
    whole = draw(hello).read_bytes()
    cut = tmp_path / "terpotong.pdf"
    cut.write_bytes(whole[: int(len(whole) * 0.6)])
    broken = tmp_path / "rusak.pdf"
    broken.write_bytes(b"%PDF-1.4\n" + bytes(200) + b"\nstartxref\n0\n%%EOF")
    assert refusal(cut, reader=reader) == refusal(broken, reader=reader) == "damaged"


@pytest.mark.parametrize("reader", READERS)
def test_a_password_is_refused_and_an_empty_one_is_not(draw: Callable[..., Path], reader: str) -> None:
    locked = draw(hello, "kunci.pdf", encrypt=StandardEncryption("rahasia", "pemilik"))
    readable = draw(hello, "buka.pdf", encrypt=StandardEncryption("", "pemilik"))
    assert refusal(locked, reader=reader) == "encrypted"
    assert texts(first_page(readable, reader)) == ["halo"]


def test_too_many_bytes_or_pages_are_refused(draw: Callable[..., Path]) -> None:
    def two_pages(c: Canvas) -> None:
        c.showPage()
        c.drawString(9, 9, "2")

    path = draw(two_pages)
    assert refusal(path, Limits(max_bytes=100)) == "too_large"
    assert refusal(path, Limits(max_pages=1)) == "too_large"


@pytest.mark.parametrize("reader", READERS)
def test_a_page_of_too_many_objects_is_cut_with_a_note(draw: Callable[..., Path], reader: str) -> None:
    def paint(c: Canvas) -> None:
        for n in range(300):
            c.line(10, n, 20, n)

    page = first_page(draw(paint), reader, Limits(max_objects_per_page=100))
    assert len(page.rules) == 100
    assert "100 objek" in page.notes[0]


def test_letters_of_a_text_that_reads_upwards_are_words_though_each_is_drawn_alone(draw: Callable[..., Path]) -> None:
    """As word processors draw it; the letters stand as far apart as their font says."""

    def paint(c: Canvas) -> None:
        for x, name in ((100, "Polling dan Kuis"), (154, "Instagram")):
            y = HEIGHT - 300.0
            for letter in name:
                text = c.beginText()
                text.setTextTransform(0, 1, -1, 0, x, y)
                text.setFont("Helvetica-Bold", 10)
                if letter != " ":
                    text.textOut(letter)
                    c.drawText(text)
                y += c.stringWidth(letter, "Helvetica-Bold", 10)
        c.drawString(50, 100, "Rekapitulasi media sosial bulan April sampai dengan Juni menurut jenis konten dan akun")

    turned = [word.text for word in first_page(draw(paint)).words if not word.upright]
    assert sorted(turned) == ["Instagram", "Kuis", "Polling", "dan"]


def test_letters_drawn_one_by_one_are_words_where_they_touch() -> None:
    """The reader sees a gap between any two of them; only the one behind a blank is one."""
    gap, letters = Glyph(" ", 0, 0, 0, 0, 0, False, 0, SEEN), []
    for run, (letter, x) in enumerate((("X", 0), ("I", 6), ("V", 9), ("a", 19), ("n", 25))):
        letters += [gap, Glyph(letter, x, 0, x + (3 if letter == "I" else 6), 10, 10, False, 0, run)]
    assert [word.text for word in words(letters)] == ["XIV", "an"]


@pytest.mark.parametrize("reader", READERS)
def test_rules_drawn_dot_by_dot_are_rules(draw: Callable[..., Path], reader: str) -> None:
    def paint(c: Canvas) -> None:
        for n in range(40):
            c.rect(100 + 1.5 * n, 700, 0.75, 0.75, stroke=0, fill=1)
            c.rect(100, 600 + 1.5 * n, 0.75, 0.75, stroke=0, fill=1)
        c.rect(300, 700, 0.75, 0.75, stroke=0, fill=1)

    rules = first_page(draw(paint), reader).rules
    assert sorted((rule.horizontal, round(rule.x1 - rule.x0), round(rule.bottom - rule.top)) for rule in rules) == [
        (False, 1, 59),
        (True, 59, 1),
    ]


@pytest.mark.parametrize("reader", READERS)
def test_round_spots_before_texts_are_the_bullets_of_a_list(draw: Callable[..., Path], reader: str) -> None:
    def paint(c: Canvas) -> None:
        for y, text in ((700, "Rapat koordinasi"), (680, "Audiensi")):
            c.circle(100, y + 3, 1.5, stroke=0, fill=1)
            c.drawString(112, y, text)
        c.circle(300, 703, 1.5, stroke=0, fill=1)
        c.circle(100, 500, 1.5, stroke=0, fill=1)

    assert texts(first_page(draw(paint), reader)) == ["Rapat", "koordinasi", "Audiensi", "•", "•"]


@pytest.mark.parametrize("reader", READERS)
def test_the_last_item_of_a_list_may_stand_alone_on_a_page(draw: Callable[..., Path], reader: str) -> None:
    def paint(c: Canvas) -> None:
        c.circle(100, 703, 1.5, stroke=0, fill=1)
        c.drawString(112, 700, "Audiensi")

    assert texts(first_page(draw(paint), reader)) == ["Audiensi", "•"]


def test_a_weight_tells_a_bold_font_only_where_its_name_says_nothing() -> None:
    """Browsers guess weights: Caladea-Regular has 704, LiberationSerif-Bold 415."""
    names = ("aaaaaa+caladea-regular", "cambria", "arial,bold", "f1", "aaaaaa+cidfont+f2", "")
    assert [says_bold(name, 704) for name in names] == [False, False, True, True, True, True]
    assert not says_bold("f1", 400) and says_bold("liberationserif-bold", 415)


def test_a_sign_of_a_symbol_font_is_a_bullet() -> None:
    assert [word.text for word in with_bullets(line("\uf0b7 Rapat").words, [])] == ["•", "Rapat"]


def test_letters_of_one_sign_that_stand_off_from_their_turned_line_are_put_back() -> None:
    def letter(text: str, box: tuple[float, float, float, float], run: int) -> Glyph:
        return Glyph(text, *box, 10, False, 90, run)

    seen = Glyph(" ", 0, 0, 0, 0, 0, False, 0, SEEN)
    first, last = letter("a", (197, 348, 208, 354), 1), letter("s", (197, 336, 208, 341), 3)
    signs = [letter("f", (3, 790, 20, 816), 2), letter("i", (20, 790, 37, 816), 2)]
    placed = list(with_ligatures([first, seen, *signs, seen, last]))
    assert [(g.text, g.x0, g.top, g.bottom) for g in placed] == [
        ("a", 197, 348, 354),
        ("f", 197, 344.5, 348),
        ("i", 197, 341, 344.5),
        ("s", 197, 336, 341),
    ]
    apart = [first, letter("W", (3, 790, 20, 816), 2), letter("i", (20, 790, 24, 816), 2), last]
    assert list(with_ligatures(apart)) == apart


def test_what_a_clip_path_hides_at_the_edge_of_a_page_is_left_out(draw: Callable[..., Path]) -> None:
    def paint(canvas: Canvas) -> None:
        for text, base, top in (("Seen", 40, 60), ("Hidden", 40, 20), ("Inside", 400, 20)):
            canvas.saveState()
            clip = canvas.beginPath()
            clip.rect(50, 0, 400, top)
            canvas.clipPath(clip, stroke=0, fill=0)
            canvas.drawString(60, base, text)
            canvas.restoreState()

    assert texts(first_page(draw(paint))) == ["Inside", "Seen"]
