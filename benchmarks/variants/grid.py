"""Tables as a strip that page breaks cut: merged cells, upright text, ruling styles, page pairs.

A table is laid out once as if on an endless page; `place` then cuts the strip where the pages end, either
between the lines of a row as a word processor does, or only between rows as a browser does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from benchmarks.variants.paper import Face, FillOp, LineOp, Paper, Sheet, TextOp, wrap

RULINGS = ("full", "rects", "none", "columns", "rows", "double", "banded", "head")
"""full grid; the same as rectangles; none; columns or rows only; double strokes; white rules on bands; head lines"""
PAD_X, PAD_Y = 4.0, 2.5


@dataclass
class Box:
    """One cell. `text` may hold forced breaks; `upright` text runs from bottom to top."""

    row: int
    col: int
    text: str
    rowspan: int = 1
    colspan: int = 1
    align: str = "left"
    middle: bool = False
    upright: bool = False
    face: Face | None = None


@dataclass
class Grid:
    """A table before it is set: boxes, column widths (any unit), how many first rows are its heading."""

    widths: list[float]
    boxes: list[Box] = field(default_factory=list)
    head: int = 1
    ruling: str = "full"
    repeat: bool = False
    split_rows: bool = True
    closed: bool = True
    shade_head: float | None = None
    pair: int | None = None
    """The column at which a wide table goes on to the facing page."""
    down_first: bool = False
    """Page pairs: all left halves first, then all right halves."""
    pad: float = PAD_Y

    def row(self, *texts: str | Box, aligns: str = "") -> int:
        """Adds a row of texts, one a column (a Box is taken as it is, '' makes an empty cell); gives its index."""
        index = self.rows
        for col, text in enumerate(texts):
            if isinstance(text, Box):
                text.row, text.col = index, col
                self.boxes.append(text)
            else:
                align = {"c": "center", "r": "right"}.get(aligns[col : col + 1], "left")
                self.boxes.append(Box(index, col, text, align=align))
        return index

    @property
    def rows(self) -> int:
        """Number of rows."""
        return max((box.row + box.rowspan for box in self.boxes), default=0)


@dataclass(frozen=True)
class _Line:
    """One printed line inside the strip."""

    x: float
    top: float
    bottom: float
    base: float
    text: str
    face: Face
    angle: float = 0


class _Strip:
    """A grid laid out on an endless page of the given width."""

    def __init__(self, grid: Grid, face: Face, room: float) -> None:
        self.grid, self.face = grid, face
        total = sum(grid.widths)
        self.xs = [0.0]
        for part in grid.widths:
            self.xs.append(self.xs[-1] + part / total * room)
        self.ys = self._heights()
        self.lines = [line for box in grid.boxes for line in self._set(box)]
        inner = {line.bottom for line in self.lines} if grid.split_rows else set()
        # A cut that would leave only the padding of a row behind is none.
        self.cuts = sorted({*self.ys, *(y for y in inner if all(not 0 < row - y <= grid.pad + 1 for row in self.ys))})

    def _room(self, box: Box) -> float:
        return self.xs[box.col + box.colspan] - self.xs[box.col] - 2 * PAD_X

    def _wrapped(self, box: Box) -> tuple[list[str], Face]:
        face = box.face or self.face
        room = 1e6 if box.upright else self._room(box)
        longest = max((face.width(word) for word in box.text.split()), default=0.0)
        if longest > room:
            face = replace(face, size=max(5.5, face.size * room / longest))
        return wrap(box.text, face, room), face

    def _need(self, box: Box) -> float:
        lines, face = self._wrapped(box)
        if box.upright:
            return max(face.width(line) for line in lines) + 4 * self.grid.pad
        return len(lines) * face.leading + 2 * self.grid.pad

    def _heights(self) -> list[float]:
        least = self.face.leading + 2 * self.grid.pad
        heights = [least] * self.grid.rows
        for box in sorted(self.grid.boxes, key=lambda box: box.rowspan):
            have = sum(heights[box.row : box.row + box.rowspan])
            heights[box.row + box.rowspan - 1] += max(0.0, self._need(box) - have)
        ys = [0.0]
        for height in heights:
            ys.append(ys[-1] + height)
        return ys

    def _set(self, box: Box) -> list[_Line]:
        lines, face = self._wrapped(box)
        top, bottom = self.ys[box.row], self.ys[box.row + box.rowspan]
        x0, x1 = self.xs[box.col], self.xs[box.col + box.colspan]
        if box.upright:
            middle = (x0 + x1) / 2 + face.size * 0.3 - (len(lines) - 1) * face.leading / 2
            return [
                _Line(middle + i * face.leading, top, bottom, (top + bottom + face.width(t)) / 2, t, face, 90)
                for i, t in enumerate(lines)
            ]
        start = top + self.grid.pad
        if box.middle:
            start = (top + bottom - len(lines) * face.leading) / 2
        out = []
        for index, text in enumerate(lines):
            slack = x1 - x0 - 2 * PAD_X - face.width(text)
            x = x0 + PAD_X + {"center": slack / 2, "right": slack}.get(box.align, 0.0)
            y = start + index * face.leading
            if text:
                out.append(_Line(x, y, y + face.leading, y + face.size * 0.9, text, face))
        return out

    def cut_after(self, start: float, room: float) -> float:
        """The lowest place at most `room` below `start` where the strip may be cut; `start` when there is none."""
        for cut in reversed(self.cuts):
            inside = start + 1 < cut <= start + room
            if inside and not any(line.top + 0.1 < cut < line.bottom - 0.1 for line in self.lines):
                return cut
        return start

    def draw(self, sheet: Sheet, at: tuple[float, float], part: tuple[float, float], cols: tuple[int, int]) -> float:
        """Draws the strip's `part` (from, to), columns `cols`, with its top left corner `at`; gives the y below it."""
        (start, end), (first, last) = part, cols
        dx, dy = at[0] - self.xs[first], at[1] - start
        for box in self.grid.boxes:
            top, bottom = max(self.ys[box.row], start), min(self.ys[box.row + box.rowspan], end)
            if bottom - top > 0.2 and first <= box.col < last:
                right = self.xs[min(box.col + box.colspan, last)]
                self._fill(sheet, box, self.xs[box.col] + dx, top + dy, right + dx, bottom + dy)
        for box in self.grid.boxes:
            top, bottom = max(self.ys[box.row], start), min(self.ys[box.row + box.rowspan], end)
            if bottom - top > 0.2 and first <= box.col < last:
                right = self.xs[min(box.col + box.colspan, last)]
                cut_above = self.ys[box.row] < start - 0.1
                cut_below = self.ys[box.row + box.rowspan] > end + 0.1
                area = (self.xs[box.col] + dx, top + dy, right + dx, bottom + dy)
                self._edges(sheet, box, area, cut_above, cut_below)
        for line in self.lines:
            inside = start - 0.1 <= line.top and line.bottom <= end + 0.1
            if inside and self.xs[first] - 0.1 <= line.x < self.xs[last]:
                sheet.ops.append(TextOp(line.x + dx, line.base + dy, line.text, line.face, line.angle))
        return at[1] + end - start

    def _fill(self, sheet: Sheet, box: Box, x0: float, y0: float, x1: float, y1: float) -> None:
        head = box.row < self.grid.head
        grey = self.grid.shade_head if head else None
        if self.grid.ruling == "banded":
            grey = 0.75 if head else (0.93, 0.86)[box.row % 2]
        if grey is not None:
            sheet.ops.append(FillOp(x0, y0, x1, y1, grey))

    def _edges(
        self, sheet: Sheet, box: Box, area: tuple[float, float, float, float], cut_above: bool, cut_below: bool
    ) -> None:
        x0, y0, x1, y1 = area
        ruling, head = self.grid.ruling, self.grid.head
        first, last = box.row == 0, box.row + box.rowspan == self.grid.rows
        outer = ruling in ("head", "columns")
        across = ruling in ("full", "rows", "double", "banded", "rects")
        under_head = outer and box.row < head <= box.row + box.rowspan
        if (self.grid.closed or not cut_above) if across else (outer and first):
            self._rule(sheet, x0, y0, x1, y0)
        if (self.grid.closed or not cut_below) if across else (under_head or (outer and last and not cut_below)):
            self._rule(sheet, x0, y1, x1, y1)
        if ruling in ("full", "columns", "double", "banded", "rects"):
            self._rule(sheet, x0, y0, x0, y1)
            self._rule(sheet, x1, y0, x1, y1)

    def _rule(self, sheet: Sheet, x0: float, y0: float, x1: float, y1: float) -> None:
        if self.grid.ruling == "banded":
            sheet.ops.append(LineOp(x0, y0, x1, y1, 1.5, 1.0))
        elif self.grid.ruling == "double":
            dx, dy = (0.0, 1.4) if y0 == y1 else (1.4, 0.0)
            sheet.ops.append(LineOp(x0, y0, x1, y1, 0.35))
            sheet.ops.append(LineOp(x0 + dx, y0 + dy, x1 + dx, y1 + dy, 0.35))
        elif self.grid.ruling == "rects":
            sheet.ops.append(FillOp(x0 - 0.24, y0 - 0.24, x1 + 0.24, y1 + 0.24, 0.0))
        else:
            sheet.ops.append(LineOp(x0, y0, x1, y1))


