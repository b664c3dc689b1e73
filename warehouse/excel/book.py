"""Writing sheets: tables with frozen headings, formats and print set-up; text that can never become a formula."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from textwrap import wrap
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from warehouse.spreadsheets import RISKY

LONGEST = 32_000
"""Excel takes 32,767 characters in a cell; what is cut off is marked."""
WIDEST = 44
TALLEST = 25
LINE = 13.5
"""Height of a line of text in points."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A query's answer as a sheet shows it."""

    headings: tuple[str, ...]
    rows: Sequence[Sequence[Any]]


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a table stands: zero-based rows and columns of its data, without heading and totals."""

    sheet: str
    first_row: int
    last_row: int
    columns: dict[str, int]

    def column(self, heading: str) -> list[Any]:
        """The column's cells, as a chart refers to them."""
        place = self.columns[heading]
        return [self.sheet, self.first_row, place, self.last_row, place]

    def heading(self, heading: str) -> list[Any]:
        """The column's heading, as a chart refers to it."""
        return [self.sheet, self.first_row - 1, self.columns[heading]]


class Book:
    """A workbook under construction; `footer` is printed on each page."""

    def __init__(self, path: str, footer: str) -> None:
        """Strings stay strings, whatever they look like."""
        options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        self.file = xlsxwriter.Workbook(path, options)
        self._footer = footer
        self._tables = 0
        base: dict[str, Any] = {"font_name": "Calibri", "font_size": 10, "valign": "top"}
        styles: dict[str, dict[str, Any]] = {
            "text": {"text_wrap": True},
            "risky": {"text_wrap": True, "quote_prefix": True},
            "whole": {"num_format": "#,##0"},
            "part": {"num_format": "#,##0.00"},
            "date": {"num_format": "dd/mm/yyyy"},
            "moment": {"num_format": "dd/mm/yyyy hh:mm"},
            "heading": {"bold": True, "text_wrap": True, "bg_color": "#1F4E78", "font_color": "white", "border": 1},
            "total": {"bold": True, "num_format": "#,##0", "top": 1},
            "title": {"bold": True, "font_size": 16},
            "subtitle": {"bold": True, "font_size": 12},
            "note": {"italic": True, "font_color": "#595959"},
        }
        self.formats = {name: self.file.add_format(base | more) for name, more in styles.items()}

    def sheet(self, name: str, *, landscape: bool = True) -> Worksheet:
        """A new sheet, set up for printing on A4, as wide as the page."""
        sheet = self.file.add_worksheet(name)
        if landscape:
            sheet.set_landscape()
        sheet.set_paper(9)
        sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer(f"&L&8{self._footer}&R&8{name}: halaman &P dari &N")
        sheet.hide_gridlines(2)
        return sheet

    def table(
        self, sheet: Worksheet, row: int, grid: Grid, *, totals: Sequence[str] = (), widths: Sequence[float] = ()
    ) -> Placed:
        """An Excel table with its heading in `row`; the columns `totals` are summed below it.

        Without `widths` the sheet is this table's: columns as wide as it needs, its heading frozen and printed on each
        page. With `widths`, those of the sheet's columns, it is one of several.
        """
        last = row + max(len(grid.rows), 1)
        placed = Placed(sheet.get_name(), row + 1, last, {h: n for n, h in enumerate(grid.headings)})
        self._tables += 1
        sheet.add_table(row, 0, last, len(grid.headings) - 1, {
            "name": f"Tabel{self._tables}",
            "style": "Table Style Light 9",
            "columns": [{"header": h, "header_format": self.formats["heading"]} for h in grid.headings],
        })  # fmt: skip
        needed = widths or widths_of(grid)
        sheet.set_row(row, LINE * max(map(_lines, grid.headings, (width - 3 for width in needed))))
        for number, values in enumerate(grid.rows, placed.first_row):
            for place, value in enumerate(values):
                self.cell(sheet, number, place, value)
            sheet.set_row(number, LINE * max(map(_lines, map(_shown, values), needed)))
        if totals:
            self._totals(sheet, placed, grid, totals)
        if not widths:
            self.fit(sheet, row, needed)
        return placed

    def fit(self, sheet: Worksheet, row: int, widths: Sequence[float]) -> None:
        """Give the sheet's columns their widths; the heading in `row` stays in sight, also on paper."""
        for place, width in enumerate(widths):
            sheet.set_column(place, place, width)
        sheet.freeze_panes(row + 1, 0)
        sheet.repeat_rows(row)

    def cell(self, sheet: Worksheet, row: int, column: int, value: Any) -> None:
        """One value by its type; an absent one is an empty cell, never a zero."""
        if value is None:
            sheet.write_blank(row, column, None, self.formats["text"])
        elif isinstance(value, bool):
            sheet.write_string(row, column, "ya" if value else "tidak", self.formats["text"])
        elif isinstance(value, int | float):
            sheet.write_number(row, column, value, self.formats["whole" if isinstance(value, int) else "part"])
        elif isinstance(value, date):
            moment = isinstance(value, datetime)
            sheet.write_datetime(row, column, value, self.formats["moment" if moment else "date"])
        else:
            text = shortened(str(value))
            sheet.write_string(row, column, text, self.formats["risky" if text.startswith(RISKY) else "text"])

    def _totals(self, sheet: Worksheet, placed: Placed, grid: Grid, totals: Sequence[str]) -> None:
        """Sums under the table that follow its filter; the value is written too, for readers that do not calculate."""
        row = placed.last_row + 1
        sheet.write_string(row, 0, "Jumlah", self.formats["total"])
        for heading, place in placed.columns.items():
            if heading in totals:
                letters = xl_col_to_name(place)
                formula = f"=SUBTOTAL(109,{letters}{placed.first_row + 1}:{letters}{placed.last_row + 1})"
                value = sum(line[place] or 0 for line in grid.rows)
                sheet.write_formula(row, place, formula, self.formats["total"], value)


def shortened(text: str) -> str:
    """`text` as a cell can hold it."""
    return text if len(text) <= LONGEST else text[:LONGEST] + " … (dipotong)"


def widths_of(*grids: Grid) -> list[float]:
    """Column widths for tables one above the other: as wide as most cells and the headings' longest words need."""
    columns = range(max(len(grid.headings) for grid in grids))
    return [max(_width(grid, place) for grid in grids if place < len(grid.headings)) for place in columns]


def _width(grid: Grid, place: int) -> float:
    longest = max((len(_shown(row[place])) for row in grid.rows), default=0)
    heading = max(len(word) for word in grid.headings[place].split())
    return min(WIDEST, max(longest + 1, heading + 4, 7))


def _lines(text: str, width: float) -> int:
    """How many lines a text takes in a column, roughly; no program but Excel works this out for itself."""
    letters = max(4, int(width * 1.1))
    if len(text) <= letters and "\n" not in text:
        return 1
    return min(TALLEST, sum(max(1, len(wrap(line, letters))) for line in text.splitlines()))


def _shown(value: Any) -> str:
    if isinstance(value, datetime):
        return "01/01/2024 00:00"
    return "01/01/2024" if isinstance(value, date) else "" if value is None else str(value)
