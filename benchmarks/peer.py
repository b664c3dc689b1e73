"""Tables of PDFs by another tool: `python -m benchmarks.peer TOOL OUT PDF...` in the peers' own environment.

Writes OUT/NAME.json with the tables' rows as `rekap tables` does. Each tool runs with the settings its own manual
starts with; a tool that fails on a file gives no tables for it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

Rows = list[list[str]]
Finder = Callable[[Path], Iterable[Rows]]


def plain_pdfplumber(path: Path) -> Iterable[Rows]:
    """What everybody starts with: `page.extract_tables()`."""
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            yield from page.extract_tables()
            page.close()


def camelot(flavor: str) -> Finder:
    """Camelot with one of its flavours."""

    def find(path: Path) -> Iterable[Rows]:
        import camelot

        found = camelot.read_pdf(str(path), pages="all", flavor=flavor, suppress_stdout=True)
        return [table.df.values.tolist() for table in found]

    return find


def tabula(**options: Any) -> Finder:
    """Tabula, which runs in Java."""

    def find(path: Path) -> Iterable[Rows]:
        import tabula

        found = tabula.read_pdf(str(path), pages="all", output_format="json", silent=True, **options)
        return [[[cell["text"] for cell in row] for row in table["data"]] for table in found]

    return find


def pymupdf(path: Path) -> Iterable[Rows]:
    """PyMuPDF's own finder."""
    import pymupdf

    with pymupdf.open(path) as document:
        for page in document:
            for table in page.find_tables().tables:
                yield table.extract()


def img2table(path: Path) -> Iterable[Rows]:
    """Tables by computer vision."""
    from img2table.document import PDF

    for tables in PDF(str(path)).extract_tables(borderless_tables=True).values():
        for table in tables:
            yield table.df.values.tolist()


TOOLS: dict[str, Finder] = {
    "pdfplumber": plain_pdfplumber,
    "camelot lattice": camelot("lattice"),
    "camelot stream": camelot("stream"),
    "camelot hybrid": camelot("hybrid"),
    "tabula lattice": tabula(lattice=True),
    "tabula guess": tabula(guess=True),
    "pymupdf": pymupdf,
    "img2table": img2table,
}
"""Every peer by the name it has in the results."""


def main() -> None:
    """Find the tables of all files with one tool."""
    tool, out, *paths = sys.argv[1:]
    Path(out).mkdir(parents=True, exist_ok=True)
    for path in map(Path, paths):
        try:
            tables = [_text(rows) for rows in TOOLS[tool](path)]
        except Exception as error:  # noqa: BLE001 - whatever a peer raises is its answer for this file
            print(f"{tool}: {path.name}: {type(error).__name__}: {error}", file=sys.stderr)
            tables = []
        content = {"tables": [{"rows": rows} for rows in tables]}
        (Path(out) / f"{path.stem}.json").write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


def _text(rows: Iterable[Iterable[Any]]) -> Rows:
    """Cells as text; nothing where a tool has none."""
    return [["" if cell is None or cell != cell else str(cell) for cell in row] for row in rows]


if __name__ == "__main__":
    main()
