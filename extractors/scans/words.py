"""From read lines to words: cut at rules and spaces, each with its rectangle on the page."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from extractors.geometry import Rule, Word
from extractors.scans.reader import Glyph, Line, PixelBox
from extractors.scans.render import Image

ASCENT, DESCENT = 0.70, 0.22
"""Heights of capitals and depth of tails in font sizes."""
WIDE_GAP = 0.20
"""Font sizes: letters further apart than this are two words, though the recogniser saw no space."""


@dataclass(frozen=True, slots=True)
class Metrics:
    """A line's baseline (pixels from the top of the page) and font size in pixels."""

    baseline: float
    size: float


def cut_at_rules(box: PixelBox, verticals: list[Rule], scale: float) -> list[PixelBox]:
    """The parts of a line's box between the vertical rules that run through it."""
    x0, top, x1, bottom = box
    middle = (top + bottom) / 2 / scale
    margin = 3 * scale
    cuts = sorted(rule.x0 * scale for rule in verticals if rule.top <= middle <= rule.bottom)
    inside = [cut for cut in cuts if x0 < cut < x1]
    edges = [float(x0), *inside, float(x1)]
    parts = [(round(left), top, round(right), bottom) for left, right in pairwise(edges)]
    return [part for part in parts if part[2] - part[0] > margin]


def measure(ink: Image, box: PixelBox) -> Metrics | None:
    """Baseline and size of the writing in `box`; None where there is no ink."""
    x0, top, x1, bottom = box
    rows = (ink[top:bottom, x0:x1] > 0).sum(axis=1).astype(float)
    inked = np.flatnonzero(rows > 0)
    if not inked.size:
        return None
    first, last = int(inked[0]), int(inked[-1])
    drops = rows - np.append(rows[1:], 0.0)
    lower = first + int(0.45 * (last - first))
    baseline = lower + int(np.argmax(drops[lower : last + 1])) + 1
    return Metrics(float(top + baseline), max(baseline - first, 1) / ASCENT)


def words_of(line: Line, ink: Image, scale: float) -> list[Word]:
    """The words of a line in points."""
    metrics = measure(ink, line.box)
    if metrics is None or not line.text.strip():
        return []
    x0, top, x1, bottom = line.box
    columns = np.asarray((ink[top:bottom, x0:x1] > 0).any(axis=0), dtype=np.bool_)
    height = bottom - top
    groups = _groups(line.glyphs, columns, height, metrics.size)
    edges = [0]
    for left, right in pairwise(groups):
        edges.append(_boundary(columns, left[-1].place * height, right[0].place * height))
    edges.append(len(columns))
    words = []
    for glyphs, (start, end) in zip(groups, pairwise(edges), strict=True):
        first, last = _extent(columns, start, end)
        words.append(
            Word(
                text="".join(glyph.text for glyph in glyphs),
                x0=(x0 + first) / scale,
                top=(metrics.baseline - (ASCENT + 0.05) * metrics.size) / scale,
                x1=(x0 + last) / scale,
                bottom=(metrics.baseline + DESCENT * metrics.size) / scale,
                size=round(metrics.size / scale, 1),
                confidence=round(min(glyph.confidence for glyph in glyphs), 3),
            )
        )
    return words


def _groups(glyphs: tuple[Glyph, ...], columns: npt.NDArray[np.bool_], height: int, size: float) -> list[list[Glyph]]:
    """Letters of one word each: split at spaces read and at gaps too wide for letters."""
    groups: list[list[Glyph]] = []
    open_group = False
    for glyph in glyphs:
        if glyph.text == " ":
            open_group = False
            continue
        if open_group and _apart(groups[-1][-1], glyph, columns, height, size):
            open_group = False
        if not open_group:
            groups.append([])
            open_group = True
        groups[-1].append(glyph)
    return groups


def _apart(left: Glyph, right: Glyph, columns: npt.NDArray[np.bool_], height: int, size: float) -> bool:
    """Whether the white between two letters is a space; digits stand further apart than letters."""
    _, width = _widest_gap(columns, left.place * height, right.place * height)
    loose = left.text.isdigit() or right.text.isdigit() or not (left.text.isalpha() and right.text.isalpha())
    return width > WIDE_GAP * size * (1.6 if loose else 1.0)


def _boundary(columns: npt.NDArray[np.bool_], left: float, right: float) -> int:
    """Where one word ends and the next begins: the middle of the widest white between two letters."""
    middle, _ = _widest_gap(columns, left, right)
    return middle


def _widest_gap(columns: npt.NDArray[np.bool_], left: float, right: float) -> tuple[int, int]:
    """Middle and width of the widest white run between two places."""
    start, end = max(0, int(left)), min(len(columns), int(right) + 1)
    best, width, run = int((left + right) / 2), 0, 0
    for place in range(start, end):
        run = 0 if columns[place] else run + 1
        if run > width:
            width, best = run, place - run // 2
    return best, width


def _extent(columns: npt.NDArray[np.bool_], start: int, end: int) -> tuple[int, int]:
    """First and last ink between two edges."""
    inked = np.flatnonzero(columns[start:end])
    if not inked.size:
        return start, end
    return start + int(inked[0]), start + int(inked[-1]) + 1
