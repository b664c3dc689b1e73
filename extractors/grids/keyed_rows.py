"""Rows told by the keys in their first column, numbers, codes or days: which lines stand about which key."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from math import inf

from extractors.grids.centred import centred_groups
from extractors.grids.dated import dated_blocks
from extractors.grids.numbered import NUMBER_HEADING
from extractors.grids.row import Row
from extractors.grids.row_steps import has_floor, has_own_values, overlaps, row_step, step, texts_at
from extractors.grids.values import has_digit, is_value
from extractors.values.row_numbers import are_column_numbers

_LETTER = re.compile(r"\(?([A-Z]|[IVX]{1,4})[.)]?")
_HEADING = re.compile(r"([A-Z]|[IVX]{1,4})[.)]\s*[A-Z]|[A-Z]{4,}\b(?!.*[a-z])")
_NUMBER = re.compile(r"\W?\d{1,4}\W{0,2}")
_SUM = re.compile(r"(sub\W?)?(jumlah|jml|total)(\W+(total|keseluruhan|seluruhnya|semua))?\W*", re.IGNORECASE)
_ITEM = re.compile(r"([a-z]|[ivx]{1,4}|\d{1,2})[.)]\s*\w|[-–•]\s*\w", re.IGNORECASE)
_AMOUNT = re.compile(r"(Rp\W*)?\d{1,3}(\.\d{3})+(,\d\d)?(,-)?", re.IGNORECASE)
LINE_STEP = 1.6
"""Lines of one text are nearer than so many type sizes."""
CLEAR = 1.15
"""Rows stand apart where their lines are nearer by this factor."""
FLUSH = 1.0
"""Texts that begin within so many points are set flush."""


def keys_of(rows: Sequence[Row]) -> list[tuple[int, ...]]:
    """The lines of each row's number or day in the first column; none where it holds other things."""
    if is_keyed(rows):
        numbered = [i for i, row in enumerate(rows) if 0 in row.parts and _NUMBER.fullmatch(row.parts[0].text)]
        return [(i,) for i in numbered if not _counts_columns(rows[i])]
    coded = [i for i, row in enumerate(rows) if 0 in row.parts]
    if are_codes([rows[i] for i in coded]) and not any(map(_has_figures, rows)):
        return [(i,) for i in coded if not _counts_columns(rows[i])]
    return dated_blocks([row.parts[0].text if 0 in row.parts else "" for row in rows])


def _has_figures(row: Row) -> bool:
    """Whether a line without a label has figures: it is a row of its own, or has values set lower than the label."""
    return 0 not in row.parts and any(has_digit(part.text) for part in row.parts.values())


def are_codes(rows: Sequence[Row]) -> bool:
    """Whether some labels, three at least, are codes or numbers, no two alike, and no lines of one cell.

    Then something stands beside each, or they are farther apart than the lines of a text.
    """
    codes = {row.parts[0].text for row in rows if has_digit(row.parts[0].text)}
    whole = all(len(row.parts) > 1 for row in rows) or all(step(*pair) > LINE_STEP for pair in pairwise(rows))
    return len(codes) > 2 and len(codes) == len(rows) and whole


def _counts_columns(row: Row) -> bool:
    """Whether a line holds the numbers of the columns, one in each: (1) (2) (3)."""
    return are_column_numbers([part.text for _, part in sorted(row.parts.items())])


