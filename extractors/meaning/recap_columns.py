"""The columns of a recap held against one another: what one of them lacks, the others tell."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import groupby

from extractors.meaning.recap_labels import Labels


def agreed(columns: dict[int, Labels]) -> dict[int, Labels]:
    """The columns' labels, a platform that is misread under one week or month taken from its place under the others."""
    named = [(col, labels) for col, labels in columns.items() if not labels.total]
    groups = [list(group) for _, group in groupby(named, key=lambda one: (one[1].month, one[1].week))]
    if len(groups) < 2 or len({len(group) for group in groups}) > 1:
        return columns
    found = dict(columns)
    for abreast in zip(*groups, strict=True):
        known = Counter(labels.platform for _, labels in abreast if labels.platform not in (None, "other"))
        right = next((labels for _, labels in abreast if labels.platform in known), None)
        if right is None or len(known) > 1 or known.total() * 2 < len(abreast):
            continue
        for col, labels in abreast:
            if labels.platform == "other":
                found[col] = replace(labels, platform=right.platform, platform_label=right.platform_label)
    return found


def summing(columns: dict[int, Labels]) -> dict[int, Labels]:
    """The columns' labels: 'Jumlah' over columns that no other columns add up to is the heading of the counts.

    What it counts on one platform may be added up in turn; shares and the like add up to nothing.
    """
    found = dict(columns)
    for of_platform in (True, False):
        parts = [labels for labels in found.values() if not (labels.total or labels.other_measure)]
        for col, labels in columns.items():
            if labels.total and bool(labels.platform) == of_platform:
                found[col] = replace(labels, total=any(labels.sums(part) for part in parts))
    return found
