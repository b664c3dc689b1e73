"""Tables that hold the titles of the report's parts."""

from extractors.meaning.titled import is_prose, parted_at_titles
from extractors.vocabulary import load
from tests.support.making import table

VOCABULARY = load()


def test_the_title_of_a_part_over_the_names_of_columns_parts_two_tables() -> None:
    whole = table(
        [
            ["No", "Tanggal", "Kegiatan"],
            ["1", "2 April 2024", "Rapat"],
            ["Rekapitulasi Media Sosial", None, None],
            ["No", "Jenis Konten", "Instagram"],
            ["1", "Foto Berita", "12"],
        ]
    )
    upper, lower = parted_at_titles(whole, VOCABULARY)
    assert upper.rows() == [["No", "Tanggal", "Kegiatan"], ["1", "2 April 2024", "Rapat"]]
    assert lower.rows() == [["No", "Jenis Konten", "Instagram"], ["1", "Foto Berita", "12"]]


def test_a_title_over_a_row_of_data_and_the_name_of_a_sector_part_nothing() -> None:
    whole = table(
        [
            ["A. Pemerintah", None, None],
            ["No", "Tanggal", "Kegiatan"],
            ["Rekapitulasi Media Sosial", None, None],
            ["1", "2 April 2024", "Rapat"],
        ]
    )
    assert parted_at_titles(whole, VOCABULARY) == [whole]


def test_the_title_of_a_part_of_prose_ends_the_rows_above_it() -> None:
    meetings: list[list[str | None]] = [["No", "Tanggal", "Kegiatan"], ["1", "2 April 2024", "Rapat"]]
    prose: list[list[str | None]] = [["EVALUASI", None, None], ["Publikasi berjalan baik.", None, None]]
    upper, lower = parted_at_titles(table([*meetings, *prose]), VOCABULARY)
    assert upper.height == 2 and not is_prose(upper, VOCABULARY)
    assert lower.rows()[0][0] == "EVALUASI" and is_prose(lower, VOCABULARY)
    cell: list[list[str | None]] = [["2", "Evaluasi", ""], ["3", "4 April 2024", "Rapat"]]
    assert parted_at_titles(table([*meetings, *cell]), VOCABULARY) == [table([*meetings, *cell])]
