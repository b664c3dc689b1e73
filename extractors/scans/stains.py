"""What was put over the print: stamps, signatures, strokes of a pen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import cv2
import numpy as np

from extractors.geometry import Word
from extractors.scans.render import Image, PixelBox

TALL, WIDE = 19.0, 16.0
"""Points: ink that hangs together over this height and width is no writing of the usual size."""
LARGE = 14.0
"""Points: larger type may hang together so."""
TOUCH = 0.03
"""Share of a word's box that foreign ink must cover."""


def find_stains(ink: Image, pictures: Iterable[PixelBox], scale: float) -> Image:
    """255 where ink hangs together over several lines (`ink` without its rules), outside pictures."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats(ink)
    large = np.zeros(count, np.uint8)
    large[1:] = np.where((stats[1:, 2] > WIDE * scale) & (stats[1:, 3] > TALL * scale), 255, 0)
    stains = large[labels]
    for x0, top, x1, bottom in pictures:
        stains[top:bottom, x0:x1] = 0
    return np.asarray(stains, dtype=np.uint8)


def overprinted(words: Sequence[Word], stains: Image, scale: float) -> list[Word]:
    """`words` with a doubt on those that a stain runs through."""
    if not stains.any():
        return list(words)
    note = "tertimpa cap, tanda tangan, atau coretan"
    return [replace(word, doubt=word.doubt or note) if _is_touched(word, stains, scale) else word for word in words]


def _is_touched(word: Word, stains: Image, scale: float) -> bool:
    x0, top, x1, bottom = (round(value * scale) for value in word.box)
    if word.size > LARGE and not any(letter.isdigit() for letter in word.text):
        return False  # what is written over a figure makes it look large
    piece = stains[max(0, top) : bottom, max(0, x0) : x1]
    return bool(piece.size and (piece > 0).mean() > TOUCH)
