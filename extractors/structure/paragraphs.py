"""Paragraphs and list items out of lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from extractors.geometry import Box, union
from extractors.structure.flow import Line, folded
from extractors.structure.outline import Marker, counts_alike, read_marker
from extractors.values.lone_days import month_told

INDENT = 8.0
"""Points by which a first line stands right of its paragraph."""
FLUSH, MARGIN = 1.0, 4.0
"""Points within which justified lines end at the margin, and by which the last line of a paragraph ends before it."""
JUSTIFIED = 0.5
"""Text is justified when more than this part of its lines ends at the margin."""
FEWEST = 3
"""So many lines that end at one place do so by no accident."""
APART = 1.2
"""A paragraph begins so many usual distances of lines below the one before."""
CLOSE = 1.5
"""Lines nearer than so many type sizes are of one paragraph."""
FAR = 1.6
"""A paragraph begins so many usual distances of lines below any other line."""
_OPEN_DATE = re.compile(r"(\d|\b(bulan|dan|tanggal|s\.?\s?d\.?))\W*$", re.IGNORECASE)
"""What ends so may go on with a month."""
_OPEN_RANGE = re.compile(r"\d [-–—] \d$")
SHORT = 0.15
"""A full line ends before the margin by less than this part of its length."""
DASHES = ("-", "–", "—")
TITLE_WORDS = 4
"""The title of a month has so many words at most: 'Bulan April Tahun 2024'."""
NOTE = re.compile(r"(sumber|catatan|keterangan)\s*:", re.IGNORECASE)
"""How a note below a list or table begins."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together, with the list marker before them, if any."""

    lines: tuple[Line, ...]
    marker: Marker | None = None

    @property
    def text(self) -> str:
        """The whole text without its marker, white space folded."""
        text = folded(self.lines)
        return text[self.marker.length :].strip() if self.marker else text

    @property
    def page(self) -> int:
        """The page that holds most of its different words, the first of equals."""
        words: dict[int, set[str]] = {}
        for line in self.lines:
            words.setdefault(line.page, set()).update(word.text.casefold() for word in line.words)
        return max(words, key=lambda page: len(words[page]))

    @property
    def box(self) -> Box:
        """The rectangle of its lines on that page."""
        return union(line.box for line in self.lines if line.page == self.page)

    @property
    def bold(self) -> bool:
        """Whether it is set bold as a whole: a sub-heading."""
        return all(line.bold for line in self.lines)

    @property
    def doubt(self) -> str | None:
        """The first doubt about one of its words."""
        return next((line.doubt for line in self.lines if line.doubt), None)


def paragraphs(lines: Sequence[Line]) -> list[Paragraph]:
    """Paragraphs by markers, first-line indents, gaps and short last lines; list items are paragraphs.

    Lines that all end a sentence are one each.
    """
    if not lines:
        return []
    right, step = _right_margin(lines), _usual_step(lines)
    justified = _are_justified(lines, right)
    single = len(lines) >= FEWEST and all(map(_is_ended, lines))
    groups: list[list[Line]] = []
    for line in lines:
        apart = groups and (_stands_apart(line, groups[-1][-1], step) or _is_month(line, groups[-1][-1]))
        if groups and not (single or apart or _begins(line, groups[-1], right, justified)):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [Paragraph(tuple(group), read_marker(folded(group))) for group in groups]


def _are_justified(lines: Sequence[Line], right: float) -> bool:
    """Whether lines end at the right margin, those aside that end a sentence: they may be the last of a paragraph."""
    flush = [line for line in lines if abs(line.x1 - right) < FLUSH]
    inside = [line for line in lines if not _is_ended(line)]
    amid = len(flush) >= FEWEST and sum(not _is_ended(line) for line in flush) > JUSTIFIED * len(inside)
    return amid or len(flush) > JUSTIFIED * len(lines)


def _right_margin(lines: Sequence[Line]) -> float:
    """The right edge of full lines."""
    ends = sorted(line.x1 for line in lines)
    return ends[int(0.9 * (len(ends) - 1))]


