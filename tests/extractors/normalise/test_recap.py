from dataclasses import replace

import pytest

from extractors.meaning.counting import is_recap
from extractors.meaning.grid import Grid
from extractors.meaning.recap_numbers import BROKEN
from extractors.normalise.chapters import AGAIN, with_months_of_chapters
from extractors.normalise.recap import Recap, read_recap
from extractors.normalise.recap_doubts import with_blanks_doubted, with_strangers_doubted, with_undated_doubted
from extractors.normalise.recap_list import cells_of_lines
from extractors.normalise.recap_told import UNKNOWN_TYPE, UNREAD, cells_told
from extractors.structure.flow import Line
from extractors.structure.section import Section
from extractors.structure.toc import without_contents
from extractors.vocabulary import load
from tests.support.making import line, lines, table

VOCABULARY = load()


def read(rows: list[list[str | None]], *caption: str) -> Recap:
    return read_recap(Grid(table(rows)), caption, VOCABULARY)


def counts(recap: Recap) -> dict[tuple[str, str, int | None], int | None]:
    return {(cell.content_type, cell.platform, cell.month): cell.posts for cell in recap.cells}


def test_platforms_over_content_types_with_totals() -> None:
    recap = read(
        [
            ["No", "Jenis Konten", "Jumlah Postingan", None, None],
            ["^", "^", "IG", "Twitter", "Jumlah"],
            ["1.", "Foto Berita", "98", "-", "98"],
            ["2.", "KPU Flash", "1.234", "nihil", "1234"],
            ["Jumlah", None, "1.332", "0", "1.330"],
        ]
    )
    assert counts(recap) == {
        ("foto_berita", "instagram", None): 98,
        ("foto_berita", "twitter", None): 0,
        ("kpu_flash", "instagram", None): 1234,
        ("kpu_flash", "twitter", None): 0,
    }
    assert [(total.printed, total.summed) for total in recap.totals] == [
        (98, 98),
        (1234, 1234),
        (1332, 1332),
        (0, 0),
        (1330, 1332),
    ]


@pytest.mark.parametrize(("last", "told"), [("9", True), ("8", False)])
def test_a_column_under_no_name_whose_figures_are_the_sums_of_their_rows_holds_totals(last: str, told: bool) -> None:
    heading: list[str | None] = ["", "", "IG", "FB", "X", ""]
    rows: list[list[str | None]] = [["1", "Foto Berita", "4", "5", "-", "9"], ["2", "KPU Flash", "3", "3", "3", last]]
    recap = read([heading, *rows, ["3", "Repost", "1", "1", "", "2"]])
    assert ("other" in {cell.platform for cell in recap.cells}) is not told
    assert len(recap.totals) == 3 * told


def test_a_row_called_a_total_that_adds_up_rows_above_it_is_one_whatever_it_is_of() -> None:
    rows: list[list[str | None]] = [["", "Konten", "IG (konten)", "FB (konten)", "Σ"]]
    rows += [["1", "Foto Berita", "4", "5", "9"], ["2", "Repost", "3", "0", "3"], ["", "Sub Jumlah A", "7", "5", "12"]]
    rows += [["3", "KPU Flash", "1", "2", "3"], ["4", "Video", "2", "2", "4"], ["", "Sub Jumlah B", "3", "4", "7"]]
    recap = read([*rows, ["", "Jumlah A + B", "10", "9", "19"]])
    assert {(cell.content_type, cell.platform) for cell in recap.cells} == {
        (content, platform)
        for content in ("foto_berita", "repost", "kpu_flash", "video")
        for platform in ("instagram", "facebook")
    }
    assert all(total.printed == total.summed for total in recap.totals)
    assert len(read([*rows, ["", "Jumlah A + B", "99", "9", "19"]]).cells) == 10


def test_the_sums_of_quarters_are_no_platforms() -> None:
    head: list[str | None] = ["Konten", "IG", "FB", "Jumlah Triwulan III", "Jumlah Triwulan II"]
    recap = read([head, ["Foto Berita", "4", "5", "9", "12"], ["Repost", "3", "0", "3", "7"]])
    assert {cell.platform for cell in recap.cells} == {"instagram", "facebook"}


def test_a_column_of_words_tells_no_counts() -> None:
    rows: list[list[str | None]] = [["Foto Berita", "4", "nihil", "naik"], ["Repost", "3", "nihil", "tetap"]]
    recap = read([["Konten", "IG", "FB", "Tren"], *rows])
    assert {cell.platform for cell in recap.cells} == {"instagram", "facebook"} and len(recap.cells) == 4


def test_the_numbers_of_the_rows_are_no_counts_where_their_column_stands_last() -> None:
    recap = read([["Konten", "IG", "FB", "No"], ["Foto Berita", "4", "5", "1."], ["Repost", "3", "0", "2."]])
    assert {cell.platform for cell in recap.cells} == {"instagram", "facebook"}


def test_recap_turned_round() -> None:
    recap = read(
        [
            ["No", "Kanal", "Foto Berita", "Podcast", "Total"],
            ["1", "Instagram", "5", "2", "7"],
            ["2", "Facebook", "4", "", "4"],
            ["Jumlah", None, "9", "2", "11"],
        ]
    )
    assert counts(recap)[("foto_berita", "facebook", None)] == 4
    assert {cell.content_label for cell in recap.cells} == {"Foto Berita", "Podcast"}
    blank = next(cell for cell in recap.cells if cell.posts_text == "")
    assert (blank.platform, blank.posts, blank.doubt) == ("facebook", None, None)
    assert all(total.printed == total.summed for total in recap.totals)


def test_months_over_platforms_and_a_total_group() -> None:
    recap = read(
        [
            ["Jenis Konten", "Januari", None, "Februari", None, "Jumlah", None],
            ["^", "IG", "FB", "IG", "FB", "IG", "FB"],
            ["Foto Berita", "1", "2", "3", "4", "4", "6"],
            ["Infografis", "5", "6", "7", "8", "12", "14"],
        ]
    )
    assert counts(recap)[("infografik", "facebook", 2)] == 8
    assert len(recap.cells) == 8
    assert all(total.printed == total.summed for total in recap.totals)


def test_a_title_in_the_middle_and_a_total_of_the_rows_above_it() -> None:
    recap = read(
        [
            ["No", "Jenis Konten", "IG", "FB", "X"],
            ["1", "Foto Berita", "1", "2", "3"],
            ["", "Jumlah", "1", "2", "3"],
            ["", "", "", "Minggu II Bulan Mei", ""],
            ["1", "Foto Berita", "5", "6", "7"],
            ["", "Jumlah", "5", "6", "9"],
        ],
        "Bulan Mei 2024",
    )
    assert {cell.month for cell in recap.cells} == {5}
    assert [(total.printed, total.summed) for total in recap.totals][:3] == [(1, 1), (2, 2), (3, 3)]
    assert [total.printed == total.summed for total in recap.totals][3:] == [True, True, False]


def test_a_number_in_the_cell_of_the_name_and_two_numbers_in_one_cell() -> None:
    heading: list[str | None] = ["No", "Jenis Konten", "IG", "FB"]
    recap = read([heading, ["1", "Foto Berita", "1", "2"], ["", "2 Tanya Jawab", "3", "4"], ["", "9 Pilar", "5", "6"]])
    assert [cell.content_label for cell in recap.cells[::2]] == ["Foto Berita", "Tanya Jawab", "9 Pilar"]
    grouped = read([["Konten", "IG", "FB"], ["Foto Berita", "37 137", "2"], ["Video", "3", "4"]])
    assert [bool(cell.doubt) for cell in grouped.cells] == [True, False, False, False]


