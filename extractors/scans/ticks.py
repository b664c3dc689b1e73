"""Ticks in a column: which letter one is read as says nothing, for none is meant; that a mark stands there does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.geometry import Word

CLEAR = frozenset("vV√✓✔")
MARKS = CLEAR | frozenset("jJ1/y")
"""What a tick is read as, some of it only where clear ones stand above or below."""
LEAST = 3
"""So many clear ticks below one another are a column of ticks."""
ALIGNED = 8.0
"""Points by which the middles of ticks in one column differ."""


def with_ticks(words: Sequence[Word]) -> list[Word]:
    """`words`, the lone marks in columns of ticks all alike and without doubt."""
    marks = [word for word in words if word.text in MARKS and _is_alone(word, words)]
    clear = [_middle(word) for word in marks if word.text in CLEAR]
    sure = {id(word) for word in marks if sum(abs(place - _middle(word)) < ALIGNED for place in clear) >= LEAST}
    return [replace(word, text="V", doubt=None) if id(word) in sure else word for word in words]


def _is_alone(word: Word, words: Sequence[Word]) -> bool:
    """Whether no other word of its line stands as near as those of one text do."""
    return not any(
        other is not word
        and min(other.bottom, word.bottom) - max(other.top, word.top) > 0
        and max(other.x0 - word.x1, word.x0 - other.x1) < word.size
        for other in words
    )


def _middle(word: Word) -> float:
    return (word.x0 + word.x1) / 2
