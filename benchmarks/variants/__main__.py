"""`python -m benchmarks.variants OUT --seed N --count K [--held | --matrix]`: writes variants with their truth."""

from __future__ import annotations

import argparse
import csv
import json
import random
from pathlib import Path

from benchmarks.variants.build import Variant, build
from benchmarks.variants.mixes import matrix, mixes


def main() -> int:
    """Writes the variants one by one; each depends on its own seed alone."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=12)
    parser.add_argument("--held", action="store_true", help="wordings and mixes for the set held back")
    parser.add_argument("--matrix", action="store_true", help="every ruling with every shape instead of mixes")
    parser.add_argument("--only", type=int, nargs="*", help="numbers of the variants to write")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    rows = []
    chosen = matrix() if args.matrix else mixes(random.Random(args.seed), args.count, args.held)
    for number, features in enumerate(chosen, 1):
        if args.only and number not in args.only:
            continue
        variant = build(args.seed * 1000 + number, features, args.held)
        rows.append(write(args.out, number, variant, args.held))
        print(rows[-1]["file"], rows[-1]["features"], flush=True)
    if not args.only:
        with (args.out / "manifest.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
    return 0


def write(out: Path, number: int, variant: Variant, held: bool) -> dict[str, object]:
    """One variant's files; gives its line of the manifest."""
    name = f"{'h' if held else 'v'}{number:03d}"
    (out / f"{name}.pdf").write_bytes(variant.pdf)
    text = json.dumps(variant.truth, ensure_ascii=False, indent=1)
    (out / f"{name}.truth.json").write_text(text + "\n", encoding="utf-8")
    story = variant.story
    return {
        "file": f"{name}.pdf",
        "satker_code": story.office.code,
        "year": story.year,
        "quarter": story.quarter,
        "pages": variant.pages,
        "findings": " ".join(sorted(finding["rule"] for finding in variant.truth["findings"])),
        "features": variant.features.changed(),
    }


if __name__ == "__main__":
    raise SystemExit(main())
