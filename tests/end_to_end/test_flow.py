"""The pass from the intake folder to the snapshot, against one Prefect server for all tests of this module.

The reader is a stand-in, the rest is real: child processes, warehouse, snapshot, Prefect.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import duckdb
import pytest

from flows.engine import surroundings
from flows.errors import RekapError
from flows.intake import inbox
from flows.line.one_pass import run_pass
from flows.line.outcome import FileLine, PassResult
from flows.locks import hold, writer_lock_file
from flows.settings import Limits, Schedule, Settings
from warehouse.content import content_hash
from warehouse.records.marts import MARTS

READER = "tests.support.readers:report"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server as a pass starts one, with its environment, for the whole module."""
    before = dict(os.environ)
    settings = Settings(data=tmp_path_factory.mktemp("server"), processes=2)
    surroundings.prepare(settings)
    own = surroundings.Server(settings, PREFECT__SERVER_EPHEMERAL="1")
    os.environ["PREFECT_API_URL"] = own.url()
    yield own.url()
    own.stop()
    os.environ.clear()
    os.environ.update(before)


@pytest.fixture
def settings(tmp_path: Path, server: str) -> Settings:
    limits = Limits(bytes=10_000, seconds=6)
    (tmp_path / "data" / "intake").mkdir(parents=True)
    return Settings(data=tmp_path / "data", processes=2, limits=limits, schedule=Schedule(settle_seconds=0.01))


def drop(settings: Settings, name: str, order: str, end: str = "%%EOF") -> Path:
    path = settings.intake / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"%PDF {order} {end}", encoding="utf-8")
    return path


def drop_reports(settings: Settings, count: int = 8) -> None:
    """Reports of several satker; the last two are revisions of the first two."""
    for number in range(count):
        drop(settings, f"r{number}.pdf", f"REPORT {6101 + number % (count - 2)} 2024 2 {number + 10}")


def run(settings: Settings) -> PassResult:
    return run_pass(settings, reader=READER)


def outcomes(result: PassResult) -> dict[str, str]:
    return {line.filename: line.outcome for line in result.lines}


def published(settings: Settings) -> str:
    """The content hash of what is published."""
    name = (settings.published / "current").read_text(encoding="utf-8").strip()
    with duckdb.connect(str(settings.published / name), read_only=True) as con:
        return content_hash(con, "main", MARTS)


def query(settings: Settings, sql: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(settings.published / "rekap.duckdb"), read_only=True) as con:
        return con.execute(sql).fetchall()


def task_runs(server: str) -> dict[str, str]:
    """Name and state of every task run that the server has written down."""
    body = json.dumps({"limit": 200}).encode()
    request = Request(f"{server}/task_runs/filter", data=body, headers={"Content-Type": "application/json"})
    with urlopen(request) as answer:
        return {run["name"]: run["state_type"] for run in json.load(answer)}


def test_each_file_is_dealt_with_by_itself(settings: Settings, server: str) -> None:
    drop_reports(settings)
    drop(settings, "sub/kopi r0.pdf", "REPORT 6101 2024 2 10")
    drop(settings, "surat.pdf", "REFUSE")
    drop(settings, "macet.pdf", "HANG")
    drop(settings, "rusak.pdf", "CRASH")
    drop(settings, "besar.pdf", "x" * 20_000)
    drop(settings, "potong.pdf", "RAISE", end="")
    (settings.intake / "tautan.pdf").symlink_to("/etc/hostname")
    result = run(settings)
    assert outcomes(result) == {f"r{number}.pdf": "loaded" for number in range(8)} | {
        "kopi r0.pdf": "duplicate",
        "tautan.pdf": "skipped",
        **dict.fromkeys(("surat.pdf", "macet.pdf", "rusak.pdf", "besar.pdf", "potong.pdf"), "refused"),
    }
    reasons = {line.filename: line.reason for line in result.lines if line.reason}
    assert reasons["macet.pdf"] == reasons["besar.pdf"] == "too_large"
    assert reasons["rusak.pdf"] == reasons["potong.pdf"] == "damaged"
    assert [path.name for path in settings.intake.rglob("*") if path.is_symlink() or path.is_file()] == ["tautan.pdf"]
    assert len(list(settings.archive.glob("??/*.pdf"))) == 13
    assert len(list(settings.quarantine.glob("*.alasan.txt"))) == 5
    assert query(settings, "SELECT status, count(*) FROM documents GROUP BY ALL ORDER BY 1") == [
        ("current", 6),
        ("refused", 5),
        ("superseded", 2),
    ]
    assert query(settings, "SELECT sum(posts) FROM social_media WHERE satker_code = '6101'") == [(16 + 17 + 18 + 16,)]
    names = task_runs(server)
    assert (
        names["extract r0.pdf"] == names["load r0.pdf"] == names["intake surat.pdf"] == names["publish"] == "COMPLETED"
    )
    assert names["extract rusak.pdf"] == "FAILED"


