from dataclasses import replace

import pytest

from extractors.geometry import Cell, Page
from extractors.meaning.columns import read_columns
from extractors.meaning.grid import Grid
from extractors.meaning.meetings import settled
from extractors.meaning.sector_columns import with_sectors_beside
from extractors.normalise.activities import SEVERAL, UNKNOWN_PLACE, Event, event_of_prose, events_of_lines
from extractors.normalise.activity_rows import RESTART, UNDATED, UNKNOWN, RowReader
from extractors.normalise.dissemination_items import SEVERAL_DATES
from extractors.normalise.sector_cells import told_in_cells
from extractors.normalise.sectors import sector_of
from extractors.normalise.unread import is_row, stands_in_columns
from extractors.normalise.venue_told import date_and_venue, find_venue
from extractors.structure.paragraphs import list_items, paragraphs
from extractors.values.dates import find_dates, read_date
from extractors.vocabulary import load
from tests.support.making import line, lines, table

VOCABULARY = load()


KEUANGAN = "Kantor Badan Keuangan dan Aset Daerah"


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("KPU mengadakan rapat pada hari Rabu, 5 Juni 2024 bertempat di Kodim 1204 Sanggau.", "Kodim 1204 Sanggau"),
        ("Kegiatan dilaksanakan oleh Hotel Harvey pada hari Kamis, 25 April 2024.", "Hotel Harvey"),
        ("KPU audiensi pada hari Selasa, 14 Mei 2024 di kantor Bupati Sanggau.", "kantor Bupati Sanggau"),
        (
            "Pada hari Sabtu, 6 Januari 2024, KPU mengadakan sosialisasi dengan mengundang Bawaslu di Pendopo Bupati.",
            "Pendopo Bupati",
        ),
        (
            "Sosialisasi pada hari Sabtu, 4 Mei 2024 bertempat di Hotel Garden dengan mengundang para Kades.",
            "Hotel Garden",
        ),
        ("Rapat pada hari Rabu, 5 Juni 2024 di Kafe Kite, Jl. Merdeka No. 17.", "Kafe Kite, Jl. Merdeka No. 17"),
        ("Rapat pada hari Rabu, 5 Juni 2024 bertempat di RSUD drs. Jacobus Luna.", "RSUD drs. Jacobus Luna"),
        ("Pada hari Rabu, 5 Juni 2024, KPU rapat di Cafe Kite, Jl. Merdeka No. 17.", "Cafe Kite, Jl. Merdeka No. 17"),
        ("Rapat pada hari Rabu, 5 Juni 2024 di Gedung Serba Guna Sanggau.", "Gedung Serba Guna Sanggau"),
        (
            "Rapat yang diselenggarakan oleh Kantor Kementerian Agama pada tanggal 5 Juni 2024 di Gedung Pancasila.",
            "Gedung Pancasila",
        ),
        ("Rabu, 5 Juni 2024 bertempat di Aula KPU dilaksanakan Rapat Koordinasi.", "Aula KPU"),
        ("Rabu, 5 Juni 2024, bertempat di Aula KPU: Rapat Koordinasi", "Aula KPU"),
        ("5 Juni 2024 - Aula KPU - Rapat Koordinasi", "Aula KPU"),
        ("5 Juni 2024 | Rapat Koordinasi | Aula KPU", "Aula KPU"),
        ("Rapat bersama Bawaslu, Aula KPU, 5 Juni 2024", "Aula KPU"),
        ("Lokasi: Aula KPU. Rapat bersama Bawaslu, 5 Juni 2024.", "Aula KPU"),
        ("Monitoring di Kecamatan Tempunak kepada Muspika pada hari Kamis, 2 Mei 2024.", None),
        ("KPU mengadakan coklit mulai tanggal 24 Juni 2024.", None),
        ("Kopi pagi bersama wartawan membahas debat publik pada hari Rabu, 30 Oktober 2024.", None),
        ("Kelas pemilu di SMA Negeri 2 Sanggau bagi pemilih pemula, Senin, 24 Juni 2024.", None),
    ],
)
def test_finds_the_venue_in_prose(text: str, venue: str | None) -> None:
    assert find_venue(text, find_dates(text)) == venue


def test_several_dates_give_the_first_and_the_last() -> None:
    (item,) = paragraphs(lines("Rapat pada tanggal 3 Mei 2024 dan dilanjutkan tanggal 6 Mei 2024 di Aula KPU."))
    event = event_of_prose(item, "pemerintah", 2024)
    assert event.date and str(event.date.start) == "2024-05-03" and str(event.date.end) == "2024-05-06"


