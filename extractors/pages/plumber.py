"""One page as pdfplumber reads it: the second reader, in pure Python, for files that pdfium cannot open.

This is the one module that imports pdfplumber. It gives the same glyphs, strokes and fills as `pdfium.py`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import PdfminerException

from extractors.geometry import Box
from extractors.pages.errors import PdfError
from extractors.pages.glyphs import Glyph, RawPage
from extractors.pages.strokes import Canvas, Contour

_BROKEN = (PDFException, PSException, PdfminerException, ValueError, KeyError, TypeError, RecursionError)
"""What pdfminer raises on damaged files: its own errors, and plain ones where a value is not what it should be."""

Reader = Callable[[int], RawPage]


@contextmanager
def open_plumber(path: Path, max_objects: int) -> Iterator[tuple[int, dict[str, str], Reader]]:
    """Number of pages, metadata and a function that reads page n; raises PdfError where pdfplumber cannot."""
    try:
        pdf = pdfplumber.open(path)
        count = len(pdf.pages)
    except _BROKEN as error:
        cause = error.args[0] if error.args else None
        if isinstance(error, PDFPasswordIncorrect | PDFEncryptionError) or isinstance(
            cause, PDFPasswordIncorrect | PDFEncryptionError
        ):
            raise PdfError("encrypted", "berkas PDF terkunci dengan kata sandi") from error
        raise PdfError("damaged", "berkas PDF rusak dan tidak dapat dibuka") from error

    def read(number: int) -> RawPage:
        page = pdf.pages[number - 1]
        try:
            page.objects  # noqa: B018  parses the page: here a damaged one fails
        except _BROKEN as error:
            raise PdfError("damaged", f"halaman {number} rusak dan tidak dapat dibaca") from error
        raw = _raw_page(page, max_objects)
        page.close()
        return raw

    with pdf:
        yield count, {str(key): str(value) for key, value in pdf.metadata.items()}, read


def _raw_page(page: Any, max_objects: int) -> RawPage:
    """The page's objects, moved so that the visible part starts at the origin."""
    left, top, right, bottom = (float(v) for v in page.cropbox)
    canvas = Canvas()
    shapes = [*page.lines, *page.rects, *page.curves][:max_objects]
    for shape in shapes:
        _draw(shape, left, top, canvas)
    chars = page.chars[:max_objects]
    images = [_box(image, left, top) for image in page.images]
    complete = len(shapes) < max_objects and len(chars) < max_objects
    note = () if complete else (f"halaman memuat lebih dari {max_objects} objek; sisanya tidak dibaca",)
    glyphs = [_glyph(char, run, left, top) for run, char in enumerate(chars)]
    return RawPage(right - left, bottom - top, glyphs, canvas.all_rules(), canvas.fills, images, note, canvas.spots)


def _box(item: dict[str, Any], left: float, top: float) -> Box:
    return (item["x0"] - left, item["top"] - top, item["x1"] - left, item["bottom"] - top)


def _glyph(char: dict[str, Any], run: int, left: float, top: float) -> Glyph:
    text = char["text"] if char["text"].strip() else " "
    a, b, *_ = char["matrix"]
    angle = round(math.degrees(math.atan2(b, a))) % 360
    bold = any(part in char["fontname"].lower() for part in ("bold", "black", "heavy", "demi"))
    return Glyph(text, *_box(char, left, top), float(char["size"]), bold, angle, run)


def _draw(shape: dict[str, Any], left: float, top: float, canvas: Canvas) -> None:
    """The strokes and fills of a line, rectangle or curve."""
    points = [(x - left, y - top) for x, y in shape["pts"]]
    straight = not any(step[0] in "cvy" for step in shape.get("path") or ())
    contours = [Contour(points, shape["object_type"] == "rect", not straight)]
    if shape["fill"]:
        canvas.fill(contours, _shade(shape["non_stroking_color"]))
    if shape["stroke"]:
        canvas.stroke(contours, float(shape["linewidth"] or 0))


def _shade(colour: Any) -> float:
    """The grey value of a colour in grey, RGB or CMYK; black where it is a pattern or unknown."""
    parts = [
        float(part)
        for part in (colour if isinstance(colour, list | tuple) else [colour])
        if isinstance(part, int | float)
    ]
    if len(parts) == 1:
        return parts[0]
    if len(parts) == 3:
        return 0.299 * parts[0] + 0.587 * parts[1] + 0.114 * parts[2]
    if len(parts) == 4:
        c, m, y, k = parts
        return (1 - k) * (1 - (0.299 * c + 0.587 * m + 0.114 * y))
    return 0.0
