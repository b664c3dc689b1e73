"""Indonesian dates as clerks write them, with what they mean."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
SHORT = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
MISTYPED = {
    1: ("Januri", "Jauari"), 2: ("Pebruari", "Febuari"), 3: ("Maert", "Marer"), 4: ("Arpil", "Apirl"),
    5: ("Mey", "Meii"), 6: ("Juin", "Junni"), 7: ("Jully", "Julli"), 8: ("Agsutus", "Agustsu"),
    9: ("Septmber", "Sepetmber"), 10: ("Oktobr", "Otkober"), 11: ("Nopember", "Novmber"), 12: ("Desmber", "Desembr"),
}  # fmt: skip
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
ROMAN = ("I", "II", "III", "IV")
_ONES = ("", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")


@dataclass(frozen=True)
class Written:
    """A date or range as written: its meaning, and the weekdays named with the dates they are said of."""

    text: str
    start: date | None
    end: date | None
    weekdays: tuple[tuple[int, date], ...] = ()

    @property
    def impossible(self) -> bool:
        """Whether it is written but cannot be."""
        return self.start is None


def months_of(quarter: int) -> tuple[int, int, int]:
    """The quarter's months."""
    return quarter * 3 - 2, quarter * 3 - 1, quarter * 3


def days_of(year: int, quarter: int) -> list[date]:
    """All days of the quarter."""
    day = date(year, quarter * 3 - 2, 1)
    days = []
    while day.year == year and (day.month - 1) // 3 + 1 == quarter:
        days.append(day)
        day += timedelta(days=1)
    return days


def in_words(number: int) -> str:
    """A number below 3000 in Indonesian words."""
    if number < 12:
        return _ONES[number]
    if number < 20:
        return f"{_ONES[number - 10]} belas"
    if number < 100:
        return f"{_ONES[number // 10]} puluh {_ONES[number % 10]}".strip()
    if number < 1000:
        return f"{_ONES[number // 100]} ratus {in_words(number % 100)}".strip()
    return f"{in_words(number // 1000)} ribu {in_words(number % 1000)}".strip()


def single(day: date, style: str, month: str | None = None) -> Written:
    """One day in the given style; `month` replaces the month's name (a misprint)."""
    name = month or MONTHS[day.month - 1]
    weekday = WEEKDAYS[day.weekday()]
    named = ((day.weekday(), day),)
    forms = {
        "long": f"{day.day} {name} {day.year}",
        "padded": f"{day.day:02d} {name} {day.year}",
        "upper": f"{day.day} {name.upper()} {day.year}",
        "weekday": f"{weekday}, {day.day} {name} {day.year}",
        "weekday-bracket": f"{day.day} {name} {day.year} ({weekday})",
        "slash": f"{day.day:02d}/{day.month:02d}/{day.year}",
        "dash": f"{day.day:02d}-{day.month:02d}-{day.year}",
        "dots": f"{day.day:02d}.{day.month:02d}.{day.year}",
        "short": f"{day.day} {SHORT[day.month - 1]} {day.year}",
        "noyear": f"{day.day} {name}",
    }
    return Written(forms[style], day, day, named if style.startswith("weekday") else ())


def span(first: date, last: date, style: str, rng: random.Random) -> Written:
    """A range in words (numeric styles use the long form)."""
    link = rng.choice((" s.d ", " s/d ", " - ", " sampai dengan ", " s.d. "))
    year = "" if style == "noyear" else f" {last.year}"
    name = MONTHS[last.month - 1]
    if first.month == last.month:
        text = f"{first.day}{link}{last.day} {name}{year}"
    else:
        text = f"{first.day} {MONTHS[first.month - 1]}{link}{last.day} {name}{year}"
    if style.startswith("weekday"):
        text = f"{WEEKDAYS[first.weekday()]}{link}{WEEKDAYS[last.weekday()]}, {text}"
        return Written(text, first, last, ((first.weekday(), first), (last.weekday(), last)))
    return Written(text, first, last)


def several(days: list[date]) -> Written:
    """Several days of one month: '5, 12 dan 19 Mei 2024'; the first is the start, the last the end."""
    head = ", ".join(str(day.day) for day in days[:-1])
    last = days[-1]
    return Written(f"{head} dan {last.day} {MONTHS[last.month - 1]} {last.year}", days[0], last)


def spelled(day: date, weekday: bool) -> Written:
    """A day in words: 'dua puluh lima April dua ribu dua puluh empat'."""
    text = f"{in_words(day.day)} {MONTHS[day.month - 1]} {in_words(day.year)}"
    if weekday:
        return Written(f"{WEEKDAYS[day.weekday()]} tanggal {text}", day, day, ((day.weekday(), day),))
    return Written(text, day, day)


def since(day: date) -> Written:
    """An open range: 'mulai tanggal 24 Juni 2024'."""
    return Written(f"mulai tanggal {day.day} {MONTHS[day.month - 1]} {day.year}", day, None)
