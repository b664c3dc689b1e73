"""The records that Prefect's server keeps of our runs: complete before a server ends, and true after a power cut."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol
from uuid import UUID

from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterState, FlowRunFilterStateType
from prefect.client.schemas.objects import State, StateType
from prefect.client.schemas.sorting import FlowRunSort
from prefect.events.worker import EventsWorker
from prefect.logging.handlers import APILogWorker
from prefect.states import Crashed

DRAIN_SECONDS = 20
"""How long a finished pass waits for the server to have written down its last tasks."""

_ENDED = {"type": {"any_": ["COMPLETED", "FAILED", "CRASHED", "CANCELLED"]}}


class Flow(Protocol):
    """A flow run on its way: `task_runs` of it have ended."""

    flow_run_id: UUID | None
    task_runs: int


@contextmanager
def kept(flow: Flow) -> Iterator[None]:
    """See to it that what happens to the flow inside is written down, also when it fails."""
    try:
        yield
    finally:
        if flow.flow_run_id:
            drain(flow.flow_run_id, flow.task_runs)


def drain(flow_run_id: UUID, task_runs: int) -> bool:
    """Wait until the server has written down all `task_runs` of the flow: only then may it end. Whether it has."""
    EventsWorker.drain_all()
    APILogWorker.drain_all()
    query = {"flow_runs": {"id": {"any_": [str(flow_run_id)]}}, "task_runs": {"state": _ENDED}}
    deadline = time.monotonic() + DRAIN_SECONDS
    with get_client(sync_client=True) as client:
        while client.request("POST", "/task_runs/count", json=query).json() < task_runs:
            if time.monotonic() > deadline:
                return False
            time.sleep(0.1)
    return True


def sweep() -> int:
    """Mark runs whose process is gone as crashed; how many. Only while no other pass can be running."""
    alive = FlowRunFilterStateType(any_=[StateType.RUNNING, StateType.PENDING, StateType.CANCELLING])
    state: State[None] = Crashed(message="proses berhenti mendadak; pass berikutnya melanjutkan pekerjaannya")
    with get_client(sync_client=True) as client:
        only = FlowRunFilter(state=FlowRunFilterState(type=alive))
        dead = client.read_flow_runs(flow_run_filter=only, sort=FlowRunSort.START_TIME_DESC, limit=200)
        for run in dead:
            client.set_flow_run_state(run.id, state, force=True)
    return len(dead)
