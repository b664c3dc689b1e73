"""The locks are whole: every package pinned with hashes, nothing said about where it comes from, both agree."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.support.paths import ROOT

RUN, DEV = ROOT / "requirements.lock", ROOT / "requirements-dev.lock"
ENTRY = re.compile(r"^(\S[^\n]*?) \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE)


def pins(lock: Path) -> dict[str, set[str]]:
    """The versions of each package; more than one where they depend on the Python."""
    found: dict[str, set[str]] = {}
    for match in ENTRY.finditer(lock.read_text(encoding="utf-8")):
        requirement = Requirement(match[1])
        (specifier,) = requirement.specifier
        assert specifier.operator == "=="
        found.setdefault(canonicalize_name(requirement.name), set()).add(specifier.version)
    return found


@pytest.mark.parametrize("lock", [RUN, DEV])
def test_a_lock_is_nothing_but_pins_with_hashes(lock: Path) -> None:
    assert not ENTRY.sub("", lock.read_text(encoding="utf-8")).strip()


def test_the_development_lock_holds_the_same_versions_and_more() -> None:
    run, dev = pins(RUN), pins(DEV)
    assert run.items() <= dev.items()
    assert {"pytest", "ruff", "mypy", "dask"} <= set(dev) - set(run)


def test_the_locks_hold_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = project["project"]["optional-dependencies"]
    build = [*project["dependency-groups"]["build"], *project["build-system"]["requires"]]
    for lock, wanted in (
        (pins(RUN), [*project["project"]["dependencies"], *extras["ocr"], *build]),
        (pins(DEV), [requirement for extra in extras.values() for requirement in extra]),
    ):
        for requirement in map(Requirement, wanted):
            versions = lock[canonicalize_name(requirement.name)]
            assert all(requirement.specifier.contains(version) for version in versions), requirement


def test_a_package_wanted_with_extras_also_stands_without() -> None:
    """Else pip before 25 finds no hash for one of the two."""
    for lock in (RUN, DEV):
        names = [Requirement(match[1]) for match in ENTRY.finditer(lock.read_text(encoding="utf-8"))]
        plain = {requirement.name for requirement in names if not requirement.extras}
        assert {requirement.name for requirement in names if requirement.extras} <= plain
