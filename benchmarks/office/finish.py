"""From documents to the PDF: printing, joining, turning, scanning, fonts that lie."""

from __future__ import annotations

import io
import random
import re
import subprocess
import tempfile
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pypdfium2
import pypdfium2.raw as raw
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from benchmarks.office.choices import Layout
from benchmarks.variants.degrade import DPI, EFFECTS, WORDS


def printed(sources: Sequence[Path], out: Path) -> None:
    """LibreOffice prints all `sources` into `out`, in one process with a profile of its own."""
    with tempfile.TemporaryDirectory() as profile:
        command = ["soffice", "--headless", f"-env:UserInstallation=file://{profile}", "--convert-to", "pdf"]
        subprocess.run([*command, "--outdir", str(out), *map(str, sources)], check=True, capture_output=True)


def joined(parts: Sequence[bytes]) -> bytes:
    """One PDF of all pages."""
    if len(parts) == 1:
        return parts[0]
    whole = pypdfium2.PdfDocument.new()
    for part in parts:
        whole.import_pages(pypdfium2.PdfDocument(part))
    return _saved(whole)


def _saved(document: Any) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def finished(pdf: bytes, layout: Layout, rng: random.Random) -> bytes:
    """What happened to the pages after printing."""
    if layout.rotated:
        pdf = _rotated(pdf, layout.rotated)
    if layout.trick:
        pdf = lying_fonts(pdf, layout.trick)
    return _scanned(pdf, layout, rng) if layout.scan else pdf


def _rotated(pdf: bytes, kind: str) -> bytes:
    """Pages drawn lying and shown upright by /Rotate: the same picture, other coordinates."""
    source, whole = pypdfium2.PdfDocument(pdf), pypdfium2.PdfDocument.new()
    for index in range(len(source)):
        if kind == "some" and index % 2:
            whole.import_pages(source, [index])
            continue
        degrees = 90 if index % 4 < 2 else 270
        width, height = source[index].get_size()
        form = raw.FPDF_NewXObjectFromPage(whole, source, index)
        content = pypdfium2.PdfObject(raw.FPDF_NewFormObjectFromXObject(form), pdf=whole)
        matrix = pypdfium2.PdfMatrix().rotate(degrees, ccw=True)
        content.transform(matrix.translate(height, 0) if degrees == 90 else matrix.translate(0, width))
        page = whole.new_page(height, width)
        page.insert_obj(content)
        page.gen_content()
        page.set_rotation(degrees)
    return _saved(whole)


def _scanned(pdf: bytes, layout: Layout, rng: random.Random) -> bytes:
    """Pages as pictures; the digital ones between them stay."""
    document = pypdfium2.PdfDocument(pdf)
    whole = pypdfium2.PdfDocument.new()
    for index in range(len(document)):
        page = document[index]
        text = page.get_textpage().get_text_bounded()
        wanted = {"all": True, "end": index >= len(document) - 2}.get(
            layout.scan_pages, "Media" in text or "IG" in text or "Facebook" in text
        )
        if not wanted:
            whole.import_pages(document, [index])
            continue
        whole.import_pages(pypdfium2.PdfDocument(_picture(page, layout, rng)))
    return _saved(whole)


def _picture(page: Any, layout: Layout, rng: random.Random) -> bytes:
    width, height = page.get_size()
    image = np.asarray(page.render(scale=DPI[layout.scan] / 72).to_pil().convert("RGB"))[:, :, ::-1].copy()
    spoilt = EFFECTS[layout.scan](image, rng)
    ok, jpeg = cv2.imencode(".jpg", spoilt, [cv2.IMWRITE_JPEG_QUALITY, rng.randint(50, 80)])
    assert ok
    if spoilt.shape[0] < spoilt.shape[1]:
        width, height = max(width, height), min(width, height)
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(width, height))
    canvas.drawImage(ImageReader(io.BytesIO(jpeg.tobytes())), 0, 0, width, height)
    if layout.layer:
        _layer(canvas, page, rng)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _layer(canvas: Canvas, page: Any, rng: random.Random) -> None:
    """Invisible words that are not those of the picture."""
    words = page.get_textpage()
    for index in range(words.count_rects()):
        left, bottom, _, top = words.get_rect(index)
        text = canvas.beginText(left, bottom)
        text.setTextRenderMode(3)
        text.setFont("Helvetica", max(6, (top - bottom) * 0.9))
        text.textOut(" ".join(rng.choice(WORDS) for _ in range(3)))
        canvas.drawText(text)


def lying_fonts(pdf: bytes, trick: str) -> bytes:
    """An update at the file's end gives fonts no way back to letters (`cid`), or a wrong one (`garbage`)."""
    changed: dict[int, bytes] = {}
    for number in {int(found) for found in re.findall(rb"/ToUnicode (\d+) 0 R", pdf)}:
        body = re.search(rb"(?:^|[\r\n])%d 0 obj(.*?)stream\r?\n(.*?)\r?\nendstream" % number, pdf, re.DOTALL)
        assert body
        text = zlib.decompress(body[2]) if b"FlateDecode" in body[1] else body[2]
        text = (
            re.sub(rb"<([0-9A-Fa-f]{4})>(?=\s*(?:\r?\n|<|endbf|$))", _other, text)
            if trick == "garbage"
            else _emptied(text)
        )
        changed[number] = text
    return _updated(pdf, changed)


def _emptied(text: bytes) -> bytes:
    return re.sub(rb"\d+ beginbf(char|range).*?endbf\1", b"", text, flags=re.DOTALL)


def _other(found: re.Match[bytes]) -> bytes:
    code = int(found[1], 16)
    for first, last, step in ((97, 122, 7), (65, 90, 11), (48, 57, 3)):
        if first <= code <= last:
            code = first + (code - first + step) % (last - first + 1)
            break
    return b"<%04X>" % code


def _updated(pdf: bytes, changed: dict[int, bytes]) -> bytes:
    """`pdf` with objects replaced, as an incremental update."""
    out = bytearray(pdf if pdf.endswith(b"\n") else pdf + b"\n")
    places = {}
    for number, stream in changed.items():
        places[number] = len(out)
        out += b"%d 0 obj\n<</Length %d>>\nstream\n%s\nendstream\nendobj\n" % (number, len(stream), stream)
    start = len(out)
    last = pdf.rindex(b"startxref")
    trailer = re.findall(rb"trailer\s*(<<.*?>>)\s*startxref", pdf, re.DOTALL)[-1]
    out += b"xref\n" + b"".join(b"%d 1\n%010d 00000 n \n" % (n, place) for n, place in sorted(places.items()))
    previous = pdf[last:].split()[1]
    trailer = re.sub(rb"/Prev \d+", b"", trailer).removesuffix(b">>") + b"/Prev " + previous + b">>"
    return bytes(out + b"trailer\n" + trailer + b"\nstartxref\n%d\n%%%%EOF\n" % start)
