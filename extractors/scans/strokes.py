"""The drawn rules of a picture of a page, by morphology: long thin runs of ink."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import cast

import cv2
import numpy as np
import numpy.typing as npt

from extractors.geometry import Rule
from extractors.scans.ghosts import without_ghosts
from extractors.scans.ink import binarise, drawn_ink, pale_lines
from extractors.scans.overhang import without_overhangs
from extractors.scans.render import WHITE, Image, PixelBox
from extractors.scans.runs import Run

SHORTEST = 16.0
"""Points: shorter runs are strokes of letters."""
STUB = 8.0
"""Points: the upright rules of a row are not shorter."""
CERTAIN = 60.0
"""Points: longer runs cannot be letters."""
THICKEST = 4.0
"""Points: thicker runs are bars, pictures or shades."""
DOUBLE = 3.0
"""Points between the two strokes of one line."""
SOFT = 0.75
"""Points along the sides of a rule that are grey: left alone, they would be thin lines themselves."""
GAP = 9.0
"""Points: broken strokes of one line are joined over this much."""
EDGE = 6.0
"""Points from the edge of the picture within which no rule runs."""
BROAD = 150.0
"""Points: shades whose edges are shorter are no rows of a table."""
BESIDE = 5.0
"""Points from a rule within which the edge of a shade is the rule's own."""
FRAME = 10.0
"""Points by which the box of a picture may miss its edge."""
UNBROKEN = 0.85
"""Share of an upright rule that is drawn; of stems of figures below each other hardly two thirds are."""
CROSSING = 2.5
"""Points beside an upright rule within which ink on either side is a level rule that crosses it."""


@dataclass(frozen=True, slots=True)
class Strokes:
    """What is drawn on a picture: runs in pixels (of the down ones x and y are swapped) and masks of their ink."""

    across: tuple[Run, ...]
    down: tuple[Run, ...]
    across_mask: Image
    down_mask: Image
    underlines: Image

    def rules(self, scale: float) -> tuple[Rule, ...]:
        """The rules in points, `scale` pixels each; pieces of one line are joined."""
        level = [Rule(r.x0 / scale, r.middle / scale, r.x1 / scale, r.middle / scale) for r in join(self.across, scale)]
        upright = [Rule(r.middle / scale, r.x0 / scale, r.middle / scale, r.x1 / scale) for r in join(self.down, scale)]
        return tuple(without_overhangs([*level, *upright]))


def find_strokes(image: Image, pictures: Sequence[PixelBox], scale: float) -> Strokes:
    """The level and upright runs of `image` (at `scale` pixels a point) outside its pictures."""
    level, across_mask, underlines = _runs(image, pictures, scale)
    across = without_ghosts(level, image, scale)
    turned = [(top, x0, bottom, x1) for x0, top, x1, bottom in pictures]
    upright = np.ascontiguousarray(image.T)
    drawn = drawn_ink(upright, scale)
    down, down_mask, _ = _runs(
        upright, turned, scale, lambda run: _stands(run, across, scale) and _unbroken(run, drawn, scale)
    )
    down = without_ghosts(down, upright, scale)
    stubs, stubs_mask = _stubs(binarise(upright, scale), down_mask, across, scale)
    down_mask = cast(Image, cv2.bitwise_or(down_mask, stubs_mask))
    return Strokes(tuple(across), (*down, *stubs), across_mask, np.ascontiguousarray(down_mask.T), underlines)


def erase(image: Image, strokes: Strokes, scale: float) -> Image:
    """`image` without its rules and underlines; what crosses a level one (the tail of a y) stays."""
    edge = 2 * max(1, round(SOFT * scale)) + 1
    level = cv2.dilate(cv2.bitwise_or(strokes.across_mask, strokes.underlines), np.ones((edge, 1), np.uint8))
    level = cv2.morphologyEx(level, cv2.MORPH_CLOSE, np.ones((round(DOUBLE * scale), 1), np.uint8))
    gone = cv2.bitwise_and(level, cv2.bitwise_not(_crossing(binarise(image, scale), cast(Image, level), scale)))
    gone = cv2.bitwise_or(gone, cv2.dilate(strokes.down_mask, np.ones((1, edge), np.uint8)))
    return cast(Image, np.where(gone > 0, np.uint8(WHITE), image))


