"""Headings that a converter cut in three cells for each name."""

from extractors.stitching.head_edges import without_head_edges
from tests.support.making import table


def test_names_between_blanks_stand_over_their_columns() -> None:
    heading: list[str | None] = ["", "No", "", "", "IG", "", "", "FB", ""]
    rows: list[list[str | None]] = [[str(n), None, None, "7", None, None, "8", None, None] for n in (1, 2)]
    assert without_head_edges(table([heading, *rows])).rows() == [["No", "IG", "FB"], ["1", "7", "8"], ["2", "7", "8"]]


def test_an_edge_that_a_row_or_two_names_need_stays() -> None:
    kept = table([["Jumlah", None, "Ket"], ["IG", "FB", ""], ["1", "2", None], ["3", "4", None]])
    assert without_head_edges(kept).width == 3
    named = table([["IG", "FB"], ["7", None], ["8", None]])
    assert without_head_edges(named).width == 2


def test_the_rest_of_a_row_has_no_heading() -> None:
    assert without_head_edges(table([["", "", "Wartawan", ""]])).width == 4
