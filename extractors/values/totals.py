"""Words with which a row of sums begins."""

from __future__ import annotations

import re

_TOTAL = re.compile(r"(sub\W*)?(jumlah|jml|jlh|total)\b", re.IGNORECASE)


def is_total(text: str) -> bool:
    """Whether a text begins as the name of a row of sums: 'Jumlah', 'Sub Total Mei'."""
    return _TOTAL.match(text) is not None
