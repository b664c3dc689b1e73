"""Numbers that a list skips on a scanned page: the row between them may not have been read."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from extractors.normalise.activities import Event
from extractors.normalise.dissemination_items import Publication

SKIPPED = "nomor sesudah atau sebelum baris ini terlewat; pada hasil pindai barisnya mungkin tidak terbaca"
"""Why the rows beside a skipped number are doubted: one of them may hold what was left of the row between."""


Row = TypeVar("Row", Publication, Event)


def with_gaps_doubted(rows: Sequence[Row], scanned: Collection[int]) -> list[Row]:
    """The rows of a report, those on scanned pages doubted between which numbers are skipped."""
    numbered = [(place, int(row.number)) for place, row in enumerate(rows) if row.number and row.number.isdecimal()]
    beside = {place for (a, before), (b, after) in pairwise(numbered) if after > before + 1 for place in (a, b)}
    return [
        replace(row, doubt=row.doubt or SKIPPED) if place in beside and row.page in scanned else row
        for place, row in enumerate(rows)
    ]
