"""Where things stand in the checkout."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
"""The checkout."""

TESTS = ROOT / "tests"
DATA = TESTS / "data"
