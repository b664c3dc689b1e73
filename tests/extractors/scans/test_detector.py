"""Lines of writing, found window by window."""

from __future__ import annotations

from itertools import pairwise

import cv2
import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.scans import detector
from extractors.scans.reader import ONNXRuntimeError

SIDES = st.integers(1, 62).map(lambda steps: steps * detector.STRIDE)


@given(SIDES, SIDES)
def test_each_row_counts_once_and_is_seen_with_what_stands_around_it(height: int, width: int) -> None:
    windows = detector.windows(height, width)
    assert windows[0][2] == 0
    assert windows[-1][3] == height
    assert all(a[3] == b[2] for a, b in pairwise(windows))
    for top, bottom, start, end in windows:
        assert 0 <= top <= start < end <= bottom <= height
        assert (bottom - top) % detector.STRIDE == 0
        assert start == 0 or start - top >= detector.MARGIN // 2
        assert end == height or bottom - end >= detector.MARGIN // 2


def page(lines: int) -> npt.NDArray[np.uint8]:
    """A page of 1,984 rows with evenly spaced lines of writing."""
    picture = np.full((1984, 1408), 250, np.uint8)
    for place in np.linspace(60, 1930, lines).astype(int).tolist():
        cv2.putText(picture, "Rapat koordinasi data pemilih", (120, place), cv2.FONT_HERSHEY_SIMPLEX, 1.1, (0,), 2)
    return picture


def test_lines_at_the_windows_edges_are_found_once_and_whole() -> None:
    corners = detector.find_lines(page(41))
    assert len(corners) == 41
    assert np.ptp(corners[:, :, 0], axis=1).min() > 450
    assert np.ptp(corners[:, :, 1], axis=1).max() < 60


def test_a_line_that_a_pen_joins_with_another_cell_is_found_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    chances = np.zeros((640, 640), np.float32)
    chances[100:112, 100:600] = 1
    chances[100:400, 585:597] = 1
    walls = np.zeros((640, 640), np.uint8)
    walls[80:500, 350:352] = 255
    monkeypatch.setattr(detector, "_chances", lambda _: chances)
    blank = np.full((640, 640), 250, np.uint8)
    chances[40:52, 100:300] = 1
    assert len(detector.find_lines(blank)) == 1
    _, found = detector.find_lines(blank, walls)
    assert found.min() < 100 and 340 < found[:, 0].max() < 360


def test_a_runtime_without_memory_is_no_damaged_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> None:
        raise ONNXRuntimeError("bad allocation")

    monkeypatch.setattr(detector.engine()._load_det_model(), "session", fail)
    with pytest.raises(MemoryError):
        detector.find_lines(np.full((40, 40), 250, np.uint8))
