"""Several tables in one region: its lines cut before each heading that comes again, and after a title."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.grids.centred import above_first_number
from extractors.grids.frames import is_note
from extractors.grids.headlines import is_data
from extractors.grids.kinds import CAPTION, is_rest
from extractors.grids.lines import TextLine
from extractors.grids.values import has_digit
from extractors.values.dates import tells_day
from extractors.values.totals import is_total

AROUND = 8
"""So many lines before one tell where columns begin."""
WRAPPED = 1.4
"""Lines of one cell are nearer than this many type sizes."""


def without_caption(lines: list[TextLine]) -> list[TextLine]:
    """The lines after a title that stands among the first ones."""
    start = next((i + 1 for i, line in enumerate(lines[:5]) if CAPTION.match(line.segments[0].text)), 0)
    return lines[start:]


def without_notes(lines: list[TextLine], full: Sequence[float]) -> list[TextLine]:
    """The lines without notes below the last rule: texts in one part over more than half of the table's width."""
    width = max(line.x1 for line in lines) - min(line.x0 for line in lines)
    end = len(lines)
    while end > 1 and _is_note(lines[end - 1], width):
        end -= 1
    return lines[:end] if any(line.base < y for line in lines[end - 1 : end] for y in full) else lines


def _is_note(line: TextLine, width: float) -> bool:
    return len(line.segments) == 1 and line.x1 - line.x0 > width / 2 and is_note(line.segments[0].text)


def parted(lines: list[TextLine], full: Sequence[float]) -> list[list[TextLine]]:
    """The lines cut before each heading; other lines of one part before it belong to neither table."""
    first = next((i for i, line in enumerate(lines[:4]) if len(line.segments) > 1), None)
    if first is None:
        return [lines]
    named = first < above_first_number(lines, len(lines))  # what stands over the first number may be its row's
    heading = lines[first] if named else None
    starts = [i for i in range(first + 1, len(lines)) if _is_heading_again(lines, heading, i, full)]
    parts, begin = [], 0
    for start in starts:
        above = first if heading and _is_same_heading(heading, lines[start]) else -1
        while above > 0 and _key(lines[start - 1]) == _key(lines[above - 1]):
            start, above = start - 1, above - 1
        if above != 0:  # what stands above the whole first heading come again is no part of it
            start = _block_start(lines, start, begin, full)
        if start <= begin:
            continue
        end = start
        while (
            end > begin
            and len(lines[end - 1].segments) == 1
            and not is_rest(lines[end - 1], lines[begin : end - 1][-AROUND:])
        ):
            end -= 1
        parts.append(lines[begin:end])
        begin = start
    return [_without_title(part, full) for part in (*parts, lines[begin:]) if part]


def _without_title(lines: list[TextLine], full: Sequence[float]) -> list[TextLine]:
    """The lines without the first ones of one part that stand off from names of columns below them, under no rule."""
    names = next((i for i, line in enumerate(lines) if len(line.segments) > 2), 0)
    ruled = any(y < lines[0].base for y in full)
    if ruled or is_data(lines[names]) or not all(map(_stands_off, lines[:names], lines[1 : names + 1])):
        return lines
    return lines[names:]


def _block_start(lines: Sequence[TextLine], index: int, begin: int, full: Sequence[float]) -> int:
    """The first line of a heading of several lines, of which `index` is one: those below the last full rule.

    Lines of one part that stand off from it are the table's title.
    """

    def ruled(line: int) -> bool:
        return any(lines[line - 1].base < y < lines[line].base for y in full)

    start = index
    while full and start > begin and not ruled(start) and not is_data(lines[start - 1]):
        if CAPTION.match(lines[start - 1].segments[0].text):
            return start
        start -= 1
    if start > begin and not ruled(start):
        return index
    while start < index and _stands_off(lines[start], lines[start + 1]):
        start += 1
    return start


def _stands_off(line: TextLine, below: TextLine) -> bool:
    """Whether a line of one part has more blank below it than its type is high."""
    return len(line.segments) == 1 and below.top - line.bottom > line.size


def _is_heading_again(lines: Sequence[TextLine], heading: TextLine | None, index: int, full: Sequence[float]) -> bool:
    """Whether a line is a heading: the first once more, one that comes twice, or one between rules under a title."""
    line = lines[index]
    if heading and _is_same_heading(heading, line):
        return _begins_rows(lines, heading) or not _is_wrapped(lines[index - 1], line)
    if len(line.segments) < 3 or any(has_digit(part.text) for part in line.segments):
        return False
    under = any(line.base < y < lines[index + 1].base for y in full) if index + 1 < len(lines) else False
    over = any(lines[index - 1].base < y < line.base for y in full)
    if not over and is_data(lines[index - 1]) and _is_wrapped(lines[index - 1], line):
        return False
    again = any(_key(other) == _key(line) for other in lines if other is not line)
    titled = len(lines[index - 1].segments) == 1 and not is_rest(lines[index - 1], lines[: index - 1][-AROUND:])
    return under and (again or (over and titled)) and not any(tells_day(part.text) for part in line.segments)


def _begins_rows(lines: Sequence[TextLine], first: TextLine) -> bool:
    """Whether a line begins in the first column: one that does not may be the rest of a row of the page before."""
    return first.x0 < min(line.x0 for line in lines) + first.size


def _is_wrapped(above: TextLine, line: TextLine) -> bool:
    """Whether a line is as near to a row as the lines of its cells are, and has no more parts than that."""
    return len(line.segments) <= len(above.segments) and line.base - above.base < WRAPPED * line.size


def _is_same_heading(heading: TextLine, line: TextLine) -> bool:
    """Whether a line is the heading once more: all its texts, or the first and as many, or the first and two more.

    All but the first will do ('Bulan' for 'Jenis Konten'). A row of sums is none.
    """
    if _key(heading) == _key(line):
        return not is_data(heading)
    if is_total(line.segments[0].text):
        return False
    names, others = ([part.text.casefold() for part in one.segments] for one in (heading, line))
    if names[1:] == others[1:] and len(names) > 2 and not any(map(str.isdigit, "".join((*names, *others)))):
        return True
    alike = len(names) == len(others) > 2 or len(set(names) & set(others)) > 2
    return names[0] == others[0] and not has_digit(names[0]) and alike


def _key(line: TextLine) -> str:
    """The line's texts, to know it again."""
    return "|".join("".join(part.text.split()).casefold() for part in line.segments)
