"""Columns shown by where rules and shaded boxes end."""

from __future__ import annotations

from itertools import pairwise

from extractors.geometry import Fill
from tests.support.drawing import level, one_table, page_of, put, put_right


def test_rules_under_some_columns_show_where_the_others_end() -> None:
    words, base = put("Platform", 60, 100) + put("Konten", 150, 100) + put("April", 300, 100), 100.0
    rules = [level(90, 55, 360), level(105, 55, 360)]
    for name in ("Instagram", "Facebook"):
        words += put(name, 62, base + 40)
        for n in range(4):
            base += 16
            words += [*put("Berita Kegiatan", 118, base), *put_right("17", 330, base)]
            rules.append(level(base + 5, 55 if n == 3 else 115, 360))
    rows = one_table(page_of(words, rules)).rows()
    assert [row[0] for row in rows] == ["Platform", "Instagram", "", "", "", "Facebook", "", "", ""]


def test_rules_that_stop_at_merged_cells_show_the_columns() -> None:
    """Media are merged over all rows, dates over two of them twice; no upright rule is drawn."""
    rules = [level(y, 50, 500) for y in (80, 100, 220)] + [level(y, 50, 400) for y in (120, 140, 180)]
    rules += [level(y, x0, x1) for y in (160, 200) for x0, x1 in ((50, 110), (200, 400))]
    names = ((60, "No"), (120, "Tanggal"), (220, "Informasi"), (420, "Media"))
    words = [w for x, name in names for w in put(name, x, 94)]
    for n in range(6):
        words += [*put(f"{n + 1}.", 60, 114 + 20 * n), *put(f"Kelas demokrasi {n}", 220, 114 + 20 * n)]
        words += put(f"{n} April", 120, 114 + 20 * n) if n not in (3, 5) else []
    table = one_table(page_of([*words, *put("Grup WA Bakohumas", 405, 164)], rules))
    spans = {cell.text: cell.rowspan for cell in table.cells}
    assert table.method == "lattice" and table.width == 4
    assert spans["Grup WA Bakohumas"] == 6 and spans["2 April"] == 2


def test_rules_that_stop_where_not_all_columns_end_show_none() -> None:
    rules = [level(y, 50, 500) for y in (80, 100, 220)] + [level(y, 50, 400) for y in (120, 140, 160, 180, 200)]
    words = [
        w for x, name in ((60, "No"), (120, "Konten"), (330, "Post"), (420, "Followers")) for w in put(name, x, 94)
    ]
    for n in range(6):
        words += [w for x, text in ((60, f"{n + 1}."), (120, "Berita"), (330, "7")) for w in put(text, x, 114 + 20 * n)]
    assert one_table(page_of([*words, *put("900", 420, 164)], rules)).width == 4


def test_rules_that_stop_at_merged_cells_show_no_columns_where_others_run_beyond_them() -> None:
    """A page break cuts the table: below the last rule over all columns stand the rows of one more merged cell."""
    rules = [level(y, 50, 500) for y in (80, 100, 160)] + [level(y, 50, 400) for y in (120, 180)]
    rules += [level(y, x0, x1) for y in (140, 200) for x0, x1 in ((50, 110), (200, 400))] + [level(220, 50, 400)]
    words = [w for x, name in ((60, "No"), (120, "Tanggal"), (220, "Isi"), (420, "Media")) for w in put(name, x, 94)]
    for n in range(6):
        words += [*put(f"{n + 1}.", 60, 114 + 20 * n), *put("Kelas demokrasi", 220, 114 + 20 * n)]
        words += put(f"{n} April", 120, 114 + 20 * n) if n not in (2, 5) else []
    table = one_table(page_of([*words, *put("Grup WA", 405, 114), *put("Radio", 405, 174)], rules))
    media = {cell.text: cell.rowspan for cell in table.cells if cell.col == 3}
    assert table.width == 4 and media == {"Media": 1, "Grup WA": 3, "Radio": 3}


def test_rules_show_the_columns_of_a_table_that_a_page_break_cuts_within_its_merged_cells() -> None:
    """No rule over all columns stands below the heading, and a date stands amid its two rows, over the last rule."""
    rules = [level(y, 50, 500) for y in (80, 100)] + [level(y, 50, 400) for y in (140, 160, 180)]
    rules += [level(y, x0, x1) for y in (120, 200) for x0, x1 in ((50, 110), (200, 400))]
    words = [w for x, name in ((60, "No"), (120, "Tanggal"), (220, "Isi"), (420, "Media")) for w in put(name, x, 94)]
    for n in range(6):
        words += [*put(f"{n + 1}.", 60, 114 + 20 * n), *put("Kelas demokrasi", 220, 114 + 20 * n)]
    words += [w for n, base in enumerate((123, 154, 174, 203)) for w in put(f"{n} April", 120, base)]
    rows = one_table(page_of([*words, *put("Grup WA", 405, 164)], rules)).rows()
    assert [row[0] for row in rows] == ["No", *(f"{n + 1}." for n in range(6))]
    assert [row[1] for row in rows[1:]] == ["0 April", "", "1 April", "2 April", "3 April", ""]


def test_shaded_boxes_of_names_part_texts_that_all_but_touch() -> None:
    xs = [58, 90, 200, 300]
    fills = [Fill((x0, 90, x1, 104), 0.8) for x0, x1 in pairwise(xs)]
    words = [w for x, name in zip(xs, ("No", "Kegiatan", "Tempat"), strict=False) for w in put(name, x + 2, 101)]
    for n in range(4):
        base = 118 + 26 * n
        words += [*put(f"{n + 1}.", 60, base), *put_right("Rapat kerja kehumasan", 199, base)]
        words += [*put("Ruang", 202, base), *put("Rapat", 232, base), *put("bersama camat", 92, base + 12)]
    assert one_table(page_of(words, fills=fills)).rows()[1] == [
        "1.",
        "Rapat kerja kehumasan bersama camat",
        "Ruang Rapat",
    ]
