from dataclasses import replace
from datetime import date

import pytest

from extractors.doubts.kinds import of_rows
from extractors.doubts.texts import with_broken_texts
from extractors.meaning.columns import Columns, read_columns
from extractors.meaning.counting import is_recap
from extractors.meaning.grid import Grid
from extractors.meaning.inferred import infer_columns
from extractors.normalise.dissemination import DATED, SWALLOWED, dissemination, written_dates
from extractors.normalise.dissemination_cells import FUSED, REST
from extractors.normalise.dissemination_items import ONE_DATE, ONE_ITEM, SEVERAL_DATES, Publication
from extractors.normalise.dissemination_list import (
    NO_MEDIA_NAMED,
    SAME_WORDS,
    SEVERAL_ITEMS,
    WHICH_DATE,
    items_of,
    rows_of_form,
    rows_of_lines,
    rows_of_list,
)
from extractors.normalise.dissemination_spread import BANNER, CUT_MERGED, CUT_TWO, OPEN, SAME_DAY, UNPARTED
from extractors.normalise.dissemination_table import (
    CENTRED,
    MIXED,
    NAMELESS,
    NO_MEDIA,
    TWO_MARKS,
    Title,
    joined_rests,
    rows_of_table,
)
from extractors.normalise.media_told import unquoted
from extractors.normalise.told_alike import OTHERWISE
from extractors.stitching.rows import appended
from extractors.structure.flow import Line
from extractors.structure.paragraphs import paragraphs
from extractors.values.dates import PARTLY
from extractors.values.lone_days import month_told
from extractors.vocabulary import load
from tests.support.making import line, lines, table

VOCABULARY = load()
HEADING: list[str | None] = ["No", "Tanggal", "Jenis Informasi", "Media Penyebaran"]


def rows(cells: list[list[str | None]]) -> list[Publication]:
    grid = Grid(table(cells))
    columns = read_columns(grid.table, VOCABULARY)
    assert columns is not None and columns.kind == "dissemination"
    return rows_of_table(grid, columns, VOCABULARY, 2024)


def test_merged_dates_and_media_stand_with_each_row_and_count_once() -> None:
    found = rows(
        [HEADING, ["1.", "2 April 2024", "A", "IG, FB"], ["2.", "^", "B", "^"], ["3.", "3 April 2024", "C", "^"]]
    )
    assert [(part.number, part.date_text, part.media_text) for part in found] == [
        ("1", "2 April 2024", "IG, FB"),
        ("2", "2 April 2024", "IG, FB"),
        ("3", "3 April 2024", "IG, FB"),
    ]
    assert len(written_dates(found, "tabel informasi")) == 2


def test_a_heading_in_which_the_title_of_the_first_rows_stands_is_no_row() -> None:
    texts = ["Tahapan dan jadwal pemilihan", "Cek data pemilih melalui laman"]
    items: list[list[str | None]] = [[f"{n}.", f"{n} April 2024", text, "IG"] for n, text in enumerate(texts, 1)]
    found = rows([["No", "Tanggal", "Informasi APRIL", "Media"], *items])
    assert [part.information for part in found] == texts


def test_banners_column_numbers_repeated_headings_and_examples_are_no_rows() -> None:
    found = rows(
        [
            HEADING,
            ["(1)", "(2)", "(3)", "(4)"],
            ["Bulan April", None, None, None],
            ["1.", "2 April 2024", "Tahapan", "IG"],
            HEADING,
            ["", "", "contoh: diisi judul informasi", ""],
            ["2.", "dst", "dst.", "dst"],
            ["Jumlah", None, None, "1"],
            ["Sub Jml.", "2 April 2024", "1 kegiatan", "1"],
        ]
    )
    assert [part.information for part in found] == ["Tahapan"]


def test_several_dated_items_in_one_cell_are_one_each() -> None:
    found = rows([HEADING, ["1.", "2 April 2024\n5 April 2024", "a. Tahapan\nb. Jadwal\nPilkada", "IG"]])
    assert [(part.number, part.date_text, part.information) for part in found] == [
        ("1", "2 April 2024", "Tahapan"),
        (None, "5 April 2024", "Jadwal Pilkada"),
    ]


def test_lines_that_begin_with_a_day_and_one_sign_are_an_item_each() -> None:
    text = "2 April 2024: Tahapan\nPilkada\n5 April 2024: Jadwal"
    head: list[str | None] = ["No", "Minggu", "Informasi", "Media"]
    found = rows([head, ["1.", "Minggu I April", text, "IG"], ["2.", "Minggu II April", "9 April 2024: DPS", "FB"]])
    assert [(part.number, part.date_text, part.information) for part in found] == [
        ("1", "2 April 2024", "Tahapan Pilkada"),
        (None, "5 April 2024", "Jadwal"),
        ("2", "9 April 2024", "DPS"),
    ]


def test_a_row_whose_information_and_media_no_rule_parts_is_doubted() -> None:
    found = rows(
        [
            HEADING,
            ["1.", "2 April 2024", "A", "IG"],
            ["2.", "3 April 2024", "B", "^"],
            ["3.", "4 April 2024", "C", None],
        ]
    )
    assert [(part.information, part.media_text, part.doubt) for part in found] == [
        ("A", "IG", None),
        ("B", "IG", None),
        ("C", "IG", OPEN),
    ]


def test_rows_that_neither_rules_nor_numbers_part_are_doubted_where_some_are_not_whole() -> None:
    def read(*cells: list[str | None]) -> list[str | None]:
        grid = Grid(table([HEADING[1:], *cells], method="stream"))
        columns = read_columns(grid.table, VOCABULARY)
        assert columns is not None
        return [part.doubt for part in rows_of_table(grid, columns, VOCABULARY, 2024)]

    whole: list[list[str | None]] = [["2 April 2024", "A", "IG"], ["3 April 2024", "B", "FB"]]
    assert read(*whole) == [None, None]
    assert read(*whole, ["", "", "Grup WhatsApp"]) == [UNPARTED] * 3


def test_dates_right_behind_one_another_of_one_information_are_doubted() -> None:
    found = rows([HEADING, ["1.", "2 April\n3 April", "A\nB C\nD", "IG"], ["2.", "4 April dan 5 April", "E", "IG"]])
    assert [part.doubt for part in found] == [SEVERAL_DATES, None]


def test_ticked_channels() -> None:
    found = rows([["No", "Tanggal", "Informasi", "Instagram", "Website"], ["1", "2 April 2024", "Tahapan", "", "v"]])
    typed, unknown = dissemination(found, VOCABULARY)
    assert typed[0].channels == ("website",) and not unknown


def test_ticks_under_a_row_of_column_numbers() -> None:
    head: list[list[str | None]] = [["No", "Tanggal", "Informasi", "Instagram", "Website"], ["1", "2", "3", "4", "5"]]
    found = rows([*head, ["1", "2 April 2024", "Tahapan", "", "v"]])
    assert [part.media_text for part in found] == ["Website"]


def test_a_mark_under_two_channels_is_doubted() -> None:
    head: list[str | None] = ["No", "Tanggal", "Informasi", "Instagram", "Facebook Twitter"]
    found = rows([head, ["1", "2 April 2024", "Tahapan", "v", ""], ["2", "3 April 2024", "Jadwal", "", "v"]])
    assert [part.doubt for part in found] == [None, MIXED]


