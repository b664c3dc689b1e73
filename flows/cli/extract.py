"""`rekap extract` and `rekap tables`: reading alone, without the warehouse."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import click

from flows.cli.base import command
from flows.console import progress_bar, say, to_json
from flows.settings import Settings

LONGEST_NAME = 255
"""Bytes of a file name that file systems allow."""

PDFS = click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar="PDF...",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
OUT = click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Tulis NAMA.json untuk setiap PDF ke folder ini (wajib bila lebih dari satu PDF).",
)


@command("extract", help="Baca laporan menjadi JSON, tanpa gudang data.")
@PDFS
@OUT
@click.option("--explain", is_flag=True, help="Tampilkan apa yang dikenali di setiap halaman dan mengapa.")
@click.option(
    "--debug-images",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Gambar garis, sel dan bagian yang dikenali di atas setiap halaman, ke folder ini.",
)
def extract(
    settings: Settings, files: tuple[Path, ...], out: Path | None, explain: bool, debug_images: Path | None
) -> None:
    """One report as JSON on standard output, or a file for each."""
    from flows.reading.options import READER, extract_settings

    if explain or debug_images:
        _show(settings, files, explain, debug_images)
        if not out:
            return
    _read(READER, extract_settings(settings), settings, files, out)


@command("tables", help="Baca semua tabel dari PDF apa pun menjadi JSON.")
@PDFS
@OUT
def tables(settings: Settings, files: tuple[Path, ...], out: Path | None) -> None:
    """Every table of any PDF as JSON on standard output, or a file for each."""
    from flows.reading.options import TABLE_READER, extract_settings

    _read(TABLE_READER, extract_settings(settings), settings, files, out)


def _read(reader: str, options: object, settings: Settings, files: tuple[Path, ...], out: Path | None) -> None:
    """Read all files and write what they give."""
    from flows.reading.batch import read_all

    _check_names(files, out)
    results = read_all(reader, options, files, settings)
    if out is None:
        click.echo(to_json(next(results)))
        return
    out.mkdir(parents=True, exist_ok=True)
    with progress_bar("Membaca") as advance:
        advance(0, len(files))
        for done, (file, result) in enumerate(zip(files, results, strict=True), start=1):
            target = out / _result_name(file)
            target.write_text(to_json(result) + "\n", encoding="utf-8")
            refused = result.get("refused")
            say(f"{file.name}: " + (f"ditolak: {refused['message']}" if refused else f"dibaca, {target}"))
            advance(done, len(files))


def _result_name(file: Path) -> str:
    """STEM.json; a name that would become too long for a file system ends in a hash."""
    from flows.intake.names import safe_name

    name = f"{file.stem}.json"
    return name if len(os.fsencode(name)) <= LONGEST_NAME else safe_name(name)


def _check_names(files: tuple[Path, ...], out: Path | None) -> None:
    """Refuse to mix several results in one stream, or to write one over the other."""
    if out is None and len(files) > 1:
        raise click.UsageError("Lebih dari satu PDF: sebutkan folder hasilnya dengan --out.")
    name, count = Counter(_result_name(file) for file in files).most_common(1)[0]
    if count > 1:
        raise click.UsageError(f"Ada {count} PDF yang hasilnya akan bernama {name} dan saling menimpa.")


def _show(settings: Settings, files: tuple[Path, ...], explain: bool, folder: Path | None) -> None:
    """What was found and why, as text and as pictures."""
    from extractors import explain as explaining
    from extractors.pages.errors import PdfError
    from flows.reading.options import extract_settings

    options = extract_settings(settings)
    for file in files:
        try:
            if explain:
                for line in (f"=== {file.name}", *explaining.explain(file, options)):
                    say(line)
            if folder:
                pictures = explaining.debug_images(file, folder, options)
                say(f"{file.name}: {len(pictures)} gambar di {folder}")
        except PdfError as error:
            say(f"{file.name}: {error}")


COMMANDS = (extract, tables)
