"""A second look at lines that were read badly: through stamps, stains and faint print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np

from extractors.scans.detector import find_lines
from extractors.scans.lines import (
    is_faint,
    outside_pictures,
    print_level,
    print_limit,
    text_strips,
    without_false_bullets,
)
from extractors.scans.pictures import inside
from extractors.scans.reader import Line, read_lines
from extractors.scans.render import WHITE, Image, PixelBox, Raster
from extractors.scans.sheet import Sheet
from extractors.scans.straighten import view
from extractors.scans.strips import Strip, crop
from extractors.scans.unread import resolved, unread_cells
from extractors.scans.upward import boxes_around

UNSURE = 0.9
"""A line with a letter less probable than this is looked at again."""
WHOLE = 0.75
"""Share of a line's width that must have been read for it to count as read."""
EVEN = 0.7
"""Probability at which a letter counts neither for nor against a reading."""
BETTER = 0.1
"""How much better another reading must be to replace the first."""
LEFT = 0.1
"""Share of a line's ink that is left without colours, at least, of print."""
STAMP, ARC = 40.0, 25.0
"""Points: height and width, at least, of a stamp, and of an arc of its ring."""
BROKEN = 10.0
"""Points over which the ring of a stamp may be broken, by print or by a rule."""
FEW_LETTERS = 2
GREY_INK = 0.35
"""From print (0) to paper (1): what is paler than this is not print but stamp, pencil or stain."""


def look_closer(sheet: Sheet, raster: Raster) -> Sheet:
    """`sheet` with its unsure lines read again without what is paler than print, and without coloured ink.

    Under coloured stamps lines are also looked for anew: there the detector sees only the stamp.
    """
    level = print_level(sheet.clean, sheet.ink, [line.strip for line in sheet.lines])
    views, lines = [only_print(sheet.clean, level)], sheet.lines
    if raster.bare is not None:
        bare = view(raster.bare, sheet.straight, raster.scale)
        views.append(bare)
        strips = text_strips(find_lines(bare), sheet.straight.strokes, raster.scale)
        lines = with_fresh(lines, read_lines(bare, [strip for strip in strips if _is_fresh(strip, lines)]))
    seen = outside_pictures(look_again(lines, views), sheet.straight.pictures, raster.scale)
    printed = [line for line in seen if not _is_watermark(line, sheet, level)]
    if raster.bare is not None:
        stamps = stamp_boxes(sheet.ink, views[-1], level, raster.scale)
        printed = [
            line
            for line in printed
            if not is_coloured(line, sheet.ink, views[-1], level)
            or (line.weakest >= UNSURE and not inside(line.strip.box, stamps, 0))
        ]
        sheet = replace(sheet, printed=without_stamps(sheet.ink, views[-1], level, printed))
    read = without_false_bullets([line for line in printed if line.glyphs], sheet.straight.strokes)
    covered = [*sheet.straight.pictures, *boxes_around(sheet.upward)]
    marks = unread_cells(sheet.clean, sheet.ink, read, sheet.straight.strokes, covered, raster.scale)
    return replace(sheet, lines=[*read, *resolved(marks, views[-1], level, raster.scale)])


def _is_watermark(line: Line, sheet: Sheet, level: float) -> bool:
    """Whether a line is a letter or two, paler than print: turned writing behind the page falls into such."""
    text = line.text.replace(" ", "")
    return text.isalpha() and len(text) <= FEW_LETTERS and is_faint(sheet.clean, sheet.ink, line.strip.box, level)


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


def without_stamps(ink: Image, bare: Image, level: float, lines: Sequence[Line]) -> Image:
    """`ink` without what is gone from the page without colours, lines printed in colour apart.

    A stamp over a line would make its letters look large, and itself a part of the words beside it.
    """
    printed = np.where(bare > print_limit(level), np.uint8(0), ink)
    for x0, top, x1, bottom in (line.strip.box for line in lines if is_coloured(line, ink, bare, level)):
        printed[top:bottom, x0:x1] = ink[top:bottom, x0:x1]
    return printed


def with_fresh(lines: Sequence[Line], fresh: Sequence[Line]) -> list[Line]:
    """`lines` with the fresh ones that read well in place of the shreds of them that were read before."""
    good = [line for line in fresh if line.glyphs and line.confidence >= UNSURE]
    kept = [line for line in lines if not any(_same_place(line.strip, other.strip) for other in good)]
    return [*kept, *good]


def _is_fresh(strip: Strip, lines: Sequence[Line]) -> bool:
    """Whether no line, or only shreds of one, were read where `strip` is."""
    return sum(line.strip.width for line in lines if _same_place(strip, line.strip)) < WHOLE * strip.width


def _same_place(one: Strip, other: Strip) -> bool:
    """Whether two strips hold some of the same writing."""
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    return across > 0.3 * min(one.width, other.width) and abs(one.middle - other.middle) < 0.5 * min(
        one.height, other.height
    )


def look_again(lines: Sequence[Line], views: Sequence[Image]) -> list[Line]:
    """`lines`, the unsure ones replaced by what another view of the page shows better."""
    unsure = [place for place, line in enumerate(lines) if line.weakest < UNSURE]
    best = list(lines)
    for picture in views:
        for place, line in zip(unsure, read_lines(picture, [lines[place].strip for place in unsure]), strict=True):
            if _worth(line) > _worth(best[place]) + BETTER:
                best[place] = line
    return best


def _worth(line: Line) -> float:
    """How much of a line is read well: a letter read badly counts against it."""
    return sum(glyph.confidence - EVEN for glyph in line.glyphs)


def only_print(image: Image, level: float) -> Image:
    """`image` with everything paler than its print (grey value `level`) turned to paper."""
    limit = level + GREY_INK * (WHITE - level)
    stretched = (image.astype(np.float32) - level) * (WHITE - level) / max(limit - level, 1.0) + level
    return np.asarray(np.clip(stretched, 0, WHITE), dtype=np.uint8)
