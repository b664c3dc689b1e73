"""Items of a list that stand under their day: a line that is a date, or a date and a place, over one or several items.

Web pages and agendas tell items so. The day is that of the items below it, never of the one above: the first item of
such a list stands under a day too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from extractors.meaning.field_labels import Label, labels_of
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
    above, days = _days(list(zip(lines, labels_of(lines, vocabulary), strict=True)), year)
    first = read_marker(days[0].below[0][0].text) if len(days) >= FEWEST else None
    if first is None or any((marker := read_marker(line.text)) and counts_alike(first, marker) for line in above):
        return []
    return [record for day in days for record in _records(day, first, vocabulary)]


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
    """What stands behind a day: media, or a place; a time of day is neither."""
    if day.rest is None:
        return {}
    channels, unknown = read_channels(day.rest.text, vocabulary)
    if channels and not unknown:
        return {"media": [day.rest]}
    return {"venue": [day.rest]} if tells_more(day.rest.text) else {}


def _follows(before: Line, line: Line) -> bool:
    """Whether a line follows another as lines of one item do."""
    return line.page != before.page or line.top - before.bottom < LINE_GAP * before.size


def _day(line: Line, year: int | None) -> _Day | None:
    """The day that a line tells before all else."""
    reading = next(iter(find_dates(line.text, year=year)), None)
    if reading is None or reading.start is None or tells_more(line.text[: reading.span[0]]):
        return None
    start, end = (len(line.text[:index].split()) for index in reading.span)
    rest = [word for word in line.words[end:] if any(map(str.isalnum, word.text))]
    if len(rest) > MOST_WORDS:
        return None
    return _Day(Line(line.words[start:end], line.page), Line(tuple(rest), line.page) if rest else None)
