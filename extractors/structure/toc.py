"""Tables of contents: they repeat all headings of a report, and are taken out before it is cut at them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence

from extractors.geometry import Table
from extractors.structure.flow import Item, Line, only_lines, place
from extractors.structure.outline import strip_marker
from extractors.vocabulary import Vocabulary

_LEADER = re.compile(r"(\.{3,}|…|(\. ){3,})\s*\w{0,4}\s*$")
_PAGE_AT_END = re.compile(r"\s(\d{1,3}|[ivx]{1,5})\s*$")
ENTRIES = 4
"""Fewer lines than these are no table of contents."""


def without_contents(flow: Sequence[Item], vocabulary: Vocabulary) -> list[Item]:
    """The flow without tables of contents: lines with leaders, and lists of lines that end with page numbers."""
    starts = contents_starts(flow, vocabulary)
    return [item for item in flow if not _is_contents(item, starts, vocabulary)]


def _is_contents(item: Item, starts: Mapping[int, float], vocabulary: Vocabulary) -> bool:
    """Whether `item` belongs to a table of contents; dots that lead from what a recap counts to a number do not."""
    if isinstance(item, Table):
        return all(page in starts for page in item.pages) and place(item)[1] >= starts[item.pages[0]]
    leader = _LEADER.search(item.text)
    counted = leader and vocabulary.content_type(strip_marker(item.text[: leader.start()]))
    return item.top >= starts.get(item.page, math.inf) or bool(leader and not counted)


def contents_starts(flow: Iterable[Item], vocabulary: Vocabulary) -> dict[int, float]:
    """The pages that end with a table of contents (or of pictures and tables), and the height where it begins.

    It may begin below something else, such as the title of a report without a cover of its own.
    """
    by_page: dict[int, list[Line]] = {}
    for line in only_lines(flow):
        by_page.setdefault(line.page, []).append(line)
    found: dict[int, float] = {}
    for page, lines in sorted(by_page.items()):
        ends = [bool(_LEADER.search(line.text) or _PAGE_AT_END.search(line.text)) for line in lines]
        if sum(ends) < ENTRIES:
            continue
        first = 0 if page - 1 in found else _contents_title(lines, vocabulary)
        if first is not None and sum(ends[first:]) >= max(ENTRIES, 0.6 * len(lines[first:])):
            found[page] = lines[first].top
    return found


def _contents_title(lines: Sequence[Line], vocabulary: Vocabulary) -> int | None:
    """Where among the lines of a page the heading of a table of contents stands."""
    titled = (
        index for index, line in enumerate(lines) if (match := vocabulary.section(line.text)) and match.code == "toc"
    )
    return next(titled, None)
