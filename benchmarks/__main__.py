"""Runs the benchmarks, `python -m benchmarks [SECTION...]`, and keeps each section in results.md when it is done."""

from __future__ import annotations

import argparse
import importlib
import os
import platform
import re
import subprocess
import sys
import time
from datetime import date
from importlib.metadata import version
from pathlib import Path

from benchmarks.measure import PEER_PYTHON, ROOT, SHARED, rekap, run

SCRIPTS = {
    "growth": ("Growth of the warehouse", ["benchmarks/warehouse_growth.py"]),
    "faults": ("Killed at random", ["-m", "benchmarks.faults", "--kills", "100"]),
    "soak": ("Half an hour of service", ["-m", "benchmarks.soak", "--minutes", "30"]),
}
"""Sections that are programs of their own and print what they found."""

TITLES = {
    "start": "Start",
    "reports": "Reports",
    "tables": "Tables",
    "line": "The line",
    "hostile": "A hostile intake",
    **{name: title for name, (title, _) in SCRIPTS.items()},
}
"""Every section, in the order of the results."""

RESULTS = Path(__file__).parent / "results.md"
HEADING = (
    "# Benchmarks\n\nWritten by `make bench`. Read the ratios: in a section every tool ran on the same machine over "
    "the same files, start-up included."
)


def main() -> None:
    """Measure, print and keep."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sections", nargs="*", metavar="SECTION", help=f"of {', '.join(TITLES)}; all without")
    chosen = parser.parse_args().sections or list(TITLES)
    if unknown := set(chosen) - set(TITLES):
        parser.error(f"no section {', '.join(sorted(unknown))}")
    if not SHARED.exists():
        sys.exit(f"The public corpus is not there: {SHARED}")
    if {"reports", "tables"} & set(chosen):
        prepare_peers()
    for name in chosen:
        keep(name, _measured(name))


def prepare_peers() -> None:
    """The peers in an environment of their own."""
    if not PEER_PYTHON.exists():
        subprocess.run([sys.executable, "-m", "venv", PEER_PYTHON.parent.parent], check=True)
    wanted = ROOT / "benchmarks" / "requirements.txt"
    subprocess.run([PEER_PYTHON, "-m", "pip", "install", "-q", "-r", wanted], check=True, stderr=subprocess.DEVNULL)


def keep(name: str, text: str) -> None:
    """Put a section into the results in the place of its older figures."""
    old = RESULTS.read_text(encoding="utf-8") if RESULTS.exists() else ""
    parts = {part.split("\n", 1)[0]: part.strip() for part in re.split(r"^## ", old, flags=re.MULTILINE)[1:]}
    parts[TITLES[name]] = f"{TITLES[name]}\n\n{text}"
    sections = [f"## {parts[title]}" for title in TITLES.values() if title in parts]
    RESULTS.write_text("\n\n".join([HEADING, *sections]) + "\n", encoding="utf-8")


def start() -> str:
    """How long the program takes to answer."""
    costs = sorted((rekap("--help") for _ in range(5)), key=lambda cost: cost.wall)
    return f"`rekap --help`: {costs[2].wall:.2f} s of wall time, {costs[2].cpu:.2f} s of processor time (median of 5)."


def _measured(name: str) -> str:
    """One section, printed as soon as it is there, with when and on what it was measured."""
    began, load = time.perf_counter(), os.getloadavg()[0]
    if name in SCRIPTS:
        text = run([sys.executable, *SCRIPTS[name][1]]).output.strip()
    else:
        text = start() if name == "start" else importlib.import_module(f"benchmarks.{name}").section()
    where = (
        f"rekap {version('rekap')}, Python {platform.python_version()}, {os.cpu_count()} cores, load {load:.1f} before"
    )
    text = f"Measured on {date.today()} in {time.perf_counter() - began:.0f} s ({where}).\n\n{text}"
    print(f"## {TITLES[name]}\n\n{text}\n", flush=True)
    return text


if __name__ == "__main__":
    main()
