from extractors.normalise.dissemination_items import Publication
from extractors.normalise.gaps import with_gaps_doubted


def row(number: str | None, page: int) -> Publication:
    return Publication(number, "", None, None, "", "", page, (0, 0, 1, 1))


def test_rows_beside_a_skipped_number_are_doubted_on_scanned_pages() -> None:
    rows = [row(number, page) for number, page in (("8", 1), ("9", 2), (None, 2), ("12", 2), ("1", 2), ("2", 2))]
    assert [row.doubt is not None for row in with_gaps_doubted(rows, {2})] == [False, True, False, True, False, False]
    assert with_gaps_doubted(rows, {1}) == rows
