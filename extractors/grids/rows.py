"""Lines grouped into rows: which line goes on with the row above, and which begins a new one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from extractors.grids.centred import is_one_row, set_apart
from extractors.grids.keyed_rows import keyed_groups, keys_of
from extractors.grids.lines import Segment, is_open, reads_on, would_fit
from extractors.grids.row import Row
from extractors.grids.row_steps import has_floor, has_own_values, overlaps, row_step, step, texts_at
from extractors.grids.values import has_digit, is_value
from extractors.values.numbers import units

_TITLE = re.compile(r"\(?\w{1,3}[.)]\s")
"""How the numbered title of rows begins."""
CLEAR = 1.3
"""Rows stand apart where the lines of their labels are nearer by this factor."""


def group_rows(
    rows: Sequence[Row], floors: Sequence[float], width: float, dense: bool = False, headed: bool = False
) -> list[list[int]]:
    """Indices of lines, one list a row. `floors` are rules that part rows; `dense` says they part all of them.

    `width` is that of the first column; `headed` says that a heading stands above: a row with the number 1 is whole.
    """
    if is_one_row(rows):
        return [[*range(len(rows))]]
    if keys := keys_of(rows):
        return keyed_groups(rows, keys, floors, dense, headed)
    if not dense and (apart := set_apart(rows)) and _agree(rows, apart, floors):
        return apart
    limit, near = row_step(rows), _label_step(rows)
    groups: list[list[int]] = []
    for index, row in enumerate(rows):
        if groups and not (has_floor(rows[groups[-1][-1]], row, floors) or _is_title(rows[groups[-1][0]], row)):
            group = [rows[i] for i in groups[-1]]
            wrapped = row.parts.keys() == {0} and step(group[-1], row) < near
            if (
                dense
                or wrapped
                or (not _has_own_code(group, row) and (overlaps(group[-1], row) or _joins(group, row, width, limit)))
            ):
                groups[-1].append(index)
                continue
        groups.append([index])
    return groups


def _label_step(rows: Sequence[Row]) -> float:
    """The distance within which a label alone goes on with that above it: all such are nearer than rows are; else 0."""
    pairs = [(above, below) for above, below in pairwise(rows) if 0 in below.parts]
    lone = [step(a, b) for a, b in pairs if len(b.parts) == 1]
    apart = [step(a, b) for a, b in pairs if len(b.parts) > 1]
    titled = any(_TITLE.match(b.parts[0].text) for _, b in pairs if len(b.parts) == 1)
    return min(apart) / CLEAR if lone and apart and not titled and max(lone) * CLEAR < min(apart) else 0.0


def _is_title(above: Row, row: Row) -> bool:
    """Whether a line is the title of the row right below it: one text in bold, over a label and more that are not."""
    title = above.parts.get(0)
    plain = 0 in row.parts and len(row.parts) > 1 and not any(part.bold for part in row.parts.values())
    return title is not None and len(above.parts) == 1 and title.bold and plain


def _agree(rows: Sequence[Row], groups: Sequence[Sequence[int]], floors: Sequence[float]) -> bool:
    """Whether no rule runs through a row: those that part rows are fewer than the rows."""
    return not any(has_floor(rows[a], rows[b], floors) for group in groups for a, b in pairwise(group))


def _joins(group: Sequence[Row], row: Row, width: float, limit: float | None) -> bool:
    """Whether a line goes on with the row above: by its distance where rows stand apart, else by its text."""
    if _holds_units(group, row):
        return True
    if limit is None or has_own_values(group, row):
        return _goes_on(group, row, width)
    stub, stubs = row.parts.get(0), texts_at(group, 0)
    set_out = stub is not None and bool(stubs) and (stub.x0 < stubs[0].x0 - 1 or stub.bold != stubs[0].bold)
    if step(group[-1], row) < limit or set_out:
        return not set_out
    if stub is None or not stubs or not _is_tight(group, row):
        return False
    alone = row.parts.keys() == {0} or all(r.parts.keys() == {0} for r in group)  # values stand at its last line too
    return alone and _reads_into(stubs[-1], stub, width)


def are_many(rows: Sequence[Row], widths: Mapping[int, float]) -> bool:
    """Whether lines between two rules are several rows: with numbers, codes or labels and values, or set apart.

    Figures in the same columns of each line are never those of one row.

    `widths` are those of the columns.
    """
    if keys_of(rows):
        return True
    labelled = [row for row in rows if 0 in row.parts]
    figures = [{c for c, part in row.parts.items() if c and has_digit(part.text)} for row in rows]
    if len(rows) > 2 and len(set.intersection(*figures)) > 1:
        return True
    valued = [{c for c, part in row.parts.items() if c and is_value(part.text)} for row in labelled]
    valued = [columns for columns in valued if columns]
    texts = [part.text for row in labelled for c, part in row.parts.items() if c]
    if len(valued) > 2 and len(valued) * 3 > len(rows) * 2 and all(map(is_value, texts)):
        return True
    gaps = [
        row.line.top - above.line.bottom > 0.9 * row.line.size
        for above, row in pairwise(rows)
        if 0 in row.parts and len(row.parts) > 1
    ]
    if len(valued) > 1 and (common := set.intersection(*valued)) and (len(valued) > 2 or len(common) > 1 or all(gaps)):
        return True
    return _are_deliberate(rows, widths) or sum(gaps) > 1


def _are_deliberate(rows: Sequence[Row], widths: Mapping[int, float]) -> bool:
    """Whether three lines or more with labels end early, in the first column and in another: none is wrapped."""
    labelled = [row for row in rows if 0 in row.parts]
    if len(labelled) < 3 or len(labelled) * 3 < len(rows) * 2:
        return False
    meant = 0
    for col, width in widths.items():
        pairs = [
            (above.parts[col], below.parts[col])
            for above, below in pairwise(labelled)
            if col in above.parts and col in below.parts
        ]
        early = sum(would_fit(above, below, width) for above, below in pairs)
        full = len(pairs) >= 0.8 * (len(labelled) - 1) and early >= 0.8 * len(pairs)
        if col == 0 and not full:
            return False
        meant += full
    return meant > 1


def _goes_on(group: Sequence[Row], row: Row, width: float) -> bool:
    """Whether a line of a table without row rules goes on with the row above; `width` is that of the first column."""
    data = [c for c in row.parts if c]
    had_data = any(c for r in group for c in r.parts if c)
    if has_own_values(group, row):
        return False
    if any(is_value(last.text) for c in data for last in texts_at(group, c)[-1:]):
        return False
    if 0 not in row.parts:
        return all(texts_at(group, c) for c in data) or not had_data
    stub, stubs = row.parts[0], texts_at(group, 0)
    if not stubs:
        return False
    goes_on = reads_on(stubs[-1].text, stub.text)
    if not data:
        indented = stub.x0 > stubs[0].x0 + 0.4 * stub.size
        full = had_data and _is_wrapped(stubs, stub, width)
        return (goes_on or full or (had_data and indented)) and _is_tight(group, row)
    if not had_data:
        return _reads_into(stubs[-1], stub, width) and _is_tight(group, row)
    lower = [row.parts[c].text[:1].islower() for c in row.parts]
    return goes_on and sum(lower) * 2 > len(lower)


def _reads_into(above: Segment, below: Segment, width: float) -> bool:
    """Whether a label goes on in the next line: it is open at its end, or full and the next line begins small."""
    return reads_on(above.text, below.text) and (is_open(above.text) or not would_fit(above, below, width))


def _holds_units(group: Sequence[Row], row: Row) -> bool:
    """Whether a line has but units below figures, with or without the rest of a label: '8' over 'postingan'."""
    data = [c for c in row.parts if c]
    figures = [any(has_digit(t.text) for t in texts_at(group, c)[-1:]) for c in data]
    return bool(data) and all(figures) and all(row.parts[c].text.casefold() in units() for c in data)


def _has_own_code(group: Sequence[Row], row: Row) -> bool:
    """Whether a line begins with a number or code as the row above does, whose own is not broken at a sign."""
    stubs = texts_at(group, 0)
    coded = len(row.parts) > 1 and 0 in row.parts and has_digit(row.parts[0].text)
    return coded and bool(stubs) and has_digit(stubs[-1].text) and stubs[-1].text[-1].isalnum()


def _is_wrapped(stubs: Sequence[Segment], stub: Segment, width: float) -> bool:
    """Whether a label can be the rest of the one above: that was full, and this is set like it."""
    above = stubs[-1]
    alike = stub.bold == above.bold and stub.x0 > stubs[0].x0 - 1 and len(above.words) > 1
    return alike and not would_fit(above, stub, width)


def _is_tight(group: Sequence[Row], row: Row) -> bool:
    """Whether a line follows at the distance of lines of one paragraph."""
    return row.line.base - group[-1].line.base < 1.6 * row.line.size
