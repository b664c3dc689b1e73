"""A crooked picture of a page made upright: paper cut out, turned, skew and keystone removed, light evened.

Every step gives a 3 x 3 matrix from the picture as rendered to the straight picture; they are composed,
so that the page is resampled once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import cast

import cv2
import numpy as np
import numpy.typing as npt

from extractors.geometry import Fill, Rule
from extractors.scans.bars import find_bars, inverted
from extractors.scans.ghosts import without_edges
from extractors.scans.level import Matrix, levelling
from extractors.scans.paper import cut_out, even_light
from extractors.scans.pictures import find_pictures
from extractors.scans.render import WHITE, Image, PixelBox
from extractors.scans.runs import Run
from extractors.scans.shades import find_shades, flattened
from extractors.scans.strokes import Strokes, find_strokes
from extractors.scans.white_rules import white_rules

SMALL = 900
"""Longer side in pixels of the copy on which angles are measured."""
MAX_SKEW = 6.0
STRAIGHT_ENOUGH = 0.4
"""Pixels that a corner may move for a second resampling to be left out."""


@dataclass(frozen=True, slots=True)
class Straight:
    """The upright page, its pictures, strokes, dark bars, shades and the white rules between these, and the matrix
    that led to it from the picture.

    `turned` says that a quarter turn is part of the matrix.
    """

    image: Image
    pictures: tuple[PixelBox, ...]
    strokes: Strokes
    bars: tuple[Fill, ...]
    shades: tuple[Fill, ...]
    white: tuple[Rule, ...]
    matrix: Matrix
    turned: bool


def straighten(grey: Image, scale: float, *, quarter_turn: bool | None = None) -> Straight:
    """`grey` (at `scale` pixels a point) with even light and level lines; which of its ends is up is not judged.

    `quarter_turn` says whether the page lies; without it the look of the lines decides.
    """
    matrix, width, height = cut_out(grey)
    small = _small_copy(_resampled(grey, matrix, width, height), scale)
    turned = _lies(small) if quarter_turn is None else quarter_turn
    if turned:
        small = cast(Image, cv2.rotate(small, cv2.ROTATE_90_CLOCKWISE))
        matrix = _quarter_turn(height) @ matrix
        width, height = height, width
    matrix = _rotation(skew(small), width, height) @ matrix
    first = _straight(grey, matrix, width, height, scale, turned=turned)
    return level_by(first, grey, first.strokes.across, first.strokes.down, scale)


def level_by(straight: Straight, grey: Image, across: tuple[Run, ...], down: tuple[Run, ...], scale: float) -> Straight:
    """`straight` once more from `grey`, with the given runs made level and upright."""
    height, width = straight.image.shape
    change = levelling(across, down, width, height)
    if _movement(change, width, height) < STRAIGHT_ENOUGH:
        return straight
    return _straight(grey, change @ straight.matrix, width, height, scale, turned=straight.turned)


def view(grey: Image, straight: Straight, scale: float) -> Image:
    """Another picture of the same page (`grey` as rendered), straightened alike."""
    height, width = straight.image.shape
    raw = _resampled(grey, straight.matrix, width, height)
    even = even_light(flattened(raw, straight.shades, scale), scale)
    return inverted(even, straight.bars, scale)


def upside_down(straight: Straight, grey: Image, scale: float) -> Straight:
    """The same page turned by 180 degrees."""
    height, width = straight.image.shape
    turn = np.array([[-1, 0, width - 1], [0, -1, height - 1], [0, 0, 1]], dtype=np.float64)
    return _straight(grey, turn @ straight.matrix, width, height, scale, turned=straight.turned)


def _straight(grey: Image, matrix: Matrix, width: int, height: int, scale: float, *, turned: bool) -> Straight:
    raw = _resampled(grey, matrix, width, height)
    pictures = find_pictures(raw, scale)
    bars = tuple(find_bars(raw, pictures, scale))
    dark = [cast(PixelBox, tuple(round(value * scale) for value in bar.box)) for bar in bars]
    shades = tuple(find_shades(raw, [*pictures, *dark], scale))
    image = inverted(even_light(flattened(raw, shades, scale), scale), bars, scale)
    strokes = find_strokes(image, pictures, scale)
    across = without_edges(strokes.across, [shade.box for shade in shades], image, scale)
    strokes = replace(strokes, across=tuple(across))
    white = tuple(white_rules(raw, pictures, scale))
    return Straight(image, tuple(pictures), strokes, bars, shades, white, matrix, turned)


def _resampled(grey: Image, matrix: Matrix, width: int, height: int) -> Image:
    """`grey` through `matrix`; beyond its edges the paper goes on."""
    if np.array_equal(matrix, np.eye(3)) and grey.shape == (height, width):
        return grey
    paper = float(np.median(grey[::8, ::8]))
    return cast(Image, cv2.warpPerspective(grey, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=(paper,)))


def _movement(change: Matrix, width: int, height: int) -> float:
    """How far `change` moves the corner it moves most."""
    corners = np.array([[[0, 0], [width, 0], [width, height], [0, height]]], dtype=np.float64)
    return float(np.abs(cv2.perspectiveTransform(corners, change) - corners).max())


def skew(small: Image) -> float:
    """Degrees by which `small` must be turned (counter-clockwise) so that its lines are level."""
    ink = _ink(small)
    coarse = max(np.arange(-MAX_SKEW, MAX_SKEW + 0.1, 0.5), key=lambda angle: _levelness(ink, angle))
    fine = np.arange(coarse - 0.5, coarse + 0.51, 0.1)
    return _peak(fine, np.array([_levelness(ink, angle) for angle in fine]))


def _peak(places: npt.NDArray[np.float64], scores: npt.NDArray[np.float64]) -> float:
    """The place of the highest score, refined by a parabola through its neighbours."""
    best = int(np.argmax(scores))
    if not 0 < best < len(scores) - 1:
        return float(places[best])
    left, top, right = scores[best - 1 : best + 2]
    bend = left - 2 * top + right
    shift = 0.5 * (left - right) / bend if bend else 0.0
    return float(places[best] + shift * (places[1] - places[0]))


def _levelness(ink: npt.NDArray[np.float32], angle: float) -> float:
    """How sharply the rows of ink alternate when turned by `angle`."""
    height, width = ink.shape
    turned = cv2.warpAffine(ink, _rotation(angle, width, height)[:2], (width, height), flags=cv2.INTER_LINEAR)
    return float(np.square(np.diff(turned.sum(axis=1))).sum())


def _ink(small: Image) -> npt.NDArray[np.float32]:
    """Darkness of what is drawn, 0 for paper."""
    return cast("npt.NDArray[np.float32]", np.clip(200 - small.astype(np.float32), 0, 120))


def _lies(small: Image) -> bool:
    """Whether the text lines run from top to bottom; long rules, which run both ways, are left out."""
    ink = _ink(small)
    across = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((1, 40), np.uint8))
    down = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((40, 1), np.uint8))
    text = ink - np.maximum(across, down)
    angles = np.arange(-4, 4.1, 1)
    upright = max(_levelness(text, angle) for angle in angles) / text.shape[1]
    lying = max(_levelness(np.ascontiguousarray(text.T), angle) for angle in angles) / text.shape[0]
    return bool(lying > 1.5 * upright)


def _small_copy(image: Image, scale: float) -> Image:
    """A small copy with even light and without pictures."""
    factor = min(1.0, SMALL / max(image.shape))
    small = cast(Image, cv2.resize(image, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA))
    even = even_light(small, scale * factor)
    for x0, top, x1, bottom in find_pictures(small, scale * factor):
        even[top:bottom, x0:x1] = WHITE
    return even


def _rotation(angle: float, width: int, height: int) -> Matrix:
    """Rotation by `angle` degrees about the middle of the picture."""
    flat = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    return np.vstack([flat, [0, 0, 1]]).astype(np.float64)


def _quarter_turn(height: int) -> Matrix:
    """A quarter turn clockwise of a picture that is `height` pixels high."""
    return np.array([[0, -1, height - 1], [1, 0, 0], [0, 0, 1]], dtype=np.float64)
