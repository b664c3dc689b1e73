"""What a pass did: one line a file and a summary, in Indonesian."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Outcome = Literal["loaded", "duplicate", "refused", "waiting", "skipped", "failed"]
"""What became of a file.

loaded: taken in, also when it waits for approval; duplicate: known already, nothing changed; refused: in quarantine;
waiting: still being copied, left for the next pass; skipped: no ordinary file; failed: an error of ours, to be tried
again.
"""

LABELS: dict[Outcome, str] = {
    "loaded": "diterima",
    "duplicate": "sudah ada",
    "refused": "ditolak",
    "waiting": "masih disalin",
    "skipped": "dilewati",
    "failed": "gagal",
}
"""How an outcome is shown."""


@dataclass(frozen=True, slots=True)
class FileLine:
    """What became of one file of the intake folder."""

    filename: str
    outcome: Outcome
    message: str
    sha256: str | None = None
    reason: str | None = None
    """The code of a refusal."""
    findings: int = 0
    doubts: int = 0


@dataclass(frozen=True, slots=True)
class PassResult:
    """A finished pass: a line for each file in the order of work, and the snapshot that stands published now."""

    lines: tuple[FileLine, ...]
    snapshot: str
    remarks: tuple[str, ...] = ()
    """What else the user should know, in Indonesian."""

    @property
    def counts(self) -> Counter[str]:
        """How many files had each outcome."""
        return Counter(line.outcome for line in self.lines)


Progress = Callable[[int, int, FileLine | None], None]
"""Told after each file: how many are done, of how many, and the line of the one just done (None at the start)."""


def unwatched(done: int, total: int, line: FileLine | None) -> None:
    """Nobody watches."""
