"""Forms and cards: items told one field below another."""

from dataclasses import replace

from extractors.meaning.field_labels import is_form, labels_of
from extractors.meaning.labelled import with_fields_apart
from extractors.normalise.activities import events_of_lines
from extractors.normalise.dissemination_list import rows_of_form, rows_of_lines
from extractors.normalise.under_days import records_under_days, stand_beside_days
from extractors.structure.flow import Line
from extractors.vocabulary import load
from tests.support.making import line, lines, table

VOCABULARY = load()


def beside(name: str, value: str, top: float) -> Line:
    """A field whose value stands in a column of its own."""
    words = (*line(name, top=top).words, *line(value, top=top, x0=220.0).words)
    return Line(words, 1)


def test_a_name_and_its_value_in_a_column_beside_make_a_field_without_a_colon() -> None:
    texts = (("No", "7"), ("Tanggal", "5 Juni 2024"), ("Kegiatan", "Audiensi dengan Kapolres"), ("Tempat", "-"))
    (event,) = events_of_lines(
        [beside(name, value, 100.0 + 14 * n) for n, (name, value) in enumerate(texts)], "pemerintah", 2024, VOCABULARY
    )
    assert (event.number, event.date_text, event.text, event.venue) == (
        "7",
        "5 Juni 2024",
        "Audiensi dengan Kapolres",
        None,
    )


def test_a_numbered_title_over_the_fields_of_a_card_tells_what_it_is_about() -> None:
    cards = ("1 Tahapan pencalonan", "Tanggal: 2 April 2024", "Media: IG", "2 Jadwal coklit", "Tanggal: 3 April 2024")
    found = rows_of_form(lines(*cards, "Media: Laman,", "Radio"), VOCABULARY, 2024)
    assert [(part.number, part.information, part.date_text, part.media_text) for part in found] == [
        ("1", "Tahapan pencalonan", "2 April 2024", "IG"),
        ("2", "Jadwal coklit", "3 April 2024", "Laman, Radio"),
    ]


def test_a_title_over_the_first_field_is_one_though_it_does_not_look_bold() -> None:
    cards = ("*1. Tahapan*", "Tanggal: 2 April 2024", "Media: IG", "2. Jadwal coklit", "Tanggal: 3 April 2024")
    found = rows_of_form(lines(*cards, "Media: X"), VOCABULARY, 2024)
    assert [(part.number, part.information) for part in found] == [("1", "Tahapan"), ("2", "Jadwal coklit")]


def test_fields_named_again_and_again_are_no_table_of_rows() -> None:
    form = [["Tanggal", "2 April 2024"], ["Materi", "Tahapan"], ["Tanggal", "3 April 2024"], ["Materi", "Jadwal"]]
    assert is_form(table(list(map(list, form))), VOCABULARY)
    assert is_form(table([["1 Tahapan", "IG"], ["Tanggal: 2 April 2024", ""], ["Media: IG", ""]]), VOCABULARY)
    assert not is_form(table([["Tanggal", "Materi"], ["2 April 2024", "Tahapan"]]), VOCABULARY)


def test_weeks_and_totals_between_the_rows_of_a_recap_make_no_form() -> None:
    weeks = [["Minggu I", "", ""], ["Foto", "7", "6"], ["Jumlah", "7", "6"]] * 2
    assert not is_form(table([["Konten", "IG", "FB"], *map(list, weeks)]), VOCABULARY)


def test_a_day_over_items_is_that_of_the_items_below_it() -> None:
    told = ("19/01/2024", "1. Sayembara maskot", "Media: IG", "Radio", "2. Tolak politik uang", "Media: X")
    found = rows_of_lines(lines(*told, "20/01/2024", "3. Jadwal coklit", "Media: Laman"), VOCABULARY, 2024)
    assert [(part.number, part.date_text, part.information, part.media_text) for part in found] == [
        ("1", "19/01/2024", "Sayembara maskot", "IG Radio"),
        ("2", "19/01/2024", "Tolak politik uang", "X"),
        ("3", "20/01/2024", "Jadwal coklit", "Laman"),
    ]


def test_a_day_and_a_place_over_each_item_are_its_own() -> None:
    told = ("3 Mei 2024 | Aula KPU", "1. Rapat koordinasi logistik", "5 Mei 2024 | -", "2. Audiensi dengan bupati")
    found = events_of_lines(lines(*told), "pemerintah", 2024, VOCABULARY)
    assert [(event.text, event.date_text, event.venue) for event in found] == [
        ("Rapat koordinasi logistik", "3 Mei 2024", "Aula KPU"),
        ("Audiensi dengan bupati", "5 Mei 2024", None),
    ]


