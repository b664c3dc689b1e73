"""Pages of one document brought to one scale: photographs of a table's pages differ in size and place.

A table that goes over pages is known by its columns, so a page whose columns are those of the page before,
only wider or further to one side, is stretched and shifted until they lie below each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from extractors.geometry import Box, Fill, Page, Rule, Word

NEAR = 6.0
"""Points: rules that end this close to a table's last line belong to it."""
MOST_STRETCH = 1.2
CLOSE = 4.0
"""Points by which columns may differ once they are brought together."""
WIDE = 0.4
"""Share of a page's width that the level rules of a table without upright ones have."""
SAME = 2.0
"""Points: columns that differ less are left alone."""


def register(pages: Sequence[Page]) -> list[Page]:
    """`pages` with the scanned ones brought to the scale of their forerunners where a table joins them."""
    done: list[Page] = []
    for page in pages:
        if done and page.source == "ocr" and done[-1].source == "ocr":
            page = _registered(page, done[-1])
        done.append(page)
    return done


def _registered(page: Page, before: Page) -> Page:
    """`page` so that the columns of its first table lie under those of the last table of `before`."""
    theirs, ours = columns(before, last=True), columns(page, last=False)
    if len(theirs) != len(ours) or len(ours) < 2:
        return page
    if max(abs(a - b) for a, b in zip(theirs, ours, strict=True)) <= SAME:
        return page
    stretch = (theirs[-1] - theirs[0]) / (ours[-1] - ours[0])
    shift = theirs[0] - stretch * ours[0]
    fits = all(abs(stretch * x + shift - other) <= CLOSE for x, other in zip(ours, theirs, strict=True))
    if not fits or not 1 / MOST_STRETCH <= stretch <= MOST_STRETCH:
        return page
    return moved(page, stretch, shift)


def columns(page: Page, *, last: bool) -> list[float]:
    """Where the columns of the last (or first) ruled table end: its upright rules, else the ends of its level ones."""
    level = [rule for rule in page.rules if rule.horizontal]
    upright = [rule for rule in page.rules if not rule.horizontal and sum(_meet(rule, other) for other in level) > 1]
    if upright:
        edge = max(rule.bottom for rule in upright) if last else min(rule.top for rule in upright)
        places = sorted(r.x0 for r in upright if abs((r.bottom if last else r.top) - edge) <= NEAR)
    else:
        wide = [r for r in level if r.x1 - r.x0 > WIDE * page.width and any(_match(r, o) for o in level if o is not r)]
        line = max(wide, key=lambda r: r.top if last else -r.top, default=None)
        places = [line.x0, line.x1] if line else []
    return [next(group) for _, group in groupby(places, key=lambda x: round(x / SAME))]


def _match(one: Rule, other: Rule) -> bool:
    """Whether two level rules have the same ends: those of one table have, a lone stroke has not."""
    return abs(one.x0 - other.x0) <= NEAR and abs(one.x1 - other.x1) <= NEAR


def _meet(upright: Rule, level: Rule) -> bool:
    """Whether two rules touch or cross: the edge of a photographed sheet meets none."""
    across = level.x0 - NEAR <= upright.x0 <= level.x1 + NEAR
    return across and upright.top - NEAR <= level.top <= upright.bottom + NEAR


def moved(page: Page, stretch: float, shift: float) -> Page:
    """The page `stretch` times as large and `shift` points further to the right; its boxes on the original stay."""

    def box(old: Box) -> Box:
        return (old[0] * stretch + shift, old[1] * stretch, old[2] * stretch + shift, old[3] * stretch)

    def word(old: Word) -> Word:
        x0, top, x1, bottom = box(old.box)
        return replace(old, x0=x0, top=top, x1=x1, bottom=bottom, size=round(old.size * stretch, 1))

    a, b, c, d, e, f = page.matrix or (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    g, h = page.perspective
    # The old place of a new point (x, y) is ((x - shift) / stretch, y / stretch); w is the divisor at the new origin.
    w = 1 - g * shift / stretch
    e, f = e - a * shift / stretch, f - b * shift / stretch
    return replace(
        page,
        width=page.width * stretch,
        height=page.height * stretch,
        words=tuple(word(old) for old in page.words),
        rules=tuple(Rule(*box((old.x0, old.top, old.x1, old.bottom))) for old in page.rules),
        fills=tuple(Fill(box(old.box), old.shade) for old in page.fills),
        images=tuple(box(old) for old in page.images),
        matrix=(a / stretch / w, b / stretch / w, c / stretch / w, d / stretch / w, e / w, f / w),
        perspective=(g / stretch / w, h / stretch / w),
    )
