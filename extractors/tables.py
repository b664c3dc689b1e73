"""Every table of any PDF, stitched over pages, as the JSON of `rekap tables`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from extractors.document import SCHEMA_VERSION
from extractors.geometry import Cell, Page, Table
from extractors.grids import find_tables
from extractors.grids.cells import without_row
from extractors.pages.furniture import strip_furniture
from extractors.stitching.spreads import tables_by_page
from extractors.stitching.stitch import stitch
from extractors.values.row_numbers import are_column_numbers, row_number

DEEPEST = 6
"""A heading has fewer rows."""


def tables_of(pages: Sequence[Page]) -> list[Table]:
    """The tables of a document's pages, each whole."""
    bare = strip_furniture(pages)
    return [_without_column_numbers(table) for table in stitch(tables_by_page(bare, find_tables))]


def _without_column_numbers(table: Table) -> Table:
    """The table without the row right below its heading that numbers the columns, each of them: 1 2 3, or (1) (2) (3).

    Such a row is part of the form, as a page's number is, and says nothing about what the table tells.
    """
    rows = table.rows()
    number = next((i for i, row in enumerate(rows[:DEEPEST]) if all(row) and are_column_numbers(row)), 0)
    below = rows[number + 1][0] if number + 1 < len(rows) else ""
    counted = row_number(rows[number][0]) == 1 and row_number(below) == 2  # a first row with the figures 2, 3
    return without_row(table, number) if number and not counted else table


def to_json(tables: Sequence[Table], pages: Sequence[Page], source: dict[str, Any]) -> dict[str, Any]:
    """The contract's object for `rekap tables`; boxes are on the original pages."""
    by_number = {page.number: page for page in pages}
    return {
        "schema_version": SCHEMA_VERSION,
        "source": source,
        "tables": [
            {
                "pages": list(table.pages),
                "method": "ocr" if any(by_number[n].source == "ocr" for n in table.pages) else table.method,
                "rows": table.rows(),
                "cells": [_cell(cell, by_number[cell.page]) for cell in table.cells],
            }
            for table in tables
        ],
    }


def _cell(cell: Cell, page: Page) -> dict[str, Any]:
    """One cell with its place."""
    return {
        "row": cell.row,
        "col": cell.col,
        "rowspan": cell.rowspan,
        "colspan": cell.colspan,
        "text": cell.text,
        "page": cell.page,
        "bbox": [round(value, 2) for value in page.original_box(cell.box)],
    }
