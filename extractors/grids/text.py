"""Printed lines out of the words of one cell or region."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractors.geometry import Word
from extractors.grids.lines import baselines


def printed(words: Sequence[Word]) -> tuple[str, ...]:
    """The printed lines as texts: upright words first, then words that read up or down the page."""
    level = [word for word in words if word.upright]
    lines = [" ".join(word.text for word in line) for line in baselines(level)]
    for angle in (90, 270):
        turned = [word for word in words if word.angle == angle]
        if turned:
            lines += _upright_lines(turned)
    return tuple(lines)


def _upright_lines(words: list[Word]) -> list[str]:
    """Lines that read up the page go on to the right, those that read down to the left."""
    return [" ".join(word.text for word in line) for line in baselines(as_level(word) for word in words)]


def as_level(word: Word) -> Word:
    """A word that reads up or down the page as it would lie on a level line."""
    if word.angle == 90:
        x0, top, x1, bottom = -word.bottom, word.x0, -word.top, word.x1
    else:
        x0, top, x1, bottom = word.top, -word.x1, word.bottom, -word.x0
    return Word(word.text, x0, top, x1, bottom, word.size, word.bold)


def doubt_of(words: Iterable[Word]) -> str | None:
    """The doubts of the words, each once."""
    doubts = dict.fromkeys(word.doubt for word in words if word.doubt)
    return "; ".join(doubts) or None
