"""Texts over one another: doubted, whosever they are."""

from __future__ import annotations

from extractors.pages.overprint import with_overprints_doubted
from tests.support.drawing import put


def test_words_that_share_ink_are_doubted() -> None:
    words = with_overprints_doubted([*put("Radio Kota", 60, 100), *put("Baliho", 62, 104), *put("Laman", 60, 130)])
    assert [(word.text, bool(word.doubt)) for word in words] == [
        ("Radio", True),
        ("Kota", False),
        ("Baliho", True),
        ("Laman", False),
    ]


def test_close_lines_watermarks_and_repeats_are_no_overprint() -> None:
    lines = [*put("Radio", 60, 100), *put("Baliho", 60, 110), *put("KPU", 40, 105, size=46), *put("Radio", 60.4, 100)]
    assert not any(word.doubt for word in with_overprints_doubted(lines))
