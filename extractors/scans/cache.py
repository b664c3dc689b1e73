"""Pages already read, kept as JSON by the content of their picture, so a second run costs nothing."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

from extractors.geometry import Fill, Page, Rule, Word
from extractors.scans.render import Raster


def content_key(raster: Raster, version: str) -> str:
    """A name for the picture and for the version of the reader that reads it."""
    digest = hashlib.sha256(f"{version} {raster.image.shape} {raster.scale:.6f}".encode())
    digest.update(raster.image.tobytes())
    return digest.hexdigest()


def load(folder: Path, key: str) -> Page | None:
    """The page kept under `key`; None when there is none or the file is damaged (it is then read again)."""
    try:
        return _page(json.loads((folder / f"{key}.json").read_text("utf-8")))
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError):
        return None


def store(folder: Path, key: str, page: Page) -> None:
    """Keep `page` under `key`; a reader never sees half a file."""
    folder.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=folder, suffix=".tmp")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(asdict(page), file, ensure_ascii=False)
    Path(name).replace(folder / f"{key}.json")


def _page(data: dict[str, Any]) -> Page:
    return Page(
        number=data["number"],
        width=data["width"],
        height=data["height"],
        words=tuple(Word(**word) for word in data["words"]),
        rules=tuple(Rule(**rule) for rule in data["rules"]),
        fills=tuple(Fill(tuple(fill["box"]), fill["shade"]) for fill in data["fills"]),
        images=tuple(tuple(box) for box in data["images"]),
        source=data["source"],
        matrix=tuple(data["matrix"]),
        perspective=tuple(data["perspective"]),
        notes=tuple(data["notes"]),
    )
