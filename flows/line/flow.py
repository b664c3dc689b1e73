"""The straight line as one Prefect flow: intake, extract, load, roll up, publish; one task a step and document.

The tasks are wrappers: the work is in `flows.line.steps`. Between tasks go paths and hashes. What one document does
wrong stays with it: its task fails, the flow goes on. Only what hits every document (a full disk, a folder that cannot
be written) ends the pass.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import duckdb
from prefect import flow, task
from prefect.client.schemas.objects import State, TaskRun
from prefect.futures import PrefectFuture, as_completed
from prefect.runtime import flow_run
from prefect.tasks import Task

from flows.engine import artifacts
from flows.engine.surroundings import LOGGER
from flows.errors import ENVIRONMENT, RekapError
from flows.intake import inbox
from flows.intake.inbox import Archived, Changed, Dropped
from flows.line import steps
from flows.line.bench import bench_for
from flows.line.current import Reading, Run, bench, current_run, prepared
from flows.line.outcome import FileLine, PassResult
from flows.locks import die_with_service
from flows.notify import reminders
from flows.notify.deliver import DeliveryError, send
from flows.notify.notices import after_pass
from flows.reading.batch import largest_first
from flows.reading.guard import Job, ReaderDied, refuse_dead
from flows.settings import load_settings
from warehouse.errors import WarehouseError

log = logging.getLogger(LOGGER)
Read = Callable[[Sequence[Reading]], dict[PrefectFuture[Any], list[Reading]]]
"""Has documents read; each future gives the JSON files of its group in order (or the one file of a group of one)."""

FATAL = (RekapError, WarehouseError, duckdb.IOException, duckdb.FatalException, duckdb.OutOfMemoryException)
"""What goes wrong for every document alike, besides `flows.errors.ENVIRONMENT`."""

STILL_COPIED = "masih disalin atau berubah saat dibaca; diambil pada pass berikutnya"


WAIT_SECONDS = 3600.0
"""How long a scheduled pass waits for another one to end."""


@task(task_run_name="intake {file.name}")
def receive(file: Dropped) -> Archived:
    """Intake: a dropped file's bytes into the archive."""
    return steps.receive(file, bench().settings)


def _another_try_may_help(_task: Task[..., Any], _run: TaskRun, state: State[Any]) -> bool:
    """Whether the reader's process died: memory may have been short for a moment. All else would only repeat itself."""
    return isinstance(state.result(raise_on_failure=False), ReaderDied)


def _not_delivered(_task: Task[..., Any], _run: TaskRun, state: State[Any]) -> bool:
    """Whether a mail or web server did not take a notice."""
    return isinstance(state.result(raise_on_failure=False), DeliveryError)


@task(task_run_name="extract {job.filename}", retries=1, retry_condition_fn=_another_try_may_help)
def extract(job: Job) -> Path:
    """Identify, extract, normalise and check one report in a guarded child process: the JSON of what was found."""
    return bench().guard.read(job)


@task(task_run_name="load {file.name}")
def load(file: Dropped, archived: Archived, extracted: Path) -> FileLine:
    """Load one report or refusal in one transaction and clear the file away."""
    return steps.load(file, archived, extracted, bench())


@task(task_run_name="roll up")
def roll_up() -> None:
    """Make the marts from what is loaded."""
    bench().ledger.roll_up()


@task(task_run_name="publish")
def publish() -> str:
    """The analysts' snapshot."""
    return bench().ledger.publish()


@task(task_run_name="notify", retries=2, retry_delay_seconds=5, retry_condition_fn=_not_delivered)
def notify(result: PassResult) -> list[str]:
    """Tell people what the pass leaves for them to do; tried again because a mail server may be away for a moment."""
    settings = bench().settings
    day = reminders.today(settings)
    notice = after_pass(result, reminders.last_quarter(settings, day), day)
    return send(notice, settings) if notice else []


@flow(name="rekap", flow_run_name="rekap {data}")
def rekap(data: str) -> PassResult:
    """One pass over the intake folder of the data folder `data`.

    `rekap run` has everything ready; a run of the service's deployment opens it here, after a pass that may be running.
    """
    if run := current_run():
        return _walk(run)
    die_with_service(Path(data))
    with bench_for(load_settings(Path(data)), "rekap serve", wait=WAIT_SECONDS) as opened, prepared(Run(opened)) as run:
        return _walk(run)


