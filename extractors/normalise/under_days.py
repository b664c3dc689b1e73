"""Items of a list that stand under their day: a line that is a date, or a date and a place, over one or several items.

Web pages and agendas tell items so. The day is that of the items below it, never of the one above: the first item of
such a list stands under a day too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, zip_longest
from statistics import median

from extractors.geometry import Word, edge_in
from extractors.meaning.field_labels import ALIGNED, Label, labels_of
from extractors.meaning.venues import venue_word
from extractors.normalise.fields import LINE_GAP, Record
from extractors.structure.flow import Line
from extractors.structure.outline import Marker, counts_alike, read_marker
from extractors.values.channels import read_channels
from extractors.values.dates import find_dates, tells_more
from extractors.values.datewords import tokenize
from extractors.values.lone_days import month_told
from extractors.vocabulary import Vocabulary

FEWEST = 2
"""So many days, each over an item, make a list of days."""
MOST = 0.8
"""The texts beside this share of days begin at one place; a narrow column may push others."""
MOST_WORDS = 8
"""What stands behind a day in its line is a place or media, no sentence."""
_YEAR = re.compile(r"20\d\d\W*")
_Labelled = tuple[Line, Label | None]
"""A line, and the field that it begins."""


@dataclass(frozen=True, slots=True)
class _Day:
    """A line that tells a day, what stands behind it, and the lines below it up to the next."""

    date: Line
    rest: Line | None
    below: list[_Labelled] = field(default_factory=list)


def records_under_days(lines: Sequence[Line], vocabulary: Vocabulary, year: int | None) -> list[Record]:
    """The items in `lines`, each with the day over it; none where an item of theirs stands above the first day."""
    labelled = list(zip(lines, labels_of(lines, vocabulary), strict=True))
    above, days = _days(labelled, year)
    first = read_marker(days[0].below[0][0].text) if len(days) >= FEWEST else None
    if first is None:
        bare = _bare_days(labelled, vocabulary, year) or _days_beside(labelled, vocabulary, year)
        return [_bare_record(day, vocabulary) for day in bare]
    if any((marker := read_marker(line.text)) and counts_alike(first, marker) for line in above):
        return []
    records = [record for day in days for record in _records(day, first, vocabulary)]
    sentences = sum(bool(find_dates(record.text("activity"), year=year)) for record in records)
    return records if sentences * 2 < len(records) else []  # the last lines of items that tell their own days


def stand_beside_days(lines: Sequence[Line], vocabulary: Vocabulary, year: int | None) -> bool:
    """Whether lines are items beside their days, behind or below them: what stands in two columns there is known."""
    labelled = list(zip(lines, labels_of(lines, vocabulary), strict=True))
    return bool(_bare_days(labelled, vocabulary, year) or _days_beside(labelled, vocabulary, year))


def _bare_days(lines: Sequence[_Labelled], vocabulary: Vocabulary, year: int | None) -> list[_Day]:
    """The days over items without a mark: the first line is a day, and below each day is something else.

    Beside the days stand media or places, nothing that could be the item itself.
    """
    days: list[_Day] = []
    for line, label in lines:
        if label is None and not read_marker(line.text) and (day := _day(line, year)):
            days.append(day)
        elif not days:
            return []
        else:
            days[-1].below.append((line, label))
    if len(days) < FEWEST or not all(day.below and _is_aside(day.rest, vocabulary) for day in days):
        return []
    texts = [[day.date, *(line for line, _ in day.below)] for day in days]
    return days if all(_follows(a, b) for text in texts[:-1] for a, b in pairwise(text)) else []


def _days_beside(lines: Sequence[_Labelled], vocabulary: Vocabulary, year: int | None) -> list[_Day]:
    """The days left of items: all texts beside them and below these begin at one place; the last lines may be aside.

    Where items begin behind their day and go on below it, each tells something aside.
    """
    days: list[_Day] = []
    for line, label in lines:
        day = None if label or read_marker(line.text) else _day(line, year, most=len(line.words))
        if day and day.rest:
            days.append(_Day(day.date, None, [(day.rest, None)]))
        elif days:
            days[-1].below.append((line, label))
        elif not month_told(line.text):
            return []
    if len(days) < FEWEST:
        return []
    firsts = [day.below[0][0].x0 for day in days]
    edge = median(firsts)
    if beside := sum(abs(x0 - edge) < ALIGNED for x0 in firsts) >= MOST * len(days):
        days = [_with_whole_day(day, edge - ALIGNED) for day in days]
    right = max(line.x1 for line, _ in lines)
    days = [_with_last_aside(day, vocabulary) for day in days]
    if not beside:
        return days if all(_tells_aside(day, right) for day in days) else []
    held = [line for day in days for line, _ in day.below[1:]]
    asides = [day.rest for day in days if day.rest]
    right_of_days = all(line.x0 > edge - ALIGNED for line in asides)
    return days if right_of_days and all(abs(line.x0 - edge) < ALIGNED for line in held) else []


def _tells_aside(day: _Day, right: float) -> bool:
    """Whether fields stand below an item, or a line of media for which the line above had room: no sentence wraps."""
    if day.rest is None:
        return any(label for _, label in day.below)
    first = day.rest.words[0]
    return day.below[-1][0].x1 + first.x1 - first.x0 + day.rest.size < right


def _with_whole_day(day: _Day, edge: float) -> _Day:
    """A day beside its item, with what of it stands in lines of its own, left of the texts, which begin at an edge.

    The month below a day that has its year is the title of the next items.
    """
    date = list(day.date.words)
    below: list[_Labelled] = []
    for line, label in day.below:
        if line.x1 < edge and month_told(line.text) and _YEAR.fullmatch(day.date.words[-1].text):
            continue
        left = tuple(word for word in line.words if word.x1 < edge)
        if any(token.kind == "X" for token in tokenize(Line(left, line.page).text)):
            left = ()  # no rest of a day
        date += left
        if right := line.words[len(left) :]:
            below.append((Line(right, line.page), label if not left else None))
    return _Day(Line(tuple(date), day.date.page), None, below)


def _with_last_aside(day: _Day, vocabulary: Vocabulary) -> _Day:
    """A day beside its item, the media or the place taken out that the item's last lines are."""
    first, *more = day.below
    at = len(more)
    while at and more[at - 1][1] is None and _is_aside(more[at - 1][0], vocabulary):
        at -= 1
    aside = [line for line, _ in more[at:]]
    rest = Line(tuple(word for line in aside for word in line.words), aside[0].page) if aside else None
    return _Day(day.date, rest, [first, *more[:at]])


