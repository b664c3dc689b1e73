"""The recap's printed totals that fail, and when they tell more of a misread table than of a clerk who miscounted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from extractors.document import SocialMedia
from extractors.reading import PrintedTotal, Reading

_MANY = 5
"""So many totals that fail, most of all, tell of a misread table rather than of a clerk."""


class Recount(NamedTuple):
    """The printed totals that are not the sum of their cells, and whether they tell of a misread recap."""

    failed: tuple[PrintedTotal, ...]
    misread: bool


def recount(reading: Reading) -> Recount:
    """The recap of a report added up anew."""
    return _recount(reading.evidence.totals, reading.document.social_media)


@lru_cache(maxsize=1)
def _recount(totals: tuple[PrintedTotal, ...], cells: tuple[SocialMedia, ...]) -> Recount:
    """Worked out once for all rules that ask about one report."""
    failed = _failed(totals)
    return Recount(failed, _is_misread(failed, totals, cells))


def _failed(totals: Sequence[PrintedTotal]) -> tuple[PrintedTotal, ...]:
    """The totals that are not the sum of their cells.

    Several totals of one name are those of the parts that a table was printed in: they make up the sum together.
    """
    groups: dict[tuple[str, int | None], list[PrintedTotal]] = defaultdict(list)
    for total in totals:
        groups[total.place, total.summed].append(total)
    right = {key for key, parts in groups.items() if _add_up(parts)}
    return tuple(
        total
        for total in totals
        if total.summed not in (None, total.printed) and (total.place, total.summed) not in right
    )


def _add_up(parts: Sequence[PrintedTotal]) -> bool:
    return len(parts) > 1 and sum(part.printed for part in parts) == parts[0].summed


def _is_misread(failed: Sequence[PrintedTotal], totals: Sequence[PrintedTotal], cells: Sequence[SocialMedia]) -> bool:
    """Whether the recap is more likely misread than miscounted: most of many totals fail, or most cells are doubted."""
    summed = sum(total.summed is not None for total in totals)
    doubted = sum(cell.doubt is not None for cell in cells)
    return (len(failed) >= _MANY and len(failed) * 2 > summed) or doubted * 2 > len(cells)
