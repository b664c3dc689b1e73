"""Figures of a recap that its printed totals contradict, where it is more likely misread than miscounted.

A clerk miscounts one total. A figure that is misread is wrong in its row and in its column by as much; columns that
are misread fail together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

CROSSED = "jumlah baris dan jumlah kolom angka ini tidak cocok; angkanya mungkin salah terbaca"
"""Why a figure is doubted whose row and column both fail."""
TOGETHER = "beberapa jumlah tabel ini tidak cocok; angka yang dijumlahkan mungkin salah terbaca"
"""Why figures are doubted that are summed by one of several totals that fail."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A printed total: by how much it is more than its cells, and which cells those are."""

    over: int
    cells: frozenset[int]


def contradicted(sums: Sequence[Sum]) -> dict[int, str]:
    """The cells of one table that its totals contradict, each with why."""
    everything = frozenset[int]().union(*(total.cells for total in sums))
    failed = [total for total in sums if total.over and total.cells != everything]
    found: dict[int, str] = {}
    for cell, why in (*_crossed(failed), *_together(failed)):
        found.setdefault(cell, why)
    return found


def _crossed(failed: Sequence[Sum]) -> Iterator[tuple[int, str]]:
    """The cells in which a row and a column meet that fail."""
    for one, other in combinations(failed, 2):
        shared = one.cells & other.cells
        if len(shared) == 1:
            yield min(shared), CROSSED


def _together(failed: Sequence[Sum]) -> Iterator[tuple[int, str]]:
    """All cells of rows or columns of which several fail."""
    apart = {total for one, other in combinations(failed, 2) if not one.cells & other.cells for total in (one, other)}
    yield from ((cell, TOGETHER) for total in apart for cell in total.cells)
