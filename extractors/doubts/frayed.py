"""Rows of a table right beside which stands text that went into no cell: they may be incomplete."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from extractors.geometry import Box, Page, Table, union
from extractors.structure.flow import Item, Line, table_regions
from extractors.structure.headings import COLUMN_BLANK
from extractors.structure.outline import read_marker
from extractors.structure.section import Section

FRAYED = "teks di dekat baris ini tidak masuk ke tabel; isi baris mungkin tidak lengkap"
"""Why a row is doubted right beside which stands text that went into no cell."""
CLOSE, INTO = 0.8, 0.6
"""A line nearer to a table than this part of its height, or reaching into it by that, may belong to its outer row."""
_REMARK = re.compile(r"^\W*(sumber|keterangan|ket|catatan|bulan|triwulan|tabel|data)\b", re.IGNORECASE)
OVER = 4.0
"""Points by which a text may stand out of its column, and the last rule off the table's foot."""


def frayed_rows(table: Table, section: Section, pages: Mapping[int, Page]) -> Iterator[tuple[int, str]]:
    """The rows of a table of this section beside which a line stands that may belong to them."""
    after = section.items[[id(item) for item in section.items].index(id(table)) + 1 :]
    yield from ((row, FRAYED) for row in beside_lines(table, section.lines))
    if after and runs_on(table, after[0], pages[table.pages[-1]]):
        yield table.height - 1, FRAYED


def beside_lines(table: Table, lines: Sequence[Line]) -> Iterator[int]:
    """The last row on a page with a line close below it, and the first on a further page with one close above.

    Only in a table without rules: where rules part the rows, what stands outside them is no part of one.
    """
    if table.method != "stream":
        return
    for page, box in table_regions(table).items():
        near = [line for line in lines if line.page == page and not _REMARK.match(line.text)]
        below = any(-INTO * line.size <= line.top - box[3] < CLOSE * line.size for line in near)
        above = page != table.pages[0] and any(
            -INTO * line.size <= box[1] - line.bottom < CLOSE * line.size for line in near
        )
        rows = sorted({cell.row for cell in table.cells for number, _ in cell.places if number == page})
        if below:
            yield rows[-1]
        if above:
            yield rows[0]


def runs_on(table: Table, line: Item, page: Page) -> bool:
    """Whether the top line of the next page follows a table: one without rules, or that no rule ends on its last page.

    The line is set in several of its columns.
    """
    if not isinstance(line, Line) or (table.method != "stream" and _is_closed(table, page)):
        return False
    if line.page != table.pages[-1] + 1 or read_marker(line.text):
        return False
    spans: dict[int, Box] = {}
    for cell in table.cells:
        if cell.colspan == 1:
            spans[cell.col] = union([cell.box, spans.get(cell.col, cell.box)])
    parts = line.segments(COLUMN_BLANK)
    cols = {next((col for col, span in spans.items() if _within(part, span)), None) for part in parts}
    return None not in cols and 1 < len(parts) == len(cols)


def _is_closed(table: Table, page: Page) -> bool:
    """Whether a rule ends a table at its foot."""
    foot = table_regions(table)[table.pages[-1]][3]
    return any(rule.horizontal and abs(rule.top - foot) <= OVER for rule in page.rules)


def _within(part: Line, span: Box) -> bool:
    """Whether a text stands in a column."""
    return span[0] - OVER <= part.x0 and part.x1 <= span[2] + OVER
