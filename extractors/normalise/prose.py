"""The prose parts: legal basis, narrative, follow-up, stated totals and photo captions."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from extractors.document import Narrative, Photo, Statement
from extractors.geometry import Box, Page
from extractors.structure.flow import Line, folded
from extractors.structure.outline import strip_marker
from extractors.structure.paragraphs import Paragraph, list_items, paragraphs
from extractors.structure.section import Section
from extractors.values.dates import find_dates
from extractors.values.numbers import read_count
from extractors.vocabulary import EXACT, Vocabulary, months

ENTRY_WORDS = 4
"""What an entry of a list is about has so many words at most, its number among them."""
_SENTENCE_END = re.compile(r"(?<=[a-z)\d\"”][.!?])\s+(?=[A-Z\"“])")
_NUMBER = r"(?P<value>\d{1,3}(?:[.,]\d{3})+|\d+)(?:\s*\([a-z\s]+\))?"
_THING = r"(?:informasi|konten|posting\w*|unggahan|publikasi|materi|berita|kiriman)"
_STATED = (
    re.compile(
        rf"\b(?:sebanyak|total(?:nya)?(?:\s+\w+){{0,4}}?|jumlah(?:nya)?|sejumlah|mencapai|terdapat)\s+{_NUMBER}\s+(?:\w+\s+)?{_THING}\b",
        re.I,
    ),
    re.compile(
        rf"\b{_THING}\b[^.]{{0,140}}?\b(?:sebanyak|sejumlah|berjumlah|mencapai|adalah|sebesar|tercatat|yaitu|yakni|ialah)\s+{_NUMBER}\b(?!\s*(?:%|persen|orang|kali\s+\w+|akun|pengikut))",
        re.I,
    ),
    re.compile(
        rf"{_NUMBER}\s+(?:\w+\s+)?{_THING}\s+(?:\w+\s+){{0,3}}?(?:telah|sudah|berhasil|yang)\s+(?:di|ter)(?:sebar\w*|publikasi\w*|unggah|bagikan|posting|siarkan|sampaikan|tayang\w*)",
        re.I,
    ),
    re.compile(
        rf"\b(?:telah|sudah|berhasil)\s+(?:di|ter)(?:sebar|publikasi|unggah|bagi|posting|siar|tayang)\w*\s+{_NUMBER}\s+(?:\w+\s+)?{_THING}\b",
        re.I,
    ),
)
_COUNTED = re.compile(r"^(?:jenis\s+)?(?:konten|postingan|unggahan)\s+", re.IGNORECASE)
"""What may stand before the name of what is counted: 'Konten Foto Berita tercatat 5'."""
_NUMBERED = frozenset({"tahun", "tabel", "gambar", "lampiran", "bagan"})
_SPREAD = re.compile(r"(?:sebar|publikasi|unggah|posting|media sosial|medsos|kanal|siar|tayang|sampai)", re.IGNORECASE)


def list_texts(sections: Iterable[Section]) -> tuple[str, ...]:
    """The items of the lists in `sections`, or their paragraphs where there is no list."""
    return tuple(item.text for section in sections for item in items_of_list(section))


def items_of_list(section: Section) -> list[Paragraph]:
    """The items of the list in a section, or its paragraphs where there is no list."""
    lines = section.lines
    items = list_items(lines) or [p for p in paragraphs(lines) if not p.text.endswith(":")]
    return [item for item in items if item.text]


def prose_text(sections: Sequence[Section]) -> str | None:
    """Paragraphs and sub-headings of `sections` joined by newlines; None where there is no such part."""
    texts = [folded(p.lines) for section in sections for p in paragraphs(section.lines)]
    joined = "\n".join(text for text in texts if text)
    return joined or None


def narrative(sections: Iterable[Section]) -> Narrative:
    """The report's prose by part; what stands under 'Kesimpulan dan Saran' alone is the conclusion."""
    by_code: dict[str, list[Section]] = defaultdict(list)
    for section in sections:
        by_code[section.code].append(section)
    whole = not (by_code["conclusion"] or by_code["suggestion"])
    return Narrative(
        evaluation=prose_text(by_code["evaluation"]),
        challenges=prose_text(by_code["challenges"]),
        follow_up=list_texts(by_code["follow_up"]),
        conclusion=prose_text(by_code["closing_parts" if whole else "conclusion"]),
        suggestion=prose_text(by_code["suggestion"]),
    )


