"""From read lines to words: split at spaces, each with its rectangle on the page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import numpy as np
import numpy.typing as npt

from extractors.geometry import Word
from extractors.scans.reader import Glyph, Line
from extractors.scans.render import Image
from extractors.scans.strips import crop
from extractors.scans.ticks import TICK

Columns = npt.NDArray[np.bool_]

ASCENT, X_HEIGHT, DESCENT = 0.69, 0.47, 0.22
"""Heights of capitals and of small letters, and depth of tails, in font sizes."""
HANGING = frozenset("gjpqyJQ,;()[]{}|/_@$ß")
"""What goes below the baseline, in some fonts at least."""
LOW = frozenset("acemnorsuvwxzgpqy.,:;-–—_·")
"""What does not reach the height of a capital."""
DASHES = ("-", "–", "—")
FLAT = 0.3
"""Font sizes: a dash is not higher."""
DOTS = frozenset("·•●")
"""What dirt is read as between words; at the start of a line they are bullets."""
LEGIBLE = 0.5
"""Probability of the letters of a Roman numeral below which its strokes may be those of other letters."""
_ROMAN = re.compile(r"(?=.*[IVX])[IVXl|]{2,5}")
"""Roman numerals, their strokes read as small letters."""
SPECKS = frozenset(".,·'`")
"""What dirt is read as where it stands alone or before a word."""
LARGE, LARGER = 1.5, 1.2
"""Usual sizes: a lone figure or letter that looks larger has a stamp over it or is of one, and so has a text that looks
larger, but is too narrow for that."""
THIN = frozenset("ij")
NARROW = 0.33
"""Font sizes from letter to letter: most letters of a text of `FEW` or more stand no nearer in any face."""
FEW = 4
WIDE_GAP = 0.19
"""Font sizes: letters further apart than this are two words, though the recogniser saw no space."""
WIDE_GAP_DIGITS = 0.36
"""The same for two digits, which stand in boxes of one width."""
FAR = 1.0
"""The same for a sign and the word it belongs to: 'Tanggal      : 2 Mei' is two columns."""
AROUND = 1.2
"""Font sizes from the middle of a word's outer letters within which its ink ends: further out is a neighbour's."""


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


def words_of(line: Line, ink: Image, scale: float, usual: float) -> list[Word]:
    """The words of a line in points; `usual` is the font size in pixels where the line does not tell its own."""
    glyphs = _without_specks(line.glyphs)
    if not glyphs:
        return []
    strip, drawn = line.strip, crop(ink, line.strip)
    text = "".join(glyph.text for glyph in glyphs)
    metrics = measure(text, drawn)
    if metrics is None or ((text.isdigit() or len(text) == 1) and metrics.size > LARGE * usual):
        metrics = Metrics(_middle(text, drawn, usual) + 0.25 * usual, usual)
    elif metrics.size > LARGER * usual and _is_narrow(glyphs, strip.height, metrics.size):
        metrics = Metrics(_baseline_of(drawn, usual), usual)
    columns: Columns = np.asarray((drawn > 0).any(axis=0), dtype=np.bool_)
    groups = _groups(glyphs, columns, strip.height, metrics.size)
    edges = [_gap(columns, a[-1].place * strip.height, b[0].place * strip.height)[0] for a, b in pairwise(groups)]
    words = []
    for group, (start, end) in zip(groups, pairwise([0, *edges, len(columns)]), strict=True):
        reach = AROUND * metrics.size
        left, right = group[0].place * strip.height - reach, group[-1].place * strip.height + reach
        first, last = _extent(columns, max(start, int(left)), min(end, int(right)))
        baseline = strip.top + strip.slope * (first + last) / 2 + metrics.baseline
        words.append(
            Word(
                text=_text(group, last - first, metrics.size),
                x0=(strip.x0 + first) / scale,
                top=(baseline - (ASCENT + 0.06) * metrics.size) / scale,
                x1=(strip.x0 + last) / scale,
                bottom=(baseline + DESCENT * metrics.size) / scale,
                size=round(metrics.size / scale, 1),
                confidence=round(_sureness(group, columns[first:last]), 3),
            )
        )
    return words


def _is_narrow(glyphs: list[Glyph], height: int, size: float) -> bool:
    """Whether the letters of a text stand nearer than those of any face of its size: ink of a stamp makes it high."""
    steps = [(after.place - glyph.place) * height for glyph, after in pairwise(glyphs)]
    return len(glyphs) >= FEW and median(steps) < NARROW * size


def _baseline_of(ink: Image, size: float) -> float:
    """The baseline of writing of a known size amid other ink: below the rows that hold most of it."""
    tall = max(1, round(ASCENT * size))
    sums = np.cumsum([0, *(ink > 0).sum(axis=1)])
    return float(np.argmax(sums[tall:] - sums[:-tall])) + tall if len(sums) > tall else len(sums) - 1.0


def in_order(words: Iterable[Word]) -> list[Word]:
    """Words line by line from the top, each line from the left."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.bottom):
        if lines and word.bottom - lines[-1][0].bottom < 0.4 * max(word.size, lines[-1][0].size):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [word for line in lines for word in sorted(line, key=lambda word: word.x0)]


