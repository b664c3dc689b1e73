"""Reading many files outside the warehouse: in parallel, each one guarded, in the order they were given."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

from extractors.document import sha256_of
from flows.reading.guard import Guard, Job, ReaderDied, refuse_dead
from flows.settings import Settings


def read_all(reader: str, options: object, files: Sequence[Path], settings: Settings) -> Iterator[dict[str, Any]]:
    """The JSON object of each file; `reader` is a dotted name as `Guard` takes it."""
    processes = min(settings.processes, len(files))
    with tempfile.TemporaryDirectory(prefix="rekap-") as folder, ThreadPoolExecutor(processes) as threads:
        place = Path(folder)
        with Guard(reader, options, settings.limits, processes, place / "reader.log") as guard:
            guard.allow(_threads(settings.processes, len(files)))
            jobs = [_job(file, place / f"{number}.json") for number, file in enumerate(files)]
            started = {job.target: threads.submit(read_patiently, guard, job) for job in largest_first(jobs)}
            _share_cores(guard, list(started.values()), settings.processes)
            for job in jobs:
                result = started[job.target].result()
                yield json.loads(result.read_text(encoding="utf-8"))
                result.unlink()


def _share_cores(guard: Guard, readings: Sequence[Future[Path]], cores: int) -> None:
    """Whenever a document is done: the last ones may use the cores that would be idle."""

    def share(_: object) -> None:
        guard.allow(_threads(cores, sum(not reading.done() for reading in readings)))

    for reading in readings:
        reading.add_done_callback(share)


def _threads(cores: int, documents: int) -> int:
    """For each of so many documents; one thread keeps one core busy."""
    return max(1, cores // max(1, documents))


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
