"""Columns of the parts of one table on several pages: where their edges are, and whether they are the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from extractors.geometry import Box, Page, Table, Word, box_on, holds, union

ALIGNED = 8.0
"""Column edges on two pages that are nearer than this many points are the same edge."""


def column_edges(table: Table) -> list[float] | None:
    """The places of the column edges on the table's last page; None where one is nowhere to be seen."""
    seen = seen_edges(table)
    return list(seen.values()) if len(seen) == table.width + 1 else None


def seen_edges(table: Table) -> dict[int, float]:
    """The places of those column edges that can be seen on the table's last page, from the left."""
    page = table.pages[-1]
    places: list[list[float]] = [[] for _ in range(table.width + 1)]
    for cell in table.cells:
        for box in (box for number, box in cell.places if number == page):
            places[cell.col].append(box[0])
            places[cell.col + cell.colspan].append(box[2])
    return {edge: sorted(place)[len(place) // 2] for edge, place in enumerate(places) if place}


def words_of(table: Table, page: Page) -> list[Word]:
    """The words of a page that stand where a table does."""
    region = box_on(table.cells, page.number)
    return [word for word in page.words if holds(region, word.box)]


def aligned(upper: Table, lower: Table) -> Table | None:
    """`lower` with its columns numbered as those of `upper`; None where their edges do not fit.

    Edges that only the heading has are not seen on each page of `upper`.
    """
    theirs, ours = seen_edges(upper), column_edges(lower)
    if ours is None or not {0, upper.width} <= set(theirs):
        return lower if upper.width == lower.width else None
    if len(theirs) == len(ours) and all(abs(a - b) <= ALIGNED for a, b in zip(theirs.values(), ours, strict=True)):
        return lower if upper.width == lower.width else renumbered(lower, list(theirs))
    if upper.width == lower.width and "stream" in (upper.method, lower.method) and _overlap(upper, lower):
        return lower
    nearest = nearest_edges(ours, theirs)
    if nearest is None or upper.width < 2 or lower.width < 2 or (nearest[0], nearest[-1]) != (0, upper.width):
        return None
    return renumbered(lower, nearest)


def nearest_edges(places: Sequence[float], edges: Mapping[int, float]) -> list[int] | None:
    """The numbers of the `edges` at these places; None where one is none of them, or two are the same."""
    nearest = [min(edges, key=lambda i, x=x: abs(edges[i] - x)) for x in places]  # type: ignore[misc]
    fits = all(abs(edges[i] - x) <= ALIGNED for i, x in zip(nearest, places, strict=True))
    return nearest if fits and len(set(nearest)) == len(nearest) else None


def renumbered(table: Table, edges: Sequence[int]) -> Table:
    """`table` with its column edges numbered as `edges` says."""
    cells = (replace(c, col=edges[c.col], colspan=edges[c.col + c.colspan] - edges[c.col]) for c in table.cells)
    return replace(table, cells=tuple(cells))


def _overlap(upper: Table, lower: Table) -> bool:
    """Whether each column of `lower` stands under its own column of `upper`: edges by text alone shift a little."""

    def spans(table: Table, page: int) -> dict[int, tuple[float, float]]:
        boxes: dict[int, list[Box]] = {}
        for cell in table.cells:
            if cell.colspan == 1 and cell.page == page:
                boxes.setdefault(cell.col, []).append(cell.box)
        return {col: (union(found)[0], union(found)[2]) for col, found in boxes.items()}

    ours, theirs = spans(lower, lower.pages[0]), spans(upper, upper.pages[-1])
    if len(ours) < lower.width or set(ours) - set(theirs):
        return False
    return all(theirs[col][0] - ALIGNED <= (x0 + x1) / 2 <= theirs[col][1] + ALIGNED for col, (x0, x1) in ours.items())
