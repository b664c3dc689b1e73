"""Lines grouped into rows: which line goes on with the row above, and which begins a new one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from extractors.grids.centred import centred_groups, is_one_row, set_apart
from extractors.grids.dated import dated_blocks
from extractors.grids.lines import Segment, reads_on, would_fit
from extractors.grids.numbered import NUMBER_HEADING
from extractors.grids.row import Row
from extractors.grids.values import has_digit, is_value
from extractors.values.row_numbers import are_column_numbers

_LETTER = re.compile(r"\(?([A-Z]|[IVX]{1,4})[.)]?")
_NUMBER = re.compile(r"\W?\d{1,4}\W{0,2}")
_SUM = re.compile(r"(sub\W?)?(jumlah|jml|total)\W*", re.IGNORECASE)
_ITEM = re.compile(r"([a-z]|[ivx]{1,4}|\d{1,2})[.)]\s*\w|[-–•]\s*\w", re.IGNORECASE)
_AMOUNT = re.compile(r"(Rp\W*)?\d{1,3}(\.\d{3})+(,\d\d)?(,-)?", re.IGNORECASE)
FLUSH = 1.0
"""Texts that begin within so many points are set flush."""


def group_rows(
    rows: Sequence[Row], floors: Sequence[float], width: float, dense: bool = False, headed: bool = False
) -> list[list[int]]:
    """Indices of lines, one list a row. `floors` are rules that part rows; `dense` says they part all of them.

    `width` is that of the first column; `headed` says that a heading stands above: a row with the number 1 is whole.
    """
    if is_one_row(rows):
        return [[*range(len(rows))]]
    if keys := _keys(rows):
        return _keyed_groups(rows, keys, floors, dense, headed)
    if not floors and (apart := set_apart(rows)):
        return apart
    limit = _row_step(rows)
    groups: list[list[int]] = []
    for index, row in enumerate(rows):
        if groups and not _has_floor(rows[groups[-1][-1]], row, floors):
            group = [rows[i] for i in groups[-1]]
            if dense or (
                not _has_own_code(group, row) and (_overlaps(group[-1], row) or _joins(group, row, width, limit))
            ):
                groups[-1].append(index)
                continue
        groups.append([index])
    return groups


def _keys(rows: Sequence[Row]) -> list[tuple[int, ...]]:
    """The lines of each row's number or day in the first column; none where it holds other things."""
    if is_keyed(rows):
        numbered = [i for i, row in enumerate(rows) if 0 in row.parts and _NUMBER.fullmatch(row.parts[0].text)]
        return [(i,) for i in numbered if not _counts_columns(rows[i])]
    coded = [i for i, row in enumerate(rows) if 0 in row.parts]
    if _are_codes([rows[i] for i in coded]) and not any(map(_has_figures, rows)):
        return [(i,) for i in coded if not _counts_columns(rows[i])]
    return dated_blocks([row.parts[0].text if 0 in row.parts else "" for row in rows])


def _has_figures(row: Row) -> bool:
    """Whether a line without a label has figures: it is a row of its own, or has values set lower than the label."""
    return 0 not in row.parts and any(has_digit(part.text) for part in row.parts.values())


def _are_codes(rows: Sequence[Row]) -> bool:
    """Whether some labels, three at least, are codes or numbers, no two alike, with something beside each."""
    codes = {row.parts[0].text for row in rows if len(row.parts) > 1 and has_digit(row.parts[0].text)}
    return len(codes) > 2 and len(codes) == len(rows)


def _counts_columns(row: Row) -> bool:
    """Whether a line holds the numbers of the columns, one in each: (1) (2) (3)."""
    return are_column_numbers([part.text for _, part in sorted(row.parts.items())])