def _usual_step(lines: Sequence[Line]) -> float:
    """The distance from one line of a paragraph to the next, infinite where nothing tells it."""
    steps = sorted(b.top - a.top for a, b in pairwise(lines) if a.page == b.page and 0 < b.top - a.top < 3 * b.size)
    close = [step for step in steps if step < CLOSE * lines[0].size]  # paragraphs of one line are all apart
    steps = close if len(close) > 1 else steps
    return steps[len(steps) // 4] if steps else inf


def _stands_apart(line: Line, before: Line, step: float) -> bool:
    """Whether `line` follows the end of a sentence at more than the usual distance, or any line over a blank one."""
    distance = line.top - before.top if line.page == before.page else 0.0
    return distance > FAR * step or (distance > APART * step and _is_ended(before))


def _is_month(line: Line, before: Line) -> bool:
    """Whether a line is but the name of a month, a title of what follows: no rest of the date before it."""
    return len(line.words) <= TITLE_WORDS and month_told(line.text) != "" and not _OPEN_DATE.search(before.text)


def _is_ended(line: Line) -> bool:
    return line.text.rstrip().endswith((".", ":", ";", "!", "?"))


def _begins(line: Line, group: Sequence[Line], right: float, justified: bool) -> bool:
    """Whether `line` begins a new paragraph after the lines of `group`; `justified` lines end at `right`."""
    before = group[-1]
    if (
        (_item_begins(line, group) and not _is_dash_amid(line, before, right))
        or NOTE.match(line.text)
        or _is_elsewhere(line, group)
    ):
        return True
    weighed = line.bold != before.bold and (line.bold or all(other.bold for other in group))
    if weighed and not _is_last_line(line, group, right):
        return True
    if line.page == before.page and line.top - before.bottom > 1.0 * before.size + 2:
        return True
    short = before.x1 < right - (MARGIN if justified else max(40.0, 0.12 * (right - before.x0)))
    ended = _is_ended(before)
    left = min(other.x0 for other in group)
    if line.x0 - before.x0 > INDENT and len(group) == 1 and read_marker(before.text):
        return False
    indented = line.x0 - left > INDENT and (ended or short)
    return indented or (ended and short)


def _is_dash_amid(line: Line, before: Line, right: float) -> bool:
    """Whether a line begins with a dash that a break put first: flush below a full line that ends no sentence.

    Between two numbers it means 'to', wherever the line above begins.
    """
    full = before.x1 > right - SHORT * (right - before.x0) and not _is_ended(before)
    flush = line.page == before.page and abs(line.x0 - before.x0) < FLUSH and before.words[0].text not in DASHES
    range_ = _OPEN_RANGE.search(f"{before.text} {line.text[:3]}") is not None
    return line.words[0].text in DASHES and (flush or range_) and full


def _is_last_line(line: Line, group: Sequence[Line], right: float) -> bool:
    """Whether `line` ends the sentence of a full line right above it: it is bold for its few words, or for weight."""
    before = group[-1]
    full = before.x1 > right - MARGIN and not _is_ended(before)
    return full and len(group) > 1 and abs(line.x0 - before.x0) < FLUSH and _is_ended(line)


def _item_begins(line: Line, group: Sequence[Line]) -> bool:
    """Whether `line` begins with a list marker that can follow what came before."""
    marker = read_marker(line.text)
    if marker is None:
        return False
    first = read_marker(group[0].text)
    if first and counts_alike(first, marker):
        near = abs(line.x0 - group[0].x0) <= INDENT + 4 or _are_centred([*group, line])
        return near and (marker.style == "bullet" or marker.value != first.value or not _full(group[-1], line))
    if first:
        # A marker of another style inside an item is a point of its own only where it stands further right or left
        # at the beginning of a count; a "2." that a line break put first is text.
        return marker.value <= 1 or marker.style == "bullet" or line.x0 < group[0].x0 - INDENT
    return True


def _are_centred(lines: Sequence[Line]) -> bool:
    """Whether lines that begin at different places have one middle, so that their markers stand nowhere in a line."""
    starts, middles = [line.x0 for line in lines], [(line.x0 + line.x1) / 2 for line in lines]
    return max(middles) - min(middles) < 2 * FLUSH < max(starts) - min(starts)


def _full(before: Line, line: Line) -> bool:
    """Whether `before` reaches about as far right as `line`: a line in the middle of a paragraph."""
    return before.x1 >= line.x1 - 10


def list_items(lines: Sequence[Line]) -> list[Paragraph]:
    """The items of the list in `lines` with their points; prose before the list and notes below it are left out."""
    found = paragraphs(lines)
    first = next((p.marker for p in found if p.marker and p.marker.value <= 1), None) or next(
        (p.marker for p in found if p.marker), None
    )
    if first is None:
        return []
    items: list[list[Line]] = []
    for paragraph in found:
        if paragraph.marker and counts_alike(first, paragraph.marker):
            items.append(list(paragraph.lines))
        elif month_told(paragraph.text):
            continue  # a title over the items that follow
        elif items and (paragraph.marker or not paragraph.bold) and not NOTE.match(paragraph.text):
            after = _is_elsewhere(paragraph.lines[0], items[-1]) or _is_set_out(paragraph, items)
            items[-1] += () if after else paragraph.lines
    return [Paragraph(tuple(item), read_marker(folded(item))) for item in items]


def _is_set_out(paragraph: Paragraph, items: Sequence[Sequence[Line]]) -> bool:
    """Whether a paragraph of its own begins left of all lines of a list: it stands below the list."""
    edge = min(line.x0 for item in items for line in item)
    return paragraph.marker is None and paragraph.lines[0].x0 < edge - INDENT


def _is_elsewhere(line: Line, item: Sequence[Line]) -> bool:
    """Whether a line on a later page, after the end of an item, begins where none of its lines does: a page's head.

    Behind a colon the item goes on.
    """
    apart = all(abs(line.x0 - other.x0) > INDENT for other in item)
    ended = _is_ended(item[-1]) and not item[-1].text.rstrip().endswith(":")  # which announces what follows
    return line.page != item[-1].page and ended and apart
