"""Two words side by side on a line: whether they are of one text, or of two columns however near they stand."""

from __future__ import annotations

import re

from extractors.geometry import Word, size_of

BULLET_GAP = 1.5
"""A bullet stands nearer than so many type sizes before its text."""
CODE_GAP = 3.0
"""The code of a currency stands nearer than so many type sizes before its amount."""
BRACKET_GAP = 0.4
"""A figure in brackets stands nearer than so many type sizes behind the one that it goes with."""

_BULLETS = "•●○◦▪■"
_CURRENCY = re.compile(r"Rp\.?|[$€£¥]|US\$", re.IGNORECASE)
_CURRENCY_CODE = re.compile(r"USD|EUR|IDR", re.IGNORECASE)
_NUMBER = re.compile(r"\(?[+-]?\d[\d.,–-]*%?\)?")
_FOOTNOTE = re.compile(r"\(\d{1,2}\)")


def is_bullet_of(before: Word, word: Word) -> bool:
    """Whether a round spot stands so near before a word that it is the bullet of its list: no column of its own."""
    return before.text in _BULLETS and word.text not in _BULLETS and word.x0 - before.x1 < BULLET_GAP * size_of(word)


def leads(before: Word, word: Word) -> bool:
    """Whether a word is the sign of a currency, however far before its amount, or the code of one near before it.

    A code stands in a column of units too.
    """
    near = word.x0 - before.x1 < CODE_GAP * size_of(word)
    return bool(_CURRENCY.fullmatch(before.text)) or (near and bool(_CURRENCY_CODE.fullmatch(before.text)))


def are_two_numbers(before: Word, word: Word, size: float) -> bool:
    """Whether two neighbours are numbers of two columns, not the thousands of one or a number and its footnote."""
    blank = word.x0 - before.x1
    if (
        blank < 0.2 * size
        or (word.text[0] == "(" and blank < BRACKET_GAP * size)
        or not (_NUMBER.fullmatch(before.text) and _NUMBER.fullmatch(word.text))
    ):
        return False
    return not (are_thousands(before, word) or _FOOTNOTE.fullmatch(word.text)) or blank > 0.7 * size


def are_thousands(before: Word, word: Word) -> bool:
    """Whether two neighbours can be one number, its thousands set apart by a blank."""
    rest = re.fullmatch(r"\d{3}([.,]\d+)?%?\)?", word.text)
    return bool(rest) and bool(re.fullmatch(r"\(?[+-]?\d{1,3}", before.text))
