"""The documents name commands, options, settings, refusals and findings that exist, and leave none out."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from extractors.checks import RULES
from flows.cli import cli
from flows.intake.quarantine import ADVICE
from flows.settings import Settings, load_settings
from flows.settings_values import keys
from tests.support.paths import ROOT
from warehouse.queries import checks

README, GUIDE, EXAMPLE = ROOT / "README.md", ROOT / "docs" / "panduan.md", ROOT / "docs" / "rekap.toml"
CALL = re.compile(r"(?:^ *|`|\\)rekap ((?:[a-z-]+)(?: [^`\n|>]*)?)", re.MULTILINE)


def calls(path: Path) -> Iterator[list[str]]:
    """Every `rekap ...` that a document shows."""
    for match in CALL.finditer(path.read_text(encoding="utf-8")):
        yield shlex.split(match[1])


@pytest.mark.parametrize("document", [README, GUIDE])
def test_every_call_in_the_documents_is_understood(document: Path) -> None:
    found = list(calls(document))
    assert len(found) > 10
    for name, *arguments in found:
        assert name in cli.commands, f"rekap {name}"
        context = cli.commands[name].make_context(name, list(arguments), resilient_parsing=True)
        assert isinstance(context, click.Context)


@pytest.mark.parametrize("document", [README, GUIDE])
def test_every_command_is_described(document: Path) -> None:
    assert {name for name, *_ in calls(document)} == set(cli.commands)


def test_every_refusal_and_every_finding_is_explained() -> None:
    chapters = GUIDE.read_text(encoding="utf-8").partition("## 4.")[2].partition("## 6.")[0]
    explained = re.findall(r"^\| `(\w+)` \|", chapters, re.MULTILINE)
    assert sorted(explained) == sorted([*ADVICE, *RULES, *(check.rule for check in checks())])


def test_the_example_settings_are_all_settings_with_their_defaults(tmp_path: Path) -> None:
    text = re.sub(r"^# (?=[a-z_]+ =|\[\[)", "", EXAMPLE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    path = tmp_path / "rekap.toml"
    path.write_text(text, encoding="utf-8")
    path.chmod(0o600)
    environ = {"REKAP_PROCESSES": "2", "REKAP_DUE_DAYS": "10"}
    read, default = load_settings(tmp_path, environ), load_settings(tmp_path / "none", environ)
    assert [e.satker for e in read.due.exceptions] == ["6103"]
    named = set(re.findall(r"^(?:# )?([a-z_]+) =", EXAMPLE.read_text(encoding="utf-8"), re.MULTILINE))
    assert {key.split(".")[-1] for key in keys(Settings) if key not in {"data", "due.exceptions"}} <= named
    for key in keys(Settings):
        if key not in {"data", "due.exceptions"}:
            assert _value(read, key) == _value(default, key), key


def _value(settings: Settings, key: str) -> object:
    value: object = settings
    for name in key.split("."):
        value = getattr(value, name)
    return value
