"""From which tables and lists of a report the figures of its recap come: those of its quarter, each under its month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extractors.document import SocialMedia
from extractors.doubts.names import with_misplaced_doubted
from extractors.doubts.sums import with_unseen_totals_doubted
from extractors.identify import Period
from extractors.meaning.recap_labels import NO_LABEL
from extractors.normalise.chapters import with_months_of_chapters
from extractors.normalise.recap import Recap, read_recap
from extractors.normalise.recap_doubts import with_blanks_doubted, with_strangers_doubted, with_undated_doubted
from extractors.normalise.recap_list import FEWEST, cells_of_lines
from extractors.normalise.recap_told import cells_told
from extractors.parts import Parts, ReportTable
from extractors.structure.outline import strip_marker
from extractors.structure.section import SECTORS
from extractors.values.dates import find_periods
from extractors.vocabulary import Vocabulary

OTHER_PARTS = SECTORS | {"coordination", "dissemination"}
"""Parts whose heading is none of a recap's."""
TOLD_AGAIN = "hitungan ini tertulis lebih dari sekali dalam daftar; bulan atau minggunya mungkin tidak terbaca"
"""Why counts of a list are doubted that are of the same thing."""
TITLE_WORDS = 5
"""Words that make a heading's cell a title."""


def recaps_of(parts: Parts, period: Period, vocabulary: Vocabulary) -> list[Recap]:
    """Each recap table of the report's quarter; one that goes on on the next page keeps its caption."""
    tables = parts.of_kind("recap")
    own = [part for part in tables if not _names_other_quarter(part, period)] or tables
    scanned = {page.number for page in parts.pages if page.source == "ocr"}
    found: list[Recap] = []
    caption: tuple[str, ...] = ()
    for index, part in enumerate(own):
        if index == 0 or not _is_rest_of(part, own[index - 1], vocabulary):
            caption = (_heading_over(part), *part.caption)
        recap = read_recap(part.grid, caption, vocabulary)
        cells = with_strangers_doubted(recap.cells, recap.unknown, scanned)
        cells = with_misplaced_doubted(with_blanks_doubted(cells, scanned), parts.pages, vocabulary)
        found.append(replace(recap, cells=with_unseen_totals_doubted(cells)))
    found = _without_summaries(with_months_of_chapters(found, parts.sections, [part.section for part in own]))
    dated = any(cell.month for recap in found for cell in recap.cells)
    return [replace(recap, cells=with_undated_doubted(recap.cells)) for recap in found] if dated else found


def _without_summaries(recaps: Sequence[Recap]) -> list[Recap]:
    """The recaps without those of months that tell no content type, where others do: followers, or sums by month."""
    told = [
        not recap.cells or any(cell.content_label != NO_LABEL or not cell.month for cell in recap.cells)
        for recap in recaps
    ]
    some = any(recap.cells and named for recap, named in zip(recaps, told, strict=True))
    return [recap for recap, named in zip(recaps, told, strict=True) if named or not some]


def _heading_over(part: ReportTable) -> str:
    """The heading over a recap; none where it is that of another part, of which later titles name other months."""
    if part.section.code not in OTHER_PARTS:
        return part.section.heading
    texts = (part.section.heading, *(line.text for line in part.section.lines))
    told = {mention.first_month for text in texts for mention in find_periods(text) if mention.first_month}
    return "" if len(told) > 1 else part.section.heading


def with_told(recaps: Sequence[Recap], parts: Parts, vocabulary: Vocabulary) -> tuple[SocialMedia, ...]:
    """The figures of the recap tables, with those that lines tell of platforms which no table counts."""
    cells = tuple(cell for recap in recaps for cell in recap.cells)
    seen = {cell.platform for cell in cells}
    return (*cells, *(cell for cell in _told(parts, vocabulary) if cell.platform not in seen))


def _told(parts: Parts, vocabulary: Vocabulary) -> tuple[SocialMedia, ...]:
    """The recap where it is no table but lines."""
    found: list[SocialMedia] = []
    for section in parts.coded("recap"):
        found += cells_of_lines(section.lines, vocabulary) or cells_told(section.lines, vocabulary)
    counted = Counter(map(_key, found))
    cells = (replace(cell, doubt=cell.doubt or TOLD_AGAIN) if counted[_key(cell)] > 1 else cell for cell in found)
    return tuple(cells) if len(found) >= FEWEST else ()


def _key(cell: SocialMedia) -> tuple[object, ...]:
    """What a count of a list is of."""
    return (cell.content_type, cell.content_label.casefold(), cell.platform, cell.month)


def _is_rest_of(part: ReportTable, before: ReportTable, vocabulary: Vocabulary) -> bool:
    """Whether a recap repeats the heading of the one before and counts other content types under no new title."""
    if any(vocabulary.month(word.strip(".,:;()")) for text in part.caption for word in text.split()):
        return False
    if any(vocabulary.platform(strip_marker(text)) for text in part.caption):
        return False
    rows, last = part.table.rows(), before.table.rows()
    if not rows or rows[0] != last[0] or part.table.pages[0] != before.table.pages[-1] + 1:
        return False
    return not _names(rows) & _names(last)


def _names(rows: Sequence[Sequence[str]]) -> set[str]:
    """What the rows of a recap are called: the first text of each that is no figure."""
    return {next((text for text in row if any(map(str.isalpha, text))), "") for row in rows[1:]} - {""}


def _names_other_quarter(part: ReportTable, period: Period) -> bool:
    """Whether a table's title, or the lines right above it, name another quarter or its months."""
    for text in reversed((part.section.heading, *part.caption, *_title_cells(part))):
        for mention in find_periods(text, where="heading"):
            if mention.quarter and mention.quarter != period.quarter:
                return True
            if mention.first_month and mention.first_month not in period.months:
                return True
            if mention.quarter or mention.first_month:
                return False
    return False


def _title_cells(part: ReportTable) -> list[str]:
    """What stands in a table's first row and is too long for the name of a column: a title taken for one."""
    return [cell.text for cell in part.table.cells if cell.row == 0 and len(cell.text.split()) >= TITLE_WORDS]
