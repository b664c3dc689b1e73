"""Totals of a recap under names that do not say so: each figure is the sum of its row, or of the rows above."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace

from extractors.meaning.recap_labels import NO_LABEL, Labels
from extractors.meaning.recap_numbers import Number
from extractors.values.numbers import read_count
from extractors.values.totals import is_total

ROWS = 3
"""Rows whose figures all add up, at least: fewer may do so by chance."""


def with_sums_told(numbers: Sequence[Number], unruled: bool) -> list[Number]:
    """The numbers of one table, those told as totals of a column, and then of a row, that nobody knows.

    Each is the sum of all others of its row, or of its column: 'Keseluruhan', 'Semua Jenis', or no name at all.
    Where two columns are unknown in an `unruled` table, the name of one may have run into the other's.
    """
    if unruled and len({number.cell.col for number in numbers if _is_strange(number.column)}) > 1:
        return list(numbers)
    column = _strange_sums(numbers, lambda n: n.cell.col, lambda n: n.cell.row, lambda n: n.column)
    numbers = [replace(n, column=Labels(month=n.column.month, total=True)) if n in column else n for n in numbers]
    row = _strange_sums(numbers, lambda n: n.cell.row, lambda n: n.cell.col, lambda n: n.row)
    return [replace(n, row=_total_of(n.row)) if n.cell.row in {m.cell.row for m in row} else n for n in numbers]


def _strange_sums(
    numbers: Sequence[Number],
    line: Callable[[Number], int],
    across: Callable[[Number], int],
    named: Callable[[Number], Labels],
) -> list[Number]:
    """The numbers of the one line under an unknown name that are sums of what stands `across` it."""
    counted = [number for number in numbers if not (number.total or number.labels.other_measure)]
    for at in {line(number) for number in counted if _is_strange(named(number))}:
        parts: dict[int, list[int]] = defaultdict(list)
        for number in counted:
            if line(number) != at:
                parts[across(number)].append(read_count(number.cell.text).value or 0)
        own = [number for number in counted if line(number) == at]
        several = sum(sum(map(bool, parts[across(number)])) > 1 for number in own) >= ROWS
        if several and all(read_count(n.cell.text).value == sum(parts[across(n)]) for n in own):
            return own
    return []


def _is_strange(labels: Labels) -> bool:
    """Whether a name is lost, or nobody knows it."""
    return "other" in (labels.platform, (labels.content or ("",))[0])


def _total_of(labels: Labels) -> Labels:
    """The labels of a row whose name is but that of a total."""
    if labels.platform == "other":
        labels = replace(labels, platform=None, platform_label=None)
    return replace(labels, content=None, total=True)


def with_summed_rows(numbers: Sequence[Number]) -> list[Number]:
    """The numbers of one table, a row told as a total that is called one and adds up rows above it.

    'Sub Jumlah A', 'Jumlah A + B', 'Total Instagram': all its figures are the sums of equally many rows.
    """
    values: dict[int, dict[int, int]] = defaultdict(dict)
    for number in numbers:
        if not (number.total or number.labels.other_measure):
            values[number.cell.row][number.cell.col] = read_count(number.cell.text).value or 0
    called = {n.cell.row for n in numbers if is_total((n.row.content or ("", ""))[1] or n.row.platform_label or "")}
    found = {
        row
        for row in called
        if _adds_up(values[row], [values[at] for at in sorted(values) if at < row and at not in called])
    }
    return [replace(n, row=_total_of(n.row), column=_named(n.column)) if n.cell.row in found else n for n in numbers]


def _named(labels: Labels) -> Labels:
    """The labels of a column without what stands in for a lost name."""
    return replace(labels, content=None) if labels.content and labels.content[1] == NO_LABEL else labels


def _adds_up(total: dict[int, int], above: Sequence[dict[int, int]]) -> bool:
    """Whether each figure is the sum of those over it in several rows, as many for all."""
    blocks = (above[-count:] for count in range(2, len(above) + 1))
    return any(total.values()) and any(
        all(sum(row.get(col, 0) for row in block) == value for col, value in total.items()) for block in blocks
    )
