"""Lists set as tables."""

from extractors.grids import find_tables
from extractors.structure.numbered_rows import with_markers
from tests.drawing import page_of, ruled_table


def read(rows: list[list[str]]) -> list[str]:
    words, rules, _ = ruled_table(rows, [50, 80, 540], 60)
    page = page_of(words, rules)
    (marked,) = with_markers([page], find_tables(page))
    return [word.text for word in marked.words]


def test_the_numbers_of_a_table_of_texts_are_those_of_a_list() -> None:
    assert read([["No", "Uraian"], ["1", "UU"], ["2", "SE 14"]]) == ["No", "Uraian", "1.", "UU", "2.", "SE", "14"]
    assert read([["1.", "UU"], ["2)", "SE"]]) == ["1.", "UU", "2.", "SE"]


def test_other_numbers_stay_as_they_are() -> None:
    assert read([["No", "Jumlah"], ["3", "UU"], ["5", "SE"]]) == ["No", "Jumlah", "3", "UU", "5", "SE"]