def test_a_merged_name_that_ends_early_is_that_of_all_months_of_its_group() -> None:
    """A word processor ends a merged cell with its first row where a page break is in the table."""
    months = ("April", "Mei", "Juni")
    rows = [["No", "Konten", "Bulan", "IG", "FB"]]
    for number, name in enumerate(("Foto Berita", "Reels", "Podcast"), 1):
        rows += [
            [f"{number}" if not n else "^", name if not n else "^", month, "1", "2"] for n, month in enumerate(months)
        ]
    rows[-2:] = [["", "", *rows[-2][2:]], ["^", "^", *rows[-1][2:]]]
    assert [cell.content_label for cell in read(rows).cells[-6:]] == ["Podcast"] * 6


def test_the_title_of_a_group_may_hang_before_the_name_of_its_first_row() -> None:
    recap = read(
        [
            ["No", "Jenis Konten", "IG", "FB"],
            ["1", "Minggu I Bulan Mei Foto Berita", "1", "2"],
            ["2", "Video", "3", "4"],
            ["1", "Minggu I Bulan Juni Foto Berita", "5", "6"],
            ["2", "Video", "7", "8"],
        ]
    )
    assert [(cell.content_label, cell.month, cell.doubt) for cell in recap.cells[::2]] == [
        ("Foto Berita", 5, None),
        ("Video", 5, None),
        ("Foto Berita", 6, None),
        ("Video", 6, None),
    ]


def test_banner_rows_name_week_and_month() -> None:
    recap = read(
        [
            ["No", "Jenis Konten", "IG", "FB"],
            ["Minggu I Bulan Juli", None, None, None],
            ["1", "Foto Berita", "4", "3"],
            ["Minggu II Bulan Agustus", None, None, None],
            ["1", "Foto Berita", "6", "5"],
        ]
    )
    assert [(cell.month, cell.posts) for cell in recap.cells] == [(7, 4), (7, 3), (8, 6), (8, 5)]


def test_one_table_a_platform_with_followers_beside_the_posts() -> None:
    recap = read(
        [
            ["No", "Jenis Konten", "Jumlah Postingan", "Pengikut", "Jangkauan"],
            ["1", "Foto Berita", "12 postingan", "4.500", "1.2K"],
            ["2", "Konten Kreatif", "± 50", "4.500", "900"],
        ],
        "a. Instagram",
    )
    assert [(cell.platform, cell.posts) for cell in recap.cells] == [("instagram", 12), ("instagram", None)]
    assert recap.cells[1].doubt and recap.cells[1].content_type == "other"
    assert [label.text for label in recap.unknown] == ["Konten Kreatif"]


def test_the_nearest_caption_tells_the_month() -> None:
    rows: list[list[str | None]] = [["Jenis Konten", "IG", "FB"], ["Foto Berita", "1", "2"], ["Repost", "3", "4"]]
    assert {c.month for c in read(rows, "Bulan Januari 2024", "Bulan Februari 2024").cells} == {2}
    assert {c.month for c in read(rows, "Bulan Januari - Maret 2024").cells} == {None}


def test_a_figure_whose_heading_is_lost_is_kept_and_doubted() -> None:
    recap = read([["Jenis Konten", "IG", ""], ["Foto Berita", "1", "2"], ["Repost", "3", "4"]])
    assert sum(cell.posts or 0 for cell in recap.cells) == 10
    assert all(cell.doubt for cell in recap.cells if cell.platform == "other")


def test_figures_under_one_heading_twice_or_without_their_month_are_doubted() -> None:
    twice = read([["No", "Jenis Konten", "IG", "IG"], ["1", "Foto Berita", "5", "6"], ["2", "Video", "1", "2"]])
    assert all(cell.doubt and "berjudul sama" in cell.doubt for cell in twice.cells)
    undated = read(
        [
            ["Jenis Konten", "Mei", None, "", ""],
            ["^", "IG", "FB", "TikTok", "X"],
            ["Foto Berita", "5", "6", "7", "8"],
            ["Video", "1", "2", "3", "4"],
        ]
    )
    assert [bool(cell.doubt) for cell in undated.cells] == [False, False, True, True] * 2


def test_a_table_without_a_month_beside_tables_with_one_is_doubted() -> None:
    rows: list[list[str | None]] = [["Konten", "IG"], ["Foto Berita", "1"]]
    cells = with_undated_doubted([*read(rows, "Bulan Mei").cells, *read(rows).cells])
    assert [(cell.month, bool(cell.doubt)) for cell in cells] == [(5, False), (None, True)]


def test_names_that_nobody_knows_are_doubted_on_scanned_pages() -> None:
    recap = read([["Jenis Konten", "IG", "Fakbak Pge"], ["Foto Berita", "1", "2"], ["Qwxz Brtf", "3", "4"]])
    for scanned, doubted in (({1}, [False, True, True, True]), (set[int](), [False] * 4)):
        cells = with_strangers_doubted(recap.cells, recap.unknown, scanned)
        assert [bool(cell.doubt) for cell in cells] == doubted


def test_an_unknown_name_of_common_words_is_not_doubted_on_scanned_pages() -> None:
    recap = read([["Jenis Konten", "IG"], ["Foto Berita", "1"], ["Tanya Jawab Warga", "3"]])
    assert recap.unknown and not any(c.doubt for c in with_strangers_doubted(recap.cells, recap.unknown, {1}))


def test_a_total_of_nothing_is_the_heading_of_the_counts() -> None:
    heading: list[list[str | None]] = [
        ["No", "Jenis Konten", "Jumlah", None, "", None],
        ["^", "^", "IG", "FB", "X", "Tiktok"],
    ]
    recap = read([*heading, ["1.", "Foto Berita", "5", "6", "7", "8"], ["2.", "Video", "1", "2", "3", "4"]])
    assert [cell.posts for cell in recap.cells] == [5, 6, 7, 8, 1, 2, 3, 4] and not recap.totals


def test_a_figure_that_a_printed_total_proves_is_not_doubted() -> None:
    sure = table(
        [
            ["Konten", "Instagram", "Facebook", "Jumlah"],
            ["Foto Berita", "98", "97", "195"],
            ["Video", "3", "4", "8"],
            ["Ucapan", "0", "4", "4"],
        ]
    )
    misread = replace(sure, cells=tuple(replace(c, doubt="?" if c.text.isdigit() else None) for c in sure.cells))
    recap = read_recap(Grid(misread), (), VOCABULARY)
    assert [bool(cell.doubt) for cell in recap.cells] == [False, False, True, True, True, False]


def test_the_doubt_of_a_name_is_that_of_its_figures_unless_it_is_spelled_as_it_is_known() -> None:
    sure = table([["Konten", "Instagram", "Facebok"], ["Foto Berita", "98", "97"], ["Infografls", "3", "4"]])
    misread = replace(sure, cells=tuple(replace(c, doubt="?" if not c.text.isdigit() else None) for c in sure.cells))
    recap = read_recap(Grid(misread), (), VOCABULARY)
    assert [bool(cell.doubt) for cell in recap.cells] == [False, True, True, True]


