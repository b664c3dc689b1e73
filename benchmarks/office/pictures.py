"""Drawn pictures: photos, a pale emblem behind the text, a QR-like square."""

from __future__ import annotations

import base64
import io
import random

from PIL import Image, ImageDraw

STAR = [(200, 70), (240, 180), (330, 190), (260, 250), (290, 340), (200, 285), (110, 340), (140, 250), (70, 190)]


def _png(image: Image.Image) -> str:
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return base64.b64encode(buffer.getvalue()).decode("ascii")


def photo(rng: random.Random) -> str:
    """People before a banner."""
    image = Image.new("RGB", (480, 300), tuple(rng.randint(90, 200) for _ in range(3)))
    draw = ImageDraw.Draw(image)
    draw.rectangle((60, 20, 420, 90), fill=tuple(rng.randint(20, 220) for _ in range(3)))
    for place in range(60, 420, 60):
        shade = tuple(rng.randint(10, 240) for _ in range(3))
        draw.ellipse((place, 130, place + 30, 165), fill=(200, 160, 130))
        draw.rectangle((place - 10, 165, place + 40, 290), fill=shade)
    return _png(image)


def emblem(pale: bool) -> str:
    """A round emblem, pale where it lies behind text."""
    image = Image.new("RGBA", (400, 400), (255, 255, 255, 0))
    draw = ImageDraw.Draw(image)
    ink = (225, 205, 170, 255) if pale else (150, 30, 30, 255)
    draw.ellipse((20, 20, 380, 380), outline=ink, width=26)
    draw.polygon(STAR, fill=ink)
    return _png(image)


def qr(rng: random.Random) -> str:
    """A square of black and white modules."""
    image = Image.new("L", (29, 29), 255)
    for x in range(2, 27):
        for y in range(2, 27):
            image.putpixel((x, y), rng.choice((0, 255)))
    return _png(image.resize((174, 174), Image.Resampling.NEAREST))
