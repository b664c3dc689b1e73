"""Tables of any PDF: a public competition's set and pages of local governments, by us and by the peers."""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

from benchmarks.measure import PEER_PYTHON, SHARED, Cost, rekap, run, table

SETS = {"ICDAR 2013, US half": SHARED / "tables" / "icdar2013_us", "local governments": SHARED / "tables" / "real"}
SCORE = SHARED / "tools" / "score_tables.py"
PEERS = (
    "pdfplumber",
    "camelot lattice",
    "camelot stream",
    "camelot hybrid",
    "tabula lattice",
    "tabula guess",
    "pymupdf",
    "img2table",
)


def section() -> str:
    """The whole section as Markdown."""
    return "\n\n".join([*(_one_set(name, folder) for name, folder in SETS.items())])


def _one_set(name: str, folder: Path) -> str:
    """The figures of all tools on one set."""
    files = sorted(folder.glob("*.pdf"))
    costs: dict[str, Cost] = {}
    scores: dict[str, tuple[str, ...]] = {}
    with tempfile.TemporaryDirectory() as temporary:
        for tool in (*PEERS, "rekap tables"):
            out = Path(temporary) / tool
            if tool == "rekap tables":
                costs[tool] = rekap("tables", *files, "--out", out)
            else:
                costs[tool] = run([PEER_PYTHON, "-m", "benchmarks.peer", tool, out, *files])
            scores[tool] = _score(folder / "truth", out)
    base = costs["pdfplumber"].cpu
    rows = [[tool, *scores[tool], f"{cost.cpu / base:.2f}", f"{cost.cpu:.1f}"] for tool, cost in costs.items()]
    columns = ["tool", "mean F1", "missed", "rows whole", "CPU / pdfplumber", "CPU s"]
    return f"{name} ({len(files)} files), by `score_tables.py`:\n\n{table(columns, rows)}"


def _score(truth: Path, out: Path) -> tuple[str, ...]:
    """Mean F1, missed tables, whole rows."""
    output = run([sys.executable, SCORE, truth, out]).output
    found = re.search(r"missed (\d+)  mean F1 ([\d.]+)  rows whole (\d+/\d+)", output)
    if found is None:
        sys.exit(f"{SCORE.name} said something else: {output}")
    return found[2], found[1], found[3]
