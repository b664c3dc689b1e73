"""The straight line as one Prefect flow: intake, extract, load, roll up, publish; one task a step and document.

The tasks are wrappers: the work is in `flows.steps`. Between tasks go paths and hashes. What one document does
wrong stays with it: its task fails, the flow goes on. Only what hits every document (a full disk, a folder that cannot
be written) ends the pass.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

import duckdb
from prefect import flow, task
from prefect.client.schemas.objects import State, TaskRun
from prefect.futures import PrefectFuture, as_completed
from prefect.runtime import flow_run
from prefect.tasks import Task

from flows import artifacts, intake, reminders, steps
from flows.bench import bench_for
from flows.deliver import DeliveryError, send
from flows.engine import LOGGER
from flows.errors import ENVIRONMENT, RekapError
from flows.guard import Job, ReaderDied, refuse_dead
from flows.intake import Archived, Changed, Dropped
from flows.locks import die_with_service
from flows.notices import after_pass
from flows.outcome import FileLine, PassResult, Progress, unwatched
from flows.settings import load_settings
from flows.steps import Bench
from warehouse.errors import WarehouseError

log = logging.getLogger(LOGGER)
Given = TypeVar("Given")

FATAL = (RekapError, WarehouseError, duckdb.IOException, duckdb.FatalException, duckdb.OutOfMemoryException)
"""What goes wrong for every document alike, besides `flows.errors.ENVIRONMENT`."""

STILL_COPIED = "masih disalin atau berubah saat dibaca; diambil pada pass berikutnya"


@dataclass(slots=True)
class Run:
    """One pass on its way."""

    bench: Bench
    progress: Progress = unwatched
    lines: list[FileLine] = field(default_factory=list)
    expected: int = 0
    flow_run_id: UUID | None = None
    task_runs: int = 0
    """How many the server must have written down before it may end."""

    def note(self, line: FileLine) -> None:
        """Add a file's line and tell who watches."""
        self.lines.append(line)
        self.progress(len(self.lines), max(self.expected, len(self.lines)), line)

    def outcome(self, done: State[Given] | PrefectFuture[Given]) -> Given | BaseException:
        """What a task run gave, or the error it ended with."""
        self.task_runs += 1
        given: Given | BaseException = done.result(raise_on_failure=False)
        return given

    def required(self, done: State[Given]) -> Given:
        """What a task run gave; an error ends the pass."""
        given = self.outcome(done)
        if isinstance(given, BaseException):
            raise given
        return given


@dataclass(frozen=True, slots=True)
class Reading:
    """A file that is being read."""

    file: Dropped
    archived: Archived
    job: Job


CURRENT: ContextVar[Run] = ContextVar("CURRENT")
"""The pass of this process: its database and child processes cannot travel through a flow's parameters."""

WAIT_SECONDS = 3600.0
"""How long a scheduled pass waits for another one to end."""


@contextmanager
def current(run: Run) -> Iterator[Run]:
    """Make `run` the pass of this process for a while."""
    token = CURRENT.set(run)
    try:
        yield run
    finally:
        CURRENT.reset(token)


@task(task_run_name="intake {file.name}")
def receive(file: Dropped) -> Archived:
    """Intake: a dropped file's bytes into the archive."""
    return steps.receive(file, CURRENT.get().bench.settings)


def _another_try_may_help(_task: Task[..., Any], _run: TaskRun, state: State[Any]) -> bool:
    """Whether the reader's process died: memory may have been short for a moment. All else would only repeat itself."""
    return isinstance(state.result(raise_on_failure=False), ReaderDied)


def _not_delivered(_task: Task[..., Any], _run: TaskRun, state: State[Any]) -> bool:
    """Whether a mail or web server did not take a notice."""
    return isinstance(state.result(raise_on_failure=False), DeliveryError)


@task(task_run_name="extract {job.filename}", retries=1, retry_condition_fn=_another_try_may_help)
def extract(job: Job) -> Path:
    """Identify, extract, normalise and check one report in a guarded child process: the JSON of what was found."""
    return CURRENT.get().bench.guard.read(job)


@task(task_run_name="load {file.name}")
def load(file: Dropped, archived: Archived, extracted: Path) -> FileLine:
    """Load one report or refusal in one transaction and clear the file away."""
    return steps.load(file, archived, extracted, CURRENT.get().bench)


@task(task_run_name="roll up")
def roll_up() -> None:
    """Make the marts from what is loaded."""
    CURRENT.get().bench.ledger.roll_up()


