"""Pages with a cursor: paragraphs flow down, break over pages and become drawing operations.

Coordinates are points from the top left; `Sheet.ops` are replayed on a PDF canvas by `render`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from benchmarks.variants.fonts import family, width

SIZES = {
    "a4": (595.3, 841.9),
    "f4": (609.4, 935.4),
    "legal": (612.0, 1008.0),
    "letter": (612.0, 792.0),
}


@dataclass(frozen=True)
class Face:
    """How text is printed: family, size, weight, grey value (0 black), doubled strokes for a faked bold."""

    name: str = "helvetica"
    size: float = 11
    bold: bool = False
    italic: bool = False
    grey: float = 0.0
    trick: str = ""
    doubled: bool = False

    @property
    def font(self) -> str:
        """The registered font's name."""
        regular, bold, italic = family(self.name, self.trick)
        if self.bold and not self.doubled:
            return bold
        return italic if self.italic else regular

    @property
    def leading(self) -> float:
        """Distance of two base lines."""
        return self.size * 1.18

    def width(self, text: str) -> float:
        """Printed width of `text`."""
        return width(text, self.font, self.size)


@dataclass(frozen=True)
class TextOp:
    """A run of text with its base line at (x, y), turned by `angle` degrees counter-clockwise."""

    x: float
    y: float
    text: str
    face: Face
    angle: float = 0


@dataclass(frozen=True)
class LineOp:
    """A stroke, or the thin filled rectangle that office programs write instead."""

    x0: float
    y0: float
    x1: float
    y1: float
    width: float = 0.5
    grey: float = 0.0


@dataclass(frozen=True)
class FillOp:
    """A shaded rectangle."""

    x0: float
    y0: float
    x1: float
    y1: float
    grey: float


@dataclass(frozen=True)
class PictureOp:
    """A drawn picture in place of a photo; `seed` decides what it shows."""

    x0: float
    y0: float
    x1: float
    y1: float
    seed: int


Op = TextOp | LineOp | FillOp | PictureOp


@dataclass
class Sheet:
    """One page: its size, its operations, and where running matter is kept apart from the flow."""

    width: float
    height: float
    ops: list[Op] = field(default_factory=list)
    behind: list[Op] = field(default_factory=list)
    tag: str = ""


Furniture = Callable[[Sheet, int], None]
"""Draws what stands on every page (running head, foot, watermark); gets the sheet and its number."""


def wrap(text: str, face: Face, room: float, first: float | None = None) -> list[str]:
    """`text` broken into lines of at most `room` points (`first` for the first line); '\\n' forces a break."""
    lines: list[str] = []
    for part in text.split("\n"):
        line = ""
        for word in part.split():
            limit = first if first is not None and not lines else room
            longer = f"{line} {word}" if line else word
            if line and face.width(longer) > limit:
                lines.append(line)
                line = word
            else:
                line = longer
        lines.append(line)
    return lines


class Paper:
    """A stack of sheets with a cursor on the last one."""

    def __init__(self, size: str, margins: tuple[float, float, float, float], face: Face, furniture: Furniture) -> None:
        """`margins` are left, top, right, bottom."""
        self.size, self.margins, self.face, self.furniture = size, margins, face, furniture
        self.sheets: list[Sheet] = []
        self.landscape = False
        self.tag = ""
        self.y = 0.0
        self.new_page()

    @property
    def sheet(self) -> Sheet:
        """The sheet being filled."""
        return self.sheets[-1]

    @property
    def left(self) -> float:
        """Where the text area begins."""
        return self.margins[0]

    @property
    def right(self) -> float:
        """Where the text area ends."""
        return self.sheet.width - self.margins[2]

    @property
    def bottom(self) -> float:
        """The lowest place a line may reach."""
        return self.sheet.height - self.margins[3]

    @property
    def room(self) -> float:
        """What is left on this page."""
        return self.bottom - self.y

    @property
    def fresh(self) -> bool:
        """Whether nothing has been set on this page yet."""
        return self.y <= self.margins[1]

    def new_page(self, landscape: bool | None = None, furniture: bool = True) -> None:
        """Starts a new sheet; the orientation stays unless given."""
        if landscape is not None:
            self.landscape = landscape
        width, height = SIZES[self.size]
        if self.landscape:
            width, height = height, width
        self.sheets.append(Sheet(width, height, tag=self.tag))
        if furniture:
            self.furniture(self.sheet, len(self.sheets))
        self.y = self.margins[1]

    def part(self, tag: str, landscape: bool = False, fresh: bool = False) -> None:
        """Begins a part named `tag`; on a new page where the orientation changes or `fresh` is wanted."""
        self.tag = tag
        if landscape != self.landscape or (fresh and not self.fresh):
            if self.fresh:
                self.sheets.pop()
            self.new_page(landscape)
        if self.fresh:
            self.sheet.tag = tag

    def space(self, points: float) -> None:
        """Moves the cursor down, not off the page."""
        self.y = min(self.y + points, self.bottom)

    def keep(self, points: float) -> None:
        """Starts a new page unless `points` are left."""
        if self.room < points and not self.fresh:
            self.new_page()

    def text(
        self,
        text: str,
        *,
        face: Face | None = None,
        align: str = "left",
        indent: float = 0,
        first: float = 0,
        label: str = "",
        after: float = 0,
        room_right: float = 0,
        spread: float = 1.0,
    ) -> None:
        """Sets a paragraph; `first` indents its first line, `label` hangs left of the indent."""
        face = face or self.face
        x0, room = self.left + indent, self.right - self.left - indent - room_right
        lines = wrap(text, face, room, room - first)
        step = face.leading * spread
        for index, line in enumerate(lines):
            if self.room < step:
                self.new_page()
            base = self.y + face.size * 0.86
            if label and index == 0:
                self.sheet.ops.append(TextOp(x0 - face.width(label) - 5 if indent < 14 else x0 - 20, base, label, face))
            shift = first if index == 0 else 0.0
            self._line(line, x0 + shift, room - shift, base, face, align, index == len(lines) - 1)
            self.y += step
        self.space(after)

    def _line(self, line: str, x: float, room: float, base: float, face: Face, align: str, last: bool) -> None:
        slack = room - face.width(line)
        if align == "center":
            x += slack / 2
        elif align == "right":
            x += slack
        words = line.split()
        if align != "justify" or last or len(words) < 2 or slack > room * 0.4:
            self.sheet.ops.append(TextOp(x, base, line, face))
            return
        gap = face.width(" ") + slack / (len(words) - 1)
        for word in words:
            self.sheet.ops.append(TextOp(x, base, word, face))
            x += face.width(word) + gap

    def picture(self, x0: float, width: float, height: float, seed: int) -> None:
        """Sets a picture at the cursor without moving it."""
        self.sheet.ops.append(PictureOp(x0, self.y, x0 + width, self.y + height, seed))
