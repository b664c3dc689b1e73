"""White rules between shaded cells: the table styles of word processors draw no others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import cv2
import numpy as np
import numpy.typing as npt

from extractors.geometry import Box, Rule
from extractors.scans.light import beside_paper, in_points
from extractors.scans.render import Image, PixelBox

GROUND = 25
"""Points around a place whose median is the ground it stands on: writing covers less than half of it."""
SHADED = 0.965
"""Brightness, of the paper's, below which a ground is shaded."""
LETTER = 5
"""Points: what is dark and thinner is writing, that of dense text no shade."""
LIGHT, MOST = 0.975, 0.7
"""Most of a shaded table is darker than so, writing apart; shadows and dense text are in parts."""
BRIGHTER = 4
"""Grey values by which a white rule is brighter than its ground and than what is beside it."""
ASIDE = 3
"""Points from the middle of a rule to what is beside it."""
ALONG = 9
"""Points along which the grain of the paper is averaged."""
LEAST_ACROSS, LEAST_DOWN, THICKEST = 60, 12, 4
"""Points: the lengths of rules, and their thickness."""
REACH = 10.0
"""Points by which the ends of a rule may miss the rules that it meets: rounded by the averaging."""
FEW = 0.25
"""Share of the longest rule that one is long at least which is seen but in single rows."""
CELLS = (30, 100)
"""Points: least height and width of a shaded table."""


def white_rules(grey: Image, pictures: Iterable[PixelBox], scale: float) -> list[Rule]:
    """The white rules of the shaded tables of a straight page, and the edges of these tables, in points."""
    small = in_points(grey, scale)
    ground = np.asarray(cv2.medianBlur(small, GROUND), dtype=np.uint8)
    soft = np.asarray(cv2.blur(small, (3, 3)), dtype=np.uint8)  # its white rules are as bright as paper
    beside = beside_paper(soft, (), scale)
    shaded = beside * ground < SHADED * soft
    bare = cv2.medianBlur(cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((LETTER, LETTER), np.uint8)), GROUND)
    truly = beside * bare < LIGHT * soft
    for a, b, c, d in pictures:
        shaded[int(b / scale) : int(d / scale) + 1, int(a / scale) : int(c / scale) + 1] = False
    down = _lines(small, ground, shaded, (1, ALONG), (LEAST_DOWN, 1))
    across = _lines(small, ground, shaded, (ALONG, 1), (1, LEAST_ACROSS))
    found: list[Rule] = []
    for table in _boxes(shaded.astype(np.uint8)):
        x0, top, x1, bottom = map(int, table)
        large = bottom - top >= CELLS[0] and x1 - x0 >= CELLS[1]
        if large and truly[top:bottom, x0:x1].mean() >= MOST:
            found += _grid(table, [b for b in across if _inside(b, table)], [b for b in down if _inside(b, table)])
    return found


def _grid(table: Box, across: Sequence[Box], down: Sequence[Box]) -> list[Rule]:
    """The rules of one table, their ends at one another; none without rules of both ways.

    What is bright between words ends anywhere, and in one row alone, or in the few that have the same words.
    """
    x0, top, x1, bottom = table
    levels = [top, *((box[1] + box[3]) / 2 for box in across), bottom]
    ends = [(box, _nearest(box[1], levels), _nearest(box[3], levels)) for box in down]
    uprights = [
        Rule((box[0] + box[2]) / 2, start, (box[0] + box[2]) / 2, end)
        for box, start, end in ends
        if start is not None and end is not None and end > start
    ]
    drawn = {id(rule): _drawn([other for other in uprights if abs(other.x0 - rule.x0) <= ASIDE]) for rule in uprights}
    uprights = [
        rule
        for rule in uprights
        if any(rule.top + REACH < y < rule.bottom - REACH for y in levels)
        or (drawn[id(rule)] > _drawn([rule]) and drawn[id(rule)] >= FEW * max(drawn.values()))
    ]
    if not across or not uprights:
        return []
    sides = [x0, *(rule.x0 for rule in uprights), x1]
    level = [(_nearest(a, sides) or a, (b + d) / 2, _nearest(c, sides) or c) for a, b, c, d in across]
    frame = [Rule(x0, y, x1, y) for y in (top, bottom)] + [Rule(x, top, x, bottom) for x in (x0, x1)]
    return [*frame, *uprights, *(Rule(a, y, c, y) for a, y, c in level)]


def _drawn(pieces: Iterable[Rule]) -> float:
    """How much of an upright rule its pieces make up."""
    return sum(piece.bottom - piece.top for piece in pieces)


def _nearest(place: float, others: Iterable[float]) -> float | None:
    """The nearest of some places, where one is near."""
    near = min(others, key=lambda other: abs(other - place))
    return near if abs(near - place) <= REACH else None


def without_their_edges(rules: Iterable[Rule], white: Sequence[Rule]) -> list[Rule]:
    """The drawn `rules` without the edges of shades along `white` rules."""
    level = [rule for rule in white if rule.horizontal]
    return [
        rule
        for rule in rules
        if not rule.horizontal
        or not any(abs(rule.top - one.top) <= ASIDE + 1 and rule.x0 < one.x1 and rule.x1 > one.x0 for one in level)
    ]


def _lines(
    small: Image, ground: Image, shaded: npt.NDArray[np.bool_], along: tuple[int, int], least: tuple[int, int]
) -> list[Box]:
    """The boxes of the lines that are brighter than their shaded ground and as long as `least`."""
    soft = cv2.blur(small, along).astype(np.int16)
    axis = 0 if along[0] > along[1] else 1
    sides = np.maximum(np.roll(soft, ASIDE, axis), np.roll(soft, -ASIDE, axis))
    bright = soft - np.maximum(ground, sides) > BRIGHTER
    lines = cv2.morphologyEx((bright & shaded).astype(np.uint8), cv2.MORPH_OPEN, np.ones(least, np.uint8))
    return list(_boxes(np.asarray(lines, dtype=np.uint8), THICKEST))


def _boxes(mask: npt.NDArray[np.uint8], thickest: float = np.inf) -> Iterator[Box]:
    """The boxes around what hangs together and is not thicker; lines may rise a little."""
    _, _, stats, _ = cv2.connectedComponentsWithStats(mask)
    for x, y, width, height, area in stats[1:].tolist():
        if area <= thickest * max(width, height):
            yield float(x), float(y), float(x + width), float(y + height)


def _inside(box: Box, table: Box) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return table[0] <= x <= table[2] and table[1] <= y <= table[3]
