"""Ladders: rules of one width that stand over one another, with rows between them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, repeat, zip_longest
from statistics import median

from extractors.grids.kinds import (
    CAPTION,
    FRAMED_STEP,
    is_centred_rest,
    is_cut_off,
    is_like,
    is_rest,
    is_row,
    key_line,
    stands_in_columns,
)
from extractors.grids.lines import TextLine, text_line
from extractors.grids.numbered import counts_on, row_number
from extractors.grids.strokes import NEAR, SAME_END, Stroke, alike

BELOW = 5
"""So many bands tell where columns are."""
TIGHT = 0.6
"""Lines of one name are nearer than so many type sizes."""
PADDED = 1.5
"""Rows stand no farther off the other side of a rule than so many times as far as those on this one."""
WIDE = 0.85
"""Prose takes up more than this part of a table's width."""
APART = 2.4
"""Nor farther off one another than so many times as far, where no rule stands between them."""


def find_ladders(lines: Sequence[TextLine], level: Sequence[Stroke], gap: float) -> list[list[TextLine]]:
    """Lines between rules of one width that stand over one another, where most of them are rows."""
    ladders: list[list[TextLine]] = []
    taken: set[int] = set()
    for group in sorted(rungs_of(level), key=lambda group: -group[0].length):
        rungs = _with_neighbours(group, level, lines)
        inside = _between(lines, rungs, gap, taken)
        bands = [[line for line in inside if top < line.base < bottom] for top, bottom in pairwise(s.at for s in rungs)]
        for first, last in _stretches(bands):
            held = [line for band in bands[first:last] for line in band]
            free = [line for line in inside if not any(id(word) in taken for word in line.words)]
            ladders.append(_extended(held, free, rungs[first], rungs[last]))
            taken |= {id(word) for line in ladders[-1] for word in line.words}
    return ladders


def rungs_of(level: Sequence[Stroke], fewest: int = 3) -> list[list[Stroke]]:
    """Rules, some at least, that start and end at the same places, from the top."""
    return [group for group in alike(level) if len(group) >= fewest and group[0].length > 100]


def _with_neighbours(group: list[Stroke], level: Sequence[Stroke], lines: Sequence[TextLine]) -> list[Stroke]:
    """Rules with those among them, above and below that share a side with them, as long as rows stand between.

    Cells that are merged over rows at a side of the table make the rules between these rows shorter.
    """
    first, last = group[0], group[-1]
    rungs = sorted(
        [
            *group,
            *(s for s in level if first.at < s.at < last.at and s.length > first.length + 8 and _at_side(s, group)),
        ]
    )
    for down in (True, False, True, False):  # what was found on one side may reach wider
        for stroke in level if down else reversed(level):
            above, below = (rungs[-1], stroke) if down else (stroke, rungs[0])
            if below.at - above.at > NEAR and _at_side(stroke, rungs):
                band = [line for line in lines if above.at < line.base < below.at and _overlaps(line, rungs)]
                if not band or not _is_band(band) or _is_prose(band, max(s.end for s in (*rungs, stroke))):
                    break
                rungs = sorted([*rungs, stroke])
    return rungs


def _at_side(stroke: Stroke, rungs: Sequence[Stroke]) -> bool:
    """Whether a rule begins or ends where a table does."""
    return (
        abs(stroke.start - min(s.start for s in rungs)) < SAME_END
        or abs(stroke.end - max(s.end for s in rungs)) < SAME_END
    )


def _is_prose(band: Sequence[TextLine], end: float) -> bool:
    """Whether no line between two rules has parts, or one runs out over their end: prose between two tables."""
    single = [line for line in band if len(line.segments) < 2]
    return len(single) == len(band) or any(line.x0 < end - line.size and line.x1 > end + line.size for line in single)


def _overlaps(line: TextLine, rungs: Sequence[Stroke]) -> bool:
    """Whether a line stands between the ends of rules, at least in part."""
    return line.x0 < max(s.end for s in rungs) and line.x1 > min(s.start for s in rungs)


def _between(lines: Sequence[TextLine], rungs: Sequence[Stroke], gap: float, taken: set[int]) -> list[TextLine]:
    """The lines, cut down to what stands between the ends of the rules and is not taken."""
    left, right = min(s.start for s in rungs) - 3, max(s.end for s in rungs) + 3
    cut = ([w for w in line.words if left <= (w.x0 + w.x1) / 2 <= right and id(w) not in taken] for line in lines)
    return [text_line(words, gap) for words in cut if words]


