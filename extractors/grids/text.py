"""Printed lines out of the words of one cell or region."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from extractors.geometry import Word
from extractors.grids.broken import is_cut_date
from extractors.grids.lines import baselines
from extractors.vocabulary.common_words import is_known

WIDE_LETTER = 0.6
"""How many type sizes a letter is wide, most of them at least."""
PADDED = 1.5
"""The blank between a wall and the text beside it is no wider than so many type sizes."""
SHORTEST_BROKEN = 6
"""A shorter piece of a word is never taken for one."""

_WHOLE = re.compile(r"[\d.,]+|\d{1,2}([-./])\d{1,2}\1\d{2,4}")
"""A figure or date, which has an end of its own."""
_BEGINS = re.compile(r"s\W?d\b|http|www\.|\d{1,2}([-./])\d{1,2}\1\d{2,4}", re.IGNORECASE)
"""What begins a word of its own whatever stands before it."""


def printed(words: Sequence[Word], walls: tuple[float, float] | None = None) -> tuple[str, ...]:
    """The printed lines as texts: upright words first, then words that read up or down the page.

    Between two `walls` a word longer than its cell is broken anywhere; it is put together again.
    """
    level = [word for word in words if word.upright]
    lines: list[str] = []
    before: Sequence[Word] = ()
    for line in baselines(level):
        text = " ".join(word.text for word in line)
        if before and _is_hyphenated(before[-1].text, line[0].text):
            lines[-1] = lines[-1].removesuffix("-") + text
        elif walls and before and _breaks_word(before, line[0], walls):
            first, *rest = text.split(" ", 1)
            lines[-1] += first
            lines += rest
        else:
            lines.append(text)
        before = line
    for angle in (90, 270):
        turned = [word for word in words if word.angle == angle]
        if turned:
            lines += _upright_lines(turned)
    return tuple(lines)


def _is_hyphenated(end: str, begin: str) -> bool:
    """Whether the end of a line and the beginning of the next are a known word, parted by a hyphen: no 'ibu-ibu'."""
    if not end.endswith("-") or not begin[0].islower() or not end[:-1].isalpha():
        return False
    return not is_known(end) and is_known(end.removesuffix("-") + begin)


def _breaks_word(line: Sequence[Word], after: Word, walls: tuple[float, float]) -> bool:
    """Whether a line is the beginning of one word that fills the whole cell and goes on below without a hyphen."""
    word = line[0]
    if len(line) > 1 or is_known(word.text) or is_known(after.text) or not _fills(word, after, walls):
        return False
    if is_known(word.text + after.text):
        return True
    return len(word.text) >= SHORTEST_BROKEN and _may_go_on(word.text, after.text)


def _fills(word: Word, after: Word, walls: tuple[float, float]) -> bool:
    """Whether a word leaves no room for a letter of the next between two walls, with the blank before it behind it."""
    margin = min(max(word.x0 - walls[0], 0.0), PADDED * word.size)  # a word alone in the middle fills nothing
    letter = max((piece.x1 - piece.x0) / len(piece.text) for piece in (word, after))
    if not word.text.isalpha():
        letter = max(letter, WIDE_LETTER * word.size)  # of narrow signs and figures before a wide letter
    return walls[1] - margin - word.x1 < letter


def _may_go_on(word: str, rest: str) -> bool:
    """Whether `rest` may be the end of a word in small letters, or of a letter's number or an address."""
    if word.isalpha():
        return rest[:1].islower() and not word.isupper()
    if is_cut_date(word, rest):
        return True
    whole = _WHOLE.fullmatch(word) or _BEGINS.match(rest)
    return word[-1].isalnum() and not whole and (rest[:1].islower() or rest[:1].isdigit())


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


def all_bold(words: Sequence[Word]) -> bool:
    """Whether there are words, and all are bold."""
    return bool(words) and all(word.bold for word in words)
