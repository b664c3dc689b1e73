"""One scanned page from its picture to `geometry.Page`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np

from extractors.geometry import Page, Word
from extractors.scans import cache
from extractors.scans.lines import missed_strips, text_strips
from extractors.scans.reader import Corners, Glyph, Line, find_lines, read_lines
from extractors.scans.render import Image, Raster, render_page
from extractors.scans.straighten import Straight, level_by, straighten, upside_down
from extractors.scans.strips import crop
from extractors.scans.strokes import Run, binarise, erase
from extractors.scans.words import measure, words_of

VERSION = "2"
"""Raised whenever the same picture may be read differently, so that kept readings are not used."""
LONG_LINE = 80.0
"""Points: text lines that tell how level the page is."""


def read_page(path: Path, number: int, cache_dir: Path | None = None) -> Page:
    """Page `number` of the PDF, read as a picture or taken from `cache_dir`."""
    raster = render_page(path, number)
    if cache_dir is None:
        return read_raster(raster, number)
    key = cache.content_key(raster, VERSION)
    page = cache.load(cache_dir, key)
    if page is None:
        page = read_raster(raster, number)
        cache.store(cache_dir, key, page)
    return replace(page, number=number)


def read_raster(raster: Raster, number: int) -> Page:
    """The page that a rendered picture shows."""
    straight = straighten(raster.image, raster.scale)
    straight, lines = _read(straight, raster)
    if _poor(lines):
        turned, again = _read(upside_down(straight, raster.image, raster.scale), raster)
        if _sureness(again) > _sureness(lines):
            straight, lines = turned, again
    ink = binarise(erase(straight.image, straight.strokes, raster.scale), raster.scale)
    usual = _usual_size(lines, ink, raster.scale)
    words = [word for line in lines for word in words_of(line, ink, raster.scale, usual)]
    return _page(number, straight, raster.scale, words)


def _read(straight: Straight, raster: Raster) -> tuple[Straight, list[Line]]:
    """The lines on an upright page, which they themselves level where it has no rules."""
    scale = raster.scale
    clean = erase(straight.image, straight.strokes, scale)
    corners = find_lines(clean)
    level = level_by(straight, raster.image, _long_lines(corners, scale), (), scale)
    if not straight.strokes.across and level is not straight:
        corners = np.asarray(cv2.perspectiveTransform(corners, level.matrix @ np.linalg.inv(straight.matrix)))
        straight, clean = level, erase(level.image, level.strokes, scale)
    found = text_strips(corners, straight.strokes, straight.pictures, scale)
    missed, dashes = missed_strips(clean, found, straight.strokes, straight.pictures, scale)
    return straight, [
        *read_lines(clean, [*found, *missed]),
        *(Line(strip, (Glyph("-", 0.5, 0.99),)) for strip in dashes),
    ]


def _long_lines(corners: Corners, scale: float) -> tuple[Run, ...]:
    """The middles of the long text lines, from end to end."""
    left, right = corners[:, [0, 3]].mean(axis=1), corners[:, [1, 2]].mean(axis=1)
    long = right[:, 0] - left[:, 0] > LONG_LINE * scale
    return tuple(Run(*start, *end) for start, end in zip(left[long].tolist(), right[long].tolist(), strict=True))


def _sureness(lines: list[Line]) -> float:
    return sum(line.confidence * len(line.glyphs) for line in lines) / max(1, sum(len(line.glyphs) for line in lines))


def _poor(lines: list[Line]) -> bool:
    """Whether so little was read well that the page may be upside down."""
    return len(lines) >= 3 and _sureness(lines) < 0.85


def _usual_size(lines: list[Line], ink: Image, scale: float) -> float:
    """The page's median font size in pixels."""
    sizes = [metrics.size for line in lines if (metrics := measure(line.text, crop(ink, line.strip)))]
    return float(np.median(sizes)) if sizes else 11 * scale


def _page(number: int, straight: Straight, scale: float, words: list[Word]) -> Page:
    points = np.diag([scale, scale, 1.0])
    back = np.linalg.inv(points) @ np.linalg.inv(straight.matrix) @ points
    (a, c, e), (b, d, f), (g, h, _) = (back / back[2, 2]).tolist()
    height, width = straight.image.shape
    return Page(
        number=number,
        width=width / scale,
        height=height / scale,
        words=tuple(words),
        images=tuple((x0 / scale, y0 / scale, x1 / scale, y1 / scale) for x0, y0, x1, y1 in straight.pictures),
        rules=straight.strokes.rules(scale),
        source="ocr",
        matrix=(a, b, c, d, e, f),
        perspective=(g, h),
    )
