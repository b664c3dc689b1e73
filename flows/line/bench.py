"""What a pass works with, opened under the writer's lock and closed again whatever happens."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from flows.engine import surroundings
from flows.intake import inbox
from flows.line import steps
from flows.line.ledger import WarehouseLedger
from flows.line.steps import Bench
from flows.locks import hold, writer_lock_file
from flows.reading.guard import Guard
from flows.reading.options import READER, extract_settings
from flows.settings import Settings


@contextmanager
def bench_for(settings: Settings, purpose: str, reader: str = READER, wait: float = 1.0) -> Iterator[Bench]:
    """The bench of one pass; raises Locked when another process writes for longer than `wait` seconds."""
    with hold(writer_lock_file(settings.data), purpose, wait):
        make_folders(settings)
        inbox.require_room(settings.data)
        log = surroundings.log_file(settings, "reader.log")
        with (
            surroundings.logged(settings),
            Guard(reader, extract_settings(settings), settings.limits, settings.processes, log) as guard,
            WarehouseLedger(settings) as ledger,
        ):
            yield Bench(settings, guard, ledger)
        shutil.rmtree(steps.work_folder(settings), ignore_errors=True)


def make_folders(settings: Settings) -> None:
    """The folders of the data folder; leftovers of a killed pass go. Only under the writer's lock."""
    for folder in (settings.intake, settings.archive, settings.quarantine, settings.published):
        folder.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(steps.work_folder(settings), ignore_errors=True)
    steps.work_folder(settings).mkdir(exist_ok=True)
    inbox.sweep(settings.archive)
