"""Names of sectors in the margin of their lists become heads before them."""

from dataclasses import replace

from extractors.geometry import Table
from extractors.structure.flow import Line, lines_of
from extractors.structure.names_beside import names_first
from extractors.structure.section import Head
from extractors.structure.sections import split_sections
from extractors.structure.titles_beside import titles_first
from extractors.vocabulary import load
from tests.support.drawing import put
from tests.support.making import table

VOCABULARY = load()
Row = tuple[str, float, float]


def told(*rows: Row, page: int = 1) -> list[Line]:
    return lines_of([word for text, x, top in rows for word in put(text, x, top)], page)


def read(lines: list[Line]) -> list[tuple[str, list[str]]]:
    sections = split_sections(names_first(lines, [], VOCABULARY), VOCABULARY)
    return [(section.code, [held.text for held in section.lines]) for section in sections]


def test_each_list_stands_below_the_name_beside_it() -> None:
    lines = told(
        ("Pemerintah", 60, 100),
        ("1. Rapat kerja", 160, 100),
        ("2. Audiensi", 170, 112),
        ("Non Pemerintah", 50, 124),
        ("1. Kirab pemilu", 165, 124),
    )
    assert read(lines)[1:] == [
        ("government", ["1. Rapat kerja", "2. Audiensi"]),
        ("non_government", ["1. Kirab pemilu"]),
    ]


def test_a_name_in_the_middle_of_its_list_goes_before_it_and_opens_no_part_amid_it() -> None:
    lines = told(
        ("1. Rapat kerja", 160, 100),
        ("Unsur Non", 50, 106),
        ("2. Audiensi", 160, 112),
        ("Pemerintah", 50, 118),
        ("3. Kirab pemilu", 160, 124),
    )
    assert read(lines)[1:] == [("non_government", ["1. Rapat kerja", "2. Audiensi", "3. Kirab pemilu"])]


def test_a_list_and_its_name_go_on_over_a_page() -> None:
    above = told(("1. Rapat kerja", 160, 700), ("Unsur Non", 50, 712), ("2. Audiensi", 160, 712))
    below = told(("Pemerintah", 50, 60), ("3. Kirab pemilu", 160, 60), page=2)
    assert read([*above, *below])[1:] == [("non_government", ["1. Rapat kerja", "2. Audiensi", "3. Kirab pemilu"])]


def test_lists_stay_as_they_are_unless_every_one_has_a_sector_beside_it() -> None:
    lacking = told(("Pemerintah", 50, 100), ("1. Rapat kerja", 160, 100), ("1. Kirab pemilu", 160, 112))
    others = told(("Tanggal 2 Mei", 50, 100), ("1. Rapat kerja", 160, 100), ("2. Audiensi", 160, 112))
    for lines in (lacking, others):
        assert names_first(lines, [], VOCABULARY) == lines


def test_a_name_that_reaches_over_the_blank_is_none() -> None:
    lines = told(("Unsur Pemerintah di 1. Rapat", 50, 100), ("Kota", 50, 112), ("kerja", 132, 112))
    assert read(lines) == [("front", [line.text for line in lines])]


def test_lines_below_a_list_that_run_through_the_blank_are_none_of_it() -> None:
    rest = told(("Kegiatan di atas terlaksana dengan baik", 50, 124))
    lines = [*told(("Pemerintah", 50, 100), ("1. Rapat kerja", 160, 100), ("2. Audiensi", 160, 112)), *rest]
    found = names_first(lines, [], VOCABULARY)
    assert isinstance(found[0], Head) and found[-1] == rest[0]


def test_titles_in_one_line_over_tables_side_by_side_each_stand_before_their_own() -> None:
    rows: list[list[str | None]] = [["No", "Kegiatan"], ["1", "Rapat"]]
    left, right = (moved(table(rows), x) for x in (50.0, 300.0))
    line = lines_of([*put("Pemerintah", 50, 90, bold=True), *put("Non Pemerintah", 300, 90, bold=True)], 1)
    found = split_sections(titles_first([*told(("Kegiatan Koordinasi", 50, 60)), *line, left, right]), VOCABULARY)
    assert [(section.code, section.tables) for section in found if section.tables] == [
        ("government", [left]),
        ("non_government", [right]),
    ]


def moved(table: Table, x: float) -> Table:
    cells = ((cell, cell.box) for cell in table.cells)
    return replace(table, cells=tuple(replace(c, box=(x + a, 100 + b, x + d, 100 + e)) for c, (a, b, d, e) in cells))
