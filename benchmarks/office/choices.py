"""What sets one report apart: a plain report, and changes of one or two features at a time."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from typing import Any

from benchmarks.office.look import LOOKS
from benchmarks.variants.errors import ERRORS


@dataclass(frozen=True)
class Layout:
    """One report's layout; the defaults are the plain form."""

    names: tuple[str, ...] = ()
    paper: str = "a4"
    font: str = "Liberation Sans"
    size: float = 11
    table_size: float = 10
    look: str = "full"
    information: str = "table"
    recap: str = "plain"
    acts: str = "numbered"
    dates: str = "long"
    zero: str = "-"
    number: str = "plain"
    totals: str = ""
    media_break: str = ", "
    order: str = "standard"
    words: int = 0
    numbering: str = "juknis"
    heads: bool = True
    split: bool = True
    column_numbers: str = ""
    triples: bool = False
    contents: bool = False
    letter: bool = False
    running: str = ""
    frame: bool = False
    bar: bool = False
    glued: bool = False
    narrow: bool = False
    cells: str = ""
    """How texts stand in cells: middle, center, justify, enter (an empty line below)."""
    laws: str = "numbers"
    follow: str = "numbers"
    signature: str = "plain"
    watermark: str = ""
    bsre: bool = False
    logo: bool = False
    appendices: tuple[str, ...] = ()
    left_over: str = ""
    instructions: bool = False
    gallery: bool = True
    workbook: str = ""
    lying: str = ""
    rotated: str = ""
    trick: str = ""
    scan: str = ""
    scan_pages: str = "all"
    layer: str = ""
    errors: tuple[str, ...] = ()

    @property
    def small(self) -> bool:
        """Whether the report is kept short, since its pages are pictures."""
        return bool(self.scan or self.trick)


FEATURES: dict[str, dict[str, Any]] = {
    **{f"look-{look}": {"look": look} for look in LOOKS if look != "full"},
    "columns-loose": {"look": "columns", "heads": False, "information": "merged"},
    "turned": {"recap": "turned"}, "turned-upright": {"recap": "turned-upright", "totals": "both"},
    "upright": {"recap": "upright", "totals": "row"},
    "monthly": {"recap": "monthly", "lying": "recap"}, "month-rows": {"recap": "month-rows", "totals": "both"},
    "weekly": {"recap": "weekly", "lying": "recap"}, "weekly-rows": {"recap": "weekly-rows"},
    "per-platform": {"recap": "per-platform", "totals": "row"}, "per-platform-wide": {"recap": "per-platform-side"},
    "numbered": {"information": "numbered"}, "bullets": {"information": "bullets"},
    "merged": {"information": "merged", "heads": False}, "months": {"information": "monthly", "totals": "both"},
    "month-heads": {"information": "month-heads"}, "stacked": {"information": "stacked"},
    "ticks": {"information": "ticks"}, "reordered": {"information": "reordered", "dates": "short-year"},
    "free-acts": {"acts": "free"}, "words-acts": {"acts": "spelled"}, "table-acts": {"acts": "table"},
    "sector-rows": {"acts": "sector-rows"}, "sector-column": {"acts": "sector-column", "lying": "acts"},
    "acts-bullets": {"acts": "bullets"}, "acts-cells": {"acts": "cells"},
    "order-information": {"order": "information", "words": 1}, "order-recap": {"order": "recap", "words": 2},
    "words": {"words": 3, "numbering": "roman"}, "plain-heads": {"words": 2, "numbering": "none"},
    "contents": {"contents": True, "numbering": "bab"}, "letter": {"letter": True},
    "running": {"running": "both"}, "watermark": {"watermark": "level"}, "watermark-turned": {"watermark": "turned"},
    "bsre": {"bsre": True}, "logo": {"logo": True},
    "rotated": {"rotated": "all"}, "rotated-some": {"rotated": "some"}, "f4": {"paper": "f4"},
    "legal": {"paper": "legal"}, "landscape": {"lying": "all"},
    "workbook-both": {"workbook": "both"}, "workbook-recap": {"workbook": "recap", "totals": "both"},
    "appendices": {"appendices": ("decree", "attendance", "letter")},
    "appendices-tables": {"appendices": ("clippings", "posts", "plan")},
    "left-over": {"left_over": "both"}, "left-over-acts": {"left_over": "acts"}, "instructions": {"instructions": True},
    "column-numbers": {"column_numbers": "1"}, "column-brackets": {"column_numbers": "(1)", "look": "thick-head"},
    "triples": {"triples": True},
    "cid": {"trick": "cid"}, "garbage": {"trick": "garbage"},
    "scan": {"scan": "skewed"}, "scan-lying": {"scan": "lying"}, "phone": {"scan": "phone"},
    "wrong-layer": {"scan": "flat", "layer": "wrong"}, "mixed": {"scan": "flat", "scan_pages": "tables"},
    "mixed-end": {"scan": "skewed", "scan_pages": "end"},
    "ranges": {"dates": "ranges"}, "upper-ranges": {"dates": "upper-ranges"}, "dots": {"dates": "dots"},
    "frame": {"frame": True}, "bar": {"bar": True}, "glued": {"glued": True}, "narrow": {"narrow": True},
    "middle": {"cells": "middle"}, "center": {"cells": "center"}, "justify": {"cells": "justify"},
    "enter": {"cells": "enter"}, "laws-letters": {"laws": "letters"}, "laws-bullets": {"laws": "bullets"},
    "laws-table": {"laws": "table"}, "follow-bullets": {"follow": "bullets"}, "follow-table": {"follow": "table"},
    "follow-letters": {"follow": "letters"}, "sign-two": {"signature": "two"},
    "sign-electronic": {"signature": "electronic"}, "sign-done": {"signature": "done"},
    "acts-months": {"acts": "months"}, "acts-date-venue": {"acts": "date-venue"},
    "stacked-dates": {"information": "stacked-dates"},
    "no-number": {"information": "no-number"}, "title-row": {"information": "title-row", "heads": True},
    "split-recap": {"recap": "split", "totals": "row"}, "platform-months": {"recap": "platform-months"},
    "content-months": {"recap": "content-months"}, "brackets": {"information": "brackets"},
    "units": {"number": "unit"}, "thousands": {"number": "thousands", "totals": "both"},
}  # fmt: skip
PICTURES = tuple(name for name, change in FEATURES.items() if {"scan", "trick"} & set(change))


