"""Forms and cards: items told one field below another."""

from extractors.normalise.activities import events_of_lines
from extractors.normalise.dissemination_list import rows_of_form
from extractors.normalise.field_labels import is_form
from extractors.structure.flow import Line
from extractors.vocabulary import load
from tests.making import line, lines, table

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


def test_fields_named_again_and_again_are_no_table_of_rows() -> None:
    form = [["Tanggal", "2 April 2024"], ["Materi", "Tahapan"], ["Tanggal", "3 April 2024"], ["Materi", "Jadwal"]]
    assert is_form(table(list(map(list, form))), VOCABULARY)
    assert is_form(table([["1 Tahapan", "IG"], ["Tanggal: 2 April 2024", ""], ["Media: IG", ""]]), VOCABULARY)
    assert not is_form(table([["Tanggal", "Materi"], ["2 April 2024", "Tahapan"]]), VOCABULARY)


def test_weeks_and_totals_between_the_rows_of_a_recap_make_no_form() -> None:
    weeks = [["Minggu I", "", ""], ["Foto", "7", "6"], ["Jumlah", "7", "6"]] * 2
    assert not is_form(table([["Konten", "IG", "FB"], *map(list, weeks)]), VOCABULARY)