def test_second_pass_changes_nothing(settings: Settings) -> None:
    drop_reports(settings)
    told: list[tuple[int, int, FileLine | None]] = []
    first = run_pass(settings, reader=READER, progress=lambda *step: told.append(step))
    assert [(done, total) for done, total, _ in told] == [(done, 8) for done in range(9)]
    before = published(settings)
    again = run(settings)
    assert (again.lines, again.snapshot) == ((), first.snapshot)
    for number in range(8):
        shutil.copy(next(settings.archive.glob("??/*.pdf")), settings.intake / f"kopi{number}.pdf")
    assert set(outcomes(run(settings)).values()) == {"duplicate"}
    assert published(settings) == before
    assert not list(settings.intake.iterdir())


def test_mended_file_is_taken_in_and_its_letter_goes(settings: Settings) -> None:
    drop(settings, "sambas.pdf", "REPORT 6101 2024 2 5")
    drop(settings, "6103_sanggau_2024_tw2.pdf", "REFUSE")
    run(settings)
    assert (settings.quarantine / "6103_sanggau_2024_tw2.alasan.txt").exists()
    assert query(settings, "SELECT satker_code, status FROM coverage WHERE satker_code = '6103'") == [
        ("6103", "quarantined")
    ]
    drop(settings, "6103_sanggau_2024_tw2.pdf", "REPORT 6103 2024 2 5")
    assert outcomes(run(settings)) == {"6103_sanggau_2024_tw2.pdf": "loaded"}
    assert not list(settings.quarantine.iterdir())


def test_refused_file_is_read_again_when_it_is_dropped_again(settings: Settings) -> None:
    drop(settings, "besar.pdf", "REPORT 6104 2024 2 5 " + "x" * 20_000)
    assert outcomes(run(settings)) == {"besar.pdf": "refused"}
    drop(settings, "besar.pdf", "REPORT 6104 2024 2 5 " + "x" * 20_000)
    generous = replace(settings, limits=replace(settings.limits, bytes=100_000))
    assert outcomes(run(generous)) == {"besar.pdf": "loaded"}


def test_awkward_names(settings: Settings) -> None:
    names = ["a b'c\"d.pdf", "baris\nbaru.pdf", "\x1b[31m.pdf", "a..pdf", "x" * 240 + ".pdf", "{0}.pdf"]
    for number, name in enumerate(names):
        drop(settings, name, f"REFUSE {number}")
    lines = run(settings).lines
    assert [line.outcome for line in lines] == ["refused"] * len(names)
    assert all(line.filename.isprintable() for line in lines)
    assert all(path.parent == settings.quarantine for path in settings.quarantine.rglob("*"))
    assert len(list(settings.quarantine.iterdir())) == 2 * len(names)


