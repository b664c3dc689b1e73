"""How many first lines of a table without walls are its title, and how many its heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.grids.kinds import is_cut_off, is_rest
from extractors.grids.lines import WIDEST_SPACE, TextLine
from extractors.grids.numbered import are_level, row_number
from extractors.grids.strokes import NEAR
from extractors.grids.values import has_digit, is_counted
from extractors.values.lone_days import month_told
from extractors.values.row_numbers import is_row_number

AROUND = 8
"""So many rows tell where figures end."""
FLUSH_END = 1.0
"""Figures that end within so many points stand in one column."""
_ORDINAL = re.compile(r"\d{1,2}[a-z]{1,2}")
_YEAR = re.compile(r"(19|20)\d\d(\s?[-–—/]\s?((19|20)?\d\d))?\s?\*{0,3}\)?")
_NUMERAL = re.compile(r"I{1,3}|IV|V")
_NUMERALS = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]
HALF_OVER = 0.2
"""Lines that reach over one another by more than this part of the type size are lines of names side by side."""


def title_lines(lines: Sequence[TextLine], full: Sequence[float]) -> int:
    """How many lines of one part stand over the rule over a heading: the table's title, no rest of a row above."""
    top = min(full, default=0.0)
    under = min((y for y in full if y > top + NEAR), default=0.0)
    count = sum(line.base < top for line in lines)
    heading = [line for line in lines if top < line.base < under]
    if not heading or any(map(is_data, heading)) or max(len(line.segments) for line in heading) < 3:
        return 0
    middle = (min(line.x0 for line in heading) + max(line.x1 for line in heading)) / 2

    def is_title(line: TextLine) -> bool:
        centred = abs((line.x0 + line.x1) / 2 - middle) < line.size
        return _is_one_text(line) and (centred or not is_cut_off(line, lines[count:][:8]))

    return count if all(map(is_title, lines[:count])) else 0


def _is_one_text(line: TextLine) -> bool:
    """Whether no more than a blank parts the pieces of a line, as two years told in a sentence."""
    return all(right.x0 - left.x1 < WIDEST_SPACE / 2 * line.size for left, right in pairwise(line.segments))


def heading_lines(lines: Sequence[TextLine], full: Sequence[float]) -> int:
    """How many first lines are the heading: those over the first full rule, or those before the first values."""
    for y in sorted(full):
        above = sum(line.base < y for line in lines)
        if 0 < above < len(lines) and above <= 10:
            if all(len(line.segments) == 1 for line in lines[:above]):
                continue  # a title in a row of its own over the heading
            if _holds_names_and_rows(lines[:above]):
                break  # a border or shading below the first rows: it is no rule under the heading
            return 0 if is_data(lines[0]) or any(map(_begins_row, lines[:above])) else above
        if above > 10:
            break
    bold = next((i for i, line in enumerate(lines) if not line.bold), 0)
    first = next((i for i, line in enumerate(lines) if is_data(line)), None)
    if first is None:
        return _before_series(lines, bold or (1 if len(lines) > 2 else 0))
    count = bold if 0 < bold < first else first
    while count < first and (_are_weeks(lines[count]) or (count and not _is_below(lines[count], lines[count - 1]))):
        count += 1
    count = _before_series(lines, count)
    if all(is_rest(line, lines[count : count + 8]) for line in lines[:count]):
        return 0
    while count > 1 and (_is_month(lines[count - 1]) or _is_first_text(*lines[count - 2 : count + 1])):
        count -= 1
    return 0 if count == 1 and _has_figure_of(lines[0], lines[1 : 1 + AROUND]) else count


def _has_figure_of(line: TextLine, rows: Sequence[TextLine]) -> bool:
    """Whether a line that is not in bold ends in a figure where rows below it do: it is the first row, no heading."""
    last = line.segments[-1]
    if len(line.segments) < 2 or line.bold or not has_digit(last.text) or _is_year(last.text):
        return False
    ends = [abs(row.segments[-1].x1 - last.x1) < FLUSH_END and has_digit(row.segments[-1].text) for row in rows]
    return sum(ends) > 1 and sum(ends) * 2 > len(ends)