def place(paper: Paper, grid: Grid, face: Face, *, indent: float = 0, after: float = 8) -> None:
    """Sets `grid` at the cursor, cutting it where pages end; a page pair doubles its width."""
    if grid.pair is not None:
        _place_pair(paper, grid, face)
    else:
        strip = _Strip(grid, face, paper.right - paper.left - indent)
        columns = (0, len(grid.widths))
        for part, again in _parts(paper, strip):
            if again:
                paper.y = strip.draw(paper.sheet, (paper.left + indent, paper.y), again, columns)
            paper.y = strip.draw(paper.sheet, (paper.left + indent, paper.y), part, columns)
    paper.space(after)


Part = tuple[float, float]


def _parts(paper: Paper, strip: _Strip) -> Iterator[tuple[Part, Part | None]]:
    """The strip's parts page by page, each with the heading to repeat above it; turns the page between them."""
    grid, total = strip.grid, strip.ys[-1]
    head = strip.ys[grid.head]
    first_row = strip.ys[min(grid.head + 1, grid.rows)]
    paper.keep(first_row if not grid.split_rows else head + 20)
    start = 0.0
    while start < total - 0.1:
        again = (0.0, head) if grid.repeat and start > 0 else None
        room = paper.room - (head if again else 0)
        end = total if total - start <= room else strip.cut_after(start, room)
        if end <= start:
            if paper.fresh:
                end = next(cut for cut in strip.ys if cut > start + 1)
            else:
                paper.new_page()
                continue
        yield (start, end), again
        start = end
        if start < total - 0.1:
            paper.new_page()


