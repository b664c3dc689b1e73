"""Where the headings of a recap end and its figures begin, and which way the table is turned."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.geometry import Cell
from extractors.meaning.columns import HEADER_DEPTH
from extractors.meaning.grid import Grid, is_column_numbers
from extractors.meaning.recap_labels import SURE, WEEK
from extractors.values.numbers import read_count
from extractors.vocabulary import Vocabulary

WEEK_NUMBERS = frozenset("12345")
"""What stands beside the figures of a week under 'Minggu ke-'."""


class Layout:
    """The first row and column of figures, the columns of weeks, and whether platforms stand in the rows (`turned`)."""

    def __init__(self, grid: Grid, vocabulary: Vocabulary) -> None:
        """Of one table."""
        self.grid, self.vocabulary = grid, vocabulary
        self.first_row = self._first_data_row()
        weeks = frozenset(filter(self._tells_weeks, range(grid.width)))
        heads = (cell for row in range(self.first_row) for cell in grid.row(row))
        named = {cell.col for cell in heads if WEEK.search(cell.text)}
        self.weeks = weeks if len(named) == 1 else frozenset()  # 'M1' and 'M2' stand over the figures of a week each
        self.first_col = self._first_data_col()
        self.turned = self._is_turned()

    def _first_data_row(self) -> int:
        """The first row that has a number, or holds figures, a nil sign or blanks right of a label."""
        for row in range(min(self.grid.height, HEADER_DEPTH)):
            cells = [cell for cell in self.grid.row(row) if cell.row == row]
            figures = [cell for cell in cells if cell.col > 0 and cell.text and read_count(cell.text).exact]
            numbered = row > 0 and self.grid.text(row, 0).strip(".)") == "1" and sum(bool(c.text) for c in cells) > 2
            if (figures or numbered) and not is_column_numbers(self.grid, row) and not self.names_things(cells):
                return row
        return min(1, self.grid.height)

    def names_things(self, cells: Sequence[Cell]) -> bool:
        """Whether a row names several platforms, several months or several weeks: a heading.

        One of each ('X', 'Juli') may stand before the figures of a row, and 'Podcast' may be what was posted there.
        """
        texts = [cell.text for cell in cells if cell.text]
        kinds = (self.is_platform, self.vocabulary.month, WEEK.search)
        return any(sum(bool(names(text)) for text in texts) >= 2 for names in kinds)

    def is_platform(self, text: str) -> bool:
        """Whether a text names a platform, and no content type."""
        content = self.vocabulary.content_type(text)
        return bool(self.vocabulary.platform(text)) and not (content and content.score >= SURE)

    def _first_data_col(self) -> int:
        """The first column whose cells below the headings are mostly figures, row numbers aside."""
        for col in range(1, self.grid.width):
            if col in self.weeks:
                continue
            texts = [self.grid.text(row, col) for row in range(self.first_row, self.grid.height)]
            filled = [text for text in texts if text]
            figures = [text for text in filled if read_count(text).exact]
            labelled = [text for text in filled if self._is_label(text)]
            if filled and len(labelled) * 2 <= len(filled) and (len(figures) * 2 >= len(filled)):
                return col
        return self.grid.width

    def _tells_weeks(self, col: int) -> bool:
        """Whether a column tells the number of the week of each row: 'Minggu ke-' over 1 to 4."""
        own = [cell for cell in self.grid.table.cells if cell.col == col and cell.colspan == 1 and cell.text]
        texts = {cell.text for cell in own if cell.row >= self.first_row}
        heads = (cell.text for cell in own if cell.row < self.first_row)
        return bool(texts) and texts <= WEEK_NUMBERS and any(map(WEEK.search, heads))

    def _is_label(self, text: str) -> bool:
        """Whether a body text is a name rather than a figure."""
        count = read_count(text)
        return not count.exact and not count.blank and not any(ch.isdigit() for ch in text)

    def _is_turned(self) -> bool:
        """Whether the platforms stand in the rows and the content types in the headings."""
        heads = [
            cell.text for row in range(self.first_row) for cell in self.grid.row(row) if cell.col >= self.first_col
        ]
        names = [
            self.grid.text(row, col) for row in range(self.first_row, self.grid.height) for col in range(self.first_col)
        ]
        across = len({match.code for text in heads if (match := self.vocabulary.platform(text))})
        down = len({match.code for text in names if (match := self.vocabulary.platform(text))})
        return down > across and down >= 2 and self._contents(names) <= max(self._contents(heads), 1)

    def _contents(self, texts: Sequence[str]) -> int:
        """How many different content types some texts name."""
        matches = (self.vocabulary.content_type(text) for text in set(texts) if text)
        return len({match.entry for match in matches if match and match.score >= SURE})
