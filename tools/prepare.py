"""Sets the project up in `.venv` from the locks: standard library only, safe to run again, quick when nothing changed.

    python3 tools/prepare.py

Everything comes with a hash from requirements-dev.lock, as wheels, compiled to bytecode. Debian's `python3-venv`,
Tesseract (a second reader of scanned numbers) and Chromium (for the tests) are installed only where this account may
install packages.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "prepared"
LOCK = ROOT / "requirements-dev.lock"
CODE = ("extractors", "warehouse", "rekap", "report", "workbench", "flows")
TESSERACT = ("tesseract-ocr", "tesseract-ocr-ind")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def main() -> None:
    """Do what is missing, then remember for what it was done."""
    fingerprint = state()
    if PYTHON.exists() and STAMP.exists() and STAMP.read_text(encoding="utf-8") == fingerprint:
        return
    STAMP.unlink(missing_ok=True)
    make_environment()
    say("Memasang pustaka (beberapa menit pada kali pertama) ...")
    pip("--require-hashes", "--only-binary", ":all:", "-r", str(LOCK))
    pip("--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    run(str(PYTHON), "-m", "compileall", "-q", *(str(ROOT / name) for name in CODE))
    install_tesseract()
    install_browser()
    say("Menyiapkan basis data Prefect ...")
    run(str(PYTHON), "-m", "flows.engine.template")
    STAMP.write_text(fingerprint, encoding="utf-8")
    say("Siap.")


def state() -> str:
    """What the set-up depends on: the locks, the project file, this script, the Python and the place."""
    digest = hashlib.sha256(f"{sys.version}\n{ROOT}\n".encode())
    for path in (LOCK, ROOT / "pyproject.toml", Path(__file__)):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def make_environment() -> None:
    """A fresh `.venv`, unless the one that is there runs with this very Python at this very place."""
    if importlib.util.find_spec("ensurepip") is None and not apt_install("python3-venv"):
        sys.exit("Python ini tidak membawa modul venv. Pasang dahulu: sudo apt-get install python3-venv")
    usable = f"import sys, pip; sys.exit(sys.version != {sys.version!r} or sys.prefix != {str(VENV)!r})"
    if not PYTHON.exists() or subprocess.run([PYTHON, "-c", usable], stderr=subprocess.DEVNULL).returncode:
        say(f"Membuat lingkungan Python {sys.version.split()[0]} di .venv ...")
        # A process of its own: this one may have started before python3-venv was installed.
        run(sys.executable, "-m", "venv", "--clear", str(VENV))


def pip(*arguments: str) -> None:
    """`pip install`, quiet, in the environment; pip compiles what it installs."""
    quiet = ("--quiet", "--disable-pip-version-check", "--no-input", "--no-warn-script-location")
    run(str(PYTHON), "-m", "pip", "install", *quiet, *arguments)


def install_tesseract() -> None:
    """The second reader of scanned numbers, where it may be installed; the product works without it."""
    if shutil.which("tesseract") is None and not apt_install(*TESSERACT):
        say(f"Tesseract tidak terpasang (boleh tanpa). Untuk memasangnya: sudo apt-get install {' '.join(TESSERACT)}")


def install_browser() -> None:
    """A Chromium for the tests of the workbench, where it may be installed; without one those tests are skipped."""
    if not any(map(shutil.which, BROWSERS)) and not apt_install("chromium"):
        say("Chromium tidak terpasang: uji meja kerja dilewati. Untuk memasangnya: sudo apt-get install chromium")


def apt_install(*packages: str) -> bool:
    """Whether Debian's packages could be installed without asking anyone for a password."""
    if shutil.which("apt-get") is None:
        return False
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    prefix = [] if root else ["sudo", "-n"]
    if not root and (shutil.which("sudo") is None or not succeeds(*prefix, "true")):
        return False
    say(f"Memasang {' '.join(packages)} ...")
    install = (*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "-qq")
    command = (*install, "--no-install-recommends", *packages)
    return succeeds(*command) or (succeeds(*prefix, "apt-get", "update", "-qq") and succeeds(*command))


def run(*command: str) -> None:
    """Run a step; its output shows only when it fails, and then the set-up ends."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", errors="replace")
    if done.returncode:
        sys.exit(f"{done.stdout}{done.stderr}\nPenyiapan gagal pada: {' '.join(command)}")


def succeeds(*command: str) -> bool:
    """Whether a step that may fail did not."""
    return subprocess.run(command, capture_output=True).returncode == 0


def say(text: str) -> None:
    """One line for the person who waits."""
    print(text, flush=True)


if __name__ == "__main__":
    main()
