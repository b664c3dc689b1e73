"""Recaps that count the same things: each is of the month that its chapter names, or nobody knows which is which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extractors.document import SocialMedia
from extractors.normalise.recap import Recap
from extractors.structure.outline import strip_marker
from extractors.structure.section import Section
from extractors.values.lone_days import month_told
from extractors.vocabulary import months

AGAIN = "tabel rekapitulasi lain memuat jenis konten dan platform yang sama; bulan tabel ini tidak terbaca"
"""Why the figures of tables are doubted that count the same and tell no month."""


def with_months_of_chapters(
    recaps: Sequence[Recap], sections: Sequence[Section], own: Sequence[Section]
) -> list[Recap]:
    """The recaps, those without a month that count the same dated by the nearest headings that name a month.

    `own` is the section of each. Where two have the same month, or one has none, the figures are doubted.
    """
    counted = Counter(key for recap in recaps for key in {_key(cell) for cell in recap.cells})
    twins = [at for at, recap in enumerate(recaps) if any(counted[_key(c)] > 1 and not c.month for c in recap.cells)]
    told = {at: _month_of(own[at], sections) for at in twins}
    sure = len(set(told.values())) == len(twins) and None not in told.values()

    def settled(cell: SocialMedia, at: int) -> SocialMedia:
        if at not in told or cell.month:
            return cell
        return replace(cell, month=told[at]) if sure else replace(cell, doubt=cell.doubt or AGAIN)

    return [replace(r, cells=tuple(settled(cell, at) for cell in r.cells)) for at, r in enumerate(recaps)]


def _key(cell: SocialMedia) -> tuple[object, ...]:
    """What a figure counts."""
    return (cell.content_type, cell.content_label.casefold(), cell.platform, cell.month)


def _month_of(section: Section, sections: Sequence[Section]) -> int | None:
    """The month that the nearest heading before a section, or its own, names alone."""
    at = next(index for index, other in enumerate(sections) if other is section)
    told = (month_told(strip_marker(other.heading), alone=False) for other in reversed(sections[: at + 1]))
    name = next(filter(None, told), "").split()
    match = months().find(name[0]) if name else None
    return int(match.code) if match else None
