"""All tables of one page, and what is none."""

from __future__ import annotations

from extractors.geometry import Word
from extractors.grids import find_tables
from tests.support.drawing import grid_rules, page_of, put, put_right


def test_a_page_frame_and_a_footer_bar_are_no_tables() -> None:
    words = [word for n in range(20) for word in put("baris laporan yang panjang sekali", 60, 100 + 14 * n)]
    frame = grid_rules([40, 555], [60, 780])
    bar = grid_rules([40, 500, 555], [800, 815])
    assert find_tables(page_of([*words, *put("12", 520, 811)], [*frame, *bar])) == []


def test_a_table_of_contents_is_no_table() -> None:
    words = []
    for n, page in enumerate((1, 1, 3, 4, 7)):
        base = 100 + 14 * n
        words += [*put(f"Bagian laporan {n}", 60, base), Word("." * 40, 180, base - 8, 460, base + 2, 10)]
        words += put_right(str(page), 500, base)
    assert find_tables(page_of(words)) == []