def test_a_name_before_the_date_that_is_no_known_place_casts_doubt_on_a_meeting_without_venue() -> None:
    told = (
        "Rapat bersama PPDI di Sungai Raya, Rabu, 5 Juni 2024.",
        "Rapat di Sungai Raya yang dilaksanakan 5 Juni 2024.",
        "Rapat di ruang KPU, 6 Juni 2024.",
        "Rapat, 7 Juni 2024.",
    )
    events = [event_of_prose(*paragraphs(lines(text)), "pemerintah", 2024) for text in told]
    assert [event.doubt for event in events] == [UNKNOWN_PLACE, None, None, None]


def test_the_place_in_the_text_of_a_meeting_under_its_day_is_its_venue() -> None:
    told = ("Senin, 3 Juni 2024", "• Rapat bersama Polres di Aula KPU", "Rabu, 5 Juni 2024", "• Dialog bersama FKUB")
    events = events_of_lines(lines(*told), "pemerintah", 2024, VOCABULARY)
    assert [event.venue for event in events] == ["Aula KPU", None]


def test_a_place_in_brackets_at_the_end_is_the_venue() -> None:
    text = "Senin, 3 Juni 2024 - Rapat bersama Polres (Aula KPU)"
    assert find_venue(text, find_dates(text)) == "Aula KPU"
    assert find_venue(text.replace("Aula KPU", "daring"), find_dates(text)) is None


def test_a_place_behind_the_date_and_a_dash_is_the_venue() -> None:
    for text in ("Rapat bersama Polres – 3 Juni 2024 – Aula KPU", "Rapat bersama Polres (3 Juni 2024, Aula KPU)"):
        assert find_venue(text, find_dates(text)) == "Aula KPU"
    (item,) = paragraphs(lines("Rapat bersama Polres (3 Juni 2024, Sungai Raya)"))
    assert event_of_prose(item, "pemerintah", 2024).doubt == UNKNOWN_PLACE


@pytest.mark.parametrize(
    "text",
    [
        "Rapat bersama Polres, 3 Juni 2024, Wisma Indah",
        "Rapat bersama Polres · Senin, 3 Juni 2024 · Wisma Indah",
        "Rapat bersama Polres tanggal 3 Juni 2024 (tempat Mess Pemda)",
        "Rapat bersama Polres, 3 Juni 2024, pukul 09.00 WIB, Aula KPU",
        "Penyerahan bersama BKAD di Kantor Badan Keuangan dan Aset Daerah, 3 Juni 2024",
        "Rapat yang digelar di Aula KPU selama satu hari, 3 Juni 2024",
        "Rapat bersama Polres (Aula KPU, Senin, 3 Juni 2024)",
    ],
)
def test_a_place_is_found_behind_any_mark(text: str) -> None:
    assert find_venue(text, find_dates(text)) in ("Wisma Indah", "Mess Pemda", "Aula KPU", KEUANGAN)


@pytest.mark.parametrize(
    "text",
    [
        "3 Juni 2024 – Istana Kadriah – Rapat bersama Polres",
        "Rapat bersama Polres @ Istana Kadriah, 3 Juni 2024",
        "3 Juni 2024: Rapat bersama Polres (Istana Kadriah)",
        "Rapat di Arena Gawai bersama Polres (Istana Kadriah, Senin, 3 Juni 2024)",
        "Pada 3 Juni 2024, Ketua KPU hadir di Istana Kadriah guna rapat bersama Polres",
    ],
)
def test_a_name_that_stands_where_a_place_does_is_taken_with_a_doubt(text: str) -> None:
    (item,) = paragraphs(lines(text))
    event = event_of_prose(item, "pemerintah", 2024)
    assert (event.venue, event.doubt) == ("Istana Kadriah", UNKNOWN_PLACE)


def test_a_town_may_be_that_of_a_partner() -> None:
    (item,) = paragraphs(
        lines("Goes to Campus bersama mahasiswa perguruan tinggi di Putussibau pada hari Sabtu, 4 Mei 2024.")
    )
    event = event_of_prose(item, "pemerintah", 2024)
    assert (event.venue, event.doubt) == (None, UNKNOWN_PLACE)


def test_a_partner_before_the_date_is_no_sure_place() -> None:
    for text in (
        "Rapat bersama Bawaslu, Polres, 3 Juni 2024",
        "Polres menerima kunjungan KPU pada 3 Juni 2024",
        "Pada 3 Juni 2024, Polres dan Kodim bersama KPU mengadakan apel",
    ):
        assert find_venue(text, find_dates(text)) is None


def test_a_field_under_a_paragraph_and_a_day_under_a_title_are_of_it() -> None:
    told = ("3 Juni 2024 Rapat bersama Polres", "Tempat: Mapolres", "*Dialog bersama FKUB", "5 Juni 2024 | Aula KPU")
    events = events_of_lines(lines(*told, step=20), "pemerintah", 2024, VOCABULARY)
    assert [(event.text.split()[-1], event.venue) for event in events] == [
        ("Mapolres", "Mapolres"),
        ("KPU", "Aula KPU"),
    ]


