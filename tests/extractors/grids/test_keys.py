"""Rows that only their key tells, a number or a day, and headings in a box above rows without rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.geometry import Fill, Page, Rule, Table, Word
from extractors.grids import find_tables
from extractors.grids.dated import dated_blocks
from extractors.grids.upended import laid_level
from extractors.normalise.torn import Beginning, torn_rows
from extractors.stitching.stitch import stitch
from tests.support.drawing import grid_rules, level, page_of, put, upright

XS = (60, 90, 190, 380)
LEADING = 11.0
HEADING = ("No", "Tanggal", "Materi", "Media")
DAYS = [
    ("Kamis, 3\nOktober\n2024", "Tata cara pindah\nmemilih", "Radio"),
    ("Sabtu, 5\nOktober\n2024", "Kirab", "Laman"),
    ("Senin - Rabu,\n7 - 9 Oktober\n2024", "Apel pagi", "Baliho\nRadio"),
    ("Minggu,\n13 Oktober\n2024", "Lomba", "Radio"),
]


def printed(items: Sequence[Sequence[str]], base: float, place: float, xs: Sequence[float] = XS) -> list[Word]:
    """Rows one right below another, each cell's lines at the top (`place` 0) or the foot (1) of its row."""
    words: list[Word] = []
    for item in items:
        height = max(text.count("\n") for text in item)
        for x, text in zip(xs, item, strict=True):
            start = base + place * LEADING * (height - text.count("\n"))
            words += [w for n, line in enumerate(text.split("\n")) for w in put(line, x, start + LEADING * n)]
        base += LEADING * (height + 1)
    return words


def names(base: float, heading: Sequence[str] = HEADING, xs: Sequence[float] = XS) -> list[Word]:
    return [word for x, text in zip(xs, heading, strict=True) for word in put(text, x, base, bold=True)]


def flat(items: Sequence[Sequence[str]]) -> list[list[str]]:
    return [[" ".join(text.split()) for text in item] for item in items]


def stitched(*pages: Page) -> list[Table]:
    return stitch([(page, find_tables(page)) for page in pages])


def test_days_of_several_lines_are_the_keys_of_rows_without_numbers() -> None:
    texts = [line for item in DAYS for line in item[0].split("\n")]
    assert dated_blocks(texts) == [(0, 1, 2), (3, 4, 5), (6, 7, 8), (9, 10, 11)]
    assert dated_blocks(["Kirab", "Apel", "Lomba 2", "Rapat"]) == []
    for place in (0.0, 1.0):
        found = find_tables(page_of([*names(100, HEADING[1:], XS[1:]), *printed(DAYS, 116, place, XS[1:])]))
        assert [table.rows() for table in found] == [[list(HEADING[1:]), *flat(DAYS)]]


def test_the_first_day_is_no_name_of_a_column() -> None:
    (table,) = find_tables(page_of(printed(DAYS, 116, 0.0, XS[1:])))
    assert (table.header_rows, table.rows()) == (0, flat(DAYS))


def test_a_sentence_is_not_torn_where_rows_could_begin_as_well_as_end_with_their_number() -> None:
    items = [
        ("1.", "2 Mei 2025", "Kirab", "Radio"),
        ("2.", "3 Mei 2025", "Apel", "Laman KPU,\nInstagram"),
        ("3.", "5 Mei 2025", "Pengumuman\nhasil seleksi", "Baliho"),
        ("4.", "6 Mei 2025", "Lomba", "Radio,\nTelegram"),
        ("5.", "7 Mei 2025", "Rapat", "Radio"),
    ]
    (table,) = find_tables(page_of([*names(100), *printed(items, 116, 1.0)]))
    assert table.rows() == [list(HEADING), *flat(items)]


