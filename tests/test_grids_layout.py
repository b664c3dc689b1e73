"""Lines put into columns: merged cells, texts that nearly touch, tables of one row."""

from __future__ import annotations

from extractors.geometry import Word
from tests.drawing import level, one_table, page_of, put


def test_row_rules_under_some_columns_make_merged_cells() -> None:
    rules = [level(85, 50, 500), level(100, 50, 500), level(160, 50, 500)]
    rules += [level(120, 50, 290), level(140, 50, 290)]
    words = [*put("No", 53, 96), *put("Informasi", 100, 96), *put("Media", 300, 96), *put("RRI Sintang", 300, 134)]
    for n in range(3):
        words += [*put(f"{n + 1}", 53, 114 + 20 * n), *put(f"Sosialisasi tahap {n}", 100, 114 + 20 * n)]
    table = one_table(page_of(words, rules))
    media = next(c for c in table.cells if c.text == "RRI Sintang")
    assert (media.row, media.rowspan, media.col) == (1, 3, 2)
    assert [row[1] for row in table.rows()] == ["Informasi", *(f"Sosialisasi tahap {n}" for n in range(3))]


def test_a_text_that_nearly_touches_the_next_column_stays_in_its_own() -> None:
    words: list[Word] = []
    for n in range(1, 7):
        long = "30 Agustus 2023 s.d." if n == 4 else f"{n} Agustus 2023"
        base = 100 + 16 * n
        words += [*put(f"{n}", 60, base), *put(long, 90, base), *put("Aula Kantor Bupati", 188.4, base)]
    assert one_table(page_of(words)).rows()[3] == ["4", "30 Agustus 2023 s.d.", "Aula Kantor Bupati"]


def test_one_row_under_a_heading_that_a_page_repeats_is_a_table() -> None:
    names = ((60, "No Urut"), (140, "Jenis Unggahan"), (260, "Postingan"))
    words = [w for x, name in names for w in put(name, x, 60, bold=True)]
    words += [w for x, text in ((62, "11."), (110, "Promosi"), (270, "7")) for w in put(text, x, 76)]
    words += put("4) Twitter (@kpu)", 60, 100, bold=True)
    assert one_table(page_of(words)).rows()[1] == ["11.", "Promosi", "7"]


def test_one_row_under_its_heading_at_the_foot_of_a_page_is_a_table() -> None:
    names = ((60, "No"), (110, "Tanggal"), (200, "Uraian"), (400, "Media"))
    words = [w for x, name in names for w in put(name, x, 700, bold=True)]
    words += [
        w for x, text in ((62, "1."), (105, "1 April"), (180, "Kirab Pemilu"), (380, "RRI")) for w in put(text, x, 716)
    ]
    assert one_table(page_of([*words, *put("serentak", 180, 728)])).rows()[1] == [
        "1.",
        "1 April",
        "Kirab Pemilu serentak",
        "RRI",
    ]