def test_a_figure_over_two_columns_is_doubted() -> None:
    recap = read([["Jenis Konten", "IG", "FB", "X"], ["Foto Berita", "1", "2", "3"], ["Kuis", "4", None, "5"]])
    assert [bool(cell.doubt) for cell in recap.cells] == [False, False, False, True, False]


def test_an_unknown_heading_of_a_table_without_rules_is_doubted_for_it_may_be_made_of_two() -> None:
    rows: list[list[str | None]] = [["Jenis Konten", "IG", "Laman Desa"], ["Foto Berita", "1", "2"], ["Kuis", "3", "4"]]
    for method, doubted in (("lattice", False), ("stream", True)):
        recap = read_recap(Grid(table(rows, method=method)), (), VOCABULARY)
        assert {cell.platform: bool(cell.doubt) for cell in recap.cells} == {"instagram": False, "other": doubted}


def test_targets_shares_and_what_was_counted_before_are_no_posts() -> None:
    heading: list[str | None] = ["No", "Jenis Konten", "Target", "Realisasi", "Capaian", "Kumulatif"]
    recap = read(
        [heading, ["1", "Foto Berita", "40", "42", "105%", "90"], ["2", "Video", "9", "7", "78%", "20"]], "Instagram"
    )
    assert counts(recap) == {("foto_berita", "instagram", None): 42, ("video", "instagram", None): 7}


def test_the_total_of_a_month_is_no_content_type() -> None:
    recap = read(
        [
            ["No", "Jenis Konten", "IG", "FB"],
            ["Bulan April", None, None, None],
            ["1", "Foto Berita", "3", "4"],
            ["Jumlah April", None, "3", "4"],
            ["Bulan Mei", None, None, None],
            ["1", "Foto Berita", "5", "6"],
            ["Jumlah Mei", None, "5", "6"],
        ]
    )
    assert {cell.content_label for cell in recap.cells} == {"Foto Berita"}
    assert [(total.printed, total.summed) for total in recap.totals] == [(3, 3), (4, 4), (5, 5), (6, 6)]


def test_several_headings_that_are_no_known_platforms_are_doubted() -> None:
    known = read([["Konten", "IG", "Laman Desa"], ["Foto Berita", "1", "2"], ["Video", "3", "4"]])
    assert not any(cell.doubt for cell in known.cells)
    strange = read([["Konten", "IG", "Ig satu", "Fb dua"], ["Foto Berita", "1", "2", "3"], ["Video", "3", "4", "5"]])
    assert {cell.platform: bool(cell.doubt) for cell in strange.cells} == {"instagram": False, "other": True}


def test_a_figure_whose_heading_is_in_pieces_is_doubted() -> None:
    recap = read([["Konten", "IG", "FB"], ["B er it a K", "1", "2"], ["Video", "3", "4"], ["Foto Berita", "5", "6"]])
    assert [bool(cell.doubt) for cell in recap.cells] == [True, True, False, False, False, False]


def test_a_platform_in_pieces_that_is_spelled_right_is_none_to_doubt() -> None:
    recap = read([["Konten", "Th rea ds", "Fa ce bo k"], ["Video", "1", "2"], ["Foto Berita", "5", "6"]])
    assert {(cell.platform, bool(cell.doubt)) for cell in recap.cells} == {("threads", False), ("facebook", True)}


def test_a_word_that_justified_text_sets_far_right_is_of_the_name_before_it() -> None:
    rows: list[list[str | None]] = [["No", "Konten", "", "IG", "FB"], ["1.", "Promote", "Live", "6", "5"]]
    rows += [[f"{n}.", name, "", "1", "2"] for n, name in ((2, "Video"), (3, "Repost"))]
    recap = read(rows)
    assert [cell.content_type for cell in recap.cells[::2]] == ["promote_live", "video", "repost"]


def test_a_label_that_a_narrow_cell_broke_is_mended_or_doubted() -> None:
    heading: list[str | None] = ["Platform", "Podca st", "Ucapa n Duka Cita", "Polli ng dan Kuis", "Tanya Netij en"]
    recap = read([heading, ["IG", "1", "2", "3", "4"], ["FB", "4", "5", "6", "7"]])
    assert [cell.content_label for cell in recap.cells[:3]] == ["Podcast", "Ucapan Duka Cita", "Polling dan Kuis"]
    assert [bool(cell.doubt) for cell in recap.cells] == [False, False, False, True] * 2


def test_blanks_under_a_heading_beside_figures_under_none_are_doubted() -> None:
    rows: list[list[str | None]] = [["Konten", "IG", "FB", ""], ["Foto Berita", "1", "", "2"], ["Video", "3", "", "4"]]
    recap = read_recap(Grid(table(rows, method="stream")), (), VOCABULARY)
    assert {cell.platform: bool(cell.doubt) for cell in recap.cells} == {
        "instagram": False,
        "facebook": True,
        "other": True,
    }


def test_a_total_that_a_narrow_heading_broke_is_no_platform() -> None:
    recap = read([["Konten", "IG", "FB", "Tota l", "Targ et"], ["Foto Berita", "1", "2", "3", "9"]])
    assert {cell.platform for cell in recap.cells} == {"instagram", "facebook"}


def test_a_platform_beside_one_of_its_content_types_is_that_of_all_of_them() -> None:
    heading: list[str | None] = ["Platform", "Jenis Konten", "April", "Mei"]
    recap = read(
        [
            heading,
            ["", "Foto Berita", "1", "2"],
            ["Instagram", "Video", "3", "4"],
            ["", "Jumlah", "4", "6"],
            ["", "Foto Berita", "5", "6"],
            ["Facebook", "Video", "7", "8"],
            ["", "Jumlah", "12", "14"],
        ]
    )
    assert counts(recap)[("foto_berita", "instagram", 4)] == 1
    assert counts(recap)[("foto_berita", "facebook", 5)] == 6
    assert len(recap.cells) == 8
    assert all(total.printed == total.summed for total in recap.totals)


def test_the_number_of_a_table_before_its_month_is_no_day() -> None:
    recap = read([["Konten", "IG", "FB"], ["Video", "4", "2"]], "Tabel 1. April 2024")
    assert {cell.month for cell in recap.cells} == {4}


def test_letters_count_groups_of_rows_and_a_column_of_remarks_counts_nothing() -> None:
    recap = read(
        [
            ["No", "Platform / Jenis Konten", "Juli", "Agustus", "Catatan"],
            ["A", "Instagram", "", "", ""],
            ["1", "Video", "4", "2", "3 dibagikan ulang"],
            ["B", "FB", "", "", ""],
            ["1", "Video", "3", "1", "naik"],
        ]
    )
    assert [(cell.platform, cell.month, cell.posts) for cell in recap.cells] == [
        ("instagram", 7, 4),
        ("instagram", 8, 2),
        ("facebook", 7, 3),
        ("facebook", 8, 1),
    ]


def test_weeks_are_told_by_their_days_too() -> None:
    heads: list[str | None] = ["Bulan", "Minggu", "IG", "FB"]
    recap = read([heads, ["Mei", "I (1–7)", "4", "2"], ["^", "II (8–14)", "3", "1"]], "Video")
    assert [(cell.content_type, cell.month, cell.posts, cell.doubt) for cell in recap.cells] == [
        ("video", 5, 4, None),
        ("video", 5, 2, None),
        ("video", 5, 3, None),
        ("video", 5, 1, None),
    ]
    days = read(
        [["Jenis Konten", "1–7 Mei 2024", "8–14 Mei 2024"], ["Video", "4", "2"], ["Repost", "1", "3"]], "Instagram"
    )
    assert {(cell.platform, cell.month) for cell in days.cells} == {("instagram", 5)}


