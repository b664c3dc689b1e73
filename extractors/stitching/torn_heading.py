"""A heading that a page break cut in two: names at the foot of a page, the rest of the names at the top of the next."""

from __future__ import annotations

from dataclasses import replace

from extractors.geometry import Table
from extractors.stitching.columns import aligned, column_edges, nearest_edges, renumbered
from extractors.stitching.rows import appended


def with_rest_of_heading(upper: Table, lower: Table) -> Table | None:
    """`lower` under `upper`, which is nothing but names of columns and groups; None where it is another table.

    Each group's columns are named in the first row of `lower`, and no other column is, or each with the rest of a name.
    """
    if upper.width == lower.width:
        return _with_rests_of_names(upper, lower)
    groups = _in_columns_of(upper, lower)
    if groups is None:
        return None
    names = [cell for cell in lower.cells if cell.row == 0]
    named = {cell.col for cell in names if cell.lines}
    over = {
        col
        for cell in groups.cells
        if cell.row + cell.rowspan == groups.height and cell.colspan > 1
        for col in range(cell.col, cell.col + cell.colspan)
    }
    whole = named == {*range(lower.width)} and not any(letter.isdigit() for cell in names for letter in cell.text)
    if not (named == over or whole) or not over or max(cell.rowspan for cell in names) > 1:
        return None
    joined = appended(groups, replace(lower, header_rows=0), cut=False)
    return replace(joined, header_rows=groups.height + max(1, lower.header_rows))


def _with_rests_of_names(upper: Table, lower: Table) -> Table | None:
    """`lower` under names of columns of which some go on in its first row, over rows that begin with a text."""
    rest, below = ([cell for cell in lower.cells if cell.row == row] for row in (0, 1))
    named = {cell.col for cell in rest if cell.lines}
    leads = any(cell.col == 0 and cell.lines for cell in below)
    figures = any(letter.isdigit() for cell in rest for letter in cell.text)
    if not named or 0 in named or figures or not leads or any(cell.rowspan > 1 for cell in rest):
        return None
    fitted = aligned(upper, replace(lower, header_rows=0))
    whole = appended(upper, fitted, cut=True) if fitted else None
    return replace(whole, header_rows=upper.height) if whole else None


def _in_columns_of(upper: Table, lower: Table) -> Table | None:
    """`upper` with its columns numbered as those of `lower`; None where an edge of its is none of theirs."""
    ours, theirs = column_edges(upper), column_edges(lower)
    if ours is None or theirs is None or upper.width >= lower.width:
        return None
    nearest = nearest_edges(ours, dict(enumerate(theirs)))
    whole = nearest is not None and (nearest[0], nearest[-1]) == (0, lower.width)
    return renumbered(upper, nearest) if nearest and whole else None
