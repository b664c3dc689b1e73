"""The dissemination part: as tables of several shapes, as numbered paragraphs, as bullets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from benchmarks.variants.dates import MONTHS
from benchmarks.variants.grid import PAD_X, Box, Grid
from benchmarks.variants.model import Item
from benchmarks.variants.paper import wrap
from benchmarks.variants.typist import Typist
from benchmarks.variants.wording import MEDIA, REMARKS, TICKED


def information(typist: Typist, items: Sequence[Item]) -> None:
    """Sets `items` in the report's form."""
    SHAPES[typist.features.dissemination](typist, items)
    if typist.features.footnote:
        typist.instruction(
            f"Sumber: Subbagian Teknis dan Hupmas {typist.story.office.kpu}, data per {_data_day(typist)}"
        )


def _data_day(typist: Typist) -> str:
    """The day after the quarter: a date that belongs to no row."""
    signed = typist.story.signed.start
    return f"1 {MONTHS[signed.month - 1]} {signed.year}" if signed else ""


def _dotted(typist: Typist, number: str | None) -> str:
    return f"{number}{'.' if typist.tight_list else ''}" if number else ""


def _heads(typist: Typist, *keys: str) -> list[str]:
    return [typist.story.columns[key] for key in keys]


def _table(typist: Typist, items: Sequence[Item]) -> None:
    grid = _empty(typist)
    for item in items:
        _row(typist, grid, item)
    typist.place(grid)


def _empty(typist: Typist) -> Grid:
    extra = typist.features.extra_column
    grid = typist.grid([0.9, 2.6, 5, 3.6] + ([2.4] if extra else []))
    heads = _heads(typist, "no", "date", "information", "media")
    typist.title_row(grid, typist.story.headings["dissemination"])
    typist.header(grid, [*heads, REMARKS[extra][0]] if extra else heads)
    return grid


def _row(typist: Typist, grid: Grid, item: Item) -> None:
    texts = [_dotted(typist, item.number), item.written.text, item.information, item.media]
    if extra := typist.features.extra_column:
        remark = typist.rng.choice(REMARKS[extra][1])
        texts.append(remark.format(n=typist.rng.randint(10, 9999)))
    grid.row(*texts, aligns="cc")


def _monthly(typist: Typist, items: Sequence[Item]) -> None:
    for month, group in groupby(items, key=lambda item: item.group):
        typist.caption(f"Bulan {MONTHS[month - 1]} {typist.story.year}")
        _table(typist, list(group))


def _month_rows(typist: Typist, items: Sequence[Item]) -> None:
    grid = _empty(typist)
    for month, group in groupby(items, key=lambda item: item.group):
        row = grid.rows
        align = "center" if typist.features.shade_head else "left"
        name = f"Bulan {MONTHS[month - 1]}" if typist.tight_list else MONTHS[month - 1].upper()
        grid.boxes.append(Box(row, 0, name, colspan=len(grid.widths), align=align, face=typist.bold))
        for item in group:
            _row(typist, grid, item)
    typist.place(grid)


def _merged(typist: Typist, items: Sequence[Item]) -> None:
    """Date and media cells merged over rows."""
    grid = typist.grid([0.9, 2.4, 5, 3.4])
    typist.header(grid, _heads(typist, "no", "date", "information", "media"))
    first = grid.rows
    for index, item in enumerate(items):
        grid.boxes.append(Box(first + index, 0, _dotted(typist, item.number), align="center"))
        grid.boxes.append(Box(first + index, 2, item.information))
    for col, key in ((1, "date_cell"), (3, "media_cell")):
        place = 0
        for _, run in groupby(items, key=lambda item: getattr(item, key)):
            run_items = list(run)
            text = run_items[0].written.text if col == 1 else run_items[0].media
            middle = typist.features.shade_head
            grid.boxes.append(Box(first + place, col, text, rowspan=len(run_items), middle=middle))
            place += len(run_items)
    typist.place(grid)


def _runs(items: Sequence[Item]) -> list[list[Item]]:
    """Printed rows: a numbered item and the unnumbered ones after it."""
    rows: list[list[Item]] = []
    for item in items:
        if item.number:
            rows.append([item])
        else:
            rows[-1].append(item)
    return rows


def _stacked(typist: Typist, items: Sequence[Item]) -> None:
    """Several dated items in one row: dates below one another in one cell, informations in the next."""
    grid = typist.grid([0.9, 2.8, 5.4, 3.2])
    typist.header(grid, _heads(typist, "no", "date", "information", "media"))
    for run in _runs(items):
        row = grid.rows
        grid.boxes.append(Box(row, 0, _dotted(typist, run[0].number), align="center"))
        informations = _bulleted([item.information for item in run])
        grid.boxes.append(Box(row, 1, _level(typist, grid, run, informations)))
        grid.boxes.append(Box(row, 2, "\n".join(informations)))
        grid.boxes.append(Box(row, 3, run[0].media))
    typist.place(grid)