def test_the_last_lines_of_sentences_that_tell_their_day_are_no_days_over_the_next_items() -> None:
    told = ("10 Juli 2024.", "2. Bimbingan teknis kehumasan bersama Dinas Kominfo pada hari")
    told += (
        "Senin, 22 Juli 2024 di Gedung Serbaguna.",
        "3. Rapat koordinasi bersama Polres pada tanggal 29 Juli 2024.",
    )
    told += ("4. Apel siaga bersama Satpol PP pada tanggal 13 Agustus 2024.",)
    found = events_of_lines(lines(*told), "pemerintah", 2024, VOCABULARY)
    dated = [(event.number, event.date_text) for event in found if event.number]
    assert dated == [("2", "Senin, 22 Juli 2024"), ("3", "29 Juli 2024"), ("4", "13 Agustus 2024")]


def test_fields_named_inside_cells_are_columns() -> None:
    rows = [["No", "Tanggal", "Informasi"]]
    rows += [[f"{n}", f"{n} Mei 2024", f"Tahapan {n}\nMedia: IG,\nRadio"] for n in (1, 2, 3)]
    parted = with_fields_apart(table(rows), VOCABULARY)
    assert parted.rows()[0] == ["No", "Tanggal", "Informasi", "Media"]
    assert parted.rows()[3] == ["3", "3 Mei 2024", "Tahapan 3", "IG, Radio"]


def test_numbers_before_all_texts_of_a_column_are_a_column() -> None:
    rows = [[f"{n} Mei 2024", f"{n}. Rapat koordinasi", "Aula KPU"] for n in (1, 2, 3)]
    assert [row[1::2] for row in with_fields_apart(table(rows), VOCABULARY).rows()] == [
        ["Rapat koordinasi", f"{n}."] for n in (1, 2, 3)
    ]
    years = [[f"{n} Mei 2024", f"{n * 5} TPS rawan", "Aula KPU"] for n in (1, 2, 3)]
    assert with_fields_apart(table(years), VOCABULARY).width == 3


def test_names_beside_values_that_begin_with_a_colon_are_a_form() -> None:
    beside = table([["Hari/Tanggal", ": Rabu, 8 Mei 2024"], ["Tempat", ": Aula"]], method="stream")
    assert is_form(beside, VOCABULARY)
    numbered = [["1)", "Kegiatan\nTanggal\nTempat", ": Rapat\n: Rabu, 8 Mei 2024\n: Aula"]]
    assert is_form(table([*map(list, numbered)], method="stream"), VOCABULARY)
    card = [["Nama Kegiatan", "Rapat"], ["Hari/Tanggal", "Rabu, 8 Mei 2024"], ["Tempat", "Aula"]]
    assert is_form(table([*map(list, card)]), VOCABULARY)
    assert not is_form(table([["Tanggal", "8 Mei 2024"], ["Tempat", "Aula"]], method="stream"), VOCABULARY)


def test_media_beside_dates_in_one_column_are_a_column_of_their_own() -> None:
    rows: list[list[str | None]] = [
        ["No", "Tanggal dan Media", "Informasi"],
        ["1", "2 s.d. 3\nApril 2024\nInstagram,\nFacebook", "Tahapan"],
        ["2", "4 April 2024, Website", "Hari jadi"],
        ["3", "menyusul", "Pantarlih"],
    ]
    assert [row[1::2] for row in with_fields_apart(table(rows), VOCABULARY).rows()] == [
        ["Tanggal", "Media"],
        ["2 s.d. 3 April 2024", "Instagram, Facebook"],
        ["4 April 2024", "Website"],
        ["menyusul", ""],
    ]


def test_a_name_in_the_middle_of_its_value_of_two_lines_is_before_it() -> None:
    told = lines("Tanggal : 3 Mei 2024")
    told += [line(": Nota kesepahaman", top=100.0, x0=180.0), line("Informasi", top=106.0)]
    told += [line("dengan Polres", top=113.0, x0=186.0), line("Media : IG", top=128.0)]
    (part,) = rows_of_form(told, VOCABULARY, 2024)
    assert part.information == "Nota kesepahaman dengan Polres"


