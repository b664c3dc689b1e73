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
LEADING = 0.6
"""Heights of a line between the lines of one cell, at most."""
FEWEST = 3
"""Columns that a row has writing in at least."""
STAMP = 60.0
"""Points by which a stamp makes a bar longer at most."""
BLANK = 3.5
"""Points of blank that a wall needs in every row: more than a space between words."""
STRIPE = 0.8
"""Share of a table's width that the pieces of a stripe cover at least: a stamp parts them."""


def walls(
    bars: Iterable[Fill], rules: Sequence[Rule], words: Sequence[Word], shades: Iterable[Fill] = ()
) -> list[Rule]:
    """The edges of each bar and upright rules between the columns below it; none where upright rules are drawn.

    Shaded stripes as wide as the bar are rows, whose edges count as rules.
    """
    tops = sorted((_without_stamp(bar, rules) for bar in bars), key=lambda bar: bar.box[1])
    limits = [*(bar.box[1] for bar in tops[1:]), float("inf")]
    pieces = sorted((shade.box for shade in shades), key=lambda box: box[1])
    found: list[Rule] = []
    for bar, limit in zip(tops, limits, strict=False):
        edges = _stripe_edges(bar.box, [box for box in pieces if bar.box[3] - 2 <= box[1] < limit], rules)
        sides = _walls(bar.box, limit, [*rules, *edges], words)
        found += [*sides, *edges] if sides else []
    return found


def _without_stamp(bar: Fill, rules: Iterable[Rule]) -> Fill:
    """A bar that a stamp over its right end makes longer cut off where the rules below it end."""
    x0, top, x1, bottom = bar.box
    below = (r for r in rules if r.horizontal and bottom - 2 <= r.top and abs(r.x0 - x0) <= SAME_ENDS)
    ends = sorted(rule.x1 for rule in below if SAME_ENDS < x1 - rule.x1 <= STAMP)
    if len(ends) < FEWEST:
        return bar
    return Fill((x0, top, ends[len(ends) // 2], bottom), bar.shade)


def _stripe_edges(bar: Box, pieces: Sequence[Box], rules: Iterable[Rule]) -> list[Rule]:
    """The upper and lower edges of the stripes below a bar, but for those where a rule is drawn."""
    x0, _, x1, _ = bar
    rows: list[list[Box]] = []
    for box in pieces:
        if x0 - SAME_ENDS <= box[0] and box[2] <= x1 + SAME_ENDS:
            near = next((row for row in rows if max(abs(box[i] - row[0][i]) for i in (1, 3)) < OWN_EDGE), None)
            rows.append([box]) if near is None else near.append(box)
    whole = [row for row in rows if sum(box[2] - box[0] for box in row) >= STRIPE * (x1 - x0)]
    drawn = [rule.top for rule in rules if rule.horizontal and _same_ends(rule, bar)]
    edges: list[float] = []
    for row in whole:
        for side in (1, 3):
            y = row[0][side]
            if all(abs(y - other) >= OWN_EDGE for other in (*drawn, *edges, bar[3])):
                edges.append(y)
    return [Rule(x0, y, x1, y) for y in edges]


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
    if last := _row_below(end, [bottom, *(rule.top for rule in below)], edges, [w for w in words if w.bottom < limit]):
        end = last
        level.append(Rule(x0, end, x1, end))
    return [*level, *(Rule(x, top, x, end) for x in edges)]


def _row_below(end: float, tops: Sequence[float], edges: Sequence[float], words: Sequence[Word]) -> float | None:
    """The lower edge of a row below a table's last rule, whose own rule is too pale to be seen; None without one.

    It begins as far below that rule as the other rows do, with a number as they do, and has writing in other columns.
    """
    inside = [word for word in words if edges[0] <= (word.x0 + word.x1) / 2 <= edges[-1]]
    firsts = [min((w for w in inside if w.top > y - 1), key=lambda w: (round(w.top), w.x0), default=None) for y in tops]
    usual = [word.top - y for word, y in zip(firsts, tops, strict=True) if word and word.top < end]
    below = sorted((word for word in inside if word.top > end - 1), key=lambda word: word.top)
    if len(edges) <= FEWEST or not usual or not below or below[0].top - end > max(usual) + AT_EDGE:
        return None
    row = [below[0]]
    for word in below[1:]:
        if word.top - max(one.bottom for one in row) < LEADING * (word.bottom - word.top):
            row.append(word)
    if any(word.x0 + 1 < edge < word.x1 - 1 for word in row for edge in edges):
        return None
    columns = {sum(edge < (word.x0 + word.x1) / 2 for edge in edges) for word in row}
    number = min(row, key=lambda word: (word.x0 > edges[1], word.top))
    if len(columns) < FEWEST or number.x1 > edges[1] or not number.text.strip(".)").isdigit():
        return None
    return max(word.bottom for word in row) + 1


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
