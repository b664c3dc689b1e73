"""CSV that Excel opens as it is meant: UTF-8 with its mark, and no cell that a spreadsheet takes for a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a text must not begin with where a spreadsheet might take it for a formula."""


def guarded(text: str) -> str:
    """`text` with an apostrophe before what a spreadsheet would run as a formula."""
    return f"'{text}" if text.startswith(RISKY) else text


def cell(value: Any, decimal: str) -> str:
    """One value as CSV text; numbers are ours and stay numbers, text is a report's and is guarded."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return str(value).replace(".", decimal)
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        numbers = all(isinstance(item, float) for item in value)
        return guarded((" " if numbers else ", ").join(cell(item, decimal) if numbers else str(item) for item in value))
    return guarded(str(value).replace("\0", ""))


def write_csv(path: Path, headings: Sequence[str], rows: Iterable[Sequence[Any]], delimiter: str) -> int:
    """Write the rows and return their number. With `;` numbers have a decimal comma, as where `;` is usual."""
    decimal = "," if delimiter == ";" else "."
    count = 0
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=delimiter)
        writer.writerow(headings)
        for row in rows:
            writer.writerow([cell(value, decimal) for value in row])
            count += 1
    return count
