"""The sheet in the picture: cut out of a photographed desk, its shadows lifted."""

from __future__ import annotations

from typing import Any, cast

import cv2
import numpy as np
import numpy.typing as npt

from extractors.scans.level import Matrix
from extractors.scans.render import WHITE, Image

Corners = npt.NDArray[np.float32]

SMALL = 600
"""Longer side in pixels of the copy on which the sheet's corners are looked for."""
LEAST, MOST = 0.4, 0.97
"""Share of the picture that a sheet on a desk covers."""
DESK_CONTRAST = 50
FREE_SIDES = 3
EDGE = (20, 40)
"""Slopes of brightness at which an edge goes on, and at which it begins."""
BESIDE, STEP = 6.0, 8.0
"""Pixels from a side at which paper and desk are compared, and by how much the paper is brighter there."""
INSET = 0.012
"""Share of the sheet left out at its edges: less than any margin."""
LIMITS = (1.0, 0.75, 0.5)
"""From the desk's brightness (0) to the middle between desk and paper (1): what may part them."""
OPPOSITE = 0.65
"""Share of its opposite's length that a side of a sheet seen aslant has at least; light may end in any triangle."""
SIDE_REACH = 0.03
"""Share of its length by which a sheet's side may miss the line between its corners as first seen."""


def cut_out(grey: Image) -> tuple[Matrix, int, int]:
    """Matrix to the upright sheet, its width and height; the picture as it is where no desk is seen around a sheet."""
    corners = find_sheet(grey)
    if corners is None:
        return np.eye(3), grey.shape[1], grey.shape[0]
    top, right, bottom, left = (float(np.linalg.norm(corners[i] - corners[(i + 1) % 4])) for i in range(4))
    width, height = round((top + bottom) / 2), round((left + right) / 2)
    target = np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float32)
    return cv2.getPerspectiveTransform(corners, target).astype(np.float64), width, height


