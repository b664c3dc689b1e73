"""The canonical document: one report as facts, each with its page and rectangle.

The dataclasses mirror section 3 of the public contract (schema_version 1) field by field;
`to_json` and `from_json` convert to and from that JSON without loss.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from extractors.geometry import Box

SCHEMA_VERSION = 1
"""Version of the JSON layout; a change of meaning raises it."""


@dataclass(frozen=True, slots=True)
class Source:
    """The file a document was read from; `text_layer` is "digital", "ocr" or "mixed"."""

    filename: str
    sha256: str
    pages: int
    text_layer: str = "digital"


def sha256_of(path: Path) -> str:
    """The hex digest of a file's bytes: what a source is known by."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


@dataclass(frozen=True, slots=True)
class ReportHead:
    """Whose report it is and for which quarter, with title and signature block."""

    satker_code: str
    satker_name: str
    year: int
    quarter: int
    title: str | None = None
    report_place: str | None = None
    report_date: date | None = None
    signatory_name: str | None = None
    signatory_role: str | None = None
    signatory_nip: str | None = None


@dataclass(frozen=True, slots=True)
class Dissemination:
    """One row of 'Data Informasi Kepemiluan yang disebarluaskan'."""

    seq: int
    number: str | None
    date_text: str
    date_start: date | None
    date_end: date | None
    information: str
    media_text: str
    channels: tuple[str, ...]
    page: int
    bbox: Box
    doubt: str | None = None


@dataclass(frozen=True, slots=True)
class SocialMedia:
    """One cell of 'Rekapitulasi Media Sosial'; `posts` is None when empty or not exact."""

    content_type: str
    content_label: str
    platform: str
    posts: int | None
    posts_text: str
    month: int | None
    page: int
    bbox: Box
    doubt: str | None = None


@dataclass(frozen=True, slots=True)
class Activity:
    """One meeting or event; `sector` is "pemerintah" or "non_pemerintah"."""

    sector: str
    seq: int
    number: str | None
    text: str
    date_text: str | None
    date_start: date | None
    date_end: date | None
    venue: str | None
    page: int
    bbox: Box
    doubt: str | None = None


@dataclass(frozen=True, slots=True)
class Photo:
    """A captioned photo."""

    caption: str
    date: date | None
    page: int


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure stated in prose; `kind` is "total_disseminated"."""

    kind: str
    value: int
    text: str
    page: int


@dataclass(frozen=True, slots=True)
class Narrative:
    """The report's prose by part; None where a part is absent."""

    evaluation: str | None = None
    challenges: str | None = None
    follow_up: tuple[str, ...] = ()
    conclusion: str | None = None
    suggestion: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not add up; `severity` is "info", "warning" or "error"."""

    rule: str
    severity: str
    message: str
    page: int | None = None
    bbox: Box | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One accepted report with all its facts."""

    source: Source
    report: ReportHead
    dissemination: tuple[Dissemination, ...] = ()
    social_media: tuple[SocialMedia, ...] = ()
    activities: tuple[Activity, ...] = ()
    photos: tuple[Photo, ...] = ()
    statements: tuple[Statement, ...] = ()
    legal_basis: tuple[str, ...] = ()
    narrative: Narrative = field(default_factory=Narrative)
    findings: tuple[Finding, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Section 3's object, ready for `json.dumps`."""
        return {"schema_version": SCHEMA_VERSION, **_plain(asdict(self))}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Document:
        """The document that `to_json` gave; raises KeyError or ValueError on another layout."""
        if data["schema_version"] != SCHEMA_VERSION:
            raise ValueError(f"schema_version {data['schema_version']} is not {SCHEMA_VERSION}")
        lists = {
            "dissemination": Dissemination,
            "social_media": SocialMedia,
            "activities": Activity,
            "photos": Photo,
            "statements": Statement,
            "findings": Finding,
        }
        return cls(
            source=_record(Source, data["source"]),
            report=_record(ReportHead, data["report"]),
            legal_basis=tuple(data["legal_basis"]),
            narrative=_record(Narrative, data["narrative"]),
            **{name: tuple(_record(kind, row) for row in data[name]) for name, kind in lists.items()},
        )


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that is not taken in; `reason` is a code of the contract's section 5, `message` Indonesian."""

    source: Source
    reason: str
    message: str

    def to_json(self) -> dict[str, Any]:
        """The object `rekap extract` prints for a refused file."""
        return {
            "schema_version": SCHEMA_VERSION,
            "source": asdict(self.source),
            "refused": {"reason": self.reason, "message": self.message},
        }


Record = TypeVar("Record")
_DATES = {"report_date", "date_start", "date_end", "date"}


def _record(kind: type[Record], row: Mapping[str, Any]) -> Record:
    """An instance of the dataclass `kind` from its JSON object; unknown keys are an error."""
    names = {f.name for f in fields(kind)}  # type: ignore[arg-type]
    if unknown := set(row) - names:
        raise ValueError(f"{kind.__name__}: unknown fields {sorted(unknown)}")
    return kind(**{name: _value(name, value) for name, value in row.items()})


def _value(name: str, value: Any) -> Any:
    """JSON's value as the dataclass holds it: dates as `date`, lists as tuples."""
    if name in _DATES and value is not None:
        return date.fromisoformat(value)
    return tuple(value) if isinstance(value, list) else value


def _plain(value: Any) -> Any:
    """`value` with dates as ISO strings, tuples as lists, boxes rounded to 0.01 point."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return round(value, 2) if isinstance(value, float) else value
