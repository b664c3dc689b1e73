"""Watermarks: words set aslant, or large and at one place on most pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from extractors.geometry import Page, Word

LARGE = 1.8
"""A watermark's letters are this many times as large as the page's."""


def watermarks(pages: Sequence[Page]) -> set[int]:
    """Identities of the words of watermarks: set aslant, or large and at one place on most pages."""
    marks = {id(word) for page in pages for word in page.words if word.angle % 90}
    count = max(3, 0.6 * len(pages))
    large = [(page, word) for page in pages for word in _large(page)]
    seen = Counter(_place(page, word) for page, word in large)
    marks |= {id(word) for page, word in large if seen[_place(page, word)] >= count}
    return marks


def _place(page: Page, word: Word) -> tuple[str, int, int]:
    """A word and where it stands from the middle of its page, which is the same on a page turned to landscape."""
    return (word.text, round((word.x0 - page.width / 2) / 8), round((word.top - page.height / 2) / 8))


def _large(page: Page) -> Iterator[Word]:
    """Words much larger than most of the page's."""
    sizes = sorted(word.size for word in page.words)
    if sizes:
        usual = sizes[len(sizes) // 2]
        yield from (word for word in page.words if word.size > LARGE * usual)
