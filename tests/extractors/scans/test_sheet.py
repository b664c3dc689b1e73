"""Which way a page lies."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from extractors.scans import sheet as module
from extractors.scans.reader import Glyph, Line
from extractors.scans.runs import Run
from extractors.scans.sheet import Sheet, read_sheet
from extractors.scans.strips import Strip

RASTER: Any = SimpleNamespace(image=np.zeros((4, 4), np.uint8), scale=2.0)


def read(lying: bool, *sure: float) -> Sheet:
    lines = [Line(Strip(0, 0, 40, 20), (Glyph("a", 0.5, one),)) for one in sure]
    blank = np.zeros((4, 4), np.uint8)
    straight: Any = SimpleNamespace(turned=lying, strokes=SimpleNamespace(across=(1,)))
    return Sheet(straight, blank, blank, lines, np.empty((0, 4, 2)), blank)


def test_figures_read_badly_beside_clear_headings_turn_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    side, upright = read(False, *[0.99] * 5, *[0.4] * 5), read(True, *[0.99] * 10)
    monkeypatch.setattr(module, "_found", lambda raster: (side.straight, side.upward))
    monkeypatch.setattr(module, "straighten", lambda image, scale, quarter_turn: upright.straight)
    monkeypatch.setattr(module, "_with_lines", lambda straight, scale: (straight, upright.upward))
    monkeypatch.setattr(module, "_right_way_up", lambda straight, *_: upright if straight.turned else side)
    assert read_sheet(RASTER) is upright


def test_the_way_that_leaves_less_writing_upended_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    def box(width: float, height: float) -> list[list[float]]:
        return [[0, 0], [width, 0], [width, height], [0, height]]

    mixed, level = np.array([box(90, 10), box(10, 60)]), np.array([box(60, 10), box(80, 10)])
    monkeypatch.setattr(module, "straighten", lambda image, scale, quarter_turn=False: read(quarter_turn).straight)
    monkeypatch.setattr(module, "_with_lines", lambda straight, scale: (straight, level if straight.turned else mixed))
    straight, corners = module._found(RASTER)
    assert straight.turned and corners is level


@pytest.mark.parametrize(("rise", "askew"), [(12, True), (1, False)])
def test_lines_that_the_rules_left_askew_are_made_level(rise: int, askew: bool) -> None:
    assert module._are_askew([Run(0, y, 400, y + rise) for y in range(0, 400, 40)]) == askew


@pytest.mark.parametrize(
    ("count", "rise", "again"), [(7, 4, False), (12, 4, True), (12, 0, False), (3, 20, True), (2, 20, False)]
)
def test_a_page_without_rules_is_made_level_by_many_lines_alone(
    count: int, rise: int, again: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A few short lines look askew for their tall letters, but not by degrees; a page that lines show level stays."""
    ends = [[[0, y], [400, y + rise], [400, y + 20 + rise], [0, y + 20]] for y in range(0, 40 * count, 40)]
    straight: Any = SimpleNamespace(turned=False, strokes=SimpleNamespace(across=()), matrix=np.eye(3))
    turned: Any = SimpleNamespace(turned=False, strokes=SimpleNamespace(across=()), matrix=np.eye(3))
    monkeypatch.setattr(module, "straighten", lambda image, scale: straight)
    monkeypatch.setattr(module, "_with_lines", lambda straight, scale: (straight, np.array(ends, np.float64)))
    monkeypatch.setattr(module, "level_by", lambda *_: turned)
    assert (module._found(RASTER)[0] is turned) == again
