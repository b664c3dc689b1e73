"""The recap part: upright or turned round, by month, by week, by platform, over page pairs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from benchmarks.variants.dates import MONTHS
from benchmarks.variants.grid import Box, Grid
from benchmarks.variants.model import Recap
from benchmarks.variants.typist import Typist


def recap(typist: Typist, facts: Recap) -> None:
    """Sets the recap in the report's form."""
    SHAPES[typist.features.recap](typist, facts)


def period(typist: Typist) -> str:
    """'Bulan April - Juni 2024'."""
    story = typist.story
    first, last = MONTHS[story.quarter * 3 - 3], MONTHS[story.quarter * 3 - 1]
    return f"Bulan {first} - {last} {story.year}"


def _total(facts: Recap, name: str) -> str:
    return facts.totals[name].text if name in facts.totals else ""


def _plain(typist: Typist, facts: Recap, slot: int = 0, across: str = "across-{row}", **options: object) -> None:
    """Labels as rows, platforms as columns."""
    columns = typist.story.columns
    has_across = across.format(row=0) in facts.totals
    names = [name for name, _ in facts.platforms] + ([columns["total"]] if has_across else [])
    fixed = [columns["content"]] if typist.features.unnumbered_recap else [columns["no"], columns["content"]]
    widths = [4.0] if typist.features.unnumbered_recap else [0.9, 4.0]
    percent = typist.features.percent and "pair" not in options and slot == 0 and len(facts.slots) == 1
    if percent:
        names.append("Persentase")
    grid = typist.grid([*widths, *([1.6] * len(names))], **options)
    typist.title_row(grid, typist.story.headings["recap"])
    _two_rows(typist, grid, fixed, names)
    for row, (label, _) in enumerate(facts.labels):
        cells = [facts.counts[row, col, slot].text for col in range(len(facts.platforms))]
        cells += [_total(facts, across.format(row=row))] if has_across else []
        if percent:
            cells.append(f"{typist.rng.randint(1, 40)},{typist.rng.randint(0, 9)}%")
        lead = [f"{row + 1}.", label][-len(fixed) :]
        grid.row(*lead, *cells, aligns="cl"[-len(fixed) :] + "c" * len(cells))
    if f"down-0-{slot}" in facts.totals:
        cells = [_total(facts, f"down-{col}-{slot}") for col in range(len(facts.platforms))]
        cells += [_total(facts, "all")] if has_across and "all" in facts.totals else [""] if has_across else []
        _total_row(typist, grid, cells + (["100%"] if percent else []), len(fixed))
    if typist.features.followers_row and "pair" not in options:
        _followers_rows(typist, grid, facts, len(fixed))
    typist.place(grid)


def _two_rows(typist: Typist, grid: Grid, fixed: list[str], names: list[str]) -> None:
    """A heading: one row, or two with 'Jumlah Postingan' over the names."""
    upright = typist.features.upright_heads
    if typist.tight_list or len(names) < 2 or grid.pair is not None:
        typist.header(grid, [*fixed, *names], range(len(fixed), len(fixed) + len(names)) if upright else ())
        return
    face = replace(typist.table_face, bold=True, doubled=typist.features.fake_bold)
    top = grid.rows
    for col, text in enumerate(fixed):
        grid.boxes.append(Box(top, col, text, rowspan=2, align="center", middle=True, face=face))
    over = typist.story.columns["posts"]
    grid.boxes.append(Box(top, len(fixed), over, colspan=len(names), align="center", face=face))
    for col, name in enumerate(names):
        box = Box(top + 1, len(fixed) + col, name, align="center", middle=True, upright=upright, face=face)
        grid.boxes.append(box)
    grid.head = top + 2
    typist.column_numbers(grid)


