"""Doubts by evidence that depends on no layout."""

from dataclasses import replace

import pytest

from extractors.document import Activity, Dissemination
from extractors.doubts import kinds
from extractors.doubts.blanks import rows_apart
from extractors.doubts.centres import off_centre_rows
from extractors.doubts.edges import CLIPPED, clipped_rows, late_rows
from extractors.doubts.left_out import LEFT_OUT, left_out
from extractors.doubts.rows import suspect_rows
from extractors.doubts.texts import with_broken_texts
from extractors.geometry import Word
from extractors.meaning.columns import Columns
from extractors.normalise.unread import unsure_items
from extractors.structure.paragraphs import list_items
from extractors.vocabulary import load
from tests.support.drawing import page_of, put
from tests.support.making import lines, table

COLUMNS = Columns("dissemination", {"number": 0, "date": 1, "information": 2, "media": 3}, 1)
HEAD: list[str | None] = ["No", "Tanggal", "Informasi", "Media"]
ROW = Dissemination(1, "1", "2 April 2024", None, None, "Cek DPT Online", "Instagram", (), 1, (0, 0, 9, 9))
EVENT = Activity("pemerintah", 1, "1", "Rapat Koordinasi", "2 April 2024", None, None, None, 1, (0, 0, 9, 9))


def suspects(*rows: list[str | None]) -> list[int]:
    return sorted(suspect_rows(table([HEAD, *rows]), COLUMNS))


def test_a_row_with_the_numbers_of_two_is_doubted() -> None:
    assert suspects(["1.\n2.", "2 April 2024", "Cek DPT", "Instagram"], ["3.", "4 Mei 2024", "Cek", "Radio"]) == [1]


def test_a_line_that_ends_although_the_next_word_had_room_is_doubted_but_not_an_item_of_a_list() -> None:
    long = "Pengumuman hasil seleksi tertulis\ncalon anggota PPS"
    broken = "Debat publik\nPelantikan anggota KPPS se-Kota"
    listed = "- Debat publik\n- Pelantikan anggota KPPS se-Kota"
    dated = "2 April 2024: Debat\n5 April 2024: Pelantikan"
    rows: list[list[str | None]] = [
        [f"{n}.", "2 April 2024", text, "Radio"] for n, text in enumerate((long, broken, listed, dated))
    ]
    assert suspects(*rows) == [2]


def late(*starts: float, method: str = "stream", media: str = "Radio") -> list[int]:
    """The rows of a table that are doubted for where their media begin; those begun at 340 are on the radio."""
    rows: list[list[str | None]] = [[str(n), "2 April", "Debat", "Radio"] for n in range(len(starts))]
    words = [
        w
        for n, x in enumerate(starts, 1)
        for w in (*put("Debat", 205, 20 * n + 12), *put("Radio" if x == 340 else media, x, 20 * n + 12))
    ]
    return [row for row, _ in late_rows(table([HEAD, *rows], method=method), COLUMNS, {1: page_of(words)})]


def test_a_text_that_begins_farther_right_than_all_others_of_its_column_is_doubted_where_no_wall_is() -> None:
    assert late(303, 303, 303, 340, 303, 303) == [4]
    assert late(303, 303, 303, 340, 303, 303, method="lattice") == []
    assert late(303, 310, 320, 340, 305, 330) == []  # set in the middle
    assert late(*[323.6] * 3, 340, *[323.6] * 2, media="Radio, Koran") == []  # set in the middle, most of them alike


def test_a_word_at_the_edge_of_a_column_that_is_at_home_in_the_next_is_doubted() -> None:
    rows: list[list[str | None]] = [[str(n), "2 April 2024", f"Kabar {n} Kota", "Website KPU, Radio"] for n in range(4)]
    rows.append(["5", "2 April 2024", "Simulasi suara Website", "KPU, Radio"])
    assert suspects(*rows) == [5]
    rows[-1][-1] = "Website KPU, Radio"  # as in other rows: it lacks no word
    assert suspects(*rows) == []


