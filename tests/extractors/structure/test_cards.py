"""Cards side by side are read one after the other."""

from __future__ import annotations

from extractors.structure.flow import build_flow, only_lines
from tests.support.drawing import grid_rules, page_of, put


def test_lines_of_one_card_come_before_those_of_the_card_beside_it() -> None:
    words = [*put("Kegiatan", 60, 90)]
    for x in (60, 320):
        words += [*put(f"Rapat {x}", x, 120), *put(f"Tanggal {x}", x, 134)]
    rules = [*grid_rules((50, 290), (106, 145)), *grid_rules((310, 540), (106, 145))]
    texts = [line.text for line in only_lines(build_flow([page_of(words, rules)], []))]
    assert texts == ["Kegiatan", "Rapat 60", "Tanggal 60", "Rapat 320", "Tanggal 320"]
    assert len(list(only_lines(build_flow([page_of(words)], [])))) == 3


def test_text_in_columns_is_read_one_column_after_the_other_with_the_headings_over_each() -> None:
    words = [*put("Latar Belakang", 60, 100, size=12), *put("Dasar Hukum", 316, 100, size=12)]
    for n in range(8):
        words += [*put("kata yang mengisi baris kolom kiri", 60, 116 + 12 * n)]
        words += [*put("•", 316, 116 + 12 * n), *put("kata yang mengisi baris kolom kanan", 326, 116 + 12 * n)]
    words += put("Tantangan", 60, 226, size=13)
    texts = [line.text for line in only_lines(build_flow([page_of(words)], []))]
    assert texts[0] == "Latar Belakang" and texts[9] == "Dasar Hukum" and len(texts) == 19
    assert texts[-1] == "Tantangan"
