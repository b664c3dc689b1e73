"""One scanned page from its picture to `geometry.Page`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from extractors.geometry import Page, Rule, Word
from extractors.scans import cache
from extractors.scans.reader import find_lines, read_lines
from extractors.scans.render import Raster, render_page
from extractors.scans.straighten import Matrix, straighten
from extractors.scans.strokes import binarise, erase, find_strokes
from extractors.scans.words import cut_at_rules, words_of

VERSION = "1"
"""Raised whenever the same picture may be read differently, so that kept readings are not used."""


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
    strokes = find_strokes(straight.image, raster.scale)
    clean = erase(straight.image, strokes.mask)
    ink = binarise(clean, raster.scale)
    verticals = [rule for rule in strokes.rules if not rule.horizontal]
    boxes = [part for box in find_lines(clean) for part in cut_at_rules(box, verticals, raster.scale)]
    words = [word for line in read_lines(clean, boxes) for word in words_of(line, ink, raster.scale)]
    return _page(number, straight.image.shape, raster, straight.matrix, words, strokes.rules)


def _page(
    number: int, shape: tuple[int, ...], raster: Raster, matrix: Matrix, words: list[Word], rules: tuple[Rule, ...]
) -> Page:
    points = np.diag([raster.scale, raster.scale, 1.0])
    back = np.linalg.inv(points) @ np.linalg.inv(matrix) @ points
    back = back / back[2, 2]
    (a, c, e), (b, d, f) = back[:2].tolist()
    return Page(
        number=number,
        width=shape[1] / raster.scale,
        height=shape[0] / raster.scale,
        words=tuple(words),
        rules=rules,
        source="ocr",
        matrix=(a, b, c, d, e, f),
    )
