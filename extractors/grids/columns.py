"""Columns out of alignment: where gaps between the parts of many lines stand one over another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from math import inf

from extractors.grids.lines import Segment, TextLine, is_pushed_apart, is_spread
from extractors.grids.numbered import row_number
from extractors.grids.strips import ALIGNED, COLUMN_GAP, SLIVER, Strip, before_starts, blank_strips, tight_strips
from extractors.values.row_numbers import are_column_numbers
from extractors.values.totals import is_total

HALF_STEP = 0.7
"""Lines nearer than so many type sizes are of cells beside one another."""
FEWEST = 3
"""So many rows with as many parts show what is paired with which name."""


def find_separators(
    body: Sequence[TextLine], heading: Sequence[TextLine], space: float, known: Sequence[float] = ()
) -> list[Strip]:
    """The blank strips between columns, from the left; a heading counts half and makes no column of its own.

    `space` is the usual blank between words; at some places columns are `known` to part. The numbers of the columns
    below their names are names too.
    """
    if body and are_column_numbers([part.text for part in body[0].segments]):
        heading, body = [*heading, body[0]], body[1:]
    rows = [line for line in body if len(line.segments) > 1 and not is_spread(line.words)]
    rows += _labelled(body)
    weighted = [(line, float(len(line.segments) - 1)) for line in rows]
    weighted += [(line, (len(line.segments) - 1) / 2) for line in heading if len(line.segments) > 1]
    if not weighted:
        return []
    strips = blank_strips(weighted)
    strips = _without_spread_texts(sorted([*strips, *tight_strips(body, strips, 1.3 * space)]), body, heading)
    unseen = [x for x in known if not any(a - 1 < x < b + 1 for a, b in strips)]
    strips = sorted([*strips, *((x - 0.5, x + 0.5) for x in unseen)])
    strips = before_starts(strips, body)
    strips = _beside_lone_lines(_without_names_apart(strips, body, heading), body)
    strips = _in_order(_with_sparse_columns(strips, body), body, heading)
    return _with_blank_columns(strips, body, heading, space)


def _labelled(body: Sequence[TextLine]) -> list[TextLine]:
    """Lines of values with the label left of them that stands half a line higher or lower, amid its row."""
    found: list[TextLine] = []
    for above, below in pairwise(body):
        label, line = (above, below) if len(above.segments) == 1 else (below, above)
        near = below.base - above.base < HALF_STEP * below.size
        if near and len(label.segments) == 1 < len(line.segments) and label.x1 < line.x0:
            found.append(replace(line, segments=(*label.segments, *line.segments), words=(*label.words, *line.words)))
    return found


def _without_names_apart(strips: list[Strip], body: Sequence[TextLine], heading: Sequence[TextLine]) -> list[Strip]:
    """The strips without those that part a column's centred name from the column's values at its side."""
    values = _values(body)
    names = [part for line in heading for part in line.segments]
    kept: list[Strip] = []
    for number, strip in enumerate(strips):
        before = kept[-1][1] if kept else -inf
        after = strips[number + 1][0] if number + 1 < len(strips) else inf
        nameless = not _over(names, (before, strip[0]))
        if (after < inf or nameless) and _is_name_of(names, values, (strip[1], after), (before, strip[0])):
            continue
        first = kept or _holds_numbers(body, (strip[1], after))  # 'No' set left over numbers set right
        if first and _is_name_of(names, values, (before, strip[0]), (strip[1], after)):
            continue
        kept.append(strip)
    return kept


def _holds_numbers(body: Sequence[TextLine], column: Strip) -> bool:
    """Whether nothing but figures stands in a column."""
    inside = (word for line in body for word in line.words if column[0] - 1 < word.x0 and word.x1 < column[1] + 1)
    texts = [word.text.strip(".)") for word in inside]
    return bool(texts) and all(map(str.isdigit, texts))


def _in_order(strips: list[Strip], body: Sequence[TextLine], heading: Sequence[TextLine]) -> list[Strip]:
    """The strips, laid between names and values paired in their order where some name stands over no column.

    A sheet sets names left and figures right: a figure may stand nearer to the next name than to its own.
    """
    names = max((line.segments for line in heading), key=len, default=())
    ends = [-inf, *(x for strip in strips for x in strip), inf]
    places = list(zip(ends[::2], ends[1::2], strict=True))
    if all(any(_over([name], place) for place in places) for name in names):
        return strips
    count = max((len(line.segments) for line in body), default=0)
    rows = [line.segments for line in body if len(line.segments) == count]
    if not FEWEST <= count <= len(names) or len(rows) < FEWEST:
        return strips
    columns = [(min(p.x0 for p in col), max(p.x1 for p in col)) for col in zip(names[-count:], *rows, strict=True)]
    found = [(end, start) for (_, end), (start, _) in pairwise(columns)]
    left = [strip for strip in strips if strip[1] <= columns[0][0] + 1]
    return [*left, *found] if all(end < start for end, start in found) else strips


def _values(body: Sequence[TextLine]) -> list[Segment]:
    """The parts of rows; where most rows are numbered, the label of one that is not stands over several columns."""
    rows = [line for line in body if len(line.segments) > 1]
    numbered = [line for line in rows if row_number(line) is not None]
    if len(numbered) * 2 <= len(rows):
        return [part for line in rows for part in line.segments]
    reach = max(line.segments[0].x1 for line in numbered)
    spanning = [line.segments[0] for line in rows if line not in numbered and line.x0 > reach]
    return [part for line in rows for part in line.segments if part not in spanning]


def _without_spread_texts(strips: list[Strip], body: Sequence[TextLine], heading: Sequence[TextLine]) -> list[Strip]:
    """The strips without those in a column of one name whose justified texts have wide blanks in them."""
    names = [part for line in heading for part in line.segments]
    kept: list[Strip] = []
    for number, strip in enumerate(strips):
        start = kept[-1][1] if kept else -inf
        ends = [*(other[0] for other in strips[number + 1 :]), inf]
        left, right = _over(names, (start, strip[0])), _over(names, (strip[1], ends[0]))
        end = next((x for x in reversed(ends) if _over(names, (strip[1], x)) == right), ends[0])
        common = [name for name in left if name in right]
        one = bool(common) and len(common) in (len(left), len(right))  # one side has no name of its own
        if (left and right and not one) or not _is_spread(body, start, strip, end, one):
            kept.append(strip)
    return kept


def _is_spread(body: Sequence[TextLine], start: float, strip: Strip, end: float, one: bool) -> bool:
    """Whether half of the lines with words on both sides of a strip are justified, having equal blanks there.

    Two words have but one: they stand at both ends of their column, under `one` name.
    """
    held = [[word for word in line.words if start - 1 < word.x0 and word.x1 < end + 1] for line in body]
    across = [words for words in held if words and words[0].x1 < strip[1] < words[-1].x1]
    sides = (min((w[0].x0 for w in across), default=0.0), max((w[-1].x1 for w in across), default=0.0))
    alike = sum(is_spread(words) or (one and is_pushed_apart(words, sides)) for words in across)
    return alike > 0 and alike * 2 >= len(across)


def _is_name_of(names: Sequence[Segment], values: Sequence[Segment], place: Strip, column: Strip) -> bool:
    """Whether only names stand at `place`, and they are those of `column`: some reach over it, or it has no others.

    Two names side by side are of two columns, though a third stands over both. A value with its middle elsewhere is
    long and reaches out of its own column.
    """
    if any(place[0] < part.middle < place[1] for part in values) or not _over(values, column):
        return False
    own, others = _over(names, column), _over(names, place)
    if any(abs(a.bottom - b.bottom) < ALIGNED and a not in own and b not in others for a in others for b in own):
        return False
    return not own or any(name in own for name in others)


def _over(parts: Sequence[Segment], place: Strip) -> list[Segment]:
    """The parts that stand in a place, at least partly."""
    return [part for part in parts if part.x0 < place[1] - 1 and part.x1 > place[0] + 1]


def _beside_lone_lines(strips: list[Strip], body: Sequence[TextLine]) -> list[Strip]:
    """The strips, cut back to where lines of one part stand that reach out of a column into the blank beside it.

    The texts of rows whose cells are set in the middle may all stand above and below the rows' other parts.
    """
    starts, ends = [-inf, *(a for a, _ in strips)], [*(b for _, b in strips), inf]
    left, right = [b for _, b in strips], [a for a, _ in strips]
    for part in (line.segments[0] for line in body if len(line.segments) == 1):
        fits = (c for c, (a, b) in enumerate(zip(starts, ends, strict=True)) if a + 1 < part.x0 and part.x1 < b - 1)
        col = next(
            (c for c in fits if (not c or part.x1 > left[c - 1]) and (c == len(strips) or part.x0 < right[c])), None
        )
        if col is not None and col > 0:
            left[col - 1] = min(left[col - 1], part.x0)
        if col is not None and col < len(strips):
            right[col] = max(right[col], part.x1)
    return [(a, b) if b - a >= SLIVER else strip for strip, a, b in zip(strips, right, left, strict=True)]


def _with_sparse_columns(strips: list[Strip], body: Sequence[TextLine]) -> list[Strip]:
    """The strips, cut where parts of lines stand inside one: a column that few rows fill, or on lines of its own."""
    cut: list[Strip] = []
    parts = _values(body)
    lone = [line.segments[0] for line in body if len(line.segments) == 1]
    numbered = sum(len(line.segments) > 1 and row_number(line) is not None for line in body)
    for start, end in strips:
        amid = [part for part in lone if part.x0 > start - 1 and part.x1 < end + 1]
        own = amid if numbered > 1 and len(amid) * 2 > numbered else []
        inside = sorted([*(p for p in parts if p.x0 > start - 1 and p.x1 < end + 1), *own], key=lambda p: p.x0)
        for left, right in _clusters(inside):
            if left - start >= 2 and end - right >= 2:
                cut.append((start, left))
                start = right
        cut.append((start, end))
    return cut


def _with_blank_columns(
    strips: list[Strip], body: Sequence[TextLine], heading: Sequence[TextLine], space: float
) -> list[Strip]:
    """The strips, with those between names that stand apart over one column: all but one of their columns are blank."""
    values = [part for line in body for part in line.segments]
    found = list(strips)
    for start, end in pairwise([-inf, *(x for strip in strips for x in strip), inf]):
        if (start, end) in strips:
            continue
        names = [part for line in heading for part in line.segments if part.x0 > start - 1 and part.x1 < end + 1]
        apart = max(COLUMN_GAP, 2 * space) * max((part.size for part in names), default=0.0)
        for (_, left), (right, _) in pairwise(_clusters(sorted(names, key=lambda part: part.x0))):
            over = [part for part in _over(values, (left, right)) if not is_total(part.text)]  # a sum's may reach over
            begun = max([left, *(part.x1 for part in over if part.x0 < left)])
            ended = min([right, *(part.x0 for part in over if part.x1 > right)])
            if right - left > apart and ended - begun > apart / 2 and not _over(over, (begun, ended)):
                found.append((begun, ended))
    return _with_names_between(sorted(found), heading)


def _with_names_between(strips: list[Strip], heading: Sequence[TextLine]) -> list[Strip]:
    """The strips cut at names that stand amid one, where a line has just so many names more than there are columns.

    So may all lines together have, but for names over groups of columns, which stand in the upper half.
    """
    lines = [[(part.x0, part.x1) for part in line.segments] for line in heading]
    middle = (heading[0].base + heading[-1].base) / 2 if heading else 0.0
    low = [part for line in heading for part in line.segments if line.base >= middle]
    for names in [*lines, _clusters(sorted(low, key=lambda part: part.x0))]:
        amid = [(strip, at) for strip in strips for at in names if strip[0] + 1 < at[0] and at[1] < strip[1] - 1]
        if amid and len(amid) == len(names) - len(strips) - 1:
            cut = [piece for (start, end), name in amid for piece in ((start, name[0]), (name[1], end))]
            return sorted([*(strip for strip in strips if all(strip != other for other, _ in amid)), *cut])
    return strips


def _clusters(parts: Sequence[Segment]) -> list[Strip]:
    """Extents of parts that overlap from left to right."""
    clusters: list[Strip] = []
    for part in parts:
        if clusters and part.x0 <= clusters[-1][1]:
            clusters[-1] = (clusters[-1][0], max(clusters[-1][1], part.x1))
        else:
            clusters.append((part.x0, part.x1))
    return clusters
