"""A table out of a region's printed lines: columns by alignment, a heading, rows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.geometry import Box, Cell, Page, Table, Word
from extractors.grids.cells import without_blanks
from extractors.grids.centred import above_first_number
from extractors.grids.columns import COLUMN_GAP, find_separators
from extractors.grids.kinds import CAPTION, is_rest
from extractors.grids.layout import MARGIN, Draft, Layout
from extractors.grids.lines import TextLine, baselines, text_line, usual_space
from extractors.grids.regions import Region, region_of
from extractors.grids.rows import has_digit
from extractors.grids.strokes import NEAR, Stroke, edges_of
from extractors.grids.text import doubt_of, printed
from extractors.grids.walls import ends_of_rules, walls_in, walls_of_heading, with_walls

WRAPPED = 1.4
"""Lines of one cell are nearer than this many type sizes."""
HALF_OVER = 0.2
"""Lines that reach over one another by more than this part of the type size are lines of names side by side."""

HALF_STEP = 0.66
"""Half a step of lines is no more than so many type sizes."""


def read_region(
    region: Region, page: Page, level: Sequence[Stroke], upright: Sequence[Stroke], space: float
) -> list[Table]:
    """The tables in a region: one, or several that stand close with the same heading; none without columns."""
    printed_lines = baselines(region.words)
    space = usual_space(printed_lines, space)
    walls = walls_in(region.box, upright)
    lines = [text_line(line, max(COLUMN_GAP, 1.5 * space), walls) for line in printed_lines]
    full = full_rules(level, region.box)
    parts = _parts_with_heading(_without_caption(lines), full)
    tables = (_read(part, page, level, upright, space) for part in parts)
    return [table for table in tables if table is not None and table.width > 1 and table.height > 1]


def _without_caption(lines: list[TextLine]) -> list[TextLine]:
    """The lines after a title that stands among the first ones, and after the rest of that title."""
    start = next((i + 1 for i, line in enumerate(lines[:5]) if CAPTION.match(line.segments[0].text)), 0)
    while 0 < start < len(lines) and _is_more_title(lines[start - 1], lines[start]):
        start += 1
    return lines[start:]


def _is_more_title(above: TextLine, line: TextLine) -> bool:
    same = above.segments[0].bold == line.segments[0].bold and abs(above.size - line.size) < 0.5
    return same and len(line.segments) == 1 and line.x0 < above.x0 + 9 * line.size


def _parts_with_heading(lines: list[TextLine], full: Sequence[float]) -> list[list[TextLine]]:
    """The lines cut before each heading; other lines of one part before it belong to neither table."""
    first = next((i for i, line in enumerate(lines[:4]) if len(line.segments) > 1), None)
    if first is None:
        return [lines]
    named = first < above_first_number(lines, len(lines))  # what stands over the first number may be its row's
    heading = lines[first] if named else None
    starts = [i for i in range(first + 1, len(lines)) if _is_heading_again(lines, heading, i, full)]
    parts, begin = [], 0
    for start in starts:
        above = first
        while above > 0 and _key(lines[start - 1]) == _key(lines[above - 1]):
            start, above = start - 1, above - 1
        start = _interlaced_start(lines, _block_start(lines, start, begin, full), begin)
        if start <= begin:
            continue
        end = start
        while (
            end > begin
            and len(lines[end - 1].segments) == 1
            and not is_rest(lines[end - 1], lines[begin : end - 1][-8:])
        ):
            end -= 1
        parts.append(lines[begin:end])
        begin = start
    return [part for part in (*parts, lines[begin:]) if part]


def _block_start(lines: Sequence[TextLine], index: int, begin: int, full: Sequence[float]) -> int:
    """The first line of a heading of several lines, of which `index` is one: those below the last full rule."""

    def ruled(line: int) -> bool:
        return any(lines[line - 1].base < y < lines[line].base for y in full)

    start = index
    while full and start > begin and not ruled(start) and not _is_data(lines[start - 1]):
        start -= 1
    return start if start == begin or ruled(start) else index


def _interlaced_start(lines: Sequence[TextLine], start: int, begin: int) -> int:
    """The first line of a heading of which `start` is one: names of two lines reach over those of one beside them."""
    while start > begin and _is_beside(lines[start - 1], lines[start]):
        start -= 1
    return start


def _is_beside(above: TextLine, line: TextLine) -> bool:
    """Whether a line stands half over another and is set like it, both the names of columns."""
    return line.base - above.base < HALF_STEP * line.size and _is_bold(above) == _is_bold(line)


def _is_heading_again(lines: Sequence[TextLine], heading: TextLine | None, index: int, full: Sequence[float]) -> bool:
    """Whether a line is a heading: the first once more, one that comes twice, or one between rules under a title."""
    line = lines[index]
    if heading and _is_same_heading(heading, line):
        return _begins_rows(lines, heading) or not _is_wrapped(lines[index - 1], line)
    if len(line.segments) < 3 or any(has_digit(part.text) for part in line.segments):
        return False
    under = any(line.base < y < lines[index + 1].base for y in full) if index + 1 < len(lines) else False
    over = any(lines[index - 1].base < y < line.base for y in full)
    if not over and _is_data(lines[index - 1]) and _is_wrapped(lines[index - 1], line):
        return False
    again = any(_key(other) == _key(line) for other in lines if other is not line)
    return under and (again or (over and len(lines[index - 1].segments) == 1))


def _begins_rows(lines: Sequence[TextLine], first: TextLine) -> bool:
    """Whether a line begins in the first column: one that does not may be the rest of a row of the page before."""
    return first.x0 < min(line.x0 for line in lines) + first.size


def _is_wrapped(above: TextLine, line: TextLine) -> bool:
    """Whether a line is as near to a row as the lines of its cells are, and has no more parts than that."""
    return len(line.segments) <= len(above.segments) and line.base - above.base < WRAPPED * line.size


def _is_same_heading(heading: TextLine, line: TextLine) -> bool:
    """Whether a line is the heading once more: all its texts, or the first and as many, or the first and two more.

    A row of sums is none.
    """
    if _key(heading) == _key(line):
        return not _is_data(heading)
    if _SUM.match(line.segments[0].text):
        return False
    names, others = ([part.text.casefold() for part in one.segments] for one in (heading, line))
    alike = len(names) == len(others) > 2 or len(set(names) & set(others)) > 2
    return names[0] == others[0] and names[0].isalpha() and alike


_SUM = re.compile(r"(sub\W?)?(jumlah|jml|total)\b", re.IGNORECASE)


def _key(line: TextLine) -> str:
    """The line's texts, to know it again."""
    return "|".join("".join(part.text.split()).casefold() for part in line.segments)


