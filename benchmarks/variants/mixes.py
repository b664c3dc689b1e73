"""Which variants a set holds: first one for each hard thing on an else plain report, then random mixes."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import cycle

from benchmarks.variants.errors import ERRORS
from benchmarks.variants.features import ACTIVITIES, DISSEMINATION, RECAP, Features, draw
from benchmarks.variants.grid import RULINGS

FOCUSED = (
    Features(recap="turned", upright_heads=True, totals="both", dates="weekday", numbering="roman"),
    Features(ruling="none", numbering="bab", contents=True, repeat_head=True),
    Features(ruling="columns", dissemination="month-rows", recap="monthly", totals="row", zero="nihil"),
    Features(dissemination="numbered", activities="spelled", order="information-first", numbering="letters"),
    Features(front_letter=True, contents=True, recap="per-platform", appendices=("decree", "attendance"), bsre=True),
    Features(dissemination="merged", recap="weekly-tables", totals="row", split_rows=True, paper="f4"),
    Features(dissemination="stacked", activities="sector-column", column_numbers="(1)", fake_bold=True, font="times"),
    Features(dissemination="pair", recap="pair", paper="legal", activities="table", errors=("blank_media", "twice")),
    Features(
        left_over="both", instructions=True, errors=("foreign_cover", "impossible", "misprint"), two_signatories=True
    ),
    Features(
        ruling="banded", closed=True, split_rows=False, repeat_head=True, number="thousands", totals="both", zero="0"
    ),
    Features(trick="cid", trick_pages="tables", recap="plain", small=True, dates="slash"),
    Features(scan="skewed", small=True, dissemination="table", totals="column", errors=("wrong_total",)),
    Features(scan="phone", small=True, recap="turned", ruling="rects"),
    Features(trick="garbage", small=True, font="calibri"),
    Features(scan="lying", small=True, scan_pages="tables", totals="row"),
    Features(scan="flat", small=True, ocr_layer="wrong", activities="table"),
    Features(ruling="double", dissemination="dated-lines", recap="weekly-platform", watermark="level"),
    Features(turned_pages="all", ruling="rects", recap="monthly-tables", shade_head=True, errors=("inexact", "units")),
    Features(
        ruling="rows", dissemination="reordered", activities="split-table", extra_column="link", watermark="turned"
    ),
    Features(ruling="head", dissemination="monthly", dates="short", activities="bullets", order="recap-first"),
)
MORE = (
    Features(recap="weekly-rows", dissemination="weekday-column", intro=True, signature="done-at", nip="spaced"),
    Features(recap="platform-months", dissemination="ticks", title_row=True, totals="both", cover="top"),
    Features(recap="turned-monthly", activities="paragraphs", followers_row=True, signature="on-behalf"),
    Features(followers_row=True, percent=True, totals="both", title_row=True, cover="letterhead", nip="colon"),
    Features(recap="month-rows", totals="both", activities="paragraphs", intro=True, signature="electronic", bsre=True),
)
HELD_FOCUSED = (
    Features(ruling="none", dissemination="reordered", recap="turned", dates="weekday", totals="both"),
    Features(ruling="columns", dissemination="stacked", activities="split-table", numbering="plain", bsre=True),
    Features(dissemination="bullets", recap="weekly-tables", front_letter=True, contents=True, numbering="decimal"),
    Features(scan="phone", small=True, dissemination="monthly", activities="table", ruling="full"),
    Features(scan="skewed", small=True, scan_pages="tables", recap="monthly", turned_pages="recap", totals="row"),
    Features(trick="garbage", trick_pages="tables", small=True, font="cambria", recap="per-platform"),
)


def matrix() -> Iterator[Features]:
    """Every ruling with every shape of the recap, of the information and, in turn, of the activities."""
    shapes = list(zip(RECAP, DISSEMINATION, cycle(ACTIVITIES), strict=False))
    for ruling in RULINGS:
        for recap, dissemination, activities in shapes:
            yield Features(
                ruling=ruling, recap=recap, dissemination=dissemination, activities=activities, totals="row", small=True
            )


def mixes(rng: random.Random, count: int, held: bool) -> Iterator[Features]:
    """`count` feature records."""
    focused = HELD_FOCUSED if held else FOCUSED + MORE
    for index in range(count):
        yield focused[index] if index < len(focused) else draw(rng, tuple(ERRORS))
