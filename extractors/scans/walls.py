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
MOST, AT_EDGE = 0.6, 3.0
"""Share of a table's width that a broken rule has left, and points from a column's edge at which a rule ends there."""
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
    """The table from `bar` to its last level rule above `limit`: its sides, the walls between, broken rules whole."""
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
    edges = [x0, *(place for place in places if place is not None), x1]
    broken = [r for r in rules if bottom < r.top < end and not _same_ends(r, bar) and _is_broken(r, edges, inside)]
    level = [Rule(x0, y, x1, y) for y in (top, bottom, *(rule.top for rule in broken))]
    return [*level, *(Rule(x, top, x, end) for x in edges)]


def _is_broken(rule: Rule, edges: Sequence[float], words: Iterable[Word]) -> bool:
    """Whether a level rule over most of a table ends within a column, where no writing stands in the rest of its way.

    One that passes a cell merged over rows ends where a column does.
    """
    if not rule.horizontal or rule.x1 - rule.x0 < MOST * (edges[-1] - edges[0]):
        return False
    if any(min(abs(end - edge) for edge in edges) <= AT_EDGE for end in (rule.x0, rule.x1) if not _is_end(end, edges)):
        return False
    beside = (word for word in words if word.x1 < rule.x0 or word.x0 > rule.x1)
    return not any(word.top + 1 < rule.top < word.bottom - 1 for word in beside)


def _is_end(place: float, edges: Sequence[float]) -> bool:
    """Whether a place is at either end of a table."""
    return min(abs(place - edges[0]), abs(place - edges[-1])) <= SAME_ENDS


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
