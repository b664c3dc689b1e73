"""Headings in one line with their text: 'Saran: Perlu pelatihan', or '5  Evaluasi  Baik' in the row of a table."""

from __future__ import annotations

from itertools import islice, pairwise

from extractors.structure.flow import Line
from extractors.structure.section import NARRATIVE, SURE, Head
from extractors.structure.setting import WIDE_BLANK
from extractors.vocabulary import Vocabulary

LONGEST_RUN_IN = 4
"""A heading in one line with its text has so many words at most: 'Rencana Tindak Lanjut:'."""


def part_run_in(line: Line, vocabulary: Vocabulary, in_prose: bool) -> tuple[Head, Line] | None:
    """The heading of a part of the narrative with which a line begins, and the text behind it; None for other lines.

    A blank parts the two, or a sign where other parts `in_prose` are told.
    """
    first = int(len(line.words) > 1 and line.words[0].text.strip(".").isdigit())  # as the row of a table has it
    for count, (word, behind) in enumerate(islice(pairwise(line.words[first:]), LONGEST_RUN_IN), first + 1):
        signed = in_prose and not first and (word.text[-1:] in ":." or behind.text == ":")
        if not (signed or behind.x0 - word.x1 > WIDE_BLANK):
            continue
        match = vocabulary.section(" ".join(w.text for w in line.words[first:count]).rstrip(" :."))
        text = line.words[count + (behind.text == ":") :]
        told = any(any(map(str.isalpha, w.text)) for w in text)  # no number of a page
        if match and match.score >= SURE and match.code in NARRATIVE - {"closing"} and told:
            return Head(line.words[:count], line.page, match.code), Line(text, line.page)
    return None
