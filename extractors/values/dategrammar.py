"""The grammar of dates over the kinds of their words, one letter each, as `datewords` cuts a text into them.

A pattern has two parts: a whole date expression, and one of its segments.
"""

from __future__ import annotations

import re

_WEEKDAY = r"H?W(?:[RLCS]{0,2}H?W){0,6}[CS(]?A?"
_PREFIX = rf"(?P<open>OA?)?A?(?:{_WEEKDAY}|H)?T?"
_NEXT = rf"(?:R|C?L|C|S|\()A?(?:{_WEEKDAY})?T?"
_WITHIN = r"(?:H?W[CS]?)?T?D"
_PART = r"DSD(?=R(?:H?W[CS]?)?T?F)"
_TAIL = r"(?P<until>RE)?(?:[(CS]?H?W(?![RLCS]*T?D|[RLCS]+H?W)\)?|\))?"


def _grammar(days: str, month: str, year: str, loose: str, following: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The patterns of a whole date expression and of one of its segments."""
    named = (
        rf"(?P<ahead>D(?:[RLC]D){{0,30}}[RLC])?(?P<part>{_PART}{loose})|(?P<days>{days})(?P<month>{month})(?P<year>{year})"
        rf"|(?P<before>D(?:[RLC]D){{0,30}}[RL])?(?P<full>F)"
    )
    plain = re.sub(r"\?P<\w+>", "?:", named)
    whole = rf"{_PREFIX}(?P<body>(?:{plain})(?:{following}(?:{plain})){{0,30}}){_TAIL}"
    return re.compile(whole), re.compile(named)


STRICT = _grammar(
    days=rf"D(?:(?:[RLS]|CL|C(?=T?D(?:CT?D){{0,30}}C?LT?D)){_WITHIN}){{0,30}}",
    month=r"[RS]?B?(?:M|m(?=[CRS]?Z?Y)|X(?=Z?Y))",
    year=r"(?:[CRS]?Z?Y)?",
    loose="",
    following=_NEXT.replace(r"|\(", ""),  # 'Selamat Hari Ibu 22 Desember (6 Desember 2024)'
)
"""What is surely a date in prose."""
LOOSE = _grammar(
    days=rf"D(?:[RLCS]{{1,2}}{_WITHIN}){{0,30}}",
    month=r"[RS]?B?(?:[Mm]|X(?=[CRS]?Z?Y))",
    year=r"(?:[CRS]?Z?Y|Z?[DN](?=\)?$))?",
    loose="|DSD(?![SDMm])",
    following=_NEXT,
)
"""What is one in a cell where all that is printed is meant to be a date."""