def _followers_rows(typist: Typist, grid: Grid, facts: Recap, fixed: int) -> None:
    """Followers and reach at the foot of the table: no posts."""
    for name, place in ((typist.story.columns["followers"], 0), (typist.story.columns["reach"], 1)):
        row = grid.rows
        grid.boxes.append(Box(row, 0, name, colspan=fixed))
        for col in range(len(grid.widths) - fixed):
            text = facts.extras[col][place] if col < len(facts.platforms) else ""
            grid.boxes.append(Box(row, fixed + col, text, align="center"))


def _total_row(typist: Typist, grid: Grid, cells: list[str], fixed: int = 2) -> None:
    row = grid.rows
    face = replace(typist.table_face, bold=True)
    grid.boxes.append(Box(row, 0, typist.story.columns["total"], colspan=fixed, align="center", face=face))
    for col, text in enumerate(cells):
        grid.boxes.append(Box(row, fixed + col, text, align="center", face=face))


def _turned(typist: Typist, facts: Recap) -> None:
    """Platforms as rows, labels as columns."""
    columns = typist.story.columns
    has_down = "down-0-0" in facts.totals
    names = [label for label, _ in facts.labels] + ([columns["total"]] if has_down else [])
    upright = typist.features.upright_heads or len(names) > 9
    grid = typist.grid([0.8, 2.4, *([1.35] * len(names))])
    typist.header(grid, [columns["no"], columns["platform"], *names], range(2, 2 + len(names)) if upright else ())
    for col, (name, _) in enumerate(facts.platforms):
        cells = [facts.counts[row, col, 0].text for row in range(len(facts.labels))]
        cells += [_total(facts, f"down-{col}-0")] if has_down else []
        grid.row(str(col + 1), name, *cells, aligns="cl" + "c" * len(cells))
    if "across-0" in facts.totals:
        cells = [_total(facts, f"across-{row}") for row in range(len(facts.labels))]
        cells += [_total(facts, "all")] if has_down else []
        _total_row(typist, grid, cells)
    typist.place(grid)


def _monthly(typist: Typist, facts: Recap) -> None:
    """Months over platforms."""
    _grouped(typist, facts, list(range(len(facts.slots))), [slot.text for slot in facts.slots])


def _grouped(typist: Typist, facts: Recap, slots: list[int], names: list[str]) -> None:
    """Slots over platforms, labels as rows."""
    columns, width = typist.story.columns, len(facts.platforms)
    grid = typist.grid([0.9, 4, *([1.1] * width * len(slots))])
    face = replace(typist.table_face, bold=True, doubled=typist.features.fake_bold)
    for col, text in enumerate((columns["no"], columns["content"])):
        grid.boxes.append(Box(0, col, text, rowspan=2, align="center", middle=True, face=face))
    for index, name in enumerate(names):
        grid.boxes.append(Box(0, 2 + index * width, name, colspan=width, align="center", face=face))
        for col, (platform, _) in enumerate(facts.platforms):
            turned = typist.features.upright_heads
            box = Box(1, 2 + index * width + col, platform, align="center", middle=True, upright=turned, face=face)
            grid.boxes.append(box)
    grid.head = 2
    typist.column_numbers(grid)
    order = [(col, slot) for slot in slots for col in range(width)]
    for row, (label, _) in enumerate(facts.labels):
        cells = [facts.counts[row, col, slot].text for col, slot in order]
        grid.row(f"{row + 1}", label, *cells, aligns="cl" + "c" * len(cells))
    if f"down-0-{slots[0]}" in facts.totals:
        _total_row(typist, grid, [_total(facts, f"down-{col}-{slot}") for col, slot in order])
    typist.place(grid)


def _monthly_tables(typist: Typist, facts: Recap) -> None:
    """One plain table a month."""
    for slot, what in enumerate(facts.slots):
        typist.caption(f"Bulan {what.text} {typist.story.year}")
        _plain(typist, facts, slot, "across-{row}-" + str(slot))


