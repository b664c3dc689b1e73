"""The long fault harness: kill a pass at random moments, run a normal one, compare what is published.

`python -m benchmarks.faults --kills 100` takes some 20 s a kill. Each round begins with a fresh data folder and the
same reports, kills the pass (alone, or with all its children as a power cut does) at a random moment, sometimes more
than once, and then lets a normal pass finish. The content hash must be that of an undisturbed pass, every time.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import duckdb

from warehouse.content import content_hash
from warehouse.publish import current_name
from warehouse.records.marts import MARTS

CORPUS = Path(__file__).parents[2] / "shared" / "corpus" / "reports"
REKAP = [sys.executable, "-c", "from flows.cli import main; main()", "run"]


@dataclass(frozen=True, slots=True)
class Killed:
    """One kill: after how many seconds, what stood then, whether the pass had ended before."""

    after: float
    stage: str
    everything: bool


def main() -> int:
    """Run the harness; 1 when a single hash differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--reports", type=int, default=8)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    reports = [path for path in sorted(CORPUS.glob("*.pdf")) if path.stat().st_size < 1_000_000][: options.reports]
    if len(reports) < options.reports:
        print(f"needs {options.reports} reports in {CORPUS}")
        return 2
    with tempfile.TemporaryDirectory(prefix="rekap-faults-") as folder:
        return harness(Path(folder), reports, options.kills, chance)


def harness(folder: Path, reports: list[Path], kills: int, chance: random.Random) -> int:
    """Kill until `kills` have been made; says how each round went."""
    start = time.monotonic()
    data = fresh(folder / "undisturbed", reports)
    if not run(data):
        print("the undisturbed pass failed")
        return 2
    expected, length = published(data), time.monotonic() - start
    print(f"undisturbed: {length:.1f} s, {expected[:16]}", flush=True)
    stages: Counter[str] = Counter()
    rounds = wrong = made = 0
    while made < kills:
        data = fresh(folder / "round", reports)
        for _ in range(chance.choice((1, 1, 2))):
            killed = kill(data, chance.uniform(0, length), everything=chance.random() < 0.5)
            made += killed is not None
            stages[killed.stage if killed else "ended before"] += 1
        ended = run(data)
        rounds += 1
        same = ended and published(data) == expected and not any((data / "intake").iterdir())
        wrong += not same
        print(f"{made}/{kills} {killed} {'same' if same else 'DIFFERENT'}", flush=True)
    print(f"{made} kills in {rounds} rounds, {wrong} different; stages: {dict(stages)}")
    return int(wrong > 0)


def fresh(data: Path, reports: list[Path]) -> Path:
    """A new data folder with the reports in its intake folder."""
    shutil.rmtree(data, ignore_errors=True)
    (data / "intake").mkdir(parents=True)
    for report in reports:
        shutil.copy2(report, data / "intake" / report.name)
    return data


def run(data: Path) -> bool:
    """A normal pass, and whether it ended well; what it says on standard error is shown."""
    return subprocess.run([*REKAP, "--data", data], check=False, stdout=subprocess.DEVNULL).returncode == 0


def kill(data: Path, after: float, *, everything: bool) -> Killed | None:
    """A pass that is killed, alone or with all its children; None when it had ended before."""
    silent = subprocess.DEVNULL
    with subprocess.Popen([*REKAP, "--data", data], stdout=silent, stderr=silent, start_new_session=True) as process:
        try:
            process.wait(after)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL) if everything else process.kill()
            return Killed(round(after, 2), stage(data), everything)
    return None


def stage(data: Path) -> str:
    """How far the pass had come."""
    if current_name(data / "published"):
        return "publish"
    if not any((data / "intake").iterdir()):
        return "roll up"
    if (data / "work").exists() and any((data / "work").iterdir()):
        return "load"
    return "extract" if any((data / "archive").glob("??/*.pdf")) else "start"


def published(data: Path) -> str:
    """The content hash of the published tables."""
    name = current_name(data / "published")
    if name is None:
        return ""
    with duckdb.connect(str(data / "published" / name), read_only=True) as con:
        return content_hash(con, "main", MARTS)


if __name__ == "__main__":
    sys.exit(main())
