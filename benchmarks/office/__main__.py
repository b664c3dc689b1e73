"""`python -m benchmarks.office OUT --seed N --count K [--digital]`: writes reports with their truth; needs soffice."""

from __future__ import annotations

import argparse
import csv
import json
import random
import tempfile
from pathlib import Path

from benchmarks.office.choices import draw, wild
from benchmarks.office.finish import finished, joined, printed
from benchmarks.office.report import Report
from benchmarks.office.story import Told, tell


def main() -> int:
    """Writes all documents, lets LibreOffice print them in one go, then finishes each PDF."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=30)
    parser.add_argument("--digital", action="store_true", help="without scans and lying fonts")
    parser.add_argument("--wild", action="store_true", help="every shape drawn by lot")
    parser.add_argument("--keep", type=Path, help="where the documents are kept")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    rng = random.Random(args.seed)
    layouts = wild(rng, args.count) if args.wild else draw(rng, args.count, not args.digital)
    told = {f"o{number:03d}": tell(args.seed * 1000 + number, layout) for number, layout in enumerate(layouts, 1)}
    with tempfile.TemporaryDirectory() as folder:
        work = args.keep or Path(folder)
        work.mkdir(parents=True, exist_ok=True)
        pieces = {name: _pieces(one, name, work) for name, one in told.items()}
        printed([path for paths in pieces.values() for path in paths], work)
        rows = [_finish(name, told[name], pieces[name], args.out) for name in told]
    with (args.out / "manifest.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return 0


def _pieces(told: Told, name: str, work: Path) -> list[Path]:
    """The report's documents, written to `work`."""
    paths = []
    for index, (kind, xml) in enumerate(Report(told).write()):
        path = work / f"{name}-{index}.{kind}"
        path.write_text(xml, encoding="utf-8")
        paths.append(path)
    return paths


def _finish(name: str, told: Told, pieces: list[Path], out: Path) -> dict[str, object]:
    """Writes PDF and truth; gives the report's line of the manifest."""
    whole = joined([path.with_suffix(".pdf").read_bytes() for path in pieces])
    (out / f"{name}.pdf").write_bytes(finished(whole, told.layout, told.rng))
    text = json.dumps(told.facts, ensure_ascii=False, indent=1)
    (out / f"{name}.truth.json").write_text(text + "\n", encoding="utf-8")
    layout, story = told.layout, told.story
    choices = (
        *layout.names, layout.information, layout.recap, layout.acts, layout.look, layout.dates,
        f"words={layout.words}", layout.numbering,
        *(f"{key}={getattr(layout, key)}" for key in ("cells", "laws", "follow", "signature", "order")),
        *(f"error={name}" for name in layout.errors),
        *([f"scan={layout.scan}"] if layout.scan else []),
    )  # fmt: skip
    return {
        "file": f"{name}.pdf", "satker_code": story.office.code, "year": story.year, "quarter": story.quarter,
        "findings": " ".join(sorted(found["rule"] for found in told.facts["findings"])), "features": " ".join(choices),
    }  # fmt: skip


if __name__ == "__main__":
    raise SystemExit(main())
