"""One pass of the line over a data folder: what `rekap run` calls.

The slow starters (child processes, a Prefect server, Prefect itself) start side by side, and the first documents
are read meanwhile.
"""

from __future__ import annotations

from contextlib import ExitStack, suppress
from itertools import islice

import duckdb

from flows.engine import surroundings
from flows.errors import RekapError, explain
from flows.intake import inbox
from flows.line import steps
from flows.line.bench import bench_for
from flows.line.outcome import PassResult, Progress, unwatched
from flows.line.steps import Bench
from flows.reading.options import READER
from flows.settings import Settings


def run_pass(settings: Settings, *, progress: Progress = unwatched, reader: str = READER) -> PassResult:
    """Take in, extract, load, roll up and publish. Raises RekapError, with an Indonesian line, when the pass fails.

    `reader` is the dotted name of what reads a document.
    """
    try:
        with ExitStack() as stack:
            bench = stack.enter_context(bench_for(settings, "rekap run", reader))
            surroundings.prepare(settings)
            connection = stack.enter_context(surroundings.Connection(settings))
            _read_ahead(bench)
            return _run_flow(bench, progress, connection)
    except OSError as error:
        raise RekapError(explain(error)) from error
    except duckdb.Error:
        inbox.require_room(settings.data)
        raise


def _run_flow(bench: Bench, progress: Progress, connection: surroundings.Connection) -> PassResult:
    """The flow, and then its last words to the server. Prefect is imported while the server still starts."""
    from httpx import HTTPError
    from prefect.exceptions import PrefectException
    from prefect.settings import PREFECT_API_URL, temporary_settings

    from flows.engine import runs
    from flows.line import flow
    from flows.line.current import Run, prepared

    run = Run(bench, progress)
    try:
        with temporary_settings({PREFECT_API_URL: connection.url()}), prepared(run), runs.kept(run):
            if connection.own:
                runs.sweep()
            return flow.rekap(str(bench.settings.data))
    except (HTTPError, PrefectException) as error:
        inbox.require_room(bench.settings.data)  # a full disk is what its server most often stumbles over
        reason = str(error).splitlines()[0]
        raise RekapError(f"Server Prefect di {connection.url()} bermasalah ({reason}); jalankan lagi.") from error


def _read_ahead(bench: Bench) -> None:
    """Have the first documents read while the server starts: the flow finds them in work or done."""
    settings = bench.settings
    if settings.dask_scheduler:
        return
    files, _ = inbox.scan(settings.intake)
    settling = inbox.Settling(settings.schedule.settle_seconds)
    whole = (file for file in files if settling.remaining(file) == 0)
    for file in islice(whole, 2 * settings.processes):
        with suppress(inbox.Changed):
            archived = steps.receive(file, settings)
            if not bench.ledger.accepted(archived.sha256):
                bench.guard.start(steps.job_for(file, archived, settings))
