"""Tables that drawn lines enclose: strokes, grids, merged cells and open edges."""

from __future__ import annotations

from extractors.geometry import Rule
from extractors.grids import find_tables
from tests.support.drawing import ROWS, XS, flat, level, one_table, page_of, put, ruled_table, stream_rows, upright


def test_a_full_grid_gives_its_cells_with_their_lines() -> None:
    words, rules, _ = ruled_table(ROWS, XS)
    table = one_table(page_of(words, rules))
    assert table.method == "lattice"
    assert table.rows() == flat(ROWS)
    cell = next(c for c in table.cells if c.row == 1 and c.col == 2)
    assert cell.lines == ("Tahapan dan Jadwal", "Pilkada 2024")
    assert cell.box[0] == 180
    assert cell.box[2] == 350


def test_strokes_drawn_in_pieces_or_twice_are_one_line() -> None:
    words, rules, _ = ruled_table(ROWS, XS)
    pieces = []
    for rule in rules:
        if rule.horizontal:
            middle = (rule.x0 + rule.x1) / 2
            pieces += [
                Rule(rule.x0, rule.top, middle, rule.bottom),
                Rule(middle, rule.top + 2, rule.x1, rule.bottom + 2),
            ]
            pieces.append(Rule(rule.x0, rule.top + 2, middle + 20, rule.bottom + 2))
        else:
            pieces += [rule, Rule(rule.x0 + 2, rule.top, rule.x1 + 2, rule.bottom)]
    assert one_table(page_of(words, pieces)).rows() == flat(ROWS)


def test_missing_side_borders_drop_no_column() -> None:
    words, rules, _ = ruled_table(ROWS, XS)
    inner = [r for r in rules if r.horizontal or not (r.x0 < 51 or r.x1 > 539)]
    assert one_table(page_of(words, inner)).rows() == flat(ROWS)


def test_a_table_left_open_by_the_page_break_keeps_its_last_row() -> None:
    words, rules, end = ruled_table(ROWS, XS)
    opened = [r for r in rules if not (r.horizontal and abs(r.top - end) < 1)]
    assert one_table(page_of(words, opened)).rows() == flat(ROWS)


def test_cells_merged_over_rows_and_columns() -> None:
    xs, ys = [50, 100, 250, 320, 390], [100, 115, 130, 145, 160]
    rules = [
        *(level(y, 50, 390) for y in (100, 130, 145, 160)),
        level(115, 250, 390),  # below "Jumlah" only
        *(upright(x, 100, 160) for x in (50, 100, 250, 390)),
        upright(320, 115, 160),
    ]
    words = [
        *put("No", 53, 111), *put("Jenis", 103, 111), *put("Jumlah", 290, 111),
        *put("IG", 253, 126), *put("FB", 323, 126),
        *put("1", 53, 141), *put("Berita", 103, 141), *put("98", 253, 141), *put("97", 323, 141),
        *put("2", 53, 156), *put("Video", 103, 156), *put("5", 253, 156), *put("-", 323, 156),
    ]  # fmt: skip
    table = one_table(page_of(words, rules))
    spans = {c.text: (c.row, c.col, c.rowspan, c.colspan) for c in table.cells if c.lines}
    assert (len(xs), len(ys)) == (5, 5)
    assert spans["No"] == (0, 0, 2, 1)
    assert spans["Jumlah"] == (0, 2, 1, 2)
    assert spans["FB"] == (1, 3, 1, 1)
    assert table.rows()[2] == ["1", "Berita", "98", "97"]


def test_a_merged_row_breaks_no_table_without_sides() -> None:
    """The title of a group of rows interrupts all column rules at once; no rule stands at the table's sides."""
    rules = [level(y, 50, 500) for y in (100, 120, 140, 160, 180, 200)]
    rules += [upright(x, top, end) for x in (90, 250, 400) for top, end in ((100, 120), (140, 160), (180, 200))]
    words = [w for x, name in ((60, "No"), (100, "Konten"), (260, "IG"), (410, "FB")) for w in put(name, x, 114)]
    for n, y in enumerate((134, 174)):
        words += put(f"Minggu {'I' * (n + 1)}", 60, y)
        words += [w for x, t in ((60, "1."), (100, "Video"), (260, "4"), (410, "5")) for w in put(t, x, y + 20)]
    assert one_table(page_of(words, rules)).rows()[1:] == [
        ["Minggu I", "", "", ""],
        ["1.", "Video", "4", "5"],
        ["Minggu II", "", "", ""],
        ["1.", "Video", "4", "5"],
    ]


