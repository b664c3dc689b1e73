"""Fonts of the variants: the PDF base fonts, what the machine has, and fonts whose text extracts wrongly.

A machine without the named TrueType files falls back to Bitstream Vera, which comes with reportlab.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import reportlab
from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont, makeToUnicodeCMap

FOLDERS = (Path("/usr/share/fonts/truetype"), Path("C:/Windows/Fonts"), Path(reportlab.__file__).parent / "fonts")
BASE = {
    "helvetica": ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique"),
    "times": ("Times-Roman", "Times-Bold", "Times-Italic"),
}
FILES = {
    "arial": ("LiberationSans-Regular", "LiberationSans-Bold", "LiberationSans-Italic"),
    "roman": ("LiberationSerif-Regular", "LiberationSerif-Bold", "LiberationSerif-Italic"),
    "calibri": ("Carlito-Regular", "Carlito-Bold", "Carlito-Italic"),
    "cambria": ("Caladea-Regular", "Caladea-Bold", "Caladea-Italic"),
    "narrow": ("LiberationSansNarrow-Regular", "LiberationSansNarrow-Bold", "LiberationSansNarrow-Italic"),
    "dejavu": ("DejaVuSansCondensed", "DejaVuSansCondensed-Bold", "DejaVuSansCondensed-Oblique"),
    "verdana": ("Vera", "VeraBd", "VeraIt"),
}
TRICKS = ("cid", "garbage", "no-unicode")
"""How a font lies: `cid` has no way back to letters, `garbage` gives other letters, `no-unicode` gives subset codes."""


@cache
def _path(stem: str) -> Path | None:
    for folder in FOLDERS:
        if folder.is_dir():
            for path in sorted(folder.rglob(f"{stem}.ttf")):
                return path
    return None


class LyingFont(TTFont):  # type: ignore[misc, unused-ignore]
    """A TrueType font that looks right and extracts wrongly."""

    def __init__(self, name: str, path: Path, trick: str) -> None:
        """Loads `path`; `trick` is one of TRICKS."""
        super().__init__(name, str(path), asciiReadable=False, shapable=False)
        self.trick = trick
        # reportlab takes two fonts of one face for the same font.
        self.face.name = self.face.name + trick.encode("ascii")

    def addObjects(self, doc: Any) -> None:
        """Writes the font, then spoils its way back to letters."""
        subsets = [list(subset) for subset in self.state[doc].subsets]
        fonts = doc.idToObject["BasicFonts"].dict
        before = set(fonts)
        super().addObjects(doc)
        for name, subset in zip((n for n in fonts if n not in before), subsets, strict=True):
            self._spoil(doc, fonts[name], subset)

    def _spoil(self, doc: Any, font: Any, subset: list[int]) -> None:
        stream = pdfdoc.PDFStream()
        if self.trick == "garbage":
            shifted = [_other_letter(code) for code in subset]
            stream.content = makeToUnicodeCMap(font.BaseFont, shifted)
        else:
            stream.content = makeToUnicodeCMap(font.BaseFont, [])
        font.ToUnicode = doc.Reference(stream)
        if self.trick == "cid":
            names = " ".join(f"/g{code}" for code in range(len(subset)))
            font.Encoding = _Raw(f"<< /Type /Encoding /Differences [0 {names}] >>")


class _Raw(pdfdoc.PDFObject):  # type: ignore[misc, unused-ignore]
    """A PDF object given by its text."""

    def __init__(self, text: str) -> None:
        self.text = text

    def format(self, document: Any) -> bytes:
        """The object's bytes."""
        return self.text.encode("ascii")


def _other_letter(code: int) -> int:
    """Another letter or digit of the same kind: text that looks plausible and is wrong."""
    for first, last, step in (("a", "z", 7), ("A", "Z", 11), ("0", "9", 3)):
        if ord(first) <= code <= ord(last):
            return ord(first) + (code - ord(first) + step) % (ord(last) - ord(first) + 1)
    return code


@cache
def family(name: str, trick: str = "") -> tuple[str, str, str]:
    """Registered names of the regular, bold and italic face."""
    if name in BASE and not trick:
        return BASE[name]
    stems = FILES.get(name, FILES["arial"])
    paths = [_path(stem) for stem in stems]
    if None in paths:
        paths = [_path(stem) for stem in FILES["verdana"]]
    names = []
    for stem, path in zip(("regular", "bold", "italic"), paths, strict=True):
        assert path is not None
        label = f"{name}-{stem}{'-' + trick if trick else ''}"
        font = LyingFont(label, path, trick) if trick else TTFont(label, str(path), shapable=False)
        pdfmetrics.registerFont(font)
        names.append(label)
    return names[0], names[1], names[2]


def width(text: str, font: str, size: float) -> float:
    """How wide `text` is printed, in points."""
    return float(pdfmetrics.stringWidth(text, font, size))
