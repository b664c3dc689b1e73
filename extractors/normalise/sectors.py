"""The two sectors of stakeholders: which of them a heading, a banner row or the name of a partner means.

'Pemerintah' and 'Non Pemerintah' say it outright; OPD or Forkopimda, parpol or ormas say it too, where only one
of the two is named (sector_words.csv).
"""

from __future__ import annotations

import re

from extractors.structure.outline import read_marker
from extractors.vocabulary.partners import sectors_of_partners

GOVERNMENT, NON_GOVERNMENT = "pemerintah", "non_pemerintah"
NAMES = {GOVERNMENT: "pemerintah", NON_GOVERNMENT: "non pemerintah"}
OF_SECTION = {"government": GOVERNMENT, "non_government": NON_GOVERNMENT}

_NON = re.compile(r"\b(non|bukan|(di )?luar)[\s-]*pemerintah\w*", re.IGNORECASE)
_GOVERNMENT = re.compile(r"\bpemerintah\w*", re.IGNORECASE)
_SHORT = {
    NON_GOVERNMENT: re.compile(r"\W*non?[\s.-]*p(em)?\W*|\W*np\W*", re.IGNORECASE),
    GOVERNMENT: re.compile(r"\W*p(em)?\W*", re.IGNORECASE),
}
"""What stands for a sector in a narrow column: 'NP', 'Non Pem', 'P'."""
_NAMED = re.compile(f"{_NON.pattern}|{_GOVERNMENT.pattern}", re.IGNORECASE)
_BANNER = re.compile(r"^\W*([A-Z]|[IVX]+|\d)?[.)]?\s*(\w+\s+)?(non[\s-]*)?pemerintah(an)?\W*$", re.IGNORECASE)


def sector_of(text: str) -> str | None:
    """The sector that a text names, or None where it names none or both."""
    rest = _NON.sub(" ", text)
    outright = {
        sector for sector, named in ((NON_GOVERNMENT, rest != text), (GOVERNMENT, _GOVERNMENT.search(rest))) if named
    }
    outright = outright or {sector for sector, short in _SHORT.items() if short.fullmatch(text)}
    named = outright or sectors_of_partners(text)
    return named.pop() if len(named) == 1 else None


def sectors_in(text: str) -> list[str]:
    """The sectors that a text names, in their order, each once: 'Pemerintah Non Pemerintah'."""
    found = [NON_GOVERNMENT if _NON.fullmatch(match[0]) else GOVERNMENT for match in _NAMED.finditer(text)]
    return list(dict.fromkeys(found)) or list(filter(None, [sector_of(text)]))


def is_banner(line: str) -> bool:
    """Whether a printed line is nothing but a sector's name: 'B. NON PEMERINTAH'."""
    return bool(_BANNER.match(line))


def is_title(text: str) -> bool:
    """Whether a lone text is a numbered title that ends in a sector's name: 'B. Rapat bersama Pemerintah'."""
    return read_marker(text) is not None and ends_in_name(text)


def ends_in_name(text: str) -> bool:
    """Whether a text ends in a sector's name: 'Kegiatan dengan Non Pemerintah'."""
    end = len(text.rstrip(" .:"))
    return any(match.end() == end for match in _NAMED.finditer(text))


def is_marked(line: str) -> bool:
    """Whether a line inside a cell is a banner for sure: numbered, or in capitals."""
    return is_banner(line) and (line.isupper() or read_marker(line) is not None)