@task(task_run_name="publish")
def publish() -> str:
    """The analysts' snapshot."""
    return CURRENT.get().bench.ledger.publish()


@task(task_run_name="notify", retries=2, retry_delay_seconds=5, retry_condition_fn=_not_delivered)
def notify(result: PassResult) -> list[str]:
    """Tell people what the pass leaves for them to do; tried again because a mail server may be away for a moment."""
    settings = CURRENT.get().bench.settings
    day = reminders.today(settings)
    notice = after_pass(result, reminders.last_quarter(settings, day), day)
    return send(notice, settings) if notice else []


@flow(name="rekap", flow_run_name="rekap {data}")
def rekap(data: str) -> PassResult:
    """One pass over the intake folder of the data folder `data`.

    `rekap run` has everything ready; a run of the service's deployment opens it here, after a pass that may be running.
    """
    if run := CURRENT.get(None):
        return _walk(run)
    die_with_service(Path(data))
    with bench_for(load_settings(Path(data)), "rekap serve", wait=WAIT_SECONDS) as bench, current(Run(bench)) as run:
        return _walk(run)


def _walk(run: Run) -> PassResult:
    """The line from end to end."""
    run.flow_run_id = UUID(flow_run.id)
    settings = run.bench.settings
    run.expected = len(intake.scan(settings.intake)[0])
    run.progress(0, run.expected, None)
    for batch in intake.batches(settings.intake, settings.schedule.settle_seconds):
        _take_in(batch, run)
    _report_rest(run)
    run.required(roll_up(return_state=True))
    result = PassResult(tuple(run.lines), run.required(publish(return_state=True)))
    loaded = [line.sha256 for line in result.lines if line.outcome == "loaded" and line.sha256]
    ledger = run.bench.ledger
    artifacts.show(result, ledger.findings(loaded), ledger.coverage(), settings.data)
    undelivered = run.outcome(notify(result, return_state=True))
    return replace(result, remarks=(str(undelivered),)) if isinstance(undelivered, BaseException) else result


def _take_in(batch: list[Dropped], run: Run) -> None:
    """Bring one batch through intake, extract and load. Files of the same bytes are read once."""
    reading: dict[PrefectFuture[Path], Reading] = {}
    copies: list[Reading] = []
    seen: set[str] = set()
    settings = run.bench.settings
    for file in batch:
        archived = run.outcome(receive(file, return_state=True))
        if isinstance(archived, BaseException):
            run.note(_failed(file, archived))
            continue
        one = Reading(file, archived, steps.job_for(file, archived, settings))
        if run.bench.ledger.accepted(archived.sha256):
            run.note(steps.skip_known(file, archived, settings))
        elif archived.sha256 in seen:
            copies.append(one)
        else:
            seen.add(archived.sha256)
            reading[extract.submit(one.job)] = one
    for future in as_completed(list(reading)):
        extracted = run.outcome(future)
        run.note(_loaded(reading[future], extracted, run))
    for one in copies:
        extracted = run.outcome(extract(one.job, return_state=True))
        run.note(_loaded(one, extracted, run))


def _loaded(one: Reading, extracted: Path | BaseException, run: Run) -> FileLine:
    """Load what was read; a document that ended its reader twice is refused like any other."""
    if isinstance(extracted, ReaderDied):
        extracted = refuse_dead(one.job, extracted)
    if isinstance(extracted, BaseException):
        return _failed(one.file, extracted)
    line = run.outcome(load(one.file, one.archived, extracted, return_state=True))
    return _failed(one.file, line) if isinstance(line, BaseException) else line


def _report_rest(run: Run) -> None:
    """A line for everything that stays in the intake folder and has none yet."""
    settings = run.bench.settings
    told = {line.filename for line in run.lines}
    dropped, skipped = intake.scan(settings.intake)
    for file in dropped:
        if file.name not in told:
            run.note(FileLine(file.name, "waiting", STILL_COPIED))
    for other in skipped:
        run.note(FileLine(other.name, "skipped", other.message))


def _failed(file: Dropped, error: BaseException) -> FileLine:
    """The line of a file that could not be dealt with; raises what would hit every other file too."""
    if isinstance(error, Changed) or (isinstance(error, OSError) and error.filename == str(file.path)):
        return FileLine(file.name, "waiting", STILL_COPIED)
    if isinstance(error, FATAL) or (isinstance(error, OSError) and error.errno in ENVIRONMENT):
        raise error
    log.error("%s", file.name, exc_info=error)
    return FileLine(
        file.name, "failed", f"kesalahan program ({type(error).__name__}); dicoba lagi pada pass berikutnya"
    )
