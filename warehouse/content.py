"""The content hash: equal when the published tables are equal, whenever and in whatever order they were made."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import duckdb

from warehouse.queries import sql
from warehouse.schema import Table, comments, create


def content_hash(con: duckdb.DuckDBPyConnection, schema: str, tables: Iterable[Table]) -> str:
    """sha256 over definition, meaning and rows of each table, but for the columns that are times of running.

    A view is its SQL. The rows' md5 are folded by XOR, so their order does not matter and nothing is sorted; no two
    rows of a table are equal, so none cancel out.
    """
    lines: list[str] = []
    for table in tables:
        lines += comments(table, "main")
        if table.view:
            lines.append(sql(f"marts/{table.name}"))
            continue
        fields = ", ".join(f"{c.name} := {c.name}" for c in table.columns if not c.volatile)
        row = con.execute(
            f"SELECT count(*), bit_xor(md5_number(CAST(to_json(struct_pack({fields})) AS VARCHAR))) "
            f"FROM {schema}.{table.name}"
        ).fetchone()
        lines.append(f"{create(table, 'main')} {row}")
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
