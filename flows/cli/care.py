"""`rekap doctor`, `rekap backup` and `rekap restore`: the care of a data folder."""

from __future__ import annotations

from pathlib import Path

import click

from flows.cli.base import FAILED, command
from flows.console import say, show_table
from flows.settings import Settings


@command("doctor", help="Periksa folder data: arsip, gudang, snapshot, ruang disk.")
@click.option("--fix", is_flag=True, help="Bereskan yang aman dibereskan.")
def doctor(settings: Settings, fix: bool) -> None:
    """Every diagnosis; exit code 1 while an error remains."""
    from flows.care.doctor import examine

    found = examine(settings, mend=fix)
    rows = [(one.check, "dibereskan" if one.mended else one.level, one.message) for one in found]
    show_table(("pemeriksaan", "hasil", "penjelasan"), rows)
    if any(one.level == "kesalahan" and not one.mended for one in found):
        raise click.exceptions.Exit(FAILED)


@command("backup", help="Buat cadangan, juga ketika layanan berjalan.")
@click.option(
    "--out",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="BERKAS",
    help="Berkas cadangan (zip) yang dibuat.",
)
@click.option("--with-archive", is_flag=True, help="Sertakan juga semua PDF asli.")
def backup(settings: Settings, out: Path, with_archive: bool) -> None:
    """What cannot be made again, in one file."""
    from flows.care.backup import back_up

    made = back_up(settings, out, with_archive=with_archive)
    say(f"Cadangan ditulis: {made.path} ({made.originals} berkas asli tercatat).")
    if not with_archive:
        say(f"Salin juga folder {settings.archive}, atau pakai --with-archive.")


@command("restore", help="Pulihkan cadangan ke folder data.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="BERKAS")
@click.option("--replace", is_flag=True, help="Gantikan gudang yang sudah ada; yang lama disimpan dengan nama lain.")
def restore(settings: Settings, file: Path, replace: bool) -> None:
    """A backup's warehouse and settings back into a data folder."""
    from flows.care.backup import restore as put_back

    restored = put_back(settings, file, replace=replace)
    say(f"Cadangan dari {restored.made_at:%Y-%m-%d %H:%M} UTC dipulihkan ke {settings.data}.")
    if restored.missing:
        say(f"{len(restored.missing)} berkas asli belum ada; salin ke {settings.archive}:")
        for sha256 in restored.missing:
            say(f"  {sha256[:2]}/{sha256}.pdf")


COMMANDS = (doctor, backup, restore)
