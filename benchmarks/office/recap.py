"""The recap of posts: upright or turned round, by month or week, one table a platform."""

from __future__ import annotations

from benchmarks.office.flat import Cell, Flat, Row
from benchmarks.office.information import head, place
from benchmarks.office.story import Told
from benchmarks.variants.dates import MONTHS
from benchmarks.variants.model import Recap


def recap(flat: Flat, told: Told) -> None:
    """Sets the recap in the layout's shape."""
    found = told.story.recap
    if found is None:
        return
    {
        "turned": _turned, "turned-upright": _turned, "monthly": _monthly, "month-rows": _month_rows,
        "weekly": _weekly, "weekly-rows": _weekly_rows, "per-platform": _per_platform, "per-platform-side": _side,
        "split": _split, "platform-months": _platform_months, "content-months": _content_months,
    }.get(told.layout.recap, _plain)(flat, told, found)  # fmt: skip


def _mid(text: str, bold: bool = False, rows: int = 1, cols: int = 1) -> Cell:
    return Cell(text, align="center", bold=bold, rows=rows, cols=cols)


def _posts(told: Told, row: int, col: int, slot: int = 0) -> Cell:
    assert told.story.recap is not None
    return _mid(told.story.recap.counts[row, col, slot].text)


def _total(told: Told, name: str) -> Cell:
    assert told.story.recap is not None
    return _mid(told.story.recap.totals[name].text, bold=True)


def _has(told: Told, name: str) -> bool:
    return told.story.recap is not None and any(key.startswith(name) for key in told.story.recap.totals)


def _caption(flat: Flat, told: Told) -> None:
    first, last = told.story.quarter * 3 - 3, told.story.quarter * 3 - 1
    flat.paragraph(f"Bulan {MONTHS[first]} – {MONTHS[last]} {told.story.year}", bold=True, keep=True)


def plain_rows(told: Told, found: Recap, upright: bool = False) -> tuple[list[Row], list[float], int]:
    """Content by platform; two head rows: the platforms stand under 'Jumlah Postingan'."""
    columns, across = told.story.columns, _has(told, "across")
    cols = range(len(found.platforms))
    names = [Cell(name, bold=True, align="center", middle=True, upright=upright) for name, _ in found.platforms]
    end = [Cell(columns["total"], rows=2, bold=True, align="center", middle=True)] if across else []
    top = [Cell(columns[key], rows=2, bold=True, align="center", middle=True) for key in ("no", "content")]
    rows: list[Row] = [[*top, _mid(columns["posts"], bold=True, cols=len(cols)), *end], names]
    for row, (label, _) in enumerate(found.labels):
        posts = [_posts(told, row, col) for col in cols]
        rows.append([_mid(f"{row + 1}."), Cell(label), *posts, *([_total(told, f"across-{row}")] if across else [])])
    if _has(told, "down"):
        sums = [_total(told, f"down-{col}-0") for col in cols]
        rows.append([_mid(columns["total"], bold=True, cols=2), *sums, *([_all(told)] if across else [])])
    return rows, [1, 4.2, *([1.8] * len(cols)), *([1.8] if across else [])], 2


def _all(told: Told) -> Cell:
    return _total(told, "all") if _has(told, "all") else _mid("")


def _plain(flat: Flat, told: Told, found: Recap) -> None:
    _caption(flat, told)
    rows, widths, heads = plain_rows(told, found, told.layout.recap == "upright")
    place(flat, told, rows, widths, heads)


def _turned(flat: Flat, told: Told, found: Recap) -> None:
    """Platforms as rows."""
    columns, across = told.story.columns, _has(told, "down")
    upright = told.layout.recap == "turned-upright"
    names = [Cell(name, bold=True, align="center", middle=True, upright=upright) for name, _ in found.labels]
    top = [Cell(columns[key], bold=True, align="center", middle=True) for key in ("no", "platform")]
    rows: list[Row] = [[*top, *names, *([_mid(columns["total"], bold=True)] if across else [])]]
    for col, (name, _) in enumerate(found.platforms):
        posts = [_posts(told, row, col) for row in range(len(found.labels))]
        rows.append([_mid(str(col + 1)), Cell(name), *posts, *([_total(told, f"down-{col}-0")] if across else [])])
    if _has(told, "across"):
        sums = [_total(told, f"across-{row}") for row in range(len(found.labels))]
        rows.append([_mid(columns["total"], bold=True, cols=2), *sums, *([_all(told)] if across else [])])
    place(flat, told, rows, [0.9, 2.4, *([1.3] * len(names)), *([1.5] if across else [])], 1)


