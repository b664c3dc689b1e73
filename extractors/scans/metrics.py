"""How large the writing of a line is, and where its baseline runs, by its ink; a stamp over it adds ink of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import numpy as np
import numpy.typing as npt

from extractors.scans.reader import Glyph
from extractors.scans.render import Image

ASCENT, X_HEIGHT, DESCENT = 0.69, 0.47, 0.22
"""Heights of capitals and of small letters, and depth of tails, in font sizes."""
HANGING = frozenset("gjpqyJQ,;()[]{}|/_@$ß")
"""What goes below the baseline, in some fonts at least."""
LOW = frozenset("acemnorsuvwxzgpqy.,:;-–—_·")
"""What does not reach the height of a capital."""
DASHES = ("-", "–", "—")
FLAT = 0.3
"""Font sizes: a dash is not higher."""
LARGE, LARGER = 1.5, 1.2
"""Usual sizes: a lone figure or letter that looks larger has a stamp over it or is of one, and so has a text that looks
larger, but is too narrow for that."""
NARROW = 0.33
"""Font sizes from letter to letter: most letters of a text of `FEW` or more stand no nearer in any face."""
FEW = 4


@dataclass(frozen=True, slots=True)
class Metrics:
    """A line's baseline (rows from the top of its strip) and font size, both in pixels."""

    baseline: float
    size: float


def measure(text: str, ink: Image) -> Metrics | None:
    """Baseline and size of the writing in a strip's ink; None for mere dashes and dots, which do not tell."""
    rows = (ink > 0).sum(axis=1).astype(np.float64)
    letters = set(text) - {" "}
    if not any(letter.isalnum() for letter in letters) or not rows.any():
        return None
    first, last = _main_rows(rows)
    baseline = last + 1
    if letters & HANGING and last - first > 4:
        drops = rows[first : last + 1] - np.append(rows[first + 1 : last + 1], 0.0)
        lower = int(0.5 * len(drops))
        baseline = first + lower + int(np.argmax(drops[lower:])) + 1
    return Metrics(float(baseline), max(baseline - first, 1) / (X_HEIGHT if letters <= LOW else ASCENT))


def _middle(text: str, ink: Image, usual: float) -> float:
    """The middle of a strip, that of a dash by its ink: the detector leaves blank above or below it."""
    rows = (ink > 0).sum(axis=1).astype(np.float64)
    if text.strip() in DASHES and rows.any():
        first, last = _main_rows(rows)
        if last - first < FLAT * usual:
            return (first + last + 1) / 2
    return len(rows) / 2


def _main_rows(rows: npt.NDArray[np.float64]) -> tuple[int, int]:
    """First and last row of the writing: the inked rows that hang together and hold most ink."""
    inked = np.flatnonzero(rows > 0)
    parts = np.split(inked, np.flatnonzero(np.diff(inked) > max(2, 0.12 * len(rows))) + 1)
    best = max(parts, key=lambda part: float(rows[part].sum()))
    return int(best[0]), int(best[-1])


def metrics_of(glyphs: Sequence[Glyph], ink: Image, usual: float) -> Metrics:
    """The metrics of a line in its strip's `ink`; `usual` is the size where the line does not tell its own."""
    text = "".join(glyph.text for glyph in glyphs)
    metrics = measure(text, ink)
    if metrics is None or ((text.isdigit() or len(text) == 1) and metrics.size > LARGE * usual):
        return Metrics(_middle(text, ink, usual) + 0.25 * usual, usual)
    if metrics.size > LARGER * usual and _is_narrow(glyphs, len(ink), metrics.size):
        return Metrics(_baseline_of(ink, usual), usual)
    return metrics


def _is_narrow(glyphs: Sequence[Glyph], height: int, size: float) -> bool:
    """Whether the letters of a text stand nearer than those of any face of its size: ink of a stamp makes it high."""
    steps = [(after.place - glyph.place) * height for glyph, after in pairwise(glyphs)]
    return len(glyphs) >= FEW and median(steps) < NARROW * size


def _baseline_of(ink: Image, size: float) -> float:
    """The baseline of writing of a known size amid other ink: below the rows that hold most of it."""
    tall = max(1, round(ASCENT * size))
    sums = np.cumsum([0, *(ink > 0).sum(axis=1)])
    return float(np.argmax(sums[tall:] - sums[:-tall])) + tall if len(sums) > tall else len(sums) - 1.0
