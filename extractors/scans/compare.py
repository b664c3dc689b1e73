"""The digital text of a page held against its picture, word by word."""

from __future__ import annotations

from typing import Any

from rapidfuzz.distance import Levenshtein

from extractors.geometry import Page, Word
from extractors.scans.reader import read_lines
from extractors.scans.render import render_open
from extractors.scans.strips import Strip

SHORTEST = 4
"""Letters: shorter words say little."""


def agreement(page: Page, pdf: Any, sample: int) -> float:
    """Share of the letters of some words, from all over the page, that the picture shows too; 1 without words."""
    raster = render_open(pdf, page.number)
    words = _spread([word for word in page.words if len(word.text) >= SHORTEST and word.upright], sample)
    if not words:
        return 1.0
    strips = [_strip(page, word, raster.scale, raster.image.shape) for word in words]
    read = read_lines(raster.image, strips)
    wrong = sum(
        min(len(word.text), Levenshtein.distance(word.text.lower(), line.text.replace(" ", "").lower()))
        for word, line in zip(words, read, strict=True)
    )
    return 1 - wrong / sum(len(word.text) for word in words)


def _spread(words: list[Word], sample: int) -> list[Word]:
    step = max(1, len(words) // sample)
    return words[step // 2 :: step][:sample]


def _strip(page: Page, word: Word, scale: float, shape: tuple[int, ...]) -> Strip:
    """The word's place in the picture, with the margin that the recogniser is used to."""
    x0, top, x1, bottom = (value * scale for value in page.original_box(word.box))
    margin = 0.12 * (bottom - top)
    left, upper = max(0, round(x0 - margin)), max(0, round(top - margin))
    right, lower = min(shape[1], round(x1 + margin)), min(shape[0], round(bottom + margin))
    return Strip(left, upper, max(right, left + 1), max(lower, upper + 1))