def statements(sections: Iterable[Section], vocabulary: Vocabulary) -> tuple[Statement, ...]:
    """Totals of what was spread, as sentences of the prose state them; one content type's are those of a recap."""
    found: list[Statement] = []
    for section in sections:
        for paragraph in paragraphs(section.lines):
            for sentence in _SENTENCE_END.split(paragraph.text):
                value = stated_total(sentence)
                if value is not None and not _is_of_type(sentence, vocabulary):
                    found.append(Statement("total_disseminated", value, sentence.strip(), paragraph.page))
    return tuple(found)


def stated_total(sentence: str) -> int | None:
    """The total number of posts that a sentence states, or None."""
    if not _SPREAD.search(sentence):
        return None
    for pattern in _STATED:
        for match in pattern.finditer(sentence):
            before = sentence[: match.start("value")]
            if not (_is_dating(before) or _is_sum_of_entry(before)):
                return read_count(match["value"]).value
    return None


def _is_of_type(sentence: str, vocabulary: Vocabulary) -> bool:
    """Whether a sentence begins with the name of what it counts or where, or counts several: 'Foto sebanyak 6'."""
    heads = re.split(r"\s+(?:sebanyak|sejumlah|berjumlah|mencapai|tercatat|terdapat)\b", strip_marker(sentence))[:-1]
    if not heads:
        return False
    ends = [[head.rsplit(None, n)[-n:] for n in range(1, ENTRY_WORDS + 1)] for head in heads]
    several = sum(any(_is_type(" ".join(end), vocabulary) for end in found) for found in ends) > 1
    platform = vocabulary.platform(heads[0])
    return several or _is_type(heads[0], vocabulary) or bool(platform and platform.score >= EXACT)


def _is_type(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text is the name of a content type for sure."""
    match = vocabulary.content_type(text)
    return match is not None and match.score >= EXACT


def _is_sum_of_entry(before: str) -> bool:
    """Whether the words before a number list others behind a name: 'Instagram: Foto 8 postingan, Video 5; jumlah'."""
    name, colon, listed = before.partition(":")
    return bool(colon) and len(name.split()) <= ENTRY_WORDS and any(map(str.isdigit, listed))


def _is_dating(before: str) -> bool:
    """Whether the words before a number make it a year, 'tahun', a month, or that of a table."""
    last = before.split()[-1:]
    return bool(last) and (last[0].casefold() in _NUMBERED or months().find(last[0]) is not None)


def photos(sections: Iterable[Section], pages: Sequence[Page]) -> tuple[Photo, ...]:
    """The captions below the pictures of the photo sections."""
    images = {page.number: page.images for page in pages}
    found: list[Photo] = []
    for section in sections:
        for page in sorted({line.page for line in section.lines}):
            lines = [line for line in section.lines if line.page == page]
            found += _captions(lines, images.get(page, ()), page)
    return tuple(found)


def _captions(lines: Sequence[Line], images: Sequence[Box], page: int) -> list[Photo]:
    """The captions of one page: text gathered under the picture it stands below."""
    groups: dict[Box | None, list[Line]] = {}
    for line in lines:
        for part in line.segments(24.0) if len(images) > 1 else [line]:
            groups.setdefault(_picture_above(part, images), []).append(part)
    captions = [folded(group) for picture, group in groups.items() if picture is not None or not images]
    return [Photo(text, _caption_date(text), page) for text in captions if len(text.split()) >= 3]


def _picture_above(line: Line, images: Sequence[Box]) -> Box | None:
    """The nearest picture whose lower edge is above the line and which overlaps it in width."""
    above = [box for box in images if box[3] <= line.bottom + 4 and min(box[2], line.x1) - max(box[0], line.x0) > 0]
    return max(above, key=lambda box: (box[3], min(box[2], line.x1) - max(box[0], line.x0)), default=None)


def _caption_date(text: str) -> date | None:
    """The last date in a caption, or None."""
    readings = [reading for reading in find_dates(text) if reading.start]
    return readings[-1].start if readings else None