def test_file_that_is_still_written_waits(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    path = drop(settings, "salin.pdf", "REPORT 6103 2024 2 5")
    copy = inbox._copy

    def copy_slowly(source: Path, target: Path) -> tuple[str, int]:
        with path.open("ab") as more:
            more.write(b"lagi")
        return copy(source, target)

    monkeypatch.setattr(inbox, "_copy", copy_slowly)
    assert outcomes(run(settings)) == {"salin.pdf": "waiting"}
    monkeypatch.undo()
    assert outcomes(run(settings)) == {"salin.pdf": "loaded"}


def test_second_writer_is_refused(settings: Settings) -> None:
    with hold(writer_lock_file(settings.data), "rekap run"), pytest.raises(RekapError, match="sedang dipakai"):
        run(settings)


def test_server_that_does_not_answer_is_named(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PREFECT_API_URL", "http://127.0.0.1:9/api")
    with pytest.raises(RekapError, match=r"http://127\.0\.0\.1:9/api tidak menjawab"):
        run(settings)


def test_full_disk_ends_the_pass_and_the_next_one_finishes(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    drop_reports(settings)
    drop(settings, "penuh.pdf", "FULL")
    with pytest.raises(RekapError, match="Ruang disk penuh"):
        run(settings)
    (settings.intake / "penuh.pdf").unlink()
    run(settings)
    assert published(settings) == undisturbed(settings)


PASS = """
import sys
from pathlib import Path
from flows.line.one_pass import run_pass
from flows.settings import Schedule, Settings
if __name__ == "__main__":
    settings = Settings(data=Path(sys.argv[1]), processes=2, schedule=Schedule(settle_seconds=0.01))
    run_pass(settings, reader="tests.support.readers:report")
"""


@pytest.mark.parametrize("loaded", [0, 3, 8])
def test_killed_pass_is_finished_by_the_next(settings: Settings, tmp_path: Path, loaded: int) -> None:
    """SIGKILL once so many of eight files have left the intake folder."""
    drop_reports(settings)
    script = tmp_path / "one_pass.py"
    script.write_text(PASS, encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen([sys.executable, script, settings.data], env=environment) as other:
        deadline = time.monotonic() + 60
        while len(list(settings.intake.iterdir())) > 8 - loaded or not settings.warehouse.exists():
            assert other.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.001)
        other.kill()
    run(settings)
    assert published(settings) == undisturbed(settings)
    assert not list(settings.intake.iterdir())
    assert not (settings.data / "work").exists()


@pytest.fixture(scope="module")
def cluster(server: str) -> Iterator[Any]:
    """A scheduler and two workers in processes of their own."""
    distributed = pytest.importorskip("distributed")
    dask = pytest.importorskip("dask")
    pytest.importorskip("prefect_dask")
    with (
        dask.config.set({"distributed.worker.daemon": False}),
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as local,
    ):
        yield local


@pytest.mark.skipif(os.name == "nt", reason="needs SIGKILL")
def test_cluster_gives_the_same_also_when_a_worker_is_killed(settings: Settings, cluster: Any) -> None:
    drop_reports(settings)
    (victim, *_) = cluster.workers.values()

    def kill_in_the_middle() -> None:
        deadline = time.monotonic() + 60
        while not list((settings.data / "work").glob("*.json")) and time.monotonic() < deadline:
            time.sleep(0.001)
        os.kill(victim.pid, signal.SIGKILL)

    killer = threading.Thread(target=kill_in_the_middle)
    killer.start()
    result = run_pass(replace(settings, dask_scheduler=cluster.scheduler_address), reader=READER)
    killer.join()
    assert result.counts == {"loaded": 8}
    assert published(settings) == undisturbed(settings)


def test_scheduler_that_does_not_answer_is_named(settings: Settings) -> None:
    dask = pytest.importorskip("dask")
    pytest.importorskip("prefect_dask")
    drop_reports(settings)
    silent = replace(settings, dask_scheduler="tcp://127.0.0.1:9")
    with (
        dask.config.set({"distributed.comm.timeouts.connect": "0.5s"}),
        pytest.raises(RekapError, match=r"Penjadwal Dask di tcp://127\.0\.0\.1:9 tidak menjawab"),
    ):
        run(silent)


_UNDISTURBED: dict[int, str] = {}


def undisturbed(settings: Settings) -> str:
    """The content hash of eight reports that were taken in without any trouble."""
    if not _UNDISTURBED:
        other = replace(settings, data=settings.data.with_name("undisturbed"))
        other.intake.mkdir(parents=True)
        drop_reports(other)
        run(other)
        _UNDISTURBED[0] = published(other)
    return _UNDISTURBED[0]