def keyed_groups(
    rows: Sequence[Row], keys: Sequence[tuple[int, ...]], floors: Sequence[float], dense: bool, headed: bool
) -> list[list[int]]:
    """Indices of the lines of numbered or dated rows, whose cells begin level with their key or stand about it."""
    groups = _by_key(rows, keys, floors, dense)
    if dense:
        return groups
    cuts = [
        index
        for index, (above, row) in enumerate(pairwise(rows), 1)
        if has_floor(above, row, floors) or _counts_columns(above)
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
    limit = row_step(rows)
    apart = _day_step(rows, keys)
    further = {index for key in keys for index in key[1:]}
    end = max(rows[index].parts[0].x1 for key in keys for index in key)
    groups: list[list[int]] = []
    for level in _levels(rows, floors):
        if groups and not has_floor(rows[groups[-1][-1]], rows[level[0]], floors):
            group = [rows[i] for i in groups[-1]]
            begun = len(rows[level[0]].parts) > 1 and step(group[-1], rows[level[0]]) > apart
            if dense or all(i in further or (not begun and _is_unkeyed(group, rows[i], end, limit)) for i in level):
                groups[-1] += level
                continue
        groups.append(level)
    return groups


def _day_step(rows: Sequence[Row], keys: Sequence[tuple[int, ...]]) -> float:
    """The distance from which lines without a day begin a row: days that stand once for several rows all begin so far.

    Infinite where the lines of a row are as far apart, and where numbers tell the rows.
    """
    between = [step(rows[key[0] - 1], rows[key[0]]) for key in keys if key[0]]
    within = [step(a, b) for a, b in pairwise(rows) if 0 not in b.parts and len(b.parts) == 1]
    if is_keyed(rows) or not between or not within or max(within) * CLEAR > min(between):
        return inf
    return min(between) / CLEAR


def _levels(rows: Sequence[Row], floors: Sequence[float]) -> list[list[int]]:
    """Indices of lines, those on nearly the same height together."""
    levels: list[list[int]] = []
    for index, row in enumerate(rows):
        above = rows[levels[-1][-1]] if levels else None
        if above and not has_floor(above, row, floors) and (overlaps(above, row) or _is_level(above, row)):
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
    if 0 in row.parts or _is_title(group, row, keys, limit) or _is_sum(group, row) or _counts_columns(group[0]):
        return False
    if _is_priced_item(row) or _is_counted(group, row):
        return False
    data = [col for col, part in row.parts.items() if is_value(part.text)]
    stacked = [col for col in data if any(is_value(part.text) for part in texts_at(group, col)[-1:])]
    return len(stacked) < 2


def _is_priced_item(row: Row) -> bool:
    """Whether a line is an item of a list with an amount of its own: a tariff under the number of its kind."""
    texts = [part.text for _, part in sorted(row.parts.items())]
    return bool(_ITEM.match(texts[0])) and any(map(_AMOUNT.fullmatch, texts[1:]))


def _is_counted(group: Sequence[Row], row: Row) -> bool:
    """Whether a line is a name with one figure, as the row above is: what it counts has no number."""
    *names, (col, figure) = sorted(row.parts.items())
    first = {0, *group[0].parts}  # a sum has no number either
    alike = len(names) == 1 and len(first) == 3 and {0, names[0][0], col} == first
    return alike and names[0][1].text[0].isupper() and has_digit(figure.text) and has_own_values(group, row)


def _is_sum(group: Sequence[Row], row: Row) -> bool:
    """Whether a line is a row of totals: several figures, or one under a figure."""
    values = [part for part in row.parts.values() if has_digit(part.text)]
    named = any(_SUM.fullmatch(part.text) for part in row.parts.values())
    return named and (len(values) > 1 or has_own_values(group, row))


def _is_title(group: Sequence[Row], row: Row, keys: float, limit: float | None) -> bool:
    """Whether a line is the title of the rows below: one text in bold, or under values, over the numbers or apart.

    What begins where the text above it does goes on with that, however far below it stands.
    """
    if len(row.parts) == 1 and _is_set_out(group, row):
        return True
    if all(any(abs(other.x0 - part.x0) < FLUSH for other in texts_at(group, col)) for col, part in row.parts.items()):
        return False
    valued = any(is_value(part.text) for col, part in group[-1].parts.items() if col)
    if len(row.parts) != 1 or not valued or any(is_value(part.text) for part in row.parts.values()):
        return False
    return row.line.x0 < keys or (limit is not None and step(group[-1], row) >= limit)


def _is_set_out(group: Sequence[Row], row: Row) -> bool:
    """Whether a line of one part is bold under a row that is not, and begins elsewhere or as a heading: 'II. GURU'."""
    ((col, part),) = row.parts.items()
    above = texts_at(group, col)
    plain = not any(other.bold for line in group for other in line.parts.values())
    flush = any(abs(other.x0 - part.x0) < 2.0 for other in above)
    return part.bold and plain and (not flush or bool(_HEADING.match(part.text)))


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
