"""Sentences of a list that are all made alike: where each tells its media, and what it is about.

A reader sees the form by laying the items over one another: the media stand in the same place of all of them, the same
words and signs stand around them and the day, and what differs is the information. An item made otherwise is doubted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from extractors.values.channels import channel_runs
from extractors.vocabulary import Vocabulary
from extractors.vocabulary.matching import read_rows

FEWEST = 4
"""So many items show what they have in common."""
MOST = 0.8
"""A form is that of a list when this share of its items has it."""
OTHERWISE = "butir ini ditulis dengan susunan lain daripada butir lain di daftarnya; isinya mungkin salah terbagi"
"""Why an item is doubted that lacks words of the form which the others have."""
_UNIT = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*|(?<=\s)[-–—](?=\s)|[|;:()\[\]→@·•]")
_EDGE = " \t,.;:-–—|/·•→@"
_DAY, _MEDIA = "<day>", "<media>"
_BRACKETS = {"(": ")", ")": "(", "[": "]", "]": "["}
DETAIL = 2
"""So many words may be said about the last channel of an item."""
TOLD = "told"
"""The code of words that tell of publishing; with one of the others an information may begin: 'Berita', 'Hari'."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Told:
    """What one item tells beside its day, and why that may be misread."""

    information: str
    media: str
    doubt: str | None
    usual: bool
    """Whether it has as many words of the form as most others."""
    found: bool
    """Whether it is doubted only because media that nobody knows stand next to the form."""


@dataclass(frozen=True, slots=True)
class _Unit:
    """A word or sign of an item, its day, or its media."""

    text: str
    start: int
    end: int

    @property
    def is_place(self) -> bool:
        """Whether it is the day or the media."""
        return self.text in (_DAY, _MEDIA)

    @property
    def is_form(self) -> bool:
        """Whether it is a sign, or a word that leads to a day or media or tells that something was published."""
        return self.is_place or not self.text[:1].isalnum() or bool(_form_words().fullmatch(self.text))


Item = list[_Unit]


def told_alike(texts: Sequence[str], days: Sequence[Span], vocabulary: Vocabulary) -> list[Told | None]:
    """What each item tells, None for one made otherwise than most; `days` are where their dates stand."""
    best: list[Told | None] = []
    for which in (-1, 0):  # the last channels that an item names are its media, or the first
        forms = list(_forms([_units(text, day, which, vocabulary) for text, day in zip(texts, days, strict=True)]))
        before = sum(form.media_first for form in forms) * 2 > len(forms)
        told = [
            _told(text, form) if form.media_first == before else None for text, form in zip(texts, forms, strict=True)
        ]
        if sum(map(bool, told)) > sum(map(bool, best)):
            best = told
    return best or [None] * len(texts)


def are_alike(told: Sequence[Told | None]) -> bool:
    """Whether enough items have one form for it to show."""
    return len(told) >= FEWEST and sum(map(bool, told)) >= MOST * len(told)


def _units(text: str, day: Span, which: int, vocabulary: Vocabulary) -> Item:
    """The words and signs of an item, its day and one of the lists of channels in it as one each."""
    runs = [run for run in channel_runs(text, vocabulary) if run[1] <= day[0] or run[0] >= day[1]]
    places = [_Unit(_DAY, *day), *(_Unit(_MEDIA, *runs[which]) for _ in runs[:1])]
    words = (_Unit(found.group().casefold(), *found.span()) for found in _UNIT.finditer(text))
    free = [word for word in words if all(word.end <= place.start or word.start >= place.end for place in places)]
    return sorted([*free, *places], key=lambda unit: (unit.start, unit.end))


@dataclass(frozen=True, slots=True)
class _End:
    """What is of the form at one end of an item, by how many units from there.

    Up to `places` stand its day or media, up to `length` the words of the form behind them, as many as most have.
    """

    places: int
    length: int
    spare: int
    """How many more words of the form it has than most; less than nought where it lacks some."""
    found: bool = False
    """Whether the form was found farther in: what stands before it are media that nobody knows."""


@dataclass(frozen=True, slots=True)
class _Form:
    """An item and what is of the form at its beginning and at its end."""

    item: Item
    head: _End
    tail: _End

    @property
    def media_first(self) -> bool:
        """Whether the media stand before the information."""
        return any(unit.text == _MEDIA for unit in self.item[: self.head.length])

    @property
    def told(self) -> Item:
        """What is not of the form."""
        return self.item[self.head.length : len(self.item) - self.tail.length]

    def media(self) -> Span:
        """From where to where the media reach, also those between the known ones and the form."""
        start, end = next((unit.start, unit.end) for unit in self.item if unit.text == _MEDIA)
        inner = self.item[self.head.places - 1 if self.media_first else len(self.item) - self.tail.places]
        return (start, end) if inner.is_place else (min(start, inner.start), max(end, inner.end))


