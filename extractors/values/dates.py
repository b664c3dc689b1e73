"""Dates and periods as Indonesian offices write them.

`read_date` reads a date cell, where whatever is printed is meant to be a date; `find_dates` finds dates in prose and
is strict about what one is. Nothing is guessed: a date that cannot be is returned as not readable, and what had to
be assumed stands in `doubt`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from extractors.reading import DateReading, PeriodMention
from extractors.values.dategrammar import LOOSE, STRICT
from extractors.values.datewords import Token, tokenize
from extractors.values.numbers import read_ordinal, read_roman
from extractors.vocabulary import Lexicon

_Point = tuple[int | None, int | None, int]
"""Year, month, day, as far as written."""


PARTLY = "sebagian isi sel tanggal tidak terbaca"
"""Why a date is doubted beside which others, or parts of one, stand in its cell."""


def is_partly_read(reading: DateReading | None) -> bool:
    """Whether a date's cell holds more of days and months than was read."""
    return reading is not None and PARTLY in (reading.doubt or "")


def read_date(text: str, *, year: int | None = None) -> DateReading | None:
    """The date or range a date cell holds; None when no date is in it. `year` stands in for a missing one."""
    text = " ".join(text.split())
    tokens = tokenize(text)
    kinds = "".join(token.kind for token in tokens)
    found = [_reading(text, tokens, kinds, match, LOOSE[1], year) for match in LOOSE[0].finditer(kinds)]
    if not found:
        hint = any(token.kind in "DMmYFN" for token in tokens)
        return DateReading(text, None, None, readable=False, span=(0, len(text))) if hint else None
    reading = _combined(text, found)
    rest = LOOSE[0].sub("", kinds)
    if reading.readable and re.search("[DMmYFN]", rest):
        return _doubted(reading, PARTLY)
    return reading


def date_end(text: str) -> int:
    """Where a date ends with which a text begins; 0 where it begins with none."""
    return next((reading.span[1] for reading in find_dates(text)[:1] if reading.start and not reading.span[0]), 0)


def tells_day(text: str) -> bool:
    """Whether a text holds a day that can be: with its year, or with its month's name alone."""
    named = any(letter.isalpha() for letter in text)
    reading = read_date(text, year=ANY_YEAR if named else None)
    return bool(reading and reading.start)


def tells_more(text: str) -> bool:
    """Whether a text has words that are no part of a date or time of day."""
    words = (text[token.start : token.end].casefold() for token in tokenize(text) if token.kind == "X")
    return any(len(word) >= _WORD and not _time_words().exact(word) for word in words)


@lru_cache(maxsize=1)
def _time_words() -> Lexicon:
    return Lexicon.from_file("time_words.csv")


_WORD = 3
"""Letters of a word; fewer are a piece of one, or a sign."""
ANY_YEAR = 2024
"""Stands for a year that is not written: every day of a year is in it."""


def find_dates(text: str, *, year: int | None = None) -> list[DateReading]:
    """The dates and ranges in prose, in order, each with its place; a day and month alone count if `year` is given."""
    tokens = tokenize(text)
    kinds = "".join(token.kind for token in tokens)
    matches = (match for match in STRICT[0].finditer(kinds) if _is_date(tokens, match, year))
    return [_reading(text, tokens, kinds, match, STRICT[1], year) for match in matches]


def _is_date(tokens: Sequence[Token], match: re.Match[str], year: int | None) -> bool:
    """Whether a match in prose is surely meant as a date: "dua bulan April", "Sebelas Maret" are not."""
    kinds = match.group()
    introduced = "W" in kinds or "T" in kinds
    weak = {token.kind for token in tokens[match.start() : match.end()] if token.weak}
    if not introduced and ("DB" in kinds or "X" in kinds or "F" in weak):
        return False
    dated = "Y" in kinds or "F" in kinds
    return dated or (year is not None and "D" not in weak)