def _weekly_tables(typist: Typist, facts: Recap) -> None:
    """One table a month, weeks over platforms."""
    for month in sorted({slot.month or 0 for slot in facts.slots}):
        typist.caption(f"Bulan {MONTHS[month - 1]} {typist.story.year}")
        slots = [index for index, slot in enumerate(facts.slots) if slot.month == month]
        word = "Minggu" if typist.tight_list else "Minggu ke-"
        numbers = [facts.slots[index].text for index in slots]
        names = [f"Minggu {n}" if word == "Minggu" else f"Minggu ke-{i + 1}" for i, n in enumerate(numbers)]
        _grouped(typist, facts, slots, names)


def _weekly_platform(typist: Typist, facts: Recap) -> None:
    """One table a platform, months over weeks."""
    columns = typist.story.columns
    for col, (platform, _) in enumerate(facts.platforms):
        typist.caption(f"{chr(97 + col)}. {platform}")
        has_across = f"across-0-{col}" in facts.totals
        grid = typist.grid([0.9, 4, *([0.9] * len(facts.slots)), *([1.4] if has_across else [])])
        face = replace(typist.table_face, bold=True)
        fixed = [(0, columns["no"]), (1, columns["content"])]
        fixed += [(2 + len(facts.slots), columns["total"])] if has_across else []
        for place, text in fixed:
            grid.boxes.append(Box(0, place, text, rowspan=2, align="center", middle=True, face=face))
        for index in range(0, len(facts.slots), 4):
            name = MONTHS[(facts.slots[index].month or 1) - 1]
            grid.boxes.append(Box(0, 2 + index, name, colspan=4, align="center", face=face))
        for index, slot in enumerate(facts.slots):
            grid.boxes.append(Box(1, 2 + index, slot.text, align="center", face=face))
        grid.head = 2
        _slot_columns(typist, grid, facts, col)
        typist.place(grid)


def _slot_columns(typist: Typist, grid: Grid, facts: Recap, col: int) -> None:
    """The rows of one platform's table whose columns are months or weeks, with its totals."""
    has_across = f"across-0-{col}" in facts.totals
    for row, (label, _) in enumerate(facts.labels):
        cells = [facts.counts[row, col, slot].text for slot in range(len(facts.slots))]
        cells += [_total(facts, f"across-{row}-{col}")] if has_across else []
        grid.row(f"{row + 1}", label, *cells, aligns="cl" + "c" * len(cells))
    if f"down-{col}-0" in facts.totals:
        cells = [_total(facts, f"down-{col}-{slot}") for slot in range(len(facts.slots))]
        _total_row(typist, grid, cells + ([""] if has_across else []))


def _per_platform(typist: Typist, facts: Recap) -> None:
    """One table a platform, followers and reach beside the posts."""
    columns = typist.story.columns
    merged = typist.tight_list
    for col, (platform, _) in enumerate(facts.platforms):
        typist.caption(f"{col + 1}) {platform} (@kpu_{typist.story.office.name.lower().replace(' ', '')})")
        followers, reach = facts.extras[col]
        grid = typist.grid([0.9, 4, 2.2, 2.2, 2.2])
        heads = [columns[key] for key in ("no", "content", "posts", "reach", "followers")]
        typist.header(grid, heads)
        first = grid.rows
        for row, (label, _) in enumerate(facts.labels):
            own = f"{typist.rng.randint(100, 9000):,}".replace(",", ".")
            cells = [f"{row + 1}.", label, facts.counts[row, col, 0].text, own]
            for place, text in enumerate(cells):
                align = "left" if place == 1 else "center"
                grid.boxes.append(Box(first + row, place, text, align=align))
            if not merged:
                grid.boxes.append(Box(first + row, 4, followers, align="center"))
        if merged:
            grid.boxes.append(Box(first, 4, followers, rowspan=len(facts.labels), align="center", middle=True))
        if f"down-{col}-0" in facts.totals:
            _total_row(typist, grid, [_total(facts, f"down-{col}-0"), reach, followers])
        typist.place(grid)