def read_in_columns(words: Sequence[Word], page: Page, separators: Sequence[tuple[float, float]]) -> Table | None:
    """The table that words make in columns that are known from elsewhere."""
    printed_lines = baselines(words)
    level, upright = edges_of(page)
    space = usual_space(printed_lines)
    lines = [text_line(line, max(COLUMN_GAP, 1.5 * space)) for line in printed_lines]
    return _read(lines, page, level, upright, space, separators)


def _read(
    lines: list[TextLine],
    page: Page,
    level: Sequence[Stroke],
    upright: Sequence[Stroke],
    space: float,
    known: Sequence[tuple[float, float]] = (),
) -> Table | None:
    """The table that these lines make; None where they have no columns in common."""
    if len(lines) < 2:
        return None
    region = region_of(lines)
    left, top, right, bottom = region.box
    rules = [s for s in level if top - 4 <= s.at <= bottom + 4 and s.start < right and s.end > left]
    full = full_rules(rules, region.box)
    if title := _title_lines(lines, full):
        return _read(lines[title:], page, level, upright, space, known)
    count = above_first_number(lines, heading_lines(lines, full))
    walls = [*walls_in(region.box, upright), *ends_of_rules(rules, full, lines)]
    boxes = walls_of_heading(upright, lines[:count], lines)
    separators = known or with_walls(find_separators(lines[count:], lines[:count], space), [*walls, *boxes])
    if not separators:
        return None
    layout = Layout(separators, lines, count, left, right, space, boxes)
    if not (known or full or walls or boxes or layout.is_convincing()):
        return None
    drafts, depth, tops = layout.drafts(rules, full)
    return _table(drafts, layout.edges, tops, region, page, depth)