def _reading(
    text: str,
    tokens: Sequence[Token],
    kinds: str,
    match: re.Match[str],
    segment: re.Pattern[str],
    year: int | None,
) -> DateReading:
    """What one match of the grammar says."""
    body_start, body_end = match.span("body")
    weekday = kinds.find("W", match.start(), body_start)
    first = match.start("open") if match["open"] else weekday if weekday >= 0 else body_start
    last = match.end() - 1
    while tokens[last].kind == ")" and "(" not in kinds[first:last]:
        last -= 1
    inside = tokens[match.start() : match.end()]
    points: list[_Point] = []
    doubts = [token.doubt for token in inside if token.doubt]
    for part in segment.finditer(kinds, body_start, body_end):
        points += _points(tokens, part, year, doubts)
        doubts += [PARTLY] if part["month"] and _lacks_day(text, tokens[part.start("month")]) else []
    start, end = _ends(points, year, ranged="R" in kinds[body_start:body_end])
    open_end = bool(match["until"] or (match["open"] and start == end)) and start is not None
    span = (tokens[first].start, tokens[last].end)
    return DateReading(
        text=" ".join(text[span[0] : span[1]].split()),
        start=start,
        end=None if open_end else end,
        weekdays=tuple(token.value for token in inside if token.kind == "W"),
        readable=start is not None,
        open_end=open_end,
        span=span,
        doubt="; ".join(doubts) or None,
    )


def _lacks_day(text: str, lead: Token) -> bool:
    """Whether 's.d.' or the like stands right before a month: its day stands elsewhere ('18 sampai dengan Januari')."""
    return lead.kind == "R" and any(map(str.isalpha, text[lead.start : lead.end]))


def _points(tokens: Sequence[Token], part: re.Match[str], year: int | None, doubts: list[str]) -> Iterator[_Point]:
    """The days one segment names, each with month and year as far as written there."""

    def numbers(group: str) -> list[int]:
        start, end = part.span(group)
        return [token.value for token in tokens[start:end] if token.kind == "D"] if part[group] else []

    if part["full"]:
        in_year, month, last_day = tokens[part.start("full")].full
        yield from ((in_year, month, day) for day in [*numbers("before"), last_day])
    elif part["part"]:
        day, month = numbers("part")
        yield from ((None, month, other) for other in [*numbers("ahead"), day])
    else:
        named = tokens[part.end("month") - 1]
        written = _year(tokens[part.end("year") - 1], year, doubts) if part["year"] else None
        yield from ((written, named.value if named.kind in "Mm" else None, day) for day in numbers("days"))


def _year(token: Token, year: int | None, doubts: list[str]) -> int | None:
    """A year as written; one of two digits in full, one cut short as the report's, with a doubt."""
    if token.kind == "Y":
        return token.value
    if token.kind == "D" and 15 <= token.value <= 69:
        return 2000 + token.value
    if year is not None:
        doubts.append(f"tahun tertulis '{token.value}', dianggap {year}")
    return year


def _ends(points: Sequence[_Point], year: int | None, *, ranged: bool) -> tuple[date | None, date | None]:
    """First and last date; (None, None) where one of them cannot be."""
    dated: list[date] = []
    last_written = next((point[0] for point in reversed(points) if point[0] is not None), year)
    later: tuple[int, int] | None = None
    for point_year, month, day in reversed(points):
        if month is None:
            return (None, None)
        if point_year is None:
            point_year = later[0] - (month > later[1]) if later else last_written
        if point_year is None or not _exists(point_year, month, day):
            return (None, None)
        dated.append(date(point_year, month, day))
        later = (point_year, month)
    dated.reverse()
    if dated[0] <= dated[-1]:
        return (dated[0], dated[-1])
    return (None, None) if ranged else (min(dated), max(dated))


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def lasting(first: DateReading | None, last: DateReading | None) -> DateReading | None:
    """A date that lasts to another one, told apart; partly read where that is none, or earlier."""
    if first is None or first.start is None or last is None:
        return first
    end = last.end or last.start
    return replace(first, end=end) if end and end >= first.start else _doubted(first, PARTLY)


def _combined(text: str, found: Sequence[DateReading]) -> DateReading:
    """Several dates of one cell as one reading: the first start and the last end."""
    first, last = found[0], found[-1]
    readable = all(reading.readable for reading in found)
    weekdays = first.weekdays if len(found) == 1 else first.weekdays[:1] + last.weekdays[-1:]
    return DateReading(
        text=text,
        start=first.start if readable else None,
        end=last.end if readable else None,
        weekdays=weekdays,
        readable=readable,
        open_end=last.open_end and readable,
        span=(0, len(text)),
        doubt="; ".join(reading.doubt for reading in found if reading.doubt) or None,
    )


