"""One variant from seed and features: the story, its errors, its truth, its PDF."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from typing import Any

from benchmarks.variants import front
from benchmarks.variants.appendix import appendices
from benchmarks.variants.degrade import scan_pages
from benchmarks.variants.errors import spoil
from benchmarks.variants.features import Features
from benchmarks.variants.model import Story
from benchmarks.variants.paper import Sheet
from benchmarks.variants.parts import body
from benchmarks.variants.render import render
from benchmarks.variants.story import Teller
from benchmarks.variants.truth import AmbiguousError, truth
from benchmarks.variants.typist import Entry, Typist
from benchmarks.variants.wording import INFORMATION_FORMS, Words


@dataclass(frozen=True)
class Variant:
    """A finished variant."""

    pdf: bytes
    truth: dict[str, Any]
    story: Story
    features: Features
    pages: int


def build(seed: int, features: Features, held: bool = False) -> Variant:
    """The variant of `seed`; draws again where the story would allow two readings."""
    features = _sound(features)
    for attempt in range(50):
        rng = random.Random(f"{seed}-{attempt}")
        story = Teller(rng, held, features).tell()
        story.headings["information_form"] = Words(rng, held).pick(INFORMATION_FORMS)
        spoil(story, features, rng)
        try:
            facts = truth(story, features)
        except AmbiguousError:
            continue
        sheets = _typeset(story, features, seed)
        turned = _turned(sheets, features)
        title = f"Laporan {story.office.short}"
        pdf = render(sheets, turned=turned, scans={}, title=title, producer="Variants")
        scans = scan_pages(pdf, sheets, features, random.Random(seed))
        if scans:
            pdf = render(sheets, turned=turned, scans=scans, title=title, producer="Variants")
        return Variant(pdf, facts, story, features, len(sheets))
    raise AmbiguousError(f"seed {seed}")


def _sound(features: Features) -> Features:
    """Takes back combinations that no office could have typed."""
    if features.dissemination in ("numbered", "bullets") and features.media_break == "\n- ":
        features = replace(features, media_break=", ")
    if features.recap == "turned-monthly" and features.ruling in ("none", "columns", "head"):
        features = replace(features, ruling="full")
    if features.dissemination == "merged" and features.ruling in ("none", "columns", "head"):
        features = replace(features, ruling="rows")  # without row rules nobody sees what a merged cell covers
    if features.recap in ("monthly", "turned-monthly") or features.recap.startswith("weekly"):
        left = tuple(name for name in features.errors if name != "units")
        number = "plain" if features.number in ("unit", "times") else features.number
        features = replace(features, number=number, errors=left)
    if "inexact" in features.errors:
        left = tuple(name for name in features.errors if name not in ("wrong_statement", "wrong_total", "outlier"))
        features = replace(features, errors=left, totals="")
    return features


def _typeset(story: Story, features: Features, seed: int) -> list[Sheet]:
    """The report's pages: set once to learn page numbers, once more with them."""
    entries: list[Entry] = []
    sheets: list[Sheet] = []
    for _ in range(2):
        typist = Typist(story, features, random.Random(seed), front.furniture(story, features, len(sheets)))
        if features.front_letter:
            front.letter(typist)
        front.cover(typist)
        if features.foreword:
            front.foreword(typist)
        if features.contents:
            front.contents(typist, entries or [(1, "-", 1)] * 18)
        body(typist)
        appendices(typist)
        entries, sheets = typist.entries, typist.paper.sheets
    return sheets


def _turned(sheets: list[Sheet], features: Features) -> dict[int, int]:
    """Which pages carry a /Rotate."""
    if features.turned_pages == "all":
        return dict.fromkeys(range(len(sheets)), 90)
    if features.turned_pages == "half":
        return {index: (180, 270)[index % 2] for index in range(1, len(sheets), 2)}
    if features.turned_pages == "recap":
        return {index: 90 for index, sheet in enumerate(sheets) if sheet.tag in ("recap", "information")}
    return {}
