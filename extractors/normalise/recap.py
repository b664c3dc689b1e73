"""Cells of 'Rekapitulasi Media Sosial', whichever way the table is turned.

Each number is explained by the labels that apply to it: the headings above it, the texts left of it and the
table's caption. A label names a platform, a content type, a month, a week, a measure (posts, followers,
reach) or a total; the labels together say what the number counts. So a recap turned round, one of months over
platforms and one table a platform are all read in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from extractors.document import SocialMedia
from extractors.geometry import Box, Cell
from extractors.normalise.columns import HEADER_DEPTH, Grid, is_column_numbers, is_row_number
from extractors.numbers import read_count
from extractors.outline import strip_marker
from extractors.reading import PrintedTotal, UnknownLabel
from extractors.vocabulary import Vocabulary

TOTAL = re.compile(
    r"^(sub\s*)?(jumlah|total|jml|jlh|grand total)(\s+(keseluruhan|seluruhnya|total|akhir|semua|per\s*\w+))?\W*$", re.I
)
_WEEK = re.compile(r"\b(minggu|pekan|mg|week)\b|^M\s*-?\s*\d$", re.IGNORECASE)
_WEEK_NAMED = re.compile(r"\b(minggu|pekan)\s+(ke\s*-?\s*)?\w+", re.IGNORECASE)
_WEEK_NUMBER = re.compile(r"^(I{1,3}|IV|V|[1-5])$")
_OTHER_MEASURE = re.compile(
    r"\b(pengikut|followers?|subscribers?|jangkauan|reach|tayangan|views?|impresi|impressions?|like|suka|interaksi|"
    r"engagement|komentar|akun|nama akun|link|tautan|keterangan|ket|persen(tase)?|rata)\b|%",
    re.IGNORECASE,
)
_FEW_WORDS = 6
NO_LABEL = "(tanpa judul)"
"""Stands for a heading that is not there."""
NO_MONTH = 0
"""The nearest line with months names several: the table is about no single one."""


@dataclass(frozen=True, slots=True)
class Labels:
    """What is known of a number from its labels; `content` is (code, printed label)."""

    platform: str | None = None
    platform_label: str | None = None
    content: tuple[str, str] | None = None
    month: int | None = None
    week: str | None = None
    total: bool = False
    other_measure: bool = False
    posts: bool = False

    def over(self, outer: Labels) -> Labels:
        """These labels, with what only `outer` names added."""
        return Labels(
            platform=self.platform or outer.platform,
            platform_label=self.platform_label or outer.platform_label,
            content=self.content or outer.content,
            month=self.month or outer.month,
            week=self.week or outer.week,
            total=self.total or outer.total,
            other_measure=self.other_measure or outer.other_measure,
            posts=self.posts or outer.posts,
        )


@dataclass(frozen=True, slots=True)
class Number:
    """A cell of the recap with a figure (or left empty) and its labels."""

    cell: Cell
    row: Labels
    column: Labels

    @property
    def labels(self) -> Labels:
        """Row and column labels together."""
        return self.column.over(self.row)

    @property
    def total(self) -> bool:
        """Whether it is a printed total."""
        return self.row.total or self.column.total


@dataclass(frozen=True, slots=True)
class Recap:
    """What was read from one recap table."""

    cells: tuple[SocialMedia, ...]
    totals: tuple[PrintedTotal, ...]
    unknown: tuple[UnknownLabel, ...]


def read_recap(grid: Grid, caption: Sequence[str], vocabulary: Vocabulary) -> Recap:
    """All posts of one recap table, its printed totals and the labels that the vocabulary lacks."""
    reader = _Reader(grid, vocabulary)
    context = reader.caption_labels(caption)
    numbers = [replace(number, row=number.row.over(context)) for number in reader.numbers()]
    numbers = [_named(number) for number in numbers]
    facts = [number for number in numbers if _is_fact(number)]
    cells = tuple(_fact(number) for number in facts)
    totals = tuple(total for number in numbers if (total := _printed_total(number, facts)))
    return Recap(cells, totals, tuple(_unknown(facts, reader)))


class _Reader:
    """Labels and numbers of one table."""

    def __init__(self, grid: Grid, vocabulary: Vocabulary) -> None:
        self.grid, self.vocabulary = grid, vocabulary
        self.first_row = self._first_data_row()
        self.first_col = self._first_data_col()
        self.turned = self._is_turned()

    def _first_data_row(self) -> int:
        """The first row that holds figures, a nil sign or blanks right of a label."""
        for row in range(min(self.grid.height, HEADER_DEPTH)):
            cells = [cell for cell in self.grid.row(row) if cell.row == row]
            figures = [cell for cell in cells if cell.col > 0 and cell.text and read_count(cell.text).exact]
            if figures and not is_column_numbers(self.grid, row) and not self._names_things(cells):
                return row
        return min(1, self.grid.height)

    def _names_things(self, cells: Sequence[Cell]) -> bool:
        """Whether a row names several platforms, months or weeks: a heading."""
        named = sum(
            bool(self.vocabulary.platform(cell.text) or self.vocabulary.month(cell.text) or _WEEK.search(cell.text))
            for cell in cells
            if cell.text
        )
        return named >= 2

    def _first_data_col(self) -> int:
        """The first column whose cells below the headings are mostly figures, row numbers aside."""
        for col in range(1, self.grid.width):
            texts = [self.grid.text(row, col) for row in range(self.first_row, self.grid.height)]
            filled = [text for text in texts if text]
            figures = [text for text in filled if read_count(text).exact or read_count(text).value is not None]
            labelled = [text for text in filled if self._is_label(text)]
            if filled and len(labelled) * 2 <= len(filled) and (len(figures) * 2 >= len(filled)):
                return col
        return self.grid.width

    def _is_label(self, text: str) -> bool:
        """Whether a body text is a name rather than a figure."""
        count = read_count(text)
        return not count.exact and not count.blank and not any(ch.isdigit() for ch in text)

    def _is_turned(self) -> bool:
        """Whether the platforms stand in the rows and the content types in the headings."""
        heads = [
            cell.text for row in range(self.first_row) for cell in self.grid.row(row) if cell.col >= self.first_col
        ]
        names = [
            self.grid.text(row, col) for row in range(self.first_row, self.grid.height) for col in range(self.first_col)
        ]
        across = len({match.code for text in heads if (match := self.vocabulary.platform(text))})
        down = len({match.code for text in names if (match := self.vocabulary.platform(text))})
        return down > across and down >= 2

    def numbers(self) -> list[Number]:
        """Every cell right of the labels and below the headings, banner rows applied to the rows under them."""
        found: list[Number] = []
        banner = Labels()
        for row in range(self.first_row):
            if text := self._banner_text(row):
                banner = self._banner(text)
        columns = {col: self._column(col) for col in range(self.first_col, self.grid.width)}
        if all(labels.total for labels in columns.values()):
            # 'Jumlah' over every column is the heading of the counts themselves.
            columns = {col: replace(labels, total=False, posts=True) for col, labels in columns.items()}
        for row in range(self.first_row, self.grid.height):
            if is_column_numbers(self.grid, row):
                continue
            if text := self._banner_text(row):
                banner = self._banner(text)
                continue
            if self._names_things([cell for cell in self.grid.row(row) if cell.text]):
                continue
            labels = self._row(row)
            if not (labels.total and found and found[-1].row.total):
                labels = labels.over(banner)  # a total right below a total is that of all groups
            if labels.platform or labels.content or labels.total or labels.month:
                found += self._numbers_of(row, labels, columns)
        return found

    def _banner_text(self, row: int) -> str | None:
        """The text of a row that is one cell over most of the width: the title of the rows below it."""
        own = [cell for cell in self.grid.row(row) if cell.text and cell.row == row]
        if len(own) != 1 or own[0].col > 0 or read_count(own[0].text).exact or TOTAL.match(own[0].text):
            return None
        wide = own[0].colspan > 1 or not any(self.grid.text(row, col) for col in range(1, self.grid.width))
        return own[0].text if wide else None

    def _banner(self, text: str) -> Labels:
        """What the title of a group of rows says of them: month, week, platform."""
        months, platforms, week = self._months(text), self._platforms(text), _WEEK_NAMED.search(text)
        code, label = next(iter(platforms.items())) if len(platforms) == 1 else (None, None)
        month = months.pop() if len(months) == 1 else None
        return Labels(platform=code, platform_label=label, month=month, week=week.group(0) if week else None)

    def _numbers_of(self, row: int, labels: Labels, columns: dict[int, Labels]) -> list[Number]:
        """The numbers of one row; a place without a cell of its own is an empty cell."""
        found: list[Number] = []
        for col, column in columns.items():
            cell = self.grid.at(row, col) or self._empty(row, col)
            if cell and cell.row == row and cell.col == col:
                found.append(Number(cell, labels, column))
        return found

    def _empty(self, row: int, col: int) -> Cell | None:
        """An empty cell where the row of `row` and the column of `col` meet."""
        across = [cell for cell in self.grid.row(row) if cell.rowspan == 1]
        down = [cell for cell in self.grid.table.cells if cell.col == col and cell.colspan == 1]
        page = across[0].page if across else 0
        down = [cell for cell in down if cell.page == page]
        if not across or not down:
            return None
        top, bottom = min(cell.box[1] for cell in across), max(cell.box[3] for cell in across)
        return Cell(row, col, (), page, (min(c.box[0] for c in down), top, max(c.box[2] for c in down), bottom))

    def _column(self, col: int) -> Labels:
        """The labels of a column, the lowest heading first."""
        labels = Labels()
        seen: list[Cell] = []
        for row in range(self.first_row - 1, -1, -1):
            cell = self.grid.at(row, col)
            if cell is None or not cell.text or cell in seen or is_column_numbers(self.grid, row):
                continue
            if self._banner_text(row):
                continue
            found = self._label(cell.text, content=self.turned and not seen)
            if seen and found.total and not labels.platform and not labels.month:
                found = replace(found, total=False, posts=True)
            labels = labels.over(found)
            seen.append(cell)
        return labels

    def _row(self, row: int) -> Labels:
        """The labels of a row: its texts left of the figures."""
        labels = Labels()
        for col in range(self.first_col):
            text = self.grid.text(row, col)
            if text and not is_row_number(text):
                labels = labels.over(self._label(text, content=not self.turned))
        return labels

    def _label(self, text: str, content: bool) -> Labels:
        """What one text names; `content` says that an unknown name is a content type."""
        text = strip_marker(" ".join(text.split()))
        if TOTAL.match(text):
            return Labels(total=True)
        if _WEEK_NUMBER.match(text):
            return Labels(week=text)
        platform = self.vocabulary.platform(text) if len(text.split()) <= _FEW_WORDS else None
        month = self.vocabulary.month(re.sub(r"^bulan\s+", "", text, flags=re.IGNORECASE))
        match = self.vocabulary.content_type(text)
        if platform and not (content and match and match.score >= platform.score):
            return Labels(platform=platform.code, platform_label=text)
        if month:
            return Labels(month=month)
        if content:
            header = self.vocabulary.header(text)
            if match is None and header and header.code in {"posts", "content_type", "number"}:
                return Labels(posts=True)
            if match is None and _OTHER_MEASURE.search(text):
                return Labels(other_measure=True)
            return Labels(content=(match.code if match else "other", text))
        if _WEEK.search(text):
            return Labels(week=text.casefold())
        if _OTHER_MEASURE.search(text):
            return Labels(other_measure=True)
        header = self.vocabulary.header(text)
        if header and header.code in {"posts", "platform", "content_type"}:
            return Labels(posts=header.code == "posts")
        if match and not self.turned:
            return Labels(content=(match.code, text))
        return Labels(platform="other", platform_label=text) if not header else Labels()

    def caption_labels(self, caption: Sequence[str]) -> Labels:
        """Platform and month that the lines above the table name, the nearest line first."""
        labels = Labels()
        for text in reversed(caption):
            months = self._months(text)
            platforms = self._platforms(text)
            if months and labels.month is None:
                labels = replace(labels, month=months.pop() if len(months) == 1 else NO_MONTH)
            if platforms and labels.platform is None:
                code, label = next(iter(platforms.items())) if len(platforms) == 1 else (None, None)
                labels = replace(labels, platform=code, platform_label=label)
        return replace(labels, month=labels.month or None)

    def _months(self, text: str) -> set[int]:
        """The months that a line names."""
        return {month for word in re.findall(r"[A-Za-z]+", text) if (month := self.vocabulary.month(word))}

    def _platforms(self, text: str) -> dict[str, str]:
        """The platforms that a line names, with the words that name them."""
        words = re.findall(r"[A-Za-z]+", text)
        found: dict[str, str] = {}
        for size in (2, 1):
            for at in range(len(words) - size + 1):
                name = " ".join(words[at : at + size])
                if match := self.vocabulary.platform(name):
                    found.setdefault(match.code, name)
        return found


def _named(number: Number) -> Number:
    """`number` with a stand-in for a label that is missing, so that no figure is lost; it will be doubted."""
    labels = number.labels
    if number.total or labels.other_measure or read_count(number.cell.text).blank:
        return number
    if labels.content and labels.platform is None:
        return replace(number, column=replace(number.column, platform="other", platform_label=NO_LABEL))
    if labels.platform and labels.content is None:
        return replace(number, column=replace(number.column, content=("other", NO_LABEL)))
    return number


def _is_fact(number: Number) -> bool:
    """Whether the number counts posts of one content type on one platform."""
    labels = number.labels
    if labels.other_measure or labels.platform is None or labels.content is None:
        return False
    return not number.total


def _fact(number: Number) -> SocialMedia:
    """The typed cell."""
    labels = number.labels
    assert labels.platform and labels.content
    count = read_count(number.cell.text)
    doubt = number.cell.doubt
    if not count.exact and not count.blank:
        doubt = doubt or f"'{number.cell.text}' bukan angka pasti"
    if NO_LABEL in (labels.platform_label, labels.content[1]):
        doubt = doubt or "judul kolom atau baris angka ini tidak terbaca"
    return SocialMedia(
        content_type=labels.content[0],
        content_label=labels.content[1],
        platform=labels.platform,
        posts=count.value,
        posts_text=number.cell.text,
        month=labels.month,
        page=number.cell.page,
        bbox=number.cell.box,
        doubt=doubt,
    )


def _printed_total(number: Number, facts: Sequence[Number]) -> PrintedTotal | None:
    """The total that `number` prints beside the sum of the cells it stands for."""
    count = read_count(number.cell.text)
    labels = number.labels
    if not number.total or labels.other_measure or count.value is None or _is_fact(number):
        return None
    counts = [read_count(fact.cell.text) for fact in facts if _sums(labels, fact.labels)]
    values = [found.value for found in counts if not found.blank]
    if not values:
        return None
    exact = [value for value in values if value is not None]
    total = sum(exact) if len(exact) == len(values) else None
    place = _total_place(labels)
    return PrintedTotal(place, count.value, number.cell.text, total, number.cell.page, number.cell.box)


def _sums(total: Labels, fact: Labels) -> bool:
    """Whether a total of these labels counts the fact in: each label that the total has is the fact's."""
    return (
        total.content in (None, fact.content)
        and total.platform in (None, fact.platform)
        and total.month in (None, fact.month)
        and total.week in (None, fact.week)
    )


def _total_place(labels: Labels) -> str:
    """What a total stands for, in words."""
    names = [f"kolom {labels.platform_label}"] if labels.platform else []
    names += [f"baris {labels.content[1]}"] if labels.content else []
    names += [labels.week] if labels.week else []
    names += [f"bulan ke-{labels.month}"] if labels.month else []
    return "jumlah " + (" ".join(names) or "seluruhnya")


def _unknown(facts: Sequence[Number], reader: _Reader) -> Iterable[UnknownLabel]:
    """Each label that is in no vocabulary file, once."""
    seen: set[tuple[str, str]] = set()
    for number in facts:
        labels = number.labels
        pairs: list[tuple[str, str, Box]] = []
        if labels.content and labels.content[0] == "other" and not reader.vocabulary.content_type(labels.content[1]):
            pairs.append(("content_type", labels.content[1], number.cell.box))
        if labels.platform == "other" and not reader.vocabulary.platform(labels.platform_label or ""):
            pairs.append(("platform", labels.platform_label or "", number.cell.box))
        for kind, text, box in pairs:
            if (kind, text) not in seen:
                seen.add((kind, text))
                yield UnknownLabel(kind, text, number.cell.page, box)