SHAPES = {
    name: sorted({change[name] for change in FEATURES.values() if name in change})
    for name in ("look", "information", "recap", "acts", "cells", "laws", "follow", "signature", "order", "running")
}


def wild(rng: random.Random, count: int) -> list[Layout]:
    """`count` layouts with every shape drawn by lot: harder than any one office."""
    layouts = []
    for _ in range(count):
        plain = _mixed("f4", ["f4"], rng)
        drawn: dict[str, Any] = {name: rng.choice(shapes) for name, shapes in SHAPES.items()}
        flags: dict[str, Any] = {
            name: rng.random() < 0.15 for name in ("frame", "bar", "glued", "narrow", "triples", "bsre", "logo")
        }
        layouts.append(sound(replace(plain, **drawn, **flags, names=("wild",))))
    return layouts


def draw(rng: random.Random, count: int, scans: bool) -> list[Layout]:
    """`count` layouts: every feature gets its turn before one comes again, often with a second one."""
    names = [name for name in FEATURES if scans or name not in PICTURES]
    order: list[str] = []
    while len(order) < count:
        order += rng.sample(names, len(names))
    return [_mixed(name, names, rng) for name in order[:count]]


def _mixed(name: str, names: list[str], rng: random.Random) -> Layout:
    chosen = [name]
    other = rng.choice(names)
    clash = set(FEATURES[name]) & set(FEATURES[other]) or (name in PICTURES and other in PICTURES)
    if rng.random() < 0.7 and not clash:
        chosen.append(other)
    plain = Layout(
        paper=rng.choice(("a4", "a4", "f4", "letter")),
        font=rng.choice(
            ("Liberation Sans", "Liberation Serif", "Carlito", "Caladea", "DejaVu Sans", "Liberation Sans Narrow")
        ),
        size=rng.choice((11, 11, 12)), table_size=rng.choice((9, 10, 10, 11)),
        dates=rng.choice(("long", "long", "weekday", "slash", "short", "noyear", "padded")),
        zero=rng.choice(("-", "0", "nihil")), totals=rng.choice(("", "row", "column", "both")),
        acts=rng.choice(("numbered", "numbered", "table")), words=rng.randrange(4),
        numbering=rng.choice(("juknis", "roman", "bab", "decimal", "letters")),
        heads=rng.random() < 0.6, split=rng.random() < 0.7, gallery=rng.random() < 0.6,
        errors=tuple(rng.sample(sorted(ERRORS), rng.choice((0, 1, 1, 2, 3)))),
        names=tuple(chosen),
    )  # fmt: skip
    for one in chosen:
        plain = replace(plain, **FEATURES[one])
    return sound(plain)


def sound(layout: Layout) -> Layout:
    """Takes back what no office could have printed, or nobody could read."""
    if layout.information == "merged" and layout.look in ("none", "outer"):
        layout = replace(layout, look="full")
    if layout.recap in (
        "monthly",
        "weekly",
        "per-platform-side",
        "platform-months",
        "content-months",
    ) and layout.look in ("none", "outer", "rows"):
        layout = replace(layout, look="full")
    if layout.look in ("columns", "outer", "none") and layout.information.startswith(("merged", "stacked")):
        layout = replace(layout, information="table")
    if layout.recap in ("monthly", "weekly", "weekly-rows", "platform-months", "content-months"):
        layout = replace(
            layout, number="plain", errors=tuple(e for e in layout.errors if e not in ("units", "inexact"))
        )
    if layout.recap in ("platform-months", "content-months", "per-platform-side"):
        layout = replace(layout, totals="")
    if layout.recap in ("split", "weekly-rows"):  # these print no sums beside their rows
        layout = replace(layout, totals="row" if layout.totals in ("row", "both") else "")
    if "inexact" in layout.errors:
        spared = ("wrong_statement", "wrong_total", "outlier")
        layout = replace(layout, totals="", errors=tuple(e for e in layout.errors if e not in spared))
    return layout
