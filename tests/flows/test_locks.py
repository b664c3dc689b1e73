"""The lock: one holder, named to the others, gone when it dies."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from flows.locks import Locked, hold, is_held

HOLDER = """
import sys, time
from pathlib import Path
from flows.locks import hold
with hold(Path(sys.argv[1]), "rekap run"):
    print("held", flush=True)
    time.sleep(60)
"""


def test_second_holder_is_told_who_is_first(tmp_path: Path) -> None:
    lock = tmp_path / "data" / "rekap.lock"
    with hold(lock, "rekap serve"):
        assert is_held(lock)
        with pytest.raises(Locked, match=f"rekap serve, nomor proses {os.getpid()}"), hold(lock, "rekap run", wait=0):
            pass
    assert not is_held(lock)
    with hold(lock, "rekap run"):
        pass


def test_lock_dies_with_its_holder(tmp_path: Path) -> None:
    lock = tmp_path / "rekap.lock"
    with subprocess.Popen([sys.executable, "-c", HOLDER, str(lock)], stdout=subprocess.PIPE) as other:
        assert other.stdout
        other.stdout.readline()
        assert is_held(lock)
        other.kill()
    assert not is_held(lock)
    with hold(lock, "rekap run"):
        pass


def test_nobody_holds_what_is_not_there(tmp_path: Path) -> None:
    assert not is_held(tmp_path / "rekap.lock")
