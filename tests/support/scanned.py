"""Small pages for the tests of scans: printed by reportlab, turned into pictures, spoiled, and put into a PDF again."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
import pypdfium2
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

Picture = npt.NDArray[np.uint8]
WIDTH, HEIGHT = 320, 230
"""Points of a test page."""
DPI = 170

ROWS = (
    ("No", "Jenis Konten", "Instagram", "Facebook"),
    ("1.", "Foto Berita", "98", "86"),
    ("2.", "KPU Flash", "6", "-"),
    ("3.", "Ucapan Selamat", "nihil", "115"),
)
EDGES = (20, 50, 170, 235, 300)


def print_table(canvas: Canvas) -> None:
    """A heading and a ruled table."""
    canvas.setFont("Times-Bold", 11)
    canvas.drawString(20, HEIGHT - 40, "B. Rekapitulasi Media Sosial Triwulan II")
    canvas.setFont("Times-Roman", 11)
    canvas.drawString(20, HEIGHT - 58, "Bulan April s.d Juni 2024")
    top = HEIGHT - 70
    canvas.setLineWidth(0.6)
    for line in range(len(ROWS) + 1):
        canvas.line(EDGES[0], top - 22 * line, EDGES[-1], top - 22 * line)
    for edge in EDGES:
        canvas.line(edge, top, edge, top - 22 * len(ROWS))
    for number, row in enumerate(ROWS):
        for left, text in zip(EDGES, row, strict=False):
            canvas.drawString(left + 4, top - 22 * number - 15, text)


def printed(path: Path, draw: Callable[[Canvas], None] = print_table) -> Path:
    """A digital PDF of one page."""
    canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT))
    draw(canvas)
    canvas.save()
    return path


def picture(path: Path, dpi: int = DPI) -> Picture:
    """The first page of a PDF in grey."""
    document = pypdfium2.PdfDocument(path)
    grey = document[0].render(scale=dpi / 72, grayscale=True).to_numpy()
    document.close()
    return np.ascontiguousarray(grey.reshape(grey.shape[:2]))


def scanned(path: Path, pictures: Sequence[Picture], dpi: int = DPI) -> Path:
    """A PDF whose pages are the pictures."""
    canvas = Canvas(str(path))
    for grey in pictures:
        height, width = (side * 72 / dpi for side in grey.shape)
        canvas.setPageSize((width, height))
        coded = cv2.imencode(".jpg", grey, [cv2.IMWRITE_JPEG_QUALITY, 70])[1].tobytes()
        canvas.drawImage(ImageReader(io.BytesIO(coded)), 0, 0, width, height)
        canvas.showPage()
    canvas.save()
    return path


def spoiled(grey: Picture, angle: float, seed: int = 1) -> Picture:
    """Greyish paper, turned by `angle` degrees, with noise."""
    height, width = grey.shape
    paper = (40 + grey.astype(np.float32) * 195 / 255).astype(np.uint8)
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    turned = cv2.warpAffine(paper, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=(235,))
    noise = np.random.default_rng(seed).normal(0, 5, grey.shape)
    return np.asarray(np.clip(turned + noise, 0, 255), dtype=np.uint8)
