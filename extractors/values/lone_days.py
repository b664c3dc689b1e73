"""Days whose month stands elsewhere: '2' under the title 'BULAN APRIL 2024', '5-6' beside a cell 'Mei'."""

from __future__ import annotations

import re

from extractors.values.datewords import tokenize

_DAYS = frozenset("DRLCSWHTA.&()")
"""Kinds of words that may stand in a cell of days beside the numbers: 's.d.', 'dan', weekdays."""
_BRACKETS = re.compile(r"\([^()]*\)")
_TITLE = frozenset("MBYZ")
"""Kinds of words in the title of a month."""


def month_told(text: str, *, alone: bool = True) -> str:
    """The one month, with its year where printed, that `text` names ('April 2024'), or ''.

    With `alone` nothing else may stand in the text. What stands in brackets is no part of it: 'April (11 informasi)'.
    """
    text = _BRACKETS.sub(" ", text)
    tokens = tokenize(text)
    named = [token for token in tokens if token.kind in "MY"]
    months = sum(token.kind == "M" for token in named)
    if months != 1 or len(named) > 2 or any(token.kind in "DFm" for token in tokens):
        return ""
    if alone and not {token.kind for token in tokens} <= _TITLE:
        return ""
    return " ".join(text[token.start : token.end] for token in named)


def with_month(days: str, month: str) -> str:
    """A cell's text with `month` behind its days where it tells some and no month; else the text as it is."""
    tokens = tokenize(days)
    ends = [token.end for token in tokens if token.kind == "D"]
    if not (month and ends and {token.kind for token in tokens} <= _DAYS):
        return days
    return f"{days[: ends[-1]]} {month}{days[ends[-1] :]}"  # '6 Sabtu': the weekday may stand behind