def test_a_mark_in_the_column_of_a_sector_is_the_sector() -> None:
    head: list[str | None] = ["No", "Kegiatan", "Tanggal", "Tempat", "Pemerintah", "Non Pemerintah"]
    rows: list[list[str | None]] = [
        ["1", "Rapat", "3 Juni 2024", "Aula", "√", ""],
        ["2", "Dialog", "4 Juni 2024", "Aula", "-", "√"],
    ]
    assert [event.sector for event in read_rows([head, *rows])] == ["pemerintah", "non_pemerintah"]


def test_fields_named_in_a_cell_of_day_and_place() -> None:
    assert date_and_venue("Hari : Senin Tanggal : 3 Juni 2024 Tempat : Mapolres", 2024) == (
        "Senin 3 Juni 2024",
        "Mapolres",
    )


def test_a_text_with_the_same_field_twice_is_doubted() -> None:
    (item,) = paragraphs(lines("Rapat Tanggal: 3 Juni 2024 Tanggal: 5 Juni 2024"))
    assert event_of_prose(item, "pemerintah", 2024).doubt == SEVERAL


def test_items_of_a_list_keep_their_further_lines() -> None:
    items = list_items(
        lines(
            "Kegiatan yang dilaksanakan antara lain:",
            "1) KPU mengadakan Rapat Koordinasi Pembentukan Badan Adhoc Pilkada Tahun 2024",
            "2. pada hari Kamis, 25 April 2024.",
            "2) KPU mengadakan Peluncuran Tahapan pada hari Jumat, 3 Mei 2024.",
        )
    )
    assert [item.marker.printed for item in items if item.marker] == ["1", "2"]
    assert "25 April" in items[0].text


def read_rows(rows: list[list[str | None]], sector: str | None = None, method: str = "lattice") -> list[Event]:
    whole = table(rows, method=method)
    columns = read_columns(whole, VOCABULARY)
    assert columns
    columns = settled(columns, whole, VOCABULARY)
    assert columns.kind == "activities"
    reader = RowReader(VOCABULARY, 2024, sector)
    return [reader.event(entry) for entry in reader.entries(Grid(whole), columns, {})]


HEAD: list[str | None] = ["No", "Tanggal", "Kegiatan", "Tempat", "Mitra"]


def test_partners_and_venues_make_a_table_of_meetings_whatever_its_text_column_is_called() -> None:
    head: list[str | None] = ["No", "Tanggal", "Uraian", "Bertempat di", "Mitra"]
    events = read_rows([head, ["1", "2 April 2024", "Rapat Koordinasi", "Aula Kantor Camat", "Polres Sanggau"]])
    assert [(e.text, e.venue) for e in events] == [("Rapat Koordinasi", "Aula Kantor Camat")]


def test_a_column_of_sectors_is_told_by_its_cells_under_any_heading() -> None:
    head: list[str | None] = ["No", "Tanggal", "Kegiatan", "Tempat", "Pelaksanaan"]
    events = read_rows(
        [
            head,
            ["1", "2 April 2024", "Rapat", "Pemerintah", "Aula KPU"],
            ["2", "3 April 2024", "Dialog", "Non\nPemerintah", "Hotel Grand"],
        ]
    )
    assert [(e.sector, e.venue) for e in events] == [("pemerintah", "Aula KPU"), ("non_pemerintah", "Hotel Grand")]


def test_a_banner_inside_the_cell_above_it_still_parts_the_sectors() -> None:
    events = read_rows(
        [
            [*HEAD],
            ["A. PEMERINTAH", None, None, None, None],
            ["1", "2 April 2024\nB. NON PEMERINTAH", "Rapat", "Aula KPU", "Polres Sanggau"],
            ["1", "3 April 2024", "Dialog", "Hotel Grand", "Parpol"],
        ]
    )
    assert [(e.sector, e.date_text) for e in events] == [
        ("pemerintah", "2 April 2024"),
        ("non_pemerintah", "3 April 2024"),
    ]


def test_a_new_count_under_no_banner_leaves_the_sector_in_doubt() -> None:
    rows: list[list[str | None]] = [[n, "2 April 2024", "Rapat", "Aula KPU", "Mitra"] for n in ("1", "2", "1")]
    assert [event.doubt for event in read_rows([[*HEAD], *rows], "pemerintah")] == [None, None, RESTART]


