"""The numbers and letters of items below one another: what stands above and below one tells what is read badly."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.geometry import Word

ALIGNED = 8.0
"""Points by which the middles of numbers in one column, or the edges of letters, differ."""
_NUMBER = re.compile(r"\(?(\d{1,3})[.)]{0,2}")
_DIRTY = re.compile(r"(\d{1,3})(?:[:;,·•']|[.)][.:,;·'])")
_LETTER = re.compile(r"[A-Za-z][.)]")
_ALIKE = re.compile(r"[CKOPSUVWXZ][.)]", re.IGNORECASE)
"""Letters that look like their capitals."""


def with_marks_mended(words: Sequence[Word]) -> list[Word]:
    """`words`, list numbers with dirt on their mark ("3:" between "2." and "4.") given the mark of their neighbours.

    Letters of items are given their case: 'C.' beside 'b.' or 'd.', which looks the same but for its size.
    """
    letters = [word for word in words if _LETTER.fullmatch(word.text)]
    cased = [_in_case(word, letters) if _ALIKE.fullmatch(word.text) else word for word in words]
    return [_mended(word, words) if _DIRTY.fullmatch(word.text) else word for word in cased]


def _in_case(word: Word, letters: Sequence[Word]) -> Word:
    """A letter of an item in the case of those before and after it in the alphabet right above and below it."""
    column = sorted((one for one in letters if abs(one.x0 - word.x0) < ALIGNED), key=lambda one: one.top)
    at = column.index(word)
    beside = [one.text[0] for step in (-1, 1) for one in column[max(0, at + step) : at + step + 1] if one is not word]
    other = word.text.swapcase()
    near = [one for one in beside if abs(ord(one) - ord(other[0])) == 1]
    return replace(word, text=other) if near and len(near) == len(beside) else word


def _mended(word: Word, words: Sequence[Word]) -> Word:
    dirty = _DIRTY.fullmatch(word.text)
    value = int(dirty[1]) if dirty else 0
    for other, step in zip(neighbours(word, words), (-1, 1), strict=True):
        if other is not None and value_of(other) == value + step and not other.text[-1].isdigit():
            return replace(word, text=f"{value}{other.text[-1]}")
    return word


def neighbours(word: Word, words: Sequence[Word]) -> tuple[Word | None, Word | None]:
    """The numbers next above and below in the column of `word`."""
    near = (other for other in words if abs(_middle(other) - _middle(word)) < ALIGNED)
    column = [other for other in near if _NUMBER.fullmatch(other.text)]
    above = max((other for other in column if other.bottom <= word.top + 1), key=lambda other: other.top, default=None)
    below = min((other for other in column if other.top >= word.bottom - 1), key=lambda other: other.top, default=None)
    return above, below


def value_of(word: Word | None) -> int | None:
    """The number that a word is, if any."""
    match = _NUMBER.fullmatch(word.text) if word else None
    return int(match[1]) if match else None


def _middle(word: Word) -> float:
    return (word.x0 + word.x1) / 2
