"""Sums: what the prose and the recap's own totals say against the cells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from statistics import median

from extractors.checks.misread import recount
from extractors.checks.phrases import MONTHS, either, number
from extractors.checks.registry import Remark, rule
from extractors.document import SocialMedia
from extractors.reading import Reading
from extractors.vocabulary import load

_FEW = 3
"""How many platforms an explanation of a stated total may leave out, or count alone."""


@rule("stated_total_mismatch", "error")
def stated_total_mismatch(reading: Reading) -> Iterator[Remark]:
    """A total in the prose is not the sum of the recap."""
    cells = () if recount(reading).misread else reading.document.social_media
    summed = sum(cell.posts or 0 for cell in cells)
    inexact = any(cell.posts is None and cell.posts_text for cell in cells)
    seen: set[int] = set()
    for statement in reading.document.statements:
        stated = statement.value
        if statement.kind != "total_disseminated" or not cells or stated == summed or stated in seen:
            continue
        if inexact and stated > summed:
            continue  # a cell without an exact number may make up the difference
        seen.add(stated)
        yield Remark(
            f"Narasi menyebut {number(stated)}, sedangkan tabel rekapitulasi berjumlah {number(summed)}"
            f"{_explanation(cells, stated)}.",
            statement.page,
        )


def _explanation(cells: tuple[SocialMedia, ...], stated: int) -> str:
    """Which platforms left out, or counted alone, give the stated total."""
    sums: dict[str, int] = defaultdict(int)
    for cell in cells:
        sums[cell.platform] += cell.posts or 0
    counted = [platform for platform, posts in sums.items() if posts]
    for size in range(1, min(_FEW, len(counted) - 1) + 1):
        total = sum(sums.values())
        for phrase, wanted in (("tanpa {}", total - stated), ("{} saja", stated)):
            sets = [group for group in combinations(counted, size) if sum(sums[p] for p in group) == wanted]
            if sets:
                named = either([phrase.format(either(_names(group))) for group in sets[:4]], last="atau")
                return f"; {number(stated)} adalah jumlah {named}"
    return "; tidak ada gabungan kanal yang menghasilkan angka itu" if 1 < len(counted) <= 2 * _FEW + 1 else ""


def _names(platforms: tuple[str, ...]) -> list[str]:
    vocabulary = load()
    return ["kanal lainnya" if code == "other" else vocabulary.platform_name(code) for code in platforms]


@rule("table_total_mismatch", "error")
def table_total_mismatch(reading: Reading) -> Iterator[Remark]:
    """A total row or column of a table is not the sum of its cells."""
    failed, misread = recount(reading)
    for total in () if misread else failed:
        yield Remark(
            f"{total.place[:1].upper()}{total.place[1:]} tertulis {total.text or total.printed}, "
            f"sedangkan isinya berjumlah {number(total.summed or 0)}.",
            total.page,
            total.bbox,
        )


@rule("platform_outlier", "warning")
def platform_outlier(reading: Reading) -> Iterator[Remark]:
    """A cell is at least 5 times the median of the other non-zero cells of its row, and at least 10 above it."""
    for row in _rows(reading.document.social_media):
        filled = [cell for cell in row if cell.posts]
        for cell in filled:
            others = [other.posts for other in filled if other is not cell and other.posts]
            middle = median(others) if len(others) > 1 else None
            if middle is None or cell.posts is None or cell.posts < max(5 * middle, middle + 10):
                continue
            month = f" bulan {MONTHS[cell.month - 1]}" if cell.month else ""
            yield Remark(
                f"{cell.content_label}{month}: {_names((cell.platform,))[0]} {number(cell.posts)}, "
                f"sedangkan kanal lain sekitar {number(round(middle))}.",
                cell.page,
                cell.bbox,
            )


def _rows(cells: tuple[SocialMedia, ...]) -> list[list[SocialMedia]]:
    """The recap's rows: cells of one label and month, a second cell of a platform beginning a new row."""
    rows: dict[tuple[str, int | None, int], list[SocialMedia]] = defaultdict(list)
    times: dict[tuple[str, int | None, str], int] = defaultdict(int)
    for cell in cells:
        key = (cell.content_label, cell.month, cell.platform)
        rows[(cell.content_label, cell.month, times[key])].append(cell)
        times[key] += 1
    return list(rows.values())
