"""From placed characters to words: grouping, fake bold, pages set sideways.

Both PDF readers give glyphs in the order of the page's own drawing instructions; a word is a run of
neighbours in that order, so overlaid texts (a watermark, a stamp) do not get mixed up letter by letter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import NamedTuple

from extractors.geometry import Box, Fill, Rule, Word, union

Matrix = tuple[float, float, float, float, float, float]
"""a, b, c, d, e, f: x' = a*x + c*y + e, y' = b*x + d*y + f."""


class Glyph(NamedTuple):
    """One placed character; a text of " " marks a gap. `run` numbers the text object it was drawn by.

    A gap of the run `SEEN` was not drawn but only seen by the reader.

    `angle` is the writing direction in whole degrees, counter-clockwise: 90 reads upwards.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    bold: bool
    angle: int
    run: int


SEEN = -2
"""The run of a gap that is no drawn blank: where letters are drawn one by one, some are seen that are not there."""


@dataclass(frozen=True, slots=True)
class RawPage:
    """What a reader found on a page, in displayed orientation, origin top left."""

    width: float
    height: float
    glyphs: Sequence[Glyph]
    rules: Sequence[Rule]
    fills: Sequence[Fill]
    images: Sequence[Box]
    notes: tuple[str, ...] = ()
    spots: Sequence[Box] = ()
    """Small round shapes, which may be bullets."""


def apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """The point (x, y) taken through `matrix`."""
    a, b, c, d, e, f = matrix
    return (a * x + c * y + e, b * x + d * y + f)


def apply_box(matrix: Matrix, box: Box) -> Box:
    """`box` taken through a matrix of quarter turns and shifts, as an upright rectangle."""
    ax, ay = apply(matrix, box[0], box[1])
    bx, by = apply(matrix, box[2], box[3])
    return (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))


def turned(page: RawPage) -> tuple[RawPage, Matrix | None]:
    """The page with its text upright, and the matrix back; (page, None) where most of it is upright already."""
    angles = Counter(glyph.angle for glyph in page.glyphs if glyph.text != " ")
    if not angles:
        return page, None
    angle, count = angles.most_common(1)[0]
    if angle not in (90, 180, 270) or count < 0.7 * sum(angles.values()):
        return page, None
    w, h = page.width, page.height
    there, back = {
        90: ((0, 1, -1, 0, h, 0), (0, -1, 1, 0, 0, h)),
        180: ((-1, 0, 0, -1, w, h), (-1, 0, 0, -1, w, h)),
        270: ((0, -1, 1, 0, 0, w), (0, 1, -1, 0, w, 0)),
    }[angle]
    glyphs = [
        Glyph(g.text, *apply_box(there, g[1:5]), g.size, g.bold, (g.angle - angle) % 360, g.run) for g in page.glyphs
    ]
    turned_page = RawPage(
        width=w if angle == 180 else h,
        height=h if angle == 180 else w,
        glyphs=glyphs,
        rules=[Rule(*apply_box(there, (r.x0, r.top, r.x1, r.bottom))) for r in page.rules],
        fills=[Fill(apply_box(there, fill.box), fill.shade) for fill in page.fills],
        images=[apply_box(there, box) for box in page.images],
        notes=page.notes,
        spots=[apply_box(there, box) for box in page.spots],
    )
    return turned_page, back


def words(glyphs: Iterable[Glyph]) -> tuple[Word, ...]:
    """The words of a page, line by line from the top, each line from the left."""
    fragments = [_Fragment(_word(run), spaced) for run, spaced in _runs(glyphs)]
    return tuple(_joined(_lines(_without_doubles(fragments))))


class _Fragment(NamedTuple):
    """A word or part of one; `spaced` says that a space was drawn before it."""

    word: Word
    spaced: bool


_LIGATURES = {0xFB00 + i: text for i, text in enumerate(("ff", "fi", "fl", "ffi", "ffl", "st", "st"))}

TOUCHING = 0.06
"""Letters that leave less than this part of the type size between them touch: no blank parts them."""
SPACE = 0.18
"""A gap wider than this part of the type size parts two words (a space is a quarter, kerning a tenth)."""


def _runs(glyphs: Iterable[Glyph]) -> Iterator[tuple[list[Glyph], bool]]:
    """Glyphs that follow one another without a gap; a glyph drawn twice (fake bold) is kept once, bold."""
    run: list[Glyph] = []
    spaced = space = seen = False
    for glyph in glyphs:
        if glyph.text == " ":
            space, seen = space or glyph.run != SEEN, True
            continue
        space = space or (seen and not (run and _follows(run[-1], glyph, TOUCHING)))
        seen = False
        if run and not space and _doubles(run[-1], glyph):
            run[-1] = run[-1]._replace(bold=True)
        elif run and not space and _follows(run[-1], glyph):
            run.append(glyph)
        else:
            if run:
                yield run, spaced
            run, spaced, space = [glyph], space, False
    if run:
        yield run, spaced


