"""Lines put into columns: merged cells, texts that nearly touch, tables of one row."""

from __future__ import annotations

from extractors.geometry import Fill, Word
from extractors.grids.stream import read_between
from tests.support.drawing import level, one_table, page_of, put, width_of


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


def merged(place: float) -> list[list[str]]:
    """A table of stripes beside merged cells, whose texts stand at a place in their rows."""
    fills = [Fill((150, 106 + 20 * n, 400, 126 + 20 * n), 0.93) for n in (1, 3, 5)]
    words = [w for x, name in ((60, "Konten"), (160, "Akun"), (300, "Juli")) for w in put(name, x, 96)]
    for n, account in enumerate(("IG", "FB", "IG", "FB", "Laman", "X")):
        words += [*put(account, 160, 120 + 20 * n), *put("57", 300, 120 + 20 * n)]
    for name, first, last in (("Video", 0, 1), ("Kuis", 2, 5)):
        words += put(name, 60, 120 + 20 * (first + place * (last - first)))
    return one_table(page_of(words, [level(y, 50, 400) for y in (84, 105)], fills)).rows()


def test_each_of_several_texts_in_a_strip_without_stripes_covers_its_rows() -> None:
    for place in (0.0, 0.5, 1.0):
        assert [row[0] for row in merged(place)] == ["Konten", "Video", "", "Kuis", "", "", ""]
    assert [row[0] for row in merged(0.2)][1:3] != ["Video", ""]


def test_a_title_centred_over_all_columns_begins_in_the_first() -> None:
    words: list[Word] = [*put("Wilayah", 60, 100), *(w for n in range(3) for w in put(f"201{n}", 240 + 80 * n, 100))]
    base = 116.0
    for title in ("Laki-laki", "Perempuan"):
        words += put(title, 240 - 22.5, base)
        for label in ("Sambas", "Landak", "Sintang"):
            base += 14
            words += [*put(label, 60, base), *(w for n in range(3) for w in put("45,5", 240 + 80 * n, base))]
        base += 14
    rows = one_table(page_of(words, [level(88, 60, 420), level(104, 60, 420)])).rows()
    assert [row[0] for row in rows if row[0] and not row[1]] == ["Laki-laki", "Perempuan"]


def test_a_line_alone_set_in_the_middle_of_its_column_is_the_rest_of_a_row() -> None:
    words = put("gudang logistik", 220 - width_of("gudang logistik") / 2, 84)
    for n, text in enumerate(("Sortir surat suara", "Distribusi logistik", "Ajakan ke TPS"), 9):
        base = 104 + 20 * (n - 9)
        words += [*put(f"{n}.", 60, base), *put("6 Mei", 95, base), *put(text, 220 - width_of(text) / 2, base)]
        words += [*put("Grup WA Bakohumas", 300, base)]
    rules = [level(y, 55, 400) for y in (72, 90, 110, 130, 150)]
    assert one_table(page_of(words, rules)).rows()[0] == ["", "", "gudang logistik", ""]


def test_rules_that_lead_from_labels_to_their_figures_part_no_rows() -> None:
    words, rules = [], []
    for n, (name, figure) in enumerate(
        (("Jumlah", "42"), ("Website", ""), ("Foto", "3"), ("Video", "6"), ("Berita", "8"))
    ):
        base = 100 + 14 * n
        words += [*put(name, 56, base), *put(figure, 350, base)]
        rules += [level(base - 0.5, 100, 345)] if figure and n else []
    found = read_between(words, page_of(words, rules), [56, 335, 540])
    assert found and found.rows() == [["Jumlah", "42"], ["Website", ""], ["Foto", "3"], ["Video", "6"], ["Berita", "8"]]
