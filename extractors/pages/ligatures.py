"""Letters that pdfium loses: drawn as one sign ('fi') in a turned text, they are told to stand far away from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.pages.glyphs import SEEN, Glyph

FEWEST, MOST = 2, 3
"""So many letters are drawn as one sign: 'fi', 'ffi'."""
ALIKE = 0.5
"""Letters of one line and size reach as far across it, within so many points."""
HAIR = 0.05
NEXT = 2.0
"""The letters before and after a sign are no more than so many type sizes apart."""


def with_ligatures(glyphs: Sequence[Glyph]) -> Iterator[Glyph]:
    """The glyphs, those put back that stand off between two neighbours of one turned line.

    The gaps that pdfium sees where the line seems to end go with them.
    """
    drawn = [index for index, glyph in enumerate(glyphs) if glyph.run != SEEN]
    done = 0
    for at, index in enumerate(drawn):
        near = [glyphs[i] for i in drawn[at : at + MOST + 2]]
        size = next((n for n in range(FEWEST + 2, len(near) + 1) if _are_torn(near[:n])), 0) if index >= done else 0
        if size:
            yield from glyphs[done : index + 1]
            yield from _between(near[0], near[size - 1], near[1 : size - 1])
            done = drawn[at + size - 1]
    yield from glyphs[done:]


def _are_torn(glyphs: Sequence[Glyph]) -> bool:
    """Whether the first and last of some glyphs are neighbours on a line, and those between stand elsewhere.

    Letters of another line are as high; the boxes of lost ones are of no size that letters have.
    """
    first, *strays, last = glyphs
    if any(glyph.text == " " for glyph in glyphs) or len({glyph.run for glyph in strays}) > 1 or not _are_equal(strays):
        return False
    (low, high, end), (other_low, other_high, _) = _across(first), _across(last)
    gap = _start(last) - end
    if first.angle != last.angle or max(abs(low - other_low), abs(high - other_high)) > ALIKE:
        return False
    reach = [_across(stray)[:2] for stray in strays]
    away = all((b < low or a > high) and abs((b - a) - (high - low)) > ALIKE for a, b in reach)
    return away and -ALIKE < gap < NEXT * first.size


def _are_equal(glyphs: Sequence[Glyph]) -> bool:
    """Whether letters are of one size to a hair: the box of one sign shared out among them."""
    sizes = [(glyph.x1 - glyph.x0, glyph.bottom - glyph.top) for glyph in glyphs]
    return all(abs(a - b) < HAIR for size in sizes for a, b in zip(size, sizes[0], strict=True))


def _across(glyph: Glyph) -> tuple[float, float, float]:
    """How far a glyph reaches across its line, and where it ends along it."""
    if glyph.angle % 180:
        return glyph.x0, glyph.x1, -glyph.top if glyph.angle == 90 else glyph.bottom
    return glyph.top, glyph.bottom, -glyph.x0 if glyph.angle == 180 else glyph.x1


def _start(glyph: Glyph) -> float:
    """Where a glyph begins along its line."""
    return {0: glyph.x0, 90: -glyph.bottom, 180: -glyph.x1}.get(glyph.angle, glyph.top)


def _between(before: Glyph, after: Glyph, strays: Sequence[Glyph]) -> Iterator[Glyph]:
    """Letters set side by side between two others."""
    low, high, start = _across(before)
    step = max(_start(after) - start, 0.0) / len(strays)
    for number, stray in enumerate(strays):
        a, b = start + number * step, start + (number + 1) * step
        if before.angle % 180:
            top, bottom = (-b, -a) if before.angle == 90 else (a, b)
            yield stray._replace(x0=low, x1=high, top=top, bottom=bottom)
        else:
            x0, x1 = (-b, -a) if before.angle == 180 else (a, b)
            yield stray._replace(x0=x0, x1=x1, top=low, bottom=high)
