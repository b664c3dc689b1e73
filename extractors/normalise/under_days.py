"""Items of a list that stand under their day: a line that is a date, or a date and a place, over one or several items.

Web pages and agendas tell items so. The day is that of the items below it, never of the one above: the first item of
such a list stands under a day too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.meaning.field_labels import labels_of
from extractors.normalise.fields import LINE_GAP, Record
from extractors.structure.flow import Line
from extractors.structure.outline import Marker, counts_alike, read_marker
from extractors.values.channels import read_channels
from extractors.values.dates import find_dates
from extractors.vocabulary import Vocabulary

FEWEST = 2
"""So many days, each over an item, make a list of days."""
MOST_WORDS = 8
"""What stands behind a day in its line is a place or media, no sentence."""


@dataclass(frozen=True, slots=True)
class _Day:
    """A line that tells a day, and what stands behind it."""

    date: Line
    rest: Line | None


def records_under_days(lines: Sequence[Line], vocabulary: Vocabulary, year: int | None) -> list[Record]:
    """The items in `lines`, each with the day over it; none where the first item does not stand right under a day."""
    markers = [read_marker(line.text) for line in lines]
    days = {
        index: day
        for index, (line, below) in enumerate(zip(lines, markers[1:], strict=False))
        if below and markers[index] is None and (day := _day(line, year))
    }
    first = next((index for index, marker in enumerate(markers) if marker and marker.style != "bullet"), 0)
    if len(days) < FEWEST or first - 1 not in days:
        return []
    start = markers[first]
    assert start is not None
    return list(_records(lines[first - 1 :], {i - first + 1: day for i, day in days.items()}, start, vocabulary))


def _records(lines: Sequence[Line], days: dict[int, _Day], first: Marker, vocabulary: Vocabulary) -> Iterator[Record]:
    """The items of lines that begin with a day; `first` is the marker of the first item."""
    labels = labels_of(lines, vocabulary)
    day, record, last = days[0], None, []
    for index, (line, label) in enumerate(zip(lines, labels, strict=True)):
        marker = read_marker(line.text)
        if index in days or (marker and counts_alike(first, marker)):
            if record:
                yield record
            record = None
        if index in days:
            day = days[index]
        elif marker and counts_alike(first, marker):
            last = [Line(line.words[1:], line.page)] if len(line.words) > 1 else []
            record = Record(marker.printed, {"date": [day.date], "activity": last, **_told_by(day, vocabulary)})
        elif record and label:
            last = record.fields.setdefault(label.role, [])
            last += [label.value] if label.value.words else []
        elif record and last and _follows(last[-1], line):
            last.append(line)
    if record:
        yield record


def _told_by(day: _Day, vocabulary: Vocabulary) -> dict[str, list[Line]]:
    """What stands behind a day: media, or a place."""
    if day.rest is None:
        return {}
    channels, unknown = read_channels(day.rest.text, vocabulary)
    return {"media" if channels and not unknown else "venue": [day.rest]}


def _follows(before: Line, line: Line) -> bool:
    """Whether a line follows another as lines of one item do."""
    return line.page != before.page or line.top - before.bottom < LINE_GAP * before.size


def _day(line: Line, year: int | None) -> _Day | None:
    """The day that a line tells before all else."""
    reading = next(iter(find_dates(line.text, year=year)), None)
    if reading is None or reading.start is None or reading.span[0] != 0:
        return None
    count = len(line.text[: reading.span[1]].split())
    rest = [word for word in line.words[count:] if any(map(str.isalnum, word.text))]
    if len(rest) > MOST_WORDS:
        return None
    return _Day(Line(line.words[:count], line.page), Line(tuple(rest), line.page) if rest else None)
