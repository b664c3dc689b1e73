"""The public reports: how many facts are right, what reading them costs, and what other tools make of their rows."""

from __future__ import annotations

import csv
import json
import os
import re
import sys
import tempfile
import unicodedata
from pathlib import Path

from benchmarks.measure import PEER_PYTHON, SHARED, Cost, rekap, run, table

REPORTS = SHARED / "corpus" / "reports"
SCORE = SHARED / "tools" / "score.py"
PEERS = ("pdfplumber", "camelot lattice", "tabula lattice", "pymupdf", "img2table")


def section() -> str:
    """The whole section as Markdown."""
    return "\n\n".join([_accuracy(), _beside_peers(), _processes(), _scans()])


def digital() -> list[Path]:
    """The reports with text in them."""
    return [path for path, family in _families() if family != "F6"]


def scanned() -> list[Path]:
    """The reports that are pictures."""
    return [path for path, family in _families() if family == "F6"]


def _families() -> list[tuple[Path, str]]:
    """Every public report with its layout family."""
    with (REPORTS / "manifest.csv").open(encoding="utf-8", newline="") as lines:
        return [(REPORTS / row["file"], row["family"]) for row in csv.DictReader(lines)]


def _accuracy() -> str:
    """What score.py says of all reports."""
    with tempfile.TemporaryDirectory() as out:
        rekap("extract", *digital(), *scanned(), "--out", out, processes=2)
        scored = run([sys.executable, SCORE, REPORTS, out, "--pdf-dir", REPORTS]).output
    return f"All 25 public reports by `score.py`:\n\n```\n{scored.strip()}\n```"


def _beside_peers() -> str:
    """Rows found whole and processor time, for us and for the peers, on the digital reports."""
    files = digital()
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        costs: dict[str, Cost] = {}
        for tool in PEERS:
            costs[tool] = run([PEER_PYTHON, "-m", "benchmarks.peer", tool, out / tool, *files])
        costs["rekap extract"] = rekap("extract", *files, "--out", out / "rekap extract")
        costs["rekap tables"] = rekap("tables", *files, "--out", out / "rekap tables")
        base = costs["pdfplumber"].cpu
        for tool, cost in costs.items():
            found, wanted = _rows_found(files, out / tool)
            rows.append(
                [tool, f"{found} / {wanted}", f"{cost.cpu / base:.2f}", f"{cost.cpu:.1f}", f"{cost.memory:.0f}"]
            )
    heading = (
        f"Dissemination rows found whole (date and information) in the {len(files)} digital reports, and the cost:"
    )
    columns = ["tool", "rows", "CPU / pdfplumber", "CPU s", "peak MB"]
    return f"{heading}\n\n{table(columns, rows)}"


def _processes() -> str:
    """Reading everything with one and with two processes."""
    files = digital() + scanned()
    walls = {}
    for processes in (1, 2):
        with tempfile.TemporaryDirectory() as out:
            walls[processes] = rekap("extract", *files, "--out", out, processes=processes).wall
    ratio = walls[2] / walls[1]
    return f"{len(files)} reports: {walls[1]:.1f} s in one process, {walls[2]:.1f} s in two ({ratio:.2f})."


def _scans() -> str:
    """Wall time of a scanned page and the memory of reading it, each report alone on all cores."""
    cores = os.cpu_count() or 1
    pages = 0
    wall = memory = 0.0
    for file in scanned():
        with tempfile.TemporaryDirectory() as out:
            cost = rekap("extract", file, "--out", out, processes=cores)
            pages += json.loads((Path(out) / f"{file.stem}.json").read_text(encoding="utf-8"))["source"]["pages"]
        wall += cost.wall
        memory = max(memory, cost.memory)
    return f"Scanned reports: {wall / pages:.2f} s a page ({pages} pages, {cores} cores), peak {memory:.0f} MB."


def _rows_found(files: list[Path], out: Path) -> tuple[int, int]:
    """How many of the truth's dissemination rows stand whole in one row of a tool's output."""
    found = wanted = 0
    for file in files:
        truth = json.loads((file.with_suffix(".truth.json")).read_text(encoding="utf-8"))["dissemination"]
        rows = _row_texts(json.loads((out / f"{file.stem}.json").read_text(encoding="utf-8")))
        wanted += len(truth)
        found += sum(any({_norm(f["date_text"]), _norm(f["information"])} <= row for row in rows) for f in truth)
    return found, wanted


def _row_texts(content: dict[str, list[dict[str, list[list[str]]]]]) -> list[set[str]]:
    """The rows that a tool gave, each as the set of its cells' texts."""
    if "dissemination" in content:
        return [{_norm(str(row["date_text"])), _norm(str(row["information"]))} for row in content["dissemination"]]
    return [{_norm(cell) for cell in row} for found in content["tables"] for row in found["rows"]]


def _norm(text: str) -> str:
    """A text without white space, so that a broken line costs nobody a row."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).casefold()
