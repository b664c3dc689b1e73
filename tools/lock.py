"""Resolves pyproject.toml into the two locks: `python tools/lock.py [--upgrade]` (needs uv).

A package that is wanted with extras stands in a lock twice, with and without them: pip before 25 otherwise takes
`sqlalchemy` and `sqlalchemy[asyncio]` for two packages of which one has no hash.
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMPILE = ["uv", "pip", "compile", "pyproject.toml", "--universal", "--python-version", "3.11", "--generate-hashes"]
PLAIN = ["--only-binary", ":all:", "--no-strip-extras", "--no-header", "--no-annotate", "--no-emit-index-url", "-q"]
LOCKS = {
    "requirements.lock": ["--extra", "ocr", "--group", "build"],
    "requirements-dev.lock": ["--all-extras", "--group", "build", "--constraint", "requirements.lock"],
}
ENTRY = re.compile(r"^(\S+?)(\[[^\]]+\])(==.*\n(?:    .*\n)*)", re.MULTILINE)


def main() -> None:
    """Write both locks, the second within the first's versions."""
    for name, choice in LOCKS.items():
        subprocess.run(
            [*COMPILE, *choice, *PLAIN, *sys.argv[1:], "-o", name], cwd=ROOT, check=True, stdout=subprocess.DEVNULL
        )
        path = ROOT / name
        path.write_text(ENTRY.sub(r"\1\3\g<0>", path.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
