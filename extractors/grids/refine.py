"""What drawn lines leave undecided: rows without rules between them, labels beside ruled rows, frames around a table.

Column rules without row rules make a page one row; its lines say which rows it holds. A rule above and below,
with a title or a note in between, is no row of the table.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from extractors.geometry import Word
from extractors.grids.cells import words_by_span
from extractors.grids.columns import COLUMN_GAP, find_separators
from extractors.grids.kinds import ENUMERATOR
from extractors.grids.lattice import Grid, Span
from extractors.grids.lines import ALIKE, TextLine, baselines, is_spread, segment, size_of, text_line, would_fit
from extractors.grids.numbered import is_next_number
from extractors.grids.row import Row
from extractors.grids.rows import are_many, group_rows, is_value

WHOLE_LINE = 0.9
"""Lines nearer than this many type sizes are those of a text and of another set in the middle beside it."""
MOST_OPEN = 3
"""Fewer columns than these are never told by their words alone."""
WIDE_SPACE = 1.5
"""The blank over a missing wall is so many times as wide as one between words."""
NOTE = re.compile(r"\W*(source|note|sumber|catatan|keterangan|ket|exhibit reads|quelle|fonte|nota)\b\W", re.IGNORECASE)


def hides_columns(grid: Grid, words: Sequence[Word], space: float) -> bool:
    """Whether between two walls there stand several columns side by side; `space` is the usual blank."""
    return any(_has_columns(grid, words, col, space) for col in range(len(grid.xs) - 1))


def _has_columns(grid: Grid, words: Sequence[Word], col: int, space: float) -> bool:
    left, right = grid.xs[col], grid.xs[col + 1]
    inside = [
        w for w in words if left <= w.x0 and w.x1 <= right and grid.ys[0] <= w.top and w.bottom <= grid.ys[-1] + 4
    ]
    lines = [text_line(line, max(COLUMN_GAP, 1.5 * space)) for line in baselines(inside)]
    spread = _are_spread(lines)
    parted = [line for line in lines if len(line.segments) > 1 and not _is_item(line) and id(line) not in spread]
    if len(parted) < 3 or len(parted) * 2 < len(lines):
        return False
    return bool(find_separators(parted, [], space))


def _are_spread(lines: Sequence[TextLine]) -> set[int]:
    """The lines of justified text: their blanks are alike, and where one line shows it, others reach both its ends."""
    sure = [line for line in lines if len(line.segments) > 1 and is_spread(line.words)]
    ends = [(line.x0, line.x1) for line in sure]
    return {
        id(line)
        for line in lines
        if line in sure or any(abs(line.x0 - x0) < ALIKE and abs(line.x1 - x1) < ALIKE for x0, x1 in ends)
    }


def _is_item(line: TextLine) -> bool:
    """Whether a line is a sign or number and a text: an item of a list, no two columns."""
    first, second = line.segments[0].text, line.segments[1].text
    return bool(ENUMERATOR.fullmatch(first)) or (first.isdigit() and not is_value(second))


def with_text_rows(grid: Grid, words: Sequence[Word]) -> Grid:
    """The grid with its bands cut into the rows that their lines make."""
    cuts: dict[int, list[float]] = {}
    held = words_by_span(grid, words)
    last: list[str] = []
    for band in range(len(grid.ys) - 1):
        spans = [span for span in held if span.row == band and span.rowspan == 1]
        before, last = last, _number_in(spans, held)
        is_broken = len(last) > 1 and is_next_number("".join(before), "".join(last))
        if len(spans) > 1 and not is_broken:
            # Where rules part the rows, a number at the foot of its row has the row's first lines above it.
            below_heading = band == 1 and len(grid.ys) == 3 and _is_heading(held, 0)
            rest = (band == 0 and grid.open_top) or below_heading
            found = _row_tops(spans, held, rest, {s.col: grid.xs[s.col + s.colspan] - grid.xs[s.col] for s in spans})
            if found:
                cuts[band] = found
    return _cut(grid, cuts) if cuts else grid


def _number_in(spans: Sequence[Span], held: dict[Span, list[Word]]) -> list[str]:
    """What stands in a band's first column, without the signs of numbers."""
    return [re.sub(r"\W", "", word.text) for span in spans if span.col == 0 for word in held[span]]