def test_a_mark_in_a_column_that_lost_its_heading_is_doubted() -> None:
    head: list[list[str | None]] = [
        ["Data yang disebarluaskan", *[None] * 5],
        ["No", "Tanggal", "Informasi", "", "IG", "FB"],
    ]
    found = rows([*head, ["1", "2 April 2024", "Tahapan", "v", "v", ""], ["2", "3 April 2024", "Jadwal", "", "v", "v"]])
    assert [(part.media_text, part.doubt) for part in found] == [("IG", NAMELESS), ("IG, FB", None)]


def test_what_is_doubted_in_a_column_that_goes_into_no_fact_makes_no_row_doubtful() -> None:
    read = table([[*HEADING, "Keterangan"], ["1.", "2 April 2024", "A", "IG, FB", "Terlaksana"]])

    def rows_with_doubt_in(col: int) -> list[str | None]:
        cells = tuple(replace(cell, doubt="?") if (cell.row, cell.col) == (1, col) else cell for cell in read.cells)
        grid = Grid(replace(read, cells=cells))
        columns = read_columns(grid.table, VOCABULARY)
        assert columns is not None
        return [part.doubt for part in rows_of_table(grid, columns, VOCABULARY, 2024)]

    assert [rows_with_doubt_in(col) for col in (3, 4)] == [["?"], [None]]


def test_a_list_under_one_date_is_one_row_and_doubted() -> None:
    (part,) = rows([HEADING, ["1.", "2 April 2024", "- Tahapan\n- Jadwal\nPilkada", "IG"]])
    assert part.doubt == ONE_DATE


def test_rows_whose_common_cell_holds_the_dates_of_several_are_doubted() -> None:
    cut: list[list[str | None]] = [["17. 18.", "4 Mei 2024\n6 Mei 2024", "A", "IG"], ["^", "^", "B", "IG"]]
    found = rows([HEADING, ["16.", "3 Mei 2024", "C", "IG"], *cut, ["19.", "7 s.d 8 Mei 2024", "D", "IG"]])
    assert [part.doubt for part in found] == [None, FUSED, FUSED, None]


@pytest.mark.parametrize(
    ("text", "doubt"), [("Rekapitulasi suara Pemilu\n2024", ONE_ITEM), ("Tahapan\nTata cara coklit", None)]
)
def test_lines_beside_as_many_dates_that_may_be_one_item_are_doubted(text: str, doubt: str | None) -> None:
    found = rows([HEADING, ["1.", "4/5/2024\n6/5/2024", text, "IG"], ["2.", "7/5/2024", "Jadwal", "IG"]])
    assert [part.doubt for part in found] == [doubt, doubt, None]


def test_a_further_heading_tells_where_the_columns_below_it_stand() -> None:
    found = rows(
        [
            ["No", "Tanggal", None, "Jenis Informasi", "Media Penyebaran"],
            ["1.", "2 April 2024", None, "A", "IG"],
            ["No", None, "Tanggal", "Jenis Informasi", "Media Penyebaran"],
            ["2.", None, "3 April 2024", "B", "FB"],
        ]
    )
    assert [(part.number, part.date_text, part.information) for part in found] == [
        ("1", "2 April 2024", "A"),
        ("2", "3 April 2024", "B"),
    ]


def test_each_row_of_a_table_without_media_is_doubted() -> None:
    found = rows([["No", "Tanggal", "Jenis Informasi"], ["1", "2 April 2024", "Tahapan"]])
    assert [part.doubt for part in found] == [NO_MEDIA]


@pytest.mark.parametrize(
    ("text", "information", "channels"),
    [
        (
            "1. Tanggal 12 Januari 2024, informasi tentang Layanan melalui PPID KPU melalui RRI.",
            "Layanan melalui PPID KPU",
            ("radio",),
        ),
        (
            "1. 05/04/2024: Pengumuman DCT (Website; Medsos (IG, FB)).",
            "Pengumuman DCT",
            ("website", "instagram", "facebook"),
        ),
        (
            "1. Pada tanggal 3 Oktober telah dirilis informasi Tips mengenali hoaks melalui RRI.",
            "Tips mengenali hoaks",
            ("radio",),
        ),
        (
            "• Tahapan Pilkada, disebarluaskan pada tanggal 5 April 2024 melalui Instagram",
            "Tahapan Pilkada",
            ("instagram",),
        ),
    ],
)
def test_reads_a_list_in_place_of_a_table(text: str, information: str, channels: tuple[str, ...]) -> None:
    typed, _ = dissemination(rows_of_list(paragraphs(lines(text)), VOCABULARY, 2024), VOCABULARY)
    assert [(row.information, row.channels) for row in typed] == [(information, channels)]


def test_a_lost_heading_is_inferred_from_what_stands_below() -> None:
    columns = infer_columns(
        table([["1.", "2 April 2024", "Tahapan", "IG, FB"], ["2.", "3 April 2024", "Jadwal", "Website"]]), VOCABULARY
    )
    assert columns and columns.roles == {"number": 0, "date": 1, "information": 2, "media": 3}


def test_where_most_items_end_in_a_bracket_of_media_a_service_named_before_it_is_no_media() -> None:
    found = rows_of_list(
        paragraphs(
            lines(
                "1. 3 Juli 2024: Tata cara pindah memilih (Website KPU, IG)",
                "2. 4 Juli 2024: Layanan informasi melalui PPID KPU (WAG Bakohumas)",
                "3. 5 Juli 2024: Penetapan kursi (RRI)",
            )
        ),
        VOCABULARY,
        2024,
    )
    assert [(part.information, part.media_text) for part in found][1] == (
        "Layanan informasi melalui PPID KPU",
        "WAG Bakohumas",
    )


def test_a_bracket_of_media_may_begin_with_the_verb() -> None:
    told = [f"{n}. Tanggal {n} Juli 2024: Debat {n} (disebarluaskan melalui IG dan Radio)" for n in range(1, 4)]
    found = rows_of_list(paragraphs(lines(*told)), VOCABULARY, 2024)
    assert (found[0].information, found[0].media_text) == ("Debat 1", "IG dan Radio")


def test_a_bracket_that_names_no_channel_is_part_of_the_information() -> None:
    told = ("1. 3 Juli 2024: Laporan dana (LADK dan LPPDK)", "2. 4 Juli 2024: Debat - IG", "3. 5 Juli 2024: Rapat - IG")
    found = rows_of_list(paragraphs(lines(*told)), VOCABULARY, 2024)
    assert (found[0].information, found[0].media_text) == ("Laporan dana (LADK dan LPPDK)", "")


@pytest.mark.parametrize(
    "text",
    [
        "Debat publik (IG, RRI, 3 Juli 2024)",
        "Melalui IG dan RRI, pada tanggal 3 Juli 2024: Debat publik",
        "Debat publik Rabu, 3 Juli 2024 | IG, RRI",
    ],
)
def test_media_beside_the_date_in_a_bracket_or_before_it(text: str) -> None:
    (part,) = rows_of_list(paragraphs(lines(f"1. {text}")), VOCABULARY, 2024)
    assert (part.information, part.media_text.replace(" dan ", ", ")) == ("Debat publik", "IG, RRI")


def test_a_day_without_year_in_the_name_is_not_the_date_of_an_item_that_tells_a_whole_one() -> None:
    (part,) = rows_of_list(paragraphs(lines("1. Hari Lahir Pancasila 1 Juni Rabu, 29 Mei 2024 | IG")), VOCABULARY, 2024)
    assert part.date and part.date.start == date(2024, 5, 29) and part.doubt == WHICH_DATE


