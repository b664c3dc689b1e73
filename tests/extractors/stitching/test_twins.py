"""Tables without walls under the same names: the longest shows where the columns of all are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.geometry import Page, Word
from extractors.grids import find_tables
from extractors.stitching import twins
from extractors.stitching.twins import with_columns_of_twins
from tests.support.drawing import page_of, put

NAMES = ("No", "Tanggal", "Informasi", "Media")
FULL = "Keputusan ketua KPU kabupaten nomor 2962024"
"""So long that the media beside it all but touch it."""
LONG = ("Jadwal tahapan", "Cek data pemilih", FULL, "Debat publik calon", "Hari jadi kota", FULL, "Kirab maskot")


def month(base: float, texts: tuple[str, ...], names: bool = True) -> list[Word]:
    """The table of a month, its heading at `base`."""
    xs = (60, 90, 180, 390)
    words = [word for x, name in zip(xs, NAMES, strict=True) for word in put(name, x, base)] if names else []
    for n, text in enumerate(texts, 1):
        row = (f"{n}.", f"{n} Mei 2024", text, "Grup WA Bakohumas")
        words += [word for x, part in zip(xs, row, strict=True) for word in put(part, x, base + 16 * n)]
    return words


def media(page: Page) -> list[list[str]]:
    """The last column of each table."""
    ((_, tables),) = with_columns_of_twins([(page, find_tables(page))])
    return [[row[-1] for row in table.rows()] for table in tables]


def test_a_short_table_has_the_columns_of_its_longest_twin() -> None:
    short = month(400, (FULL, FULL))
    (alone,) = media(page_of(short))
    assert alone[1:] != ["Grup WA Bakohumas"] * 2
    _, found = media(page_of([*month(100, LONG), *short]))
    assert found == ["Media", *["Grup WA Bakohumas"] * 2]


def test_a_short_table_may_show_more_columns_than_its_longest_twin() -> None:
    def posts(base: float, count: int, below: tuple[str, ...] = ()) -> list[Word]:
        xs = (60, 90, 240, 300, 360)
        rows = [("No", "Konten", "Laman", "TikTok", "Radio")]
        rows += [(f"{n}.", "Foto Berita", "17", "18", "19") for n in range(1, count + 1)]
        words = [
            w
            for n, row in enumerate(rows)
            for x, text in zip(xs, row, strict=True)
            for w in put(text, x, base + 14 * n)
        ]
        for n, text in enumerate(below, len(rows)):
            words += [*put(text, 60, base + 14 * n), *(w for x in xs[2:] for w in put("7.548", x, base + 14 * n))]
        return words

    page = page_of([*posts(100, 5, ("Banyak pengikut", "Banyak jangkauan")), *posts(400, 4)])
    assert [found.width for found in find_tables(page)] == [4, 5]
    ((_, tables),) = with_columns_of_twins([(page, find_tables(page))])
    for found in tables:
        assert found.rows()[1] == ["1.", "Foto Berita", "17", "18", "19"]


def test_a_table_that_shows_as_many_columns_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    page = page_of([*month(100, LONG[:2] * 4), *month(400, LONG[:2] * 2)])
    monkeypatch.setattr(twins, "read_again", lambda table, *_: replace(table, cells=()))
    ((_, found),) = with_columns_of_twins([(page, find_tables(page))])
    assert [len(table.rows()) for table in found] == [9, 5]