def _monthly(flat: Flat, told: Told, found: Recap) -> None:
    """Platforms under each month, on one wide table."""
    columns, cols = told.story.columns, range(len(found.platforms))
    top = [Cell(columns[key], rows=2, bold=True, align="center", middle=True) for key in ("no", "content")]
    months = [_mid(slot.text, bold=True, cols=len(cols)) for slot in found.slots]
    rows: list[Row] = [[*top, *months], head(*[name for _ in found.slots for name, _ in found.platforms])]
    slots = range(len(found.slots))
    for row, (label, _) in enumerate(found.labels):
        rows.append(
            [_mid(str(row + 1)), Cell(label), *[_posts(told, row, col, slot) for slot in slots for col in cols]]
        )
    if _has(told, "down"):
        sums = [_total(told, f"down-{col}-{slot}") for slot in slots for col in cols]
        rows.append([_mid(columns["total"], bold=True, cols=2), *sums])
    place(flat, told, rows, [1, 4.5, *([1.4] * len(cols) * 3)], 2)


def _month_rows(flat: Flat, told: Told, found: Recap) -> None:
    """One table; a heading row opens each month."""
    columns, cols, across = told.story.columns, range(len(found.platforms)), _has(told, "across")
    end = [columns["total"]] if across else []
    rows: list[Row] = [head(columns["no"], columns["content"], *(name for name, _ in found.platforms), *end)]
    for slot, month in enumerate(found.slots):
        rows.append([Cell(f"Bulan {month.text}", cols=len(rows[0]), bold=True)])
        for row, (label, _) in enumerate(found.labels):
            posts = [_posts(told, row, col, slot) for col in cols]
            sums = [_total(told, f"across-{row}-{slot}")] if across else []
            rows.append([_mid(str(row + 1)), Cell(label), *posts, *sums])
        if _has(told, "down"):
            sums = [_total(told, f"down-{col}-{slot}") for col in cols]
            rows.append([_mid(columns["total"], bold=True, cols=2), *sums, *([_mid("")] if across else [])])
    place(flat, told, rows, [1, 4.2, *([1.8] * (len(rows[0]) - 2))], 1)


def _weekly(flat: Flat, told: Told, found: Recap) -> None:
    """One table a month: platforms under each week."""
    columns, cols = told.story.columns, range(len(found.platforms))
    for month in dict.fromkeys(slot.month for slot in found.slots):
        weeks = [index for index, slot in enumerate(found.slots) if slot.month == month]
        flat.paragraph(f"Bulan {MONTHS[(month or 1) - 1]} {told.story.year}", bold=True, keep=True, before=6)
        top = [Cell(columns[key], rows=2, bold=True, align="center", middle=True) for key in ("no", "content")]
        names = [_mid(f"Minggu {found.slots[week].text}", bold=True, cols=len(cols)) for week in weeks]
        rows: list[Row] = [[*top, *names], head(*[name for _ in weeks for name, _ in found.platforms])]
        for row, (label, _) in enumerate(found.labels):
            posts = [_posts(told, row, col, week) for week in weeks for col in cols]
            rows.append([_mid(str(row + 1)), Cell(label), *posts])
        if _has(told, "down"):
            sums = [_total(told, f"down-{col}-{week}") for week in weeks for col in cols]
            rows.append([_mid(columns["total"], bold=True, cols=2), *sums])
        place(flat, told, rows, [1, 4, *([1.3] * len(cols) * len(weeks))], 2)


def _weekly_rows(flat: Flat, told: Told, found: Recap) -> None:
    """One table; a heading row opens each week."""
    columns, cols = told.story.columns, range(len(found.platforms))
    rows: list[Row] = [head(columns["no"], columns["content"], *(name for name, _ in found.platforms))]
    for slot, week in enumerate(found.slots):
        title = f"Minggu {week.text} Bulan {MONTHS[(week.month or 1) - 1]}"
        rows.append([Cell(title, cols=len(rows[0]), bold=True)])
        for row, (label, _) in enumerate(found.labels):
            rows.append([_mid(str(row + 1)), Cell(label), *[_posts(told, row, col, slot) for col in cols]])
        if _has(told, "down"):
            sums = [_total(told, f"down-{col}-{slot}") for col in cols]
            rows.append([_mid(columns["total"], bold=True, cols=2), *sums])
    place(flat, told, rows, [1, 4.2, *([1.8] * len(cols))], 1)


