"""A recap told in lines: a platform's name, and under it 'Foto Berita : 98' for each content type, or the reverse."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.document import SocialMedia
from extractors.meaning.recap_labels import SURE, TOTAL, Labeller, Labels
from extractors.structure.flow import Line
from extractors.structure.outline import strip_marker
from extractors.values.numbers import read_count
from extractors.vocabulary import Vocabulary

_COUNTED = re.compile(r"(?P<label>[^:=]*?[^\W\d][^:=]*?)[\s.…·]*[:=]?\s*(?P<count>(?:(?!\.\.)[^\s…·])+(?:\s+[a-z]+)?)$")
_SIGN = re.compile(r"[\d\-–—]|nihil", re.IGNORECASE)
LONGEST_TITLE = 6
"""A platform's or month's name over its lines has at most so many words."""
COLUMN_BLANK = 12.0
"""Points of blank between the columns of a row."""
FEWEST = 3
"""Fewer counted lines are no recap."""


def cells_of_lines(lines: Sequence[Line], vocabulary: Vocabulary) -> tuple[SocialMedia, ...]:
    """The counts in lines under the names of platforms or content types, and of months; none where they are no list."""
    labeller = Labeller(vocabulary, turned=False)
    group = Labels()
    found: list[SocialMedia] = []
    for line in (part for whole in lines for part in _parts(whole, vocabulary)):
        text = strip_marker(line.text)
        if counted := _counted(text, vocabulary):
            labels = counted[0].over(group)
            if labels.platform and labels.content:
                found.append(_cell(line, labels, counted[1]))
        elif len(text.split()) <= LONGEST_TITLE:
            title = labeller.banner(text.strip(" :"), line.doubt)
            if title.platform or title.content or title.month:
                group = title.over(Labels(month=group.month, doubt=group.doubt))
    return tuple(found) if len(found) >= FEWEST else ()


def _parts(line: Line, vocabulary: Vocabulary) -> list[Line]:
    """A line, or its parts where one of them is a count beside a platform's name and a sum: the row of a table."""
    parts = line.segments(COLUMN_BLANK)
    counted = [part for part in parts if "=" in part.text or ":" in part.text if _counted(part.text, vocabulary)]
    return parts if len(parts) > 1 and len(counted) == 1 else [line]


def _counted(text: str, vocabulary: Vocabulary) -> tuple[Labels, str] | None:
    """Content type or platform of a line and its count; None for any other line, a total among them."""
    match = _COUNTED.fullmatch(text)
    if not match or not _SIGN.search(match["count"]) or not read_count(match["count"]).exact:
        return None
    label = match["label"].strip()
    if any(word.isdigit() for word in label.split()[1:]) or TOTAL.match(label):
        return None  # figures side by side are a row of a table
    content, platform = vocabulary.content_type(label), vocabulary.platform(label)
    if content and content.score >= SURE:
        return Labels(content=(content.code, label)), match["count"]
    return (Labels(platform=platform.code, platform_label=label), match["count"]) if platform else None


def _cell(line: Line, labels: Labels, count: str) -> SocialMedia:
    """The typed cell of one line."""
    assert labels.platform and labels.content
    return SocialMedia(
        content_type=labels.content[0],
        content_label=labels.content[1],
        platform=labels.platform,
        posts=read_count(count).value,
        posts_text=count,
        month=labels.month,
        page=line.page,
        bbox=line.words[-1].box,
        doubt=line.doubt or labels.doubt,
    )
