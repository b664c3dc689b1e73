"""Texts printed over one another, as spreadsheets do in rows that are too low: nobody can tell which is whose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.geometry import Word

OVERPRINTED = "teks tercetak bertumpuk; isinya mungkin salah terbaca"
"""Why words are doubted that others are printed over."""
INK = 0.22
"""This part of a word's height, above and below, holds no ink."""
DEEP, WIDE = 0.15, 0.3
"""Words are over one another when they share this part of their height and of the narrower one's width."""
ALIKE = 1.5
"""A word so many times as large as another is a watermark behind it."""
BAND = 12.0
"""Words are looked for in bands of so many points."""


def with_overprints_doubted(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words, those doubted that share ink with another."""
    over = {index for pair in _pairs(words) if _collide(*(words[i] for i in pair)) for index in pair}
    return tuple(replace(word, doubt=OVERPRINTED) if i in over else word for i, word in enumerate(words))


def _pairs(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Level words that share some of their width, by their indices."""
    bands: dict[int, list[int]] = {}
    for index, word in enumerate(words):
        if word.upright:
            bands.setdefault(int(word.bottom / BAND), []).append(index)
    for band, held in bands.items():
        near = sorted([*held, *bands.get(band + 1, [])], key=lambda index: words[index].x0)
        for place, index in enumerate(near):
            for other in near[place + 1 :]:
                if words[other].x0 >= words[index].x1:
                    break
                yield index, other


def _collide(one: Word, other: Word) -> bool:
    """Whether two words of like size share ink."""
    if one.text == other.text or max(one.size, other.size) > ALIKE * min(one.size, other.size):
        return False
    wide = min(one.x1, other.x1) - max(one.x0, other.x0)
    if wide <= WIDE * min(one.x1 - one.x0, other.x1 - other.x0):
        return False
    (top, bottom), (upper, lower) = _ink(one), _ink(other)
    return min(bottom, lower) - max(top, upper) > DEEP * min(bottom - top, lower - upper)


def _ink(word: Word) -> tuple[float, float]:
    """From where to where a word's ink reaches."""
    blank = INK * (word.bottom - word.top)
    return word.top + blank, word.bottom - blank
