"""What the texts of a recap say of its figures: a platform, a content type, a month, a week, a measure, a total."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from extractors.structure.outline import strip_marker
from extractors.values.dates import find_dates
from extractors.vocabulary import EXACT, Match, Vocabulary, months
from extractors.vocabulary.common_words import is_known

TOTAL = re.compile(
    r"^(sub\s*)?(jumlah|total|jml|jlh|grand total|keseluruhan|seluruhnya|[Σ∑])"
    r"(\s+(keseluruhan|seluruhnya|total|akhir|semua|per\s*\w+))?\W*$",
    re.I,
)
_TOTAL_OF = re.compile(r"^(sub\s*)?(jumlah|total|jml|jlh)\W+(?P<what>(bulan\s+)?\w+(\s+\w+)?)$", re.IGNORECASE)
"""The total of a group of rows: 'Jumlah April', 'Total Minggu II'."""
WEEK = re.compile(r"\b(minggu|pekan|mg|week)\b|^M\s*-?\s*(\d|I{1,3}|IV|V)$", re.IGNORECASE)
_WEEK_NAMED = re.compile(r"\b(minggu|pekan)\s+(ke\s*-?\s*)?\w+", re.IGNORECASE)
_POSTS = re.compile(
    r"^(jumlah|jml|jlh|banyak(nya)?|total)\W+(post\w*|unggah\w*|konten|publikasi|kiriman|tayangan konten)"
    r"(\s+(per|tiap|setiap)\s+\w+)?\W*$",
    re.IGNORECASE,
)
_WEEK_NUMBER = re.compile(r"^(I{1,3}|IV|V|[1-5])(\s*\(\d{1,2}\s*[-–]\s*\d{1,2}\b[^()]*\))?$")
"""A week's number, with its days: 'II (8–14)'."""
_DAYS = re.compile(
    r"\d{1,2}\s*(?:[-–]|s\.?\s?[./]?d\.?|sampai(?: dengan)?)\s*\d{1,2}(?:\s+(?P<month>[a-z]+)\.?(?:\s+20\d\d)?)?", re.I
)
"""The days of a week without its number: '8–14 April 2024'."""
OTHER_MEASURE = re.compile(
    r"\b(pengikut|followers?|subscribers?|jangkauan|reach|tayangan|views?|impresi|impressions?|like|suka|interaksi|"
    r"engagement|komentar|akun|nama akun|link|tautan|keterangan|ket|persen(tase)?|rata|target|sasaran|kumulatif|"
    r"akumulasi|(?:jumlah|total)\s+(?:triwulan|tw)|selisih|kenaikan|penurunan|sebelumnya|lalu)\b|%|\bs\W?d\W{0,2}\s*(triwulan|tw|bulan)\b",
    re.IGNORECASE,
)
"""What tells that figures count something else than posts, or more than a quarter's."""
_AROUND_MONTH = re.compile(r"^bulan\s+|\s+(tahun\s+)?20\d\d$", re.IGNORECASE)
"""What may stand about the name of a month: 'Bulan April 2024'."""
_OPEN = re.compile(r"(?:\b(?:sampai|dengan|s\.?\s?[./]?d\.?|hingga|dan)|[,–—-])\s*$", re.IGNORECASE)
_OPENS = re.compile(r"\s*(?:sampai|s\.?\s?[./]?d\b|hingga|dan\b|[–—-])", re.IGNORECASE)
"""How a line ends, and how the next one begins, of a title from when to when."""
_AT = re.compile(r"\s+(?:(?:di|pada|melalui|lewat)\s+(?:akun\s+)?|[-–—]\s+)", re.IGNORECASE)
"""What stands between a content type and the platform in one name: 'Foto Berita di Instagram'."""
_FEW_WORDS = 6
SURE = 85
"""How sure a content type must be where platforms and content types are told apart."""
NO_LABEL = "(tanpa judul)"
"""Stands for a heading that is not there."""
NO_MONTH = 0
"""The nearest line with months names several: the table is about no single one."""


