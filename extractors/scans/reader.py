"""The first reader: RapidOCR's recogniser (its models are inside its wheel), with our own decoding.

The recogniser's answer is decoded here because its own decoding hides where each letter stands and how sure it is,
and because it may answer in Chinese, which these reports never are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
from rapidocr import RapidOCR
from rapidocr.inference_engine.onnxruntime.main import ONNXRuntimeError

from extractors.scans.render import Image
from extractors.scans.strips import Strip, crop
from extractors.scans.threads import allowed

LETTERS = frozenset("".join(map(chr, range(33, 127))) + "–—‘’“”°±×·•●…§½²√éÉ")
"""What the recogniser may answer, besides spaces."""
PLAIN = {
    "，": ",",
    "．": ".",
    "：": ":",
    "；": ";",
    "（": "(",
    "）": ")",
    "／": "/",
    "％": "%",
    "～": "~",
    "！": "!",
    "？": "?",
}
"""Full-width forms the recogniser likes, as the letters they are."""
DASH_SURE = 0.99
STEP = 8 / 48
"""Heights of the crop between two answers of the recogniser."""
CANDIDATES = 20_000
"""Spots looked at for lines. Those without writing are told afterwards, so that noise on empty paper hides no line."""
BATCH = 1
"""Lines read at once: more are no faster and take more memory."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One letter or space, its middle (in heights of the crop from its left edge) and its probability."""

    text: str
    place: float
    confidence: float


@dataclass(frozen=True, slots=True)
class Line:
    """What is written in a strip of the picture."""

    strip: Strip
    glyphs: tuple[Glyph, ...]

    @property
    def text(self) -> str:
        """The letters as one string."""
        return "".join(glyph.text for glyph in self.glyphs)

    @property
    def confidence(self) -> float:
        """Mean probability of the letters; 0 when there are none."""
        return float(np.mean([glyph.confidence for glyph in self.glyphs])) if self.glyphs else 0.0

    @property
    def weakest(self) -> float:
        """Probability of the least probable letter; 1 when there are none."""
        return min((glyph.confidence for glyph in self.glyphs if glyph.text != " "), default=1.0)


def dash(strip: Strip) -> Line:
    """The line of a strip that has the shape of a dash."""
    return Line(strip, (Glyph("-", strip.width / strip.height / 2, DASH_SURE),))


def engine() -> Any:
    """RapidOCR with as many threads as may read now."""
    return _engine(allowed())


@lru_cache(maxsize=1)
def _engine(threads: int) -> Any:
    """It is loaded once (0.15 s); its classifier of upside-down lines is off because it turns 98 into 86."""
    cv2.setNumThreads(threads)
    engine: Any = RapidOCR(
        params={
            "Global.use_cls": False,
            "Global.log_level": "error",
            "Det.max_candidates": CANDIDATES,
            "Rec.rec_batch_num": BATCH,
            "EngineConfig.onnxruntime.intra_op_num_threads": threads,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )
    # The public call reads one line at a time and rescales it first; the recogniser itself takes a batch.
    recogniser = engine._load_rec_model()
    recogniser.postprocess_op = _Decoder(recogniser.postprocess_op.character)
    return engine


def read_lines(image: Image, strips: Sequence[Strip]) -> list[Line]:
    """The writing in each strip."""
    from rapidocr.ch_ppocr_rec import TextRecInput

    crops = [cv2.cvtColor(crop(image, strip), cv2.COLOR_GRAY2BGR) for strip in strips]
    if not crops:
        return []
    with honest():
        answer = engine().text_rec(TextRecInput(img=crops, return_word_box=True))
    return [Line(strip, glyphs) for strip, glyphs in zip(strips, answer.word_results, strict=True)]


@contextmanager
def honest() -> Iterator[None]:
    """Call a failure of the runtime what it is: with our own models and pictures it only fails for lack of memory."""
    try:
        yield
    except ONNXRuntimeError as error:
        raise MemoryError(str(error)) from error


class _Decoder:
    """CTC decoding that keeps each letter's place and probability; stands in for RapidOCR's own."""

    def __init__(self, character: list[str]) -> None:
        self.character = character
        self.allowed = np.array([i == 0 or c == " " or c in LETTERS or c in PLAIN for i, c in enumerate(character)])
        self.allowed[0] = True  # the blank between letters
        self.index = np.flatnonzero(self.allowed)

    def __call__(
        self, predictions: npt.NDArray[np.float32], return_word_box: bool = False, **shape: Any
    ) -> tuple[list[tuple[str, float]], list[tuple[Glyph, ...]]]:
        """RapidOCR's signature: (text, score) of each line, and its letters."""
        likely = predictions[:, :, self.index]
        lines = [self._glyphs(line) for line in likely]
        return [("".join(g.text for g in line), 0.0) for line in lines], lines

    def _glyphs(self, likely: npt.NDArray[np.float32]) -> tuple[Glyph, ...]:
        best = likely.argmax(axis=1)
        starts = np.flatnonzero(np.diff(best, prepend=-1))
        ends = np.append(starts[1:], len(best))
        glyphs = []
        for start, end in zip(starts, ends, strict=True):
            if best[start] == 0:
                continue
            text = self.character[self.index[best[start]]]
            peak = start + int(likely[start:end, best[start]].argmax())
            glyphs.append(Glyph(PLAIN.get(text, text), (peak + 0.5) * STEP, float(likely[peak, best[start]])))
        return tuple(glyphs)
