"""The SQL files of this package: one statement a file, read as they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "sql"


@dataclass(frozen=True, slots=True)
class Check:
    """A rule over the warehouse: the SELECT of its offenders (document_id, page, bbox, message)."""

    rule: str
    severity: str
    meaning: str
    sql: str


@cache
def sql(name: str) -> str:
    """The text of `sql/<name>.sql`."""
    return (FOLDER / f"{name}.sql").read_text(encoding="utf-8").strip().rstrip(";")


@cache
def checks() -> tuple[Check, ...]:
    """Every rule of `sql/checks`, by its file's name; severity and meaning stand in its first two lines."""
    found = []
    for path in sorted((FOLDER / "checks").glob("*.sql")):
        text = path.read_text(encoding="utf-8")
        head = re.match(r"-- severity: (info|warning|error)\n-- (.+)\n", text)
        if head is None:
            raise ValueError(f"{path.name}: the first two lines must be '-- severity: ...' and its meaning")
        found.append(Check(path.stem, head[1], head[2], text.strip()))
    return tuple(found)
