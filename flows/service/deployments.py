"""The service's deployments: a pass by schedule and on demand, and the day's reminders.

Prefect's runner starts each run in a process of its own, so whatever a pass takes is given back when it ends.
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
from datetime import time
from typing import Any
from uuid import UUID

from prefect.client.orchestration import get_client
from prefect.deployments.runner import RunnerDeployment
from prefect.flows import Flow
from prefect.runner import Runner
from prefect.schedules import Cron
from prefect.types.entrypoint import EntrypointType

from flows.engine import runs
from flows.line.flow import rekap
from flows.notify.daily import daily
from flows.settings import Settings

POLL_SECONDS = 2.0
"""How soon a run that was asked for is started."""

READY_SECONDS = 60.0
"""How long registering the deployments may take."""

STOP_SECONDS = 20.0
"""How long ending the runner may take."""


class Deployments:
    """A thread that keeps the deployments and starts their runs, one at a time."""

    def __init__(self, settings: Settings) -> None:
        """Start."""
        self._settings = settings
        self._pass: UUID | None = None
        self._ready = threading.Event()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._work, name="deployments", daemon=True)
        self._thread.start()

    @property
    def running(self) -> bool:
        """Whether runs are being started."""
        return self._thread.is_alive()

    def ask_for_pass(self) -> None:
        """Have a pass started as soon as none is running; one that waits already will do."""
        if self._ready.wait(READY_SECONDS) and self._pass and not runs.is_waiting(self._pass):
            with get_client(sync_client=True) as client:
                client.create_flow_run_from_deployment(self._pass, tags=["rekap", "intake"])

    def stop(self) -> None:
        """Start no more runs and end the one that is running: the next pass finishes its work."""
        if self.running:
            self._loop.call_soon_threadsafe(self._end)
        self._thread.join(STOP_SECONDS)

    def _work(self) -> None:
        """The thread."""
        self._task = self._loop.create_task(self._keep())
        with contextlib.suppress(asyncio.CancelledError):
            self._loop.run_until_complete(self._task)
        self._loop.close()

    def _end(self) -> None:
        """In the thread: let the runner end its processes and return."""
        self._task.cancel()

    async def _keep(self) -> None:
        """Register the deployments and start their runs until cancelled."""
        runner = Runner(name="rekap serve", query_seconds=POLL_SECONDS, limit=1, pause_on_shutdown=False)
        plan = self._settings.schedule
        one_pass = await self._deployment(rekap, "pass", plan.nightly, "Satu pass dari intake sampai snapshot terbit.")
        reminders = await self._deployment(
            daily, "harian", plan.notices, "Pengingat jatuh tempo dan penutupan triwulan."
        )
        self._pass = await runner.aadd_deployment(one_pass)
        await runner.aadd_deployment(reminders)
        self._ready.set()
        await runner.start()

    async def _deployment(self, flow: Flow[[str], Any], name: str, moment: time, description: str) -> RunnerDeployment:
        """A flow every day at that time of the office's clock. By its module's name: else it would be pickled."""
        return await flow.ato_deployment(
            name=name,
            schedule=Cron(f"{moment.minute} {moment.hour} * * *", timezone=self._settings.timezone),
            parameters={"data": str(self._settings.data)},
            tags=["rekap"],
            description=description,
            entrypoint_type=EntrypointType.MODULE_PATH,
        )
