"""Prefect's surroundings: its settings, a server of our own while none runs, and a quiet end that loses nothing.

Nothing here imports Prefect at the top: `prepare` has to run before Prefect is imported, because Prefect reads its
environment when it is.
"""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import PIPE
from urllib.error import URLError
from urllib.request import urlopen

from flows.engine import template
from flows.errors import RekapError
from flows.intake.inbox import require_room
from flows.locks import is_held, service_lock_file
from flows.settings import Settings

STARTUP_SECONDS = 90
"""How long a server may take to start on a slow office PC."""

STOP_SECONDS = 15
"""How long a server may take to end in good order."""

PORT_TAKEN = 98
"""Exit code of a server whose address cannot be had."""

LOG_BYTES = 5_000_000
"""Length at which a log starts anew."""

LOGGER = "rekap"
"""Our own log: beside the run in Prefect, and in a file."""

FIXED = {
    # No word to anyone outside.
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_CLOUD_ENABLE_ORCHESTRATION_TELEMETRY": "false",
    # With batches of one the recorder falls behind, and what it has not written is lost when the server ends.
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_BATCH_SIZE": "200",
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_READ_BATCH_SIZE": "200",
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_FLUSH_INTERVAL": "1",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": str(STARTUP_SECONDS),
    # After a power cut a slot is free again once its lease has run out.
    "PREFECT_SERVER_CONCURRENCY_LEASE_STORAGE": "prefect.server.concurrency.lease_storage.filesystem",
    # Logs go to the server, where they stand beside their run; the terminal belongs to our own messages.
    "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "CRITICAL",
    "PREFECT_LOGGING_TO_API_WHEN_MISSING_FLOW": "ignore",
    "PREFECT_LOGGING_EXTRA_LOGGERS": LOGGER,
    # Results are paths and hashes, never files of Prefect's.
    "PREFECT_RESULTS_PERSIST_BY_DEFAULT": "false",
}
"""Prefect's settings that every process of ours shares; what the user has set in the environment wins."""


def prepare(settings: Settings) -> None:
    """Set Prefect's environment for this process and its children. Call before anything imports Prefect."""
    settings.prefect_home.mkdir(parents=True, exist_ok=True)
    os.environ["PREFECT_HOME"] = str(settings.prefect_home)
    os.environ["PREFECT_TASKS_RUNNER_THREAD_POOL_MAX_WORKERS"] = str(settings.processes)
    for name, value in FIXED.items():
        os.environ.setdefault(name, value)
    if settings.server.database_url:
        os.environ.setdefault("PREFECT_API_DATABASE_CONNECTION_URL", settings.server.database_url)
    if settings.server.auth:
        os.environ.setdefault("PREFECT_API_AUTH_STRING", settings.server.auth)
    # An office's proxy must not be asked for our own computer.
    os.environ["NO_PROXY"] = os.environ["no_proxy"] = "127.0.0.1,localhost,::1," + os.environ.get("NO_PROXY", "")


