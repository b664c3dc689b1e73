"""From read lines to words: split at spaces, each with its rectangle on the page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from extractors.geometry import Word
from extractors.scans.metrics import ASCENT, DASHES, DESCENT, metrics_of
from extractors.scans.reader import Glyph, Line
from extractors.scans.render import Image
from extractors.scans.strips import crop
from extractors.scans.ticks import TICK

Columns = npt.NDArray[np.bool_]

DOTS = frozenset("·•●")
"""What dirt is read as between words; at the start of a line they are bullets."""
LEGIBLE = 0.5
"""Probability of the letters of a Roman numeral below which its strokes may be those of other letters."""
_ROMAN = re.compile(r"(?=.*[IVX])[IVXl|]{2,5}")
"""Roman numerals, their strokes read as small letters."""
SPECKS = frozenset(".,·'`")
"""What dirt is read as where it stands alone or before a word."""
THIN = frozenset("ij")
WIDE_GAP = 0.19
"""Font sizes: letters further apart than this are two words, though the recogniser saw no space."""
WIDE_GAP_DIGITS = 0.36
"""The same for two digits, which stand in boxes of one width."""
FAR = 1.0
"""The same for a sign and the word it belongs to: 'Tanggal      : 2 Mei' is two columns."""
AROUND, BLANK = 1.2, 0.5
"""Font sizes from the middle of a word's outer letters within which its ink ends, and of blank beyond them behind which
it is a neighbour's."""


def words_of(line: Line, ink: Image, scale: float, usual: float) -> list[Word]:
    """The words of a line in points; `usual` is the font size in pixels where the line does not tell its own."""
    glyphs = _without_specks(line.glyphs)
    if not glyphs:
        return []
    strip, drawn = line.strip, crop(ink, line.strip)
    metrics = metrics_of(glyphs, drawn, usual)
    columns: Columns = np.asarray((drawn > 0).any(axis=0), dtype=np.bool_)
    groups = _groups(glyphs, columns, strip.height, metrics.size)
    edges = [_gap(columns, a[-1].place * strip.height, b[0].place * strip.height)[0] for a, b in pairwise(groups)]
    words = []
    for group, (start, end) in zip(groups, pairwise([0, *edges, len(columns)]), strict=True):
        reach = AROUND * metrics.size
        left, right = group[0].place * strip.height - reach, group[-1].place * strip.height + reach
        first, last = _extent(columns, max(start, int(left)), min(end, int(right)))
        places = (group[0].place * strip.height, group[-1].place * strip.height)
        first, last = _without_others(columns, first, last, places, BLANK * metrics.size)
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


def _without_others(
    columns: Columns, first: int, last: int, places: tuple[float, float], blank: float
) -> tuple[int, int]:
    """An extent without the ink beyond a blank at either side of a word's outer letters: that of words beside it."""
    inked = np.flatnonzero(columns[first:last]) + first
    gaps = [(int(a) + 1, int(b)) for a, b in pairwise(inked.tolist()) if b - a > blank]
    start = max((after for before, after in gaps if before <= places[0]), default=first)
    end = min((before for before, after in gaps if after > places[1]), default=last)
    return (start, end) if start < end else (first, last)


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
