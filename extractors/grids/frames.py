"""Frames that enclose more than a table.

A rule above and below, with a title or a note in between, is no row of the table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.geometry import Word
from extractors.grids.cells import words_by_span
from extractors.grids.lattice import Grid, Span
from extractors.grids.values import has_digit, is_value

NOTE = re.compile(r"\W*(source|note|sumber|catatan|keterangan|ket|exhibit reads|quelle|fonte|nota)\b\W", re.IGNORECASE)

SENTENCE = 12
"""A text of more words is no title of rows."""


def without_frame(grid: Grid, words: Sequence[Word]) -> Grid:
    """The grid without a title above and notes below that its frame encloses."""
    held = words_by_span(grid, words)
    spans = list(grid.spans)
    columns, rows = len(grid.xs) - 1, len(grid.ys) - 1
    first, last = 0, rows
    while last - first > 2 and _is_alone(spans, first, columns) and not _is_of_rows(spans, first, columns, held):
        first += 1
    while last - first > 2 and _is_note(spans, last - 1, columns, held):
        last -= 1
    if (first, last) == (0, rows):
        return grid
    kept = [s._replace(row=s.row - first) for s in spans if s.row >= first and s.row + s.rowspan <= last]
    return grid._replace(ys=grid.ys[first : last + 1], spans=kept, open_top=False)


def _is_alone(spans: Sequence[Span], row: int, columns: int) -> bool:
    """Whether one cell takes up a whole row."""
    return any(s.row == row and s.rowspan == 1 and s.colspan == columns for s in spans) and columns > 1


def _is_of_rows(spans: Sequence[Span], row: int, columns: int, held: dict[Span, list[Word]]) -> bool:
    """Whether a whole row is the title of the figures right below it, as there are others farther below."""
    others = any(_is_alone(spans, other.row, columns) for other in held if other.row > row)
    below = [text for span, text in held.items() if span.row == row + 1]
    figures = sum(any(has_digit(word.text) for word in words) for words in below)
    return others and figures > 1


def _is_note(spans: Sequence[Span], row: int, columns: int, held: dict[Span, list[Word]]) -> bool:
    """Whether a whole last row is a note: a source, or a sentence."""
    if not _is_alone(spans, row, columns):
        return False
    words = next((held.get(s, []) for s in spans if s.row == row), [])
    text = " ".join(word.text for word in words)
    return not words or is_note(text)


def is_note(text: str) -> bool:
    """Whether a text below a table is a note: a source, or a sentence."""
    return bool(NOTE.match(text)) or (len(text.split()) > SENTENCE and not is_value(text))