def _text(group: list[Glyph], width: int, size: float) -> str:
    """The letters; a lone dash is named by its width, which the recogniser does not see."""
    text = "".join(glyph.text for glyph in group)
    if text in DASHES:
        return "-" if width < 0.42 * size else "–"
    return text.replace("l", "I").replace("|", "I") if _ROMAN.fullmatch(text) else text


def _sureness(group: list[Glyph], columns: Columns) -> float:
    """The probability of the weakest letter; a Roman 'II' is sure where as many strokes stand apart as it has letters.

    The reader takes its letters for 'l' and '1', which does not make it another number.
    """
    weakest = min(glyph.confidence for glyph in group)
    strokes = int(np.count_nonzero(np.diff(columns.astype(np.int8)) == 1)) + int(columns[:1].any())
    ones = len(group) > 1 and all(glyph.text in "Il" for glyph in group)
    return 1.0 if ones and strokes == len(group) and weakest >= LEGIBLE else weakest


def _without_specks(glyphs: tuple[Glyph, ...]) -> list[Glyph]:
    """The glyphs without dots in mid-air, which are dirt; at the start of a line they are bullets."""
    start = next((i for i, glyph in enumerate(glyphs) if glyph.text != " "), len(glyphs))
    kept = [Glyph(" ", g.place, g.confidence) if g.text in DOTS and i > start else g for i, g in enumerate(glyphs)]
    while kept and kept[-1].text == " ":
        kept.pop()
    first = next((glyph for glyph in kept if glyph.text != " "), None)
    if first is not None and first.text in SPECKS and len(kept) > 1:
        kept.remove(first)
    return kept if any(glyph.text not in SPECKS and glyph.text != " " for glyph in kept) else []


def _groups(glyphs: list[Glyph], columns: Columns, height: int, size: float) -> list[list[Glyph]]:
    """Letters of one word each: split at spaces read and at gaps too wide for letters."""
    groups: list[list[Glyph]] = []
    fresh = True
    for at, glyph in enumerate(glyphs):
        if glyph.text == " ":
            fresh = True
            continue
        last = at + 1 == len(glyphs) or glyphs[at + 1].text == " "
        if fresh or (not _clings(groups[-1], glyph, last) and _apart(groups[-1][-1], glyph, columns, height, size)):
            groups.append([])
        groups[-1].append(glyph)
        fresh = False
    return groups


def _clings(group: list[Glyph], glyph: Glyph, last: bool) -> bool:
    """Whether the first letter of a word, or its last, is so thin that its place is told badly: no word is one such."""
    return (len(group) == 1 and group[0].text in THIN) or (last and glyph.text in THIN)


def _apart(left: Glyph, right: Glyph, columns: Columns, height: int, size: float) -> bool:
    """Whether the white between two letters is a space; behind a sign a tick is none of its word."""
    if right.text == TICK and not left.text.isalnum():
        return True
    _, width = _gap(columns, left.place * height, right.place * height)
    if right.text in ".,:;)" or left.text == "(":
        return width > FAR * size
    digits = left.text.isdigit() and right.text.isdigit()
    return width > (WIDE_GAP_DIGITS if digits else WIDE_GAP) * size


def _gap(columns: Columns, left: float, right: float) -> tuple[int, int]:
    """Middle and width of the widest white run between two places."""
    inked = np.flatnonzero(columns)
    last = int(inked[-1]) if inked.size else len(columns) - 1  # the recogniser is late with the last letter
    start, end = max(0, int(left)), min(last, int(right)) + 1
    best, width, run = int((left + right) / 2), 0, 0
    for place in range(start, end):
        run = 0 if columns[place] else run + 1
        if run > width:
            width, best = run, place - run // 2
    return best, width


def _extent(columns: Columns, start: int, end: int) -> tuple[int, int]:
    """First and last ink between two edges."""
    inked = np.flatnonzero(columns[start:end])
    if not inked.size:
        return start, max(start + 1, end)
    return start + int(inked[0]), start + int(inked[-1]) + 1