def _keyed_groups(
    rows: Sequence[Row], keys: Sequence[tuple[int, ...]], floors: Sequence[float], dense: bool, headed: bool
) -> list[list[int]]:
    """Indices of the lines of numbered or dated rows, whose cells begin level with their key or stand about it."""
    groups = _by_key(rows, keys, floors, dense)
    if dense:
        return groups
    cuts = [
        index
        for index, (above, row) in enumerate(pairwise(rows), 1)
        if _has_floor(above, row, floors) or _counts_columns(above)
    ]
    bands = pairwise([0, *cuts, len(rows)])
    return [group for first, end in bands for group in _groups_between(rows, keys, groups, first, end, headed)]


def _groups_between(
    rows: Sequence[Row],
    keys: Sequence[tuple[int, ...]],
    groups: Sequence[list[int]],
    first: int,
    end: int,
    headed: bool,
) -> list[list[int]]:
    """The groups of the lines from `first` to `end`, which rules or a heading part from the others."""
    held = [tuple(index - first for index in key) for key in keys if first <= key[0] and key[-1] < end]
    usual = [[index - first for index in group] for group in groups if first <= group[0] < end]
    begins = bool(held) and re.sub(r"\W", "", rows[first + held[0][0]].parts[0].text) == "1"
    whole = begins and (headed or first > 0)
    found = centred_groups(rows[first:end], held, usual, whole=whole) if len(held) > 1 else None
    return [[index + first for index in group] for group in found or usual]


def _by_key(
    rows: Sequence[Row], keys: Sequence[tuple[int, ...]], floors: Sequence[float], dense: bool
) -> list[list[int]]:
    """Indices of the lines of rows with keys: what stands level with a key begins its row."""
    limit = _row_step(rows)
    further = {index for key in keys for index in key[1:]}
    end = max(rows[index].parts[0].x1 for key in keys for index in key)
    groups: list[list[int]] = []
    for level in _levels(rows, floors):
        if groups and not _has_floor(rows[groups[-1][-1]], rows[level[0]], floors):
            group = [rows[i] for i in groups[-1]]
            if dense or all(i in further or _is_unkeyed(group, rows[i], end, limit) for i in level):
                groups[-1] += level
                continue
        groups.append(level)
    return groups


def _levels(rows: Sequence[Row], floors: Sequence[float]) -> list[list[int]]:
    """Indices of lines, those on nearly the same height together."""
    levels: list[list[int]] = []
    for index, row in enumerate(rows):
        above = rows[levels[-1][-1]] if levels else None
        if above and not _has_floor(above, row, floors) and (_overlaps(above, row) or _is_level(above, row)):
            levels[-1].append(index)
        else:
            levels.append([index])
    return levels


def _is_level(above: Row, below: Row) -> bool:
    """Whether most of the lower one of two lines' heights is shared: small type at the top of a row."""
    shared = min(above.line.bottom, below.line.bottom) - max(above.line.top, below.line.top)
    return shared > 0.6 * min(above.line.bottom - above.line.top, below.line.bottom - below.line.top)


def _is_unkeyed(group: Sequence[Row], row: Row, keys: float, limit: float | None) -> bool:
    """Whether a line of numbered rows belongs to the row above: it has no number, and is no title or row of totals.

    `keys` is where the numbers end, `limit` the step from which a line begins a row.
    """
    if 0 in row.parts or _is_title(group, row, keys, limit) or _is_sum(row) or _counts_columns(group[0]):
        return False
    if _is_priced_item(row):
        return False
    data = [col for col, part in row.parts.items() if is_value(part.text)]
    stacked = [col for col in data if any(is_value(part.text) for part in _texts(group, col)[-1:])]
    return len(stacked) < 2


def _is_priced_item(row: Row) -> bool:
    """Whether a line is an item of a list with an amount of its own: a tariff under the number of its kind."""
    texts = [part.text for _, part in sorted(row.parts.items())]
    return bool(_ITEM.match(texts[0])) and any(map(_AMOUNT.fullmatch, texts[1:]))


def _is_sum(row: Row) -> bool:
    """Whether a line is a row of totals."""
    values = [part for part in row.parts.values() if has_digit(part.text)]
    return len(values) > 1 and any(_SUM.fullmatch(part.text) for part in row.parts.values())


