"""Columns without a name of their own: media side by side, text that nobody knows, dates over rows."""

from dataclasses import replace
from datetime import date

from extractors.doubts.suspects import suspects
from extractors.meaning.columns import read_columns
from extractors.meaning.grid import Grid
from extractors.meaning.nameless import LOST, with_whole_media
from extractors.normalise.dissemination import NO_CHANNEL, NO_INFORMATION, dissemination
from extractors.normalise.dissemination_items import Publication
from extractors.normalise.dissemination_table import NO_DATE, Title, rows_of_table
from extractors.structure.section import Section
from extractors.vocabulary import load
from tests.support.making import table

VOCABULARY = load()


def rows(cells: list[list[str | None]], month: str = "") -> list[Publication]:
    grid = Grid(table(cells))
    columns = read_columns(grid.table, VOCABULARY)
    assert columns is not None
    return rows_of_table(grid, columns, VOCABULARY, 2024, title=Title(month))


def test_media_side_by_side_under_one_name_are_one_column() -> None:
    whole = with_whole_media(
        table(
            [
                ["No", "Media", "", "Materi"],
                ["1", "TVRI", "Laman", "Tahapan"],
                ["2", "Koran", "", "Jadwal"],
            ]
        ),
        VOCABULARY,
    )
    assert whole.rows()[1:] == [["1", "TVRI Laman", "Tahapan"], ["2", "Koran", "Jadwal"]]


def test_ticks_under_the_names_of_channels_stay_in_their_columns() -> None:
    ticked = table([["No", "Radio", "Laman"], ["1", "x", "x"], ["2", "x", ""], ["3", "", "x"]])
    assert with_whole_media(ticked, VOCABULARY) == ticked


def test_text_under_no_name_is_of_rows_that_are_doubted() -> None:
    informed = table(
        [
            ["No", "Tanggal", "Materi", "Media", ""],
            ["1", "2 April 2024", "Tahapan", "IG", "bagian pertama"],
            ["2", "3 April 2024", "Jadwal", "IG", ""],
        ]
    )
    held = table(
        [
            ["No", "", "Kegiatan", "Tanggal", "Tempat"],
            ["1", "Rapat", "kerja", "2 April 2024", "-"],
            ["2", "", "Dialog", "3 April 2024", "-"],
        ]
    )
    for whole in (informed, held):
        columns = read_columns(whole, VOCABULARY)
        assert columns
        assert suspects(whole, columns, Section("", (), 1, (whole,)), {}) == {1: LOST}


def test_a_day_over_rows_is_their_date_where_no_column_tells_it() -> None:
    found = rows(
        [
            ["No", "Materi", "Media"],
            ["2 April 2024", None, None],
            ["1", "Tahapan", "IG"],
            ["2", "Hari Lahir Pancasila, 1 Juni", "IG"],
            ["3 April 2024", None, None],
            ["3", "Jadwal", "IG"],
        ]
    )
    assert [(part.information, part.date_text) for part in found] == [
        ("Tahapan", "2 April 2024"),
        ("Hari Lahir Pancasila, 1 Juni", "2 April 2024"),
        ("Jadwal", "3 April 2024"),
    ]


def test_days_alone_are_of_the_month_over_them_beside_them_or_above_the_table() -> None:
    heading = ["No", "Tgl", "Materi", "Media"]
    over = rows(
        [
            heading,
            ["BULAN APRIL 2024", None, None, None],
            ["1", "2 - 4", "Tahapan bulan Mei", "IG"],
            ["MEI", None, None, None],
            ["1", "3", "Jadwal", "IG"],
            ["2", "4 Juni 2024", "Pelantikan", "IG"],
        ]
    )
    assert [part.date and (part.date.start, part.date.end) for part in over] == [
        (date(2024, 4, 2), date(2024, 4, 4)),
        (date(2024, 5, 3), date(2024, 5, 3)),
        (date(2024, 6, 4), date(2024, 6, 4)),
    ]
    beside = rows([["Bulan", *heading], ["Mei", "1", "3", "Tahapan", "IG"], ["^", "2", "4", "Jadwal", "IG"]])
    assert [part.date and part.date.start for part in beside] == [date(2024, 5, 3), date(2024, 5, 4)]
    assert [part.date and part.date.start for part in rows([heading, ["1", "3", "Tahapan", "IG"]], "Juni")] == [
        date(2024, 6, 3)
    ]


