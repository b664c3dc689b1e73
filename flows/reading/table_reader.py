"""Every table of one PDF, as a reader that `flows.reading.guard.Guard` can run in a child process."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from extractors.document import Refusal, Source, sha256_of
from extractors.geometry import Page
from extractors.line import ExtractSettings, text_layer
from extractors.pages.errors import PdfError
from extractors.pages.reader import read_pages
from extractors.tables import tables_of, to_json


@dataclass(frozen=True, slots=True)
class PdfTables:
    """The pages of a PDF whose tables are wanted."""

    source: Source
    pages: list[Page]

    def to_json(self) -> dict[str, Any]:
        """The contract's object for `rekap tables`."""
        return to_json(tables_of(self.pages), self.pages, asdict(self.source))


def read_tables(path: Path, *, filename: str, settings: ExtractSettings) -> PdfTables | Refusal:
    """The tables of the PDF at `path`, or why it cannot be read."""
    source = Source(filename, sha256_of(path), 0)
    try:
        pages = read_pages(path, settings.limits, cache_dir=settings.cache_dir)
    except PdfError as error:
        return Refusal(source, error.reason, error.message)
    return PdfTables(replace(source, pages=len(pages), text_layer=text_layer(pages)), pages)
