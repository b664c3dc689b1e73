"""One scanned page from its picture to `geometry.Page`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from extractors.geometry import Page, Word
from extractors.scans import cache
from extractors.scans.bold import bold_lines, steady, thickness
from extractors.scans.doubts import with_doubts
from extractors.scans.holes import without_holes
from extractors.scans.item_marks import with_marks_mended
from extractors.scans.looks import look_closer
from extractors.scans.metrics import measure
from extractors.scans.numerals import with_numerals
from extractors.scans.render import WHITE, Raster, render_page
from extractors.scans.scraps import without_scraps
from extractors.scans.second import program, read_again
from extractors.scans.sheet import Sheet, read_sheet
from extractors.scans.stains import find_stains, overprinted
from extractors.scans.straighten import Straight
from extractors.scans.streaks import without_streaks
from extractors.scans.strips import crop
from extractors.scans.ticks import with_ticks, without_pen
from extractors.scans.upward import read_upward
from extractors.scans.walls import walls
from extractors.scans.white_rules import without_their_edges
from extractors.scans.words import in_order, words_of

VERSION = "71"
"""Raised whenever the same picture may be read differently, so that kept readings are not used."""
BLANK = 0.7
"""Brightness, of clean paper's, that a page without writing has all over; a darker one is a failed picture."""
BLACK = 0.2
"""Brightness below which a whole page is no photograph either."""
USUAL_SIZE = 11.0
"""Points: the size of writing on a page whose lines do not tell."""


def read_page(path: Path, number: int, cache_dir: Path | None = None) -> Page:
    """Page `number` of the PDF, read as a picture or taken from `cache_dir`."""
    raster = render_page(path, number)
    if cache_dir is None:
        return read_raster(raster, number)
    key = cache.content_key(raster, f"{VERSION}-{'two readers' if program() else 'one reader'}")
    page = cache.load(cache_dir, key)
    if page is None:
        page = read_raster(raster, number)
        cache.store(cache_dir, key, page)
    return replace(page, number=number)


def read_raster(raster: Raster, number: int) -> Page:
    """The page that a rendered picture shows."""
    image = without_streaks(without_holes(raster.image, raster.scale), raster.scale)
    raster = replace(
        raster, image=image, bare=None if raster.bare is None else without_streaks(raster.bare, raster.scale)
    )
    sheet = look_closer(read_sheet(raster), raster)
    rules = sheet.straight.strokes.rules(raster.scale)
    words = with_marks_mended(without_pen(without_scraps(_words(sheet, raster.scale), rules), rules))
    words = with_ticks(with_numerals(with_doubts(words, read_again(sheet.clean, words, raster.scale))))
    words = overprinted(words, find_stains(sheet.ink, sheet.straight.pictures, raster.scale), raster.scale)
    page = _page(number, sheet.straight, raster.scale, words)
    return page if words else replace(page, notes=_notes(page, raster))


def _notes(page: Page, raster: Raster) -> tuple[str, ...]:
    """What to say of a page without words: nothing where it shows pictures or blank paper."""
    shades = raster.image[::4, ::4]
    black = float(np.median(shades)) < BLACK * WHITE
    if not black and (page.images or float(np.percentile(shades, 5)) >= BLANK * WHITE):
        return ()
    return (f"Halaman {page.number} gelap atau rusak: tidak ada tulisan yang terbaca di sana.",)


def _words(sheet: Sheet, scale: float) -> list[Word]:
    """All words, with size and weight."""
    usual = _usual_size(sheet, scale)
    by_line = [words_of(line, sheet.printed, scale, usual) for line in sheet.lines]
    inked = [(line, words) for line, words in zip(sheet.lines, by_line, strict=True) if words]
    sizes = steady([words[0].size * scale for _, words in inked])
    strokes = [thickness(sheet.clean, line.strip, size) for (line, _), size in zip(inked, sizes, strict=True)]
    bold = bold_lines(strokes, [len(line.glyphs) for line, _ in inked])
    level = [replace(word, bold=thick) for (_, words), thick in zip(inked, bold, strict=True) for word in words]
    return [*in_order(level), *read_upward(sheet.clean, sheet.printed, sheet.upward, scale, usual)]


def _usual_size(sheet: Sheet, scale: float) -> float:
    """The page's median font size in pixels."""
    measured = (measure(line.text, crop(sheet.printed, line.strip)) for line in sheet.lines)
    sizes = [metrics.size for metrics in measured if metrics]
    return float(np.median(sizes)) if sizes else USUAL_SIZE * scale


def _page(number: int, straight: Straight, scale: float, words: list[Word]) -> Page:
    points = np.diag([scale, scale, 1.0])
    back = np.linalg.inv(points) @ np.linalg.inv(straight.matrix) @ points
    (a, c, e), (b, d, f), (g, h, _) = (back / back[2, 2]).tolist()
    height, width = straight.image.shape
    rules = without_their_edges(straight.strokes.rules(scale), straight.white)
    return Page(
        number=number,
        width=width / scale,
        height=height / scale,
        words=tuple(words),
        rules=(*rules, *straight.white, *walls(straight.bars, rules, words, straight.shades)),
        fills=(*straight.bars, *straight.shades),
        images=tuple((x0 / scale, y0 / scale, x1 / scale, y1 / scale) for x0, y0, x1, y1 in straight.pictures),
        source="ocr",
        matrix=(a, b, c, d, e, f),
        perspective=(g, h),
    )