def test_rows_of_a_table_without_any_date_and_media_that_nobody_knows_are_doubted() -> None:
    (part,) = rows([["No", "Materi", "Media"], ["1", "Tahapan", "IG"]])
    assert part.doubt == NO_DATE
    (row,), _ = dissemination(
        rows([["No", "Tanggal", "Materi", "Media"], ["1", "2 April 2024", "Tahapan", "Perahu"]]), VOCABULARY
    )
    assert row.doubt == NO_CHANNEL


def test_a_row_that_tells_nothing_is_doubted() -> None:
    cells: list[list[str | None]] = [["No", "Tanggal", "Media"], ["1", "2 April 2024", "IG"]]
    (row,), _ = dissemination(rows(cells), VOCABULARY)
    assert row.doubt == NO_INFORMATION


def test_the_badge_of_x_under_no_name_is_no_tick() -> None:
    badges = table(
        [["No", "Media", "", ""], ["1", "YouTube", "X", ""], ["2", "IG", "", "FB"], ["3", "YouTube", "X", ""]]
    )
    assert [row[1] for row in with_whole_media(badges, VOCABULARY).rows()[1:]] == ["YouTube X", "IG FB", "YouTube X"]


def test_links_beside_the_media_are_a_column_of_their_own_on_a_page_without_heading() -> None:
    linked = table([["1", "IG", "instagram.com/p/Cx1", "Tahapan"], ["2", "Laman", "https://s.id/kpu", "Jadwal"]])
    assert with_whole_media(linked, VOCABULARY) == linked


def test_columns_that_rules_part_stay_two_on_a_page_without_heading() -> None:
    parted = table(
        [["1", "TVRI", "Laman", "Tahapan"], ["2", "Koran", "IG", "Jadwal"], ["3", "RRI", "FB", "Pelantikan"]]
    )
    assert with_whole_media(parted, VOCABULARY) == parted
    assert with_whole_media(replace(parted, method="stream"), VOCABULARY).width == 3


def test_days_beside_their_months_make_no_counts_of_a_table_of_items() -> None:
    items = [["1", "Juli", "2", "Infografis DPT", "IG"], ["2", "Juli", "7", "Video cara memilih", "FB"]]
    items += [["3", "Juli", "8", "Ucapan selamat", "TikTok"], ["4", "Mei", "9", "Podcast pemilih", "IG"]]
    found = rows([["No", "Bulan", "Tgl", "Informasi", "Media"], *items])
    assert [part.date and part.date.start.month for part in found if part.date.start] == [7, 7, 7, 5]


def test_a_heading_that_comes_again_is_no_mark() -> None:
    heading = ["No", "Tanggal", "Materi", "IG", "WA Grup Bakohumas"]
    found = rows(
        [heading, ["1", "2 April 2024", "Tahapan", "v", ""], heading, ["2", "3 April 2024", "Jadwal", "", "v"]]
    )
    assert [(part.media_text, part.doubt) for part in found] == [("IG", None), ("WA Grup Bakohumas", None)]


def test_names_under_a_name_tell_the_date_and_media_may_fill_two_columns() -> None:
    found = rows(
        [
            ["No", "Waktu", None, "Informasi", "Media", None],
            ["^", "Hari", "Tanggal", "^", "Media Sosial", "Lainnya"],
            ["1", "Selasa", "2 April 2024", "Tahapan", "Instagram", "Website"],
            ["2", "Rabu", "3 April 2024", "Jadwal", "-", "Radio"],
            ["3", "Kamis", "4 April 2024", "Debat", "Facebook", "-"],
        ]
    )
    assert [(part.date_text, part.media_text) for part in found] == [
        ("2 April 2024", "Instagram, Website"),
        ("3 April 2024", "Radio"),
        ("4 April 2024", "Facebook"),
    ]
