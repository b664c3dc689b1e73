"""Numbers and dates that a narrow column breaks over lines: '1' over '0', '02/04/20' over '24'; no row begins there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.grids.lines import Segment, segment
from extractors.grids.numbered import NUMBER_HEADING
from extractors.grids.row import Row

TIGHT = 1.6
"""Lines of one cell follow one another in less than so many type sizes."""
STEPS = (range(1, 2), range(3))
"""A clerk counts on by one; else he leaves out a number, or writes one twice."""
_DATE = re.compile(r"\d{1,2}([-./])\d{1,2}\1(19|20)\d\d")
_CUT_DATE = re.compile(r"\d{1,2}([-./])(\d{1,2}(\1\d{0,3})?)?")

Piece = tuple[int, str]
"""A line, and what stands in its first column without signs."""


def is_cut_date(above: str, below: str) -> bool:
    """Whether two texts are a date in figures with a year of four, broken between them."""
    return bool(_CUT_DATE.fullmatch(above) and _DATE.fullmatch(above + below))


def with_whole_keys(rows: Sequence[Row]) -> list[Row]:
    """The lines of a table with each broken number of the first column, and each broken date, on its first line."""
    parts = [dict(row.parts) for row in rows]
    pieces = [(at, re.sub(r"\W", "", row.parts[0].text)) for at, row in enumerate(rows) if 0 in row.parts]
    if named := len(pieces) > 1 and NUMBER_HEADING.fullmatch("".join(piece for _, piece in pieces[:2])) is not None:
        _join(parts, pieces[1][0], 0)
    held = pieces[2:] if named else pieces
    for at in [*_further(rows, held), *(at for at, piece in held[1:] if not piece)]:
        _join(parts, at, 0)
    for at in range(1, len(rows)):
        for col in set(parts[at - 1]) & set(parts[at]):
            if _follows(rows, at) and is_cut_date(parts[at - 1][col].text, parts[at][col].text):
                _join(parts, at, col)
    return [Row(row.line, held) for row, held in zip(rows, parts, strict=True)]


def _join(parts: list[dict[int, Segment]], at: int, col: int) -> None:
    """Takes what stands in a column of a line to the line above that has something there."""
    rest = parts[at].pop(col)
    held = next(held for held in reversed(parts[:at]) if col in held)
    *words, last = held[col].words
    held[col] = segment([*words, replace(last, text=last.text + rest.text)])


def _follows(rows: Sequence[Row], at: int) -> bool:
    """Whether a line follows the one above as the lines of one cell do."""
    return rows[at].line.base - rows[at - 1].line.base < TIGHT * rows[at].line.size


def _further(rows: Sequence[Row], pieces: Sequence[Piece]) -> list[int]:
    """The lines that end a number begun on the line above; none unless all pieces make numbers that count on."""
    digits = [(at, piece) for at, piece in pieces if piece]
    if not all(piece.isdecimal() for _, piece in digits):
        return []
    found = (_counted(rows, digits, first, steps) for steps in STEPS for first in (1, 2))
    return next((lines for lines in found if lines is not None), [])


def _counted(rows: Sequence[Row], digits: Sequence[Piece], first: int, steps: range) -> list[int] | None:
    """The lines that end a number where the first one has so many pieces; None where they do not count on."""
    found: list[int] = []
    last: int | None = None
    at = 0
    while at < len(digits):
        sizes = (first,) if last is None else (1, 2)
        taken = next((n for n in sizes if _counts_on(rows, digits[at : at + n], n, last, steps)), 0)
        if not taken:
            return None
        last = int("".join(piece for _, piece in digits[at : at + taken]))
        found += [line for line, _ in digits[at + 1 : at + taken]]
        at += taken
    return found


def _counts_on(rows: Sequence[Row], pieces: Sequence[Piece], size: int, last: int | None, steps: range) -> bool:
    """Whether so many pieces, on lines one below the other, make a number that may follow the last one."""
    if len(pieces) < size or any(not _follows(rows, line) or line - 1 != pieces[0][0] for line, _ in pieces[1:]):
        return False
    number = "".join(piece for _, piece in pieces)
    return number[0] != "0" and (last is None or int(number) - last in steps)
