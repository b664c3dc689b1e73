"""What scanners, copiers and phones do to a page: skew, shadow, noise, perspective, lying pages, wrong text layers."""

from __future__ import annotations

import random
from typing import Any

import cv2
import numpy as np
import pypdfium2
from numpy.typing import NDArray

from benchmarks.variants.features import Features
from benchmarks.variants.marks import mark
from benchmarks.variants.paper import Sheet, TextOp
from benchmarks.variants.render import Scan

Image = NDArray[np.uint8]
DPI = {"flat": 200, "skewed": 200, "phone": 190, "lying": 200, "faded": 150, "fax": 200, "copied": 200, "upside": 200}
WORDS = ("rapat", "dinas", "laporan", "kegiatan", "jalan", "nomor", "surat", "bulan", "12", "45", "Juni", "Mei", "kota")


def scan_pages(pdf: bytes, sheets: list[Sheet], features: Features, rng: random.Random) -> dict[int, Scan]:
    """The pages that were scanned, by index."""
    if not features.scan:
        return {}
    wanted = [index for index, sheet in enumerate(sheets) if _wanted(index, sheet, features, len(sheets))]
    document = pypdfium2.PdfDocument(pdf)
    try:
        return {index: _scan(document, index, sheets[index], features, rng) for index in wanted}
    finally:
        document.close()


def _wanted(index: int, sheet: Sheet, features: Features, total: int) -> bool:
    if features.scan_pages == "tables":
        return sheet.tag in ("information", "recap")
    if features.scan_pages == "end":
        return index >= total - 2
    return True


def _scan(document: Any, index: int, sheet: Sheet, features: Features, rng: random.Random) -> Scan:
    scale = DPI[features.scan] / 72
    page = document[index]
    image: Image = np.asarray(page.render(scale=scale, grayscale=False).to_pil().convert("RGB"))[:, :, ::-1].copy()
    page.close()
    if index % 3 == 0:
        image = _stamp(image, rng)
    image = mark(image, sheet, features.mark, scale, rng)
    image = EFFECTS[features.scan](image, rng)
    width, height = (sheet.height, sheet.width) if features.scan == "lying" else (sheet.width, sheet.height)
    kind = ".png" if features.scan == "fax" else ".jpg"
    quality = rng.randint(45, 80)
    ok, picture = cv2.imencode(kind, image, [] if kind == ".png" else [cv2.IMWRITE_JPEG_QUALITY, quality])
    assert ok
    return Scan(picture.tobytes(), width, height, _layer(sheet, features, rng))


def _layer(sheet: Sheet, features: Features, rng: random.Random) -> tuple[tuple[float, float, float, str], ...]:
    """An invisible text layer that does not say what the page shows."""
    texts = [op for op in sheet.ops if isinstance(op, TextOp) and not op.angle]
    if features.ocr_layer == "wrong":
        return tuple((op.x, op.y, op.face.size, " ".join(rng.choice(WORDS) for _ in op.text.split())) for op in texts)
    if features.ocr_layer == "shifted":
        return tuple((op.x, op.y, op.face.size, _misread(op.text, rng)) for op in texts)
    return ()


def _misread(text: str, rng: random.Random) -> str:
    """A poor recognition: look-alike letters and digits."""
    swaps = {"0": "O", "1": "l", "5": "S", "8": "B", "e": "c", "a": "o", "m": "rn", "i": "1", "t": "f", "6": "G"}
    return "".join(swaps.get(letter, letter) if rng.random() < 0.5 else letter for letter in text)


def _noise(image: Image, rng: random.Random, strength: float) -> Image:
    source = np.random.default_rng(rng.randint(0, 2**31))
    noisy = image.astype(np.float32) + source.normal(0, strength, image.shape[:2])[:, :, None]
    return np.clip(noisy, 0, 255).astype(np.uint8)


def _rotate(image: Image, degrees: float) -> Image:
    height, width = image.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    return np.asarray(cv2.warpAffine(image, matrix, (width, height), borderValue=(250, 250, 250)), dtype=np.uint8)


def _shadow(image: Image, rng: random.Random, depth: float) -> Image:
    """Uneven light: darker towards one corner and along a fold."""
    height, width = image.shape[:2]
    y, x = np.mgrid[0 : 1 : height * 1j, 0 : 1 : width * 1j]
    corner_x, corner_y = rng.choice((0, 1)), rng.choice((0, 1))
    light = 1 - depth * np.clip(1 - np.hypot(x - corner_x, y - corner_y) / 1.2, 0, 1)
    return np.asarray(np.clip(image * light[:, :, None], 0, 255), dtype=np.uint8)


def _flat(image: Image, rng: random.Random) -> Image:
    return _noise(_rotate(image, rng.uniform(-0.3, 0.3)), rng, 5)


