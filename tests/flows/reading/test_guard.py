"""The guard: a document that hangs, crashes, explodes or lies is refused alone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from flows.reading.batch import largest_first, read_all
from flows.reading.guard import Guard, Job, ReaderDied, refuse_dead
from flows.settings import Limits, Settings

LIMITS = Limits(bytes=1000, pages=10, seconds=1.5, memory=1 << 30)


@pytest.fixture(scope="module")
def guard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guard]:
    with Guard("tests.support.readers:wild", None, LIMITS, 2, tmp_path_factory.mktemp("log") / "reader.log") as pool:
        yield pool


def job(folder: Path, order: str) -> Job:
    source = folder / f"{order}.pdf"
    source.write_bytes(f"%PDF {order} %%EOF".encode())
    return Job(f"{order}-{folder.name}", source, "a.pdf", folder / f"{order}.json")


def refusal(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))["refused"]


def test_good_document_is_written(guard: Guard, tmp_path: Path) -> None:
    good = job(tmp_path, "good")
    assert json.loads(guard.read(good).read_text(encoding="utf-8"))["report"]["satker_code"] == "6103"
    assert not list(tmp_path.glob("*.tmp"))


@pytest.mark.parametrize(("orders", "told"), [(["LAST"], "4"), (["LAST", "good", "good"], "4"), (["good"] * 9, "1")])
def test_last_documents_share_all_cores(orders: list[str], told: str, tmp_path: Path) -> None:
    sources = [tmp_path / f"{number}.pdf" for number in range(len(orders))]
    for source, order in zip(sources, orders, strict=True):
        source.write_bytes(order.encode())
    settings = Settings(data=tmp_path, processes=4, limits=LIMITS)
    threads = [
        result["refused"]["message"] for result in read_all("tests.support.readers:threads", None, sources, settings)
    ]
    assert told in threads


def test_too_many_bytes_are_not_even_opened(guard: Guard, tmp_path: Path) -> None:
    big = job(tmp_path, "good")
    big.source.write_bytes(bytes(2000))
    assert refusal(guard.read(big))["reason"] == "too_large"


def test_hanging_document_is_killed_and_its_neighbour_survives(guard: Guard, tmp_path: Path) -> None:
    hanging, good = job(tmp_path, "HANG"), job(tmp_path, "good")
    guard.start(hanging)
    assert "report" in json.loads(guard.read(good).read_text(encoding="utf-8"))
    assert refusal(guard.read(hanging)) == {
        "reason": "too_large",
        "message": "pembacaan dihentikan karena melewati batas waktu 2 detik",
    }


@pytest.mark.parametrize(
    ("order", "reason", "word"),
    [
        ("RAISE", "damaged", "RecursionError"),
        ("UNPICKLABLE", "damaged", "Awkward"),
        pytest.param("EAT", "too_large", "memori", marks=pytest.mark.skipif(os.name == "nt", reason="POSIX limit")),
    ],
)
def test_what_the_reader_raises_refuses_the_document(
    guard: Guard, tmp_path: Path, order: str, reason: str, word: str
) -> None:
    refused = refusal(guard.read(job(tmp_path, order)))
    assert refused["reason"] == reason
    assert word in refused["message"]


def test_full_disk_is_no_fault_of_the_document(guard: Guard, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No space left"):
        guard.read(job(tmp_path, "FULL"))


@pytest.mark.skipif(os.name == "nt", reason="another exit code")
def test_crash_of_the_reader_can_be_tried_again(guard: Guard, tmp_path: Path) -> None:
    crash = job(tmp_path, "CRASH")
    for _ in range(2):
        with pytest.raises(ReaderDied) as died:
            guard.read(crash)
    assert refusal(refuse_dead(crash, died.value)) == {
        "reason": "damaged",
        "message": "berkas rusak: pembaca PDF berhenti mendadak saat membacanya (SIGSEGV)",
    }
    assert refusal(refuse_dead(crash, ReaderDied(-9)))["reason"] == "too_large"


PARENT = """
import sys, time
from pathlib import Path
from flows.reading.guard import Guard, Job
from flows.settings import Limits, Settings
if __name__ == "__main__":
    folder = Path(sys.argv[1])
    guard = Guard("tests.support.readers:wild", None, Limits(), 1, folder / "log")
    guard.start(Job("h", folder / "HANG.pdf", "a.pdf", folder / "h.json"))
    print(*guard._pool._pool_manager.worker_manager.workers, flush=True)
    time.sleep(600)
"""


@pytest.mark.skipif(not Path("/proc").exists(), reason="needs /proc")
def test_children_die_with_a_killed_parent(tmp_path: Path) -> None:
    job(tmp_path, "HANG")
    script = tmp_path / "parent.py"
    script.write_text(PARENT, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        [sys.executable, script, tmp_path], stdout=subprocess.PIPE, text=True, env=environment
    ) as parent:
        assert parent.stdout
        child = Path("/proc") / parent.stdout.readline().strip()
        assert child.exists()
        parent.kill()
    deadline = time.monotonic() + 10
    while child.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not child.exists()


def test_the_largest_document_is_read_first(tmp_path: Path) -> None:
    jobs = []
    for name, size in (("a", 2), ("b", 9), ("c", 5)):
        (tmp_path / name).write_bytes(b"x" * size)
        jobs.append(Job(name, tmp_path / name, name, tmp_path / f"{name}.json"))
    assert [job.filename for job in largest_first(jobs)] == ["b", "c", "a"]
