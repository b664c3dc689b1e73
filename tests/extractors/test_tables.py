"""The JSON of `rekap tables`, from a drawn PDF to rows, cells and places."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from extractors.pages.file import open_pdf
from extractors.tables import tables_of, to_json
from tests.support.drawing import page_of, ruled_table

XS = [50, 90, 250, 400]
HEIGHT = A4[1]


def draw_rows(canvas: Canvas, rows: list[list[str]], top: float) -> None:
    """A full grid of one-line rows."""
    for number, row in enumerate(rows):
        base = HEIGHT - top - 18 * number - 13
        for x, text in zip(XS, row, strict=False):
            canvas.drawString(x + 4, base, text)
    for number in range(len(rows) + 1):
        canvas.line(XS[0], HEIGHT - top - 18 * number, XS[-1], HEIGHT - top - 18 * number)
    for x in XS:
        canvas.line(x, HEIGHT - top, x, HEIGHT - top - 18 * len(rows))


def read(path: Path) -> dict[str, object]:
    with open_pdf(path) as file:
        pages = list(file.pages())
    return to_json(tables_of(pages), pages, {"filename": path.name})


def test_a_table_over_two_pages_is_one_with_its_heading_once(tmp_path: Path) -> None:
    path = tmp_path / "dua.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    canvas.drawString(50, HEIGHT - 60, "Rekapitulasi triwulan dua")
    draw_rows(canvas, [["No", "Konten", "Jumlah"], ["1", "Berita", "98"], ["2", "Infografik", "74"]], 640)
    canvas.showPage()
    draw_rows(canvas, [["No", "Konten", "Jumlah"], ["3", "Video", "5"]], 60)
    canvas.showPage()
    canvas.save()
    found = read(path)
    (table,) = found["tables"]  # type: ignore[misc]
    assert found["schema_version"] == 1
    assert table["pages"] == [1, 2]
    assert table["method"] == "lattice"
    assert table["rows"] == [
        ["No", "Konten", "Jumlah"],
        ["1", "Berita", "98"],
        ["2", "Infografik", "74"],
        ["3", "Video", "5"],
    ]
    video = next(cell for cell in table["cells"] if cell["text"] == "Video")
    assert (video["row"], video["col"], video["page"]) == (3, 1, 2)
    assert [round(x) for x in video["bbox"]] == [90, 78, 250, 96]


def test_boxes_are_on_the_page_as_displayed_also_where_its_text_lies(tmp_path: Path) -> None:
    path = tmp_path / "rebah.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    canvas.translate(A4[0], 0)
    canvas.rotate(90)  # a landscape table on a portrait page that nothing turns
    for number, row in enumerate([["Kanal", "Jumlah"], ["Radio", "2"], ["Televisi", "1"]]):
        for x, text in zip((104, 304), row, strict=True):
            canvas.drawString(x, 400 - 18 * number + 5, text)
    for number in range(4):
        canvas.line(100, 418 - 18 * number, 400, 418 - 18 * number)
    for x in (100, 300, 400):
        canvas.line(x, 418, x, 364)
    canvas.showPage()
    canvas.save()
    (table,) = read(path)["tables"]  # type: ignore[misc]
    assert table["rows"] == [["Kanal", "Jumlah"], ["Radio", "2"], ["Televisi", "1"]]
    radio = next(cell for cell in table["cells"] if cell["text"] == "Radio")
    # on the page as displayed the cell stands on end: narrow and tall
    x0, top, x1, bottom = radio["bbox"]
    assert round(x1 - x0) == 18
    assert round(bottom - top) == 200
    assert 0 <= x0 < x1 <= A4[0]
    assert 0 <= top < bottom <= HEIGHT


def test_tables_read_from_a_picture_say_so() -> None:
    words, rules, _ = ruled_table([["No", "Kanal"], ["1", "Radio"]], [50, 90, 300])
    scanned = replace(page_of(words, rules), source="ocr")
    (table,) = to_json(tables_of([scanned]), [scanned], {})["tables"]
    assert table["method"] == "ocr"


def test_the_row_that_numbers_the_columns_is_part_of_the_form() -> None:
    rows = [["No", "Nama", "Jumlah"], ["(1)", "(2)", "(3)"], ["1", "Kursi", "4"], ["2", "Meja", "5"]]
    words, rules, _ = ruled_table(rows, [50, 80, 180, 260])
    assert tables_of([page_of(words, rules)])[0].rows() == [rows[0], *rows[2:]]
    for first in (["1", "2", "4"], ["1", "2", "3"]):
        words, rules, _ = ruled_table([rows[0], first, ["2", "5", "7"]], [50, 80, 180, 260])
        assert len(tables_of([page_of(words, rules)])[0].rows()) == 3
