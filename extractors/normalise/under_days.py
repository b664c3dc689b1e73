"""Items of a list that stand under their day: a line that is a date, or a date and a place, over one or several items.

Web pages and agendas tell items so. The day is that of the items below it, never of the one above: the first item of
such a list stands under a day too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, zip_longest

from extractors.meaning.field_labels import ALIGNED, Label, labels_of
from extractors.meaning.venues import venue_word
from extractors.normalise.fields import LINE_GAP, Record
from extractors.structure.flow import Line
from extractors.structure.outline import Marker, counts_alike, read_marker
from extractors.values.channels import read_channels
from extractors.values.dates import find_dates, tells_more
from extractors.vocabulary import Vocabulary

FEWEST = 2
"""So many days, each over an item, make a list of days."""
MOST_WORDS = 8
"""What stands behind a day in its line is a place or media, no sentence."""
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
        bare = _bare_days(labelled, vocabulary, year) or _days_beside(lines, vocabulary, year)
        return [_bare_record(day, vocabulary) for day in bare]
    if any((marker := read_marker(line.text)) and counts_alike(first, marker) for line in above):
        return []
    return [record for day in days for record in _records(day, first, vocabulary)]


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


def _days_beside(lines: Sequence[Line], vocabulary: Vocabulary, year: int | None) -> list[_Day]:
    """The days left of items: all texts beside them and below these begin at one place; the last line may be aside."""
    days: list[_Day] = []
    for line in lines:
        day = None if read_marker(line.text) else _day(line, year, most=len(line.words))
        if day and day.rest:
            days.append(_Day(day.date, None, [(day.rest, None)]))
        elif days:
            days[-1].below.append((line, None))
        else:
            return []
    held = [line for day in days for line, _ in day.below]
    if len(days) < FEWEST or any(abs(line.x0 - held[0].x0) > ALIGNED for line in held):
        return []
    return [_with_last_aside(day, vocabulary) for day in days]


def _with_last_aside(day: _Day, vocabulary: Vocabulary) -> _Day:
    """A day beside its item, the media or the place taken out that the item's last line is."""
    *above, (last, _) = day.below
    return _Day(day.date, last, above) if above and _is_aside(last, vocabulary) else day


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
    if day.rest is None or not tells_more(day.rest.text):
        return {}
    channels, unknown = read_channels(day.rest.text, vocabulary)
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
    rest = [word for word in line.words[end:] if any(map(str.isalnum, word.text))]
    if len(rest) > most:
        return None
    return _Day(Line(line.words[start:end], line.page), Line(tuple(rest), line.page) if rest else None)
