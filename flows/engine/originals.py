"""The originals as Prefect's server shows them beside its pages: /arsip/SHA256.pdf, which a browser opens at #page=N.

A link to a file would be dead: browsers open no file:// address out of a page.
"""

from __future__ import annotations

import base64
import re
import secrets
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

from flows.intake.inbox import archive_path

PLACE = "/arsip"
HEADERS = {"X-Content-Type-Options": "nosniff", "Cache-Control": "private"}
_SHA256 = re.compile(r"[0-9a-f]{64}")


def address(sha256: str, page: int | None) -> str:
    """Where the original, or its page, is found on the server that shows the link."""
    return f"{PLACE}/{sha256}.pdf" + (f"#page={page}" if page else "")


def route(archive: Path, auth: str | None) -> Route:
    """Answers with files of `archive`, to everybody or to who knows `auth` ("name:password")."""

    async def original(request: Request) -> Response:
        if auth and not _knows(request, auth):
            return PlainTextResponse("Perlu nama dan sandi.", 401, {"WWW-Authenticate": 'Basic realm="rekap"'})
        sha256 = request.path_params["sha256"]
        if not _SHA256.fullmatch(sha256) or not (file := archive_path(archive, sha256)).is_file():
            return PlainTextResponse("Berkas ini tidak ada di arsip.", 404)
        return FileResponse(file, media_type="application/pdf", headers=HEADERS)

    return Route(f"{PLACE}/{{sha256}}.pdf", original)


def _knows(request: Request, auth: str) -> bool:
    """Whether the request carries name and password."""
    expected = "Basic " + base64.b64encode(auth.encode()).decode()
    return secrets.compare_digest(request.headers.get("authorization", "").encode(), expected.encode())