def test_a_number_before_the_dash_of_a_day_begins_no_range() -> None:
    told = lines("• Podcast episode 27 – 14 Mei 2024 – IG, Radio", "• Kirab – 15 Mei 2024 – Laman")
    rows = rows_of_list(items_of(told), VOCABULARY, 2024)
    assert [(row.date and row.date.start, row.information, row.media_text) for row in rows] == [
        (date(2024, 5, 14), "Podcast episode 27", "IG, Radio"),
        (date(2024, 5, 15), "Kirab", "Laman"),
    ]


def test_a_verb_before_the_comma_of_a_day_is_of_the_text() -> None:
    told = lines("• Periksa dulu sebelum dibagikan, 3 Mei 2024, melalui IG", "• Kirab, 4 Mei 2024, melalui X, IG")
    rows = rows_of_list(items_of(told), VOCABULARY, 2024)
    assert [row.information for row in rows] == ["Periksa dulu sebelum dibagikan", "Kirab"]


def test_a_verb_before_the_name_of_the_media_is_of_the_text() -> None:
    told = lines("1. 3 Mei 2024 : Periksa dulu sebelum dibagikan", "Media : IG", "2. 4 Mei 2024 : Kirab", "Media : X")
    found = rows_of_list(items_of(told), VOCABULARY, 2024)
    assert [row.information for row in found] == ["Periksa dulu sebelum dibagikan", "Kirab"]


def test_a_column_of_kinds_beside_what_is_told_is_not_that() -> None:
    names: list[str | None] = ["No", "Tanggal", "Tema", "Uraian Informasi", "Media"]
    found = rows([names, *([str(n), f"{n} Mei 2024", "Data", f"Rapat {n}", "IG"] for n in range(1, 5))])
    assert [row.information for row in found] == [f"Rapat {n}" for n in range(1, 5)]
    within: list[str | None] = ["No", "Tema", "Tanggal dan Informasi", "Media"]
    found = rows([within, *([str(n), f"Tema {n}", f"0{n}-05-2024 : Rapat {n}", "IG"] for n in range(1, 4))])
    assert [(row.date_text, row.information) for row in found] == [(f"0{n}-05-2024", f"Rapat {n}") for n in range(1, 4)]


def test_the_lowest_heading_tells_the_columns() -> None:
    cells: list[list[str | None]] = [["No", "Informasi", "Publikasi", None, None], ["^", "^", "Waktu", None, "Media"]]
    cells += [["^", "^", "Hari", "Tanggal", "^"], ["1", "Kirab", "Selasa", "2 Juli 2024", "IG"]]
    columns = read_columns(table(cells), VOCABULARY)
    assert columns and columns.roles["date"] == 3 and columns.roles["media"] == 4


def test_items_may_begin_with_a_day_in_figures_without_its_year() -> None:
    rows = rows_of_list(
        items_of(lines("• 02/04 | Tahapan | IG", "• 13/05 | Kirab pemilu | FB, Radio")), VOCABULARY, 2024
    )
    assert [(row.date and row.date.start, row.information, row.media_text) for row in rows] == [
        (date(2024, 4, 2), "Tahapan", "IG"),
        (date(2024, 5, 13), "Kirab pemilu", "FB, Radio"),
    ]


def test_a_day_in_the_text_is_not_its_date_where_the_day_stands_under_a_month() -> None:
    cells: list[list[str | None]] = [HEADING, ["1", "16", "Selamat Hari Lahir Pancasila 1 Juni", "IG"]]
    grid = Grid(table(cells))
    columns = read_columns(grid.table, VOCABULARY)
    assert columns is not None
    (part,) = rows_of_table(grid, columns, VOCABULARY, 2024, title=Title(month="Desember 2024"))
    assert part.date and part.date.start == date(2024, 12, 16) and part.information.endswith("1 Juni")


def test_a_weekday_may_stand_behind_the_day_and_a_count_behind_the_month() -> None:
    month = month_told("April 2024 (11 informasi)")
    cells: list[list[str | None]] = [["Tanggal", "Informasi", "Media"], ["6\nSabtu", "Tahapan", "IG"]]
    columns = read_columns(table(cells), VOCABULARY)
    assert columns is not None
    (part,) = rows_of_table(Grid(table(cells)), columns, VOCABULARY, 2024, title=Title(month=month))
    assert part.date and part.date.start == date(2024, 4, 6)


def test_a_column_of_days_alone_is_the_date_whatever_it_is_called() -> None:
    cells: list[list[str | None]] = [["Periode", "No", "Konten Informasi", "Media"]]
    cells += [
        ["1 – 7 Juni 2024", "1", "Infografis", "IG"],
        ["^", "2", "Video", "FB"],
        ["8 – 14 Juni 2024", "3", "Foto", "X"],
    ]
    columns = read_columns(table(cells), VOCABULARY)
    assert columns and columns.roles == {"date": 0, "number": 1, "information": 2, "media": 3}


def test_items_that_name_what_a_recap_counts_are_no_recap_though_their_days_stand_alone() -> None:
    cells: list[list[str | None]] = [["No", "Tgl", "Informasi", "Media"]]
    cells += [
        [str(n), str(n + 3), name, "IG"] for n, name in enumerate(("Infografis", "Video", "Foto", "Siaran Pers"), 1)
    ]
    columns = read_columns(table(cells), VOCABULARY)
    assert columns is not None and columns.kind == "dissemination"


def test_items_under_numbered_titles_are_rows_with_the_media_that_their_title_is() -> None:
    told = (
        "1. Instagram",
        "a. 3 Juli 2024 - Tahapan",
        "b. 4 Juli 2024 - Debat",
        "2. Bulan Mei",
        "a. 5 Mei 2024 - Rapat (RRI)",
    )
    found = rows_of_lines(
        [line(text, 80 + 14 * n, 72 + 20 * (n not in (0, 3))) for n, text in enumerate(told)], VOCABULARY, 2024
    )
    assert [(part.number, part.information, part.media_text) for part in found] == [
        ("a", "Tahapan", "Instagram"),
        ("b", "Debat", "Instagram"),
        ("a", "Rapat", "RRI"),
    ]
    assert [
        part.number
        for part in rows_of_lines(lines("1. 3 Juli 2024 - Debat", "a. 4 Juli", "b. 5 Juli"), VOCABULARY, 2024)
    ] == ["1"]


def test_bulleted_media_are_those_of_each_item_of_the_row() -> None:
    found = rows([HEADING, ["1.", "2 April 2024\n5 April 2024", "a. Tahapan\nb. Jadwal", "- Instagram\n- Website"]])
    assert [part.media_text for part in found] == ["- Instagram - Website"] * 2


def test_a_row_without_number_and_date_among_numbered_and_dated_ones_is_the_rest_of_the_row_before() -> None:
    found = rows(
        [
            HEADING,
            ["1.", "2 April 2024", "Jingle Pilkada: Suara Kita, Masa", "IG"],
            ["", "", "Depan Pontianak", ""],
            ["2.", "3 April 2024", "Pelantikan", "WA Grup"],
            ["", "", "PPS", "Bakohumas"],
            ["3.", "4 April 2024", "Tahapan", "IG"],
        ]
    )
    assert [(part.information, part.media_text, part.doubt) for part in found] == [
        ("Jingle Pilkada: Suara Kita, Masa Depan Pontianak", "IG", None),
        ("Pelantikan PPS", "WA Grup Bakohumas", REST),
        ("Tahapan", "IG", None),
    ]


