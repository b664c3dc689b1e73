"""Texts in a column that no rule cuts where it cuts the others: which rows each of them covers.

Stripes of shading leave out merged cells, so that one strip may hold several. Their texts stand level with their first
row, in the middle of their rows or level with their last; only where all of them do, one after another, is it told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.geometry import Word
from extractors.grids.row import Row

LEVEL = 0.5
"""Texts nearer than so many type sizes to where they should stand stand there."""
TIGHT = 1.5
"""Lines of one text follow one another within so many type sizes."""

Spans = list[tuple[int, int]]


@dataclass(slots=True)
class Text:
    """Lines of a column that follow one another closely: their words, and where the first and the last stand."""

    words: list[Word]
    first: float
    last: float
    size: float


def texts_of(rows: Sequence[Row], col: int) -> list[Text]:
    """The texts of a column from the top."""
    found: list[Text] = []
    for row in rows:
        if (part := row.parts.get(col)) is None:
            continue
        if found and row.line.base - found[-1].last < TIGHT * row.line.size:
            found[-1].words += part.words
            found[-1].last = row.line.base
        else:
            found.append(Text(list(part.words), row.line.base, row.line.base, row.line.size))
    return found


def spans_of(texts: Sequence[Text], bands: Sequence[tuple[float, float]]) -> Spans | None:
    """First and last of the `bands` that each text covers; None where that is not told.

    A band is told by where the first and the last line of its texts in other columns stand.
    """
    return _from_top(texts, bands) or _about_middle(texts, bands) or _to_bottom(texts, bands)


def _from_top(texts: Sequence[Text], bands: Sequence[tuple[float, float]]) -> Spans | None:
    """The bands from that with whose first line a text is level to the next text's."""
    starts = [next((n for n, band in enumerate(bands) if _is_level(band[0], text.first, text)), -1) for text in texts]
    if starts[0] != 0 or sorted(set(starts)) != starts:
        return None
    return list(zip(starts, [*(start - 1 for start in starts[1:]), len(bands) - 1], strict=True))


def _to_bottom(texts: Sequence[Text], bands: Sequence[tuple[float, float]]) -> Spans | None:
    """The bands down to that with whose last line a text is level."""
    ends = [next((n for n, band in enumerate(bands) if _is_level(band[1], text.last, text)), -1) for text in texts]
    if ends[-1] != len(bands) - 1 or sorted(set(ends)) != ends or ends[0] < 0:
        return None
    return list(zip([0, *(end + 1 for end in ends)], ends, strict=False))


def _about_middle(texts: Sequence[Text], bands: Sequence[tuple[float, float]]) -> Spans | None:
    """The bands in whose middle a text stands, from where those of the text above end."""
    spans: Spans = []
    start = 0
    for text in texts:
        middle = (text.first + text.last) / 2
        ends = (n for n in range(start, len(bands)) if _is_level((bands[start][0] + bands[n][1]) / 2, middle, text))
        end = next(ends, None)
        if end is None:
            return None
        spans.append((start, end))
        start = end + 1
    return spans if start == len(bands) else None


def _is_level(place: float, base: float, text: Text) -> bool:
    """Whether a text stands at a place."""
    return abs(place - base) < LEVEL * text.size
