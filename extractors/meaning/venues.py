"""The words that venues are named with (venue_words.csv): 'Aula', 'Hotel', 'ruang*' for 'Ruang' and 'Ruangan'.

The code `host` marks those who may hold a meeting elsewhere: 'oleh Kantor Camat' tells no place, 'oleh Hotel X' does.
"""

from __future__ import annotations

import re
from functools import lru_cache

from extractors.vocabulary.matching import read_rows

VENUE, HOST = "venue", "host"


@lru_cache(maxsize=1)
def venue_word() -> re.Pattern[str]:
    """A pattern for one of the words."""
    return re.compile(words_of(VENUE, HOST), re.IGNORECASE)


def words_of(*codes: str) -> str:
    """The words of these codes as a pattern's text; a star in the file stands for any further letters."""
    rows = (row["spelling"] for row in read_rows("venue_words.csv") if row["code"] in codes)
    words = (re.escape(word).replace(r"\*", r"\w*") for word in rows)
    return rf"\b(?:{'|'.join(words)})\b"
