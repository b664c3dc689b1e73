"""Numbering: the marker before a heading or list item, and where it stands in the report's outline.

A report mixes '1)', 'A.', '1.1', 'IV.', 'a)' and '(1)'. Whether '2.' is the next chapter or the next
point of a list can only be told from what was counted before; `Outline` keeps that count.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

BULLETS = "•▪●○◦–—*·➢✓‣■□-"
_MARKER = re.compile(
    r"^\s*(?:"
    r"(?P<decimal>\d{1,2}(?:\.\d{1,2}){1,3})\.?(?=\s|[A-Z])"
    r"|(?P<point>[A-Z]\.\d{1,2}(?:\.\d{1,2})?)\.?(?=\s)"
    r"|(?P<open>\()(?P<paren>\d{1,3}|[a-zA-Z])\)"
    r"|(?P<digits>\d{1,3})(?P<dend>[.)])(?!\d)"
    r"|(?P<roman>[IVX]{1,5})(?P<rend>[.)])"
    r"|(?P<small>[ivx]{2,5})(?P<send>[.)])(?=\s)"
    r"|(?P<word>BAB|Bab|BAGIAN|Bagian)\s+(?P<bab>[IVX]{1,5}|\d{1,2}|[A-Z](?=[.:)]))\b[.:)]?"
    r"|(?P<letter>[A-Za-z])(?P<lend>[.)])(?=\s|[A-Z]{2}|$)"
    rf"|(?P<bullet>[{re.escape(BULLETS)}])(?=\s)"
    r")\s*"
)
_TABLE = re.compile(r"^\s*Tabel\s+\d+(?:\.\d+)*\s*[.:)–-]?\s+", re.IGNORECASE)
"""What counts the tables of a report, before their titles: 'Tabel 3. April 2024'."""
_ROMAN = {"I": 1, "V": 5, "X": 10}


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker's style ("1.", "1)", "A.", "a.", "I.", "i.", "1.1", "(1)", "bab", "bullet" ...), value and length."""

    style: str
    value: int
    printed: str
    length: int


def read_marker(text: str) -> Marker | None:
    """The marker at the beginning of `text`, or None. A year or a date's day is no marker."""
    match = _MARKER.match(text)
    if not match:
        return None
    style, value, printed = _interpret(match.groupdict())
    return Marker(style, value, printed, match.end())


def _interpret(found: dict[str, str | None]) -> tuple[str, int, str]:
    """Style, value and printed number of a matched marker."""
    if decimal := found["decimal"]:
        counts = decimal.split(".")
        return ".".join("1" for _ in counts), int(counts[-1]), decimal
    if point := found["point"]:
        return "A.1" if point.count(".") == 1 else "A.1.1", int(point.split(".")[-1]), point
    if paren := found["paren"]:
        return ("(1)" if paren.isdigit() else "(a)"), _count(paren), paren
    if digits := found["digits"]:
        return f"1{found['dend']}", int(digits), digits
    if roman := found["roman"]:
        return f"I{found['rend']}", roman_value(roman), roman
    if small := found["small"]:
        return f"i{found['send']}", roman_value(small.upper()), small
    if bab := found["bab"]:
        count = roman_value(bab) if set(bab) <= _ROMAN.keys() else _count(bab)
        return "bab", int(bab) if bab.isdigit() else count, bab
    if letter := found["letter"]:
        return f"{'A' if letter.isupper() else 'a'}{found['lend']}", _count(letter), letter
    return "bullet", 0, found["bullet"] or ""


def _count(text: str) -> int:
    """'3' is 3, 'c' is 3."""
    return int(text) if text.isdigit() else ord(text.lower()) - ord("a") + 1


def roman_value(text: str) -> int:
    """The value of a roman numeral made of I, V and X."""
    values = [_ROMAN[letter] for letter in text]
    return sum(-v if i + 1 < len(values) and v < values[i + 1] else v for i, v in enumerate(values))


def counts_alike(one: Marker, other: Marker) -> bool:
    """Whether two markers are of one list: of one style, or 'i.' and 'ii.', of which the first looks like a letter."""
    if one.style == other.style:
        return True
    letters = {marker.printed for marker in (one, other) if marker.style[0] == "a"}
    return {one.style[0], other.style[0]} == {"a", "i"} and one.style[1:] == other.style[1:] and letters <= set("ivx")


def strip_marker(text: str) -> str:
    """`text` without the marker before it, or what counts it among tables."""
    text = _TABLE.sub("", text)
    marker = read_marker(text)
    return text[marker.length :].strip() if marker else text.strip()


@dataclass(slots=True)
class Outline:
    """The numbers counted so far, outermost first."""

    levels: list[Marker] = field(default_factory=list)

    def depth(self, marker: Marker) -> int:
        """The level at which `marker` goes on counting; a new, deeper one where it continues none."""
        marker = self._as_letter(marker)
        for level in range(len(self.levels) - 1, -1, -1):
            last = self.levels[level]
            if last.style == marker.style and marker.value == last.value + 1:
                return level
        for level, last in enumerate(self.levels):
            if last.style == marker.style and marker.value > last.value:
                return level
        return len(self.levels)

    def take(self, marker: Marker) -> int:
        """Counts `marker` and returns its level."""
        level = self.depth(marker)
        marker = self._as_letter(marker)
        del self.levels[level:]
        self.levels.append(marker)
        return level

    def _as_letter(self, marker: Marker) -> Marker:
        """The marker, 'I.' after 'H.' the letter that it is there."""
        if marker.style[0] != "I" or len(marker.printed) > 1:
            return marker
        letter = replace(marker, style=f"A{marker.style[1:]}", value=_count(marker.printed))
        after = any((last.style, last.value + 1) == (letter.style, letter.value) for last in self.levels)
        return letter if after else marker
