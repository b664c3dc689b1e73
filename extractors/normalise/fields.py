"""Items that a form tells one after another: 'Hari/Tanggal : Senin, 1 April 2024', a line for each of their fields.

A card bears a title instead of the field for what it is about: a bold or numbered line over its first field.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extractors.geometry import Box, union
from extractors.meaning.field_labels import ALIGNED, Label, labels_of, with_names_level
from extractors.structure.flow import Line, folded
from extractors.structure.outline import read_marker
from extractors.values.dates import tells_day, tells_more
from extractors.values.row_numbers import is_row_number
from extractors.vocabulary import Vocabulary

EXAMPLE = re.compile(r"^\W*(contoh|misal(nya)?|diisi|isi(lah)?\s+dengan|catatan pengisian|petunjuk)\b", re.IGNORECASE)
"""How a row or item of the form's own instructions begins."""
_NAME = re.compile(r"[^\W\d]\w*(?:[ /]\w+){0,2}\s*:\s")
INDENT = 12.0
"""Points by which the further lines of a field's text may begin left of its first."""
LINE_GAP = 1.2
"""Lines of one text are nearer than this many type sizes."""
MOST_TITLE_LINES = 3
TITLE = "title"
"""The role of a card's title; it tells the information or the activity."""


@dataclass(slots=True)
class Record:
    """One item: its printed number and the lines of each field by role."""

    number: str | None
    fields: dict[str, list[Line]] = field(default_factory=dict)

    def text(self, *roles: str) -> str:
        """The whole text of the first of these roles that the item has."""
        return next((folded(self.fields[role]) for role in roles if role in self.fields), "")

    @property
    def lines(self) -> list[Line]:
        """All lines of its fields."""
        return [line for lines in self.fields.values() for line in lines]

    @property
    def page(self) -> int:
        """The page on which it begins."""
        return self.lines[0].page

    @property
    def box(self) -> Box:
        """The rectangle of its texts on that page."""
        return union(line.box for line in self.lines if line.page == self.page)


def records_of(lines: Sequence[Line], vocabulary: Vocabulary, wanted: frozenset[str]) -> list[Record]:
    """The items in `lines` that have a field of each of the roles `wanted`, or a title for what they are about.

    A title or the first field begins an item.
    """
    lines = with_names_level(lines, vocabulary)
    labels = _with_bare_days(lines, labels_of(lines, vocabulary))
    titles = _titles(lines, labels)
    reader = _Reader(titled=bool(titles))
    for index, (line, label) in enumerate(zip(lines, labels, strict=True)):
        if label:
            reader.take_field(line, label)
        elif index in titles:
            reader.take_title(line)
        else:
            reader.take_more(line)
    whole = [_with_title_told(record) for record in reader.found]
    return [record for record in whole if all(record.text(role) for role in wanted)]


def _with_bare_days(lines: Sequence[Line], labels: Sequence[Label | None]) -> list[Label | None]:
    """The fields that lines begin; of a form that names no date, the days alone between a title and a field are it."""
    days = [
        at
        for at, (above, label, below) in enumerate(zip(labels, labels[1:], labels[2:], strict=False), 1)
        if not above and not label and below and _is_day(lines[at].text)
    ]
    if len(days) < 2 or any(label.role == "date" for label in labels if label) or _is_day(lines[0].text):
        return list(labels)
    return [Label("date", None, line) if at in days else labels[at] for at, line in enumerate(lines)]


def _is_day(text: str) -> bool:
    """Whether a text is a day and nothing more."""
    return tells_day(text) and not tells_more(text)


@dataclass(slots=True)
class _Reader:
    """Takes the lines of a form in their order."""

    titled: bool
    """Whether titles begin its items; else the first field does."""
    found: list[Record] = field(default_factory=list)
    first: str = ""
    """The role of the first field of all."""
    number: str | None = None
    """What stands alone over the next item."""
    last: list[Line] | None = None
    """The text that may go on, and where its field's name begins."""
    edge: float = 0.0

    def take_field(self, line: Line, label: Label) -> None:
        """A line that begins a field, of the last item or of the next."""
        self.first = self.first or label.role
        begins = label.role == self.first and not self.titled
        if not self.found or label.role in self.found[-1].fields or begins:
            self.found.append(Record(label.number or self.number))
            self.number = None
        self.last, self.edge = self.found[-1].fields.setdefault(label.role, []), line.x0
        if label.value.words:
            self.last.append(label.value)

    def take_title(self, line: Line) -> None:
        """A line that begins the title of the next item."""
        number, bare = _without_number(line)
        self.found.append(Record(number, {TITLE: [bare]}))
        self.number, self.last, self.edge = None, self.found[-1].fields[TITLE], line.x0

    def take_more(self, line: Line) -> None:
        """A line that goes on with the last text, or the number of the next item, or neither."""
        if self.last and not _names_another(line, self.edge) and _goes_on(self.last[-1], line, self.edge):
            self.last.append(line)
            return
        self.last = None
        if (marker := read_marker(f"{line.text} ")) and marker.length >= len(line.text.strip()):
            self.number = marker.printed


