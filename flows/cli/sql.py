"""`rekap sql`: questions to the published snapshot, one at a time or at a prompt."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from flows.cli.base import command
from flows.console import complain, say, show_table, to_csv, to_json
from flows.settings import Settings
from warehouse.errors import WarehouseError

if TYPE_CHECKING:
    import duckdb

GREETING = (
    "Ketik pertanyaan SQL, akhiri dengan titik koma. SHOW TABLES; menampilkan tabel, DESCRIBE nama; artinya. "
    "Keluar: Ctrl-D atau .keluar"
)


@command("sql", help="Tanya hasil terbit dengan SQL, hanya baca.")
@click.argument("query", required=False, metavar="[QUERY]")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "json"]),
    default="table",
    show_default=True,
    metavar="BENTUK",
    help="Bentuk hasil: table, csv atau json.",
)
def sql(settings: Settings, query: str | None, form: str) -> None:
    """Answer one question, those on standard input, or those typed at the prompt."""
    from warehouse.snapshot import open_current

    with open_current(settings.data) as con:
        if query is not None:
            _answer(con, query, form)
        elif sys.stdin.isatty():
            _prompt(con, form)
        else:
            for statement in _statements(iter(sys.stdin)):
                _answer(con, statement, form)


def _answer(con: duckdb.DuckDBPyConnection, question: str, form: str) -> None:
    """Run the query and show what it gives."""
    from warehouse.snapshot import query

    result = query(con, question)
    if form == "json":
        click.echo(to_json([dict(zip(result.columns, row, strict=True)) for row in result.rows]))
    elif form == "csv":
        for line in to_csv(result.columns, result.rows):
            click.echo(line)
    else:
        show_table(result.columns, result.rows)


def _prompt(con: duckdb.DuckDBPyConnection, form: str) -> None:
    """Ask and answer until the user leaves; an error ends nothing."""
    say(GREETING)
    for statement in _statements(_typed()):
        try:
            _answer(con, statement, form)
        except WarehouseError as error:
            complain(str(error))


def _typed() -> Iterator[str]:
    """The lines that the user types."""
    with suppress(ImportError):
        import readline  # noqa: F401 - gives input() a history; there is none on Windows
    prompt = "rekap> "
    while True:
        try:
            line = input(prompt)
        except (EOFError, KeyboardInterrupt):
            click.echo()
            return
        if line.strip() in {".keluar", ".quit", ".exit"}:
            return
        prompt = "rekap> " if line.rstrip().endswith(";") else "   ... "
        yield line


def _statements(lines: Iterator[str]) -> Iterator[str]:
    """Statements out of lines; each ends with a semicolon at the end of a line, the last one also without."""
    waiting: list[str] = []
    for line in lines:
        waiting.append(line.rstrip("\n"))
        if line.rstrip().endswith(";"):
            yield "\n".join(waiting)
            waiting = []
    if rest := "\n".join(waiting).strip():
        yield rest


COMMANDS = (sql,)
