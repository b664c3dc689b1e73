"""Dates and periods as offices write them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.values.dates import find_dates, find_periods, is_partly_read, read_date, tells_day

MONTHS = [
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
]  # fmt: skip
WEEKDAYS = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]
DAYS = st.dates(date(2018, 1, 1), date(2035, 12, 31))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2 April 2024", "2024-04-02", "2024-04-02"),
        ("Kamis, 25 April 2024", "2024-04-25", "2024-04-25"),
        ("kamis 24 Juni 2024", "2024-06-24", "2024-06-24"),
        ("Kamis s.d Jumat, 23 s.d 24 Mei 2024", "2024-05-23", "2024-05-24"),
        ("Jumat - Sabtu, 10 - 11 Mei 2024", "2024-05-10", "2024-05-11"),
        ("30 Maret s/d 2 April 2024", "2024-03-30", "2024-04-02"),
        ("30 Desember s.d 2 Januari 2024", "2023-12-30", "2024-01-02"),
        ("6 s.d 12 Desember 2018", "2018-12-06", "2018-12-12"),
        ("17 S.D. 19 JUNI 2019", "2019-06-17", "2019-06-19"),
        ("23s.d24 Mei 2024", "2024-05-23", "2024-05-24"),
        ("23 sampai dengan 24 Mei 2024", "2024-05-23", "2024-05-24"),
        ("23-24 Mei 2024", "2024-05-23", "2024-05-24"),
        ("23/24 Mei 2024", "2024-05-23", "2024-05-24"),
        ("23 – 24 Mei", "2024-05-23", "2024-05-24"),
        ("23 dan 24 Mei 2024", "2024-05-23", "2024-05-24"),
        ("1, 3 dan 5 Mei 2024", "2024-05-01", "2024-05-05"),
        ("Rabu, Kamis dan Jumat, 1, 2, 3 Mei 2024", "2024-05-01", "2024-05-03"),
        ("Kamis, 23 Mei 2024 s.d Jumat, 24 Mei 2024", "2024-05-23", "2024-05-24"),
        ("1 Mei 2024, 3 Mei 2024", "2024-05-01", "2024-05-03"),
        ("02/04/2024", "2024-04-02", "2024-04-02"),
        ("8-4-2024", "2024-04-08", "2024-04-08"),
        ("15/3/18", "2018-03-15", "2018-03-15"),
        ("02.04.2024", "2024-04-02", "2024-04-02"),
        ("02 / 04 /\n2024", "2024-04-02", "2024-04-02"),
        ("09/01/2024 s.d 10/01/2024", "2024-01-09", "2024-01-10"),
        ("09/01 s.d 10/01/2024", "2024-01-09", "2024-01-10"),
        ("9 - 10/01/2024", "2024-01-09", "2024-01-10"),
        ("2024-04-02", "2024-04-02", "2024-04-02"),
        ("2 Apr 2024", "2024-04-02", "2024-04-02"),
        ("2 Apr. 2024", "2024-04-02", "2024-04-02"),
        ("2-April-2024", "2024-04-02", "2024-04-02"),
        ("4-Apr-23", "2023-04-04", "2023-04-04"),
        ("26-Sep-25 s.d. 29- Sep-25", "2025-09-26", "2025-09-29"),
        ("5-Mei s.d. 10-Juni 2024", "2024-05-05", "2024-06-10"),
        ("25April2024", "2024-04-25", "2024-04-25"),
        ("5 Arpil 2024", "2024-04-05", "2024-04-05"),
        ("5 Nopember 2024", "2024-11-05", "2024-11-05"),
        ("5 Pebruari 2024", "2024-02-05", "2024-02-05"),
        ("29 Febuari 2024", "2024-02-29", "2024-02-29"),
        ("Jum'at, 5 Agustsu 2024", "2024-08-05", "2024-08-05"),
        ("11 Februari\n2024", "2024-02-11", "2024-02-11"),
        ("5 Febru-\nari 2024", "2024-02-05", "2024-02-05"),
        ("5 Sep tember 2024", "2024-09-05", "2024-09-05"),
        ("tanggal dua puluh empat bulan Juni tahun dua ribu dua puluh empat", "2024-06-24", "2024-06-24"),
        ("12 April", "2024-04-12", "2024-04-12"),
        ("Selasa/2 April 2024", "2024-04-02", "2024-04-02"),
        ("2 April 2024 (Selasa)", "2024-04-02", "2024-04-02"),
        ("Senin, 1 April 2024 Pukul 09.00 WIB", "2024-04-01", "2024-04-01"),
        ("2 April 24", "2024-04-02", "2024-04-02"),
        ("24 Mei '24", "2024-05-24", "2024-05-24"),
        ("3 (tiga) April 2024", "2024-04-03", "2024-04-03"),
        ("1 (satu) sampai 14 (empat belas) Mei 2024", "2024-05-01", "2024-05-14"),
    ],
)
def test_a_date_cell_is_read(text: str, start: str, end: str) -> None:
    reading = read_date(text, year=2024)
    assert reading is not None and reading.start and reading.end
    assert (reading.start.isoformat(), reading.end.isoformat()) == (start, end)
    assert reading.readable and reading.doubt is None
    assert reading.text == " ".join(text.split())


@pytest.mark.parametrize(
    "text",
    [
        "32/05/2024",
        "31 Februari 2024",
        "12/13/2024",
        "24 - 23 Mei 2024",
        "5 Xyz 2024",
        "2 IV 2024",
        "5 Juri 2024",
        "Apr 2024",
        "30 Februari s.d 2 Maret 2024",
        "0 Mei 2024",
        "17",
    ],
)
def test_a_date_that_cannot_be_is_not_readable(text: str) -> None:
    reading = read_date(text, year=2024)
    assert reading is not None
    assert (reading.start, reading.end, reading.readable) == (None, None, False)


@pytest.mark.parametrize("text", ["", "-", "Setiap hari", "Terlaksana"])
def test_a_cell_without_a_date_holds_none(text: str) -> None:
    assert read_date(text, year=2024) is None


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("mulai tanggal 24 Juni 2024", "2024-06-24"),
        ("sejak 24 Juni 2024", "2024-06-24"),
        ("dimulai pada hari Senin tanggal 24 Juni 2024", "2024-06-24"),
        ("24 Juni 2024 s.d selesai", "2024-06-24"),
    ],
)
def test_an_open_end(text: str, start: str) -> None:
    (reading,) = find_dates(f"yang dilaksanakan {text}.")
    assert (reading.start, reading.end, reading.open_end) == (date.fromisoformat(start), None, True)
    assert reading.text == text


def test_mulai_with_an_end_is_not_open() -> None:
    (reading,) = find_dates("mulai tanggal 24 Juni s.d 24 Juli 2024")
    assert (reading.start, reading.end, reading.open_end) == (date(2024, 6, 24), date(2024, 7, 24), False)


@pytest.mark.parametrize(
    ("text", "start", "word"),
    [
        ("l2 Mei 2024", "2024-05-12", "l2"),
        ("2 Mei 2O24", "2024-05-02", "2O24"),
        ("O2/O4/2024", "2024-04-02", "O2/O4/2024"),
        ("2 Apri1 2024", "2024-04-02", "Apri1"),
        ("2 April 202", "2024-04-02", "202"),
        ("2 April 2024 - 31", "2024-04-02", "sebagian"),
    ],
)
def test_what_had_to_be_assumed_is_a_doubt(text: str, start: str, word: str) -> None:
    reading = read_date(text, year=2024)
    assert reading is not None and reading.start == date.fromisoformat(start)
    assert reading.doubt is not None and word in reading.doubt


def test_weekdays_are_read_though_misspelt() -> None:
    for text, weekday in [("Saptu, 5 Mei 2024", 5), ("Jum at, 5 Mei 2024", 4), ("Kamiss, 5 Mei 2024", 3)]:
        reading = read_date(text)
        assert reading is not None and reading.weekdays == (weekday,)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("pada hari Kamis s.d Jumat, 23 s.d 24 Mei 2024.", ["Kamis s.d Jumat, 23 s.d 24 Mei 2024"]),
        ("Pada hari Senin, 10 Juni 2024 bertempat di Kantor", ["Senin, 10 Juni 2024"]),
        ("pada hari Kamis (23/5/2024) di", ["Kamis (23/5/2024)"]),
        ("di Aula SMAN 1, 25 April 2024 dan", ["25 April 2024"]),
        ("Sanggau,\n2 Juli\n2024", ["2 Juli 2024"]),
        ("tanggal 3 Maret 2021 dan 5 Maret 2021", ["3 Maret 2021 dan 5 Maret 2021"]),
        ("2 Mei 2024. Rabu besok 8 Mei 2024", ["2 Mei 2024", "8 Mei 2024"]),
        ("Undang-Undang Nomor 7 Tahun 2017", []),
        ("nomor 244/HM.02-SD/06/KPU/III/2021", []),
        ("Keputusan Nomor 5/HK.03.1-Kpt/6103/KPU-Kab/III/2021", []),
        ("2.1.10 Evaluasi", []),
        ("NIP. 198610152010122004", []),
        ("selama dua bulan April dan Mei 2024", []),
        ("Universitas Sebelas Maret", []),
        ("pukul 09.00 s.d 12.00 WIB", []),
        ("98 postingan dan 15 video", []),
        ("Rp. 12.500.000", []),
    ],
)
def test_prose_is_read_strictly(text: str, found: list[str]) -> None:
    assert [reading.text for reading in find_dates(text, year=2024)] == found


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("5 Okt 24, Jam layanan", date(2024, 10, 5)),
        ("Jam layanan (5 Okt 24)", date(2024, 10, 5)),
        ("2 Mei 24 TPS", date(2024, 5, 2)),
        ("Kanal aduan – 10/IV/2024 – Radio", date(2024, 4, 10)),
        ("Surat Nomor 10/IV/2024 tentang coklit", None),
    ],
)
def test_years_of_two_digits_before_a_sign_and_months_in_roman_figures(text: str, day: date | None) -> None:
    found = find_dates(text, year=2024)
    assert [reading.start for reading in found] == ([day] if day else [])
    assert all("24" not in reading.text for reading in found if "TPS" in text)


def test_a_span_is_the_place_in_the_text() -> None:
    text = "dilaksanakan pada hari Jumat, 7 juni 2024 di Sanggau"
    (reading,) = find_dates(text)
    assert text[slice(*reading.span)] == "Jumat, 7 juni 2024"


def test_an_unknown_month_in_prose_is_unreadable_where_surely_a_date_is_meant() -> None:
    (reading,) = find_dates("pada hari Kamis, 5 Xumi 2024")
    assert not reading.readable
    assert find_dates("sebanyak 5 orang 2024") == []


@given(
    DAYS, st.sampled_from(["{d} {m} {y}", "{w}, {d} {m} {y}", "{d:02}/{n:02}/{y}", "{d}-{n}-{y}", "{d:02}.{n:02}.{y}"])
)
def test_every_day_is_read_back(day: date, form: str) -> None:
    text = form.format(d=day.day, m=MONTHS[day.month - 1], n=day.month, y=day.year, w=WEEKDAYS[day.weekday()])
    reading = read_date(text)
    assert reading is not None and (reading.start, reading.end) == (day, day)
    assert all(weekday == day.weekday() for weekday in reading.weekdays)
    assert [found.start for found in find_dates(f"pada {text} di Sanggau")] == [day]


@given(DAYS, st.integers(1, 60), st.sampled_from([" s.d ", "-", " – ", " s/d ", " sampai "]))
def test_every_range_is_read_back(day: date, length: int, between: str) -> None:
    last = day + timedelta(days=length)
    if (day.year, day.month) == (last.year, last.month):
        first_text = str(day.day)
    elif day.year == last.year or (day.month, last.month) == (12, 1):
        first_text = f"{day.day} {MONTHS[day.month - 1]}"
    else:
        first_text = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    reading = read_date(f"{first_text}{between}{last.day} {MONTHS[last.month - 1]} {last.year}")
    assert reading is not None and (reading.start, reading.end) == (day, last)


@given(st.text(st.sampled_from("0123456789 /.-,()OolI|'abdijm SenintglAprilMeis.dn"), max_size=60))
def test_any_text_is_survived(text: str) -> None:
    reading = read_date(text, year=2024)
    assert reading is None or reading.readable == (reading.start is not None)
    for found in find_dates(text, year=2024):
        assert " ".join(text[slice(*found.span)].split()) == found.text
    find_periods(text)


@given(st.text(max_size=80))
def test_any_unicode_is_survived(text: str) -> None:
    read_date(text)
    find_dates(text)
    find_periods(text)


@pytest.mark.parametrize(
    ("text", "months", "quarter", "year"),
    [
        ("selama bulan Januari s.d bulan Maret 2024", (1, 3), None, 2024),
        ("April – Juni", (4, 6), None, None),
        ("mulai bulan Januari s/d Maret 2024", (1, 3), None, 2024),
        ("PERIODE JANUARI - MARET 2024", (1, 3), None, 2024),
        ("periode Oktober s.d Desember 2023", (10, 12), None, 2023),
        ("Bulan April, Mei dan Juni Tahun 2024", (4, 6), None, 2024),
        ("bulan Mei", (5, 5), None, None),
        ("1 April s.d 30 Juni 2024", (4, 6), None, 2024),
        ("Triwulan II Tahun 2024", (None, None), 2, 2024),
        ("TRIWULAN 2", (None, None), 2, None),
        ("TW 2", (None, None), 2, None),
        ("TW. III/2024", (None, None), 3, 2024),
        ("Triwulan Kedua", (None, None), 2, None),
        ("Triwulan ke-II", (None, None), 2, None),
        ("TRIWULAN ll TAHUN 2024", (None, None), 2, 2024),
        ("TRIWULAN II I TAHUN 2024", (None, None), 3, 2024),
        ("kuartal kedua 2024", (None, None), 2, 2024),
        ("tahun 2024 triwulan III", (None, None), 3, 2024),
    ],
)
def test_a_period_is_found(
    text: str, months: tuple[int | None, int | None], quarter: int | None, year: int | None
) -> None:
    (mention,) = find_periods(text, where="scope", page=2)
    assert ((mention.first_month, mention.last_month), mention.quarter, mention.year) == (months, quarter, year)
    assert (mention.where, mention.page) == ("scope", 2)


def test_quarter_and_months_are_two_mentions() -> None:
    quarter, months = find_periods("Triwulan II (April s.d Juni)")
    assert (quarter.quarter, months.first_month, months.last_month) == (2, 4, 6)


@pytest.mark.parametrize(
    "text", ["LAPORAN TRIWULAN PELAKSANAAN", "pada 12 April 2024", "Triwulan 7", "Ibu Mei Lestari"]
)
def test_no_period_is_found_where_none_is(text: str) -> None:
    assert find_periods(text) == []


def test_a_weekday_that_begins_a_range_belongs_to_the_date_after_it() -> None:
    first, second = find_dates("Jumat, 15 September 2023\nMinggu s.d. Selasa, 24 s.d. 26 September 2023")
    assert (first.weekdays, second.weekdays) == ((4,), (6, 1))


def test_a_day_is_told_with_or_without_its_year() -> None:
    told = ["2 April 2024", "29 Februari", "2/4/2024", "32 April", "1/2", "12", "Foto Berita"]
    assert [tells_day(text) for text in told] == [True, True, True, False, False, False, False]


def test_a_date_that_a_narrow_cell_breaks_at_its_hyphen_is_whole() -> None:
    reading = read_date("2024-07-28 s/d 2024- 07-29")
    assert reading and (reading.start, reading.end) == (date(2024, 7, 28), date(2024, 7, 29))


def test_a_day_in_a_name_and_the_date_in_a_bracket_behind_it_are_two() -> None:
    found = find_dates("Selamat Hari Ibu 22 Desember (Jumat, 6 Desember 2024; Radio)", year=2024)
    assert [str(reading.start) for reading in found] == ["2024-12-22", "2024-12-06"]


@pytest.mark.parametrize("text", ["18.10.2024-20.10.2024", "18/10/2024- 20/10/2024", "18-10-2024 - 20-10-2024"])
def test_a_dash_without_blanks_parts_two_dates_in_figures(text: str) -> None:
    reading = read_date(text)
    assert reading and (str(reading.start), str(reading.end)) == ("2024-10-18", "2024-10-20")


@pytest.mark.parametrize("text", ["8-9/4", "8 s.d. 9/4", "8 & 9/4", "8/4 - 9/4", "8 - 9/4/2024"])
def test_days_before_one_with_its_month_in_figures_are_of_that_month(text: str) -> None:
    reading = read_date(text, year=2024)
    assert reading and (str(reading.start), str(reading.end)) == ("2024-04-08", "2024-04-09")


def test_a_range_whose_last_day_stands_elsewhere_is_read_in_part() -> None:
    for text in ("18 sampai dengan Januari 2025", "18 s.d. Januari 2025"):
        assert is_partly_read(read_date(text))
    for text in ("18 sampai dengan 20 Januari 2025", "18 - Januari - 2025", "18 Januari s.d. 2 Februari 2025"):
        assert not is_partly_read(read_date(text))