def test_months_under_content_types_beside_platforms() -> None:
    recap = read(
        [
            ["Platform", "Video", None, "Repost", None],
            ["^", "Jan", "Feb", "Jan", "Feb"],
            ["Instagram", "1", "2", "3", "4"],
            ["Facebook", "5", "6", "7", "8"],
        ]
    )
    assert [(cell.content_type, cell.month, cell.posts) for cell in recap.cells if cell.platform == "facebook"] == [
        ("video", 1, 5),
        ("video", 2, 6),
        ("repost", 1, 7),
        ("repost", 2, 8),
    ]


def test_a_name_of_a_content_type_and_its_platform() -> None:
    recap = read(
        [["No", "Uraian", "Jumlah"], ["1", "Foto Berita di Instagram", "4"], ["2", "Video di FB", "3 postingan"]]
    )
    assert [(cell.content_type, cell.platform, cell.posts) for cell in recap.cells] == [
        ("foto_berita", "instagram", 4),
        ("video", "facebook", 3),
    ]


def test_a_quarter_without_its_months_is_another_one_and_no_total() -> None:
    recap = read(
        [["Konten", "IG", "FB", "Jumlah", "TW I"], ["Video", "4", "2", "6", "9"], ["Repost", "3", "1", "4", "8"]]
    )
    assert [(total.printed, total.summed) for total in recap.totals] == [(6, 6), (4, 4)]
    assert [cell.posts for cell in recap.cells] == [4, 2, 3, 1]


def test_a_recap_told_in_lines_under_the_names_of_platforms() -> None:
    told = lines("Instagram", "Foto Berita : 98", "Video 12 postingan", "Jumlah : 110", "Akun Facebook", "1. Video : -")
    found = cells_of_lines(told, VOCABULARY)
    assert [(cell.content_type, cell.platform, cell.posts) for cell in found] == [
        ("foto_berita", "instagram", 98),
        ("video", "instagram", 12),
        ("video", "facebook", 0),
    ]


def test_dots_that_lead_to_a_number_of_the_recap_are_no_table_of_contents() -> None:
    told = lines(
        "Instagram", "Repost KPU RI......12 postingan", "Video.....3", "Foto Berita ........ 7", "Jumlah.....22"
    )
    found = cells_of_lines([item for item in without_contents(told, VOCABULARY) if isinstance(item, Line)], VOCABULARY)
    assert [cell.posts for cell in found] == [12, 3, 7]


def test_a_count_beside_its_platform_and_their_sum_is_one_of_a_list() -> None:
    words = [
        w
        for x, text in ((60, "1"), (90, "Instagram"), (200, "Foto Berita = 8"), (400, "40"))
        for w in line(text, x0=x).words
    ]
    told = [Line(tuple(words), 1), *lines("Video = 12", "Repost = 20")]
    assert [(cell.platform, cell.posts) for cell in cells_of_lines(told, VOCABULARY)] == [
        ("instagram", 8),
        ("instagram", 12),
        ("instagram", 20),
    ]


def test_a_recap_told_in_lines_under_the_names_of_content_types() -> None:
    told = lines(
        "Bulan Mei", "1. Foto Berita", "- Instagram: 98 postingan", "- Facebook: 7", "2. Video", "- Instagram: -"
    )
    found = cells_of_lines(told, VOCABULARY)
    assert [(cell.content_type, cell.platform, cell.month, cell.posts) for cell in found] == [
        ("foto_berita", "instagram", 5, 98),
        ("foto_berita", "facebook", 5, 7),
        ("video", "instagram", 5, 0),
    ]


def test_a_content_type_that_is_also_a_platform_is_no_heading() -> None:
    recap = read(
        [["Platform", "Konten", "Jml Posting"], ["IG", "Podcast", "5"], ["^", "Video", "4"], ["FB", "Video", "3"]]
    )
    assert ("other", "instagram", None) in counts(recap)


def test_a_day_above_the_table_is_not_its_month() -> None:
    rows: list[list[str | None]] = [["Konten", "IG", "FB"], ["Foto Berita", "1", "2"], ["Video", "3", "4"]]
    assert {cell.month for cell in read(rows, "Data per 31 Maret 2024").cells} == {None}
    assert {cell.month for cell in read(rows, "Periode 1 s.d. 31 Maret 2024").cells} == {3}


def test_a_heading_that_comes_again_among_the_rows_is_no_row() -> None:
    heading: list[str | None] = ["No", "Konten", "Jumlah Unggahan", "Followers"]
    recap = read([heading, ["1", "Foto Berita", "5", "9"], heading, ["1", "Video", "6", "9"]], "Instagram")
    assert {cell.content_label for cell in recap.cells} == {"Foto Berita", "Video"}


def test_a_platform_misread_under_one_week_is_the_one_of_the_other_weeks() -> None:
    recap = read(
        [
            ["Konten", "Minggu I", None, "Minggu II", None, "Minggu III", None],
            ["^", "Facebook", "X", "Fauut Pzqe", "X", "Facebook", "X"],
            ["Foto Berita", "1", "2", "3", "4", "5", "6"],
        ]
    )
    assert [cell.platform for cell in recap.cells] == ["facebook", "twitter"] * 3


def test_a_title_of_rows_with_dirt_beside_it_and_without_its_space_gives_the_month() -> None:
    recap = read(
        [
            ["Konten", "IG", "FB"],
            ["Bulan Oktober", None, None],
            ["Foto Berita", "1", "2"],
            ["BulanNovember", "1 KPU 1", ""],
            ["Foto Berita", "3", "4"],
        ]
    )
    assert [(cell.month, cell.posts) for cell in recap.cells] == [(10, 1), (10, 2), (11, 3), (11, 4)]


def test_few_empty_cells_of_a_scan_are_doubted_and_many_are_not() -> None:
    few = read([["Konten", "IG", "FB", "X"], ["Foto Berita", "1", "2", "3"], ["Repost", "4", "", "5"]]).cells
    assert [bool(cell.doubt) for cell in with_blanks_doubted(few, {1})] == [False] * 4 + [True, False]
    assert not any(cell.doubt for cell in with_blanks_doubted(few, set()))
    many = read([["Konten", "IG", "FB", "X"], ["Foto Berita", "1", "", "3"], ["Repost", "", "", "5"]]).cells
    assert not any(cell.doubt for cell in with_blanks_doubted(many, {1}))


def test_numbers_of_two_columns_in_one_cell_number_the_columns_still() -> None:
    recap = read([["No Konten", "IG", "FB"], ["1 2", "3", "4"], ["1. Foto Berita", "7", "8"]])
    assert [cell.posts for cell in recap.cells] == [7, 8]


def test_the_first_row_of_a_platform_beside_a_content_type_that_is_also_one_is_no_heading() -> None:
    recap = read([["Konten", "Platform", "Jumlah"], ["Podcast", "X", "7"], ["^", "YT", "4"], ["Video", "X", "3"]])
    assert counts(recap)[("other", "twitter", None)] == 7


