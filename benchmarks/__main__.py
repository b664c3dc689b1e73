"""Runs the benchmarks and writes benchmarks/results.md: `python -m benchmarks [SECTION...]`."""

from __future__ import annotations

import argparse
import importlib
import platform
import subprocess
import sys
import time
from datetime import date
from importlib.metadata import version
from pathlib import Path

from benchmarks.measure import PEER_PYTHON, ROOT, SHARED, rekap, run

SECTIONS = ("start", "reports", "tables", "line", "growth")
SCRIPTS = {"growth": ("Growth of the warehouse", "benchmarks/warehouse_growth.py")}
"""Sections that are programs of their own and print Markdown."""
RESULTS = Path(__file__).parent / "results.md"


def main() -> None:
    """Measure, print and keep."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sections", nargs="*", choices=[*SECTIONS, []], help="only these; results.md is left as it is")
    chosen = parser.parse_args().sections
    if not SHARED.exists():
        sys.exit(f"The public corpus is not there: {SHARED}")
    prepare_peers()
    parts = [_measured(name) for name in chosen or SECTIONS]
    if not chosen:
        RESULTS.write_text("\n\n".join([_heading(), *parts]) + "\n", encoding="utf-8")


def prepare_peers() -> None:
    """The peers in an environment of their own."""
    if not PEER_PYTHON.exists():
        subprocess.run([sys.executable, "-m", "venv", PEER_PYTHON.parent.parent], check=True)
    wanted = ROOT / "benchmarks" / "requirements.txt"
    subprocess.run([PEER_PYTHON, "-m", "pip", "install", "-q", "-r", wanted], check=True, stderr=subprocess.DEVNULL)


def start() -> str:
    """How long the program takes to answer."""
    times = sorted(rekap("--help").wall for _ in range(5))
    return f"## Start\n\n`rekap --help`: {times[2]:.2f} s (median of 5)."


def _measured(name: str) -> str:
    """One section, printed as soon as it is there."""
    began = time.perf_counter()
    if name in SCRIPTS:
        title, script = SCRIPTS[name]
        text = f"## {title}\n\n{run([sys.executable, script]).output.strip()}"
    else:
        text = start() if name == "start" else importlib.import_module(f"benchmarks.{name}").section()
    print(f"{text}\n\n({time.perf_counter() - began:.0f} s)\n", flush=True)
    return text


def _heading() -> str:
    """What was measured, when and on what."""
    return (
        f"# Benchmarks\n\nMeasured on {date.today()} by `make bench` with rekap {version('rekap')}, "
        f"Python {platform.python_version()}, {platform.machine()}. Read the ratios: every tool ran on the same "
        "machine over the same files, start-up included."
    )


if __name__ == "__main__":
    main()
