"""Stand-ins for `extractors.line.extract_file`, imported by the guard's child processes by name."""

from __future__ import annotations

import ctypes
import errno
import hashlib
import os
import time
from dataclasses import replace
from pathlib import Path

from extractors.document import Document, Finding, Refusal, ReportHead, SocialMedia, Source
from extractors.scans.threads import allowed


def _source(path: Path, filename: str) -> Source:
    return Source(filename, hashlib.sha256(path.read_bytes()).hexdigest(), pages=1)


def quick(path: Path, *, filename: str, settings: object) -> Document | Refusal:
    """A report of Sanggau; a file that says REFUSE is none."""
    source = _source(path, filename)
    if b"REFUSE" in path.read_bytes():
        return Refusal(source, "not_a_report", "Tidak ada laporan Bakohumas di berkas ini.")
    return Document(source, ReportHead("6103", "KPU Kabupaten Sanggau", 2024, 2))


def threads(path: Path, *, filename: str, settings: object) -> Document | Refusal:
    """A refusal that says how many threads its reader may use; a file that says LAST waits until it has four."""
    patience = time.monotonic() + 30
    while b"LAST" in path.read_bytes() and allowed() < 4 and time.monotonic() < patience:
        time.sleep(0.01)
    return Refusal(_source(path, filename), "not_a_report", str(allowed()))


def wild(path: Path, *, filename: str, settings: object) -> Document | Refusal:
    """Does what the file says: HANG, CRASH, EAT, RAISE, UNPICKLABLE, FULL; else as `quick`."""
    order = path.read_bytes().removeprefix(b"%PDF ").split(b"%")[0].strip()
    if order == b"HANG":
        time.sleep(600)
    elif order == b"CRASH":
        time.sleep(0.3)  # the pool may take the death of a child that it has hardly started for a time-out
        ctypes.string_at(0)
    elif order == b"EAT":
        bytearray(1 << 40)
    elif order == b"RAISE":
        raise RecursionError("deep")
    elif order == b"UNPICKLABLE":
        raise Awkward(needed=1)
    elif order == b"FULL":
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    return quick(path, filename=filename, settings=settings)


class Awkward(Exception):
    """An error that cannot travel between processes."""

    def __init__(self, *, needed: int) -> None:
        super().__init__("awkward")
        self.needed = needed


def report(path: Path, *, filename: str, settings: object) -> Document | Refusal:
    """A small report from `%PDF REPORT satker year quarter posts`; else as `wild`."""
    words = path.read_bytes().split()
    if words[1:2] != [b"REPORT"]:
        return wild(path, filename=filename, settings=settings)
    satker, year, quarter, posts = (int(word) for word in words[2:6])
    time.sleep(0.05)
    head = ReportHead(str(satker), f"KPU {satker}", year, quarter)
    cells = tuple(
        SocialMedia("foto_berita", "Foto Berita", platform, posts + index, str(posts + index), None, 1, (1, 2, 3, 4))
        for index, platform in enumerate(("instagram", "facebook", "youtube"))
    )
    doubtful = replace(cells[0], platform="tiktok", doubt="angka kabur")
    finding = Finding("blank_cell", "info", "sel kosong di baris 1", 1)
    return Document(_source(path, filename), head, social_media=(*cells, doubtful), findings=(finding,))
