"""Cells of 'Rekapitulasi Media Sosial', whichever way the table is turned.

Each number is explained by the labels that apply to it: the headings above it, the texts left of it and the
table's caption. A label names a platform, a content type, a month, a week, a measure (posts, followers,
reach) or a total; the labels together say what the number counts. So a recap turned round, one of months over
platforms and one table a platform are all read in the same way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.document import SocialMedia
from extractors.doubts.sums import Sum, contradicted
from extractors.geometry import Box
from extractors.meaning.grid import Grid
from extractors.meaning.recap_labels import NO_LABEL, Labels
from extractors.meaning.recap_numbers import Number, NumberReader
from extractors.normalise.recap_doubts import doubts
from extractors.normalise.recap_sums import with_summed_rows, with_sums_told
from extractors.reading import PrintedTotal, UnknownLabel
from extractors.values.numbers import Count, read_count
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
    context = reader.corner().over(reader.labeller.caption_labels(caption))
    numbers = [replace(number, row=number.row.over(context)) for number in reader.numbers()]
    numbers = [_named(number) for number in numbers]
    numbers = with_sums_told(with_summed_rows(numbers), grid.table.method == "stream")
    facts = [number for number in numbers if _is_fact(number)]
    added = list(_added_up(numbers, facts))
    sums = [Sum(total.printed - total.summed, cells) for total, cells in added if total.summed is not None]
    wrong, sound = contradicted(sums), {at for found in sums if not found.over for at in found.cells}
    unknown = tuple(_unknown(facts, vocabulary))
    found = doubts(facts, grid.table.method == "stream", frozenset(label.text for label in unknown))
    cells = tuple(
        _fact(number, doubt or wrong.get(at), at in sound)
        for at, (number, doubt) in enumerate(zip(facts, found, strict=True))
    )
    return Recap(cells, tuple(total for total, _ in added), unknown)


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


def _added_up(numbers: Sequence[Number], facts: Sequence[Number]) -> Iterator[tuple[PrintedTotal, frozenset[int]]]:
    """Each printed total beside the sum of the cells it stands for, and the places of these among the facts."""
    counts = [read_count(fact.cell.text) for fact in facts]
    for number in numbers:
        labels, printed = number.labels, read_count(number.cell.text).value
        if not number.total or labels.other_measure or printed is None:
            continue
        cells = [at for at in _summed(number, numbers, facts, counts) if labels.sums(facts[at].labels)]
        values = [counts[at].value for at in cells if not counts[at].blank]
        if values:
            exact = [value for value in values if value is not None]
            summed = sum(exact) if len(exact) == len(values) else None
            cell = number.cell
            yield PrintedTotal(_total_place(labels), printed, cell.text, summed, cell.page, cell.box), frozenset(cells)


def _summed(
    total: Number, numbers: Sequence[Number], facts: Sequence[Number], counts: Sequence[Count]
) -> Sequence[int]:
    """The places of the facts that a printed total may sum: those between the total above and it where they give it."""
    everything = range(len(facts))
    if not total.row.total:
        return everything
    above = max((n.cell.row for n in numbers if n.row.total and n.cell.row < total.cell.row), default=-1)
    block = [at for at in everything if total.column.total or facts[at].cell.col == total.cell.col]
    block = [at for at in block if above < facts[at].cell.row < total.cell.row]
    given = read_count(total.cell.text).value
    return block if sum(counts[at].value or 0 for at in block) == given else everything


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