def _bulleted(texts: list[str]) -> list[str]:
    return [f"- {text}" for text in texts] if len(texts) > 1 else texts


def _level(typist: Typist, grid: Grid, run: list[Item], informations: list[str]) -> str:
    """The dates, each level with the first line of its information."""
    room = (typist.paper.right - typist.paper.left) / sum(grid.widths)
    lines: list[str] = []
    for item, text in zip(run, informations, strict=True):
        height = len(wrap(text, typist.table_face, room * grid.widths[2] - 2 * PAD_X))
        date_lines = wrap(item.written.text, typist.table_face, room * grid.widths[1] - 2 * PAD_X)
        lines += date_lines + [""] * (height - len(date_lines))
    while lines and not lines[-1]:
        lines.pop()
    return "\n".join(lines)


def _dated_lines(typist: Typist, items: Sequence[Item]) -> None:
    """No date column: each line of the information cell begins with its date."""
    grid = typist.grid([0.9, 6.5, 3.6])
    typist.header(grid, _heads(typist, "no", "information", "media"))
    for run in _runs(items):
        marks = [f"{chr(97 + i)}. " if len(run) > 1 else "" for i in range(len(run))]
        lines = [f"{mark}{item.written.text}: {item.information}" for mark, item in zip(marks, run, strict=True)]
        grid.row(_dotted(typist, run[0].number), "\n".join(lines), run[0].media, aligns="c")
    typist.place(grid)


def _sentence(typist: Typist, item: Item) -> str:
    media = " ".join(item.media.split())
    form = typist.story.headings["information_form"]
    return form.format(date=item.written.text, information=item.information, media=media)


def _numbered(typist: Typist, items: Sequence[Item]) -> None:
    end = ")" if typist.tight_list else "."
    labels = [f"{item.number}{end}" for item in items]
    typist.listing([_sentence(typist, item) for item in items], labels)


def _bullets(typist: Typist, items: Sequence[Item]) -> None:
    mark = "•" if typist.tight_list else "-"
    typist.listing([_sentence(typist, item) for item in items], [mark] * len(items))


def _pair(typist: Typist, items: Sequence[Item]) -> None:
    """A printed workbook: number, date and information on one page, media and remarks on the next."""
    grid = typist.grid([0.8, 2.4, 5, 5, 3.2], pair=3, split_rows=False, down_first=typist.features.closed, repeat=False)
    typist.header(grid, _heads(typist, "no", "date", "information", "media", "remark"))
    for item in items:
        grid.row(_dotted(typist, item.number), item.written.text, item.information, item.media, "", aligns="cc")
    typist.paper.part("information", fresh=True)
    typist.place(grid)


def _reordered(typist: Typist, items: Sequence[Item]) -> None:
    """Media before the date, a remark in between."""
    grid = typist.grid([0.8, 5, 3.4, 1.5, 2.4])
    typist.header(grid, _heads(typist, "no", "information", "media", "remark", "date"))
    for item in items:
        grid.row(_dotted(typist, item.number), item.information, item.media, "Ok", item.written.text, aligns="c")
    typist.place(grid)


def _weekday_column(typist: Typist, items: Sequence[Item]) -> None:
    """Weekday and date in columns of their own."""
    grid = typist.grid([0.8, 1.6, 2.4, 5, 3.4])
    typist.header(grid, [*_heads(typist, "no"), "Hari", "Tanggal", *_heads(typist, "information", "media")])
    for item in items:
        weekday, _, day = item.written.text.rpartition(", ")
        grid.row(_dotted(typist, item.number), weekday, day, item.information, item.media, aligns="ccc")
    typist.place(grid)


def _ticks(typist: Typist, items: Sequence[Item]) -> None:
    """A column for each medium, ticked."""
    names = [MEDIA[code][0] for code in TICKED]
    grid = typist.grid([0.8, 2.4, 4.6, *([1.5] * len(names))])
    typist.header(grid, [*_heads(typist, "no", "date", "information"), *names])
    mark = "v" if typist.tight_list else "V"
    for item in items:
        marks = [mark if code in item.channels else "" for code in TICKED]
        grid.row(_dotted(typist, item.number), item.written.text, item.information, *marks, aligns="cclccccc")
    typist.place(grid)


SHAPES: dict[str, Callable[[Typist, Sequence[Item]], None]] = {
    "table": _table,
    "monthly": _monthly,
    "month-rows": _month_rows,
    "merged": _merged,
    "stacked": _stacked,
    "dated-lines": _dated_lines,
    "numbered": _numbered,
    "bullets": _bullets,
    "pair": _pair,
    "reordered": _reordered,
    "weekday-column": _weekday_column,
    "ticks": _ticks,
}
