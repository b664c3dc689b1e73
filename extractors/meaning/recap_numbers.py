"""The figures of a recap table, each with the labels of its row and of its column."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property

from extractors.geometry import Cell
from extractors.meaning.grid import Grid, is_column_numbers
from extractors.meaning.recap_columns import agreed, summing
from extractors.meaning.recap_groups import group_labels
from extractors.meaning.recap_labels import TOTAL, WEEK, Labeller, Labels
from extractors.meaning.recap_layout import Layout
from extractors.meaning.recap_names import RowNames
from extractors.meaning.roles import ASIDE, header_roles
from extractors.structure.outline import strip_marker
from extractors.values.lone_days import month_told
from extractors.values.numbers import read_count
from extractors.values.row_numbers import is_row_number
from extractors.vocabulary import EXACT, Vocabulary

REPEATED = 3
"""A row below the figures' beginning that names so many columns repeats the heading."""

_PERIOD = re.compile(r"((?:minggu|pekan)\s+(?:ke\s*-?\s*)?\w+\s+)?bulan\s+\w+(\s+20\d\d)?", re.IGNORECASE)
"""The title of a group of rows, which may be set in the middle of the table."""
_LETTER = re.compile(r"\W*([A-W]|[IV]{2,4}|[a-w])\W*")
"""What counts groups of rows; 'X' is a platform."""
_QUARTER = re.compile(r"(tri\s?-?wulan|triw|t\.?w)\.?\s*(ke-?\s*)?([IV]{1,3}|[1-4])", re.IGNORECASE)
_MONTH = re.compile(r"bulan\s*([a-z]+(?:\s+20\d\d)?)", re.IGNORECASE)


BROKEN = "judul: di bawah nama baris ini ada teks sendirian; namanya mungkin terpotong"
"""Why figures are doubted beside a name that may go on in the row below."""


@dataclass(frozen=True)
class Number:
    """A cell of the recap with a figure (or left empty) and its labels."""

    cell: Cell
    row: Labels
    column: Labels

    @cached_property
    def labels(self) -> Labels:
        """Row and column labels together."""
        return self.column.over(self.row)

    @property
    def total(self) -> bool:
        """Whether it is a printed total."""
        return self.row.total or self.column.total


