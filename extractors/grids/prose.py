"""Running prose: taken out before tables without rules are looked for.

So two columns of text are no table, and a table beside prose stands alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractors.geometry import Box, union
from extractors.grids.kinds import ENUMERATOR
from extractors.grids.lines import Segment, TextLine
from extractors.grids.numbered import numbered_lines
from extractors.grids.values import is_value

STEP = 2.6
"""Lines farther apart than this many type sizes belong to different paragraphs."""
STEADY = 0.25
"""The lines of a paragraph are evenly far apart, to this part of the step."""
LONG = 7
"""A paragraph of so many lines is prose, whatever stands beside it, unless it is in one of as many rows."""
LONGEST = 8
"""Rows of a table have fewer lines than this on the whole."""
HALF_LINE = 0.6
"""A row's number may stand so many type sizes below the last wordy line over its middle."""
COLUMN = 12
"""A column of prose has at least so many lines."""
APART = 2.0
"""Paragraphs with more blank between them than this many type sizes may have a table there."""
OPEN = 40
"""A line may go on with one of so many paragraphs that began last."""
SAME_EDGE = 3.0
"""Paragraphs of one column begin within so many points."""
FILLED = 0.2
"""A line ends within this part of its column's width from the right end."""

Chain = list[tuple[TextLine, Segment]]
"""A paragraph: its lines, with the part of each that belongs to it."""


def find_prose(lines: Sequence[TextLine]) -> set[int]:
    """Identities of the segments that are lines of paragraphs."""
    chains = _chains(lines)
    rows = _row_starts(lines, {id(chain[0][1]) for chain in chains})
    numbered = numbered_lines(lines)
    chains = [chain for chain in chains if not _stands_in_rows(chain, lines, numbered)]
    prose: set[int] = set()
    for chain in sorted(chains, key=_left):
        alike = max(rows.get(id(part), 0) for part in _first_parts(chain, lines))
        if (not alike or len(chain) >= max(LONG, alike)) and _is_paragraph(chain, prose):
            prose |= {id(part) for _, part in chain}
    for box in _columns_of_prose(chains):
        prose |= {id(part) for line in lines for part in line.segments if _lies_in(part, box)}
    return prose


def _chains(lines: Sequence[TextLine]) -> list[Chain]:
    """Wordy parts of lines that stand evenly below one another, from the top."""
    chains: list[Chain] = []
    for line in lines:
        for part in filter(_is_wordy, line.segments):
            chain = next((c for c in reversed(chains[-OPEN:]) if _is_below(c, line, part)), None)
            step = _step_change(chain, line) if chain else 0.0
            if chain is None or step > STEADY:
                chains.append([(line, part)])
            elif step < -STEADY:
                chains.append([chain.pop(), (line, part)])
            else:
                chain.append((line, part))
    return chains


def _left(chain: Chain) -> float:
    """Where a paragraph begins from the left."""
    return min(part.x0 for _, part in chain)


def _stands_in_rows(chain: Chain, lines: Sequence[TextLine], numbered: Sequence[TextLine]) -> bool:
    """Whether a paragraph is the texts of a table's column: numbers of rows stand beside it, at its left."""
    left = _left(chain)
    last = chain[-1][0]
    top, bottom = min(part.top for part in _first_parts(chain, lines)), last.bottom + HALF_LINE * last.size
    rows = [line for line in numbered if top < line.base < bottom and line.segments[0].x1 < left]
    return len(rows) * LONGEST > len(chain)


def _columns_of_prose(chains: Sequence[Chain]) -> list[Box]:
    """Columns of a page that hold paragraphs one under another, beside whatever stands in the other columns.

    The texts of a table's column begin level with the other cells of their rows; paragraphs seldom do.
    """
    groups: list[list[Chain]] = []
    for chain in chains:
        group = next((g for g in groups if _is_as_wide(g[0], chain)), None)
        if group is None:
            groups.append([chain])
        else:
            group.append(chain)
    return [box for group in groups if _is_prose_column(group) for box in _stretches(group)]


def _is_as_wide(chain: Chain, other: Chain) -> bool:
    """Whether two paragraphs begin and end at the same places: of one column, not of the page's whole width."""
    left = _left(chain)
    ends = [max(part.x1 for _, part in one) for one in (chain, other)]
    return abs(left - _left(other)) < SAME_EDGE and abs(ends[0] - ends[1]) < FILLED * (max(ends) - left)


def _stretches(group: Sequence[Chain]) -> list[Box]:
    """The rectangles of a column's paragraphs, those that follow closely as one."""
    boxes: list[Box] = []
    for chain in group:
        box = union(part.box for _, part in chain)
        if boxes and box[1] - boxes[-1][3] < APART * chain[0][1].size:
            boxes[-1] = union((boxes[-1], box))
        else:
            boxes.append(box)
    return boxes


def _is_prose_column(group: Sequence[Chain]) -> bool:
    """Whether paragraphs of one left edge fill their column, and most do not begin level with something else."""
    parts = [part for chain in group for _, part in chain]
    left, right = min(part.x0 for part in parts), max(part.x1 for part in parts)
    if len(parts) < COLUMN or len(parts) < 2.5 * len(group):
        return False
    filled = sum(part.x1 > right - FILLED * (right - left) for part in parts)
    level = sum(
        any(other.x1 < part.x0 and not ENUMERATOR.fullmatch(other.text) for other in line.segments)
        for line, part in (chain[0] for chain in group)
    )
    return filled > 0.7 * len(parts) and level * 2 <= len(group)