def test_a_row_with_the_rest_of_a_date_goes_on_with_the_row_before() -> None:
    found = rows(
        [HEADING, ["4", "14 November", "Masa tenang dan", "Medsos KPU (IG,"], ["", "2024", "Pembersihan", "TikTok)"]]
    )
    assert [(part.date_text, part.date and part.date.start, part.information, part.media_text) for part in found] == [
        ("14 November 2024", date(2024, 11, 14), "Masa tenang dan Pembersihan", "Medsos KPU (IG, TikTok)")
    ]


@pytest.mark.parametrize(
    ("information", "media", "doubted"),
    [
        ("Tahapan Pilkada", "Medsos KPU (IG, FB)", False),
        ("Distribusi logistik ke", "IG", True),
        ("Tahapan Pilkada", "Medsos KPU (IG, FB,", True),
        ("Tahapan Pilkada", "Medsos KPU (IG", True),
    ],
)
def test_a_row_whose_text_breaks_off_is_doubted(information: str, media: str, doubted: bool) -> None:
    typed, _ = dissemination(rows([HEADING, ["1.", "2 April 2024", information, media]]), VOCABULARY)
    assert [bool(row.doubt) for row in with_broken_texts(typed)] == [doubted]


def test_a_bullet_before_the_only_item_of_a_cell_is_no_part_of_it() -> None:
    assert rows([HEADING, ["1.", "2 April 2024", "- Pengumuman hasil survei", "RRI"]])[0].information.startswith("Peng")


def test_a_note_below_a_list_is_no_part_of_its_last_item() -> None:
    told = lines("1. 3 Juli 2024: Penetapan kursi (RRI)", "2. 4 Juli 2024: Jadwal (IG)", "Sumber: Subbagian Teknis")
    assert [item.text for item in items_of(told)][-1] == "4 Juli 2024: Jadwal (IG)"


@pytest.mark.parametrize(
    ("method", "date_text", "media", "doubted"), [("lattice", "", "", False), ("stream", "2 April 2024", "IG", True)]
)
def test_a_blank_date_is_that_of_the_row_above_only_where_no_rules_tell_merged_cells(
    method: str, date_text: str, media: str, doubted: bool
) -> None:
    grid = Grid(table([HEADING, ["1.", "2 April 2024", "A", "IG"], ["2.", "", "B", ""]], method=method))
    columns = read_columns(grid.table, VOCABULARY)
    assert columns is not None
    second = rows_of_table(grid, columns, VOCABULARY, 2024)[1]
    assert (second.date_text, second.media_text, bool(second.doubt)) == (date_text, media, doubted)


def test_blank_media_are_doubted_where_no_rules_tell_merged_cells() -> None:
    for method, doubted in (("lattice", False), ("stream", True)):
        grid = Grid(table([HEADING, ["1.", "2 April 2024", "A", "IG"], ["2.", "3 April 2024", "B", ""]], method=method))
        columns = read_columns(grid.table, VOCABULARY)
        assert columns is not None
        assert bool(rows_of_table(grid, columns, VOCABULARY, 2024)[1].doubt) is doubted


def test_the_fields_of_a_form_make_a_row_and_a_long_text_goes_on() -> None:
    (part,) = rows_of_form(
        [
            *lines("1. Waktu : 5 April 2024", "Judul : Tahapan dan Jadwal"),
            line("Pilkada", top=108.0, x0=130.0),
            line("Kanal : IG; Website", top=122.0),
        ],
        VOCABULARY,
        2024,
    )
    assert (part.number, part.information, part.media_text) == ("1", "Tahapan dan Jadwal Pilkada", "IG; Website")


def test_ticks_under_one_heading_over_the_channels() -> None:
    found = rows(
        [
            ["No", "Tanggal", "Materi", "Platform", None],
            ["^", "^", "^", "IG", "Radio"],
            ["1", "2 April 2024", "A", "x", ""],
            ["2", "3 April 2024", "B", "", "x"],
        ]
    )
    assert [part.media_text for part in found] == ["IG", "Radio"]


def test_months_over_ticks_are_no_marks_and_further_media_are_named_beside_them() -> None:
    found = rows(
        [
            ["No", "Tanggal", "Materi", "Media", None, "Lainnya"],
            ["^", "^", "^", "IG", "Web", "^"],
            ["Bulan April 2024", None, None, None, None, None],
            ["1", "2 April 2024", "Tahapan", "v", "", "RRI"],
            ["2", "3 April 2024", "Jadwal", "v", "v", ""],
        ]
    )
    assert [(part.media_text, part.doubt) for part in found] == [("IG, RRI", None), ("IG, Web", None)]


def test_a_ditto_says_what_the_cell_above_does() -> None:
    days = [["2", "IG, FB"], ["3", "sda"], ["4", '-"-'], ["5", "Radio"]]
    typed, unknown = dissemination(
        rows([HEADING, *([n, f"{n} Mei 2024", "Tahapan", way] for n, way in days)]), VOCABULARY
    )
    assert [row.channels for row in typed] == [("instagram", "facebook")] * 3 + [("radio",)] and not unknown
    assert {row.doubt for row in of_rows(typed, VOCABULARY)} == {None}


def test_a_blank_says_that_the_day_is_that_of_the_row_above() -> None:
    days = ["1 Mei 2024", "", "3 Mei 2024", ""]
    found = rows([HEADING, *([str(n), day, f"Informasi {n}", "IG"] for n, day in enumerate(days, 1))])
    assert [(part.date_text, part.doubt) for part in found] == [
        ("1 Mei 2024", None),
        ("1 Mei 2024", None),
        ("3 Mei 2024", None),
        ("3 Mei 2024", None),
    ]
    assert len(written_dates(found, "tabel")) == 2
    (_, one, _) = rows([HEADING, *([str(n), day, "Informasi", "IG"] for n, day in enumerate(days[:3], 1))])
    assert (one.date_text, one.doubt) == ("1 Mei 2024", SAME_DAY)


def test_a_blank_day_is_doubted_where_no_numbers_tell_rows_apart() -> None:
    days = ["1 Mei 2024", "", "3 Mei 2024", ""]
    found = rows([HEADING[1:], *([day, f"Informasi {n}", "IG"] for n, day in enumerate(days))])
    assert [(part.date_text, part.doubt) for part in found[:2]] == [("1 Mei 2024", None), ("1 Mei 2024", SAME_DAY)]


def test_the_year_of_a_merged_day_may_stand_beside_the_row_below() -> None:
    days = ["Minggu/25 Agustus", "2024", "", "Senin/26 Agustus 2024"]
    found = rows([HEADING, *([str(n), day, f"Informasi {n}", "IG"] for n, day in enumerate(days, 1))])
    assert [part.date_text for part in found] == ["Minggu/25 Agustus 2024"] * 3 + ["Senin/26 Agustus 2024"]


def test_a_number_before_the_dash_that_leads_to_each_day_is_no_day() -> None:
    told = [
        "1. Kelas pemilih – 2 April 2024 – IG",
        "2. Calon dari Dapil 3 – 4 April 2024 – FB",
        "3. DPS – 6 April 2024 – X",
    ]
    found = rows_of_list(items_of(lines(*told)), VOCABULARY, 2024)
    assert [(part.information, part.date_text) for part in found][1] == ("Calon dari Dapil 3", "4 April 2024")
    ranged = rows_of_list(items_of(lines(*told[:1], "2. Coklit – 3 – 4 April 2024 – FB", told[2])), VOCABULARY, 2024)
    assert ranged[1].date_text == "3 – 4 April 2024"


