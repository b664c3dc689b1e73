"""The columns of tables that have a dark heading row and level rules, but nothing drawn between their columns.

A web page's table keeps its columns apart by blank; on paper no drawn cell tells where they are. Where the blank
between two headings goes on through all rows, there is a wall.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from extractors.geometry import Box, Fill, Rule, Word

SAME_ENDS = 12.0
"""Points by which the ends of a table's rules may differ from those of its heading."""
OWN_EDGE = 4.0
"""Points around a bar within which a level rule is its own edge."""
HEADING_GAP = 6.0
"""Points: headings of two columns stand further apart than this, words of one heading closer."""
BLANK = 3.5
"""Points of blank that a wall needs in every row: more than a space between words."""


def walls(bars: Iterable[Fill], rules: Sequence[Rule], words: Sequence[Word]) -> list[Rule]:
    """The edges of each bar and upright rules between the columns below it; none where upright rules are drawn."""
    tops = sorted(bars, key=lambda bar: bar.box[1])
    limits = [*(bar.box[1] for bar in tops[1:]), float("inf")]
    return [wall for bar, limit in zip(tops, limits, strict=False) for wall in _walls(bar.box, limit, rules, words)]


def _walls(bar: Box, limit: float, rules: Sequence[Rule], words: Sequence[Word]) -> list[Rule]:
    """The table from `bar` down to its last level rule above `limit`: its two sides and the walls between."""
    x0, top, x1, bottom = bar
    below = [r for r in rules if r.horizontal and bottom - 2 <= r.top < limit - OWN_EDGE and _same_ends(r, bar)]
    if not below or any(
        not r.horizontal and x0 + 3 < r.x0 < x1 - 3 and top < r.bottom and r.top < limit for r in rules
    ):
        return []
    end = max(rule.top for rule in below)
    inside = [word for word in words if x0 <= (word.x0 + word.x1) / 2 <= x1 and top <= _middle(word) <= end]
    headings = sorted((word for word in inside if _middle(word) <= bottom), key=lambda word: word.x0)
    body = [word for word in inside if _middle(word) > bottom]
    places = [
        _blank(left.x1, right.x0, body) for left, right in pairwise(headings) if right.x0 - left.x1 >= HEADING_GAP
    ]
    upright = [Rule(x, top, x, end) for x in (x0, *(place for place in places if place is not None), x1)]
    return [Rule(x0, top, x1, top), Rule(x0, bottom, x1, bottom), *upright]


def _same_ends(rule: Rule, bar: Box) -> bool:
    return abs(rule.x0 - bar[0]) <= SAME_ENDS and abs(rule.x1 - bar[2]) <= SAME_ENDS


def _middle(word: Word) -> float:
    return (word.top + word.bottom) / 2


def _blank(left: float, right: float, body: Iterable[Word]) -> float | None:
    """The middle of the last blank strip from `left` to `right` that no word of the body enters, or None."""
    spans = sorted((word.x0, word.x1) for word in body if word.x1 > left and word.x0 < right)
    reach, best = left, None
    for start, stop in [*spans, (right, right)]:
        if start - reach >= BLANK:
            best = (reach + start) / 2
        reach = max(reach, stop)
    return best
