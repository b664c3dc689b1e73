"""Common Indonesian words of such reports: a reading that is one of them is seldom wrong."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

ENDINGS = ("nya", "lah", "kan", "an", "i")


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    return frozenset(files("extractors.vocabulary").joinpath("kata.txt").read_text("utf-8").split())


def is_known(text: str) -> bool:
    """Whether every part of `text` (punctuation aside) is a common word, with or without an ending."""
    parts = "".join(letter if letter.isalpha() else " " for letter in text.lower()).split()
    return bool(parts) and all(_is_word(part) for part in parts)


def _is_word(part: str) -> bool:
    if part in _words():
        return True
    return any(part.endswith(ending) and part.removesuffix(ending) in _words() for ending in ENDINGS)
