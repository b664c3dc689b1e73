"""What the roll-up must be told: whose reports are expected, and by when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol


class Satker(Protocol):
    """An office that must report; `kind` is "kabupaten" or "kota"."""

    @property
    def code(self) -> str:
        """Its 4-digit Kemendagri code."""

    @property
    def name(self) -> str:
        """Its full name: "KPU Kabupaten Sanggau"."""

    @property
    def short(self) -> str:
        """Its area's name alone: "Sanggau"."""

    @property
    def kind(self) -> str:
        """Whether it is a `kabupaten` or a `kota`."""


@dataclass(frozen=True, slots=True)
class DueException:
    """Another due date for one satker's quarter."""

    satker_code: str
    year: int
    quarter: int
    due_date: date


@dataclass(frozen=True, slots=True)
class WarehouseSettings:
    """Everything beside the ledger that the published numbers depend on."""

    satkers: Sequence[Satker]
    due_days: int = 10
    """Days after the quarter's end on which its report is due."""
    due_exceptions: Sequence[DueException] = ()
    utc_offset_hours: int = 7
    """The office's clock: on which day a report came in. Indonesia has no summer time."""
    memory_limit: str = "1GB"
    keep_snapshots: int = 5
