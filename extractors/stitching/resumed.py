"""Recaps that go on at the top of a page without a heading, where the title of a group of rows may stand between."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from extractors.geometry import Page, Table
from extractors.meaning.grid import Grid
from extractors.meaning.recap_labels import Labeller, Labels
from extractors.meaning.recap_layout import Layout
from extractors.stitching.columns import aligned
from extractors.stitching.headless import with_heading
from extractors.stitching.rows import appended
from extractors.structure.flow import Line, lines_of, table_regions
from extractors.vocabulary import Vocabulary

MOST_TITLES = 2


def resumed(before: Table, table: Table, pages: Mapping[int, Page], vocabulary: Vocabulary) -> Table | None:
    """The recap `before` with the rows of `table` under it, where that one is its rest; None where it is not."""
    if table.pages[0] != before.pages[-1] + 1:
        return None
    if not _is_headless(table, vocabulary) or _is_headless(before, vocabulary):
        return None
    titles = [*_below(before, pages[before.pages[-1]]), *_above(table, pages[table.pages[0]])]
    if len(titles) > MOST_TITLES or not all(_is_title(line.text, vocabulary) for line in titles):
        return None
    whole = with_heading(table, titles) if titles else table
    rest = aligned(before, replace(whole, header_rows=0))
    return appended(before, rest) if rest else None


def _below(table: Table, page: Page) -> list[Line]:
    """The lines below a table on its last page."""
    end = table_regions(table)[page.number][3]
    return [line for line in lines_of(page.words, page.number) if line.top > end - 2]


def _above(table: Table, page: Page) -> list[Line]:
    """The lines above a table on its first page."""
    top = table_regions(table)[page.number][1]
    return [line for line in lines_of(page.words, page.number) if line.bottom < top + 2]


def _is_headless(table: Table, vocabulary: Vocabulary) -> bool:
    """Whether nothing but titles of groups stands over the first row of figures."""
    grid = Grid(table)
    above = range(Layout(grid, vocabulary).first_row)
    texts = [[cell.text for cell in grid.row(row) if cell.text] for row in above]
    return all(len(row) == 1 and _is_title(row[0], vocabulary) for row in texts)


def _is_title(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line says which month or week the rows below it are of."""
    labels = Labeller(vocabulary, turned=False).banner(text)
    return labels != Labels(platform=labels.platform, platform_label=labels.platform_label)
