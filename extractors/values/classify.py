"""What an item or activity is about, by the telling phrases of the vocabulary files; `lainnya` where none is in it.

A phrase is whole words; a word with `*` stands for every word beginning so. Misprints are forgiven
only where no phrase is found as written.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from rapidfuzz.distance import OSA

from extractors.vocabulary.matching import read_rows, slips_allowed, words

OTHER = "lainnya"
"""The code of what no phrase reaches."""
_LONGEST = 400
"""Words after this many are not looked at."""

_Phrase = tuple[str, tuple[str, ...]]
_Same = Callable[[str, str], bool]


@lru_cache(maxsize=16384)
def theme(information: str) -> str:
    """The theme of a disseminated item: the first phrase of themes.csv that is in it decides."""
    spoken = words(information)[:_LONGEST]
    for same in (_as_written, _misprinted):
        for code, phrase in _phrases("themes.csv"):
            if _place(phrase, spoken, same) is not None:
                return code
    return OTHER


@lru_cache(maxsize=16384)
def activity_kind(text: str) -> str:
    """The kind of an activity: the phrase of activity_kinds.csv that comes first in the text, the longest there."""
    spoken, phrases = words(text)[:_LONGEST], _phrases("activity_kinds.csv")
    for same in (_as_written, _misprinted):
        places = [place for _, phrase in phrases if (place := _place(phrase, spoken, same)) is not None]
        if places:
            rest = spoken[min(places) :]
            there = [item for item in phrases if _begins(item[1], rest, _misprinted)]
            return max(there, key=lambda item: (len(item[1]), _begins(item[1], rest, _as_written)))[0]
    return OTHER


def theme_codes() -> tuple[str, ...]:
    """Every theme in the order of the file, `lainnya` last."""
    return (*dict.fromkeys(code for code, _ in _phrases("themes.csv")), OTHER)


def activity_kind_codes() -> tuple[str, ...]:
    """Every kind of activity in the order of the file, `lainnya` last."""
    return (*dict.fromkeys(code for code, _ in _phrases("activity_kinds.csv")), OTHER)


@lru_cache(maxsize=4)
def _phrases(name: str) -> tuple[_Phrase, ...]:
    return tuple((row["code"], tuple(row["spelling"].casefold().split())) for row in read_rows(name))


def _place(phrase: tuple[str, ...], spoken: list[str], same: _Same) -> int | None:
    """Where `phrase` first stands in `spoken`."""
    return next(
        (start for start in range(len(spoken)) if _begins(phrase, spoken[start : start + len(phrase)], same)), None
    )


def _begins(phrase: tuple[str, ...], spoken: list[str], same: _Same) -> bool:
    """Whether `spoken` begins with `phrase`."""
    return len(phrase) <= len(spoken) and all(map(same, phrase, spoken))


def _as_written(wanted: str, word: str) -> bool:
    return word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted


def _misprinted(wanted: str, word: str) -> bool:
    """The word with as many slips as its length allows; two words of one meaning never come that near."""
    if wanted.endswith("*") or abs(len(wanted) - len(word)) > 2:
        return _as_written(wanted, word)
    allowed = slips_allowed(min(len(wanted), len(word)))
    return OSA.distance(wanted, word, score_cutoff=allowed) <= allowed
