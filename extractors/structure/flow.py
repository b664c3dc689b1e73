"""The report as one flow of lines and tables in reading order, over all its pages.

Words that lie in a table belong to the table; all others make lines. What the sections, lists and
paragraphs are made of is a `Line`; a `Table` stands in the flow where it begins.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extractors.geometry import Box, Page, Table, Word, holds, joined, union
from extractors.structure.cards import cards_of, columns_of

LINE_OVERLAP = 0.5
"""Two words share a line when their heights overlap by this part of the smaller one."""


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line outside any table, its words from left to right."""

    words: tuple[Word, ...]
    page: int

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(word.text for word in self.words)

    @property
    def box(self) -> Box:
        """The rectangle around the words."""
        return union(word.box for word in self.words)

    @property
    def x0(self) -> float:
        """Left edge in points."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Right edge in points."""
        return self.words[-1].x1

    @property
    def top(self) -> float:
        """Upper edge in points."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """Lower edge in points."""
        return max(word.bottom for word in self.words)

    @property
    def bold(self) -> bool:
        """Whether all words with a letter in them are bold, or all words where none has one: the '2025' of a title."""
        lettered = [word.bold for word in self.words if any(ch.isalpha() for ch in word.text)]
        return all(lettered or [word.bold for word in self.words])

    @property
    def size(self) -> float:
        """Height of the letters in points (the largest word's)."""
        return max(word.size or (word.bottom - word.top) for word in self.words)

    @property
    def doubt(self) -> str | None:
        """The first doubt about one of the words."""
        return next((word.doubt for word in self.words if word.doubt), None)

    def segments(self, gap: float) -> list[Line]:
        """The line cut where more than `gap` points are blank."""
        parts: list[list[Word]] = []
        for word in self.words:
            if parts and word.x0 - parts[-1][-1].x1 <= gap:
                parts[-1].append(word)
            else:
                parts.append([word])
        return [Line(tuple(part), self.page) for part in parts]


Item = Line | Table


def place(item: Item) -> tuple[int, float]:
    """Page and upper edge of an item, for putting items in reading order."""
    if isinstance(item, Line):
        return item.page, item.top
    first = min((cell.page, cell.box[1]) for cell in item.cells)
    return first


def lines_of(words: Iterable[Word], page: int) -> list[Line]:
    """Lines from top to bottom out of `words` of one page."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda w: ((w.top + w.bottom) / 2, w.x0)):
        if lines and _same_line(lines[-1], word):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [Line(tuple(sorted(line, key=lambda w: w.x0)), page) for line in lines]


def _same_line(line: Sequence[Word], word: Word) -> bool:
    """Whether `word` overlaps the line's last word enough in height."""
    other = max(line[-3:], key=lambda w: w.bottom - w.top)
    shared = min(other.bottom, word.bottom) - max(other.top, word.top)
    return shared >= LINE_OVERLAP * min(other.bottom - other.top, word.bottom - word.top)


def table_regions(table: Table) -> dict[int, Box]:
    """The rectangle that a table takes up on each of its pages."""
    boxes: dict[int, list[Box]] = {}
    for cell in table.cells:
        for page, box in cell.places:
            boxes.setdefault(page, []).append(box)
    return {page: union(found) for page, found in boxes.items()}


def build_flow(pages: Sequence[Page], tables: Sequence[Table]) -> list[Item]:
    """Lines and tables of the whole report in reading order."""
    regions: dict[int, list[Box]] = {}
    for table in tables:
        for number, box in table_regions(table).items():
            regions.setdefault(number, []).append(box)
    items: list[tuple[tuple[int, float], Item]] = [(place(table), table) for table in tables]
    for page in pages:
        taken = regions.get(page.number, [])
        free = [word for word in page.words if word.upright and not any(holds(box, word.box) for box in taken)]
        top = 0.0
        for card in cards_of(page, taken):  # cards beside one another are read one after the other
            top = max(top, card[1])
            inside = [word for word in free if holds(card, word.box)]
            free = [word for word in free if not holds(card, word.box)]
            items += [((page.number, top), line) for line in lines_of(inside, page.number)]
        for columns in columns_of(free):
            top = min(word.top for words in columns for word in words)
            items += [((page.number, top), line) for words in columns for line in lines_of(words, page.number)]
            inner = {id(word) for words in columns for word in words}
            free = [word for word in free if id(word) not in inner]
        items += [(place(line), line) for line in lines_of(free, page.number)]
    return [item for _, item in sorted(items, key=lambda placed: placed[0])]


def only_lines(items: Iterable[Item]) -> Iterator[Line]:
    """The lines among `items`."""
    return (item for item in items if isinstance(item, Line))


def only_tables(items: Iterable[Item]) -> Iterator[Table]:
    """The tables among `items`."""
    return (item for item in items if isinstance(item, Table))


def folded(lines: Iterable[Line]) -> str:
    """The lines' texts as one."""
    return joined(tuple(line.text for line in lines))