@dataclass(frozen=True, slots=True)
class Labels:
    """What is known of a number from its labels; `content` is (code, printed label), `doubt` why one may be misread."""

    platform: str | None = None
    platform_label: str | None = None
    content: tuple[str, str] | None = None
    month: int | None = None
    week: str | None = None
    total: bool = False
    other_measure: bool = False
    doubt: str | None = field(default=None, compare=False)

    def over(self, outer: Labels) -> Labels:
        """These labels, with what only `outer` names added, and its doubt with it."""
        joined = Labels(
            platform=self.platform or outer.platform,
            platform_label=self.platform_label or outer.platform_label,
            content=self.content or outer.content,
            month=self.month or outer.month,
            week=self.week or outer.week,
            total=self.total or outer.total,
            other_measure=self.other_measure or outer.other_measure,
            doubt=self.doubt,
        )
        return joined if joined == self else replace(joined, doubt=self.doubt or outer.doubt)

    def sums(self, fact: Labels) -> bool:
        """Whether a total of these labels counts a figure in: each label that the total has is the figure's."""
        return (
            self.content in (None, fact.content)
            and self.platform in (None, fact.platform)
            and self.month in (None, fact.month)
            and self.week in (None, fact.week)
        )


class Labeller:
    """Reads labels by the vocabulary; `turned` says that the headings name the content types."""

    def __init__(self, vocabulary: Vocabulary, turned: bool) -> None:
        """With the vocabulary, for a table turned round or not."""
        self.vocabulary, self.turned = vocabulary, turned

    def label(self, text: str, content: bool, doubt: str | None = None) -> Labels:
        """What one text names; `content` says that an unknown name is a content type, `doubt` why it may be misread.

        Letters that were read wrong make no known spelling: what is spelled so was read right. A week is no part of
        what a figure counts.
        """
        found = self._label(text, content)
        sure = doubt is None or found.week is not None or self._is_spelled(text)
        return found if sure else replace(found, doubt=f"judul: {doubt}")

    def _is_spelled(self, text: str) -> bool:
        """Whether a text is letter for letter what some platform, content type or month is called."""
        kinds = (self.vocabulary.platform, self.vocabulary.content_type)
        spelled = any(match is not None and match.score == EXACT for kind in kinds if (match := kind(text)))
        return spelled or months().exact(text) is not None

    def _label(self, text: str, content: bool) -> Labels:
        text = _mended(strip_marker(" ".join(text.split())))
        if (plain := self._without_name(text)) is not None:
            return plain
        platform = self.vocabulary.platform(text) if len(text.split()) <= _FEW_WORDS else None
        match = self.vocabulary.content_type(text)
        if platform and not (content and match and match.score >= platform.score):
            broken = len(text.split()) > len(platform.entry.split())  # by a narrow column: 'Th rea ds'
            label = platform.entry if broken and platform.score == EXACT else text
            return Labels(platform=platform.code, platform_label=label)
        if month := self.vocabulary.month(_AROUND_MONTH.sub("", text)):
            return Labels(month=month)
        return self._content(text, match) if content else self._heading(text, match)

    def _without_name(self, text: str) -> Labels | None:
        """What a text says that names nothing: a total, the word for posts, a week's number; None for a name."""
        if TOTAL.match(text):
            return Labels(total=True)
        if group := _TOTAL_OF.match(text):
            months = self._months(group["what"])
            if len(months) == 1 or WEEK.search(group["what"]):
                return Labels(total=True, month=min(months, default=None))
        if _POSTS.match(text):
            return Labels()
        if days := _DAYS.fullmatch(text):
            return Labels(week=text, month=min(self._months(days["month"] or ""), default=None))
        return Labels(week=text) if _WEEK_NUMBER.match(text) else None

    def _content(self, text: str, match: Match | None) -> Labels:
        """What a text names where content types stand; `match` is the one that it is like."""
        what, _, where = (part.strip() for part in _AT.sub("\0", text, count=1).partition("\0"))
        content, platform = self.vocabulary.content_type(what), self.vocabulary.platform(where) if where else None
        if content and platform and content.score >= SURE and platform.score == EXACT:
            return Labels(platform=platform.code, platform_label=where, content=(content.code, what))
        if match:
            return Labels(content=(match.code, text))
        if WEEK.search(text):
            return Labels(week=text.casefold())
        header = self.vocabulary.header(text)
        if header and header.code in {"posts", "content_type", "platform", "number"}:
            return Labels()
        return Labels(other_measure=True) if OTHER_MEASURE.search(text) else Labels(content=("other", text))

    def _heading(self, text: str, match: Match | None) -> Labels:
        """What a text names where platforms stand; `match` is the content type that it is like."""
        if WEEK.search(text):
            return Labels(week=text.casefold())
        header = self.vocabulary.header(text)
        if header and header.code in {"posts", "platform", "content_type"}:
            return Labels()
        if OTHER_MEASURE.search(text) or (header and header.code == "number"):
            return Labels(other_measure=True)
        if match and not self.turned:
            return Labels(content=(match.code, text))
        if header or not any(ch.isalpha() for ch in text):
            return Labels()
        return Labels(platform="other", platform_label=text)

    def caption_labels(self, caption: Sequence[str]) -> Labels:
        """Platform and month that the lines above the table name, the nearest line first, and the type that it is."""
        labels = Labels(content=self._type_told(strip_marker(caption[-1])) if caption else None)
        for above, text in reversed([*pairwise(("", *caption))]):
            # A single day ('per 31 Maret 2024', a row that hangs above the table) is not what the table is about.
            dates = find_dates(strip_marker(text))  # '1. Oktober 2024' is no day
            days = any(reading.start and reading.start == reading.end for reading in dates)
            goes_on = _OPEN.search(above) or _OPENS.match(text)
            months = set[int]() if days else self._months(f"{above} {text}" if goes_on else text)
            if months and labels.month is None:
                labels = replace(labels, month=months.pop() if len(months) == 1 else NO_MONTH)
            if labels.platform is None:
                code, label = self._platform(text)
                labels = replace(labels, platform=code, platform_label=label)
        return replace(labels, month=labels.month or None)

    def _type_of(self, title: str) -> tuple[str, str] | None:
        """The content type that a title is, letter for letter."""
        match = self.vocabulary.content_type(title)
        return (match.code, title) if match and match.score == EXACT else None

    def _type_told(self, title: str) -> tuple[str, str] | None:
        """The content type that a title is, or that stands in it behind a colon: 'Rekapitulasi: Berita per Minggu'."""
        behind = re.split(r"\s+per\s", title.rpartition(":")[2].strip())[0]
        return self._type_of(title) or (self._type_of(behind) if behind != title else None)

    def banner(self, text: str, doubt: str | None = None) -> Labels:
        """What the title of a group of rows says of them: month, week, platform, or the content type that it is."""
        months, week = self._months(text), _WEEK_NAMED.search(text)
        code, label = self._platform(text)
        month = months.pop() if len(months) == 1 else None
        content = None if code or month or week else self._type_of(strip_marker(text))
        named = Labels(code, label, content, month, week.group(0) if week else None)
        names = [label, *(word for word in re.findall(r"[A-Za-z]+", text) if month and self.vocabulary.month(word))]
        spelled = all(self._is_spelled(name) for name in names if name)
        return named if doubt is None or spelled else replace(named, doubt=f"judul: {doubt}")

    def _months(self, text: str) -> set[int]:
        """The months that a line names."""
        return {month for word in re.findall(r"[A-Za-z]+", text) if (month := self.vocabulary.month(word))}

    def _platform(self, text: str) -> tuple[str, str] | tuple[None, None]:
        """The one platform that a line names, with the words that name it; nothing where it names several or none."""
        words = re.findall(r"[A-Za-z]+", text)
        found: dict[str, str] = {}
        for size in (2, 1):
            for at in range(len(words) - size + 1):
                name = " ".join(words[at : at + size])
                if match := self.vocabulary.platform(name):
                    found.setdefault(match.code, name)
        return next(iter(found.items())) if len(found) == 1 else (None, None)


def _mended(text: str) -> str:
    """A label whose words a narrow cell broke put together: 'Tota l', 'Kumulat if', 'Podca st'."""
    whole = "".join(text.split())
    if TOTAL.match(whole) or OTHER_MEASURE.fullmatch(whole):
        return whole
    pieces: list[str] = []
    for piece in text.split():
        broken = bool(pieces) and is_broken_off(piece) and is_known(pieces[-1] + piece)
        if broken and (len(piece) == 1 or not is_known(pieces[-1])):
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return " ".join(pieces)


def is_broken_off(piece: str) -> bool:
    """Whether a piece of a label looks like the end of a broken word: in small letters, and no word itself."""
    return piece.isalpha() and piece.islower() and not is_known(piece)
