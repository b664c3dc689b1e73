"""Printed lines out of the words of one cell or region."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractors.geometry import Word


def text_lines(words: Iterable[Word]) -> list[list[Word]]:
    """Upright words by printed line, lines from the top, words from the left.

    Words stand on one line when they overlap in height by half of the lower one (raised footnote marks do).
    """
    lines: list[list[Word]] = []
    spans: list[tuple[float, float]] = []
    for word in sorted(words, key=lambda w: ((w.top + w.bottom) / 2, w.x0)):
        if lines:
            top, bottom = spans[-1]
            overlap = min(bottom, word.bottom) - max(top, word.top)
            if overlap > 0.5 * min(bottom - top, word.bottom - word.top):
                lines[-1].append(word)
                if word.bottom - word.top > 0.8 * (bottom - top):
                    spans[-1] = (min(top, word.top), max(bottom, word.bottom))
                continue
        lines.append([word])
        spans.append((word.top, word.bottom))
    return [sorted(line, key=lambda w: w.x0) for line in lines]


def printed(words: Sequence[Word]) -> tuple[str, ...]:
    """The printed lines as texts: upright words first, then words that read up or down the page."""
    level = [word for word in words if word.upright]
    lines = [" ".join(word.text for word in line) for line in text_lines(level)]
    for angle in (90, 270):
        turned = [word for word in words if word.angle == angle]
        if turned:
            lines += _upright_lines(turned, angle)
    return tuple(lines)


def _upright_lines(words: list[Word], angle: int) -> list[str]:
    """Lines that read up the page go on to the right, those that read down to the left."""
    if angle == 90:
        laid = [_laid(word, word.x0, word.x1, -word.bottom, -word.top) for word in words]
    else:
        laid = [_laid(word, -word.x1, -word.x0, word.top, word.bottom) for word in words]
    return [" ".join(word.text for word in line) for line in text_lines(laid)]


def _laid(word: Word, top: float, bottom: float, x0: float, x1: float) -> Word:
    """The word as it would lie on a level line."""
    return Word(word.text, x0, top, x1, bottom, word.size, word.bold)


def doubt_of(words: Iterable[Word]) -> str | None:
    """The doubts of the words, each once."""
    doubts = dict.fromkeys(word.doubt for word in words if word.doubt)
    return "; ".join(doubts) or None
