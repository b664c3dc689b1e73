"""Which words may be misread, said in Indonesian: only those, for a doubt on everything is worth nothing.

What a word says is weighed with what stands around it: the second reader, the same wording elsewhere on the page,
and the numbers above and below it in a numbered column.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from extractors.geometry import Word
from extractors.scans.item_marks import neighbours, value_of
from extractors.scans.second import Answer, digits
from extractors.vocabulary.common_words import is_known

SURE_NUMBER = 0.98
SURE_WORD = 0.95
SURE_REPEATED = 0.8
SURE_KNOWN = 0.5
"""Least probability of a word's weakest letter: of numbers, other words, words repeated on the page, common words."""
SURE_AGREED = 0.9
"""The same of numbers that both readers read alike."""
CERTAIN = 0.999
SECOND_SURE = 0.6
"""A second reader less sure than this is not heard against a first one that is certain."""
CROSSES = frozenset("xX×")
"""What is hard to tell apart and means the same: '12 x', the platform X."""
STROKES = frozenset("iltfrjo")
"""What dirt between words is read as; no word of the language is one letter."""
APART = 1.2
"""Sizes of type: words further apart are not of one phrase."""
_MIXED = re.compile(r"[^\W\d_]\d|\d[^\W\d_]")
"""A letter beside a digit: 'r5', '2O24'; often one of the two is the other's kind."""


def with_doubts(words: Sequence[Word], second: Mapping[int, Answer]) -> list[Word]:
    """`words` with the doubts that their confidence and the second reading raise."""
    repeated = {
        text for text, count in Counter(w.text for w in words if _sureness(w) >= SURE_WORD).items() if count > 1
    }
    doubted = [replace(w, doubt=_doubt(w, second.get(place), w.text in repeated)) for place, w in enumerate(words)]
    doubted = _with_known_phrases(doubted)
    return [replace(word, doubt=None) if word.doubt and _in_sequence(word, doubted) else word for word in doubted]


def _doubt(word: Word, second: Answer | None, repeated: bool) -> str | None:
    """Why `word` may be misread, or None."""
    sure = _sureness(word)
    if second is not None and _disagrees(word, sure, second):
        return f"angka terbaca '{word.text}', pembaca kedua membaca '{second.text}'"
    if sure < (SURE_AGREED if _agrees(word, second) else _limit(word.text, repeated)):
        return f"terbaca '{word.text}' dengan keyakinan {sure:.0%}"
    return None


def _agrees(word: Word, second: Answer | None) -> bool:
    """Whether the second reader saw the same number, and was sure of it."""
    same = second is not None and second.digits == digits(word.text) and second.confidence >= SECOND_SURE
    return same and not any(letter.isalpha() for letter in word.text)


def _sureness(word: Word) -> float:
    return 1.0 if word.confidence is None else word.confidence


def _limit(text: str, repeated: bool) -> float:
    """How sure the reader must be of such a word."""
    if digits(text):
        return CERTAIN if _MIXED.search(text) else SURE_NUMBER
    if text in STROKES:
        return 1.01  # never sure
    if text in CROSSES or is_known(text) or not any(letter.isalpha() for letter in text):
        return SURE_KNOWN
    return SURE_REPEATED if repeated else SURE_WORD


def _disagrees(word: Word, sure: float, second: Answer) -> bool:
    """Whether the readers saw other digits; seeing none is no reading."""
    if not second.digits or second.digits == digits(word.text) or _is_reference(word.text, second):
        return False
    return sure < CERTAIN or second.confidence >= SECOND_SURE


def _with_known_phrases(words: Sequence[Word]) -> list[Word]:
    """`words` without the doubts on letters in phrases that are read without doubt elsewhere on the page.

    A misreading of one phrase is not the other, letter for letter.
    """
    phrases = _phrases(words)
    sure = {_wording(phrase) for phrase in phrases if not any(word.doubt for word in phrase)}
    return [
        replace(word, doubt=None) if known and not digits(word.text) else word
        for phrase in phrases
        for known in [len(phrase) > 1 and _wording(phrase) in sure]
        for word in phrase
    ]


def _phrases(words: Sequence[Word]) -> list[list[Word]]:
    """The words that stand beside one another as those of a sentence do."""
    found: list[list[Word]] = []
    for word in words:
        last = found[-1][-1] if found else None
        beside = last is not None and abs(word.bottom - last.bottom) < 0.4 * word.size and word.angle == last.angle
        if last is not None and beside and 0 <= word.x0 - last.x1 < APART * word.size:
            found[-1].append(word)
        else:
            found.append([word])
    return found


def _wording(phrase: Sequence[Word]) -> str:
    return " ".join(word.text for word in phrase)


def _is_reference(text: str, second: Answer) -> bool:
    """Whether a text is the number of a letter ('HM.02-SD/06') whose digits the second reader saw among others.

    It knows no letters and takes them for digits.
    """
    left = iter(second.digits)
    return "/" in text and any(map(str.isalpha, text)) and all(digit in left for digit in digits(text))


def _in_sequence(word: Word, words: Sequence[Word]) -> bool:
    """Whether a number stands in a column between its predecessor and its successor, or at its end, two beside it."""
    number = value_of(word)
    if number is None:
        return False
    above, below = neighbours(word, words)
    if above is None and below is not None:
        return value_of(below) == number + 1 and value_of(neighbours(below, words)[1]) == number + 2
    if below is None and above is not None:
        return value_of(above) == number - 1 and value_of(neighbours(above, words)[0]) == number - 2
    return value_of(above) == number - 1 and value_of(below) == number + 1
