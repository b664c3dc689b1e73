"""The service: a Prefect server with its pages, the deployments, and a watch on the intake folder, until stopped.

This process only supervises: the server and every pass are processes of their own. What dies is started again; when
this process dies, the others do.
"""

from __future__ import annotations

import json
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from flows.console import say
from flows.engine import surroundings
from flows.locks import SERVED, hold, is_held, service_lock_file, writer_lock_file
from flows.settings import Settings

if TYPE_CHECKING:
    from flows.service.deployments import Deployments

CHECK_SECONDS = 1.0
"""How often it is looked whether everything lives."""

KEEP_RUNS = "events,flow_runs"
"""What Prefect's server deletes after its retention period (90 days for runs)."""


def serve(settings: Settings, stop: threading.Event | None = None) -> None:
    """Run the service until Ctrl-C, SIGTERM or `stop`. Raises Locked when one runs on this data folder already."""
    stop = stop or threading.Event()
    with hold(service_lock_file(settings.data), "rekap serve"), ExitStack() as stack:
        stack.enter_context(_signals(stop))
        settings.intake.mkdir(parents=True, exist_ok=True)
        surroundings.prepare(settings)
        os.environ[SERVED] = "1"
        stack.enter_context(surroundings.logged(settings))
        service = Service(settings)
        stack.callback(service.stop)
        service.start()
        say(f"Layanan berjalan: {service.address} (berhenti dengan Ctrl-C)")
        while not stop.wait(CHECK_SECONDS):
            service.revive()
        say("Layanan dihentikan.")


class Service:
    """What runs: a server, the deployments, the watch."""

    def __init__(self, settings: Settings) -> None:
        """Nothing runs yet."""
        self._settings = settings
        self._server: surroundings.Server | None = None
        self._deployments: Deployments | None = None
        self._stop = threading.Event()
        self._watch = threading.Thread(target=self._watch_folder, name="watch", daemon=True)

    @property
    def address(self) -> str:
        """Where the pages are."""
        return os.environ["PREFECT_API_URL"].removesuffix("/api")

    def start(self) -> None:
        """Start all; whatever a power cut left behind is put right first."""
        self._start_server()
        from flows.engine import runs

        if not is_held(writer_lock_file(self._settings.data)):
            runs.sweep()
        runs.forget_missed()
        self._start_deployments()
        self._ask_for_pass()
        if self._settings.schedule.watch:
            self._watch.start()

    def revive(self) -> None:
        """Start again what has died."""
        if self._server and not self._server.running:
            self._server.stop()
            self._start_server()
        if self._deployments and not self._deployments.running:
            self._start_deployments()

    def stop(self) -> None:
        """End all in the order in which they depend on one another."""
        self._stop.set()
        if self._deployments:
            self._deployments.stop()
        surroundings.service_file(self._settings).unlink(missing_ok=True)
        if self._server:
            self._server.stop()

    def _start_server(self) -> None:
        """Start the server and write down where it answers."""
        place = self._settings.server
        self._server = surroundings.Server(self._settings, place.host, place.port, **server_environment(self._settings))
        url = self._server.url()
        os.environ["PREFECT_API_URL"] = url
        draft = surroundings.service_file(self._settings).with_suffix(".tmp")
        draft.write_text(json.dumps({"url": url, "pid": os.getpid()}), encoding="utf-8")
        draft.replace(surroundings.service_file(self._settings))

    def _start_deployments(self) -> None:
        """Start the runner; Prefect is imported only now that its server's address is known."""
        from flows.service.deployments import Deployments

        self._deployments = Deployments(self._settings)

    def _watch_folder(self) -> None:
        """Ask for a pass whenever files are whole."""
        from flows.service.watch import watch_folder

        watch_folder(self._settings.intake, self._settings.schedule.settle_seconds, self._ask_for_pass, self._stop)

    def _ask_for_pass(self) -> None:
        """Ask whoever starts runs now."""
        if self._deployments:
            self._deployments.ask_for_pass()


def server_environment(settings: Settings) -> dict[str, str]:
    """What the service's own server is told besides `engine.FIXED`."""
    host, port = settings.server.host, settings.server.port
    named = port and host not in ("0.0.0.0", "::")
    told = {
        # The pages ask here. Where nobody knows under which name they will be opened, relative to themselves.
        "PREFECT_SERVER_UI_API_URL": f"http://{host}:{port}/api" if named else "/api",
        "PREFECT_SERVER_UI_STATIC_DIRECTORY": str(settings.prefect_home / "ui"),
        # No other site's page may talk to this server.
        "PREFECT_SERVER_CORS_ALLOWED_ORIGINS": f"http://{host}:{port}",
        "PREFECT_SERVER_SERVICES_DB_VACUUM_ENABLED": KEEP_RUNS,
    }
    if settings.server.auth:
        told["PREFECT_SERVER_API_AUTH_STRING"] = settings.server.auth
    return told


@contextmanager
def _signals(stop: threading.Event) -> Iterator[None]:
    """Let Ctrl-C and SIGTERM set `stop`, as far as this is the main thread."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    names = ("SIGINT", "SIGTERM", "SIGBREAK")
    numbers = [getattr(signal, name) for name in names if hasattr(signal, name)]
    before = {number: signal.signal(number, lambda *_: stop.set()) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
