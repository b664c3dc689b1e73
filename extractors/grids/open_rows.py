"""Rows that drawn lines leave undecided: several in one band.

Column rules without row rules make a page one row; its lines say which rows it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from extractors.geometry import Word
from extractors.grids.broken import with_whole_keys
from extractors.grids.cells import words_by_span
from extractors.grids.centred import centred_groups
from extractors.grids.dated import dated_blocks
from extractors.grids.lattice import Grid, Span
from extractors.grids.lines import baselines, segment, text_line
from extractors.grids.numbered import is_next_number
from extractors.grids.row import Row
from extractors.grids.rows import are_many, group_rows
from extractors.grids.strips import COLUMN_GAP
from extractors.grids.values import is_value

_ITEM = re.compile(r"\(?\d{1,2}[.)]\s?[^\W\d]")
"""How an item of a list in a cell begins."""
Parted = tuple[list[Row], list[list[int]]]
"""The lines of a band, and which of them make a row."""


def with_text_rows(grid: Grid, words: Sequence[Word]) -> Grid:
    """The grid with its bands cut into the rows that their lines make."""
    held = words_by_span(grid, words)
    parted: dict[int, Parted] = {}
    rests: dict[int, Parted] = {}
    number: list[str] = []
    for band in range(len(grid.ys) - 1):
        spans = [span for span in held if span.row == band and span.rowspan == 1]
        before, number = number, _number_in(spans, held)
        is_broken = len(number) > 1 and is_next_number("".join(before), "".join(number))
        if len(spans) < 2 or is_broken:
            continue
        rows = with_whole_keys(_rows(spans, held))
        if groups := _many(grid, rows, spans, headed=band > 0):
            parted[band] = rows, groups
        elif ((band == 0 and grid.open_top) or (band == 1 and _is_heading(held, 0))) and (groups := _with_rest(rows)):
            rests[band] = rows, groups
    # Where rules part the rows, a number at the foot of its row has the row's first lines above it.
    if (parted or 0 in rests or len(grid.ys) == 3) and not _stand_at_foot(parted.values()):
        parted |= rests
    cuts = {band: _row_tops(rows, groups) for band, (rows, groups) in parted.items() if len(groups) > 1}
    return _cut(grid, cuts) if cuts else grid


def _many(grid: Grid, rows: Sequence[Row], spans: Sequence[Span], headed: bool) -> list[list[int]] | None:
    """The lines of each row of a band that holds several; None where they are those of one."""
    widths = {span.col: grid.xs[span.col + span.colspan] - grid.xs[span.col] for span in spans}
    told = [index for index, row in enumerate(rows) if row.parts]  # others have but the rest of a broken number
    held = [rows[index] for index in told]
    if len(held) < 2 or _are_lists(held):
        return None
    many = are_many(held, widths)
    groups = group_rows(held, [], widths.get(0, 0.0), headed=headed) if many else _days_below_names(held)
    starts = [told[group[0]] for group in groups]
    return [list(range(start, end)) for start, end in pairwise([*starts, len(rows)])] if groups else None


def _days_below_names(rows: Sequence[Row]) -> list[list[int]]:
    """The lines of names in bold, and those of each row below them, however few, that begins with its day."""
    bold = [all(part.bold for part in row.parts.values()) for row in rows]
    count = bold.index(False) if False in bold else 0
    days = dated_blocks([row.parts[0].text if 0 in row.parts else "" for row in rows[count:]], least=1)
    if not count or not days or days[0][0] or any(bold[count:]):
        return []
    starts = [count + block[0] for block in days]
    return [[*range(a, b)] for a, b in pairwise([0, *starts, len(rows)])]


def _are_lists(rows: Sequence[Row]) -> bool:
    """Whether lists stand beside one another in a band, the items of one not level with those of another."""
    begun: dict[int, set[int]] = {}
    for index, row in enumerate(rows):
        for col, part in row.parts.items():
            if _ITEM.match(part.text):
                begun.setdefault(col, set()).add(index)
    lists = [items for items in begun.values() if len(items) > 1]
    return any(a - b and b - a for a, b in pairwise(lists))


def _stand_at_foot(parted: Iterable[Parted]) -> bool:
    """Whether rows of several lines have their numbers on the last one: then so has the row at the top of a page."""
    ends = {"first": 0, "last": 0}
    for rows, groups in parted:
        for group in groups:
            keys = [i for i in group if 0 in rows[i].parts and is_value(rows[i].parts[0].text)]
            if len(group) > 1 and len(keys) == 1:
                ends["first"] += keys[0] == group[0]
                ends["last"] += keys[0] == group[-1]
    return ends["last"] > 1 and not ends["first"]


def _number_in(spans: Sequence[Span], held: dict[Span, list[Word]]) -> list[str]:
    """What stands in a band's first column, without the signs of numbers."""
    return [re.sub(r"\W", "", word.text) for span in spans if span.col == 0 for word in held[span]]


def _is_heading(held: dict[Span, list[Word]], band: int) -> bool:
    """Whether a band holds names in bold only, as the heading that a page repeats over the rest of a row."""
    words = [word for span, inside in held.items() if span.row == band for word in inside]
    return len(words) > 1 and all(word.bold for word in words)


def _row_tops(rows: Sequence[Row], groups: Sequence[Sequence[int]]) -> list[float]:
    """Where rows of one band part."""
    tops = []
    for above, below in pairwise(groups):
        upper = max(rows[i].line.bottom for i in above)
        lower = min(rows[i].line.top for i in below)
        tops.append((upper + lower) / 2)
    return tops


def _with_rest(rows: Sequence[Row]) -> list[list[int]] | None:
    """The lines over the first rule of a page in two rows: the rest of one that a page break cut, and one whose number
    has lines of the rest, or of both, above it. None where there is but one row.
    """
    keys = [index for index, row in enumerate(rows) if 0 in row.parts]
    if len(keys) != 1 or not keys[0] or not is_value(rows[keys[0]].parts[0].text):
        return None
    usual = [list(range(keys[0])), list(range(keys[0], len(rows)))]
    groups = centred_groups(rows, [(keys[0],)], usual, least=1) or usual
    return groups if len(groups) > 1 else None


def _rows(spans: Sequence[Span], held: dict[Span, list[Word]]) -> list[Row]:
    """The lines of a band with their parts by column."""
    column = {id(word): span.col for span in spans for word in held[span]}
    rows = []
    for line in baselines(word for span in spans for word in held[span]):
        parts: dict[int, list[Word]] = {}
        for word in line:
            parts.setdefault(column[id(word)], []).append(word)
        segments = {col: segment(part) for col, part in parts.items()}
        rows.append(Row(text_line(line, COLUMN_GAP), segments))
    return rows


def _cut(grid: Grid, cuts: dict[int, list[float]]) -> Grid:
    """The grid with more row edges: cells of a cut band are repeated, taller ones reach over the new rows."""
    ys: list[float] = []
    start: list[int] = []
    for band, y in enumerate(grid.ys):
        start.append(len(ys))
        ys += [y, *cuts.get(band, [])]
    spans = []
    for span in grid.spans:
        first, last = start[span.row], start[span.row + span.rowspan]
        if span.rowspan == 1:
            spans += [Span(row, span.col, 1, span.colspan) for row in range(first, last)]
        else:
            spans.append(Span(first, span.col, last - first, span.colspan))
    return grid._replace(ys=ys, spans=spans)
