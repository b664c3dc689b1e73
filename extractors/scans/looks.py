"""A second look at lines that were read badly: through stamps, stains and faint print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from rapidfuzz import fuzz

from extractors.scans.coloured import is_coloured, is_marked, stamp_boxes, tightened, without_stamps
from extractors.scans.coloured_rules import without_coloured
from extractors.scans.company import real_dashes, without_false_bullets
from extractors.scans.detector import find_lines
from extractors.scans.ink import is_faint, print_level
from extractors.scans.lines import outside_pictures, text_strips
from extractors.scans.missed import missed_strips
from extractors.scans.pictures import inside
from extractors.scans.reader import Line, dash, read_lines
from extractors.scans.render import WHITE, Image, PixelBox, Raster
from extractors.scans.sheet import Sheet
from extractors.scans.straighten import view
from extractors.scans.strips import Strip
from extractors.scans.strokes import Strokes, erase
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
PROBABLE = 0.6
"""A lone word under a stamp with a letter less probable than this is what the stamp left."""
ALIKE = 60.0
"""Per cent of its letters that a line keeps, at least, when the stamp around it is gone."""
FEW_LETTERS = 2
GREY_INK = 0.35
"""From print (0) to paper (1): what is paler than this is not print but stamp, pencil or stain."""


def look_closer(sheet: Sheet, raster: Raster) -> Sheet:
    """`sheet` with its unsure lines read again without what is paler than print, and without coloured ink."""
    strokes, scale = sheet.straight.strokes, raster.scale
    level = print_level(sheet.clean, sheet.ink, [line.strip for line in sheet.lines])
    bare, stamps, lines = None, list[PixelBox](), sheet.lines
    if raster.bare is not None:
        drawn = view(raster.bare, sheet.straight, scale)
        bare = erase(drawn, strokes, scale)
        strokes, frames = without_coloured(strokes, drawn, level, scale)
        sheet = replace(sheet, straight=replace(sheet.straight, strokes=strokes))
        stamps = [*stamp_boxes(sheet.ink, bare, level, scale), *frames]
        lines = _with_stamped(sheet, bare, stamps, scale)
    views = [only_print(sheet.clean, level), *([bare] if bare is not None else [])]
    seen = outside_pictures(look_again(lines, views), sheet.straight.pictures, scale)
    printed = [line for line in seen if not _is_watermark(line, sheet, level)]
    if bare is not None:
        sheet, printed = _without_colours(sheet, printed, bare, stamps, level, scale)
    read = without_false_bullets([line for line in printed if line.glyphs], strokes)
    read += lone_words(views[-1], read, stamps, strokes, scale)
    covered = [*sheet.straight.pictures, *boxes_around(sheet.upward)]
    marks = unread_cells(sheet.clean, sheet.ink, read, strokes, covered, scale)
    return replace(sheet, lines=[*read, *resolved(marks, views[-1], level, scale)])


def _with_stamped(sheet: Sheet, bare: Image, stamps: Sequence[PixelBox], scale: float) -> list[Line]:
    """The lines, those under coloured stamps looked for anew: there the detector sees only the stamp."""
    strips = text_strips(find_lines(bare), sheet.straight.strokes, scale) if stamps else []
    return with_fresh(sheet.lines, read_lines(bare, [strip for strip in strips if _is_fresh(strip, sheet.lines)]))


def _without_colours(
    sheet: Sheet, lines: Sequence[Line], bare: Image, stamps: Sequence[PixelBox], level: float, scale: float
) -> tuple[Sheet, list[Line]]:
    """The sheet with its ink apart from stamps, and the lines without coloured writing and without marks on them."""
    kept = [
        line
        for line in lines
        if not is_coloured(line, sheet.ink, bare, level)
        or (line.weakest >= UNSURE and not inside(line.strip.box, stamps, 0))
    ]
    kept = without_stamped(kept, bare, stamps)
    ink = without_stamps(sheet.ink, bare, level, kept, scale)
    plain = [line for line in kept if not is_marked(line, ink, sheet.ink)]
    marked = [line for line in kept if is_marked(line, ink, sheet.ink)]
    return replace(sheet, printed=ink), [*plain, *without_marks(marked, bare, ink)]


def without_stamped(lines: Sequence[Line], bare: Image, stamps: Sequence[PixelBox]) -> list[Line]:
    """The lines without those in stamps that the page without colours does not show: the stamp's own, over print."""
    stamped = [line for line in lines if inside(line.strip.box, stamps, 0)]
    again = read_lines(bare, [line.strip for line in stamped])
    gone = [line for line, one in zip(stamped, again, strict=True) if fuzz.ratio(line.text, one.text) < ALIKE]
    return [line for line in lines if line not in gone]


def lone_words(
    bare: Image, lines: Sequence[Line], stamps: Sequence[PixelBox], strokes: Strokes, scale: float
) -> list[Line]:
    """The ticks, figures and dashes alone under stamps: the detector misses them, and the ring stands too close."""
    if not stamps:
        return []
    words, dashes = missed_strips(bare, [line.strip for line in lines], strokes, (), scale)
    read = read_lines(bare, [strip for strip in words if inside(strip.box, stamps, 0)])
    alone = real_dashes([strip for strip in dashes if inside(strip.box, stamps, 0)], lines, strokes)
    return [*(line for line in read if line.glyphs and line.weakest >= PROBABLE), *map(dash, alone)]


def without_marks(marked: Sequence[Line], bare: Image, printed: Image) -> list[Line]:
    """The `marked` lines as they read without colours where that reads as well: a tick is none of the text."""
    again = read_lines(bare, [tightened(line.strip, printed) for line in marked])
    return [_plainer(line, one) for line, one in zip(marked, again, strict=True)]


def _plainer(line: Line, bare: Line) -> Line:
    return bare if bare.glyphs and bare.weakest >= min(UNSURE, line.weakest) else line


def _is_watermark(line: Line, sheet: Sheet, level: float) -> bool:
    """Whether a line is a letter or two, paler than print: turned writing behind the page falls into such."""
    text = line.text.replace(" ", "")
    return text.isalpha() and len(text) <= FEW_LETTERS and is_faint(sheet.clean, sheet.ink, line.strip.box, level)


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
