"""Intake: from a file that someone dropped to its bytes in the archive under their sha256.

Nothing here is moved: a file is copied, made durable, and taken out of the intake folder only after everything that
follows has been recorded. So a pass killed anywhere leaves the file where the next pass finds it, and every step can
be done twice.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from flows.errors import RekapError
from flows.intake.names import shown_name
from warehouse.durable import sync_folder

CHUNK = 1 << 20
"""Bytes copied at a time."""

RESERVE = 64 << 20
"""Bytes that must stay free on the disk for the warehouse and the snapshot."""

TRUNCATED_PATIENCE = 5
"""A PDF without its end is probably still being copied: it must stay unchanged this many times as long."""

_TEMPORARY = (".part", ".partial", ".crdownload", ".download", ".tmp", ".filepart")
_SYSTEM = {"thumbs.db", "desktop.ini", "ehthumbs.db"}


@dataclass(frozen=True, slots=True)
class Dropped:
    """A file in the intake folder as it was seen: a change in any field means that someone still writes it."""

    path: Path
    name: str
    """The name without its folder, fit to be shown."""
    size: int
    modified_ns: int
    changed_ns: int
    inode: int
    truncated: bool
    """Whether it begins as a PDF and lacks a PDF's end."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something in the intake folder that a pass leaves alone, with the reason in Indonesian."""

    path: Path
    name: str
    message: str


@dataclass(frozen=True, slots=True)
class Archived:
    """An original in the archive."""

    sha256: str
    path: Path
    size: int


class Changed(Exception):
    """The file changed while it was copied."""


def scan(folder: Path) -> tuple[list[Dropped], list[Skipped]]:
    """Everything in the intake folder and below, oldest first, in an order that two passes agree on."""
    dropped: list[Dropped] = []
    skipped: list[Skipped] = []
    for path in _walk(folder):
        seen = _look(path)
        if isinstance(seen, Dropped):
            dropped.append(seen)
        elif seen is not None:
            skipped.append(seen)
    return sorted(dropped, key=lambda file: (file.modified_ns, str(file.path))), skipped


def unchanged(file: Dropped) -> bool:
    """Whether the file still is what was seen."""
    return _look(file.path) == file


class Settling:
    """Tells how long each file must still be left alone before it counts as wholly copied.

    A file is whole once it has not changed for `seconds`. Its own times may say so at once; else it is watched, which
    also works where the clock of a network drive differs from ours.
    """

    def __init__(self, seconds: float) -> None:
        """Nothing has been watched yet."""
        self._seconds = seconds
        self._since: dict[Path, tuple[Dropped, float]] = {}

    def remaining(self, file: Dropped) -> float:
        """Seconds to wait; 0 when the file is whole."""
        needed = self._seconds * (TRUNCATED_PATIENCE if file.truncated else 1)
        before, since = self._since.get(file.path, (None, 0.0))
        if before != file:
            since = time.monotonic()
            self._since[file.path] = (file, since)
        watched = time.monotonic() - since
        age = time.time() - max(file.modified_ns, file.changed_ns) / 1e9
        return max(0.0, needed - max(watched, age))


def batches(folder: Path, settle_seconds: float) -> Iterator[list[Dropped]]:
    """The files of the folder as they become whole, of those that are there at the first look.

    Ends when none is left, or when what is left has kept changing for as long as a pass may wait.
    """
    settling = Settling(settle_seconds)
    dropped, _ = scan(folder)
    paths = {file.path for file in dropped}
    patience = settle_seconds * TRUNCATED_PATIENCE + 1
    while paths and patience > 0:
        waits = {file: settling.remaining(file) for file in scan(folder)[0] if file.path in paths}
        if whole := [file for file, seconds in waits.items() if seconds == 0]:
            paths -= {file.path for file in whole}
            yield whole
        elif waits:
            pause = min(*waits.values(), patience)
            patience -= pause
            time.sleep(pause)
        else:
            return