def test_a_day_in_the_title_of_an_item_is_its_date() -> None:
    told = (
        "1. Senin, 1 April 2024",
        "Informasi : Tahapan",
        "Media : IG",
        "2. Selasa, 2 April 2024",
        "Informasi : Debat",
    )
    found = rows_of_form(lines(*told, "Media : Radio"), VOCABULARY, 2024)
    assert [(part.number, part.date_text, part.information, part.media_text) for part in found] == [
        ("1", "Senin, 1 April 2024", "Tahapan", "IG"),
        ("2", "Selasa, 2 April 2024", "Debat", "Radio"),
    ]


def test_a_day_before_a_colon_and_blanks_of_a_justified_line_make_no_field() -> None:
    texts = [f"{n}. Tanggal {n} April 2024: Rapat umum ke-{n}" for n in range(1, 5)]
    plain = lines(*texts)
    wide = [
        Line((told.words[0], *(replace(w, x0=w.x0 + 4 * n, x1=w.x1 + 4 * n) for n, w in enumerate(told.words[1:]))), 1)
        for told in plain
    ]
    assert labels_of(plain, VOCABULARY) == labels_of(wide, VOCABULARY) == [None] * 4


def test_a_day_and_media_or_a_place_over_each_item_without_a_mark_are_its_own() -> None:
    told = ("2 April 2024 · IG, Facebook", "Tahapan pencalonan", "3 April 2024 · Laman", "Jadwal coklit")
    found = rows_of_lines(lines(*told), VOCABULARY, 2024)
    assert [(part.date_text, part.information, part.media_text) for part in found] == [
        ("2 April 2024", "Tahapan pencalonan", "IG, Facebook"),
        ("3 April 2024", "Jadwal coklit", "Laman"),
    ]
    meetings = ("2 April 2024 · Aula KPU", "Rapat logistik", "3 April 2024 · Hotel Ibis", "Audiensi dengan bupati")
    events = events_of_lines(lines(*meetings), "pemerintah", 2024, VOCABULARY)
    assert [(event.text, event.venue) for event in events] == [
        ("Rapat logistik", "Aula KPU"),
        ("Audiensi dengan bupati", "Hotel Ibis"),
    ]


def test_days_in_a_column_left_of_items_are_theirs() -> None:
    held = [(f"{n} Mei 2024", f"Rapat koordinasi tahapan pemilihan bersama Bawaslu bagian {n}") for n in (2, 3, 4)]
    found: list[Line] = []
    for n, (day, text) in enumerate(held):
        words = (*line(day, top=100.0 + 40 * n).words, *line(text, top=100.0 + 40 * n, x0=200.0).words)
        found += [Line(words, 1), line("Aula KPU", top=112.0 + 40 * n, x0=200.0)]
    events = events_of_lines(found, "pemerintah", 2024, VOCABULARY)
    assert [(event.date_text, event.text, event.venue) for event in events] == [(*one, "Aula KPU") for one in held]


def test_media_in_chips_below_items_beside_their_days_are_theirs_and_a_narrow_day_is_whole() -> None:
    told = [(f"{n} Mei 2024", "", f"Kirab bagian {n}", "IG Radio") for n in (1, 2, 3)]
    told += [("3 s.d. 4 Mei", "2024", "Jadwal coklit", "Laman"), ("5 Mei 2024Debat", "", "publik", "Radio")]
    found: list[Line] = []
    for n, (day, rest, text, media) in enumerate(told):
        top, x0 = 80.0 + 40 * n, 168.0 if rest or n < 4 else 196.0
        found += [Line((*line(day, top=top).words, *line(text, top=top, x0=x0).words), 1)]
        found += [Line((*line(rest, top=top + 13).words, *line(media, top=top + 13, x0=174.0).words), 1)]
    rows = rows_of_lines(found, VOCABULARY, 2024)
    assert [(row.date_text, row.information, row.media_text) for row in rows[2:]] == [
        ("3 Mei 2024", "Kirab bagian 3", "IG Radio"),
        ("3 s.d. 4 Mei 2024", "Jadwal coklit", "Laman"),
        ("5 Mei 2024", "Debat publik", "Radio"),
    ]
    assert stand_beside_days(found, VOCABULARY, 2024)


def test_bold_titles_right_below_the_fields_of_the_card_before_are_titles() -> None:
    cards = (
        "*Rapat logistik",
        "Tanggal : 2 April 2024",
        "Tempat : Aula KPU",
        "Polres",
        "*Dialog",
        "Tanggal : 3 Mei 2024",
    )
    events = events_of_lines(lines(*cards, "Tempat : Kafe", step=12), "pemerintah", 2024, VOCABULARY)
    assert [(event.text, event.venue) for event in events] == [
        ("Rapat logistik", "Aula KPU Polres"),
        ("Dialog", "Kafe"),
    ]