def _crossing(ink: Image, level: Image, scale: float) -> Image:
    """The upright ink that sticks out of the level rules: that of a double one is as tall, but their own."""
    upright = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((max(4, round(2.8 * scale)), 1), np.uint8))
    beyond = cv2.bitwise_and(upright, cv2.bitwise_not(level))
    beyond = cv2.morphologyEx(beyond, cv2.MORPH_OPEN, np.ones((max(2, round(scale)), 1), np.uint8))
    reach = np.ones((2 * round(THICKEST * scale) + 1, 1), np.uint8)
    return cast(Image, cv2.bitwise_and(upright, cv2.dilate(beyond, reach)))


def _runs(
    image: Image, pictures: Sequence[PixelBox], scale: float, accept: Callable[[Run], bool] = lambda run: True
) -> tuple[list[Run], Image, Image]:
    """Level runs of rules that `accept` lets pass, the ink they cover, and the ink of underlines."""
    ink = binarise(image, scale)
    pale, edges = pale_lines(image, ink, scale)
    long = cast(Image, cv2.bitwise_or(_open(ink, SHORTEST * scale), _open(pale, CERTAIN * scale)))
    beside = cv2.dilate(long, np.ones((2 * round(BESIDE * scale) + 1, 3), np.uint8))
    long = cast(Image, cv2.bitwise_or(long, np.where(beside > 0, np.uint8(0), _open(edges, BROAD * scale))))
    for x0, top, x1, bottom in pictures:
        long[top:bottom, x0:x1] = 0
    count, labels, stats, _ = cv2.connectedComponentsWithStats(cv2.dilate(long, np.ones((3, 3), np.uint8)))
    rules, underlined = np.zeros(count, np.uint8), np.zeros(count, np.uint8)
    runs = []
    for label, (x, y, width, height, area) in enumerate(stats[1:].tolist(), 1):
        box = (x, y, x + width, y + height)
        if not _is_line(box, area, ink.shape, scale) or _frames(box, pictures, FRAME * scale):
            continue
        if _under_letters(box, ink, scale):
            underlined[label] = 255
        elif accept(run := _run(labels[y : y + height, x : x + width] == label, x, y)):
            rules[label] = 255
            runs.append(run)
    return runs, _masked(rules[labels], long), _masked(underlined[labels], long)


def _stubs(ink: Image, known: Image, across: Sequence[Run], scale: float) -> tuple[list[Run], Image]:
    """Upright rules of rows too low for others, each from one level rule to the next, and their ink.

    Of a row that the edge of the page cuts they stand on one level rule alone, also at both its ends.
    """
    near = cv2.dilate(known, np.ones((2 * round(DOUBLE * scale) + 1, 1), np.uint8))
    short = _open(cast(Image, np.where(near > 0, np.uint8(0), ink)), STUB * scale)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(short)
    thin = {
        Run(x, y + height / 2, x + width, y + height / 2): label
        for label, (x, y, width, height, _) in enumerate(stats[1:].tolist(), 1)
        if height <= THICKEST * scale
    }
    level, reach = join(tuple(across), scale), 1.5 * scale
    cut = {run for rule in level for run in _open_row(rule, list(thin), reach)}
    runs = [run for run in thin if run in cut or _spans(run, level, reach)]
    chosen = np.zeros(count, np.uint8)
    chosen[[thin[run] for run in runs]] = 255
    return runs, chosen[labels]


def _spans(run: Run, across: Sequence[Run], reach: float) -> bool:
    """Whether an upright run goes from one level rule to another."""
    beside = [other.middle for other in across if other.x0 - reach <= run.middle <= other.x1 + reach]
    return any(abs(m - run.x0) <= reach for m in beside) and any(abs(m - run.x1) <= reach for m in beside)


def _open_row(rule: Run, upright: Sequence[Run], reach: float) -> list[Run]:
    """The upright runs of one length that stand on a level rule, where one stands at each of its ends."""
    on = [
        run
        for run in upright
        if abs(rule.middle - run.x1) <= reach and rule.x0 - reach <= run.middle <= rule.x1 + reach
    ]
    ends = [next((run for run in on if abs(run.middle - end) <= reach), None) for end in (rule.x0, rule.x1)]
    first, last = ends
    if first is None or last is None or first is last or abs(first.x0 - last.x0) > reach:
        return []
    return [run for run in on if abs(run.x0 - first.x0) <= reach]


