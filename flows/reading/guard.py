"""Guarded reading: each document is parsed in a child process that may cost so much and no more.

A document that hangs, explodes or crashes its reader is refused alone; its neighbours never notice. The pool is kept
over a pass (a fresh process costs 0.2 s, a kept one nothing). What a child gives back is a JSON file, so the parent
never holds a document it does not need.
"""

from __future__ import annotations

import ctypes
import importlib
import json
import multiprocessing
import os
import signal
import sys
import threading
import traceback
from concurrent.futures import Future, TimeoutError
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from pebble import ProcessExpired, ProcessPool

from extractors.document import Document, Refusal, Source
from extractors.scans import threads
from flows.errors import ENVIRONMENT
from flows.reading.actives import active_content
from flows.settings import Limits

DOCUMENTS_PER_PROCESS = 50
"""A child is replaced after so many documents, whatever a library may have leaked."""

TRIES = 3
"""How often a document is begun again when another one has broken the pool."""

M_ARENA_MAX, M_MMAP_THRESHOLD = -8, -3
"""The numbers of these settings in glibc's malloc.h."""
LARGE_BLOCK = 8 << 20
"""Bytes: blocks of this size go back to the system as soon as they are free."""

OVER_MEMORY = "pembacaan dihentikan karena memori yang diperlukan melewati batas"

_SPAWN = multiprocessing.get_context("spawn")
"""How children begin: a forked one would inherit the writer's lock."""

_OUT_OF_MEMORY = {"SIGKILL", "SIGABRT", "SIGTRAP", "SIGILL", "SIGBUS"}
"""How a C library or the kernel ends a process that asked for too much."""


class Reader(Protocol):
    """What reads one document: `extractors.line.extract_file` or a stand-in of a test."""

    def __call__(self, path: Path, *, filename: str, settings: Any) -> Document | Refusal:
        """The report, or why it is none."""


@dataclass(frozen=True, slots=True)
class Job:
    """One document to read: its original, the name it came under, and where its JSON goes."""

    sha256: str
    source: Path
    filename: str
    target: Path


class ReaderDied(Exception):
    """The child process ended by itself: a crash of a C library, or the machine ran out of memory."""

    def __init__(self, code: int) -> None:
        """Keep the exit code (negative: the signal)."""
        super().__init__(f"exit code {code}")
        self.code = code


class Guard:
    """A pool of child processes that read documents with `reader` (a dotted name, "module:function")."""

    def __init__(self, reader: str, options: object, limits: Limits, processes: int, log: Path) -> None:
        """Start the children at once: they import while their parent does other things."""
        self.reader, self.options, self.limits = reader, options, limits
        self._processes, self._log = processes, log
        self._threads = _SPAWN.Value("i", 1, lock=False)
        self._lock = threading.Lock()
        self._futures: dict[Path, Future[None]] = {}
        self._pool = self._new_pool()

    def __enter__(self) -> Guard:
        """Ready to read."""
        return self

    def __exit__(self, *error: object) -> None:
        """End the children."""
        self._end_pool()

    def allow(self, threads: int) -> None:
        """Let each child use so many threads from its next page on."""
        self._threads.value = threads

    def start(self, job: Job) -> Future[None]:
        """Have the document read in the background, once however often it is asked for."""
        with self._lock:
            if job.target not in self._futures:
                if not self._pool.active:
                    self._end_pool()
                    self._pool = self._new_pool()
                arguments = (self.reader, self.options, job)
                self._futures[job.target] = self._pool.schedule(_read, args=arguments, timeout=self.limits.seconds)
            return self._futures[job.target]

    def read(self, job: Job) -> Path:
        """The JSON file of the document or of its refusal. Raises ReaderDied, which another try may mend."""
        if (size := job.source.stat().st_size) > self.limits.bytes:
            megabytes = self.limits.bytes >> 20
            return refuse(job, "too_large", f"berkas terlalu besar: {size >> 20} MB, batasnya {megabytes} MB")
        error = self._error(job)
        if error is None:
            return job.target
        if isinstance(error, TimeoutError):
            seconds = f"{self.limits.seconds:.0f} detik"
            return refuse(job, "too_large", f"pembacaan dihentikan karena melewati batas waktu {seconds}")
        raise ReaderDied(error.exitcode or 0) if isinstance(error, ProcessExpired) else error

    def _error(self, job: Job) -> BaseException | None:
        """How reading ended. A document that crashes at once can take the pool down: then the others start again."""
        for _ in range(TRIES):
            error = self.start(job).exception()
            if error is not None:
                with self._lock:
                    self._futures.pop(job.target, None)
            if not isinstance(error, BrokenProcessPool):
                break
        return error

    def _end_pool(self) -> None:
        """End the children, also those in the middle of a document."""
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()

    def _new_pool(self) -> ProcessPool:
        """A pool whose children limit themselves."""
        pool = ProcessPool(
            max_workers=self._processes,
            max_tasks=DOCUMENTS_PER_PROCESS,
            initializer=_limit_self,
            initargs=(self.limits.memory, self.reader, str(self._log), self._threads),
            context=_SPAWN,
        )
        pool.active  # noqa: B018 - reading the property starts the pool
        return pool


