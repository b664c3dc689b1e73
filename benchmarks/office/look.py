"""How tables are ruled and shaded, and what stands in their heads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from benchmarks.office.flat import Cell, Row

THIN = "0.5pt solid #000000"
DOUBLE = "2pt double #000000"
WHITE = "1.5pt solid #ffffff"
LOOKS = ("full", "none", "columns", "rows", "double", "white-bands", "line-shade", "outer", "thick-head")


def ruled(rows: Sequence[Row], columns: int, look: str, heads: int) -> list[list[Cell]]:
    """`rows` with the borders and shades of `look`."""
    covered: set[tuple[int, int]] = set()
    done: list[list[Cell]] = []
    for index, row in enumerate(rows):
        cells, out = iter(row), []
        for column in range(columns):
            if (index, column) in covered:
                continue
            cell = next(cells)
            covered |= {(index + r, column + c) for r in range(cell.rows) for c in range(cell.cols)}
            last = (index + cell.rows == len(rows), column + cell.cols == columns)
            out.append(_dressed(cell, look, index, column, last, index < heads))
        done.append(out)
    return done


def _dressed(cell: Cell, look: str, row: int, column: int, last: tuple[bool, bool], head: bool) -> Cell:
    sides = {"top": "none", "bottom": "none", "left": "none", "right": "none"}
    shade, line_shade = cell.shade, ""
    if look in ("full", "thick-head", "line-shade"):
        sides |= {"left": THIN, "bottom": THIN} | ({"top": THIN} if row == 0 else {})
        sides |= {"right": THIN} if last[1] else {}
        if look == "thick-head" and head:
            sides["bottom"] = "1.5pt solid #000000"
        line_shade = "#dfe7f5" if look == "line-shade" else ""
    elif look == "double":
        sides |= {"left": DOUBLE, "bottom": DOUBLE} | ({"top": DOUBLE} if row == 0 else {})
        sides |= {"right": DOUBLE} if last[1] else {}
    elif look == "columns":
        sides |= {"left": THIN} | ({"right": THIN} if last[1] else {}) | ({"top": THIN} if row == 0 else {})
        sides |= {"bottom": THIN} if last[0] or head else {}
    elif look == "rows":
        sides |= {"bottom": THIN} | ({"top": THIN} if row == 0 else {})
    elif look == "outer":
        sides |= ({"top": THIN} if row == 0 else {}) | ({"bottom": THIN} if last[0] or head else {})
        sides |= ({"left": THIN} if column == 0 else {}) | ({"right": THIN} if last[1] else {})
    elif look == "white-bands":
        sides = dict.fromkeys(sides, WHITE)
        shade = shade or ("#9fb8dd" if head else ("#e8eef7", "#d3deef")[row % 2])
    borders = tuple((f"fo:border-{side}", value) for side, value in sides.items())
    if look == "double":
        borders += tuple((f"style:border-line-width-{s}", "0.5pt 1pt 0.5pt") for s, v in sides.items() if v == DOUBLE)
    return replace(cell, borders=borders, shade=shade, line_shade=line_shade)


def tripled(rows: Sequence[Row], widths: Sequence[float], heads: int) -> tuple[list[list[Cell]], list[float]]:
    """Each column as three, as converters leave them: head cells are (empty, text, empty), others are merged."""
    done: list[list[Cell]] = []
    for index, row in enumerate(rows):
        out: list[Cell] = []
        for cell in row:
            if index < heads and cell.cols == 1 and cell.rows == 1:
                out += [replace(cell, text=""), cell, replace(cell, text="")]
            else:
                out.append(replace(cell, cols=cell.cols * 3))
        done.append(out)
    return done, [part for width in widths for part in (width * 0.08, width * 0.84, width * 0.08)]
