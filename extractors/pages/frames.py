"""Page frames: a rectangle around everything that stands at the same place on most pages is no table's side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extractors.geometry import Page, Rule

LONG = 0.6
"""A frame's sides are at least this part of the page's height or width."""
NEAR = 2.5
"""Sides of a frame may move this many points from page to page."""
FEWEST, MOST = 3, 0.6
"""A frame is on so many pages, and on this share of them: tables end where their rows do."""

Margins = tuple[float, float, float, float]


def without_frames(pages: Sequence[Page]) -> list[Page]:
    """The pages without their frame, also where it is drawn of two lines."""
    for _ in range(2):
        margins = [_margins(page) for page in pages]
        seen = Counter(_rounded(found) for found in margins if found)
        if not seen or seen.most_common(1)[0][1] < max(FEWEST, MOST * len(pages)):
            break
        (frame, _), *_ = seen.most_common(1)
        pages = [
            _without(page, found) if found and _is_near(_rounded(found), frame) else page
            for page, found in zip(pages, margins, strict=True)
        ]
    return list(pages)


def _margins(page: Page) -> Margins | None:
    """How far the outermost long rules stand from the paper's edges: left, top, right, bottom."""
    upright = [r for r in page.rules if not r.horizontal and r.bottom - r.top >= LONG * page.height]
    level = [r for r in page.rules if r.horizontal and r.x1 - r.x0 >= LONG * page.width]
    if len(upright) < 2 or len(level) < 2:
        return None
    left, right = min(r.x0 for r in upright), max(r.x1 for r in upright)
    top, bottom = min(r.top for r in level), max(r.bottom for r in level)
    return (left, top, page.width - right, page.height - bottom)


def _rounded(margins: Margins) -> tuple[int, ...]:
    return tuple(round(margin / NEAR) for margin in margins)


def _is_near(one: Sequence[int], other: Sequence[int]) -> bool:
    return all(abs(a - b) <= 1 for a, b in zip(one, other, strict=True))


def _without(page: Page, margins: Margins) -> Page:
    """The page without the rules that lie on the sides of the frame."""
    left, top = margins[0], margins[1]
    right, bottom = page.width - margins[2], page.height - margins[3]

    def on_frame(rule: Rule) -> bool:
        if rule.horizontal:
            return rule.x1 - rule.x0 >= LONG * page.width and min(rule.top - top, bottom - rule.bottom) <= NEAR
        return rule.bottom - rule.top >= LONG * page.height and min(rule.x0 - left, right - rule.x1) <= NEAR

    return replace(page, rules=tuple(rule for rule in page.rules if not on_frame(rule)))
