"""`rekap export`: a quarter as files to hand on."""

from __future__ import annotations

from pathlib import Path

import click

from flows.cli.base import command, quarter_options
from flows.console import say
from flows.settings import Settings


@command("export", help="Tulis satu triwulan sebagai XLSX, CSV dan Parquet.")
@quarter_options(required=True)
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Folder hasil (bawaan: exports/TAHUN_twTRIWULAN di folder data).",
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(["xlsx", "csv", "parquet"]),
    default=("xlsx", "csv", "parquet"),
    metavar="BENTUK",
    help="xlsx, csv atau parquet; boleh lebih dari sekali (bawaan: ketiganya).",
)
@click.option(
    "--delimiter",
    type=click.Choice([",", ";"]),
    default=",",
    metavar="TANDA",
    help='Pemisah kolom CSV: "," (bawaan) atau ";" untuk Excel berbahasa Indonesia.',
)
def export(
    settings: Settings, year: int, quarter: int, out: Path | None, formats: tuple[str, ...], delimiter: str
) -> None:
    """The quarter's files and their manifest."""
    from warehouse.export import export_quarter

    folder = out or settings.exports / f"{year}_tw{quarter}"
    manifest = export_quarter(settings.data, year, quarter, folder, formats, delimiter)
    for file in manifest.files:
        if file.format == "xlsx":
            say(f"Buku kerja: {folder / file.path}")
    say(f"{len(manifest.files)} berkas ditulis ke {folder}, dari snapshot {manifest.snapshot}.")


COMMANDS = (export,)
