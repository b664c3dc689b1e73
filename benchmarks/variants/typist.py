"""The typist: headings, paragraphs, lists and tables of one report, set on paper."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

from benchmarks.variants.dates import ROMAN
from benchmarks.variants.features import Features
from benchmarks.variants.grid import Box, Grid, place
from benchmarks.variants.model import Story
from benchmarks.variants.paper import Face, Furniture, Paper
from benchmarks.variants.wording import INTROS

Entry = tuple[int, str, int]
"""A heading: level, text as printed, page."""


class Typist:
    """Sets a story's parts; knows the features and keeps the list of headings."""

    def __init__(self, story: Story, features: Features, rng: random.Random, furniture: Furniture) -> None:
        """Starts with an empty first page."""
        self.story, self.features, self.rng = story, features, rng
        trick = features.trick
        self.face = Face(features.font, features.size, trick=trick if features.trick_pages == "all" else "")
        self.table_face = Face(features.font, features.table_size, trick=trick)
        self.bold = replace(self.face, bold=True, doubled=features.fake_bold)
        self.italic = replace(self.face, italic=True)
        margins = rng.choice(((72, 72, 72, 72), (85, 85, 57, 71), (64, 57, 57, 64)))
        self.paper = Paper(features.paper, margins, self.face, furniture)
        self.entries: list[Entry] = []
        self.counts = [0, 0, 0]
        self.spread = rng.choice((1.0, 1.15, 1.3))
        self.align = rng.choice(("justify", "justify", "left"))
        self.tight_list = rng.random() < 0.5

    # Headings --------------------------------------------------------------------------------------------------

    def heading(self, level: int, text: str) -> None:
        """A numbered heading of level 1 to 3 in the report's own style."""
        self.counts[level - 1] += 1
        self.counts[level:] = [0] * (3 - level)
        label = self._label(level)
        self.paper.keep(60)
        self.paper.space(8 if level == 1 else 4)
        style = self.features.numbering
        if style == "bab" and level == 1:
            self.entries.append((level, f"{label} {text.upper()}", len(self.paper.sheets)))
            self.paper.text(label, face=self.bold, align="center")
            self.paper.text(text.upper(), face=self.bold, align="center", after=6)
            return
        printed = f"{label} {text}".strip()
        self.entries.append((level, printed, len(self.paper.sheets)))
        indent = 0 if level < 3 else 14
        face = self.bold if level < 3 else self.face
        self.paper.text(printed, face=face, indent=indent, after=3)

    def _label(self, level: int) -> str:
        one, two, three = self.counts
        letter = chr(64 + max(two, 1))
        labels = {
            "juknis": (f"{one})", f"{letter}.", f"{three}."),
            "bab": (f"BAB {_roman(one)}", f"{letter}.", f"{three}."),
            "roman": (f"{_roman(one)}.", f"{letter}.", f"{three}."),
            "decimal": (f"{one}.", f"{one}.{two}", f"{one}.{two}.{three}"),
            "letters": (f"{chr(64 + max(one, 1))}.", f"{two}.", f"{chr(96 + max(three, 1))}."),
            "plain": ("", "", ""),
        }
        return labels[self.features.numbering][level - 1]

    def caption(self, text: str) -> None:
        """A bold line above a table."""
        self.paper.keep(70)
        self.paper.text(text, face=self.bold, align="center" if self.features.shade_head else "left", after=3)

    # Text ------------------------------------------------------------------------------------------------------

    def paragraph(self, text: str, indent: float = 14) -> None:
        """A paragraph of the body."""
        self.paper.text(text, align=self.align, indent=indent, first=28, after=3, spread=self.spread)

    def listing(self, texts: Sequence[str], labels: Sequence[str], indent: float = 34) -> None:
        """A list with hanging labels."""
        for label, text in zip(labels, texts, strict=True):
            self.paper.text(
                text,
                align=self.align,
                indent=indent,
                label=label,
                after=0 if self.tight_list else 3,
                spread=self.spread,
            )

    def intro(self, key: str) -> None:
        """A sentence that leads to a list or table, where the office writes one."""
        if self.features.intro:
            story = self.story
            roman = ROMAN[story.quarter - 1]
            self.paragraph(INTROS[key].format(kpu=story.office.kpu, roman=roman, year=story.year))

    def instruction(self, text: str) -> None:
        """A left-over instruction of the template, in italics and brackets."""
        self.paper.text(text, face=self.italic, indent=14, after=3)

    # Tables ----------------------------------------------------------------------------------------------------

    def grid(self, widths: Sequence[float], **options: object) -> Grid:
        """An empty table in the report's ruling style."""
        features = self.features
        grid = Grid(list(widths))
        grid.ruling, grid.split_rows = features.ruling, features.split_rows
        grid.closed, grid.repeat = features.closed, features.repeat_head
        grid.shade_head = 0.85 if features.shade_head else None
        for name, value in options.items():
            setattr(grid, name, value)
        return grid

    @property
    def head_face(self) -> Face:
        """How table headings are printed."""
        return replace(self.table_face, bold=True, doubled=self.features.fake_bold)

    def title_row(self, grid: Grid, text: str) -> None:
        """The table's title as its first row, where the office sets it so."""
        if self.features.title_row:
            box = Box(grid.rows, 0, text.upper(), colspan=len(grid.widths), align="center", face=self.head_face)
            grid.boxes.append(box)
            grid.head = grid.rows

    def header(self, grid: Grid, texts: Sequence[str], upright: Sequence[int] = ()) -> None:
        """A one-row heading, with a row of column numbers where the report has them."""
        row = grid.rows
        face = self.head_face
        for col, text in enumerate(texts):
            turned = col in upright
            grid.boxes.append(Box(row, col, text, align="center", middle=True, upright=turned, face=face))
        grid.head = grid.rows
        self.column_numbers(grid)

    def column_numbers(self, grid: Grid) -> None:
        """A row (1) (2) (3) under the heading."""
        style = self.features.column_numbers
        if style:
            row = grid.rows
            for col in range(len(grid.widths)):
                text = f"({col + 1})" if style == "(1)" else str(col + 1)
                grid.boxes.append(Box(row, col, text, align="center", face=replace(self.table_face, italic=True)))
            grid.head = grid.rows

    def place(self, grid: Grid) -> None:
        """Sets a table."""
        place(self.paper, grid, self.table_face)


def _roman(number: int) -> str:
    return (*ROMAN, "V", "VI", "VII", "VIII", "IX", "X")[max(number, 1) - 1]
