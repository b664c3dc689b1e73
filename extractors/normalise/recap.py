"""Cells of 'Rekapitulasi Media Sosial', whichever way the table is turned.

Each number is explained by the labels that apply to it: the headings above it, the texts left of it and the
table's caption. A label names a platform, a content type, a month, a week, a measure (posts, followers,
reach) or a total; the labels together say what the number counts. So a recap turned round, one of months over
platforms and one table a platform are all read in the same way.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from extractors.document import SocialMedia
from extractors.doubts.sums import Sum, contradicted
from extractors.geometry import Box
from extractors.normalise.grid import Grid
from extractors.normalise.recap_doubts import doubts
from extractors.normalise.recap_labels import NO_LABEL, Labels
from extractors.normalise.recap_numbers import Number, NumberReader
from extractors.reading import PrintedTotal, UnknownLabel
from extractors.values.numbers import read_count
from extractors.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Recap:
    """What was read from one recap table."""

    cells: tuple[SocialMedia, ...]
    totals: tuple[PrintedTotal, ...]
    unknown: tuple[UnknownLabel, ...]


def read_recap(grid: Grid, caption: Sequence[str], vocabulary: Vocabulary) -> Recap:
    """All posts of one recap table, its printed totals and the labels that the vocabulary lacks."""
    reader = NumberReader(grid, vocabulary)
    context = reader.labeller.caption_labels(caption)
    numbers = [replace(number, row=number.row.over(context)) for number in reader.numbers()]
    numbers = [_named(number) for number in numbers]
    facts = [number for number in numbers if _is_fact(number)]
    sums = [found for number in numbers if (found := _sum(number, numbers, facts))]
    wrong, sound = contradicted(sums), {at for found in sums if not found.over for at in found.cells}
    cells = tuple(
        _fact(number, doubt or wrong.get(at), at in sound)
        for at, (number, doubt) in enumerate(zip(facts, doubts(facts, grid.table.method == "stream"), strict=True))
    )
    totals = tuple(total for number in numbers if (total := _printed_total(number, _summed(number, numbers, facts))))
    return Recap(cells, totals, tuple(_unknown(facts, vocabulary)))


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
    return not (number.total or labels.other_measure or labels.platform is None or labels.content is None)


def _fact(number: Number, doubt: str | None, sound: bool) -> SocialMedia:
    """The typed cell, with what makes its headings doubtful, and its figure unless a `sound` total proves it.

    No total proves a nought: an empty cell adds as little.
    """
    labels = number.labels
    assert labels.platform and labels.content
    count = read_count(number.cell.text)
    doubt = (None if sound and count.value else number.cell.doubt) or doubt or labels.doubt
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


def _summed(total: Number, numbers: Sequence[Number], facts: Sequence[Number]) -> Sequence[Number]:
    """The figures that a printed total may sum: those between the total above it and itself where they give it."""
    above = max((n.cell.row for n in numbers if n.row.total and n.cell.row < total.cell.row), default=-1)
    block = [f for f in facts if f.cell.col == total.cell.col and above < f.cell.row < total.cell.row]
    given = read_count(total.cell.text).value
    return block if total.row.total and sum(read_count(f.cell.text).value or 0 for f in block) == given else facts


def _printed_total(number: Number, facts: Sequence[Number]) -> PrintedTotal | None:
    """The total that `number` prints beside the sum of the cells it stands for."""
    count = read_count(number.cell.text)
    labels = number.labels
    if not number.total or labels.other_measure or count.value is None:
        return None
    counts = [read_count(fact.cell.text) for fact in facts if labels.sums(fact.labels)]
    values = [found.value for found in counts if not found.blank]
    if not values:
        return None
    exact = [value for value in values if value is not None]
    total = sum(exact) if len(exact) == len(values) else None
    place = _total_place(labels)
    return PrintedTotal(place, count.value, number.cell.text, total, number.cell.page, number.cell.box)


def _sum(number: Number, numbers: Sequence[Number], facts: Sequence[Number]) -> Sum | None:
    """A printed total beside its cells; None for one that cannot be added up."""
    parts = _summed(number, numbers, facts)
    total = _printed_total(number, parts)
    if total is None or total.summed is None:
        return None
    cells = frozenset(at for at, fact in enumerate(facts) if fact in parts and number.labels.sums(fact.labels))
    return Sum(total.printed - total.summed, cells)


def _total_place(labels: Labels) -> str:
    """What a total stands for, in words."""
    names = [f"kolom {labels.platform_label}"] if labels.platform else []
    names += [f"baris {labels.content[1]}"] if labels.content else []
    names += [labels.week] if labels.week else []
    names += [f"bulan ke-{labels.month}"] if labels.month else []
    return "jumlah " + (" ".join(names) or "seluruhnya")


def _unknown(facts: Sequence[Number], vocabulary: Vocabulary) -> Iterable[UnknownLabel]:
    """Each label that is in no vocabulary file, once."""
    seen: set[tuple[str, str]] = set()
    for number in facts:
        labels = number.labels
        pairs: list[tuple[str, str, Box]] = []
        if labels.content and labels.content[0] == "other" and not vocabulary.content_type(labels.content[1]):
            pairs.append(("content_type", labels.content[1], number.cell.box))
        if labels.platform == "other" and not vocabulary.platform(labels.platform_label or ""):
            pairs.append(("platform", labels.platform_label or "", number.cell.box))
        for kind, text, box in pairs:
            if (kind, text) not in seen:
                seen.add((kind, text))
                yield UnknownLabel(kind, text, number.cell.page, box)
