"""`rekap run`, `rekap serve` and `rekap demo`: the line itself."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import replace
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

from flows.cli.base import command
from flows.console import complain, progress_bar, say
from flows.errors import RekapError
from flows.settings import Settings

if TYPE_CHECKING:
    from flows.line.outcome import FileLine

SAMPLE = "6103_sanggau_2024_tw2.pdf"
"""The report that comes along in flows/sample."""


@command("run", help="Olah semua berkas di folder intake sampai snapshot terbit.")
def run(settings: Settings) -> None:
    """One pass: a line a file, then a summary."""
    _pass(settings)


@command("serve", help="Layanan: awasi folder intake, berjalan menurut jadwal.")
def serve(settings: Settings) -> None:
    """The service, until it is stopped."""
    from flows.service.serve import serve as serve_until_stopped

    serve_until_stopped(settings)


@command("demo", help="Coba seluruh alur dengan contoh laporan.")
def demo(settings: Settings) -> None:
    """The sample report through the whole line, in a data folder that holds nothing else."""
    from flows.cli.demo_report import show_demo

    with as_file(files("flows") / "sample" / SAMPLE) as sample:
        _only_sample(settings, sample)
        settings.intake.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(sample, settings.intake / SAMPLE)
    say(f"Contoh laporan diletakkan di {settings.intake / SAMPLE}")
    # The copy above is whole: no need to wait and see whether it grows.
    _pass(replace(settings, schedule=replace(settings.schedule, settle_seconds=0.0)))
    show_demo(settings)


def _pass(settings: Settings) -> None:
    """Run a pass and show it."""
    from flows.line.one_pass import run_pass

    with progress_bar("Mengolah") as advance:

        def note(done: int, total: int, line: FileLine | None) -> None:
            advance(done, total)
            if line:
                say(_line(line))

        result = run_pass(settings, progress=note)
    for remark in result.remarks:
        complain(remark)
    say(f"Selesai: {_counted(result.counts)}. Snapshot: {result.snapshot}")


def _line(line: FileLine) -> str:
    """What became of one file."""
    from flows.line.outcome import LABELS

    return f"{line.filename}: {LABELS[line.outcome]}" + (f" - {line.message}" if line.message else "")


def _counted(counts: dict[str, int]) -> str:
    """How many files had each outcome."""
    from flows.line.outcome import LABELS

    told = [f"{counts[outcome]} {label}" for outcome, label in LABELS.items() if counts[outcome]]
    return ", ".join(told) or "tidak ada berkas baru"


def _only_sample(settings: Settings, sample: Path) -> None:
    """Keep the sample out of a data folder in which real work is done."""
    known = hashlib.sha256(sample.read_bytes()).hexdigest()
    if any(file.stem != known for file in settings.archive.rglob("*.pdf")):
        raise RekapError(f"Folder {settings.data} sudah berisi laporan. Sebutkan folder baru: rekap demo --data FOLDER")


COMMANDS = (run, serve, demo)
