"""What a file name hints at."""

from __future__ import annotations

import pytest

from extractors.vocabulary import load
from flows.intake.hints import Hint, hint_of


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("6103_sanggau_2024_tw2.pdf", Hint("6103", 2024, 2)),
        ("Laporan Kubu Raya Triwulan III 2025.PDF", Hint("6112", 2025, 3)),
        ("kapuas-hulu.tw4.2024.pdf", Hint("6106", 2024, 4)),
        ("laporan sanggau dan sekadau tw1.pdf", Hint(None, None, 1)),
        ("3404_sleman_2024_tw1.pdf", Hint(None, 2024, 1)),
        ("surat.pdf", Hint(None, None, None)),
    ],
)
def test_hint(name: str, hint: Hint) -> None:
    assert hint_of(name, load("61").satkers) == hint