def _is_heading(held: dict[Span, list[Word]], band: int) -> bool:
    """Whether a band holds names in bold only, as the heading that a page repeats over the rest of a row."""
    words = [word for span, inside in held.items() if span.row == band for word in inside]
    return len(words) > 1 and all(word.bold for word in words)


def _row_tops(spans: Sequence[Span], held: dict[Span, list[Word]], rest: bool, widths: dict[int, float]) -> list[float]:
    """Where rows of one band part, by what its cells' lines say; `rest` where the band may begin with half a row."""
    rows = _rows(spans, held)
    if len(rows) > 1 and are_many(rows, widths):
        groups = group_rows(rows, [], widths.get(0, 0.0))
    elif rest and (first := _first_whole(rows)):
        groups = [list(range(first)), list(range(first, len(rows)))]
    else:
        return []
    tops = []
    for above, below in pairwise(groups):
        upper = max(rows[i].line.bottom for i in above)
        lower = min(rows[i].line.top for i in below)
        tops.append((upper + lower) / 2)
    return tops


def _first_whole(rows: Sequence[Row]) -> int:
    """The line with the row's number, where lines before it are the rest of a row that a page break cut.

    A number set in the middle of its row has as many lines below it as above; then the distance decides.
    """
    key = next((i for i, row in enumerate(rows) if 0 in row.parts), 0)
    if not key or not is_value(rows[key].parts[0].text):
        return 0
    after = len(rows) - key - 1
    steps = [below.line.base - above.line.base for above, below in pairwise(rows)]
    if steps[key - 1] < WHOLE_LINE * rows[key].line.size:
        return 0
    return key if after != key or steps[key - 1] > 1.1 * min(steps) else 0


def _rows(spans: Sequence[Span], held: dict[Span, list[Word]]) -> list[Row]:
    """The lines of a band with their parts by column."""
    column = {id(word): span.col for span in spans for word in held[span]}
    rows = []
    for line in baselines(word for span in spans for word in held[span]):
        parts: dict[int, list[Word]] = {}
        for word in line:
            parts.setdefault(column[id(word)], []).append(word)
        segments = {col: segment(part) for col, part in parts.items()}
        rows.append(Row(text_line(line, COLUMN_GAP), segments))
    return rows


def _cut(grid: Grid, cuts: dict[int, list[float]]) -> Grid:
    """The grid with more row edges: cells of a cut band are repeated, taller ones reach over the new rows."""
    ys: list[float] = []
    start: list[int] = []
    for band, y in enumerate(grid.ys):
        start.append(len(ys))
        ys += [y, *cuts.get(band, [])]
    spans = []
    for span in grid.spans:
        first, last = start[span.row], start[span.row + span.rowspan]
        if span.rowspan == 1:
            spans += [Span(row, span.col, 1, span.colspan) for row in range(first, last)]
        else:
            spans.append(Span(first, span.col, last - first, span.colspan))
    return Grid(grid.xs, ys, spans, grid.open_top)


def with_split_labels(grid: Grid, words: Sequence[Word]) -> Grid:
    """The grid with tall cells cut where each row beside them has a line of its own in them."""
    held = words_by_span(grid, words)
    spans: list[Span] = []
    for span in grid.spans:
        if span.rowspan >= 3 and _labels_rows(grid, span, held.get(span, [])):
            spans += [Span(row, span.col, 1, span.colspan) for row in range(span.row, span.row + span.rowspan)]
        else:
            spans.append(span)
    return Grid(grid.xs, grid.ys, spans, grid.open_top)


def _labels_rows(grid: Grid, span: Span, words: Sequence[Word]) -> bool:
    """Whether a tall cell holds one label for each row beside it, none of them a wrapped line."""
    lines = [text_line(line, 99.0) for line in baselines(words)]
    if not 0.9 * span.rowspan <= len(lines) <= 1.3 * span.rowspan:
        return False
    bands = [(grid.ys[row], grid.ys[row + 1]) for row in range(span.row, span.row + span.rowspan)]
    filled = sum(any(top <= line.base <= bottom for line in lines) for top, bottom in bands)
    width = grid.xs[span.col + span.colspan] - grid.xs[span.col]
    deliberate = sum(would_fit(above, below, width) for above, below in pairwise(lines))
    return filled >= 0.9 * span.rowspan and deliberate >= 0.6 * (len(lines) - 1)