def _unbroken(run: Run, drawn: Image, scale: float) -> bool:
    """Whether a run is one line, apart from where others cross it: figures below each other make a broken one."""
    places = np.arange(int(run.x0), min(int(run.x1), drawn.shape[1] - 1))
    middle = np.rint(np.interp(places, [run.x0, run.x1], [run.y0, run.y1])).astype(int)

    def at(shift: int) -> npt.NDArray[np.bool_]:
        return np.asarray(drawn[np.clip(middle + shift, 0, drawn.shape[0] - 1), places] > 0)

    width, beside = round(scale), round(CROSSING * scale)
    inked = np.any([at(shift) for shift in range(-width, width + 1)], axis=0)
    crossed = at(-beside) & at(beside)
    free = inked[~crossed]
    return not free.size or float(free.mean()) >= UNBROKEN


def _open(ink: Image, length: float) -> Image:
    """What of `ink` lies in level runs of at least `length` pixels."""
    return cast(Image, cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((1, int(length)), np.uint8)))


def _masked(ink: Image, mask: Image) -> Image:
    return cast(Image, cv2.bitwise_and(ink, mask))


def _is_line(box: PixelBox, area: int, shape: tuple[int, ...], scale: float) -> bool:
    """Whether a run is thin and level, and not the edge of the sheet or a streak beside it."""
    x0, top, x1, bottom = box
    width, edge = x1 - x0, EDGE * scale
    if area / width - 2 > THICKEST * scale or bottom - top > 0.06 * width + THICKEST * scale:
        return False
    if bottom < edge or top > shape[0] - edge:
        return False
    return width >= CERTAIN * scale or (x0 >= scale and x1 <= shape[1] - scale)


def _frames(box: PixelBox, pictures: Sequence[PixelBox], reach: float) -> bool:
    """Whether a run is no longer than a picture's side and lies along it: the edge of a photograph."""
    x0, top, x1, bottom = box
    return any(
        left - reach < x0 and x1 < right + reach and upper - reach < top and bottom < lower + reach
        for left, upper, right, lower in pictures
    )


def _under_letters(box: PixelBox, ink: Image, scale: float) -> bool:
    """Whether a short run has much ink right above or below it, as an underline has."""
    x0, top, x1, bottom = box
    reach = max(2, round(1.2 * scale))
    beside = [ink[max(top - reach, 0) : top, x0:x1], ink[bottom : bottom + reach, x0:x1]]
    crowded = any(side.size and (side > 0).any(axis=0).mean() > 0.35 for side in beside)
    return crowded and x1 - x0 < CERTAIN * scale


def _run(mask: np.ndarray[tuple[int, int], np.dtype[np.bool_]], x: int, y: int) -> Run:
    """The straight line through the pixels of one run."""
    height, width = mask.shape
    weight = mask.sum(axis=0)
    centre = (mask * np.arange(height)[:, None]).sum(axis=0)[weight > 0] / weight[weight > 0]
    slope, start = np.polyfit(np.flatnonzero(weight), centre, 1) if width > 2 else (0.0, float(centre.mean()))
    return Run(float(x + 1), float(y + start), float(x + width - 1), float(y + start + slope * (width - 1)))


def join(runs: tuple[Run, ...], scale: float) -> list[Run]:
    """Pieces of one line joined over small gaps; a double stroke becomes one line."""
    lines: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: run.x0):
        for line in lines:
            last = max(line, key=lambda part: part.x1)
            if abs(last.y1 - run.y0) <= 1.5 * scale and run.x0 - last.x1 <= GAP * scale:
                line.append(run)
                break
        else:
            lines.append([run])
    whole = sorted((_joined(line) for line in lines), key=lambda run: -run.length)
    return [run for place, run in enumerate(whole) if not any(_covers(other, run, scale) for other in whole[:place])]


def _covers(longer: Run, run: Run, scale: float) -> bool:
    """Whether a run is a second stroke of a longer one, or the edge of the shade beside it."""
    inside = longer.x0 - 3 * scale <= run.x0 and run.x1 <= longer.x1 + 3 * scale
    return inside and abs(longer.middle - run.middle) <= DOUBLE * scale


def _joined(pieces: list[Run]) -> Run:
    middle = float(np.average([run.middle for run in pieces], weights=[run.length for run in pieces]))
    return Run(min(run.x0 for run in pieces), middle, max(run.x1 for run in pieces), middle)


def _stands(run: Run, across: Sequence[Run], scale: float) -> bool:
    """Whether an upright run is a rule: long, or standing on a level one (a letter does not)."""
    if run.length >= CERTAIN * scale:
        return True
    reach = 2 * scale
    return any(
        other.x0 - reach <= run.middle <= other.x1 + reach
        and min(abs(other.middle - run.x0), abs(other.middle - run.x1)) < reach
        for other in across
    )
