"""The prose parts: legal basis, narrative, follow-up, stated totals and photo captions."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from extractors.document import Narrative, Photo, Statement
from extractors.geometry import Box, Page
from extractors.structure.flow import Line, folded
from extractors.structure.outline import strip_marker
from extractors.structure.paragraphs import Paragraph, list_items, paragraphs
from extractors.structure.section import FACTS, SECTORS, Section
from extractors.values.dates import find_dates
from extractors.values.numbers import read_count
from extractors.vocabulary import EXACT, Vocabulary, months

ENTRY_WORDS = 4
"""What an entry of a list is about has so many words at most, its number among them."""
APART = 14.0
"""Points of blank between captions side by side."""
_SENTENCE_END = re.compile(r"(?<=[a-z)\d\"”][.!?])\s+(?=[A-Z\"“])")
_NUMBER = r"(?P<value>\d{1,3}(?:[.,]\d{3})+|\d+(?![.,]\d))(?:\s*\([a-z\s]+\))?"
_THING = r"(?:informasi|konten|posting\w*|unggahan|publikasi|materi|berita|kiriman)"
_OTHER_THING = r"(?:orang|akun|pengikut|pemilih|jiwa|suara|tps|peserta|warga|siswa|mahasiswa|kecamatan|desa|lembar)"
_STATED = (
    re.compile(
        rf"\b(?:sebanyak|total(?:nya)?(?:\s+\w+){{0,4}}?|jumlah(?:nya)?|sejumlah|mencapai|terdapat)\s+{_NUMBER}\s+(?:\w+\s+)?{_THING}\b",
        re.I,
    ),
    re.compile(
        rf"\b{_THING}\b[^.]{{0,140}}?\b(?:sebanyak|sejumlah|berjumlah|mencapai|adalah|sebesar|tercatat|yaitu|yakni|ialah)\s+{_NUMBER}\b(?!\s*(?:%|persen|kali\s+\w+|{_OTHER_THING}))",
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
_POSTS = re.compile(rf"\b{_NUMBER}\s+(?:\w+\s+)?{_THING}\b", re.IGNORECASE)
_UP_TO = re.compile(r"\b(sampai|hingga|s\.?d\.?)\b.{0,20}\bakhir\b", re.IGNORECASE)
"""'Sampai dengan akhir Juni' means all months."""
NEAR = 2
"""A stated total is wrong by no more than this factor."""
TABULAR = frozenset({"recap", "dissemination"})
"""Parts in which counts stand that are no sentences."""
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
    items = list_items(lines) or _lines_each(lines)
    items = items or [p for p in paragraphs(lines) if not p.text.endswith(":")]
    return [item for item in items if item.text]


def _lines_each(lines: Sequence[Line]) -> list[Paragraph]:
    """The lines, each an entry, where each begins with a capital and ends before the margin: the next word would fit.

    The longest line tells the margin; none where a line is wrapped.
    """
    margin = max((line.x1 for line in lines), default=0.0)
    fit = [above.x1 + below.words[0].x1 - below.words[0].x0 < margin for above, below in pairwise(lines)]
    wrapped = [above.x1 < margin and not fits for (above, _), fits in zip(pairwise(lines), fit, strict=True)]
    each = len(lines) > 1 and not any(wrapped) and all(line.text[:1].isupper() for line in lines)
    return [Paragraph((line,)) for line in lines] if each and any(fit) else []


def prose_text(sections: Sequence[Section]) -> str | None:
    """Paragraphs and sub-headings of `sections` joined by newlines; None where there is no such part."""
    texts = [folded(p.lines) for section in sections for p in paragraphs(section.lines)]
    joined = "\n".join(text for text in texts if text)
    return joined or None


def narrative(sections: Iterable[Section]) -> Narrative:
    """The report's prose by part; what stands under 'Kesimpulan dan Saran' alone is the conclusion.

    A summary before all facts ('Ringkasan') is one where there is no other.
    """
    by_code: dict[str, list[Section]] = defaultdict(list)
    for section in sections:
        if section.code in FACTS | SECTORS:
            by_code["summary"] += by_code.pop("conclusion", [])
        by_code[section.code].append(section)
    by_code["conclusion"] = by_code["conclusion"] or (by_code["summary"] if not by_code["closing_parts"] else [])
    whole = not (by_code["conclusion"] or by_code["suggestion"])
    return Narrative(
        evaluation=prose_text(by_code["evaluation"]),
        challenges=prose_text(by_code["challenges"]),
        follow_up=list_texts(by_code["follow_up"]),
        conclusion=prose_text(by_code["closing_parts" if whole else "conclusion"]),
        suggestion=prose_text(by_code["suggestion"]),
    )


def statements(sections: Iterable[Section], vocabulary: Vocabulary, counted: int) -> tuple[Statement, ...]:
    """Totals of what was spread, as sentences of the prose state them; one content type's are those of a recap.

    `counted` is what the recap adds up to: any number of posts near it is a total, however the sentence tells it.
    """
    found: list[Statement] = []
    for section in sections:
        for paragraph in paragraphs(section.lines):
            for sentence in _SENTENCE_END.split(paragraph.text):
                value = stated_total(sentence)
                if value is not None and _is_of_type(sentence, vocabulary):
                    continue
                if value is None and section.code not in TABULAR:
                    value = _total_near(counted, sentence, vocabulary)
                if value is not None:
                    found.append(Statement("total_disseminated", value, sentence.strip(), paragraph.page))
    return tuple(found)


def _total_near(counted: int, sentence: str, vocabulary: Vocabulary) -> int | None:
    """The only number of posts in a sentence, where it is near a total and of no one platform, type or month."""
    told = [match for match in _POSTS.finditer(sentence) if not _is_dating(sentence[: match.start("value")])]
    values = [read_count(match["value"]).value for match in told]
    words = re.findall(r"[^\W\d_]+", sentence)
    months_told = (
        {month for word in words if (month := vocabulary.month(word))} if not _UP_TO.search(sentence) else set()
    )
    pairs = [*words, *map(" ".join, pairwise(words))]
    platforms = {match.code for text in pairs if (match := vocabulary.platform(text)) and match.score >= EXACT}
    of_one = bool(platforms - {"website"}) or len(months_told) == 1 or any(_is_type(t, vocabulary) for t in pairs)
    if len(values) != 1 or values[0] is None or of_one or not counted / NEAR <= values[0] <= counted * NEAR:
        return None
    return values[0]


def stated_total(sentence: str) -> int | None:
    """The total number of posts that a sentence states, or None."""
    if not _SPREAD.search(sentence):
        return None
    for pattern in _STATED:
        for match in pattern.finditer(sentence):
            before = sentence[: match.start("value")]
            if not (_is_dating(before) or _is_sum_of_entry(before) or _is_quoted(before)):
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


def _is_quoted(before: str) -> bool:
    """Whether what follows some words stands in quotation marks: a title that was spread, with a number of its own."""
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


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
    """The captions of one page: text gathered under the picture it stands below, or where pictures are drawn."""
    groups: dict[Box | None, list[Line]] = {}
    for line in lines if images else ():
        for part in line.segments(24.0) if len(images) > 1 else [line]:
            groups.setdefault(_picture_above(part, images), []).append(part)
    told = [group for picture, group in groups.items() if picture is not None] if images else _blocks(lines)
    captions = map(folded, told)
    return [Photo(text, _caption_date(text), page) for text in captions if len(text.split()) >= 3]


def _blocks(lines: Sequence[Line]) -> list[list[Line]]:
    """Texts of a page that stand below one another or side by side, apart, each with its lines."""
    blocks: list[list[Line]] = []
    for part in (part for line in lines for part in line.segments(APART)):
        above = [b for b in blocks if b[-1].x0 < part.x1 and part.x0 < b[-1].x1 and part.top - b[-1].bottom < part.size]
        if above:
            above[-1].append(part)
        else:
            blocks.append([part])
    return blocks


def _picture_above(line: Line, images: Sequence[Box]) -> Box | None:
    """The nearest picture whose lower edge is above the line and which overlaps it in width."""
    above = [box for box in images if box[3] <= line.bottom + 4 and min(box[2], line.x1) - max(box[0], line.x0) > 0]
    return max(above, key=lambda box: (box[3], min(box[2], line.x1) - max(box[0], line.x0)), default=None)


def _caption_date(text: str) -> date | None:
    """The last date in a caption, or None."""
    readings = [reading for reading in find_dates(text) if reading.start]
    return readings[-1].start if readings else None
