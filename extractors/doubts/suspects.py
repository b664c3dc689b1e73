"""Why rows of a table are doubted: for what their cells hold, where their words begin, what stands beside them."""

from __future__ import annotations

from collections.abc import Mapping

from extractors.doubts.blanks import rows_apart
from extractors.doubts.centres import off_centre_rows
from extractors.doubts.edges import clipped_rows, late_rows
from extractors.doubts.frayed import frayed_rows
from extractors.doubts.left_out import left_out
from extractors.doubts.rows import suspect_rows
from extractors.geometry import Page, Table
from extractors.meaning.columns import Columns
from extractors.meaning.nameless import LOST, lost_rows
from extractors.structure.section import Section


def suspects(table: Table, columns: Columns, section: Section, pages: Mapping[int, Page]) -> dict[int, str]:
    """The rows of a table of items that may be misread or incomplete, each with why; the surest evidence tells it."""
    if columns.kind == "recap":
        return {}  # its cells count; their sums tell what is wrong
    by_place = (left_out, late_rows, clipped_rows, off_centre_rows, rows_apart)
    placed = {row: why for found in by_place for row, why in found(table, columns, pages)}
    lost = dict.fromkeys(lost_rows(table, columns), LOST)
    return {**placed, **lost, **suspect_rows(table, columns), **dict(frayed_rows(table, section, pages))}
