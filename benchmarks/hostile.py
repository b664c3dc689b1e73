"""A pass over every hostile sample with 24 good reports among them: how each ended, and what it took."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import psutil

from benchmarks.measure import ROOT, SHARED, resident, table

SAMPLES = SHARED / "corpus" / "hostile"
GOOD = 24
SAMPLE = 0.1
"""Seconds between two looks at the memory."""


def section() -> str:
    """The pass's end, time and memory, and what each sample was to be and became."""
    with (SAMPLES / "manifest.csv").open(encoding="utf-8", newline="") as file:
        samples = list(csv.DictReader(file))
    good = sorted((SHARED / "corpus" / "reports").glob("*.pdf"))[:GOOD]
    with tempfile.TemporaryDirectory() as folder:
        seconds, peak, said = _pass_over(Path(folder), [*good, *(SAMPLES / sample["file"] for sample in samples)])
    # A good report with a second copy among the samples is loaded under whichever of its two names comes first.
    missing = [path.name for path in good if not said.get(path.name, "").startswith(("diterima", "sudah ada"))]
    rows = [(sample["file"], sample["expected"], said.get(sample["file"], "nothing was said")) for sample in samples]
    return (
        f"{len(good) - len(missing)} of {len(good)} good reports loaded in {seconds:.0f} s with two processes"
        f"{''.join(f'; not {name}: {said.get(name)}' for name in missing)}; all processes together took at most "
        f"{peak:.0f} MB.\n\n{table(['sample', 'expected', 'became'], rows)}"
    )


def _pass_over(data: Path, files: Sequence[Path]) -> tuple[float, float, dict[str, str]]:
    """Seconds, the most megabytes of all processes together, and what was said of each file."""
    (data / "intake").mkdir()
    for path in files:
        (data / "intake" / path.name).write_bytes(path.read_bytes())
    environment = os.environ | {"REKAP_DATA": str(data), "REKAP_PROCESSES": "2"}
    start, peak = time.perf_counter(), 0.0
    with (data / "said.txt").open("w+", encoding="utf-8") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "flows", "run"], cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
        while process.poll() is None:
            peak = max(peak, resident(psutil.Process(process.pid)))
            time.sleep(SAMPLE)
        output.seek(0)
        lines = [line.rstrip().partition(": ") for line in output]
    return time.perf_counter() - start, peak, {name: rest for name, _, rest in lines}
