"""Looking a printed label up among known spellings: exactly first, then forgiving a slip or two.

A `Lexicon` is one CSV file of (code, spelling). How many slips are forgiven grows with the
label's length, and a label as near to another code is not matched at all: an unknown word
costs a line in a CSV file, a wrongly known one costs a wrong number.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from rapidfuzz import process
from rapidfuzz.distance import OSA

LONGEST_LABEL = 120
"""Longer texts are prose, not labels; they are never compared letter by letter."""


_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
"""Soft hyphens and zero-width characters, which nobody sees."""


@dataclass(frozen=True, slots=True)
class Match:
    """A recognised label: its code, how sure (100 is as written in the vocabulary), and the spelling it matched."""

    code: str
    score: float
    entry: str


def read_rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of one of the package's CSV files (UTF-8, with a header row)."""
    text = resources.files("extractors.vocabulary").joinpath(name).read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines())


def fold(text: str) -> str:
    """Lower case, compatibility forms resolved, white space folded: how labels are compared by eye."""
    if not text.isascii():
        text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    return " ".join(text.casefold().split())


def words(text: str) -> list[str]:
    """The letters-and-digits runs of `text`, folded; apostrophes inside a word are dropped."""
    return re.findall(r"[^\W_]+", re.sub(r"(?<=\w)['’`´‘](?=\w)", "", fold(text)))


@lru_cache(maxsize=8192)
def compact(text: str) -> str:
    """The folded letters and digits without anything between: "Re-post" and "REPOST" are one."""
    return "".join(words(text)) or fold(text)


def slips_allowed(length: int) -> int:
    """How many mistyped letters a word of `length` letters may have and still be taken for a known one."""
    if length < 5:
        return 0
    return 1 if length < 9 else 2 if length < 24 else 3


SWAPPED = 4
"""Letters: too few for a wrong letter to be forgiven, enough for two that changed places."""


class Lexicon:
    """Known spellings with their codes."""

    def __init__(self, rows: Iterable[tuple[str, str]]) -> None:
        """Take (code, spelling) rows; of two rows with one spelling the first counts."""
        self._entries: dict[str, tuple[str, str]] = {}
        self.names: dict[str, str] = {}
        for code, spelling in rows:
            self._entries.setdefault(compact(spelling), (code, spelling))
            self.names.setdefault(code, spelling)
        self._keys: dict[int, list[str]] = {}
        self.find = lru_cache(maxsize=8192)(self._find)
        self.exact = lru_cache(maxsize=8192)(self._exact)

    @classmethod
    def from_file(cls, *names: str) -> Lexicon:
        """The lexicon of one or several CSV files with the columns code and spelling."""
        return cls((row["code"], row["spelling"]) for name in names for row in read_rows(name))

    @property
    def codes(self) -> frozenset[str]:
        """Every code of the file."""
        return frozenset(self.names)

    def spellings(self) -> Iterator[tuple[str, str]]:
        """Every (code, spelling) of the file."""
        yield from self._entries.values()

    def _exact(self, label: str) -> Match | None:
        """The entry spelled like `label`, whatever the case, spacing and punctuation."""
        entry = self._entries.get(compact(label))
        return Match(entry[0], 100.0, entry[1]) if entry else None

    def _find(self, label: str) -> Match | None:
        """The entry for `label`, forgiving slips where only one code is that near."""
        return self._exact(label) or self._nearest(compact(label))

    def first(self, labels: Iterable[str]) -> Match | None:
        """The entry of the first label that is spelled like one, else of the first that is near one."""
        labels = [label for label in dict.fromkeys(labels) if label.strip()]
        tries = [self.exact, self.find]
        return next((match for attempt in tries for label in labels if (match := attempt(label))), None)

    def _nearest(self, key: str) -> Match | None:
        if len(key) == SWAPPED:
            return self._swapped(key)
        allowed = slips_allowed(len(key))
        if not allowed or len(key) > LONGEST_LABEL:
            return None
        found = process.extract(key, self._keys_near(len(key)), scorer=OSA.distance, score_cutoff=allowed, limit=None)
        near = [(text, int(distance)) for text, distance, _ in found if distance <= slips_allowed(len(text))]
        if not near:
            return None
        least = min(distance for _, distance in near)
        best = [self._entries[text] for text, distance in near if distance == least]
        if len({code for code, _ in best}) > 1:
            return None
        code, spelling = best[0]
        return Match(code, 100.0 * (1 - least / len(key)), spelling)

    def _keys_near(self, length: int) -> list[str]:
        """The spellings that are not too long or short to be meant by a label of `length` letters."""
        if length not in self._keys:
            self._keys[length] = [key for key in self._entries if abs(len(key) - length) <= slips_allowed(length)]
        return self._keys[length]

    def _swapped(self, key: str) -> Match | None:
        """The entry whose letters a short label has in another order, two neighbours apart: 'Juin'."""
        swaps = {key[:i] + key[i + 1] + key[i] + key[i + 2 :] for i in range(len(key) - 1)}
        found = {self._entries[swap] for swap in swaps - {key} if swap in self._entries}
        if len({code for code, _ in found}) != 1:
            return None
        code, spelling = min(found)
        return Match(code, 100.0 * (1 - 1 / len(key)), spelling)