def _with_title_told(record: Record) -> Record:
    """An item whose title tells what no field does, its day or what it is about, and whose number a field may tell."""
    title = record.fields.get(TITLE, [])
    if title and "date" not in record.fields and tells_day(folded(title)):
        record.fields |= {"date": title}
    elif title and not {"activity", "information"} & set(record.fields):
        record.fields |= {"activity": title}
    if record.number is None and (printed := record.text("number")):
        record.number = printed.strip(" .)(") or None
    record.fields = {role: lines for role, lines in record.fields.items() if lines and role != TITLE}
    return record


def _titles(lines: Sequence[Line], labels: Sequence[Label | None]) -> frozenset[int]:
    """Where titles begin: lines like the one that begins the title over the first field, in type and place.

    A numbered one that leads to such a field need not be as bold: on scanned pages that does not always show.
    Where that has no number, each title stands right over such a field and apart from what is above it.
    """
    start = next((index for index, label in enumerate(labels) if label), 0)
    above = [index for index in range(max(0, start - MOST_TITLE_LINES), start) if _shown(lines[index])]
    if not start or not above or not _runs_down(lines[above[0] : start + 1]):
        first = labels[start] if labels else None
        tops = [
            _top_of_title(lines, labels, i)
            for i, label in enumerate(labels)
            if label and first and label.role == first.role
        ]
        return frozenset(top for top in tops if top is not None) if len(tops) > 1 and None not in tops else frozenset()
    model, first = lines[above[0]], labels[start]
    leads = [
        bool(first and after and after.role == first.role and line.x0 <= below.x0 + ALIGNED)
        for line, below, after in zip(lines, lines[1:], labels[1:], strict=False)
    ]
    return frozenset(
        index
        for index, (line, led) in enumerate(zip(lines, [*leads, False], strict=True))
        if labels[index] is None
        and (_is_like(line, model) or (led and _shown(line)))
        and not (index and index - 1 in above and index in above)
    )


def _top_of_title(lines: Sequence[Line], labels: Sequence[Label | None], field: int) -> int | None:
    """Where the title begins that stands right over a field; None where a sentence or no line of its own does."""
    top = field
    while top and field - top < MOST_TITLE_LINES and not labels[top - 1] and _runs_down(lines[top - 1 : top + 1]):
        if lines[top - 1].page != lines[top].page or (lines[top].bold and not lines[top - 1].bold):
            break  # the last line of a text on the page before, or of the last field
        top -= 1
    shown = top < field and lines[top].bold and not lines[top - 1].bold
    apart = not top or shown or lines[top - 1].page != lines[top].page or not _runs_down(lines[top - 1 : top + 1])
    return top if top < field and apart and not lines[field - 1].text.endswith((".", ":")) else None


def _shown(line: Line) -> bool:
    """Whether a line looks like the beginning of a title."""
    return len(line.words) > 1 and (is_row_number(line.words[0].text) or read_marker(line.text) is not None)


def _is_like(line: Line, model: Line) -> bool:
    """Whether a line begins a title as another one does; bold titles may stand in cards side by side.

    Numbers that end at one place, as '9.' and '10.' do in most lists, begin at two.
    """
    level = any(abs(a.x0 - b.x0) < ALIGNED for a, b in zip(line.words[:2], model.words[:2], strict=False))
    return _shown(line) and line.bold == model.bold and (line.bold or level)


def _runs_down(lines: Sequence[Line]) -> bool:
    """Whether lines follow one another closely, down one card."""
    return all(b.page != a.page or abs(b.top - a.bottom) < LINE_GAP * a.size for a, b in pairwise(lines))


def _without_number(line: Line) -> tuple[str | None, Line]:
    """The number that leads a title, if any, and the title."""
    if not _shown(line):
        return None, line
    marker = read_marker(line.text)
    number = marker.printed if marker and marker.value else re.sub(r"\D", "", line.words[0].text)
    return number or None, Line(line.words[1:], line.page)


def _names_another(line: Line, edge: float) -> bool:
    """Whether a line begins with the name of a field that nobody knows, where the names of fields begin: 'Bersama:'."""
    return abs(line.x0 - edge) < ALIGNED and bool(_NAME.match(line.text))


def _goes_on(before: Line, line: Line, edge: float) -> bool:
    """Whether a line is a further line of a field's text; `edge` is where the field's name begins."""
    if line.page != before.page:
        return line.x0 >= before.x0 - INDENT
    return line.x0 >= min(before.x0 - INDENT, edge - ALIGNED) and line.top - before.bottom < LINE_GAP * before.size