def _stretches(bands: Sequence[Sequence[TextLine]]) -> list[tuple[int, int]]:
    """Ranges of bands in which rows stand: at least two with rows, none of prose, empty ones only inside."""
    found: list[tuple[int, int]] = []
    start = None
    keyed = [any(map(_is_keyed, band)) for band in bands]  # the number may stand below or amid the lines
    usual = _are_keyed([line for band in bands for line in band])
    counted = _counted(bands)
    for index in range(len(bands) + 1):
        good = index < len(bands) and (_is_band(bands[index]) or (usual and keyed[index]) or index in counted)
        good = good or (index + 1 < len(bands) and _is_torn(bands[index], bands[index + 1 : index + BELOW]))
        if good and start is None:
            start = index
        elif not good and start is not None:
            with_rows = [i for i in range(start, index) if any(len(line.segments) > 1 for line in bands[i])]
            filled = [i for i in range(start, index) if bands[i]]
            if len(with_rows) > 1:
                found.append((filled[0], filled[-1] + 1))
            start = None
    return found


def _is_torn(band: Sequence[TextLine], below: Sequence[Sequence[TextLine]]) -> bool:
    """Whether lines stand in a column of the rows below: the rest of a row that a page break cut, under its heading."""
    rows = [line for lines in below for line in lines]
    return all(is_rest(line, below[0]) or is_centred_rest(line, rows) for line in band)


def _counted(bands: Sequence[Sequence[TextLine]]) -> set[int]:
    """The bands with one lone number that goes on from the one in the band above, or before the one in that below."""
    held = [[number for line in band if (number := row_number(line)) is not None] for band in bands]
    numbers = [lone[0] if len(lone) == 1 else None for lone in held]
    pairs = [i for i, (a, b) in enumerate(pairwise(numbers)) if a is not None and b is not None and b == a + 1]
    return {*pairs, *(index + 1 for index in pairs)}


def _are_keyed(lines: Sequence[TextLine]) -> bool:
    """Whether most of the rows among some lines begin with a figure."""
    rows = [line for line in lines if is_row(line)]
    return sum(map(_is_keyed, rows)) * 2 > len(rows)


def _is_keyed(line: TextLine) -> bool:
    """Whether a line begins with a figure, as rows do whose first column tells their number or day."""
    return line.words[0].text[:1].isdigit()


def _is_band(lines: Sequence[TextLine]) -> bool:
    """Whether the lines between two rules can be rows of a table, or one row, or one line over all columns."""
    if len(lines) < 2:
        return True
    if any(map(_is_sentence, lines, lines[1:], repeat(lines))) or any(map(_is_caption, lines[1:])):
        return False
    if len(lines) <= 8:
        return any(len(line.segments) > 1 for line in lines)
    rows = [line for line in lines if is_row(line)]
    return (len(rows) + sum(is_rest(line, rows[:8]) for line in lines)) * 2 >= len(lines)


def _is_sentence(line: TextLine, below: TextLine, lines: Sequence[TextLine]) -> bool:
    """Whether two lines of one part take up nearly the whole width of those between two rules, as prose does."""
    width = max(one.x1 for one in lines) - min(one.x0 for one in lines)
    return all(len(one.segments) == 1 and one.x1 - one.x0 > WIDE * width for one in (line, below))


def _is_caption(line: TextLine) -> bool:
    """Whether a line is the numbered title of a table."""
    return bool(CAPTION.match(line.segments[0].text))


def _extended(held: list[TextLine], lines: Sequence[TextLine], first: Stroke, last: Stroke) -> list[TextLine]:
    """The lines of a ladder with rows over its first rule and under its last, where a page break cut it open."""
    size = median(line.size for line in held)
    return _with_rows_under(_with_rows_over(held, lines, first, size), lines, last, size)


