"""Apply the corrections to the marts: only where the report still says what it said when they were recorded."""

from __future__ import annotations

import duckdb

from warehouse.records.marts import MARTS
from warehouse.schema import Column, Table

ANCHORS = {
    "dissemination": "information",
    "social_media": "content_label",
    "activities": "text",
    "statements": "text",
    "photos": "caption",
}
"""The column that says what a row is about: a correction holds only while that is unchanged too."""

CORRECTABLE = {table.name: table for table in MARTS if table.correctable and not table.name.startswith("rollup")}
"""The published tables that corrections may change."""


def as_text(column: Column, expression: str) -> str:
    """SQL for a value as corrections write it: dates as 2024-04-25, channels as "instagram, facebook"."""
    if column.type.endswith("[]"):
        return f"array_to_string({expression}, ', ')"
    return f"CAST({expression} AS VARCHAR)"


def from_text(column: Column, expression: str) -> str:
    """SQL for a value from the text of a correction."""
    if column.type.endswith("[]"):
        return f"string_split({expression}, ', ')"
    return f"CAST({expression} AS {column.type})"


def apply_corrections(con: duckdb.DuckDBPyConnection) -> None:
    """Change the corrected fields, mark those corrections `applied`, and note where on the page they are."""
    con.execute(
        "CREATE OR REPLACE TEMP TABLE corrected_boxes "
        "(document_id VARCHAR, page INTEGER, bbox DOUBLE[4], reason VARCHAR)"
    )
    fields = con.execute(
        "SELECT DISTINCT table_name, field FROM corrections_state WHERE table_name <> 'findings' ORDER BY ALL"
    ).fetchall()
    for table_name, field in fields:
        table = CORRECTABLE[table_name]
        _apply(con, table, table[field])
        if "bbox" in {column.name for column in table.columns}:
            _note_boxes(con, table, field)


def settle_finding_notes(con: duckdb.DuckDBPyConnection) -> None:
    """Mark as applied what was said of a finding that is still there."""
    con.execute(
        "UPDATE corrections_state c SET status = 'applied' FROM findings f WHERE c.table_name = 'findings' "
        "AND c.status = 'mismatch' AND f.finding_id = c.row_key"
    )


def _apply(con: duckdb.DuckDBPyConnection, table: Table, column: Column) -> None:
    same_row = _same_row(table.name, column.name)
    reported = as_text(column, f"t.{column.name}_as_reported")
    con.execute(
        f"UPDATE corrections_state c SET status = 'applied' FROM marts.{table.name} t WHERE {same_row} "
        f"AND c.status = 'mismatch' AND {reported} IS NOT DISTINCT FROM c.old_value AND {_same_text(table)}"
    )
    con.execute(
        f"UPDATE marts.{table.name} t SET {column.name} = {from_text(column, 'c.new_value')} "
        f"FROM corrections_state c WHERE {same_row} AND c.status = 'applied'"
    )


def _note_boxes(con: duckdb.DuckDBPyConnection, table: Table, field: str) -> None:
    con.execute(
        f"INSERT INTO corrected_boxes SELECT t.document_id, t.page, t.bbox, c.reason FROM marts.{table.name} t, "
        f"corrections_state c WHERE {_same_row(table.name, field)} AND c.status = 'applied'"
    )


def _same_row(table_name: str, field: str) -> str:
    return (
        f"c.table_name = '{table_name}' AND c.field = '{field}' AND t.satker_code = c.satker_code "
        "AND t.year = c.year AND t.quarter = c.quarter AND t.row_key = c.row_key"
    )


def _same_text(table: Table) -> str:
    """Whether the row is still about the same thing."""
    anchor = ANCHORS.get(table.name)
    if anchor is None:
        return "true"
    suffix = "_as_reported" if table[anchor].correctable else ""
    return f"(c.row_text IS NULL OR c.row_text = t.{anchor}{suffix})"
