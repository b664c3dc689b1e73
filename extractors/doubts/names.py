"""Figures that stand nearer to another name than to the one they are read under: a second look at the page itself.

The names of platforms and content types are looked for among the words of the page, without any grid. A figure below
one name, or beside it, that was read as another's is doubted; so is one that is made of two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.document import SocialMedia
from extractors.geometry import Box, Page, Word, words_in
from extractors.structure.flow import Line, lines_of
from extractors.vocabulary import Vocabulary

OTHER_NAME = "angka ini berdiri di bawah atau di samping judul lain daripada judul yang terbaca; mungkin salah kolom"
"""Why a figure is doubted that stands at another name's place."""
GLUED = "di tempat angka ini tercetak angka lain atau beberapa angka; mungkin milik kolom yang berbeda"
"""Why a figure is doubted that is made of figures with a blank between them, or a blank where one is printed."""
BLANK = 4.0
"""Points of blank that part two names, or two figures."""
HEAD = 80.0
"""Points above the first figures within which their headings stand."""
EACH = 0.8
"""Rows or columns have their own names where there are so many names for each of them."""
FAR, NEAR = 0.75, 0.45
"""A figure is far from its name by more than this part of the way to the next name, and near another by less."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name on the page: what it names and where it stands."""

    key: str
    box: Box


Key = Callable[[SocialMedia], str]


def with_misplaced_doubted(
    cells: Sequence[SocialMedia], pages: Sequence[Page], vocabulary: Vocabulary
) -> tuple[SocialMedia, ...]:
    """The cells of one table, those doubted that stand at the place of another name than their own."""
    found = list(cells)
    heads: dict[str, list[Name]] = {}
    keys: dict[str, Key] = {"platform": lambda cell: cell.platform, "content": lambda cell: cell.content_type}
    for page in pages:
        group = [at for at, cell in enumerate(cells) if cell.page == page.number]
        if not group or page.source != "digital":
            continue
        names = _names(page, vocabulary)
        here = [cells[at] for at in group]
        wrong = [False] * len(here)
        for kind, own in keys.items():
            heads[kind] = _above(here, names, own) or heads.get(kind, [])
            if not _in_turn(here, heads[kind], own, page):
                wrong = [a or b for a, b in zip(wrong, _misplaced(here, names, heads[kind], own), strict=True)]
        for at, off, words in zip(group, wrong, _inside(here, page), strict=True):
            why = OTHER_NAME if off else GLUED if _is_other(cells[at], words) else None
            found[at] = replace(cells[at], doubt=cells[at].doubt or why)
    return tuple(found)


def _names(page: Page, vocabulary: Vocabulary) -> list[Name]:
    """The platforms and content types named on a page, whole segments of lines only."""
    level = [
        part for line in lines_of((w for w in page.words if w.upright), page.number) for part in line.segments(BLANK)
    ]
    turned = [Line((word,), page.number) for word in page.words if not word.upright]
    found: list[Name] = []
    for part in (*level, *turned):
        match = vocabulary.platform(part.text) or vocabulary.content_type(part.text)
        if match and match.code != "other":
            found.append(Name(match.code, part.box))
    return found


def _above(cells: Sequence[SocialMedia], names: Sequence[Name], own: Key) -> list[Name]:
    """The names of a kind that stand side by side right above the cells, those of a table farther above left out."""
    top = min(cell.bbox[1] for cell in cells)
    keys = set(map(own, cells))
    row = [name for name in names if name.key in keys and top - HEAD <= name.box[3] <= top + 2]
    foot = max((name.box[3] for name in row), default=0.0)
    row = [name for name in row if foot - name.box[3] < 2 * (name.box[3] - name.box[1])]
    return row if len({name.key for name in row}) > 1 and _width(row) > _height(row) else []


def _width(names: Sequence[Name]) -> float:
    return max(n.box[0] for n in names) - min(n.box[0] for n in names)


def _height(names: Sequence[Name]) -> float:
    return max(n.box[1] for n in names) - min(n.box[1] for n in names)


def _misplaced(cells: Sequence[SocialMedia], names: Sequence[Name], above: Sequence[Name], own: Key) -> Iterable[bool]:
    """For each cell whether it stands at another name's place, below or beside those of its kind."""
    if above:
        return _off(cells, above, own, axis=0)
    top, keys = min(cell.bbox[1] for cell in cells), set(map(own, cells))
    beside = [name for name in names if name.key in keys and name.box[3] >= top]
    return _off(cells, beside, own, axis=1)


def _in_turn(cells: Sequence[SocialMedia], above: Sequence[Name], own: Key, page: Page) -> bool:
    """Whether each figure stands between where its name begins and where the next one does, or where both of them end.

    Names left, figures right, or names in the middle and figures left. Under names that stand elsewhere the first or
    the last of them would be without figures.
    """
    begins = sorted((name.box[0], name.key) for name in above)
    ends = sorted((name.box[2], name.key) for name in above)
    if not above or len({name.key for name in above}) < len(above) or {key for _, key in ends} != set(map(own, cells)):
        return False
    after = zip(begins, [*(x for x, _ in begins[1:]), page.width], strict=True)
    before = zip([0.0, *(x for x, _ in ends)], ends, strict=False)
    figures = [(own(cell), words) for cell, words in zip(cells, _inside(cells, page), strict=True)]
    return any(
        all(
            words and min(w.x0 for w in words) >= x0[key] and max(w.x1 for w in words) <= x1[key]
            for key, words in figures
        )
        for x0, x1 in (
            _bounds((key, start, end) for (start, key), end in after),
            _bounds((key, start, end) for start, (end, key) in before),
        )
    )


def _bounds(places: Iterable[tuple[str, float, float]]) -> tuple[dict[str, float], dict[str, float]]:
    """From where and to where the figures of each name stand."""
    found = list(places)
    return {key: start for key, start, _ in found}, {key: end for key, _, end in found}


def _off(cells: Sequence[SocialMedia], names: Sequence[Name], own: Key, axis: int) -> Iterator[bool]:
    """For each cell whether it is far from all names of its own key, and near one of another.

    A name over several rows or columns may stand anywhere along them: only where each has its own are they judged.
    """
    middles = sorted((_middle(name.box, axis), name.key) for name in names)
    places = {round(_middle(cell.bbox, axis) / BLANK) for cell in cells}
    judged = len(names) >= EACH * len(places)
    pitch = min((b[0] - a[0] for a, b in pairwise(middles) if b[0] - a[0] > BLANK), default=0.0)
    for cell in cells:
        place = _middle(cell.bbox, axis)
        mine = [abs(x - place) for x, key in middles if key == own(cell)]
        others = [abs(x - place) for x, key in middles if key != own(cell)]
        yield judged and bool(mine and others) and min(mine) > FAR * pitch and min(others) < NEAR * pitch


def _middle(box: Box, axis: int) -> float:
    return (box[axis] + box[axis + 2]) / 2


def _is_other(cell: SocialMedia, words: Iterable[Word]) -> bool:
    """Whether the words at a cell's place are figures with a blank between them, or one where none was read."""
    figures = sorted((w for w in words if w.text[:1].isdigit()), key=lambda word: word.x0)
    return any(b.x0 - a.x1 > BLANK for a, b in pairwise(figures)) or bool(figures and not cell.posts_text)


def _inside(cells: Iterable[SocialMedia], page: Page) -> Iterator[list[Word]]:
    """The words of a page at the place of each cell."""
    return words_in([cell.bbox for cell in cells], page)
