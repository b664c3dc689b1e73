"""Names of columns that read up or down the page, laid level where no walls tell whose column they are over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.geometry import Box, Word, size_of, union
from extractors.grids.lines import baselines, text_line
from extractors.grids.text import as_level

NAME_GAP = 1.1
"""A blank longer than this many type sizes parts two names that stand over one another."""
NEAR = 2.6
"""Names of groups stand no more than so many type sizes over the names of their columns."""
FAR = 6.0
"""The same where they are several side by side: upended names stand in the middle of tall cells."""
LEADING = 4.0
"""Points of blank between two lines of a heading."""
ABREAST = 2
"""So many names side by side are a heading; one alone may be a remark in the margin."""


def laid_level(words: Sequence[Word]) -> list[Word]:
    """The words, with each name of a row of upended names as one level word at the foot of that row."""
    kept = [word for word in words if word.upright or word.angle % 180 != 90]
    names = [name for angle in (90, 270) for name in _names([word for word in words if word.angle == angle])]
    for row in _rows(names):
        if len(row) < ABREAST:
            kept += [word for name in row for word in name]
            continue
        _, head, _, foot = union(word.box for word in row[0])
        left, size = min(word.x0 for name in row for word in name), size_of(row[0][0])
        below = next(iter(baselines([word for word in kept if word.upright and word.top > foot])), [])
        end = _over_rows(below, foot, size)
        boxes = [union(word.box for word in name) for name in row]
        beside = [word for word in kept if word.top > head - 1 and word.bottom < foot + 1]
        kept = _sunk(kept, [*beside, *_after(kept, head, boxes, below)], end, boxes)
        kept = _lowered(kept, left, head, end - size)
        kept += [_level(name, end) for name in row]
    return kept


def _lowered(words: list[Word], left: float, head: float, top: float) -> list[Word]:
    """The words, the names of groups over upended names brought down right over these.

    `head` is the upper end of the upended names, which begin at `left`; `top` is where they are laid.
    """
    moved: set[int] = set()
    edge = head
    for line in reversed(baselines([word for word in words if word.bottom < head + 1])):
        size = size_of(line[0])
        apart = len(text_line(line, NAME_GAP).segments) > ABREAST
        near = FAR if apart else NEAR
        if edge - max(word.bottom for word in line) > near * size or not (apart or line[0].x0 > left - size):
            break
        moved |= {id(word) for word in line}
        edge = min(word.top for word in line)
    low = max((word.bottom for word in words if id(word) in moved), default=top)
    down = max(top - LEADING - low, 0.0)
    return [replace(w, top=w.top + down, bottom=w.bottom + down) if id(w) in moved else w for w in words]


def _names(words: Sequence[Word]) -> Iterator[list[Word]]:
    """The words of one writing direction by the name they make: those of one line without a wide blank."""
    laid = [as_level(word) for word in words]
    origin = {id(flat): word for flat, word in zip(laid, words, strict=True)}
    for line in baselines(laid):
        for part in text_line(line, NAME_GAP).segments:
            yield [origin[id(flat)] for flat in part.words]


def _rows(names: Sequence[list[Word]]) -> list[list[list[Word]]]:
    """The names that stand side by side, the longest first."""
    rows: list[list[list[Word]]] = []
    for name in sorted(names, key=_height, reverse=True):
        top, bottom = union(word.box for word in name)[1::2]
        for row in rows:
            upper, lower = union(word.box for word in row[0])[1::2]
            if min(bottom, lower) - max(top, upper) > 0.5 * (bottom - top):
                row.append(name)
                break
        else:
            rows.append([name])
    return rows


def _over_rows(below: Sequence[Word], foot: float, size: float) -> float:
    """Where names that end at `foot` are to end: right over the row `below` them, if one is near."""
    parted = bool(below) and len(text_line(below, NAME_GAP).segments) > ABREAST
    top = min((word.top for word in below), default=foot)
    return max(top - size, foot) if parted and top - foot < FAR * size else foot


def _after(words: Sequence[Word], head: float, names: Sequence[Box], below: Sequence[Word]) -> list[Word]:
    """The words over the upper end of upended names that name a column behind theirs.

    Upended names stand in the middle of tall cells: 'Total' at the top of the next cell is over figures alone.
    """
    end = max(box[2] for box in names)
    over = [word for word in words if word.x0 > end and 1 <= head - word.top < (NEAR + 1) * size_of(word)]
    return [word for word in over if any(other.x0 < word.x1 and word.x0 < other.x1 for other in below)]


def _sunk(words: Sequence[Word], beside: Sequence[Word], end: float, names: Sequence[Box]) -> list[Word]:
    """The words, those of other columns' names that stand `beside` upended names brought down to `end`.

    Each column's name is, however high in its cell it stands; the names of groups stand over upended `names`.
    """
    step = end - max((word.bottom for word in beside), default=end)
    down = {id(word): step for word in beside}
    for name in _side_by_side(beside):
        x0, _, x1, bottom = union(word.box for word in name)
        if not any(box[0] < x1 and x0 < box[2] for box in names):
            down |= {id(word): end - bottom for word in name}
    return [replace(w, top=w.top + down.get(id(w), 0.0), bottom=w.bottom + down.get(id(w), 0.0)) for w in words]


def _side_by_side(words: Sequence[Word]) -> list[list[Word]]:
    """The words of each level name: those over one another, or with no wide blank between them."""
    names: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.x0):
        if names and word.x0 - max(other.x1 for other in names[-1]) < NAME_GAP * size_of(word):
            names[-1].append(word)
        else:
            names.append([word])
    return names


def _height(name: Sequence[Word]) -> float:
    box = union(word.box for word in name)
    return box[3] - box[1]


def _level(name: Sequence[Word], foot: float) -> Word:
    """A name as one level word as wide as its line is high, down at `foot`."""
    x0, _, x1, _ = union(word.box for word in name)
    text, top = " ".join(word.text for word in name), foot - size_of(name[0])
    return replace(name[0], text=text, x0=x0, x1=x1, top=top, bottom=foot, upright=True, angle=0)
