"""The data's path is one straight line: no package of `extractors` imports one that comes after it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import extractors

ROOT = Path(extractors.__file__).parent
LAYERS = [
    *("geometry", "document", "reading", "vocabulary", "values", "scans", "grids", "pages", "structure", "meaning"),
    *("stitching", "doubts", "parts", "identify", "normalise", "checks", "line", "tables", "explain"),
]
"""From the first to the last; each may import those before it."""


def imported(path: Path) -> set[str]:
    """The packages and modules right under `extractors` that a file imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "extractors":
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("extractors."):
            found.add(node.module.split(".")[1])
    return found


@pytest.mark.parametrize("layer", LAYERS)
def test_a_layer_imports_only_those_before_it(layer: str) -> None:
    files = [ROOT / f"{layer}.py"] if (ROOT / f"{layer}.py").exists() else sorted((ROOT / layer).rglob("*.py"))
    later = set(LAYERS[LAYERS.index(layer) + 1 :])
    assert files
    assert {path.name: sorted(imported(path) & later) for path in files if imported(path) & later} == {}


def test_every_package_has_its_layer() -> None:
    names = {path.stem for path in ROOT.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert names - {"__init__"} == set(LAYERS)
