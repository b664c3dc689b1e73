"""What reading a document needs to know, out of all settings."""

from __future__ import annotations

from extractors.line import ExtractSettings
from extractors.pages.file import Limits
from flows.settings import Settings

READER = "extractors.line:extract_file"
"""What reads a report, as `flows.reading.guard.Guard` takes it."""

TABLE_READER = "flows.reading.table_reader:read_tables"
"""What reads the tables of any PDF."""


def extract_settings(settings: Settings) -> ExtractSettings:
    """The settings of `extractors.line.extract_file`; pages are remembered only in a data folder that is there."""
    limits = Limits(max_bytes=settings.limits.bytes, max_pages=settings.limits.pages)
    cache = settings.ocr_cache if settings.data.is_dir() else None
    return ExtractSettings(province=settings.province, limits=limits, cache_dir=cache)
