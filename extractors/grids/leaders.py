"""What is drawn with signs: rows of dashes, which are rules, and of dots, which lead to a number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.geometry import Rule, Word

_RULE = re.compile(r"[-_=–—]{5,}")
_LEADER = re.compile(r"[.…·]{5,}")
"""Four dots are the mark of a figure that is not known."""


def is_leader(text: str) -> bool:
    """Whether a word is nothing but the dots that lead to a number."""
    return bool(_LEADER.fullmatch(text))


def drawn_by_text(words: Sequence[Word]) -> tuple[list[Word], list[Rule]]:
    """The words without dot leaders, and rows of dashes as the rules that they are meant to be."""
    kept: list[Word] = []
    rules: list[Rule] = []
    for word in words:
        if _RULE.fullmatch(word.text):
            y = (word.top + word.bottom) / 2
            rules.append(Rule(word.x0, y, word.x1, y))
        elif not is_leader(word.text):
            kept.append(word)
    return kept, rules
