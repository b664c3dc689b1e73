"""How the lines of a table's body stand to one another: level, apart by a rule or a step, with own values."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractors.grids.lines import Segment
from extractors.grids.row import Row
from extractors.grids.values import is_amount, is_value


def overlaps(above: Row, below: Row) -> bool:
    """Whether two lines stand on nearly the same height: parts of one row set lower or higher."""
    return below.line.base - above.line.base < 0.7 * min(above.line.size, below.line.size)


def has_floor(above: Row, below: Row, floors: Sequence[float]) -> bool:
    """Whether a rule parts two lines."""
    return any(above.line.base - 1 <= y <= below.line.base - 0.3 * below.line.size for y in floors)


def step(above: Row, below: Row) -> float:
    """The distance of two lines in type sizes."""
    return (below.line.base - above.line.base) / below.line.size


def row_step(rows: Sequence[Row]) -> float | None:
    """The distance from which a line begins a row, where rows stand farther apart than the lines of one row."""
    pairs = [(above, below) for above, below in pairwise(rows) if not overlaps(above, below)]
    within = [step(a, b) for a, b in pairs if is_tail(a, b)]
    apart = [step(a, b) for a, b in pairs if 0 in b.parts and has_own_values([a], b)]
    if within:
        wider = [step(a, b) for a, b in pairs if step(a, b) > 1.1 * max(within)]
        clear = len(wider) > 1 and all(step > 1.05 * max(within) for step in apart)
        return (max(within) + min(wider)) / 2 if clear else None
    return 0.92 * min(apart) if len(apart) > 2 else None


def texts_at(group: Sequence[Row], column: int) -> list[Segment]:
    """The parts of lines in a column."""
    return [row.parts[column] for row in group if column in row.parts]


def has_own_values(group: Sequence[Row], row: Row) -> bool:
    """Whether a line has a value where the row above has one already, with its unit or without: '7 post'."""
    return any(
        c and is_value(part.text) and any(is_amount(t.text) for t in texts_at(group, c))
        for c, part in row.parts.items()
    )


def is_tail(above: Row, below: Row) -> bool:
    """Whether a line without a label goes on with texts of the line above."""
    return 0 not in below.parts and all(c in above.parts and not is_value(above.parts[c].text) for c in below.parts)
