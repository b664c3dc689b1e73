"""Tables as a printed workbook: what is too wide for the page goes on on the next ones."""

from __future__ import annotations

from html import escape

from benchmarks.office.flat import SPACES, Cell, Row
from benchmarks.office.information import _plain
from benchmarks.office.recap import plain_rows
from benchmarks.office.story import Told

CALC = ' xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"'


def workbook(told: Told, part: str) -> str:
    """A flat spreadsheet of one table, wider than its page."""
    if part == "information":
        rows, _ = _plain(told, told.story.items)
        rows = [[*row, Cell("Keterangan" if index == 0 else "", bold=index == 0)] for index, row in enumerate(rows)]
        return _xml(told, rows, [1.2, 3.4, 11, 9, 4])
    assert told.story.recap is not None
    rows, widths, _ = plain_rows(told, told.story.recap)
    return _xml(told, rows, [1.2, 8.5, *([3.2] * (len(widths) - 2))])


def _xml(told: Told, rows: list[Row], widths: list[float]) -> str:
    styles = {(bold, align): f"c{bold}{align}" for bold in (0, 1) for align in ("left", "center")}
    automatic = "".join(
        f'<style:style style:name="{name}" style:family="table-cell"><style:table-cell-properties '
        'fo:border="0.5pt solid #000000" fo:wrap-option="wrap" style:vertical-align="middle" fo:padding="0.05cm"/>'
        f'<style:paragraph-properties fo:text-align="{align}"/><style:text-properties '
        f'fo:font-size="{told.layout.table_size}pt" fo:font-family="{told.layout.font}" '
        f'fo:font-weight="{"bold" if bold else "normal"}"/></style:style>'
        for (bold, align), name in styles.items()
    )
    columns = ""
    for index, width in enumerate(widths):
        automatic += (
            f'<style:style style:name="w{index}" style:family="table-column"><style:table-column-properties '
            f'style:column-width="{width}cm"/></style:style>'
        )
        columns += f'<table:table-column table:style-name="w{index}"/>'
    automatic += (
        '<style:style style:name="r" style:family="table-row"><style:table-row-properties '
        'style:use-optimal-row-height="true"/></style:style>'
        '<style:style style:name="t" style:family="table" style:master-page-name="Sheet"/>'
    )
    page = (
        '<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" '
        'fo:margin="2cm" style:print-page-order="ttb"/></style:page-layout>'
    )
    body = "".join(_row(row, len(widths), styles) for row in _uncovered(rows, len(widths)))
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {SPACES}{CALC} office:version="1.3" '
        'office:mimetype="application/vnd.oasis.opendocument.spreadsheet">'
        f"<office:automatic-styles>{automatic}{page}</office:automatic-styles><office:master-styles>"
        '<style:master-page style:name="Sheet" style:page-layout-name="L"><style:header style:display="false"/>'
        '<style:footer style:display="false"/></style:master-page></office:master-styles><office:body>'
        f'<office:spreadsheet><table:table table:name="Rekap" table:style-name="t">{columns}{body}</table:table>'
        "</office:spreadsheet></office:body></office:document>"
    )


def _uncovered(rows: list[Row], columns: int) -> list[list[Cell | None]]:
    """Each row with None where a cell of another place covers."""
    covered: set[tuple[int, int]] = set()
    done: list[list[Cell | None]] = []
    for index, row in enumerate(rows):
        cells, out = iter(row), []
        for column in range(columns):
            cell = None if (index, column) in covered else next(cells)
            if cell:
                covered |= {(index + r, column + c) for r in range(cell.rows) for c in range(cell.cols)}
            out.append(cell)
        done.append(out)
    return done


def _row(row: list[Cell | None], columns: int, styles: dict[tuple[int, str], str]) -> str:
    parts = ['<table:table-row table:style-name="r">']
    for cell in row:
        if cell is None:
            parts.append("<table:covered-table-cell/>")
            continue
        style = styles[int(cell.bold), "center" if cell.align == "center" else "left"]
        spans = f'table:number-rows-spanned="{cell.rows}" table:number-columns-spanned="{cell.cols}"'
        texts = "".join(f"<text:p>{escape(line)}</text:p>" for line in cell.text.split("\n"))
        parts.append(
            f'<table:table-cell table:style-name="{style}" {spans} office:value-type="string">{texts}'
            "</table:table-cell>"
        )
    return "".join([*parts, "</table:table-row>"])
