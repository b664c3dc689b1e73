"""Files that survive a power cut: what is renamed into place was written through first."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

PATIENCE = (0.1, 0.3, 1.0)
"""Seconds between tries to replace a file that another program holds open (Windows)."""


def sync_file(path: Path) -> None:
    """Write the file's content through to the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Write a folder's names through to the disk, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def replace(source: Path, target: Path) -> bool:
    """Put `source` in the place of `target` in one step; False when another program holds `target` open."""
    for pause in (*PATIENCE, None):
        try:
            source.replace(target)
        except PermissionError:
            if pause is None:
                return False
            time.sleep(pause)
        else:
            sync_folder(target.parent)
            return True
    return False


def write_text(path: Path, text: str) -> None:
    """Write a small file so that a reader sees the old text or the new, never a part."""
    draft = path.with_name(f".{path.name}.tmp")
    draft.write_text(text, encoding="utf-8", newline="\n")
    sync_file(draft)
    if not replace(draft, path):
        raise PermissionError(f"{path} sedang dibuka program lain")


def copy(source: Path, target: Path) -> None:
    """A durable copy, never a hard link: who opens the copy for writing must not reach the source."""
    shutil.copy2(source, target)
    sync_file(target)
