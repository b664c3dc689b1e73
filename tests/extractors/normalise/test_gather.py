"""From which tables and lists facts come, and which of them are doubted."""

from dataclasses import replace

from extractors.geometry import Cell, Page, Rule, Table, Word
from extractors.identify import Period
from extractors.meaning.columns import Columns
from extractors.normalise.gather import (
    ELSEWHERE,
    MISSED,
    NOT_A_LIST,
    OTHER_TITLE,
    _by_sector,
    _title,
    dissemination_groups,
    event_groups,
)
from extractors.normalise.recap_tables import _heading_over, recaps_of
from extractors.normalise.sector_cells import told_in_cells
from extractors.normalise.unread import is_row
from extractors.parts import ReportTable, take_apart
from extractors.structure.section import Section
from extractors.vocabulary import load
from tests.support.drawing import level, page_of, put, ruled_table, upright
from tests.support.making import line, table

VOCABULARY = load()
HEADING = put("A. Pemerintah", 50, 60, bold=True)


def doubts(*pages: Page) -> set[str | None]:
    return {
        event.doubt for _, events in event_groups(take_apart(pages, VOCABULARY), VOCABULARY, 2024) for event in events
    }


def row(n: int, *texts: str) -> list[Word]:
    return [
        word
        for x, text in zip((50, 80, 200, 400), (f"{n}.", *texts), strict=False)
        for word in put(text, x, 100 + 20 * n)
    ]


def test_meetings_read_as_a_list_out_of_columns_that_nobody_knew_are_doubted() -> None:
    words = [word for n in range(1, 6) for word in row(n, f"{n} April 2024", "Rapat kerja bersama Camat", "dr. Budi")]
    assert doubts(page_of([*HEADING, *words])) == {NOT_A_LIST}


def test_meetings_beside_their_days_are_not_doubted_for_standing_in_columns() -> None:
    texts = [(100 + 30 * n, f"{n} April 2024", f"Rapat kerja bersama Camat ke {n}", "Aula KPU") for n in range(1, 6)]
    words = [
        word
        for y, day, text, place in texts
        for x, line, top in ((50, day, y), (200, text, y), (200, place, y + 12))
        for word in put(line, x, top)
    ]
    assert doubts(page_of([*HEADING, *words])) == {None}


def test_meetings_without_venues_are_doubted_where_the_name_of_their_column_stands_alone() -> None:
    names = [
        word for x, text in zip((50, 80, 200), ("No", "Tanggal", "Kegiatan"), strict=True) for word in put(text, x, 100)
    ]
    rows = [word for n in range(1, 6) for word in row(n, f"{n} April 2024", "Rapat kerja bersama")]
    whole = page_of([*HEADING, *names, *rows])
    assert doubts(whole) == {None}
    venues = [*put("Tempat", 50, 500), *put("Aula", 50, 640), *put("Pendopo", 50, 760)]
    assert doubts(whole, page_of(venues, number=2)) == {ELSEWHERE}


def test_the_month_in_the_heading_of_another_part_is_none_of_a_recap_behind_later_months() -> None:
    def over(code: str, *below: str) -> str:
        section = Section(code, (line("Informasi Bulan Oktober 2024"),), 1, tuple(line(text) for text in below))
        return _heading_over(
            ReportTable(table([["Konten", "IG"], ["Video", "5"]]), Columns("recap", {}, 1, ()), section, ())
        )

    assert over("dissemination", "Informasi Bulan November 2024", "Rekap") == ""
    assert over("dissemination", "Rekap") and over("recap", "Rekap Bulan November 2024")


