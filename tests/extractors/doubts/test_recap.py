"""Figures of a recap that its totals or the page's own names contradict."""

from dataclasses import replace

from extractors.document import SocialMedia
from extractors.doubts.names import GLUED, OTHER_NAME, with_misplaced_doubted
from extractors.doubts.sums import CROSSED, TOGETHER, UNSEEN, Sum, contradicted, with_unseen_totals_doubted
from extractors.geometry import Word
from extractors.meaning.grid import Grid
from extractors.normalise.recap import read_recap
from extractors.normalise.recap_doubts import NO_NAME, NOTHING
from extractors.vocabulary import load
from tests.support.drawing import page_of, put
from tests.support.making import table

PLACES = {"instagram": 200, "facebook": 300, "twitter": 400}
NAMED = ("instagram", "facebook", "other")
LABELS = {"foto_berita": ("Foto Berita", 130), "video": ("Video", 150), "repost": ("Repost", 170)}


def cell(content: str, platform: str, x: float | None = None, y: float | None = None, text: str = "7") -> SocialMedia:
    place = (x or PLACES[platform], y or LABELS[content][1])
    box = (place[0] - 5.0, place[1] - 8.0, place[0] + 20.0, place[1] + 4.0)
    return SocialMedia(content, LABELS[content][0], platform, 7, text, None, 1, box)


def names() -> list[Word]:
    heads = [word for name, x in PLACES.items() for word in put(name.capitalize(), x, 100)]
    return heads + [word for name, y in LABELS.values() for word in put(name, 60, y)]


def doubts(cells: list[SocialMedia], *more: Word) -> list[str | None]:
    return [c.doubt for c in with_misplaced_doubted(cells, [page_of([*names(), *more])], load())]


def test_a_figure_under_another_name_or_beside_one_is_doubted() -> None:
    right = [cell(content, platform) for content in LABELS for platform in PLACES]
    assert doubts(right) == [None] * 9
    assert doubts([*right, cell("video", "facebook", x=400)])[9] == OTHER_NAME
    assert doubts([*right, cell("video", "facebook", y=170)])[9] == OTHER_NAME


def test_a_name_over_several_rows_may_stand_anywhere_beside_them() -> None:
    rows = [
        cell("video", platform, x=300, y=120 + 12 * n)
        for n, platform in enumerate(["instagram"] * 4 + ["facebook"] * 4)
    ]
    words = [*put("Instagram", 60, 120), *put("Facebook", 60, 168)]
    assert [c.doubt for c in with_misplaced_doubted(rows, [page_of(words)], load())] == [None] * 8


def read(*rows: list[str | None]) -> list[str | None]:
    return [
        c.doubt for c in read_recap(Grid(table([["No", "Konten", "Instagram", "Facebook"], *rows])), [], load()).cells
    ]


def test_a_name_with_a_number_or_total_in_it_is_doubted_and_so_is_a_column_of_blanks() -> None:
    rows: list[list[str | None]] = [
        ["1", "Foto Berita", "7", "8"],
        ["2", "Jumlah Total trea", "4", "5"],
        ["3", "12 Polling", "4", "5"],
    ]
    assert read(*rows) == [None, None, NO_NAME, NO_NAME, NO_NAME, NO_NAME]
    blank: list[list[str | None]] = [["1", name, "7", ""] for name in ("Foto Berita", "Video", "Repost")]
    assert read(*blank) == [None, NOTHING] * 3


def test_a_figure_made_of_two_or_read_as_blank_is_doubted() -> None:
    right = [cell("video", platform) for platform in PLACES]
    assert doubts(right, *put("1", 200, 150), *put("23", 212, 150)) == [GLUED, None, None]
    assert doubts([*right, cell("repost", "twitter", text="")], *put("5", 400, 170))[3] == GLUED


def test_a_figure_whose_row_and_column_fail_is_doubted_but_not_what_one_total_sums() -> None:
    rows = [frozenset({0, 1}), frozenset({2, 3})]
    columns = [frozenset({0, 2}), frozenset({1, 3})]
    one = [Sum(3, rows[0]), Sum(0, rows[1]), Sum(0, columns[0]), Sum(0, columns[1]), Sum(3, frozenset(range(4)))]
    assert contradicted(one) == {}
    assert contradicted([Sum(3, rows[0]), Sum(0, rows[1]), Sum(3, columns[0]), Sum(0, columns[1])]) == {0: CROSSED}


def test_columns_that_fail_together_are_doubted() -> None:
    columns = [Sum(3, frozenset({0, 2})), Sum(-3, frozenset({1, 3})), Sum(0, frozenset({4, 5}))]
    assert contradicted(columns) == dict.fromkeys((0, 1, 2, 3), TOGETHER)


def test_figures_under_an_unknown_name_that_are_the_sums_of_their_rows_are_doubted() -> None:
    def row(content: str, *posts: int) -> list[SocialMedia]:
        return [replace(cell(content, "twitter"), platform=p, posts=n) for p, n in zip(NAMED, posts, strict=True)]

    right, wrong = [*row("video", 3, 4, 7), *row("repost", 1, 2, 4)], [*row("video", 3, 4, 7), *row("repost", 1, 2, 3)]
    assert not any(c.doubt for c in with_unseen_totals_doubted(right))
    assert [c.doubt for c in with_unseen_totals_doubted(wrong)] == [None, None, UNSEEN] * 2


def test_figures_set_right_under_names_set_left_are_not_doubted() -> None:
    right = [cell(content, platform, x=PLACES[platform] + 90) for content in LABELS for platform in PLACES]
    figures = [word for content in LABELS.values() for x in PLACES.values() for word in put("7", x + 91, content[1])]
    assert doubts(right, *figures) == [None] * 9
    assert OTHER_NAME in doubts(right)


def test_figures_set_left_under_names_in_the_middle_are_not_doubted() -> None:
    """Nor where a table above names the same platforms."""
    heads = [word for name, x in zip(("IG", "FB", "X"), PLACES.values(), strict=True) for word in put(name, x, 100)]
    words = heads + [word for name, y in LABELS.values() for word in put(name, 60, y)]
    left = [cell(content, platform, x=PLACES[platform] - 84) for content in LABELS for platform in PLACES]
    figures = [word for _, y in LABELS.values() for x in PLACES.values() for word in put("7", x - 83, y)]
    above = [*put("IG", 110, 60), *put("FB", 110, 72)]
    for page in (page_of([*words, *figures]), page_of([*words, *figures, *above])):
        assert [c.doubt for c in with_misplaced_doubted(left, [page], load())] == [None] * 9
    assert OTHER_NAME in [c.doubt for c in with_misplaced_doubted(left, [page_of(words)], load())]
