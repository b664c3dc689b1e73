"""Numbers as offices write them: counts of posts, number words, Roman numerals, NIP.

A number that is not exact is not a number here: `read_count` never rounds and never guesses.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from extractors.vocabulary.matching import read_rows

_LONGEST = 60
"""Longer texts are no counts."""


@dataclass(frozen=True, slots=True)
class Count:
    """A count cell: its value; `blank` when nothing is printed; `exact` is False where no exact number is."""

    value: int | None
    blank: bool = False
    exact: bool = True


_BLANK = Count(None, blank=True)
_INEXACT = Count(None, exact=False)
_NOTED = re.compile(r"(?<=[0-9])\s?\*{1,3}\)?$")
"""The sign of a note behind a number: '12*', '7 *)'."""
_ZERO = re.compile(r"[-–—−‐‑_]+|nihil|nol|tidak ada|0+", re.IGNORECASE)
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:(?P<sep>[., ])[0-9]{3})(?:(?P=sep)[0-9]{3})*")
_PLAIN = re.compile(r"[0-9]{1,9}")
_SPELLED = re.compile(r"(?P<digits>[^()]+?)\s*\(\s*(?P<words>[a-z ]+?)\s*\)", re.IGNORECASE)
_WORDS_FIRST = re.compile(r"(?P<words>[a-z ]+?)\s*\(\s*(?P<digits>[^()a-z]+?)\s*\)", re.IGNORECASE)


def read_count(text: str) -> Count:
    """The count in a cell: "12", "1.234", "12 x", "12 (dua belas)", "dua belas (12)", "-", "nihil", or none exact."""
    text = _NOTED.sub("", " ".join(text.split()))
    if not text:
        return _BLANK
    if len(text) > _LONGEST:
        return _INEXACT
    plain = _without_unit(text)
    if match := _SPELLED.fullmatch(plain) or _WORDS_FIRST.fullmatch(plain):
        return _spelled(match["digits"], match["words"])
    value = _whole(plain)
    return _INEXACT if value is None else Count(value)


def _spelled(digits: str, spelled: str) -> Count:
    """A number followed by its words or its unit in brackets; inexact where the two disagree."""
    value, said = _whole(_without_unit(digits)), read_words(spelled.casefold().split())
    if value is None or (said is not None and said != value):
        return _INEXACT
    known = said is not None or spelled.casefold() in units()
    return Count(value) if known else _INEXACT


def _whole(text: str) -> int | None:
    """The whole number that `text` is, a dash or "nihil" being 0; None for anything else."""
    text = text.rstrip(".") or text
    if _ZERO.fullmatch(text) or re.sub(r"\s", "", text).casefold() == "nihil":
        return 0
    if _GROUPED.fullmatch(text):
        return int(re.sub(r"[., ]", "", text))
    return int(text) if _PLAIN.fullmatch(text) else None


def _without_unit(text: str) -> str:
    """`text` without a unit of posts behind it ("12 postingan", "12x"), also where a narrow cell broke it."""
    match = re.fullmatch(r"(?P<number>.*?[0-9\-–—)])\s*(?P<unit>[^\W\d_]+( [^\W\d_]+){0,4}|×)\.?", text)
    return match["number"] if match and match["unit"].replace(" ", "").casefold() in units() else text


@lru_cache(maxsize=1)
def units() -> frozenset[str]:
    """What is counted, in small letters: 'postingan', 'kali'."""
    return frozenset(row["spelling"].casefold() for row in read_rows("units.csv"))


_ONES = {
    "nol": 0, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8,
    "sembilan": 9, "sepuluh": 10, "sebelas": 11, "seratus": 100, "seribu": 1000,
}  # fmt: skip
_ORDINALS = {"pertama": 1, "kesatu": 1}
NUMBER_WORDS = frozenset(_ONES) | {"belas", "puluh", "ratus", "ribu"}
"""Every word that a number in words is made of."""


def read_words(parts: Sequence[str]) -> int | None:
    """The number that words say ("dua", "ribu", "dua", "puluh", "empat" is 2024); None where they say none."""
    total, group, last = 0, 0, 0
    for word in parts:
        if word in _ONES:
            if last:
                return None
            last = _ONES[word]
            if last >= 100:
                total, group, last = (total + 1000, group, 0) if last == 1000 else (total, group + 100, 0)
        elif word == "belas" and 1 < last < 10:
            group, last = group + 10 + last, 0
        elif word == "puluh" and 1 < last < 10:
            group, last = group + 10 * last, 0
        elif word == "ratus" and 1 < last < 10:
            group, last = group + 100 * last, 0
        elif word == "ribu" and group + last > 0:
            total, group, last = total + 1000 * (group + last), 0, 0
        else:
            return None
    return total + group + last if parts else None


_ROMAN = re.compile(r"(?P<tens>XC|XL|L?X{0,3})(?P<ones>IX|IV|V?I{0,3})", re.IGNORECASE)
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def read_roman(text: str) -> int | None:
    """The value of a well-formed Roman numeral up to XCIX; None for anything else."""
    text = text.strip()
    if not text or not _ROMAN.fullmatch(text):
        return None
    digits = [_ROMAN_DIGITS[letter] for letter in text.upper()]
    return sum(-a if a < b else a for a, b in zip(digits, [*digits[1:], 0], strict=True))


def read_ordinal(text: str) -> int | None:
    """The number in "2", "II", "ke-2", "Ke II", "kedua", "dua": how quarters are counted."""
    text = re.sub(r"^ke[\s-]*(?=[\divxlc]+$)", "", text.strip().casefold()).strip(" .-")
    if text in _ORDINALS:
        return _ORDINALS[text]
    if re.fullmatch(r"[0-9]{1,3}", text):
        return int(text)
    return read_roman(text) or read_words([text.removeprefix("ke")])


_NIP = re.compile(r"(?<!\d)\d(?:[ \t\u00a0.\-]{0,2}\d){17}(?![ \t\u00a0]?\d)")


def find_nip(text: str) -> str | None:
    """The first civil servant's number in `text`: 18 digits, blanks between them allowed."""
    match = _NIP.search(text)
    return re.sub(r"\D", "", match.group()) if match else None