def test_a_heading_of_all_platforms_that_says_jumlah_is_no_total() -> None:
    recap = read(
        [
            ["Konten", "Jumlah", None, "Jumlah"],
            ["^", "IG", "FB", "^"],
            ["Foto Berita", "1", "2", "3"],
            ["Video", "4", "5", "9"],
        ]
    )
    assert counts(recap) == {
        ("foto_berita", "instagram", None): 1,
        ("foto_berita", "facebook", None): 2,
        ("video", "instagram", None): 4,
        ("video", "facebook", None): 5,
    }


def test_a_heading_of_one_letter_that_names_no_platform_is_doubted() -> None:
    recap = read([["Konten", "IG", "FB", "h"], ["Foto Berita", "1", "2", "3"], ["Video", "4", "5", "9"]])
    assert [bool(cell.doubt) for cell in recap.cells] == [False, False, True] * 2


def test_columns_of_one_name_beside_others_without_a_month_cast_doubt_on_all_of_an_unruled_table() -> None:
    rows: list[list[str | None]] = [
        ["Jenis Konten", "April", "Mei", None, None],
        ["^", "^", "IG", "FB", "FB"],
        ["Foto Berita", "5", "6", "7", "8"],
        ["Video", "1", "2", "3", "4"],
    ]
    rows[0][1] = "IG"
    for method, doubted in (("lattice", [True, False, True, True] * 2), ("stream", [True] * 8)):
        recap = read_recap(Grid(table(rows, method=method)), (), VOCABULARY)
        assert [bool(cell.doubt) for cell in recap.cells] == doubted


def test_names_that_ran_together_beside_a_column_that_lost_its_own_make_all_headings_doubtful() -> None:
    rows: list[list[str | None]] = [["Jenis", "Instagram Twitter", "Website", ""]]
    rows += [[name, "1", "2", "3"] for name in ("Foto Berita", "Video", "Repost", "KPU Flash")]
    found = read_recap(Grid(table(rows, method="stream")), (), VOCABULARY)
    assert found.cells and all(cell.doubt for cell in found.cells)


def test_a_blank_beside_two_figures_in_one_cell_is_doubted() -> None:
    recap = read([["Konten", "IG", "FB", "X"], ["Berita", "36 nihil", "", "5"], ["Video", "4", "", "7"]])
    assert [bool(cell.doubt) for cell in recap.cells] == [True, True, False, False, False, False]


def test_figures_side_by_side_in_a_line_are_no_count_of_a_list() -> None:
    told = lines("Instagram", *(f"{n} Video FB 17 21 4{n}" for n in range(1, 5)))
    assert not cells_of_lines(told, VOCABULARY)


def test_a_recap_told_in_running_counts_whichever_way_it_is_turned() -> None:
    told = lines("1. Foto Berita: Instagram 41, Facebook 1.204 postingan", "dan X 8.", "2. Repost: IG 3, Total 3")
    found = list(cells_told(told, VOCABULARY))
    assert [(cell.content_type, cell.platform, cell.posts) for cell in found] == [
        ("foto_berita", "instagram", 41),
        ("foto_berita", "facebook", 1204),
        ("foto_berita", "twitter", 8),
        ("repost", "instagram", 3),
    ]
    turned = list(cells_told(lines("Bulan Mei", "Instagram: Foto Berita 4, Kapal 2"), VOCABULARY))
    assert [(cell.platform, cell.month, cell.doubt) for cell in turned] == [("instagram", 5, UNREAD)]


def test_a_name_nobody_knows_in_a_list_of_content_types_is_kept_and_doubted() -> None:
    told = lines("• Video: IG 4, X 9", "• Kuis Pemilih: IG 3", "• Pengikut: IG 800", "• Total: IG 7")
    assert [(cell.content_label, cell.posts, cell.doubt) for cell in cells_told(told, VOCABULARY)] == [
        ("Video", 4, None),
        ("Video", 9, None),
        ("Kuis Pemilih", 3, UNKNOWN_TYPE),
    ]


def test_counts_behind_a_comma_and_their_total_in_a_bracket_are_of_the_item_above() -> None:
    told = lines("• Video: IG 4 postingan, X 9 postingan,", "Website 12 postingan (jumlah 25 postingan);")
    assert [(cell.platform, cell.posts, cell.doubt) for cell in cells_told(told, VOCABULARY)] == [
        ("instagram", 4, None),
        ("twitter", 9, None),
        ("website", 12, None),
    ]


def test_a_month_with_a_letter_before_it_ends_the_counts_above_it() -> None:
    told = lines("a. April 2025", "- Repost: IG = 3; FB = 2", "b. Mei 2025", "- Repost: IG = 5; FB = 4")
    assert [cell.month for cell in cells_told(told, VOCABULARY)] == [4, 4, 5, 5]


def test_sentences_about_an_account_and_what_it_published() -> None:
    told = lines(
        "Akun Facebook memuat 9 Infografis, dan 14", "Repost.", "Pada akun X telah dimuat 6 Video, dan 7 Repost."
    )
    assert [(cell.platform, cell.content_type, cell.posts) for cell in cells_told(told, VOCABULARY)] == [
        ("facebook", "infografik", 9),
        ("facebook", "repost", 14),
        ("twitter", "video", 6),
        ("twitter", "repost", 7),
    ]


def test_a_name_that_a_line_breaks_begins_no_other_counts() -> None:
    told = lines(
        "a. TikTok terdiri dari 10 Berita, 16 Promote Link Berita",
        "Web, 9 Repost, 5 Kartu",
        "Ucapan.",
        "b. IG terdiri dari 4 Repost.",
    )
    found = list(cells_told(told, VOCABULARY))
    assert [(cell.platform, cell.posts) for cell in found] == [("tiktok", n) for n in (10, 16, 9, 5)] + [
        ("instagram", 4)
    ]


def test_units_behind_counts_are_no_part_of_the_next_name_nor_of_the_total() -> None:
    told = "Instagram: Foto Berita 8 postingan, Video 5 postingan; jumlah 13 postingan."
    found = list(cells_told(lines(told), VOCABULARY))
    assert [(cell.content_label, cell.posts, cell.doubt) for cell in found] == [
        ("Foto Berita", 8, None),
        ("Video", 5, None),
    ]


def test_counts_before_the_names_of_what_they_count() -> None:
    found = list(cells_told(lines("Facebook: 34 Foto Berita, 2 Infografis dan 5 Video"), VOCABULARY))
    assert [(cell.content_label, cell.posts) for cell in found] == [
        ("Foto Berita", 34),
        ("Infografis", 2),
        ("Video", 5),
    ]


@pytest.mark.parametrize(
    "told",
    [
        "1. Foto Berita (4 di Instagram, 3 di Facebook)",
        "Foto Berita sebanyak 4 di Instagram dan 3 di Facebook",
        "Foto Berita IG=4; FB=3",
        "Foto Berita – Instagram: 4 | Facebook: 3",
        "Foto Berita = 7 (Instagram 4, Facebook 3)",
        "Foto Berita di Instagram 4, di Facebook 3",
        "Foto Berita Instagram 4 Facebook 3",
    ],
)
def test_counts_behind_a_name_without_a_colon(told: str) -> None:
    found = [
        (cell.content_label, cell.platform, cell.posts, cell.doubt) for cell in cells_told(lines(told), VOCABULARY)
    ]
    assert found == [("Foto Berita", "instagram", 4, None), ("Foto Berita", "facebook", 3, None)]


