"""Roman numerals that count on along a line or down a column: 'I II III IV', whose 'I' is often read as '1'.

Where a line counts anew from one group to the next, as the weeks of several months do, one that is read as another
numeral, or not at all, is told by its place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from extractors.geometry import Word
from extractors.scans.unread import MARK

NUMERALS = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5}
STROKES = str.maketrans("1l|i!", "IIIII")
"""What an 'I' is read as."""
LEAST = 3
"""So many words that count on are numerals, by no chance."""
ANEW = 0.6
"""Share of the numerals of a line that are read as its places tell, each of them once at least."""
ALIGNED = 8.0
"""Points by which the middles of words in one column, or the feet of words on one line, differ at most."""

_Place = Callable[[Word], float]


def with_numerals(words: Sequence[Word]) -> list[Word]:
    """`words`, the numerals that count on with others as such and without doubt."""
    across = list(_lines(words, _foot, _middle))
    lines = (*across, *_lines(words, _middle, _foot))
    sure = {id(word): _numeral(word) for line in lines for run in _runs(line) if _is_counting(run) for word in run}
    sure |= {id(word): numeral for line in across for word, numeral in _counted_anew(line)}
    return [replace(word, text=sure[id(word)], doubt=None) if id(word) in sure else word for word in words]


def _numeral(word: Word) -> str:
    return word.text.translate(STROKES)


def _counted_anew(line: Sequence[Word]) -> list[tuple[Word, str]]:
    """The words of a line that counts to one numeral again and again, each with what its place tells it is."""
    for last in range(LEAST, len(NUMERALS) + 1):
        counted = list(NUMERALS)[:last]
        told = list(zip(line, counted * (len(line) // last), strict=False))
        read = [numeral for word, numeral in told if _numeral(word) == numeral]
        if len(line) % last or len(line) == last or set(read) != set(counted) or len(read) < ANEW * len(line):
            continue
        if any(word.text in NUMERALS for word in line):
            return told
    return []


def _is_counting(run: Sequence[Word]) -> bool:
    """Whether a run is long enough, and one of it at least is no figure: 'II' beside '1'."""
    return len(run) >= LEAST and any(word.text in NUMERALS for word in run)


def _lines(words: Sequence[Word], level: _Place, along: _Place) -> Iterator[list[Word]]:
    """The words that may be numerals, those of one line (or column) in order."""
    line: list[Word] = []
    for word in sorted((word for word in words if _numeral(word) in NUMERALS or word.text == MARK), key=level):
        if line and level(word) - level(line[0]) > ALIGNED:
            yield sorted(line, key=along)
            line = []
        line.append(word)
    yield sorted(line, key=along)


def _foot(word: Word) -> float:
    return word.bottom


def _middle(word: Word) -> float:
    return (word.x0 + word.x1) / 2


def _runs(line: Sequence[Word]) -> Iterator[list[Word]]:
    """The words of a line in runs that count on from one to the next."""
    run: list[Word] = []
    for word in line:
        if run and NUMERALS.get(_numeral(word)) != NUMERALS.get(_numeral(run[-1]), 0) + 1:
            yield run
            run = []
        run.append(word)
    yield run
