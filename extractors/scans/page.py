"""One scanned page from its picture to `geometry.Page`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np

from extractors.geometry import Page, Word
from extractors.scans import cache
from extractors.scans.bold import bold_lines, thickness
from extractors.scans.doubts import with_doubts
from extractors.scans.lines import missed_strips, print_level, text_strips
from extractors.scans.looks import look_again, only_print
from extractors.scans.reader import Corners, Glyph, Line, find_lines, read_lines
from extractors.scans.render import Image, Raster, render_page
from extractors.scans.second import read_again
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
    sheet = _read(straighten(raster.image, raster.scale), raster)
    if _poor(sheet.lines):
        turned = _read(upside_down(sheet.straight, raster.image, raster.scale), raster)
        if _sureness(turned.lines) > _sureness(sheet.lines):
            sheet = turned
    sheet = replace(sheet, lines=look_again(sheet.lines, [only_print(sheet.clean, _print_level(sheet))]))
    words = _words(sheet, raster.scale)
    words = with_doubts(words, read_again(sheet.clean, words, raster.scale))
    return _page(number, sheet.straight, raster.scale, words)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A straight page, the same without its rules, its ink, and the lines read on it."""

    straight: Straight
    clean: Image
    ink: Image
    lines: list[Line]


def _read(straight: Straight, raster: Raster) -> _Sheet:
    """The lines on an upright page, which they themselves level where it has no rules."""
    scale = raster.scale
    clean = erase(straight.image, straight.strokes, scale)
    corners = find_lines(clean)
    if not straight.strokes.across:
        level = level_by(straight, raster.image, _long_lines(corners, scale), (), scale)
        if level is not straight:
            corners = np.asarray(cv2.perspectiveTransform(corners, level.matrix @ np.linalg.inv(straight.matrix)))
            straight, clean = level, erase(level.image, level.strokes, scale)
    found = text_strips(corners, straight.strokes, straight.pictures, scale)
    missed, dashes = missed_strips(clean, found, straight.strokes, straight.pictures, scale)
    lines = read_lines(clean, [*found, *missed])
    lines += [Line(strip, (Glyph("-", strip.width / strip.height / 2, 0.99),)) for strip in dashes]
    return _Sheet(straight, clean, binarise(clean, scale), lines)


def _print_level(sheet: _Sheet) -> float:
    """Grey value of the page's print."""
    return print_level(sheet.clean, sheet.ink, [line.strip for line in sheet.lines])


def _words(sheet: _Sheet, scale: float) -> list[Word]:
    """All words, with size and weight."""
    usual = _usual_size(sheet.lines, sheet.ink, scale)
    by_line = [words_of(line, sheet.ink, scale, usual) for line in sheet.lines]
    inked = [(line, words) for line, words in zip(sheet.lines, by_line, strict=True) if words]
    strokes = [thickness(sheet.clean, line.strip, words[0].size * scale) for line, words in inked]
    bold = bold_lines(strokes, [len(line.glyphs) for line, _ in inked])
    return [replace(word, bold=thick) for (_, words), thick in zip(inked, bold, strict=True) for word in words]


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
