"""What the columns of a table without a heading are: told by what stands in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from extractors.geometry import Table
from extractors.meaning.columns import Columns
from extractors.meaning.grid import Grid
from extractors.values.channels import read_channels
from extractors.values.dates import tells_day
from extractors.values.row_numbers import is_row_number
from extractors.vocabulary import Vocabulary


def infer_columns(table: Table, vocabulary: Vocabulary) -> Columns | None:
    """The columns of a dissemination table whose heading is lost, by what stands in them."""
    grid = Grid(table)
    dates, media, lengths = Counter[int](), Counter[int](), Counter[int]()
    numbers = Counter[int]()
    for cell in table.cells:
        if not cell.text:
            continue
        lengths[cell.col] += len(cell.text)
        numbers[cell.col] += is_row_number(cell.text)
        if tells_day(cell.text):
            dates[cell.col] += len(cell.text.split()) <= 8
        elif read_channels(cell.text, vocabulary)[0]:
            media[cell.col] += 1
    if dates.total() * 2 < grid.height or media.total() * 2 < grid.height or grid.height < 2:
        return None
    roles = {"date": dates.most_common(1)[0][0]}
    if media and (col := media.most_common(1)[0][0]) not in roles.values():
        roles["media"] = col
    if numbers and (col := numbers.most_common(1)[0][0]) not in roles.values():
        roles["number"] = col
    free = [(length, col) for col, length in lengths.items() if col not in roles.values()]
    if not free or "media" not in roles:
        return None
    roles["information"] = max(free)[1]
    return Columns("dissemination", roles, below_names(grid, roles), inferred=True)


def below_names(grid: Grid, roles: Mapping[str, int]) -> int:
    """The first row that is none of names that nobody knows: one without any digit where all others are numbered."""
    own = [
        any(map(str.isdigit, grid.text(row, roles[role])))
        for row in range(2)
        for role in ("number", "date")
        if role in roles
    ]
    return int(len(own) == 4 and own == [False, False, True, True])
