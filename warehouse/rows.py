"""From a canonical document to the rows of the fact tables, each with a key that re-reading the report keeps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol

from extractors.document import Document, Narrative

Row = dict[str, Any]


class Classifier(Protocol):
    """What a text is about, by the vocabulary; the module `extractors.values.classify` is one."""

    def theme(self, text: str) -> str:
        """The theme of a piece of information."""

    def activity_kind(self, text: str) -> str:
        """The kind of an activity."""


def fact_rows(document: Document, classifier: Classifier) -> dict[str, list[Row]]:
    """The rows of every fact table by its name, without document_id."""
    rows: dict[str, Iterable[Row]] = {
        "reports": [_head(document)],
        "dissemination": (_plain(d) | {"theme": classifier.theme(d.information)} for d in document.dissemination),
        "social_media": map(_plain, document.social_media),
        "activities": (_plain(a) | {"kind": classifier.activity_kind(a.text)} for a in document.activities),
        "statements": map(_plain, document.statements),
        "photos": _listed(_plain(photo) for photo in document.photos),
        "legal_basis": _listed({"text": text} for text in document.legal_basis),
        "follow_up": _listed({"text": text} for text in document.narrative.follow_up),
        "narrative": _parts(document.narrative),
        "findings": map(_plain, document.findings),
    }
    return {name: _keyed(name, facts) for name, facts in rows.items()}


_KEYS: dict[str, Callable[[Row], str]] = {
    "reports": lambda row: "laporan",
    "dissemination": lambda row: str(row["seq"]),
    "social_media": lambda row: "/".join(
        str(part) for part in (row["content_type"], row["platform"], row["month"]) if part is not None
    ),
    "activities": lambda row: f"{row['sector']}/{row['seq']}",
    "statements": lambda row: str(row["kind"]),
    "photos": lambda row: str(row["seq"]),
    "legal_basis": lambda row: str(row["seq"]),
    "follow_up": lambda row: str(row["seq"]),
    "narrative": lambda row: str(row["part"]),
    "findings": lambda row: str(row["rule"]),
}


def _keyed(name: str, rows: Iterable[Row]) -> list[Row]:
    """The rows with their row_key; a key that comes again gets `#2`, `#3` ..."""
    seen: Counter[str] = Counter()
    keyed = []
    for row in rows:
        key = _KEYS[name](row)
        seen[key] += 1
        keyed.append({"row_key": key if seen[key] == 1 else f"{key}#{seen[key]}"} | row)
    return keyed


def _plain(record: Any) -> Row:
    """A dataclass with slots as a dict; `asdict` would copy every value deeply."""
    return {name: getattr(record, name) for name in record.__slots__}


def _head(document: Document) -> Row:
    head = _plain(document.report)
    return {name: head[name] for name in head if name not in ("satker_code", "satker_name", "year", "quarter")}


def _listed(rows: Iterable[Row]) -> Iterator[Row]:
    return ({"seq": seq} | row for seq, row in enumerate(rows, start=1))


def _parts(narrative: Narrative) -> Iterator[Row]:
    """One row for each part of the prose that is there."""
    for part in ("evaluation", "challenges", "conclusion", "suggestion"):
        text = getattr(narrative, part)
        if text is not None:
            yield {"part": part, "text": text}
