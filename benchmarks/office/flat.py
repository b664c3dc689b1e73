"""A flat OpenDocument text: paragraphs, tables, page layouts; every style is made when it is first used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape

SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"),
    )
)  # fmt: skip
PAPERS = {"a4": (21.0, 29.7), "f4": (21.5, 33.0), "legal": (21.59, 35.56), "letter": (21.59, 27.94)}
Attributes = dict[str, str]


@dataclass(frozen=True)
class Cell:
    """A table cell; `rows` and `cols` merge it over its neighbours."""

    text: str
    rows: int = 1
    cols: int = 1
    bold: bool = False
    align: str = "left"
    middle: bool = False
    upright: bool = False
    shade: str = ""
    borders: tuple[tuple[str, str], ...] = ()
    line_shade: str = ""


Row = Sequence[Cell]


@dataclass
class Flat:
    """One document in the making; lengths are centimetres, sizes points."""

    font: str = "Liberation Sans"
    size: float = 11
    paper: str = "a4"
    margins: tuple[float, float, float, float] = (2.5, 2.2, 2.5, 2.2)
    """Top, right, bottom, left."""
    head: str = ""
    foot: str = ""
    body: list[str] = field(default_factory=list)
    styles: dict[tuple[str, str], str] = field(default_factory=dict)
    foot_bar: str = ""
    """Text of a shaded bar at the foot of each page, with the page's number."""
    framed: bool = False
    landscape: bool = False
    """Whether the pages being written lie; `turn` changes it."""
    pending: str = ""
    """Master page of the next paragraph, after `turn` or `page`."""

    @property
    def room(self) -> float:
        """The width of the text."""
        width, height = PAPERS[self.paper]
        return (height if self.landscape else width) - self.margins[1] - self.margins[3] - 0.7 * self.framed

    def style(self, family: str, inner: str, outer: str = "") -> str:
        """The name of an automatic style of `family` with these properties."""
        key = (family, outer + inner)
        if key not in self.styles:
            name = f"{family[0].upper()}{family[-1]}{len(self.styles)}"
            self.styles[key] = name
            self.styles[("xml", name)] = (
                f'<style:style style:name="{name}" style:family="{family}" {outer}>{inner}</style:style>'
            )
        return self.styles[key]

    def page(self) -> None:
        """The next paragraph begins a page."""
        self.pending = "Lying" if self.landscape else "Standing"

    def turn(self, landscape: bool) -> None:
        """The next paragraph begins a page that lies or stands."""
        self.landscape = landscape
        self.page()

    def paragraph(
        self, text: str, *, bold: bool = False, italic: bool = False, align: str = "left", size: float = 0,
        left: float = 0, first: float = 0, before: float = 0, after: float = 3, keep: bool = False, tabs: str = "",
        colour: str = "", upright: bool = False, line_shade: str = "", spacing: int = 100,
    ) -> None:  # fmt: skip
        """One paragraph; a tab in `text` stands for a tab, an empty text for an empty line."""
        self.body.append(
            self.written(
                text, bold=bold, italic=italic, align=align, size=size, left=left, first=first, before=before,
                after=after, keep=keep, tabs=tabs, colour=colour, line_shade=line_shade, spacing=spacing,
            )
        )  # fmt: skip

    def written(
        self, text: str, *, bold: bool = False, italic: bool = False, align: str = "left", size: float = 0,
        left: float = 0, first: float = 0, before: float = 0, after: float = 0, keep: bool = False, tabs: str = "",
        colour: str = "", line_shade: str = "", spacing: int = 100, raw: bool = False,
    ) -> str:  # fmt: skip
        """The XML of a paragraph."""
        outer = f'style:master-page-name="{self.pending}"' if self.pending and not raw else ""
        if not raw:
            self.pending = ""
        stops = "".join(
            f'<style:tab-stop style:position="{stop.rstrip(".")}cm"'
            + (' style:type="right" style:leader-style="dotted" style:leader-text="."' if stop.endswith(".") else "")
            + "/>"
            for stop in tabs.split()
        )
        inner = (
            f'<style:paragraph-properties fo:text-align="{align}" fo:margin-left="{left}cm" '
            f'fo:text-indent="{first}cm" fo:margin-top="{before}pt" fo:margin-bottom="{after}pt" '
            f'fo:line-height="{spacing}%"'
            + (' fo:keep-with-next="always"' if keep else "")
            + f"><style:tab-stops>{stops}</style:tab-stops></style:paragraph-properties>"
            f'<style:text-properties fo:font-size="{size or self.size}pt"'
            + (' fo:font-weight="bold"' if bold else "")
            + (' fo:font-style="italic"' if italic else "")
            + (f' fo:color="{colour}"' if colour else "")
            + (f' fo:background-color="{line_shade}"' if line_shade else "")
            + "/>"
        )
        name = self.style("paragraph", inner, outer)
        shown = text if raw else escape(text).replace("\t", "<text:tab/>").replace("  ", " <text:s/>")
        return f'<text:p text:style-name="{name}">{shown}</text:p>'

    def table(self, widths: Sequence[float], rows: Sequence[Row], *, heads: int = 0, size: float = 10,
              split: bool = True, align: str = "left", pad: float = 0.12) -> None:  # fmt: skip
        """A table; `widths` are shares of the text's width, the first `heads` rows repeat on each page."""
        if self.pending:
            self.paragraph("", size=2, after=0)
        share = self.room / sum(widths)
        outer = self.style("table", f'<style:table-properties style:width="{self.room}cm" table:align="{align}"/>')
        parts = [f'<table:table table:style-name="{outer}">']
        for width in widths:
            inner = f'<style:table-column-properties style:column-width="{width * share:.3f}cm"/>'
            parts.append(f'<table:table-column table:style-name="{self.style("table-column", inner)}"/>')
        kept = "" if split else ' fo:keep-together="always"'
        lines = self._lines(rows, len(widths), kept, size, pad)
        if heads:
            lines[0] = "<table:table-header-rows>" + lines[0]
            lines[heads - 1] += "</table:table-header-rows>"
        self.body.append("".join([*parts, *lines, "</table:table>"]))
        self.paragraph("", size=6, after=0)

    def _lines(self, rows: Sequence[Row], columns: int, kept: str, size: float, pad: float) -> list[str]:
        covered: set[tuple[int, int]] = set()
        lines = []
        for index, row in enumerate(rows):
            tall = ' style:min-row-height="3.2cm"' if any(cell.upright for cell in row) else ""
            row_style = self.style("table-row", f"<style:table-row-properties{kept}{tall}/>")
            cells, parts = iter(row), [f'<table:table-row table:style-name="{row_style}">']
            for column in range(columns):
                if (index, column) in covered:
                    parts.append("<table:covered-table-cell/>")
                    continue
                cell = next(cells)
                covered |= {(index + r, column + c) for r in range(cell.rows) for c in range(cell.cols)}
                parts.append(self._cell(cell, size, pad))
            lines.append("".join([*parts, "</table:table-row>"]))
        return lines

    def _cell(self, cell: Cell, size: float, pad: float) -> str:
        borders = " ".join(f'{name}="{value}"' for name, value in cell.borders)
        inner = (
            f'<style:table-cell-properties fo:padding="{pad}cm" {borders}'
            + (' style:vertical-align="middle"' if cell.middle else "")
            + (' style:writing-mode="bt-lr"' if cell.upright else "")
            + (f' fo:background-color="{cell.shade}"' if cell.shade else "")
            + "/>"
        )
        spans = f'table:number-rows-spanned="{cell.rows}" table:number-columns-spanned="{cell.cols}"'
        texts = "".join(
            self.written(line, bold=cell.bold, align=cell.align, size=size, line_shade=cell.line_shade)
            for line in cell.text.split("\n")
        )
        name = self.style("table-cell", inner)
        return (
            f'<table:table-cell table:style-name="{name}" {spans} office:value-type="string">{texts}</table:table-cell>'
        )

    def picture(self, png: str, width: float, height: float, align: str = "center") -> None:
        """A picture (base64) in a paragraph of its own."""
        frame = (
            f'<draw:frame text:anchor-type="as-char" svg:width="{width}cm" svg:height="{height}cm">'
            f"<draw:image><office:binary-data>{png}</office:binary-data></draw:image></draw:frame>"
        )
        outer = f'style:master-page-name="{self.pending}"' if self.pending else ""
        self.pending = ""
        inner = f'<style:paragraph-properties fo:text-align="{align}"/>'
        self.body.append(f'<text:p text:style-name="{self.style("paragraph", inner, outer)}">{frame}</text:p>')

    def _bar(self, landscape: bool) -> str:
        if not self.foot_bar:
            return ""
        before, self.body, turned, self.landscape = self.body, [], self.landscape, landscape
        cells = [Cell(self.foot_bar, shade="#c00000", bold=True), Cell("#", shade="#202020", bold=True, align="center")]
        self.table([14, 1.5], [cells], size=9)
        bar, self.body, self.landscape = self.body[0], before, turned
        return bar.replace(">#<", '><text:page-number text:select-page="current"/><')

    def xml(self) -> str:
        """The whole document."""
        bars = {name: self._bar(name == "Lying") for name in ("Standing", "Lying")}
        automatic = "".join(text for (family, _), text in self.styles.items() if family == "xml")
        masters = "".join(
            f'<style:master-page style:name="{name}" style:page-layout-name="L{name}">'
            f"<style:header>{self.head or '<text:p/>'}</style:header>"
            f"<style:footer>{bars[name]}{self.foot or '<text:p/>'}</style:footer></style:master-page>"
            for name in ("Standing", "Lying")
        )
        return (
            f'<?xml version="1.0" encoding="UTF-8"?><office:document {SPACES} office:version="1.3" '
            'office:mimetype="application/vnd.oasis.opendocument.text">'
            f'<office:styles><style:default-style style:family="paragraph"><style:text-properties '
            f'style:font-name="{self.font}" fo:font-family="{self.font}" fo:font-size="{self.size}pt" '
            'fo:language="id" fo:country="ID"/></style:default-style></office:styles>'
            f"<office:automatic-styles>{automatic}{self._layouts()}</office:automatic-styles>"
            f"<office:master-styles>{masters}</office:master-styles>"
            f"<office:body><office:text>{''.join(self.body)}</office:text></office:body></office:document>"
        )

    def _layouts(self) -> str:
        width, height = PAPERS[self.paper]
        top, right, bottom, left = self.margins
        bands = "".join(
            f"<style:{part}-style><style:header-footer-properties fo:min-height='0.8cm' fo:margin-{side}='0.3cm'/>"
            f"</style:{part}-style>"
            for part, side in (("header", "bottom"), ("footer", "top"))
        )
        frame = ' fo:border="1.5pt solid #000000" fo:padding="0.3cm"' if self.framed else ""
        return "".join(
            f'<style:page-layout style:name="L{name}"><style:page-layout-properties fo:page-width="{wide}cm" '
            f'fo:page-height="{tall}cm" style:print-orientation="{orientation}" fo:margin-top="{top - 1}cm" '
            f'fo:margin-right="{right}cm" fo:margin-bottom="{bottom - 1}cm" fo:margin-left="{left}cm"{frame}/>{bands}'
            "</style:page-layout>"
            for name, wide, tall, orientation in (
                ("Standing", width, height, "portrait"), ("Lying", height, width, "landscape"),
            )
        )  # fmt: skip