class Server:
    """A Prefect server in a child process of ours; its log goes to a file. It dies with us."""

    def __init__(self, settings: Settings, host: str = "127.0.0.1", port: int = 0, **environment: str) -> None:
        """Start it and return at once: it needs some 5 s, in which the caller has better things to do."""
        self._settings, self._host, self._port, self._environment = settings, host, port, environment
        self.log = log_file(settings, "server.log")
        self._process = self._start()
        self._url = ""

    def url(self) -> str:
        """The address of its API, as soon as it answers; raises RekapError when it cannot start."""
        if not self._url:
            port = self._wait() or self._start_afresh()
            host = f"[{self._host}]" if ":" in self._host else self._host
            self._url = f"http://{host}:{port}/api"
        return self._url

    def _start(self) -> subprocess.Popen[bytes]:
        """The process."""
        template.use(self._settings.prefect_home)
        arguments = [
            sys.executable,
            "-m",
            "flows.engine.server",
            self._host,
            str(self._port),
            str(self._settings.archive),
        ]
        environment = os.environ | self._environment
        with self.log.open("ab") as log:
            return subprocess.Popen(arguments, stdin=PIPE, stdout=PIPE, stderr=log, env=environment)

    def _wait(self) -> int | None:
        """The port it listens on once it answers; None when it ended before. One that takes too long is killed."""
        too_late = threading.Timer(STARTUP_SECONDS, self._process.kill)
        too_late.start()
        line = self._process.stdout.readline() if self._process.stdout else b""
        in_time = too_late.is_alive()
        too_late.cancel()
        if line:
            return int(line)
        if not in_time:
            raise RekapError(f"Server Prefect belum siap setelah {STARTUP_SECONDS} detik; komputer sibuk, coba lagi.")
        if self._process.wait(STOP_SECONDS) == PORT_TAKEN:
            raise RekapError(f"Porta {self._port} sudah dipakai program lain; ganti server.port di rekap.toml.")
        return None

    def _start_afresh(self) -> int:
        """Once more without its own database, which holds only Prefect's history: a power cut may have broken it."""
        require_room(self.log.parent)
        database = self._settings.prefect_home / template.NAME
        if database.exists() and not self._settings.server.database_url:
            self.stop()
            for suffix in ("", "-wal", "-shm"):
                part = database.with_name(database.name + suffix)
                if part.exists():
                    part.replace(part.with_name(f"rusak-{part.name}"))
            self._process = self._start()
            if port := self._wait():
                return port
        raise RekapError(f"Server Prefect tidak dapat dimulai; sebabnya tercatat di {self.log}.")

    @property
    def running(self) -> bool:
        """Whether the process lives."""
        return self._process.poll() is None

    def stop(self) -> None:
        """End it in good order; what hangs is killed."""
        if self._process.stdin:
            self._process.stdin.close()
        try:
            self._process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.stdout:
            self._process.stdout.close()


class Connection:
    """The Prefect API of a pass: the user's server, the running service's, or one of our own for this while."""

    def __init__(self, settings: Settings) -> None:
        """Look for a server, and start one in the background when there is none."""
        self._server: Server | None = None
        self._url = os.environ.get("PREFECT_API_URL") or service_url(settings)
        if not self._url:
            self._server = Server(settings, PREFECT__SERVER_EPHEMERAL="1", PREFECT__SERVER_FINAL="1")
        elif not answers(self._url):
            raise RekapError(f"Server Prefect di {self._url} tidak menjawab; nyalakan, atau kosongkan PREFECT_API_URL.")

    def __enter__(self) -> Connection:
        """Ready to be asked for its address."""
        return self

    def __exit__(self, *error: object) -> None:
        """End the server if it is ours."""
        if self._server:
            self._server.stop()

    @property
    def own(self) -> bool:
        """Whether the server is ours and ends with the pass."""
        return self._server is not None

    def url(self) -> str:
        """The API's address; waits for a server of our own."""
        return self._server.url() if self._server else self._url


def service_url(settings: Settings) -> str:
    """The API of a `rekap serve` that runs on this data folder; '' when there is none."""
    place = service_file(settings)
    if not (place.exists() and is_held(service_lock_file(settings.data))):
        return ""
    url: str = json.loads(place.read_text(encoding="utf-8"))["url"]
    return url if answers(url) else ""


def service_file(settings: Settings) -> Path:
    """Where a running service writes down the address of its API."""
    return settings.prefect_home / "server.json"


def answers(url: str) -> bool:
    """Whether a Prefect API answers at `url`."""
    try:
        with urlopen(f"{url}/health", timeout=5) as response:
            return int(response.status) == 200
    except (URLError, TimeoutError, ConnectionError, ValueError):
        return False


def log_file(settings: Settings, name: str) -> Path:
    """The log `name` of the data folder; one that has grown too long starts anew and keeps its predecessor."""
    path = settings.data / "log" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and path.stat().st_size > LOG_BYTES:
        path.replace(path.with_suffix(".1.log"))
    return path


class _LogFile(logging.FileHandler):
    """A log that a full disk makes silent, not noisy."""

    def handleError(self, record: logging.LogRecord) -> None:
        """What cannot be written is not complained of on the terminal."""


@contextmanager
def logged(settings: Settings) -> Iterator[None]:
    """Write our own log to a file, never to the terminal."""
    handler = _LogFile(log_file(settings, "rekap.log"), encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logger = logging.getLogger(LOGGER)
    logger.addHandler(handler)
    logger.propagate = False
    try:
        yield
    finally:
        logger.removeHandler(handler)
        handler.close()
