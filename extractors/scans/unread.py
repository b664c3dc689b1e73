"""Cells that hold ink but nothing was read in: a lone letter or a dash under a stamp.

A cell lost in silence would be taken for an empty one. So each such cell gets a mark that is doubted; where the page
without its coloured or pale ink shows what stands there, or that nothing does, the mark gives way to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np

from extractors.scans.company import cell_around
from extractors.scans.ink import binarise, print_level, print_limit
from extractors.scans.missed import clusters, is_dash, may_be_word
from extractors.scans.reader import Glyph, Line, read_lines
from extractors.scans.render import Image, PixelBox
from extractors.scans.strips import Strip
from extractors.scans.strokes import Strokes

MARK = "?"
INSET = 2.0
"""Points along a cell's rules in which ink is the rules' own."""
LEAST = 1.0
"""Square points of dark ink that are more than dirt."""
HIGHEST = 40.0
"""Points: in a higher cell a stroke of ink is no lone word."""
WALLED = 0.5
"""Share of a cell's height along which both its upright rules run."""
SURE = 0.6


def unread_cells(
    clean: Image, ink: Image, lines: Sequence[Line], strokes: Strokes, covered: Sequence[PixelBox], scale: float
) -> list[Line]:
    """A mark for each ruled cell without a line that holds ink as dark as print."""
    rest = _dark(clean, ink, print_level(clean, ink, [line.strip for line in lines]))
    for x0, top, x1, bottom in [*covered, *(line.strip.box for line in lines)]:
        rest[top:bottom, x0:x1] = 0
    filled = {cell_around(_middle(line.strip.box), strokes) for line in lines}
    inked = {cell_around(_middle(box), strokes) for box in clusters(rest, scale)}
    cells = [_inner(cell, scale) for cell in inked - filled if cell is not None and _is_walled(cell, strokes)]
    found = sorted(cell for cell in cells if _is_inked(rest, cell, scale))
    return [Line(Strip(*cell), (Glyph(MARK, 0.5, 0.0),)) for cell in found]


def _is_walled(cell: PixelBox, strokes: Strokes) -> bool:
    """Whether upright rules run along most of both sides: over a table, only their ends stick into the space above."""
    left, top, right, bottom = cell

    def covered(side: int) -> float:
        ends = ((max(run.x0, top), min(run.x1, bottom)) for run in strokes.down if abs(run.middle - side) <= 1)
        return sum(max(0.0, end - start) for start, end in ends)

    return min(covered(left), covered(right)) > WALLED * (bottom - top)


def resolved(marks: Sequence[Line], view: Image, level: float, scale: float) -> list[Line]:
    """The marks, or what another view of the page (its print has `level`) shows in their cells."""
    if not marks:
        return []
    ink = _dark(view, binarise(view, scale), level)
    return [_resolved(mark, view, ink, scale) for mark in marks]


def _resolved(mark: Line, view: Image, ink: Image, scale: float) -> Line:
    """What stands in the cell: nothing, a dash, a word that reads well, or something that cannot be read."""
    box = mark.strip.box
    if not _is_inked(ink, box, scale):
        return replace(mark, glyphs=())
    tight = _tight(ink, box)
    if is_dash(ink, tight, scale):
        return Line(Strip(*tight), (Glyph("-", 0.5, SURE),))
    if not may_be_word(tight, scale):
        return mark
    margin = round(INSET * scale)
    x0, top, x1, bottom = tight
    strip = Strip(x0 - margin, max(0, top - margin), x1 + margin, bottom + margin)
    (word,) = read_lines(view, [strip])
    return word if word.glyphs and word.weakest >= SURE else mark


def _dark(image: Image, ink: Image, level: float) -> Image:
    """The ink that is as dark as print."""
    return np.where(image <= print_limit(level), ink, np.uint8(0))


def _middle(box: PixelBox) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _inner(cell: PixelBox, scale: float) -> PixelBox:
    margin = round(INSET * scale)
    return cell[0] + margin, cell[1] + margin, cell[2] - margin, cell[3] - margin


def _is_inked(ink: Image, cell: PixelBox, scale: float) -> bool:
    """Whether a cell of one or two lines holds more ink than dirt is."""
    x0, top, x1, bottom = cell
    if bottom - top > HIGHEST * scale:
        return False
    return cv2.countNonZero(ink[top:bottom, x0:x1]) >= LEAST * scale**2 if x1 > x0 and bottom > top else False


def _tight(ink: Image, box: PixelBox) -> PixelBox:
    """The box around the ink in `box`."""
    x0, top, x1, bottom = box
    x, y, width, height = cv2.boundingRect(np.ascontiguousarray(ink[top:bottom, x0:x1]))
    return x0 + x, top + y, x0 + x + width, top + y + height