class NumberReader(Layout):
    """Labels each figure below the headings and right of the names."""

    def __init__(self, grid: Grid, vocabulary: Vocabulary) -> None:
        """For one table."""
        super().__init__(grid, vocabulary)
        self.names = RowNames(grid, self.first_row, self.first_col)
        self.grouped = group_labels(grid, self.first_row, self.first_col)
        self.numbered = frozenset(filter(self._is_numbered, range(self.first_col)))
        self.kinds = frozenset(filter(self._tells_kinds, range(self.first_col)))
        self.labeller = Labeller(vocabulary, self.turned)

    def corner(self) -> Labels:
        """What stands over the names of the rows where it is but a month or a platform: 'Oktober'."""
        return self._corner(range(self.first_row)) or Labels()

    def _corner(self, rows: range) -> Labels | None:
        """What stands left in some rows of names, or over the name there, where it is but a month or a platform."""
        cells = [cell for row in rows for cell in self.grid.row(row) if cell.col < self.first_col]
        texts = ((text, cell.doubt) for cell in cells for text in (cell.text, *cell.lines[:1]))
        named = (told for told in texts if month_told(told[0]) or self.is_platform(told[0]))
        return next((self.labeller.banner(text, doubt) for text, doubt in named), None)

    def numbers(self) -> list[Number]:
        """Every cell right of the labels and below the headings, banner rows applied to the rows under them."""
        found: list[Number] = []
        banner = Labels()
        for row in range(self.first_row):
            if text := self._banner_text(row):
                banner = self.labeller.banner(text, self._banner_doubt(row))
        columns = self._columns(range(self.first_row))
        for row in range(self.first_row, self.grid.height):
            if is_column_numbers(self.grid, row):
                continue
            if (text := self._banner_text(row)) and not self._is_rest_of_name(row):
                banner = self.labeller.banner(text, self._banner_doubt(row))
                continue
            if self._is_heading(row):
                columns = self._below_heading(row, columns)
                banner = self._corner(range(row, row + 1)) or banner
                continue
            if self._is_over_points(row) or self._is_rest_of_name(row):
                continue
            if lead := self.names.lead(row):
                banner = self.labeller.banner(lead)
            labels = self._row(row)
            if self._leads_group(row, labels, columns):
                banner = labels.over(Labels(month=banner.month))
                labels = replace(labels, total=True)
            if not (labels.total and found and found[-1].row.total):
                labels = labels.over(banner)  # a total right below a total is that of all groups
            if labels.platform or labels.content or labels.total or labels.month:
                found += self._numbers_of(row, labels, columns)
        return found

    def _columns(self, rows: range) -> dict[int, Labels]:
        """The labels that the headings in some rows give each column of figures."""
        return summing(agreed({col: self._column(col, rows) for col in range(self.first_col, self.grid.width)}))

    def _below_heading(self, row: int, columns: dict[int, Labels]) -> dict[int, Labels]:
        """The labels of the columns below a row that repeats the headings, or names other platforms."""
        anew = self._columns(range(row, row + 1))
        before, named = ({labels.platform for labels in c.values() if labels.platform} for c in (columns, anew))
        return anew if len(named) > 1 and not named & before else columns

    def _leads_group(self, row: int, labels: Labels, columns: dict[int, Labels]) -> bool:
        """Whether a row but names the platform or month of the content types below it: its figures are their sums."""
        below = self._row(row + 1) if row + 1 < self.grid.height else Labels()
        named = (labels.platform or labels.month) and not (labels.content or labels.total)
        told = any(c.platform if labels.platform else c.month for c in columns.values())
        return bool(named and below.content and not (below.platform or below.month or told))

    def _is_over_points(self, row: int) -> bool:
        """Whether a row without figures is but the title of those below it: '1 Berita' over '1.1 Foto Berita'."""
        number = self.grid.text(row, 0).strip(" .)")
        point = re.fullmatch(rf"{re.escape(number)}\.\d+\.?", self.grid.text(row + 1, 0)) if number.isdigit() else None
        return point is not None and not any(self.grid.text(row, col) for col in range(self.first_col, self.grid.width))

    def _is_heading(self, row: int) -> bool:
        """Whether a row below the headings repeats them."""
        if any(self._texts(row) == self._texts(head) for head in range(self.first_row)):
            return True
        named = [cell for cell in self.grid.row(row) if cell.text and cell.col + cell.colspan > self.first_col]
        return len(header_roles(self.grid, row, self.vocabulary)) >= REPEATED or self.names_things(named)

    def _texts(self, row: int) -> list[tuple[int, str]]:
        """What stands in a row, and in which columns."""
        return [(cell.col, cell.text.casefold()) for cell in self.grid.row(row) if cell.text]

    def _banner_text(self, row: int) -> str | None:
        """The text of a row that is one cell over most of the width: the title of the rows below it."""
        own = self._title_cells(row)
        month = _MONTH.fullmatch(own[0].text) if own else None
        if month and not any(read_count(cell.text).exact for cell in own[1:]):
            return f"Bulan {month[1]}"  # what else stands in the row is a stamp
        if (
            len(own) != 1
            or (own[0].col > 1 and not _PERIOD.fullmatch(own[0].text))
            or read_count(own[0].text).exact
            or TOTAL.match(own[0].text)
        ):
            return None
        beside = [cell for cell in self.grid.row(row) if cell.text and cell != own[0]]
        alone = all(_is_count(cell.text) and cell.col < own[0].col for cell in beside)
        return own[0].text if own[0].colspan > 1 or alone else None

    def _title_cells(self, row: int) -> list[Cell]:
        """The cells of a row, without a number where there is but the name of a platform or month beside it."""
        own = self.grid.own(row)
        numbered = len(own) == 2 and _is_count(own[0].text) and own[1].col < self.first_col
        names = (self.is_platform, self.vocabulary.month)
        return own[1:] if numbered and any(name(own[1].text) for name in names) else own

    def _banner_doubt(self, row: int) -> str | None:
        """Why the text of a banner row may be misread."""
        return self._title_cells(row)[0].doubt

    def _numbers_of(self, row: int, labels: Labels, columns: dict[int, Labels]) -> list[Number]:
        """The numbers of one row; a place without a cell of its own is an empty cell."""
        found: list[Number] = []
        for col, column in columns.items():
            cell = self.grid.at(row, col) or self._empty(row, col)
            if cell and cell.row == row and cell.col == col:
                whole = labels.total and cell.colspan > 1  # of all the columns that it is under
                found.append(Number(cell, labels, Labels(total=True) if whole else column))
        return found

    def _empty(self, row: int, col: int) -> Cell | None:
        """An empty cell where the row of `row` and the column of `col` meet."""
        across = [cell for cell in self.grid.row(row) if cell.rowspan == 1]
        down = [cell for cell in self.grid.table.cells if cell.col == col and cell.colspan == 1]
        page = across[0].page if across else 0
        down = [cell for cell in down if cell.page == page]
        if not across or not down:
            return None
        top, bottom = min(cell.box[1] for cell in across), max(cell.box[3] for cell in across)
        return Cell(row, col, (), page, (min(c.box[0] for c in down), top, max(c.box[2] for c in down), bottom))

    def _column(self, col: int, rows: range) -> Labels:
        """The labels that some rows give a column, the lowest heading first."""
        labels = Labels()
        seen: list[Cell] = []
        for row in reversed(rows):
            cell = self.grid.at(row, col)
            if cell is None or not cell.text or cell in seen or is_column_numbers(self.grid, row):
                continue
            if self._banner_text(row):
                continue
            of_content = self.turned and (not seen or (labels.content is None and bool(labels.month or labels.week)))
            found = self.labeller.label(cell.text, of_content, cell.doubt)
            if not seen and _QUARTER.fullmatch(cell.text):
                found = Labels(total=self._has_months(), other_measure=not self._has_months())  # of its months
            if seen and found.total and (self._is_heading_of_all(cell) or not (labels.platform or labels.month)):
                found = replace(found, total=False)
            labels = labels.over(found)
            seen.append(cell)
        return replace(labels, other_measure=labels.other_measure or self._is_shares(col) or self._is_words(col))

    def _has_months(self) -> bool:
        """Whether a column is named by a month."""
        return any(self.vocabulary.month(c.text) for row in range(self.first_row) for c in self.grid.row(row))

    def _is_heading_of_all(self, total: Cell) -> bool:
        """Whether 'Jumlah' is the only heading over several columns: then it says that the figures are counts."""
        beside = [cell for cell in self.grid.row(total.row) if cell.col >= self.first_col and cell.text != total.text]
        return total.colspan > 1 and not any(cell.colspan > 1 for cell in beside)

    def _is_words(self, col: int) -> bool:
        """Whether a column tells no counts but words: 'naik', 'tetap', or remarks without a count: '3 kali diulang'."""
        texts = [text for row in range(self.first_row, self.grid.height) if (text := self.grid.text(row, col))]
        heads = (self.vocabulary.header(self.grid.text(row, col)) for row in range(self.first_row))
        aside = any(head and head.code in ASIDE for head in heads)
        counted = any(read_count(text).exact or (not aside and any(map(str.isdigit, text))) for text in texts)
        return len(texts) > 1 and not counted

    def _is_shares(self, col: int) -> bool:
        """Whether a column's figures are per cent of something."""
        texts = [text for row in range(self.first_row, self.grid.height) if (text := self.grid.text(row, col))]
        return sum(text.endswith("%") for text in texts) * 2 > len(texts)

    def _row(self, row: int) -> Labels:
        """The labels of a row: its texts left of the figures."""
        labels = Labels()
        texts = [self.names.name(row, col) or self.grouped.get((row, col), "") for col in range(self.first_col)]
        texts = [self._whole_name(row, col, text) for col, text in enumerate(texts)]
        for col, text in enumerate(texts):
            if _LETTER.fullmatch(text) and any(texts[col + 1 :]):
                continue
            if is_row_number(text) and col in self.weeks:
                labels = labels.over(Labels(week=text))
            elif strip_marker(text) and not is_row_number(text) and (col not in self.numbered or " " in text):
                found = self.labeller.label(text, not self.turned, self._doubt(row, col, text))
                found = replace(found, doubt=BROKEN) if self._may_go_on(row, col, text) else found
                labels = (_within(labels, found) if col - 1 in self.kinds else labels).over(found)
        return labels

    def _whole_name(self, row: int, col: int, text: str) -> str:
        """A name with its rest, where that stands alone in the row below and the two are spelled so together."""
        below = [cell for cell in self.grid.own(row + 1) if cell.text] if row + 1 < self.grid.height else []
        if not text or [cell.col for cell in below] != [col]:
            return text
        title = self.labeller.banner(below[0].text)
        if title.month or title.week or title.platform:
            return text
        whole = f"{text} {below[0].text}"
        match = self.vocabulary.content_type(whole)
        return whole if match is not None and match.score >= EXACT else text

    def _may_go_on(self, row: int, col: int, text: str) -> bool:
        """Whether a name that nobody knows may go on in the row below, where a text stands alone that names nothing."""
        below = [cell for cell in self.grid.own(row + 1) if cell.text] if row + 1 < self.grid.height else []
        if [cell.col for cell in below] != [col] or text.endswith(below[0].text):
            return False
        kinds = (self.vocabulary.platform, self.vocabulary.month, self.vocabulary.content_type, WEEK.search)
        return not any(kind(name) for kind in kinds for name in (text, below[0].text))

    def _is_rest_of_name(self, row: int) -> bool:
        """Whether a row is but the rest of the name of the row above it."""
        above = ((col, self.grid.text(row - 1, col)) for col in range(self.first_col))
        return row > self.first_row and any(self._whole_name(row - 1, col, text) != text for col, text in above)

    def _is_numbered(self, col: int) -> bool:
        """Whether a column is that of the rows' numbers by its name: 'No' over 'VI'."""
        heads = (self.vocabulary.header(self.grid.text(row, col)) for row in range(self.first_row))
        return any(head is not None and head.code == "number" for head in heads)

    def _tells_kinds(self, col: int) -> bool:
        """Whether the texts of a column stand for several rows each."""
        cells = ((row, self.grid.at(row, col)) for row in range(self.first_row, self.grid.height))
        return any((row, col) in self.grouped or (cell and cell.rowspan > 1) for row, cell in cells)

    def _doubt(self, row: int, col: int, text: str) -> str | None:
        """Why the label of a row may be misread; one that stands once for a group of rows is found by its text."""
        cell = self.grid.at(row, col)
        if cell and cell.text:
            return cell.doubt
        return next((cell.doubt for cell in self.grid.table.cells if cell.col == col and cell.text == text), None)


def _is_count(text: str) -> bool:
    """Whether a text counts rows or groups of them: '3.', 'B', 'IV'."""
    return is_row_number(text) or bool(_LETTER.fullmatch(text))


def _within(kind: Labels, found: Labels) -> Labels:
    """The labels of a group of rows without its name for what is posted there, where a row's own name is known."""
    named = found.content and (found.content[0] != "other" or (kind.content and kind.content[0] == "other"))
    return replace(kind, content=None) if named else kind
