from extractors.flow import Line
from extractors.parts import _caption, _runs_on
from tests.making import line, table


def test_a_line_in_columns_on_the_next_page_shows_that_the_last_row_runs_on() -> None:
    whole = table([["No", "Kegiatan", "Mitra"], ["1", "Rapat", "Karang"]], method="stream")
    first, second = line("Boyan", x0=110, page=2, size=8), line("Tanjung", x0=210, page=2, size=8)
    cut = Line((*first.words, *second.words), 2)
    assert _runs_on(whole, [cut])
    assert not _runs_on(whole, [line("Boyan Tanjung adalah nama", x0=72, page=2)])
    assert not _runs_on(table([["1", "Rapat", "Karang"]]), [cut])


def test_the_only_text_in_a_tables_last_row_is_the_caption_of_the_next() -> None:
    before = table([["No", "Konten", "IG"], ["1", "Berita", "7"], ["", "b. FACEBOOK", None]])
    assert _caption([before]) == ["b. FACEBOOK"]
    assert _caption([table([["No", "Konten", "IG"], ["1", "Berita", "7"]])]) == []
