import pytest

from extractors.structure.outline import Outline, read_marker, strip_marker


@pytest.mark.parametrize(
    ("text", "style", "value"),
    [
        ("1) PENDAHULUAN", "1)", 1),
        ("A. Gambaran Umum", "A.", 1),
        ("10. Keputusan KPU", "1.", 10),
        ("1.2 Maksud dan Tujuan", "1.1", 2),
        ("IV. PENUTUP", "I.", 4),
        ("BAB II PELAKSANAAN", "bab", 2),
        ("BAGIAN B. DASAR HUKUM", "bab", 2),
        ("(3) Rapat", "(1)", 3),
        ("b) Capaian publikasi", "a)", 2),
        ("• Rapat koordinasi", "bullet", 0),
        ("1.NAMA", "1.", 1),
        ("E.2 Non Pemerintah", "A.1", 2),
    ],
)
def test_reads_markers_of_every_style(text: str, style: str, value: int) -> None:
    marker = read_marker(text)
    assert marker is not None
    assert (marker.style, marker.value) == (style, value)


@pytest.mark.parametrize(
    "text", ["2024 adalah tahun pemilu", "Pemerintah", "12 Mei 2024", "KPU. Sanggau", "1.234 konten"]
)
def test_takes_no_number_in_a_sentence_for_a_marker(text: str) -> None:
    assert read_marker(text) is None
    assert strip_marker(text) == text


def test_a_chapter_goes_on_after_the_points_inside_it() -> None:
    outline = Outline()
    printed = ["1)", "A.", "B.", "2)", "A.", "4.", "a.", "1.", "2.", "3.", "b.", "5."]
    levels = [outline.take(marker) for text in printed if (marker := read_marker(f"{text} Judul"))]
    assert levels == [0, 1, 1, 0, 1, 2, 3, 4, 4, 4, 3, 2]


def test_the_letter_after_h_is_no_roman_one() -> None:
    outline = Outline()
    markers = [marker for text in ("G. ", "H. ", "I. ", "J. ") if (marker := read_marker(f"{text} Judul"))]
    assert [outline.take(marker) for marker in markers] == [0] * 4
    assert [Outline().take(marker) for marker in markers[2:3]] == [0]
