"""Headings that only shading bounds."""

from __future__ import annotations

from itertools import pairwise

from extractors.geometry import Fill
from tests.support.drawing import ROWS, XS, flat, level, one_table, page_of, put, ruled_table, upright


def test_shaded_boxes_on_top_of_a_ruled_table_are_its_heading() -> None:
    words, rules, _ = ruled_table(ROWS[1:], XS)
    for x, name in zip(XS, ROWS[0], strict=False):
        words += put(name, x + 3, 95)
    fills = [Fill((x0, 85.0, x1, 100.0), 0.2) for x0, x1 in pairwise(XS)]
    assert one_table(page_of(words, rules, fills)).rows() == flat(ROWS)


def test_shading_over_the_upper_part_of_the_first_row_is_a_heading_of_its_own() -> None:
    """No rule parts the names from the first row, as in the lists of a word processor's table styles."""
    words, rules, _ = ruled_table(ROWS, XS)
    first = sorted({rule.top for rule in rules if rule.horizontal})[1]
    kept = [rule for rule in rules if not (rule.horizontal and rule.top == first)]
    fills = [Fill((a, 100, b, first), 0.4) for a, b in pairwise(XS)]
    assert one_table(page_of(words, kept, fills)).rows() == flat(ROWS)


def test_shading_of_two_rows_of_names_over_column_rules_is_a_heading() -> None:
    """No rule parts the names from the rows; the boxes of the groups hang over those of their columns."""
    xs = [50, 80, 180, 230, 280, 330, 400]
    rules = [level(100, 50, 400), level(220, 50, 400)]
    rules += [upright(x, 100, 220) for x in (50, 80, 180, 280, 400)] + [upright(x, 114, 220) for x in (230, 330)]
    fills = [Fill((x0, 100, x1, 128), 0.8) for x0, x1 in ((50, 80), (80, 180))]
    fills += [Fill((x0, 100, x1, 114), 0.8) for x0, x1 in ((180, 280), (280, 400))]
    fills += [Fill((x0, 114, x1, 128), 0.8) for x0, x1 in pairwise(xs[2:])]
    names = ((53, 118, "No"), (83, 118, "Konten"), (183, 111, "April"), (283, 111, "Mei"))
    words = [w for x, y, text in names for w in put(text, x, y)]
    words += [w for x, text in zip(xs[2:], ("IG", "FB") * 2, strict=False) for w in put(text, x + 3, 125)]
    for n in range(4):
        row = (f"{n + 1}", "Berita", "7", "8", "9", "6")
        words += [w for x, text in zip(xs, row, strict=False) for w in put(text, x + 3, 140 + 20 * n)]
    table = one_table(page_of(words, rules, fills))
    assert table.rows()[1:3] == [["", "", "IG", "FB", "IG", "FB"], ["1", "Berita", "7", "8", "9", "6"]]
    assert table.height == 6


def test_names_of_groups_stand_over_those_of_columns_whose_walls_begin_below_them() -> None:
    names = (
        (65, "Akun", 72),
        (150, "Juli", 72),
        (270, "Agustus", 72),
        *(
            (x, t, 92)
            for x, t in (
                (125, "Foto"),
                (185, "Video"),
                (245, "Foto"),
                (305, "Video"),
            )
        ),
    )
    figures = [
        (x, t, 118 + 20 * n)
        for n in range(3)
        for x, t in ((65, f"IG{n}"), (125, "1"), (185, "2"), (245, "3"), (305, "4"))
    ]
    words = [word for x, text, base in (*names, *figures) for word in put(text, x, base)]
    walls = [*(upright(x, 60, 170) for x in (120, 240)), *(upright(x, 80, 170) for x in (180, 300))]
    rows = one_table(page_of(words, [*(level(y, 60, 360) for y in (60, 102, 170)), *walls])).rows()
    assert rows[:2] == [["Akun", "Juli", "", "Agustus", ""], ["", "Foto", "Video", "Foto", "Video"]]
