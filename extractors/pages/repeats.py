"""Texts that pdfium takes for repeats of the same text a line above: it leaves them out, though they stand there.

It does so where the lines are close and the text is wide: an office's name in the cells of rows below one another.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractors.geometry import Box
from extractors.pages.glyphs import Glyph

SAME = 1.0
"""Rectangles of one text are as large, and stand as far from a side, to so many points."""
REACH = 0.13
"""pdfium looks for the same text no farther away than this part of its length."""
OVER = 0.5
"""A repeat that is nearer than this part of its height is printed over the text, to make it bold."""

_GAP = Glyph(" ", 0, 0, 0, 0, 0, False, 0, -1)


def with_repeats(
    glyphs: list[Glyph], doubles: Sequence[Box], drawn: Iterable[tuple[Box, int]]
) -> tuple[list[Glyph], list[Box]]:
    """The glyphs with those of left out texts, and the rectangles of the repeats that are printed over their text.

    `doubles` are the rectangles of the texts left out, `drawn` those of the others with the runs of their glyphs.
    """
    known: dict[int, list[tuple[Box, list[Glyph]]]] = {}
    runs: dict[int, list[Glyph]] = {}
    for glyph in glyphs:
        runs.setdefault(glyph.run, []).append(glyph)
    for box, run in drawn:
        known.setdefault(round(box[2] - box[0]), []).append((box, runs.get(run, [])))
    found, over = list(glyphs), []
    for box in doubles:
        width = round(box[2] - box[0])
        alike = [one for near in (width - 1, width, width + 1) for one in known.get(near, ()) if _is_alike(one[0], box)]
        nearest = min(alike, key=lambda one: _distance(one[0], box), default=None)
        if nearest is None or _distance(nearest[0], box) < OVER * min(box[3] - box[1], box[2] - box[0]):
            over.append(box)
            continue
        moved = _moved(nearest[1], box[0] - nearest[0][0], box[1] - nearest[0][1])
        known.setdefault(width, []).append((box, moved))
        found += [_GAP, *moved]
    return found, over


def _is_alike(one: Box, box: Box) -> bool:
    """Whether two rectangles can hold the same text, one beside the other."""
    sizes = abs((one[2] - one[0]) - (box[2] - box[0])), abs((one[3] - one[1]) - (box[3] - box[1]))
    aside = min(abs(one[0] - box[0]), abs(one[1] - box[1]))
    return max(*sizes, aside) < SAME and _distance(one, box) < REACH * max(box[2] - box[0], box[3] - box[1]) + SAME


def _distance(one: Box, box: Box) -> float:
    return max(abs(one[0] - box[0]), abs(one[1] - box[1]))


def _moved(glyphs: Iterable[Glyph], dx: float, dy: float) -> list[Glyph]:
    return [g._replace(x0=g.x0 + dx, x1=g.x1 + dx, top=g.top + dy, bottom=g.bottom + dy) for g in glyphs]
