"""From which tables and lists facts come, and which of them are doubted."""

from extractors.geometry import Page, Word
from extractors.meaning.columns import Columns
from extractors.normalise.gather import ELSEWHERE, NOT_A_LIST, _by_sector, _heading_over, event_groups
from extractors.parts import Part, take_apart
from extractors.structure.sections import Section
from extractors.vocabulary import load
from tests.drawing import level, page_of, put, upright
from tests.making import line, table

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
        return _heading_over(Part(table([["Konten", "IG"], ["Video", "5"]]), Columns("recap", {}, 1, ()), section, ()))

    assert over("dissemination", "Informasi Bulan November 2024", "Rekap") == ""
    assert over("dissemination", "Rekap") and over("recap", "Rekap Bulan November 2024")


def test_activities_told_in_one_cell_beside_the_name_of_their_sector_are_of_that_sector() -> None:
    rules = [*(level(y, 50, 500) for y in (80, 100, 140, 180)), *(upright(x, 80, 180) for x in (50, 150, 500))]
    words = [*put("B. Koordinasi dengan Stakeholder", 50, 60, bold=True), *put("Sektor", 60, 94)]
    words += put("Kegiatan", 300, 94)
    for base, sector, partner in ((114, "Pemerintah", "Polres"), (154, "Non Pemerintah", "PWI")):
        words += put(sector, 55, base)
        for n in (1, 2):
            words += put(f"{n}. Rapat kerja bersama {partner} pada tanggal {n} Mei 2024", 155, base - 16 + 16 * n)
    parts = take_apart([page_of(words, rules)], VOCABULARY)
    assert len(_by_sector([*parts.sections, *parts.sections], parts)) == 1
    groups = event_groups(parts, VOCABULARY, 2024)
    found = [(event.sector, event.number, event.date_text, event.doubt) for _, events in groups for event in events]
    days = [("1", "1 Mei 2024", None), ("2", "2 Mei 2024", None)]
    assert found == [(sector, *day) for sector in ("pemerintah", "non_pemerintah") for day in days]
