"""`rekap sql` on a snapshot: three forms, one-line errors, nothing but reading."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner, Result

from flows.cli import cli
from flows.cli.sql import _statements

HOSTILE = "=HYPERLINK(\x1b]0;judul\x07)"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder whose snapshot has one table with hostile text."""
    folder = tmp_path_factory.mktemp("data")
    published = folder / "published"
    published.mkdir()
    with duckdb.connect(published / "rekap-1.duckdb") as con:
        con.execute("CREATE TABLE facts (satker VARCHAR, posts INTEGER, day DATE)")
        con.execute("COMMENT ON COLUMN facts.posts IS 'Jumlah unggahan'")
        con.execute("INSERT INTO facts VALUES (?, 98, DATE '2024-07-02'), ('Sanggau', NULL, NULL)", [HOSTILE])
    (published / "current").write_text("rekap-1.duckdb\n", encoding="utf-8")
    return folder


def ask(data: Path, *arguments: str, typed: str | None = None) -> Result:
    return CliRunner().invoke(cli, ["sql", "--data", str(data), *arguments], input=typed)


def test_a_table_is_harmless(data: Path) -> None:
    result = ask(data, "SELECT * FROM facts")
    assert result.exit_code == 0
    assert "satker" in result.stdout
    assert "98" in result.stdout
    assert "\x1b" not in result.stdout
    assert "\x07" not in result.stdout


def test_json_is_exact(data: Path) -> None:
    result = ask(data, "--format", "json", "SELECT *, 1.5 AS rata FROM facts ORDER BY posts")
    assert json.loads(result.stdout) == [
        {"satker": HOSTILE, "posts": 98, "day": "2024-07-02", "rata": 1.5},
        {"satker": "Sanggau", "posts": None, "day": None, "rata": 1.5},
    ]
    assert "\x1b" not in result.stdout


def test_csv_holds_no_formula(data: Path) -> None:
    rows = list(csv.reader(io.StringIO(ask(data, "--format", "csv", "SELECT * FROM facts").stdout)))
    assert rows[0] == ["satker", "posts", "day"]
    assert rows[1] == ["'=HYPERLINK(\ufffd]0;judul\ufffd)", "98", "2024-07-02"]


def test_describe_tells_the_meaning(data: Path) -> None:
    assert "Jumlah unggahan" in ask(data, "DESCRIBE facts").stdout


@pytest.mark.parametrize(
    "query",
    [
        "SELECT salah",
        "DELETE FROM facts",
        "DROP TABLE facts",
        "SELECT * FROM read_csv('/etc/passwd')",
        "COPY facts TO 'x.csv'",
    ],
)
def test_what_cannot_be_answered_is_one_line(data: Path, query: str) -> None:
    result = ask(data, query)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("rekap: ")
    assert result.stderr.count("\n") == 1


def test_without_a_snapshot_it_says_what_to_do(tmp_path: Path) -> None:
    result = ask(tmp_path, "SELECT 1")
    assert result.exit_code == 1
    assert "rekap run" in result.stderr


def test_questions_come_from_standard_input(data: Path) -> None:
    result = ask(data, "--format", "csv", typed="SELECT count(*) AS n\nFROM facts;\nSELECT 7 AS tujuh")
    assert result.stdout.splitlines() == ["n", "2", "tujuh", "7"]


def test_a_statement_ends_with_a_semicolon_at_the_end_of_a_line() -> None:
    lines = iter(["SELECT ';',\n", "1;\n", "\n", "SELECT 2"])
    assert [statement.strip() for statement in _statements(lines)] == ["SELECT ';',\n1;", "SELECT 2"]
