"""A crooked picture of a page made upright: light evened, turned, deskewed, keystone removed.

Every step gives a 3 x 3 matrix from the picture as rendered to the straight picture; they are composed,
so the page is resampled once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

import cv2
import numpy as np
import numpy.typing as npt

from extractors.scans.render import Image

Matrix = npt.NDArray[np.float64]
"""3 x 3, takes (x, y, 1) in pixels to (x, y, 1) in pixels."""

SMALL = 900
"""Longer side in pixels of the copy on which angles are measured."""
MAX_SKEW = 6.0


@dataclass(frozen=True, slots=True)
class Straight:
    """The upright page and the matrix that led to it from the picture as rendered."""

    image: Image
    matrix: Matrix


def straighten(grey: Image, scale: float) -> Straight:
    """`grey` (at `scale` pixels a point) with even light and level lines; never upside down by choice of ours."""
    even = even_light(grey, scale)
    small = _small_copy(even)
    matrix = np.eye(3)
    turned = small
    if _lies(small):
        turned = cast(Image, cv2.rotate(small, cv2.ROTATE_90_CLOCKWISE))
        matrix = _quarter_turn(even.shape[0])
    angle = skew(turned)
    width, height = (even.shape[1], even.shape[0]) if turned is small else (even.shape[0], even.shape[1])
    if turned is small and abs(angle) < 0.03:
        return Straight(even, matrix)
    matrix = _rotation(angle, width, height) @ matrix
    return Straight(warp(even, matrix, width, height), matrix)


def even_light(grey: Image, scale: float) -> Image:
    """`grey` divided by its paper's brightness, so that shadows go and the paper is white."""
    step = 6
    small = cv2.resize(grey, None, fx=1 / step, fy=1 / step, interpolation=cv2.INTER_AREA)
    reach = max(3, int(36 * scale / step) | 1)
    paper = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((reach, reach), np.uint8))
    paper = cv2.GaussianBlur(paper, (0, 0), reach / 3)
    paper = cv2.resize(paper, (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_LINEAR)
    return cast(Image, cv2.divide(grey, paper, scale=250))


def warp(image: Image, matrix: Matrix, width: int, height: int) -> Image:
    """`image` resampled through `matrix`, paper white outside."""
    return cast(
        Image,
        cv2.warpPerspective(
            image, matrix, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_CONSTANT, borderValue=(250,)
        ),
    )


def upside_down(straight: Straight) -> Straight:
    """The same page turned by 180 degrees."""
    height, width = straight.image.shape
    turn = np.array([[-1, 0, width - 1], [0, -1, height - 1], [0, 0, 1]], dtype=np.float64)
    return Straight(cast(Image, cv2.rotate(straight.image, cv2.ROTATE_180)), turn @ straight.matrix)


def skew(small: Image) -> float:
    """Degrees by which `small` must be turned (counter-clockwise) so that its lines are level."""
    ink = _ink(small)
    coarse = max(np.arange(-MAX_SKEW, MAX_SKEW + 0.1, 0.5), key=lambda angle: _levelness(ink, angle))
    fine = np.arange(coarse - 0.5, coarse + 0.51, 0.1)
    scores = np.array([_levelness(ink, angle) for angle in fine])
    return float(_peak(fine, scores))


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


def _small_copy(image: Image) -> Image:
    factor = min(1.0, SMALL / max(image.shape))
    return cast(Image, cv2.resize(image, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA))


def _rotation(angle: float, width: int, height: int) -> Matrix:
    """Rotation by `angle` degrees about the middle of the picture."""
    flat = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    return np.vstack([flat, [0, 0, 1]]).astype(np.float64)


def _quarter_turn(height: int) -> Matrix:
    """A quarter turn clockwise of a picture that is `height` pixels high."""
    return np.array([[0, -1, height - 1], [1, 0, 0], [0, 0, 1]], dtype=np.float64)
