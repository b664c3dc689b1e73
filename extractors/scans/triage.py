"""Whether the text that a PDF gives for a page can be trusted; cheap for good pages."""

from __future__ import annotations

from extractors.geometry import Page

FEW_WORDS = 5
MUCH_COVER = 0.3
"""Share of a page that pictures must cover before a page without words counts as scanned."""


def needs_ocr(page: Page) -> str | None:
    """Why the digital text of `page` cannot be trusted (in Indonesian), or None."""
    if len(page.words) < FEW_WORDS and cover(page) >= MUCH_COVER:
        return "halaman berupa gambar tanpa teks"
    return None


def cover(page: Page) -> float:
    """Share of the page under its largest picture."""
    area = page.width * page.height
    sizes = [max(0.0, x1 - x0) * max(0.0, bottom - top) for x0, top, x1, bottom in page.images]
    return min(1.0, max(sizes, default=0.0) / area) if area else 0.0