def test_yes_and_no_are_marks() -> None:
    found = rows(
        [["No", "Tanggal", "Informasi", "Instagram", "Website"], ["1", "2 April 2024", "Tahapan", "Tidak", "Ya"]]
    )
    assert [part.media_text for part in found] == ["Website"]


def test_information_beside_its_month_may_tell_days_and_media_itself() -> None:
    text = "1. 2 April 2024: DPS (IG)\n2. 3 April 2024: DPT (Radio)"
    more = "1. 2 Mei 2024: PPK (X)\n2. 3 Mei 2024: PPS (IG)"
    head: list[str | None] = ["No", "Bulan", "Informasi dan Media"]
    found = rows([head, ["1", "April", text], ["2", "Mei", more]])
    assert [(part.date_text, part.information, part.media_text) for part in found] == [
        ("2 April 2024", "DPS", "IG"),
        ("3 April 2024", "DPT", "Radio"),
        ("2 Mei 2024", "PPK", "X"),
        ("3 Mei 2024", "PPS", "IG"),
    ]


def test_names_of_channels_and_a_column_of_dashes_make_no_recap_of_dated_items() -> None:
    heading: list[str | None] = ["No", "Tgl", "Judul Konten", "Platform Medsos", "Ket."]
    found = rows(
        [
            heading,
            *([str(day), f"{day} April 2024", "Foto", way, "-"] for day, way in enumerate(("IG", "FB", "X", "IG"), 1)),
        ]
    )
    assert [part.media_text for part in found] == ["IG", "FB", "X", "IG"]


def test_an_item_with_the_dates_of_many_is_doubted() -> None:
    items = [f"{day} April 2024: Kirab (Instagram)" for day in range(2, 7)]
    found = rows_of_list(paragraphs(lines(" ".join(items), f"1. {items[0]}")), VOCABULARY, 2024)
    assert [part.doubt for part in found] == [SEVERAL_ITEMS, None]


def test_words_that_all_items_share_are_doubted() -> None:
    texts = [f"{n}. {n} April 2024 Pojok Pemilu {what} melalui RRI" for n, what in enumerate("abcd", 1)]
    found = rows_of_list(paragraphs(lines(*texts)), VOCABULARY, 2024)
    assert [part.doubt for part in found] == [SAME_WORDS] * 4


def test_media_with_an_unknown_word_between_them_are_told_whole_in_the_brackets_of_items() -> None:
    told = (("Apel pagi", "Siaran TVRI, RRI"), ("Cek DPT", "TVRI Kalbar, RRI"), ("Kuis", "IG"), ("Kirab", "Radio"))
    texts = [f"{n}. {n} April 2024: {info} ({media})" for n, (info, media) in enumerate(told, 2)]
    found = rows_of_list(paragraphs(lines(*texts)), VOCABULARY, 2024)
    assert [(part.information, part.media_text) for part in found] == list(told)


@pytest.mark.parametrize(
    "form",
    [
        "Unggahan {media} tanggal {day}: {info}",
        "{info}. Tayang {day} di {media}",
        "Konten {info} disebarkan {day} melalui {media}",
        "{media}: {info} ({day})",
        "{day} @ {media}: {info}",
        "Pada {day} KPU Kabupaten Sanggau membagikan {info} lewat {media}",
        "Judul: {info}, tanggal {day}, media {media}",
        "Melalui {media} pada {day} disampaikan {info}",
    ],
)
def test_what_differs_between_sentences_made_alike_is_the_information(form: str) -> None:
    told = ("Berita acara DPT", "Maskot (jingle)", "Kuis di YouTube", "Apel pagi", "Coklit: 87% rampung")
    media = ("Instagram, Facebook", "Website", "WA Grup Bakohumas", "TikTok dan X", "Radio")
    days = [f"{n} April 2024" for n in range(2, 7)]
    texts = [form.format(day=day, info=info, media=way) for day, info, way in zip(days, told, media, strict=True)]
    found = rows_of_list(paragraphs(lines(*(f"{n}. {text}" for n, text in enumerate(texts, 1)))), VOCABULARY, 2024)
    assert [(part.information, part.media_text) for part in found] == list(zip(told, media, strict=True))


def test_the_media_that_all_texts_of_a_table_tell_in_one_way_are_those_of_its_rows() -> None:
    told = ("Apel (IG)", "Debat calon (IG, FB)", "Kirab (Web)", "DPT (X)")
    cells: list[list[str | None]] = [["Tanggal", "Informasi dan Media"]]
    found = rows([*cells, *([f"{day} April 2024", text] for day, text in enumerate(told, 2))])
    assert [(part.information, part.media_text, part.doubt) for part in found][1] == ("Debat calon", "IG, FB", None)


def test_the_media_in_a_title_of_rows_are_those_of_the_rows_below() -> None:
    head: list[list[str | None]] = [["No", "Informasi", "Tanggal"]]
    told: list[list[str | None]] = [
        ["1", "Apel", "2 April 2024"],
        ["Instagram", None, None],
        ["2", "DPT", "3 April 2024"],
    ]
    found = rows([*head, *told])
    assert [(part.media_text, part.doubt) for part in found] == [("", NO_MEDIA), ("Instagram", None)]


def test_names_that_nobody_knows_over_inferred_columns_are_no_row() -> None:
    cells: list[list[str | None]] = [["No", "Apa", "Kapan", "Lewat Apa"], ["1", "Apel pagi", "2 April 2024", "IG"]]
    columns = infer_columns(table([*cells, ["2", "Debat", "3 April 2024", "FB"]]), VOCABULARY)
    assert columns and columns.inferred and columns.first_row == 1


def test_an_item_made_otherwise_than_the_others_of_its_list_is_doubted() -> None:
    texts = [
        f"{n}. {n} April 2024: {what} melalui Radio" for n, what in enumerate(("Apel", "Debat", "Kirab", "DPT"), 1)
    ]
    texts.append("5. 5 April 2024: Radio menyiarkan jadwal kampanye")
    found = rows_of_list(paragraphs(lines(*texts)), VOCABULARY, 2024)
    assert [part.doubt for part in found] == [None] * 4 + [OTHERWISE]


def test_who_published_an_information_and_that_it_was_is_none_of_it() -> None:
    ways = ("Tanggal {} April 2024, KPU Kabupaten Sanggau menyampaikan {} melalui Instagram.",)
    ways += ("Pada tanggal {} April 2024 disebarluaskan {} melalui Facebook.",)
    told = ("jadwal kampanye", "hasil pleno DPT", "ajakan memilih", "lowongan petugas KPPS")
    texts = [f"{n}. {ways[n % 2].format(n, what)}" for n, what in enumerate(told, 1)]
    for some in (texts, texts[:2]):
        found = rows_of_list(paragraphs(lines(*some)), VOCABULARY, 2024)
        assert [part.information for part in found] == [*told[: len(some)]]


def test_a_list_that_tells_media_nowhere_is_doubted() -> None:
    texts = ("1. 5 April 2024 Tahapan IG; FB", "2. 6 April 2024 Jadwal RRI")
    found = rows_of_list(paragraphs(lines(*texts)), VOCABULARY, 2024)
    assert [part.doubt for part in found] == [NO_MEDIA_NAMED] * 2


