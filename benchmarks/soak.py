"""The service for half an hour while files are dropped in at random: does memory grow, is each file dealt with in time?

`python -m benchmarks.soak --minutes 30`. Files come whole, copied slowly, renamed when they are whole, a second time
under another name, and hostile. Told at the end: the longest time from a file being whole to its leaving the intake
folder, the resident memory of the idle service early and late, the most that all its processes took together, and how
late the scheduled runs began.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import httpx
import psutil

from benchmarks.measure import ROOT, SHARED, resident, table

ZONE = ZoneInfo("Asia/Pontianak")
PAUSE = (5.0, 40.0)
"""Seconds between two drops."""
PATIENCE = 60.0
"""Seconds within which a whole file must be dealt with."""
SAMPLE = 1.0
GROWTH = 1.1
"""How much more memory the idle service may take late than early."""
MEGABYTE = 2**20
SERVICE_FILE = "prefect/server.json"
"""Where in the data folder the service writes down its address."""

Drop = Callable[[Path, bytes, str], None]


@dataclass(slots=True)
class Soak:
    """What was seen: when each file was whole and when it had gone, and the memory over time (seconds, MB)."""

    intake: Path
    whole: dict[str, float] = field(default_factory=dict)
    gone: dict[str, float] = field(default_factory=dict)
    memory: list[tuple[float, float]] = field(default_factory=list)
    kinds: dict[str, str] = field(default_factory=dict)

    def waiting(self) -> list[str]:
        """Files that are still in the intake folder."""
        return [name for name in self.whole if name not in self.gone]

    def look(self, service: psutil.Process) -> None:
        """One sample."""
        now = time.monotonic()
        for name in self.waiting():
            if not (self.intake / name).exists():
                self.gone[name] = now
        self.memory.append((now, resident(service)))


def main() -> int:
    """Run the soak; 1 when a file waited too long, memory grew or a scheduled run was late."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="rekap-soak-") as folder:
        data, chance = Path(folder), random.Random(options.seed)
        nightly = datetime.now(ZONE) + timedelta(minutes=options.minutes / 2)
        with _service(data, nightly) as service:
            soak = Soak(data / "intake")
            _drop_for(options.minutes * 60, soak, service, chance)
            late = scheduled_runs(data)
        return _report(soak, late)


def _drop_for(seconds: float, soak: Soak, service: psutil.Process, chance: random.Random) -> None:
    """Drop files until the time is up, then wait for the last ones; a sample every second."""
    end, samples = time.monotonic() + seconds, _samples()
    following = 0.0
    while time.monotonic() < end or (soak.waiting() and time.monotonic() < end + PATIENCE):
        soak.look(service)
        if following <= time.monotonic() < end - PATIENCE:
            kind, name, content = samples(chance)
            threading.Thread(target=_drop, args=(soak, kind, name, content), daemon=True).start()
            following = time.monotonic() + chance.uniform(*PAUSE)
        time.sleep(SAMPLE)


def _samples() -> Callable[[random.Random], tuple[str, str, bytes]]:
    """Gives the next file: how it comes, its name and its bytes, all of them different but for duplicates."""
    reports = [path for path in sorted((SHARED / "corpus/reports").glob("*.pdf")) if path.stat().st_size < MEGABYTE]
    hostile = sorted(path for path in (SHARED / "corpus/hostile").iterdir() if path.suffix == ".pdf")
    given: list[bytes] = []

    def following(chance: random.Random) -> tuple[str, str, bytes]:
        kind = chance.choice(("whole", "slow", "renamed", "duplicate", "hostile"))
        source = chance.choice(hostile if kind == "hostile" else reports)
        content = source.read_bytes() + (f"\n% {len(given)}\n".encode() if source.stat().st_size else b"")
        if kind == "duplicate" and given:
            content = chance.choice(given)
        given.append(content)
        return kind, f"{len(given):03d} {source.name}", content

    return following


