"""Ink on a picture: what is darker than its surroundings, lines however pale, and the edges of shades."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import cv2
import numpy as np
import numpy.typing as npt

from extractors.scans.render import WHITE, Image, PixelBox
from extractors.scans.strips import Strip

RIDGE = 12.0
"""Points along which a pale line is averaged."""
CROWDED = 40
"""Mean ink (of 255) beside a pale line above which it is a row of letters."""
PALEST = 5
"""Grey values by which a pale line is darker than what is above and below it."""
STEM = 2.0
"""Points along which a pale line is averaged where its gaps count."""
CONTRAST = 28
"""How much darker than its surroundings ink is, of 255."""
Shades = npt.NDArray[np.int16]
"""Mean brightness along the rows."""


def binarise(image: Image, scale: float) -> Image:
    """255 where there is ink, against the brightness of the surroundings."""
    block = int(12 * scale) | 1
    return cast(
        Image,
        cv2.adaptiveThreshold(image, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, block, CONTRAST),
    )


def drawn_ink(image: Image, scale: float) -> Image:
    """255 where there is ink, or a line however pale: as `pale_lines`, but not smoothed over gaps."""
    ink = binarise(image, scale)
    along = cv2.blur(image, (round(STEM * scale) | 1, 1)).astype(np.int16)
    reach = max(2, round(2 * scale))
    depth = np.minimum(np.roll(along, reach, axis=0), np.roll(along, -reach, axis=0)) - along
    return np.where(depth > PALEST, np.uint8(255), ink)


def pale_lines(image: Image, ink: Image, scale: float) -> tuple[Image, Image]:
    """255 along level lines, however pale, and along the level edges of shades; not where letters stand close."""
    along = (round(RIDGE * scale) | 1, 1)
    reach = max(2, round(2 * scale))
    smooth = cv2.blur(image, along).astype(np.int16)
    above, below = np.roll(smooth, reach, axis=0), np.roll(smooth, -reach, axis=0)
    depth = np.minimum(above, below) - smooth
    ends = cv2.dilate(depth, np.ones((1, along[0] * 2 + 1), np.uint8)) * 0.45
    letters = cv2.blur(ink, along)
    free = np.maximum(np.roll(letters, reach, axis=0), np.roll(letters, -reach, axis=0)) <= CROWDED
    line, edge = depth > np.maximum(ends, PALEST), _shade_edges(above, below, reach)
    return (line & free).astype(np.uint8) * 255, (edge & free).astype(np.uint8) * 255


def _shade_edges(above: Shades, below: Shades, reach: int) -> npt.NDArray[np.bool_]:
    """Where the brightness changes from row to row, evenly bright on either side."""
    step = np.abs(above - below)
    flat = np.maximum(np.abs(above - np.roll(above, reach, axis=0)), np.abs(below - np.roll(below, -reach, axis=0)))
    summed = cv2.blur(step.astype(np.float32), (1, 2 * reach + 1))  # highest in the middle between both shades
    peak = summed >= 0.93 * cv2.dilate(summed, np.ones((2 * reach + 1, 1), np.uint8))
    return np.asarray(peak & (step > PALEST) & (flat < step / 2))


FAINT = 0.55
"""How much paler than the page's print a missed word may be, from print to paper."""


def print_level(image: Image, ink: Image, found: Sequence[Strip]) -> float:
    """Grey value of the darker half of the print on a page; 0 where nothing is printed."""
    return float(np.median([_darkness(image, ink, strip.box) for strip in found])) if found else 0.0


def is_faint(image: Image, ink: Image, box: PixelBox, level: float) -> bool:
    """Whether the ink in a box is much paler than print, whose grey value is `level`."""
    return _darkness(image, ink, box) > print_limit(level)


def print_limit(level: float) -> float:
    """The grey value above which ink is much paler than print."""
    return FAINT * WHITE + (1 - FAINT) * level


def _darkness(image: Image, ink: Image, box: PixelBox) -> float:
    """Grey value of the darker half of the ink in a box."""
    x0, top, x1, bottom = box
    greys = image[top:bottom, x0:x1][ink[top:bottom, x0:x1] > 0]
    return float(np.percentile(greys, 30)) if greys.size else float(WHITE)