def _forms(items: Sequence[Item]) -> Iterator[_Form]:
    """The items with what is form in them."""
    tails = _found_ends([item[::-1] for item in items])
    return (_Form(*form) for form in zip(items, _found_ends(items), tails, strict=True))


def _found_ends(items: Sequence[Item]) -> list[_End]:
    """What is of the form at the beginning of each item."""
    shared = _shared(items)
    lengths = [_form_length(item, shared) for item in items]
    if len(items) < FEWEST:
        return [_End(places, length, 0) for places, length in lengths]
    forms = Counter(
        tuple(unit.text for unit in item[places:length]) for item, (places, length) in zip(items, lengths, strict=True)
    )
    usual = Counter(length - places for places, length in lengths).most_common(1)[0][0]
    form = next((form for form, _ in forms.most_common() if len(form) == usual), ())
    return [_end(item, *found, form) for item, found in zip(items, lengths, strict=True)]


def _end(item: Item, places: int, length: int, form: tuple[str, ...]) -> _End:
    """What is of the form at the beginning of an item; farther in where it lacks words right behind the media."""
    texts = [unit.text for unit in item]
    skipped = texts.index(_MEDIA) if not places and _MEDIA in texts[: DETAIL + 1] else 0
    if skipped:  # 'RRI Pontianak': a town behind the media
        within, reach = _form_length(item[skipped:], frozenset())
        return replace(_end(item, within + skipped, reach + skipped, form), found=True, spare=-1)
    spare = length - places - len(form)
    if spare < 0 and places:
        for at in range(places, len(item) - len(form)):
            if tuple(texts[at : at + len(form)]) == form:
                return _End(at, at + len(form), spare, found=True)
    return _End(places, places + min(length - places, len(form)), spare)


def _form_length(item: Item, shared: frozenset[tuple[int, str]]) -> tuple[int, int]:
    """How many units at the beginning of an item reach to its day or media, and with words of the form behind them."""
    places = length = 0
    for at, unit in enumerate(item):
        if not (unit.is_form or (at, unit.text) in shared):
            break
        places = at + 1 if unit.is_place else places
        length = at + 1 if unit.is_form else length
    return places, length


def _shared(items: Sequence[Item]) -> frozenset[tuple[int, str]]:
    """The units that most items have in one place, counted from their beginning."""
    counts = Counter((at, unit.text) for item in items for at, unit in enumerate(item))
    return frozenset(unit for unit, count in counts.items() if count >= max(MOST * len(items), FEWEST))


def _told(text: str, form: _Form) -> Told | None:
    """What an item tells; None where its day or media stand amidst the information, or nothing else is told."""
    item, told = form.item, form.told
    if not told or not any(unit.text == _MEDIA for unit in item) or any(unit.is_place for unit in told):
        return None
    start = item[form.head.length - 1].end if form.head.length else 0
    end = item[-form.tail.length].start if form.tail.length else len(text)
    left = (
        _is_told_by(told) or (form.head.spare > 0 and _is_left(told)) or (form.tail.spare > 0 and _is_left(told[::-1]))
    )
    lacks = min(form.head.spare, form.tail.spare) < 0
    media = form.media()
    return Told(
        information=text[start:end].strip(_EDGE),
        media=text[media[0] : media[1]],
        doubt=OTHERWISE if left or lacks else None,
        usual=not (form.head.spare or form.tail.spare),
        found=not left and (form.head.found or form.tail.found),
    )


def _is_told_by(units: Sequence[_Unit]) -> bool:
    """Whether an information begins with who published it: 'KPU Kabupaten Sanggau membagikan ...'."""
    return units[0].text == "kpu" and any(_form_words(TOLD).fullmatch(unit.text) for unit in units)


def _is_left(units: Sequence[_Unit]) -> bool:
    """Whether an information begins, or ends, with a sign or words that are rather of the form than its own."""
    first = units[0].text
    if first in _BRACKETS and any(unit.text == _BRACKETS[first] for unit in units):
        return False
    told = not first[:1].isalnum() or bool(_form_words(TOLD).fullmatch(first))
    return told or all(unit.is_form for unit in units[:2])


@lru_cache(maxsize=2)
def _form_words(code: str = "") -> re.Pattern[str]:
    """A pattern for the words of form_words.csv, of a code or all; a star stands for any further letters."""
    spelled = (row["spelling"] for row in read_rows("form_words.csv") if code in ("", row["code"]))
    return re.compile("|".join(re.escape(word).replace(r"\*", r"\w*") for word in spelled), re.IGNORECASE)
