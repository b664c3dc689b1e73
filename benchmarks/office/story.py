"""The story of one report for a layout: told by `benchmarks.variants`, with this package's headings and dates."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from benchmarks.office.choices import Layout
from benchmarks.office.wording import COLUMNS, HEADINGS, INFORMATION_FORMS
from benchmarks.variants.dates import MONTHS, Written, single
from benchmarks.variants.errors import spoil
from benchmarks.variants.features import Features
from benchmarks.variants.model import Item, Story
from benchmarks.variants.story import Teller
from benchmarks.variants.truth import AmbiguousError, truth

INFORMATION = {
    "month-heads": "table", "reordered": "table", "workbook": "table", "stacked-dates": "stacked",
    "no-number": "bullets", "title-row": "table", "brackets": "table",
}  # fmt: skip
RECAP = {
    "turned-upright": "turned", "upright": "plain", "weekly": "weekly-tables", "per-platform-side": "plain",
    "split": "plain", "platform-months": "turned-monthly", "content-months": "month-rows",
}  # fmt: skip
ACTS = {
    "numbered": "prose", "free": "paragraphs", "sector-rows": "table", "cells": "prose", "months": "prose",
    "date-venue": "table",
}  # fmt: skip
DATES = {"ranges": "long", "upper-ranges": "upper", "short-year": "slash"}


@dataclass(frozen=True)
class Told:
    """A story with its layout, its truth and what is drawn by lot while it is set."""

    story: Story
    layout: Layout
    facts: dict[str, Any]
    rng: random.Random
    form: str
    """How one information reads as a sentence."""


def tell(seed: int, layout: Layout) -> Told:
    """The story of `seed`; told again where it would allow two readings."""
    for attempt in range(60):
        rng = random.Random(f"office-{seed}-{attempt}")
        told = _attempt(rng, layout)
        if told:
            return told
    raise AmbiguousError(f"seed {seed}")


def features(layout: Layout) -> Features:
    """The choices that the story depends on, in the other generator's terms."""
    return Features(
        dissemination=INFORMATION.get(layout.information, layout.information),
        recap=RECAP.get(layout.recap, layout.recap),
        activities=ACTS.get(layout.acts, layout.acts),
        dates=DATES.get(layout.dates, layout.dates),
        zero=layout.zero, number=layout.number, totals=layout.totals, media_break=layout.media_break,
        gallery=layout.gallery, small=layout.small, errors=layout.errors,
    )  # fmt: skip


def _attempt(rng: random.Random, layout: Layout) -> Told | None:
    choice = features(layout)
    teller = Teller(rng, rng.random() < 0.5, choice)
    story = teller.tell()
    story.headings |= {key: teller.fill(text) for key, text in HEADINGS[layout.words].items()}
    story.columns |= COLUMNS[layout.words]
    if layout.dates in DATES:
        _redate(story, layout.dates, rng)
    spoil(story, choice, rng)
    try:
        facts = truth(story, choice)
    except AmbiguousError:
        return None
    return Told(story, layout, facts, rng, rng.choice(INFORMATION_FORMS))


def _redate(story: Story, style: str, rng: random.Random) -> None:
    """Ranges in place of some dates, or years of two digits."""
    cells: dict[int, Written] = {}
    for item in story.items:
        if item.date_cell not in cells:
            cells[item.date_cell] = _rewritten(item, style, rng)
        item.written = cells[item.date_cell]


def _rewritten(item: Item, style: str, rng: random.Random) -> Written:
    day = item.written.start
    if not day or day != item.written.end:
        return item.written
    if style == "short-year":
        return replace(item.written, text=f"{day.day}/{day.month}/{day:%y}")
    last = day + timedelta(days=rng.randint(1, 6))
    if rng.random() < 0.6 or last.month != day.month:
        return item.written
    return _range(day, last, style == "upper-ranges", rng)


def _range(day: date, last: date, upper: bool, rng: random.Random) -> Written:
    link = " S.D. " if upper else rng.choice((" s.d ", " s/d ", " sd "))
    month = MONTHS[last.month - 1]
    return Written(f"{day.day}{link}{last.day} {month.upper() if upper else month} {last.year}", day, last)


def previous(story: Story) -> tuple[int, int]:
    """Year and quarter before the story's."""
    return (story.year, story.quarter - 1) if story.quarter > 1 else (story.year - 1, 4)


def days_of_quarter(year: int, quarter: int, count: int, rng: random.Random) -> list[date]:
    """`count` days of a quarter in order."""
    first = date(year, quarter * 3 - 2, 1)
    return [first + timedelta(days=days) for days in sorted(rng.sample(range(88), count))]


def long(day: date) -> str:
    """'2 April 2024'."""
    return single(day, "long").text
