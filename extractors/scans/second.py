"""The second reader: Tesseract, where it is installed, reads every number again by itself."""

from __future__ import annotations

import csv
import io
import logging
import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np

from extractors.geometry import Word
from extractors.scans.render import WHITE, Image

log = logging.getLogger(__name__)

DIGIT_HEIGHT = 40
"""Pixels to which digits are enlarged: what Tesseract reads best."""
MARGIN = 12
ALPHABET = "0123456789.,:/-()"
SECONDS = 60


@dataclass(frozen=True, slots=True)
class Answer:
    """What the second reader saw, and how sure it is (0 to 1)."""

    text: str
    confidence: float

    @property
    def digits(self) -> str:
        """The digits alone."""
        return digits(self.text)


def digits(text: str) -> str:
    """The digits of a text."""
    return "".join(letter for letter in text if letter.isdigit())


@lru_cache(maxsize=1)
def program() -> str | None:
    """Where Tesseract is, or None."""
    return shutil.which("tesseract")


def read_again(image: Image, words: Sequence[Word], scale: float) -> dict[int, Answer]:
    """The second reading of each word with a digit, by its place in `words`; empty without a second reader."""
    chosen = [place for place, word in enumerate(words) if digits(word.text)]
    command = program()
    if not chosen or command is None:
        return {}
    with tempfile.TemporaryDirectory() as folder:
        pictures = [Path(folder) / f"{place}.pgm" for place in chosen]
        for place, picture in zip(chosen, pictures, strict=True):
            picture.write_bytes(cv2.imencode(".pgm", _enlarged(image, words[place], scale))[1].tobytes())
        listing = Path(folder) / "list.txt"
        listing.write_text("".join(f"{picture}\n" for picture in pictures), "utf-8")
        table = _run(command, listing)
    return {chosen[page]: answer for page, answer in _answers(table).items()}


def _enlarged(image: Image, word: Word, scale: float) -> Image:
    """The word cut out, its digits as high as Tesseract likes them, with white around."""
    margin = 0.12 * word.size
    x0, top = max(0, round((word.x0 - margin) * scale)), max(0, round((word.top - margin / 2) * scale))
    piece = image[top : round(word.bottom * scale), x0 : round((word.x1 + margin) * scale)]
    factor = DIGIT_HEIGHT / max(1.0, 0.7 * word.size * scale)
    large = cv2.resize(piece, None, fx=factor, fy=factor, interpolation=cv2.INTER_CUBIC)
    border = cv2.copyMakeBorder(large, MARGIN, MARGIN, MARGIN, MARGIN, cv2.BORDER_CONSTANT, value=(WHITE,))
    return np.asarray(border, dtype=np.uint8)


def _run(command: str, listing: Path) -> str:
    """Tesseract's table of words for a list of pictures; empty (and logged) when it fails."""
    arguments = ["--psm", "7", "-l", "eng", "--dpi", "300", "-c", f"tessedit_char_whitelist={ALPHABET}"]
    try:
        done = subprocess.run(
            [command, str(listing), "-", *arguments, "-c", "tessedit_create_tsv=1"],
            capture_output=True,
            check=True,
            encoding="utf-8",
            timeout=SECONDS,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except (OSError, subprocess.SubprocessError) as error:
        log.warning("pembaca kedua (tesseract) gagal: %s", error)
        return ""
    return done.stdout


def _answers(table: str) -> dict[int, Answer]:
    """Answers by picture, counted from 0."""
    found: dict[int, list[tuple[str, float]]] = {}
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        if row["level"] == "5":
            found.setdefault(int(row["page_num"]) - 1, []).append((row["text"], float(row["conf"]) / 100))
    return {
        page: Answer("".join(text for text, _ in parts), min(sure for _, sure in parts))
        for page, parts in found.items()
    }