def _skewed(image: Image, rng: random.Random) -> Image:
    turned = _rotate(image, rng.uniform(0.6, 2.0) * rng.choice((-1, 1)))
    return _noise(_shadow(turned, rng, 0.15), rng, 8)


def _faded(image: Image, rng: random.Random) -> Image:
    pale = np.clip(image.astype(np.float32) * 0.6 + 95, 0, 255).astype(np.uint8)
    blurred = cv2.GaussianBlur(_rotate(pale, rng.uniform(-0.8, 0.8)), (3, 3), 0)
    return _noise(np.asarray(blurred, dtype=np.uint8), rng, 6)


def _lying(image: Image, rng: random.Random) -> Image:
    side = rng.choice((cv2.ROTATE_90_CLOCKWISE, cv2.ROTATE_90_COUNTERCLOCKWISE))
    return np.asarray(cv2.rotate(_flat(image, rng), side), dtype=np.uint8)


def _phone(image: Image, rng: random.Random) -> Image:
    """Paper on a dark table, seen from a corner."""
    height, width = image.shape[:2]
    source = np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float32)

    def near(x: float, y: float) -> tuple[float, float]:
        return (
            x + rng.uniform(0.015, 0.055) * width * (1 if x == 0 else -1),
            y + rng.uniform(0.01, 0.04) * height * (1 if y == 0 else -1),
        )

    target = np.array([near(x, y) for x, y in source.tolist()], dtype=np.float32)
    matrix = cv2.getPerspectiveTransform(source, target)
    photo = cv2.warpPerspective(image, matrix, (width, height), borderValue=(70, 85, 95))
    lit = _shadow(np.asarray(photo, dtype=np.uint8), rng, 0.45)
    return _noise(np.asarray(cv2.GaussianBlur(lit, (3, 3), 0), dtype=np.uint8), rng, 6)


def _stamp(image: Image, rng: random.Random) -> Image:
    """A round stamp over the lower part of the page."""
    height, width = image.shape[:2]
    ink = image.copy()
    place = (int(width * rng.uniform(0.5, 0.7)), int(height * rng.uniform(0.75, 0.88)))
    cv2.circle(ink, place, int(width * 0.08), (170, 60, 90), 5)
    cv2.circle(ink, place, int(width * 0.055), (170, 60, 90), 3)
    cv2.putText(ink, "KPU", (place[0] - 40, place[1] + 12), cv2.FONT_HERSHEY_SIMPLEX, 1.3, (170, 60, 90), 3)
    return np.asarray(cv2.addWeighted(ink, 0.7, image, 0.3, 0), dtype=np.uint8)


def _fax(image: Image, rng: random.Random) -> Image:
    """Black and white only, as a fax or a copier's "text" mode saves it."""
    grey = cv2.cvtColor(_noise(_rotate(image, rng.uniform(-0.7, 0.7)), rng, 12), cv2.COLOR_BGR2GRAY)
    return np.where(grey > rng.randint(135, 185), 255, 0).astype(np.uint8)


def _copied(image: Image, rng: random.Random) -> Image:
    """A copy of a copy: hard contrast, thick or thin strokes, specks, a black edge, the holes of a binder."""
    height, width = image.shape[:2]
    grey = cv2.cvtColor(_rotate(image, rng.uniform(-0.8, 0.8)), cv2.COLOR_BGR2GRAY).astype(np.float32)
    middle = rng.uniform(110, 190)
    for _ in range(2):
        grey = 255 / (1 + np.exp((middle - cv2.GaussianBlur(grey, (0, 0), 0.9)) / 25))
    copy = np.asarray(grey, dtype=np.uint8)
    for _ in range(rng.randint(60, 250)):
        cv2.circle(copy, (rng.randrange(width), rng.randrange(height)), rng.randint(0, 2), (40,), -1)
    copy[:, : round(width * rng.uniform(0.004, 0.02))] = 25
    copy[height - round(height * rng.uniform(0.002, 0.012)) :] = 25
    for share in (0.41, 0.59):
        cv2.circle(copy, (round(width * 0.035), round(height * share)), round(width * 0.014), (20,), -1)
    return _noise(cv2.cvtColor(copy, cv2.COLOR_GRAY2BGR), rng, 4)


def _upside(image: Image, rng: random.Random) -> Image:
    return np.asarray(cv2.rotate(_flat(image, rng), cv2.ROTATE_180), dtype=np.uint8)


EFFECTS = {
    "flat": _flat,
    "skewed": _skewed,
    "phone": _phone,
    "lying": _lying,
    "faded": _faded,
    "fax": _fax,
    "copied": _copied,
    "upside": _upside,
}
