"""Pages set in two columns, with tables in one of them or over both."""

from __future__ import annotations

from extractors.geometry import Word
from extractors.grids import find_tables
from tests.support.drawing import level, one_table, page_of, put, put_right

LINE = "kata yang mengisi baris kolom halaman ini"
YEARS = ["2008", "2009", "2010"]


def _prose(x: float, first: int, last: int) -> list[Word]:
    """Lines of a column, every fifth of them the short last one of a paragraph."""
    return [w for n in range(first, last) for w in put(LINE if n % 5 else "kata akhir.", x, 100 + 12 * n)]


def _figures(label: str, x: float, ends: list[float], base: float, factor: int) -> list[Word]:
    """A row: a label and a figure for each column."""
    return put(label, x, base) + [w for n, end in enumerate(ends) for w in put_right(f"{factor * (n + 7)}", end, base)]


def test_a_table_in_one_of_two_columns_of_prose_stands_alone() -> None:
    words = [*_prose(50, 0, 12), *_prose(50, 22, 34), *_prose(310, 0, 34)]
    words += [w for y, end in zip(YEARS, (160, 200, 240), strict=True) for w in put_right(y, end, 256)]
    for n, label in enumerate(("Sambas", "Sanggau", "Landak", "Kubu Raya", "Sintang")):
        words += _figures(label, 50, [160, 200, 240], 268 + 12 * n, 3 * n + 11)
    rows = one_table(page_of(words, [level(80, 50, 520), level(247, 50, 245), level(258, 50, 245)])).rows()
    assert rows[0] == ["", *YEARS]
    assert [row[0] for row in rows[1:]] == ["Sambas", "Sanggau", "Landak", "Kubu Raya", "Sintang"]


def test_a_table_over_both_columns_is_whole() -> None:
    words = [*_prose(50, 0, 14), *_prose(50, 22, 34), *_prose(310, 0, 14), *_prose(310, 22, 34)]
    ends = [200.0, 260.0, 340.0, 420.0, 510.0]
    for n, label in enumerate(("Sambas", "Sanggau", "Landak", "Kubu Raya", "Sintang", "Bengkayang")):
        words += _figures(label, 50, ends, 274 + 12 * n, 3 * n + 11)
    (table,) = find_tables(page_of(words))
    assert table.width == 6
    assert len(table.rows()) == 6


def test_two_tables_side_by_side_under_captions_are_two() -> None:
    words = [*_prose(50, 10, 24), *_prose(310, 10, 24)]
    for x in (50, 310):
        words += put(f"Tabel {x // 50}. Hasil", x, 100)
        for n, label in enumerate(("Partai", "Sambas", "Landak", "Sintang", "Bengkayang")):
            words += _figures(label, x, [x + 110.0, x + 150.0, x + 190.0], 114 + 12 * n, 3 * n + 11)
    assert [table.width for table in find_tables(page_of(words))] == [4, 4]


def test_rows_over_both_columns_are_whole_though_a_label_is_wrapped_and_prose_ends_above() -> None:
    words = [*_prose(50, 0, 16), *_prose(310, 0, 16)]
    labels = [
        "Sambas",
        "Sanggau yang",
        "luas",
        "Landak",
        "Sintang",
        "Kapuas yang",
        "hulu",
        "Kota yang",
        "baru",
        "Melawi",
    ]
    for n, label in enumerate(labels):
        ends = [200.0, 260.0, 340.0, 420.0, 510.0] if label not in ("luas", "hulu", "baru") else []
        words += _figures(label, 50, ends, 304 + 12 * n, 3 * n + 11)
    (table,) = find_tables(page_of(words))
    assert [row[0] for row in table.rows()][-1] == "Melawi"
    assert table.width == 6


def test_a_table_in_the_right_column_goes_on_where_the_prose_at_the_left_ends() -> None:
    words = [*_prose(50, 0, 15), *_prose(310, 0, 12)]
    for n, label in enumerate(("Sambas", "Sanggau", "Landak", "Sintang", "Melawi", "Sekadau", "Kapuas")):
        words += _figures(label, 310, [420.0, 460.0, 500.0], 256 + 12 * n, 3 * n + 11)
    for n, label in enumerate(("Kota", "Desa", "Pesisir", "Hulu", "Hilir")):
        words += _figures(label, 50, [200.0, 260.0, 340.0, 420.0, 510.0], 380 + 12 * n, 3 * n + 11)
    words += put("Tabel 3. Seluruhnya", 50, 360)
    assert [(table.width, len(table.rows())) for table in find_tables(page_of(words))] == [(4, 7), (6, 5)]
