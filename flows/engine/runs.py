"""The records that Prefect's server keeps of our runs: complete before a server ends, and true after a power cut."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Protocol
from uuid import UUID

from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import (
    FlowRunFilter,
    FlowRunFilterDeploymentId,
    FlowRunFilterExpectedStartTime,
    FlowRunFilterState,
    FlowRunFilterStateType,
)
from prefect.client.schemas.objects import State, StateType
from prefect.client.schemas.sorting import FlowRunSort
from prefect.events.worker import EventsWorker
from prefect.logging.handlers import APILogWorker
from prefect.states import Cancelled, Crashed

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


def is_waiting(deployment: UUID) -> bool:
    """Whether a run of the deployment is due and has not begun: it will see whatever is in the folder then."""
    with get_client(sync_client=True) as client:
        return bool(
            client.read_flow_runs(
                flow_run_filter=_due(FlowRunFilterDeploymentId(any_=[deployment])),
                sort=FlowRunSort.START_TIME_DESC,
                limit=1,
            )
        )


def _due(deployment: FlowRunFilterDeploymentId | None = None) -> FlowRunFilter:
    """Runs whose time has come and that have not begun."""
    waiting = FlowRunFilterStateType(any_=[StateType.SCHEDULED])
    before_now = FlowRunFilterExpectedStartTime.model_validate({"before_": datetime.now(UTC)})
    return FlowRunFilter(
        state=FlowRunFilterState(type=waiting), expected_start_time=before_now, deployment_id=deployment
    )


def forget_missed() -> int:
    """Cancel scheduled runs whose time came while the computer was off: one pass makes up for all of them."""
    return _end(_due(), Cancelled(message="terlewat karena layanan tidak berjalan"))


def sweep() -> int:
    """Mark runs whose process is gone as crashed; how many. Only while no other pass can be running."""
    alive = FlowRunFilterStateType(any_=[StateType.RUNNING, StateType.PENDING, StateType.CANCELLING])
    only = FlowRunFilter(state=FlowRunFilterState(type=alive))
    return _end(only, Crashed(message="proses berhenti mendadak; pass berikutnya melanjutkan pekerjaannya"))


def _end(only: FlowRunFilter, state: State[None]) -> int:
    """Give these runs their last state; how many there were."""
    with get_client(sync_client=True) as client:
        found = client.read_flow_runs(flow_run_filter=only, sort=FlowRunSort.START_TIME_DESC, limit=200)
        for run in found:
            client.set_flow_run_state(run.id, state, force=True)
    return len(found)
