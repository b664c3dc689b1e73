"""Lone words, dashes and dots by what stands around them: alone in a cell they are meant, else they may be dirt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from extractors.scans.lines import SURE
from extractors.scans.reader import Line
from extractors.scans.render import PixelBox
from extractors.scans.strips import Strip
from extractors.scans.strokes import Strokes

BULLETS = frozenset("•●·*")
"""What a dot is read as."""
AS_HIGH, TOO_HIGH, LEGIBLE = 0.6, 1.8, 0.3
"""Heights, in usual lines, and least probability of a letter that dirt (and the letters of a watermark) seldom have."""


def worth_keeping(missed: Iterable[Line], lines: Sequence[Line], strokes: Strokes) -> list[Line]:
    """The missed words that were read well, as high as a line, or alone in their cell; others are dirt or watermark.

    What is kept although it was read poorly is doubted later: a word lost in silence would be worse.
    """
    usual = float(np.median([line.strip.height for line in lines])) if lines else 0.0

    def is_word(line: Line) -> bool:
        if line.weakest >= SURE or line.strip.height > TOO_HIGH * usual:
            return line.weakest >= SURE
        tall = line.strip.height >= AS_HIGH * usual and line.weakest >= LEGIBLE
        return tall or _company(line.strip, lines, strokes) == 0

    return [line for line in missed if is_word(line)]


def real_dashes(dashes: Iterable[Strip], lines: Sequence[Line], strokes: Strokes) -> list[Strip]:
    """The dashes that stand alone in a cell or in its row of one, or before a line; others are dirt."""
    return [
        strip
        for strip in dashes
        if _company(strip, lines, strokes) == 0 or _leads(strip, lines, strokes) or _in_row(strip, lines, strokes)
    ]


def _in_row(strip: Strip, lines: Sequence[Line], strokes: Strokes) -> bool:
    """Whether a strip stands alone between its upright rules on the height of two lines beside: rows without rules."""
    level = [line for line in lines if abs(line.strip.middle - strip.middle) < line.strip.height / 4]
    return len(level) > 1 and _company(strip, level, strokes) == 0


def _company(strip: Strip, lines: Iterable[Line], strokes: Strokes) -> int | None:
    """How many lines stand between the rules around a strip; None without rules around it."""
    cell = cell_around(((strip.x0 + strip.x1) / 2, strip.middle), strokes)
    if cell is None:
        return None
    left, top, right, bottom = cell
    places = ((line.strip.x0 + line.strip.x1) / 2 for line in lines if top < line.strip.middle < bottom)
    return sum(left < place < right for place in places)


def cell_around(place: tuple[float, float], strokes: Strokes) -> PixelBox | None:
    """The box between the rules next around a place; None without rules around it."""
    x, y = place
    columns = [run.middle for run in strokes.down if run.x0 <= y <= run.x1]
    rows = [run.middle for run in strokes.across if run.x0 <= x <= run.x1]
    if not (columns and rows and min(columns) < x < max(columns) and min(rows) < y < max(rows)):
        return None
    left, right = max(c for c in columns if c <= x), min(c for c in columns if c > x)
    top, bottom = max(r for r in rows if r <= y), min(r for r in rows if r > y)
    return round(left), round(top), round(right), round(bottom)


def without_false_bullets(lines: Sequence[Line], strokes: Strokes) -> list[Line]:
    """`lines` without the lone dots that stand in a cell or after another line: dirt, where bullets lead."""
    return [line for line in lines if line.text.strip() not in BULLETS or _leads(line.strip, lines, strokes)]


def _leads(strip: Strip, lines: Iterable[Line], strokes: Strokes) -> bool:
    """Whether a strip outside ruled tables stands before the others on its height, or between them, but on none."""
    others = (line.strip for line in lines if line.strip is not strip)
    beside = [other for other in others if other.top < strip.middle < other.bottom]
    return _company(strip, lines, strokes) is None and not any(other.x0 <= strip.x0 <= other.x1 for other in beside)
