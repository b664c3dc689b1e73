"""Tables that were left in a report from another quarter."""

from datetime import date

from extractors.geometry import Table
from extractors.identify import Period
from extractors.meaning.columns import Columns
from extractors.normalise.activities import Event, events_of_lines
from extractors.normalise.gather import _left_over, of_quarter
from extractors.normalise.recap_tables import _names_other_quarter, recaps_of, with_told
from extractors.parts import Parts, ReportTable
from extractors.structure.section import Section
from extractors.vocabulary import load
from tests.support.making import lines, table

V = load()
DAYS = [date(2023, 10, 10), date(2023, 11, 6), date(2023, 12, 3)]


def test_a_table_of_another_quarter_is_left_over_although_a_day_lost_its_year() -> None:
    assert _left_over([*DAYS, date(2024, 12, 12)], Period(2024, 1))


def test_a_table_of_the_reports_quarter_or_of_several_is_not() -> None:
    assert not _left_over(DAYS, Period(2023, 4))
    assert not _left_over([*DAYS[:2], date(2024, 1, 5), date(2024, 2, 5)], Period(2024, 1))
    assert not _left_over([], Period(2024, 1))


def test_meetings_of_another_quarter_are_left_over_where_others_are_the_reports_own() -> None:
    def meetings(*days: str) -> list[Event]:
        return events_of_lines(
            lines(*(f"{n}. Rapat bersama Polres, {d}" for n, d in enumerate(days, 1))), None, 2024, V
        )

    old = ("kegiatan", meetings("10 Oktober 2023", "6 November 2023", "3 Desember 2023"))
    own = ("kegiatan", meetings("10 Januari 2024", "6 Februari 2024"))
    assert of_quarter([old, own], Period(2024, 1), least=3) == [own]
    assert of_quarter([old], Period(2024, 1), least=3) == [old]


def test_a_recap_whose_title_was_read_as_the_name_of_a_column_is_known_by_it() -> None:
    title = "Rekapitulasi Media Sosial Triwulan II Tahun 2025 (Bulan April - Juni 2025)"
    for quarter, other in ((3, True), (2, False)):
        old = table([["No", title, None], ["^", "Konten", "IG"], ["1.", "Berita", "6"]])
        part = ReportTable(old, Columns("recap", {}, 0), Section("recap", (), 1, ()), ())
        assert _names_other_quarter(part, Period(2025, quarter)) == other


def test_a_recap_over_the_page_is_the_rest_of_the_one_before_only_without_a_title_and_rows_of_its_own() -> None:
    head = ["Jenis Konten", "Jumlah Postingan", "Pengikut"]
    tables = [table([head, ["Foto Berita", "77", "6.428"], ["Video", "7", "3.527"]], page=page) for page in (1, 2)]
    more = table([head, ["Podcast", "9", "3.527"]], page=2)

    def platforms(second: Table, *caption: str) -> set[str]:
        section = Section("recap", (), 1, ())
        parts = [
            ReportTable(found, Columns("recap", {}, 0), section, titles)
            for found, titles in ((tables[0], ("a. Instagram",)), (second, caption))
        ]
        recaps = recaps_of(Parts((), (section,), tuple(parts)), Period(2024, 1), load())
        return {cell.platform for cell in recaps[1].cells}

    assert platforms(more) == {"instagram"}
    assert platforms(more, "b. Facebook") == {"facebook"}
    assert platforms(tables[1], "b. Facebook") == {"facebook"}
    assert platforms(tables[1]) != {"instagram"}


def test_lines_tell_the_platforms_that_no_table_counts() -> None:
    told = lines("A. Instagram", "- Foto Berita : 71", "- Video : 21", "- Repost : 19", "B. Facebook")
    counted = table([["Konten", "Facebook"], ["Foto Berita", "9"], ["Video", "8"]])
    section = Section("recap", (), 1, (*told, counted))
    parts = Parts((), (section,), (ReportTable(counted, Columns("recap", {}, 0), section, ("B. Facebook",)),))
    cells = with_told(recaps_of(parts, Period(2024, 1), V), parts, V)
    assert [(cell.platform, cell.posts) for cell in cells] == [
        ("facebook", 9),
        ("facebook", 8),
        *(("instagram", posts) for posts in (71, 21, 19)),
    ]
