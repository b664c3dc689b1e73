"""Grounds behind single letters: a highlighted hyphen looks like an upright rule, but it is as wide as its letter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractors.geometry import Rule, Word

NEAR = 0.5
"""A ground begins and ends within this many points of its text."""
MOST = 0.6
"""This part of a text's height at least stands on its ground."""
HIGHEST = 3.0
"""A ground is at most so many times as high as its text: a hyphen's box may be that of the letters or of the line."""
WIDEST = 4.0
"""Wider texts have grounds that nobody takes for rules."""


def without_grounds(rules: Iterable[Rule], words: Sequence[Word]) -> tuple[Rule, ...]:
    """The rules, without those that are the ground of a narrow text: as wide as it and as high as its line."""
    narrow = [word for word in words if word.x1 - word.x0 <= WIDEST]
    return tuple(rule for rule in rules if rule.horizontal or not any(_is_ground(rule, word) for word in narrow))


def _is_ground(rule: Rule, word: Word) -> bool:
    sides = max(abs(rule.x0 - word.x0), abs(rule.x1 - word.x1))
    shared = min(rule.bottom, word.bottom) - max(rule.top, word.top)
    height = word.bottom - word.top
    return sides <= NEAR and shared > MOST * height and rule.bottom - rule.top < HIGHEST * height