def _place_pair(paper: Paper, grid: Grid, face: Face) -> None:
    """Sets the left columns on one page and the right ones on the next, rows at the same height."""
    assert grid.pair is not None
    halves = ((0, grid.pair), (grid.pair, len(grid.widths)))
    wider = max(sum(grid.widths[first:last]) for first, last in halves)
    strip = _Strip(grid, face, (paper.right - paper.left) * sum(grid.widths) / wider)
    if grid.down_first:
        top, parts = paper.y, []
        for part, again in _parts(paper, strip):
            parts.append((part, again))
            _draw_half(paper, strip, part, again, halves[0])
        for index, (part, again) in enumerate(parts):
            paper.new_page()
            paper.y = top if index == 0 else paper.y
            _draw_half(paper, strip, part, again, halves[1])
        return
    for part, again in _parts(paper, strip):
        top = paper.y
        _draw_half(paper, strip, part, again, halves[0])
        paper.new_page()
        paper.y = top
        _draw_half(paper, strip, part, again, halves[1])


def _draw_half(paper: Paper, strip: _Strip, part: Part, again: Part | None, cols: tuple[int, int]) -> None:
    if again:
        paper.y = strip.draw(paper.sheet, (paper.left, paper.y), again, cols)
    paper.y = strip.draw(paper.sheet, (paper.left, paper.y), part, cols)
