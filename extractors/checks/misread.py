"""The recap's printed totals that fail, and when they tell more of a misread table than of a clerk who miscounted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from extractors.reading import PrintedTotal, Reading

_MANY = 5
"""So many totals that fail, most of all, tell of a misread table rather than of a clerk."""


def failed_totals(reading: Reading) -> list[PrintedTotal]:
    """The printed totals that are not the sum of their cells.

    Several totals of one name are those of the parts that a table was printed in: they make up the sum together.
    """
    groups: dict[tuple[str, int | None], list[PrintedTotal]] = defaultdict(list)
    for total in reading.evidence.totals:
        groups[total.place, total.summed].append(total)
    right = {key for key, parts in groups.items() if _add_up(parts)}
    return [
        total
        for total in reading.evidence.totals
        if total.summed not in (None, total.printed) and (total.place, total.summed) not in right
    ]


def _add_up(parts: Sequence[PrintedTotal]) -> bool:
    return len(parts) > 1 and sum(part.printed for part in parts) == parts[0].summed


def is_misread(reading: Reading) -> bool:
    """Whether the recap is more likely misread than miscounted: most of many totals fail, or most cells are doubted."""
    failed = len(failed_totals(reading))
    summed = sum(total.summed is not None for total in reading.evidence.totals)
    cells = reading.document.social_media
    doubted = sum(cell.doubt is not None for cell in cells)
    return (failed >= _MANY and failed * 2 > summed) or doubted * 2 > len(cells)
