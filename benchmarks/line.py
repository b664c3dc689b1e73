"""The whole line: passes with nothing to do, over the public reports, over them again; what 514 satker would take."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from benchmarks.measure import Cost, rekap_in, table
from benchmarks.reports import digital, scanned

NATION = 514 * 4
"""Reports a year of every regency and city."""


def section() -> str:
    """The whole section as Markdown."""
    files = digital() + scanned()
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        empty = rekap_in(data, "run", processes=2)
        _drop(files, data)
        full = rekap_in(data, "run", processes=2)
        _drop(files, data)
        again = rekap_in(data, "run", processes=2)
    rows = [
        ["nothing to do", *_figures(empty)],
        [f"{len(files)} reports, 3 of them scanned", *_figures(full)],
        ["the same reports again", *_figures(again)],
    ]
    shown = table(["`rekap run`, two processes, no server running", "wall s", "CPU s", "peak MB"], rows)
    return f"{shown}\n\n{_nation(full, empty, len(files))}"


def _drop(files: list[Path], data: Path) -> None:
    """Put the reports into the intake folder, old enough to count as wholly copied."""
    intake = data / "intake"
    intake.mkdir(exist_ok=True)
    for file in files:
        shutil.copyfile(file, intake / file.name)


def _figures(cost: Cost) -> list[str]:
    """A row's figures."""
    return [f"{cost.wall:.1f}", f"{cost.cpu:.1f}", f"{cost.memory:.0f}"]


def _nation(full: Cost, empty: Cost, reports: int) -> str:
    """What the measured figures mean for the whole country."""
    each = (full.wall - empty.wall) / reports
    return (
        f"A report takes {each:.1f} s of wall time. All 514 regencies and cities, four times a year "
        f"({NATION} reports of this mix): {each * NATION / 3600:.1f} hours a year on this machine, "
        f"{each * 514 / 60:.0f} minutes a quarter."
    )
