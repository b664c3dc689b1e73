"""The pass of this process: where its tasks find what they work with, and where it notes what became of each file."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TypeVar
from uuid import UUID

from prefect.client.schemas.objects import State
from prefect.futures import PrefectFuture

from flows.intake.inbox import Archived, Dropped
from flows.line.outcome import FileLine, Progress, unwatched
from flows.line.steps import Bench
from flows.reading.guard import Job

Given = TypeVar("Given")


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
        if isinstance(given, BaseException):
            _let_go(given)
        return given

    def required(self, done: State[Given]) -> Given:
        """What a task run gave; an error ends the pass."""
        given = self.outcome(done)
        if isinstance(given, BaseException):
            raise given
        return given


def _let_go(error: BaseException) -> None:
    """Empty the frames that an error carries: Prefect keeps errors, and DuckDB complains of connections at exit."""
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        traceback.clear_frames(link.__traceback__)
        link = link.__cause__ or link.__context__


@dataclass(frozen=True, slots=True)
class Reading:
    """A file that is being read."""

    file: Dropped
    archived: Archived
    job: Job


_CURRENT: ContextVar[Run | None] = ContextVar("_CURRENT", default=None)


def current_run() -> Run | None:
    """The pass of this process, if one is prepared: a database and child processes can't travel as a flow's parameters.

    A function, because Prefect pickles flows and tasks with the globals that they name, and no context variable can be.
    """
    return _CURRENT.get()


def bench() -> Bench:
    """What the tasks of this process's pass work with."""
    run = _CURRENT.get()
    if run is None:
        raise RuntimeError("no pass is running in this process")
    return run.bench


@contextmanager
def prepared(run: Run) -> Iterator[Run]:
    """Make `run` the pass of this process for a while."""
    token = _CURRENT.set(run)
    try:
        yield run
    finally:
        _CURRENT.reset(token)
