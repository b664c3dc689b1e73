"""How the lines of a report are set: its margins, its usual type and blanks, and which lines stand out from them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from extractors.structure.flow import Item, Line, place

SHORT = 0.2
"""A line that is this part shorter than a full one ends before the margin."""
LARGER = 1.07
"""Type that is so many times as large as most of the report's, or as that of the line above, is a heading's."""
BLANK = 1.25
"""So many type sizes of blank above a line part it from a paragraph, where the report's lines are nearer."""
RIGHT_MARGIN = 0.9
"""The quantile of the lines' ends that tells the right margin."""
WIDE_BLANK = 30.0
"""Points of blank that stand in no heading, except behind its number."""


class Setting:
    """The margins, the type and the blanks that most lines of a report have, in points."""

    def __init__(self, lines: Sequence[Line]) -> None:
        """Of all lines of a report."""
        self.right = _quantile([line.x1 for line in lines], RIGHT_MARGIN)
        self.left = _quantile([line.x0 for line in lines], 1 - RIGHT_MARGIN)
        self.size = _quantile([size for line in lines for size in [round(line.size, 1)] * len(line.words)], 0.5)
        gaps = [b.top - a.bottom for a, b in pairwise(lines) if a.page == b.page and b.top > a.top]
        self.blank = max(BLANK * self.size, BLANK * _quantile(gaps, 0.5))
        self.middles: dict[int, float] = {}
        for number, held in groupby(sorted(lines, key=lambda line: line.page), key=lambda line: line.page):
            ends = [x for line in held for x in (line.x0, line.x1)]
            if max(ends) - min(ends) > (self.right - self.left) / 2:
                self.middles[number] = (min(ends) + max(ends)) / 2  # a page may lie among others that stand

    def is_shown(self, line: Line, text: str) -> bool:
        """Whether a line is set as headings are: in bold, in capitals or in larger type than most lines."""
        return line.bold or text.isupper() or line.size > LARGER * self.size

    def in_a_column(self, line: Line, last: Item | None) -> bool:
        """Whether a line begins in the middle of the page and is not centred: a word in some column.

        What is read next although it stands higher begins a card beside another one, or is the title of a table there.
        """
        page, top = place(last) if last else (0, 0.0)
        if page == line.page and line.bottom < top:
            return False
        middles = ((self.left + self.right) / 2, self.middles.get(line.page, 0.0))
        return line.x0 > self.left + 100 and all(abs((line.x0 + line.x1) / 2 - middle) > 30 for middle in middles)

    def stands_alone(self, line: Line, text: str, last: Item | None) -> bool:
        """Whether a line is no part of a paragraph: short, and in larger type, below a blank or an ended sentence."""
        if not text[:1].isupper() or line.x1 > self.right - SHORT * (self.right - line.x0):
            return False
        if not isinstance(last, Line) or last.page != line.page or line.size > LARGER * last.size:
            return True
        if line.top - last.bottom > self.blank:
            return True
        return last.text.endswith((".", ":", ";", "!", "?"))


def goes_on(line: Line, last: Item | None) -> bool:
    """Whether a line stands right below another that ends no sentence: 'Badan Koordinasi Hubungan Masyarakat'."""
    if not isinstance(last, Line) or last.page != line.page or line.top - last.bottom > 1.2 * line.size:
        return False
    return last.text[-1].isalnum() and abs(last.size - line.size) < 0.1 * line.size


def _quantile(values: Sequence[float], share: float) -> float:
    """The value that `share` of `values` do not exceed; 0 where there are none."""
    ordered = sorted(values) or [0.0]
    return ordered[int(share * (len(ordered) - 1))]