def test_the_title_over_all_columns_of_a_card_is_no_name_of_a_field() -> None:
    rows: list[list[str | None]] = [["1. Rapat logistik", None], ["Waktu", "3 Mei 2024"]]
    assert is_form(table([*rows, ["Tempat", "Aula KPU"], ["Peserta", "Polres"]]), VOCABULARY)


def test_media_beside_days_over_items_may_be_a_mere_x() -> None:
    told = lines("2 April 2024 X", "Tahapan pencalonan", "3 April 2024 IG, Radio", "Jadwal coklit", step=13)
    assert [(row.information, row.media_text) for row in rows_of_lines(told, VOCABULARY, 2024)] == [
        ("Tahapan pencalonan", "X"),
        ("Jadwal coklit", "IG, Radio"),
    ]
    assert stand_beside_days(told, VOCABULARY, 2024)


def test_items_that_begin_behind_their_day_have_the_media_below_them() -> None:
    told = ("2 Mei 2024: Tahapan pencalonan", "Media: IG, Radio", "13 Mei 2024: Jadwal coklit", "Media: Laman")
    rows = rows_of_lines(lines(*told), VOCABULARY, 2024)
    assert [(row.information, row.media_text) for row in rows] == [
        ("Tahapan pencalonan", "IG, Radio"),
        ("Jadwal coklit", "Laman"),
    ]
    wrapped = (
        "2 Mei 2024, informasi tentang debat publik lewat",
        "IG, X",
        "3 Mei 2024, jadwal coklit lewat",
        "Laman, X",
    )
    assert records_under_days(lines(*wrapped), VOCABULARY, 2024) == []


def test_days_alone_between_titles_and_fields_are_those_of_cards_also_behind_a_page_break() -> None:
    cards = ("Tahapan pencalonan", "2 April 2024", "Media: IG,", "Radio", "Jadwal coklit", "3 April 2024", "Media: X")
    told = [line(text, top=100.0 + 14 * n, page=1 if n < 4 else 2) for n, text in enumerate(cards)]
    found = rows_of_form(told, VOCABULARY, 2024)
    assert [(part.information, part.date_text, part.media_text) for part in found] == [
        ("Tahapan pencalonan", "2 April 2024", "IG, Radio"),
        ("Jadwal coklit", "3 April 2024", "X"),
    ]


def test_fields_below_an_item_that_tells_its_day_are_no_part_of_its_text() -> None:
    told = ("1. Rapat koordinasi tahapan (4 April 2024, Aula KPU)", "Peserta: Polres")
    (event,) = events_of_lines([line(told[0]), line(told[1], top=114, x0=90)], "pemerintah", 2024, VOCABULARY)
    assert (event.text, event.venue) == (told[0][3:], "Aula KPU")


def test_texts_with_fields_beside_days_are_a_form() -> None:
    rows: list[list[str | None]] = [[f"{n} Mei 2024", f"Rapat {n}\nLokasi: Aula"] for n in (2, 3, 4)]
    assert is_form(table(rows), VOCABULARY)
    assert not is_form(table([["Tanggal", "Kegiatan"], *rows]), VOCABULARY)


def test_names_of_fields_alone_beside_their_values_are_a_form() -> None:
    rows: list[list[str | None]] = [["Kegiatan", "Rapat"], ["Hari, Tanggal", "3 Mei 2024"], ["Tempat", "Aula KPU"]]
    assert is_form(table(rows), VOCABULARY)
    assert not is_form(table(rows[:2]), VOCABULARY)


def test_titles_over_fields_need_no_number() -> None:
    cards = ("a. Rapat logistik", "Tanggal : 2 April 2024", "Tempat : Aula KPU", "Peserta : Polres")
    (event,) = events_of_lines(lines(*cards), "pemerintah", 2024, VOCABULARY)
    assert (event.number, event.text, event.venue) == ("a", "Rapat logistik", "Aula KPU")
    bare = [
        line(text, top=100.0 + 14 * n + 40 * (n > 2))
        for n, text in enumerate(["Rapat logistik", *cards[1:3], "Audiensi", *cards[1:3]])
    ]
    events = events_of_lines(bare, "pemerintah", 2024, VOCABULARY)
    assert [event.text for event in events] == ["Rapat logistik", "Audiensi"]


