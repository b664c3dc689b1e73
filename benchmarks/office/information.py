"""The dissemination part: tables of several shapes, paragraphs, bullets."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from benchmarks.office.flat import Cell, Flat, Row
from benchmarks.office.look import ruled, tripled
from benchmarks.office.story import Told
from benchmarks.variants.dates import MONTHS
from benchmarks.variants.model import Item
from benchmarks.variants.wording import MEDIA, TICKED


def information(flat: Flat, told: Told) -> None:
    """Sets the part in the layout's shape."""
    shape = told.layout.information
    items = told.story.items
    if shape in ("numbered", "bullets"):
        _sentences(flat, told, items)
    elif shape == "monthly":
        for month, group in groupby(items, key=lambda item: item.group):
            flat.paragraph(f"Bulan {MONTHS[month - 1]} {told.story.year}", bold=True, before=6, keep=True)
            _set(flat, told, list(group))
    else:
        _set(flat, told, items)


def head(*texts: str) -> list[Cell]:
    """A row of column heads."""
    return [Cell(text, bold=True, align="center", middle=True) for text in texts]


def place(flat: Flat, told: Told, rows: list[Row], widths: list[float], heads: int) -> None:
    """Rules a table as the layout wants it, with a row of column numbers, and sets it."""
    layout = told.layout
    if layout.column_numbers and heads:
        marks = [layout.column_numbers.replace("1", str(index + 1)) for index in range(len(widths))]
        rows.insert(heads, [Cell(mark, align="center") for mark in marks])
        heads += 1
    single = all(cell.cols == 1 and cell.rows == 1 for row in rows[:heads] for cell in row)
    if layout.triples and heads == 1 and single:
        rows, widths = [list(row) for row in tripled(rows, widths, heads)[0]], tripled([], widths, heads)[1]
    rows = [[_styled(cell, layout.cells) if index >= heads else cell for cell in row] for index, row in enumerate(rows)]
    done = ruled(rows, len(widths), layout.look, heads)
    flat.table(widths, done, heads=heads if layout.heads else 0, size=layout.table_size, split=layout.split)


def _styled(cell: Cell, style: str) -> Cell:
    """A body cell in the office's habit."""
    if style == "middle":
        return replace(cell, middle=True)
    if style in ("center", "justify"):
        return replace(cell, align=cell.align if cell.align == "center" else style)
    return replace(cell, text=f"{cell.text}\n") if style == "enter" and cell.text and cell.cols == 1 else cell


def _sentences(flat: Flat, told: Told, items: list[Item]) -> None:
    bullet = told.rng.choice(("-", "•", "▪"))
    for item in items:
        text = told.form.format(
            date=item.written.text, information=item.information, media=" ".join(item.media.split())
        )
        mark = f"{item.number}." if told.layout.information == "numbered" else bullet
        gap = "" if told.layout.glued and item.number else "\t"
        flat.paragraph(f"{mark}{gap}{text}", left=1.0, first=-0.8, tabs="0", align="justify")


def _set(flat: Flat, told: Told, items: list[Item]) -> None:
    rows, widths = TABLES.get(told.layout.information, _plain)(told, items)
    place(flat, told, rows, widths, 2 if told.layout.information == "title-row" else 1)


def _number(told: Told, item: Item) -> Cell:
    return Cell(f"{item.number}." if told.layout.words != 1 else f"{item.number}", align="center")


def _heads(told: Told, *keys: str) -> list[Cell]:
    return head(*(told.story.columns[key] for key in keys))


def _plain(told: Told, items: list[Item]) -> tuple[list[Row], list[float]]:
    rows: list[Row] = [_heads(told, "no", "date", "information", "media")]
    for item in items:
        rows.append([_number(told, item), Cell(item.written.text), Cell(item.information), Cell(item.media)])
    return rows, [0.9, 1.7, 6, 4] if told.layout.narrow else [1, 3, 6, 4.6]


def _no_number(told: Told, items: list[Item]) -> tuple[list[Row], list[float]]:
    rows, widths = _plain(told, items)
    return [row[1:] for row in rows], widths[1:]


def _title_row(told: Told, items: list[Item]) -> tuple[list[Row], list[float]]:
    """A title in the table's own first row."""
    rows, widths = _plain(told, items)
    title = f"{told.story.headings['dissemination']} Triwulan {told.story.quarter} Tahun {told.story.year}"
    return [[Cell(title.upper(), cols=4, bold=True, align="center")], *rows], widths