def doubted(*texts: str) -> list[bool]:
    return [bool(row.doubt) for row in with_broken_texts([replace(ROW, information=text) for text in texts])]


def test_a_text_that_begins_in_the_middle_is_doubted_with_the_one_before() -> None:
    assert doubted("Cek DPT", "Pelantikan", "calon anggota PPS Kecamatan", "Debat") == [False, True, True, False]
    assert doubted("rapat kerja", "audiensi ke polres", "sosialisasi") == [False, False, False]


def test_a_text_that_ends_on_a_joining_word_is_doubted_with_the_one_after() -> None:
    assert doubted("Pelantikan anggota PPS di", "Sambas Debat", "Debat") == [True, True, False]


@pytest.mark.parametrize(
    ("text", "why"), [("2 April 2024 3 April 2024", True), ("2 April 2024 s.d 3 April 2024", False)]
)
def test_two_days_side_by_side_are_doubted(text: str, why: bool) -> None:
    (row,) = with_broken_texts([replace(ROW, date_text=text)])
    assert bool(row.doubt) == why


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("date_text", "2 April 2024 Tahapan Pilkada"),
        ("date_text", ""),
        ("media_text", ""),
        ("media_text", "Pilkada Instagram, Facebook"),
        ("media_text", "Instagram dan TikTok da X"),
        ("information", "3 April 2024"),
        ("information", "3 April 2024 Tahapan"),
        ("information", "Tahapan Instagram, Facebook"),
    ],
)
def test_a_text_of_another_kind_than_its_column_is_doubted(field: str, text: str) -> None:
    good, bad = kinds.of_rows([ROW, replace(ROW, **{field: text})], load())  # type: ignore[arg-type]
    assert good.doubt is None
    assert bad.doubt


def test_an_activity_without_day_or_held_on_a_date_is_doubted() -> None:
    cases = [
        EVENT,
        replace(EVENT, date_text=None),
        replace(EVENT, venue="3 April 2024"),
        replace(EVENT, text="3 Mei 2024"),
    ]
    assert [bool(fact.doubt) for fact in kinds.of_activities(cases)] == [False, True, True, True]


def test_the_end_of_a_sentence_without_what_was_held_is_doubted() -> None:
    told = [f"{text} yang dilaksanakan 2 April 2024." for text in ("Kelas II Melawi", "KPU mengadakan rapat", "Rapat")]
    facts = [replace(EVENT, text=text, date_text="2 April 2024", date_start="2024-04-02") for text in told]
    assert [bool(fact.doubt) for fact in kinds.of_activities(facts)] == [True, False, False]


def test_prose_that_begins_with_its_own_date_is_not_doubted() -> None:
    told = replace(EVENT, text="2 April 2024, KPU menggelar rapat", date_start="2024-04-02")
    assert kinds.of_activities([told])[0].doubt is None


def test_one_line_longer_than_the_column_tells_nothing_of_the_others() -> None:
    lines = [
        "Pengumuman Nomor\n781/PP.04.1-Pu/6101/2024/Perubahan\ntentang hasil",
        *["Tahapan pencalonan\nwalikota"] * 10,
    ]
    rows: list[list[str | None]] = [[f"{n}.", "2 April 2024", text, "Radio"] for n, text in enumerate(lines)]
    assert suspects(*rows) == []


def test_a_row_beside_which_a_word_stands_in_no_cell_is_doubted() -> None:
    found = table([["No", "Media"], ["1", "Laman,"], ["2", "Radio"]], method="stream")
    boxes = {(cell.row, cell.col): cell.box for cell in found.cells}
    held = [Word(c.text, c.box[0] + 2, c.box[1] + 2, c.box[2] - 2, c.box[3] - 2, 10) for c in found.cells]
    _, top, x1, bottom = boxes[1, 1]
    columns = Columns("dissemination", {"number": 0, "media": 1}, 1, ())
    for beside, x, doubted in (
        ("X,", x1 - 2, True),
        ("Radio", x1 - 40, True),
        ("Tempat:", x1 - 40, False),
        ("Laman,", x1 - 2, False),
        ("", x1, False),
    ):
        more = [Word(beside, x, top + 2, x + 10, bottom - 2, 10)] if beside else []
        pages = {1: page_of([*held, *more])}
        assert dict(left_out(found, columns, pages)) == ({1: LEFT_OUT.format(beside)} if doubted else {})


