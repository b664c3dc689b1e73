"""The characters of a page as pdfium reads them: in drawing order, with size, weight and writing direction."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from extractors.geometry import Box
from extractors.pages.clipped import EDGE, is_hidden
from extractors.pages.glyphs import SEEN, Glyph, Matrix
from extractors.pages.ligatures import with_ligatures

Style = tuple[float, bool, int, int]
HIDDEN = -3
"""The number of a text object that cannot be seen."""


def text_of(page: Any, to_display: Matrix, turn: int, limit: int) -> tuple[list[Glyph], dict[int, Style]]:
    """The characters in drawing order, and the text objects that drew them."""
    textpage = pdfium.FPDFText_LoadPage(page)
    styles: dict[int, Style] = {}
    height = pdfium.FPDF_GetPageHeightF(page)
    try:
        glyphs = list(_glyphs(textpage, to_display, turn, limit, styles, height))
        turned = turn or any(angle for _, _, angle, _ in styles.values())
        return list(with_ligatures(glyphs)) if turned else glyphs, styles
    finally:
        pdfium.FPDFText_ClosePage(textpage)


def emboldened(glyphs: list[Glyph], doubles: list[Box]) -> list[Glyph]:
    """The glyphs, bold where text objects lie that pdfium's text leaves out as repeats (fake bold)."""
    bands: dict[int, list[Box]] = {}
    for box in doubles:
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


def _glyphs(
    textpage: Any, to_display: Matrix, turn: int, limit: int, styles: dict[int, Style], height: float
) -> Iterator[Glyph]:
    """The characters one by one; a " " glyph for each gap. Fills in the `styles` of their text objects.

    `height` is that of the page: what its clip path hides at the edges is left out.
    """
    unicode_of, box_of = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox
    rect = pdfium.FS_RECTF()
    fonts: dict[int, bool] = {}
    run_key, style = -1, (0.0, False, 0, 0)
    low, high = EDGE * height, (1 - EDGE) * height
    a, b, c, d, e, f = to_display
    for index in range(min(pdfium.FPDFText_CountChars(textpage), limit)):
        code = unicode_of(textpage, index)
        if code in _BLANKS:
            yield _SEEN_GAP if pdfium.FPDFText_IsGenerated(textpage, index) else _GAP
            continue
        if not box_of(textpage, index, rect):
            continue
        key = _object_at(textpage, index) or 0
        if key != run_key or not key:
            run_key = key
            at_edge = rect.bottom < low or rect.top > high
            style = styles.get(key) or _style(textpage, index, turn, len(styles), fonts, at_edge)
            styles[key] = style
        if style[3] == HIDDEN:
            continue
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


_object_at = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(pdfium.FPDFText_GetTextObject, ctypes.c_void_p).value or 0
)
"""The address of the text object that drew a character: to make an object of it for each one takes long."""


def _style(textpage: Any, index: int, turn: int, run: int, fonts: dict[int, bool], at_edge: bool) -> Style:
    """Size, boldness, displayed writing direction and number of the text object that drew a character.

    What stands at the edge of the page may be hidden.
    """
    obj = pdfium.FPDFText_GetTextObject(textpage, index)
    if obj and at_edge and is_hidden(obj):
        return 0.0, False, 0, HIDDEN
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
    key = address(font)
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


def address(obj: Any) -> int:
    """What tells one object from another; 0 for none."""
    return ctypes.c_void_p.from_buffer(obj).value or 0 if obj else 0
