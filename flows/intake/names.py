"""File names that people typed, made safe to show, to store and to write again.

A name is hostile input: it never becomes a path without passing `safe_name`.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import Path

LONGEST = 150
"""Bytes of a safe name: leaves room for a suffix within the 255 that file systems allow."""

_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def shown_name(name: str) -> str:
    """`name` as it can be shown and stored: one line of valid text; what cannot be seen becomes '_'."""
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join("_" if unicodedata.category(char) in _INVISIBLE else char for char in text)


def safe_name(name: str) -> str:
    """A file name for any file system, as near to `name` as can be; too long a one ends in a hash of the whole."""
    text = _FORBIDDEN.sub("_", shown_name(name)).strip(" .") or "tanpa-nama"
    if _DEVICES.fullmatch(text):
        text = f"_{text}"
    if len(text.encode()) <= LONGEST:
        return text
    suffix = Path(text).suffix if len(Path(text).suffix.encode()) <= 10 else ""
    mark = hashlib.sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:8]
    room = LONGEST - len(f"~{mark}{suffix}".encode())
    return f"{text.encode()[:room].decode('utf-8', 'ignore')}~{mark}{suffix}"
