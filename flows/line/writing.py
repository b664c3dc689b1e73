"""A person's decisions in the warehouse: made under the writer's lock and published at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import duckdb

from flows.errors import RekapError
from flows.line.ledger import warehouse_settings
from flows.locks import hold, writer_lock_file
from flows.settings import Settings
from warehouse.connection import open_warehouse
from warehouse.publish import publish
from warehouse.rollup import roll_up


@contextmanager
def writing(settings: Settings, purpose: str) -> Iterator[duckdb.DuckDBPyConnection]:
    """The open warehouse, with nobody else writing; raises RekapError when there is none yet."""
    if not settings.warehouse.exists():
        raise RekapError(f"Belum ada gudang data di {settings.data}. Jalankan `rekap run` dulu.")
    with hold(writer_lock_file(settings.data), purpose), open_warehouse(settings.warehouse) as con:
        yield con


@contextmanager
def deciding(settings: Settings, purpose: str) -> Iterator[duckdb.DuckDBPyConnection]:
    """As `writing`; what was decided is rolled up and published."""
    with writing(settings, purpose) as con:
        yield con
        roll_up(con, warehouse_settings(settings))
        publish(con, settings.published)