def _walk(run: Run) -> PassResult:
    """The line from end to end."""
    run.flow_run_id = UUID(flow_run.id)
    settings = run.bench.settings
    run.expected = len(inbox.scan(settings.intake)[0])
    run.progress(0, run.expected, None)
    with _reading(run) as read:
        for batch in inbox.batches(settings.intake, settings.schedule.settle_seconds):
            _take_in(batch, run, read)
    _report_rest(run)
    run.required(roll_up(return_state=True))
    result = PassResult(tuple(run.lines), run.required(publish(return_state=True)))
    loaded = [line.sha256 for line in result.lines if line.outcome == "loaded" and line.sha256]
    ledger = run.bench.ledger
    artifacts.show(result, ledger.findings(loaded), ledger.coverage())
    undelivered = run.outcome(notify(result, return_state=True))
    return replace(result, remarks=(str(undelivered),)) if isinstance(undelivered, BaseException) else result


def _reading(run: Run) -> AbstractContextManager[Read]:
    """How documents are read: by the pool of this computer or by a cluster."""
    settings = run.bench.settings
    if not settings.dask_scheduler:
        return nullcontext(_read_here)
    from flows.reading.cluster import reading_on

    return reading_on(settings.dask_scheduler, run.bench.guard)


def _read_here(readings: Sequence[Reading]) -> dict[PrefectFuture[Any], list[Reading]]:
    """One task a document, on threads that wait for the pool of child processes."""
    by_job = {one.job: one for one in readings}
    return {extract.submit(job): [by_job[job]] for job in largest_first(by_job)}


def _take_in(batch: list[Dropped], run: Run, read: Read) -> None:
    """Bring one batch through intake, extract and load. Files of the same bytes are read once."""
    readings, copies = _received(batch, run)
    groups = read(readings)
    for future in as_completed(list(groups)):
        outcome = run.outcome(future)
        group = groups[future]
        extracted = outcome if isinstance(outcome, list) else [outcome] * len(group)
        for one, path in zip(group, extracted, strict=True):
            run.note(_loaded(one, path, run))
    for one in copies:
        run.note(_loaded(one, one.job.target, run))


def _received(batch: list[Dropped], run: Run) -> tuple[list[Reading], list[Reading]]:
    """Archive each file; those to be read, and further copies of those. What is known already is done."""
    readings: dict[str, Reading] = {}
    copies: list[Reading] = []
    settings = run.bench.settings
    for file in batch:
        archived = run.outcome(receive(file, return_state=True))
        if isinstance(archived, BaseException):
            run.note(_failed(file, archived, run))
        elif run.bench.ledger.accepted(archived.sha256):
            run.note(steps.skip_known(file, archived, settings))
        else:
            one = Reading(file, archived, steps.job_for(file, archived, settings))
            if readings.setdefault(archived.sha256, one) is not one:
                copies.append(one)
    return list(readings.values()), copies


def _loaded(one: Reading, extracted: Path | BaseException, run: Run) -> FileLine:
    """Load what was read; a document that ended its reader twice is refused like any other."""
    if isinstance(extracted, ReaderDied):
        extracted = refuse_dead(one.job, extracted)
    if isinstance(extracted, BaseException):
        return _failed(one.file, extracted, run)
    line = run.outcome(load(one.file, one.archived, extracted, return_state=True))
    return _failed(one.file, line, run) if isinstance(line, BaseException) else line


def _report_rest(run: Run) -> None:
    """A line for everything that stays in the intake folder and has none yet."""
    settings = run.bench.settings
    told = {line.filename for line in run.lines}
    dropped, skipped = inbox.scan(settings.intake)
    for file in dropped:
        if file.name not in told:
            run.note(FileLine(file.name, "waiting", STILL_COPIED))
    for other in skipped:
        run.note(FileLine(other.name, "skipped", other.message))


def _failed(file: Dropped, error: BaseException, run: Run) -> FileLine:
    """The line of a file that could not be dealt with; raises what would hit every other file too."""
    if isinstance(error, Changed) or (isinstance(error, OSError) and error.filename == str(file.path)):
        return FileLine(file.name, "waiting", STILL_COPIED)
    if isinstance(error, FATAL) or (isinstance(error, OSError) and error.errno in ENVIRONMENT):
        raise error
    inbox.require_room(run.bench.settings.data)
    log.error("%s", file.name, exc_info=error)
    return FileLine(
        file.name, "failed", f"kesalahan program ({type(error).__name__}); dicoba lagi pada pass berikutnya"
    )
