"""An empty Prefect database, made once at set-up and copied into each new data folder.

Prefect makes its tables through some 100 migrations: 3 to 4 s at the first start of every data folder.
`python -m flows.engine.template` does that once for this installation. Without it everything works, a little later.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

NAME = "prefect.db"


def template_file() -> Path:
    """Where this installation keeps the empty database of its Prefect version."""
    return Path(sys.prefix) / "share" / "rekap" / f"prefect-{version('prefect')}.db"


def use(home: Path) -> None:
    """Give a Prefect home without a database the empty one, if there is one."""
    if (home / NAME).exists() or not template_file().exists():
        return
    temporary = home / f"{NAME}.tmp"
    shutil.copyfile(template_file(), temporary)
    temporary.replace(home / NAME)


def make() -> Path:
    """Run the migrations and keep the result."""
    target = template_file()
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"PREFECT_HOME": folder, "DO_NOT_TRACK": "1", "PREFECT_API_URL": ""}
        subprocess.run(
            [sys.executable, "-m", "prefect", "server", "database", "upgrade", "-y"], env=environment, check=True
        )
        packed = Path(folder) / "packed.db"
        database = sqlite3.connect(Path(folder) / NAME)
        database.execute("VACUUM INTO ?", [str(packed)])
        database.close()
        shutil.copyfile(packed, target)
    return target


if __name__ == "__main__":
    print(make())
