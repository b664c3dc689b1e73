"""Sheets to PDF: replays the drawing operations, with /Rotate and page images where wanted."""

from __future__ import annotations

import io
import random
from dataclasses import dataclass

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from benchmarks.variants.paper import FillOp, LineOp, Op, PictureOp, Sheet, TextOp


@dataclass(frozen=True)
class Scan:
    """A page image in place of the page: JPEG or PNG, size in points, invisible words (x, y, size, text) over it."""

    picture: bytes
    width: float
    height: float
    words: tuple[tuple[float, float, float, str], ...] = ()


def render(sheets: list[Sheet], *, turned: dict[int, int], scans: dict[int, Scan], title: str, producer: str) -> bytes:
    """The PDF of `sheets`; `turned` gives pages a /Rotate that shows them upright, `scans` replaces pages."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    canvas.setTitle(title)
    canvas.setProducer(producer)
    for index, sheet in enumerate(sheets):
        scan = scans.get(index)
        if scan:
            _draw_scan(canvas, scan)
        else:
            _draw_sheet(canvas, sheet, turned.get(index, 0))
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _draw_scan(canvas: Canvas, scan: Scan) -> None:
    canvas.setPageSize((scan.width, scan.height))
    canvas.setPageRotation(0)
    canvas.drawImage(ImageReader(io.BytesIO(scan.picture)), 0, 0, scan.width, scan.height)
    for x, y, size, text in scan.words:
        line = canvas.beginText(x, scan.height - y)
        line.setTextRenderMode(3)
        line.setFont("Helvetica", size)
        line.textOut(text)
        canvas.drawText(line)


def _draw_sheet(canvas: Canvas, sheet: Sheet, rotate: int) -> None:
    width, height = sheet.width, sheet.height
    canvas.setPageRotation(rotate)
    canvas.setPageSize((width, height))  # reportlab itself swaps the sides of a turned page
    if rotate == 90:
        canvas.translate(height, 0)
        canvas.rotate(90)
    elif rotate == 270:
        canvas.translate(0, width)
        canvas.rotate(-90)
    elif rotate == 180:
        canvas.translate(width, height)
        canvas.rotate(180)
    for op in (*sheet.behind, *sheet.ops):
        _draw(canvas, op, height)


def _draw(canvas: Canvas, op: Op, height: float) -> None:
    if isinstance(op, TextOp):
        _draw_text(canvas, op, height)
    elif isinstance(op, LineOp):
        canvas.setStrokeGray(op.grey)
        canvas.setLineWidth(op.width)
        canvas.line(op.x0, height - op.y0, op.x1, height - op.y1)
    elif isinstance(op, FillOp):
        canvas.setFillGray(op.grey)
        canvas.rect(op.x0, height - op.y1, op.x1 - op.x0, op.y1 - op.y0, stroke=0, fill=1)
    else:
        picture = ImageReader(_picture(op))
        canvas.drawImage(picture, op.x0, height - op.y1, op.x1 - op.x0, op.y1 - op.y0)


def _draw_text(canvas: Canvas, op: TextOp, height: float) -> None:
    canvas.setFillGray(op.face.grey)
    canvas.setFont(op.face.font, op.face.size)
    for shift in (0.0, 0.35) if op.face.doubled and op.face.bold else (0.0,):
        if op.angle:
            canvas.saveState()
            canvas.translate(op.x + shift, height - op.y)
            canvas.rotate(op.angle)
            canvas.drawString(0, 0, op.text)
            canvas.restoreState()
        else:
            canvas.drawString(op.x + shift, height - op.y, op.text)


def _picture(op: PictureOp) -> io.BytesIO:
    """A drawn scene: sky, ground, a banner and some round heads."""
    rng = random.Random(op.seed)
    image = Image.new("RGB", (240, 150), (rng.randint(150, 220), rng.randint(160, 220), rng.randint(180, 240)))
    pixels = image.load()
    assert pixels is not None
    floor = rng.randint(90, 120)
    shade = (rng.randint(90, 160), rng.randint(70, 120), rng.randint(50, 90))
    heads = [(rng.randint(10, 230), rng.randint(70, 130), rng.randint(7, 14)) for _ in range(rng.randint(4, 10))]
    for x in range(240):
        for y in range(150):
            if y > floor:
                pixels[x, y] = shade
            if 15 < y < 45 and 40 < x < 200:
                pixels[x, y] = (150, 30, 40)
            for hx, hy, radius in heads:
                if (x - hx) ** 2 + (y - hy) ** 2 < radius**2:
                    pixels[x, y] = (60 + radius * 5, 45 + radius * 4, 40)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=80)
    out.seek(0)
    return out
