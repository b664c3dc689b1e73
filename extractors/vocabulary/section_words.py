"""Headings in words of the office's own: told by the stems in them, where no known phrase fits.

section_words.csv: a heading that has one of `stems`, and one of `with_stems` where there are any, is of `code`;
the first row that fits counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.vocabulary.matching import Match, fold, read_rows

TOLD = 80.0
"""How sure a heading told by its stems is."""
MOST_WORDS = 14
_BRACKETS = re.compile(r"[()\[\]\"'“”/]")
"""Signs that may stand right before a stem: 'Ormas (Non Pemerintah)'."""
_BEFORE = (" ", " di", " ter", " me", " pe", " pen", " per", " ke", " antar", " ny", "eny", "em")


@dataclass(frozen=True, slots=True)
class SectionWords:
    """The rows of section_words.csv: (code, stems, stems that must be there too)."""

    rows: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]

    @classmethod
    def from_file(cls) -> SectionWords:
        """The rules of the package's file."""
        rows = read_rows("section_words.csv")
        return cls(tuple((row["code"], _stems(row["stems"]), _stems(row["with_stems"])) for row in rows))

    def find(self, heading: str) -> Match | None:
        """The section that the words of `heading` tell, or None."""
        text = " " + fold(_BRACKETS.sub(" ", heading))
        if not 1 <= len(text.split()) <= MOST_WORDS:
            return None
        for code, stems, others in self.rows:
            stem = next((stem for stem in stems if _in(stem, text)), None)
            if stem and (not others or any(_in(other, text.replace(stem, " ", 1)) for other in others)):
                return Match(code, TOLD, stem)
        return None


def _stems(text: str) -> tuple[str, ...]:
    return tuple(stem for stem in text.split("|") if stem)


def _in(stem: str, text: str) -> bool:
    """Whether a word begins with `stem`, a verb's prefix aside: disebarkan, penyebaran and menyebar all do."""
    return any(f"{before}{stem}" in text for before in _BEFORE)
