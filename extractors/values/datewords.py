"""The words of a date: text cut into tokens of one-letter kinds, so that a date's grammar is a regular expression.

Kinds: D day number, M month (m mistyped), Y year, F whole numeric date, N other number, K time of day, W weekday;
R "s.d", L "dan", C comma, S slash, brackets as they are; T "tanggal", B "bulan", Z "tahun", H "hari", O "mulai",
A "pada", E "selesai"; X any other word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from extractors.values.numbers import NUMBER_WORDS, read_roman, read_words
from extractors.vocabulary import months, weekdays


@dataclass(frozen=True, slots=True)
class Token:
    """One token of a text; `value` by kind: day, month, year, weekday. `full` is (year, month, day) of an F."""

    kind: str
    start: int
    end: int
    value: int = 0
    full: tuple[int, int, int] = (0, 0, 0)
    weak: bool = False
    """Whether it is a date only in company: a number in words, "2.1.10" (which may be a heading's number)."""
    doubt: str | None = None


_DIGIT = "[0-9OolI|]"
_TOKEN = re.compile(
    rf"""
    (?P<iso>(?<![0-9])(?:19|20)[0-9]{{2}}(?P<i>[-/.])\s?[0-9]{{1,2}}(?P=i)\s?[0-9]{{1,2}}(?![0-9]))
  | (?P<roman>(?<![\w/.-])(?<!omor\s)(?<!OMOR\s)(?<!o\.\s)[0-9]{{1,2}}/[IVX]{{1,4}}/20[0-9]{{2}}(?![\w/]))
  | (?P<full>(?<!\w)(?<![0-9]\.){_DIGIT}{{1,2}}\s?(?P<f>[-/.])\s?{_DIGIT}{{1,2}}\s?(?P=f)\s?
       (?:[12]{_DIGIT}{{3}}|[0-9]{{2}})(?![\w/]|-(?!\s?[0-9]{{1,2}}[./][0-9]{{1,2}}[./])|\.[0-9]))
  | (?P<time>(?<!\w)(?<![0-9]\.)[0-9]{{1,2}}[.:][0-9]{{2}}(?:[.:][0-9]{{2}})?(?![\w.]*[0-9]))
  | (?P<short>['’`][0-9]{{2}}(?![0-9]))
  | (?P<mixed>(?<!\w)(?={_DIGIT}{{2,4}}(?!\w))(?=[OolI|]*[0-9])(?=[0-9]*[OolI|]){_DIGIT}+)
  | (?P<number>[0-9]+)
  | (?P<range>(?i:(?<![^\W\d_])(?:s\s?[./]\s?d\b\.?|s\s?[./]\s?d(?=[0-9])|sampai(?:\s+dengan)?\b))|[-–—−‐‑~])
  | (?P<slip>[^\W\d_]{{2,}}[01|][^\W\d_]*(?!\w))
  | (?P<word>[^\W\d_]+(?:['’`´][^\W\d_]+)*)
  | (?P<mark>[,;/&().])
    """,
    re.VERBOSE,
)
_DIGITS = str.maketrans("OolI|", "00111")
_MARKS = {",": "C", ";": "C", "/": "S", "&": "L", "(": "(", ")": ")", ".": "."}
_WORDS = {
    "tanggal": "T", "tgl": "T", "tertanggal": "T", "bulan": "B", "bln": "B", "tahun": "Z", "thn": "Z", "th": "Z",
    "hari": "H", "mulai": "O", "dimulai": "O", "sejak": "O", "terhitung": "O", "pada": "A", "dari": "A",
    "dan": "L", "serta": "L", "maupun": "L", "sd": "R", "hingga": "R", "selesai": "E", "sekarang": "E",
    "seterusnya": "E", "dst": "E",
}  # fmt: skip
_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_SHORT_YEARS = range(15, 70)
"""Years that are written with two digits."""
_THESE_YEARS = range(20, 32)
_SIGNS = ("", *".,;:|()–—-")
"""What stands behind a year of two digits in a sentence: '4 Apr 23, Jadwal kampanye'."""


@lru_cache(maxsize=4096)
def tokenize(text: str) -> tuple[Token, ...]:
    """The tokens of `text` in order, words of numbers drawn together, words broken over lines joined.

    A cell is asked for its date again and again: before and after the year is known, and for each doubt.
    """
    tokens: list[Token] = []
    for token in _spelled_numbers(text, _raw_tokens(text)):
        if token.kind == "." and tokens and tokens[-1].kind in "TBZWMmD":
            continue
        tokens.append(token)
    return tuple(_with_short_years(text, _without_spelled(_rejoined(text, tokens))))


def _raw_tokens(text: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(text):
        group = match.lastgroup or ""
        yield _READERS[group](match.group(group), match.start(), match.end())


def _iso(text: str, start: int, end: int) -> Token:
    year, month, day = (int(part) for part in re.findall("[0-9]+", text))
    return Token("F", start, end, full=(year, month, day))


def _full(text: str, start: int, end: int) -> Token:
    day, month, year = (int(part.translate(_DIGITS)) for part in re.split(r"\s?[-/.]\s?", text))
    weak = "." in text and year < 100
    return Token("F", start, end, full=(_century(year), month, day), weak=weak, doubt=_slip_doubt(text))


def _roman(text: str, start: int, end: int) -> Token:
    day, month, year = text.split("/")
    return Token("F", start, end, full=(int(year), read_roman(month) or 0, int(day)))


def _mixed(text: str, start: int, end: int) -> Token:
    return replace(_number(text.translate(_DIGITS), start, end), doubt=_slip_doubt(text))


def _slip_doubt(text: str) -> str | None:
    """Letters that stand where a date has digits, as OCR reads them."""
    return f"huruf pada '{text}' dibaca sebagai angka" if re.search(r"[OolI|]", text) else None


def _number(text: str, start: int, end: int) -> Token:
    value = int(text) if len(text) <= 4 else 0
    if len(text) <= 2:
        return Token("D", start, end, value)
    return Token("Y" if _FIRST_YEAR <= value <= _LAST_YEAR else "N", start, end, value)


def _slip(text: str, start: int, end: int) -> Token:
    """A word with a digit in it: a month if it is one with "l" or "i" for the digit."""
    for letters in (str.maketrans("01|", "oll"), str.maketrans("01|", "oii")):
        if match := months().exact(text.translate(letters)):
            return Token("M", start, end, int(match.code), doubt=f"nama bulan '{text}' dibaca {match.entry}")
    return Token("X", start, end)


def _word(text: str, start: int, end: int) -> Token:
    key = text.casefold()
    if kind := _WORDS.get(key):
        return Token(kind, start, end)
    if key in NUMBER_WORDS:
        return Token("#", start, end)
    if match := months().exact(key):
        return Token("M", start, end, int(match.code))
    if match := weekdays().find(key):
        return Token("W", start, end, int(match.code))
    if match := months().find(key):
        return Token("m", start, end, int(match.code))
    return Token("X", start, end)


_READERS: dict[str, Callable[[str, int, int], Token]] = {
    "iso": _iso,
    "full": _full,
    "roman": _roman,
    "time": lambda text, start, end: Token("K", start, end),
    "short": lambda text, start, end: Token("Y", start, end, 2000 + int(text[1:])),
    "mixed": _mixed,
    "number": _number,
    "range": lambda text, start, end: Token("R", start, end),
    "slip": _slip,
    "word": _word,
    "mark": lambda text, start, end: Token(_MARKS[text], start, end),
}


def _century(year: int) -> int:
    """A year of two digits as one of four."""
    if year >= 100:
        return year
    return 2000 + year if year < 70 else 1900 + year


def _spelled_numbers(text: str, tokens: Iterator[Token]) -> Iterator[Token]:
    """Runs of number words as one token each: a day, a year, or just a word."""
    run: list[Token] = []
    for token in tokens:
        if token.kind == "#":
            run.append(token)
            continue
        if run:
            yield _spelled(text, run)
            run = []
        yield token
    if run:
        yield _spelled(text, run)


def _spelled(text: str, run: list[Token]) -> Token:
    value = read_words([text[token.start : token.end].casefold() for token in run]) or 0
    kind = "D" if 1 <= value <= 31 else "Y" if _FIRST_YEAR <= value <= _LAST_YEAR else "X"
    return Token(kind, run[0].start, run[-1].end, value, weak=True)


def _rejoined(text: str, tokens: list[Token]) -> list[Token]:
    """Months and weekdays that a narrow cell broke over two lines ("Febru- ari", "Sela sa") as one token."""
    result: list[Token] = []
    index = 0
    while index < len(tokens):
        left = tokens[index]
        hyphen = _is_hyphen(text, left, tokens[index + 1 : index + 2])
        right = tokens[index + 1 + hyphen] if index + 1 + hyphen < len(tokens) else None
        whole = _joined(text, left, right) if right else None
        result.append(whole or left)
        index += 2 + hyphen if whole else 1
    return result


def _without_spelled(tokens: list[Token]) -> list[Token]:
    """The tokens without numbers in words behind their figures: '3 (tiga) April'."""
    result: list[Token] = []
    index = 0
    while index < len(tokens):
        result.append(tokens[index])
        number, *bracket = tokens[index : index + 4]
        spelled = [token.kind for token in bracket] == ["(", number.kind, ")"] and bracket[1].weak
        index += 4 if spelled and number.kind in "DY" and bracket[1].value == number.value else 1
    return result


def _is_hyphen(text: str, left: Token, following: list[Token]) -> bool:
    return bool(following) and following[0].start == left.end and text[left.end : following[0].end] == "-"


def _joined(text: str, left: Token, right: Token) -> Token | None:
    """The month or weekday that two pieces of words make together."""
    pieces = {left.kind, right.kind}
    if "X" not in pieces or not pieces <= set("XMmW") or text[left.end : right.start].strip(" \n-"):
        return None
    whole = _word(text[left.start : left.end] + text[right.start : right.end], left.start, right.end)
    return whole if whole.kind in "MW" else None


def _with_short_years(text: str, tokens: list[Token]) -> list[Token]:
    """The tokens with the year of '4-Apr-23', as a spreadsheet prints a date, and of '4 Apr 23' before a sign."""
    result = list(tokens)
    for index, (day, month, year) in enumerate(zip(tokens, tokens[1:], tokens[2:], strict=False)):
        following = {token.kind for token in tokens[index + 3 : index + 5]}
        named = (day.kind, month.kind, year.kind) == ("D", "M", "D") and year.end - year.start == 2
        sign = text[year.end :].lstrip()[:1]
        if named and year.value in _THESE_YEARS and sign in _SIGNS and not following & set("DMmFY"):
            result[index + 2] = replace(year, kind="Y", value=2000 + year.value)
    for index in range(len(tokens) - 4):
        day, first, month, second, year = tokens[index : index + 5]
        if (day.kind, month.kind, year.kind) != ("D", "M", "D") or not first.kind == second.kind in {"R", "S"}:
            continue
        marks = {text[day.end : month.start].rstrip(), text[month.end : year.start].rstrip()}
        after = tokens[index + 5].kind if index + 5 < len(tokens) else ""
        if marks <= {"-", "/"} and year.value in _SHORT_YEARS and after not in {"M", "m"}:
            result[index + 4] = replace(year, kind="Y", value=2000 + year.value)
    return result