def test_activities_told_in_one_cell_beside_the_name_of_their_sector_are_of_that_sector() -> None:
    rules = [*(level(y, 50, 500) for y in (80, 100, 140, 180)), *(upright(x, 80, 180) for x in (50, 150, 500))]
    words = [*put("B. Koordinasi dengan Stakeholder", 50, 60, bold=True), *put("Sektor", 60, 94)]
    words += put("Kegiatan", 300, 94)
    for base, sector, partner in (
        (114, "Pemerintah", "Polres"),
        (154, "Kegiatan bersama\nUnsur Non Pemerintah", "PWI"),
    ):
        words += [word for n, part in enumerate(sector.split("\n")) for word in put(part, 55, base + 12 * n, 8)]
        for n in (1, 2):
            words += put(f"{n}. Rapat kerja bersama {partner} pada tanggal {n} Mei 2024", 155, base - 16 + 16 * n)
    parts = take_apart([page_of(words, rules)], VOCABULARY)
    assert len(_by_sector([*parts.sections, *parts.sections], parts)) == 1
    groups = event_groups(parts, VOCABULARY, 2024)
    found = [(event.sector, event.number, event.date_text, event.doubt) for _, events in groups for event in events]
    days = [("1", "1 Mei 2024", None), ("2", "2 Mei 2024", None)]
    assert found == [(sector, *day) for sector in ("pemerintah", "non_pemerintah") for day in days]


def test_meetings_under_a_title_that_nobody_knows_are_doubted() -> None:
    words = [*put("B. Koordinasi dengan Stakeholder", 50, 60, bold=True), *put("1. Pemerintah", 50, 80, bold=True)]
    words += put("a) Rapat kerja bersama Polres pada 1 Mei 2024 di aula", 60, 100)
    words += put("2. Forum Lintas Batas", 50, 120, bold=True)
    for n in (2, 3):
        words += put(f"{'ab'[n - 2]}) Rapat kerja bersama warga pada {n} Mei 2024 di balai", 60, 100 + 20 * n)
    words += put("C. Evaluasi", 50, 190, bold=True)
    groups = event_groups(take_apart([page_of(words)], VOCABULARY), VOCABULARY, 2024)
    found = [(event.date_text, event.doubt) for _, events in groups for event in events]
    assert found == [("1 Mei 2024", None), ("2 Mei 2024", OTHER_TITLE), ("3 Mei 2024", OTHER_TITLE)]


def test_months_against_platforms_are_counts_of_the_type_in_their_title_or_a_summary() -> None:
    grid = [*(level(y, 50, 500) for y in (100, 120, 140, 160)), *(upright(x, 100, 160) for x in (50, 200, 350, 500))]
    words = put("Rekapitulasi Media Sosial", 50, 60, bold=True)
    for base, texts in ((114, ("Bulan", "IG", "FB")), (134, ("April", "4", "5")), (154, ("Mei", "6", "7"))):
        words += [word for x, text in zip((60, 210, 360), texts, strict=True) for word in put(text, x, base)]
    typed = [*grid, *(replace(rule, top=rule.top + 200, bottom=rule.bottom + 200) for rule in grid)]
    below = [replace(word, top=word.top + 200, bottom=word.bottom + 200) for word in words if word.top > 90]
    page = page_of([*words, *below, *put("Foto Berita", 50, 290, bold=True)], typed)
    found = recaps_of(take_apart([page], VOCABULARY), Period(2024, 2), VOCABULARY)
    assert [cell.content_type for recap in found for cell in recap.cells] == ["foto_berita"] * 4


