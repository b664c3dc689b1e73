"""Figures of a recap that its printed totals contradict, where it is more likely misread than miscounted.

A clerk miscounts one total. A figure that is misread is wrong in its row and in its column by as much; columns that
are misread fail together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from extractors.document import SocialMedia

CROSSED = "jumlah baris dan jumlah kolom angka ini tidak cocok; angkanya mungkin salah terbaca"
"""Why a figure is doubted whose row and column both fail."""
TOGETHER = "beberapa jumlah tabel ini tidak cocok; angka yang dijumlahkan mungkin salah terbaca"
"""Why figures are doubted that are summed by one of several totals that fail."""


UNSEEN = "angka ini sama dengan jumlah kanal lain pada barisnya; mungkin kolom jumlah yang judulnya tidak dikenali"
"""Why figures are doubted under an unknown name that are the sums of their rows."""
LEAST = 2
"""So many rows, each of so many other figures, add up to their last by no chance."""


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


def with_unseen_totals_doubted(cells: Sequence[SocialMedia]) -> tuple[SocialMedia, ...]:
    """The cells of one table, those under an unknown platform doubted where each is the sum of its row."""
    rows: dict[tuple[str, str, int | None], list[SocialMedia]] = defaultdict(list)
    for cell in cells:
        rows[cell.content_type, cell.content_label, cell.month].append(cell)
    held = [_is_summed(row) for row in rows.values() if any(cell.platform == "other" for cell in row)]
    if len(held) < LEAST or not all(held):
        return tuple(cells)
    return tuple(replace(cell, doubt=cell.doubt or UNSEEN) if cell.platform == "other" else cell for cell in cells)


def _is_summed(row: Sequence[SocialMedia]) -> bool:
    """Whether a row's one figure under an unknown platform is the sum of several others."""
    own = [cell.posts or 0 for cell in row if cell.platform == "other"]
    others = [cell.posts for cell in row if cell.platform != "other" and cell.posts]
    return len(own) == 1 and len(others) >= LEAST and own[0] == sum(others)
