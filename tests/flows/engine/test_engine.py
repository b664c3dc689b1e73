"""Prefect's surroundings: a server that starts whatever a power cut left, and that says why when it does not."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from flows.engine import surroundings
from flows.errors import RekapError
from flows.settings import Server, Settings


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """A data folder whose Prefect environment is gone again after the test."""
    for name in (
        *surroundings.FIXED,
        "PREFECT_HOME",
        "NO_PROXY",
        "no_proxy",
        "PREFECT_TASKS_RUNNER_THREAD_POOL_MAX_WORKERS",
    ):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    settings = Settings(data=tmp_path / "data")
    surroundings.prepare(settings)
    return settings


def test_broken_history_is_set_aside(settings: Settings) -> None:
    broken = settings.prefect_home / "prefect.db"
    broken.write_bytes(b"bukan SQLite" * 1000)
    server = surroundings.Server(settings, PREFECT__SERVER_EPHEMERAL="1")
    assert surroundings.answers(server.url())
    server.stop()
    assert not server.running
    assert (settings.prefect_home / "rusak-prefect.db").read_bytes().startswith(b"bukan SQLite")


def test_taken_port_is_said_and_history_stays(settings: Settings) -> None:
    history = settings.prefect_home / "prefect.db"
    history.write_bytes(b"riwayat")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        server = surroundings.Server(settings, port=(port := taken.getsockname()[1]))
        with pytest.raises(RekapError, match=f"Porta {port} sudah dipakai"):
            server.url()
        server.stop()
    assert history.read_bytes() == b"riwayat"


def test_no_service_no_address(settings: Settings) -> None:
    assert surroundings.service_url(settings) == ""
    surroundings.service_file(settings).write_text('{"url": "http://127.0.0.1:9/api", "pid": 1}', encoding="utf-8")
    assert surroundings.service_url(settings) == ""


def test_nothing_of_prefect_stands_outside_the_data_folder(settings: Settings) -> None:
    assert os.environ["PREFECT_HOME"] == str(settings.data / "prefect")
    assert os.environ["DO_NOT_TRACK"] == "1"
    assert os.environ["PREFECT_SERVER_ANALYTICS_ENABLED"] == "false"


def test_log_that_grew_too_long_starts_anew(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(surroundings, "LOG_BYTES", 3)
    surroundings.log_file(settings, "server.log").write_text("lama", encoding="utf-8")
    assert not surroundings.log_file(settings, "server.log").exists()
    assert (settings.data / "log" / "server.1.log").read_text(encoding="utf-8") == "lama"


def test_password_never_shows_in_settings(tmp_path: Path) -> None:
    assert "rahasia" not in repr(Settings(data=tmp_path, server=Server(auth="kpu:rahasia")))
