"""Figures of a recap that contradict one another: two of the same thing, or a heading that lost its month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from extractors.normalise.recap_numbers import Number

TWICE = "dua angka tabel ini berjudul sama; judul salah satunya mungkin salah terbaca"
NO_MONTH = "bulan angka ini tidak terbaca, sedangkan angka lain tabel ini berbulan"


def doubts(facts: Sequence[Number]) -> list[str | None]:
    """Why each of the figures of one table may stand under a wrong heading; None for those that may not."""
    keys = [_key(fact) for fact in facts]
    seen = Counter(keys)
    dated = any(fact.labels.month for fact in facts)
    return [
        TWICE if seen[key] > 1 else NO_MONTH if dated and not fact.labels.month else None
        for key, fact in zip(keys, facts, strict=True)
    ]


def _key(fact: Number) -> tuple[object, ...]:
    """What a figure counts, as printed: its row's text tells rows apart whose code is 'other'."""
    labels = fact.labels
    return (labels.content, labels.platform, labels.platform_label, labels.month, labels.week)
