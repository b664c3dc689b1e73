"""What a file's name hints at: whose report for which quarter a refused file may have been meant to be."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import TypeVar

from extractors.values.dates import find_periods
from extractors.vocabulary import Satker

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Hint:
    """Each part is None where the name does not say it once and clearly."""

    satker_code: str | None
    year: int | None
    quarter: int | None


def hint_of(filename: str, satkers: Mapping[str, Satker]) -> Hint:
    """Read "6103_sanggau_2024_tw2.pdf", "Laporan Kubu Raya Triwulan III 2025.pdf" and the like."""
    text = re.sub(r"[\W_]+", " ", PurePath(filename).stem)
    text = re.sub(r"(?<=[a-zA-Z])(?=\d)", " ", text)
    codes = {word for word in text.split() if word in satkers} or _named(text, satkers)
    periods = find_periods(text)
    quarters = {period.quarter for period in periods if period.quarter}
    years = {period.year for period in periods if period.year} or {int(y) for y in re.findall(r"\b20\d\d\b", text)}
    return Hint(_only(codes), _only(years), _only(quarters))


def _named(text: str, satkers: Mapping[str, Satker]) -> set[str]:
    """The offices whose area the text names; a longer name hides a shorter one within it."""
    found = {satker.short: code for code, satker in satkers.items() if _contains(text, satker.short)}
    longest = [name for name in found if not any(name != other and _contains(other, name) for other in found)]
    return {found[name] for name in longest}


def _contains(text: str, name: str) -> bool:
    """Whether `name` stands in `text` as words of its own."""
    return re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE) is not None


def _only(values: set[Value]) -> Value | None:
    """The one value; None when there is none or more than one."""
    return next(iter(values)) if len(values) == 1 else None
