"""Right halves of page pairs that show no table of their own."""

from __future__ import annotations

from extractors.geometry import Page, Word
from extractors.grids import find_tables
from extractors.halves import join_halves
from extractors.stitch import stitch
from extractors.vocabulary import load
from tests.drawing import page_of, put

VOCABULARY = load()
TOPS = [100 + 17 * n for n in range(6)]


def left(number: int, first: int = 1, heading: bool = True) -> Page:
    words: list[Word] = []
    if heading:
        words += [*put("No", 60, TOPS[0]), *put("Tanggal", 120, TOPS[0]), *put("Jenis Informasi", 260, TOPS[0])]
    for n, top in enumerate(TOPS[heading:], first):
        words += [*put(f"{n}.", 60, top), *put(f"{n} April 2024", 120, top), *put(f"Jadwal tahapan {n}", 260, top)]
    return page_of(words, number=number)


def right(number: int, heading: bool = True, lower: float = 0) -> Page:
    words = [*put("Media", 160, TOPS[0]), *put("Ket.", 420, TOPS[0])] if heading else []
    for top in TOPS[heading:]:
        words += put("Instagram, Facebook", 60, top + lower)
    return page_of(words, number=number)


def media(pages: list[Page]) -> list[list[str]]:
    """What stands right of the information in each row of all tables."""
    tables = stitch(join_halves([(page, find_tables(page)) for page in pages], find_tables, VOCABULARY))
    return [row[3:] for table in tables for row in table.rows()]


def test_texts_at_the_heights_of_the_rows_are_their_right_half() -> None:
    assert media([left(1), right(2)])[1:] == [["Instagram, Facebook", ""]] * 5


def test_the_halves_go_on_over_further_pages() -> None:
    pairs = [left(1), right(2), left(3, 6, heading=False), right(4, heading=False)]
    assert media(pairs)[1:] == [["Instagram, Facebook", ""]] * 11


def test_all_left_halves_may_come_before_all_right_ones() -> None:
    run = [left(1), left(2, 6, heading=False), right(3), right(4, heading=False)]
    assert media(run)[1:] == [["Instagram, Facebook", ""]] * 11


def test_texts_at_other_heights_are_no_right_half() -> None:
    assert media([left(1), right(2, lower=6)]) == [[]] * 6
