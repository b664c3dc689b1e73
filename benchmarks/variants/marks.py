"""What people leave on a printed page before it is scanned: ticks, highlighter, a second stamp, the reverse side."""

from __future__ import annotations

import random
from typing import Any, cast

import cv2
import numpy as np
from numpy.typing import NDArray

from benchmarks.variants.paper import Sheet, TextOp

Image = NDArray[np.uint8]
BLUE, RED = (170, 60, 40), (60, 50, 200)
YELLOW, GREEN = (110, 250, 255), (150, 255, 160)
BUFF = (205, 238, 250)
BEHIND = 0.13
"""How much of the reverse side's ink shows through."""


def mark(image: Image, sheet: Sheet, kind: str, scale: float, rng: random.Random) -> Image:
    """The page with marks of a kind (none for ''); `scale` is its pixels a point."""
    return EFFECTS[kind](image, sheet, scale, rng) if kind else image


def _printed(sheet: Sheet) -> list[TextOp]:
    return [op for op in sheet.ops if isinstance(op, TextOp) and not op.angle and op.text.strip()]


def _pen(image: Image, sheet: Sheet, scale: float, rng: random.Random) -> Image:
    """Ticks of a ball pen beside (now and then over) the end of a text, and a page number by hand in the corner."""
    ink = image.copy()
    texts = _printed(sheet)
    for op in rng.sample(texts, min(len(texts), 6)):
        x, y = op.x + op.face.width(op.text) + rng.uniform(-2, 7), op.y + rng.uniform(-2, 2)
        tick = np.array([(x, y - 4), (x + 3, y), (x + 10, y - 11)]) * scale
        cv2.polylines(ink, [tick.astype(np.int32)], False, BLUE, round(1.1 * scale), cv2.LINE_AA)
    place = (round((sheet.width - 45) * scale), round(40 * scale))
    cv2.putText(
        ink, str(rng.randint(2, 19)), place, cv2.FONT_HERSHEY_SCRIPT_SIMPLEX, 0.28 * scale, BLUE, 3, cv2.LINE_AA
    )
    return ink


def _highlight(image: Image, sheet: Sheet, scale: float, rng: random.Random) -> Image:
    """Two strokes of a highlighter along lines of text."""
    ink = image.copy()
    texts = _printed(sheet)
    for op in rng.sample(texts, min(len(texts), 2)):
        end = min(sheet.width - 20, op.x + rng.uniform(90, 320))
        top, bottom = round((op.y - 0.95 * op.face.size) * scale), round((op.y + 0.3 * op.face.size) * scale)
        cv2.rectangle(
            ink, (round((op.x - 3) * scale), top), (round(end * scale), bottom), rng.choice((YELLOW, GREEN)), -1
        )
    return cast(Image, np.minimum(image, ink))


def _received(image: Image, sheet: Sheet, scale: float, rng: random.Random) -> Image:
    """The framed stamp of the office that received the report, a little askew, in the upper half of some pages."""
    if rng.random() < 0.6:
        return image
    width, height = round(150 * scale), round(58 * scale)
    stamp = np.full((height, width, 3), 255, np.uint8)
    cv2.rectangle(stamp, (4, 4), (width - 5, height - 5), RED, round(1.3 * scale))
    for row, text in enumerate(("DITERIMA", f"TGL. {rng.randint(1, 28)} JUL", f"NO. {rng.randint(100, 999)}")):
        place = (round(14 * scale), round((17 + 15 * row) * scale))
        cv2.putText(stamp, text, place, cv2.FONT_HERSHEY_SIMPLEX, 0.3 * scale, RED, 2, cv2.LINE_AA)
    x, y = rng.uniform(0.1, 0.6) * sheet.width * scale, rng.uniform(0.03, 0.4) * sheet.height * scale
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), rng.uniform(-6, 6), 1.0)
    turn[:, 2] += (x, y)
    size = (image.shape[1], image.shape[0])
    laid = cv2.warpAffine(stamp, turn, size, borderValue=(255, 255, 255))
    return cast(Image, np.minimum(image, laid))


def _reverse(image: Image, sheet: Sheet, scale: float, rng: random.Random) -> Image:
    """Thin paper: the page printed on the back (here the same one, shifted) shows through, mirrored and blurred."""
    back = np.roll(cv2.flip(image, 1), round(rng.uniform(20, 90) * scale), axis=0)
    soft = cv2.GaussianBlur(back, (0, 0), 0.6 * scale)
    return cast(Image, cv2.subtract(image, cv2.multiply(255 - soft, np.ones_like(soft), scale=BEHIND)))


def _tinted(image: Image, sheet: Sheet, scale: float, rng: random.Random) -> Image:
    """Coloured paper."""
    return cast(Image, cv2.multiply(image, np.full_like(image, BUFF), scale=1 / 255))


EFFECTS: dict[str, Any] = {
    "pen": _pen,
    "highlight": _highlight,
    "received": _received,
    "reverse": _reverse,
    "tinted": _tinted,
}
