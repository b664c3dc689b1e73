"""Figures of a recap that contradict one another: two of the same thing, or a heading that lost its month."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence, Set
from dataclasses import replace

from extractors.document import SocialMedia
from extractors.meaning.recap_labels import NO_LABEL, Labels, is_broken_off
from extractors.meaning.recap_numbers import Number
from extractors.reading import UnknownLabel
from extractors.values.dates import tells_day
from extractors.values.numbers import read_count
from extractors.vocabulary.common_words import is_known

TWICE = "dua angka tabel ini berjudul sama; judul salah satunya mungkin salah terbaca"
NO_MONTH = "bulan angka ini tidak terbaca, sedangkan angka lain berbulan"
STRANGE = "judul beberapa kolom tabel ini tidak dikenal sebagai platform; judulnya mungkin salah terbaca"
UNKNOWN = "judul kolom angka ini tidak dikenal dan tabelnya tanpa garis; judulnya mungkin salah terbaca"
BROKEN = "judul angka ini tercetak sepotong-sepotong atau terpotong; mungkin salah terbaca"
"""Why a figure is doubted whose heading is nothing but pieces of words: a cell too low or narrow for turned text."""
BESIDE = "kolom ini kosong, sedangkan kolom lain tanpa judul berisi angka; judulnya mungkin milik kolom itu"
"""Why a blank is doubted under a heading with nothing below it, where figures stand under none."""
SHIFTED = "judul beberapa kolom tabel tanpa garis ini sama dan kolom lain tanpa bulan; semua judulnya mungkin bergeser"
"""Why all figures are doubted of a table without rules with columns of one name and others that lack their month."""
SPANS = "angka ini menempati lebih dari satu kolom berjudul; kolomnya mungkin salah terbaca"
SPACED = "angka ini berisi spasi; mungkin dua angka terbaca sebagai satu"
CROWDED = "sel lain di baris ini berisi dua angka; salah satunya mungkin milik sel kosong ini"
"""Why a blank is doubted beside two figures in one cell: 'nihil' set left stands close to the figure before it."""
_SPACED = re.compile(r"\d\s+\d")
PIECES = 3
"""A heading of so many pieces, most of them of one or two letters, is no name as anybody writes it."""
NO_NAME = "judul angka ini memuat nomor, tanggal atau jumlah; mungkin tercampur dengan sel lain"
"""Why a figure is doubted whose unknown name begins with a number, is a day or tells of a total."""
NOTHING = "semua sel kolom ini kosong; angkanya mungkin terbaca di kolom lain"
"""Why blanks are doubted that make up a whole column of several rows."""
UNREAD = "sel ini tampak kosong pada hasil pindai; angkanya mungkin tidak terbaca"
STRANGER = "judul angka ini tidak dikenal; pada hasil pindai mungkin salah terbaca"
_TOTAL = re.compile(r"\b(jumlah|total)\b", re.IGNORECASE)
FEW = 0.2
"""Share of a table's cells: where more are empty, an empty cell is how the table says nil."""


def with_blanks_doubted(cells: Sequence[SocialMedia], scanned: Collection[int]) -> tuple[SocialMedia, ...]:
    """The cells of one table, the few empty ones on scanned pages doubted: a pale figure may have been missed."""
    blanks = [cell for cell in cells if cell.posts is None and not cell.posts_text]
    if len(blanks) > FEW * len(cells):
        return tuple(cells)
    return tuple(
        replace(cell, doubt=cell.doubt or UNREAD) if cell in blanks and cell.page in scanned else cell for cell in cells
    )


def with_strangers_doubted(
    cells: Sequence[SocialMedia], unknown: Iterable[UnknownLabel], scanned: Collection[int]
) -> tuple[SocialMedia, ...]:
    """The cells on scanned pages doubted whose platform or label nobody knows: its name may have been misread.

    A label of nothing but common words is read right.
    """
    names = {(label.kind, label.text) for label in unknown if label.kind == "platform" or not is_known(label.text)}
    platform = any(kind == "platform" for kind, _ in names)

    def is_strange(cell: SocialMedia) -> bool:
        return (platform and cell.platform == "other") or ("content_type", cell.content_label) in names

    return tuple(
        replace(cell, doubt=cell.doubt or STRANGER) if cell.page in scanned and is_strange(cell) else cell
        for cell in cells
    )


def with_undated_doubted(cells: Sequence[SocialMedia]) -> tuple[SocialMedia, ...]:
    """The cells of a table beside others that tell a month, those without one doubted."""
    return tuple(cell if cell.month else replace(cell, doubt=cell.doubt or NO_MONTH) for cell in cells)


