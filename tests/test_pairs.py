"""Which tables on two pages are halves of one."""

from dataclasses import replace

from extractors.stitching.pairs import side_by_side
from tests.making import table


def test_counts_with_the_same_unit_are_no_names_that_come_again() -> None:
    left = table(
        [["No", "Konten", "IG"], ["1", "Berita", "79 post"], ["2", "Repost", "9 post"], ["3", "Video", "5 post"]]
    )
    right = table(
        [["FB", "X", "YT"], ["9 post", "1 post", "79 post"], ["1 post", "2 post", "9 post"], ["-", "-", "5 post"]],
        page=2,
    )
    whole = side_by_side(left, right)
    assert whole is not None and whole.width == 6


def test_the_same_rows_again_are_a_table_and_its_continuation() -> None:
    left = table([["Konten", "IG"], ["Berita", "7"], ["Repost", "9"], ["Video", "5"]])
    again = table([["Konten", "FB"], ["Berita", "1"], ["Repost", "2"], ["Video", "3"]], page=2)
    assert side_by_side(left, again) is None


def test_headings_that_begin_at_other_heights_in_the_two_halves_go_together() -> None:
    ours = replace(table([["No", "Konten"], ["1", "Berita"], ["2", "Video"]]), header_rows=1)
    theirs = replace(table([["TikTok"], ["8"], ["7"]], page=2), header_rows=1)
    cells = (replace(c, box=(c.box[0], c.box[1] - 30, c.box[2], c.box[3])) if c.row == 0 else c for c in theirs.cells)
    whole = side_by_side(ours, replace(theirs, cells=tuple(cells)))
    assert whole is not None and whole.rows()[1:] == [["1", "Berita", "8"], ["2", "Video", "7"]]
