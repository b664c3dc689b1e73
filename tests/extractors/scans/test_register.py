"""Scanned pages of one table brought to one scale."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.geometry import Page, Rule, Word
from extractors.scans.register import columns, moved, register

EDGES = (60.0, 100.0, 200.0, 380.0, 530.0)


def page(number: int, top: float, bottom: float, stretch: float = 1, shift: float = 0, source: str = "ocr") -> Page:
    edges = [stretch * x + shift for x in EDGES]
    rules = [Rule(x, top, x, bottom) for x in edges] + [Rule(edges[0], y, edges[-1], y) for y in (top, bottom)]
    words = (Word("98", edges[1] + 4, top + 4, edges[1] + 20, top + 14, size=11),)
    return Page(number, 595, 842, words=words, rules=tuple(rules), source=source)


@given(st.floats(0.9, 1.1), st.floats(-30, 30))
def test_a_photographed_continuation_lies_under_its_beginning(stretch: float, shift: float) -> None:
    first, second = register([page(1, 300, 780), page(2, 60, 500, stretch, shift)])
    assert columns(second, last=False) == pytest.approx(columns(first, last=True), abs=2.1)


def test_boxes_on_the_original_stay() -> None:
    photo = replace(page(1, 60, 500), matrix=(0.9, 0.02, -0.03, 0.95, 12, 7), perspective=(1e-4, 2e-4))
    other = moved(photo, 1.07, -18)
    assert other.original_box(other.words[0].box) == pytest.approx(photo.original_box(photo.words[0].box))
    assert other.words[0].size == pytest.approx(11.8)


def test_other_columns_and_digital_pages_are_left_alone() -> None:
    wide, digital = page(2, 60, 500, 1.5), page(2, 60, 500, 1.05, source="digital")
    assert register([page(1, 300, 780), wide]) == [page(1, 300, 780), wide]
    assert register([page(1, 300, 780), digital])[1] is digital


def test_a_table_without_upright_rules_goes_by_its_lines() -> None:
    lines = [
        replace(p, rules=tuple(r for r in p.rules if r.horizontal)) for p in (page(1, 9, 99), page(2, 9, 99, 1.05, 9))
    ]
    first, second = register(lines)
    assert columns(second, last=False) == pytest.approx(columns(first, last=True))


def test_a_stroke_that_no_other_matches_is_no_table() -> None:
    strokes = [Rule(60, 300, 400, 300), Rule(100, 340, 400, 340)]
    assert columns(replace(page(1, 300, 780), rules=tuple(strokes)), last=True) == []
