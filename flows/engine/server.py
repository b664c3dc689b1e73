"""A Prefect server as a child process: it says its port when it is ready and ends when its parent does.

Run as `python -m flows.engine.server HOST PORT ARCHIVE`; port 0 takes a free one. The originals in the archive are
shown too.
Its parent holds the other end of its standard input: when that closes, also because the parent was killed, the server
stops. Ctrl-C in a terminal reaches parent and child alike; the child leaves the decision to its parent.
"""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import sys
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import uvicorn
from starlette.types import ASGIApp

from flows.engine import originals
from flows.engine.surroundings import PORT_TAKEN


class _Server(uvicorn.Server):
    """A server that tells its parent when it answers, and listens to its parent only."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Print the port once requests are answered."""
        await super().startup(sockets)
        if sockets and self.started:
            print(sockets[0].getsockname()[1], flush=True)

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """No signal handlers: the parent decides."""
        yield


def application(archive: Path) -> ASGIApp:
    """Prefect's API and pages, with the originals before the pages, which answer to any other address."""
    from prefect.server.api.server import create_app

    app = create_app()
    app.router.routes.insert(0, originals.route(archive, os.environ.get("PREFECT_SERVER_API_AUTH_STRING")))
    return app


def main(host: str, port: int, archive: Path) -> None:
    """Serve Prefect's API until standard input closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        listener = socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        print(error, file=sys.stderr)
        sys.exit(PORT_TAKEN)
    config = uvicorn.Config(
        partial(application, archive), factory=True, log_level="warning", timeout_graceful_shutdown=5
    )
    server = _Server(config)
    threading.Thread(target=_stop_with_parent, args=(server,), daemon=True).start()
    server.run(sockets=[listener])


def _stop_with_parent(server: uvicorn.Server) -> None:
    """Ask the server to stop when the parent closes our standard input."""
    sys.stdin.buffer.read()
    server.should_exit = True


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
