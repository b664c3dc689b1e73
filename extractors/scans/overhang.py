"""Upright rules that stick out of their table: a letter stands right above or below, and looks like more of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.geometry import Rule

LONGEST = 24.0
"""Points: what sticks out further is no letter."""
NEAR = 3.0
"""Points by which the end of a rule may miss the rule it ends at."""
FEW = 2
"""So many other rules must end at the same edge: columns that go on over the page end at none."""


def without_overhangs(rules: Sequence[Rule]) -> list[Rule]:
    """`rules`, the upright ones cut off at the table's edge where the others end."""
    level = [rule for rule in rules if rule.horizontal]
    upright = [rule for rule in rules if not rule.horizontal]
    return [*level, *(_cut(rule, level, upright) for rule in upright)]


def _cut(rule: Rule, level: Sequence[Rule], upright: Sequence[Rule]) -> Rule:
    """`rule` between the edges that it sticks out of, if it does; not where it ends at a level rule."""
    crossed = [one.top for one in level if one.x0 - NEAR <= rule.x0 <= one.x1 + NEAR]
    top, bottom = rule.top, rule.bottom
    if not any(abs(y - top) <= NEAR for y in crossed):
        edges = (y for y in crossed if 0 < y - top <= LONGEST and _ending(y, rule, upright, down=False))
        top = max(edges, default=top)
    if not any(abs(y - bottom) <= NEAR for y in crossed):
        edges = (y for y in crossed if 0 < bottom - y <= LONGEST and _ending(y, rule, upright, down=True))
        bottom = min(edges, default=bottom)
    return replace(rule, top=top, bottom=bottom) if bottom - top > LONGEST else rule


def _ending(y: float, rule: Rule, upright: Sequence[Rule], *, down: bool) -> bool:
    """Whether the other upright rules at height `y` end there, and hardly any goes on."""
    ends = [other.bottom if down else other.top for other in upright if other is not rule]
    sure = sum(abs(end - y) <= NEAR for end in ends)
    beyond = sum(NEAR < (end - y if down else y - end) <= LONGEST for end in ends)
    return sure >= FEW and beyond < sure
