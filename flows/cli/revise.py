"""`rekap diff` and `rekap rebuild`: what changed, and everything made again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from flows.cli.base import command, quarter_options
from flows.cli.decide import satker_option
from flows.console import progress_bar, say, show_table
from flows.settings import Settings

if TYPE_CHECKING:
    from warehouse.diff import Change
    from warehouse.rebuild import Reread

COLUMNS = ("tabel", "perubahan", "baris", "kolom", "lama", "baru", "halaman")


@command("diff", help="Apa yang diubah kiriman ulang, isi demi isi.")
@satker_option(required=True)
@quarter_options(required=True)
@click.option("--old", type=int, metavar="NOMOR", help="Kiriman lama (bawaan: satu sebelum yang baru).")
@click.option("--new", type=int, metavar="NOMOR", help="Kiriman baru (bawaan: yang terbaru).")
def diff(settings: Settings, satker: str, year: int, quarter: int, old: int | None, new: int | None) -> None:
    """Two submissions side by side."""
    from flows.line.writing import writing
    from warehouse.diff import diff as compare

    with writing(settings, "rekap diff") as con:
        found = compare(con, satker, year, quarter, old, new)
    for label, one in (("Lama", found.old), ("Baru", found.new)):
        say(f"{label}: kiriman ke-{one.revision}, {one.filename} ({one.status})")
    show_table(COLUMNS, [_line(change) for change in found.changes])
    say(f"{len(found.changes)} perubahan.")


@command("rebuild", help="Susun ulang gudang dari arsip, koreksi dan persetujuan.")
def rebuild(settings: Settings) -> None:
    """Read everything again and say what changed."""
    from flows.care.rebuilding import rebuild_all

    with progress_bar("Membaca ulang") as advance:
        result, snapshot = rebuild_all(settings, advance)
    changes = [line for reread in result.changed for line in _reread(reread)]
    if changes:
        show_table(("berkas", *COLUMNS), changes)
    for receipt in result.pinned:
        say(f"{receipt.filename}: sudah disetujui, bacaan yang disetujui dipertahankan.")
    backup = f" Gudang yang lama: {result.backup.name}." if result.backup else ""
    say(f"{result.documents} dokumen disusun ulang, {len(result.changed)} di antaranya berubah.{backup}")
    say(f"Snapshot: {snapshot.name} ({'isinya sama' if snapshot.unchanged else 'isinya berubah'}).")


def _reread(reread: Reread) -> Iterator[tuple[object, ...]]:
    """What came out differently in one document."""
    if reread.before != reread.after:
        before = reread.before or "belum dikenal"
        yield (reread.receipt.filename, "documents", "diubah", "", "status", before, reread.after, None)
    for change in reread.changes:
        yield (reread.receipt.filename, *_line(change))


def _line(change: Change) -> tuple[object, ...]:
    """One difference as a row of the table."""
    return (change.table, change.kind, change.row, change.field, change.old, change.new, change.page)


COMMANDS = (diff, rebuild)
