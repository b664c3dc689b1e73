"""The pages of a PDF: opened, guarded by limits, read once each and closed after use.

pdfium reads them: on the reports it takes a twentieth of pdfplumber's time, and half of pdfplumber's
time is spent before its first table. pdfplumber is the second reader, for what pdfium cannot open
(`reader="pdfplumber"`); both give the same `Page`. pdfium is not safe to use from several threads at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractors.geometry import Page, Word
from extractors.pages.backgrounds import without_grounds
from extractors.pages.bullets import with_bullets
from extractors.pages.errors import PdfError
from extractors.pages.glyphs import RawPage, turned, words
from extractors.pages.overprint import with_overprints_doubted


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a PDF may be. More bytes or pages refuse it; what is over on one page is left out with a note."""

    max_bytes: int = 100_000_000
    max_pages: int = 300
    max_objects_per_page: int = 40_000


class PdfFile:
    """An open PDF. `pdf` is the pypdfium2 document, for those who need its images; None for pdfplumber."""

    def __init__(self, page_count: int, metadata: dict[str, str], read: Callable[[int], RawPage], pdf: Any) -> None:
        """A file whose page n is what `read(n)` gives."""
        self.page_count = page_count
        self.metadata = metadata
        self.pdf = pdf
        self._read = read

    def page(self, number: int) -> Page:
        """Page `number`, counted from 1, with its text upright; raises PdfError when it is damaged."""
        raw, matrix = turned(self._read(number))
        seen = _visible(words(raw.glyphs), raw)
        return Page(
            number=number,
            width=raw.width,
            height=raw.height,
            words=with_bullets(with_overprints_doubted(seen), raw.spots),
            rules=without_grounds(raw.rules, seen),
            fills=tuple(raw.fills),
            images=tuple(raw.images),
            matrix=matrix,
            notes=raw.notes,
        )

    def pages(self) -> Iterator[Page]:
        """Every page in order, one at a time."""
        return (self.page(number) for number in range(1, self.page_count + 1))


def _visible(words_: tuple[Word, ...], page: RawPage) -> list[Word]:
    """The words that can be seen."""
    return [word for word in words_ if _is_visible(word, page)]


def _is_visible(word: Word, page: RawPage) -> bool:
    """Whether the middle of a word lies on the page: what is drawn beside it nobody sees."""
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return 0 <= x <= page.width and 0 <= y <= page.height


@contextmanager
def open_pdf(path: Path, limits: Limits | None = None, reader: str = "pdfium") -> Iterator[PdfFile]:
    """The PDF at `path` for reading; raises PdfError with the reason where it is refused."""
    limits = limits or Limits()
    _check_bytes(path, limits)
    opener = {"pdfium": _open_pdfium, "pdfplumber": _open_pdfplumber}[reader]
    with opener(path, limits) as file:
        if file.page_count > limits.max_pages:
            raise PdfError("too_large", f"berkas berisi {file.page_count} halaman; batasnya {limits.max_pages}")
        if file.page_count == 0:
            raise PdfError("damaged", "berkas PDF tidak berisi halaman")
        yield file


def _check_bytes(path: Path, limits: Limits) -> None:
    """Refuse by size, by the first bytes and by the last (a file cut off is never read as if whole)."""
    size = path.stat().st_size
    if size == 0:
        raise PdfError("not_pdf", "berkas kosong (0 byte)")
    if size > limits.max_bytes:
        raise PdfError("too_large", f"berkas berukuran {size / 1e6:.1f} MB; batasnya {limits.max_bytes / 1e6:.0f} MB")
    with path.open("rb") as stream:
        head = stream.read(1024)
        stream.seek(max(0, size - 4096))
        tail = stream.read()
    if b"%PDF-" not in head:
        raise PdfError("not_pdf", "isi berkas bukan PDF")
    if b"startxref" not in tail:
        raise PdfError("damaged", "berkas PDF terpotong: bagian akhirnya hilang")


@contextmanager
def _open_pdfium(path: Path, limits: Limits) -> Iterator[PdfFile]:
    import pypdfium2
    import pypdfium2.raw as raw

    from extractors.pages.pdfium import read_page

    try:
        pdf = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            raise PdfError("encrypted", "berkas PDF terkunci dengan kata sandi") from error
        raise PdfError("damaged", "berkas PDF rusak dan tidak dapat dibuka") from error

    def read(number: int) -> RawPage:
        page = raw.FPDF_LoadPage(pdf.raw, number - 1)
        if not page:
            raise PdfError("damaged", f"halaman {number} rusak dan tidak dapat dibaca")
        try:
            return read_page(page, limits.max_objects_per_page)
        finally:
            raw.FPDF_ClosePage(page)

    try:
        yield PdfFile(len(pdf), pdf.get_metadata_dict(skip_empty=True), read, pdf)
    finally:
        pdf.close()


@contextmanager
def _open_pdfplumber(path: Path, limits: Limits) -> Iterator[PdfFile]:
    from extractors.pages.plumber import open_plumber

    with open_plumber(path, limits.max_objects_per_page) as (count, metadata, read):
        yield PdfFile(count, metadata, read, None)