def test_an_unnumbered_row_that_completes_the_date_is_the_rest_of_the_row_above() -> None:
    events = read_rows(
        [
            [*HEAD],
            ["1", "28 November", "Rapat Koordinasi", "Hotel Grand", "Dinas"],
            ["", "2024", "Pemutakhiran Data", "Sanggau", "Komunikasi"],
            ["2", "29 November 2024", "Dialog", "Aula KPU", "Parpol"],
        ],
        method="stream",
    )
    assert [e.text for e in events] == ["Rapat Koordinasi Pemutakhiran Data", "Dialog"]
    assert events[0].venue == "Hotel Grand Sanggau" and str(events[0].date and events[0].date.start) == "2024-11-28"


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("A. Pemerintah", "pemerintah"),
        ("B. Unsur Non-Pemerintah", "non_pemerintah"),
        ("OPD dan Forkopimda", "pemerintah"),
        ("P", "pemerintah"),
        ("Non Pem.", "non_pemerintah"),
        ("NP", "non_pemerintah"),
        ("Parpol, Ormas dan Media Massa", "non_pemerintah"),
        ("Koordinasi dengan instansi pemerintah dan non pemerintah", None),
        ("Forkopimda dan tokoh masyarakat", None),
    ],
)
def test_a_sector_is_told_only_where_one_is_named(text: str, sector: str | None) -> None:
    assert sector_of(text) == sector


def test_a_date_over_three_rows_and_a_sector_over_two_make_one_row() -> None:
    events = read_rows(
        [
            ["No", "Tanggal", "Kegiatan", "Sektor", "Tempat"],
            ["1", "20 September 2025", "Dialog", "Pemerintah", "Aula KPU"],
            ["2", "21", "Rapat", "Non", "Balai Desa"],
            ["", "September", "Kerja", "Pemerintah", "Tempunak"],
            ["", "2025", "", "", ""],
        ],
        method="stream",
    )
    assert [(e.text, e.sector, e.date_text) for e in events][1:] == [
        ("Rapat Kerja", "non_pemerintah", "21 September 2025")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 20 Juli 2023 Audiensi", True),
        ("20 Juli 2023 Audiensi dengan Camat", True),
        ("20 Juli 2023", False),
        ("Pada 20 Juli 2023 diadakan rapat", False),
        ("12 kali sosialisasi tatap muka", False),
    ],
)
def test_a_number_and_a_date_or_a_date_and_a_text_begin_a_row(text: str, expected: bool) -> None:
    assert is_row(text) is expected


def test_the_fields_of_a_form_make_an_event() -> None:
    first, second = events_of_lines(
        lines(
            "1. Nama Kegiatan : Rapat Koordinasi pemutakhiran",
            "Hari/Tanggal : Rabu, 5 Juni 2024",
            "Tempat : Aula KPU",
            "Peserta : Bawaslu",
            "2. Nama Kegiatan : Audiensi",
            "Hari/Tanggal : Kamis, 6 Juni 2024",
            "Tempat : -",
        ),
        "pemerintah",
        2024,
        VOCABULARY,
    )
    assert (first.number, first.text, first.venue) == ("1", "Rapat Koordinasi pemutakhiran", "Aula KPU")
    assert (second.number, second.text, second.venue) == ("2", "Audiensi", None)
    assert second.date and str(second.date.start) == "2024-06-06"


def test_a_sector_beside_the_first_of_its_rows_is_that_of_all_of_them() -> None:
    heading: list[str | None] = ["No", "Unsur", "Kegiatan", "Tanggal", "Tempat"]
    rows: list[list[str | None]] = [
        ["1", "Pemerintah", "Audiensi", "3 Mei 2024", "Aula"],
        ["2", "Non Pemerintah", "Rapat", "4 Mei 2024", "Aula"],
        ["3", "", "Diskusi", "5 Mei 2024", "Aula"],
    ]
    assert [event.sector for event in read_rows([heading, *rows])] == ["pemerintah", "non_pemerintah", "non_pemerintah"]
    late = [[number, named, *rest] for (number, _, *rest), named in zip(rows, ("", "Pemerintah", ""), strict=True)]
    assert [bool(event.doubt) for event in read_rows([heading, *late])] == [True, False, True]


def test_a_further_heading_tells_the_columns_below_it_anew() -> None:
    """Two tables of one width hang together though their columns stand elsewhere: heads and cells two columns wide."""
    rows: list[list[str | None]] = [
        ["No", "Tanggal", None, "Kegiatan", "Tempat", "Mitra"],
        ["1", "3 Mei 2024", None, "Audiensi", "Aula", "DPRD"],
        ["B. Non Pemerintah", None, None, None, None, None],
        ["No", None, "Tanggal", "Kegiatan", "Tempat", "Mitra"],
        ["1", None, "4 Mei 2024", "Dialog", "RRI", "RRI"],
    ]
    found = [(event.number, event.date_text, event.text, event.venue) for event in read_rows(rows, "pemerintah")]
    assert found == [("1", "3 Mei 2024", "Audiensi", "Aula"), ("1", "4 Mei 2024", "Dialog", "RRI")]