def test_a_whole_first_row_alone_may_have_a_line_over_its_number() -> None:
    items = [("1.", "Rabu, 3 Mei\n2025", "Kirab", "Radio"), ("2.", "5 Mei 2025", "Apel", "Laman")]
    (table,) = find_tables(page_of([*names(100), *printed(items, 116, 1.0)]))
    assert table.rows()[1:] == flat(items)


def test_what_begins_below_a_text_goes_on_with_it_however_far_the_lines_stand_apart() -> None:
    items = [
        ("1.", "Kirab", "2 Mei 2025", "-"),
        ("2.", "Apel", "3 Mei 2025\nAula KPU", "-"),
        ("3.", "Rapat", "5 Mei 2025", "-"),
        ("4.", "Lomba", "6 Mei 2025", "-"),
    ]
    (table,) = find_tables(page_of([*names(100), *printed(items, 116, 0.0)]))
    assert table.rows()[1:] == flat(items)


def test_shaded_titles_part_no_rows_of_several_lines() -> None:
    one = [("1.", "2 Mei 2025", "Pengumuman\nhasil seleksi", "RRI"), ("2.", "3 Mei 2025", "Apel\npagi", "RRI")]
    words = [*names(100), *put("Pemerintah", 200, 116, bold=True), *printed(one, 130, 1.0)]
    words += [*put("Non Pemerintah", 200, 174, bold=True), *printed(one, 188, 1.0)]
    fills = [Fill((55, y - 9, 440, y + 3), 0.9) for y in (116, 174)]
    rules = [level(y, 55, 440) for y in (88, 104, 234)]
    (table,) = find_tables(page_of(words, rules, fills))
    assert [row for row in table.rows() if row[1].strip()] == [list(HEADING), *flat(one), *flat(one)]


def test_the_row_at_the_top_of_a_page_ends_with_its_number_where_the_others_do() -> None:
    items = [(f"{n}.", "2 Mei 2025", "Pengumuman\nhasil seleksi", "RRI") for n in range(4, 7)]
    words = [*printed(items[:1], 60, 1.0), *put("Bulan Juni", 200, 86), *printed(items[1:], 102, 1.0)]
    rules = [
        *(upright(x, 48, 76) for x in (55, 85, 185, 375, 480)),
        *(upright(x, 92, 140) for x in (55, 85, 185, 375, 480)),
    ]
    rules += [level(y, 55, 480) for y in (76, 92, 140)] + [upright(x, 76, 92) for x in (55, 480)]
    (table,) = find_tables(page_of(words, rules))
    assert next(row for row in table.rows() if row[0]) == flat(items[:1])[0]


def boxed(base: float) -> tuple[list[Word], list[Rule]]:
    """Names of columns, not bold, in a box of walls."""
    xs = (55, 85, 185, 375, 480)
    words = [word for x, text in zip(XS, HEADING, strict=True) for word in put(text, x, base)]
    return words, grid_rules(xs, (base - 12, base + 4))


ROWS = [(f"{n}.", f"{n} Mei 2025", "Kirab pemilu", "Radio") for n in range(1, 6)]


def test_a_box_of_names_is_the_heading_of_the_rows_without_rules_below_it() -> None:
    words, rules = boxed(100)
    (table,) = stitched(page_of([*words, *printed(ROWS, 116, 0.0)], rules))
    assert (table.header_rows, table.rows()) == (1, [list(HEADING), *flat(ROWS)])


def test_the_walls_of_a_box_of_names_tell_the_columns_below_it() -> None:
    words, rules = boxed(100)
    spread = [w for n in range(2, 5) for w in put("dan", 340, 116 + LEADING * n)]
    (table,) = stitched(page_of([*words, *printed(ROWS, 116, 0.0), *spread], rules))
    assert table.rows()[3] == ["3.", "3 Mei 2025", "Kirab pemilu dan", "Radio"]


