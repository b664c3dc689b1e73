"""Names of columns that read up or down the page, laid level where no walls tell whose column they are over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.geometry import Word, union
from extractors.grids.lines import baselines, size_of, text_line
from extractors.grids.text import as_level

NAME_GAP = 1.1
"""A blank longer than this many type sizes parts two names that stand over one another."""
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
        kept = [*_sunk(kept, head, foot), *(_level(name, foot) for name in row)]
    return kept


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


def _sunk(words: Sequence[Word], head: float, foot: float) -> list[Word]:
    """The words, those of other columns' names that stand between two heights brought down to the lower one."""
    beside = [word for word in words if word.top > head - 1 and word.bottom < foot + 1]
    step = foot - max((word.bottom for word in beside), default=foot)
    return [replace(w, top=w.top + step, bottom=w.bottom + step) if w in beside else w for w in words]


def _height(name: Sequence[Word]) -> float:
    box = union(word.box for word in name)
    return box[3] - box[1]


def _level(name: Sequence[Word], foot: float) -> Word:
    """A name as one level word as wide as its line is high, down at `foot`."""
    x0, _, x1, _ = union(word.box for word in name)
    text, top = " ".join(word.text for word in name), foot - size_of(name[0])
    return replace(name[0], text=text, x0=x0, x1=x1, top=top, bottom=foot, upright=True, angle=0)