def test_counts_told_in_sentences_about_a_platform() -> None:
    told = (
        "Pada akun Instagram telah diunggah Foto Berita sebanyak 10 postingan dan",
        "Video sebanyak 7 postingan. Di Facebook terdapat 4 Video dan 2 Repost.",
    )
    found = [
        (cell.content_label, cell.platform, cell.posts, cell.doubt) for cell in cells_told(lines(*told), VOCABULARY)
    ]
    assert found == [
        ("Foto Berita", "instagram", 10, None),
        ("Video", "instagram", 7, None),
        ("Video", "facebook", 4, None),
        ("Repost", "facebook", 2, None),
    ]


def test_counts_written_out_behind_their_figures_and_a_name_in_the_next_line() -> None:
    told = (
        "1. Foto Berita: 8 (delapan) postingan di Instagram, 12 (dua belas)",
        "postingan di Facebook.",
        "2. Video: 7 (tujuh) postingan di Instagram dan 3 (tiga) postingan di X.",
    )
    found = [(cell.content_label, cell.platform, cell.posts) for cell in cells_told(lines(*told), VOCABULARY)]
    assert found == [
        ("Foto Berita", "instagram", 8),
        ("Foto Berita", "facebook", 12),
        ("Video", "instagram", 7),
        ("Video", "twitter", 3),
    ]


@pytest.mark.parametrize(
    "end", [("12 unggahan", "di Twitter."), ("12", "unggahan di Twitter."), ("12 unggahan di", "Twitter.")]
)
def test_the_name_of_the_last_count_may_stand_in_the_next_line(end: tuple[str, str]) -> None:
    told = (f"Konten Foto Berita tercatat 5 unggahan di Instagram dan {end[0]}", end[1])
    found = [(cell.platform, cell.posts, cell.doubt) for cell in cells_told(lines(*told), VOCABULARY)]
    assert found == [("instagram", 5, None), ("twitter", 12, None)]


def test_counts_behind_a_platform_that_a_full_stop_ends() -> None:
    told = ("1) Instagram. Foto Berita 13 konten; Video 5 konten; Repost", "4 konten. Jumlah 22 konten.")
    found = [(cell.content_label, cell.platform, cell.posts) for cell in cells_told(lines(*told), VOCABULARY)]
    assert found == [("Foto Berita", "instagram", 13), ("Video", "instagram", 5), ("Repost", "instagram", 4)]


def test_the_title_of_numbered_points_is_no_row_of_blanks() -> None:
    rows: list[list[str | None]] = [["No", "Uraian", "IG", "FB"], ["1", "Berita", "", ""]]
    rows += [["1.1", "Foto", "4", "2"], ["2", "Desain", "", ""], ["2.1", "Quote", "3", "1"], ["3", "Video", "", ""]]
    found = [(cell.content_label, cell.posts) for cell in read(rows).cells if cell.platform == "instagram"]
    assert found == [("Foto", 4), ("Quote", 3), ("Video", None)]


def test_a_name_whose_rest_stands_alone_below_it_is_whole() -> None:
    rows: list[list[str | None]] = [["Konten", "IG", "FB"], ["Peringatan", "9", "8"], ["Hari Besar", "", ""]]
    rows += [["Video", "1", "2"], ["Ucapan", "3", "4"], ["Duka Cita", "", ""], ["Repost KPU RI", "5", "6"]]
    rows += [["Bulan Desember", "", ""], ["Siaran Pers", "7", "8"]]
    found = [
        (cell.content_type, cell.content_label, cell.posts) for cell in read(rows).cells if cell.platform == "facebook"
    ]
    assert found == [
        ("peringatan_hari_besar", "Peringatan Hari Besar", 8),
        ("video", "Video", 2),
        ("ucapan_duka_cita", "Ucapan Duka Cita", 4),
        ("repost", "Repost KPU RI", 6),
        ("press_release", "Siaran Pers", 8),
    ]


def test_an_unknown_name_over_a_text_alone_is_doubted() -> None:
    rows: list[list[str | None]] = [["Konten", "IG", "FB"], ["Kliping", "9", "8"], ["Tempel Baru", "", ""]]
    assert {cell.doubt for cell in read([*rows, ["Video", "1", "2"]]).cells} == {BROKEN, None}


def test_numbers_of_rows_in_roman_are_no_names() -> None:
    rows = [["No", "Konten", "IG", "FB"], *([n, name, "4", "2"] for n, name in (("V", "Video"), ("VI", "Repost")))]
    assert {cell.content_label for cell in read([[*row] for row in rows]).cells} == {"Video", "Repost"}


def test_kinds_beside_groups_of_rows_are_no_content_types() -> None:
    rows: list[list[str | None]] = [["Jenis Konten", None, "IG", "FB"], ["Berita", "Foto Berita", "1", "2"]]
    rows += [["^", "Siaran Pers", "3", "4"], ["Gerak", "Video", "5", "6"], ["^", "Live", "7", "8"]]
    rows += [["Lainnya", "Repost", "9", "10"]]
    assert [cell.content_label for cell in read(rows).cells if cell.platform == "instagram"] == [
        "Foto Berita",
        "Siaran Pers",
        "Video",
        "Live",
        "Repost",
    ]


@pytest.mark.parametrize(("total", "doubt"), [("7", None), ("8", UNREAD)])
def test_a_count_before_the_names_is_their_sum(total: str, doubt: str | None) -> None:
    told = ("Bulan Mei 2024", f"Foto Berita: {total} (Instagram 4, Facebook 3)", "Bulan Juni 2024", "Video: 1 (X 1)")
    found = [(cell.platform, cell.posts, cell.month, cell.doubt) for cell in cells_told(lines(*told), VOCABULARY)]
    assert found == [("instagram", 4, 5, doubt), ("facebook", 3, 5, doubt), ("twitter", 1, 6, None)]


def test_weeks_in_rows_are_no_content_types_and_their_figures_are_not_of_one_name() -> None:
    rows: list[list[str | None]] = [["Minggu", "Foto Berita", "Video"], ["Bulan Juli", None, None]]
    rows += [["Minggu I", "4", "5"], ["Minggu II", "6", "7"]]
    recap = read(rows, "1. Instagram")
    assert [(cell.content_type, cell.platform, cell.month, cell.posts, cell.doubt) for cell in recap.cells] == [
        ("foto_berita", "instagram", 7, 4, None),
        ("video", "instagram", 7, 5, None),
        ("foto_berita", "instagram", 7, 6, None),
        ("video", "instagram", 7, 7, None),
    ]


def test_counts_told_behind_the_sum_of_a_content_type() -> None:
    told = "1. Foto Berita sebanyak 67 postingan, terdiri dari Instagram 59, Facebook 1, dan TikTok 7"
    found = list(cells_told(lines(told), VOCABULARY))
    assert [(cell.content_label, cell.platform, cell.posts) for cell in found] == [
        ("Foto Berita", "instagram", 59),
        ("Foto Berita", "facebook", 1),
        ("Foto Berita", "tiktok", 7),
    ]


def test_a_kind_of_post_without_a_code_of_its_own_is_no_unknown_heading() -> None:
    rows = [["Konten", "Story", "Video"], ["IG", "5", "4"], ["FB", "3", "2"]]
    recap = read_recap(Grid(table(rows, method="stream")), [], VOCABULARY)
    assert [cell.doubt for cell in recap.cells] == [None] * 4