def _is_title(group: Sequence[Row], row: Row, keys: float, limit: float | None) -> bool:
    """Whether a line is the title of the rows below: one text in bold, or under values, over the numbers or apart.

    What begins where the text above it does goes on with that, however far below it stands.
    """
    if len(row.parts) == 1 and _is_set_out(group, row):
        return True
    if all(any(abs(other.x0 - part.x0) < FLUSH for other in _texts(group, col)) for col, part in row.parts.items()):
        return False
    valued = any(is_value(part.text) for col, part in group[-1].parts.items() if col)
    if len(row.parts) != 1 or not valued or any(is_value(part.text) for part in row.parts.values()):
        return False
    return row.line.x0 < keys or (limit is not None and _step(group[-1], row) >= limit)


def _is_set_out(group: Sequence[Row], row: Row) -> bool:
    """Whether a line of one part is bold under a row that is not, and begins elsewhere than that row's text there."""
    ((col, part),) = row.parts.items()
    above = _texts(group, col)
    plain = not any(other.bold for line in group for other in line.parts.values())
    return part.bold and plain and not any(abs(other.x0 - part.x0) < 2.0 for other in above)


def _joins(group: Sequence[Row], row: Row, width: float, limit: float | None) -> bool:
    """Whether a line goes on with the row above: by its distance where rows stand apart, else by its text."""
    if limit is None or _has_own_values(group, row):
        return _goes_on(group, row, width)
    stub, stubs = row.parts.get(0), _texts(group, 0)
    set_out = stub is not None and bool(stubs) and (stub.x0 < stubs[0].x0 - 1 or stub.bold != stubs[0].bold)
    if _step(group[-1], row) < limit or set_out:
        return not set_out
    broken = row.parts.keys() == {0} and bool(stubs) and not would_fit(stubs[-1], row.parts[0], width)
    return broken and reads_on(stubs[-1].text, row.parts[0].text) and _is_tight(group, row)


def _step(above: Row, below: Row) -> float:
    """The distance of two lines in type sizes."""
    return (below.line.base - above.line.base) / below.line.size


def _row_step(rows: Sequence[Row]) -> float | None:
    """The distance from which a line begins a row, where rows stand farther apart than the lines of one row."""
    pairs = [(above, below) for above, below in pairwise(rows) if not _overlaps(above, below)]
    within = [_step(a, b) for a, b in pairs if _is_tail(a, b)]
    apart = [_step(a, b) for a, b in pairs if 0 in b.parts and _has_own_values([a], b)]
    if within:
        wider = [_step(a, b) for a, b in pairs if _step(a, b) > 1.1 * max(within)]
        clear = len(wider) > 1 and all(step > 1.05 * max(within) for step in apart)
        return (max(within) + min(wider)) / 2 if clear else None
    return 0.92 * min(apart) if len(apart) > 2 else None


def is_keyed(rows: Sequence[Row]) -> bool:
    """Whether the first column holds numbers of rows and few titles: then each begins a row.

    One number is enough where it stands before the first line and nothing else is in its column.
    """
    keyed = [row for row in rows if 0 in row.parts]
    if keyed and NUMBER_HEADING.fullmatch(keyed[0].parts[0].text):
        del keyed[0]  # the names of the columns stand in the same band
    titles = [row for row in keyed if not _NUMBER.fullmatch(row.parts[0].text)]
    numbers = len(keyed) - len(titles)
    alone = numbers == 1 and not titles and len(rows) > 1 and 0 in rows[0].parts
    return alone or (numbers > 1 and len(titles) * 3 <= numbers and all(map(_is_title_row, titles)))


def _is_title_row(row: Row) -> bool:
    """Whether a line is the title of rows: one text, or a letter or numeral of its own before it."""
    return len(row.parts) == 1 or (len(row.parts) == 2 and bool(_LETTER.fullmatch(row.parts[0].text)))


