"""Where there is writing: the detector's lines cut at rules, and the lone digits and dashes that it misses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import cv2
import numpy as np

from extractors.scans.detector import Corners
from extractors.scans.ink import binarise
from extractors.scans.pictures import inside
from extractors.scans.reader import Line
from extractors.scans.render import WHITE, Image, PixelBox
from extractors.scans.runs import Run
from extractors.scans.strips import Strip, crop, strip_around
from extractors.scans.strokes import Strokes

STEEP = 0.25
"""Rise of a line that no writing of a straightened page has."""
NARROW = 2.5
"""Points: a cut-off part narrower than this is only the detector's margin."""
LEAST, TALLEST, WIDEST = 3.5, 30.0, 120.0
"""Points: height and width of what may be a missed word."""
REST = 0.4
"""Share of a short part of a line that lies in another line."""
DRAWN = 0.45
"""Share of a dash's box that is ink."""
ALONE = 4.0
"""Points of white around a missed word or dash; scraps of pictures and stamps stand closer together."""
LONGEST_TAIL, CLOSE, LETTER = 24.0, 1.8, 0.35
"""Letters left out at a line's end: points they may span, points of blank before them, and height in strips."""
BULLETS = frozenset("•●·*")
"""What a dot is read as."""
SURE = 0.9
"""A missed word with a letter less probable than this may be dirt."""
AS_HIGH, TOO_HIGH, LEGIBLE = 0.6, 1.8, 0.3
"""Heights, in usual lines, and least probability of a letter that dirt (and the letters of a watermark) seldom have."""
FAINT = 0.55
"""How much paler than the page's print a missed word may be, from print to paper."""
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


def missed_strips(
    image: Image, found: Sequence[Strip], strokes: Strokes, covered: Sequence[PixelBox], scale: float
) -> tuple[list[Strip], list[Strip]]:
    """Strips of ink that no line covers but a table or a line stands beside: of words, and of dashes.

    `covered` are the pictures and what else needs no search.
    """
    rest = binarise(image, scale)
    level = print_level(image, rest, found)
    for strip in found:
        x0, top, x1, bottom = strip.box
        rest[top:bottom, x0:x1] = 0
    drawn = cv2.bitwise_or(strokes.across_mask, strokes.down_mask)
    rest[cv2.dilate(drawn, np.ones((3, 3), np.uint8)) > 0] = 0
    for x0, top, x1, bottom in covered:
        rest[top:bottom, x0:x1] = 0
    words: list[Strip] = []
    dashes: list[Strip] = []
    for box in clusters(rest, scale):
        dash = is_dash(rest, box, scale)
        if (not dash and not may_be_word(box, scale)) or not _alone(box, rest, scale):
            continue
        if found and not is_faint(image, rest, box, level) and _in_line(box, found, strokes.down):
            (dashes if dash else words).append(_padded(box, image.shape))
    return words, dashes


def print_level(image: Image, ink: Image, found: Sequence[Strip]) -> float:
    """Grey value of the darker half of the print on a page; 0 where nothing is printed."""
    return float(np.median([_darkness(image, ink, strip.box) for strip in found])) if found else 0.0


def is_faint(image: Image, ink: Image, box: PixelBox, level: float) -> bool:
    """Whether the ink in a box is much paler than print, whose grey value is `level`."""
    return _darkness(image, ink, box) > print_limit(level)


def print_limit(level: float) -> float:
    """The grey value above which ink is much paler than print."""
    return FAINT * WHITE + (1 - FAINT) * level


def _darkness(image: Image, ink: Image, box: PixelBox) -> float:
    """Grey value of the darker half of the ink in a box."""
    x0, top, x1, bottom = box
    greys = image[top:bottom, x0:x1][ink[top:bottom, x0:x1] > 0]
    return float(np.percentile(greys, 30)) if greys.size else float(WHITE)


def clusters(ink: Image, scale: float) -> list[PixelBox]:
    """Boxes around ink that stands as close together as the letters of a word."""
    near = cv2.dilate(ink, np.ones((max(1, round(scale)), max(1, round(3 * scale))), np.uint8))
    _, labels, stats, _ = cv2.connectedComponentsWithStats(near)
    boxes = []
    for label, (x, y, width, height, _) in enumerate(stats[1:].tolist(), 1):
        place = np.s_[y : y + height, x : x + width]
        rows, columns = np.nonzero((labels[place] == label) & (ink[place] > 0))
        boxes.append((x + int(columns.min()), y + int(rows.min()), x + int(columns.max()) + 1, y + int(rows.max()) + 1))
    return boxes


def is_dash(ink: Image, box: PixelBox, scale: float) -> bool:
    """Whether a box of ink has the shape of a dash; specks of dirt side by side do not fill it."""
    x0, top, x1, bottom = box
    width, height = (x1 - x0) / scale, (bottom - top) / scale
    long = 2.0 <= width <= 14 and 0.3 <= height <= 2.6 and width >= 1.3 * height
    return long and float((ink[top:bottom, x0:x1] > 0).mean()) >= DRAWN