def _doubted(reading: DateReading, doubt: str) -> DateReading:
    return replace(reading, doubt=f"{reading.doubt}; {doubt}" if reading.doubt else doubt)


_QUARTER = re.compile(
    r"(?:\b(?:tahun|thn)\s+(?P<before>20[0-9]{2})\s*,?\s*)?"
    r"(?:\btri\s?-?wulan|\btriw\b\.?|\btrw\b\.?|\bt\.?w\b\.?|\bkuartal|\bkwartal|\bquarter|\bq(?=[1-4]\b))"
    r"\s*[-.:]?\s*(?P<number>(?:ke[\s-]*)?(?:[0-9]{1,2}|[ivl1|]{1,3}(?!\s[ivl]+\b)|[ivl](?:\s?[ivl]){1,2}|pertama|kesatu|kedua|ketiga"
    r"|keempat|satu|dua|tiga|empat))"
    r"(?!\w)(?:\s*\([^)]{0,60}\))?(?:\s*[,/-]?\s*(?:\b(?:tahun|thn|th\.)\s*(?:anggaran\s*)?)?(?P<after>20[0-9]{2})(?!\w))?",
    re.IGNORECASE,
)
_MONTHS = re.compile(r"(?P<bulan>B)?M(?:Z?Y)?(?:(?:R|C?L|C|S)B?M(?:Z?Y)?)*")


def find_periods(text: str, *, where: str = "", page: int | None = None) -> list[PeriodMention]:
    """The quarters, months and month ranges that `text` names, in order."""
    text = " ".join(text.split())
    found = [*_quarters(text, where, page), *_month_ranges(text, where, page)]
    return [mention for _, mention in sorted(found, key=lambda item: item[0])]


def _quarters(text: str, where: str, page: int | None) -> Iterator[tuple[int, PeriodMention]]:
    for match in _QUARTER.finditer(text):
        quarter = _quarter(match["number"])
        if quarter:
            year = match["before"] or match["after"]
            said = " ".join(match.group().split())
            yield (
                match.start(),
                PeriodMention(where, said, quarter=quarter, year=int(year) if year else None, page=page),
            )


def _quarter(number: str) -> int | None:
    """A quarter's number; "ll", "11" and "I I" are II as OCR reads it."""
    number = re.sub(r"(?<=[ivl])\s(?=[ivl])", "", number, flags=re.IGNORECASE)
    value = read_ordinal(number)
    if value is None or value > 4:
        value = read_roman(re.sub("[l1|]", "I", number))
    return value if value and value <= 4 else None


def _month_ranges(text: str, where: str, page: int | None) -> Iterator[tuple[int, PeriodMention]]:
    """Months outside dates, and dates that run over whole months ("1 April s.d 30 Juni 2024")."""
    tokens = tokenize(text)
    kinds = "".join(token.kind for token in tokens)
    dates = [match.span() for match in STRICT[0].finditer(kinds)]
    masked = list(kinds)
    for start, end in dates:
        masked[start:end] = "_" * (end - start)
    for match in _MONTHS.finditer("".join(masked)):
        inside = tokens[match.start() : match.end()]
        named = [token.value for token in inside if token.kind == "M"]
        years = [token.value for token in inside if token.kind == "Y"]
        if len(named) > 1 or match["bulan"] or years or len(inside) == len(tokens):
            said = " ".join(text[inside[0].start : inside[-1].end].split())
            year = years[-1] if years else None
            yield inside[0].start, PeriodMention(where, said, named[0], named[-1], year=year, page=page)
    for reading in find_dates(text):
        start_day, end_day = reading.start, reading.end
        if start_day and end_day and start_day.day == 1 and end_day.day == monthrange(end_day.year, end_day.month)[1]:
            yield (
                reading.span[0],
                PeriodMention(where, reading.text, start_day.month, end_day.month, year=end_day.year, page=page),
            )