def are_many(rows: Sequence[Row], widths: Mapping[int, float]) -> bool:
    """Whether lines between two rules are several rows: with numbers, codes or labels and values, or set apart.

    `widths` are those of the columns.
    """
    if _keys(rows):
        return True
    labelled = [row for row in rows if 0 in row.parts]
    if _are_codes(labelled):
        return True
    valued = [{c for c, part in row.parts.items() if c and is_value(part.text)} for row in labelled]
    valued = [columns for columns in valued if columns]
    texts = [part.text for row in labelled for c, part in row.parts.items() if c]
    if len(valued) > 2 and len(valued) * 3 > len(rows) * 2 and all(map(is_value, texts)):
        return True
    if len(valued) > 1 and (common := set.intersection(*valued)) and (len(valued) > 2 or len(common) > 1):
        return True
    if _are_deliberate(rows, widths):
        return True
    gaps = [
        row.line.top - above.line.bottom > 0.9 * row.line.size
        for above, row in pairwise(rows)
        if 0 in row.parts and len(row.parts) > 1
    ]
    return sum(gaps) > 1


def _are_deliberate(rows: Sequence[Row], widths: Mapping[int, float]) -> bool:
    """Whether three lines or more end early, in the first column and in another: so none of them is wrapped."""
    if len(rows) < 3:
        return False
    meant = 0
    for col, width in widths.items():
        pairs = [
            (above.parts[col], below.parts[col])
            for above, below in pairwise(rows)
            if col in above.parts and col in below.parts
        ]
        early = sum(would_fit(above, below, width) for above, below in pairs)
        full = len(pairs) >= 0.8 * (len(rows) - 1) and early >= 0.8 * len(pairs)
        if col == 0 and not full:
            return False
        meant += full
    return meant > 1


def _has_floor(above: Row, below: Row, floors: Sequence[float]) -> bool:
    return any(above.line.base - 1 <= y <= below.line.base - 0.3 * below.line.size for y in floors)


def _overlaps(above: Row, below: Row) -> bool:
    """Whether two lines stand on nearly the same height: parts of one row set lower or higher."""
    return below.line.base - above.line.base < 0.7 * min(above.line.size, below.line.size)


def _texts(group: Sequence[Row], column: int) -> list[Segment]:
    return [row.parts[column] for row in group if column in row.parts]


def _goes_on(group: Sequence[Row], row: Row, width: float) -> bool:
    """Whether a line of a table without row rules goes on with the row above; `width` is that of the first column."""
    data = [c for c in row.parts if c]
    had_data = any(c for r in group for c in r.parts if c)
    if _has_own_values(group, row):
        return False
    if any(is_value(last.text) for c in data for last in _texts(group, c)[-1:]):
        return False
    if 0 not in row.parts:
        return all(_texts(group, c) for c in data) or not had_data
    stub, stubs = row.parts[0], _texts(group, 0)
    if not stubs:
        return False
    goes_on = reads_on(stubs[-1].text, stub.text)
    if not data:
        indented = stub.x0 > stubs[0].x0 + 0.4 * stub.size
        full = had_data and _is_wrapped(stubs, stub, width)
        return (goes_on or full or (had_data and indented)) and _is_tight(group, row)
    if not had_data:
        return goes_on and _is_tight(group, row)
    lower = [row.parts[c].text[:1].islower() for c in row.parts]
    return goes_on and sum(lower) * 2 > len(lower)


def _is_tail(above: Row, below: Row) -> bool:
    """Whether a line without a label goes on with texts of the line above."""
    return 0 not in below.parts and all(c in above.parts and not is_value(above.parts[c].text) for c in below.parts)


def _has_own_values(group: Sequence[Row], row: Row) -> bool:
    """Whether a line has a value where the row above has text already."""
    return any(
        c and is_value(part.text) and any(is_value(t.text) for t in _texts(group, c)) for c, part in row.parts.items()
    )


def _has_own_code(group: Sequence[Row], row: Row) -> bool:
    """Whether a line begins with a number or code as the row above does, whose own is not broken at a sign."""
    stubs = _texts(group, 0)
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
