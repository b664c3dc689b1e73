"""Lines that stand alike on several pages, as names of columns do: what is unsure in one is read in another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from rapidfuzz.distance import Levenshtein

from extractors.geometry import Page, Word
from extractors.grids.lines import baselines
from extractors.pages.edge_lines import without_signs

FEWEST = 2
"""So many words of a line are the same, letter for letter, at least, and no fewer than are not."""
LONG, LETTERS = 5, 3
"""A word of so many letters may have one wrong for each so many; of shorter ones another reading is another word."""

Known = Mapping[int, Sequence[tuple[int, tuple[str, ...]]]]
"""By their number of words, the page and the words of lines that are sure."""


def with_lines_again(pages: Sequence[Page]) -> list[Page]:
    """`pages`, doubted words of scanned lines as they stand in the same line of another page; the doubt stays."""
    if not any(page.source == "ocr" for page in pages):
        return list(pages)
    lines = {page.number: [without_signs(line) for line in baselines(page.words)] for page in pages}
    sure: dict[int, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
    for number, held in lines.items():
        for line in held:
            if len(line) > FEWEST and not any(word.doubt for word in line):
                sure[len(line)].append((number, tuple(word.text for word in line)))
    return [_corrected(page, lines[page.number], sure) if page.source == "ocr" else page for page in pages]


def _corrected(page: Page, lines: Sequence[Sequence[Word]], sure: Known) -> Page:
    """A page with the words of its unsure lines from those of others."""
    read: dict[int, str] = {}
    for line in lines:
        if any(word.doubt for word in line):
            others = (texts for number, texts in sure.get(len(line), ()) if number != page.number)
            again = next((texts for texts in others if _is_same(line, texts)), None)
            pairs = zip(line, again or (), strict=False)
            read |= {id(word): text for word, text in pairs if _masked(word.text) != _masked(text)}
    words = (replace(word, text=read[id(word)]) if id(word) in read else word for word in page.words)
    return replace(page, words=tuple(words)) if read else page


def _is_same(line: Sequence[Word], texts: Sequence[str]) -> bool:
    """Whether a line has the same words, figures apart, but for doubted ones with a wrong letter or two."""
    other = [(word, text) for word, text in zip(line, texts, strict=True) if _masked(word.text) != _masked(text)]
    if not other or len(line) - len(other) < max(FEWEST, len(other)):
        return False
    return all(word.doubt and _is_near(word.text, text) for word, text in other)


def _masked(text: str) -> str:
    """A text with its figures masked, as those of pages are."""
    return "".join("#" if letter.isdigit() else letter for letter in text)


def _is_near(text: str, other: str) -> bool:
    """Whether a long word is read with a wrong letter or two."""
    wrong = Levenshtein.distance(text.casefold(), other.casefold())
    return len(other) >= LONG and other.isalpha() and wrong <= len(other) // LETTERS
