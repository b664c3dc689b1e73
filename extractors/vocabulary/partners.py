"""Partners that tell a sector: OPD or Forkopimda, parpol or ormas (sector_words.csv)."""

from __future__ import annotations

import re
from functools import lru_cache

from extractors.vocabulary.matching import read_rows


def sectors_of_partners(text: str) -> set[str]:
    """The sectors of which a text names partners."""
    return {code for code, words in _partners().items() if words.search(text)}


@lru_cache(maxsize=1)
def _partners() -> dict[str, re.Pattern[str]]:
    """A pattern for the partners of each sector."""
    found: dict[str, list[str]] = {}
    for row in read_rows("sector_words.csv"):
        found.setdefault(row["code"], []).append(re.escape(row["spelling"]).replace(r"\ ", r"\s+"))
    return {code: re.compile(rf"\b({'|'.join(names)})\b", re.IGNORECASE) for code, names in found.items()}
