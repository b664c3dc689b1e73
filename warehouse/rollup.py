"""Roll up: from the ledger and the facts to the tables that analysts see, in one declared order."""

from __future__ import annotations

import duckdb

from warehouse.apply import apply_corrections, settle_finding_notes
from warehouse.load import transaction
from warehouse.queries import checks, sql
from warehouse.records import FACTS, facts, ledger, marts
from warehouse.schema import Table, comments, create
from warehouse.settings import WarehouseSettings


def roll_up(con: duckdb.DuckDBPyConnection, settings: WarehouseSettings) -> None:
    """Build every mart anew; after a crash the old ones stand."""
    con.execute("SET search_path = 'marts'")
    _tell(con, settings)
    with transaction(con):
        _build(con, marts.SATKER, ledger.DOCUMENTS, ledger.APPROVALS)
        _help(con, "current_reports", "approvals_in_force", "excuses_in_force", "closed_quarters")
        for fact in FACTS:
            if fact is not facts.FINDINGS:
                _build_fact(con, fact)
        _keep(con, "corrections_state")
        apply_corrections(con)
        _view(con, marts.ROLLUP_CELLS)
        _keep(con, "compared")
        _build(con, marts.ROLLUP_SOCIAL_MEDIA, marts.ROLLUP_DISSEMINATION, marts.ROLLUP_ACTIVITIES, marts.ROLLUP_SATKER)
        _check(con)
        _build(con, marts.FINDINGS)
        settle_finding_notes(con)
        con.execute(sql("complete_reports"))
        _build(con, marts.CORRECTIONS, marts.COVERAGE, marts.COVERAGE_SUMMARY, marts.ROLLUP_PROVINCE, marts.ROLLUP_YEAR)
        con.execute("DROP TABLE temp.compared")


def fact_select(fact: Table) -> str:
    """The facts of the reports that count, each correctable field twice: to be corrected and as reported."""
    columns = ["f.row_key"]
    for column in fact.columns[2:]:
        columns.append(f"f.{column.name}")
        if column.correctable:
            columns.append(f"f.{column.name} AS {column.name}_as_reported")
    return f"SELECT r.*, {', '.join(columns)} FROM facts.{fact.name} f JOIN current_reports r USING (document_id)"


def _tell(con: duckdb.DuckDBPyConnection, settings: WarehouseSettings) -> None:
    """Give SQL its macros and the settings."""
    con.execute(sql("macros"))
    con.execute(f"SET memory_limit = '{settings.memory_limit}'")
    con.execute(f"SET VARIABLE due_days = {int(settings.due_days)}")
    con.execute(f"SET VARIABLE utc_offset_hours = {int(settings.utc_offset_hours)}")
    con.execute(
        "CREATE OR REPLACE TEMP TABLE wanted_satker "
        "(satker_code VARCHAR PRIMARY KEY, satker_name VARCHAR, short_name VARCHAR, kind VARCHAR)"
    )
    con.execute(
        "CREATE OR REPLACE TEMP TABLE due_exceptions "
        "(satker_code VARCHAR, year INTEGER, quarter INTEGER, due_date DATE)"
    )
    for satker in settings.satkers:
        row = [satker.code, satker.name, satker.short, satker.kind]
        con.execute("INSERT INTO wanted_satker VALUES (?, ?, ?, ?)", row)
    for other in settings.due_exceptions:
        row_due = [other.satker_code, other.year, other.quarter, other.due_date]
        con.execute("INSERT INTO due_exceptions VALUES (?, ?, ?, ?)", row_due)


def _build(con: duckdb.DuckDBPyConnection, *tables: Table) -> None:
    """Make each mart from the SELECT of its name."""
    for table in tables:
        _fill(con, table, sql(f"marts/{table.name}"))


def _build_fact(con: duckdb.DuckDBPyConnection, fact: Table) -> None:
    table = next(mart for mart in marts.MARTS if mart.name == fact.name)
    _fill(con, table, fact_select(fact))


def _fill(con: duckdb.DuckDBPyConnection, table: Table, select: str) -> None:
    """Make the table with its declared types, then fill it: a column that is not declared is an error."""
    con.execute(f"DROP TABLE IF EXISTS marts.{table.name}")
    con.execute(create(table, "marts"))
    con.execute(f"INSERT INTO marts.{table.name} BY NAME {select}")


def _view(con: duckdb.DuckDBPyConnection, view: Table) -> None:
    con.execute(f"CREATE OR REPLACE VIEW marts.{view.name} AS {sql(f'marts/{view.name}')}")
    for statement in comments(view, "marts"):
        con.execute(statement)


def _help(con: duckdb.DuckDBPyConnection, *names: str) -> None:
    for name in names:
        con.execute(f"CREATE OR REPLACE TEMP VIEW {name} AS {sql(f'helpers/{name}')}")


def _keep(con: duckdb.DuckDBPyConnection, name: str) -> None:
    con.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS {sql(f'helpers/{name}')}")


def _check(con: duckdb.DuckDBPyConnection) -> None:
    """Run every rule over the warehouse."""
    con.execute(
        "CREATE OR REPLACE TEMP TABLE check_findings "
        "(rule VARCHAR, severity VARCHAR, document_id VARCHAR, page INTEGER, bbox DOUBLE[4], message VARCHAR)"
    )
    for check in checks():
        con.execute(
            f"INSERT INTO check_findings BY NAME SELECT '{check.rule}' AS rule, '{check.severity}' AS severity, * "
            f"FROM ({check.sql})"
        )