def _split(flat: Flat, told: Told, found: Recap) -> None:
    """Two tables, some of the platforms in each."""
    columns, half = told.story.columns, (len(found.platforms) + 1) // 2
    for part, cols in enumerate((range(half), range(half, len(found.platforms)))):
        names = [found.platforms[col][0] for col in cols]
        flat.paragraph(f"{part + 1}) {' dan '.join(names)}", bold=True, before=6, keep=True)
        rows: list[Row] = [head(columns["no"], columns["content"], *names)]
        for row, (label, _) in enumerate(found.labels):
            rows.append([_mid(f"{row + 1}."), Cell(label), *[_posts(told, row, col) for col in cols]])
        if _has(told, "down"):
            sums = [_total(told, f"down-{col}-0") for col in cols]
            rows.append([_mid(columns["total"], bold=True, cols=2), *sums])
        place(flat, told, rows, [1, 5, *([2.2] * len(names))], 1)


def _platform_months(flat: Flat, told: Told, found: Recap) -> None:
    """Content types over rows of months, three for each platform."""
    columns = told.story.columns
    rows: list[Row] = [head(columns["no"], columns["platform"], "Bulan", *(label for label, _ in found.labels))]
    for col, (name, _) in enumerate(found.platforms):
        for slot, month in enumerate(found.slots):
            lead = [_mid(str(col + 1), rows=3), Cell(name, rows=3, middle=True)] if slot == 0 else []
            posts = [_posts(told, row, col, slot) for row in range(len(found.labels))]
            rows.append([*lead, Cell(month.text), *posts])
    place(flat, told, rows, [0.8, 2.2, 2, *([1.4] * len(found.labels))], 1)


def _content_months(flat: Flat, told: Told, found: Recap) -> None:
    """Platforms over rows of months, three for each content type."""
    columns = told.story.columns
    rows: list[Row] = [head(columns["no"], columns["content"], "Bulan", *(name for name, _ in found.platforms))]
    for row, (label, _) in enumerate(found.labels):
        for slot, month in enumerate(found.slots):
            lead = [_mid(str(row + 1), rows=3), Cell(label, rows=3, middle=True)] if slot == 0 else []
            posts = [_posts(told, row, col, slot) for col in range(len(found.platforms))]
            rows.append([*lead, Cell(month.text), *posts])
    place(flat, told, rows, [0.8, 3.6, 2, *([1.8] * len(found.platforms))], 1)


def _per_platform(flat: Flat, told: Told, found: Recap) -> None:
    """One table a platform, followers and reach in its last rows."""
    columns = told.story.columns
    for col, (name, _) in enumerate(found.platforms):
        flat.paragraph(f"{chr(97 + col)}. {name}", bold=True, before=6, keep=True)
        rows: list[Row] = [head(columns["no"], columns["content"], columns["posts"])]
        for row, (label, _) in enumerate(found.labels):
            rows.append([_mid(str(row + 1)), Cell(label), _posts(told, row, col)])
        if _has(told, f"down-{col}-"):
            rows.append([_mid(columns["total"], bold=True, cols=2), _total(told, f"down-{col}-0")])
        followers, reach = found.extras[col]
        rows += [[Cell(columns["followers"], cols=2), _mid(followers)], [Cell(columns["reach"], cols=2), _mid(reach)]]
        place(flat, told, rows, [1, 6, 3], 1)


def _side(flat: Flat, told: Told, found: Recap) -> None:
    """Posts and reach beside one another for each platform."""
    columns, cols = told.story.columns, range(len(found.platforms))
    top = [Cell(columns[key], rows=2, bold=True, align="center", middle=True) for key in ("no", "content")]
    rows: list[Row] = [
        [*top, *[_mid(name, bold=True, cols=2) for name, _ in found.platforms]],
        head(*[text for _ in cols for text in ("Posting", "Jangkauan")]),
    ]
    for row, (label, _) in enumerate(found.labels):
        cells = [
            cell
            for col in cols
            for cell in (_posts(told, row, col), _mid(f"{told.rng.randint(1, 9)}.{told.rng.randint(100, 999)}"))
        ]
        rows.append([_mid(str(row + 1)), Cell(label), *cells])
    _caption(flat, told)
    place(flat, told, rows, [0.9, 3.2, *([1.3, 1.7] * len(cols))], 2)