def test_the_rest_of_a_sectors_list_over_a_page_break_is_of_that_sector() -> None:
    def page(number: int, rows: list[tuple[str, list[str]]]) -> Page:
        words, ys = [*put("Sektor", 60, 94), *put("Kegiatan", 300, 94)], [80.0, 100.0]
        for sector, lines in rows:
            words += put(sector, 55, ys[-1] + 14)
            words += [w for n, text in enumerate(lines) for w in put(text, 155, ys[-1] + 14 + 16 * n)]
            ys.append(ys[-1] + 16 * len(lines) + 8)
        rules = [*(level(y, 50, 500) for y in ys), *(upright(x, 80, ys[-1]) for x in (50, 150, 500))]
        return page_of([*(HEADING if number == 1 else ()), *words], rules, number=number)

    meeting = "{}. Rapat bersama {} pada tanggal {} Mei 2024 di Hotel"
    first = page(1, [("Pemerintah", [meeting.format(1, "Polres", 1), "Grand.", meeting.format(2, "Kodim", 2)])])
    rest = ["Mahkota.", meeting.format(3, "Camat", 3), meeting.format(1, "PWI", 4)]
    for name in ("", "Non Pemerintah"):
        cells = [(name, rest)] if name else [(name, rest[:2]), ("Non Pemerintah", rest[2:])]
        groups = event_groups(take_apart([first, page(2, cells)], VOCABULARY), VOCABULARY, 2024)
        found = [(event.sector, event.number, event.text[-8:]) for _, events in groups for event in events]
        assert found == [
            ("pemerintah", "1", "l Grand."),
            ("pemerintah", "2", "Mahkota."),
            ("pemerintah", "3", "di Hotel"),
            ("non_pemerintah", "1", "di Hotel"),
        ]


def test_a_word_that_a_page_break_leaves_of_a_sectors_list_is_of_that_sector() -> None:
    texts = ("1. Rapat kerja bersama camat di aula hotel", "Grand.", "1. Dialog bersama FKUB di aula kantor camat")
    pages = {
        1: page_of(put(texts[0], 150, 90)),
        2: page_of([*put(texts[1], 150, 40), *put(texts[2], 150, 60)], number=2),
    }
    boxes = ((1, 80.0, 100.0), (2, 30.0, 50.0), (2, 50.0, 70.0))
    cells = [Cell(r, 1, (texts[r],), page, (140.0, a, 580.0, b)) for r, (page, a, b) in enumerate(boxes)]
    cells += [Cell(r, 0, (name,), 2, (50.0, 0, 140.0, 9)) for r, name in ((0, "Pemerintah"), (2, "Non Pemerintah"))]
    told = told_in_cells(Table(tuple(cells), "lattice", (1, 2)), pages)
    assert [(sector, len(held)) for sector, held in told] == [("pemerintah", 2), ("non_pemerintah", 1)]


def test_the_rest_of_a_list_beneath_the_name_of_its_sector_over_a_page_break_is_of_it() -> None:
    texts = ["1. Rapat koordinasi bersama camat, 3 Mei", "2024 2. Rapat koordinasi bersama Polres"]
    pages = {n: page_of(put(text, 60, 94), number=n) for n, text in enumerate(texts, 1)}
    cells = [Cell(n, 0, (text,), n, (50.0, 80.0, 400.0, 100.0)) for n, text in enumerate(texts, 1)]
    cells += [Cell(1, 1, ("x",), 1, (400.0, 80.0, 500.0, 100.0))]
    cells += [Cell(0, n, (name,), 1, (0, 0, 9, 9)) for n, name in enumerate(("Pemerintah", "Non Pemerintah"))]
    told = told_in_cells(Table(tuple(cells), "lattice", (1, 2)), pages)
    assert [(sector, len(held)) for sector, held in told] == [("pemerintah", 2), ("non_pemerintah", 0)]


def test_values_of_fields_beside_a_short_text_are_no_activities_told_beside_a_sector() -> None:
    form = table([["Tempat Non Pemerintah", ": Rapat bersama Polres dan Kodim pada hari Senin di Aula"]])
    assert told_in_cells(form, {1: page_of([])}) == []


def test_two_sectors_in_one_cell_have_each_the_list_that_counts_from_one() -> None:
    page = page_of(
        [
            w
            for n in range(4)
            for w in put(f"{n % 2 + 1}. Rapat koordinasi bersama camat di aula kantor", 150, 40 + 12 * n)
        ]
    )
    cells = [("Pemerintah Non Pemerintah", 0, (50.0, 20.0, 140.0, 90.0)), ("x " * 9, 1, (140.0, 20.0, 580.0, 90.0))]
    told = told_in_cells(
        Table(tuple(Cell(0, col, (text,), 1, box) for text, col, box in cells), "lattice", (1,)), {1: page}
    )
    assert [(sector, len(lines)) for sector, lines in told] == [("pemerintah", 2), ("non_pemerintah", 2)]


