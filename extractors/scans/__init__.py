"""Pages without trustworthy text, read as pictures into the same `geometry.Page` that digital pages give.

Importing this package is cheap: OpenCV and the recogniser are loaded by the first page that needs them,
and `available` says whether they are installed at all.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from extractors.geometry import Page
from extractors.scans.triage import needs_ocr

__all__ = ["available", "needs_ocr", "read_scanned_page"]


def available() -> bool:
    """Whether everything that reads pictures is installed."""
    return all(find_spec(name) is not None for name in ("cv2", "rapidocr", "onnxruntime"))


def read_scanned_page(pdf_path: Path, number: int, *, cache_dir: Path | None = None) -> Page:
    """Page `number` (from 1) read as a picture; the answer is kept in `cache_dir` by the picture's content."""
    from extractors.scans.page import read_page

    return read_page(pdf_path, number, cache_dir)
