"""Levelling by lines: what turns and tilts a page is found and undone."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.scans.level import Matrix, levelling
from extractors.scans.paper import cut_out, even_light, find_sheet
from extractors.scans.runs import Run

WIDTH, HEIGHT = 1200, 1700


def bent(matrix: Matrix, x0: float, y0: float, x1: float, y1: float) -> list[float]:
    ends = np.array([[[x0, y0], [x1, y1]]], dtype=np.float64)
    return [float(value) for value in cv2.perspectiveTransform(ends, matrix).ravel()]


def grid(matrix: Matrix, wild: bool = False) -> tuple[list[Run], list[Run]]:
    """The rules of a table seen through `matrix`; with `wild` some of them are no rules of it."""
    across = [Run(*bent(matrix, 150, y, 1050, y)) for y in range(200, 1500, 130)]
    columns = [bent(matrix, x, 200, x, 1500) for x in (150, 300, 620, 1050)]
    if wild:
        across += [Run(100, 300, 500, 380), Run(600, 900, 900, 850)]
    return across, [Run(y0, x0, y1, x1) for x0, y0, x1, y1 in columns]


def view(turn: float, keystone: float, tilt: float) -> Matrix:
    corners = np.array([[0, 0], [WIDTH, 0], [WIDTH, HEIGHT], [0, HEIGHT]], dtype=np.float32)
    shift = np.array([[keystone, 0], [-keystone, tilt], [0, 0], [0, 0]], dtype=np.float32) * WIDTH
    turned = np.vstack([cv2.getRotationMatrix2D((WIDTH / 2, HEIGHT / 2), turn, 1), [0, 0, 1]])
    return np.asarray(cv2.getPerspectiveTransform(corners, corners + shift) @ turned)


@settings(deadline=None)
@given(st.floats(-2, 2), st.floats(-0.04, 0.04), st.floats(-0.04, 0.04), st.booleans())
def test_a_grid_is_made_level_and_upright(turn: float, keystone: float, tilt: float, wild: bool) -> None:
    seen = view(turn, keystone, tilt)
    across, down = grid(seen, wild)
    undone = levelling(across, down, WIDTH, HEIGHT)
    for run in across[:10]:
        _, y0, _, y1 = bent(undone, run.x0, run.y0, run.x1, run.y1)
        assert y0 == pytest.approx(y1, abs=1.5)
    for run in down:
        x0, _, x1, _ = bent(undone, run.y0, run.x0, run.y1, run.x1)
        assert x0 == pytest.approx(x1, abs=1.5)


def test_text_lines_alone_only_turn_the_page() -> None:
    across, _ = grid(view(1.5, 0, 0))
    undone = levelling(across, (), WIDTH, HEIGHT)
    _, y0, _, y1 = bent(undone, across[4].x0, across[4].y0, across[4].x1, across[4].y1)
    assert y0 == pytest.approx(y1, abs=1)


@pytest.mark.parametrize("across", [(), (Run(0, 0, 900, 40),)])
def test_too_little_changes_nothing(across: tuple[Run, ...]) -> None:
    assert np.array_equal(levelling(across, (), WIDTH, HEIGHT), np.eye(3))


def test_lines_of_no_page_change_nothing() -> None:
    random = np.random.default_rng(3)
    across = [Run(x, y, x + 300, y + d) for x, y, d in random.uniform((0, 0, -90), (900, 1700, 90), (40, 3))]
    assert np.array_equal(levelling(across, (), WIDTH, HEIGHT), np.eye(3))


def desk(corners: list[tuple[int, int]]) -> np.ndarray[tuple[int, int], np.dtype[np.uint8]]:
    photo = np.full((800, 600), 70, np.uint8)
    return np.asarray(cv2.fillConvexPoly(photo, np.array(corners, np.int32), (225,)), dtype=np.uint8)


def test_a_sheet_on_a_desk_is_cut_out() -> None:
    corners = [(60, 70), (540, 90), (560, 740), (40, 720)]
    found = find_sheet(desk(corners))
    assert found is not None
    assert np.abs(found - np.array(corners)).max() < 6
    matrix, width, height = cut_out(desk(corners))
    assert cv2.perspectiveTransform(np.array([[[60.0, 70.0]]]), matrix).ravel() == pytest.approx((0, 0), abs=6)
    assert (width, height) == pytest.approx((500, 650), abs=12)


def test_a_page_half_in_shadow_is_no_sheet_on_a_desk() -> None:
    page = np.full((800, 600), 230, np.uint8)
    page[450:] = 120
    assert find_sheet(page) is None


def test_shadows_are_lifted() -> None:
    page = np.tile(np.linspace(240, 110, 600), (800, 1)).astype(np.uint8)
    page[300:306, 50:550] //= 4
    even = even_light(page, 2.0)
    assert even[100].min() > 225
    assert even[303, 60:540].max() < 110
