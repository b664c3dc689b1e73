"""Totals of a recap under names that do not say so: each figure is the sum of its row, or of the rows above."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from extractors.meaning.recap_labels import NO_LABEL, Labels
from extractors.meaning.recap_numbers import Number
from extractors.values.numbers import read_count
from extractors.values.totals import is_total

ROWS = 3
"""Rows whose figures all add up, at least: fewer may do so by chance."""


def with_summed_column(numbers: Sequence[Number]) -> list[Number]:
    """The numbers of one table, those of its column under no name told as totals where each is the sum of its row."""
    lost = [n for n in numbers if NO_LABEL in (n.column.platform_label, (n.column.content or ("",))[-1])]
    if len(lost) < ROWS or len({number.cell.col for number in lost}) > 1:
        return list(numbers)
    parts: dict[int, list[int]] = defaultdict(list)
    for number in numbers:
        if not number.total and number.cell.col != lost[0].cell.col:
            parts[number.cell.row].append(read_count(number.cell.text).value or 0)
    if any(read_count(number.cell.text).value != sum(parts[number.cell.row]) for number in lost):
        return list(numbers)
    if sum(sum(map(bool, parts[number.cell.row])) > 1 for number in lost) < ROWS:
        return list(numbers)
    return [replace(n, column=Labels(month=n.column.month, total=True)) if n in lost else n for n in numbers]


def with_summed_rows(numbers: Sequence[Number]) -> list[Number]:
    """The numbers of one table, a row told as a total that is called one and adds up rows above it.

    'Sub Jumlah A', 'Jumlah A + B': all its figures are the sums of equally many rows.
    """
    values: dict[int, dict[int, int]] = defaultdict(dict)
    for number in numbers:
        if not (number.total or number.labels.other_measure):
            values[number.cell.row][number.cell.col] = read_count(number.cell.text).value or 0
    called = {n.cell.row for n in numbers if (content := n.row.content) and is_total(content[1])}
    found = {
        row
        for row in called
        if _adds_up(values[row], [values[at] for at in sorted(values) if at < row and at not in called])
    }
    return [replace(n, row=replace(n.row, content=None, total=True)) if n.cell.row in found else n for n in numbers]


def _adds_up(total: dict[int, int], above: Sequence[dict[int, int]]) -> bool:
    """Whether each figure is the sum of those over it in several rows, as many for all."""
    blocks = (above[-count:] for count in range(2, len(above) + 1))
    return any(total.values()) and any(
        all(sum(row.get(col, 0) for row in block) == value for col, value in total.items()) for block in blocks
    )
