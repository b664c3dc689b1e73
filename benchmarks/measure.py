"""Running a command and what it cost."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
"""Where the public corpus is, if it is there: beside the project."""
PEER_PYTHON = ROOT / ".venv-bench" / "bin" / "python"


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took, its children included: seconds of wall time, seconds of processor time, peak megabytes."""

    wall: float
    cpu: float
    memory: float
    output: str


def run(command: Sequence[str | Path], environment: Mapping[str, str] | None = None) -> Cost:
    """Run the command to its end; one that fails ends the benchmark with its own words."""
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            [str(part) for part in command],
            cwd=ROOT,
            env={**os.environ, **(environment or {})},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        text = output.read().decode("utf-8", "replace")
    if process.returncode:
        sys.exit(f"{text}\n{' '.join(map(str, command))}: exit code {process.returncode}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, text)


def rekap(*arguments: str | Path, processes: int = 1) -> Cost:
    """Run `rekap` in a data folder of its own, so that nothing is remembered from run to run."""
    with tempfile.TemporaryDirectory() as data:
        return rekap_in(Path(data), *arguments, processes=processes)


def rekap_in(data: Path, *arguments: str | Path, processes: int = 1) -> Cost:
    """Run `rekap` in the data folder `data`."""
    environment = {"REKAP_DATA": str(data), "REKAP_PROCESSES": str(processes)}
    return run([sys.executable, "-m", "flows", *arguments], environment)


def table(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A Markdown table; the first column is text, the others are figures."""
    lines = [columns, ["---", *["---:"] * (len(columns) - 1)], *rows]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)


def resident(process: psutil.Process) -> float:
    """Megabytes of a process with all its children; shared pages are counted in each."""
    total = 0
    for one in (process, *process.children(recursive=True)):
        try:
            total += one.memory_info().rss
        except psutil.NoSuchProcess:
            continue
    return total / (1 << 20)