def test_a_box_of_names_on_the_next_page_is_no_row_of_a_table_without_heading() -> None:
    words, rules = boxed(60)
    more = [(f"{n}.", f"{n} Mei 2025", "Kirab pemilu", "Radio") for n in range(6, 9)]
    second = replace(page_of([*words, *printed(more, 76, 0.0)], rules), number=2)
    found = stitched(page_of(printed(ROWS, 600, 0.0)), second)
    assert [table.rows() for table in found] == [flat(ROWS), [list(HEADING), *flat(more)]]


def test_the_rest_of_a_cut_row_below_a_repeated_heading_is_no_name() -> None:
    first = page_of([*names(100), *printed(ROWS, 116, 0.0)])
    more = [("6.", "6 Mei 2025", "Apel", "Radio"), ("7.", "7 Mei 2025", "Apel", "Radio")]
    second = page_of([*names(60), *put("serentak", 190, 72, bold=True), *printed(more, 84, 0.0)], number=2)
    (table,) = stitched(first, second)
    assert table.rows()[5:] == [["5.", "5 Mei 2025", "Kirab pemilu serentak", "Radio"], *flat(more)]


def test_names_of_groups_stay_near_the_upended_names_below_them() -> None:
    words = [*put("Instagram", 100, 60), *put("Facebook", 160, 60)]
    words += [Word("September", x, 66, x + 10, 120, 10, upright=False, angle=90) for x in (100, 130, 160, 190)]
    laid = {word.text: word for word in laid_level([*put("Rekap", 20, 48), *words])}
    assert laid["September"].top - laid["Instagram"].bottom < 10
    assert laid["Rekap"].bottom < 52


def test_rows_that_begin_amid_a_sentence_are_torn() -> None:
    rows = [Beginning(text, "2 Mei 2025", 1) for text in ("Apel", "Rapat", "Kirab", "Lomba", "daerah Jadwal", "Apel")]
    assert torn_rows(rows, ruled=False) == {3, 4}
    assert torn_rows(rows, ruled=True) == set()
    assert torn_rows([rows[0], Beginning("Kirab", "2024 Minggu, 6 Mei", 2)], ruled=True) == {0, 1}
    assert torn_rows([rows[0], Beginning("Kirab", "", 2, numbered=False)], ruled=True) == {0, 1}
    assert torn_rows([replace(row, text=row.text.lower()) for row in rows], ruled=False) == set()


def test_a_level_name_at_the_head_of_its_tall_cell_stands_level_with_the_upended_ones() -> None:
    words = [Word("September", x, 60, x + 10, 120, 10, upright=False, angle=90) for x in (100, 130, 160)]
    others = [*put("Jenis konten", 20, 90), *put("apa", 20, 102), *put("Total", 200, 70)]
    laid = {word.text: word for word in laid_level([*others, *words])}
    assert laid["Total"].bottom == laid["apa"].bottom == laid["September"].bottom
    assert laid["Jenis"].bottom == laid["konten"].bottom == laid["apa"].bottom - 12


def test_upended_names_stay_over_the_rule_above_the_first_row() -> None:
    words = [Word("September", x, 60, x + 10, 120, 10, upright=False, angle=90) for x in (100, 130, 160)]
    row = [word for x, text in ((20, "IG"), (100, "4"), (130, "5"), (160, "6")) for word in put(text, x, 145)]
    laid = {word.text: word for word in laid_level([*words, *row])}
    assert 120 < laid["September"].bottom <= row[0].top - 10


def test_a_name_behind_upended_ones_may_stand_over_their_upper_end() -> None:
    words = [Word("September", x, 60, x + 10, 120, 10, upright=False, angle=90) for x in (100, 130, 160)]
    below = [
        word for x, text in ((20, "IG"), (100, "4"), (130, "5"), (160, "6"), (205, "15")) for word in put(text, x, 130)
    ]
    laid = {word.text: word for word in laid_level([*put("Total", 200, 48), *put("2", 260, 48), *words, *below])}
    assert laid["Total"].bottom == laid["September"].bottom
    assert laid["2"].bottom < laid["September"].top