def _brackets(told: Told, items: list[Item]) -> tuple[list[Row], list[float]]:
    """Numbers in brackets, the media before the information."""
    rows: list[Row] = [_heads(told, "no", "date", "media", "information")]
    for item in items:
        rows.append(
            [
                Cell(f"({item.number})", align="center"),
                Cell(item.written.text),
                Cell(item.media),
                Cell(item.information),
            ]
        )
    return rows, [1.1, 3, 4, 6]


def _month_heads(told: Told, items: list[Item]) -> tuple[list[Row], list[float]]:
    rows, widths = _plain(told, items)
    done: list[Row] = [rows[0]]
    align = told.rng.choice(("left", "center"))
    for month, group in groupby(zip(items, rows[1:], strict=True), key=lambda pair: pair[0].group):
        done.append([Cell(MONTHS[month - 1].upper(), cols=4, bold=True, align=align)])
        done += [row for _, row in group]
    return done, widths


def _reordered(told: Told, items: list[Item]) -> tuple[list[Row], list[float]]:
    rows: list[Row] = [_heads(told, "no", "information", "date", "media", "remark")]
    for item in items:
        remark = told.rng.choice(("Terpublikasi", "Terlaksana", "", "-"))
        cells = [Cell(item.information), Cell(item.written.text), Cell(item.media), Cell(remark)]
        rows.append([_number(told, item), *cells])
    return rows, [1, 5.5, 2.4, 4, 2.4]


def _merged(told: Told, items: list[Item]) -> tuple[list[Row], list[float]]:
    """Date and media cells merged over rows."""
    rows: list[Row] = [_heads(told, "no", "date", "information", "media")]
    for index, item in enumerate(items):
        cells = [_number(told, item)]
        for key, text in (("date_cell", item.written.text), ("", item.information), ("media_cell", item.media)):
            if not key:
                cells.append(Cell(text))
            elif index == 0 or getattr(items[index - 1], key) != getattr(item, key):
                run = sum(1 for other in items if getattr(other, key) == getattr(item, key))
                cells.append(Cell(text, rows=run))
        rows.append(cells)
    return rows, [1, 2.8, 6, 4.6]


def _stacked(told: Told, items: list[Item]) -> tuple[list[Row], list[float]]:
    """Several dated items in one cell: 'a. 2 April 2024: ...' each as a paragraph."""
    rows: list[Row] = [_heads(told, "no", "information", "media")]
    runs: list[list[Item]] = []
    for item in items:
        runs = [*runs, [item]] if item.number else [*runs[:-1], [*runs[-1], item]]
    for run in runs:
        marks = [f"{'abc'[i]}. " if len(run) > 1 else "" for i in range(len(run))]
        lines = [f"{mark}{item.written.text}: {item.information}" for mark, item in zip(marks, run, strict=True)]
        rows.append([_number(told, run[0]), Cell("\n".join(lines)), Cell(run[0].media)])
    return rows, [1, 8.5, 4.6]


def _stacked_dates(told: Told, items: list[Item]) -> tuple[list[Row], list[float]]:
    """Several items in one row, each a lettered paragraph; the dates are lettered likewise in their cell."""
    rows: list[Row] = [_heads(told, "no", "date", "information", "media")]
    runs: list[list[Item]] = []
    for item in items:
        runs = [*runs, [item]] if item.number else [*runs[:-1], [*runs[-1], item]]
    for run in runs:
        marks = [f"{'abc'[i]}. " if len(run) > 1 else "" for i in range(len(run))]
        dates = "\n".join(f"{mark}{item.written.text}" for mark, item in zip(marks, run, strict=True))
        texts = "\n".join(f"{mark}{item.information}" for mark, item in zip(marks, run, strict=True))
        rows.append([_number(told, run[0]), Cell(dates), Cell(texts), Cell(run[0].media)])
    return rows, [1, 3.4, 6.4, 4]


def _ticks(told: Told, items: list[Item]) -> tuple[list[Row], list[float]]:
    """A column for each medium, ticked."""
    names = head(*(MEDIA[code][0] for code in TICKED))
    mark = told.rng.choice(("√", "v", "V", "✓"))
    rows: list[Row] = [[*_heads(told, "no", "date", "information"), *names]]
    for item in items:
        ticks = [Cell(mark if code in item.channels else "", align="center") for code in TICKED]
        rows.append([_number(told, item), Cell(item.written.text), Cell(item.information), *ticks])
    return rows, [1, 2.6, 5, 2.3, 2.2, 2.1, 1.8, 1.9]


TABLES = {
    "month-heads": _month_heads, "reordered": _reordered, "merged": _merged, "stacked": _stacked, "ticks": _ticks,
    "stacked-dates": _stacked_dates, "no-number": _no_number, "title-row": _title_row, "brackets": _brackets,
}  # fmt: skip