def test_small_roman_numbers_count_a_list() -> None:
    items = list_items(
        lines("i. Menyusun kalender konten;", "ii. Melatih pengelola;", "iii. Evaluasi;", "iv. Rapat;", "v. Lomba.")
    )
    assert [item.text for item in items] == [
        "Menyusun kalender konten;",
        "Melatih pengelola;",
        "Evaluasi;",
        "Rapat;",
        "Lomba.",
    ]


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        (
            "Rapat pada hari Rabu, 5 Juni 2024 di Aula. Pada hari Kamis, 6 Juni 2024, KPU mengadakan sosialisasi.",
            SEVERAL,
        ),
        ("Rapat tanggal 5 Juni 2024, rapat tanggal 7 Juni 2024 dan audiensi tanggal 9 Juni 2024.", SEVERAL),
        ("Rapat tanggal 5 Juni 2024 di Balai Desa. Telah dilaksanakan audiensi tanggal 7 Juni 2024.", SEVERAL),
        ("Menindaklanjuti surat tanggal 3 Juni 2024, KPU mengadakan rapat pada hari Rabu, 5 Juni 2024.", None),
        ("Bimbingan teknis pada hari Senin s.d. Selasa, 3 s.d. 4 Juni 2024 di Hotel Harvey.", None),
    ],
)
def test_a_paragraph_that_seems_to_tell_several_events_is_doubted(text: str, doubt: str | None) -> None:
    (item,) = paragraphs(lines(text))
    assert event_of_prose(item, "pemerintah", 2024).doubt == doubt


def test_date_and_place_stand_in_one_cell_in_either_order() -> None:
    heading: list[str | None] = ["No", "Kegiatan", "Waktu dan Tempat", "Peserta"]
    told = (
        "12/02/2024\nAula KPU",
        "Hotel Garden, Selasa, 13 Februari 2024 pukul 09.00 WIB",
        "14 Februari 2024\n-",
        "-",
    )
    grid = Grid(table([heading, *([str(n), "Rapat", text, "Polres"] for n, text in enumerate(told, 1))]))
    columns = read_columns(grid.table, VOCABULARY)
    assert columns is not None
    reader = RowReader(VOCABULARY, 2024, "pemerintah")
    events = [reader.event(entry) for entry in reader.entries(grid, columns, {})]
    assert [(event.date_text, event.venue, event.doubt) for event in events] == [
        ("12/02/2024", "Aula KPU", None),
        ("Selasa, 13 Februari 2024", "Hotel Garden", None),
        ("14 Februari 2024", None, None),
        ("", None, UNDATED),
    ]


def test_texts_beside_words_stand_in_columns_and_beside_numbers_do_not() -> None:
    assert stands_in_columns(table([["Unsur", "Kegiatan"], ["Pemerintah", "1. Rapat"]]))
    assert not stands_in_columns(table([["1.", "Rapat"], ["2.", "Apel"]]))


def test_the_name_of_a_sector_that_stands_over_two_columns_begins_it() -> None:
    grid = Grid(
        table(
            [
                ["No", "Tanggal", "Kegiatan", "Tempat"],
                ["1", "2 April 2024", "Rapat", "Aula"],
                ["B. Non", "Pemerintah", "", ""],
                ["1", "3 April 2024", "Silaturahmi", "Aula"],
            ]
        )
    )
    columns = read_columns(grid.table, VOCABULARY)
    assert columns is not None
    entries = RowReader(VOCABULARY, 2024, "pemerintah").entries(grid, columns, {})
    assert [(entry.text("activity"), entry.sector, entry.doubt) for entry in entries] == [
        ("Rapat", "pemerintah", None),
        ("Silaturahmi", "non_pemerintah", None),
    ]


def test_a_month_below_a_day_is_of_its_row_though_rows_have_no_numbers() -> None:
    rows: list[list[str | None]] = [["Tanggal", "Kegiatan", "Tempat"], ["Rabu, 5", "Kuliah umum", "Aula KPU"]]
    rows += [["Juni 2024", "", "Sanggau"], ["1 s.d. 2", "Rapat", "Aula"], ["Juli 2024", "koordinasi", "KPU"]]
    grid = Grid(table(rows, method="stream"))
    columns = read_columns(grid.table, VOCABULARY)
    assert columns
    entries = RowReader(VOCABULARY, 2024).entries(grid, columns, {})
    assert [(entry.text("date"), entry.text("activity"), entry.text("venue")) for entry in entries] == [
        ("Rabu, 5 Juni 2024", "Kuliah umum", "Aula KPU Sanggau"),
        ("1 s.d. 2 Juli 2024", "Rapat koordinasi", "Aula KPU"),
    ]