def test_a_text_over_the_wall_of_its_cell_may_be_cut_off() -> None:
    rows = table([HEAD, ["1", "2 April", "Debat publik", "Radio"], ["2", "3 April", "Simulasi pemungutan", "Radio"]])
    words = [*put("Debat publik", 203, 32), *put("Simulasi pemungutan", 215, 52)]
    assert dict(clipped_rows(rows, COLUMNS, {1: page_of(words)})) == {2: CLIPPED}


def off_centre(*media: tuple[int, int], method: str = "stream") -> list[int]:
    """The rows doubted for where two lines of media stand: so far above and below the middle of their row."""
    rows: list[list[str | None]] = [[str(n), "2 April", "Debat", "Radio"] for n in range(len(media))]
    places = [(str(n), 5, 20 * n + 13) for n in range(1, len(media) + 1)]
    places += [("IG", 305, 20 * n + 13 - up) for n, (up, _) in enumerate(media, 1)]
    places += [("FB", 305, 20 * n + 13 + down) for n, (_, down) in enumerate(media, 1)]
    words = [word for place in places for word in put(*place, size=4)]
    found = off_centre_rows(table([HEAD, *rows], method=method), COLUMNS, {1: page_of(words)})
    return [row for row, _ in found]


def test_texts_off_the_middle_of_their_row_are_doubted_where_most_are_set_in_it() -> None:
    centred = [(3, 3)] * 4
    assert off_centre(*centred, (0, 6)) == [5]
    assert off_centre(*centred, (0, 6), method="lattice") == [] and off_centre(*[(0, 6)] * 5) == []


def apart(*rows: tuple[tuple[float, ...], tuple[float, ...]]) -> list[int]:
    """The rows doubted for a blank through both their cells; given are the feet of the lines in each."""
    held: list[list[str | None]] = [["2 April", "Debat", "Radio"] for _ in rows]
    words = [
        word
        for n, cells in enumerate(rows, 1)
        for x, feet in zip((105, 205), cells, strict=True)
        for foot in feet
        for word in put("kata", x, 20 * n + foot, size=3)
    ]
    columns = Columns("dissemination", {"date": 0, "information": 1, "media": 2}, 1)
    return [row for row, _ in rows_apart(table([HEAD[1:], *held], method="stream"), columns, {1: page_of(words)})]


def test_rows_that_a_wide_blank_cuts_in_all_their_cells_may_be_two() -> None:
    usual = ((4.0, 8.0, 12.0), (4.0, 8.0))
    assert apart(usual, usual, ((4.0, 14.0), (4.0, 8.0, 14.0))) == [3]
    assert apart(usual, usual, ((4.0, 14.0), (4.0, 8.0, 12.0))) == []


def test_an_item_of_a_list_tells_that_one_after_it_or_its_end_is_lost() -> None:
    items = list_items(lines("1. UU Nomor 7 Tahun 2017;", "2. PKPU 1 Tahun 2020;", "4. SK KPU tentang", "5. Juknis."))
    assert [(item.text, why.split(";")[0]) for item, why in unsure_items(items)] == [
        ("PKPU 1 Tahun 2020;", "tidak diikuti butir nomor 3"),
        ("SK KPU tentang", "berakhir tanpa tanda baca seperti butir lain"),
    ]


def test_a_row_with_a_cell_that_is_one_with_its_heading_is_doubted() -> None:
    merged: list[list[str | None]] = [
        HEAD,
        ["1", "2 April 2024", "Cek DPT", "^"],
        ["2", "3 April 2024", "Coklit", "IG"],
    ]
    assert list(suspect_rows(table(merged), COLUMNS)) == [1]
