"""Ticks: which letter one is read as says nothing, for none is meant; that a mark stands in a column of them does.

A tick beside a text was set by the pen of one who checked the page, and is none of the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.geometry import Rule, Word

TICK = "√"
CLEAR = frozenset("vV√✓✔")
MARKS = CLEAR | frozenset("jJ1/y")
"""What a tick is read as, some of it only where clear ones stand above or below."""
BULLETS = frozenset("•-–*")
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


def without_pen(words: Sequence[Word], rules: Sequence[Rule]) -> list[Word]:
    """`words` without the ticks at the end of a text, or between its bullet and it; one may itself be a bullet."""
    return [word for word in words if word.text != TICK or not _is_pen(word, words, rules)]


def _is_pen(tick: Word, words: Sequence[Word], rules: Sequence[Rule]) -> bool:
    """Whether a tick stands beside a text of its cell and does not lead it."""
    walls = [rule.x0 for rule in rules if not rule.horizontal and rule.top < _height(tick) < rule.bottom]
    near = [
        other
        for other in _beside(tick, words)
        if not any(min(other.x1, tick.x1) < x < max(other.x0, tick.x0) for x in walls)
    ]
    before = [word for word in near if word.x0 < tick.x0]
    return bool(before) and (len(before) == len(near) or all(word.text in BULLETS for word in before))


def _is_alone(word: Word, words: Sequence[Word]) -> bool:
    """Whether no other word of its line stands as near as those of one text do."""
    return not _beside(word, words)


def _beside(word: Word, words: Sequence[Word]) -> list[Word]:
    """The words of a line as near to one of it as those of one text are."""
    return [
        other
        for other in words
        if other is not word
        and min(other.bottom, word.bottom) - max(other.top, word.top) > 0
        and max(other.x0 - word.x1, word.x0 - other.x1) < word.size
    ]


def _height(word: Word) -> float:
    return (word.top + word.bottom) / 2


def _middle(word: Word) -> float:
    return (word.x0 + word.x1) / 2
