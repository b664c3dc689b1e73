"""The steps of the line for one file, without Prefect.

`flows.line.flow` decides what runs where and what is tried again.

The order is what makes a pass safe to kill: the original is in the archive before it is read, its facts are in the
warehouse before its letter is written, and only then does the file leave the intake folder. Each step can be done
twice.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from extractors.document import Document, Refusal, Source
from flows.intake import inbox, quarantine
from flows.intake.inbox import Archived, Dropped
from flows.line.outcome import FileLine
from flows.reading.guard import Guard, Job, remarks_file
from flows.settings import Settings


class Ledger(Protocol):
    """The warehouse as a pass sees it."""

    def accepted(self, sha256: str) -> bool:
        """Whether a document of these bytes has been taken in."""

    def accept(self, document: Document, archived: Archived) -> str:
        """Load a report in one transaction; a remark in Indonesian ('' when there is nothing to say)."""

    def refuse(self, refusal: Refusal, archived: Archived) -> None:
        """Record a refused file in one transaction."""

    def roll_up(self) -> None:
        """Make the marts."""

    def publish(self) -> str:
        """Publish what has changed; the name of the snapshot that stands now."""

    def findings(self, documents: Sequence[str]) -> list[dict[str, Any]]:
        """The findings of these documents as published, with the place of the original."""

    def coverage(self) -> list[dict[str, Any]]:
        """Every satker's standing in the newest quarters."""


@dataclass(frozen=True, slots=True)
class Bench:
    """What the steps work with during one pass."""

    settings: Settings
    guard: Guard
    ledger: Ledger


def work_folder(settings: Settings) -> Path:
    """Where the JSON of a document waits for being loaded; emptied by each pass."""
    return settings.data / "work"


def receive(file: Dropped, settings: Settings) -> Archived:
    """Intake: the file's bytes in the archive."""
    return inbox.archive_file(file, settings.archive)


def job_for(file: Dropped, archived: Archived, settings: Settings) -> Job:
    """What a child process needs to know to read the document."""
    return Job(archived.sha256, archived.path, file.name, work_folder(settings) / f"{archived.sha256}.json")


def load(file: Dropped, archived: Archived, extracted: Path, bench: Bench) -> FileLine:
    """Load what a child process has read, and say what else it saw in the file."""
    line = finish(file, archived, json.loads(extracted.read_text(encoding="utf-8")), bench)
    remarks = remarks_file(extracted)
    seen = remarks.read_text(encoding="utf-8").splitlines() if remarks.exists() else []
    return replace(line, message="; ".join([line.message, *seen]))


def finish(file: Dropped, archived: Archived, content: dict[str, Any], bench: Bench) -> FileLine:
    """The facts of a report, or its refusal, into the warehouse; then clear the file away."""
    if "refused" in content:
        line = _refuse(file, archived, content, bench)
    else:
        line = _accept(file, archived, Document.from_json(content), bench)
    inbox.remove(file)
    return line


def skip_known(file: Dropped, archived: Archived, settings: Settings) -> FileLine:
    """A file that was taken in before, under this name or another: nothing changes."""
    quarantine.release(settings.quarantine, quarantine.origin_of(file.path, settings.intake))
    inbox.remove(file)
    return FileLine(file.name, "duplicate", "isinya sama dengan berkas yang sudah diterima", archived.sha256)


def _accept(file: Dropped, archived: Archived, document: Document, bench: Bench) -> FileLine:
    """Load a report and take away what was refused under its name."""
    if bench.ledger.accepted(archived.sha256):
        return skip_known(file, archived, bench.settings)
    remark = bench.ledger.accept(document, archived)
    quarantine.release(bench.settings.quarantine, quarantine.origin_of(file.path, bench.settings.intake))
    message = f"{summary(document)}; {remark}" if remark else summary(document)
    return FileLine(
        file.name, "loaded", message, archived.sha256, findings=len(document.findings), doubts=doubts(document)
    )


def _refuse(file: Dropped, archived: Archived, content: dict[str, Any], bench: Bench) -> FileLine:
    """Record a refusal and put the file into quarantine with its letter."""
    source = replace(Source(**content["source"]), filename=file.name)
    refusal = Refusal(source, content["refused"]["reason"], content["refused"]["message"])
    bench.ledger.refuse(refusal, archived)
    settings = bench.settings
    origin = quarantine.origin_of(file.path, settings.intake)
    now = datetime.now(settings.zone)
    refused = quarantine.Refused(origin, refusal.reason, refusal.message, archived.sha256, now)
    quarantine.put(settings.quarantine, refused, archived.path)
    return FileLine(file.name, "refused", refusal.message, archived.sha256, reason=refusal.reason)


def summary(document: Document) -> str:
    """What was found in a report, in one line."""
    head = document.report
    counts = [
        f"{len(document.dissemination)} informasi",
        f"{len(document.social_media)} sel rekap",
        f"{len(document.activities)} kegiatan",
        f"{len(document.findings)} temuan",
    ]
    if doubtful := doubts(document):
        counts.append(f"{doubtful} meragukan")
    return f"{head.satker_name}, triwulan {head.quarter} tahun {head.year}: {', '.join(counts)}"


def doubts(document: Document) -> int:
    """How many facts may have been misread."""
    doubtful = [fact.doubt for fact in document.dissemination]
    doubtful += [fact.doubt for fact in document.social_media]
    doubtful += [fact.doubt for fact in document.activities]
    return len(doubtful) - doubtful.count(None)
