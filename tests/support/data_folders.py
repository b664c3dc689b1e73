"""Data folders for tests of the command line, made without a pass, and calls of the command line on them."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

from click.testing import CliRunner, Result

from extractors.document import Document, sha256_of
from extractors.line import VERSION, extract_file
from flows.cli import cli
from flows.cli.line import SAMPLE
from flows.line.ledger import warehouse_settings
from flows.settings import load_settings
from tests.support.paths import ROOT
from warehouse.connection import open_warehouse
from warehouse.load import Receipt, load_document
from warehouse.publish import publish
from warehouse.rollup import roll_up

PDF = ROOT / "flows" / "sample" / SAMPLE


def make_sample(folder: Path) -> Path:
    """`folder` with the sample report loaded and published."""
    settings = load_settings(folder, {})
    sha256 = sha256_of(PDF)
    original = settings.archive / sha256[:2] / f"{sha256}.pdf"
    original.parent.mkdir(parents=True)
    shutil.copyfile(PDF, original)
    document = extract_file(PDF)
    assert isinstance(document, Document)
    received, place = datetime(2024, 7, 5, tzinfo=UTC), original.relative_to(settings.data).as_posix()
    with open_warehouse(settings.warehouse) as con:
        load_document(con, document.to_json(), Receipt(sha256, SAMPLE, received, place, VERSION))
        roll_up(con, warehouse_settings(settings))
        publish(con, settings.published)
    return settings.data


def rekap(data: Path, *arguments: str) -> Result:
    """Call `rekap` on the data folder."""
    return CliRunner().invoke(cli, [*arguments, "--data", str(data)])


def done(data: Path, *arguments: str) -> str:
    """What a call that must succeed prints."""
    result = rekap(data, *arguments)
    assert result.exit_code == 0, result.stderr
    return result.stdout
