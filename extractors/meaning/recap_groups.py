"""Row labels that stand once for a group of rows: 'Instagram' beside the first or the middle one of its content types.

A group ends where the labels right of it begin again; so it does not matter where in the group its name is printed.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractors.meaning.grid import Grid
from extractors.meaning.recap_labels import TOTAL
from extractors.values.row_numbers import is_row_number

Place = tuple[int, int]


def group_labels(grid: Grid, first_row: int, first_col: int) -> dict[Place, str]:
    """The text for each blank place in a column of group names left of the figures; the rightmost column has none."""
    found: dict[Place, str] = {}
    rows = [row for row in range(first_row, grid.height) if not _is_banner(grid, row)]
    keys = dict.fromkeys(rows, "")
    for col in range(first_col - 1, -1, -1):
        texts = {row: grid.text(row, col) for row in rows}
        named = {grid.at(row, col) for row, text in texts.items() if text and not is_row_number(text)}
        if not named:
            continue
        if any(keys.values()) and len(named) * 2 <= len(rows):
            for group in _groups(rows, keys):
                names = {text for row in group if (text := texts[row]) and not TOTAL.match(text)}
                if len(names) == 1:
                    texts |= {row: names.copy().pop() for row in group if not texts[row]}
            found |= {(row, col): text for row, text in texts.items() if text and not grid.text(row, col)}
        keys = {row: f"{texts[row]}\n{key}" for row, key in keys.items()}
    return found


def _is_banner(grid: Grid, row: int) -> bool:
    """Whether a row is one cell over the whole width, or over all but its number."""
    cells = grid.row(row)
    return len(cells) == 1 or (len(cells) == 2 and grid.own(row) == cells[1:])


def _groups(rows: Sequence[int], keys: dict[int, str]) -> list[list[int]]:
    """The rows in groups within which no label is repeated."""
    groups: list[list[int]] = []
    seen: set[str] = set()
    for row in rows:
        if not groups or keys[row] in seen:
            groups.append([])
            seen = set()
        groups[-1].append(row)
        seen.add(keys[row])
    return groups
