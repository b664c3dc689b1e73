"""Rows with a blank through all their cells, wider than between lines: two rows whose day stands once may be one here.

Only tables without rules between their rows are read so; in others the rules tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import median

from extractors.geometry import Cell, Page, Table, Word, filled
from extractors.meaning.columns import Columns

APART = "di tengah baris ini ada jarak yang lebih lebar daripada jarak antarbaris teks; mungkin dua baris terbaca satu"
"""Why a row is doubted through whose cells a blank runs."""
WIDER = 1.25
"""A step between lines is wide from so many times the usual one."""
FEWEST = 4
"""So many steps between the lines of cells tell the usual one."""
LEVEL = 0.3
"""Lines whose feet differ by less than so many type sizes are one."""


def rows_apart(table: Table, columns: Columns, pages: Mapping[int, Page]) -> Iterator[tuple[int, str]]:
    """The rows of items without numbers that a wide blank cuts in all their cells."""
    told = {columns.roles[role] for role in ("information", "media") if role in columns.roles}
    if "number" in columns.roles or len(told) < 2:
        return
    cells = [c for c in table.cells if c.row >= columns.first_row and c.col in told and not c.continued]
    steps: list[float] = []
    rows: dict[int, list[list[float]]] = {}
    for number in sorted({cell.page for cell in cells} & pages.keys()):
        if _is_ruled(cells, pages[number]):
            continue
        for cell, words in filled(cells, pages[number]):
            feet = _feet(words)
            steps += [below - above for above, below in pairwise(feet)]
            rows.setdefault(cell.row, []).append(feet)
    if len(steps) < FEWEST:
        return
    limit = WIDER * median(steps)
    yield from ((row, APART) for row, held in rows.items() if len(held) == len(told) and _are_apart(held, limit))


def _feet(words: Sequence[Word]) -> list[float]:
    """The feet of the lines that some words make, from the top."""
    found: list[float] = []
    for word in sorted(words, key=lambda word: word.bottom):
        if not found or word.bottom - found[-1] > LEVEL * (word.bottom - word.top):
            found.append(word.bottom)
    return found


def _are_apart(cells: Sequence[Sequence[float]], limit: float) -> bool:
    """Whether lines begin level in all cells of a row, below a step in each that is wider than a limit."""
    begun = [[below for above, below in pairwise(feet) if below - above > limit] for feet in cells]
    first, *others = begun
    return any(all(any(abs(foot - other) < 1 for other in more) for more in others) for foot in first)


def _is_ruled(cells: Sequence[Cell], page: Page) -> bool:
    """Whether rules part the rows of some cells on a page: more than stand about them and their heading."""
    held = [cell for cell in cells if cell.page == page.number]
    edges = {round(cell.box[1]) for cell in held}
    drawn = [rule.top for rule in page.rules if rule.horizontal]
    return sum(any(abs(edge - top) < 2 for top in drawn) for edge in edges) * 2 > len(edges)
