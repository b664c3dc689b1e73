"""Whether the text that a PDF gives for a page can be trusted; nearly free for good pages.

Doubtful pages are decided by the page itself: a few of its words are read from the picture and compared.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, islice, pairwise
from typing import Any

from extractors.geometry import Box, Page, Word

COVERED, HALF_COVERED = 0.8, 0.3
"""Shares of a page under pictures: of a scanned page, and of one whose contents may be a picture."""
FEW_WORDS, STAMPED_WORDS = 5, 40
"""Fewer words than these on such pages are a page number, or a line that the scanner's program added."""
UNREADABLE_WORDS, UNREADABLE_SHARE = 6, 0.05
"""As many words without meaning (or such a share of the words) make a page unreadable."""
MEANINGLESS_WORDS = 2
"""As few words of several such letters do: the last row of a table may be all that is set in a bad font."""
CHUNK = 8
"""Words judged together: the last rows of a table may be set in a bad font on a page of good ones."""
FEWEST = 3
"""Words that tell something where a page has fewer than a chunk."""
PLAUSIBLE = 0.52
"""Share of common letter pairs that any few words in a Latin script have; scrambled letters have half of it."""
SAMPLE = 12
"""Words compared with the picture."""
AGREEMENT = 0.7
"""Share of the compared letters that must be the same."""

UNMAPPED = re.compile(r"\(cid:\d+\)|[\ue000-\uf8ff\ufffd\x00-\x08\x0e-\x1f\x80-\x9f]|[\U000f0000-\U0010ffff]")
_PAIRS = """
aa ab ac ad ag ah ai ak al am an ap ar as at au ay ba be bi bl bu ca ce ch ck cl co ct da de di do du ea eb ec
ed ee ek el em en ep er es et ex fi fo ga ge gg gh gi gk gu ha he hi ho ht hu ia ib ic id ie ig ih ik il im in
io ir is it iv ja ju ka ke ko ks ku la le li ll lo ls lu ly ma mb me mi mo mp mu na nc nd ne ng ni nj no ns nt
ny oc od of ok ol om on op or ot ou ov ow pa pe pi pl po pr pt pu py ra rc re ri rk rm ro rs rt ru sa se sh si
so ss st su ta te th ti to tr ts tu ty ua ub uc ug uk ul um un up ur us ut ve wa wi ya ye yo
"""
PAIRS = frozenset(_PAIRS.split())
"""The commonest pairs of letters in Indonesian and English words."""


def needs_ocr(page: Page, pdf: Any = None) -> str | None:
    """Why the digital text of `page` cannot be trusted (in Indonesian), or None.

    With `pdf` (the open pypdfium2 document) a suspicion is checked against the picture of the page.
    """
    covered = cover(page)
    if len(page.words) < FEW_WORDS and covered >= HALF_COVERED:
        return "halaman berupa gambar tanpa teks"
    if len(page.words) < STAMPED_WORDS and covered >= COVERED:
        return "halaman berupa gambar; teks digitalnya hanya tambahan"
    if unreadable(page.words):
        return "huruf pada halaman ini tidak punya arti (huruf tanpa peta Unicode)"
    if covered >= COVERED and pdf is not None and not _agrees(page, pdf, hidden_counts=True):
        return "teks di bawah gambar halaman tidak sama dengan gambarnya"
    odd = scrambled(page.words)
    if odd and not (pdf is not None and _agrees(replace(page, words=tuple(odd)), pdf, hidden_counts=False)):
        return "huruf pada halaman ini terbaca sebagai kata-kata tanpa arti (peta huruf salah)"
    return None


def cover(page: Page) -> float:
    """Share of the page under pictures, judged at the points of a grid."""
    if not page.images:
        return 0.0
    steps = [(i + 0.5) / 16 for i in range(16)]
    points = [(x * page.width, y * page.height) for x in steps for y in steps]
    return sum(any(_holds(box, *point) for box in page.images) for point in points) / len(points)


def _holds(box: Box, x: float, y: float) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def unreadable(words: Sequence[Word]) -> bool:
    """Whether many words are glyph numbers or private characters; a lone one is a bullet."""
    if sum(len(UNMAPPED.findall(word.text)) > 1 for word in words) >= MEANINGLESS_WORDS:
        return True
    lost = sum(1 for word in words if UNMAPPED.search(word.text) and (len(word.text) > 1 or word.text.isdigit()))
    return lost >= UNREADABLE_WORDS and lost > UNREADABLE_SHARE * len(words)


def scrambled(words: Sequence[Word]) -> list[Word]:
    """The words in those parts of the text that are made of letter pairs that no language has."""
    texts = [(word, word.text.rstrip(".,;:")) for word in words]
    spelled = [(word, text.lower()) for word, text in texts if len(text) > 2 and text.isascii() and text.isalpha()]
    if len(spelled) < FEWEST:
        return []
    known = [0, *accumulate(_known_pairs(text) for _, text in spelled)]
    pairs = [0, *accumulate(len(text) - 1 for _, text in spelled)]
    odd: dict[Word, None] = {}
    for start in range(max(len(spelled) - CHUNK, 0) + 1):
        end = min(start + CHUNK, len(spelled))
        if known[end] - known[start] < PLAUSIBLE * (pairs[end] - pairs[start]):
            odd |= dict.fromkeys(word for word, _ in spelled[start : start + CHUNK])
    return list(odd)


def _known_pairs(text: str) -> int:
    """How many of the letter pairs of a word are common."""
    return sum(a + b in PAIRS for a, b in pairwise(text))


def _agrees(page: Page, pdf: Any, *, hidden_counts: bool) -> bool:
    """Whether the digital text is what the picture of the page shows; hidden text never is, where it counts."""
    from extractors.scans import available

    if hidden_counts and _is_hidden(pdf[page.number - 1]):
        return False
    if not available():
        return hidden_counts
    from extractors.scans.compare import agreement

    return agreement(page, pdf, SAMPLE) >= AGREEMENT


def _is_hidden(page: Any) -> bool:
    """Whether the page's text is invisible, as the text that scanners add is."""
    from pypdfium2 import raw

    texts = islice(page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=3), 50)
    modes = [raw.FPDFTextObj_GetTextRenderMode(text.raw) for text in texts]
    return bool(modes) and modes.count(raw.FPDF_TEXTRENDERMODE_INVISIBLE) > len(modes) / 2
