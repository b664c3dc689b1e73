"""Strips of a picture that hold one line of writing each, level or slightly slanted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

import cv2
import numpy as np

from extractors.scans.render import Image, PixelBox

LEVEL = 0.12
"""A strip whose ends differ in height by less than this part of it is level."""


@dataclass(frozen=True, slots=True)
class Strip:
    """Columns x0 to x1 and, at x0, rows top to bottom, which shift down by `slope` a column."""

    x0: int
    top: int
    x1: int
    bottom: int
    slope: float = 0.0

    @property
    def width(self) -> int:
        """Columns."""
        return self.x1 - self.x0

    @property
    def height(self) -> int:
        """Rows."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """The row in the middle of the strip."""
        return (self.top + self.bottom + self.slope * self.width) / 2

    @property
    def box(self) -> PixelBox:
        """The upright rectangle around the strip."""
        shift = round(self.slope * self.width)
        return (self.x0, self.top + min(0, shift), self.x1, self.bottom + max(0, shift))

    @property
    def corners(self) -> list[tuple[int, int]]:
        """The corners of that rectangle from the top left clockwise."""
        x0, top, x1, bottom = self.box
        return [(x0, top), (x1, top), (x1, bottom), (x0, bottom)]

    def part(self, x0: int, x1: int) -> Strip:
        """The columns `x0` to `x1` of the strip."""
        shift = round(self.slope * (x0 - self.x0))
        return Strip(x0, self.top + shift, x1, self.bottom + shift, self.slope)


def strip_around(corners: np.ndarray[tuple[int, ...], np.dtype[np.float64]], shape: tuple[int, ...]) -> Strip:
    """The strip around a detected quadrilateral (corners from the top left clockwise)."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = corners.tolist()
    x0, x1 = max(0, int(min(ax, dx))), min(shape[1], int(np.ceil(max(bx, cx))))
    slope = ((by - ay) / max(bx - ax, 1) + (cy - dy) / max(cx - dx, 1)) / 2
    height = (dy - ay + cy - by) / 2
    if abs(slope) * (x1 - x0) < LEVEL * height:
        slope = 0.0
    middle = (ay + by + cy + dy) / 4 - slope * (x1 - x0) / 2
    tall = height if slope else float(corners[:, 1].max() - corners[:, 1].min())
    return Strip(x0, max(0, int(middle - tall / 2)), x1, min(shape[0], int(np.ceil(middle + tall / 2))), slope)


def crop(image: Image, strip: Strip) -> Image:
    """The strip cut out of `image`, sheared level."""
    if not strip.slope:
        return image[strip.top : strip.bottom, strip.x0 : strip.x1]
    shear = np.array([[1, 0, strip.x0], [strip.slope, 1, strip.top]], dtype=np.float64)
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    return cast(
        Image,
        cv2.warpAffine(image, shear, (strip.width, strip.height), flags=flags, borderMode=cv2.BORDER_REPLICATE),
    )