def archive_path(archive: Path, sha256: str) -> Path:
    """Where the original with this hash stands."""
    return archive / sha256[:2] / f"{sha256}.pdf"


def archive_file(file: Dropped, archive: Path) -> Archived:
    """Copy the file into the archive, durably, and say under which hash; raises Changed if it is still written."""
    archive.mkdir(parents=True, exist_ok=True)
    require_room(archive, file.size)
    temporary = archive / "baru" / f"{uuid.uuid4().hex}.tmp"
    temporary.parent.mkdir(parents=True, exist_ok=True)
    try:
        sha256, size = _copy(file.path, temporary)
        if size != file.size or not unchanged(file):
            raise Changed(file.name)
        target = archive_path(archive, sha256)
        if not target.exists():
            target.parent.mkdir(exist_ok=True)
            temporary.chmod(0o444)
            temporary.replace(target)
            sync_folder(target.parent)
            sync_folder(archive)
    finally:
        temporary.unlink(missing_ok=True)
    return Archived(sha256, target, size)


def remove(file: Dropped) -> bool:
    """Take the file out of the intake folder unless it has changed since it was read or someone holds it open."""
    if not unchanged(file):
        return False
    try:
        file.path.unlink()
    except PermissionError:
        return False
    return True


def sweep(archive: Path) -> None:
    """Delete the halves of copies that a killed pass left behind. Only the holder of the writer's lock may."""
    for temporary in (archive / "baru").glob("*.tmp"):
        temporary.unlink(missing_ok=True)


def require_room(folder: Path, size: int = 0) -> None:
    """Stop before the disk is full to the last byte."""
    if (free := shutil.disk_usage(folder).free) < size + RESERVE:
        raise RekapError(f"Ruang disk tinggal {free >> 20} MB; kosongkan sebagian, lalu jalankan lagi.")


def _walk(folder: Path) -> Iterator[Path]:
    """Every entry that is not a folder (or a folder that cannot be opened), never through a link."""
    folders = [folder]
    while folders:
        current = folders.pop()
        try:
            entries = list(current.iterdir())
        except OSError:
            yield current
            continue
        inner = [path for path in entries if path.is_dir() and not path.is_symlink()]
        folders += inner
        yield from set(entries) - set(inner)


def _look(path: Path) -> Dropped | Skipped | None:
    """What stands at `path`; None for what is not meant for us or is gone by now."""
    name = shown_name(path.name)
    if _is_ignored(path.name.lower()):
        return None
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode):
            return Skipped(path, name, "bukan berkas biasa (tautan atau perangkat); salin berkas aslinya ke sini")
        truncated = _is_truncated(path, status.st_size)
    except FileNotFoundError:
        return None
    except OSError as error:
        return Skipped(path, name, f"tidak dapat dibaca ({error.strerror}); periksa izin berkas atau tutup programnya")
    return Dropped(path, name, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino, truncated)


def _is_ignored(name: str) -> bool:
    """Whether the name is a system's or a half download's, not a report's."""
    return name in _SYSTEM or name.startswith((".", "~$")) or name.endswith(_TEMPORARY)


def _is_truncated(path: Path, size: int) -> bool:
    """Whether the file begins as a PDF but has no end mark; raises OSError when it cannot be opened."""
    with path.open("rb") as file:
        if not file.read(5).startswith(b"%PDF"):
            return False
        file.seek(max(0, size - 2048))
        return b"%%EOF" not in file.read()


def _copy(source: Path, target: Path) -> tuple[str, int]:
    """Copy bytes to the disk itself, and give their sha256 and number."""
    digest, size = hashlib.sha256(), 0
    with source.open("rb") as reader, target.open("xb") as writer:
        while chunk := reader.read(CHUNK):
            digest.update(chunk)
            size += len(chunk)
            writer.write(chunk)
        writer.flush()
        os.fsync(writer.fileno())
    return digest.hexdigest(), size