def with_parted_names(grid: Grid, words: Sequence[Word], space: float) -> Grid:
    """The grid with merged cells cut where wide gaps part several names, each over its own columns."""
    held = words_by_span(grid, words)
    spans: list[Span] = []
    for span in grid.spans:
        cuts = _name_cuts(grid, span, held.get(span, []), space) if span.colspan > 1 else []
        edges = [span.col, *cuts, span.col + span.colspan]
        spans += [span._replace(col=a, colspan=b - a) for a, b in pairwise(edges)]
    return Grid(grid.xs, grid.ys, spans, grid.open_top)


def _name_cuts(grid: Grid, span: Span, words: Sequence[Word], space: float) -> list[int]:
    """The columns before which a merged cell of one line is cut: the edge nearest to the middle of each wide gap."""
    lines = [text_line(line, max(2.0, 4 * space)) for line in baselines(words)]
    if len(lines) != 1 or len(lines[0].segments) < 2:
        return []
    inner = range(span.col + 1, span.col + span.colspan)
    cuts = []
    for before, after in pairwise(lines[0].segments):
        within = [col for col in inner if before.x1 - 1 <= grid.xs[col] <= after.x0 + 1]
        if within:
            middle = (before.middle + after.middle) / 2
            cuts.append(min(within, key=lambda col: abs(grid.xs[col] - middle)))
    return sorted(set(cuts))


def with_open_rows(grid: Grid, words: Sequence[Word], space: float) -> Grid:
    """The grid with the columns of rows that lack walls: every other row of a banded table is drawn so."""
    width = len(grid.xs) - 1
    open_spans = [span for span in grid.spans if span.colspan >= MOST_OPEN and span.rowspan == 1]
    walled = Counter(
        row for span in grid.spans if span.colspan == 1 for row in range(span.row, span.row + span.rowspan)
    )
    if not open_spans or max(walled.values(), default=0) < width:
        return grid
    held = words_by_span(grid, words)
    parted = {span for span in open_spans if _keeps_columns(grid, span, held.get(span, []), space)}
    spans: list[Span] = []
    for span in grid.spans:
        cols = range(span.col, span.col + span.colspan)
        spans += [Span(span.row, col, 1, 1) for col in cols] if span in parted else [span]
    return grid._replace(spans=spans)


def _keeps_columns(grid: Grid, span: Span, words: Sequence[Word], space: float) -> bool:
    """Whether words stand in most columns of a cell and none where a wall would be."""
    walls = grid.xs[span.col + 1 : span.col + span.colspan]
    filled = {bisect_right(walls, (word.x0 + word.x1) / 2) for word in words}
    if len(filled) < MOST_OPEN or len(filled) * 2 <= span.colspan:
        return False
    if any(word.x0 + 1 < wall < word.x1 - 1 for word in words for wall in walls):
        return False
    return all(
        after.x0 - before.x1 > WIDE_SPACE * space * size_of(after)
        for line in baselines(words)
        for before, after in pairwise(line)
        if any(before.x1 - 1 < wall < after.x0 + 1 for wall in walls)
    )


def without_frame(grid: Grid, words: Sequence[Word]) -> Grid:
    """The grid without a title above and notes below that its frame encloses."""
    held = words_by_span(grid, words)
    spans = list(grid.spans)
    columns, rows = len(grid.xs) - 1, len(grid.ys) - 1
    first, last = 0, rows
    while last - first > 2 and _is_alone(spans, first, columns):
        first += 1
    while last - first > 2 and _is_note(spans, last - 1, columns, held):
        last -= 1
    if (first, last) == (0, rows):
        return grid
    kept = [s._replace(row=s.row - first) for s in spans if s.row >= first and s.row + s.rowspan <= last]
    return Grid(grid.xs, grid.ys[first : last + 1], kept)


def _is_alone(spans: Sequence[Span], row: int, columns: int) -> bool:
    """Whether one cell takes up a whole row."""
    return any(s.row == row and s.rowspan == 1 and s.colspan == columns for s in spans) and columns > 1


def _is_note(spans: Sequence[Span], row: int, columns: int, held: dict[Span, list[Word]]) -> bool:
    """Whether a whole last row is a note: a source, or a sentence."""
    if not _is_alone(spans, row, columns):
        return False
    words = next((held.get(s, []) for s in spans if s.row == row), [])
    text = " ".join(word.text for word in words)
    return not words or bool(NOTE.match(text)) or (len(words) > 12 and not is_value(text))
