"""Ink in colour over the print: stamps, ticks of a pen, highlighter; told by the page without its colours (`bare`)."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from extractors.scans.ink import print_limit
from extractors.scans.reader import Line
from extractors.scans.render import Image, PixelBox
from extractors.scans.strips import Strip, crop

LEFT = 0.1
"""Share of a line's ink that is left without colours, at least, of print."""
STAMP, ARC = 40.0, 12.0
"""Points: height and width, at least, of a stamp, and of an arc of its ring."""
BROKEN = 16.0
"""Points over which the ring of a stamp may be broken, by print or by a rule."""
MARGIN, SMALLER = 0.28, 0.8
"""Heights of print left around it, and the share of a strip's height that the whole then has where it was too large."""
FRINGE = 0.5
"""Points around print in which ink that is gone without colours is the print's own edge."""
OVER = 0.04
"""Share of a line's ink that a mark over it has, at least."""


def stamp_boxes(ink: Image, bare: Image, level: float, scale: float) -> list[PixelBox]:
    """The boxes of coloured ink (gone from `bare`) that hangs together high and wide, as the ring of a stamp does."""
    coloured = np.where(bare > print_limit(level), ink, np.uint8(0))
    _, _, stats, _ = cv2.connectedComponentsWithStats(coloured)
    arcs = [
        (x, y, x + width, y + height)
        for x, y, width, height, _ in stats[1:].tolist()
        if min(width, height) > ARC * scale
    ]
    whole: list[PixelBox] = []
    for arc in arcs:
        beside = [box for box in whole if _are_near(box, arc, BROKEN * scale)]
        whole = [box for box in whole if box not in beside]
        x0s, tops, x1s, bottoms = zip(arc, *beside, strict=True)
        whole.append((min(x0s), min(tops), max(x1s), max(bottoms)))
    return [box for box in whole if min(box[2] - box[0], box[3] - box[1]) > STAMP * scale]


def _are_near(one: PixelBox, other: PixelBox, reach: float) -> bool:
    """Whether two boxes overlap or are no more than `reach` apart."""
    across = max(one[0], other[0]) - min(one[2], other[2])
    return max(across, max(one[1], other[1]) - min(one[3], other[3])) <= reach


def is_coloured(line: Line, ink: Image, bare: Image, level: float) -> bool:
    """Whether a line is gone from the page without its coloured ink: the writing in a stamp."""
    dark = crop(bare, line.strip) <= print_limit(level)
    return int(dark.sum()) < LEFT * int((crop(ink, line.strip) > 0).sum())


def is_marked(line: Line, printed: Image, ink: Image) -> bool:
    """Whether some ink of a line, but not all of it, is none of the `printed`: a stamp or a pen runs over it."""
    whole, left = int((crop(ink, line.strip) > 0).sum()), int((crop(printed, line.strip) > 0).sum())
    return LEFT * whole <= left < (1 - OVER) * whole


def tightened(strip: Strip, printed: Image) -> Strip:
    """The strip around the print in it, where a stamp made it much larger than that."""
    solid = cv2.morphologyEx(crop(printed, strip), cv2.MORPH_OPEN, np.ones((2, 2), np.uint8))
    x, y, width, height = cv2.boundingRect(np.ascontiguousarray(solid))
    margin = round(MARGIN * height)
    if strip.slope or not height or height + 2 * margin > SMALLER * strip.height:
        return strip
    left, top = max(0, strip.x0 + x - margin), max(0, strip.top + y - margin)
    return Strip(left, top, strip.x0 + x + width + margin, strip.top + y + height + margin)


def without_stamps(ink: Image, bare: Image, level: float, lines: Sequence[Line], scale: float) -> Image:
    """`ink` without what is gone from the page without colours, lines printed in colour apart.

    A stamp over a line would make its letters look large, and itself a part of the words beside it.
    """
    dark = np.where(bare > print_limit(level), np.uint8(0), ink)
    side = 2 * round(FRINGE * scale) + 1
    printed = np.where(cv2.dilate(dark, np.ones((side, side), np.uint8)) > 0, ink, np.uint8(0))
    for x0, top, x1, bottom in (line.strip.box for line in lines if is_coloured(line, ink, bare, level)):
        printed[top:bottom, x0:x1] = ink[top:bottom, x0:x1]
    return printed
