"""The report's parts by their headings, whatever their numbering, order and wording.

A heading is a line that the vocabulary knows as one and that looks like one: numbered, bold, in capitals or
short and alone. The outline of numbers keeps apart a chapter and a point of the same words inside another
chapter. Tables of contents repeat all headings and are taken out first; what follows the signature is appendix.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.geometry import Table
from extractors.structure.flow import Item, Line, only_lines, only_tables, place
from extractors.structure.outline import Marker, Outline, read_marker, strip_marker
from extractors.structure.run_in import part_run_in
from extractors.structure.section import CORE, FACTS, MEETINGS, NARRATIVE, SECTORS, SURE, Head, Section
from extractors.structure.setting import WIDE_BLANK, Setting, goes_on
from extractors.structure.signature import has_nip, heads_signature
from extractors.structure.toc import without_contents
from extractors.values.dates import date_end, tells_day, tells_more
from extractors.vocabulary import EXACT, Match, Vocabulary
from extractors.vocabulary.partners import sectors_of_partners

MAX_HEADING_WORDS = 18
TITLE_LINES = 2
"""The title of a meeting stands so many lines over its day at most."""
OUTER_STYLES = frozenset({"I.", "A.", "bab", "1.1"})
"""Numbers that chapters have and list items have not."""
MAX_TAIL = 5
"""A one-word heading ('Umum', 'Saran') has at most this many words with what follows it."""
SIGNATURE_LINES = 10
"""How many lines after the place and date a NIP may stand."""

_BARE_NUMBER = re.compile(r"^(\d{1,2}|[A-Z])\s+(?=[^\W\d_]{3})")
"""The number or letter of a heading without the full stop behind it: '2 Dasar Hukum'."""
_WITH = re.compile(r"(?:dengan|bersama|unsur|pihak|kelompok)\b", re.IGNORECASE)
"""How a title begins that names partners, whatever its number."""
_ANY = re.compile("")
CLOSING = re.compile(r"^demikian(lah)?\b", re.IGNORECASE)


@dataclass(slots=True)
class _Open:
    """The section being filled."""

    code: str
    heading: list[Line]
    level: int
    items: list[Item] = field(default_factory=list)

    def close(self) -> Section:
        """The section as it is when the next begins."""
        first = self.heading[0] if self.heading else next(iter(self.items), None)
        page = 1 if first is None else place(first)[0]
        return Section(self.code, tuple(self.heading), page, tuple(self.items))


def split_sections(flow: Sequence[Item], vocabulary: Vocabulary) -> list[Section]:
    """The report cut at its headings, in document order; what follows the signature is "appendix"."""
    return _Splitter(vocabulary).run(without_contents(flow, vocabulary))


class _Splitter:
    """Walks the flow once, opening a section at each heading."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.outline = Outline()
        self.done: list[Section] = []
        self.setting = Setting([])
        self.rest: Line | None = None
        self.open = _Open("front", [], -1)

    def run(self, flow: Sequence[Item]) -> list[Section]:
        """The sections of the whole flow."""
        self.setting = Setting(list(only_lines(flow)))
        for index, item in enumerate(flow):
            if isinstance(item, Table) or not self._heading(item, flow[index + 1 : index + 1 + SIGNATURE_LINES]):
                self.open.items.append(item)
        return [*self.done, self.open.close()]

    def _heading(self, line: Line, ahead: Sequence[Item]) -> bool:
        """Takes `line` as a heading if it is one; `ahead` is what follows it."""
        if isinstance(line, Head):
            self._begin(line.code, [line], self._level(None))
            return True
        if self.open.code == "appendix" and self._is_whole():
            return False
        if self.open.code == "signature":
            return self._after_signature(line)
        if self._continues_heading(line):
            self.open.heading.append(line)
            whole = self.vocabulary.section_by_words(" ".join(part.text for part in self.open.heading))
            if whole and whole.code in SECTORS and self.open.code == "coordination":
                self.open.code = whole.code
            return True
        if self._begins_signature(line, ahead):
            self._begin("signature", [], -1)
            self.open.items.append(line)
            return True
        in_prose = self.open.code in NARRATIVE | {"closing_parts", "other"}
        if parts := part_run_in(line, self.vocabulary, in_prose):
            self._begin(parts[0].code, [parts[0]], self._level(None))
            self.open.items.append(parts[1])
            return True
        marker = read_marker(line.text)
        numbered = marker is not None and marker.style != "bullet"
        below = list(only_lines(ahead))
        code = self._code(line, marker, below) or self._of_partners(line, _WITH)
        if (code is None and not (numbered and line.bold)) or (numbered and self._titles_item(line, below)):
            return False
        signed = any(section.code == "signature" for section in self.done)
        if self.open.code == "appendix" and signed and code not in FACTS | SECTORS:
            return False  # a decree has its own legal basis
        level = self._level(marker)
        if self._is_inside(code, marker, level):
            return False
        self._begin(code or self._of_partners(line) or "other", [line], level)
        return True

    def _titles_item(self, line: Line, below: Sequence[Line]) -> bool:
        """Whether a numbered line stands right over the field of a day: the name of an item, unless one of a part.

        The name may go on in a second line.
        """
        more = below[:1] if line.bold and below and below[0].bold and not read_marker(below[0].text) else []
        if not any(":" in field.text and _tells_when(field) for field in below[: 1 + len(more)]):
            return False
        match = self.vocabulary.section(strip_marker(line.text).rstrip(" :."))
        return match is None or match.score < SURE

    def _of_partners(self, line: Line, form: re.Pattern[str] = _ANY) -> str | None:
        """The sector of the partners that a bold title of this form names where meetings are told: 'Dengan Ormas'."""
        told = self.open.code in SECTORS | {"coordination"} and line.bold and form.match(strip_marker(line.text))
        ends = line.text.endswith((".", ";", ",")) or tells_day(line.text)
        named = sectors_of_partners(line.text) if told and not ends else set()
        return (
            {"pemerintah": "government", "non_pemerintah": "non_government"}[named.pop()] if len(named) == 1 else None
        )

    def _is_whole(self) -> bool:
        """Whether the body of the report is told: what is called an appendix before that is a part of it.

        A letter may be signed before all facts, which it attaches.
        """
        codes = ["coordination" if section.code in SECTORS else section.code for section in self.done]
        signed = codes.index("signature") if "signature" in codes else 0
        return {*codes} >= FACTS or bool(FACTS.intersection(codes[:signed]))

    def _is_inside(self, code: str | None, marker: Marker | None, level: int) -> bool:
        """Whether a heading is a point of the open part, or the title of a table in it, and begins none of its own."""
        if code is None:
            return level > self.open.level or self.open.code == "front"
        if code == self.open.code and marker is None and self.open.items:
            return True
        if self.open.code in NARRATIVE and code not in NARRATIVE:
            numbered = any(read_marker(other.text) for other in self.open.heading)
            return level > self.open.level or (numbered and marker is None)
        return False

    def _last(self) -> Item | None:
        """What was taken last into the open section."""
        return self.open.items[-1] if self.open.items else None

    def _begin(self, code: str, heading: list[Line], level: int) -> None:
        self.done.append(self.open.close())
        self.open = _Open(code, heading, level)

    def _level(self, marker: Marker | None) -> int:
        """The heading's level; one without a number stands beside the section before it."""
        if marker is None or marker.style == "bullet":
            return max(self.open.level, 0)
        return self.outline.take(marker)

    def _code(self, line: Line, marker: Marker | None, ahead: Sequence[Line]) -> str | None:
        """The code of the part that `line` is the heading of (its wording may run on in the next), or None."""
        text = line.text[marker.length :].strip() if marker else line.text.strip()
        if self.setting.is_shown(line, text):
            text = _BARE_NUMBER.sub("", text)
        words = text.split()
        if not words or len(words) > MAX_HEADING_WORDS or (text.endswith((".", ";", ",")) and not line.bold):
            return None
        if marker is None and text[0].islower():
            return None  # the rest of a line above
        below = ahead[0] if ahead else None
        match = self.vocabulary.section(text.rstrip(" :.")) or self._match_joined(text, line, marker, below)
        if match is None:
            own = self.vocabulary.section_by_words(text) if self._may_be_own_wording(line, text, marker) else None
            titles = own is not None and marker is None and any(map(_tells_when, ahead[:TITLE_LINES]))
            if titles or (own and self._is_below_day(line)):
                return None  # the title of a meeting, or what was told that day
            return own.code if own else None
        if self._is_other(line, match, words, marker):
            return None
        named = match.code in SECTORS and self.open.code in MEETINGS and text.endswith(":")
        if match.score >= SURE and (
            named or self.setting.is_shown(line, text) or self.setting.stands_alone(line, text, self._last())
        ):
            return match.code
        shown = self.setting.is_shown(line, text) or (marker is not None and marker.style != "bullet")
        return match.code if shown and not self._continues_list(marker) else None

    def _is_other(self, line: Line, match: Match, words: Sequence[str], marker: Marker | None) -> bool:
        """Whether a line of a heading's words is something else: a sentence, a cover's title, a caption, a cell."""
        named = len(match.entry.split())
        counted = match.code == "implementation" and words[-1].strip(".:").isdigit()  # 'Kegiatan 2'
        if counted or (named == 1 and len(words) > MAX_TAIL):
            return True
        if marker is not None:
            return False
        titled = self.open.code == "front" and len(words) > named
        captioned = self.open.code == "photos" and match.code in SECTORS
        torn = self.open.code == "front" and match.code in SECTORS and goes_on(line, self._last())
        more = named < len(words) and self._is_below_day(line)
        return titled or captioned or torn or more or self.setting.in_a_column(line, self._last())

    def _may_be_own_wording(self, line: Line, text: str, marker: Marker | None) -> bool:
        """Whether a line is set so clearly as a heading that its stems may tell its part."""
        if self.open.code in {"front", "photos"} and marker is None:
            return False  # a cover's title, a caption in capitals
        outer = marker is not None and marker.style in OUTER_STYLES
        if (
            not (self.setting.is_shown(line, text) or outer)
            or self.setting.in_a_column(line, self._last())
            or self._continues_list(marker)
        ):
            return False
        # 'Foto Berita' stands over what a recap counts, maybe beside the title of another table.
        return not all(self._is_content_type(part.text) for part in line.segments(WIDE_BLANK))

    def _is_content_type(self, text: str) -> bool:
        """Whether a text is the name of a content type, letter for letter."""
        match = self.vocabulary.content_type(strip_marker(text))
        return match is not None and match.score >= EXACT

    def _match_joined(self, text: str, line: Line, marker: Marker | None, below: Line | None) -> Match | None:
        """The match of a heading that is broken over two lines."""
        if below is None or below.page != line.page or below.top - line.bottom > 1.2 * line.size:
            return None
        if (
            read_marker(below.text)
            or not (marker or line.bold)
            or line.bold != below.bold
            or line.x1 + below.words[0].x1 - below.words[0].x0 < self.setting.right - 120
        ):
            return None
        match = self.vocabulary.section(f"{text} {below.text}".rstrip(" :."))
        self.rest = below if match else None
        return match

    def _is_below_day(self, line: Line) -> bool:
        """Whether a line, or the bold one that it goes on with, stands right below nothing but a day and a number.

        A field tells the day of what is above it.
        """
        for item in reversed(self.open.items[-TITLE_LINES:]):
            if not isinstance(item, Line) or item.page != line.page or not 0 < line.top - item.bottom < line.size:
                return False
            if _tells_when(item) and not tells_more(item.text):
                return ":" not in item.text
            if not (item.bold and line.bold):
                return False
            line = item
        return False

    def _continues_list(self, marker: Marker | None) -> bool:
        """Whether `marker` is the next number of the list in the open section."""
        if marker is None:
            return False
        for item in reversed(self.open.items):
            if isinstance(item, Line) and (last := read_marker(item.text)):
                return last.style == marker.style and marker.value == last.value + 1
        return False

    def _continues_heading(self, line: Line) -> bool:
        """Whether `line` is the second line of a heading that did not fit on one; a day stands over items below it."""
        if not self.open.heading or self.open.items or len(self.open.heading) > 2:
            return False
        if line is self.rest:
            return True
        last = self.open.heading[-1]
        if read_marker(line.text) or line.page != last.page or line.top - last.bottom > 1.2 * last.size:
            return False
        torn = last.text.split()[-1].casefold() == "non"  # 'Sektor Non' and 'Pemerintah'
        if (self.vocabulary.section(line.text) and not torn) or len(line.text.split()) > MAX_HEADING_WORDS:
            return False
        platform = self.vocabulary.platform(line.text)
        if self.open.code == "recap" and platform and platform.score >= EXACT:
            return False  # over what is counted there
        return last.bold and line.bold and last.x1 > self.setting.right - 120 and not tells_day(line.text)

    def _begins_signature(self, line: Line, ahead: Sequence[Item]) -> bool:
        """Whether the closing sentence or the signature block begins here, after the report's body."""
        seen = {section.code for section in self.done} | {self.open.code}
        if (len(seen & (CORE | NARRATIVE)) < 2 or not (seen & CORE)) and len(list(only_tables(self.open.items))) < 2:
            return False
        if CLOSING.match(line.text):
            return True
        return heads_signature(line, ahead)

    def _after_signature(self, line: Line) -> bool:
        """Inside the signature block: an appendix begins with its own heading or on a later page than the NIP."""
        match = self.vocabulary.section(line.text.strip())
        signed = any(map(has_nip, only_lines(self.open.items)))
        last = self._last()
        moved = isinstance(last, Line) and line.page > last.page
        if (match and match.code == "appendix") or (signed and moved):
            self._begin("appendix", [line], 0)
            return True
        return False


def _tells_when(line: Line) -> bool:
    """Whether a line begins with a day, or tells nothing else: 'Tanggal: 3 Maret 2024'."""
    return date_end(line.text) > 0 or (tells_day(line.text) and not tells_more(line.text))
