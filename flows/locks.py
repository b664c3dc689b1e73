"""One writer at a time: a lock on a file that the operating system drops when its holder dies.

A lock of the operating system rather than a file that means 'locked': after a power cut or SIGKILL nothing has to be
cleaned up. The file says who holds it, so that a refusal can name the other one.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from flows.errors import RekapError

_FAR = 1 << 30
"""Windows locks bytes and hides them from readers: lock one that no holder's name reaches."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a lock; `since` is an ISO time in UTC."""

    pid: int
    purpose: str
    since: str


class Locked(RekapError):
    """Someone else holds the lock; `holder` says who, as far as it is known."""

    def __init__(self, holder: Holder | None) -> None:
        """Name the holder in the message."""
        who = f"{holder.purpose}, nomor proses {holder.pid}, sejak {holder.since}" if holder else "proses lain"
        super().__init__(f"Folder data sedang dipakai oleh {who}. Tunggu sampai selesai, lalu coba lagi.")
        self.holder = holder


def writer_lock_file(data: Path) -> Path:
    """The lock of whoever writes the warehouse of the data folder `data`."""
    return data / "rekap.lock"


def service_lock_file(data: Path) -> Path:
    """The lock of the one `rekap serve` of the data folder `data`."""
    return data / "serve.lock"


SERVED = "_REKAP_SERVED"
"""Set in the environment of what a service starts."""


def die_with_service(data: Path) -> None:
    """End this process when the service that started it is gone. A pass can be ended at any moment."""
    if SERVED in os.environ:
        threading.Thread(target=_watch_service, args=(service_lock_file(data),), daemon=True).start()


def _watch_service(lock: Path) -> None:
    """Look at the service's lock until nobody holds it."""
    while is_held(lock):
        time.sleep(2)
    os._exit(1)


@contextmanager
def hold(path: Path, purpose: str, wait: float = 0.0) -> Iterator[None]:
    """Hold the lock `path` for the length of a `with`; raises Locked when it is not free within `wait` seconds."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        _acquire(descriptor, path, time.monotonic() + wait)
        _sign(descriptor, Holder(os.getpid(), purpose, datetime.now(UTC).isoformat(timespec="seconds")))
        yield
        os.truncate(descriptor, 0)
    finally:
        os.close(descriptor)


def holder(path: Path) -> Holder | None:
    """Who signed the lock file last; None when nobody did. Only a failed `hold` tells whether it is held."""
    try:
        return Holder(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def is_held(path: Path) -> bool:
    """Whether a living process holds the lock."""
    if not path.exists():
        return False
    descriptor = os.open(path, os.O_RDWR)
    try:
        return not _try_lock(descriptor)
    finally:
        os.close(descriptor)


def _acquire(descriptor: int, path: Path, deadline: float) -> None:
    """Lock the open file, trying until `deadline`."""
    while not _try_lock(descriptor):
        if time.monotonic() >= deadline:
            raise Locked(holder(path))
        time.sleep(0.2)


def _sign(descriptor: int, signature: Holder) -> None:
    """Write who holds the lock into its file."""
    text = json.dumps({"pid": signature.pid, "purpose": signature.purpose, "since": signature.since})
    os.truncate(descriptor, 0)
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, text.encode())


if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        """Lock the open file if nobody has; closing it or dying unlocks."""
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        """Lock the open file if nobody has; closing it or dying unlocks."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