def test_tables_without_sides_below_one_another_stay_apart() -> None:
    rules = [level(y, 50, 500) for y in (100, 120, 140, 170, 190, 210)]
    rules += [upright(x, 100, 140) for x in (90, 250, 400)] + [upright(x, 170, 210) for x in (90, 300)]
    words = [w for x in (60, 100, 260, 410) for y in (114, 134) for w in put("12", x, y)]
    words += [w for x in (60, 100, 310) for y in (184, 204) for w in put("12", x, y)]
    assert len(find_tables(page_of([*words, *put("Rekap", 60, 160)], rules))) == 2


def test_the_edge_of_the_sheet_beside_two_tables_joins_them_not() -> None:
    rules = [level(y, 50, 500) for y in (100, 120, 140, 170, 190, 210)] + [upright(8, 110, 400)]
    rules += [upright(x, 100, 140) for x in (50, 250, 500)] + [upright(x, 170, 210) for x in (50, 300, 500)]
    words = [w for x in (60, 260, 310) for y in (114, 134, 184, 204) for w in put("12", x, y)]
    assert len(find_tables(page_of([*words, *put("Rekap", 60, 160)], rules))) == 2


def test_a_page_of_thousands_of_strokes_is_left_alone() -> None:
    drawing = [level(100 + n * 0.2, 50 + n % 7, 300) for n in range(3000)]
    drawing += [upright(50 + n * 0.2, 100, 700) for n in range(2500)]
    assert isinstance(find_tables(page_of(stream_rows(), drawing)), list)


def test_column_rules_alone_are_a_table_and_its_first_line_may_end_a_row() -> None:
    rules = [upright(x, 60, 140) for x in (50, 90, 300, 450)]
    words = [
        *put("lembaga survei", 93, 71),
        *put("5.", 53, 88), *put("Distribusi logistik", 93, 88), *put("RRI", 303, 88),
        *put("6.", 53, 105), *put("Pengumuman daftar calon", 93, 105), *put("Website", 303, 105),
        *put("tetap anggota", 93, 117),
    ]  # fmt: skip
    assert one_table(page_of(words, rules)).rows() == [
        ["", "lembaga survei", ""],
        ["5.", "Distribusi logistik", "RRI"],
        ["6.", "Pengumuman daftar calon tetap anggota", "Website"],
    ]


def test_two_ruled_tables_side_by_side_are_two() -> None:
    words, rules = [], []
    for x in (50, 250):
        rows = [["Konten", "Jumlah"], ["Video", "4"], ["Repost", "3"]]
        held, drawn, _ = ruled_table(rows, [x, x + 90, x + 170])
        words, rules = [*words, *held], [*rules, *drawn]
    assert [table.width for table in find_tables(page_of(words, rules))] == [2, 2]


def test_a_column_rule_that_titles_and_totals_part_from_all_level_rules_is_a_wall() -> None:
    words, rules = [], [level(400, 50, 300), *(upright(x, 60, 400) for x in (50, 300))]
    for top, month in ((60, "Mei"), (230, "Juni")):
        words += put(f"Bulan {month}", 150, top + 14)
        for n in range(1, 8):
            words += [*put(f"{n}.", 53, top + 18 + 16 * n), *put("Foto", 83, top + 18 + 16 * n)]
            words += [*put("12", 203, top + 18 + 16 * n), *put("14", 253, top + 18 + 16 * n)]
        words += [*put("Total", 120, top + 150), *put("84", 203, top + 150), *put("98", 253, top + 150)]
        rules += [upright(80, top + 20, top + 136), *(upright(x, top + 20, top + 170) for x in (200, 250))]
    rows = one_table(page_of(words, rules)).rows()
    assert rows[:2] == [["Bulan Mei", "", "", ""], ["1.", "Foto", "12", "14"]]
    assert rows[8][2:] == ["84", "98"]
    assert rows[9] == ["Bulan Juni", "", "", ""]
