"""The service as an office runs it: one process that watches, schedules, refuses a second one and stops cleanly."""

from __future__ import annotations

import base64
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from flows.engine import originals
from flows.intake.inbox import scan
from flows.service.serve import server_environment
from flows.service.watch import Folder
from flows.settings import Server, Settings
from flows.settings_values import SettingsError

REKAP = [sys.executable, "-c", "from flows.cli import main; main()"]
AUTH = "kpu:rahasia-uji"


@dataclass(frozen=True, slots=True)
class Running:
    """A service of the tests."""

    process: subprocess.Popen[str]
    data: Path
    url: str
    environment: dict[str, str]

    def ask(self, path: str, body: object, auth: str = AUTH) -> Any:
        """POST to the Prefect API."""
        headers = {
            "Content-Type": "application/json",
            "Authorization": f"Basic {base64.b64encode(auth.encode()).decode()}",
        }
        with urlopen(Request(self.url + path, json.dumps(body).encode(), headers), timeout=30) as answer:
            return json.load(answer)


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    data = tmp_path_factory.mktemp("layanan") / "data"
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PREFECT", "REKAP"))}
    environment |= {"REKAP_DATA": str(data), "REKAP_SERVER_PORT": "0", "REKAP_SERVER_AUTH": AUTH}
    with subprocess.Popen([*REKAP, "serve"], env=environment, text=True, stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert "Layanan berjalan" in process.stdout.readline()
        url = json.loads((data / "prefect" / "server.json").read_text(encoding="utf-8"))["url"]
        yield Running(process, data, url, environment)
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == 0
        assert "dihentikan" in process.stdout.read()
    assert not (data / "prefect" / "server.json").exists()
    with pytest.raises(OSError):
        urlopen(f"{url}/health", timeout=2)


def until(holds: Callable[[], bool], seconds: float = 90) -> bool:
    deadline = time.monotonic() + seconds
    while not holds() and time.monotonic() < deadline:
        time.sleep(0.2)
    return holds()


def test_dropped_file_is_dealt_with(service: Running) -> None:
    letter = service.data / "quarantine" / "catatan.alasan.txt"
    (service.data / "intake" / "catatan.pdf").write_text("bukan PDF", encoding="utf-8")
    assert until(letter.exists)
    assert until(lambda: not (service.data / "intake" / "catatan.pdf").exists())
    assert until((service.data / "published" / "rekap.duckdb").exists)
    assert until(lambda: bool(service.ask("/artifacts/filter", {"artifacts": {"key": {"any_": ["rekap-berkas"]}}})))
    names = {run["name"] for run in service.ask("/flow_runs/filter", {})}
    assert f"rekap {service.data}" in names
    assert "intake catatan.pdf" in {run["name"] for run in service.ask("/task_runs/filter", {})}


def test_deployments_keep_the_office_clock(service: Running) -> None:
    deployments = {found["name"]: found for found in service.ask("/deployments/filter", {})}
    schedules = {name: found["schedules"][0]["schedule"] for name, found in deployments.items()}
    assert schedules["pass"]["cron"] == "0 2 * * *"
    assert schedules["harian"]["cron"] == "0 8 * * *"
    assert {schedule["timezone"] for schedule in schedules.values()} == {"Asia/Pontianak"}


def test_pages_need_the_password(service: Running) -> None:
    with pytest.raises(HTTPError, match="401"):
        service.ask("/flow_runs/filter", {}, auth="kpu:salah")
    with pytest.raises(HTTPError, match="401"):
        urlopen(service.url.removesuffix("/api") + originals.address("ab" * 32, 1), timeout=30)


def test_second_service_says_which_one_runs(service: Running) -> None:
    other = subprocess.run([*REKAP, "serve"], env=service.environment, capture_output=True, text=True, timeout=60)
    assert other.returncode == 1
    assert f"rekap serve, nomor proses {service.process.pid}" in other.stderr
    assert "Traceback" not in other.stderr


def test_wider_than_this_computer_only_with_a_password() -> None:
    with pytest.raises(SettingsError, match=r"server\.auth"):
        Server(host="0.0.0.0")
    assert "rahasia" not in repr(Settings(data=Path("data"), server=Server(auth=AUTH)))


@pytest.mark.parametrize(
    ("host", "port", "address"),
    [
        ("127.0.0.1", 4300, "http://127.0.0.1:4300/api"),
        ("127.0.0.1", 0, "/api"),
        ("0.0.0.0", 4200, "/api"),
    ],
)
def test_pages_know_where_to_ask(host: str, port: int, address: str) -> None:
    told = server_environment(Settings(data=Path("data"), server=Server(host=host, port=port, auth=AUTH)))
    assert told["PREFECT_SERVER_UI_API_URL"] == address
    assert told["PREFECT_SERVER_API_AUTH_STRING"] == AUTH
    assert told["PREFECT_SERVER_CORS_ALLOWED_ORIGINS"] == f"http://{host}:{port}"


def test_file_is_offered_once_until_it_changes(tmp_path: Path) -> None:
    folder = Folder(tmp_path, settle_seconds=0.0)
    assert folder.look() == (False, None)
    (tmp_path / "a.pdf").write_bytes(b"%PDF %%EOF")
    assert folder.look() == (True, None)
    assert folder.look() == (False, None)
    (tmp_path / "a.pdf").write_bytes(b"%PDF lain %%EOF")
    assert folder.look() == (True, None)


def test_fresh_file_is_waited_for(tmp_path: Path) -> None:
    folder = Folder(tmp_path, settle_seconds=30.0)
    (tmp_path / "a.pdf").write_bytes(b"%PDF %%EOF")
    new, pause = folder.look()
    assert (new, len(scan(tmp_path)[0])) == (False, 1)
    assert pause is not None
    assert 25 < pause <= 30