def test_a_year_alone_below_a_day_without_one_is_of_its_row_though_rows_have_no_numbers() -> None:
    rows: list[list[str | None]] = [["Tanggal", "Kegiatan", "Tempat"], ["3 Mei 2024", "Rapat", "Aula"]]
    rows += [["26 Mei", "Siaran hak pilih", "Kantor Camat Rasau"], ["2024", "", "Jaya"]]
    grid = Grid(table(rows, method="stream"))
    columns = read_columns(grid.table, VOCABULARY)
    assert columns
    entries = RowReader(VOCABULARY, 2024).entries(grid, columns, {})
    assert [(entry.text("date"), entry.text("venue")) for entry in entries] == [
        ("3 Mei 2024", "Aula"),
        ("26 Mei 2024", "Kantor Camat Rasau Jaya"),
    ]


def test_sectors_over_columns_of_meetings_are_those_of_their_rows() -> None:
    rows: list[list[str | None]] = [["Tanggal", "Pemerintah", "Non Pemerintah"]]
    rows += [["3 Mei 2024", "Rapat bersama Polres di Aula KPU", ""], ["4 Mei 2024", "", "Dialog bersama PWI di Kafe"]]
    one = with_sectors_beside(table(rows))
    assert one.rows()[1] == ["3 Mei 2024", "Rapat bersama Polres di Aula KPU", "Pemerintah"]
    grid, columns = Grid(one), read_columns(one, VOCABULARY)
    assert columns
    reader = RowReader(VOCABULARY, 2024)
    events = [reader.event(entry) for entry in reader.entries(grid, columns, {})]
    assert [(event.sector, event.text.split()[0]) for event in events] == [
        ("pemerintah", "Rapat"),
        ("non_pemerintah", "Dialog"),
    ]
    marks: list[list[str | None]] = [rows[0], ["3 Mei 2024", "√", ""], ["4 Mei 2024", "", "√"]]
    assert with_sectors_beside(table(marks)) == table(marks)


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("Senin, 5 Februari 2024 – Rapat kerja di Kafe Tepian (Dinas Kominfo)", "Kafe Tepian"),
        ("Senin, 5 Februari 2024 – Dialog di Aula KPU (BEM kampus)", "Aula KPU"),
        ("Senin, 5 Februari 2024 – Dialog di Pontianak (Aula KPU)", "Aula KPU"),
        ("Pada 5 Mei 2024 bertempat di Aula KPU, rapat logistik diikuti oleh Polres.", "Aula KPU"),
        ("Pada 5 Mei 2024 bertempat di Aula KPU, Jl. Merdeka 3, Kuliah Umum diikuti BEM.", "Aula KPU, Jl. Merdeka 3"),
        ("Pada 5 Mei 2024 bertempat di Aula KPU, ngobrol santai diikuti oleh Polres.", "Aula KPU"),
    ],
)
def test_a_place_before_a_bracket_or_the_name_of_a_meeting_is_the_venue(text: str, venue: str) -> None:
    assert find_venue(text, find_dates(text)) == venue


def test_the_bare_name_of_a_sector_between_two_counts_is_a_banner_inside_a_cell() -> None:
    rows: list[list[str | None]] = [["No", "Kegiatan", "Tanggal", "Tempat"]]
    rows += [["1", "Pemerintah\nRapat koordinasi data pemilih", "3 Mei 2024", "Aula KPU"]]
    rows += [["2", "Audiensi\nNon Pemerintah", "4 Mei 2024", "Aula KPU"], ["1", "Dialog pers", "5 Mei 2024", "Kafe"]]
    assert [(event.text, event.sector, event.doubt) for event in read_rows(rows)] == [
        ("Rapat koordinasi data pemilih", "pemerintah", None),
        ("Audiensi", "pemerintah", None),
        ("Dialog pers", "non_pemerintah", None),
    ]


def test_days_and_places_of_meetings_may_be_told_as_remarks() -> None:
    rows: list[list[str | None]] = [["No", "Kegiatan", "Keterangan"]]
    rows += [[str(n), f"Rapat {n}", f"Senin, {n} Mei 2024\nAula KPU"] for n in (1, 2)]
    assert [(event.text, event.date_text, event.venue) for event in read_rows(rows, "pemerintah")] == [
        ("Rapat 1", "Senin, 1 Mei 2024", "Aula KPU"),
        ("Rapat 2", "Senin, 2 Mei 2024", "Aula KPU"),
    ]


def test_days_alone_are_of_the_month_beside_them() -> None:
    grid = Grid(table([["No", "Bulan", "Tgl", "Kegiatan", "Tempat"], ["1", "Juli", "8", "Rapat", "Aula"]]))
    columns = read_columns(grid.table, VOCABULARY)
    assert columns
    reader = RowReader(VOCABULARY, 2024)
    (entry,) = reader.entries(grid, columns, {})
    assert reader.event(entry).date == read_date("8 Juli", year=2024)