def _drop(soak: Soak, kind: str, name: str, content: bytes) -> None:
    """Put one file into the intake folder in its way, and note when it was whole."""
    target = soak.intake / name
    soak.kinds[name] = kind
    if kind == "renamed":
        draft = target.with_suffix(".part")
        draft.write_bytes(content)
        time.sleep(3)
        draft.rename(target)
    elif kind == "slow":
        with target.open("wb") as file:
            for start in range(0, len(content), 1 + len(content) // 20):
                file.write(content[start : start + 1 + len(content) // 20])
                file.flush()
                time.sleep(0.5)
    else:
        target.write_bytes(content)
    soak.whole[name] = time.monotonic()


@contextmanager
def _service(data: Path, nightly: datetime) -> Iterator[psutil.Process]:
    """`rekap serve` on a free port, stopped by SIGTERM at the end."""
    (data / "intake").mkdir()
    told = {
        "REKAP_SERVER_PORT": "0",
        "REKAP_SCHEDULE_NIGHTLY": f"{nightly:%H:%M}:00",
        "REKAP_SCHEDULE_NOTICES": f"{nightly + timedelta(minutes=1):%H:%M}:00",
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "flows", "serve", "--data", data],
        cwd=ROOT, env=os.environ | told, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT,
    )  # fmt: skip
    try:
        while not (data / SERVICE_FILE).exists() and process.poll() is None:
            time.sleep(0.2)
        yield psutil.Process(process.pid)
    finally:
        process.send_signal(signal.SIGTERM)
        print(f"stopped with exit code {process.wait(60)}")


def scheduled_runs(data: Path) -> list[tuple[str, float]]:
    """The runs that the schedule began, each with how many seconds late."""
    url = json.loads((data / SERVICE_FILE).read_text(encoding="utf-8"))["url"]
    found = httpx.post(f"{url}/flow_runs/filter", json={"sort": "EXPECTED_START_TIME_ASC"}).json()
    return [
        (run["name"].split()[0], run["estimated_start_time_delta"])
        for run in found
        if run["auto_scheduled"] and run["start_time"]
    ]


def _report(soak: Soak, late: list[tuple[str, float]]) -> int:
    """Tell what was seen; 1 where it is not as it must be."""
    start = soak.memory[0][0]
    lowest: dict[int, float] = {}
    for moment, size in soak.memory:
        minute = int((moment - start) // 60)
        lowest[minute] = min(size, lowest.get(minute, size))
    idle = [size for _, size in sorted(lowest.items())]
    third = max(1, len(idle) // 3)
    early, end = statistics.median(idle[1 : third + 1]), statistics.median(idle[-third:])
    waits = {name: soak.gone[name] - moment for name, moment in soak.whole.items() if name in soak.gone}
    rows = []
    for kind in sorted(set(soak.kinds.values())):
        took = [seconds for name, seconds in waits.items() if soak.kinds[name] == kind]
        rows.append(
            [kind, len(took), f"{statistics.median(took):.0f}", f"{max(took):.0f}"] if took else [kind, 0, "", ""]
        )
    print(table(["how it came", "files", "median s", "longest s"], rows))
    print(f"\nNot dealt with: {', '.join(soak.waiting()) or 'none'}.")
    print(
        f"Idle service: {early:.0f} MB in the first third, {end:.0f} MB in the last ({end / early:.2f}); "
        f"with a pass at most {max(size for _, size in soak.memory):.0f} MB in all processes."
    )
    print("Scheduled runs: " + ("; ".join(f"{name} {seconds:.1f} s late" for name, seconds in late) or "none began."))
    slow = any(seconds > PATIENCE for seconds in waits.values()) or bool(soak.waiting())
    return int(slow or end > GROWTH * early or len(late) < 2 or any(seconds > 30 for _, seconds in late))


if __name__ == "__main__":
    sys.exit(main())
