"""Reading spread over a Dask cluster: batches of documents as tasks on its workers; loading stays with this process.

The data folder must stand at the same path on every worker (a shared folder), and workers must be allowed child
processes (`DASK_DISTRIBUTED__WORKER__DAEMON=False`): each document is guarded there as it is here.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

from distributed import get_worker
from prefect import task
from prefect.futures import PrefectFuture
from prefect_dask.task_runners import DaskTaskRunner

from flows.errors import RekapError
from flows.line.current import Reading
from flows.reading.batch import read_patiently
from flows.reading.guard import Guard, Job
from flows.settings import Limits

BATCH = 4
"""Documents in one task: a task costs Prefect and Dask over 0.1 s, a lost worker costs its batch once more."""

Submit = Callable[[Sequence[Reading]], dict[PrefectFuture[Any], list[Reading]]]


@contextmanager
def reading_on(scheduler: str, guard: Guard) -> Iterator[Submit]:
    """Have documents read by the workers of `scheduler`, each with a guard like `guard`."""
    with ExitStack() as stack:
        try:
            runner = stack.enter_context(DaskTaskRunner(address=scheduler))
            runner.client.scheduler_info()
        except (OSError, ValueError) as error:
            message = f"Penjadwal Dask di {scheduler} tidak menjawab; nyalakan, atau kosongkan dask_scheduler."
            raise RekapError(message) from error
        yield lambda readings: _submit(readings, runner, guard)


@task(task_run_name="extract {label}")
def extract_batch(label: str, jobs: list[Job], reader: str, options: object, limits: Limits) -> list[Path]:
    """Read some documents in guarded child processes of this worker: the JSON of each."""
    guard = _worker_guard(reader, options, limits)
    return [read_patiently(guard, job) for job in jobs]


def _submit(
    readings: Sequence[Reading], runner: DaskTaskRunner, guard: Guard
) -> dict[PrefectFuture[Any], list[Reading]]:
    """One task a batch; its name says which documents."""
    submitted: dict[PrefectFuture[Any], list[Reading]] = {}
    for start in range(0, len(readings), BATCH):
        group = list(readings[start : start + BATCH])
        parameters = {
            "label": ", ".join(one.file.name for one in group),
            "jobs": [one.job for one in group],
            "reader": guard.reader,
            "options": guard.options,
            "limits": guard.limits,
        }
        submitted[runner.submit(extract_batch, parameters=parameters)] = group
    return submitted


@lru_cache(maxsize=1)
def _worker_guard(reader: str, options: object, limits: Limits) -> Guard:
    """This worker's child processes, kept from task to task; they die with the worker."""
    if multiprocessing.current_process().daemon:
        raise RekapError(
            "Pekerja Dask tidak boleh memulai proses: jalankan dengan DASK_DISTRIBUTED__WORKER__DAEMON=False."
        )
    worker = get_worker()
    return Guard(reader, options, limits, worker.state.nthreads, Path(worker.local_directory) / "reader.log")
