"""Cells in the making: their words and their places, before they have rectangles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.geometry import Cell, Word
from extractors.grids.text import all_bold, doubt_of, printed


@dataclass(frozen=True, slots=True)
class Draft:
    """A cell in the making: its words and its place, rows counted from the top."""

    row: int
    col: int
    words: tuple[Word, ...]
    rowspan: int = 1
    colspan: int = 1


def cells_of(drafts: Sequence[Draft], xs: Sequence[float], ys: Sequence[float], page: int) -> tuple[Cell, ...]:
    """The cells between the edges of columns `xs` and of rows `ys`, with a blank one for each place without a draft."""
    return tuple(
        Cell(
            row=d.row,
            col=d.col,
            lines=printed(d.words),
            page=page,
            box=(xs[d.col], ys[d.row], xs[d.col + d.colspan], ys[d.row + d.rowspan]),
            rowspan=d.rowspan,
            colspan=d.colspan,
            doubt=doubt_of(d.words),
            bold=all_bold(d.words),
        )
        for d in (*drafts, *_blanks(drafts, len(ys) - 1, len(xs) - 1))
    )


def _blanks(drafts: Sequence[Draft], rows: int, cols: int) -> list[Draft]:
    """Empty cells for the places that no draft covers."""
    covered = {
        (row, col) for d in drafts for row in range(d.row, d.row + d.rowspan) for col in range(d.col, d.col + d.colspan)
    }
    return [Draft(row, col, ()) for row in range(rows) for col in range(cols) if (row, col) not in covered]