def test_the_title_of_the_next_month_is_no_part_of_the_row_above_it() -> None:
    cells = [HEADING, ["1.", "30 April 2024", "Tahapan MEI 2024", "IG"], ["2.", "3 Mei 2024", "Jadwal Mei 2024", "FB"]]
    grid = Grid(table([[*row] for row in cells], method="stream"))
    columns = read_columns(grid.table, VOCABULARY)
    assert columns
    found = rows_of_table(grid, columns, VOCABULARY, 2024)
    assert [(part.information, part.doubt) for part in found] == [("Tahapan", BANNER), ("Jadwal Mei 2024", None)]


def test_a_day_of_the_next_month_at_the_end_of_a_text_is_no_title() -> None:
    text = "Ajakan datang ke TPS pada 27 November 2024"
    cells = [HEADING, ["1.", "28 Oktober 2024", text, "IG"], ["2.", "1 November 2024", "Maskot", "FB"]]
    grid = Grid(table([[*row] for row in cells], method="stream"))
    columns = read_columns(grid.table, VOCABULARY)
    assert columns
    found = rows_of_table(grid, columns, VOCABULARY, 2024)
    assert [(part.information, part.doubt) for part in found] == [(text, BANNER), ("Maskot", None)]


def test_the_date_of_publication_is_that_behind_its_verb() -> None:
    told = "1. Ajakan ke TPS pada 27 November 2024, disebarluaskan pada tanggal 8 Oktober 2024 melalui Instagram"
    unclear = "1. Ajakan ke TPS pada 27 November 2024 dan lainnya, 8 Oktober 2024 melalui Instagram"
    for text, day, doubt in ((told, date(2024, 10, 8), None), (unclear, date(2024, 11, 27), WHICH_DATE)):
        (row,) = rows_of_list(items_of(lines(text)), VOCABULARY, 2024)
        assert row.date and (row.date.start, row.doubt) == (day, doubt)


def test_a_dated_row_is_no_heading_though_its_cells_are_names_of_columns() -> None:
    head: list[str | None] = [*HEADING, "Keterangan"]
    found = rows([head, ["1", "2 April 2024", "Tahapan", "Media Sosial KPU (IG, Facebook)", "Terlaksana"]])
    assert [part.information for part in found] == ["Tahapan"]


def test_the_further_line_of_a_heading_is_no_row() -> None:
    heading: list[str | None] = ["", "Waktu", "Uraian", "Media"]
    found = rows([heading, ["", "Pelaksanaan", "Materi Informasi", "Kanal"], ["1", "2 April 2024", "Tahapan", "IG"]])
    assert [part.information for part in found] == ["Tahapan"]


def test_a_media_cell_that_a_page_break_cuts_is_that_of_the_row_above() -> None:
    cells = table(
        [HEADING, ["1.", "1 Mei 2024", "A", "IG"], ["2.", "2 Mei 2024", "B", "^"], ["3.", "3 Mei 2024", "C", ""]]
    )
    moved = replace(cells, cells=tuple(replace(cell, page=2) if cell.row == 3 else cell for cell in cells.cells))
    columns = read_columns(moved, VOCABULARY)
    assert columns
    assert [(part.media_text, part.doubt) for part in rows_of_table(Grid(moved), columns, VOCABULARY, 2024)] == [
        ("IG", None),
        ("IG", None),
        ("IG", CUT_MERGED),
    ]


def test_a_column_of_nothing_but_channels_tells_the_media_whatever_its_name() -> None:
    found = rows(
        [
            ["No", "Tanggal", "Informasi", "Lewat apa"],
            ["1", "2 Mei 2024", "A", "IG; FB"],
            ["2", "3 Mei 2024", "B", "RRI"],
        ]
    )
    assert [part.media_text for part in found] == ["IG; FB", "RRI"]


def test_dashes_among_names_of_platforms_count_nothing() -> None:
    cells = [
        ["1", "2 Mei 2024", "Video", "IG", "-"],
        ["2", "3 Mei 2024", "Foto", "FB", "-"],
        ["3", "4 Mei 2024", "Meme", "X", "-"],
    ]
    assert not is_recap(Grid(table([[*row] for row in cells])), VOCABULARY)


def test_a_recap_of_nothing_but_nil_is_one() -> None:
    cells = [["Jenis Konten", "Juli", "Agustus"], *([kind, "nihil", "nihil"] for kind in ("Foto Berita", "Infografik"))]
    cells += [["Press Release", "nihil", "nihil"], ["Ucapan Duka Cita", "nihil", "nihil"]]
    assert is_recap(Grid(table([[*row] for row in cells])), VOCABULARY)


def test_a_text_above_its_number_makes_all_rows_doubtful() -> None:
    found = rows([HEADING, ["", "", "", "Grup WA"], ["1.", "2 Mei 2024", "A", "RRI"], ["2.", "3 Mei 2024", "B", "IG"]])
    assert [(part.number, part.doubt) for part in found] == [("1", CENTRED), ("2", CENTRED)]


def test_names_of_columns_with_their_numbers_and_an_unknown_name_over_the_texts() -> None:
    heading: list[str | None] = ["# (1)", "Tanggal (2)", "KABAR KPU (3)", "Media (4)"]
    found = rows(
        [heading, ["1.", "2 April 2024", "Kirab Pemilu", "IG"], heading, ["2.", "3 April 2024", "Jadwal KPU", "FB"]]
    )
    assert [(part.number, part.information) for part in found] == [("1", "Kirab Pemilu"), ("2", "Jadwal KPU")]


def test_a_merged_date_that_a_page_break_cuts_is_that_of_both_rows() -> None:
    first = table([HEADING, ["9", "Senin, 21", "Kirab", "IG"]])
    second = table([["10", "Oktober 2024", "Jadwal", "IG"], ["11", "22 Oktober 2024", "Dialog", "IG"]], page=2)
    whole = appended(first, second)
    columns = read_columns(whole, VOCABULARY)
    assert columns is not None
    found = rows_of_table(Grid(whole), columns, VOCABULARY, 2024)
    assert [part.date.start for part in found if part.date] == [date(2024, 10, 21)] * 2 + [date(2024, 10, 22)]
    assert len(written_dates(found, "tabel informasi")) == 2


def test_each_item_of_a_row_that_a_page_break_cuts_lies_on_its_own_page() -> None:
    first = table([HEADING, ["5", "22 Juli 2024\n29 Juli 2024", "- Selamat kepada\natlet\n- Lomba", "WAG"]])
    second = table([["", "31 Juli 2024", "video\n- Kirab", ""], ["6", "3 Agustus 2024", "Dialog", "IG"]], page=2)
    whole = appended(first, second)
    columns = read_columns(whole, VOCABULARY)
    assert columns is not None
    found = rows_of_table(Grid(whole), columns, VOCABULARY, 2024)
    assert [(part.information, part.page) for part in found] == [
        ("Selamat kepada atlet", 1),
        ("Lomba video", 1),
        ("Kirab", 2),
        ("Dialog", 2),
    ]
    assert found[2].bbox[3] == 20


def test_the_second_line_of_a_title_below_a_list_is_no_part_of_its_last_item_though_it_is_a_year() -> None:
    found = items_of(
        lines("- 29 Juni: Kirab Pemilu (IG)", "- 30 Juni: Dialog (RRI)", "*Data Informasi Triwulan I*", "*2025*")
    )
    assert [item.text for item in found] == ["29 Juni: Kirab Pemilu (IG)", "30 Juni: Dialog (RRI)"]