def _is_first_text(above: TextLine, line: TextLine, below: TextLine) -> bool:
    """Whether the last line before the values is a title of rows or the first label, not the rest of a heading.

    A name of two lines ('No' over 'Urut') stands beside names of one, each reaching over half of that one's height.
    """
    return len(line.segments) == 1 and line.x0 < below.segments[0].x1 and _is_below(line, above)


def _is_month(line: TextLine) -> bool:
    """Whether a line is the name of a month, alone: the title of the first rows."""
    return len(line.segments) == 1 and bool(month_told(line.segments[0].text))


def _is_below(line: TextLine, above: TextLine) -> bool:
    """Whether a line stands below another, not half beside it as names of one line stand beside those of two."""
    return line.top > above.bottom - HALF_OVER * line.size


def _are_weeks(line: TextLine) -> bool:
    """Whether a line holds the weeks under the months, as single strokes too thin to look bold."""
    return all(_NUMERAL.fullmatch(part.text) for part in line.segments)


def _before_series(lines: Sequence[TextLine], count: int) -> int:
    """How many first lines are the heading, without titles of rows that it would take in: A, to be followed by B."""
    while count > 1 and _begins_series(lines[count - 1], lines[count:]):
        count -= 1
    return count


def _begins_series(line: TextLine, rows: Sequence[TextLine]) -> bool:
    """Whether a line begins with a letter or numeral, A or I, and a row below it with the next at the same place."""
    sign = line.segments[0].text.strip(".()")
    after = {_NUMERALS[_NUMERALS.index(sign) + 1]} if sign in _NUMERALS[:-1] else set()
    if len(sign) == 1 and sign.isalpha():
        after.add(chr(ord(sign) + 1))
    lettered = after and any(len(part.text) > len(sign) + 2 for part in line.segments[1:])
    return bool(lettered) and any(
        row.segments[0].text.strip(".()") in after and are_level(row.segments[0], line.segments[0]) for row in rows
    )


def _begins_row(line: TextLine) -> bool:
    """Whether a line begins with a row's number, and is no line of the columns' numbers."""
    return row_number(line) is not None and not (
        len(line.segments) > 1 and all(is_row_number(part.text) for part in line.segments)
    )


def _holds_names_and_rows(lines: Sequence[TextLine]) -> bool:
    """Whether lines over a rule are names, one over the rows' numbers if they have any, and a row or several."""
    numbered = next((i for i, line in enumerate(lines) if _begins_row(line)), None)
    if numbered is None:
        return sum(map(_is_labelled, lines)) > 1 or (lines[0].bold and any(map(_is_plain_row, lines[1:])))
    end = lines[numbered].segments[0].x1
    return any(line.x0 < end for line in lines[:numbered])


def _is_plain_row(line: TextLine) -> bool:
    """Whether a line in plain type has several parts, a text first and figures in another: a day, a number."""
    first, *rest = line.segments
    figures = any(letter.isdigit() for part in rest for letter in part.text)
    return figures and not any(letter.isdigit() for letter in first.text) and not any(p.bold for p in line.segments)


def _is_labelled(line: TextLine) -> bool:
    """Whether a line has values beside a label, as the columns' numbers and those of weeks have not."""
    return is_data(line) and not has_digit(line.segments[0].text)


def is_data(line: TextLine) -> bool:
    """Whether a line has values as a row has: half of its parts, years apart, or the row's number before its parts."""
    rest = line.segments[1:]
    values = [part for part in rest if is_counted(part.text) and not _is_name(part.text)]
    return len(rest) > 0 and (len(values) * 2 >= len(rest) or row_number(line) is not None)


def _is_name(text: str) -> bool:
    """Whether a figure names a column: a year, its place (1st), or how many there were (n = 212)."""
    return _is_year(text) or "=" in text or bool(_ORDINAL.fullmatch(text))


def _is_year(text: str) -> bool:
    """Whether a text is a year or two, the first and last of some, with or without a mark: 2010–2018, 2019*)."""
    return bool(_YEAR.fullmatch(text))