def test_recaps_that_count_the_same_are_of_the_months_of_their_chapters() -> None:
    recap = read([["Konten", "IG", "FB"], ["Video", "4", "2"], ["Repost", "3", "1"]])
    may, june, body = (Section(code, (line(text),), 1, ()) for code, text in CHAPTERS)
    dated = with_months_of_chapters([recap, recap], [may, body, june], [body, june])
    assert [{cell.month for cell in found.cells} for found in dated] == [{5}, {6}]
    blind = with_months_of_chapters([recap, recap], [may, body], [may, body])
    assert {cell.doubt for found in blind for cell in found.cells} == {AGAIN}


CHAPTERS = (("other", "III. LAPORAN BULAN MEI 2024"), ("other", "IV. BULAN JUNI"), ("recap", "B. Rekapitulasi"))


def test_counts_under_platforms_beside_shares_are_no_totals_but_the_column_of_all_is() -> None:
    recap = read(
        [
            ["Konten", "Total", "IG", None, "FB", None],
            ["", "", "Jumlah", "%", "Jumlah", "%"],
            ["Video", "6", "4", "67%", "2", "33%"],
            ["Repost", "5", "4", "80%", "1", "20%"],
        ]
    )
    assert [cell.posts for cell in recap.cells] == [4, 2, 4, 1]
    assert [total.printed for total in recap.totals] == [6, 5]


def test_a_column_of_the_quarter_is_the_sum_of_its_months() -> None:
    recap = read(
        [
            ["Konten", "IG", None, None],
            ["", "Jul", "Agu", "TW III"],
            ["Video", "1", "2", "3"],
            ["Repost", "4", "5", "9"],
        ]
    )
    assert [(cell.month, cell.posts) for cell in recap.cells] == [(7, 1), (8, 2), (7, 4), (8, 5)]
    assert [total.printed for total in recap.totals] == [3, 9]


def test_a_content_type_over_rows_of_platforms_is_that_of_their_figures() -> None:
    months, told = ["Platform", "April", "Mei"], ["Instagram", "1", "2"]
    recap = read(
        [months, ["2. Video", None, None], told, ["Facebook", "3", "4"], ["3. Repost", None, None], told],
        "1. Foto Berita",
    )
    assert counts(recap) == {
        ("video", "instagram", 4): 1,
        ("video", "instagram", 5): 2,
        ("video", "facebook", 4): 3,
        ("video", "facebook", 5): 4,
        ("repost", "instagram", 4): 1,
        ("repost", "instagram", 5): 2,
    }
    assert counts(read([months, told], "1. Foto Berita")) == {
        ("foto_berita", "instagram", 4): 1,
        ("foto_berita", "instagram", 5): 2,
    }


def test_accounts_below_platforms_and_letters_of_rows_are_no_names() -> None:
    heading = ["", "Konten", "INSTAGRAM\n@kpu_singkawang", "FACEBOOK (@kpu.skw)"]
    recap = read([heading, ["a.", "Video", "4", "2"], ["b.", "Repost", "3", "1"]])
    assert counts(recap) == {
        ("video", "instagram", None): 4,
        ("video", "facebook", None): 2,
        ("repost", "instagram", None): 3,
        ("repost", "facebook", None): 1,
    }


def test_titles_of_rows_behind_their_numbers_are_platforms_whether_merged_or_not() -> None:
    heading: list[str | None] = ["No", "Platform/Jenis Konten", "April", "Mei"]
    for rest in ([None, None], ["", ""]):
        recap = read(
            [
                heading,
                ["1.", "Instagram", *rest],
                ["a.", "Foto Berita", "5", "6"],
                ["2.", "Facebook", *rest],
                ["a.", "Foto Berita", "7", "8"],
            ]
        )
        assert counts(recap)[("foto_berita", "facebook", 5)] == 8
        assert [cell.doubt for cell in recap.cells] == [None] * 4


def test_the_number_before_a_month_in_a_title_is_no_day() -> None:
    recap = read([["Akun", "Foto Berita", "Video"], ["Instagram", "5", "6"], ["Facebook", "7", "8"]], "1. Mei 2024")
    assert {cell.month for cell in recap.cells} == {5}


def test_the_first_row_begins_with_its_number_though_its_figure_is_no_count() -> None:
    recap = read([["No", "Konten", "Jumlah"], ["1", "Foto Berita", "20-an"], ["2", "Video", "7"]], "d. Facebook")
    assert [(cell.platform, cell.posts) for cell in recap.cells] == [("facebook", None), ("facebook", 7)]


def test_a_label_that_a_narrow_cell_broke_within_a_word_of_posts_is_mended() -> None:
    recap = read([["No", "Konten", "IG"], ["1", "Polli\nng dan Kuis", "3"]])
    assert recap.cells[0].content_label == "Polling dan Kuis"


def test_a_row_under_an_unknown_name_that_adds_up_all_others_holds_totals() -> None:
    rows: list[list[str | None]] = [["Jenis", "Instagram", "Facebook", "TikTok", "Gabungan Kanal"]]
    rows += [["Semua Jenis", "5", "7", "9", "21"], ["Foto Berita", "1", "3", "4", "8"], ["Video", "4", "4", "5", "13"]]
    recap = read_recap(Grid(table(rows, method="stream")), (), VOCABULARY)
    assert [cell.posts for cell in recap.cells] == [1, 3, 4, 4, 4, 5]
    assert all(total.printed == total.summed for total in recap.totals)


def test_the_numbers_of_weeks_beside_months_tell_rows_apart() -> None:
    rows: list[list[str | None]] = [["Bulan", "Minggu ke-", "Instagram"], ["^", "^", "Foto Berita"]]
    rows += [["Mei", "1", "3"], ["^", "2", "4"], ["Jumlah", "", "7"]]
    recap = read_recap(Grid(table(rows)), (), VOCABULARY)
    assert [(cell.month, cell.posts, cell.doubt) for cell in recap.cells] == [(5, 3, None), (5, 4, None)]


def test_a_total_of_a_platform_below_its_rows_is_no_content_type() -> None:
    rows: list[list[str | None]] = [["Konten", "Mei", "Juni"]]
    for name, first in (("INSTAGRAM", 1), ("FACEBOOK", 5)):
        rows += [[name, None, None], ["Foto Berita", f"{first}", "2"], ["Video", "3", "4"]]
        rows += [[f"Jumlah {name}", f"{first + 3}", "6"]]
    recap = read_recap(Grid(table(rows)), (), VOCABULARY)
    assert [cell.posts for cell in recap.cells] == [1, 2, 3, 4, 5, 2, 3, 4]
    assert all(total.printed == total.summed for total in recap.totals) and len(recap.totals) == 4


def test_a_heading_for_posts_by_month_is_no_platform() -> None:
    rows: list[list[str | None]] = [["Platform", "Jenis Konten", "Jumlah Unggahan per Bulan", None]]
    rows += [["^", "^", "Mei", "Juni"], ["Instagram", "Foto Berita", "1", "2"], ["^", "Video", "3", "4"]]
    recap = read_recap(Grid(table(rows)), (), VOCABULARY)
    assert {cell.platform for cell in recap.cells} == {"instagram"}


def test_a_total_over_all_columns_is_that_of_the_table() -> None:
    rows: list[list[str | None]] = [["Jenis", "Instagram", "Facebook"], ["Foto Berita", "1", "2"], ["Video", "3", "4"]]
    recap = read_recap(Grid(table([*rows, ["TOTAL KESELURUHAN", "10", None]])), (), VOCABULARY)
    assert [(total.printed, total.summed) for total in recap.totals] == [(10, 10)]


