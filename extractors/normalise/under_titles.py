"""Lists whose numbered lines are but titles: '1. Instagram' or '2. Bulan Mei' over the items that tell the days."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractors.normalise.dissemination_items import dates_of_item
from extractors.structure.flow import Line
from extractors.structure.outline import counts_alike
from extractors.structure.paragraphs import paragraphs

FEWEST = 2
"""So many items under titles make a list of them."""
Titled = tuple[str, list[Line]]
"""A title and the lines below it, up to the next title."""


def lists_under_titles(lines: Sequence[Line], year: int | None) -> list[Titled]:
    """Each title with its list; nothing where a line of the outer list tells a day: its lines are the items."""
    found = [paragraph for paragraph in paragraphs(lines) if paragraph.lines]
    outer = next((paragraph.marker for paragraph in found if paragraph.marker), None)
    if outer is None or outer.style == "bullet":
        return []
    heads = [n for n, one in enumerate(found) if one.marker and counts_alike(outer, one.marker)]
    points = [one.text for n, one in enumerate(found) if one.marker and n not in heads]
    dated = sum(_tells_day(text, year) for text in points)
    if len(points) < FEWEST or dated * 2 <= len(points) or any(_tells_day(found[n].text, year) for n in heads):
        return []
    bounds = pairwise([*heads, len(found)])
    return [(found[a].text, [line for one in found[a + 1 : b] for line in one.lines]) for a, b in bounds]


def _tells_day(text: str, year: int | None) -> bool:
    """Whether a day is told in a text."""
    return any(reading.start for reading in dates_of_item(text, year))
