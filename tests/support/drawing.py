"""Pages drawn for the tests of the table engine: words, rules and shading as a reader would give them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractors.geometry import Fill, Page, Rule, Table, Word
from extractors.grids import find_tables

EM = 0.5
"""Width of a letter in type sizes."""
XS = [50, 80, 180, 350, 540]
ROWS = [
    ["No", "Tanggal", "Informasi", "Media"],
    ["1.", "2 April\n2024", "Tahapan dan Jadwal\nPilkada 2024", "WA Grup\nBakohumas"],
    ["2.", "3 April\n2024", "Hari jadi Kota", "RRI"],
]


def put(text: str, x: float, base: float, size: float = 10, bold: bool = False, space: float = 0.28) -> list[Word]:
    """The words of a line that starts at x."""
    words = []
    for part in text.split():
        width = len(part) * EM * size
        words.append(Word(part, x, base - 0.78 * size, x + width, base + 0.22 * size, size, bold))
        x += width + space * size
    return words


def put_right(text: str, x: float, base: float, size: float = 10, bold: bool = False) -> list[Word]:
    """The words of a line that ends at x."""
    return put(text, x - width_of(text, size), base, size, bold)


def width_of(text: str, size: float = 10) -> float:
    """How wide a line is."""
    parts = text.split()
    return sum(len(part) for part in parts) * EM * size + 0.28 * size * (len(parts) - 1)


def level(y: float, x0: float, x1: float) -> Rule:
    """A level rule."""
    return Rule(x0, y - 0.25, x1, y + 0.25)


def upright(x: float, top: float, bottom: float) -> Rule:
    """An upright rule."""
    return Rule(x - 0.25, top, x + 0.25, bottom)


def grid_rules(xs: Sequence[float], ys: Sequence[float]) -> list[Rule]:
    """All walls of a grid."""
    return [level(y, xs[0], xs[-1]) for y in ys] + [upright(x, ys[0], ys[-1]) for x in xs]


def page_of(words: Iterable[Word], rules: Iterable[Rule] = (), fills: Iterable[Fill] = (), number: int = 1) -> Page:
    """An A4 page."""
    return Page(number, 595, 842, tuple(words), tuple(rules), tuple(fills))


def ruled_table(
    rows: Sequence[Sequence[str]], xs: Sequence[float], top: float = 100, leading: float = 12, size: float = 10
) -> tuple[list[Word], list[Rule], float]:
    """A full grid: the words, the rules and the y of its end. A cell's lines are parted by newlines."""
    words: list[Word] = []
    ys = [top]
    for row in rows:
        for x, text in zip(xs, row, strict=False):
            for number, line in enumerate(text.split("\n")):
                words += put(line, x + 3, ys[-1] + 10 + number * leading, size)
        ys.append(ys[-1] + 5 + leading * max(text.count("\n") + 1 for text in row))
    return words, grid_rules(xs, ys), ys[-1]


def one_table(page: Page) -> Table:
    """The only table of a page."""
    (table,) = find_tables(page)
    return table


def flat(rows: list[list[str]]) -> list[list[str]]:
    """Rows of texts, the lines of each on one."""
    return [[" ".join(text.split()) for text in row] for row in rows]


def stream_rows(bold: bool = True) -> list[Word]:
    """A table of five rows without any rule."""
    words = [
        *put("Wilayah", 60, 100, bold=bold),
        *put_right("2022", 260, 100, bold=bold),
        *put_right("2023", 330, 100, bold=bold),
    ]
    for n, label in enumerate(("Sambas", "Sanggau", "Kubu Raya", "Kota Pontianak", "Landak")):
        base = 114 + 12 * n
        words += [
            *put(label, 60, base),
            *put_right(f"{n * 1234 + 17}", 260, base),
            *put_right(f"{n * 7 + 3},5", 330, base),
        ]
    return words
