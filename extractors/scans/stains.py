"""What was put over the print: stamps, signatures, strokes of a pen."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

import cv2
import numpy as np

from extractors.geometry import Word
from extractors.scans.render import Image, PixelBox
from extractors.vocabulary.common_words import is_known

TALL, WIDE = 19.0, 16.0
"""Points: ink that hangs together over this height and width is no writing of the usual size."""
LARGE = 14.0
"""Points: larger type may hang together so."""
TOUCH = 0.03
"""Share of a word's box that foreign ink must cover."""
SURE = 0.95
"""Least probability of the letters of a word that is read through what lies over it."""


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
    """`words` with a doubt on those that a stain runs through, unless they are read well all the same."""
    if not stains.any():
        return list(words)
    note = "tertimpa cap, tanda tangan, atau coretan"
    touched = [_is_touched(word, stains, scale) for word in words]
    clear = {word.text for word, under in zip(words, touched, strict=True) if not under and len(word.text) > 1}
    return [
        replace(word, doubt=word.doubt or note) if under and not _is_legible(word, clear) else word
        for word, under in zip(words, touched, strict=True)
    ]


def _is_legible(word: Word, clear: Collection[str]) -> bool:
    """Whether a word reads well and is common, or stands elsewhere in the clear: strokes over letters make none such.

    Strokes over a figure may make another figure.
    """
    named = word.text in clear or is_known(word.text)
    return named and (word.confidence or 0.0) >= SURE and not any(letter.isdigit() for letter in word.text)


def _is_touched(word: Word, stains: Image, scale: float) -> bool:
    x0, top, x1, bottom = (round(value * scale) for value in word.box)
    if word.size > LARGE and not any(letter.isdigit() for letter in word.text):
        return False  # what is written over a figure makes it look large
    piece = stains[max(0, top) : bottom, max(0, x0) : x1]
    return bool(piece.size and (piece > 0).mean() > TOUCH)