def _is_aside(rest: Line | None, vocabulary: Vocabulary) -> bool:
    """Whether what stands behind a day is nothing, media or a place."""
    if rest is None or not tells_more(rest.text):
        return True
    channels, unknown = read_channels(rest.text, vocabulary)
    return bool(channels and not unknown) or bool(venue_word().match(rest.text))


def _bare_record(day: _Day, vocabulary: Vocabulary) -> Record:
    """The item below a day, up to where its lines end."""
    held = [line for line, label in day.below if label is None]
    ends = (at for at, (a, b) in enumerate(pairwise(held), 1) if not _follows(a, b))
    record = Record(None, {"date": [day.date], "activity": held[: next(ends, len(held))], **_told_by(day, vocabulary)})
    for _, label in day.below:
        if label and label.value.words:
            record.fields.setdefault(label.role, [label.value])
    return record


def _days(lines: Sequence[_Labelled], year: int | None) -> tuple[list[Line], list[_Day]]:
    """The lines above the first day that stands right over an item, and those days."""
    above: list[Line] = []
    days: list[_Day] = []
    for (line, label), below in zip_longest(lines, lines[1:]):
        over = below is not None and bool(read_marker(below[0].text)) and not read_marker(line.text)
        if over and (day := _day(line, year)):
            days.append(day)
        elif days:
            days[-1].below.append((line, label))
        else:
            above.append(line)
    return above, days


def _records(day: _Day, first: Marker, vocabulary: Vocabulary) -> Iterator[Record]:
    """The items under a day; `first` is the marker of the first of all."""
    told = _told_by(day, vocabulary)
    record, last = None, []
    for line, label in day.below:
        marker = read_marker(line.text)
        if marker and counts_alike(first, marker):
            if record:
                yield record
            last = [Line(line.words[1:], line.page)] if len(line.words) > 1 else []
            number = None if marker.style == "bullet" else marker.printed
            record = Record(number, {"date": [day.date], "activity": last, **told})
        elif record and label:
            last = record.fields.setdefault(label.role, [])
            last += [label.value] if label.value.words else []
        elif record and last and _follows(last[-1], line):
            last.append(line)
    if record:
        yield record


def _told_by(day: _Day, vocabulary: Vocabulary) -> dict[str, list[Line]]:
    """What stands behind a day: media, or a place, or what may be either; a time of day is neither."""
    channels, unknown = read_channels(day.rest.text, vocabulary) if day.rest else ((), ())
    if day.rest is None or not (channels or tells_more(day.rest.text)):
        return {}
    media = bool(channels) and not unknown
    told = {"media": media, "venue": not media or venue_word().match(day.rest.text)}
    return {role: [day.rest] for role, holds in told.items() if holds}


def _follows(before: Line, line: Line) -> bool:
    """Whether a line follows another as lines of one item do."""
    return line.page != before.page or line.top - before.bottom < LINE_GAP * before.size


def _day(line: Line, year: int | None, most: int = MOST_WORDS) -> _Day | None:
    """The day that a line tells before all else, and the words behind it, at most so many."""
    reading = next(iter(find_dates(line.text, year=year)), None)
    if reading is None or reading.start is None or tells_more(line.text[: reading.span[0]]):
        return None
    start, end = (len(line.text[:index].split()) for index in reading.span)
    last, *glued = _parted(line.words[end - 1], line.text[reading.span[1] :])
    rest = [word for word in (*glued, *line.words[end:]) if any(map(str.isalnum, word.text))]
    if len(rest) > most:
        return None
    date = Line((*line.words[start : end - 1], last), line.page)
    return _Day(date, Line(tuple(rest), line.page) if rest else None)


def _parted(word: Word, behind: str) -> list[Word]:
    """The last word of a day and what is glued to it in a narrow column: the first word of the text behind it."""
    found = re.match(r"[^\W\d]\S*", behind)
    if not found:
        return [word]
    text = word.text.removesuffix(found.group())
    edge = edge_in(word, len(text))
    return [replace(word, text=text, x1=edge), replace(word, text=found.group(), x0=edge)]
