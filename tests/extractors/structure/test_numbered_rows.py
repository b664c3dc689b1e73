"""Lists set as tables."""

from dataclasses import replace

from extractors.geometry import Cell, Word
from extractors.grids import find_tables
from extractors.stitching.numbered_on import numbered_on
from extractors.structure.bare_numbers import with_signs
from extractors.structure.centred_numbers import with_numbers_raised
from extractors.structure.numbered_rows import with_markers
from tests.support.drawing import page_of, put, put_right, ruled_table
from tests.support.making import table

PARTS = [
    (5, 12, "Evaluasi"),
    (105, 12, "Baik"),
    (5, 32, "Tindak"),
    (105, 32, "1"),
    (205, 32, "Melatih"),
    (105, 52, "2"),
    (205, 52, "Membuka"),
]


def read(rows: list[list[str]]) -> list[str]:
    words, rules, _ = ruled_table(rows, [50, 80, 540], 60)
    page = page_of(words, rules)
    (marked,) = with_markers([page], find_tables(page))
    return [word.text for word in marked.words]


def test_the_numbers_of_a_table_of_texts_are_those_of_a_list() -> None:
    assert read([["No", "Uraian"], ["1", "UU"], ["2", "SE 14"]]) == ["No", "Uraian", "1.", "UU", "2.", "SE", "14"]
    assert read([["1.", "UU"], ["2)", "SE"]]) == ["1.", "UU", "2.", "SE"]


def test_rows_of_numbers_and_texts_beside_the_name_of_a_part_are_a_list() -> None:
    words = [w for x, y, text in PARTS for w in put(text, x, y)]
    found = table([["Evaluasi", "Baik", None], ["Tindak Lanjut", "1", "Melatih"], ["^", "2", "Membuka"]])
    (marked,) = with_markers([page_of(words)], [found])
    assert [word.text for word in marked.words] == ["Evaluasi", "Baik", "Tindak", "1.", "Melatih", "2.", "Membuka"]


def test_other_numbers_stay_as_they_are() -> None:
    assert read([["No", "Jumlah"], ["3", "UU"], ["5", "SE"]]) == ["No", "Jumlah", "3", "UU", "5", "SE"]


def test_the_last_column_of_a_rest_reaches_as_far_as_its_words() -> None:
    upper = table([["No", "Tanggal", "Materi", "Media"], ["1", "2 Mei 2024", "Kirab", "Radio"]], method="stream")
    rows = [("2", "3 Mei 2024 Rapat", "IG, X,"), ("3", "4 Mei 2024 Pawai", "Radio")]
    words = [
        Word(text, x, 100 + 16 * n, x + 5 * len(text), 110 + 16 * n, 10)
        for n, row in enumerate(rows)
        for start, cell in zip((60, 90, 200), row, strict=True)
        for x, text in [(start + 30 * at, text) for at, text in enumerate(cell.split())]
    ]
    lower = replace(
        table([list(row) for row in rows], method="stream"),
        cells=tuple(
            Cell(n, col, (text,), 1, (x0, 98 + 16 * n, x1, 114 + 16 * n))
            for n, row in enumerate(rows)
            for col, ((x0, x1), text) in enumerate(zip(((60, 80), (90, 195), (200, 240)), row, strict=True))
        ),
    )
    edges = [60.0, 85.0, 175.0, 195.0, 225.0]
    found = numbered_on(replace(upper, pages=(1,)), edges, lower, page_of(words))
    assert found.rows()[0][3] == "IG, X,"


def test_numbers_in_the_middle_beside_texts_without_rules_are_raised_to_the_first_line() -> None:
    words = [*put("1", 60, 100), *put("Undang-Undang Nomor 14 Tahun 2008;", 90, 100)]
    words += [*put("Undang-Undang Nomor 10 Tahun 2016", 90, 120), *put("2", 60, 126), *put("tentang Pilkada;", 90, 132)]
    raised = [word for word in with_numbers_raised(page_of(words)).words if word.x0 == 60]
    assert [(word.text, word.top) for word in raised] == [("1.", words[0].top), ("2.", put("x", 0, 120)[0].top)]
    page = page_of([word for word in words if word.text != "2"])
    assert with_numbers_raised(page) is page


def test_large_numbers_beside_the_middle_lines_of_cards_are_those_of_their_first() -> None:
    def cards(step: float, numbered: int) -> list[Word]:
        words: list[Word] = []
        for n in range(1, 5):
            top = 60 + 3 * step * n
            words += put(f"{n}", 57, top + 14 * numbered + 2, size=16)
            for at, text in enumerate((f"{n} Mei 2025", "Tahapan", "IG")):
                words += put(text, 90, top + 14 * at)
        return words

    raised = with_numbers_raised(page_of(cards(step=20, numbered=1))).words
    assert [word.text for word in raised if word.x0 == 57] == ["1.", "2.", "3.", "4."]
    close = page_of(cards(step=14, numbered=1))  # in a list of close lines the middle one is as well the first
    assert with_numbers_raised(close) is close


def test_numbers_without_a_sign_that_count_lines_set_alike_are_those_of_a_list() -> None:
    def signed(*texts: tuple[str, str]) -> list[str]:
        words = [
            word
            for n, (number, text) in enumerate(texts)
            for word in [*put_right(number, 70, 100 + 14 * n), *put(text, 80, 100 + 14 * n)]
        ]
        return [word.text for page in with_signs([page_of(words)]) for word in page.words if word.x1 <= 71]

    laws = [(str(n), "Undang-Undang") for n in range(1, 9)]
    assert signed(*laws[:2], ("", "tentang Pilkada"), *laws[2:]) == [f"{n}." for n in range(1, 9)]
    assert signed(*((number, "Oktober 2024") for number, _ in laws[:3])) == ["1", "2", "3"]
    assert signed(*laws[1:]) == [number for number, _ in laws[1:]]
    assert signed(laws[0]) == ["1"]
    assert signed(("¹", "Catatan kaki"), ("²", "Catatan kaki")) == ["¹", "²"]
    assert signed(*laws[:3], laws[4]) == ["1.", "2.", "3.", "5."]
    page = page_of([*put("1", 60, 100), *put("UU", 70, 100), *put("2", 60, 114), *put("UU", 70, 114)])
    assert [word.text for word in with_markers([page], ())[0].words] == ["1.", "UU", "2.", "UU"]


def test_numbers_over_texts_set_wide_are_in_the_middle_of_none() -> None:
    words, base = [], 100.0
    for number in range(1, 6):
        words += put(f"{number}.", 60, base)
        for line in range(2 if number == 1 else 3):
            words += put("Peraturan tentang badan", 80, base)
            base += 15.2 if line == 1 else 15.0
    page = page_of(words)
    assert with_numbers_raised(page) is page
