"""Where there is writing: the detector's lines cut at rules, with the letters that it left out at their ends."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from extractors.scans.detector import Corners
from extractors.scans.pictures import inside
from extractors.scans.reader import Line
from extractors.scans.render import Image, PixelBox
from extractors.scans.strips import Strip, crop, strip_around
from extractors.scans.strokes import Strokes

STEEP = 0.25
"""Rise of a line that no writing of a straightened page has."""
NARROW = 2.5
"""Points: a cut-off part narrower than this is only the detector's margin."""
REST = 0.4
"""Share of a short part of a line that lies in another line."""
LONGEST_TAIL, CLOSE, LETTER = 24.0, 1.8, 0.35
"""Letters left out at a line's end: points they may span, points of blank before them, and height in strips."""
SURE = 0.9
"""Writing with a letter less probable than this may be dirt, or part of a picture."""
FEW_LINES, WORDY = 4, 6
"""Well read lines, of so many letters, that a picture does not have."""
CAPTION_MARGIN = 12.0
"""Points: writing this near to a picture's edge may be its caption."""


def text_strips(corners: Corners, strokes: Strokes, scale: float) -> list[Strip]:
    """Strips of the detected lines, cut where an upright rule runs through them; not of watermarks across the page."""
    strips = [strip_around(quad, strokes.down_mask.shape) for quad in corners]
    parts = [part for strip in strips if abs(strip.slope) < STEEP for part in _cut(strip, strokes, scale)]
    return [part for part in parts if not any(_is_rest(part, other) for other in parts)]


def _is_rest(part: Strip, other: Strip) -> bool:
    """Whether a part is the end of another line once more: what the detector added to the line beside it."""
    across = min(part.x1, other.x1) - max(part.x0, other.x0)
    level = abs(part.middle - other.middle) < part.height / 4
    return level and part.width < 1.5 * part.height < other.width and across > REST * part.width


def outside_pictures(lines: Sequence[Line], pictures: Sequence[PixelBox], scale: float) -> list[Line]:
    """`lines` without the scraps inside pictures; an area with several good lines is no picture but shadow or shade."""
    real = []
    for picture in pictures:
        held = [line for line in lines if inside(line.strip.box, [picture], CAPTION_MARGIN * scale)]
        if sum(line.weakest >= SURE and len(line.glyphs) >= WORDY for line in held) < FEW_LINES:
            real.append(picture)
    return [line for line in lines if not inside(line.strip.box, real, CAPTION_MARGIN * scale)]


def _cut(strip: Strip, strokes: Strokes, scale: float) -> list[Strip]:
    """The parts of a strip between the upright rules through its middle."""
    rows = crop(strokes.down_mask, strip)
    quarter = rows.shape[0] // 4
    rule = (rows[quarter : rows.shape[0] - quarter] > 0).mean(axis=0) > 0.5
    edges = np.flatnonzero(np.diff(np.concatenate([[True], rule, [True]]).astype(np.int8))).reshape(-1, 2)
    wide = [(int(start), int(end)) for start, end in edges if end - start > NARROW * scale]
    return [strip.part(strip.x0 + start, strip.x0 + end) for start, end in wide]


def grown(strips: Sequence[Strip], ink: Image, scale: float) -> list[Strip]:
    """The strips with the letters that the detector left out at either end: ink that follows without a space."""
    rest = ink.copy()
    for strip in strips:
        x0, top, x1, bottom = strip.box
        rest[top:bottom, x0:x1] = 0
    return [strip.part(*_ends(strip, rest, scale)) for strip in strips]


def _ends(strip: Strip, rest: Image, scale: float) -> tuple[int, int]:
    """Where the writing of a strip begins and ends."""
    reach, width = round(LONGEST_TAIL * scale), rest.shape[1]
    before = strip.part(max(0, strip.x0 - reach), strip.x0)
    after = strip.part(strip.x1, min(width, strip.x1 + reach))
    left = _follows(crop(rest, before)[:, ::-1], scale) if before.width else 0
    return strip.x0 - left, strip.x1 + (_follows(crop(rest, after), scale) if after.width else 0)


def _follows(ink: Image, scale: float) -> int:
    """How many columns of letters follow from the left before a blank; 0 for dots and dirt."""
    columns = np.asarray((ink > 0).any(axis=0))
    last, blank = 0, 0
    for place, inked in enumerate(columns.tolist(), 1):
        blank = 0 if inked else blank + 1
        last = place if inked else last
        if blank > CLOSE * scale:
            break
    rows = np.flatnonzero((ink[:, :last] > 0).any(axis=1))
    return last if rows.size and rows[-1] - rows[0] >= LETTER * ink.shape[0] else 0
