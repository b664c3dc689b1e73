"""Numbers and dates that a narrow column breaks over lines."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from extractors.grids.broken import is_cut_date, with_whole_keys
from extractors.grids.lines import segment, text_line
from extractors.grids.row import Row
from extractors.stitching.rows import appended
from tests.support.drawing import level, one_table, page_of, put, upright
from tests.support.making import table

Line = tuple[str, str]


def rows_of(lines: list[Line], step: float = 12) -> list[Row]:
    found = []
    for n, texts in enumerate(lines):
        parts = {
            col: segment(put(text, x, 100 + step * n))
            for col, (x, text) in enumerate(zip((50, 90), texts, strict=True))
            if text
        }
        words = [word for part in parts.values() for word in part.words]
        found.append(Row(text_line(words, 5), parts))
    return found


def keys(lines: list[Line]) -> list[str]:
    return [row.parts[0].text if 0 in row.parts else "" for row in with_whole_keys(rows_of(lines))]


def test_the_pieces_of_numbers_that_count_on_are_put_together() -> None:
    lines = [("8", "a"), ("9", "b"), ("1", "c"), ("0", "d"), ("1", "e"), ("1", "f")]
    assert keys(lines) == ["8", "9", "10", "", "11", ""]
    assert keys([("10", "a"), (".", "b"), ("11", "c"), (".", "d")]) == ["10.", "", "11.", ""]
    assert keys([("N", "Judul"), ("o", "Berita"), ("9", "a"), ("1", "b"), ("0", "c")]) == ["No", "", "9", "10", ""]


def test_numbers_that_are_whole_stay_and_so_do_figures_that_do_not_count_on() -> None:
    for numbers in (["1", "2", "3"], ["1", "1", "2"], ["7", "4", "9"], ["A", "1", "2"]):
        assert keys([(number, "a") for number in numbers]) == numbers


@given(st.integers(1, 90), st.integers(2, 20))
def test_any_count_that_a_column_of_one_digit_breaks_is_read(first: int, count: int) -> None:
    numbers = [str(number) for number in range(first, first + count)]
    if len(numbers[-1]) > 2:
        return  # such a column holds no count so high
    lines = [(digit, "a") for number in numbers for digit in number]
    assert list(filter(None, keys(lines))) == numbers


def test_a_date_is_cut_only_where_its_year_goes_on() -> None:
    assert is_cut_date("02/04/20", "24") and is_cut_date("2-4-202", "4") and is_cut_date("02/04/", "2024")
    assert (
        not is_cut_date("02/04/20", "3") and not is_cut_date("02/04/2024", "24") and not is_cut_date("02/04/20", "IG")
    )


def test_rows_between_column_rules_whose_numbers_and_dates_are_broken_are_whole() -> None:
    xs = (50, 62, 106, 250)
    words = [w for x, name in zip(xs, ("No", "Tanggal", "Judul"), strict=False) for w in put(name, x + 1, 110, size=6)]
    for n, number in enumerate((9, 10, 11)):
        base = 126 + 24 * n
        digits = str(number)
        words += [*put(digits[0], 53, base), *put("02/04/20", 63, base), *put("Rapat kerja", 112, base)]
        words += [*put(digits[1:], 53, base + 12), *put("24", 75, base + 12), *put("bersama camat", 112, base + 12)]
    rules = [*(level(y, 50, 250) for y in (100, 114, 192)), *(upright(x, 100, 192) for x in xs)]
    assert one_table(page_of(words, rules)).rows()[1:] == [
        [f"{number}", "02/04/2024", "Rapat kerja bersama camat"] for number in (9, 10, 11)
    ]


def test_the_rest_of_a_row_on_the_next_page_may_hold_the_sign_of_its_number_and_the_end_of_its_date() -> None:
    upper = table([["No", "Tanggal", "Judul"], ["15.", "29/05/2024", "Bimtek"], ["16", "30/05/20", "Pemenang"]])
    lower = table([[".", "24", "sayembara"], ["17.", "02/06/2024", "Hasil"]], page=2)
    rows = appended(replace(upper, header_rows=1), lower).rows()
    assert rows[2:] == [["16 .", "30/05/2024", "Pemenang sayembara"], ["17.", "02/06/2024", "Hasil"]]