def may_be_word(box: PixelBox, scale: float) -> bool:
    """Whether a box of ink has the size of a word."""
    width, height = (box[2] - box[0]) / scale, (box[3] - box[1]) / scale
    return LEAST <= height <= TALLEST and 0.8 <= width <= WIDEST


def _alone(box: PixelBox, rest: Image, scale: float) -> bool:
    """Whether nothing else that is unread stands close to `box`."""
    x0, top, x1, bottom = box
    reach = round(ALONE * scale)
    around = np.s_[max(0, top - reach) : bottom + reach, max(0, x0 - reach) : x1 + reach]
    return int((rest[around] > 0).sum()) <= 1.15 * int((rest[top:bottom, x0:x1] > 0).sum())


def _in_line(box: PixelBox, found: Iterable[Strip], down: Iterable[Run]) -> bool:
    """Whether a box stands in a table (upright rules left and right of it) or on the height of a line."""
    x0, top, x1, bottom = box
    middle = (top + bottom) / 2
    rules = [run.middle for run in down if run.x0 <= middle <= run.x1]
    if rules and min(rules) < x0 and x1 < max(rules):
        return True
    return any(strip.top < middle < strip.bottom for strip in found)


def worth_keeping(missed: Iterable[Line], lines: Sequence[Line], strokes: Strokes) -> list[Line]:
    """The missed words that were read well, as high as a line, or alone in their cell; others are dirt or watermark.

    What is kept although it was read poorly is doubted later: a word lost in silence would be worse.
    """
    usual = float(np.median([line.strip.height for line in lines])) if lines else 0.0

    def is_word(line: Line) -> bool:
        if line.weakest >= SURE or line.strip.height > TOO_HIGH * usual:
            return line.weakest >= SURE
        tall = line.strip.height >= AS_HIGH * usual and line.weakest >= LEGIBLE
        return tall or _company(line.strip, lines, strokes) == 0

    return [line for line in missed if is_word(line)]


def real_dashes(dashes: Iterable[Strip], lines: Sequence[Line], strokes: Strokes) -> list[Strip]:
    """The dashes that stand alone in a cell or in its row of one, or before a line; others are dirt."""
    return [
        strip
        for strip in dashes
        if _company(strip, lines, strokes) == 0 or _leads(strip, lines, strokes) or _in_row(strip, lines, strokes)
    ]


def _in_row(strip: Strip, lines: Sequence[Line], strokes: Strokes) -> bool:
    """Whether a strip stands alone between its upright rules on the height of two lines beside: rows without rules."""
    level = [line for line in lines if abs(line.strip.middle - strip.middle) < line.strip.height / 4]
    return len(level) > 1 and _company(strip, level, strokes) == 0


def _company(strip: Strip, lines: Iterable[Line], strokes: Strokes) -> int | None:
    """How many lines stand between the rules around a strip; None without rules around it."""
    cell = cell_around(((strip.x0 + strip.x1) / 2, strip.middle), strokes)
    if cell is None:
        return None
    left, top, right, bottom = cell
    places = ((line.strip.x0 + line.strip.x1) / 2 for line in lines if top < line.strip.middle < bottom)
    return sum(left < place < right for place in places)


def cell_around(place: tuple[float, float], strokes: Strokes) -> PixelBox | None:
    """The box between the rules next around a place; None without rules around it."""
    x, y = place
    columns = [run.middle for run in strokes.down if run.x0 <= y <= run.x1]
    rows = [run.middle for run in strokes.across if run.x0 <= x <= run.x1]
    if not (columns and rows and min(columns) < x < max(columns) and min(rows) < y < max(rows)):
        return None
    left, right = max(c for c in columns if c <= x), min(c for c in columns if c > x)
    top, bottom = max(r for r in rows if r <= y), min(r for r in rows if r > y)
    return round(left), round(top), round(right), round(bottom)


def without_false_bullets(lines: Sequence[Line], strokes: Strokes) -> list[Line]:
    """`lines` without the lone dots that stand in a cell or after another line: dirt, where bullets lead."""
    return [line for line in lines if line.text.strip() not in BULLETS or _leads(line.strip, lines, strokes)]


def _leads(strip: Strip, lines: Iterable[Line], strokes: Strokes) -> bool:
    """Whether a strip outside ruled tables stands before the others on its height, or between them, but on none."""
    others = (line.strip for line in lines if line.strip is not strip)
    beside = [other for other in others if other.top < strip.middle < other.bottom]
    return _company(strip, lines, strokes) is None and not any(other.x0 <= strip.x0 <= other.x1 for other in beside)


def _padded(box: PixelBox, shape: tuple[int, ...]) -> Strip:
    """The box with the margin that the detector gives, inside the picture."""
    x0, top, x1, bottom = box
    margin = max(2, round(0.28 * (bottom - top)))
    return Strip(max(0, x0 - margin), max(0, top - margin), min(shape[1], x1 + margin), min(shape[0], bottom + margin))
