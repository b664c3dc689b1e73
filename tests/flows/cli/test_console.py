"""Text of a report on a terminal, in JSON and in CSV can do no harm."""

from __future__ import annotations

import csv
import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.console import clean, show_table, to_csv, to_json

ANY_TEXT = st.text(st.characters(exclude_categories=()))
ESCAPE, CSI, RIGHT_TO_LEFT = "\x1b", "\x9b", "\u202e"


@given(ANY_TEXT)
def test_a_cleaned_text_is_one_line_without_control_characters(text: str) -> None:
    cleaned = clean(text)
    assert not {chr(code) for code in (*range(32), *range(127, 160), 0x2028, 0x202E, 0x2066)} & set(cleaned)
    assert len(cleaned.splitlines()) <= 1
    cleaned.encode("utf-8")


def test_control_characters_stay_visible() -> None:
    assert clean(f"a{ESCAPE}[31mb{RIGHT_TO_LEFT}c\n d") == "a\ufffd[31mb\ufffdc  d"


@given(ANY_TEXT)
def test_json_keeps_every_character_and_shows_none_that_harms(text: str) -> None:
    shown = to_json({"teks": text})
    assert json.loads(shown) == {"teks": text}
    assert not {ESCAPE, CSI, RIGHT_TO_LEFT, "\x7f"} & set(shown)
    shown.encode("utf-8")


def test_json_is_readable_indonesian() -> None:
    assert to_json({"a": "Désain – “Ketua”", "b": date(2024, 7, 2)}, indent=None) == (
        '{"a": "Désain – “Ketua”", "b": "2024-07-02"}'
    )


@pytest.mark.parametrize("cell", ["=1+1", "+62", "-2+3", "@SUM(A1)", "\t=1", " \r=1"])
def test_a_csv_cell_is_no_formula(cell: str) -> None:
    (row,) = list(csv.reader(list(to_csv(["a"], [[cell]]))[1:]))
    assert row[0].lstrip()[:1] not in set("=+-@") or row[0].startswith("'")


def test_csv_keeps_numbers_nothing_and_lists() -> None:
    assert list(to_csv(["a", "b", "c"], [[-5, None, ["x", "y"]]])) == ["a,b,c", '-5,,"x, y"']


def test_a_table_shows_hostile_text_harmlessly(capsys: pytest.CaptureFixture[str]) -> None:
    show_table(["nama", "jumlah"], [[f"[bold]{ESCAPE}]0;x\x07", 12], [None, True]])
    shown = capsys.readouterr().out
    assert "[bold]\ufffd]0;x\ufffd" in shown
    assert ESCAPE not in shown


def test_a_wide_table_is_not_cut_where_nobody_watches(capsys: pytest.CaptureFixture[str]) -> None:
    show_table(["teks"], [["kata " * 100]])
    assert ("kata " * 100).strip() in capsys.readouterr().out