def remarks_file(target: Path) -> Path:
    """Beside a document's JSON: remarks on what its file carries, one a line."""
    return target.with_suffix(".remarks.txt")


def refuse(job: Job, reason: str, message: str) -> Path:
    """Write the refusal of a document whose reader could not speak for itself."""
    source = Source(filename=job.filename, sha256=job.sha256, pages=0)
    return _write(job.target, Refusal(source, reason, message).to_json())


def refuse_dead(job: Job, died: ReaderDied) -> Path:
    """Write the refusal of a document that ended its reader more than once."""
    name = signal.Signals(-died.code).name if died.code < 0 else str(died.code)
    if name in _OUT_OF_MEMORY:
        return refuse(job, "too_large", OVER_MEMORY)
    return refuse(job, "damaged", f"berkas rusak: pembaca PDF berhenti mendadak saat membacanya ({name})")


def _read(reader: str, options: object, job: Job) -> None:
    """In the child: read one document and write its JSON."""
    module, _, function = reader.partition(":")
    call: Reader = getattr(importlib.import_module(module), function)
    try:
        content = call(job.source, filename=job.filename, settings=options).to_json()
        remarks_file(job.target).write_text("\n".join(active_content(job.source)), encoding="utf-8")
        _write(job.target, content)
    except MemoryError:
        refuse(job, "too_large", OVER_MEMORY)
    except Exception as error:  # the border of the guard: whatever a hostile file raises refuses that file alone
        if isinstance(error, OSError) and error.errno in ENVIRONMENT:
            raise
        traceback.print_exc()
        refuse(job, "damaged", f"berkas rusak: isinya tidak dapat dibaca ({type(error).__name__})")


def _write(target: Path, content: dict[str, Any]) -> Path:
    """Write JSON whole or not at all."""
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_suffix(f".{os.getpid()}.tmp")
    temporary.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return temporary.replace(target)


def _limit_self(memory: int, reader: str, log: str, allowed: ctypes.c_int) -> None:
    """In the child, once: die with the parent, keep to its memory and threads, import what reading needs."""
    threading.Thread(target=_die_with_parent, daemon=True).start()
    with Path(log).open("ab", buffering=0) as file:
        os.dup2(file.fileno(), 1)
        os.dup2(file.fileno(), 2)
    threads.follow(lambda: allowed.value)
    importlib.import_module(reader.partition(":")[0])
    _limit_memory(memory)


def _die_with_parent() -> None:
    """End this process when its parent is gone, whatever it is doing."""
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


if sys.platform == "win32":

    def _limit_memory(memory: int) -> None:
        """Windows has no limit of this kind; the time limit still holds."""

else:
    import resource

    def _limit_memory(memory: int) -> None:
        """Let the address space grow by `memory` bytes and no more, and leave no core file."""
        _spare_memory()
        limit = _address_space() + memory
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    def _spare_memory() -> None:
        """Have glibc keep less than it would: 64 MB of address space for each thread, and of a picture's blocks up to
        32 MB each once they are free, which costs half as much memory again.
        """
        if mallopt := getattr(ctypes.CDLL(None), "mallopt", None):
            mallopt(M_ARENA_MAX, 1)
            mallopt(M_MMAP_THRESHOLD, LARGE_BLOCK)

    def _address_space() -> int:
        """Bytes of address space in use, 0 where the system does not say."""
        statm = Path("/proc/self/statm")
        return int(statm.read_text().split()[0]) * resource.getpagesize() if statm.exists() else 0