def test_activities_stand_beneath_the_names_of_their_sectors() -> None:
    names = table([["Pemerintah", "Non Pemerintah"], ["Rapat bersama Polres", "Dialog bersama FKUB"]])
    assert [sector for sector, _ in told_in_cells(names, {1: page_of([])})] == ["pemerintah", "non_pemerintah"]
    heads: list[str | None] = ["Bulan", "Kegiatan dengan Pemerintah", "Kegiatan dengan Non Pemerintah"]
    months = table([heads, ["Mei", "Rapat bersama Polres", "Dialog bersama FKUB"]])
    assert [sector for sector, _ in told_in_cells(months, {1: page_of([])})] == ["pemerintah", "non_pemerintah"]


def test_a_list_that_begins_amid_a_count_misses_items_unless_another_ended_there() -> None:
    def listed(title: str, base: float, *numbers: int) -> list[Word]:
        items = [f"{n}. KPU Landak menggelar rapat bersama camat pada {n} April 2024 di aula" for n in numbers]
        return [
            *put(title, 50, base, bold=True),
            *(w for n, item in enumerate(items, 1) for w in put(item, 60, base + 15 * n)),
        ]

    first = listed("A. Pemerintah", 100, 1, 2, 3)
    assert doubts(page_of([*first, *listed("B. Non Pemerintah", 200, 4, 5)])) == {None}
    assert doubts(page_of([*first, *listed("B. Non Pemerintah", 200, 1, 2)])) == {None}
    assert doubts(page_of([*first, *listed("B. Non Pemerintah", 200, 3, 4)])) == {None, MISSED}
    assert doubts(page_of(listed("A. Pemerintah", 100, 1, 4, 2, 3))) == {MISSED}


def test_the_month_of_days_alone_stands_in_a_numbered_title() -> None:
    grid = table([["No", "Tgl", "Informasi", "Media"], ["1", "3", "Kirab", "IG"]])
    section = Section("dissemination", (line("Informasi"),), 1, (line("3.1 Januari 2025"), grid))
    columns = Columns("dissemination", {"number": 0, "date": 1, "information": 2, "media": 3}, 1, ())
    assert _title(ReportTable(grid, columns, section, ("3.1 Januari 2025",)), VOCABULARY).month == "Januari 2025"


def test_weeks_over_tables_are_no_items() -> None:
    heading = put("Data Informasi Kepemiluan yang Disebarluaskan", 50, 60, bold=True)
    names = ("No", "Tanggal", "Informasi", "Media")
    words = [*heading]
    rules: list[Rule] = []
    for n in range(5):
        top = 100 + 90 * n
        words += put(f"Minggu {n + 1} ({7 * n + 1} - {7 * n + 7} April 2024)", 50, top - 6)
        told, drawn, _ = ruled_table(
            [names, ("1", f"{7 * n + 2} April 2024", f"Kirab {n}", "IG")], (50, 80, 200, 400, 500), top
        )
        words, rules = [*words, *told], [*rules, *drawn]
    groups = dissemination_groups(take_apart([page_of(words, rules)], VOCABULARY), VOCABULARY, 2024)
    assert [row.information for _, rows in groups for row in rows] == [f"Kirab {n}" for n in range(5)]


def test_a_row_alone_that_ends_with_its_day_looks_like_data() -> None:
    assert is_row("1 Selamat Tahun Baru Instagram 2 Januari 2023") and is_row("4. 5 Mei 2024 Kirab")
    assert not is_row("1 Peraturan KPU Nomor 7 Tahun 2017")
