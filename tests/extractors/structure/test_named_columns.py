"""Columns under names of parts are read one after the other."""

from __future__ import annotations

from extractors.normalise.prose import narrative
from extractors.structure.flow import lines_of, only_lines
from extractors.structure.named_columns import columns_first
from extractors.structure.sections import split_sections
from extractors.vocabulary import load
from tests.support.drawing import put
from tests.support.making import table

VOCABULARY = load()


def test_columns_under_names_of_parts_are_parts_and_their_rows_the_items_of_each() -> None:
    rows: list[list[str | None]] = [
        ["No", "Tantangan", "Tindak Lanjut"],
        ["1", "Jaringan.", "Memperpanjang"],
        ["2", "Cuaca.", "Membuka kotak"],
    ]
    words = [w for r, row in enumerate(rows) for c, t in enumerate(row) for w in put(t or "", 100 * c + 5, 20 * r + 12)]
    lines = lines_of([*words, *put("Demikian", 5, 90)], 1)
    flow = columns_first(lines, [table(rows)], VOCABULARY)
    told = narrative(split_sections(flow, VOCABULARY))
    assert told.challenges == "Jaringan. Cuaca." and told.follow_up == ("Memperpanjang", "Membuka kotak")
    assert columns_first(lines, [table([["No", "Uraian", "Tindak Lanjut"], *rows[1:]])], VOCABULARY) == lines


def test_names_of_parts_in_one_line_without_rules_part_the_lines_below_them() -> None:
    rows: list[list[str | None]] = [["Kesimpulan", "Saran"], ["Semua terlaksana", "Perlu anggaran."]]
    words = [w for r, row in enumerate(rows) for c, t in enumerate(row) for w in put(t or "", 100 * c + 5, 20 * r + 15)]
    lines = lines_of([*words, *put("tahun ini.", 5, 47), *put("Demikian", 5, 90)], 1)
    told = columns_first(lines, [], VOCABULARY)
    assert [line.text for line in only_lines(told)] == [
        *("Kesimpulan", "Semua terlaksana", "tahun ini.", "Saran", "Perlu anggaran.", "Demikian")
    ]