def _lies_in(part: Segment, box: Box) -> bool:
    """Whether a part of a line stands in a column of prose, at its left edge or within it."""
    return box[0] - 2 <= part.x0 and part.x1 <= box[2] + 2 and box[1] - 1 <= part.top and part.bottom <= box[3] + 1


def _row_starts(lines: Sequence[TextLine], starts: set[int]) -> dict[int, int]:
    """Identities of the paragraphs' first lines that begin rows: three times or more, side by side at the same places.

    With each goes how many lines have three parts at the same places.

    Two columns of prose begin together once, at their top; the cells of a table do in every row.
    """
    rows = [line.segments for line in lines if len(line.segments) > 1 and _all_start(line, starts)]
    found: dict[int, int] = {}
    places = [{round(part.x0 / 2.5) for part in row} for row in rows]
    around = [{x + shift for x in xs for shift in (-1, 0, 1)} for xs in places]
    all_places = [{round(part.x0 / 2.5) for part in line.segments} for line in lines]
    for row, near in zip(rows, around, strict=True):
        if sum(len(near & xs) > 1 for xs in places) > 2:
            alike = sum(len(near & xs) > 2 for xs in all_places)
            found |= {id(part): max(alike, 1) for part in row}
    return found


def _first_parts(chain: Chain, lines: Sequence[TextLine]) -> list[Segment]:
    """The first line of a paragraph, and what stands as near above it with words at its edge, or has its middle.

    Those have too few words to be lines of prose, or the column to their left runs into them.
    """
    line, first = chain[0]
    found = [first]
    step = chain[1][0].base - line.base if len(chain) > 1 else 0.0
    for above in reversed(lines[: lines.index(line)]):
        at_edge = [part for part in above.segments if _is_set_as(part, first)]
        if line.base - above.base > (1 + STEADY) * step:
            break
        if at_edge:
            found += at_edge
            line = above
    return found


def _is_set_as(part: Segment, first: Segment) -> bool:
    """Whether a part has a word where another begins, or both have one middle."""
    return abs(part.middle - first.middle) < 1 or any(abs(word.x0 - first.x0) < 1 for word in part.words)


def _all_start(line: TextLine, starts: set[int]) -> bool:
    """Whether no part of a line goes on from the line above, and at least two are more than the sign of a list."""
    parts = [part for part in line.segments if not ENUMERATOR.fullmatch(part.text)]
    return len(parts) > 1 and all(id(part) in starts or not _is_wordy(part) for part in parts)


def _is_wordy(part: Segment) -> bool:
    """Whether a segment can be a line of prose."""
    letters = sum(char.isalpha() for char in part.text)
    return len(part.words) >= 4 and letters >= 15 and letters > 0.6 * len(part.text.replace(" ", ""))


def _is_below(chain: Chain, line: TextLine, part: Segment) -> bool:
    """Whether `part` stands close below the last line of `chain`, at its left edge and about as wide."""
    above_line, above = chain[-1]
    step = line.base - above_line.base
    if not 0 < step < STEP * part.size or abs(above.size - part.size) > 0.15 * part.size:
        return False
    overlap = min(above.x1, part.x1) - max(above.x0, part.x0)
    return abs(above.x0 - part.x0) < 4 * part.size and overlap > 0.7 * min(above.x1 - above.x0, part.x1 - part.x0)


def _step_change(chain: Chain, line: TextLine) -> float:
    """By what part the step to `line` is wider than the one before: a wider one ends a paragraph.

    A narrower one says that the line above it was the paragraph's first.
    """
    if len(chain) < 2:
        return 0.0
    before = chain[-1][0].base - chain[-2][0].base
    return (line.base - chain[-1][0].base - before) / before


def _is_paragraph(chain: Chain, prose: set[int]) -> bool:
    """Whether a column of wordy lines is running text: lines filled up to what stands beside them.

    To their left there may be nothing but other prose and the signs of lists: what has labels is a table's column.
    """
    if len(chain) < 3 or _stands_between(chain) or (len(chain) < LONG and any(_has_values(*one) for one in chain)):
        return False
    left = _left(chain)
    beside = [other.x0 - 2 * part.size for line, part in chain for other in line.segments if other.x0 > part.x1]
    right = max([part.x1 for _, part in chain] + ([min(beside)] if len(beside) * 3 > len(chain) else []))
    filled = sum(part.x1 > right - FILLED * (right - left) for _, part in chain[:-1])
    if filled < 0.6 * (len(chain) - 1):
        return False
    return sum(_has_label(line, part, prose) for line, part in chain) < 0.4 * len(chain)


def _stands_between(chain: Chain) -> bool:
    """Whether short texts stand on both sides of the first line: it begins a tall cell in a row."""
    line, first = chain[0]
    beside = [part for part in line.segments if not _is_wordy(part) and not ENUMERATOR.fullmatch(part.text)]
    return any(part.x1 < first.x0 for part in beside) and any(part.x0 > first.x1 for part in beside)


def _has_values(line: TextLine, part: Segment) -> bool:
    """Whether several values stand to the right of a part, as beside the first or last line of a row's label."""
    return sum(other.x0 > part.x1 and is_value(other.text) for other in line.segments) > 1


def _has_label(line: TextLine, part: Segment, prose: set[int]) -> bool:
    """Whether something other than prose and signs of lists stands to the left, or a short value to the right."""
    return any(
        (other.x1 < part.x0 and id(other) not in prose and not ENUMERATOR.fullmatch(other.text))
        or (other.x0 > part.x1 and len(other.words) < 3)
        for other in line.segments
    )
