"""Quarantine: refused files beside a letter that says why and what to do.

The original stays in the archive; what stands here is for people and may be deleted by hand at any time.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath

from flows.intake.names import safe_name, shown_name

LETTER_SUFFIX = ".alasan.txt"

ADVICE = {
    "not_pdf": "Simpan dokumen aslinya sebagai PDF (Word: Berkas > Simpan Sebagai > PDF), lalu taruh di folder intake.",
    "damaged": "Minta pengirim mengirim ulang berkasnya, atau buat lagi PDF dari dokumen aslinya.",
    "encrypted": "Buka berkas dengan kata sandinya, simpan salinan tanpa kata sandi, lalu taruh salinan itu.",
    "too_large": "Simpan PDF lebih kecil, atau hanya halaman laporannya. Batasnya dapat diubah di rekap.toml.",
    "not_a_report": "Pastikan berkas ini laporan Bakohumas triwulanan. Bila benar, hubungi pengelola aplikasi.",
    "unknown_satker": "Pastikan laporan ini dari satker di provinsi ini, dan nama satker di sampul tertulis benar.",
    "period_unclear": "Tuliskan triwulan dan tahun dengan jelas di sampul, lalu taruh berkas yang sudah diperbaiki.",
}
"""What the analyst can do, by the contract's codes of refusal."""


@dataclass(frozen=True, slots=True)
class Refused:
    """One refused file: where it was dropped (relative to the intake folder), why, and its original."""

    origin: PurePosixPath
    reason: str
    message: str
    sha256: str
    received_at: datetime


def put(folder: Path, refused: Refused, original: Path) -> Path:
    """Write NAME.pdf and NAME.alasan.txt; the path of the letter. Doing it twice changes nothing."""
    folder.mkdir(parents=True, exist_ok=True)
    copy = _free_place(folder, refused)
    temporary = copy.with_name(f"{refused.sha256[:16]}.tmp")
    shutil.copyfile(original, temporary)
    temporary.replace(copy)
    temporary.write_text(letter(refused), encoding="utf-8")
    return temporary.replace(_letter_path(copy))


def letter(refused: Refused) -> str:
    """The text for the analyst."""
    return (
        f"Berkas   : {refused.origin}\n"
        f"Diterima : {refused.received_at:%Y-%m-%d %H:%M %Z}\n"
        f"Alasan   : {refused.message}\n"
        f"Kode     : {refused.reason}\n"
        f"SHA-256  : {refused.sha256}\n\n"
        f"Yang perlu dilakukan:\n{ADVICE[refused.reason]}\n"
        "Setelah berkas yang sudah diperbaiki diterima, catatan ini hilang dengan sendirinya.\n"
    )


def release(folder: Path, origin: PurePosixPath) -> None:
    """Take away what was refused under the name of a file that has now been accepted.

    Files of the same name from two sub-folders of the intake folder are two files; one dropped
    at the top (as it stood in the quarantine) stands for either.
    """
    for place in list(letters(folder)):
        written = PurePosixPath(field_of(place, "Berkas"))
        top = PurePosixPath()
        if written.name == origin.name and (written.parent == origin.parent or top in (written.parent, origin.parent)):
            _copy_path(place).unlink(missing_ok=True)
            place.unlink(missing_ok=True)


def letters(folder: Path) -> Iterator[Path]:
    """The letters of all files in quarantine, by name."""
    return iter(sorted(folder.glob(f"*{LETTER_SUFFIX}")))


def field_of(place: Path, label: str) -> str:
    """A labelled value of a letter ("Berkas", "Alasan", "Kode", "SHA-256"); '' where someone deleted the line."""
    for line in place.read_text(encoding="utf-8", errors="replace").splitlines():
        name, colon, value = line.partition(":")
        if colon and name.strip() == label:
            return value.strip()
    return ""


def origin_of(path: Path, intake: Path) -> PurePosixPath:
    """Where a file was dropped, relative to the intake folder and fit to be shown."""
    return PurePosixPath(*(shown_name(part) for part in path.relative_to(intake).parts))


def _free_place(folder: Path, refused: Refused) -> Path:
    """The file's own name, or with a piece of its hash where another file has the name already."""
    plain = folder / safe_name(refused.origin.name)
    if plain.suffix.lower() == ".pdf":
        plain = plain.with_suffix(".pdf")
    taken = _letter_path(plain)
    if not taken.exists() or field_of(taken, "Berkas") == str(refused.origin):
        return plain
    return plain.with_name(f"{plain.stem} ({refused.sha256[:8]}){plain.suffix}")


def _letter_path(copy: Path) -> Path:
    """NAME.alasan.txt beside NAME.pdf; another suffix stays part of the name."""
    return copy.with_name(copy.name.removesuffix(".pdf") + LETTER_SUFFIX)


def _copy_path(place: Path) -> Path:
    """The refused file beside its letter."""
    stem = place.name.removesuffix(LETTER_SUFFIX)
    plain = place.with_name(f"{stem}.pdf")
    return plain if plain.exists() else place.with_name(stem)
