from extractors.geometry import Word
from extractors.scans.numerals import with_numerals


def line(texts: list[str], y: float = 0) -> list[Word]:
    return [Word(text, 50 * i, y, 50 * i + 8, y + 10, doubt="?") for i, text in enumerate(texts)]


def test_numerals_that_count_on_are_sure_and_their_first_is_no_figure() -> None:
    heads, figures = line(["1", "II", "lll", "IV", "1", "II", "III", "4"]), line(["1", "11", "111", "1", "1"], 20)
    read = with_numerals([*heads, *figures])
    assert [word.text for word in read] == [
        *["I", "II", "III", "IV", "I", "II", "III", "4"],
        *["1", "11", "111", "1", "1"],
    ]
    assert [word.doubt is None for word in read] == [True] * 7 + [False] * 6
    assert with_numerals(line(["1", "II", "12"])) == line(["1", "II", "12"])


def test_a_numeral_of_a_line_that_counts_anew_is_told_by_its_place() -> None:
    weeks = ["1", "II", "?", "IV", "I", "I", "III", "IV"]
    assert [word.text for word in with_numerals(line([*weeks, "1", "II", "III", "IV"]))] == ["I", "II", "III", "IV"] * 3
    assert with_numerals(line(weeks)) != line(weeks)
    others = ["I", "I", "?", "IV", "I", "I", "I", "IV"]
    assert with_numerals(line(others)) == line(others)
