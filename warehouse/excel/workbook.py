"""The workbook's sheets in their order, each from its query in `sql/export`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
from xlsxwriter.chart import Chart
from xlsxwriter.worksheet import Worksheet

from warehouse.excel.book import Book, Grid, Placed, widths_of
from warehouse.queries import sql
from warehouse.records import PUBLISHED

AREA = "CREATE OR REPLACE TEMP MACRO area(name) AS replace(replace(name, 'KPU Kabupaten', 'Kab.'), 'KPU Kota', 'Kota')"
"""A satker's name as short as a sheet or a chart needs it."""
ROMAN = ("I", "II", "III", "IV")
WIDTHS = (30, *[13] * 9)
"""Widths of the first sheet's columns."""
CHART = {"width": 520, "height": 300}
CHART_ROWS = 16
"""Rows of a sheet that a chart covers."""
_SUMS = ("Unggahan", "Informasi", "Kegiatan pemerintah", "Kegiatan non-pemerintah", "Temuan terbuka")


def write_workbook(con: duckdb.DuckDBPyConnection, path: Path, year: int, quarter: int) -> None:
    """Write the quarter's workbook from an open snapshot."""
    name, published_at = _snapshot(con)
    quarterly = f"Triwulan {ROMAN[quarter - 1]} {year}"
    book = Book(str(path), f"{quarterly}, potret data {name}")
    book.file.set_properties({"title": f"Rekap Bakohumas {quarterly}", "comments": name, "created": published_at})
    period = {"year": year, "quarter": quarter}
    summary = book.sheet("Ringkasan", landscape=False)
    offices = _listed(book, con, "Per Satker", "per_satker", period, totals=_SUMS)
    platforms = _platforms(book, con, period)
    _summary(book, summary, con, period, offices, platforms, f"Rekap Bakohumas {quarterly}", name, published_at)
    _listed(book, con, "Diseminasi", "diseminasi", period)
    _listed(book, con, "Kegiatan", "kegiatan", period)
    _listed(book, con, "Temuan", "temuan", period)
    _listed(book, con, "Kelengkapan", "kelengkapan", period)
    _listed(book, con, "Data", "data", period)
    _dictionary(book)
    book.file.close()


def grid(con: duckdb.DuckDBPyConnection, name: str, period: Mapping[str, int]) -> Grid:
    """The answer of `sql/export/<name>.sql`."""
    con.execute(AREA)
    cursor = con.execute(sql(f"export/{name}"), dict(period))
    return Grid(tuple(column[0] for column in cursor.description or ()), cursor.fetchall())


def pivot(long: Grid, total: str) -> Grid:
    """Rows of (row, column, number) as a matrix with a column of totals; what is not there stays empty."""
    row, column, number = long.headings
    frame = pd.DataFrame(long.rows, columns=list(long.headings))
    wide = frame.pivot(index=row, columns=column, values=number).reindex(frame[row].unique()).astype("Int64")
    wide[total] = wide.sum(axis=1)
    cells = wide.astype(object).where(wide.notna(), None)
    return Grid((row, *wide.columns), list(cells.itertuples(name=None)))


def _snapshot(con: duckdb.DuckDBPyConnection) -> tuple[str, datetime]:
    row = con.execute("SELECT name, published_at FROM snapshot").fetchone()
    if row is None:
        raise LookupError("the snapshot has no name")
    return row[0], row[1]


def _listed(
    book: Book,
    con: duckdb.DuckDBPyConnection,
    title: str,
    query: str,
    period: Mapping[str, int],
    totals: tuple[str, ...] = (),
) -> Placed:
    """A sheet that is one table."""
    return book.table(book.sheet(title), 0, grid(con, query, period), totals=totals)


def _platforms(book: Book, con: duckdb.DuckDBPyConnection, period: Mapping[str, int]) -> Placed:
    """Posts by satker and by content type, each over the platforms."""
    sheet = book.sheet("Per Platform")
    offices = pivot(grid(con, "per_platform", period), "Jumlah")
    contents = pivot(grid(con, "per_konten", period), "Jumlah")
    widths = widths_of(offices, contents)
    placed = book.table(sheet, 0, offices, totals=offices.headings[1:], widths=widths)
    book.table(sheet, placed.last_row + 4, contents, totals=contents.headings[1:], widths=widths)
    book.fit(sheet, 0, widths)
    return placed