def _pair(typist: Typist, facts: Recap) -> None:
    """A wide table over a page pair: it breaks in the middle of the platforms."""
    typist.paper.part("recap", typist.paper.landscape, fresh=True)
    fixed = 1 if typist.features.unnumbered_recap else 2
    _plain(typist, facts, pair=fixed + len(facts.platforms) // 2, split_rows=False, repeat=False)


def _slot_rows(typist: Typist, facts: Recap) -> None:
    """One table; each month or week begins with a heading row."""
    columns = typist.story.columns
    has_across = "across-0-0" in facts.totals
    names = [name for name, _ in facts.platforms] + ([columns["total"]] if has_across else [])
    grid = typist.grid([0.9, 4.0, *([1.6] * len(names))])
    _two_rows(typist, grid, [columns["no"], columns["content"]], names)
    face = replace(typist.table_face, bold=True)
    for index, slot in enumerate(facts.slots):
        month = MONTHS[(slot.month or 1) - 1]
        title = f"Bulan {month}" if slot.text == month else f"Minggu {slot.text} Bulan {month}"
        grid.boxes.append(Box(grid.rows, 0, title, colspan=len(grid.widths), face=face))
        for row, (label, _) in enumerate(facts.labels):
            cells = [facts.counts[row, col, index].text for col in range(len(facts.platforms))]
            cells += [_total(facts, f"across-{row}-{index}")] if has_across else []
            grid.row(f"{row + 1}.", label, *cells, aligns="cl" + "c" * len(cells))
        if f"down-0-{index}" in facts.totals:
            cells = [_total(facts, f"down-{col}-{index}") for col in range(len(facts.platforms))]
            _total_row(typist, grid, cells + ([""] if has_across else []))
    typist.place(grid)


def _platform_months(typist: Typist, facts: Recap) -> None:
    """One table a platform, months as columns."""
    columns = typist.story.columns
    for col, (platform, _) in enumerate(facts.platforms):
        typist.caption(f"Rekapitulasi {platform}" if typist.tight_list else f"{col + 1}. {platform}")
        has_across = f"across-0-{col}" in facts.totals
        names = [slot.text for slot in facts.slots] + ([columns["total"]] if has_across else [])
        grid = typist.grid([0.9, 4.0, *([1.8] * len(names))])
        typist.header(grid, [columns["no"], columns["content"], *names])
        _slot_columns(typist, grid, facts, col)
        typist.place(grid)


def _turned_monthly(typist: Typist, facts: Recap) -> None:
    """Platforms as merged rows with a row a month, labels as columns."""
    columns = typist.story.columns
    names = [label for label, _ in facts.labels]
    upright = typist.features.upright_heads or len(names) > 8
    grid = typist.grid([0.8, 2.4, 1.9, *([1.35] * len(names))])
    turned = range(3, 3 + len(names)) if upright else ()
    typist.header(grid, [columns["no"], columns["platform"], "Bulan", *names], turned)
    for col, (platform, _) in enumerate(facts.platforms):
        first, size = grid.rows, len(facts.slots)
        grid.boxes.append(Box(first, 0, str(col + 1), rowspan=size, align="center", middle=True))
        grid.boxes.append(Box(first, 1, platform, rowspan=size, middle=True))
        for index, slot in enumerate(facts.slots):
            grid.boxes.append(Box(first + index, 2, slot.text))
            for row in range(len(names)):
                grid.boxes.append(Box(first + index, 3 + row, facts.counts[row, col, index].text, align="center"))
    typist.place(grid)


SHAPES: dict[str, Callable[[Typist, Recap], None]] = {
    "plain": _plain,
    "turned": _turned,
    "monthly": _monthly,
    "monthly-tables": _monthly_tables,
    "weekly-tables": _weekly_tables,
    "weekly-platform": _weekly_platform,
    "per-platform": _per_platform,
    "pair": _pair,
    "month-rows": _slot_rows,
    "weekly-rows": _slot_rows,
    "platform-months": _platform_months,
    "turned-monthly": _turned_monthly,
}
