"""A recap told in lines: a platform's name, and under it 'Foto Berita : 98' for each content type."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.document import SocialMedia
from extractors.meaning.recap_labels import TOTAL, Labeller, Labels
from extractors.structure.flow import Line
from extractors.structure.outline import strip_marker
from extractors.values.numbers import read_count
from extractors.vocabulary import Vocabulary

_COUNTED = re.compile(r"(?P<label>[^:=]*?[^\W\d][^:=]*?)[\s.]*[:=]?\s*(?P<count>\S+(?:\s+[a-z]+)?)$")
_SIGN = re.compile(r"[\d\-–—]|nihil", re.IGNORECASE)
LONGEST_TITLE = 6
"""A platform's or month's name over its lines has at most so many words."""
SURE = 85
"""How sure a content type must be."""
FEWEST = 3
"""Fewer counted lines are no recap."""


def cells_of_lines(lines: Sequence[Line], vocabulary: Vocabulary) -> tuple[SocialMedia, ...]:
    """The counts in lines under the names of platforms and months; none where the lines are no such list."""
    labeller = Labeller(vocabulary, turned=False)
    group = Labels()
    found: list[SocialMedia] = []
    for line in lines:
        text = strip_marker(line.text)
        if counted := _counted(text, vocabulary):
            if group.platform:
                found.append(_cell(line, *counted, group))
        elif len(text.split()) <= LONGEST_TITLE:
            title = labeller.banner(text.strip(" :"), line.doubt)
            group = title.over(Labels(month=group.month, doubt=group.doubt)) if title.platform or title.month else group
    return tuple(found) if len(found) >= FEWEST else ()


def _counted(text: str, vocabulary: Vocabulary) -> tuple[str, str, str] | None:
    """Content type, its label and the count of a line; None for any other line, a total among them."""
    match = _COUNTED.fullmatch(text)
    if not match or not _SIGN.search(match["count"]) or not read_count(match["count"]).exact:
        return None
    label = match["label"].strip()
    if any(word.isdigit() for word in label.split()[1:]):
        return None  # figures side by side are a row of a table
    content = vocabulary.content_type(label)
    if content is None or content.score < SURE or TOTAL.match(label):
        return None
    return content.code, label, match["count"]


def _cell(line: Line, code: str, label: str, count: str, group: Labels) -> SocialMedia:
    """The typed cell of one line."""
    assert group.platform
    return SocialMedia(
        content_type=code,
        content_label=label,
        platform=group.platform,
        posts=read_count(count).value,
        posts_text=count,
        month=group.month,
        page=line.page,
        bbox=line.words[-1].box,
        doubt=line.doubt or group.doubt,
    )
