"""What is drawn with signs: rows of dashes, which are rules, and of dots, which lead to a number; or with a stroke."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.geometry import Page, Rule, Word

_RULE = re.compile(r"[-_=–—]{5,}")
_LEADER = re.compile(r"[.…·]{5,}")
"""Four dots are the mark of a figure that is not known."""
NEXT = 12.0
"""A leader begins and ends within so many points of the words that it joins."""


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


def without_drawn_leaders(page: Page) -> Page:
    """The page without the strokes that lead from a word to a number on its line: they part no rows."""
    rules = tuple(rule for rule in page.rules if not (rule.horizontal and _leads(rule, page.words)))
    return page if len(rules) == len(page.rules) else replace(page, rules=rules)


def _leads(rule: Rule, words: Sequence[Word]) -> bool:
    """Whether a level rule runs at the foot of a line's letters from right behind a word to right before a number."""
    level = [w for w in words if w.top + w.bottom < rule.top + rule.bottom < 2 * w.bottom]
    before = any(0 <= rule.x0 - word.x1 < NEXT for word in level)
    return before and any(0 <= word.x0 - rule.x1 < NEXT and word.text[:1].isdigit() for word in level)
