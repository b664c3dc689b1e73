"""Watching the intake folder: tells when files have become whole, each once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

from watchfiles import watch

from flows.intake import inbox
from flows.intake.inbox import Dropped, Settling

LOOK_SECONDS = 10
"""How often the folder is looked at although nothing was heard: network drives say nothing."""


class Folder:
    """The intake folder as the service sees it."""

    def __init__(self, folder: Path, settle_seconds: float) -> None:
        """Nothing has been seen yet."""
        self._folder, self._settling = folder, Settling(settle_seconds)
        self._offered: set[Dropped] = set()

    def look(self) -> tuple[bool, float | None]:
        """Whether files are whole that were not offered before, and in how many seconds another one may be."""
        files, _ = inbox.scan(self._folder)
        self._offered &= set(files)
        waits = {file: self._settling.remaining(file) for file in files if file not in self._offered}
        whole = {file for file, seconds in waits.items() if seconds == 0}
        self._offered |= whole
        return bool(whole), min((seconds for seconds in waits.values() if seconds), default=None)


def watch_folder(folder: Path, settle_seconds: float, offer: Callable[[], None], stop: Event) -> None:
    """Call `offer` whenever new files are whole, until `stop` is set. A file is offered again only when it changes."""
    seen = Folder(folder, settle_seconds)
    for _ in watch(folder, stop_event=stop, rust_timeout=LOOK_SECONDS * 1000, yield_on_timeout=True):
        pause: float | None = 0.0
        while pause is not None and not stop.wait(pause):
            new, pause = seen.look()
            if new:
                offer()
