"""One pass of the line over a data folder: what `rekap run` calls.

It prepares what the flow needs (the writer's lock, the warehouse, the child processes, a Prefect server), in an order
that lets the slow starters start while others work, and ends all of it again.
"""

from __future__ import annotations

import shutil
from contextlib import ExitStack, suppress
from itertools import islice

from flows import engine, intake, steps
from flows.errors import RekapError, explain
from flows.guard import Guard
from flows.ledger import WarehouseLedger
from flows.locks import hold, writer_lock_file
from flows.options import READER, extract_settings
from flows.outcome import FileLine, PassResult, Progress
from flows.settings import Settings
from flows.steps import Bench


def run_pass(settings: Settings, *, progress: Progress | None = None, reader: str = READER) -> PassResult:
    """Take in, extract, load, roll up and publish. Raises RekapError, with an Indonesian line, when the pass fails."""
    try:
        with ExitStack() as stack:
            stack.enter_context(hold(writer_lock_file(settings.data), "rekap run"))
            return _run_prepared(settings, progress or _unwatched, reader, stack)
    except OSError as error:
        raise RekapError(explain(error)) from error


def _run_prepared(settings: Settings, progress: Progress, reader: str, stack: ExitStack) -> PassResult:
    """Start what the flow needs, let the first documents be read while the server starts, then run the flow."""
    engine.prepare(settings)
    make_folders(settings)
    connection = stack.enter_context(engine.Connection(settings))
    guard = stack.enter_context(new_guard(settings, reader))
    ledger = stack.enter_context(WarehouseLedger(settings))
    bench = Bench(settings, guard, ledger)
    _read_ahead(bench)
    return _run_flow(bench, progress, connection)


def _run_flow(bench: Bench, progress: Progress, connection: engine.Connection) -> PassResult:
    """The flow, and then its last words to the server. Prefect is imported while the server still starts."""
    from prefect.settings import PREFECT_API_URL, temporary_settings

    from flows import line

    run = line.Run(bench, progress)
    token = line.CURRENT.set(run)
    try:
        with temporary_settings({PREFECT_API_URL: connection.url()}):
            try:
                return line.rekap(str(bench.settings.data))
            finally:
                if run.flow_run_id:
                    engine.drain(run.flow_run_id, run.task_runs)
    finally:
        line.CURRENT.reset(token)


def make_folders(settings: Settings) -> None:
    """The folders of the data folder; leftovers of a killed pass go. Only under the writer's lock."""
    for folder in (settings.intake, settings.archive, settings.quarantine, settings.published):
        folder.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(steps.work_folder(settings), ignore_errors=True)
    steps.work_folder(settings).mkdir()
    intake.sweep(settings.archive)


def new_guard(settings: Settings, reader: str) -> Guard:
    """The child processes that read."""
    log = engine.log_file(settings, "reader.log")
    return Guard(reader, extract_settings(settings), settings.limits, settings.processes, log)


def _read_ahead(bench: Bench) -> None:
    """Have the first documents read while the server starts: the flow finds them in work or done."""
    settings = bench.settings
    files, _ = intake.scan(settings.intake)
    settling = intake.Settling(settings.schedule.settle_seconds)
    whole = (file for file in files if settling.remaining(file) == 0)
    for file in islice(whole, 2 * settings.processes):
        with suppress(intake.Changed):
            archived = steps.receive(file, settings)
            if not bench.ledger.accepted(archived.sha256):
                bench.guard.start(steps.job_for(file, archived, settings))


def _unwatched(done: int, total: int, line: FileLine | None) -> None:
    """Nobody watches."""
