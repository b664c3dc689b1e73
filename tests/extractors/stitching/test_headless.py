"""Headings that stand above the table which they belong to."""

from __future__ import annotations

from extractors.stitching.headless import with_heading, with_known_headings, with_names_at_foot
from extractors.structure.flow import Line
from extractors.vocabulary import load
from tests.support.drawing import page_of, put
from tests.support.making import table

XS = [5.0, 105, 205, 305, 405, 505, 605]


def heading(*texts: str, at: list[float], base: float) -> Line:
    """One line of names, each beginning at its own place."""
    return Line(tuple(word for text, x in zip(texts, at, strict=True) for word in put(text, x, base, size=8)), 1)


def test_titles_that_begin_where_their_first_name_does_reach_to_the_next_title() -> None:
    months = ["Januari", "Februari", "Maret"]
    figures = table([["Berita", *"123456"], ["Video", *"654321"]])
    names = heading("Konten", *months, *months, at=XS, base=-5)
    groups = heading("TikTok", "IG", at=[XS[1], XS[4]], base=-20)
    whole = with_heading(figures, [groups, names])
    assert [(cell.text, cell.col, cell.colspan) for cell in whole.cells if cell.row == 0] == [
        ("TikTok", 1, 3),
        ("IG", 4, 3),
    ]


def test_the_title_of_a_part_is_no_name_of_a_column() -> None:
    below = table([["1", "2 April 2024", "Tahapan", "IG"]], method="stream")
    for title in ("3. Informasi Kepemiluan", "Data Informasi Kepemiluan yang Disebarluaskan"):
        page = page_of(put(title, 10, -6))
        assert with_known_headings(below, page, load()) == below


def test_names_alone_at_the_foot_of_a_page_head_the_table_that_begins_the_next() -> None:
    below = table([["2 April 2024", "Rapat logistik"], ["3 April 2024", "Audiensi"]], page=2, method="stream")
    names = [*put("Tanggal", 10, 700), *put("Uraian", 110, 700)]
    pages = {1: page_of(names, number=1), 2: page_of(put("Rapat", 110, 12), number=2)}
    assert with_names_at_foot(below, pages, load()).rows()[0] == ["Tanggal", "Uraian"]
    pages[2] = page_of(put("Kegiatan pada bulan ini", 10, -30), number=2)
    assert with_names_at_foot(below, pages, load()) == below


def test_the_title_of_a_table_beside_is_no_name_of_a_column() -> None:
    below = table([["Foto", "12", "9"], ["Video", "8", "7"]], method="stream")
    page = page_of([*put("Instagram", 2, -6), *put("Facebook", 320, -6), *put("Konten", 2, 0)])
    assert all("Facebook" not in cell.text for cell in with_known_headings(below, page, load()).cells)