def _summary(
    book: Book,
    sheet: Worksheet,
    con: duckdb.DuckDBPyConnection,
    period: Mapping[str, int],
    offices: Placed,
    platforms: Placed,
    title: str,
    name: str,
    published_at: datetime,
) -> None:
    """The first sheet: the figures, what they rest on, and the charts."""
    sheet.write_string(0, 0, title, book.formats["title"])
    sheet.write_string(1, 0, _basis(con, period), book.formats["subtitle"])
    missing = _missing(con, period)
    sheet.write_string(2, 0, missing, book.formats["note"])
    stamp = (
        f"Potret data {name}, keadaan {published_at:%d/%m/%Y %H:%M} UTC. "
        "Selisih setara hanya membandingkan satker yang melapor pada kedua triwulan."
    )
    sheet.write_string(3, 0, stamp, book.formats["note"])
    figures = book.table(sheet, 5, grid(con, "ringkasan", period), widths=WIDTHS)
    below = figures.last_row + 2 + 2 * CHART_ROWS
    trend = book.table(sheet, below, grid(con, "tren", period), widths=WIDTHS)
    themes = book.table(sheet, trend.last_row + 3, grid(con, "tema", period), totals=("Informasi",), widths=WIDTHS)
    kinds = grid(con, "jenis_kegiatan", period)
    book.table(sheet, themes.last_row + 4, kinds, totals=kinds.headings[1:], widths=WIDTHS)
    for place, width in enumerate(WIDTHS):
        sheet.set_column(place, place, width)
    charts = (
        _bars(book, "Unggahan media sosial per satker", offices, "Satker", "Unggahan"),
        _columns(book, "Unggahan per platform dan satker", platforms),
        _bars(book, "Informasi menurut tema", themes, "Tema", "Informasi"),
        _lines(book, "Perkembangan provinsi", trend),
    )
    for place, chart in enumerate(charts):
        across = {"x_offset": 530 * (place % 2)}
        sheet.insert_chart(figures.last_row + 1 + CHART_ROWS * (place // 2), 0, chart, across)
    sheet.set_first_sheet()
    sheet.activate()


def _basis(con: duckdb.DuckDBPyConnection, period: Mapping[str, int]) -> str:
    """What the figures rest on."""
    row = con.execute(
        "SELECT satker_reporting, satker_total, reporting_rate, satker_on_time, satker_approved, closed "
        "FROM coverage_summary WHERE year = $year AND quarter = $quarter",
        dict(period),
    ).fetchone()
    if row is None:
        return "Belum ada laporan untuk triwulan ini."
    rate = f"{row[2]:.1f}".replace(".", ",")
    closed = " Triwulan sudah ditutup." if row[5] else ""
    return (
        f"{row[0]} dari {row[1]} satker melapor ({rate}%), {row[3]} tepat waktu, {row[4]} laporan disetujui.{closed} "
        "Angka adalah jumlah satker yang melapor saja."
    )


def _missing(con: duckdb.DuckDBPyConnection, period: Mapping[str, int]) -> str:
    rows = con.execute(
        "SELECT satker_name FROM coverage WHERE year = $year AND quarter = $quarter AND status <> 'received' "
        "ORDER BY satker_code",
        dict(period),
    ).fetchall()
    return f"Belum melapor: {', '.join(name for (name,) in rows)}." if rows else "Semua satker sudah melapor."


def _series(placed: Placed, category: str, heading: str) -> dict[str, Any]:
    return {
        "name": placed.heading(heading),
        "categories": placed.column(category),
        "values": placed.column(heading),
        "gap": 60,
    }


def _bars(book: Book, title: str, placed: Placed, category: str, heading: str) -> Chart:
    """Horizontal bars with their numbers, the first row on top."""
    chart = book.file.add_chart({"type": "bar"})
    chart.add_series(_series(placed, category, heading) | {"data_labels": {"value": True, "num_format": "#,##0"}})
    chart.set_y_axis({"reverse": True, "num_font": {"size": 8}})
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
    chart.set_legend({"none": True})
    return _finished(chart, title)


def _columns(book: Book, title: str, placed: Placed) -> Chart:
    """Stacked columns: a satker a column, a platform a layer."""
    chart = book.file.add_chart({"type": "column", "subtype": "stacked"})
    category, *headings = placed.columns
    for heading in headings[:-1] or headings:  # without any report there is the total alone
        chart.add_series(_series(placed, category, heading))
    chart.set_x_axis({"num_font": {"size": 8, "rotation": -45}})
    chart.set_y_axis({"num_format": "#,##0", "major_gridlines": {"visible": True, "line": {"color": "#D9D9D9"}}})
    chart.set_legend({"position": "right", "font": {"size": 8}})
    return _finished(chart, title)


def _lines(book: Book, title: str, placed: Placed) -> Chart:
    """The quarters as lines; posts, far more than the rest, on the axis of their own."""
    chart = book.file.add_chart({"type": "line"})
    for heading in ("Unggahan", "Informasi", "Kegiatan"):
        series = _series(placed, "Triwulan", heading) | {"marker": {"type": "circle"}, "y2_axis": heading == "Unggahan"}
        series.pop("gap")
        chart.add_series(series)
    chart.set_y_axis({"name": "informasi, kegiatan", "num_format": "#,##0"})
    chart.set_y2_axis({"name": "unggahan", "num_format": "#,##0"})
    chart.set_legend({"position": "bottom"})
    chart.show_blanks_as("gap")
    return _finished(chart, title)


def _finished(chart: Chart, title: str) -> Chart:
    chart.set_title({"name": title, "name_font": {"size": 12}})
    chart.set_size(CHART)
    return chart


def _dictionary(book: Book) -> None:
    """What every table and column means."""
    rows = [
        (table.name, table.meaning if n == 0 else "", column.name, column.type, column.comment)
        for table in PUBLISHED
        for n, column in enumerate(table.columns)
    ]
    book.table(book.sheet("Kamus Data"), 0, Grid(("Tabel", "Isi tabel", "Kolom", "Tipe", "Arti"), rows))
