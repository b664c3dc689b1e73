"""Row numbers that are used twice or skipped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractors.checks.registry import Remark, rule
from extractors.reading import Numbering, Reading
from extractors.values.numbers import read_roman

_Run = list[tuple[int, int | None]]
"""Row numbers with their pages."""
_GROUPS = 3
"""A table has no more months than these, each with a count of its own."""


@rule("numbering_duplicate", "info")
def numbering_duplicate(reading: Reading) -> Iterator[Remark]:
    """A row number is used twice in one table or list."""
    for numbering in reading.evidence.numberings:
        for run in _runs(numbering):
            counts: dict[int, int] = {}
            for value, page in run:
                counts[value] = counts.get(value, 0) + 1
                if counts[value] == 2:
                    times = "dua kali" if sum(v == value for v, _ in run) == 2 else "lebih dari dua kali"
                    yield Remark(f"Nomor {value} dipakai {times} pada {numbering.place}.", page)


@rule("numbering_gap", "info")
def numbering_gap(reading: Reading) -> Iterator[Remark]:
    """A row number is skipped."""
    for numbering in reading.evidence.numberings:
        for run in _runs(numbering):
            used = sorted({value for value, _ in run})
            for before, after in pairwise(used):
                if after - before > 1:
                    skipped = f"{before + 1}" if after - before == 2 else f"{before + 1} s.d {after - 1}"
                    page = next(page for value, page in run if value == after)
                    yield Remark(
                        f"Nomor {skipped} tidak ada pada {numbering.place} (sesudah {before} langsung {after}).", page
                    )


def _runs(numbering: Numbering) -> Iterator[_Run]:
    """The numbers in runs; one that starts again at 1 is a new run. Rows without a number do not count.

    Where 1 comes again and again each group of rows has its own count, also those of one row.
    """
    run: _Run = []
    values = _values(numbering.numbers)
    grouped = values.count(1) > _GROUPS
    for value, page in zip(values, _pages(numbering), strict=True):
        if value is None:
            continue
        if value == 1 and run and (grouped or run[-1][0] > 1):
            yield run
            run = []
        run.append((value, page))
    if run:
        yield run


def _pages(numbering: Numbering) -> list[int | None]:
    """A page for every number, whatever the evidence gives."""
    pages: list[int | None] = list(numbering.pages[: len(numbering.numbers)])
    return pages + [None] * (len(numbering.numbers) - len(pages))


def _values(texts: Sequence[str | None]) -> list[int | None]:
    """Row numbers as integers: digits, or Roman numerals or letters where a whole list has them."""
    plain = [(text or "").strip(" .)(") for text in texts]
    printed = [text for text in plain if text]
    if printed and all(map(read_roman, printed)) and any(len(text) > 1 for text in printed):
        return [read_roman(text) for text in plain]
    if printed and all(len(text) == 1 and text.isascii() and text.isalpha() for text in printed):
        return [ord(text.casefold()) - ord("a") + 1 if text else None for text in plain]
    return [int(text) if text.isascii() and text.isdigit() and len(text) <= 4 else None for text in plain]
