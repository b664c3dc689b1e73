"""The roles of columns that their contents tell, where the headings name them otherwise, twice or not at all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from extractors.meaning.grid import Grid
from extractors.meaning.roles import ASIDE, header_of
from extractors.values.channels import read_channels
from extractors.values.dates import date_end, tells_day, tells_more
from extractors.vocabulary import Vocabulary

SURELY = 0.8
"""A column of which this part is channels tells the media."""
REPEATED = 0.5
"""A column of kinds has no more different texts than this part of its rows."""
WORDY = 8
"""What is disseminated is told in so many letters a row at least."""
_LAST_DAY = re.compile(r"\b(selesai|akhir|berakhir|sampai|hingga|s\.?\s?d\b)", re.IGNORECASE)
"""What the column of last days is called."""


def with_various(grid: Grid, heading: int, first: int, roles: dict[str, int], vocabulary: Vocabulary) -> dict[str, int]:
    """The roles, where two columns are called what is told: a kind that few words tell again and again is not it.

    So 'Tema' may stand beside 'Uraian Informasi'; without a column of dates, the one that tells days is it.
    """
    role = next((role for role in ("information", "activity") if role in roles), "")
    named = [c.col for c in grid.row(heading) if (match := header_of(c.text, vocabulary)) and match.code == role]
    texts = {col: [text for row in range(first, grid.height) if (text := grid.text(row, col))] for col in named}
    various = [col for col, held in texts.items() if len(set(held)) > REPEATED * len(held)]
    if not {"date", "date_venue", "date_media"} & roles.keys():
        various = [
            col for col in named if 2 * sum(date_end(text) > 0 for text in texts[col]) > len(texts[col])
        ] or various
    return {**roles, role: various[0]} if various and roles[role] in named else roles


def with_date(grid: Grid, heading: int, roles: dict[str, int]) -> dict[str, int]:
    """The roles of items or meetings with that of the date, where its name is not known: a column of days alone.

    'Periode' may head months or weeks. Of meetings, days and what stands behind them may be told as remarks.
    """
    if not {"information", "activity"} & roles.keys() or {"date", "date_venue", "date_media"} & roles.keys():
        return roles
    taken = {col for role, col in roles.items() if role != "month" and role not in ASIDE}
    named = {cell.col for cell in grid.row(heading) if cell.text} - taken
    own = [cell for cell in grid.table.cells if cell.row > heading and cell.text and cell.col in named]
    told = Counter(cell.col for cell in own)
    days = Counter(cell.col for cell in own if tells_day(cell.text) and not tells_more(cell.text))
    role = "date"
    if not days and "activity" in roles and "venue" not in roles:
        role, days = "date_venue", Counter(cell.col for cell in own if date_end(cell.text))
    col = next((col for col, count in days.most_common(1) if count >= 2 and count >= SURELY * told[col]), None)
    rest = {role: at for role, at in roles.items() if at != col}
    return roles if col is None else {**rest, role: col}


def with_media(grid: Grid, first: int, roles: dict[str, int], vocabulary: Vocabulary) -> dict[str, int]:
    """The roles with that of the media, where their heading names platforms or is not known."""
    if "media" in roles:
        return roles
    col = roles.get("platform")
    if col is None:
        col = _media_column(grid, first, roles, vocabulary)
    rest = {role: at for role, at in roles.items() if role != "platform"}
    return roles if col is None else {**rest, "media": col}


def _media_column(grid: Grid, first: int, roles: Mapping[str, int], vocabulary: Vocabulary) -> int | None:
    """The column without a known name that holds nothing but channels."""
    free = (col for col in range(grid.width) if col not in roles.values())
    return next((col for col in free if tells_media(grid, first, col, vocabulary)), None)


def tells_media(grid: Grid, first: int, col: int, vocabulary: Vocabulary) -> bool:
    """Whether a column holds nothing but channels."""
    texts = [text for row in range(first, grid.height) if (text := grid.text(row, col)) and len(text) > 1]
    read = [read_channels(text, vocabulary) for text in texts]
    return len(texts) >= 2 and sum(bool(known) and not unknown for known, unknown in read) >= SURELY * len(texts)


def with_further_media(
    grid: Grid, first: int, roles: dict[str, int], ticks: Iterable[tuple[int, str]], vocabulary: Vocabulary
) -> dict[str, int]:
    """The roles beside columns of marks, where a column of names may tell further media: 'Lainnya'."""
    rest = {role: at for role, at in roles.items() if role != "media"}
    taken = {*rest.values(), *(col for col, _ in ticks)}
    for col in (col for col in range(grid.width) if col not in taken):
        cells = [cell for row in range(first, grid.height) if (cell := grid.at(row, col)) and cell.colspan == 1]
        texts = [cell.text for cell in cells if len(cell.text) > 1]
        if texts and all(read_channels(text, vocabulary)[0] for text in texts):
            return {**rest, "media": col}
    return rest


def with_text(grid: Grid, first: int, kind: str, roles: dict[str, int]) -> dict[str, int]:
    """The roles with that of what is told, where its heading is not known: the most text under no known one.

    Beside a meeting's partners and results only the one column of words is surely it.
    """
    if "information" in roles or "activity" in roles:
        return roles
    words = Counter[int]()
    for cell in grid.table.cells:
        if cell.row >= first and cell.colspan == 1 and cell.col not in roles.values():
            words[cell.col] += sum(char.isalpha() for char in cell.text)
    wordy = [col for col, count in words.most_common() if count >= WORDY * (grid.height - first)]
    if not wordy or (kind == "activities" and len(wordy) > 1):
        return roles
    return {**roles, "information" if kind == "dissemination" else "activity": wordy[0]}


def with_end(grid: Grid, first: int, roles: dict[str, int]) -> dict[str, int]:
    """The roles with that of the last day, where it has a column of its own right of the first: 'Mulai', 'Selesai'."""
    col = roles.get("date", grid.width) + 1
    if col >= grid.width or col in roles.values():
        return roles
    heads = [cell for row in range(first) if (cell := grid.at(row, col)) and cell.text]
    named = heads and (_LAST_DAY.search(heads[-1].text) or heads[-1] == grid.at(heads[-1].row, col - 1))
    texts = [text for row in range(first, grid.height) if (text := grid.text(row, col).strip(" -–"))]
    return {**roles, "date_end": col} if named and sum(map(tells_day, texts)) > SURELY * len(texts) else roles
