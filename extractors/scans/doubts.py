"""Which words may be misread, said in Indonesian: only those, for a doubt on everything is worth nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from extractors.geometry import Word
from extractors.scans.lexicon import is_known
from extractors.scans.second import Answer, digits

SURE_NUMBER = 0.98
SURE_WORD = 0.93
SURE_KNOWN = 0.5
"""Least probability of a word's weakest letter, for numbers, other words, and common words."""
CERTAIN = 0.999
SECOND_SURE = 0.6
"""A second reader less sure than this is not heard against a first one that is certain."""


def with_doubts(words: Sequence[Word], second: Mapping[int, Answer]) -> list[Word]:
    """`words` with the doubts that their confidence and the second reading raise."""
    return [replace(word, doubt=doubt(word, second.get(place))) for place, word in enumerate(words)]


def doubt(word: Word, second: Answer | None) -> str | None:
    """Why `word` may be misread, or None."""
    sure = word.confidence if word.confidence is not None else 1.0
    if second is not None and _disagrees(word, sure, second):
        return f"angka terbaca '{word.text}', pembaca kedua membaca '{second.text}'"
    if sure < _limit(word.text):
        return f"terbaca '{word.text}' dengan keyakinan {sure:.0%}"
    return None


def _limit(text: str) -> float:
    """How sure the reader must be of such a word."""
    if digits(text):
        return SURE_NUMBER
    if not any(letter.isalpha() for letter in text):
        return SURE_KNOWN
    return SURE_KNOWN if is_known(text) else SURE_WORD


def _disagrees(word: Word, sure: float, second: Answer) -> bool:
    """Whether the readers saw other digits; seeing none is no reading."""
    if not second.digits or second.digits == digits(word.text):
        return False
    return sure < CERTAIN or second.confidence >= SECOND_SURE
