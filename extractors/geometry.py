"""What a page is made of: words, rules, fills and pictures, in one coordinate system.

Coordinates are PDF points (1/72 inch) with the origin at the top left of the page as a reader sees it
(after /Rotate). Every reader of pages (pdfplumber, pdfium, OCR) gives these types, so nothing
after it knows where a word came from.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

Box = tuple[float, float, float, float]
"""x0, top, x1, bottom in points."""


@dataclass(frozen=True, slots=True)
class Word:
    """A run of glyphs without white space. `confidence` is None for digital text, 0..1 for OCR.

    `angle` is the writing direction in degrees, counter-clockwise: a word that reads upwards has 90.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float = 0.0
    bold: bool = False
    upright: bool = True
    confidence: float | None = None
    doubt: str | None = None
    angle: int = 0

    @property
    def box(self) -> Box:
        """The word's rectangle."""
        return (self.x0, self.top, self.x1, self.bottom)


def size_of(word: Word) -> float:
    """The type size, or the height where it is unknown."""
    return word.size or (word.bottom - word.top)


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight drawn stroke; horizontal when it is wider than high."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def horizontal(self) -> bool:
        """Whether the stroke runs from left to right."""
        return self.x1 - self.x0 >= self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Fill:
    """A shaded rectangle; `shade` is its grey value, 0 black to 1 white."""

    box: Box
    shade: float


@dataclass(frozen=True, slots=True)
class Page:
    """One page as read. `number` counts from 1; `source` is "digital" or "ocr".

    `matrix` takes a point of this page's coordinates to the original page's
    (a, b, c, d, e, f: x' = a*x + c*y + e, y' = b*x + d*y + f); None where they are the same.
    `perspective` (g, h) divides both by 1 + g*x + h*y: the keystone of a photographed page.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...] = ()
    rules: tuple[Rule, ...] = ()
    fills: tuple[Fill, ...] = ()
    images: tuple[Box, ...] = ()
    source: str = "digital"
    matrix: tuple[float, float, float, float, float, float] | None = None
    perspective: tuple[float, float] = (0.0, 0.0)
    notes: tuple[str, ...] = ()
    """Indonesian remarks on what could not be read on this page."""

    def band(self, top: float, bottom: float) -> Page:
        """What of the page lies between two heights, by the middle of each thing."""

        def inside(upper: float, lower: float) -> bool:
            return top <= (upper + lower) / 2 < bottom

        return replace(
            self,
            words=tuple(word for word in self.words if inside(word.top, word.bottom)),
            rules=tuple(rule for rule in self.rules if inside(rule.top, rule.bottom)),
            fills=tuple(fill for fill in self.fills if inside(fill.box[1], fill.box[3])),
            images=tuple(box for box in self.images if inside(box[1], box[3])),
        )

    def original_box(self, box: Box) -> Box:
        """`box` in the coordinates of the original page, as an upright rectangle."""
        if self.matrix is None:
            return box
        a, b, c, d, e, f = self.matrix
        g, h = self.perspective
        corners = [(x, y, 1 + g * x + h * y) for x in (box[0], box[2]) for y in (box[1], box[3])]
        xs = [(a * x + c * y + e) / w for x, y, w in corners]
        ys = [(b * x + d * y + f) / w for x, y, w in corners]
        return (min(xs), min(ys), max(xs), max(ys))


_HYPHEN_AT_END = re.compile(r"(?<=[^\W\d_]-)\n(?=[^\W\d_])")


@lru_cache(maxsize=10_000)
def joined(lines: tuple[str, ...]) -> str:
    """Lines as one text with single spaces, none behind a hyphen in a word: 'se-' over 'Kabupaten'.

    Kept, because a cell is asked for its text over and over.
    """
    return " ".join(_HYPHEN_AT_END.sub("", "\n".join(lines)).split())


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table. `lines` are its printed lines from top to bottom, `box` is on page `page`."""

    row: int
    col: int
    lines: tuple[str, ...]
    page: int
    box: Box
    rowspan: int = 1
    colspan: int = 1
    doubt: str | None = None
    continued: tuple[tuple[int, Box], ...] = ()
    """Where the cell goes on: (page, box) of its parts on later pages."""
    line_counts: tuple[int, ...] = ()
    """How many of the lines stand on each of its pages, where it goes on; () for all on the first."""
    bold: bool = field(default=False, compare=False)
    """Whether all its words are bold."""

    @property
    def text(self) -> str:
        """The lines as one text."""
        return joined(self.lines)

    @property
    def places(self) -> tuple[tuple[int, Box], ...]:
        """Page and rectangle of each of its parts."""
        return ((self.page, self.box), *self.continued)


@dataclass(frozen=True, slots=True)
class Table:
    """A table stitched over pages. `method` is "lattice", "stream" or "ocr"."""

    cells: tuple[Cell, ...]
    method: str
    pages: tuple[int, ...]
    header_rows: int = 0
    """How many first rows are seen to be headings (repeated on later pages, shaded, bold); 0 if unknown."""

    @property
    def height(self) -> int:
        """Number of rows."""
        return max((cell.row + cell.rowspan for cell in self.cells), default=0)

    @property
    def width(self) -> int:
        """Number of columns."""
        return max((cell.col + cell.colspan for cell in self.cells), default=0)

    def rows(self) -> list[list[str]]:
        """The texts as a matrix; a merged cell's text stands at its first place, the rest is ''."""
        matrix = [[""] * self.width for _ in range(self.height)]
        for cell in self.cells:
            matrix[cell.row][cell.col] = cell.text
        return matrix


def holds(outer: Box, inner: Box, margin: float = 0.0) -> bool:
    """Whether the middle of a rectangle lies in another, whose border is taken `margin` points wider."""
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return outer[0] - margin <= x <= outer[2] + margin and outer[1] - margin <= y <= outer[3] + margin


def filled(cells: Iterable[Cell], page: Page) -> Iterator[tuple[Cell, list[Word]]]:
    """Those of some cells that have text on a page, each with its words."""
    told = [cell for cell in cells if cell.lines and cell.page == page.number]
    return zip(told, words_in([cell.box for cell in told], page), strict=True)


def filled_on(cells: Sequence[Cell], pages: Mapping[int, Page]) -> Iterator[tuple[Cell, list[Word]]]:
    """Those of some cells that have text, page by page, each with its words."""
    for number in sorted({cell.page for cell in cells} & pages.keys()):
        yield from filled(cells, pages[number])


def edge_in(word: Word, length: int) -> float:
    """About where the first `length` signs of a word end."""
    return word.x0 + (word.x1 - word.x0) * length / len(word.text)


def words_in(boxes: Iterable[Box], page: Page) -> Iterator[list[Word]]:
    """The words of a page in each of some rectangles."""
    words = sorted(page.words, key=lambda word: word.top + word.bottom)
    heights = [(word.top + word.bottom) / 2 for word in words]
    for box in boxes:
        level = words[bisect_left(heights, box[1]) : bisect_right(heights, box[3])]
        yield [word for word in level if holds(box, word.box)]


def union(boxes: Iterable[Box]) -> Box:
    """The smallest rectangle around `boxes`; raises ValueError when there are none."""
    x0s, tops, x1s, bottoms = zip(*boxes, strict=True)
    return (min(x0s), min(tops), max(x1s), max(bottoms))


def box_on(cells: Sequence[Cell], page: int) -> Box:
    """The rectangle of what these cells have on `page`; ValueError where they have nothing there."""
    return union(box for cell in cells for number, box in cell.places if number == page)
