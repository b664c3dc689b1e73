"""Lone strokes right beside an upright rule: what is left of it where it is drawn thicker, read as '1' or 'I'."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractors.geometry import Rule, Word

STROKES = frozenset("1Il|!/")
THIN = 0.2
"""Font sizes: a printed '1' is wider than its stroke."""
BESIDE = 1.5
"""Points: no cell's text stands so close to its rule."""
BEYOND = 30.0
"""Points by which a rule, of dashes for one, goes on unseen beyond its ends."""


def without_scraps(words: Iterable[Word], rules: Iterable[Rule]) -> list[Word]:
    """`words` without the scraps of upright `rules`, those read twice at one place but once."""
    uprights = [rule for rule in rules if not rule.horizontal]
    once = {(word.text, word.box): word for word in words}
    return [word for word in once.values() if word.text not in STROKES or not _is_scrap(word, uprights)]


def _is_scrap(word: Word, uprights: Sequence[Rule]) -> bool:
    """Whether a stroke is thin and stands right beside an upright rule that passes it, or ends in its way."""
    middle = (word.top + word.bottom) / 2
    beside = any(
        rule.top - BEYOND < middle < rule.bottom + BEYOND and word.x0 - BESIDE <= rule.x0 <= word.x1 + BESIDE
        for rule in uprights
    )
    return beside and word.x1 - word.x0 < THIN * word.size