def _doubles(last: Glyph, glyph: Glyph) -> bool:
    """Whether `glyph` is `last` drawn again (a ligature's letters share a box too, but also a text object)."""
    return (
        glyph.text == last.text
        and glyph.run != last.run
        and abs(glyph.x0 - last.x0) < 0.12 * glyph.size
        and abs(glyph.top - last.top) < 0.12 * glyph.size
    )


def _follows(last: Glyph, glyph: Glyph, space: float = SPACE) -> bool:
    """Whether `glyph` goes on with the word that `last` ends, with less than `space` type sizes between them."""
    if glyph.angle != last.angle:
        return False
    size = max(glyph.size, last.size)
    angle = glyph.angle
    if angle == 0:
        gap, drift = glyph.x0 - last.x1, glyph.bottom - last.bottom
    elif angle == 90:
        gap, drift = last.top - glyph.bottom, glyph.x1 - last.x1
    elif angle == 270:
        gap, drift = glyph.top - last.bottom, glyph.x0 - last.x0
    elif angle == 180:
        gap, drift = last.x0 - glyph.x1, glyph.top - last.top
    else:
        return glyph.run == last.run
    return -size < gap < space * size and abs(drift) < 0.5 * size


_TEXT, _TOP, _BOTTOM, _SIZE, _BOLD = map(attrgetter, ("text", "top", "bottom", "size", "bold"))


def _word(run: list[Glyph]) -> Word:
    """One word of glyphs that follow one another."""
    first = run[0]
    box = (first.x0, min(map(_TOP, run)), run[-1].x1, max(map(_BOTTOM, run)))
    if first.angle or box[2] <= box[0]:
        box = union(g[1:5] for g in run)
    bold = 2 * sum(map(_BOLD, run)) > len(run)
    text = "".join(map(_TEXT, run)).translate(_LIGATURES)
    return Word(text, *box, size=max(map(_SIZE, run)), bold=bold, upright=first.angle == 0, angle=first.angle)


def _without_doubles(fragments: list[_Fragment]) -> list[_Fragment]:
    """Words drawn twice at nearly the same place (fake bold, shadows) once, as bold."""
    kept: list[_Fragment] = []
    seen: dict[tuple[str, int, int], int] = {}
    for fragment in fragments:
        word = fragment.word
        column, row = int(word.x0 / PLACE), int(word.top / PLACE)
        near = ((word.text, column + i, row + j) for i in (0, -1, 1) for j in (0, -1, 1))
        double = next((seen[p] for p in near if p in seen and _same_place(kept[seen[p]].word, word)), None)
        if double is None:
            seen[(word.text, column, row)] = len(kept)
            kept.append(fragment)
        elif not kept[double].word.bold:
            kept[double] = _Fragment(replace(kept[double].word, bold=True), kept[double].spaced)
    return kept


PLACE = 4.0
"""Doubles are looked for within so many points."""


def _same_place(one: Word, other: Word) -> bool:
    slack = min(0.15 * one.size, PLACE)
    return abs(one.x0 - other.x0) < slack and abs(one.top - other.top) < slack and abs(one.x1 - other.x1) < slack


def _lines(fragments: list[_Fragment]) -> list[list[_Fragment]]:
    """Fragments by printed line: those whose feet are at one height."""
    lines: list[list[_Fragment]] = []
    for fragment in sorted(fragments, key=lambda f: (f.word.bottom, f.word.x0)):
        if lines and fragment.word.bottom - lines[-1][-1].word.bottom < 0.15 * fragment.word.size:
            lines[-1].append(fragment)
        else:
            lines.append([fragment])
    return [sorted(line, key=lambda f: f.word.x0) for line in lines]


def _joined(lines: list[list[_Fragment]]) -> Iterator[Word]:
    """Fragments of a word that were drawn apart (kerning, changes of font) put together."""
    for line in lines:
        held = line[0].word
        for word, spaced in line[1:]:
            if not spaced and _touch(held, word):
                box = union((held.box, word.box))
                held = replace(held, text=held.text + word.text, x0=box[0], top=box[1], x1=box[2], bottom=box[3])
            else:
                yield held
                held = word
        yield held


def _touch(one: Word, other: Word) -> bool:
    """Whether two neighbours on a line are parts of one word."""
    size = max(one.size, other.size)
    near = -0.3 * size < other.x0 - one.x1 < 0.08 * size
    return near and one.upright and other.upright and min(one.size, other.size) > 0.5 * size
