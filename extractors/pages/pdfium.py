"""One page as pdfium reads it: glyphs, strokes, fills and pictures, in displayed orientation.

The raw interface is used because a page has thousands of objects and the helper classes cost more
than the reading. Coordinates of pdfium start at the bottom left, before /Rotate.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

import pypdfium2.raw as pdfium

from extractors.geometry import Box
from extractors.pages.glyphs import SEEN, Glyph, Matrix, RawPage, apply_box
from extractors.pages.strokes import Canvas, Contour

MAX_DEPTH = 6
"""How deep forms may nest in forms."""


def read_page(page: Any, max_objects: int) -> RawPage:
    """Everything on a loaded page; what lies beyond `max_objects` is left out with a note."""
    box, rotation = _page_box(page), pdfium.FPDFPage_GetRotation(page)
    to_display = _display_matrix(box, rotation)
    w, h = box[2] - box[0], box[3] - box[1]
    width, height = (w, h) if rotation % 2 == 0 else (h, w)
    glyphs, drawn = _text(page, to_display, rotation * 90, max_objects)
    canvas, images, doubles, count = Canvas(), [], [], 0
    for obj, kind, matrix in islice(_objects(page, to_display), max_objects):
        count += 1
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            _draw(obj, matrix, canvas)
        elif kind == pdfium.FPDF_PAGEOBJ_TEXT and _address(obj) not in drawn:
            doubles.append(_bounds(obj, matrix))
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            images.append(apply_box(_object_matrix(obj, matrix), (0, 0, 1, 1)))
    complete = max(count, len(glyphs)) < max_objects
    note = () if complete else (f"halaman memuat lebih dari {max_objects} objek; sisanya tidak dibaca",)
    glyphs = _emboldened(glyphs, doubles)
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


# Text ------------------------------------------------------------------------------------------------


Style = tuple[float, bool, int, int]


def _text(page: Any, to_display: Matrix, turn: int, limit: int) -> tuple[list[Glyph], dict[int, Style]]:
    """The characters in drawing order, and the text objects that drew them."""
    textpage = pdfium.FPDFText_LoadPage(page)
    styles: dict[int, Style] = {}
    try:
        return list(_glyphs(textpage, to_display, turn, limit, styles)), styles
    finally:
        pdfium.FPDFText_ClosePage(textpage)


def _emboldened(glyphs: list[Glyph], doubles: list[Box]) -> list[Glyph]:
    """The glyphs, bold where text objects lie that pdfium's text leaves out as repeats (fake bold)."""
    bands: dict[int, list[Box]] = {}
    for box in doubles:
        if box[2] - box[0] > 1 and box[3] - box[1] > 1:  # others hold blanks
            for band in {int(box[1] // BAND), int(box[3] // BAND)}:
                bands.setdefault(band, []).append(box)
    if not bands or max(map(len, bands.values())) > MOST_DOUBLES:
        return glyphs
    return [g._replace(bold=True) if not g.bold and _is_doubled(g, bands) else g for g in glyphs]


BAND = 20.0
"""Doubled text is looked for in bands of so many points."""
MOST_DOUBLES = 300
"""More doubles than this in one band are a drawing."""


def _is_doubled(glyph: Glyph, bands: dict[int, list[Box]]) -> bool:
    x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
    return any(box[0] <= x <= box[2] and box[1] <= y <= box[3] for box in bands.get(int(y // BAND), ()))


def _glyphs(textpage: Any, to_display: Matrix, turn: int, limit: int, styles: dict[int, Style]) -> Iterator[Glyph]:
    """The characters one by one; a " " glyph for each gap. Fills in the `styles` of their text objects."""
    unicode_of, box_of, object_of = (
        pdfium.FPDFText_GetUnicode,
        pdfium.FPDFText_GetLooseCharBox,
        pdfium.FPDFText_GetTextObject,
    )
    rect = pdfium.FS_RECTF()
    fonts: dict[int, bool] = {}
    run_key, style = -1, (0.0, False, 0, 0)
    a, b, c, d, e, f = to_display
    for index in range(min(pdfium.FPDFText_CountChars(textpage), limit)):
        code = unicode_of(textpage, index)
        if code in _BLANKS:
            yield _SEEN_GAP if pdfium.FPDFText_IsGenerated(textpage, index) else _GAP
            continue
        if not box_of(textpage, index, rect):
            continue
        obj = object_of(textpage, index)
        key = _address(obj)
        if key != run_key or not key:
            run_key = key
            style = styles.get(key) or _style(textpage, index, obj, turn, len(styles), fonts)
            styles[key] = style
        x0, y0, x1, y1 = rect.left, rect.bottom, rect.right, rect.top
        ax, ay, bx, by = a * x0 + c * y0 + e, b * x0 + d * y0 + f, a * x1 + c * y1 + e, b * x1 + d * y1 + f
        text = "-" if code == 2 else chr(code) if code else "\ufffd"
        if ax > bx:
            ax, bx = bx, ax
        if ay > by:
            ay, by = by, ay
        yield Glyph(text, ax, ay, bx, by, *style)


_BLANKS = frozenset((9, 10, 11, 12, 13, 32, 0xA0, 0x1680, *range(0x2000, 0x200C), 0x202F, 0x205F, 0x3000, 0xFEFF))
_GAP = Glyph(" ", 0, 0, 0, 0, 0, False, 0, -1)
_SEEN_GAP = _GAP._replace(run=SEEN)


def _style(textpage: Any, index: int, obj: Any, turn: int, run: int, fonts: dict[int, bool]) -> Style:
    """Size, boldness, displayed writing direction and number of the text object that drew a character."""
    m = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(textpage, index, m)
    size = pdfium.FPDFText_GetFontSize(textpage, index) * math.hypot(m.c, m.d)
    angle = round(math.degrees(math.atan2(m.b, m.a)) - turn) % 360
    nearest = round(angle / 90) * 90
    if abs(angle - nearest) <= 2:
        angle = nearest % 360
    return size, bool(obj) and _is_bold(obj, fonts), angle, run


def _is_bold(obj: Any, fonts: dict[int, bool]) -> bool:
    """Whether a text object is set bold: by its font's name or weight, or filled and stroked."""
    if pdfium.FPDFTextObj_GetTextRenderMode(obj) == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE:
        return True
    font = pdfium.FPDFTextObj_GetFont(obj)
    key = _address(font)
    if key not in fonts:
        fonts[key] = bool(font) and _is_bold_font(font)
    return fonts[key]


def _is_bold_font(font: Any) -> bool:
    """Whether a font is bold by its name or weight."""
    length = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = ctypes.create_string_buffer(length or 1)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, length)
    return says_bold(buffer.value.decode("utf-8", "replace").lower(), pdfium.FPDFFont_GetWeight(font))


def says_bold(name: str, weight: int) -> bool:
    """Whether a font's name says bold, or its weight where it has no name: browsers guess their fonts' weights."""
    if any(part in name for part in ("bold", "black", "heavy", "demi")):
        return True
    return bool(_NAMELESS.fullmatch(name)) and weight >= 600


_NAMELESS = re.compile(r"(\w+\+)*[a-z]{0,3}\d*")
"""A font's name that says nothing: 'f1', 'cidfont+f2'."""


def _address(obj: Any) -> int:
    """What tells one object from another; 0 for none."""
    return ctypes.c_void_p.from_buffer(obj).value or 0 if obj else 0


def _bounds(obj: Any, outer: Matrix) -> Box:
    """The rectangle that an object covers."""
    edges = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(obj, *edges)
    left, bottom, right, top = (edge.value for edge in edges)
    return apply_box(outer, (left, bottom, right, top))


# Objects ---------------------------------------------------------------------------------------------


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