def doubts(facts: Sequence[Number], unruled: bool, unknown: Set[str]) -> list[str | None]:
    """Why each of the figures of one table may stand under a wrong heading; None for those that may not.

    Where no rules part the columns (`unruled`), a heading that nobody knows (one of `unknown`) may be made of two.
    One new platform may be in use anywhere; several in one table are a sign that its headings were not read, and where
    a column has lost its own, all of them may have slid.
    """
    table = _Table(facts, unruled, unknown)
    found = [table.why(fact) for fact in facts]
    shifted = unruled and {TWICE, NO_MONTH} <= set(found)
    return [doubt or (SHIFTED if shifted else None) for doubt in found]


class _Table:
    """What a figure is held against: the others of its table."""

    def __init__(self, facts: Sequence[Number], unruled: bool, unknown: Set[str]) -> None:
        """For the figures of one table; see `doubts`."""
        self.unruled, self.unknown = unruled, unknown
        self.seen = Counter(map(_key, facts))
        self.dated = any(fact.labels.month for fact in facts)
        self.filled = {fact.cell.col for fact in facts if fact.cell.text}
        self.crowded = {fact.cell.row for fact in facts if _holds_two(fact.cell.text)}
        self.lost = unruled and any(NO_LABEL in _names(fact.labels) for fact in facts)
        self.strange = len({fact.labels.platform_label for fact in facts if fact.labels.platform == "other"}) > 1
        self.headings = {fact.cell.col: fact.column for fact in facts}
        self.bare = _bare_columns(facts)

    def why(self, fact: Number) -> str | None:
        """The first reason that holds for a figure."""
        return next((reason for reason, holds in [*self._of_place(fact), *self._of_name(fact)] if holds), None)

    def _of_place(self, fact: Number) -> list[tuple[str, bool]]:
        """Reasons to think that the figure is another one's, or stands in another's column."""
        cell = fact.cell
        over = range(cell.col + 1, cell.col + cell.colspan)
        return [
            (SPANS, any(self.headings.get(col, fact.column) != fact.column for col in over)),
            (TWICE, self.seen[_key(fact)] > 1),
            (NO_MONTH, self.dated and not fact.labels.month),
            (SPACED, bool(_SPACED.search(cell.text))),
            (CROWDED, cell.row in self.crowded and not cell.text),
            (BESIDE, self.lost and cell.col not in self.filled),
        ]

    def _of_name(self, fact: Number) -> list[tuple[str, bool]]:
        """Reasons to think that its heading or its row's name is not what was printed."""
        other = fact.labels.platform == "other"
        stump = other and len(fact.labels.platform_label or "") == 1
        return [
            (BROKEN, stump or any(map(_is_broken, _names(fact.labels))) or _is_cut(fact.labels)),
            (NO_NAME, any(map(_is_no_name, _unknown_names(fact.labels)))),
            (NOTHING, fact.cell.col in self.bare),
            (STRANGE, self.strange and (self.lost or other)),
            (UNKNOWN, self.unruled and any(name in self.unknown for name in _unknown_names(fact.column))),
        ]


def _names(labels: Labels) -> list[str]:
    """What a figure counts, as printed."""
    return [name for name in (labels.platform_label, labels.content and labels.content[1]) if name]


def _holds_two(text: str) -> bool:
    """Whether a cell holds two figures: '36 nihil'."""
    pieces = text.split()
    return len(pieces) == 2 and all(read_count(piece).exact for piece in pieces)


def _is_cut(labels: Labels) -> bool:
    """Whether an unknown content type has the short end of a broken word in it: 'Netiz en'."""
    if not labels.content or labels.content[0] != "other":
        return False
    return any(len(piece) < PIECES and is_broken_off(piece) for piece in labels.content[1].split()[1:])


def _is_broken(name: str) -> bool:
    """Whether a name is in pieces: 'K P U Fl a', 'B er it a K'."""
    sizes = [len(piece) for piece in name.split()]
    return len(sizes) >= PIECES and max(sizes) <= PIECES and sum(size < PIECES for size in sizes) * 2 > len(sizes)


def _unknown_names(labels: Labels) -> list[str]:
    """What a figure counts, as printed, as far as nobody knows the name."""
    names = [labels.platform_label] if labels.platform == "other" else []
    names += [labels.content[1]] if labels.content and labels.content[0] == "other" else []
    return [name for name in names if name]


def _is_no_name(name: str) -> bool:
    """Whether a text is no name, or a name and something else: '1 Polling', '21 Mar 2024', 'Jumlah Total trea'."""
    if name == NO_LABEL:
        return False
    return name[:1].isdigit() or tells_day(name) or bool(_TOTAL.search(name))


def _bare_columns(facts: Sequence[Number]) -> set[int]:
    """The columns of several rows, all of them blank, beside columns that are not."""
    filled = {fact.cell.col for fact in facts if fact.cell.text}
    rows = Counter(fact.cell.col for fact in facts)
    return {col for col, count in rows.items() if col not in filled and count >= PIECES} if filled else set()


def _key(fact: Number) -> tuple[object, ...]:
    """What a figure counts, as printed: its row's text tells rows apart whose code is 'other'."""
    labels = fact.labels
    return (labels.content, labels.platform, labels.platform_label, labels.month, labels.week)