@pytest.mark.parametrize("days", ["14 September 2024 16 September 2024", "September 2024 16 September 2024"])
def test_two_days_right_behind_one_another_in_one_cell_are_doubted(days: str) -> None:
    head: list[str | None] = ["No", "Tanggal", "Kegiatan", "Tempat"]
    told = read_rows([head, ["1", days, "Pelatihan cek fakta", "Aula KPU"]])
    assert told[0].doubt == SEVERAL_DATES


def test_a_banner_may_stand_in_the_heading_and_be_broken_over_two_lines() -> None:
    days = ["1 Mei 2024", "2 Mei 2024", "3 Mei 2024\nB. Non\nPemerintah", "4 Mei 2024", "5 Mei 2024", "6 Mei 2024"]
    head: list[str | None] = ["No", "Hari/Tanggal\nA. Pemerintah", "Kegiatan", "Tempat"]
    found = read_rows([head, *([str(n % 3 + 1), day, f"Rapat ke-{n}", "Aula"] for n, day in enumerate(days))])
    assert [event.sector for event in found] == ["pemerintah"] * 3 + ["non_pemerintah"] * 3
    assert [event.date_text for event in found][2:4] == ["3 Mei 2024", "4 Mei 2024"]
    assert not any(event.doubt for event in found)


def test_a_number_over_several_activities_is_that_of_the_first() -> None:
    rows = [["1", "2 Mei 2024", "Rapat", "Aula", "Polres"], ["^", "3 Mei 2024", "Audiensi", "Aula", "^"]]
    assert [event.number for event in read_rows([HEAD, *rows], "pemerintah")] == ["1", None]


def test_paragraphs_without_a_full_stop_are_one_activity_each() -> None:
    told = [f"Rapat bersama Polres, Senin, {n} Juli 2024, bertempat di Aula KPU" for n in (1, 8, 15)]
    flat = events_of_lines(
        [line(text, top=100 + 14 * n) for n, text in enumerate(told)], "pemerintah", 2024, VOCABULARY
    )
    assert [event.date_text for event in flat] == ["Senin, 1 Juli 2024", "Senin, 8 Juli 2024", "Senin, 15 Juli 2024"]
    wrapped = [(100, told[0]), (72, "Kabupaten"), (100, told[1]), (100, told[2])]
    found = [line(text, top=100 + 14 * n, x0=x) for n, (x, text) in enumerate(wrapped)]
    assert len(events_of_lines(found, "pemerintah", 2024, VOCABULARY)) == 3


def test_what_stands_over_the_first_number_of_a_titled_table_is_of_its_row() -> None:
    reader = RowReader(VOCABULARY, 2024, "pemerintah")
    tables = [
        [["No", "Tanggal", "Kegiatan", "Tempat"], ["3", "25 Oktober 2024", "Rakor penertiban", "-"]],
        [
            ["No", "Tanggal", "Kegiatan", "Tempat"],
            ["", "", "Pemetaan", "Gedung"],
            ["4", "10 Desember 2024", "TPS", "Ngabang"],
        ],
    ]
    found = []
    for rows in tables:
        whole = table([[*row] for row in rows], method="stream")
        columns = read_columns(whole, VOCABULARY)
        assert columns
        found += [reader.event(entry) for entry in reader.entries(Grid(whole), columns, {}, titled=True)]
    assert [(event.number, event.text, event.venue) for event in found] == [
        ("3", "Rakor penertiban", None),
        ("4", "Pemetaan TPS", "Gedung Ngabang"),
    ]


@pytest.mark.parametrize("rest", [[None, None], ["", ""]])
def test_a_sector_behind_its_own_number_is_that_of_the_rows_below(rest: list[str | None]) -> None:
    heading: list[str | None] = ["No", "Kegiatan", "Tanggal", "Tempat"]
    found = read_rows(
        [
            heading,
            ["I", "Pemerintah", *rest],
            ["1", "Rapat", "2 April 2024", "Aula"],
            ["II", "Non Pemerintah", *rest],
            ["1", "Dialog", "3 April 2024", "Aula"],
        ]
    )
    assert [(event.text, event.sector, event.doubt) for event in found] == [
        ("Rapat", "pemerintah", None),
        ("Dialog", "non_pemerintah", None),
    ]


def test_a_numbered_title_alone_in_the_middle_of_its_row_names_the_sector() -> None:
    events = read_rows(
        [
            [*HEAD],
            ["1", "2 April 2024", "Rapat", "Aula KPU", "Polres Sanggau"],
            ["", "", "B. Kegiatan bersama Unsur Non Pemerintah", "", ""],
            ["1", "3 April 2024", "Dialog", "Hotel Grand", "Parpol"],
        ],
        method="stream",
    )
    assert [(e.text, e.sector) for e in events][1:] == [("Dialog", "non_pemerintah")] and events[0].text == "Rapat"


