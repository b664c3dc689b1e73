"""Writing that runs upwards or downwards: the headings of narrow columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import cv2
import numpy as np

from extractors.geometry import Word
from extractors.scans.detector import Corners
from extractors.scans.reader import Line, read_lines
from extractors.scans.render import Image, PixelBox
from extractors.scans.strips import Strip
from extractors.scans.words import words_of

TALL = 1.6
"""A detected box this many times higher than wide holds such writing; a single letter is never so tall."""
LEAST = 18.0
"""Points of its least height."""
ROW = 3
"""Short names side by side that are headings where no longer one is beside them."""
WIDER = 1.4
"""Widths of a heading that runs upwards, within which the box of a short one is."""
SURE = 0.8
"""Mean probability of the letters below which it is no writing."""


class _Turn(NamedTuple):
    """A way to turn the page so that such writing is level, and the angle of the writing."""

    rotate: int
    angle: int


TURNS = (_Turn(cv2.ROTATE_90_CLOCKWISE, 90), _Turn(cv2.ROTATE_90_COUNTERCLOCKWISE, 270))


def is_upward(corners: Corners, scale: float) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """For each detected line whether it runs up or down."""
    sizes = np.ptp(corners, axis=1).reshape(-1, 2)
    return np.asarray((sizes[:, 1] > TALL * sizes[:, 0]) & (sizes[:, 1] > LEAST * scale))


def read_upward(clean: Image, ink: Image, corners: Corners, scale: float, usual: float) -> list[Word]:
    """The words in lines that run up or down, each with its place on the page."""
    words: list[Word] = []
    boxes = boxes_around(corners)
    if not boxes:
        return words
    readings = [_turned_lines(clean, boxes, turn) for turn in TURNS]
    inks = [np.ascontiguousarray(cv2.rotate(ink, turn.rotate), dtype=np.uint8) for turn in TURNS]
    for pair in zip(*readings, strict=True):
        best = max(range(len(TURNS)), key=lambda i: pair[i].confidence)
        if pair[best].confidence >= SURE:
            level = words_of(pair[best], inks[best], scale, usual)
            words += [_back(word, ink.shape, TURNS[best], scale) for word in level]
    return words


def short_names(clean: Image, lines: Sequence[Line], corners: Corners) -> list[Line]:
    """The lines that read better upwards or downwards: names too short to be tall, among headings that run so."""
    narrow = [line for line in lines if line.strip.height > line.strip.width and _may_turn(line)]
    boxes = boxes_around(corners) if len(corners) else [line.strip.box for line in narrow]
    least = 1 if len(corners) else ROW
    beside = [line for line in narrow if sum(_is_beside(line.strip.box, [box]) for box in boxes) >= least]
    if not beside:
        return []
    readings = [_turned_lines(clean, [line.strip.box for line in beside], turn) for turn in TURNS]
    best = [max(pair, key=lambda line: line.confidence) for pair in zip(*readings, strict=True)]
    turned = [line for line, other in zip(beside, best, strict=True) if _reads_better(other, line)]
    return turned if len(corners) or sum(len(line.text) > 1 for line in best) >= ROW else []


def _may_turn(line: Line) -> bool:
    """Whether a line was read badly, or as letters: figures stand upright."""
    return line.confidence < SURE or line.text.isalpha()


def _reads_better(turned: Line, level: Line) -> bool:
    """Whether a line is sure only when turned; a letter may look the same from the side."""
    return turned.confidence >= SURE and (
        level.confidence < SURE or (len(turned.text) > 1 and turned.confidence > level.confidence)
    )


def _is_beside(box: PixelBox, others: Sequence[PixelBox]) -> bool:
    """Whether a box is as narrow as one of the others and no higher or lower on the page."""
    x0, top, x1, bottom = box
    reach = (bottom - top) // 4
    return any(
        x1 - x0 <= WIDER * (right - left) and upper - reach <= top and bottom <= lower + reach
        for left, upper, right, lower in others
    )


def boxes_around(corners: Corners) -> list[PixelBox]:
    """The upright box around each detected line."""
    low, high = np.floor(corners.min(axis=1)).astype(int).tolist(), np.ceil(corners.max(axis=1)).astype(int).tolist()
    return [(max(0, x0), max(0, top), x1, bottom) for (x0, top), (x1, bottom) in zip(low, high, strict=True)]


def _turned_lines(clean: Image, boxes: Sequence[PixelBox], turn: _Turn) -> list[Line]:
    """The boxes read on the turned page."""
    page = np.ascontiguousarray(cv2.rotate(clean, turn.rotate), dtype=np.uint8)
    height, width = clean.shape
    strips = []
    for x0, top, x1, bottom in boxes:
        x1, bottom = min(width, x1), min(height, bottom)
        if turn.angle == 90:
            strips.append(Strip(height - bottom, x0, height - top, x1))
        else:
            strips.append(Strip(top, width - x1, bottom, width - x0))
    return read_lines(page, strips)


def _back(word: Word, shape: tuple[int, ...], turn: _Turn, scale: float) -> Word:
    """A word of the turned page where it stands on the page."""
    height, width = shape[0] / scale, shape[1] / scale
    if turn.angle == 90:
        x0, top, x1, bottom = word.top, height - word.x1, word.bottom, height - word.x0
    else:
        x0, top, x1, bottom = width - word.bottom, word.x0, width - word.top, word.x1
    return Word(word.text, x0, top, x1, bottom, word.size, upright=False, confidence=word.confidence, angle=turn.angle)