def _title_lines(lines: Sequence[TextLine], full: Sequence[float]) -> int:
    """How many lines of one part stand over the rule over a heading: the table's title, no rest of a row above."""
    top = min(full, default=0.0)
    under = min((y for y in full if y > top + NEAR), default=0.0)
    count = sum(line.base < top for line in lines)
    heading = [line for line in lines if top < line.base < under]
    if not heading or any(map(_is_data, heading)) or max(len(line.segments) for line in heading) < 3:
        return 0
    middle = (min(line.x0 for line in heading) + max(line.x1 for line in heading)) / 2

    def is_title(line: TextLine) -> bool:
        centred = abs((line.x0 + line.x1) / 2 - middle) < line.size
        return len(line.segments) == 1 and (centred or not is_rest(line, lines[count:][:8]))

    return count if all(map(is_title, lines[:count])) else 0


def full_rules(level: Sequence[Stroke], box: Box) -> list[float]:
    """Heights of the rules that run over a region's whole width."""
    left, top, right, bottom = box
    return [s.at for s in level if top - 4 <= s.at <= bottom + 4 and s.start < left + MARGIN and s.end > right - MARGIN]


def heading_lines(lines: Sequence[TextLine], full: Sequence[float]) -> int:
    """How many first lines are the heading: those over the first full rule, or those before the first values."""
    for y in sorted(full):
        above = sum(line.base < y for line in lines)
        if 0 < above < len(lines) and above <= 10:
            if all(len(line.segments) == 1 for line in lines[:above]):
                continue  # a title in a row of its own over the heading
            return 0 if _is_data(lines[0]) or any(_is_numbered(line) for line in lines[:above]) else above
        if above > 10:
            break
    bold = next((i for i, line in enumerate(lines) if not _is_bold(line)), 0)
    first = next((i for i, line in enumerate(lines) if _is_data(line)), None)
    if first is None:
        return bold or (1 if len(lines) > 2 else 0)
    count = bold if 0 < bold < first else first
    if all(is_rest(line, lines[count : count + 8]) for line in lines[:count]):
        return 0
    while count > 1 and _is_first_text(lines[count - 2], lines[count - 1], lines[count]):
        count -= 1
    return count


def _is_first_text(above: TextLine, line: TextLine, below: TextLine) -> bool:
    """Whether the last line before the values is a title of rows or the first label, not the rest of a heading.

    A name of two lines ('No' over 'Urut') stands beside names of one, each reaching over half of that one's height.
    """
    return (
        len(line.segments) == 1 and line.x0 < below.segments[0].x1 and line.top > above.bottom - HALF_OVER * line.size
    )


def _is_numbered(line: TextLine) -> bool:
    """Whether a line begins with a row's number, and is no line of the columns' numbers."""
    numbers = [bool(_ROW_NUMBER.fullmatch(part.text)) for part in line.segments]
    return numbers[0] and not (len(numbers) > 1 and all(numbers))


def _is_bold(line: TextLine) -> bool:
    return all(part.bold for part in line.segments)


def _is_data(line: TextLine) -> bool:
    """Whether a line has values as a row has: half of its parts, years apart, or the row's number before its parts."""
    rest = line.segments[1:]
    values = [part for part in rest if has_digit(part.text) and not _is_year(part.text)]
    return len(rest) > 0 and (len(values) * 2 >= len(rest) or bool(_ROW_NUMBER.fullmatch(line.segments[0].text)))


_ROW_NUMBER = re.compile(r"\(?\d{1,3}[.)]{0,2}")


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isdigit() and text[:2] in ("19", "20")


def _blanks(drafts: Sequence[Draft], rows: int, cols: int) -> list[Draft]:
    """Empty cells for the places that no draft covers."""
    covered = {
        (row, col) for d in drafts for row in range(d.row, d.row + d.rowspan) for col in range(d.col, d.col + d.colspan)
    }
    return [Draft(row, col, ()) for row in range(rows) for col in range(cols) if (row, col) not in covered]


def _table(
    drafts: Sequence[Draft], edges: Sequence[float], tops: Sequence[float], region: Region, page: Page, depth: int
) -> Table:
    """The drafts with their rectangles."""
    ys = [*tops, region.box[3]]
    drafts = [*drafts, *_blanks(drafts, len(tops), len(edges) - 1)]
    cells = tuple(
        Cell(
            row=d.row,
            col=d.col,
            lines=printed(d.words),
            page=page.number,
            box=(edges[d.col], ys[d.row], edges[d.col + d.colspan], ys[d.row + d.rowspan]),
            rowspan=d.rowspan,
            colspan=d.colspan,
            doubt=doubt_of(d.words),
        )
        for d in drafts
    )
    return without_blanks(Table(cells, "stream", (page.number,), depth))
