"""A PDF page as a picture: rendered at the resolution of its own scan, in grey, coloured ink faded."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import cast

import cv2
import numpy as np
import numpy.typing as npt
import pypdfium2
from pypdfium2 import raw

Image = npt.NDArray[np.uint8]
"""A grey picture, 0 black to 255 white."""
PixelBox = tuple[int, int, int, int]
"""x0, top, x1, bottom in whole pixels."""

WHITE = 250
"""Grey value of clean paper."""
POINTS_AN_INCH = 72
MIN_DPI, MAX_DPI = 150, 300
COLOURED, STAINED = 50, 0.0001
"""Difference of the colour channels that is a colour, and the share of a page that must have it."""
GROUND = 5
"""Points: what is thicker is no ink but the ground that it stands on."""
TINTED, DEEPEST = 225, 60
"""Share (of 255) of its brightest channel that a ground's darkest has at most where it is coloured, and at least."""
MAX_PIXELS = 12_000_000
"""Ceiling for absurd page sizes: A4 at 300 dpi has 8.7 million."""


@dataclass(frozen=True, slots=True)
class Raster:
    """A rendered page; `scale` is its pixels a point. `bare` is the page without its coloured ink, if it has any."""

    image: Image
    scale: float
    bare: Image | None = None


def render_page(path: Path, number: int) -> Raster:
    """Page `number` (from 1) of the PDF as the reader sees it (after /Rotate)."""
    document = pypdfium2.PdfDocument(path)
    try:
        return render_open(document, number)
    finally:
        document.close()


def render_open(document: pypdfium2.PdfDocument, number: int) -> Raster:
    """The same of a document that is open."""
    page = document[number - 1]
    width, height = page.get_size()
    scale = min(_native_scale(page), (MAX_PIXELS / (width * height)) ** 0.5)
    colours = on_white(page.render(scale=scale, prefer_bgrx=False).to_numpy(), scale)
    return Raster(fade_colours(colours), colours.shape[1] / width, without_colours(colours))


def _native_scale(page: pypdfium2.PdfPage) -> float:
    """Pixels a point of the page's largest picture, within the resolutions worth reading."""
    largest, density = 0.0, MAX_DPI / POINTS_AN_INCH
    for picture in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = picture.get_bounds()
        area = (right - left) * (top - bottom)
        if area > largest:
            columns, rows = picture.get_px_size()
            largest, density = area, (columns * rows / area) ** 0.5
    return min(max(density, MIN_DPI / POINTS_AN_INCH), MAX_DPI / POINTS_AN_INCH)


def on_white(colours: npt.NDArray[np.uint8], scale: float) -> npt.NDArray[np.uint8]:
    """The page with grounds that are coloured (paper, light, highlighter) made grey: ink on them is no coloured ink."""
    if _is_grey(colours):
        return colours
    size = (max(1, round(colours.shape[1] / scale)), max(1, round(colours.shape[0] / scale)))
    small = cv2.resize(colours[:, :, :3], size, interpolation=cv2.INTER_AREA)
    ground = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((GROUND, GROUND), np.uint8))
    share = np.asarray(ground * (255.0 / np.maximum(ground.max(axis=2, keepdims=True), 1)), dtype=np.uint8)
    if float((share.min(axis=2) < TINTED).mean()) < STAINED:
        return colours
    large = cv2.resize(np.maximum(share, DEEPEST), (colours.shape[1], colours.shape[0]))
    return cast("npt.NDArray[np.uint8]", cv2.divide(colours[:, :, :3], large, scale=255))


def fade_colours(colours: npt.NDArray[np.uint8]) -> Image:
    """Grey in which a coloured stamp is paler than the black print under it."""
    if _is_grey(colours):
        return colours.reshape(colours.shape[:2])
    grey = cv2.cvtColor(colours[:, :, :3], cv2.COLOR_BGR2GRAY)
    return cast(Image, cv2.addWeighted(grey, 0.5, colours[:, :, :3].max(axis=2), 0.5, 0))


def without_colours(colours: npt.NDArray[np.uint8]) -> Image | None:
    """Grey without coloured ink, for reading what is printed under a stamp; None where little is coloured."""
    if _is_grey(colours):
        return None
    brightest, darkest = colours[:, :, :3].max(axis=2), colours[:, :, :3].min(axis=2)
    colour = cv2.subtract(brightest, darkest)
    paper = np.median(colour[::16, ::16])  # yellow light tints the whole photograph
    stained = cv2.subtract(colour, np.full_like(colour, paper))
    if float((stained[::2, ::2] > COLOURED).mean()) < STAINED:
        return None
    return cast(Image, cv2.add(darkest, cv2.multiply(stained, np.ones_like(stained), scale=2.5)))


def _is_grey(colours: npt.NDArray[np.uint8]) -> bool:
    return colours.ndim == 2 or colours.shape[2] == 1
