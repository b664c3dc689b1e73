"""The names of a recap's rows as they are meant: without the row's number, a group's title or a piece torn off."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import takewhile

from extractors.meaning.grid import Grid
from extractors.values.row_numbers import is_row_number

_LEAD = re.compile(
    r"(?P<lead>(?:minggu|pekan)\s+(?:ke\s*-?\s*)?\w+(?:\s+bulan\s+\w+)?|bulan\s+\w+(?:\s+20\d\d)?)\s+(?P<name>\S.*)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?P<number>\d{1,2})[.)]?\s+(?P<name>\D.*)")


class RowNames:
    """What stands left of a table's figures, which begin at a row and a column."""

    def __init__(self, grid: Grid, first_row: int, first_col: int) -> None:
        """For one table."""
        self.grid, self.first_row, self.first_col = grid, first_row, first_col

    def lead(self, row: int) -> str:
        """The title of a group of rows that hangs before the name of its first row; '' where there is none."""
        return next(filter(None, (self._led(row, col)[0] for col in range(self.first_col))), "")

    def name(self, row: int, col: int) -> str:
        """What a row has in a column, with what is torn off; '' where that stands itself."""
        name = "" if self._is_rest(row, col) else self._led(row, col)[1]
        return " ".join([name, *self._rest(row, col)]) if name else ""

    def _led(self, row: int, col: int) -> tuple[str, str]:
        """The title of a group of rows that hangs before the name of its first row, and that name.

        It is one where another row has the name alone: 'Minggu II Bulan Mei Foto Berita' over a later 'Foto Berita'.
        """
        text = self._without_number(row, col)
        found = _LEAD.fullmatch(text)
        names = {self.grid.text(other, col) for other in range(self.first_row, self.grid.height)}
        names |= {other["name"] for name in names if (other := _LEAD.fullmatch(name)) and name != text}
        return (found["lead"], found["name"]) if found and found["name"] in names else ("", text)

    def _without_number(self, row: int, col: int) -> str:
        """A name without the row's number in its cell, which the rows around it count on from."""
        text = self.grid.text(row, col)
        number = _NUMBERED.fullmatch(text)
        if not number or (col and self.grid.text(row, col - 1)):
            return text
        near = {self._number_at(row + step, place) - step for step in (-1, 1) for place in (col, max(col - 1, 0))}
        return number["name"] if int(number["number"]) in near else text

    def _number_at(self, row: int, col: int) -> int:
        """The number that a cell is, or that leads its text; -9 where there is none."""
        text = self.grid.text(row, col)
        found = _NUMBERED.fullmatch(text) or re.fullmatch(r"(?P<number>\d{1,2})[.)]?", text)
        return int(found["number"]) if found else -9

    def _rest(self, row: int, col: int) -> list[str]:
        """What stands right of a name under no name of a column: justified words that a wide blank parts from it."""
        beside = range(col + 1, self.first_col)
        return [self.grid.text(row, other) for other in takewhile(lambda other: self._is_rest(row, other), beside)]

    def _is_rest(self, row: int, col: int) -> bool:
        """Whether a text stands under no name, right of a text under one, in a column where hardly any others stand."""
        if (
            col not in self._nameless
            or not self.grid.text(row, col)
            or self.grid.at(row, col) == self.grid.at(row, col - 1)
        ):
            return False
        beside = self.grid.text(row, col - 1)
        return bool(beside) and not is_row_number(beside)

    @cached_property
    def _nameless(self) -> frozenset[int]:
        """The columns left of the figures without a name and with hardly any text; never the first."""
        body = range(self.first_row, self.grid.height)
        return frozenset(
            col
            for col in range(1, self.first_col)
            if self.first_row
            and not any(self.grid.text(row, col) for row in range(self.first_row))
            and sum(bool(self.grid.text(row, col)) for row in body) * 2 < len(body)
        )
