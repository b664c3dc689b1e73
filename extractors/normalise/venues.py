"""The words that venues are named with (venue_words.csv): 'Aula', 'Hotel', 'ruang*' for 'Ruang' and 'Ruangan'."""

from __future__ import annotations

import re
from functools import lru_cache

from extractors.vocabulary.matching import read_rows


@lru_cache(maxsize=1)
def venue_word() -> re.Pattern[str]:
    """A pattern for one of the words; a star in the file stands for any further letters."""
    words = (re.escape(row["spelling"]).replace(r"\*", r"\w*") for row in read_rows("venue_words.csv"))
    return re.compile(rf"\b({'|'.join(words)})\b", re.IGNORECASE)
