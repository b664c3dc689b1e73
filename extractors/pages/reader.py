"""The pages of a file as they can be trusted: digital text where it is good, read from the picture where it is not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from extractors import scans
from extractors.geometry import Page
from extractors.pages.again import with_lines_again
from extractors.pages.file import Limits, PdfFile, open_pdf
from extractors.scans.register import register


def read_pages(path: Path, limits: Limits | None = None, *, cache_dir: Path | None = None) -> list[Page]:
    """Every page of the PDF at `path`; raises PdfError where the file is refused.

    What is read from pictures is kept in `cache_dir`. Where reading pictures is not installed, a page that
    needs it keeps its digital text and says so in its notes.
    """
    with open_pdf(path, limits) as file:
        pages = [trusted_page(file, path, number, cache_dir) for number in range(1, file.page_count + 1)]
    return register(with_lines_again(pages))


def trusted_page(file: PdfFile, path: Path, number: int, cache_dir: Path | None) -> Page:
    """Page `number` of the open `file`, which lies at `path`."""
    page = file.page(number)
    reason = scans.needs_ocr(page, file.pdf)
    if reason is None:
        return page
    if not scans.available():
        note = f"Halaman {number} belum dapat dibaca: {reason}. Pasang paket OCR: pip install 'rekap[ocr]'."
        return replace(page, notes=(*page.notes, note))
    read = scans.read_scanned_page(path, number, cache_dir=cache_dir)
    return replace(read, notes=(*page.notes, *read.notes))
