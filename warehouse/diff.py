"""What one submission changed against another, fact by fact; pure over two documents of section 3."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

import duckdb
from rapidfuzz.fuzz import ratio

from extractors.document import Document
from warehouse.errors import WarehouseError
from warehouse.load import extraction
from warehouse.rows import Row, fact_rows

_IGNORED = {"seq", "row_key", "page", "bbox", "theme", "kind"}
"""Not what a report says: where it stands and what the vocabulary makes of it."""
_ALIGNED: Mapping[str, Callable[[Row], str]] = {
    "dissemination": lambda row: f"{row['date_text']} {row['information']}",
    "activities": lambda row: f"{row['sector']} {row['text']}",
    "photos": lambda row: str(row["caption"]),
    "legal_basis": lambda row: str(row["text"]),
    "follow_up": lambda row: str(row["text"]),
}
"""Tables whose rows have an order and no name of their own: aligned by what they say."""
_KEYED = ("reports", "social_media", "statements", "narrative")
_SIMILAR = 60.0


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: `kind` is "ditambah", "dihapus" or "diubah" (then `field`, `old` and `new` are set)."""

    table: str
    kind: str
    row: str
    field: str | None = None
    old: Any = None
    new: Any = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Submission:
    """A document of the ledger."""

    document_id: str
    revision: int
    status: str
    filename: str
    extractor_version: str


@dataclass(frozen=True, slots=True)
class Diff:
    """What `new` changed against `old`."""

    old: Submission
    new: Submission
    changes: tuple[Change, ...]


def diff(
    con: duckdb.DuckDBPyConnection,
    satker_code: str,
    year: int,
    quarter: int,
    old_revision: int | None = None,
    new_revision: int | None = None,
) -> Diff:
    """Compare two submissions of a satker's quarter (default: the newest with the one before it)."""
    found = submissions(con, satker_code, year, quarter)
    if len(found) < 2:
        raise WarehouseError(
            f"Satker {satker_code} baru mengirim {len(found)} laporan untuk triwulan {quarter} tahun {year}; "
            "tidak ada yang dibandingkan."
        )
    new = _chosen(found, max(found) if new_revision is None else new_revision)
    old = _chosen(found, max(new.revision - 1, 1) if old_revision is None else old_revision)
    changes = compare(
        extraction(con, old.document_id, old.extractor_version), extraction(con, new.document_id, new.extractor_version)
    )
    return Diff(old, new, tuple(changes))


def compare(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    """Every difference between two documents in their JSON form."""
    before, after = _rows(old), _rows(new)
    for table in _KEYED:
        yield from _compare_keyed(table, before[table], after[table])
    for table, name in _ALIGNED.items():
        yield from _compare_aligned(table, before[table], after[table], name)


def submissions(con: duckdb.DuckDBPyConnection, satker_code: str, year: int, quarter: int) -> dict[int, Submission]:
    """The accepted documents of a satker's quarter by revision."""
    rows = con.execute(
        "SELECT document_id, revision, status, filename, extractor_version FROM ledger.documents "
        "WHERE satker_code = ? AND year = ? AND quarter = ? AND status <> 'refused' ORDER BY revision",
        [satker_code, year, quarter],
    ).fetchall()
    return {row[1]: Submission(*row) for row in rows}


def _chosen(found: Mapping[int, Submission], revision: int) -> Submission:
    if revision not in found:
        raise WarehouseError(f"Kiriman ke-{revision} tidak ada; yang ada: 1 sampai {max(found)}.")
    return found[revision]


class _Unclassified:
    """Themes and kinds are no part of a comparison."""

    def theme(self, text: str) -> str:
        return ""

    def activity_kind(self, text: str) -> str:
        return ""


def _rows(document: Mapping[str, Any]) -> dict[str, list[Row]]:
    return fact_rows(Document.from_json(document), _Unclassified())


def _compare_keyed(table: str, before: Sequence[Row], after: Sequence[Row]) -> Iterator[Change]:
    """Rows that have a name: the recap's cells, the report's head."""
    old, new = ({row["row_key"]: row for row in rows} for rows in (before, after))
    for key in old | new:
        if key not in new:
            yield Change(table, "dihapus", key, page=old[key].get("page"))
        elif key not in old:
            yield Change(table, "ditambah", key, page=new[key].get("page"))
        else:
            yield from _compare_rows(table, key, old[key], new[key])


def _compare_aligned(
    table: str, before: Sequence[Row], after: Sequence[Row], name: Callable[[Row], str]
) -> Iterator[Change]:
    """Rows that only have an order: equal ones first, then the most similar ones within each gap."""
    matcher = SequenceMatcher(None, [name(row) for row in before], [name(row) for row in after], autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            pairs = list(zip(before[i1:i2], after[j1:j2], strict=True))
        else:
            pairs = _similar(before[i1:i2], after[j1:j2], name)
        taken = {id(row) for pair in pairs for row in pair}
        for old, new in pairs:
            yield from _compare_rows(table, _short(name(new)), old, new)
        for kind, rows in (("dihapus", before[i1:i2]), ("ditambah", after[j1:j2])):
            for row in rows:
                if id(row) not in taken:
                    yield Change(table, kind, _short(name(row)), page=row.get("page"))


def _similar(before: Sequence[Row], after: Sequence[Row], name: Callable[[Row], str]) -> list[tuple[Row, Row]]:
    """Pairs in order, each old row with the most similar new row that is left."""
    pairs, start = [], 0
    for old in before:
        scores = [(ratio(name(old), name(new)), -place) for place, new in enumerate(after[start:], start)]
        best, place = max(scores, default=(0.0, 0))
        if best >= _SIMILAR:
            pairs.append((old, after[-place]))
            start = 1 - place
    return pairs


def _compare_rows(table: str, row: str, old: Row, new: Row) -> Iterator[Change]:
    for field in new:
        if field not in _IGNORED and old[field] != new[field]:
            yield Change(table, "diubah", row, field, old[field], new[field], new.get("page"))


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:79] + "…"
