"""Reading many files outside the warehouse: in parallel, each one guarded, in the order they were given."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from extractors.document import sha256_of
from flows.guard import Guard, Job, ReaderDied, refuse_dead
from flows.settings import Settings


def read_all(reader: str, options: object, files: Sequence[Path], settings: Settings) -> Iterator[dict[str, Any]]:
    """The JSON object of each file; `reader` is a dotted name as `Guard` takes it."""
    processes = min(settings.processes, len(files))
    with tempfile.TemporaryDirectory(prefix="rekap-") as folder, ThreadPoolExecutor(processes) as threads:
        place = Path(folder)
        spare = settings.processes // processes  # a lone document may use what would be idle
        with Guard(reader, options, settings.limits, processes, place / "reader.log", threads=spare) as guard:
            jobs = [_job(file, place / f"{number}.json") for number, file in enumerate(files)]
            started = {job.target: threads.submit(read_patiently, guard, job) for job in largest_first(jobs)}
            for job in jobs:
                result = started[job.target].result()
                yield json.loads(result.read_text(encoding="utf-8"))
                result.unlink()


def largest_first(jobs: Iterable[Job]) -> list[Job]:
    """The jobs by size: were a long scan read last, the other processes would wait for it."""
    return sorted(jobs, key=lambda job: job.source.stat().st_size, reverse=True)


def _job(file: Path, target: Path) -> Job:
    """What the guard has to know of a file."""
    return Job(sha256=sha256_of(file), source=file.absolute(), filename=file.name, target=target)


def read_patiently(guard: Guard, job: Job) -> Path:
    """The JSON of a document; read once more when a child died: it may have been the neighbour's memory."""
    try:
        return guard.read(job)
    except ReaderDied:
        pass
    try:
        return guard.read(job)
    except ReaderDied as died:
        return refuse_dead(job, died)