def find_sheet(grey: Image) -> Corners | None:
    """Corners (top left, top right, bottom right, bottom left) of a bright sheet on a darker desk, or None.

    A corner in shadow may be nearer to the desk's brightness than to the paper's, and paper in shadow darker than the
    desk in the light: of some limits between the two that counts which best parts the picture into a sheet with
    straight, sharp sides and what is around it, or else what the edges in the picture enclose.
    """
    factor = min(1.0, SMALL / max(grey.shape))
    small = cv2.resize(grey, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    small = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((15, 15), np.uint8))
    smooth = cast(Image, cv2.GaussianBlur(small, (0, 0), 2))
    middle, bright = cv2.threshold(smooth, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    dark = bright == 0
    if not dark.any() or dark.all() or small[~dark].mean() - small[dark].mean() < DESK_CONTRAST:
        return None
    desk = float(np.median(small[dark]))
    above = [np.asarray(smooth > desk + part * (middle - desk), dtype=np.uint8) for part in LIMITS]
    fit, corners = max((_sheet(bright, smooth) for bright in above), key=lambda one: one[0])
    if not fit:
        fit, corners = _sheet(_enclosed(smooth), smooth)
    return np.asarray(_ordered(_inset(corners)) / factor, dtype=np.float32) if fit else None


def _inset(corners: Corners) -> Corners:
    """The corners a little further in: a strip of desk left at a side would look like a rule."""
    middle = corners.mean(axis=0)
    return np.asarray(middle + (corners - middle) * (1 - INSET), dtype=np.float32)


def _enclosed(smooth: Image) -> Image:
    """What the edges in the picture enclose around its middle, whatever its brightness."""
    edges = cv2.dilate(cv2.Canny(smooth, *EDGE, L2gradient=True), np.ones((3, 3), np.uint8))
    _, labels, stats, _ = cv2.connectedComponentsWithStats(np.asarray(edges == 0, dtype=np.uint8), connectivity=4)
    middle = labels[labels.shape[0] // 4 : -labels.shape[0] // 4, labels.shape[1] // 4 : -labels.shape[1] // 4]
    inner = np.bincount(middle[middle > 0], minlength=len(stats)).argmax()
    return np.asarray(
        cv2.dilate(np.asarray(labels == inner, dtype=np.uint8), np.ones((5, 5), np.uint8)), dtype=np.uint8
    )


def _sheet(bright: Image, smooth: Image) -> tuple[float, Corners]:
    """The four-sided area of what is `bright` and how well it parts it from the rest; 0 where it is no sheet."""
    outline = max(cv2.findContours(bright, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)[0], key=cv2.contourArea)
    hull = cv2.convexHull(outline)
    quad = cv2.approxPolyDP(hull, 0.02 * cv2.arcLength(hull, True), True).reshape(-1, 2)
    none = (0.0, np.zeros((4, 2), np.float32))
    if len(quad) != 4 or not LEAST < cv2.contourArea(quad) / smooth.size < MOST:
        return none
    exact = _along(quad, outline.reshape(-1, 2))
    sheet = cv2.fillConvexPoly(np.zeros_like(bright), np.rint(exact).astype(np.int32), 1)
    outside, inside = 1 - bright[sheet == 0].mean(), bright[sheet > 0].mean()
    if outside < 0.85 or inside < 0.6 or _free_sides(quad, smooth.shape) < FREE_SIDES:
        return none
    sides = np.linalg.norm(exact - np.roll(exact, 1, axis=0), axis=1)
    if (sides < OPPOSITE * np.roll(sides, 2)).any():
        return none
    if not all(_is_sharp(exact[i - 1], exact[i], exact.mean(axis=0), smooth) for i in range(4)):
        return none
    return float((sheet == bright).mean()), exact.astype(np.float32)


def _along(quad: npt.NDArray[Any], outline: npt.NDArray[Any]) -> npt.NDArray[np.float64]:
    """The corners where the sides of `outline` meet: those of `quad` are only points of it, and cut sides short."""
    sides = [_side(quad[i - 1], quad[i], outline) for i in range(4)]
    corners = [np.cross(sides[i], sides[(i + 1) % 4]) for i in range(4)]
    exact = np.array([corner[:2] / corner[2] if corner[2] else quad[i] for i, corner in enumerate(corners)])
    moved = np.linalg.norm(exact - quad, axis=1).max()
    return exact if moved < SIDE_REACH * 2 * np.ptp(quad, axis=0).max() else quad.astype(np.float64)


def _side(start: npt.NDArray[Any], end: npt.NDArray[Any], outline: npt.NDArray[Any]) -> npt.NDArray[np.float64]:
    """The line a x + b y + c = 0 through the outline's points along one side, its ends left out."""
    way = (end - start).astype(np.float64)
    length = float(np.linalg.norm(way))
    normal = np.array([-way[1], way[0]]) / length
    place = (outline - start) @ way / length**2
    near = (np.abs((outline - start) @ normal) < SIDE_REACH * length) & (place > 0.1) & (place < 0.9)
    if near.sum() >= 2:
        dx, dy, x, y = cv2.fitLine(outline[near].astype(np.float32), cv2.DIST_HUBER, 0, 0.01, 0.01).ravel().tolist()
        return np.array([-dy, dx, dy * x - dx * y])
    return np.append(normal, -float(normal @ start))


def _is_sharp(start: npt.NDArray[Any], end: npt.NDArray[Any], middle: npt.NDArray[Any], smooth: Image) -> bool:
    """Whether the picture grows darker at once beyond a side, as where paper ends and not where light does.

    A side at the picture's edge has nothing beyond it.
    """
    across = np.array([end[1] - start[1], start[0] - end[0]]) / np.linalg.norm(end - start)
    beyond = across * BESIDE * np.sign(across @ (start - middle))
    places = start + np.linspace(0.05, 0.95, 40)[:, None] * (end - start)
    inner, outer = (np.rint(places + sign * beyond).astype(int) for sign in (-1, 1))
    size = np.array([smooth.shape[1], smooth.shape[0]])
    seen = ((inner >= 0) & (inner < size) & (outer >= 0) & (outer < size)).all(axis=1)
    inner, outer = inner[seen], outer[seen]
    if len(inner) * 2 < len(places):
        return True
    steps = smooth[inner[:, 1], inner[:, 0]].astype(np.float32) - smooth[outer[:, 1], outer[:, 0]]
    return bool(np.median(steps) >= STEP)


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
