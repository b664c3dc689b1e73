"""The words in which tables are defined, and what is made of them: DDL, COMMENT, Arrow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pyarrow as pa

BOX = "DOUBLE[4]"
"""SQL type of a rectangle on a page."""

_ARROW: dict[str, pa.DataType] = {
    "VARCHAR": pa.string(),
    "INTEGER": pa.int32(),
    "BIGINT": pa.int64(),
    "DOUBLE": pa.float64(),
    "BOOLEAN": pa.bool_(),
    "DATE": pa.date32(),
    "TIMESTAMP": pa.timestamp("us"),
    "BLOB": pa.binary(),
    "VARCHAR[]": pa.list_(pa.string()),
    "BIGINT[]": pa.list_(pa.int64()),
    BOX: pa.list_(pa.float64(), 4),
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `meaning` and `unit` are Indonesian and become the COMMENT and the data dictionary."""

    name: str
    type: str
    meaning: str
    unit: str | None = None
    codes: tuple[str, ...] = ()
    """Allowed values, where there is a list of them."""
    volatile: bool = False
    """A time of running: not part of the content hash."""
    correctable: bool = False
    """Whether `rekap correct` may change it; then `<name>_as_reported` stands beside it when published."""
    optional: bool = False
    """Whether a correction may empty it."""
    required: bool = False

    @property
    def comment(self) -> str:
        """The meaning with unit and codes, as COMMENT and dictionary show it."""
        unit = f" Satuan: {self.unit}." if self.unit else ""
        codes = f" Nilai: {', '.join(self.codes)}." if self.codes else ""
        return f"{self.meaning}{unit}{codes}"


@dataclass(frozen=True, slots=True)
class Table:
    """One table; `key` names the columns that tell its rows apart and in whose order they are published."""

    name: str
    meaning: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    view: bool = False
    """Published as a view over other tables."""

    def __getitem__(self, name: str) -> Column:
        """The column called `name`; raises KeyError."""
        return {column.name: column for column in self.columns}[name]

    @property
    def correctable(self) -> tuple[Column, ...]:
        """The columns that a correction may change."""
        return tuple(column for column in self.columns if column.correctable)


def as_reported(column: Column) -> Column:
    """The companion that keeps what was extracted."""
    meaning = f"Nilai {column.name} sebagaimana terbaca dari laporan, sebelum koreksi."
    return replace(column, name=f"{column.name}_as_reported", meaning=meaning, codes=(), correctable=False)


def quoted(text: str) -> str:
    """`text` as an SQL string; COMMENT and ATTACH take no parameters."""
    return "'" + text.replace("'", "''") + "'"


def create(table: Table, schema: str, *, key: bool = False) -> str:
    """The CREATE TABLE; with `key` its key is enforced."""
    columns = [f"{c.name} {c.type}{' NOT NULL' if c.required else ''}" for c in table.columns]
    constraint = [f"PRIMARY KEY ({', '.join(table.key)})"] if key else []
    return f"CREATE TABLE {schema}.{table.name} ({', '.join(columns + constraint)})"


def comments(table: Table, schema: str) -> Iterator[str]:
    """One COMMENT for the table and one for each column."""
    kind = "VIEW" if table.view else "TABLE"
    yield f"COMMENT ON {kind} {schema}.{table.name} IS {quoted(table.meaning)}"
    for column in table.columns:
        yield f"COMMENT ON COLUMN {schema}.{table.name}.{column.name} IS {quoted(column.comment)}"


def portable(table: Table) -> str:
    """The table's columns for other programs: boxes as plain lists, since Arrow can't read absent fixed-length ones."""
    return ", ".join(f"{c.name}::DOUBLE[] AS {c.name}" if c.type == BOX else c.name for c in table.columns)


def arrow_table(table: Table, rows: Sequence[dict[str, Any]]) -> pa.Table:
    """`rows` with the table's exact types; a value of another type raises pyarrow.ArrowInvalid or ArrowTypeError."""
    schema = pa.schema([pa.field(column.name, _ARROW[column.type]) for column in table.columns])
    return pa.Table.from_pylist(rows, schema=schema)