def test_marks_under_a_name_in_two_rows_are_its_channels_and_under_an_unknown_one_doubted() -> None:
    head: list[list[str | None]] = [
        ["No", "Tanggal", "Informasi", "WA Grup", "Facebook", "Website", "Bakoh"],
        ["^", "^", "^", "Bakohumas", "^", "^", "^"],
    ]
    found = rows([*head, ["1", "2 April 2024", "A", "V", "", "V", ""], ["2", "3 April 2024", "B", "", "V", "", "V"]])
    assert [part.media_text for part in found] == ["WA Grup Bakohumas, Website", "Facebook"]
    assert [part.doubt for part in found] == [None, NAMELESS]


def test_merged_media_that_end_with_a_page_and_begin_the_next_are_doubted() -> None:
    head: list[list[str | None]] = [["No", "Tanggal", "Informasi", "Media"]]
    first = table(
        [*head, ["1", "1 Mei 2024", "A", "IG"], ["2", "2 Mei 2024", "B", "- TVRI"], ["3", "3 Mei 2024", "C", "^"]]
    )
    second = table(
        [["4", "4 Mei 2024", "D", "- Radio"], ["5", "5 Mei 2024", "E", "^"], ["6", "6 Mei 2024", "F", "IG"]], page=2
    )
    grid = Grid(appended(first, second))
    columns = read_columns(grid.table, VOCABULARY)
    assert columns
    assert [part.doubt for part in rows_of_table(grid, columns, VOCABULARY, 2024)] == [None, *[CUT_TWO] * 4, None]


def test_rows_dated_without_a_year_are_items_though_their_texts_name_what_a_recap_counts() -> None:
    rows: list[list[str | None]] = [["Bulan", "No", "Tanggal", "Informasi", "Media"]]
    rows += [["April", f"{n}.", f"{n} April", "Podcast", "Website"] for n in range(1, 4)]
    rows += [["", f"{n}.", f"{n} April", "Infografis", "Instagram"] for n in range(4, 6)]
    found = read_columns(table(rows), VOCABULARY)
    assert found is not None and found.kind == "dissemination"


def test_what_a_table_begins_with_without_number_and_date_is_the_rest_of_the_row_before() -> None:
    head = rows([HEADING, ["8", "15 September 2024", "Penyerahan syarat", "YT"]])
    rest = [replace(head[0], number=None, date_text="", date=None, information="calon perseorangan", media_text="")]
    (first, second) = joined_rests([head, [*rest, head[0]]])
    assert [(row.information, row.doubt) for row in first] == [("Penyerahan syarat calon perseorangan", REST)]
    assert len(second) == 1


def test_a_ruled_row_without_number_at_the_head_of_a_table_is_kept_as_the_rest_of_the_row_before() -> None:
    cells = [
        ["", "", "Tahun 2024", "Parpol"],
        ["2.", "3 April 2024", "Jadwal", "IG"],
        ["3.", "4 April 2024", "B", "IG"],
    ]
    grid = Grid(table(cells))
    columns = Columns("dissemination", {"number": 0, "date": 1, "information": 2, "media": 3}, 0)
    found = rows_of_table(grid, columns, VOCABULARY, 2024)
    assert [(row.number, row.information, row.doubt) for row in found[1:]] == [("2", "Jadwal", None), ("3", "B", None)]
    assert (found[0].number, found[0].information) == (None, "Tahun 2024")


def test_a_row_without_media_whose_text_ends_with_a_channel_is_doubted() -> None:
    found, _ = dissemination(rows([HEADING, ["1", "2 April 2024", "Jadwal Youtube", ""]]), VOCABULARY)
    assert found[0].doubt == SWALLOWED


def test_the_last_day_may_have_a_column_of_its_own() -> None:
    rest: list[list[str | None]] = [["Apel", "IG", "2 April 2024", "5 April 2024"]]
    rest.append(["DPT", "FB", "6 April 2024", "3 April 2024"])
    for head in (["Informasi", "Media", "Mulai Tanggal", "Selesai"], ["Informasi", "Media", "Tanggal", None]):
        typed, _ = dissemination(rows([head, *rest]), VOCABULARY)
        assert [(str(row.date_end), row.doubt) for row in typed] == [("2024-04-05", None), ("2024-04-06", PARTLY)]


def test_links_under_the_heading_of_the_media_are_no_media() -> None:
    head: list[list[str | None]] = [["Tanggal", "Informasi", "Media", None], ["^", "^", "Akun", "Tautan"]]
    found = rows([*head, ["2 April 2024", "Tahapan", "IG", "s.id/a1"], ["3 April 2024", "Jadwal", "FB", "s.id/b2"]])
    assert [part.media_text for part in found] == ["IG", "FB"]


def test_a_date_beside_which_others_stand_unread_is_doubted() -> None:
    found = rows([HEADING, ["1", "31 3 April 2024", "Tahapan", "IG"]])
    typed, _ = dissemination(found, VOCABULARY)
    assert [row.doubt for row in typed] == [PARTLY]


def test_two_marks_in_one_place_cast_doubt_on_all_rows() -> None:
    head: list[str | None] = ["No", "Tanggal", "Informasi", "IG", "FB"]
    found = rows([head, ["1", "2 April 2024", "Tahapan", "v v", ""], ["2", "3 April 2024", "Jadwal", "v", "v"]])
    assert [part.doubt for part in found] == [TWO_MARKS] * 2


def test_a_quotation_mark_at_one_end_belongs_to_a_name_in_the_text() -> None:
    texts = ('2 April 2024: Pemilihan bertema "Suara Kita" (IG)', '3 April 2024: "Suara Kita" (IG)')
    found = [rows_of_list(paragraphs(lines(text)), VOCABULARY, 2024)[0].information for text in texts]
    assert found == ['Pemilihan bertema "Suara Kita"', "Suara Kita"]


def test_a_month_over_the_edge_of_two_columns_is_no_row() -> None:
    head = ["No", "Tanggal", "Informasi", "Media"]
    told = rows(
        [head, ["Oktober", "2024", "", ""], ["1", "3 Oktober 2024", "Kirab", "IG"], ["2", "4 Oktober 2024", "", ""]]
    )
    assert [part.number for part in told] == ["1", "2"]


def test_items_are_of_the_day_on_a_line_over_them() -> None:
    told = lines(
        "Senin, 1 Juli 2024",
        "- Tahapan (Instagram)",
        "- Hari Bhayangkara 1 Juli (IG, Web)",
        "2 Juli 2024",
        "- Jadwal (X)",
    )
    assert [(row.date_text, row.information, row.media_text) for row in rows_of_lines(told, VOCABULARY, 2024)] == [
        ("Senin, 1 Juli 2024", "Tahapan", "Instagram"),
        ("Senin, 1 Juli 2024", "Hari Bhayangkara 1 Juli", "IG, Web"),
        ("2 Juli 2024", "Jadwal", "X"),
    ]


def test_months_over_items_beside_their_days_are_part_of_none() -> None:
    told = [line("Juli 2024", top=60, x0=50)]
    for n, month in enumerate(("Juli", "Agustus", "September")):
        day, text = line(f"{n + 4} {month} 2024", top=80 + 40 * n, x0=50), line(f"Kirab {month}", 80 + 40 * n, 140)
        told += [Line((*day.words, *text.words), 1), line("Instagram, Facebook", 92 + 40 * n, 140)]
        told += [line(f"{month} 2024", top=106 + 40 * n, x0=50)]
    rows = rows_of_lines(told[:-1], VOCABULARY, 2024)
    assert [(row.date_text, row.information, row.doubt) for row in rows] == [
        (f"{n + 4} {month} 2024", f"Kirab {month}", None) for n, month in enumerate(("Juli", "Agustus", "September"))
    ]