def test_a_table_without_dates_tells_them_in_its_texts() -> None:
    rows: list[list[str | None]] = [["No", "Stakeholder", "Kegiatan yang Dilaksanakan"]]
    rows += [[f"{n}", "Polres", f"Rapat logistik pada {n} Mei 2024 di Aula KPU"] for n in (1, 2)]
    grid = Grid(table(rows))
    columns = read_columns(grid.table, VOCABULARY)
    assert columns
    reader = RowReader(VOCABULARY, 2024, "pemerintah")
    events = [reader.event(entry) for entry in reader.entries(grid, columns, {})]
    assert [(e.date_text, e.venue, e.doubt) for e in events] == [(f"{n} Mei 2024", "Aula KPU", None) for n in (1, 2)]


def test_the_one_column_of_words_beside_days_and_places_tells_meetings() -> None:
    rows: list[list[str | None]] = [["Tempat", "Kegiatan dan Mitra Terkait Lain", "Tanggal", "No"]]
    rows += [["Aula KPU", f"Jambore pemilih muda {n}", f"{n} Mei 2024", f"{n}"] for n in (1, 2)]
    columns = read_columns(table(rows), VOCABULARY)
    assert columns and (columns.kind, columns.col("activity")) == ("activities", 1)


def test_a_heading_of_meetings_and_partners_is_one_of_meetings() -> None:
    match = VOCABULARY.header("Kegiatan dan Peserta")
    assert match and match.code == "activity"


def test_texts_of_a_table_without_places_tell_them() -> None:
    rows: list[list[str | None]] = [["No", "Tanggal", "Kegiatan"]]
    rows += [[f"{n}", f"{n} Mei 2024", "Rapat logistik bersama Polres di Aula KPU"] for n in (1, 2)]
    grid = Grid(table(rows))
    columns = read_columns(grid.table, VOCABULARY)
    assert columns
    reader = RowReader(VOCABULARY, 2024, "pemerintah")
    assert [reader.event(entry).venue for entry in reader.entries(grid, columns, {})] == ["Aula KPU"] * 2


def test_rows_of_a_table_whose_columns_are_the_sectors_tell_a_meeting_of_each() -> None:
    cells = table([["No", "Pemerintah", "Non Pemerintah"], ["1", "Rapat A", "Dialog A"], ["2", "Rapat B", "Dialog B"]])
    words = [word for cell in cells.cells for word in line(cell.text, top=cell.box[1] + 4, x0=cell.box[0] + 2).words]
    told = told_in_cells(cells, {1: Page(1, 595.0, 842.0, tuple(words))})
    assert [(sector, [text.text for text in held]) for sector, held in told] == [
        ("pemerintah", ["Rapat A"]),
        ("pemerintah", ["Rapat B"]),
        ("non_pemerintah", ["Dialog A"]),
        ("non_pemerintah", ["Dialog B"]),
    ]


def test_the_name_of_a_sector_that_a_page_break_cuts_is_that_of_its_rows_on_both_pages() -> None:
    head: list[str | None] = ["Sektor", "No", "Kegiatan", "Tanggal"]
    told = [("PEMERINTAH", 1), ("NON", 1), ("PEMERINTAH", 2)]
    rows = table([head, *([name, f"{n}", f"Rapat kerja {n}", f"{n} Mei 2024"] for name, n in told)])
    cells = tuple(replace(cell, page=2) if cell.row == 3 else cell for cell in rows.cells)
    columns = read_columns(rows, VOCABULARY)
    assert columns is not None

    def read(cells: tuple[Cell, ...]) -> list[tuple[str | None, str | None]]:
        reader = RowReader(VOCABULARY, 2024)
        return [(entry.sector, entry.doubt) for entry in reader.entries(Grid(replace(rows, cells=cells)), columns, {})]

    non = ("non_pemerintah", None)
    assert read(cells) == [("pemerintah", None), non, non]
    assert read(rows.cells) == [("pemerintah", None), ("pemerintah", UNKNOWN), ("pemerintah", None)]


def test_paragraphs_that_no_blank_parts_begin_with_their_day_after_a_full_stop() -> None:
    told = ["Pada Kamis, 2 Mei 2024 bertempat di Aula KPU, rapat kerja diikuti oleh Polres."]
    told += ["Pada Jumat, 3 Mei 2024 bertempat di Hotel Grand, dialog diikuti oleh Karang Taruna", "Kecamatan Mandor."]
    found = events_of_lines(lines(*told), None, 2024, VOCABULARY)
    assert [(event.date_text, event.doubt) for event in found] == [
        ("Kamis, 2 Mei 2024", None),
        ("Jumat, 3 Mei 2024", None),
    ]
