"""One page as pdfium reads it: glyphs, strokes, fills and pictures, in displayed orientation.

The raw interface is used because a page has thousands of objects and the helper classes cost more
than the reading. Coordinates of pdfium start at the bottom left, before /Rotate.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from itertools import islice
from typing import Any

import pypdfium2.raw as pdfium

from extractors.geometry import Box
from extractors.pages.glyphs import Matrix, RawPage, apply_box
from extractors.pages.pdfium_text import address, emboldened, text_of
from extractors.pages.repeats import with_repeats
from extractors.pages.strokes import Canvas, Contour

MAX_DEPTH = 6
"""How deep forms may nest in forms."""


def read_page(page: Any, max_objects: int) -> RawPage:
    """Everything on a loaded page; what lies beyond `max_objects` is left out with a note."""
    box, rotation = _page_box(page), pdfium.FPDFPage_GetRotation(page)
    to_display = _display_matrix(box, rotation)
    w, h = box[2] - box[0], box[3] - box[1]
    width, height = (w, h) if rotation % 2 == 0 else (h, w)
    glyphs, drawn = text_of(page, to_display, rotation * 90, max_objects)
    canvas, images, count = Canvas(), [], 0
    texts: list[tuple[Any, Matrix]] = []
    doubles: list[Box] = []
    for obj, kind, matrix in islice(_objects(page, to_display), max_objects):
        count += 1
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            _draw(obj, matrix, canvas)
        elif kind == pdfium.FPDF_PAGEOBJ_TEXT:
            if address(obj) in drawn:
                texts.append((obj, matrix))
            else:
                doubles.append(_bounds(obj, matrix))
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            images.append(apply_box(_object_matrix(obj, matrix), (0, 0, 1, 1)))
    complete = max(count, len(glyphs)) < max_objects
    note = () if complete else (f"halaman memuat lebih dari {max_objects} objek; sisanya tidak dibaca",)
    doubles = [box for box in doubles if box[2] - box[0] > 1 and box[3] - box[1] > 1]  # others hold blanks
    if doubles:
        boxes = ((_bounds(*text), drawn[address(text[0])][-1]) for text in texts)
        glyphs = emboldened(*with_repeats(glyphs, doubles, boxes))
    return RawPage(width, height, glyphs, canvas.all_rules(), canvas.fills, images, note, canvas.spots)


def _page_box(page: Any) -> Box:
    """The visible part of the page, in its own coordinates."""
    rect = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, rect)
    return (rect.left, rect.bottom, rect.right, rect.top)


def _display_matrix(box: Box, rotation: int) -> Matrix:
    """From the page's own coordinates to displayed ones, for `rotation` clockwise quarter turns."""
    left, bottom, right, top = box
    return {
        0: (1, 0, 0, -1, -left, top),
        1: (0, 1, 1, 0, -bottom, -left),
        2: (-1, 0, 0, 1, right, -bottom),
        3: (0, -1, -1, 0, top, right),
    }[rotation % 4]


def _compose(inner: Matrix, outer: Matrix) -> Matrix:
    """First `inner`, then `outer`."""
    a, b, c, d, e, f = inner
    oa, ob, oc, od, oe, of = outer
    return (
        a * oa + b * oc,
        a * ob + b * od,
        c * oa + d * oc,
        c * ob + d * od,
        e * oa + f * oc + oe,
        e * ob + f * od + of,
    )


def _object_matrix(obj: Any, outer: Matrix) -> Matrix:
    """The object's own matrix, then `outer`."""
    m = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(obj, m)
    return _compose((m.a, m.b, m.c, m.d, m.e, m.f), outer)


def _bounds(obj: Any, outer: Matrix) -> Box:
    """The rectangle that an object covers."""
    edges = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(obj, *edges)
    left, bottom, right, top = (edge.value for edge in edges)
    return apply_box(outer, (left, bottom, right, top))


def _objects(page: Any, outer: Matrix) -> Iterator[tuple[Any, int, Matrix]]:
    """All objects of the page with their kind and the matrix of what holds them; forms are opened."""
    stack = [(pdfium.FPDFPage_GetObject(page, i), outer, 0) for i in range(pdfium.FPDFPage_CountObjects(page))]
    stack.reverse()
    while stack:
        obj, matrix, depth = stack.pop()
        kind = pdfium.FPDFPageObj_GetType(obj)
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < MAX_DEPTH:
            inner = _object_matrix(obj, matrix)
            count = pdfium.FPDFFormObj_CountObjects(obj)
            stack.extend((pdfium.FPDFFormObj_GetObject(obj, i), inner, depth + 1) for i in reversed(range(count)))
        yield obj, kind, matrix


def _draw(obj: Any, outer: Matrix, canvas: Canvas) -> None:
    """The strokes and fills of one path object."""
    fill_mode, stroked = ctypes.c_int(), pdfium.FPDF_BOOL()
    if not pdfium.FPDFPath_GetDrawMode(obj, fill_mode, stroked) or not (fill_mode.value or stroked.value):
        return
    matrix = _object_matrix(obj, outer)
    contours = list(_contours(obj, matrix))
    if fill_mode.value and (shade := _shade(pdfium.FPDFPageObj_GetFillColor, obj)) is not None:
        canvas.fill(contours, shade)
    if stroked.value and _shade(pdfium.FPDFPageObj_GetStrokeColor, obj) is not None:
        width = ctypes.c_float()
        pdfium.FPDFPageObj_GetStrokeWidth(obj, width)
        canvas.stroke(contours, width.value * math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2])))


def _shade(getter: Any, obj: Any) -> float | None:
    """The grey value of a colour; None where it is see-through."""
    r, g, b, alpha = ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint()
    if not getter(obj, r, g, b, alpha):
        return 0.0
    if alpha.value < 13:
        return None
    return (0.299 * r.value + 0.587 * g.value + 0.114 * b.value) / 255


def _contours(obj: Any, matrix: Matrix) -> Iterator[Contour]:
    """The sub-paths of a path object as lists of points, with whether each is closed."""
    a, b, c, d, e, f = matrix
    px, py = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    closed, curves = False, 0
    for index in range(min(pdfium.FPDFPath_CountSegments(obj), 4000)):
        segment = pdfium.FPDFPath_GetPathSegment(obj, index)
        pdfium.FPDFPathSegment_GetPoint(segment, px, py)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO and points:
            yield Contour(points, closed, curves > 0)
            points, closed, curves = [], False, 0
        x, y = px.value, py.value
        points.append((a * x + c * y + e, b * x + d * y + f))
        curves += kind == pdfium.FPDF_SEGMENT_BEZIERTO
        closed = closed or bool(pdfium.FPDFPathSegment_GetClose(segment))
    if points:
        yield Contour(points, closed, curves > 0)