def test_the_media_in_the_title_of_a_table_are_those_of_its_rows() -> None:
    grid = Grid(
        table([["No", "Tanggal", "Informasi"], ["1", "2 April 2024", "Tahapan"], ["2", "3 April 2024", "Jadwal"]])
    )
    columns = read_columns(grid.table, VOCABULARY)
    assert columns
    found = rows_of_table(grid, columns, VOCABULARY, 2024, title=Title(media="Melalui Instagram"))
    assert [(part.media_text, part.doubt) for part in found] == [("Melalui Instagram", None)] * 2


def test_the_day_over_a_table_is_that_of_its_rows_and_its_first_row_begins_below_it() -> None:
    told = [
        ["No", "Informasi", "Media"],
        ["", "Peluncuran maskot", ""],
        ["1", "dan jingle", "IG"],
        ["2", "Kirab", "RRI"],
    ]
    grid = Grid(table(told, method="stream"))
    columns = read_columns(grid.table, VOCABULARY)
    assert columns
    found = rows_of_table(grid, columns, VOCABULARY, 2024, title=Title(line="Kamis, 10 Oktober 2024"))
    assert [(part.number, part.date_text, part.information, part.doubt) for part in found] == [
        ("1", "Kamis, 10 Oktober 2024", "Peluncuran maskot dan jingle", CENTRED),
        ("2", "Kamis, 10 Oktober 2024", "Kirab", CENTRED),
    ]
    assert all(
        part.doubt for part in rows_of_table(grid, columns, VOCABULARY, 2024, title=Title(line="Rapat 10 Oktober 2024"))
    )


def test_media_that_stand_together_with_a_day_are_doubted() -> None:
    told = [["No", "Tanggal", "Informasi", "Media"]]
    told += [["1", "2 April 2024", "Tahapan", "07/04/2024 RRI"], ["2", "3 April 2024", "Jadwal", "RRI 97,5 FM"]]
    found, _ = dissemination(rows(told), VOCABULARY)
    assert [row.doubt for row in found] == [DATED, None]


@pytest.mark.parametrize("rest", [[None, None], ["", ""]])
def test_a_month_behind_its_own_number_is_no_row(rest: list[str | None]) -> None:
    found = rows([HEADING, ["1.", "Bulan April", *rest], ["1.1", "2 April 2024", "A", "IG"]])
    assert [(part.number, part.information) for part in found] == [("1.1", "A")]


def test_a_fused_row_with_its_day_is_kept_behind_its_number() -> None:
    found = rows([HEADING, ["1.", "2 April 2024 Tahapan Facebook", None, None], ["2.", "3 April 2024", "A", "IG"]])
    assert len(found) == 2


def test_items_with_their_day_below_the_text_and_media_in_two_columns() -> None:
    head: list[str | None] = ["No", "Informasi dan Tanggal", "Media Sosial", "Media Lain"]
    found = rows(
        [head, ["1", "Kirab\n2 April 2024", "IG, FB", "Radio"], ["2", "Debat\n3 April 2024", "TikTok", "Website"]]
    )
    assert [(part.date_text, part.information, part.media_text) for part in found] == [
        ("2 April 2024", "Kirab", "IG, FB, Radio"),
        ("3 April 2024", "Debat", "TikTok, Website"),
    ]


def test_months_against_content_types_are_a_recap() -> None:
    for first, second in (("Juli", "Agustus"), ("Minggu I", "Minggu II")):
        cells: list[list[str | None]] = [["Konten", first, second], ["Video", "4", "5"], ["Repost", "6", "7"]]
        assert is_recap(Grid(table(cells)), VOCABULARY)


def test_months_against_platforms_are_a_recap() -> None:
    cells: list[list[str | None]] = [["Bulan", "Instagram", "Facebook"], ["Juli", "4", "5"], ["Agustus", "6", "7"]]
    assert is_recap(Grid(table(cells)), VOCABULARY)
    assert not is_recap(Grid(table(cells[:2])), VOCABULARY)


def test_three_rows_of_content_types_that_a_page_break_left_are_a_recap() -> None:
    cells: list[list[str | None]] = [["Foto Berita", "4"], ["Video", "5"], ["Repost", "2"]]
    assert is_recap(Grid(table(cells)), VOCABULARY)


def test_a_misprinted_month_in_a_list_of_dates_is_one() -> None:
    found = rows([HEADING, ["1", "a. 7 Desmber\nb. 15 Desember", "a. Kirab\nb. Debat", "RRI"]])
    assert [row.date_text for row in found] == ["7 Desmber", "15 Desember"]


def test_an_item_may_begin_with_a_day_whose_month_is_misprinted() -> None:
    told = ("1. 28 Juin: Tahapan (RRI)", "2. 30 Juni: Jadwal (RRI)", "3. 30 Juni: Kirab (Radio)")
    found = rows_of_list(paragraphs([line(text, top=100 + 14 * n) for n, text in enumerate(told)]), VOCABULARY, 2024)
    assert [row.date and row.date.start for row in found] == [date(2024, 6, 28), date(2024, 6, 30), date(2024, 6, 30)]


def test_an_item_whose_media_begin_a_line_makes_no_form_of_its_list() -> None:
    texts = ("14. 12 Februari 2024, Cek DPT. Media: IG.", "15. 25 Februari 2024, Kirab.", "Media: Podcast.")
    assert rows_of_form(lines(*texts), VOCABULARY, 2024) == []


def test_a_lone_bold_text_over_plain_ones_is_a_title_and_no_rest_of_the_row_above() -> None:
    rows: list[list[str | None]] = [["No", "Tanggal", "Informasi", "Media"]]
    rows += [[f"{n}", f"{n} Mei 2024", f"Tahapan {n}", "IG"] for n in (1, 2)]
    rows.insert(2, ["", "", "Grup Percakapan", ""])
    plain = table(rows, method="stream")
    titled = replace(plain, cells=tuple(replace(c, bold=c.row in (0, 2) and c.lines != ()) for c in plain.cells))
    columns = read_columns(titled, VOCABULARY)
    assert columns
    found = rows_of_table(Grid(titled), columns, VOCABULARY, 2024)
    assert [row.information for row in found] == ["Tahapan 1", "Tahapan 2"]


def test_a_lone_name_of_media_is_the_title_of_rows_and_no_rest_of_the_row_above() -> None:
    rows: list[list[str | None]] = [
        ["Informasi", "Tanggal", "No"],
        ["Instagram", "", ""],
        ["Tahapan", "2 Mei 2024", "1"],
    ]
    rows += [["Facebook", "", ""], ["Jadwal", "3 Mei 2024", "2"]]
    columns = read_columns(table(rows, method="stream"), VOCABULARY)
    assert columns
    found = rows_of_table(Grid(table(rows, method="stream")), columns, VOCABULARY, 2024)
    assert [(row.information, row.media_text) for row in found] == [("Tahapan", "Instagram"), ("Jadwal", "Facebook")]


def test_quotation_marks_around_all_of_a_text_go_also_where_others_stand_within() -> None:
    assert unquoted('“Bedah buku "Pemilu dan Kita" di kafe”') == 'Bedah buku "Pemilu dan Kita" di kafe'
    for text in ('"Pemilu" dan "Kita"', "“Pemilu” dan “Kita”", 'Ketua: "Integritas"'):
        assert unquoted(text) == text