def _with_rows_over(held: list[TextLine], lines: Sequence[TextLine], first: Stroke, size: float) -> list[TextLine]:
    """The lines of a ladder with those rows of some lines that stand over its first rule."""
    above = [line for line in lines if line.base < first.at]
    pad = held[0].top - first.at
    edge, reach = first.at, max(size, PADDED * pad)
    for at, line in reversed(list(enumerate(above))):
        blank = edge - line.bottom
        near = blank <= (reach if is_row(line) else max(size, PADDED * pad))
        beside = at + 1 < len(above) and blank < 0  # 'No' stands half over the second lines of names beside it
        known = is_row(line) or is_cut_off(line, held[:8]) or (at > 0 and _goes_with_names(line, above[at - 1]))
        if not (near or _is_like_row(above[at::-1], held[:8], blank)) or not (known or beside):
            break
        if _is_caption(line):
            break
        held = [line, *held]
        edge, reach = line.top, max(size, APART * pad)
    return held


def _with_rows_under(held: list[TextLine], lines: Sequence[TextLine], last: Stroke, size: float) -> list[TextLine]:
    """The lines of a ladder with those rows of some lines that stand under its last rule."""
    below = [line for line in lines if line.base > last.at]
    edge, reach = last.at, max(size, PADDED * (last.at - held[-1].bottom))
    for at, (line, after) in enumerate(zip_longest(below, below[1:])):
        if line.top - edge > reach and not _is_like_row(below[at:], held[-8:], line.top - edge):
            break
        rest = is_cut_off(line, held[-8:]) or is_centred_rest(line, held[-8:])
        keyed = (_is_keyed(line) and _are_keyed(held)) or counts_on(held, line)
        known = is_row(line) or rest or keyed or _is_label_rest(line, held, after) or _is_beside_row(line, held, after)
        if not (known or _is_title_of_rows(line, held[-8:], after)):
            break
        held = [*held, line]
        edge = line.bottom
    return held


def _goes_with_names(line: TextLine, over: TextLine) -> bool:
    """Whether a line of one part is the rest of a name in the line right over it, or half level with that."""
    return _is_name_rest(line, over) or (is_row(over) and line.top < over.bottom)


def _is_name_rest(line: TextLine, over: TextLine) -> bool:
    """Whether a line of one part goes on with a single name of the line of names right over it."""
    part = line.segments[0]
    names = [name for name in over.segments if name.x0 < part.x1 and part.x0 < name.x1]
    alike = len(line.segments) == len(names) == 1 and names[0].bold == part.bold
    return alike and is_row(over) and line.top - over.bottom < TIGHT * line.size


def _is_like_row(lines: Sequence[TextLine], rows: Sequence[TextLine], blank: float) -> bool:
    """Whether the next of some lines beyond the last rule, over a blank, are a row like these in a band of its own."""
    row = key_line(lines) if stands_in_columns(lines[0], rows) else lines[0]
    return blank <= FRAMED_STEP * row.size and is_like(rows, row)


def _is_label_rest(line: TextLine, rows: Sequence[TextLine], after: TextLine | None) -> bool:
    """Whether a line of one part goes on with the label of the last row: another row follows, or others' labels do."""
    row = rows[-1]
    if len(line.segments) > 1 or abs(line.x0 - row.x0) >= 2 or line.x1 >= row.segments[-1].x0:
        return False
    if after is not None and is_row(after) and after.top - line.bottom < line.size:
        return True
    wrapped = sum(
        len(other.segments) == 1 and abs(other.x0 - line.x0) < 2 and is_row(above) for above, other in pairwise(rows)
    )
    inside = is_row(row) and line.x1 < row.segments[1].x0
    return inside and wrapped > 1 and line.top - row.bottom < TIGHT / 2 * line.size


def _is_beside_row(line: TextLine, rows: Sequence[TextLine], after: TextLine | None) -> bool:
    """Whether a line of one part, as there are others, stands half over or under a row: of a cell set in its middle."""
    alike = [row for row in rows if len(row.segments) == 1 and abs(row.x0 - line.x0) < 2]
    over = after is not None and is_row(after) and after.top < line.bottom
    under = is_row(rows[-1]) and line.top < rows[-1].bottom
    return len(line.segments) == 1 and len(alike) > 1 and (over or under)


def _is_title_of_rows(line: TextLine, rows: Sequence[TextLine], after: TextLine | None) -> bool:
    """Whether a line of one part stands over a numbered row with as many parts as those above have: 'Bulan Mei'."""
    if len(line.segments) > 1 or after is None or row_number(after) is None:
        return False
    alike = any(len(after.segments) == len(row.segments) > 2 for row in rows)
    return alike and after.top - line.bottom < line.size