def test_a_text_led_by_its_name_inside_a_cell_is_bare_and_names_its_column() -> None:
    rows: list[list[str | None]] = [["No", "Pelaksanaan Kegiatan"]]
    rows += [[f"{n}", f"Kegiatan: Rapat {n}\nTanggal: {n} Mei 2024\nPeserta: Polres"] for n in (1, 2, 3)]
    parted = with_fields_apart(table(rows), VOCABULARY)
    assert parted.rows()[0] == ["No", "Kegiatan", "Peserta", "Tanggal"]
    assert parted.rows()[3] == ["3", "Rapat 3", "Polres", "3 Mei 2024"]


def test_a_numbered_month_over_items_is_no_day() -> None:
    told = ("1. Juli 2024", "a. Jalan sehat (3 Juli 2024)", "2. Agustus 2024", "a. Dialog (4 Agustus 2024)")
    assert records_under_days(lines(*told), VOCABULARY, 2024) == []


def test_a_field_that_nobody_knows_ends_the_one_before() -> None:
    told = ("Kegiatan: Rapat logistik", "Tanggal: 2 April 2024", "Tempat: Aula KPU", "Penyedia: CV Maju")
    (event,) = events_of_lines(lines(*told), "pemerintah", 2024, VOCABULARY)
    assert event.venue == "Aula KPU"


def test_a_column_of_nothing_but_fields_is_parted_into_them() -> None:
    rows: list[list[str | None]] = [["No", "Kegiatan", "Uraian"]]
    rows += [[f"{n}", f"Rapat {n}", f"Waktu: {n} Mei 2024\nTempat: Aula\nHasil: Sepakat"] for n in (1, 2, 3)]
    parted = with_fields_apart(table(rows), VOCABULARY)
    assert parted.rows()[0] == ["No", "Kegiatan", "Waktu", "Hasil", "Tempat"]
    assert parted.rows()[3] == ["3", "Rapat 3", "3 Mei 2024", "Sepakat", "Aula"]


def test_fields_of_the_first_item_in_the_column_of_numbers_show_a_list_of_forms() -> None:
    item = "{} sosialisasi\nTanggal : {} Mei 2024\nMedia : IG"
    rows: list[list[str | None]] = [["Tanggal : 1 Mei 2024", ""], ["Media", ": RRI"]]
    rows += [[f"{n}.", item.format("Rapat", n)] for n in (2, 3)]
    assert is_form(table(rows, method="stream"), VOCABULARY)
    assert not is_form(table(rows[2:], method="stream"), VOCABULARY)
    beside_no_number: list[list[str | None]] = [["", "Tanggal : 1 Juni 2024"], ["", "Media : IG"], *rows[2:]]
    assert is_form(table(beside_no_number, method="stream"), VOCABULARY)


def test_fields_alone_over_numbered_items_are_those_of_the_item_above() -> None:
    item = "{} sosialisasi\nTanggal : {} Mei 2024\nMedia : IG"
    numbered: list[list[str | None]] = [[f"{n}.", item.format("Rapat", n)] for n in (2, 3)]
    assert is_form(table([["", "Tanggal : 1 Mei 2024\nMedia : RRI"], *numbered], method="stream"), VOCABULARY)


def test_numbers_of_titles_may_end_at_one_place_and_begin_at_two() -> None:
    cards = [
        line(text, top=80.0 + 14 * n) for n, text in enumerate(("9. Tahapan", "Tanggal: 2 April 2024", "Media: IG"))
    ]
    last = [
        line(text, top=122.0 + 14 * n) for n, text in enumerate(("10. Jadwal", "Tanggal: 3 April 2024", "Media: X"))
    ]
    last[0] = line("10. Jadwal", top=122.0, x0=cards[0].x0 - 5.5)
    found = rows_of_form([*cards, *last], VOCABULARY, 2024)
    assert [(part.number, part.information) for part in found] == [("9", "Tahapan"), ("10", "Jadwal")]


def test_names_of_fields_right_before_days_and_places_need_no_sign() -> None:
    cards = [
        text for n in (1, 2, 3) for text in (f"{n} Rapat bersama Polres", f"Tanggal {n} Mei 2024", "Tempat Aula KPU")
    ]
    found = events_of_lines(lines(*cards), "pemerintah", 2024, VOCABULARY)
    assert [(event.number, event.text, event.date_text, event.venue) for event in found] == [
        (str(n), "Rapat bersama Polres", f"{n} Mei 2024", "Aula KPU") for n in (1, 2, 3)
    ]
    assert not any(labels_of(lines("Tanggal 1 Mei 2024 rapat pleno", "Tempat duduk", "Tanggal 2 Mei 2024"), VOCABULARY))
