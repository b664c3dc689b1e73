"""The sheet in the picture: cut out of a photographed desk, its shadows lifted."""

from __future__ import annotations

from typing import Any, cast

import cv2
import numpy as np
import numpy.typing as npt

from extractors.scans.level import Matrix
from extractors.scans.render import WHITE, Image

SMALL = 600
"""Longer side in pixels of the copy on which the sheet's corners are looked for."""
LEAST, MOST = 0.4, 0.97
"""Share of the picture that a sheet on a desk covers."""
DESK_CONTRAST = 50
FREE_SIDES = 3


def cut_out(grey: Image) -> tuple[Matrix, int, int]:
    """Matrix to the upright sheet, its width and height; the picture as it is where no desk is seen around a sheet."""
    corners = find_sheet(grey)
    if corners is None:
        return np.eye(3), grey.shape[1], grey.shape[0]
    top, right, bottom, left = (float(np.linalg.norm(corners[i] - corners[(i + 1) % 4])) for i in range(4))
    width, height = round((top + bottom) / 2), round((left + right) / 2)
    target = np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float32)
    return cv2.getPerspectiveTransform(corners, target).astype(np.float64), width, height


def find_sheet(grey: Image) -> np.ndarray[tuple[int, int], np.dtype[np.float32]] | None:
    """Corners (top left, top right, bottom right, bottom left) of a bright sheet on a darker desk, or None."""
    factor = min(1.0, SMALL / max(grey.shape))
    small = cv2.resize(grey, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    small = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((15, 15), np.uint8))
    _, bright = cv2.threshold(cv2.GaussianBlur(small, (0, 0), 2), 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    dark = bright == 0
    if not dark.any() or small[~dark].mean() - small[dark].mean() < DESK_CONTRAST:
        return None
    outlines, _ = cv2.findContours(bright, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    outline = cv2.convexHull(max(outlines, key=cv2.contourArea))
    quad = cv2.approxPolyDP(outline, 0.02 * cv2.arcLength(outline, True), True).reshape(-1, 2)
    if len(quad) != 4 or not LEAST < cv2.contourArea(quad) / small.size < MOST:
        return None
    sheet = cv2.fillConvexPoly(np.zeros_like(bright), quad, 255)
    if dark[sheet == 0].mean() < 0.85 or dark[sheet > 0].mean() > 0.4 or _free_sides(quad, small.shape) < FREE_SIDES:
        return None
    return np.asarray(_ordered(quad) / factor, dtype=np.float32)


def _free_sides(quad: npt.NDArray[Any], shape: tuple[int, ...]) -> int:
    """How many sides of the sheet do not run along the picture's edge (a half in shadow has one)."""
    size = np.array([shape[1], shape[0]])
    margin = 0.01 * size
    at_edge = np.concatenate([quad < margin, quad > size - margin], axis=1)
    return sum(not (at_edge[i] & at_edge[(i + 1) % 4]).any() for i in range(4))


def _ordered(quad: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Corners from the top left clockwise."""
    total, difference = quad.sum(axis=1), quad[:, 0] - quad[:, 1]
    return quad[[total.argmin(), difference.argmax(), total.argmax(), difference.argmin()]]


def even_light(grey: Image, scale: float) -> Image:
    """`grey` divided by its paper's brightness, so that shadows go and the paper is white."""
    step = max(1, round(2.5 * scale))
    small = cv2.resize(grey, None, fx=1 / step, fy=1 / step, interpolation=cv2.INTER_AREA)
    reach = max(3, int(36 * scale / step) | 1)
    paper = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((reach, reach), np.uint8))
    paper = cv2.GaussianBlur(paper, (0, 0), reach / 3)
    paper = cv2.resize(paper, (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_LINEAR)
    return cast(Image, cv2.divide(grey, paper, scale=WHITE))