def test_the_numbers_of_rows_under_titles_of_media_are_no_counts() -> None:
    rows: list[list[str | None]] = [["Instagram", "", ""], ["Video tahapan", "2 Mei 2024", "1."]]
    rows += [["Facebook", "", ""], *([f"Infografis {n}", f"{n} Mei 2024", f"{n}."] for n in (2, 3, 4))]
    assert not is_recap(Grid(table(rows, method="stream")), VOCABULARY)


def test_months_over_platforms_may_be_told_with_their_year() -> None:
    rows: list[list[str | None]] = [["Konten", "April 2025", None, "Mei 2025", None], ["^", *["IG", "FB"] * 2]]
    recap = read_recap(Grid(table([*rows, ["Foto Berita", *"1234"], ["Video", *"5678"]])), (), VOCABULARY)
    assert [(cell.month, cell.doubt) for cell in recap.cells] == [(4, None), (4, None), (5, None), (5, None)] * 2


def test_a_platform_over_its_content_types_holds_their_sums() -> None:
    rows: list[list[str | None]] = [["Uraian", "Mei", "Juni"]]
    for name, first in (("Instagram", 1), ("Facebook", 5)):
        rows += [[name, f"{first + 3}", f"{first + 4}"], ["Foto Berita", f"{first}", f"{first}"], ["Video", "3", "4"]]
    recap = read_recap(Grid(table(rows)), (), VOCABULARY)
    assert [(cell.platform, cell.posts, cell.doubt) for cell in recap.cells] == [
        *(("instagram", posts, None) for posts in (1, 1, 3, 4)),
        *(("facebook", posts, None) for posts in (5, 5, 3, 4)),
    ]
    assert [total.printed == total.summed for total in recap.totals] == [True] * 4


def test_a_heading_that_comes_again_over_each_platform_is_no_row_of_figures() -> None:
    rows: list[list[str | None]] = [["Jenis Konten", "Jumlah"]]
    for name in ("Instagram", "Facebook"):
        rows += [[name, None], *(rows[:1] if name == "Facebook" else []), ["Foto Berita", "4"], ["Total", "4"]]
    recap = read(rows)
    assert counts(recap) == {("foto_berita", name, None): 4 for name in ("instagram", "facebook")}


def test_a_line_that_begins_with_the_unit_of_the_last_count_goes_on_with_its_platform() -> None:
    told = ["Pada akun Instagram telah diunggah Foto Berita sebanyak 8 postingan, Infografis sebanyak 9"]
    told += ["postingan, Video sebanyak 7 postingan dan Ucapan Selamat sebanyak 6 postingan."]
    found = [(cell.content_label, cell.platform, cell.posts) for cell in cells_told(lines(*told), VOCABULARY)]
    counts_of = {"Foto Berita": 8, "Infografis": 9, "Video": 7, "Ucapan Selamat": 6}
    assert found == [(name, "instagram", posts) for name, posts in counts_of.items()]


def test_a_heading_of_other_platforms_is_that_of_the_rows_below_it() -> None:
    cards = [("Instagram", "Facebook", "4", "5"), ("Twitter", "TikTok", "6", "7")]
    rows: list[list[str | None]] = []
    for left, right, one, other in cards:
        rows += [[left, None, right, None], ["Foto Berita", one, "Foto Berita", other], ["Video", "1", "Video", "2"]]
    found = counts(read(rows))
    assert [found["foto_berita", name, None] for name in ("instagram", "facebook", "twitter", "tiktok")] == [4, 5, 6, 7]


def test_a_name_in_the_cell_of_its_number_is_read_under_the_name_of_the_numbers() -> None:
    heading: list[str | None] = ["No. Urut", "Kategori Konten", "Instagram"]
    recap = read([heading, ["VI", "Video", "5"], ["7 Repost", "", "23"]])
    assert [(cell.content_type, cell.posts) for cell in recap.cells] == [("video", 5), ("repost", 23)]


def test_a_name_of_one_week_stands_over_its_figures() -> None:
    heads = [["Jenis Konten", "Juli", None], ["^", "M1", "M2"]]
    recap = read([*heads, ["Foto", "1", "0"], ["Video", "3", "2"]], "Instagram")
    assert [(cell.content_type, cell.month, cell.posts) for cell in recap.cells] == [
        ("foto_berita", 7, 1),
        ("foto_berita", 7, 0),
        ("video", 7, 3),
        ("video", 7, 2),
    ]


def test_weeks_in_roman_numerals_stand_over_figures_and_tell_no_week_of_their_rows() -> None:
    recap = read([["Konten", "M-I", "M-II"], ["Foto", "1", "2"], ["Video", "3", "4"]], "Instagram bulan Oktober")
    told = [(cell.content_type, cell.platform, cell.posts) for cell in recap.cells]
    assert told == [
        (kind, "instagram", n) for kind, n in zip(("foto_berita",) * 2 + ("video",) * 2, (1, 2, 3, 4), strict=True)
    ]


def test_a_month_over_the_names_of_the_rows_is_that_of_the_table() -> None:
    recap = read([["Oktober", "Instagram", "X"], ["Foto", "31", "30"], ["Video", "6", "4"]], "Rekapitulasi per Bulan")
    assert {cell.month for cell in recap.cells} == {10}
    both = read(
        [["Oktober", "IG", "X"], ["Foto", "3", "2"], ["November", "IG", "X"], ["Foto", "5", "4"]], "Rekapitulasi"
    )
    assert [(cell.month, cell.posts) for cell in both.cells] == [(10, 3), (10, 2), (11, 5), (11, 4)]


def test_the_content_type_of_a_table_of_weeks_may_stand_behind_a_colon_in_its_title() -> None:
    weeks: list[list[str | None]] = [
        ["Bulan", "Minggu", "IG", "FB"],
        ["Juli", "Minggu I", "8", "7"],
        ["^", "Minggu II", "7", "6"],
    ]
    recap = read(weeks, "Rekapitulasi Media Sosial: Foto Berita per Minggu")
    assert [(cell.content_type, cell.content_label, cell.month) for cell in recap.cells] == [
        ("foto_berita", "Foto Berita", 7)
    ] * 4


def test_one_type_by_weeks_of_months_is_a_recap() -> None:
    heads: list[list[str | None]] = [["Jenis Konten", "Januari", None, "Februari", None], ["^", "M1", "M2", "M1", "M2"]]
    whole = table([*heads, ["Video", "3", "6", "1", "3"], ["Jumlah", "3", "6", "1", "3"]])
    assert is_recap(Grid(whole), VOCABULARY)
    assert not is_recap(Grid(table([["Bulan", "Video"], ["Januari", "3"], ["Februari", "6"]])), VOCABULARY)


def test_a_month_right_over_the_name_of_the_rows_is_that_of_the_table() -> None:
    rows: list[list[str | None]] = [["Februari 2025\nJenis Konten", "IG", "X"], ["Foto", "31", "30"]]
    assert {cell.month for cell in read(rows, "Rekapitulasi").cells} == {2}


@pytest.mark.parametrize(
    "end", [("selama Juli sampai dengan", "September 2023:"), ("selama Juli", "s.d. September 2023")]
)
def test_a_title_over_two_lines_may_name_several_months(end: tuple[str, str]) -> None:
    recap = read([["Konten", "Jumlah"], ["Foto", "31"], ["Video", "6"]], *end, "a. Facebook")
    assert {(cell.platform, cell.month) for cell in recap.cells} == {("facebook", None)}
