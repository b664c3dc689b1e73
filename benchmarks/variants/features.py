"""What a variant looks like: one frozen record of independent choices, and how mixes are drawn."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from benchmarks.variants.fonts import TRICKS
from benchmarks.variants.grid import RULINGS

DISSEMINATION = (
    "table", "monthly", "month-rows", "merged", "stacked", "dated-lines", "numbered", "bullets", "pair", "reordered",
    "weekday-column", "ticks",
)  # fmt: skip
RECAP = (
    "plain", "turned", "monthly", "monthly-tables", "weekly-tables", "weekly-platform", "per-platform", "pair",
    "month-rows", "weekly-rows", "platform-months", "turned-monthly",
)  # fmt: skip
ACTIVITIES = ("prose", "table", "sector-column", "spelled", "bullets", "split-table", "paragraphs")


@dataclass(frozen=True)
class Features:
    """One variant's choices; the defaults are the plain form typed in a word processor."""

    paper: str = "a4"
    font: str = "arial"
    size: float = 11
    table_size: float = 10
    trick: str = ""
    trick_pages: str = "all"
    fake_bold: bool = False
    ruling: str = "full"
    split_rows: bool = True
    closed: bool = False
    repeat_head: bool = False
    column_numbers: str = ""
    upright_heads: bool = False
    shade_head: bool = False
    dissemination: str = "table"
    dates: str = "long"
    media_break: str = ", "
    recap: str = "plain"
    recap_landscape: bool = False
    totals: str = ""
    zero: str = "-"
    number: str = "plain"
    extra_column: str = ""
    activities: str = "prose"
    order: str = "standard"
    numbering: str = "juknis"
    headings: str = "own"
    front_letter: bool = False
    foreword: bool = False
    footnote: bool = False
    laws: str = "numbers"
    unnumbered_recap: bool = False
    contents: bool = False
    running_head: str = ""
    running_foot: str = "number"
    watermark: str = ""
    bsre: bool = False
    left_over: str = ""
    instructions: bool = False
    appendices: tuple[str, ...] = ()
    gallery: bool = False
    two_signatories: bool = False
    signatory_nip: bool = True
    turned_pages: str = ""
    scan: str = ""
    scan_pages: str = "all"
    ocr_layer: str = ""
    mark: str = ""
    errors: tuple[str, ...] = ()
    followers_row: bool = False
    percent: bool = False
    title_row: bool = False
    intro: bool = False
    cover: str = "page"
    signature: str = "plain"
    nip: str = "dotted"
    small: bool = False

    def changed(self) -> str:
        """The choices that differ from the default, for the manifest."""
        plain = asdict(Features())
        shown = []
        for name, value in asdict(self).items():
            if value != plain[name]:
                text = "+".join(value) if isinstance(value, tuple) else str(value)
                shown.append(name if value is True else f"{name}={text}")
        return " ".join(shown)


APPENDICES = ("decree", "attendance", "letter", "clipping", "recap-clipping", "minutes")
SCANS = ("flat", "skewed", "phone", "lying", "faded", "fax", "copied", "upside")
MARKS = ("pen", "highlight", "received", "reverse", "tinted")


def draw(rng: random.Random, errors: Sequence[str]) -> Features:
    """A random mix; `errors` are the names to choose from."""

    def some(chance: float) -> bool:
        return rng.random() < chance

    def maybe(chance: float, options: tuple[str, ...], default: str = "") -> str:
        return rng.choice(options) if some(chance) else default

    scanned = some(0.25)
    return Features(
        paper=rng.choice(("a4", "a4", "f4", "f4", "legal", "letter")),
        font=rng.choice(("arial", "roman", "calibri", "cambria", "helvetica", "times", "dejavu", "verdana", "narrow")),
        size=rng.choice((10.5, 11, 11, 12)),
        table_size=rng.choice((8.5, 9, 10, 10, 11)),
        trick="" if scanned else maybe(0.1, TRICKS),
        trick_pages=rng.choice(("all", "tables")),
        fake_bold=some(0.15),
        ruling=rng.choice(("full", *RULINGS)),
        split_rows=some(0.65),
        closed=some(0.4),
        repeat_head=some(0.5),
        column_numbers=maybe(0.25, ("1", "(1)")),
        upright_heads=some(0.2),
        shade_head=some(0.4),
        dissemination=rng.choice(DISSEMINATION),
        dates=rng.choice(
            (
                "long",
                "long",
                "weekday",
                "slash",
                "dash",
                "short",
                "dots",
                "noyear",
                "weekday-bracket",
                "padded",
                "upper",
            )
        ),
        media_break=rng.choice((", ", ", ", " / ", "; ", "\n- ", " dan ")),
        recap=rng.choice(RECAP),
        recap_landscape=some(0.3),
        totals=maybe(0.5, ("row", "column", "both")),
        zero=rng.choice(("-", "0", "nihil", "Nihil", "-")),
        number=rng.choice(("plain", "plain", "thousands", "unit", "times")),
        extra_column=maybe(0.3, ("remark", "link", "time")),
        activities=rng.choice(ACTIVITIES),
        order=rng.choice(("standard", "standard", "information-first", "recap-first")),
        numbering=rng.choice(("juknis", "bab", "roman", "decimal", "letters", "plain")),
        front_letter=some(0.3),
        foreword=some(0.25),
        footnote=some(0.25),
        laws=rng.choice(("numbers", "numbers", "letters", "bullets", "brackets")),
        unnumbered_recap=some(0.25),
        contents=some(0.3),
        running_head=maybe(0.4, ("office", "title", "logo")),
        running_foot=rng.choice(("number", "number", "page-of", "office", "dashes", "")),
        watermark=maybe(0.15, ("turned", "level")),
        bsre=some(0.25),
        left_over=maybe(0.25, ("recap", "information", "both")),
        instructions=some(0.25),
        appendices=tuple(rng.sample(APPENDICES, rng.choice((0, 0, 1, 2, 3)))),
        gallery=some(0.4),
        two_signatories=some(0.25),
        signatory_nip=some(0.85),
        turned_pages="" if scanned else maybe(0.2, ("recap", "all", "half")),
        scan=rng.choice(SCANS) if scanned else "",
        scan_pages=rng.choice(("all", "all", "tables", "end")),
        ocr_layer=maybe(0.4, ("wrong", "shifted")) if scanned else "",
        errors=tuple(rng.sample(errors, rng.choice((0, 0, 1, 2, 3, 5)))),
        followers_row=some(0.2),
        percent=some(0.12),
        title_row=some(0.15),
        intro=some(0.4),
        cover=maybe(0.2, ("top", "letterhead"), "page"),
        signature=maybe(0.4, ("done-at", "on-behalf", "electronic"), "plain"),
        nip=maybe(0.4, ("spaced", "colon", "bare"), "dotted"),
        small=scanned,
        mark=maybe(0.6, MARKS) if scanned else "",
    )
