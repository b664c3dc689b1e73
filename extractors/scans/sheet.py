"""A page's picture turned the right way up, with the lines that are written on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from extractors.scans.bullets import find_bullets
from extractors.scans.company import real_dashes, without_false_bullets, worth_keeping
from extractors.scans.detector import Corners, find_lines
from extractors.scans.ink import binarise
from extractors.scans.lines import grown, outside_pictures, text_strips
from extractors.scans.missed import missed_strips
from extractors.scans.reader import Line, dash, read_lines
from extractors.scans.render import Image, Raster
from extractors.scans.runs import Run
from extractors.scans.straighten import Straight, level_by, straighten, upside_down
from extractors.scans.strokes import erase
from extractors.scans.upward import boxes_around, is_upward, short_names

LONG_LINE = 75.0
"""Points: text lines that tell how level the page is."""
FEW, ALIKE, STEEP = 3, 0.02, 0.03
"""So few lines tell it too where they rise by this much at least, one from the other by so much at most."""
LONG_WORD = 2.5
"""A detected line this many times longer than thick shows which way the writing runs."""
MANY = 0.3
"""Share of a page's writing above which headings alone hardly run upwards: the page may lie."""
POOR = 0.85
"""Mean probability of the letters below which a page may be upside down."""
SEVERAL, MOST = 8, 0.4
"""Lines, and the share of them read badly, above which the page may have been read from the side."""
LEVEL = 0.002
"""Rise of level lines, at most: the detector sees whole pixels."""
ASKEW = 0.008
"""Rise of a page's lines, at least, that its rules have made askew."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A straight page, the same without its rules, its ink, the lines read on it, and those that run up or down.

    `printed` is the ink without what was put over the print in colour.
    """

    straight: Straight
    clean: Image
    ink: Image
    lines: list[Line]
    upward: Corners
    printed: Image

    @property
    def sureness(self) -> float:
        """Mean probability of the letters."""
        letters = sum(len(line.glyphs) for line in self.lines)
        return sum(line.confidence * len(line.glyphs) for line in self.lines) / max(1, letters)

    @property
    def misread(self) -> float:
        """Share of the lines that were read badly: figures seen from the side, though headings are not."""
        return sum(line.confidence < POOR for line in self.lines) / max(1, len(self.lines))


def read_sheet(raster: Raster) -> Sheet:
    """The page in the picture, whichever way it lies."""
    sheet = _right_way_up(*_found(raster), raster)
    if len(sheet.lines) < SEVERAL or sheet.misread < MOST:
        return sheet
    turned = straighten(raster.image, raster.scale, quarter_turn=not sheet.straight.turned)
    return min(sheet, _right_way_up(*_with_lines(turned, raster.scale), raster), key=lambda one: one.misread)


def _right_way_up(straight: Straight, corners: Corners, raster: Raster) -> Sheet:
    """The page read, turned by 180 degrees where it reads better so."""
    sheet = _read(straight, corners, raster)
    if len(sheet.lines) < 2 or sheet.sureness >= POOR:
        return sheet
    straight = upside_down(sheet.straight, raster.image, raster.scale)
    turned = _read(
        straight, find_lines(erase(straight.image, straight.strokes, raster.scale), straight.strokes.down_mask), raster
    )
    return max(sheet, turned, key=lambda one: one.sureness)


def _found(raster: Raster) -> tuple[Straight, Corners]:
    """The page with level lines, and the lines."""
    straight, corners = _with_lines(straighten(raster.image, raster.scale), raster.scale)
    if _upended(corners) > MANY:
        turned = straighten(raster.image, raster.scale, quarter_turn=not straight.turned)
        other = _with_lines(turned, raster.scale)
        straight, corners = min((straight, corners), other, key=lambda one: _upended(one[1]))
    lines = _long_lines(corners, raster.scale)
    few = len(lines) < SEVERAL and not _agree(lines)
    if few or _are_level(lines) or (straight.strokes.across and not _are_askew(lines)):
        return straight, corners
    level = level_by(straight, raster.image, lines, (), raster.scale)
    if level is straight:
        return straight, corners
    change = level.matrix @ np.linalg.inv(straight.matrix)
    return level, np.asarray(cv2.perspectiveTransform(corners, change)) if len(corners) else corners


def _with_lines(straight: Straight, scale: float) -> tuple[Straight, Corners]:
    return straight, find_lines(erase(straight.image, straight.strokes, scale), straight.strokes.down_mask)


def _read(straight: Straight, corners: Corners, raster: Raster) -> Sheet:
    """The lines found, cut at rules, and what was missed, all read."""
    clean = erase(straight.image, straight.strokes, raster.scale)
    upward = is_upward(corners, raster.scale)
    ink = binarise(clean, raster.scale)
    found = grown(text_strips(corners[~upward], straight.strokes, raster.scale), ink, raster.scale)
    covered = [*straight.pictures, *boxes_around(corners[upward])]
    missed, dashes = missed_strips(clean, found, straight.strokes, covered, raster.scale)
    read = outside_pictures(read_lines(clean, found), straight.pictures, raster.scale)
    lines = without_false_bullets(read, straight.strokes)
    dots_gone = without_false_bullets(read_lines(clean, missed), straight.strokes)
    lines += worth_keeping(dots_gone, lines, straight.strokes)
    dashes = real_dashes(dashes, lines, straight.strokes)
    lines += map(dash, dashes)
    lines += find_bullets(ink, lines, straight.strokes, covered, raster.scale)
    short = short_names(clean, lines, corners[upward])
    lines = [line for line in lines if line not in short]
    turned = np.array([line.strip.corners for line in short], dtype=np.float64).reshape(-1, 4, 2)
    return Sheet(straight, clean, ink, lines, np.concatenate([corners[upward], turned]), ink)


def _upended(corners: Corners) -> float:
    """Share of the writing that runs from top to bottom."""
    sizes = np.ptp(corners, axis=1).reshape(-1, 2)
    across = sizes[sizes[:, 0] > LONG_WORD * sizes[:, 1], 0].sum()
    down = sizes[sizes[:, 1] > LONG_WORD * sizes[:, 0], 1].sum()
    return float(down / max(1.0, across + down))


def _are_level(lines: Sequence[Run]) -> bool:
    """Whether most lines are level as they are: the ends of the others are those of tall letters."""
    return float(np.median([abs(line.y1 - line.y0) / line.length for line in lines])) < LEVEL


def _are_askew(lines: Sequence[Run]) -> bool:
    """Whether the lines of a page of prose still rise or fall: a slanting stamp was taken for its rules."""
    return abs(float(np.median(_rises(lines)))) > ASKEW


def _agree(lines: Sequence[Run]) -> bool:
    """Whether a few lines are all askew alike: a page with a signature, whose flourish was taken for a level rule."""
    rises = _rises(lines)
    low, high = min(rises, default=0.0), max(rises, default=0.0)
    return len(lines) >= FEW and high - low <= ALIKE and (low > STEEP or high < -STEEP)


def _rises(lines: Sequence[Run]) -> list[float]:
    return [(line.y1 - line.y0) / line.length for line in lines]


def _long_lines(corners: Corners, scale: float) -> tuple[Run, ...]:
    """The middles of the long text lines, from end to end."""
    left, right = corners[:, [0, 3]].mean(axis=1), corners[:, [1, 2]].mean(axis=1)
    long = right[:, 0] - left[:, 0] > LONG_LINE * scale
    return tuple(Run(*start, *end) for start, end in zip(left[long].tolist(), right[long].tolist(), strict=True))
