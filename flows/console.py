"""What the terminal shows: plain lines, tables, progress. Whatever comes out of a report is made harmless here.

Rich is imported only when a table or a progress bar is drawn.
"""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

_HARMFUL = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
"""Control characters (escape sequences begin with one), line separators, marks that turn the direction of writing."""

_FORMULA = re.compile(r" *[=+\-@]")
"""How a cell begins that a spreadsheet would run as a formula."""


def clean(text: str) -> str:
    """`text` as one harmless line: line breaks become spaces, harmful characters are replaced."""
    return _HARMFUL.sub("\N{REPLACEMENT CHARACTER}", re.sub(r"[\t\n\r\v\f]+", " ", text))


def to_json(value: Any, indent: int | None = 2) -> str:
    """JSON that keeps every character but shows harmful ones as escapes."""
    text = json.dumps(value, ensure_ascii=False, indent=indent, default=_plain)
    return re.sub(r"[\x7f-\x9f\u061c-\ufeff]", _escape, text)


def to_csv(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    """CSV lines; a text that a spreadsheet would take for a formula gets a leading apostrophe."""
    for row in (columns, *rows):
        line = io.StringIO()
        csv.writer(line, lineterminator="").writerow([_csv_cell(value) for value in row])
        yield line.getvalue()


def say(text: str) -> None:
    """One line for the user on standard output."""
    print(clean(text), flush=True)


def complain(text: str) -> None:
    """One line for the user on standard error."""
    print(clean(text), file=sys.stderr, flush=True)


def show_table(columns: Sequence[str], rows: Iterable[Sequence[Any]], title: str | None = None) -> None:
    """A table; as wide as it needs where it is not read on a terminal."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(title=title, box=box.SIMPLE_HEAD, title_justify="left", pad_edge=False)
    body = [[_cell(value) for value in row] for row in rows]
    numeric = [all(_is_number(cell) for cell in column) for column in zip(*body, strict=True)] or [False] * len(columns)
    for name, right in zip(columns, numeric, strict=True):
        table.add_column(Text(clean(name)), justify="right" if right else "left", overflow="fold")
    for cells in body:
        table.add_row(*[Text(cell) for cell in cells])
    Console(width=None if sys.stdout.isatty() else 4000, highlight=False).print(table)


@contextmanager
def progress_bar(label: str) -> Iterator[Callable[[int, int], None]]:
    """A bar that is told (done, total), drawn while somebody watches; `say` writes above it."""
    if not sys.stdout.isatty():
        yield lambda done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(highlight=False), transient=True) as bar:
        task = bar.add_task(label, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total or None)


def use_utf8() -> None:
    """Write UTF-8 whatever the machine's code page is; what has no form in it is shown escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _cell(value: Any) -> str:
    """A value as a table shows it: nothing for None, lists with commas."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M:%S}"
    if isinstance(value, list | tuple):
        return ", ".join(_cell(item) for item in value)
    return clean(str(value))


def _is_number(text: str) -> bool:
    """Whether a cell belongs on the right of its column."""
    return text == "" or re.fullmatch(r"-?[\d.,]+%?", text) is not None


def _csv_cell(value: Any) -> Any:
    """A value as CSV holds it, unable to become a formula or a terminal command."""
    if value is None or isinstance(value, int | float):
        return value
    text = _cell(value)
    return f"'{text}" if _FORMULA.match(text) else text


def _escape(match: re.Match[str]) -> str:
    """A harmful character as JSON's escape; others as they are."""
    character = match.group()
    return f"\\u{ord(character):04x}" if _HARMFUL.match(character) else character


def _plain(value: Any) -> Any:
    """Dates as ISO text, decimals as numbers, everything else that JSON lacks as text."""
    if isinstance(value, Decimal):
        return float(value)
    return value.isoformat() if isinstance(value, date | time) else str(value)
