"""The bullets of lists that have no letter of their own: without them the items run together.

Web browsers draw round spots; word processors set signs of symbol fonts, which have a code of no meaning.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.geometry import Box, Word

BULLET = "•"
SMALLEST, LARGEST = 1.6, 5.5
"""Points: height and width of a bullet."""
ROUND = 0.8
"""Least ratio of its sides."""
NEAREST, FARTHEST = 2.5, 25.0
"""Points between a bullet and the text after it."""


SYMBOLS = ("\uf020", "\uf0ff")
"""The first and last code of the signs of symbol fonts."""


def is_spot(box: Box) -> bool:
    """Whether a round shape is of the size of a bullet."""
    small, large = sorted((box[2] - box[0], box[3] - box[1]))
    return small >= SMALLEST and large <= LARGEST and small >= ROUND * large


def with_bullets(words: Sequence[Word], spots: Sequence[Box]) -> tuple[Word, ...]:
    """The words with a bullet for each sign of a symbol font and each spot before a text.

    A spot may be the only one of its page, where a break parts the last item from its list.
    """
    words = [replace(word, text=BULLET) if _is_symbol(word.text) else word for word in words]
    return (*words, *(bullet for spot in dict.fromkeys(spots) if (bullet := _bullet(spot, words))))


def _is_symbol(text: str) -> bool:
    """Whether a word is a single sign of a symbol font."""
    return len(text) == 1 and SYMBOLS[0] <= text <= SYMBOLS[1]


def _bullet(spot: Box, words: Sequence[Word]) -> Word | None:
    """The bullet that a spot is to the text right of it; None where there is none, or other text as near before it."""
    y = (spot[1] + spot[3]) / 2
    beside = [word for word in words if word.upright and word.top < y < word.bottom]
    after = min((word for word in beside if word.x0 > spot[2]), key=lambda word: word.x0, default=None)
    before = max((word.x1 for word in beside if word.x0 < spot[2]), default=0.0)
    if after is None or not NEAREST <= after.x0 - spot[2] <= FARTHEST or spot[0] - before < NEAREST:
        return None
    return replace(after, text=BULLET, x0=spot[0], x1=spot[2], bold=False)
